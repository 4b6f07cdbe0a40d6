"""The operator's authors.toml → the registry."""

import tomllib
from dataclasses import fields
from pathlib import Path

from errors import BadInput
from ingest.metadata import url_of
from ingest.registry import Entry, Registry

KEYS = tuple(field.name for field in fields(Entry))


def read_authors(path: Path | None) -> Registry:
    """The people of a file, nobody if there is none.

    Raises BadInput with one line that names the file and the entry.
    """
    if path is None:
        return Registry()
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        return Registry(_entries(tables))
    except OSError as error:
        raise BadInput(f"{path}: {error.strerror}") from error
    except (BadInput, ValueError) as error:  # ValueError: it is not TOML, or not UTF-8
        raise BadInput(f"{path}: {error}") from error


def _entries(tables: dict[str, object]) -> list[Entry]:
    for key in tables:
        if key != "author":
            raise BadInput(f"unknown key {key!r}; every person is an [[author]]")
    found = tables.get("author", [])
    if not isinstance(found, list) or not all(isinstance(table, dict) for table in found):
        raise BadInput("'author' is not a list; every person is an [[author]]")
    return [_entry(number, table) for number, table in enumerate(found, start=1)]


def _entry(number: int, table: dict[str, object]) -> Entry:
    name = table.get("name")
    if not isinstance(name, str) or not name.strip():
        raise BadInput(f"author {number}: it has no name")
    try:
        lists = {key: _list(key, value) for key, value in table.items() if key != "name"}
        entry = Entry(_line(name), **lists)
        _agrees(entry)
    except BadInput as error:
        raise BadInput(f"author {number}, {name!r}: {error}") from error
    return entry


def _list(key: str, value: object) -> tuple[str, ...]:
    if key not in KEYS:
        raise BadInput(f"unknown key {key!r}; there are {', '.join(KEYS)}")
    if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
        raise BadInput(f"{key} is not a list of texts")
    if not all(text.strip() for text in value):
        raise BadInput(f"{key} has an empty text")
    return tuple(map(_line, value))


def _agrees(entry: Entry) -> None:
    """Raise BadInput when an entry says what cannot be."""
    for address in entry.profiles:
        if url_of(address) is None:
            raise BadInput(f"profiles: {address!r} is not an address such as https://example.org/a")
    for name in (entry.name, *entry.aliases):
        if entry.is_apart(name):
            raise BadInput(f"{name!r} is their name and in apart")


def _line(text: str) -> str:
    return " ".join(text.split())
