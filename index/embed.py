"""Text → vectors: one interface, whatever runs the model."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from index.fast_model import FastModel, converted, taken_apart
from index.sentences import Span
from index.vector import Embedded, Vectors
from index.weights import locate

if TYPE_CHECKING:
    from index.sentence_model import SentenceModel

GPU_BATCH = 128


@dataclass(frozen=True, slots=True)
class ModelFacts:
    """Which model made the vectors, and how."""

    name: str
    digest: str
    dimension: int
    precision: str


class Embedder(Protocol):
    """What the index needs of an embedding model."""

    @property
    def facts(self) -> ModelFacts:
        """Which model this is."""

    def count(self, texts: Sequence[str]) -> list[int]:
        """The word pieces of each text."""

    def embed_passages(
        self, texts: Sequence[str], sentences: Sequence[Sequence[Span]]
    ) -> list[Embedded]:
        """Unit vectors of passages, and of the sentences that stand at these places in them."""

    def embed_query(self, text: str) -> Vectors:
        """The unit vector of a question, shape (dimension,)."""


class ModelEmbedder:
    """An embedder over a sentence-transformers model.

    Questions always run on the CPU, where one takes milliseconds; documents run on a GPU where
    there is one.
    """

    def __init__(self, name: str, cache: Path) -> None:
        self._weights = locate(name)
        self._fast: FastModel = converted(self._weights, cache)

    @property
    def facts(self) -> ModelFacts:
        """Which model this is."""
        card = self._fast.card
        return ModelFacts(card.name, card.digest, card.dimension, self._fast.precision)

    def count(self, texts: Sequence[str]) -> list[int]:
        """The word pieces of each text."""
        return self._fast.pieces.count(texts)

    def embed_passages(
        self, texts: Sequence[str], sentences: Sequence[Sequence[Span]]
    ) -> list[Embedded]:
        """Unit vectors of passages, and of the sentences that stand at these places in them."""
        prompt = self._fast.card.document_prompt
        prompted = [prompt + text for text in texts]
        spans = [
            [(start + len(prompt), end + len(prompt)) for start, end in places]
            for places in sentences
        ]
        if _gpu_likely():
            from index import sentence_model  # noqa: PLC0415  # it imports torch: seconds

            if sentence_model.device() != "cpu":
                return self._read(sentence_model.shared(self._weights.folder), prompted, spans)
        return self._fast.read(prompted, spans)

    def _read(
        self, model: "SentenceModel", texts: Sequence[str], spans: Sequence[Sequence[Span]]
    ) -> list[Embedded]:
        """What the fast model would make of texts, made on a GPU."""
        read: dict[int, Embedded] = {}
        for batch in self._fast.pieces.batches(texts, GPU_BATCH):
            whole, states = model.run(batch.ids, batch.mask)
            by_mean = self._fast.card.by_mean
            read.update(taken_apart(batch, whole, states, spans, by_mean=by_mean))
        return [read[number] for number in range(len(texts))]

    def embed_query(self, text: str) -> Vectors:
        """The unit vector of a question, shape (dimension,)."""
        return self._fast.encode(self._fast.card.query_prompt + text)


def _gpu_likely() -> bool:
    """Whether it is worth importing torch to look for a GPU."""
    nodes = (Path("/dev/nvidiactl"), Path("/dev/kfd"), Path("/dev/dxg"))
    return sys.platform in ("darwin", "win32") or any(node.exists() for node in nodes)
