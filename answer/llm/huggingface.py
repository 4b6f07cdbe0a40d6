"""A model in this process: transformers is loaded, and the model with it, when it is first used."""

from collections.abc import Generator, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from answer.llm.faults import Fault, Piece, written
from answer.llm.model import Message
from errors import ModelUnavailable

if TYPE_CHECKING:
    from answer.llm.causal import CausalModel


class HuggingFaceModel:
    """A causal model of a folder or of the hub; `timeout` is as with a server."""

    def __init__(self, name: str, window: int, timeout: float) -> None:
        self.name = Path(name).name if Path(name).expanduser().is_dir() else name
        self._place = name
        self._most = window
        self._timeout = timeout
        self._making = Lock()

    @property
    def window(self) -> int:
        """Tokens that it reads and writes together."""
        try:
            return self._model.window
        except Fault as fault:
            raise ModelUnavailable(str(fault)) from fault

    def count(self, text: str) -> int:
        """Tokens of a text, by its own tokenizer."""
        try:
            return self._model.count(text)
        except Fault as fault:
            raise ModelUnavailable(str(fault)) from fault

    def stream(
        self, messages: Sequence[Message], limit: int, temperature: float = 0.0
    ) -> Iterator[str]:
        """What it writes, piece by piece; see LanguageModel."""
        return written(self.name, self._pieces(messages, limit, temperature), limit, str)

    def _pieces(
        self, messages: Sequence[Message], limit: int, temperature: float
    ) -> Generator[Piece]:
        yield from self._model.pieces(messages, limit, temperature)

    @property
    def _model(self) -> "CausalModel":
        with self._making:  # two would each load the weights
            return self._made

    @cached_property
    def _made(self) -> "CausalModel":
        from answer.llm.causal import CausalModel  # noqa: PLC0415  # torch: seconds

        return CausalModel(self._place, self._most, self._timeout)
