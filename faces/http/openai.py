"""The protocol of OpenAI's chat completions, as far as a client of it needs."""

from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from time import time
from typing import Any, get_args
from uuid import uuid4

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from answer.events import Delta, Event
from answer.record import Answer
from answer.writing.task import Mode
from errors import BadInput
from faces.http.asking import Asked, Asking, Manner
from faces.http.citing import address, below, markers, rest, title, without_sources
from faces.http.events import ServerSent, failure, unnamed

NAME = "whosaid"
MODELS: dict[str, Manner | None] = {
    NAME: None,
    **{f"{NAME}-{mode}": mode for mode in (*get_args(Mode), "extractive")},
}
"""The names of our models: whosaid is answered in the mode of the settings."""
END = b"data: [DONE]\n\n"
USAGE = {"prompt_tokens": 0, "completion_tokens": 0, "total_tokens": 0}


class Message(BaseModel):
    """One message; what else it has is read over, but for the citations of an answer of ours."""

    model_config = ConfigDict(extra="ignore")

    role: str = Field(examples=["user"])
    content: str | list[dict[str, Any]] | None = Field(None, examples=["What is reward hacking?"])
    citations: list[dict[str, Any]] = []


class StreamOptions(BaseModel):
    """What a stream is to have besides."""

    include_usage: bool = False


class Completion(BaseModel):
    """A request; what a language model could be told besides is read over."""

    model_config = ConfigDict(extra="ignore")

    model: str = NAME
    messages: list[Message] = Field(min_length=1)
    stream: bool | None = False
    stream_options: StreamOptions | None = None


def routes(asking: Asking) -> APIRouter:
    """The routes under /v1."""
    router = APIRouter(prefix="/v1", tags=["OpenAI"])

    @router.post("/chat/completions")
    async def complete(wanted: Completion, request: Request) -> Response:
        """Answer the last message; annotations and the end of the text say who is cited."""
        asked, reply = _asked(wanted), Reply(wanted, str(request.base_url))
        if wanted.stream:
            return ServerSent(reply.streamed(asking.events(asked)))
        return JSONResponse(reply.whole(await asking.answer(asked, request)))

    @router.get("/models")
    def models() -> dict[str, Any]:
        """The models: one for each way to answer."""
        return {"object": "list", "data": [_model(name) for name in MODELS]}

    @router.get("/models/{name}")
    def model(name: str) -> dict[str, Any]:
        """One of them."""
        return _model(_known(name))

    return router


def _model(name: str) -> dict[str, Any]:
    return {"id": name, "object": "model", "created": 0, "owned_by": NAME}


def _known(name: str) -> str:
    if name not in MODELS:
        raise HTTPException(404, f"there is no model {name!r} here, but {', '.join(MODELS)}")
    return name


def _asked(wanted: Completion) -> Asked:
    """The question of a request: its last message, after those before it."""
    said = [message for message in wanted.messages if message.role in ("user", "assistant")]
    if not said or said[-1].role != "user":
        raise BadInput("messages: the last one must be a question, with the role user")
    *before, last = said
    return Asked(
        question=_text(last),
        history=tuple(map(_earlier, before)),
        mode=MODELS[_known(wanted.model)],
    )


def _earlier(message: Message) -> dict[str, Any]:
    """A message as it was before its sources were put under it."""
    earlier: dict[str, Any] = {"role": message.role, "content": without_sources(_text(message))}
    return earlier | ({"citations": message.citations} if message.role == "assistant" else {})


def _text(message: Message) -> str:
    """What a message says, also where it comes in parts."""
    if not isinstance(message.content, list):
        return message.content or ""
    texts = (part.get("text") for part in message.content if part.get("type") == "text")
    return "\n".join(text for text in texts if isinstance(text, str))


class Reply:
    """The answer to one request, whole or in chunks; `base` is the address of our own pages."""

    def __init__(self, wanted: Completion, base: str) -> None:
        self._base, self._options = base, wanted.stream_options or StreamOptions()
        self._head = {
            "id": f"chatcmpl-{uuid4().hex}", "created": int(time()), "model": wanted.model,
        }  # fmt: skip

    def whole(self, answer: Answer) -> dict[str, Any]:
        """A chat completion."""
        message = {
            "role": "assistant", "content": answer.answer + below(answer, self._base),
            "refusal": None, **self._cited(answer),
        }  # fmt: skip
        choice = {"index": 0, "message": message, "finish_reason": "stop", "logprobs": None}
        return {**self._head, "object": "chat.completion", "choices": [choice], "usage": USAGE}

    async def streamed(self, events: AsyncGenerator[Event, None]) -> AsyncIterator[bytes]:
        """The chunks of a chat completion."""
        said = ""
        async with aclosing(events):
            yield self._chunk({"role": "assistant", "content": ""})
            try:
                async for event in events:
                    if isinstance(event, Delta):
                        said += event.text
                        yield self._chunk({"content": event.text})
                    elif isinstance(event, Answer):
                        yield self._chunk(self._end(event, said))
            except Exception as error:
                yield unnamed(failure(error))
                return
        yield self._chunk({}, "stop")
        if self._options.include_usage:
            yield unnamed(self._head | {"object": CHUNK, "choices": [], "usage": USAGE})
        yield END

    def _chunk(self, delta: dict[str, Any], reason: str | None = None) -> bytes:
        choice = {"index": 0, "delta": delta, "finish_reason": reason, "logprobs": None}
        return unnamed(self._head | {"object": CHUNK, "choices": [choice]})

    def _end(self, answer: Answer, said: str) -> dict[str, Any]:
        """What comes behind the words that were said."""
        content = rest(answer, said) + below(answer, self._base)
        return {"content": content, **self._cited(answer)}

    def _cited(self, answer: Answer) -> dict[str, Any]:
        """The citations as annotations of the text, and as in the answer record."""
        by_number = {citation.n: citation for citation in answer.citations}
        cited = [
            {
                "type": "url_citation",
                "url_citation": {
                    "start_index": marker.start, "end_index": marker.end,
                    "title": title(by_number[marker.number]),
                    "url": address(by_number[marker.number], self._base),
                },
            }
            for marker in markers(answer)
        ]  # fmt: skip
        whole = [citation.model_dump(mode="json") for citation in answer.citations]
        return {"annotations": cited, "citations": whole}


CHUNK = "chat.completion.chunk"
