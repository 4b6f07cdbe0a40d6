"""A plain line and its marks → its sentences, each with what it cites."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from answer.writing.marks import NOUN, Claim, Mark
from answer.writing.nouns import RUN, is_noun, listed
from answer.writing.reader import WordedMark
from index.sentences import sentences

NEAR = 40
"""Characters around marks that tell what they are there for."""

NEEDS_SPACE = '“"‘«([`$—–&' + NOUN


def claims(text: str, marks: Sequence[Mark]) -> list[Claim]:
    """The sentences of a line in which NOUN stands for each of its marks."""
    return _Parted().parting(text, marks).claims()


@dataclass(slots=True)
class _Parted:
    """A line without the marks that only cite: all marks by their places, and which are nouns."""

    text: str = ""
    marks: list[tuple[int, Mark]] = field(default_factory=list)
    nouns: set[int] = field(default_factory=set)

    def parting(self, text: str, marks: Sequence[Mark]) -> "_Parted":
        """Itself, with a line and its marks."""
        end = used = 0
        for run in RUN.finditer(text):
            number = run.group().count(NOUN)
            these, used = marks[used : used + number], used + number
            self.text += text[end : run.start()]
            end = run.end()
            worded = any(isinstance(mark, WordedMark) for mark in these)
            own = [Mark(mark.source, mark.sentence) for mark in these]
            if is_noun(self.text[-NEAR:], text[end : end + NEAR], worded):
                self._keep(own)
            else:
                end = self._close(text, end)
                self.marks += [(len(self.text.rstrip()), mark) for mark in own]
        self.text += text[end:]
        return self

    def _keep(self, marks: Sequence[Mark]) -> None:
        """Puts in marks that are nouns."""
        start, words = len(self.text), listed(len(marks))
        places = [start + place for place, sign in enumerate(words) if sign == NOUN]
        self.marks += zip(places, marks, strict=True)
        self.nouns.update(places)
        self.text += words

    def _close(self, text: str, end: int) -> int:
        """Leaves no trace of the marks before a place of the line; says where it goes on."""
        self.text = self.text.rstrip()
        if self.text.endswith("(") and text[end : end + 1] == ")":
            self.text, end = self.text[:-1].rstrip(), end + 1
        rest = text[end:].lstrip() if self.text else text[end:].lstrip(" :-–—")
        if self.text.endswith(tuple(".!?…")):
            rest = rest.lstrip(".,;")
        if self.text and rest and (rest[0].isalnum() or rest[0] in NEEDS_SPACE):
            self.text += " "
        return len(text) - len(rest)

    def claims(self) -> list[Claim]:
        """Its sentences."""
        spans = sentences(self.text, 0, len(self.text))
        starts = [start for start, _ in spans]
        marks: list[list[Mark]] = [[] for _ in spans]
        nouns: list[list[Mark]] = [[] for _ in spans]
        for place, mark in self.marks:
            noun = place in self.nouns and self.text[place : place + 1] == NOUN
            number = max(bisect_left(starts, place + noun) - 1, 0)
            if spans:
                marks[number].append(mark)
            if spans and noun:
                nouns[number].append(mark)
        return [
            Claim(" ".join(self.text[start:end].split()), tuple(dict.fromkeys(cited)), tuple(named))
            for (start, end), cited, named in zip(spans, marks, nouns, strict=True)
        ]
