"""What ranking asks of any passage, in one plain file, by passage id.

Chroma finds the nearest of all passages; asked about some of them it takes the longer the more
they are, tens of milliseconds in a large index (docs/benchmarks.md). Here any thousand of them,
with their neighbours, take one.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import numpy.typing as npt

from index.vector import Vectors, cosines, small

AT_ONCE = 1_024
"""Rows that are compared together: they stay in the cache of the processor."""

Ids = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class FlatEntry:
    """A new passage: the id of its document's first passage, and its characters."""

    id: int
    first: int
    length: int


class FlatVectors:
    """A row for each id, which is its place: ids rise, and none is used twice.

    The passages of a document have ids in a row, in the order of its text.
    """

    def __init__(self, path: Path, dimension: int) -> None:
        self._path = path
        self._row = np.dtype(
            [("vector", np.int8, (dimension,)), ("first", np.uint32), ("length", np.uint32)]
        )
        self.reopen()

    def reopen(self) -> None:
        """See what has been written since. Others may be reading."""
        rows: npt.NDArray[Any] = np.zeros(1, dtype=self._row)
        if self._path.exists() and (count := self._path.stat().st_size // self._row.itemsize):
            # as a plain array: each look at a memmap makes another one, which takes longer
            rows = np.memmap(self._path, self._row, "r", shape=(count,)).view(np.ndarray)
        self._rows = rows

    @property
    def rows(self) -> int:
        """How many rows there are: one for each id that there ever was."""
        return len(self._rows)

    def put(self, entries: Sequence[FlatEntry], vectors: Vectors) -> None:
        """Store new passages, whose ids follow one another, with their unit vectors."""
        rows = np.zeros(len(entries), dtype=self._row)
        rows["vector"] = small(vectors)
        rows["first"] = [entry.first for entry in entries]
        rows["length"] = [entry.length for entry in entries]
        with self._written() as file:
            file.seek(entries[0].id * self._row.itemsize)
            file.write(rows.tobytes())
        self.reopen()

    def forget(self, ids: Sequence[int]) -> None:
        """Let passages be found no more; those that were never stored do not matter."""
        stored = [id_ for id_ in ids if id_ < len(self._rows)]
        if not stored:
            return
        with self._written() as file:
            for id_ in stored:
                file.seek(id_ * self._row.itemsize)
                file.write(bytes(self._row.itemsize))

    @contextmanager
    def _written(self) -> Iterator[BinaryIO]:
        """The file to write to; what is written is on disk before the revision moves on."""
        with self._path.open("r+b" if self._path.exists() else "w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())

    def nearest(self, query: Vectors, count: int) -> Ids:
        """The passages nearest to a query, so many at most, in the order of their ids."""
        rows = self._rows
        found = np.full(len(rows), -np.inf, dtype=np.float32)
        for start in range(0, len(rows), AT_ONCE):
            part = rows[start : start + AT_ONCE]
            there = part["length"] > 0
            found[start : start + AT_ONCE][there] = cosines(part["vector"], query)[there]
        best = np.argsort(-found, kind="stable")[:count]
        return np.sort(best[np.isfinite(found[best])])

    def cosines(self, ids: Ids, query: Vectors) -> Vectors:
        """The cosine of each passage with a query, shape (ids,)."""
        return cosines(self._of(ids)["vector"], query)

    def firsts(self, ids: Ids) -> Ids:
        """For each passage the first of its document; 0 for what never was."""
        return self._of(ids)["first"].astype(np.int64)

    def lengths(self, ids: Ids) -> Vectors:
        """The characters of each passage."""
        return self._of(ids)["length"].astype(np.float32)

    def document(self, first: int) -> Ids:
        """The passages of the document that begins with one of them."""
        rows, looked_at = self._rows, 64
        while True:
            others = rows["first"][first : first + looked_at] != first
            if others.any():
                return np.arange(first, first + int(others.argmax()))
            if first + looked_at >= len(rows):
                return np.arange(first, len(rows))
            looked_at *= 2

    def _of(self, ids: Ids) -> npt.NDArray[Any]:
        """The rows of ids; for those that are not in the file row 0, in which nothing is."""
        rows = self._rows  # once: another thread may open the file anew
        return rows[np.where((ids > 0) & (ids < len(rows)), ids, 0)]
