"""Whether words entail a sentence, by a model of natural language inference."""

from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING, Protocol

from index.weights import locate

if TYPE_CHECKING:
    from index.sentence_model import EntailmentModel

CURE = "name a CrossEncoder that tells entailment, or leave nli_model out"

LEAST = 0.5
"""The probability from which words are taken to entail a sentence."""


class Entailment(Protocol):
    """What the check needs of a model that tells whether words entail a sentence."""

    def entails(self, premise: str, hypothesis: str) -> float:
        """How likely it is that the premise entails the hypothesis, from 0 to 1."""


class CrossEncoderEntailment:
    """Entailment by a sentence-transformers CrossEncoder. Safe to use from several threads.

    It has to be on this machine or on the hub from the start, and is loaded when it is first
    used. Raises ModelUnavailable where it is not there, and then where it tells no entailment.
    """

    def __init__(self, name: str) -> None:
        self._weights = locate(name, CURE)
        self._scoring = Lock()  # its tokenizer bears one thread at a time

    def entails(self, premise: str, hypothesis: str) -> float:
        """How likely it is that the premise entails the hypothesis, from 0 to 1."""
        with self._scoring:
            return self._model.entails(premise, hypothesis)

    @cached_property
    def _model(self) -> "EntailmentModel":
        from index.sentence_model import EntailmentModel  # noqa: PLC0415  # torch: seconds

        return EntailmentModel(self._weights, CURE)
