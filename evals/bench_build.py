"""The indexes that questions are put to: ours and that of a plain llama-index pipeline."""

import shutil
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import fmean
from time import perf_counter

from evals.material import Material
from evals.plain_pipeline import plain
from faces.library import open_library
from faces.progress import counting, ingest_with_progress
from ingest.document import Document
from ingest.sources import Source
from settings import Settings

BATCH = 200
"""Documents that the plain pipeline is given at once: it holds all vectors of them as objects."""

COLLECTION = "plain"
BUILT = "seconds"
"""The file that says in how many seconds an index was built, when it is whole."""


def ours(material: Material, settings: Settings, size: int) -> None:
    """Have an index of so many passages in the data folder of the settings."""
    built(settings.data, partial(_build_ours, material, settings, size))


def others(material: Material, settings: Settings, size: int) -> None:
    """Have the same text in the plain pipeline, in the data folder of the settings."""
    built(settings.data, partial(_build_plain, material, settings, size))


def built(folder: Path, build: Callable[[], None]) -> None:
    """Build what a folder is to hold, unless it is there whole; the seconds are kept with it."""
    if (folder / BUILT).exists():
        return
    with suppress(FileNotFoundError):
        shutil.rmtree(folder)
    start = perf_counter()
    build()
    (folder / BUILT).write_text(f"{perf_counter() - start:.1f}\n")


def seconds(folder: Path) -> float:
    """In how many seconds the index in a folder was built."""
    return float((folder / BUILT).read_text())


def _build_ours(material: Material, settings: Settings, size: int) -> None:
    library = open_library(settings, create=True)
    made = replace(library, embedder=material.embedder)  # the vectors alone are not the model's
    ingest_with_progress(library, [_source("real:", material.real(size))])
    ingest_with_progress(made, [_source("synthetic:", material.synthetic(size))])
    library.stores.vectors.close()


def _source(key: str, documents: Iterable[Document]) -> Source:
    return Source(key, 0, lambda: iter(documents))


def _build_plain(material: Material, settings: Settings, size: int) -> None:
    pipeline = plain(settings.embed_model, settings.data)
    texts = [document.text for document in material.real(size)]
    pipeline.take_in(COLLECTION, texts)
    rest = material.synthetic(size)
    about = round(size * material.length / fmean(len(each.text) for each in material.documents))
    with counting("llama-index", about // BATCH, "batches") as advance:
        while batch := [document.text for document in islice(rest, BATCH)]:
            pipeline.take_in(COLLECTION, batch, material.embedder.vectors)
            advance()
