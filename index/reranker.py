"""The best hits ranked again by a cross-encoder, which reads each together with the question."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING, Protocol

from index.hit import Hit
from index.passage import searchable
from index.weights import locate

if TYPE_CHECKING:
    from index.sentence_model import CrossEncoderModel

RERANKED = 30
"""How many of the best hits are ranked again."""

CURE = "name a sentence-transformers CrossEncoder that ranks, or leave the setting out"


class Reranker(Protocol):
    """What the search needs of a model that ranks again."""

    def scores(self, query: str, texts: Sequence[str]) -> list[float]:
        """How well each text answers a query: any number, the higher the better."""


class CrossEncoderReranker:
    """A reranker over a sentence-transformers CrossEncoder. Safe to use from several threads.

    It has to be on this machine or on the hub from the start, and is loaded when it is first
    used. Raises ModelUnavailable where it is not there, and then where it does not rank.
    """

    def __init__(self, name: str) -> None:
        self._weights = locate(name, CURE)
        self._scoring = Lock()  # its tokenizer bears one thread at a time

    def scores(self, query: str, texts: Sequence[str]) -> list[float]:
        """How well each text answers a query: any number, the higher the better."""
        with self._scoring:
            return self._model.scores(query, texts) if texts else []

    @cached_property
    def _model(self) -> "CrossEncoderModel":
        from index.sentence_model import CrossEncoderModel  # noqa: PLC0415  # torch: seconds

        return CrossEncoderModel(self._weights, CURE)


def rerank(query: str, hits: Sequence[Hit], reranker: Reranker) -> list[Hit]:
    """Hits, best first, of which the first RERANKED are ranked again."""
    return reranked(hits, reranker.scores(query, [read(hit) for hit in hits[:RERANKED]]))


def read(hit: Hit) -> str:
    """What a reranker reads of a hit: its words under its title and its heading."""
    above = dict.fromkeys((hit.document.title, hit.passage.heading))
    return "\n".join([*filter(None, above), searchable(hit.text)])


def reranked(hits: Sequence[Hit], scores: Sequence[float]) -> list[Hit]:
    """Hits with other scores for the first of them, best first; the rest follow as they were.

    Only the order and the distances are the new scores': they are stretched to where the first
    ranking had the same hits, so that no hit of the rest is above one of them.
    """
    if len(set(scores)) < 2:
        return list(hits)
    low, high = min(scores), max(scores)
    best, worst = hits[0].score, hits[len(scores) - 1].score
    order = sorted(range(len(scores)), key=lambda number: -scores[number])
    again = [
        replace(hits[number], score=worst + (best - worst) * (scores[number] - low) / (high - low))
        for number in order
    ]
    return [*again, *hits[len(scores) :]]
