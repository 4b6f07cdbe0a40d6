"""Which entries a text comes close to: by the meaning of their phrasings and by their words."""

from collections.abc import Mapping, Sequence

import numpy as np

from answer.faq.entry import Entry, Match
from answer.faq.sureness import closeness, sureness
from answer.faq.words import Words
from index.vector import Vectors

MEANING, IN_ANSWER = 0.6, 0.75
"""What the meaning of a phrasing counts, its words the rest; words of the answer beside those."""

LEAST, BESIDE = 0.3, 0.5
"""The score below which an entry has nothing to do with a text, and the share of the best one's."""


class Matcher:
    """Published entries, ready to be searched; `vectors` has one for each way to ask them."""

    def __init__(self, entries: Sequence[Entry], vectors: Mapping[str, Vectors]) -> None:
        self.entries = entries
        self._texts = [text for entry in entries for text in entry.asked]
        self._owner = np.repeat(np.arange(len(entries)), [len(one.asked) for one in entries])
        self._vectors = np.array([vectors[text] for text in self._texts])
        self._asked = Words(self._texts)
        self._answers = Words([f"{' '.join(one.tags)} {one.answer}" for one in entries])

    def search(self, text: str, vector: Vectors, count: int) -> list[Match]:
        """The entries that come closest to a text that may not be whole yet, best first."""
        if not self.entries:
            return []
        meaning = np.clip(self._cosines(vector), 0.0, 1.0)
        told = IN_ANSWER * self._answers.typed(text)[self._owner]
        words = np.maximum(self._asked.typed(text), told)
        scores = MEANING * meaning + (1 - MEANING) * words
        best = np.array(self._best(scores))
        order = best[np.argsort(-scores[best], kind="stable")][:count]
        least = max(LEAST, BESIDE * float(scores[order[0]]))
        return [self._match(int(one), float(scores[one])) for one in order if scores[one] >= least]

    def closest(self, text: str, vector: Vectors) -> Match | None:
        """The entry that is most surely asked by a text, with how sure that is."""
        if not self.entries:
            return None
        close = self.closeness(text, vector)
        best = int(close.argmax())
        return self._match(best, sureness(float(close[best])))

    def closeness(self, text: str, vector: Vectors) -> Vectors:
        """How close each phrasing comes to a text."""
        return closeness(self._cosines(vector), *self._asked.shares(text))

    def owner(self, phrasing: int) -> Entry:
        """The entry that a phrasing, by its number, asks."""
        return self.entries[int(self._owner[phrasing])]

    def _cosines(self, vector: Vectors) -> Vectors:
        # as index.vector has it: BLAS would take longer to wake than this takes
        cosines: Vectors = np.einsum("ij,j->i", self._vectors, vector)
        return cosines

    def _best(self, scores: Vectors) -> list[int]:
        """The phrasing of each entry that scores best."""
        starts = np.flatnonzero(np.diff(self._owner, prepend=-1))
        ends = [*starts[1:], len(self._owner)]
        return [
            int(start + scores[start:end].argmax()) for start, end in zip(starts, ends, strict=True)
        ]

    def _match(self, phrasing: int, score: float) -> Match:
        return Match(self.owner(phrasing), min(max(score, 0.0), 1.0), self._texts[phrasing])
