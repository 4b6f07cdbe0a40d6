"""The words of many short texts: how much of a question each of them shares, rare ones first."""

import math
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from index.keywords import QUESTION_WORDS, stemmer
from index.vector import Vectors

LEAST_OF_A_WORD = 2
"""Letters of a word that is still being typed with which words that begin so are found."""


class Words:
    """The stems of texts; a word that few of them have counts much."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._terms, self._all = stemmer(QUESTION_WORDS), stemmer()
        self._holders: dict[str, set[int]] = {}
        self._begun: dict[str, set[int]] = {}
        self._size = len(texts)
        for number, text in enumerate(texts):
            for stem in self._all(text):
                self._holders.setdefault(stem, set()).add(number)
            for word in _written(text):
                self._begun.setdefault(word, set()).add(number)
        self._sorted = sorted(self._begun)
        self._totals = [
            np.array([self._total(stems(text)) for text in texts], np.float32)
            for stems in (self._terms, self._all)
        ]

    def shares(self, text: str) -> tuple[Vectors, Vectors]:
        """How much of a text each of the texts holds, and how much of each of them it holds.

        The less of two: with the words that only make a question a question, and without. They
        tell "What is a mind?" from "Who has a mind?", but must not make other questions alike.
        """
        held, holding = [], []
        for stems, totals in zip((self._terms, self._all), self._totals, strict=True):
            own = set(stems(text))
            if own:
                weight = self._weight({stem: self._held(stem) for stem in own})
                held.append(_share(weight, self._total(own)))
                holding.append(np.where(totals > 0, _share(weight, totals), 1.0))
        nothing: Vectors = np.zeros(self._size, np.float32)
        if not held:
            return nothing, nothing
        return np.minimum.reduce(held), np.minimum.reduce(holding).astype(np.float32)

    def typed(self, text: str) -> Vectors:
        """How much of a text each of the texts holds, where its last word may go on.

        Words that only make a question a question are left out: it may have no others yet.
        """
        *whole, last = _written(text) or [""]
        if len(last) < LEAST_OF_A_WORD or text[-1:].isspace():
            return self.shares(text)[0]
        parts = {stem: self._held(stem) for stem in self._terms(" ".join(whole))}
        parts[last] = set().union(*self._going_on(last), *map(self._held, self._all(last)))
        total = sum(_rarity(len(holders), self._size) for holders in parts.values())
        return _share(self._weight(parts), total)

    def _weight(self, parts: Mapping[str, set[int]]) -> Vectors:
        """What each text weighs of words, which are given with the texts that hold them."""
        weights: Vectors = np.zeros(self._size, np.float32)
        for holders in parts.values():
            weights[list(holders)] += _rarity(len(holders), self._size)
        return weights

    def _total(self, stems: Iterable[str]) -> float:
        return sum(_rarity(len(self._held(stem)), self._size) for stem in set(stems))

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
