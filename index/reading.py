"""A question → the best of its candidates, with what their sentences say to it."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from index.build import Stores
from index.candidates import candidates
from index.filters import EVERYTHING, Filters
from index.flat import Ids
from index.passage import Passage
from index.ranking import (
    SentenceSigns,
    Signs,
    first_signs,
    length,
    score,
    second_signs,
    sentence_signs,
)
from index.vector import Vectors
from index.words import Words


@dataclass(frozen=True, slots=True)
class Reading:
    """The candidates for a question by their `ids`, with their first `signs`.

    `best` are the places of the best among them, best first, and `passages`, `sentences` and
    `second` (the second signs) what was read of these, in the same order.
    """

    ids: Ids
    signs: Signs
    best: Ids
    passages: list[Passage]
    sentences: list[SentenceSigns]
    second: Signs

    def scores(self, long: float) -> Vectors:
        """The second score of the best; `long` is the question's length."""
        first = {name: values[self.best] for name, values in self.signs.items()}
        return score({**first, **self.second}, "second", long)


def read(
    query: str,
    vector: Vectors,
    words: Words,
    stores: Stores,
    count: int,
    filters: Filters = EVERYTHING,
    without: Collection[str] = (),
) -> Reading:
    """The candidates for a query with its vector and its words, so many of them read."""
    found = candidates(query, vector, stores, filters, without)
    signs = first_signs(found)
    best = np.argsort(-score(signs, "first", length(words)), kind="stable")[:count]
    passages = stores.catalogue.passages(found.ids[best].tolist())
    sentences = stores.catalogue.sentences.of(list(passages))
    best = best[[id_ in sentences for id_ in found.ids[best].tolist()]]  # else they are gone
    ids = found.ids[best].tolist()
    told = sentence_signs(
        [sentences[id_] for id_ in ids], vector, words, [passages[id_].heading for id_ in ids]
    )
    return Reading(
        found.ids, signs, best, [passages[id_] for id_ in ids], told, second_signs(told, words)
    )
