"""Where every sentence stands, and as whose words: the same words are found in all their places."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from index.passage import Passage
from index.sameness import bare_words, words_digest
from index.sentences import Span
from ingest.database import Database
from ingest.document import Document, Segment

SCHEMA = """
CREATE TABLE IF NOT EXISTS places (
    digest INTEGER NOT NULL, document TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
    standing INTEGER NOT NULL, words INTEGER NOT NULL,
    PRIMARY KEY (digest, document, start)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS places_by_document ON places (document, start);
CREATE TABLE IF NOT EXISTS edges (
    digest INTEGER NOT NULL, document TEXT NOT NULL, PRIMARY KEY (digest, document)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS edges_by_document ON edges (document);
"""

EDGE = 8
"""Words at either end of a sentence by which it is found where the other end is cut off."""

COMMON = 50
"""Places from which on words are everybody's and tell nothing about a text."""


class Standing(IntEnum):
    """Whose words a sentence is where it stands; more is closer to whoever said it."""

    QUOTED = 0
    UNSIGNED = 1
    SIGNED = 2


TELLING = f"{{0}}.words >= 5 AND {{0}}.standing > {int(Standing.QUOTED)}"
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


def sentence_digest(text: str) -> int:
    """The same number for the same words, however they are written; for signs, the signs."""
    return words_digest(bare_words(text) or text.split())


class Places:
    """The places of all sentences, in a catalogue's database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, sentences: Iterable[tuple[str, Place]]) -> None:
        """Take in the sentences of documents."""
        rows, edges = [], []
        for text, place in sentences:
            words = bare_words(text)
            digest = words_digest(words or text.split())
            rows.append(
                (digest, place.document, place.start, place.end, place.standing, len(words))
            )
            if place.standing == Standing.SIGNED:
                edges += [(digest, place.document) for digest in _edges(words)]
        self._database.write_many("INSERT OR IGNORE INTO places VALUES (?, ?, ?, ?, ?, ?)", rows)
        self._database.write_many("INSERT OR IGNORE INTO edges VALUES (?, ?)", edges)

    def forget(self, document: str) -> None:
        """Forget the sentences of a document."""
        self._database.write("DELETE FROM places WHERE document = ?", document)
        self._database.write("DELETE FROM edges WHERE document = ?", document)

    def of(self, sentence: str) -> list[Place]:
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

    def edged(self, words: Sequence[str]) -> list[str]:
        """The documents that sign a sentence which begins or ends as these words do."""
        return [
            document
            for digest in _edges(words)
            for (document,) in self._database.rows(
                f"SELECT document FROM edges WHERE digest = ? LIMIT {COMMON}", digest
            )
        ]

    def sentences(self, document: str) -> list[Span]:
        """The sentences of a document that are not quoted in it, in order."""
        return self._database.rows(
            "SELECT start, end FROM places WHERE document = ? AND standing > ? ORDER BY start",
            document, Standing.QUOTED,
        )  # fmt: skip

    def signed(self, document: str) -> list[Span]:
        """The sentences that a document signs, in order."""
        return self._database.rows(
            "SELECT start, end FROM places WHERE document = ? AND standing = ? ORDER BY start",
            document, Standing.SIGNED,
        )  # fmt: skip

    def shared(self, document: str) -> dict[str, int]:
        """The other documents in which sentences of one stand as own words, and how many."""
        rows = self._database.rows(
            "SELECT theirs.document, count(DISTINCT digest) FROM places mine"
            f" JOIN places theirs USING (digest) WHERE mine.document = ?1"
            f" AND theirs.document != ?1 AND {TELLING.format('mine')}"
            f" AND {TELLING.format('theirs')} AND {COMMON} >"
            " (SELECT count(*) FROM (SELECT 1 FROM places p WHERE p.digest = mine.digest"
            f" LIMIT {COMMON})) GROUP BY theirs.document",
            document,
        )
        return dict(rows)

    def telling(self, document: str) -> int:
        """How many different sentences a document has that tell it from others."""
        row = self._database.one(
            "SELECT count(DISTINCT digest) FROM places mine"
            f" WHERE document = ? AND {TELLING.format('mine')}",
            document,
        )
        return int(row[0]) if row else 0

    def count(self) -> int:
        """How many sentences there are."""
        row = self._database.one("SELECT count(*) FROM places")
        return int(row[0]) if row else 0

    def repeated(self) -> int:
        """How many sentences stand in more than one place."""
        row = self._database.one(
            "SELECT count(*) FROM (SELECT 1 FROM places GROUP BY digest HAVING count(*) > 1)"
        )
        return int(row[0]) if row else 0


def _edges(words: Sequence[str]) -> list[int]:
    """What stands for the two ends of a sentence that is long enough to be cut."""
    if len(words) < EDGE:
        return []
    return [words_digest(["", *words[:EDGE]]), words_digest([*words[-EDGE:], ""])]
