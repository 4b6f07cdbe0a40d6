"""Words of a thread that stand in an earlier turn by somebody else: whose they are.

A comment that repeats a sentence of the one it answers quotes it, with marks or without.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from ingest.document import Segment
from ingest.markup import unlinked

FEWEST_WORDS = 8
"""Fewer words in a row may be the same by chance."""

WORD = re.compile(r"[^\W_]+")
LEFT_OUT = re.compile(r"\[?(?:…|\.\.\.)\]?|\n")
LINE = re.compile(r"[^\S\n]*+[^\s][^\n]*\n?")


class Earlier:
    """The words of the turns so far, each with who wrote it."""

    def __init__(self) -> None:
        self._said: dict[int, tuple[Segment, str]] = {}
        self._holders: dict[str, list[int]] = defaultdict(list)

    def __bool__(self) -> bool:
        return bool(self._said)

    def add(self, number: int, segment: Segment, text: str) -> None:
        """Take in a turn."""
        folded = _folded(text[segment.start : segment.end])
        self._said[number] = segment, f" {folded} "
        for run in dict.fromkeys(_runs(folded)):
            self._holders[run].append(number)

    def who_said(self, words: str, answering: Segment) -> tuple[int, Segment] | None:
        """The turn by others that holds these words: the one answered, or else the earliest.

        What is left out of a quotation may lie between them: "… a goal […] a policy".
        """
        if not self._said or len(words.split()) < FEWEST_WORDS:
            return None
        found = self._holding(_folded(words), answering)
        parts = [] if found else [_folded(part) for part in LEFT_OUT.split(words)]
        turns = [found, *(self._holding(part, answering) for part in parts)]
        said = {number: segment for number, segment in filter(None, turns)}
        number, segment = said.popitem() if len(said) == 1 else (0, answering)
        quoting = {author.name for author in answering.authors}
        own = segment is answering or quoting.intersection(segment.writers)
        return None if own else (number, segment)

    def _holding(self, folded: str, answering: Segment) -> tuple[int, Segment] | None:
        runs = _runs(folded)
        holders = min((self._holders.get(run, []) for run in runs), key=len, default=[])
        parent = [answering.parent] if answering.parent in self._said else []
        for number in [*parent, *holders] if runs else []:
            segment, said = self._said[number]
            if f" {folded} " in said:
                return number, segment
        return None


def repeated_lines(text: str, segment: Segment, earlier: Earlier) -> Iterator[tuple[int, int]]:
    """The lines of a turn that others have written before it."""
    lines = LINE.finditer(text, segment.start, segment.end) if earlier else ()
    for line in lines:
        if earlier.who_said(line.group(), segment):
            yield line.span()


def _runs(folded: str) -> list[str]:
    """All runs of as many words as a quotation has at the least."""
    words = folded.split(" ")
    return [" ".join(words[at : at + FEWEST_WORDS]) for at in range(len(words) - FEWEST_WORDS + 1)]


def _folded(text: str) -> str:
    return " ".join(word.group().casefold() for word in WORD.finditer(unlinked(text)))
