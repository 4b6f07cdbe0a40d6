"""Answers as server-sent events."""

import json
import logging
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from typing import Any

from fastapi.sse import format_sse_event
from starlette.responses import StreamingResponse

from answer.events import Delta, Event, Status
from answer.record import Answer
from errors import WhosaidError
from faces.http.problems import UNEXPECTED, as_error, status_of

LOG = logging.getLogger(__name__)
MEDIA = "text/event-stream"
HEADERS = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
"""So that nothing on the way keeps the words back."""


class ServerSent(StreamingResponse):
    """A stream of server-sent events, which ends when the client goes away."""

    media_type = MEDIA

    def __init__(self, content: AsyncIterator[bytes]) -> None:
        super().__init__(content, headers=HEADERS)


async def sent(events: AsyncGenerator[Event, None]) -> AsyncIterator[bytes]:
    """Each event with its name; what goes wrong on the way is an event too."""
    async with aclosing(events):
        try:
            async for event in events:
                yield _sent(event)
        except Exception as error:
            yield named("error", failure(error))


def failure(error: Exception) -> dict[str, Any]:
    """What a client is told of an error in mid-answer; what nobody expected is logged."""
    if isinstance(error, WhosaidError):
        return as_error(status_of(error), str(error))
    LOG.error("a question could not be answered", exc_info=error)
    return as_error(500, UNEXPECTED)


def named(name: str, data: Any) -> bytes:
    """One event with a name."""
    return format_sse_event(event=name, data_str=json.dumps(data))


def unnamed(data: Any) -> bytes:
    """One event without a name."""
    return format_sse_event(data_str=json.dumps(data))


def _sent(event: Event) -> bytes:
    match event:
        case Status(text, unchecked):
            return named("status", {"text": text, "unchecked": unchecked})
        case Delta(text):
            return named("delta", {"text": text})
        case Answer():
            return named("answer", event.model_dump(mode="json", by_alias=True))
        case citation:
            return named("citation", citation.model_dump(mode="json"))
