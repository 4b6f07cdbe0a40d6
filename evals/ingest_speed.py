"""How fast text is taken in, beside a plain llama-index pipeline with the same model and text.

    uv run --group bench whosaid eval ingest ../shared/data/lesswrong/documents.jsonl.gz

The two take turns on the same documents, so that what else the machine does falls on both.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from errors import BadInput
from faces.library import open_library
from faces.render import table
from index.build import Progress
from index.weights import locate
from ingest.document import Document
from ingest.sources import Source, source
from settings import Settings

ROUNDS = 3
DOCUMENTS = 60
PLAIN_CHUNK = 256
"""Tokens of a chunk of the plain pipeline: what the model reads at most."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How much was taken in, and in how many seconds."""

    characters: int
    passages: int
    seconds: float


def run(name: str, settings: Settings, limit: int | None = None) -> str:
    """A table of both paces on every n-th document of a source, the median of the rounds."""
    documents = _spread(
        [found for found in source(name).read() if isinstance(found, Document)], limit
    )
    ours, plain = [], []
    with plain_pipeline(settings.embed_model) as take_in:
        for _ in range(ROUNDS):
            ours.append(whosaid(documents, settings))
            plain.append(take_in(documents))
    ratios = [_rate(a) / _rate(b) for a, b in zip(ours, plain, strict=True)]
    passages = [
        a.passages / a.seconds / (b.passages / b.seconds) for a, b in zip(ours, plain, strict=True)
    ]
    return table(
        [
            ("pipeline", "characters/s", "passages/s", "characters a passage"),
            ("whosaid", *_row(ours)),
            ("plain llama-index", *_row(plain)),
            ("ratio", f"{median(ratios):.2f}", f"{median(passages):.2f}", ""),
        ]
    )


def whosaid(documents: list[Document], settings: Settings) -> Pace:
    """Our pace from documents to a searchable index: archive, vectors, keywords."""
    passages = 0

    def count(done: Progress) -> None:
        nonlocal passages
        passages += done.passages

    with TemporaryDirectory() as folder:
        library = open_library(settings.model_copy(update={"data": Path(folder)}), create=True)
        start = perf_counter()
        library.ingest([Source("eval:", 0, lambda: iter(documents))], indexing=count)
        seconds = perf_counter() - start
        library.stores.vectors.close()
    return Pace(sum(len(document.text) for document in documents), passages, seconds)


@contextmanager
def plain_pipeline(model: str) -> Iterator[Callable[[list[Document]], Pace]]:
    """HuggingFaceEmbedding, SentenceSplitter and ChromaVectorStore as their guides put them."""
    with TemporaryDirectory() as folder:
        os.environ["NLTK_DATA"] = str(_sentence_data(Path(folder)))
        try:
            from evals.plain_llama_index import Plain  # noqa: PLC0415  # the bench group's packages
        except ImportError as error:
            raise BadInput(
                "the packages of the group bench are missing: uv run --group bench …"
            ) from error
        plain = Plain(locate(model).folder, Path(folder) / "chroma", PLAIN_CHUNK)

        def take_in(documents: list[Document]) -> Pace:
            start = perf_counter()
            nodes = plain.take_in([document.text for document in documents])
            characters = sum(len(document.text) for document in documents)
            return Pace(characters, nodes, perf_counter() - start)

        yield take_in


def _sentence_data(folder: Path) -> Path:
    """A copy of llama-index's sentence data: its reader refuses the hard links that uv makes."""
    package = find_spec("llama_index.core")
    assert package is not None
    assert package.submodule_search_locations is not None
    data = Path(package.submodule_search_locations[0]) / "_static" / "nltk_cache"
    return Path(shutil.copytree(data, folder / "nltk_cache"))


def _spread(documents: list[Document], limit: int | None) -> list[Document]:
    wanted = limit or DOCUMENTS
    return list(islice(documents[:: max(1, len(documents) // wanted)], wanted))


def _rate(pace: Pace) -> float:
    return pace.characters / pace.seconds


def _row(paces: list[Pace]) -> tuple[str, str, str]:
    return (
        f"{median(_rate(pace) for pace in paces):,.0f}",
        f"{median(pace.passages / pace.seconds for pace in paces):,.1f}",
        f"{paces[0].characters / paces[0].passages:,.0f}",
    )
