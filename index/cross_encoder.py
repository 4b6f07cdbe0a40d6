"""The door to sentence-transformers' CrossEncoder: a model that reads two texts together.

Imported only when a question is ranked again: it takes seconds.
"""

from collections.abc import Sequence
from logging import ERROR, getLogger

import torch
from sentence_transformers import CrossEncoder
from transformers.utils import logging

from errors import ModelUnavailable
from index.sentence_model import device
from index.weights import Weights


class CrossEncoderModel:
    """A cross-encoder with one score for a pair of texts, on the best device that there is.

    Raises ModelUnavailable, with the cure, for any other model.
    """

    def __init__(self, weights: Weights, cure: str) -> None:
        _hush()
        try:
            self._model = CrossEncoder(
                str(weights.folder), device=device(), local_files_only=True, trust_remote_code=False
            )
        except Exception as error:  # the library raises whatever its parts raise
            said = " ".join(str(error).split())
            raise ModelUnavailable(
                f"{weights.name}: not a cross-encoder: {said}; {cure}"
            ) from error
        if not self._has_learnt_to_score():
            raise ModelUnavailable(f"{weights.name}: not a cross-encoder; {cure}")
        if self._model.num_labels != 1:
            raise ModelUnavailable(
                f"{weights.name}: gives {self._model.num_labels} scores where a ranking needs one; "
                f"{cure}"
            )

    def _has_learnt_to_score(self) -> bool:
        """Whether the score comes with the model: for any other the library draws it by lot."""
        kinds = self._model.config.architectures or [""]
        return len(self._model) > 1 or kinds[0].endswith("ForSequenceClassification")

    def scores(self, query: str, texts: Sequence[str]) -> list[float]:
        """How well each text answers a query: any number, the higher the better."""
        scores = self._model.predict(
            [(query, text) for text in texts],
            # as the model gives them: squeezed into 0…1 the best ones would come out equal
            activation_fn=torch.nn.Identity(),
            show_progress_bar=False,
        )
        return [float(score) for score in scores]


def _hush() -> None:
    """Notes of the libraries on their own parts say nothing to our users."""
    logging.set_verbosity_error()  # type: ignore[no-untyped-call]
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    getLogger("sentence_transformers").setLevel(ERROR)
