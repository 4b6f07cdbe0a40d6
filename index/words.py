"""The words of a question, each counting as much as it is rare in the corpus."""

import math
from functools import cached_property

from index.keywords import KeywordIndex


class Words:
    """The stems of a question's words with their weights."""

    def __init__(self, question: str, keywords: KeywordIndex) -> None:
        self._keywords = keywords
        count = keywords.count()
        self.weights = {
            term: _rarity(keywords.frequency(term), count) for term in keywords.terms(question)
        }

    @cached_property
    def total(self) -> float:
        """The weight of the whole question."""
        return sum(self.weights.values())

    def held(self, text: str) -> frozenset[str]:
        """Which of the question's words a text holds."""
        return frozenset(self.weights.keys() & set(self._keywords.stems(text)))

    def headed(self, heading: str | None) -> frozenset[str]:
        """Which of the question's words a heading holds, if there is one."""
        return self.held(heading) if heading else frozenset()

    def share(self, held: frozenset[str]) -> float:
        """How much of the question these of its words are, from 0 to 1."""
        return sum(self.weights[term] for term in held) / self.total if self.total else 0.0


def _rarity(frequency: int, count: int) -> float:
    """The weight of a word that so many of all passages hold, as BM25 has it."""
    frequency = min(frequency, count)  # what was removed of late still counts towards the first
    return math.log(1 + (count - frequency + 0.5) / (frequency + 0.5))
