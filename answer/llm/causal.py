"""The door to models in this process: transformers loads them, llama-index asks them. Slow."""

import os
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from threading import Event, Lock
from typing import Any

import torch
from llama_index.llms.huggingface import HuggingFaceLLM
from transformers import (
    AutoConfig,
    AutoModelForCausalLM,
    AutoTokenizer,
    StoppingCriteria,
    StoppingCriteriaList,
)
from transformers.utils import logging

from answer.llm.chat_prompt import Tokens, prompt
from answer.llm.faults import LIMIT, Fault, Piece
from answer.llm.model import Message
from answer.llm.patience import ALTOGETHER

CURE = "set llm_model to a folder with a causal language model, or to the name of one on the hub"
SHOWN = 160


class CausalModel:
    """A causal model and its tokenizer, each loaded when it is first needed.

    It writes one answer at a time; the next one waits for `timeout` seconds. Raises Fault for
    whatever cannot be loaded or run.
    """

    def __init__(self, name: str, window: int, timeout: float) -> None:
        os.environ["DISABLE_SAFETENSORS_CONVERSION"] = "1"  # by a service that would be asked
        logging.set_verbosity_error()  # type: ignore[no-untyped-call]
        logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        self.name = name
        self.timeout = timeout
        self.seconds = ALTOGETHER * timeout
        self.writing = Lock()
        self._loading = Lock()
        self._most = window
        folder = Path(name).expanduser()
        self._place = str(folder) if folder.is_dir() else name

    @cached_property
    def window(self) -> int:
        """Tokens that it reads and writes together: what it can, or fewer if so many are set."""
        config = self._loaded(AutoConfig).get_text_config()
        return min(getattr(config, "max_position_embeddings", None) or self._most, self._most)

    @cached_property
    def tokenizer(self) -> Any:
        """What cuts its texts into tokens."""
        return self._cutter()

    @cached_property
    def _counter(self) -> Any:
        """One to which no mark is a mark: threads share both, so that neither may be switched."""
        return self._cutter(split_special_tokens=True)

    def _cutter(self, **how: Any) -> Any:
        cutter = self._loaded(AutoTokenizer, **how)
        cutter("")  # sets its other switches, of which the file may have others
        return cutter

    def count(self, text: str) -> int:
        """Tokens of a text, in which no mark counts as one."""
        return len(self._counter.encode(text, add_special_tokens=False))

    @property
    def weights(self) -> Any:
        """The model itself, on the best device that it fits on."""
        with self._loading:  # two at once would not fit
            return self._weights

    @cached_property
    def _weights(self) -> Any:
        if (device := best_device()) != "cpu":
            try:
                return self._on(device)
            except torch.OutOfMemoryError:
                torch.cuda.empty_cache()
        return self._on("cpu")

    def _on(self, device: str) -> Any:
        model = self._loaded(AutoModelForCausalLM, dtype=best_dtype(device))
        return model.to(device).eval()

    def _loaded(self, part: Any, **how: Any) -> Any:
        try:
            return part.from_pretrained(self._place, trust_remote_code=False, **how)
        except Exception as error:  # the library raises whatever its parts raise
            wrong = (
                f"cannot be loaded ({_short(error)})"
                if Path(self._place).is_dir()
                else "no such folder, and not to be had from the model hub"
            )
            raise Fault(f"{self.name}: {wrong}; {CURE}") from error

    @contextmanager
    def turn(self) -> Iterator[None]:
        """The right to write. Raises Fault where another answer is not done in time."""
        if not self.writing.acquire(timeout=self.timeout):
            raise Fault(f"{self.name}: busy with another answer; ask again later")
        try:
            yield
        finally:
            self.writing.release()

    def pieces(
        self, messages: Sequence[Message], limit: int, temperature: float
    ) -> Generator[Piece]:
        """What it writes and why it ends; closing it stops the model before its next token."""
        text, whole = prompt(self.tokenizer, messages)
        tokens = Tokens(self.tokenizer, whole)
        room = self.window - tokens.count(text)
        if room < 1:
            raise Fault(
                f"{self.name}: the prompt is longer than the {self.window} tokens that it reads; "
                "set llm_context_window, or an llm_model that reads more"
            )
        run = Run(self, min(limit, room))
        llm = HuggingFaceLLM(
            model=run, tokenizer=tokens, model_name=self.name, tokenizer_name=self.name,
            context_window=self.window, max_new_tokens=run.limit,
            generate_kwargs={"max_time": self.seconds, **sampling(temperature)},
        )  # fmt: skip
        try:
            yield from (
                Piece(part.delta or "") for part in llm.stream_complete(text, formatted=True)
            )
            yield Piece("", run.end())
        finally:
            run.stop()


class Run:
    """A model as llama-index uses it, for one answer: it can be stopped and tells how it ended."""

    def __init__(self, model: CausalModel, limit: int) -> None:
        self.limit = limit
        self._model = model
        self._weights = model.weights
        self._stopped = Event()
        self._end: Future[str] = Future()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._weights, name)

    def generate(self, streamer: Any, stopping_criteria: list[Any], **how: Any) -> None:
        """Write to a streamer, in a thread of llama-index's; its end comes whatever happens."""
        criteria = StoppingCriteriaList([*stopping_criteria, Stop(self._stopped)])
        try:
            with self._model.turn():
                ids = self._weights.generate(**how, streamer=streamer, stopping_criteria=criteria)
            self._end.set_result(self._ended(ids[0, how["input_ids"].shape[1] :].tolist()))
        except BaseException as error:  # whatever it is, it is told where the answer is read
            self._end.set_exception(error)
        finally:
            streamer.on_finalized_text("", stream_end=True)

    def stop(self) -> None:
        """Write no further token."""
        self._stopped.set()

    def end(self) -> str:
        """Why it ended. Raises Fault where it could not go on."""
        try:
            return self._end.result()
        except torch.OutOfMemoryError as error:
            raise Fault(
                f"{self._model.name}: there is not enough memory; set a smaller llm_model or "
                "llm_context_window"
            ) from error
        except Fault:
            raise
        except BaseException as error:
            raise Fault(f"{self._model.name}: cannot be run ({_short(error)}); {CURE}") from error

    def _ended(self, ids: list[int]) -> str:
        ends = self._weights.generation_config.eos_token_id
        if ids and ids[-1] in (ends if isinstance(ends, list) else [ends]):
            return "stop"
        if len(ids) >= self.limit:
            return LIMIT
        raise Fault(
            f"{self._model.name}: not at its end after {self._model.seconds:g} seconds; set "
            "llm_timeout higher, or a smaller llm_model"
        )


class Stop(StoppingCriteria):
    """Ends an answer that nobody waits for."""

    def __init__(self, stopped: Event) -> None:
        self._stopped = stopped

    def __call__(self, input_ids: Any, scores: Any, **_: Any) -> Any:
        """Whether each text ends, shape (texts,)."""
        return torch.full((len(input_ids),), self._stopped.is_set(), device=input_ids.device)


def sampling(temperature: float) -> dict[str, Any]:
    """How tokens are chosen: the likeliest at a temperature of 0."""
    if temperature:
        return {"do_sample": True, "temperature": temperature}
    return {"do_sample": False, "temperature": None, "top_p": None, "top_k": None}


def best_device() -> str:
    """A GPU of NVIDIA, AMD or Apple where there is one."""
    if torch.cuda.is_available():
        return "cuda"
    return "mps" if torch.backends.mps.is_available() else "cpu"


def best_dtype(device: str) -> torch.dtype:
    """Half the size where the device computes with it as it is, or else what every one can."""
    if device == "cuda":
        brain = torch.cuda.is_bf16_supported(including_emulation=False)
        return torch.bfloat16 if brain else torch.float16  # older cards have little memory too
    if device == "mps":
        half = torch.backends.mps.is_macos_or_newer(14, 0)
    else:
        can = torch.cpu.get_capabilities()
        half = any(can.get(way) for way in ("amx_bf16", "avx512_bf16", "bf16"))
    return torch.bfloat16 if half else torch.float32


def _short(error: BaseException) -> str:
    """The beginning of what a library says, on one line."""
    line = " ".join(str(error).split()) or type(error).__name__
    return line if len(line) <= SHOWN else f"{line[:SHOWN]}…"
