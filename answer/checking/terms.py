"""The words of a text as they are compared: stems, without those that say nothing."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from index.keywords import QUESTION_WORDS
from index.passage import readable

Stems = Callable[[str], Iterable[str]]
"""The stems of the words of a text, as the keyword index has them."""

WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")

TURNED = re.compile(r"(?:un|in|im|ir|il|dis|non|mis)-?(?P<rest>[^\W_]{4,})")

EMPTY = frozenset(QUESTION_WORDS) | frozenset(
    """
    above according again although another around author authors away because both come comes
    despite doesn down each either enough even ever every few first further hence here however
    indeed instead itself kind less lot much my myself neither never nor not now off often once
    own page per perhaps quite rather really said second seem seems several similarly simply sort
    source sources still text themselves therefore thus till together toward towards upon use
    used uses using via way ways well whereas within without writer yes yet
    """.split()  # noqa: SIM905  # reads best so
)
"""Words that say nothing about what is said."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a text with its stem, and where it begins."""

    word: str
    stem: str
    start: int


class Stemmer:
    """The terms of texts; each word is stemmed once."""

    def __init__(self, stems: Stems) -> None:
        self._stems = stems
        self._known: dict[str, str] = {}

    def stem(self, word: str) -> str:
        """The stem of a word."""
        small = re.split(r"[’']", word.casefold(), maxsplit=1)[0]
        if small not in self._known:
            self._known[small] = "".join(self._stems(small)) or small
        return self._known[small]

    def opposite(self, word: str) -> str | None:
        """The stem of a word without what turns it round: "safe" of "unsafe"."""
        found = TURNED.fullmatch(word.casefold())
        return self.stem(found["rest"]) if found else None

    def terms(self, text: str) -> Iterator[Term]:
        """All words of a text."""
        for found in WORD.finditer(text):
            yield Term(found.group().casefold(), self.stem(found.group()), found.start())

    def content(self, text: str) -> list[Term]:
        """The words that say something; numbers are none of them."""
        return [term for term in self.terms(readable(text)) if says(term.word)]


def says(word: str) -> bool:
    """Whether a word says something about a subject."""
    return len(word) > 1 and word not in EMPTY and not any(map(str.isdigit, word))
