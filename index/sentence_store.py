"""What is known of each passage's sentences: their meaning in its context, and their words."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.vector import Small
from ingest.database import Database

SCHEMA = """
CREATE TABLE IF NOT EXISTS sentences_read (
    passage INTEGER PRIMARY KEY, vectors BLOB NOT NULL, stems TEXT NOT NULL
);
"""

PART = 1_000
"""Passages asked for at once: SQLite takes some thousands."""

Stems = frozenset[str]


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences of a passage: small vectors, one a row, and the stems of each one's words."""

    vectors: Small
    stems: tuple[Stems, ...]


class SentenceStore:
    """The sentences of passages by the passages' ids."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, ids: Sequence[int], sentences: Sequence[Sentences]) -> None:
        """Store the sentences of new passages."""
        self._database.write_many(
            "INSERT INTO sentences_read VALUES (?, ?, ?)",
            [
                (id_, one.vectors.tobytes(), "\n".join(" ".join(stems) for stems in one.stems))
                for id_, one in zip(ids, sentences, strict=True)
            ],
        )

    def forget(self, document: str) -> None:
        """Forget those of a document's passages, which are still in the catalogue."""
        self._database.write(
            "DELETE FROM sentences_read WHERE passage IN"
            " (SELECT id FROM passages WHERE document = ?)",
            document,
        )

    def of(self, ids: Sequence[int]) -> dict[int, Sentences]:
        """The sentences of passages, as far as they are there."""
        found = {}
        for start in range(0, len(ids), PART):
            part = ids[start : start + PART]
            marks = ", ".join("?" * len(part))
            for id_, vectors, stems in self._database.rows(
                f"SELECT passage, vectors, stems FROM sentences_read WHERE passage IN ({marks})",
                *part,
            ):
                found[id_] = _read(vectors, stems)
        return found


def _read(vectors: bytes, stems: str) -> Sentences:
    words = tuple(frozenset(sentence.split()) for sentence in stems.split("\n"))
    return Sentences(np.frombuffer(vectors, dtype=np.int8).reshape(len(words), -1), words)
