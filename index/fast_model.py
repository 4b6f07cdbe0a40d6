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
import numpy.typing as npt
from tokenizers import Tokenizer

from errors import ModelUnavailable
from index.vector import Vectors
from index.weights import Weights

if TYPE_CHECKING:
    import openvino as ov

FORMAT = 1
"""Changes whenever a converted model of before cannot be read any more."""

BATCH = 4
"""Texts run together: more is slower, because the layers leave the cache of the processor."""

PADDING = 8
"""Lengths are rounded up to this, so that few shapes have to be compiled."""
MODEL, TOKENIZER, CARD = "model.xml", "tokenizer.json", "model.json"


@dataclass(frozen=True, slots=True)
class ModelCard:
    """What a converted model is: written last, so that its presence means a whole conversion."""

    name: str
    digest: str
    dimension: int
    limit: int
    query_prompt: str
    document_prompt: str


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
        self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        self._tokenizer.enable_truncation(self.card.limit)
        padding = self._tokenizer.token_to_id("[PAD]") or self._tokenizer.token_to_id("<pad>") or 0
        self._tokenizer.enable_padding(pad_id=padding, pad_to_multiple_of=PADDING)
        self._counter = Tokenizer.from_file(str(folder / TOKENIZER))
        self._counter.no_truncation()
        self._counter.no_padding()

    def count(self, texts: Sequence[str]) -> list[int]:
        """The word pieces of each text, without the ones that every text gets."""
        encoded = self._counter.encode_batch_fast(list(texts), add_special_tokens=False)
        return [len(encoding.ids) for encoding in encoded]

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors of texts, shape (texts, dimension); texts of like length run together."""
        vectors = np.empty((len(texts), self.card.dimension), dtype=np.float32)
        if len(texts) == 1:
            vectors[:] = self._request().infer(self._inputs(texts))[0]
            return vectors
        size = min(BATCH, -(-len(texts) // self._streams)) or 1  # a few texts over all cores
        order = sorted(range(len(texts)), key=lambda number: len(texts[number]))

        def done(request: "ov.InferRequest", rows: list[int]) -> None:
            vectors[rows] = request.get_output_tensor(0).data

        with self._queueing:
            self._queue.set_callback(done)
            for start in range(0, len(order), size):
                rows = order[start : start + size]
                self._queue.start_async(self._inputs([texts[row] for row in rows]), rows)
            self._queue.wait_all()
        return vectors

    def _request(self) -> "ov.InferRequest":
        """This thread's own way into the model."""
        request = getattr(self._local, "request", None)
        if request is None:
            request = self._local.request = self._model.create_infer_request()
        return request

    def _inputs(self, texts: Sequence[str]) -> dict[str, npt.NDArray[np.int64]]:
        encoded = self._tokenizer.encode_batch(list(texts))
        return {
            "input_ids": np.array([one.ids for one in encoded], dtype=np.int64),
            "attention_mask": np.array([one.attention_mask for one in encoded], dtype=np.int64),
        }


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
        weights.name, digest, model.dimension, model.limit, query_prompt, document_prompt
    )
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
