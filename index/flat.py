"""What ranking asks of any passage, in one plain file, by passage id.

Chroma finds the nearest of all passages; asked about some of them it takes the longer the more
they are, tens of milliseconds in a large index (docs/benchmarks.md). Here any thousand of them,
with their neighbours, take one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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
        """See what has been written since."""
        self._rows: npt.NDArray[Any] = np.zeros(1, dtype=self._row)
        if self._path.exists() and (count := self._path.stat().st_size // self._row.itemsize):
            self._rows = np.memmap(self._path, self._row, "r", shape=(count,))

    def put(self, entries: Sequence[FlatEntry], vectors: Vectors) -> None:
        """Store new passages, whose ids follow one another, with their unit vectors."""
        rows = np.zeros(len(entries), dtype=self._row)
        rows["vector"] = small(vectors)
        rows["first"] = [entry.first for entry in entries]
        rows["length"] = [entry.length for entry in entries]
        with self._path.open("r+b" if self._path.exists() else "w+b") as file:
            file.seek(entries[0].id * self._row.itemsize)
            file.write(rows.tobytes())
        self.reopen()

    def forget(self, ids: Sequence[int]) -> None:
        """Let passages be found no more; those that were never stored do not matter."""
        stored = [id_ for id_ in ids if id_ < len(self._rows)]
        if not stored:
            return
        with self._path.open("r+b") as file:
            for id_ in stored:
                file.seek(id_ * self._row.itemsize)
                file.write(bytes(self._row.itemsize))

    def nearest(self, query: Vectors, count: int) -> Ids:
        """The passages nearest to a query, so many at most, in the order of their ids."""
        found = np.full(len(self._rows), -np.inf, dtype=np.float32)
        for start in range(0, len(found), AT_ONCE):
            part = self._rows[start : start + AT_ONCE]
            there = part["length"] > 0
            found[start : start + AT_ONCE][there] = cosines(part["vector"], query)[there]
        best = np.argsort(-found, kind="stable")[:count]
        return np.sort(best[np.isfinite(found[best])])

    def cosines(self, ids: Ids, query: Vectors) -> Vectors:
        """The cosine of each passage with a query, shape (ids,)."""
        return cosines(self._rows["vector"][self._known(ids)], query)

    def firsts(self, ids: Ids) -> Ids:
        """For each passage the first of its document; 0 for what never was."""
        found = self._rows["first"][self._known(ids)].astype(np.int64)
        found[ids >= len(self._rows)] = 0
        return found

    def lengths(self, ids: Ids) -> Vectors:
        """The characters of each passage."""
        return self._rows["length"][self._known(ids)].astype(np.float32)

    def document(self, first: int) -> Ids:
        """The passages of the document that begins with one of them."""
        looked_at = 64
        while True:
            others = self._rows["first"][first : first + looked_at] != first
            if others.any():
                return np.arange(first, first + int(others.argmax()))
            if first + looked_at >= len(self._rows):
                return np.arange(first, len(self._rows))
            looked_at *= 2

    def _known(self, ids: Ids) -> Ids:
        """The ids within the file: 0, where nothing is, for others."""
        return np.where((ids > 0) & (ids < len(self._rows)), ids, 0)
