"""Words of a thread that stand in an earlier turn by somebody else: whose they are.

A comment that repeats a sentence of the one it answers quotes it, with marks or without.
"""

import re
from collections.abc import Iterator

from ingest.document import Segment

FEWEST_WORDS = 8
"""Fewer words in a row may be the same by chance."""

WORD = re.compile(r"[^\W_]+")
LEFT_OUT = re.compile(r"\[?(?:…|\.\.\.)\]?|\n")
LINE = re.compile(r"[^\n]*[^\s][^\n]*\n?")


class Earlier:
    """The words of the turns so far, each with who wrote it."""

    def __init__(self) -> None:
        self._said: list[tuple[int, Segment, str]] = []

    def add(self, number: int, segment: Segment, text: str) -> None:
        """Take in a turn."""
        self._said.append((number, segment, f" {_folded(text[segment.start : segment.end])} "))

    def who_said(self, words: str, answering: Segment) -> tuple[int, Segment] | None:
        """The turn by others that holds these words: the one answered, or else the earliest.

        What is left out of a quotation may lie between them: "… a goal […] a policy".
        """
        found = self._holding(_folded(words), answering)
        parts = [] if found else [_folded(part) for part in LEFT_OUT.split(words)]
        turns = [found, *(self._holding(part, answering) for part in parts)]
        said = {number: segment for number, segment in filter(None, turns)}
        number, segment = said.popitem() if len(said) == 1 else (0, answering)
        quoting = {author.name for author in answering.authors}
        own = segment is answering or quoting.intersection(segment.writers)
        return None if own else (number, segment)

    def _holding(self, folded: str, answering: Segment) -> tuple[int, Segment] | None:
        if folded.count(" ") + 1 < FEWEST_WORDS:
            return None
        turns = sorted(self._said, key=lambda turn: turn[0] != answering.parent)
        return next(((n, part) for n, part, said in turns if f" {folded} " in said), None)


def repeated_lines(text: str, segment: Segment, earlier: Earlier) -> Iterator[tuple[int, int]]:
    """The lines of a turn that others have written before it."""
    for line in LINE.finditer(text, segment.start, segment.end):
        if earlier.who_said(line.group(), segment):
            yield line.span()


def _folded(text: str) -> str:
    return " ".join(word.group().casefold() for word in WORD.finditer(text))
