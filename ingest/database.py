"""SQLite, opened the same way everywhere: write-ahead log, one connection a thread."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from errors import BadInput

Row = tuple[Any, ...]


class Database:
    """One SQLite file with its schema; any number of readers beside one writer.

    Raises BadInput when the file cannot be used.
    """

    def __init__(self, path: Path, schema: str) -> None:
        self._path = path
        self._local = threading.local()
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._connection().executescript(schema)
        except sqlite3.Error as error:
            raise BadInput(f"{path}: {error}; name another data folder") from error

    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = sqlite3.connect(self._path, timeout=30, isolation_level=None)
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=NORMAL")
            self._local.connection = connection
        return connection

    def rows(self, sql: str, *values: object) -> list[Row]:
        """All rows of a query."""
        return self._connection().execute(sql, values).fetchall()

    def stream(self, sql: str, *values: object) -> Iterator[Row]:
        """The rows of a query one by one, for results that may be large."""
        yield from self._connection().execute(sql, values)

    def one(self, sql: str, *values: object) -> Row | None:
        """The first row of a query, or None."""
        row: Row | None = self._connection().execute(sql, values).fetchone()
        return row

    def write(self, sql: str, *values: object) -> int:
        """Run one statement; the number of rows that it changed."""
        return self._connection().execute(sql, values).rowcount

    def write_many(self, sql: str, values: list[Row]) -> None:
        """Run one statement for each row of values."""
        self._connection().executemany(sql, values)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All writes inside, or none of them."""
        connection = self._connection()
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")

    def close(self) -> None:
        """Close this thread's connection."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is not None:
            connection.close()
            self._local.connection = None
