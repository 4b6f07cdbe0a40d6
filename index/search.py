"""A question → hits: two searches, by meaning and by words, and one ranking."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock

import numpy as np

from index.build import Stores
from index.embed import Embedder
from index.filters import EVERYTHING, Filters
from index.hit import Hit, Hits
from index.joined import joined
from index.passage import Passage
from index.ranking import SentenceSigns, length
from index.reading import read
from index.reranker import RERANKED, Reranker, rerank
from index.vector import Vectors
from index.words import Words
from ingest.archive import Archive
from ingest.document import Document

__all__ = ["Hit", "Search"]

READ, SPARE = 100, 2
"""How many candidates are ranked by their sentences too: so many, or as often what is wanted."""

JOINED = 3
"""How many times more hits are looked at than wanted where those that follow on others are one."""

KEPT = 128
"""Documents that are kept in memory: people ask about what they have just read."""

SPREAD = 12.0
"""How far the second score of the hundredth passage is usually from the best."""


class Search:
    """Finds passages in the stores of one data folder, and sees what others write there."""

    def __init__(
        self,
        archive: Archive,
        stores: Stores,
        embedder: Embedder,
        *,
        reranker: Reranker | None = None,
    ) -> None:
        self._archive, self._stores, self._embedder = archive, stores, embedder
        self._reranker = reranker
        self._revision = stores.catalogue.revision
        self._reopening = Lock()
        self._document = lru_cache(KEPT)(self._read)

    def hits(
        self,
        query: str,
        count: int,
        filters: Filters = EVERYTHING,
        without: Collection[str] = (),
    ) -> list[Hit]:
        """The best passages for a query, best first, the same words only once.

        Passages of the documents `without` are left out.
        """
        self._follow()
        wanted = max(count, RERANKED) if self._reranker else count
        revisions = self._archive.revision, self._revision
        hits = Hits(self._stores.catalogue)
        for ranked in self._ranked(query, max(READ, SPARE * wanted), filters, without):
            if len(hits.best) == wanted:
                break
            if document := self._document(ranked.passage.document, *revisions):
                hits.add(ranked.hit(document))
        best = rerank(query, hits.best, self._reranker) if self._reranker else hits.best
        return best[:count]

    def joined(self, query: str, count: int, filters: Filters = EVERYTHING) -> list[Hit]:
        """The best passages for a query, those that follow one another as one."""
        return joined(self.hits(query, JOINED * count, filters), count)

    def _ranked(
        self, query: str, count: int, filters: Filters, without: Collection[str]
    ) -> list["_Ranked"]:
        """The best of all candidates that are still there, best first; so many at most."""
        vector, words = self._embedder.embed_query(query), Words(query, self._stores.keywords)
        found = read(query, vector, words, self._stores, count, filters, without)
        scores = _stretched(found.scores(length(words)))
        ranked = [
            _Ranked(passage, float(number), float(meaning), float(share), sentences)
            for passage, number, meaning, share, sentences in zip(
                found.passages,
                scores,
                found.signs["meaning"][found.best],
                found.signs["words"][found.best],
                found.sentences,
                strict=True,
            )
        ]
        return sorted(ranked, key=lambda one: -one.score)

    def _read(self, id_: str, archived: int, indexed: int) -> Document | None:
        """A document, unless it has changed since it was indexed; `archived` is for the cache."""
        return self._archive.document(id_, until=indexed)

    def _follow(self) -> None:
        """Reopen the stores when another process has moved them on."""
        if self._stores.catalogue.revision == self._revision:
            return
        with self._reopening:
            revision = self._stores.catalogue.revision  # again: another thread may have followed
            if revision != self._revision:
                self._stores.vectors.reopen()
                self._stores.flat.reopen()
                self._stores.keywords.reopen()
                self._revision = revision


@dataclass(frozen=True, slots=True)
class _Ranked:
    """A passage in the ranking, its document still to be looked at."""

    passage: Passage
    score: float
    meaning: float
    words: float
    sentences: SentenceSigns

    def hit(self, document: Document) -> Hit:
        return Hit(document, self.passage, self.score, self.meaning, self.words, self.sentences)


def _stretched(scores: Vectors) -> Vectors:
    """Scores from 1 for the best down to 0, or less far down where none is far from the best."""
    if not len(scores):
        return scores
    stretched: Vectors = 1 - (scores.max() - scores) / max(float(np.ptp(scores)), SPREAD)
    return stretched
