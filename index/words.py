"""The words of a question, each counting as much as it is rare in the corpus."""

import math
from functools import cached_property

from index.keywords import KeywordIndex


class Words:
    """The stems of a question's words with their weights."""

    def __init__(self, question: str, keywords: KeywordIndex) -> None:
        self._keywords = keywords
        count = keywords.count()
        self.frequencies = {
            term: keywords.frequency(term) for term in dict.fromkeys(keywords.terms(question))
        }
        self.weights = {
            term: math.log(1 + (count - frequency + 0.5) / (frequency + 0.5))
            for term, frequency in self.frequencies.items()
        }

    @cached_property
    def total(self) -> float:
        """The weight of the whole question."""
        return sum(self.weights.values())

    def held(self, text: str) -> frozenset[str]:
        """Which of the question's words a text holds."""
        return frozenset(self.weights.keys() & set(self._keywords.stems(text)))

    def share(self, held: frozenset[str]) -> float:
        """How much of the question these of its words are, from 0 to 1."""
        return sum(self.weights[term] for term in held) / self.total if self.total else 0.0

    @property
    def unseen(self) -> float:
        """How much of the question no passage of the corpus holds at all, from 0 to 1."""
        return self.share(frozenset(term for term, found in self.frequencies.items() if not found))
