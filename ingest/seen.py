"""What sources held when they were last read to their end, so as not to read the same again."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from ingest.database import Database

Lack = tuple[str, str, str]
"""Something that a source did not give: its key, its place and the reason."""

SCHEMA = """
CREATE TABLE IF NOT EXISTS sources_read (
    source TEXT PRIMARY KEY, state TEXT NOT NULL, lacks TEXT NOT NULL
);
"""


@dataclass(frozen=True, slots=True)
class Extent:
    """How many documents of a source are here, and the last revision in which one changed."""

    documents: int
    revision: int


class Seen:
    """The states of sources by their keys, with what became of them here and what they lack."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def note(self, source: str, state: str, extent: Extent, lacks: Sequence[Lack]) -> None:
        """Keep what a source gave, all of which is here now."""
        self._database.write(
            "INSERT OR REPLACE INTO sources_read VALUES (?, ?, ?)",
            source, _whole(state, extent), json.dumps(lacks),
        )  # fmt: skip

    def lacks(self, source: str, state: str, extent: Extent) -> list[Lack] | None:
        """What a source would not give, if it is as it was and so is what is here of it.

        None where it has to be read; so it is where the state is not known, which is empty.
        """
        if not state:
            return None
        row = self._database.one(
            "SELECT lacks FROM sources_read WHERE source = ? AND state = ?",
            source, _whole(state, extent),
        )  # fmt: skip
        return [tuple(one) for one in json.loads(row[0])] if row else None


def _whole(state: str, extent: Extent) -> str:
    """A state with what it became and the rules that it was read by: others find other things."""
    return f"{_rules()} {extent.documents} {extent.revision} {state}"


@cache
def _rules() -> str:
    digest = sha256()
    for file in sorted(Path(__file__).parent.iterdir()):
        if file.suffix in (".py", ".toml"):
            digest.update(file.read_bytes())
    return digest.hexdigest()
