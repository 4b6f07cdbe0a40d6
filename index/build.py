"""The index catches up with the archive: after an ingest, and after a crash, in batches.

Everything is done so that doing it again does no harm: the revision is moved on last, and what
a batch replaces is forgotten by the derived stores before the catalogue forgets it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

import numpy as np

from index.catalogue import Catalogue
from index.duplicates import compare
from index.embed import Embedder
from index.keywords import KeywordEntry, KeywordIndex
from index.passage import Passage, searchable
from index.places import Place, sentences_of
from index.split import split
from index.vector import Vectors
from index.vectors import VectorStore, metadata
from ingest.archive import Archive, Change
from ingest.document import Document

BATCH_CHARACTERS = 1_000_000
"""Text of one batch: about ten seconds of embedding on two cores, lost at most to a kill."""


LONGEST_TITLE = 160
"""Characters of title and heading in front of a passage, so that its own words are all read."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a build has come since it was last told."""

    characters: int
    passages: int
    embedded: int


@dataclass(frozen=True, slots=True)
class Stores:
    """What is derived from the archive."""

    catalogue: Catalogue
    vectors: VectorStore
    keywords: KeywordIndex


def update(
    archive: Archive,
    stores: Stores,
    embedder: Embedder,
    progress: Callable[[Progress], None] = lambda _: None,
) -> None:
    """Bring the stores to the archive's revision. One process at a time may do this."""
    for batch in _batches(archive.changes(stores.catalogue.revision)):
        documents = [change.document for change in batch if change.document]
        entries = [
            _Entry(document, passage)
            for document in documents
            for passage in split(document, embedder.count)
        ]
        vectors, embedded = _embedded(entries, stores, embedder)
        _store([change.id for change in batch], entries, vectors, stores)
        compare(documents, archive, stores.catalogue)
        stores.catalogue.revision = batch[-1].revision
        progress(
            Progress(sum(len(document.text) for document in documents), len(entries), embedded)
        )


class _Entry:
    """A passage with what is derived from it and its document."""

    def __init__(self, document: Document, passage: Passage) -> None:
        self.document, self.passage = document, passage
        self.segment = document.segments[passage.segment]
        self.text = searchable(document.text[passage.start : passage.end])
        self.title = " ".join(filter(None, (document.title, passage.heading)))
        self.embedded = f"{self.title[:LONGEST_TITLE]}\n{self.text}" if self.title else self.text
        self.digest = sha256(self.embedded.encode()).digest()[:16]

    @property
    def authors(self) -> list[str]:
        return list(self.segment.writers)

    def sentences(self) -> Iterator[tuple[str, Place]]:
        return sentences_of(self.document, self.passage)


def _batches(changes: Iterable[Change]) -> Iterator[list[Change]]:
    batch: list[Change] = []
    size = 0
    for change in changes:
        batch.append(change)
        size += len(change.document.text) if change.document else 0
        if size >= BATCH_CHARACTERS or len(batch) >= 1_000:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _embedded(entries: Sequence[_Entry], stores: Stores, embedder: Embedder) -> tuple[Vectors, int]:
    """The vectors of all entries, and how many had to be made: the same text never twice."""
    distinct = {entry.digest: entry.embedded for entry in entries}
    known = stores.catalogue.ids_by_digest(distinct)
    stored = stores.vectors.fetch(list(known.values()))
    vectors = {digest: stored[id_] for digest, id_ in known.items() if id_ in stored}
    missing = [digest for digest in distinct if digest not in vectors]
    made = embedder.embed_documents([distinct[digest] for digest in missing])
    vectors.update(zip(missing, made, strict=True))
    rows = [vectors[entry.digest] for entry in entries]
    empty = np.empty((0, embedder.facts.dimension), dtype=np.float32)
    return (np.stack(rows) if rows else empty), len(missing)


def _store(
    documents: Sequence[str], entries: Sequence[_Entry], vectors: Vectors, stores: Stores
) -> None:
    old = stores.catalogue.ids_of(documents)
    stores.vectors.remove(old)
    stores.keywords.replace(old, [])
    ids = stores.catalogue.replace(
        documents,
        [entry.passage for entry in entries],
        [entry.digest for entry in entries],
        (sentence for entry in entries for sentence in entry.sentences()),
    )
    if not ids:
        return
    stores.vectors.put(
        ids, vectors,
        [metadata(entry.authors, entry.document.source, entry.document.date) for entry in entries],
    )  # fmt: skip
    stores.keywords.replace(
        [],
        [
            KeywordEntry(
                id_, entry.text, entry.title, entry.authors, entry.document.source,
                entry.document.date,
            )
            for id_, entry in zip(ids, entries, strict=True)
        ],
    )  # fmt: skip
