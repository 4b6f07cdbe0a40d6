"""Text → vectors: one interface, whatever runs the model."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from index.fast_model import FastModel, converted
from index.vector import Vectors
from index.weights import locate


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

    def embed_documents(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors of passages, shape (texts, dimension)."""

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
        return self._fast.count(texts)

    def embed_documents(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors of passages, shape (texts, dimension)."""
        prompted = [self._fast.card.document_prompt + text for text in texts]
        if _gpu_likely():
            from index import sentence_model  # noqa: PLC0415  # it imports torch: seconds

            if sentence_model.device() != "cpu":
                return sentence_model.shared(self._weights.folder).encode(prompted)
        return self._fast.encode(prompted)

    def embed_query(self, text: str) -> Vectors:
        """The unit vector of a question, shape (dimension,)."""
        vector: Vectors = self._fast.encode([self._fast.card.query_prompt + text])[0]
        return vector


def _gpu_likely() -> bool:
    """Whether it is worth importing torch to look for a GPU."""
    nodes = (Path("/dev/nvidiactl"), Path("/dev/kfd"), Path("/dev/dxg"))
    return sys.platform in ("darwin", "win32") or any(node.exists() for node in nodes)
