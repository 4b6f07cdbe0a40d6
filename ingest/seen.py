"""What sources held when they were last read to their end, so as not to read the same again."""

import json
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path

from ingest.database import Database

Lack = tuple[str, str, str]
"""Something that a source did not give: its key, its place and the reason."""

SCHEMA = """
CREATE TABLE IF NOT EXISTS seen (
    source TEXT PRIMARY KEY, state TEXT NOT NULL, documents INTEGER NOT NULL, skipped TEXT NOT NULL
);
"""


class Seen:
    """The states of sources by their keys, how many documents they gave, and what they did not."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def note(self, source: str, state: str, documents: int, lacks: Sequence[Lack]) -> None:
        """Keep what a source gave."""
        self._database.write(
            "INSERT OR REPLACE INTO seen VALUES (?, ?, ?, ?)",
            source, _read_by(state), documents,
            json.dumps(lacks),
        )  # fmt: skip

    def lacks(self, source: str, state: str, documents: int) -> list[Lack] | None:
        """What a source would not give, if it is as it was and so many documents of it are here.

        None where it has to be read; so it is where the state is not known, which is empty.
        """
        if not state:
            return None
        row = self._database.one(
            "SELECT skipped FROM seen WHERE source = ? AND state = ? AND documents = ?",
            source, _read_by(state), documents,
        )  # fmt: skip
        return [tuple(one) for one in json.loads(row[0])] if row else None


def _read_by(state: str) -> str:
    """A state together with the rules that a source is read by: other rules find other things."""
    return f"{_rules()} {state}"


@cache
def _rules() -> str:
    digest = sha256()
    for file in sorted(Path(__file__).parent.iterdir()):
        if file.suffix in (".py", ".toml"):
            digest.update(file.read_bytes())
    return digest.hexdigest()
