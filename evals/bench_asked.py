"""A fresh process that only opens an index and asks: what it takes it, and how much memory.

Nothing here imports what building needs, so that its memory is that of asking.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from evals.clients import Load, load
from evals.memory import resident
from evals.plain_pipeline import plain
from faces.library import open_library
from index.filters import Filters
from settings import Settings

CLIENTS = (1, 4, 16)
WARM_UP = 3
FILTERED = 50
"""Questions to each filter."""

RETRIEVED = 10
"""Passages that both pipelines find: as many as `whosaid search` gives."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was met: how many passages, bytes of memory, and loads by name."""

    passages: int
    memory: int
    most: int
    loads: dict[str, Load]
    filtered: dict[str, Load]


def ours(settings: Settings, questions: Sequence[str], filters: dict[str, Filters]) -> Asked:
    """Ask the library in the data folder of the settings."""
    library = open_library(settings)
    answer = library.answerer.answer
    load(answer, questions[:WARM_UP], 1)
    loads = {"retrieval": load(lambda text: library.search.joined(text, RETRIEVED), questions, 1)}
    loads |= _by_clients("answer", answer, questions)
    filtered = {
        name: load(partial(answer, filters=chosen), questions[:FILTERED], 1)
        for name, chosen in filters.items()
    }
    return Asked(library.stores.keywords.count(), *resident(), loads, filtered)


def others(settings: Settings, questions: Sequence[str], collection: str) -> Asked:
    """Ask the plain pipeline with its data in the same place."""
    pipeline = plain(settings.embed_model, settings.data)
    retrieve = pipeline.retriever(collection, RETRIEVED)
    load(retrieve, questions[:WARM_UP], 1)
    loads = _by_clients("retrieval", retrieve, questions)
    return Asked(pipeline.count(collection), *resident(), loads, {})


def _by_clients(
    name: str, ask: Callable[[str], object], questions: Sequence[str]
) -> dict[str, Load]:
    return {f"{name}, {clients} at once": load(ask, questions, clients) for clients in CLIENTS}
