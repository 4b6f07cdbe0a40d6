"""The words of many short texts: how much of a question each of them shares, rare ones first."""

import math
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

import numpy as np

from index.keywords import QUESTION_WORDS, stemmer
from index.vector import Vectors

LEAST_OF_A_WORD = 2
"""Letters of a word that is still being typed with which words that begin so are found."""


class Words:
    """The stems of texts; question words say nothing, unless a text has no others."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._terms, self._all = stemmer(QUESTION_WORDS), stemmer()
        self._holders: dict[str, set[int]] = {}
        self._begun: dict[str, set[int]] = {}
        self._size = len(texts)
        stems = [self.stems(text) for text in texts]
        for number, (text, own) in enumerate(zip(texts, stems, strict=True)):
            for stem in own:
                self._holders.setdefault(stem, set()).add(number)
            for word in _written(text):
                self._begun.setdefault(word, set()).add(number)
        self._sorted = sorted(self._begun)
        weights = (sum(self.weight(stem) for stem in own) for own in stems)
        self._weights = np.fromiter(weights, np.float32, self._size)

    def stems(self, text: str) -> list[str]:
        """The different stems of a text."""
        return list(dict.fromkeys(self._terms(text) or self._all(text)))

    def weight(self, stem: str) -> float:
        """What a stem counts: the more, the fewer texts have it."""
        return _rarity(len(self._held(stem)), self._size)

    def shares(self, text: str) -> tuple[Vectors, Vectors]:
        """How much of a text each of the texts holds, and how much of each of them it holds."""
        held: Vectors = np.zeros(self._size, np.float32)
        weights = {stem: self.weight(stem) for stem in self.stems(text)}
        for stem, weight in weights.items():
            held[list(self._held(stem))] += weight
        return _share(held, sum(weights.values())), _share(held, self._weights)

    def typed(self, text: str) -> Vectors:
        """How much of a text each of the texts holds, where its last word may go on."""
        *whole, last = _written(text) or [""]
        if len(last) < LEAST_OF_A_WORD or text[-1:].isspace():
            return self.shares(text)[0]
        parts = {stem: self._held(stem) for stem in self._terms(" ".join(whole))}
        parts[last] = set().union(*self._going_on(last), *map(self._held, self._all(last)))
        weights = {stem: _rarity(len(holders), self._size) for stem, holders in parts.items()}
        held: Vectors = np.zeros(self._size, np.float32)
        for stem, holders in parts.items():
            held[list(holders)] += weights[stem]
        return _share(held, sum(weights.values()))

    def _held(self, stem: str) -> set[int]:
        return self._holders.get(stem, set())

    def _going_on(self, start: str) -> Iterator[set[int]]:
        for word in self._sorted[bisect_left(self._sorted, start) :]:
            if not word.startswith(start):
                return
            yield self._begun[word]


def _share(held: Vectors, total: Vectors | float) -> Vectors:
    shares: Vectors = np.minimum(held / np.maximum(total, np.float32(1e-6)), 1.0)
    return shares.astype(np.float32)


def _written(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _rarity(frequency: int, count: int) -> float:
    """The weight of a word that so many of all texts hold, as BM25 has it."""
    return math.log(1 + (count - frequency + 0.5) / (frequency + 0.5))
