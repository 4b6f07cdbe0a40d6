"""The one door to Chroma: the vectors of passages, embedded or on a server."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, cast
from urllib.parse import urlsplit

import numpy as np

from errors import BadInput
from index.vector import Vectors

if TYPE_CHECKING:
    from chromadb import Collection
    from chromadb.api.client import Client

BATCH = 2_000
"""Entries a call; Chroma takes 5,461 at most."""


class VectorStore:
    """Unit vectors by passage id, found by cosine."""

    def __init__(self, folder: Path, server: str, name: str) -> None:
        self._folder, self._server, self._name = folder, server, name
        self._in_use = RLock()  # a query on a closed client fails
        self._opened: Collection | None = None
        if server:  # a wrong address shows at once
            self._open()

    def _open(self) -> "Collection":
        self._client = _client(self._folder, self._server)
        self._opened = self._client.get_or_create_collection(
            self._name, embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
        )
        return self._opened

    @property
    def _collection(self) -> "Collection":
        """The collection, opened when it is first needed: a question to few passages needs none."""
        with self._in_use:
            return self._opened or self._open()

    def reopen(self) -> None:
        """See what another process has written: an open local client never does."""
        with self._in_use:
            if self._opened is not None and not self._server:
                from chromadb.api.shared_system_client import (  # noqa: PLC0415  # loaded by then
                    SharedSystemClient,
                )

                self.close()
                SharedSystemClient.clear_system_cache()
            self._opened = None

    def close(self) -> None:
        """Let go of the files."""
        if self._opened is not None and not self._server:
            self._client.close()

    def put(self, ids: Sequence[int], vectors: Vectors) -> None:
        """Store vectors, replacing those of the same ids."""
        for part in _parts(len(ids)):
            self._collection.upsert(ids=[str(id_) for id_ in ids[part]], embeddings=vectors[part])

    def remove(self, ids: Sequence[int]) -> None:
        """Forget passages; ids that are not there do not matter."""
        for part in _parts(len(ids)):
            self._collection.delete(ids=[str(id_) for id_ in ids[part]])

    def fetch(self, ids: Sequence[int]) -> dict[int, Vectors]:
        """The vectors of the ids that are there."""
        found: dict[int, Vectors] = {}
        for part in _parts(len(ids)):
            stored = self._collection.get(
                ids=[str(id_) for id_ in ids[part]], include=["embeddings"]
            )
            vectors = np.asarray(stored["embeddings"], dtype=np.float32)
            found.update(zip(map(int, stored["ids"]), vectors, strict=True))
        return found

    def nearest(self, vector: Vectors, count: int) -> list[int]:
        """The passages nearest to a vector by cosine, best first."""
        from chromadb.errors import InternalError  # noqa: PLC0415  # half a second

        with self._in_use:
            try:
                return self._query(vector, count)
            except InternalError:  # another process has just deleted what the index still names
                self.reopen()
                return self._query(vector, count)

    def _query(self, vector: Vectors, count: int) -> list[int]:
        found = self._collection.query(
            query_embeddings=vector[None, :], n_results=count, include=[]
        )
        return [int(id_) for id_ in found["ids"][0]]

    def count(self) -> int:
        """How many vectors there are."""
        return self._collection.count()


def _client(folder: Path, server: str) -> "Client":
    import chromadb  # noqa: PLC0415  # half a second, which showing a document need not wait for
    from chromadb.config import Settings as ChromaSettings  # noqa: PLC0415

    settings = ChromaSettings(anonymized_telemetry=False)
    if not server:
        return cast("Client", chromadb.PersistentClient(folder, settings=settings))
    address = urlsplit(server)
    secure = address.scheme == "https"
    if address.scheme not in ("http", "https") or not address.hostname:
        raise BadInput(f"setting 'chroma': {server!r} is not a URL such as http://localhost:8000")
    try:
        client = chromadb.HttpClient(
            host=address.hostname,
            port=address.port or (443 if secure else 8000),
            ssl=secure,
            settings=settings,
        )
        return cast("Client", client)
    except ValueError as error:  # what the client makes of a refused connection
        raise BadInput(f"setting 'chroma': no Chroma server answers at {server}") from error


def _parts(count: int) -> Iterator[slice]:
    return (slice(start, start + BATCH) for start in range(0, count, BATCH))
