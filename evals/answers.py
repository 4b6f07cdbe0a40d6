"""Whether answers cite the words that answer, name who wrote them, and abstain when they should.

whosaid eval answers seed
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from answer.record import Answer
from evals.metrics import interval, overlap, touches
from evals.questions import SHARED, Question, QuestionSet, load
from faces.library import Library, open_library
from faces.render import table
from ingest.page import page
from ingest.sources import Source
from settings import Settings


@dataclass(frozen=True, slots=True)
class Outcome:
    """A question with its answer."""

    question: Question
    answer: Answer

    @property
    def touching(self) -> list[bool]:
        """For each citation, whether it touches an accepted span."""
        accepted = self.question.gold + self.question.also
        return [
            citation.path == self.question.document
            and touches((citation.start, citation.end), accepted)
            for citation in self.answer.citations
        ]

    @property
    def right_author(self) -> bool:
        """Whether the first citation names one of the right authors, or nobody where nobody is."""
        names = self.answer.citations[0].authors if self.answer.citations else ()
        wanted = self.question.authors or ()
        return any(name in wanted for name in names) if wanted else not names

    @property
    def overlap(self) -> float:
        """How much of the cited and the wanted characters are the same."""
        cited = [
            (c.start, c.end) for c in self.answer.citations if c.path == self.question.document
        ]
        return overlap(cited, self.question.gold)


def run(name: str, settings: Settings, limit: int | None = None, shared: Path = SHARED) -> str:
    """A table of the measures on a question set, or on every n-th question to come to a limit."""
    outcomes = ask(load(name, shared), settings, limit)
    return table([("measure", "value", "95 % interval", "of"), *measures(outcomes)])


def ask(questions: QuestionSet, settings: Settings, limit: int | None = None) -> list[Outcome]:
    """The answers to a question set, from an index made for it and thrown away after."""
    with TemporaryDirectory() as folder:
        library = open_library(settings.model_copy(update={"data": Path(folder)}), create=True)
        library.ingest([corpus_source(questions.corpus)])
        step = max(1, len(questions.questions) // limit) if limit else 1
        outcomes = [
            Outcome(q, library.answerer.answer(q.text)) for q in questions.questions[::step]
        ]
        _check_quotes(outcomes, library)
        library.stores.vectors.close()
    return outcomes


def corpus_source(corpus: dict[str, str]) -> Source:
    """Texts in memory as a source: whatever else one had is removed."""
    pages = [
        page(text, key=f"eval:/{name}", path=name, markdown=name.endswith(".md"))
        for name, text in corpus.items()
    ]
    return Source("eval:/", 0, lambda: iter(pages))


def measures(outcomes: Sequence[Outcome]) -> list[tuple[str, str, str, str]]:
    """The rows of the table."""
    answerable = [outcome for outcome in outcomes if outcome.question.answerable]
    signed = [outcome for outcome in answerable if outcome.question.authors is not None]
    others = [outcome for outcome in outcomes if not outcome.question.answerable]
    times = [outcome.answer.timings_ms.total for outcome in outcomes]
    return [
        _row("first citation touches", [o.touching[:1] == [True] for o in answerable]),
        _row("any citation touches", [any(o.touching) for o in answerable]),
        _row("author of the first is right", [o.right_author for o in signed]),
        _row("overlap of citations (IoU)", [o.overlap for o in answerable]),
        _row("answered though answerable", [not o.answer.abstained for o in answerable]),
        _row("abstained as it should", [o.answer.abstained for o in others]),
        _row("citations in an answer", [len(o.answer.citations) for o in answerable], share=False),
        (
            "milliseconds, p50 / p95",
            f"{np.percentile(times, 50):.1f}",
            f"{np.percentile(times, 95):.1f}",
            str(len(times)),
        ),
    ]


def _row(name: str, values: Sequence[float], *, share: bool = True) -> tuple[str, str, str, str]:
    mean, low, high = interval([float(value) for value in values])
    value, lowest, highest = (
        f"{100 * number:.1f} %" if share else f"{number:.2f}" for number in (mean, low, high)
    )
    return name, value, f"{lowest} to {highest}", str(len(values))


def _check_quotes(outcomes: Sequence[Outcome], library: Library) -> None:
    """Every quotation is the stored text at its place: anything else is an error, not a figure."""
    for outcome in outcomes:
        for citation in outcome.answer.citations:
            document = library.archive.document(citation.document)
            assert document
            assert document.text[citation.start : citation.end] == citation.quote
