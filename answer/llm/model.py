"""What an answer needs of a language model, whatever it runs on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a chat with a model."""

    role: Literal["system", "user", "assistant"]
    content: str


class LanguageModel(Protocol):
    """A model that continues a chat. Nothing of it is loaded or asked before it is used.

    `window` and `count` may have to load a part of it, and raise ModelUnavailable like `stream`.
    """

    @property
    def name(self) -> str:
        """The model as the record of an answer names it."""

    @property
    def window(self) -> int:
        """How many tokens it reads and writes together."""

    def count(self, text: str) -> int:
        """Tokens of a text, by its own tokenizer where there is one; else rather too many."""

    def stream(
        self, messages: Sequence[Message], limit: int, temperature: float = 0.0
    ) -> Iterator[str]:
        """What it writes, piece by piece, at most `limit` tokens.

        Closing the iterator stops the model. Raises ModelUnavailable when it writes nothing for a
        reason that the message names with its cure, and ModelStopped after the last piece when it
        ends before it has finished.
        """
