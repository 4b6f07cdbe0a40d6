"""Patterns found in a text that comes in pieces. The only file that imports regex.

It is that library because it can tell of a beginning whether more text may still make a match of
it, so that nothing is held back that need not be.
"""

from abc import ABC, abstractmethod

import regex  # type: ignore[import-untyped]  # it ships no types

LONGEST = 200
"""Characters that are held back at most."""


class Awaited:
    """A pattern whose match may be in the making.

    What is behind its last named group is only looked at, and no part of the match.
    """

    def __init__(self, pattern: str) -> None:
        self._pattern = regex.compile(pattern, regex.VERBOSE)

    def match(self, text: str) -> "Match | None":
        """What the whole of a text is, or may become; nothing where it can become none."""
        found = self._pattern.fullmatch(text, partial=True)
        if not found:
            return None
        if found.partial:
            return UNFINISHED
        groups: dict[str, list[str]] = found.capturesdict()
        return Match(max(map(found.end, groups)), groups)


class Match:
    """The first `end` characters of a text that was held back, and all that each group took.

    `end` is nothing while the match is unfinished.
    """

    __slots__ = ("end", "groups")

    def __init__(self, end: int, groups: dict[str, list[str]]) -> None:
        self.end, self.groups = end, groups


UNFINISHED = Match(0, {})


class Finder(ABC):
    """Takes a text apart, character by character: the pieces that it comes in do not count."""

    def __init__(self) -> None:
        self._held = ""
        self._awaited: Awaited | None = None
        self._best: Match | None = None

    @abstractmethod
    def _opens(self, character: str) -> Awaited | None:
        """What may begin with a character at this place."""

    @abstractmethod
    def _say(self, text: str) -> None:
        """Takes text in which nothing begins."""

    @abstractmethod
    def _meet(self, match: Match, text: str) -> None:
        """Takes a match and its text."""

    def _take(self, text: str) -> None:
        """Reads on."""
        waiting = list(reversed(text))
        while waiting:
            character = waiting.pop()
            if self._awaited is None:
                self._awaited = self._opens(character)
            if self._awaited is None:
                self._say(character)
            elif not self._goes_on(self._awaited, self._held + character):
                waiting.extend(reversed(self._decide()))

    def _goes_on(self, awaited: Awaited, held: str) -> bool:
        """Whether what is held back, with another character, may still become a match."""
        self._held = held
        found = awaited.match(held) if len(held) <= LONGEST else None
        if found and found.end:
            self._best = found
        return found is not None

    def _decide(self) -> str:
        """Takes what is held back for what it is by now; returns what is to be read again."""
        held, best = self._held, self._best
        self._held, self._awaited, self._best = "", None, None
        if best:
            self._meet(best, held[: best.end])
            return held[best.end :]
        self._say(held[0])
        return held[1:]

    def _end(self) -> None:
        """Takes what is still held back: nothing more will come."""
        while self._held:
            self._take(self._decide())
