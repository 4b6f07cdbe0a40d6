"""Whether questions about people are answered with their words alone.

whosaid eval people users

Nobody's words may stand under another's name, and who is not there must be missed.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from answer.record import Answer, Citation
from errors import BadInput
from evals.forum import WORD, same
from evals.metrics import share, shared
from evals.people_corpora import CORPORA, Corpus
from evals.questions import SHARED
from faces.library import open_library
from faces.render import table
from ingest.document import UNNAMED
from settings import Settings

QUESTIONS = 40
"""Of each kind."""

TOUCHING = 15
"""Characters of a stretch that a citation must hold to be judged by it."""

INVENTED = (
    "Marlon Quistgaard", "Odalys Trenhaile", "Wim Oudekerk", "Sunniva Brathwaite",
    "Teodora Plimsoll", "Dr. Ansel Verhoeven", "Ingmar Tolliver", "Priya Castellanos",
)  # fmt: skip
FULL_NAME = re.compile(r"[A-Z]\w+ [A-Z]\w+")
ELSEWHERE = re.compile(
    r"\b([A-Z][a-z]+ [A-Z][a-z]+) (?:writes|wrote|says|said|argues|argued|thinks|thought|claims)\b"
)
"""Somebody of whom a text tells what they said."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question, of a kind, for the words of some people; of people who are not there: absent."""

    kind: str
    text: str
    people: tuple[tuple[str, ...], ...]
    absent: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """A question with its answer; `wrong` are the citations of words that another wrote."""

    question: Question
    answer: Answer
    wrong: tuple[Citation, ...] = field(default=())

    @property
    def strangers(self) -> bool:
        """Whether words are cited of somebody who is not asked for."""
        return any(
            not any(same(name, names) for names in self.question.people)
            for citation in self.answer.citations
            for name in citation.authors
        )

    @property
    def all_present(self) -> bool:
        """Whether each of those who are asked for is cited."""
        cited = [name for citation in self.answer.citations for name in citation.authors]
        return all(any(same(name, names) for name in cited) for names in self.question.people)


def questions(corpus: Corpus, number: int = QUESTIONS) -> Iterator[Question]:
    """So many of each kind, always the same ones."""
    texts = list(corpus.texts)
    Random(0).shuffle(texts)
    texts = texts[:number]
    for text in texts:
        yield Question(
            "thinks", f"What does {text.names[0]} think about {text.topic}?", (text.names,)
        )
        yield Question(
            "changed", f"Has {text.names[0]} changed their mind about {text.topic}?", (text.names,)
        )
    for one, other in pairwise(texts):
        if one.names != other.names:
            asked = f"Where do {one.names[0]} and {other.names[0]} disagree about {one.topic}?"
            yield Question("disagree", asked, (one.names, other.names))
    for kind, names in absent(corpus).items():
        for name, text in zip(names, texts, strict=False):
            yield Question(
                kind, f"What does {name} think about {text.topic}?", ((name,),), absent=True
            )


def absent(corpus: Corpus) -> dict[str, list[str]]:
    """Names that nobody here has: made up, misspelt, put together, and of whom others write."""
    full = [name for names in corpus.people if FULL_NAME.fullmatch(name := names[0])]
    crossed = [f"{one.split()[0]} {other.split()[-1]}" for one, other in pairwise(full)]
    texts = [page.text for page in corpus.pages.values()]
    small = {word.casefold() for text in texts for word in WORD.findall(text) if word.islower()}
    told_of = [name for text in texts for name in ELSEWHERE.findall(text)]
    found = {
        "invented": list(INVENTED),
        "misspelt": [misspelt(names[0]) for names in corpus.people if len(names[0]) > 5],
        "crossed": crossed,
        "told of": [n for n in dict.fromkeys(told_of) if not small & set(n.casefold().split())],
    }
    return {
        kind: [name for name in names if not corpus.knows(name)][:QUESTIONS]
        for kind, names in found.items()
    }


def misspelt(name: str) -> str:
    """A name with a letter too few in its longest word."""
    longest = max(re.findall(r"\w+", name.replace("_", " ")), key=len)
    middle = len(longest) // 2
    return name.replace(longest, longest[:middle] + longest[middle + 1 :])


def wrong(citation: Citation, corpus: Corpus) -> bool:
    """Whether another wrote the words than the one under whose name they stand.

    Words in quotation marks may be whose the page says.
    """
    page = corpus.pages[citation.source_id or citation.path or ""]
    span = citation.start, citation.end
    touched = [whose for part, whose in page.truths if shared(span, [part]) >= TOUCHING]
    if citation.speaker:
        open_ = citation.speaker == UNNAMED or shared(span, page.in_marks) > TOUCHING
        names = {name for whose in touched for name in whose.names}
        return not open_ and bool(names) and not same(citation.speaker, names, partly=True)
    return any(
        whose.quoted is True or not same(name, whose.names)
        for name in citation.authors
        for whose in touched
    )


def run(name: str, settings: Settings, limit: int | None = None, shared: Path = SHARED) -> str:
    """A table of the measures by kind of question; the limit is on the texts of the corpus."""
    outcomes = [outcome for one in _names(name) for outcome in ask(one, settings, limit, shared)]
    return table([("questions", "of", *MEASURES), *_rows(outcomes)])


def _names(name: str) -> list[str]:
    if name not in (*CORPORA, "all"):
        raise BadInput(f"{name}: no such corpus; there are all, {', '.join(CORPORA)}")
    return list(CORPORA) if name == "all" else [name]


def ask(
    name: str, settings: Settings, limit: int | None = None, shared: Path = SHARED
) -> list[Outcome]:
    """The answers to the questions about the people of a corpus."""
    with TemporaryDirectory() as data, TemporaryDirectory() as files:
        corpus = CORPORA[name](shared, Path(files), limit)
        library = open_library(settings.model_copy(update={"data": Path(data)}), create=True)
        library.ingest([corpus.source])
        outcomes = []
        for question in questions(corpus):
            answer = library.answerer.answer(question.text)
            bad = tuple(one for one in answer.citations if wrong(one, corpus))
            outcomes.append(Outcome(question, answer, bad))
        library.stores.vectors.close()
    return outcomes


MEASURES: dict[str, Callable[[Outcome], bool | None]] = {
    "another's words": lambda one: bool(one.wrong),
    "words of others": lambda one: one.strangers,
    "answered": lambda one: not one.answer.abstained,
    "all present": lambda one: None if one.question.absent else one.all_present,
}
"""Shares of questions: words under a name that is not their author's, words of somebody who was not
asked for, answers, and answers that cite everybody who was asked for."""


def _rows(outcomes: Sequence[Outcome]) -> Iterator[tuple[str, ...]]:
    for kind in dict.fromkeys(one.question.kind for one in outcomes):
        part = [one for one in outcomes if one.question.kind == kind]
        cells = (
            share((one.question.text, verdict(one)) for one in part)
            for verdict in MEASURES.values()
        )
        yield kind, str(len(part)), *cells


def errors(name: str, settings: Settings | None = None, limit: int | None = None) -> list[str]:
    """Answers that give words to the wrong person, or that tell of somebody who is not there."""
    return [
        f"[{one.question.kind}{' · wrong' * bool(one.wrong)}] {one.question.text} → "
        + " | ".join(
            f"{c.speaker or ', '.join(c.authors)}: {c.quote[:200]!r}"
            for c in one.wrong or one.answer.citations
        )
        for one in ask(name, settings or Settings(), limit)
        if one.wrong or one.strangers or (one.question.absent and not one.answer.abstained)
    ]
