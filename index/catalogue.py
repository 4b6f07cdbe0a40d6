"""Which passages there are, where their sentences stand, and up to which revision."""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

from index.passage import Passage
from index.sameness import bare_words, words_digest
from index.sentences import Span
from index.twins import COMMON, Twins
from index.twins import SCHEMA as TWINS
from ingest.database import Database
from ingest.document import Document, Segment

SCHEMA = """
CREATE TABLE IF NOT EXISTS passages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
    segment INTEGER NOT NULL, heading TEXT, sentences TEXT NOT NULL, digest BLOB NOT NULL
);
CREATE INDEX IF NOT EXISTS passages_by_document ON passages (document);
CREATE INDEX IF NOT EXISTS passages_by_digest ON passages (digest);
CREATE TABLE IF NOT EXISTS places (
    digest INTEGER NOT NULL, document TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
    standing INTEGER NOT NULL, words INTEGER NOT NULL,
    PRIMARY KEY (digest, document, start)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS places_by_document ON places (document, start);
CREATE TABLE IF NOT EXISTS state (revision INTEGER NOT NULL);
INSERT INTO state SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM state);
"""


class Standing(IntEnum):
    """Whose words a sentence is where it stands; more is closer to whoever said it."""

    QUOTED = 0
    UNSIGNED = 1
    SIGNED = 2


_OWN = f"{{0}}.words >= 5 AND {{0}}.standing > {int(Standing.QUOTED)}"
"""Sentences that tell texts apart: not quoted, and not of a few words that stand everywhere."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence stands, and as whose words."""

    document: str
    start: int
    end: int
    standing: Standing = Standing.UNSIGNED


def sentences_of(document: Document, passage: Passage) -> Iterator[tuple[str, Place]]:
    """The sentences of a passage with their places."""
    standing = standing_of(document.segments[passage.segment])
    for start, end in passage.sentences:
        yield document.text[start:end], Place(document.id, start, end, standing)


def standing_of(segment: Segment) -> Standing:
    """As whose words the sentences of a segment stand there."""
    if segment.speaker is not None:
        return Standing.QUOTED
    return Standing.SIGNED if segment.authors else Standing.UNSIGNED


class Catalogue:
    """The passages of an index by their ids."""

    def __init__(self, path: Path) -> None:
        self._database = Database(path, SCHEMA + TWINS)
        self.twins = Twins(self._database)

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
        sentences: Iterable[tuple[str, Place]],
    ) -> list[int]:
        """Put passages in the place of all those that the documents had; the ids of the new."""
        with self._database.transaction():
            for document in documents:
                self._database.write("DELETE FROM passages WHERE document = ?", document)
                self._database.write("DELETE FROM places WHERE document = ?", document)
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
            self._database.write_many(
                "INSERT OR IGNORE INTO places VALUES (?, ?, ?, ?, ?, ?)",
                [_row(text, place) for text, place in sentences],
            )
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

    def passages(self, ids: Sequence[int]) -> dict[int, tuple[Passage, bytes]]:
        """The passages with these ids, with their digests; those that are gone are left out."""
        marks = ", ".join("?" * len(ids))
        rows = self._database.rows(
            "SELECT id, document, start, end, sentences, segment, heading, digest"
            f" FROM passages WHERE id IN ({marks})",
            *ids,
        )
        return {
            id_: (
                Passage(document, start, end, _spans(sentences), segment, heading),
                digest,
            )
            for id_, document, start, end, sentences, segment, heading, digest in rows
        }

    def places(self, sentence: str) -> list[Place]:
        """Every place where a sentence with these words stands."""
        rows = self._database.rows(
            "SELECT document, start, end, standing FROM places WHERE digest = ?"
            " ORDER BY document, start LIMIT 200",
            sentence_digest(sentence),
        )
        return [
            Place(document, start, end, Standing(standing))
            for document, start, end, standing in rows
        ]

    def shared(self, document: str) -> dict[str, int]:
        """The other documents in which sentences of one stand as own words, and how many."""
        rows = self._database.rows(
            "SELECT theirs.document, count(DISTINCT digest) FROM places mine"
            f" JOIN places theirs USING (digest) WHERE mine.document = ?1 AND {_OWN.format('mine')}"
            f" AND theirs.document != ?1 AND {_OWN.format('theirs')} AND {COMMON} >"
            " (SELECT count(*) FROM (SELECT 1 FROM places p WHERE p.digest = mine.digest"
            f" LIMIT {COMMON})) GROUP BY theirs.document",
            document,
        )
        return dict(rows)

    def own_sentences(self, document: str) -> int:
        """How many different sentences a document has that are its own words."""
        row = self._database.one(
            "SELECT count(DISTINCT digest) FROM places mine"
            f" WHERE document = ? AND {_OWN.format('mine')}",
            document,
        )
        return int(row[0]) if row else 0

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

    def counts(self) -> tuple[int, int]:
        """How many passages and sentences there are."""
        row = self._database.one(
            "SELECT (SELECT count(*) FROM passages), (SELECT count(*) FROM places)"
        )
        return (int(row[0]), int(row[1])) if row else (0, 0)

    def repeated(self) -> int:
        """How many sentences stand in more than one place."""
        row = self._database.one(
            "SELECT count(*) FROM (SELECT 1 FROM places GROUP BY digest HAVING count(*) > 1)"
        )
        return int(row[0]) if row else 0


def sentence_digest(text: str) -> int:
    """The same number for the same words, however they are written; for signs, the signs."""
    return words_digest(bare_words(text) or text.split())


def _row(text: str, place: Place) -> tuple[object, ...]:
    words = bare_words(text)
    return (
        words_digest(words or text.split()), place.document, place.start, place.end,
        place.standing, len(words),
    )  # fmt: skip


def _spans(text: str) -> tuple[Span, ...]:
    return tuple((start, end) for start, end in json.loads(text))
