"""Which documents are the same text, as the catalogue keeps it: traits to find them by, and pairs.

A trait is a number that the same texts share and other texts seldom do.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from ingest.database import Database

SCHEMA = """
CREATE TABLE IF NOT EXISTS traits (
    trait INTEGER NOT NULL, document TEXT NOT NULL, PRIMARY KEY (trait, document)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS traits_by_document ON traits (document);
CREATE TABLE IF NOT EXISTS twins (
    document TEXT NOT NULL, other TEXT NOT NULL, reason TEXT NOT NULL,
    PRIMARY KEY (document, other)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS twins_by_other ON twins (other);
"""


MOST = 20
"""Documents that one is compared with: where there are more, they are joined among themselves."""

Reason = Literal["address", "near", "excerpt"]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two documents that are the same text; an excerpt comes before what it is taken from."""

    document: str
    other: str
    reason: Reason


class Twins:
    """The pairs of the same text in a catalogue's database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def forget(self, document: str) -> None:
        """Forget a document that has changed or is gone."""
        self._database.write("DELETE FROM traits WHERE document = ?", document)
        self._database.write("DELETE FROM twins WHERE document = ?1 OR other = ?1", document)

    def mark(self, document: str, traits: Iterable[int]) -> None:
        """Give traits to a document."""
        rows = [(trait, document) for trait in traits]
        self._database.write_many("INSERT OR IGNORE INTO traits VALUES (?, ?)", rows)

    def alike(self, document: str) -> list[str]:
        """The other documents that share traits with one, those that share most first."""
        rows = self._database.rows(
            "SELECT other FROM (SELECT theirs.document AS other FROM traits mine"
            " JOIN traits theirs USING (trait)"
            " WHERE mine.document = ?1 AND theirs.document != ?1 LIMIT 1000)"
            f" GROUP BY other ORDER BY count(*) DESC, other LIMIT {MOST}",
            document,
        )
        return [other for (other,) in rows]

    def join(self, pair: Pair) -> None:
        """Note that two documents are the same text."""
        self._database.write(
            "INSERT OR REPLACE INTO twins VALUES (?, ?, ?)", pair.document, pair.other, pair.reason
        )

    def of(self, document: str) -> list[str]:
        """The documents that are the same text as one."""
        rows = self._database.rows(
            "SELECT other FROM twins WHERE document = ?1"
            f" UNION SELECT document FROM twins WHERE other = ?1 LIMIT {MOST}",
            document,
        )
        return [other for (other,) in rows]

    def pairs(self) -> list[Pair]:
        """All of them."""
        rows = self._database.rows("SELECT document, other, reason FROM twins ORDER BY 1, 2")
        return [Pair(*row) for row in rows]
