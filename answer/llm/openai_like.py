"""The door to servers that speak the OpenAI protocol: llama.cpp's, vLLM, LM Studio, hosted ones."""

from collections.abc import Generator, Iterator, Sequence
from typing import Any

from answer.llm.dialect import Dialect
from answer.llm.faults import Fault, Piece, Refusal, cause, written
from answer.llm.model import Message
from answer.llm.server import Server
from answer.llm.tokens import estimate

NO_KEY = "none"
"""Stands for a key where there is none, so that the library looks for none; it is never sent."""

NAMED = 5
"""How many of a server's models are named to somebody who asked for another."""


class OpenAILikeModel:
    """A model behind the OpenAI protocol. It is asked, and its library loaded, when it is used."""

    def __init__(self, name: str, server: Server, window: int) -> None:
        self.name = name
        self.window = window
        self.server = server
        self._dialect = Dialect()

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
        dialect: Dialect | None = self._dialect
        while dialect:
            try:
                for piece in self._asked(messages, limit, temperature, dialect):
                    self._dialect = dialect
                    yield piece
            except Exception as error:
                refusal = cause(error)
                dialect = dialect.after(refusal.said) if isinstance(refusal, Refusal) else None
                if not dialect:
                    raise
            else:
                return

    def _asked(
        self, messages: Sequence[Message], limit: int, temperature: float, dialect: Dialect
    ) -> Generator[Piece]:
        from llama_index.core.llms import ChatMessage  # noqa: PLC0415  # seconds
        from llama_index.llms.openai_like import OpenAILike  # noqa: PLC0415  # seconds
        from openai import omit  # noqa: PLC0415  # loaded by then

        from answer.llm.http import client  # noqa: PLC0415  # httpx: half a second

        with client(self.server, self._missing) as http:
            model = OpenAILike(
                model=self.name, api_base=self.server.address, api_key=self.server.key or NO_KEY,
                is_chat_model=True, context_window=self.window,
                temperature=temperature, max_retries=0, http_client=http,
                additional_kwargs=dialect.fields(limit, omit),
            )  # fmt: skip
            chat = [ChatMessage(message.content, role=message.role) for message in messages]
            chunk = None
            for chunk in model.stream_chat(chat):
                yield Piece(chunk.delta or "", _end(chunk.raw))
            if not chunk:
                raise self.server.unusable()

    def _missing(self, _: str) -> Fault:
        """What a server has in place of a model that it has not."""
        from answer.llm.http import client  # noqa: PLC0415  # httpx: half a second

        try:
            with client(self.server) as http:
                models = http.get(f"{self.server.address}/models").json()["data"]
                names = [self.server.line(model["id"]) for model in models]
        except (Fault, ValueError, LookupError, TypeError, AttributeError):
            return self.server.fault("nothing is there (404); check llm_base_url and llm_model")
        if self.name in names or not names:
            return self.server.fault("nothing is there (404); check llm_base_url")
        offered = ", ".join(names[:NAMED]) + (", …" if len(names) > NAMED else "")
        return self.server.fault(f"no model {self.name!r}; set llm_model to one of: {offered}")

    def _told(self, error: Exception) -> str:
        """An error of the library: what the server said in the stream, or not its language."""
        from openai import APIError  # noqa: PLC0415  # loaded by then

        if isinstance(error, APIError):
            return str(self.server.inside(error.message))
        return str(self.server.unusable())


def _end(chunk: Any) -> str | None:
    """Why a model ends with a chunk, if it does."""
    return (chunk.choices[0].finish_reason or None) if chunk.choices else None
