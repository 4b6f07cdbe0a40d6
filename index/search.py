"""A question → hits: two searches, by meaning and by words, and one ranking."""

from collections.abc import Mapping, Sequence
from threading import Lock

from index.build import Stores
from index.embed import Embedder
from index.filters import Filters
from index.hit import Hit, Hits
from index.passage import Passage
from ingest.archive import Archive
from ingest.document import Document

__all__ = ["Hit", "Search", "fused"]

CANDIDATES = 100
"""How many passages each of the two searches may bring."""

MEANING_WEIGHT = 0.5
"""The share of meaning in the ranking; the rest is the words'."""


class Search:
    """Finds passages in the stores of one data folder, and sees what others write there."""

    def __init__(self, archive: Archive, stores: Stores, embedder: Embedder) -> None:
        self._archive, self._stores, self._embedder = archive, stores, embedder
        self._revision = stores.catalogue.revision
        self._reopening = Lock()

    def hits(self, query: str, count: int, filters: Filters | None = None) -> list[Hit]:
        """The best passages for a query, best first, the same words only once."""
        self._follow()
        filters = filters or Filters()
        meaning = dict(
            self._stores.vectors.nearest(self._embedder.embed_query(query), CANDIDATES, filters)
        )
        words = dict(self._stores.keywords.best(query, CANDIDATES, filters))
        ranking = fused(meaning, words, MEANING_WEIGHT)
        passages = self._stores.catalogue.passages(list(ranking))
        documents = _Documents(self._archive, self._revision)
        hits = Hits(self._stores.catalogue)
        for id_, score in ranking.items():
            if len(hits.best) == count:
                break
            passage, _ = passages.get(id_, (None, b""))  # None: gone since it was found
            document = documents.holding(passage) if passage else None
            if passage and document:
                hits.add(Hit(document, passage, score, meaning.get(id_, 0.0), words.get(id_, 0.0)))
        return hits.best

    def closeness(self, query: str, texts: Sequence[str]) -> list[float]:
        """The cosine of each text with a query."""
        vectors = self._embedder.embed_documents(texts)
        return [float(cosine) for cosine in vectors @ self._embedder.embed_query(query)]

    def _follow(self) -> None:
        """Reopen the stores when another process has moved them on."""
        revision = self._stores.catalogue.revision
        if revision == self._revision:
            return
        with self._reopening:
            if revision != self._revision:
                self._stores.vectors.reopen()
                self._stores.keywords.reopen()
                self._revision = revision


class _Documents:
    """The documents of one search, each read once."""

    def __init__(self, archive: Archive, revision: int) -> None:
        self._archive, self._revision = archive, revision
        self._known: dict[str, Document | None] = {}

    def holding(self, passage: Passage) -> Document | None:
        """The document of a passage, unless it has changed since the passage was indexed."""
        if passage.document not in self._known:
            document = self._archive.document(passage.document, until=self._revision)
            self._known[passage.document] = document
        return self._known[passage.document]


def fused(
    meaning: Mapping[int, float], words: Mapping[int, float], weight: float
) -> dict[int, float]:
    """One score for each id out of two, best first: each is scaled to 0…1, then weighed.

    What one of the searches did not find counts as its worst.
    """
    scaled_meaning, scaled_words = _scaled(meaning), _scaled(words)
    scores = {
        id_: weight * scaled_meaning.get(id_, 0.0) + (1 - weight) * scaled_words.get(id_, 0.0)
        for id_ in [*meaning, *words]
    }
    return dict(sorted(scores.items(), key=lambda entry: (-entry[1], entry[0])))


def _scaled(scores: Mapping[int, float]) -> dict[int, float]:
    if not scores:
        return {}
    low, high = min(scores.values()), max(scores.values())
    return {
        id_: (score - low) / (high - low) if high > low else 1.0 for id_, score in scores.items()
    }
