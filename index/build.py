"""The index catches up with the archive: after an ingest, and after a crash, in batches.

Everything is done so that doing it again does no harm: the revision is moved on last, and what
a batch replaces is forgotten by the derived stores before the catalogue forgets it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import accumulate

import numpy as np

from index.catalogue import Catalogue
from index.duplicates import compare
from index.embed import Embedder
from index.flat import FlatEntry, FlatVectors
from index.keywords import KeywordEntry, KeywordIndex
from index.passage import Passage, searchable
from index.places import Place, sentences_of
from index.sentence_store import Sentences
from index.sentences import Span
from index.split import split
from index.vector import Small, Vectors, small
from index.vectors import VectorStore
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
    flat: FlatVectors
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
        made, embedded = _vectors(entries, stores, embedder)
        _store([change.id for change in batch], entries, made, stores)
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
        parts = [searchable(document.text[start:end]) for start, end in passage.sentences]
        self.parts, self.text = parts, " ".join(parts)
        self.title = " ".join(filter(None, (document.title, passage.heading)))
        before = f"{self.title[:LONGEST_TITLE]}\n" if self.title else ""
        self.embedded, self.spans = before + self.text, _spans(parts, len(before))
        self.digest = sha256("\0".join([before, *parts]).encode()).digest()[:16]

    @property
    def authors(self) -> list[str]:
        return list(self.segment.writers)

    def stems(self, keywords: KeywordIndex) -> tuple[frozenset[str], ...]:
        return tuple(frozenset(keywords.stems(part)) for part in self.parts)

    def places(self) -> Iterator[tuple[str, Place]]:
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


def _spans(parts: Sequence[str], start: int) -> list[Span]:
    """Where parts stand that are joined by a space each, behind so many characters."""
    ends = [end + number for number, end in enumerate(accumulate(map(len, parts)))]
    return [(start + end - len(part), start + end) for part, end in zip(parts, ends, strict=True)]


@dataclass(frozen=True, slots=True)
class _Made:
    """The vectors of entries: of the passages, and small ones of the sentences of each."""

    passages: Vectors
    sentences: list[Small]


def _vectors(entries: Sequence[_Entry], stores: Stores, embedder: Embedder) -> tuple[_Made, int]:
    """The vectors of all entries, and how many had to be made: the same text never twice."""
    distinct = {entry.digest: entry for entry in entries}
    dimension = embedder.facts.dimension
    known = stores.catalogue.ids_by_digest(distinct)
    passages = stores.vectors.fetch(list(known.values()))
    sentences = stores.catalogue.sentences.of(list(known.values()))
    vectors = {
        digest: (passages[id_], sentences[id_].vectors)
        for digest, id_ in known.items()
        if id_ in passages and id_ in sentences
    }
    missing = [entry for digest, entry in distinct.items() if digest not in vectors]
    made = embedder.embed_passages(
        [entry.embedded for entry in missing], [entry.spans for entry in missing]
    )
    vectors.update(
        (entry.digest, (one.whole, small(one.parts)))
        for entry, one in zip(missing, made, strict=True)
    )
    rows = [vectors[entry.digest] for entry in entries]
    wholes = np.stack([whole for whole, _ in rows]) if rows else np.empty((0, dimension))
    return _Made(wholes.astype(np.float32), [parts for _, parts in rows]), len(missing)


def _store(
    documents: Sequence[str], entries: Sequence[_Entry], made: _Made, stores: Stores
) -> None:
    old = stores.catalogue.ids_of(documents)
    stores.vectors.remove(old)
    stores.flat.forget(old)
    stores.keywords.replace(old, [])
    ids = stores.catalogue.replace(
        documents,
        [entry.passage for entry in entries],
        [entry.digest for entry in entries],
        [
            Sentences(vectors, entry.stems(stores.keywords))
            for vectors, entry in zip(made.sentences, entries, strict=True)
        ],
        (place for entry in entries for place in entry.places()),
    )
    if not ids:
        return
    stores.flat.put(_flat(ids, entries), made.passages)
    stores.vectors.put(ids, made.passages)
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


def _flat(ids: Sequence[int], entries: Sequence[_Entry]) -> list[FlatEntry]:
    firsts: dict[str, int] = {}
    return [
        FlatEntry(id_, firsts.setdefault(entry.passage.document, id_), len(entry.text))
        for id_, entry in zip(ids, entries, strict=True)
    ]
