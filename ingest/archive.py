"""The archive: every document with its segments, and the revision in which it last changed.

It is the one source of truth. Indexes are derived from it: each remembers the last revision
that it has applied, and asks for what came after.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal

from ingest.database import Database
from ingest.document import Document
from ingest.joins import namesakes
from ingest.people import Person, people
from ingest.registry import Registry
from ingest.seen import SCHEMA as SEEN
from ingest.seen import Extent, Seen
from ingest.signatures import signatures
from ingest.signings import SCHEMA as SIGNINGS
from ingest.signings import Signed, Signings
from ingest.stored import COLUMNS, read, written

Outcome = Literal["added", "changed", "unchanged", "repeated"]

SCHEMA = """
CREATE TABLE IF NOT EXISTS documents (
    id TEXT PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL, path TEXT, source_id TEXT, title TEXT, url TEXT, date TEXT,
    digest TEXT NOT NULL,
    revision INTEGER NOT NULL UNIQUE,
    run INTEGER NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0,
    length INTEGER NOT NULL,
    segments TEXT NOT NULL, text TEXT NOT NULL -- last: SQLite walks through what lies before
);
CREATE TABLE IF NOT EXISTS unfinished (source TEXT PRIMARY KEY);
CREATE TABLE IF NOT EXISTS who_is_who (stored TEXT NOT NULL);
"""


@dataclass(frozen=True, slots=True)
class Change:
    """A document as it stands after a revision, or its id alone when it was removed."""

    revision: int
    id: str
    document: Document | None


class Archive:
    """The documents of one data folder."""

    def __init__(self, path: Path) -> None:
        self._database = Database(path, SCHEMA + SIGNINGS + SEEN)
        self.seen = Seen(self._database)
        self._signings = Signings(self._database)
        self._registry = "", Registry()
        if self._signings.outdated():
            self._sign_all()

    def transaction(self) -> AbstractContextManager[None]:
        """All changes inside, or none."""
        return self._database.transaction()

    def new_run(self) -> int:
        """A number for one run over sources, to tell afterwards what it did not see."""
        row = self._database.one("SELECT coalesce(max(run), 0) + 1 FROM documents")
        return int(row[0]) if row else 1

    def begin(self, source: str) -> None:
        """Note that a source is being read."""
        self._database.write("INSERT OR IGNORE INTO unfinished VALUES (?)", source)

    def finish(self, source: str) -> None:
        """Note that a source has been read to its end."""
        self._database.write("DELETE FROM unfinished WHERE source = ?", source)

    def unfinished(self) -> list[str]:
        """The sources whose reading was cut off."""
        rows = self._database.rows("SELECT source FROM unfinished ORDER BY source")
        return [name for (name,) in rows]

    @property
    def revision(self) -> int:
        """The last revision; it grows with every change."""
        row = self._database.one("SELECT coalesce(max(revision), 0) FROM documents")
        return int(row[0]) if row else 0

    def put(self, document: Document, run: int) -> Outcome:
        """Store a document that a run has seen; "repeated" when it has seen its key before."""
        values = written(document)
        digest = sha256(json.dumps(values).encode()).hexdigest()
        row = self._database.one(
            "SELECT digest, removed, run FROM documents WHERE id = ?", document.id
        )
        if row and row[2] == run and not row[1]:
            return "repeated"
        if row and row[:2] == (digest, 0):
            self._database.write("UPDATE documents SET run = ? WHERE id = ?", run, document.id)
            return "unchanged"
        self._database.write(
            f"INSERT OR REPLACE INTO documents ({COLUMNS}, id, digest, revision, run, length)"
            f" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            *values, document.id, digest, self.revision + 1, run, len(document.text),
        )  # fmt: skip
        self._signings.put(document.id, signatures(self.registry.applied(document)))
        return "changed" if row and not row[1] else "added"

    @property
    def registry(self) -> Registry:
        """Who is who, as it was taken over last."""
        row = self._database.one("SELECT stored FROM who_is_who")
        if row and row[0] != self._registry[0]:
            self._registry = row[0], Registry.from_json(row[0])
        return self._registry[1]

    def follow(self, registry: Registry) -> int:
        """Take over the operator's word; how many documents are signed otherwise from now on."""
        return self._sign_by(Registry(registry.entries, self.registry.namesakes))

    def tell_apart(self) -> None:
        """Have people of one name who have pages of their own sign with these."""
        self._sign_by(Registry(self.registry.entries, namesakes(self._signings.pages())))

    def _sign_by(self, registry: Registry) -> int:
        before = self.registry
        if registry.json() == before.json():
            return 0
        with self.transaction():
            changed = [
                document.id
                for document in self._stored()
                if registry.applied(document) != before.applied(document)
            ]
            self._database.write("DELETE FROM who_is_who")
            self._database.write("INSERT INTO who_is_who VALUES (?)", registry.json())
            for id_ in changed:
                self._database.write(
                    "UPDATE documents SET revision = ? WHERE id = ?", self.revision + 1, id_
                )
                if document := self.document(id_):
                    self._signings.put(id_, signatures(document))
        return len(changed)

    def _sign_all(self) -> None:
        with self.transaction():
            self._signings.make()
            for document in self._stored():
                self._signings.put(document.id, signatures(self.registry.applied(document)))

    def _stored(self) -> Iterator[Document]:
        """All documents as their sources have them."""
        for row in self._database.stream(f"SELECT {COLUMNS} FROM documents WHERE removed = 0"):
            yield read(row)

    def extent(self, key: str) -> Extent:
        """What lies at a key or behind it; what was removed counts for the revision."""
        row = self._database.one(
            "SELECT coalesce(sum(1 - removed), 0), coalesce(max(revision), 0) FROM documents"
            f" WHERE {_AT_OR_BEHIND}",
            *_at_or_behind(key),
        )
        return Extent(*row) if row else Extent(0, 0)

    def keep(self, key: str, run: int) -> int:
        """Count what lies at a key, or behind it, as seen without reading it; how many."""
        return self._database.write(
            f"UPDATE documents SET run = ? WHERE removed = 0 AND {_AT_OR_BEHIND}",
            run, *_at_or_behind(key),
        )  # fmt: skip

    def remove_unseen(self, key: str, run: int) -> int:
        """Remove what lies at a key, or behind it, and was not seen by a run; how many."""
        gone = self._database.rows(
            f"SELECT id FROM documents WHERE removed = 0 AND run != ? AND {_AT_OR_BEHIND}",
            run, *_at_or_behind(key),
        )  # fmt: skip
        for (id_,) in gone:
            self._database.write(
                "UPDATE documents SET removed = 1, text = '', segments = '[]', digest = '',"
                " length = 0, revision = ? WHERE id = ?",
                self.revision + 1, id_,
            )  # fmt: skip
            self._signings.put(id_, ())
        return len(gone)

    def document(self, id_: str, until: int | None = None) -> Document | None:
        """The document with this id, or None; also None if it has changed after a revision."""
        row = self._database.one(
            f"SELECT {COLUMNS} FROM documents WHERE id = ?1 AND removed = 0"
            " AND (?2 IS NULL OR revision <= ?2)",
            id_, until,
        )  # fmt: skip
        return self.registry.applied(read(row)) if row else None

    def ids(self, name: str) -> list[str]:
        """The ids of documents that have this id, the start of an id, path, source id or title."""
        rows = self._database.rows(
            "SELECT id FROM documents WHERE removed = 0 AND"
            " (id = ?1 OR path = ?1 OR source_id = ?1 OR title = ?1"
            " OR (length(?1) >= 6 AND substr(id, 1, length(?1)) = ?1)) ORDER BY id LIMIT 20",
            name,
        )
        return [id_ for (id_,) in rows]

    def changes(self, after: int) -> Iterator[Change]:
        """What changed after a revision, in order, each document once and as it stands now."""
        rows = self._database.stream(
            f"SELECT revision, id, removed, {COLUMNS} FROM documents"
            " WHERE revision > ? ORDER BY revision",
            after,
        )
        for revision, id_, removed, *columns in rows:
            document = None if removed else self.registry.applied(read(tuple(columns)))
            yield Change(revision, id_, document)

    def characters(self, after: int = 0) -> int:
        """How many characters the documents hold that changed after a revision."""
        row = self._database.one(
            "SELECT coalesce(sum(length), 0) FROM documents WHERE revision > ?", after
        )
        return int(row[0]) if row else 0

    def sources(self) -> dict[str, int]:
        """The sources with their numbers of documents."""
        return dict(
            self._database.rows(
                "SELECT source, count(*) FROM documents WHERE removed = 0 GROUP BY source"
                " ORDER BY source"
            )
        )

    def dates(self) -> tuple[str | None, str | None]:
        """The earliest and the latest date of a document."""
        row = self._database.one("SELECT min(date), max(date) FROM documents WHERE removed = 0")
        return (row[0], row[1]) if row else (None, None)

    def people(self) -> list[Person]:
        """Everybody who is named as an author, those with the most documents first."""
        return people(self._signings.all(), self.registry)

    def signed_by(self, names: Sequence[str], limit: int) -> list[Signed]:
        """The documents that are signed by any of these names, the newest first."""
        return self._signings.by(names, limit)

    def signed_count(self, names: Sequence[str]) -> int:
        """How many documents are signed by any of these names."""
        return self._signings.count(names)


_AT_OR_BEHIND = "(key = ? OR (key >= ? AND key < ?))"


def _at_or_behind(key: str) -> tuple[str, str, str]:
    """The bounds of the keys of a folder (which end in /), or of a file and the rows in it."""
    prefix = key if key.endswith(("/", "#")) else f"{key}#"
    return key, prefix, prefix + "\U0010ffff"
