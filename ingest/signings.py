"""The table of who signs which document, beside the documents themselves."""

import json
from collections.abc import Sequence
from dataclasses import astuple, dataclass

from ingest.database import Database
from ingest.signatures import Alias, Signature

SCHEMA = """
CREATE TABLE IF NOT EXISTS authorship (
    document TEXT NOT NULL, name TEXT NOT NULL, profile TEXT NOT NULL,
    aliases TEXT NOT NULL, beside TEXT NOT NULL, basis TEXT NOT NULL, evidence TEXT,
    PRIMARY KEY (document, name, profile)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS authorship_by_name ON authorship (name);
"""


@dataclass(frozen=True, slots=True)
class Signed:
    """A document that somebody signs, with the basis on which it is theirs."""

    document: str
    title: str | None
    path: str | None
    date: str | None
    url: str | None
    basis: str


class Signings:
    """Who signs what, as it was last written."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def outdated(self) -> bool:
        """Whether an earlier version made the table, with less in it."""
        rows = self._database.rows("SELECT name FROM pragma_table_info('authorship')")
        return ("beside",) not in rows

    def make(self) -> None:
        """Begin with an empty table."""
        self._database.write("DROP TABLE authorship")
        for statement in filter(str.strip, SCHEMA.split(";")):
            self._database.write(statement)

    def put(self, document: str, found: Sequence[Signature]) -> None:
        """These sign a document, and nobody else."""
        self._database.write("DELETE FROM authorship WHERE document = ?", document)
        self._database.write_many(
            "INSERT INTO authorship VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    document,
                    one.name,
                    one.profile or "",
                    json.dumps([astuple(alias) for alias in one.aliases]),
                    json.dumps(one.beside),
                    one.basis,
                    one.evidence,
                )
                for one in found
            ],
        )

    def all(self) -> list[Signature]:
        """Every signature there is, by document."""
        return [
            Signature(
                document,
                name,
                profile or None,
                tuple(Alias(*fields) for fields in json.loads(aliases)),
                tuple(json.loads(beside)),
                basis,
                evidence,
            )
            for document, name, profile, aliases, beside, basis, evidence in self._database.rows(
                "SELECT * FROM authorship ORDER BY document, name, profile"
            )
        ]

    def pages(self) -> list[tuple[str, str]]:
        """The names of those who have a page, each with it."""
        rows = self._database.rows(
            "SELECT DISTINCT name, profile FROM authorship WHERE profile > ''"
        )
        return [(name, profile) for name, profile in rows]

    def by(self, names: Sequence[str], limit: int) -> list[Signed]:
        """The documents that are signed by any of these names, the newest first."""
        rows = self._database.rows(
            "SELECT id, title, path, date, url, min(basis) FROM documents"
            f" JOIN authorship ON document = id WHERE name IN ({_marks(names)})"
            " GROUP BY id ORDER BY date IS NULL, date DESC, title, id LIMIT ?",
            *names, limit,
        )  # fmt: skip
        return [Signed(*row) for row in rows]

    def count(self, names: Sequence[str]) -> int:
        """How many documents are signed by any of these names."""
        row = self._database.one(
            f"SELECT count(DISTINCT document) FROM authorship WHERE name IN ({_marks(names)})",
            *names,
        )
        return int(row[0]) if row else 0


def _marks(names: Sequence[str]) -> str:
    return ", ".join("?" * len(names))
