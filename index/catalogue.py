"""Which passages there are, where their sentences stand, and up to which revision."""

import json
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

from index.passage import Passage
from index.places import SCHEMA as PLACES
from index.places import Place, Places
from index.sentence_store import SCHEMA as SENTENCES
from index.sentence_store import Sentences, SentenceStore
from index.sentences import Span
from index.twins import SCHEMA as TWINS
from index.twins import Twins
from ingest.database import Database

SCHEMA = """
CREATE TABLE IF NOT EXISTS passages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
    segment INTEGER NOT NULL, heading TEXT, sentences TEXT NOT NULL, digest BLOB NOT NULL
);
CREATE INDEX IF NOT EXISTS passages_by_document ON passages (document);
CREATE INDEX IF NOT EXISTS passages_by_digest ON passages (digest);
CREATE TABLE IF NOT EXISTS state (revision INTEGER NOT NULL);
INSERT INTO state SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM state);
"""


class Catalogue:
    """The passages of an index by their ids."""

    def __init__(self, path: Path) -> None:
        self._database = Database(path, SCHEMA + PLACES + TWINS + SENTENCES)
        self.places = Places(self._database)
        self.twins = Twins(self._database)
        self.sentences = SentenceStore(self._database)

    @property
    def revision(self) -> int:
        """The archive's revision that the whole index has come to."""
        row = self._database.one("SELECT revision FROM state")
        return int(row[0]) if row else 0

    @revision.setter
    def revision(self, revision: int) -> None:
        self._database.write("UPDATE state SET revision = ?", revision)

    def replace(
        self,
        documents: Sequence[str],
        passages: Sequence[Passage],
        digests: Sequence[bytes],
        sentences: Sequence[Sentences],
        places: Iterable[tuple[str, Place]],
    ) -> list[int]:
        """Put passages in the place of all those that the documents had; the ids of the new.

        `sentences` are those of each passage, and `places` where they stand.
        """
        with self._database.transaction():
            for document in documents:
                self.sentences.forget(document)
                self._database.write("DELETE FROM passages WHERE document = ?", document)
                self.places.forget(document)
                self.twins.forget(document)
            row = self._database.one("SELECT coalesce(max(seq), 0) FROM sqlite_sequence")
            first = (int(row[0]) if row else 0) + 1
            ids = list(range(first, first + len(passages)))
            self._database.write_many(
                "INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    (
                        id_,
                        p.document,
                        p.start,
                        p.end,
                        p.segment,
                        p.heading,
                        json.dumps(p.sentences),
                        digest,
                    )
                    for id_, p, digest in zip(ids, passages, digests, strict=True)
                ],
            )
            self.sentences.put(ids, sentences)
            self.places.put(places)
        return ids

    def ids_of(self, documents: Iterable[str]) -> list[int]:
        """The ids of all passages of documents."""
        return [
            id_
            for document in documents
            for (id_,) in self._database.rows(
                "SELECT id FROM passages WHERE document = ?", document
            )
        ]

    def ids_by_digest(self, digests: Iterable[bytes]) -> dict[bytes, int]:
        """A passage for each digest that some passage has."""
        found = {}
        for digest in digests:
            row = self._database.one("SELECT id FROM passages WHERE digest = ? LIMIT 1", digest)
            if row:
                found[digest] = int(row[0])
        return found

    def passages(self, ids: Sequence[int]) -> dict[int, Passage]:
        """The passages with these ids; those that are gone are left out."""
        marks = ", ".join("?" * len(ids))
        rows = self._database.rows(
            "SELECT id, document, start, end, sentences, segment, heading"
            f" FROM passages WHERE id IN ({marks})",
            *ids,
        )
        return {
            id_: Passage(document, start, end, _spans(sentences), segment, heading)
            for id_, document, start, end, sentences, segment, heading in rows
        }

    def transaction(self) -> AbstractContextManager[None]:
        """All changes inside, or none."""
        return self._database.transaction()

    def heading(self, place: Place) -> str | None:
        """The heading that a place stands under."""
        row = self._database.one(
            "SELECT heading FROM passages WHERE document = ? AND start <= ? AND end > ?",
            place.document, place.start, place.start,
        )  # fmt: skip
        return row[0] if row else None

    def count(self) -> int:
        """How many passages there are."""
        row = self._database.one("SELECT count(*) FROM passages")
        return int(row[0]) if row else 0


def _spans(text: str) -> tuple[Span, ...]:
    return tuple((start, end) for start, end in json.loads(text))
