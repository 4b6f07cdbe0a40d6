"""Replies that go round in circles."""

import re
from collections import Counter

LONGEST_UNIT = 300
TIMES = 4
LEAST = 120
"""Characters of the same again and again, from which on it is a loop, whatever is repeated."""

STEP = 16
"""Characters after which is looked again: at the same places, whatever pieces a reply comes in."""

SENTENCE_END = re.compile(r"[.!?…][\"”’)*]{0,3}\s|\n")
END_LENGTH = 5
LONG_WORDS = 5
SAME = 3
"""Times that one sentence is said in a reply that goes on saying it."""

WORD = re.compile(r"\w+")
NUMBERS = re.compile(r"[\[(][\d\s.,;–-]*[\])]")


class Loop:
    """Tells that a reply says the same again and again, be it signs, words or whole sentences.

    `useful` is how many of its characters come before the repetitions.
    """

    def __init__(self) -> None:
        self.useful = 0
        self._text = ""
        self._ended = 0  # where the last sentence that ended does so
        self._said: Counter[str] = Counter()
        self._again: dict[str, int] = {}
        self._looped = False

    def feed(self, text: str) -> bool:
        """Whether the reply up to here goes round in circles."""
        while text and not self._looped:
            length = STEP - len(self._text) % STEP
            before, self._text = len(self._text), self._text + text[:length]
            text = text[length:]
            self._looped = self._says_again(before) or self._repeats()
            if not self._looped:
                self.useful = len(self._text)
        return self._looped

    def _repeats(self) -> bool:
        """Whether the reply ends with the same unit many times."""
        end = len(self._text)
        if end % STEP:
            return False
        for unit in range(1, min(LONGEST_UNIT, end // TIMES) + 1):
            start = end - max((TIMES - 1) * unit, LEAST - unit)
            if start >= unit and self._text.startswith(self._text[start:end], start - unit):
                self.useful = self._first(start - unit, unit) + unit
                return True
        return False

    def _first(self, start: int, unit: int) -> int:
        """Where a unit begins to be repeated that is so from a place on."""
        while start and self._text[start - 1] == self._text[start - 1 + unit]:
            start -= 1
        return start

    def _says_again(self, before: int) -> bool:
        """Whether a sentence that ended since a place was said often enough before."""
        for found in SENTENCE_END.finditer(self._text, max(self._ended, before - END_LENGTH)):
            start, self._ended = self._ended, found.end()
            words = WORD.findall(NUMBERS.sub("", self._text[start : self._ended]).casefold())
            if len(words) < LONG_WORDS:
                continue
            same = " ".join(words)
            self._said[same] += 1
            if self._said[same] == SAME - 1:
                self._again[same] = start
            if self._said[same] == SAME:
                self.useful = self._again[same]
                return True
        return False
