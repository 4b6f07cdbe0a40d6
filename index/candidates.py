"""A question → the passages that may be found, and what tells them apart.

Both searches bring their best. Beside these come their neighbours, and the passages of the
documents that have most of them: what is asked for often stands next to what was found.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

import numpy as np

from index.build import Stores
from index.filters import EVERYTHING, Filters
from index.flat import Ids
from index.vector import Vectors

MEANING, WORDS = 300, 1_000
"""Passages that the search by meaning and the one by words may bring."""

NEXT_TO, NEXT = 200, 2
"""Of how many of the best the neighbours come too, and how far to each side."""

DOCUMENTS, OF_DOCUMENT = 10, 150
"""Of how many documents the passages come too, and how many of each."""

TOGETHER = 3
"""The passages by which a document is judged."""

FEW = 20_000
"""Passages that filters may leave for all of them to be compared with the question."""

ALL = 50_000
"""Passages, with those that there were, up to which every one is compared where there are no
filters: about ten milliseconds, exact, the same every time, and without Chroma, whose library
takes a second to load."""

SPARE, MOST = 2, 5_000
"""How many times more of the nearest are asked for than filters should need, and the most."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """Passages with what is known of each, all of the shape (candidates,).

    `meaning` is the cosine with the question and `words` the keyword score as a share of the
    best one's, `title` the same for the words of the title and the heading above. Those of the
    `neighbours` are the means of the passages before and after, and those of the `document` the
    best of its candidates. `length` is in characters, as a logarithm.
    """

    ids: Ids
    meaning: Vectors
    words: Vectors
    title: Vectors
    neighbours_meaning: Vectors
    neighbours_words: Vectors
    document_meaning: Vectors
    document_words: Vectors
    length: Vectors


def candidates(
    query: str,
    vector: Vectors,
    stores: Stores,
    filters: Filters = EVERYTHING,
    without: Collection[str] = (),
) -> Candidates:
    """The candidates for a query and its vector, in the order of their ids.

    Passages of the documents `without` are left out.
    """
    gone = _array(stores.catalogue.ids_of(without))
    left_out = set(gone.tolist())
    by_words = _kept(stores.keywords.best(query, WORDS, filters), left_out)
    titled = _kept(stores.keywords.best_titled(query, WORDS, filters), left_out)
    nearest = np.setdiff1d(_nearest(vector, stores, filters), gone)
    found = _Found(by_words, titled, vector, stores)
    ids = found.spread(np.union1d(nearest, _array(id_ for id_, _ in by_words[:MEANING])))
    if filters != EVERYTHING:
        ids = _array(stores.keywords.admitted(ids.tolist(), filters))
    return found.told(np.setdiff1d(ids, gone))


def _kept(found: list[tuple[int, float]], left_out: set[int]) -> list[tuple[int, float]]:
    return [(id_, score) for id_, score in found if id_ not in left_out] if left_out else found


def _array(ids: Iterable[int]) -> Ids:
    return np.array(list(ids), dtype=np.int64)


def _nearest(vector: Vectors, stores: Stores, filters: Filters) -> Ids:
    """The passages nearest in meaning that pass the filters, in the order of their ids."""
    wanted = MEANING
    if filters != EVERYTHING:
        left, count = stores.keywords.count_admitted(filters), stores.keywords.count()
        if left <= FEW:
            ids = _array(stores.keywords.all_admitted(filters, left))
            order = np.argsort(-stores.flat.cosines(ids, vector), kind="stable")
            return np.sort(ids[order[:MEANING]])
        wanted = min(MOST, SPARE * MEANING * count // left)
    elif stores.flat.rows <= ALL:
        return stores.flat.nearest(vector, MEANING)
    return np.sort(_array(stores.vectors.nearest(vector, wanted)))


class _Shares:
    """The scores of a search by keywords as shares of the best."""

    def __init__(self, found: list[tuple[int, float]]) -> None:
        known = sorted(found)
        self._ids = np.array([id_ for id_, _ in known] or [0], dtype=np.int64)
        scores = np.array([score for _, score in known] or [0.0], dtype=np.float32)
        self._scores = scores / (scores.max() or 1)

    def __call__(self, ids: Ids) -> Vectors:
        """Those of passages, shape (ids,); 0 for what was not found."""
        places = np.minimum(np.searchsorted(self._ids, ids), len(self._ids) - 1)
        return np.where(self._ids[places] == ids, self._scores[places], np.float32(0))


class _Found:
    """What the searches say of passages."""

    def __init__(
        self,
        by_words: list[tuple[int, float]],
        titled: list[tuple[int, float]],
        vector: Vectors,
        stores: Stores,
    ) -> None:
        self.words, self._titled = _Shares(by_words), _Shares(titled)
        self._vector, self._flat = vector, stores.flat

    def meaning(self, ids: Ids) -> Vectors:
        """The cosines of passages with the question."""
        return self._flat.cosines(ids, self._vector)

    def spread(self, best: Ids) -> Ids:
        """The best with their neighbours and with the passages of their documents."""
        meaning, words = self.meaning(best), self.words(best)
        low, high = (float(meaning.min()), float(meaning.max())) if len(best) else (0.0, 1.0)
        rough = (meaning - low) / ((high - low) or 1) + words
        order = best[np.argsort(-rough, kind="stable")]
        firsts = self._flat.firsts(best)
        steps = [self._beside(order[:NEXT_TO], step) for step in range(-NEXT, NEXT + 1)]
        whole = [self._best_of(first) for first in _strongest(firsts, rough)]
        return np.unique(np.concatenate([best, *(ids[ids > 0] for ids in steps), *whole]))

    def _beside(self, ids: Ids, step: int) -> Ids:
        """For each passage the one so many places on in its document; 0 where there is none."""
        beside = ids + step
        same = (beside > 0) & (self._flat.firsts(beside) == self._flat.firsts(ids))
        return np.where(same, beside, 0)

    def _best_of(self, first: int) -> Ids:
        """The best passages of a document."""
        ids = self._flat.document(first)
        if len(ids) <= OF_DOCUMENT:
            return ids
        rough = self.meaning(ids) + self.words(ids)
        return ids[np.argsort(-rough, kind="stable")[:OF_DOCUMENT]]

    def told(self, ids: Ids) -> Candidates:
        """The candidates with all that is known of them."""
        before, after = self._beside(ids, -1), self._beside(ids, 1)
        wide = np.unique(np.concatenate([ids, before, after]))
        meaning, words = self.meaning(wide), self.words(wide)
        meaning[wide == 0] = 0  # where there is no passage
        own, *beside = (np.searchsorted(wide, places) for places in (ids, before, after))
        _, groups = np.unique(self._flat.firsts(ids), return_inverse=True)
        return Candidates(
            ids,
            meaning[own],
            words[own],
            self._titled(ids),
            _mean(meaning[beside[0]], meaning[beside[1]]),
            _mean(words[beside[0]], words[beside[1]]),
            _best_in(groups, meaning[own]),
            _best_in(groups, words[own]),
            np.log(1 + self._flat.lengths(ids)),
        )


def _mean(one: Vectors, other: Vectors) -> Vectors:
    mean: Vectors = (one + other) * np.float32(0.5)
    return mean


def _strongest(firsts: Ids, rough: Vectors) -> list[int]:
    """The documents, by their first passages, whose three best are the best together."""
    scores: dict[int, list[float]] = {}
    for place in np.argsort(-rough, kind="stable").tolist():
        scores.setdefault(int(firsts[place]), []).append(float(rough[place]))
    ranked = sorted(scores, key=lambda first: -sum(scores[first][:TOGETHER]))
    return [first for first in ranked if first][:DOCUMENTS]


def _best_in(groups: Ids, values: Vectors) -> Vectors:
    """For each value the best of its group."""
    best = np.full(int(groups.max(initial=-1)) + 1, -np.inf, dtype=np.float32)
    np.maximum.at(best, groups, values)
    return best[groups]
