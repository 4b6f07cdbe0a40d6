"""The door to Ollama by its own protocol, where the window can be set: unset, it cuts prompts."""

from collections.abc import Generator, Iterator, Sequence

from answer.llm.faults import Fault, Piece, written
from answer.llm.model import Message
from answer.llm.server import Server
from answer.llm.tokens import estimate


class OllamaModel:
    """A model that Ollama runs. It is asked, and its library loaded, when it is used."""

    def __init__(self, name: str, server: Server, window: int) -> None:
        self.name = name
        self.window = window
        self.server = server

    def count(self, text: str) -> int:
        """Tokens of a text, rather too many."""
        return estimate(text)

    def stream(
        self, messages: Sequence[Message], limit: int, temperature: float = 0.0
    ) -> Iterator[str]:
        """What it writes, piece by piece; see LanguageModel."""
        return written(self.name, self._pieces(messages, limit, temperature), limit, self._told)

    def _pieces(
        self, messages: Sequence[Message], limit: int, temperature: float
    ) -> Generator[Piece]:
        from llama_index.core.llms import ChatMessage  # noqa: PLC0415  # seconds
        from llama_index.llms.ollama import Ollama  # noqa: PLC0415  # seconds
        from ollama import Client  # noqa: PLC0415  # loaded by then

        from answer.llm.http import route  # noqa: PLC0415  # httpx: half a second

        with Client(self.server.address, **route(self.server, self._missing)) as client:
            model = Ollama(
                self.name, self.server.address, temperature, context_window=self.window,
                additional_kwargs={"num_predict": limit}, client=client, thinking=False,
            )  # fmt: skip
            chat = [ChatMessage(message.content, role=message.role) for message in messages]
            for part in model.stream_chat(chat):
                end = (part.raw["done_reason"] or "stop") if part.raw["done"] else None
                yield Piece(part.delta or "", end)

    def _missing(self, said: str) -> Fault:
        if "model" in said:
            return self.server.fault(f"no model {self.name!r}; run 'ollama pull {self.name}'")
        return self.server.fault("Ollama is not there (404); check llm_base_url")

    def _told(self, error: Exception) -> str:
        """An error of the library: what the server said in the stream, or not its language."""
        from ollama import ResponseError  # noqa: PLC0415  # loaded by then

        if isinstance(error, ResponseError):
            return str(self.server.inside(error.error))
        return str(self.server.unusable())
