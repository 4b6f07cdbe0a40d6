"""What benchmarks of retrieval share: an index that is kept, questions put to it, their times."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from time import perf_counter
from typing import TypeVar

import numpy as np

from answer.record import Answer
from evals.metrics import Stretch, interval
from faces.library import Library, open_library
from faces.progress import counting, ingest_with_progress
from index.hit import Hit
from ingest.sources import Source
from settings import Settings

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Found:
    """The hits of a search, and the milliseconds that it took."""

    hits: list[Hit]
    milliseconds: float

    @property
    def passages(self) -> list[Stretch]:
        """The passages, each in the document of its path."""
        return [
            Stretch(hit.document.path or "", hit.passage.start, hit.passage.end)
            for hit in self.hits
        ]

    @property
    def documents(self) -> list[tuple[str, ...]]:
        """The ids of the documents, best first, with those in which the same passage stands."""
        best: dict[str, tuple[str, ...]] = {}
        for hit in self.hits:
            best.setdefault(hit.document.id, (hit.document.id, *hit.same))
        return list(best.values())


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question brings: hits, and an answer."""

    found: Found
    answer: Answer

    @property
    def cited(self) -> list[Stretch]:
        """What is cited, each in the document of its path; nothing in an abstention."""
        return [Stretch(one.path or "", one.start, one.end) for one in self.answer.citations]


@contextmanager
def opened(settings: Settings, sources: Sequence[Source]) -> Iterator[Library]:
    """The library of the data folder; sources are brought in as far as it lacks them."""
    library = open_library(settings, create=True)
    try:
        ingest_with_progress(library, sources)
        yield library
    finally:
        library.stores.vectors.close()


def search(library: Library, query: str, count: int, without: Collection[str] = ()) -> Found:
    """The first hits for a query, with the time; documents may be left out."""
    return _timed(lambda: library.search.hits(query, count, without=without))


def joined(library: Library, query: str, count: int) -> Found:
    """The first hits as readers get them, with the time: passages that follow on are one."""
    return _timed(lambda: library.search.joined(query, count))


def _timed(searching: Callable[[], list[Hit]]) -> Found:
    start = perf_counter()
    hits = searching()
    return Found(hits, 1_000 * (perf_counter() - start))


def ask(library: Library, question: str, count: int) -> Asked:
    """Put a question to the search, for so many hits, and to the answerer."""
    return Asked(search(library, question, count), library.answerer.answer(question))


def spread(items: Sequence[Item], limit: int | None) -> list[Item]:
    """So many of the items, evenly spread; all without a limit."""
    count = min(limit or len(items), len(items))
    return [items[number * len(items) // count] for number in range(count)]


def told(items: Sequence[Item]) -> Iterator[Item]:
    """The items one by one, with a bar that tells how many are left."""
    with counting("asking", len(items), "questions") as advance:
        for item in items:
            yield item
            advance()


def percent(values: Iterable[float]) -> str:
    """The mean of shares with its interval."""
    mean, low, high = (100 * part for part in interval(list(values)))
    return f"{mean:.1f} % ({low:.1f} to {high:.1f})"


def milliseconds(times: Iterable[float]) -> str:
    """The median and the 95th percentile."""
    middle, most = np.percentile(list(times), [50, 95])
    return f"{middle:.1f} / {most:.1f}"


def times(asked: Sequence[Asked]) -> tuple[str, str]:
    """How long searches took, and how long answers."""
    searching = milliseconds(one.found.milliseconds for one in asked)
    return searching, milliseconds(one.answer.timings_ms.total for one in asked)


def paces(asked: Sequence[Asked]) -> Iterator[tuple[str, str]]:
    """The rows of how long searches and answers took."""
    searching, answering = times(asked)
    yield "milliseconds of a search, p50 / p95", searching
    yield "milliseconds of an answer, p50 / p95", answering
