"""How a question's time, memory and disk grow with the index, beside a plain llama-index pipeline.

    uv run --group bench whosaid bench SOURCE --only scale --sizes 1000,10000 --keep indexes

Indexes hold some of a real corpus and, above it, synthetic text and vectors, put in by the
product's own way. What asks is a fresh process each time, so that its memory is its own.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from evals import bench_asked, bench_build, told_by
from evals.bench_asked import Asked
from evals.clients import Load
from evals.material import Material, gathered
from evals.memory import MEBIBYTE, on_disk
from evals.plain_pipeline import sentence_data
from evals.synthetic import SOURCES, YEARS, author
from faces.render import table
from index.filters import Filters
from ingest.sources import source
from settings import Settings

QUESTIONS = 200
FILTERS = {
    "by a frequent author": Filters(authors=(author(0),)),
    "by a rare author": Filters(authors=(author(300),)),
    "from one of three sources": Filters(source=SOURCES[0]),
    "from the last year of 18": Filters(after=f"{YEARS[-1]}-01-01"),
    "by that author before it": Filters(authors=(author(0),), before=f"{YEARS[-1]}-01-01"),
}


@dataclass(frozen=True, slots=True)
class Measured:
    """What asking one index met, and what the index itself took."""

    size: int
    pipeline: str
    asked: Asked
    disk: int
    built: float


def run(
    name: str, settings: Settings, sizes: Sequence[int], folder: Path, asked: Sequence[str]
) -> str:
    """Tables for indexes of so many passages, which are kept in a folder and used again.

    Each source has its own there, and so has each model and each version of the splitter.
    """
    place = folder / told_by(source(name).key, settings)
    place.mkdir(exist_ok=True)
    with sentence_data():
        material = gathered(name, settings)
        questions = list(asked) or material.questions(QUESTIONS)
        done = [
            measured
            for size in sizes
            for measured in _measured(material, settings, size, place, questions)
        ]
    return "\n\n".join((_times(done), _filtered(done), _room(done)))


def _measured(
    material: Material, settings: Settings, size: int, folder: Path, questions: Sequence[str]
) -> Iterator[Measured]:
    ours = settings.model_copy(update={"data": folder / f"whosaid-{size}"})
    plain = settings.model_copy(update={"data": folder / f"plain-{size}"})
    _tell(f"{size:,} passages: building Whosaid's index")
    bench_build.ours(material, ours, size)
    _tell(f"{size:,} passages: asking Whosaid")
    yield _one(size, "whosaid", ours, _apart(bench_asked.ours, ours, questions, FILTERS))
    _tell(f"{size:,} passages: building plain llama-index's")
    bench_build.others(material, plain, size)
    _tell(f"{size:,} passages: asking plain llama-index")
    asked = _apart(bench_asked.others, plain, questions, bench_build.COLLECTION)
    yield _one(size, "plain llama-index", plain, asked)


def _one(size: int, pipeline: str, settings: Settings, asked: Asked) -> Measured:
    folder = settings.data
    return Measured(size, pipeline, asked, on_disk(folder), bench_build.seconds(folder))


def _apart(ask: Callable[..., Asked], *arguments: object) -> Asked:
    """Asked in a process of its own, which begins with nothing of this one's memory."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(ask, *arguments).result()


def _times(done: Sequence[Measured]) -> str:
    rows = [
        (f"{one.size:,}", one.pipeline, name, *_row(load))
        for one in done
        for name, load in one.asked.loads.items()
    ]
    return table([("index", "pipeline", "asked", *HEADER), *rows])


def _filtered(done: Sequence[Measured]) -> str:
    rows = [
        (f"{one.size:,}", name, *_row(load))
        for one in done
        for name, load in one.asked.filtered.items()
    ]
    return table([("index", "answer, filtered", *HEADER), *rows])


HEADER = ("p50 ms", "p95 ms", "p99 ms", "questions/s", "cores busy")


def _row(load: Load) -> tuple[str, ...]:
    times = (f"{load.percentile(percent):.1f}" for percent in (50, 95, 99))
    return (*times, f"{load.throughput:.1f}", f"{load.busy:.1f}")


def _room(done: Sequence[Measured]) -> str:
    """Memory, disk, and the seconds of building."""
    header = (
        "index", "pipeline", "passages", "memory MiB", "at most", "disk MiB", "built s"
    )  # fmt: skip
    rows = [
        (
            f"{one.size:,}",
            one.pipeline,
            f"{one.asked.passages:,}",
            *(f"{size / MEBIBYTE:,.0f}" for size in (one.asked.memory, one.asked.most, one.disk)),
            f"{one.built:,.0f}",
        )
        for one in done
    ]
    return table([header, *rows])


def _tell(text: str) -> None:
    print(text, file=sys.stderr)
