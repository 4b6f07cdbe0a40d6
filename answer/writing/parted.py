"""A plain line and its marks → its sentences, each with what it cites."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from answer.writing.marks import NOUN, Claim, Mark
from answer.writing.markup import masked
from answer.writing.nouns import RUN, is_noun, listed
from answer.writing.reader import WordedMark
from index.sentences import sentences

NEAR = 40
"""Characters around marks that tell what they are there for."""

SPACE = re.compile(r"\s+")
STOPS = (".", "!", "?", "…")
NEEDS_SPACE = '“"‘«([`$—–&' + NOUN


LEADING = re.compile(rf"\s*{NOUN}[\s{NOUN},;]*(?:\s|:)\s*(?P<first>[^\s{NOUN}])")
BEHIND_STOP = re.compile(r"[.!?…][\"”’)\]]*\s+$")


def leads(text: str) -> bool:
    """Whether a line has its marks before its sentences: "[1] This is so. [2] That is not."."""
    found = LEADING.match(text)
    return bool(found and (found["first"].isupper() or found["first"] in '“"‘('))


def claims(text: str, marks: Sequence[Mark], leading: bool = False) -> list[Claim]:
    """The sentences of a line in which NOUN stands for each of its marks.

    Marks between two sentences belong to the first of them, or to the second where they are
    `leading`.
    """
    return _Parted(leading).parting(SPACE.sub(" ", text), marks).claims()


@dataclass(slots=True)
class _Parted:
    """A line without the marks that only cite: all marks by their places, and which are nouns."""

    leading: bool
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
                ahead = self.leading and BEHIND_STOP.search(self.text[-NEAR:])
                end = self._close(text, end)
                place = len(self.text) + 1 if ahead else len(self.text.rstrip())
                self.marks += [(place, mark) for mark in own]
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
        if self.text.endswith(STOPS):
            rest = rest.lstrip(".,;")
        elif not rest or rest[0] in ".,;:!?…)":
            self.text = self.text.rstrip(" ,;–—-")
        if self.text and rest and (rest[0].isalnum() or rest[0] in NEEDS_SPACE):
            self.text += " "
        return len(text) - len(rest)

    def claims(self) -> list[Claim]:
        """Its sentences."""
        spans = sentences(masked(self.text), 0, len(self.text))
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
            Claim(SPACE.sub(" ", self.text[start:end]), tuple(dict.fromkeys(cited)), tuple(named))
            for (start, end), cited, named in zip(spans, marks, nouns, strict=True)
        ]
