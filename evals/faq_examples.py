"""Questions put to a FAQ that has their entry, in other words, or from which it was taken away."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

import numpy as np

from answer.directory import Directory
from answer.faq.entry import Entry
from answer.faq.fields import entry
from answer.faq.matching import Matcher
from answer.people import named
from evals.questions import files, load, rows
from evals.retrieval import spread
from index.keywords import QUESTION_WORDS
from index.vector import Vectors
from ingest.people import Person

Kind = Literal["put otherwise", "in few words", "taken away", "of somebody", "elsewhere"]
"""What is asked: a phrasing that the FAQ is not told, or the question without its small words; a
question whose entry is gone; what somebody says to it; what other corpora are asked."""

RIGHT: tuple[Kind, ...] = ("put otherwise", "in few words")
"""The kinds that have an answer."""

FOREIGN = 200
"""Questions of each other set that are asked, at most."""

OTHERS = "seed", "chunking", "squad2"
"""The sets whose questions no FAQ answers."""

NAMES = "Ada Lindqvist", "Tomasz Okonjo", "Priya Halvorsen"
"""Of whom two wrote in the corpus."""

KNOWN = Directory([Person(name, (), (name,), 1, "metadata", None) for name in NAMES[:2]])
ASKING = "What does {} think: {}", "According to {}, {}", "{} on {}"

Embed = Callable[[str], Vectors]


@dataclass(frozen=True, slots=True)
class Example:
    """A question put to a FAQ; `gold` is the entry that answers it, if the FAQ has that.

    `right` is how close the closest phrasing of that entry comes, `other` that of all the others.
    """

    kind: Kind
    about: str
    question: str
    gold: str | None
    right: float
    other: float
    found: tuple[str, ...]
    """What is suggested for it, best first."""

    @property
    def close(self) -> float:
        """How close the entry comes that would be shown; whoever is asked must be spoken of."""
        return 0.0 if named(self.question, KNOWN).asked_for else max(self.right, self.other)

    @property
    def is_right(self) -> bool:
        """Whether the entry that would be shown is the one that answers."""
        return self.right > self.other


def entries(shared: Path) -> list[Entry]:
    """The entries of all FAQs of the material, a question once."""
    data = shared / "data"
    found: dict[str, Entry] = {}
    sources = [
        *files(data / "sources" / "aisafety_info", "questions*.jsonl"),
        *files(data / "lesswrong", "faq_questions.*.jsonl"),
    ]
    for row in rows(*sources):
        one = entry({"answer": "-", **row})
        known = found.setdefault(one.question, one)
        if len(one.phrasings) > len(known.phrasings):
            found[one.question] = replace(known, phrasings=one.phrasings)
    return list(found.values())


def examples(shared: Path, embed: Embed, limit: int | None = None) -> Iterator[Example]:
    """All examples; the limit is on the entries that are asked for."""
    known = entries(shared)
    vectors = {text: embed(text) for one in known for text in one.asked}
    asking = _Asking(known, vectors, embed)
    for one in spread(known, limit):
        yield from asking.own(one)
    for name in OTHERS:
        for question in spread(load(name, shared).questions, min(FOREIGN, limit or FOREIGN)):
            yield asking.asked("elsewhere", "", question.text, asking.whole)


class _Asking:
    """A FAQ that is asked, whole or without some of its texts."""

    def __init__(
        self, entries: Sequence[Entry], vectors: Mapping[str, Vectors], embed: Embed
    ) -> None:
        self.entries, self.vectors, self.embed = entries, vectors, embed
        self.whole = Matcher(entries, vectors)

    def own(self, one: Entry) -> Iterator[Example]:
        """What is asked for an entry."""
        gone = Matcher([other for other in self.entries if other.id != one.id], self.vectors)
        for text in one.asked:
            yield self.asked("taken away", one.id, text, gone)
            others = [other for other in one.asked if other != text]
            if others:
                left = replace(one, question=others[0], phrasings=tuple(others[1:]))
                matcher = Matcher([left if e is one else e for e in self.entries], self.vectors)
                yield self.asked("put otherwise", one.id, text, matcher, one.id)
        yield self.asked("in few words", one.id, few(one.question), self.whole, one.id)
        number = self.entries.index(one)
        asking = ASKING[number % len(ASKING)].format(NAMES[number % len(NAMES)], one.question)
        yield self.asked("of somebody", one.id, asking, self.whole)

    def asked(
        self, kind: Kind, about: str, text: str, faq: Matcher, gold: str | None = None
    ) -> Example:
        """A question put to a FAQ."""
        vector = self.embed(text)
        close = faq.closeness(text, vector)
        own = np.array([faq.owner(number).id == gold for number in range(len(close))])
        found = tuple(match.entry.id for match in faq.search(text, vector, 3))
        right, other = (float(close[one].max(initial=0.0)) for one in (own, ~own))
        return Example(kind, about, text, gold, right, other, found)


def few(question: str) -> str:
    """The words of a question that say something, as somebody types them who is in a hurry."""
    kept = (word.strip("?.,“”\"'()").lower() for word in question.split())
    return " ".join(word for word in kept if word and word not in QUESTION_WORDS)
