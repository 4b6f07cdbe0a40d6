"""Questions with and without an answer in the corpus that they are asked of, and their features.

Each set is asked its own questions; once more with every passage left out that holds the answer;
and questions of the other sets, and of an FAQ that belongs to none of them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from answer.confidence import Features
from answer.finding import Finder, Part, Weighed
from answer.people import Named
from evals import kept
from evals.answers import corpus_source
from evals.metrics import Stretch, meets
from evals.questions import files, load, rows
from evals.retrieval import opened, spread, told
from evals.scifact import abstracts, claim
from faces.library import Library
from index.filters import EVERYTHING
from index.hit import Hit
from ingest.sources import Source
from settings import Settings

Kind = Literal["right", "missed", "unanswerable", "taken away", "foreign"]
"""The quotations touch the answer; they do not; there is none, and so for three reasons."""

SAMPLE, FOREIGN = 1_000, 60
"""Questions of a set, at most, and of each of the others that are asked of its corpus."""

QUESTIONS = "seed", "chunking", "squad2"
"""The sets beside the claims of SciFact."""

ALIKE = {("seed", "faq")}
"""Sets and those whose questions may have an answer there."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, with the spans that answer it."""

    text: str
    gold: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """The features of what is quoted for a question that is asked of the corpus of a set.

    Whatever they are, it is no answer where it is `lacking` the time or the number asked for.
    """

    set: str
    kind: Kind
    question: str
    features: Features
    lacking: bool


def examples(settings: Settings, shared: Path) -> Iterator[Example]:
    """The examples of all sets, each from its kept index."""
    corpora = _corpora(shared)
    asked = {name: spread(corpus.asked, SAMPLE) for name, corpus in corpora.items()}
    faq = files(shared / "data" / "sources" / "aisafety_info", "questions*.jsonl")
    asked["faq"] = [Asked(row["question"]) for row in rows(*faq)]
    for name, corpus in corpora.items():
        place = settings.model_copy(update={"data": kept(name, settings, shared)})
        foreign = [
            one
            for other, questions in asked.items()
            if other != name and (name, other) not in ALIKE
            for one in spread(questions, FOREIGN)
        ]
        with opened(place, [corpus.source]) as library:
            asking = _Asking(name, library)
            for one in told(asked[name]):
                yield from asking.own(one)
            for one in told(foreign):
                yield from asking.foreign(one)


@dataclass(frozen=True, slots=True)
class _Corpus:
    """The corpus of a set, and the questions that are asked of it."""

    source: Source
    asked: Sequence[Asked]


def _corpora(shared: Path) -> dict[str, _Corpus]:
    folder = shared / "data" / "scifact"
    read = files(folder, "corpus.jsonl*")
    claims = [claim(row) for row in rows(*files(folder, "claims.*.jsonl"))]
    about = [Asked(one.text, one.evidence) for one in claims if one.evidence]
    scifact = _Corpus(Source("eval:/", 0, lambda: abstracts(*read)), about)
    return {name: _questions(name, shared) for name in QUESTIONS} | {"scifact": scifact}


def _questions(name: str, shared: Path) -> _Corpus:
    chosen = load(name, shared)
    asked = [
        Asked(one.text, tuple(Stretch(one.document, *span) for span in one.gold + one.also))
        for one in chosen.questions
    ]
    return _Corpus(corpus_source(chosen.corpus), asked)


class _Asking:
    """Asks questions of the corpus of one set, as an answer would be looked for."""

    def __init__(self, name: str, library: Library) -> None:
        self._name, self._library = name, library
        self._finder = Finder(library.search, library.stores.keywords)

    def own(self, asked: Asked) -> Iterator[Example]:
        """The question with what is found, and with what is found beside its answer."""
        for named, part in self._found(asked):
            weighed = self._finder.weighed(part, named)
            touching = any(
                meets(_stretch(run.hit, run.start, run.end), asked.gold) for run in weighed.runs
            )
            kind: Kind = "right" if touching else "missed" if asked.gold else "unanswerable"
            yield _example(self._name, kind, asked, weighed)
            left = replace(part, hits=[hit for hit in part.hits if not _holds(hit, asked.gold)])
            if asked.gold and left.hits:
                again = self._finder.weighed(left, named)
                yield _example(self._name, "taken away", asked, again)

    def foreign(self, asked: Asked) -> Iterator[Example]:
        """The question with what is found."""
        for named, part in self._found(asked):
            yield _example(self._name, "foreign", asked, self._finder.weighed(part, named))

    def _found(self, asked: Asked) -> Iterator[tuple[Named, Part]]:
        """What is found, if anything, unless somebody is asked for who is not there."""
        answerer = self._library.answerer
        named = answerer.named(asked.text)
        if not named.unknown or named.speaking:
            parts = self._finder.parts(named, answerer.directory, EVERYTHING)
            yield from [(named, part) for part in parts if part.hits][:1]


def _example(name: str, kind: Kind, asked: Asked, weighed: Weighed) -> Example:
    return Example(name, kind, asked.text, weighed.features, weighed.lacking is not None)


def _holds(hit: Hit, gold: Sequence[Stretch]) -> bool:
    return meets(_stretch(hit, hit.passage.start, hit.passage.end), gold)


def _stretch(hit: Hit, start: int, end: int) -> Stretch:
    return Stretch(hit.document.path or "", start, end)
