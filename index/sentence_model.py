"""The one door to sentence-transformers (and to torch): models that embed, rank or check.

Imported only when a model is converted for the CPU, when a GPU embeds, when a question is ranked
again or a sentence is checked by a model: it takes seconds.
"""

import os
from collections.abc import Sequence
from functools import lru_cache
from logging import ERROR, getLogger
from pathlib import Path

import torch
from sentence_transformers import CrossEncoder, SentenceTransformer
from sentence_transformers.sentence_transformer.modules import Normalize, Pooling, Transformer
from transformers.utils import logging

from errors import ModelUnavailable
from index.pieces import Numbers
from index.vector import Vectors
from index.weights import CURE, Weights


class SentenceModel:
    """A sentence-transformers model on the best device that there is."""

    def __init__(self, folder: Path) -> None:
        _quiet()
        self._folder = folder
        try:
            self._model = SentenceTransformer(
                str(folder), device=device(), local_files_only=True, trust_remote_code=False
            )
        except Exception as error:  # the library raises whatever its parts raise
            raise ModelUnavailable(
                f"{folder}: not a sentence-transformers model: {_on_one_line(error)}; {CURE}"
            ) from error

    @property
    def limit(self) -> int:
        """Word pieces that the model reads of a text."""
        return int(self._model.max_seq_length or 512)

    @property
    def dimension(self) -> int:
        """Numbers in a vector."""
        return int(self._model.get_embedding_dimension() or 0)

    @property
    def prompts(self) -> tuple[str, str]:
        """What is put in front of a question, and in front of a document."""
        prompts = self._model.prompts or {}
        document = prompts.get("document") or prompts.get("passage") or ""
        return prompts.get("query") or "", document

    @property
    def by_mean(self) -> bool:
        """Whether the vector of a text is nothing but the mean of its pieces."""
        return all(
            isinstance(part, Transformer | Normalize)
            or (isinstance(part, Pooling) and part.pooling_mode == "mean")
            for part in self._model
        )

    @property
    def traceable(self) -> torch.nn.Module:
        """The whole model as one module on the CPU: ids and mask to what `run` gives.

        Raises ModelUnavailable for a model whose pooling leaves out the prompt.
        """
        if any(isinstance(part, Pooling) and not part.include_prompt for part in self._model):
            raise ModelUnavailable(
                f"{self._folder}: pools without its prompt, which cannot be converted; {CURE}"
            )
        return _Traceable(self._model.cpu().float()).eval()

    def run(self, ids: Numbers, mask: Numbers) -> tuple[Vectors, Vectors]:
        """Texts as word pieces, shape (texts, pieces): their unit vectors, and what became of each.

        The shapes are (texts, dimension) and (texts, pieces, dimension).
        """
        where = self._model.device
        with torch.inference_mode():
            whole, states = _Traceable(self._model)(
                torch.from_numpy(ids).to(where), torch.from_numpy(mask).to(where)
            )
        return whole.cpu().numpy(), states.cpu().numpy()


class _Traceable(torch.nn.Module):
    def __init__(self, model: SentenceTransformer) -> None:
        super().__init__()
        self.model = model

    def forward(
        self, input_ids: torch.Tensor, attention_mask: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        features = self.model({"input_ids": input_ids, "attention_mask": attention_mask})
        whole = torch.nn.functional.normalize(features["sentence_embedding"].float(), p=2, dim=1)
        return whole, features["token_embeddings"].float()


class _CrossEncoder:
    """A cross-encoder of any kind, on the best device that there is.

    Raises ModelUnavailable, with the cure, for what is none.
    """

    def __init__(self, weights: Weights, cure: str) -> None:
        _quiet()
        try:
            self._model = CrossEncoder(
                str(weights.folder), device=device(), local_files_only=True, trust_remote_code=False
            )
        except Exception as error:  # the library raises whatever its parts raise
            raise ModelUnavailable(
                f"{weights.name}: not a cross-encoder: {_on_one_line(error)}; {cure}"
            ) from error
        if not self._has_learnt_to_score():
            raise ModelUnavailable(f"{weights.name}: not a cross-encoder; {cure}")

    def _has_learnt_to_score(self) -> bool:
        """Whether the score comes with the model: for any other the library draws it by lot."""
        kinds = self._model.config.architectures or [""]
        return len(self._model) > 1 or kinds[0].endswith("ForSequenceClassification")

    def _predicted(
        self, pairs: Sequence[tuple[str, str]], activation: torch.nn.Module
    ) -> torch.Tensor:
        """What the model gives for pairs of texts."""
        return torch.as_tensor(
            self._model.predict(list(pairs), activation_fn=activation, show_progress_bar=False)
        )


class CrossEncoderModel(_CrossEncoder):
    """A cross-encoder with one score for a pair of texts, on the best device that there is.

    Raises ModelUnavailable, with the cure, for any other model.
    """

    def __init__(self, weights: Weights, cure: str) -> None:
        super().__init__(weights, cure)
        if self._model.num_labels != 1:
            raise ModelUnavailable(
                f"{weights.name}: gives {self._model.num_labels} scores where a ranking needs one; "
                f"{cure}"
            )

    def scores(self, query: str, texts: Sequence[str]) -> list[float]:
        """How well each text answers a query: any number, the higher the better."""
        # as the model gives them: squeezed into 0…1 the best ones would come out equal
        scores = self._predicted([(query, text) for text in texts], torch.nn.Identity())
        return [float(score) for score in scores]


class EntailmentModel(_CrossEncoder):
    """A cross-encoder one of whose labels is entailment, on the best device that there is.

    Raises ModelUnavailable, with the cure, for any other model.
    """

    def __init__(self, weights: Weights, cure: str) -> None:
        super().__init__(weights, cure)
        labels = self._model.config.id2label or {}
        found = [number for number, label in labels.items() if _is_entailment(label)]
        if len(found) != 1:
            named = ", ".join(map(str, labels.values()))
            raise ModelUnavailable(f"{weights.name}: no label of it is entailment: {named}; {cure}")
        self._label = int(found[0])

    def entails(self, premise: str, hypothesis: str) -> float:
        """How likely it is that the premise entails the hypothesis, from 0 to 1."""
        alone = self._model.num_labels == 1
        activation = torch.nn.Sigmoid() if alone else torch.nn.Softmax(dim=-1)
        scores = self._predicted([(premise, hypothesis)], activation).reshape(1, -1)
        return float(scores[0, self._label])


def _is_entailment(label: str) -> bool:
    """Whether a label is that of entailment: "ENTAILMENT", "entailed", but not "not_entailment"."""
    return label.casefold() in ("entailment", "entailed", "entails", "entail")


def _quiet() -> None:
    """No notes of the libraries on their own parts, and no converting by a service on the web."""
    os.environ["DISABLE_SAFETENSORS_CONVERSION"] = "1"
    logging.set_verbosity_error()  # type: ignore[no-untyped-call]
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    getLogger("sentence_transformers").setLevel(ERROR)


def _on_one_line(error: Exception) -> str:
    return " ".join(str(error).split())


def device() -> str:
    """The device to embed on: a GPU of NVIDIA, AMD or Apple where there is one."""
    if torch.cuda.is_available():
        return "cuda"
    return "mps" if torch.backends.mps.is_available() else "cpu"


@lru_cache(maxsize=1)
def shared(folder: Path) -> SentenceModel:
    """The model of a folder, loaded once."""
    return SentenceModel(folder)
