"""Shared by all tests: an embedder without a model, a library of stores, files to read."""

import gzip
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from hashlib import blake2b
from pathlib import Path

os.environ["HF_HUB_OFFLINE"] = "1"  # read when huggingface_hub is imported: no test goes online
os.environ["PYTHONDONTWRITEBYTECODE"] = ""  # many tests start Python: it compiles torch only once

import hypothesis
import numpy as np
import pytest

from index.build import Stores, update
from index.catalogue import Catalogue
from index.embed import ModelFacts
from index.filters import Filters
from index.flat import FlatVectors
from index.keywords import KeywordIndex
from index.search import Search
from index.sentences import Span
from index.vector import Embedded, Vectors
from index.vectors import VectorStore
from ingest.archive import Archive
from ingest.document import Author, Document, Segment
from ingest.run import Report, ingest
from ingest.sources import source

sys.dont_write_bytecode = False  # see above
hypothesis.settings.register_profile(
    "quick", max_examples=60, deadline=None, derandomize=True, database=None
)
hypothesis.settings.load_profile("quick")


class WordEmbedder:
    """Bags of words as vectors: texts are the nearer, the more words they share.

    A word is a piece, so `count` is the number of words. `embedded` is what it was asked for.
    """

    facts = ModelFacts("words", "0" * 64, 64, "f32")

    def __init__(self) -> None:
        self.embedded: list[str] = []

    def count(self, texts: Sequence[str]) -> list[int]:
        return [len(text.split()) for text in texts]

    def embed_passages(
        self, texts: Sequence[str], sentences: Sequence[Sequence[Span]]
    ) -> list[Embedded]:
        self.embedded.extend(texts)
        return [
            Embedded(_bag(text), np.stack([_bag(text[start:end]) for start, end in spans]))
            for text, spans in zip(texts, sentences, strict=True)
        ]

    def embed_query(self, text: str) -> Vectors:
        return _bag(text)


def _bag(text: str) -> Vectors:
    bag = np.zeros(64, dtype=np.float32)
    for word in text.casefold().split():
        bag[blake2b(word.strip(".,?!").encode(), digest_size=1).digest()[0] % 64] += 1
    return bag / np.linalg.norm(bag) if bag.any() else np.full(64, 1 / 8, dtype=np.float32)


class Library:
    """An archive with its stores and a search over them, in one folder."""

    def __init__(self, folder: Path) -> None:
        self.archive = Archive(folder / "archive.db")
        self.stores = Stores(
            Catalogue(folder / "passages.db"),
            VectorStore(folder / "vectors", "", "whosaid-test"),
            FlatVectors(folder / "vectors.i8", 64),
            KeywordIndex(folder / "keywords"),
        )
        self.embedder = WordEmbedder()
        self.search = Search(self.archive, self.stores, self.embedder)

    def ingest(self, *names: object) -> Report:
        """Bring sources into the archive alone, each by its name."""
        return ingest([source(str(name)) for name in names], self.archive)

    def put(self, *documents: Document) -> None:
        """Put documents into the archive alone, each in a run of its own."""
        for document in documents:
            self.archive.put(document, self.archive.new_run())

    def remove(self, document: Document) -> None:
        """Remove a document from the archive alone."""
        self.archive.remove_unseen(document.key, self.archive.new_run())

    def update(self) -> None:
        """Bring the stores to where the archive is."""
        update(self.archive, self.stores, self.embedder)

    def found(self, query: str, **filters: object) -> list[str]:
        """The texts of the passages for a query, best first."""
        return [hit.text for hit in self.search.hits(query, 10, Filters(**filters))]  # type: ignore[arg-type]


@pytest.fixture
def embedder() -> WordEmbedder:
    return WordEmbedder()


@pytest.fixture
def new_library(tmp_path: Path) -> Iterator[Callable[[str], Library]]:
    """Makes libraries, each in the folder of its name; the same name opens the same folder."""
    opened: list[Library] = []

    def make(name: str) -> Library:
        opened.append(Library(tmp_path / name))
        return opened[-1]

    yield make
    for library in opened:
        library.stores.vectors.close()


@pytest.fixture
def library(new_library: Callable[[str], Library]) -> Library:
    return new_library("library")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder that `write` writes to."""
    (tmp_path / "corpus").mkdir()
    return tmp_path / "corpus"


@pytest.fixture
def write(folder: Path) -> Callable[[str, str | bytes], Path]:
    """Writes a file, gzipped if its name ends in .gz, with exactly the bytes or the text given."""

    def make(name: str, content: str | bytes) -> Path:
        data = content.encode() if isinstance(content, str) else content
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
        return path

    return make


@pytest.fixture
def document() -> Callable[..., Document]:
    """Makes documents: one segment, by `author` if one is named, at a key that `name` gives."""

    def make(text: str, name: str = "a.txt", author: str = "", **fields: str) -> Document:
        authors = (Author(author),) if author else ()
        segment = Segment(0, len(text), authors, "metadata" if author else "unknown")
        return Document(f"file:/{name}", "file", text, (segment,), path=name, **fields)

    return make
