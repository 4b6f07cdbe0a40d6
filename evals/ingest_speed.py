"""How fast text is taken in: ours, a plain llama-index pipeline, and the limit of both.

    uv run --group bench whosaid bench ../shared/data/lesswrong/documents.jsonl.gz --only ingest

The limit is the model alone, run once over the very texts that were embedded. All take turns on
the same documents, so that what else the machine does falls on all of them.
"""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TypeVar
from uuid import uuid4

from evals.plain_pipeline import plain, sentence_data
from evals.samples import documents, sample
from faces.library import Library, open_library
from faces.render import table
from index.build import Progress
from index.embed import Embedder, ModelFacts
from index.sentences import Span
from index.vector import Embedded, Vectors
from ingest.sources import Source
from settings import Settings

DOCUMENTS = 60

ROUNDS = 3
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Round:
    """Seconds that each took on its turn, and how many passages were made of the text."""

    passages: int
    nodes: int
    ours: float
    again: float
    plain: float
    limit: float


def run(name: str, settings: Settings, limit: int | None = None, rounds: int = ROUNDS) -> str:
    """A table of the paces on every n-th document of a source, the medians of the rounds."""
    with TemporaryDirectory() as folder, sentence_data():
        source = sample(name, limit or DOCUMENTS, Path(folder) / "sample")
        texts = [document.text for document in documents(source)]
        other = plain(settings.embed_model, Path(folder) / "plain")
        done = []
        for number in range(rounds):
            print(f"taking in: round {number + 1} of {rounds}", file=sys.stderr)
            ours = settings.model_copy(update={"data": Path(folder) / f"ours-{number}"})
            library = open_library(ours, create=True)
            done.append(
                one_round(library, source, lambda: other.take_in(f"plain-{uuid4().hex}", texts))
            )
    return _table(done, sum(map(len, texts)))


def one_round(library: Library, source: Source, take_in: Callable[[], int]) -> Round:
    """Every one in its turn; the library is closed at the end."""
    recorder, passages = Recorder(library.embedder), 0
    recorded = replace(library, embedder=recorder)

    def count(done: Progress) -> None:
        nonlocal passages
        passages += done.passages

    first, _ = _timed(lambda: recorded.ingest([source], indexing=count))
    again, _ = _timed(lambda: recorded.ingest([source]))
    library.stores.vectors.close()
    seconds, nodes = _timed(take_in)
    no_sentences: list[list[Span]] = [[] for _ in recorder.texts]
    limit, _ = _timed(lambda: library.embedder.embed_passages(recorder.texts, no_sentences))
    return Round(passages, nodes, first, again, seconds, limit)


class Recorder:
    """An embedder that remembers what it was asked for."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self.texts: list[str] = []

    @property
    def facts(self) -> ModelFacts:
        """Those of the model behind it."""
        return self._embedder.facts

    def count(self, texts: Sequence[str]) -> list[int]:
        """The word pieces of each text."""
        return self._embedder.count(texts)

    def embed_passages(
        self, texts: Sequence[str], sentences: Sequence[Sequence[Span]]
    ) -> list[Embedded]:
        """Unit vectors of passages and of their sentences."""
        self.texts.extend(texts)
        return self._embedder.embed_passages(texts, sentences)

    def embed_query(self, text: str) -> Vectors:
        """The unit vector of a question."""
        return self._embedder.embed_query(text)


def _timed(work: Callable[[], Result]) -> tuple[float, Result]:
    start = perf_counter()
    result = work()
    return perf_counter() - start, result


def _table(rounds: Sequence[Round], characters: int) -> str:
    def row(name: str, seconds: Callable[[Round], float], passages: int) -> tuple[str, ...]:
        pace = median(1 / seconds(one) for one in rounds)
        share = median(one.limit / seconds(one) for one in rounds)
        return (
            name, f"{passages:,}", f"{passages * pace:,.1f}", f"{characters * pace:,.0f}",
            f"{100 * share:.1f} %", f"{median(one.ours / seconds(one) for one in rounds):,.2f}",
        )  # fmt: skip

    passages, nodes = rounds[0].passages, rounds[0].nodes
    return table(
        [
            ("taking in", "passages", "passages/s", "characters/s", "of the limit", "of whosaid's"),
            row("whosaid", lambda one: one.ours, passages),
            row("plain llama-index", lambda one: one.plain, nodes),
            row("limit: the model alone", lambda one: one.limit, passages),
            row("whosaid, unchanged again", lambda one: one.again, passages),
        ]
    )
