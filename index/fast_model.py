"""The one door to OpenVINO: an embedding model converted once, then run on the CPU.

The same model in half the time or less (docs/benchmarks.md), loaded without torch.
"""

import json
import os
import shutil
import threading
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING
from warnings import catch_warnings, simplefilter

import numpy as np

from errors import ModelUnavailable
from index.pieces import Batch, Numbers, Pieces, pooled
from index.sentences import Span
from index.vector import Embedded, Vectors
from index.weights import Weights

if TYPE_CHECKING:
    import openvino as ov

FORMAT = 2
"""Changes whenever a converted model of before cannot be read any more."""

BATCH = 4
"""Texts run together: more is slower, because the layers leave the cache of the processor."""

MODEL, TOKENIZER, CARD = "model.xml", "tokenizer.json", "model.json"


@dataclass(frozen=True, slots=True)
class ModelCard:
    """What a converted model is: written last, so that its presence means a whole conversion.

    `by_mean` tells that the vector of a text is the mean of its pieces, so that parts of it have
    vectors too.
    """

    name: str
    digest: str
    dimension: int
    limit: int
    query_prompt: str
    document_prompt: str
    by_mean: bool


class FastModel:
    """A converted model, ready to embed. Safe to use from several threads."""

    def __init__(self, folder: Path) -> None:
        self.card = ModelCard(**json.loads((folder / CARD).read_text()))
        import openvino as ov  # noqa: PLC0415  # a quarter of a second, for what embeds only

        core = ov.Core()
        core.set_property({"CACHE_DIR": str(folder / "compiled")})  # compiled once, then read
        able = core.get_property("CPU", "OPTIMIZATION_CAPABILITIES")
        self._streams = os.cpu_count() or 1  # a core each beats all cores on one batch
        self.precision = "bf16" if "BF16" in able else "f32"
        self._model = core.compile_model(
            folder / MODEL,
            "CPU",
            {"INFERENCE_PRECISION_HINT": self.precision, "NUM_STREAMS": self._streams},
        )
        self._queue = ov.AsyncInferQueue(self._model, self._streams)
        self._queueing = threading.Lock()
        self._local = threading.local()
        self.pieces = Pieces(folder / TOKENIZER, self.card.limit)

    def encode(self, text: str) -> Vectors:
        """The unit vector of a text, shape (dimension,)."""
        batch = next(self.pieces.batches([text], 1))
        vector: Vectors = self._request().infer(_inputs(batch))[0][0].copy()
        return vector

    def read(self, texts: Sequence[str], spans: Sequence[Sequence[Span]]) -> list[Embedded]:
        """Texts with spans in each of them as vectors; texts of like length run together."""
        read: dict[int, Embedded] = {}
        size = min(BATCH, -(-len(texts) // self._streams)) or 1  # a few texts over all cores

        def done(request: "ov.InferRequest", batch: Batch) -> None:
            whole, states = (request.get_output_tensor(number).data for number in (0, 1))
            read.update(taken_apart(batch, whole, states, spans, by_mean=self.card.by_mean))

        with self._queueing:
            self._queue.set_callback(done)
            for batch in self.pieces.batches(texts, size):
                self._queue.start_async(_inputs(batch), batch)
            self._queue.wait_all()
        return [read[number] for number in range(len(texts))]

    def _request(self) -> "ov.InferRequest":
        """This thread's own way into the model."""
        request = getattr(self._local, "request", None)
        if request is None:
            request = self._local.request = self._model.create_infer_request()
        return request


def taken_apart(
    batch: Batch, whole: Vectors, states: Vectors, spans: Sequence[Sequence[Span]], *, by_mean: bool
) -> dict[int, Embedded]:
    """The vectors of a batch's texts and of their spans, by the numbers of the texts.

    `whole` has the shape (texts, dimension) and `states` (texts, pieces, dimension).
    """
    read = {}
    for number, row in enumerate(batch.rows):
        vector, wanted = whole[number].copy(), spans[row]
        if by_mean:
            first, places = batch.first[number], batch.places[number]
            parts = pooled(states[number, first : first + len(places)], places, wanted, vector)
        else:  # nothing in such a model is trained to stand for a part
            parts = np.repeat(vector[None], len(wanted), axis=0)
        read[row] = Embedded(vector, parts)
    return read


def _inputs(batch: Batch) -> dict[str, Numbers]:
    return {"input_ids": batch.ids, "attention_mask": batch.mask}


def converted(weights: Weights, cache: Path) -> FastModel:
    """The model converted, from the cache or else now. Raises ModelUnavailable if it cannot be."""
    folder = cache / "models" / f"{weights.fingerprint}-{FORMAT}"
    if not (folder / CARD).exists():
        _convert(weights, folder)
    return FastModel(folder)


def _convert(weights: Weights, folder: Path) -> None:
    import openvino as ov  # noqa: PLC0415

    from index.sentence_model import SentenceModel  # noqa: PLC0415  # seconds, and only this once

    digest = weights.digest()
    model = SentenceModel(weights.folder)
    tokenizer = weights.folder / TOKENIZER
    if not tokenizer.exists():
        raise ModelUnavailable(f"{weights.name}: no {TOKENIZER} in {weights.folder}")
    query_prompt, document_prompt = model.prompts
    card = ModelCard(
        weights.name, digest, model.dimension, model.limit, query_prompt, document_prompt,
        model.by_mean,
    )  # fmt: skip
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        draft = Path(mkdtemp(dir=folder.parent, prefix=".converting-"))
    except OSError as error:
        raise ModelUnavailable(
            f"{folder.parent}: cannot keep the converted model there ({error.strerror}); "
            "set WHOSAID_CACHE to a folder that can be written to"
        ) from error
    try:
        example = np.ones((2, 8), dtype=np.int64)
        with catch_warnings():
            simplefilter(
                "ignore"
            )  # torch warns of what tests compare: the vectors of other lengths
            network = ov.convert_model(
                model.traceable, example_input={"input_ids": example, "attention_mask": example}
            )
        ov.save_model(network, draft / MODEL, compress_to_fp16=False)
        shutil.copyfile(tokenizer, draft / TOKENIZER)
        (draft / CARD).write_text(json.dumps(asdict(card), indent=2))
        if not (folder / CARD).exists():  # another process may have been as quick
            draft.replace(folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
