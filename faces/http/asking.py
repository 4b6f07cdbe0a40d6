"""How a request becomes an answer: few at a time, the next ones in a queue that has an end."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from functools import partial
from threading import BoundedSemaphore
from typing import Any, Literal

from pydantic import Field
from starlette.exceptions import HTTPException
from starlette.requests import Request

from answer.conversation.exchange import exchanges
from answer.events import Event
from answer.pipeline import Answerer, checked
from answer.record import Answer, Value
from faces.http.making import Making
from faces.http.problems import TooMany
from faces.http.threads import Threads
from faces.library import Library

AT_ONCE, WAITING = 4, 64
"""Answers that are made at the same time, and questions that may wait for their turn."""
GONE = 499
"""The status for nobody, as other servers log it."""


class Filtering(Value):
    """What the documents must be: by an author, of a source, from a date on, before a date."""

    author: str | None = Field(None, max_length=1_000, examples=["Ilse Vandermolen"])
    source: str | None = Field(None, max_length=1_000, examples=["file"])
    after: str | None = Field(None, max_length=100, examples=["2022-01-01"])
    before: str | None = Field(None, max_length=100, examples=["2025"])


Manner = Literal["default", "concise", "detailed", "plain", "extractive"]
"""A way to write an answer; `extractive` is without a language model."""


class Asked(Value):
    """A question with what was asked before it, and how it is to be answered.

    `history` are chat messages (`role`, `content`) or answer records, the oldest first.
    """

    question: str = Field(examples=["What is reward hacking?"])
    history: tuple[dict[str, Any], ...] = ()
    filters: Filtering = Filtering()
    mode: Manner | None = None


class Asking:
    """Has the questions of many people answered from one library."""

    def __init__(self, library: Library, at_once: int = AT_ONCE, waiting: int = WAITING) -> None:
        self._library = library
        self._threads = Threads(at_once, "answer")
        self._places = BoundedSemaphore(at_once + waiting)

    def events(self, asked: Asked) -> AsyncGenerator[Event, None]:
        """The answer as it comes into being; closing it stops whoever writes.

        Raises BadInput at once for what cannot be asked, and TooMany when too many are waiting.
        """
        respond = partial(
            self._answerer(asked.mode).respond,
            checked(asked.question),
            self._library.filters(**asked.filters.model_dump()),
            history=exchanges(asked.history),
        )
        if not self._places.acquire(blocking=False):
            raise TooMany("too many questions are waiting here: ask again in a few seconds")
        making = Making(respond)
        # the place is the thread's, not the asker's: who leaves does not make it free at once
        making.start(self._threads).add_done_callback(lambda _: self._places.release())
        return making.events()

    async def answer(self, asked: Asked, request: Request | None = None) -> Answer:
        """The whole answer; nothing more is made of it when the client of a request goes away.

        Raises what `events` and an `Answerer` do.
        """
        answering = asyncio.create_task(_last(self.events(asked)))
        gone = asyncio.create_task(_until_gone(request))
        try:
            await asyncio.wait({answering, gone}, return_when=asyncio.FIRST_COMPLETED)
            if not answering.done():
                raise HTTPException(GONE, "the client went away")
            return answering.result()
        finally:
            answering.cancel()
            gone.cancel()

    def _answerer(self, mode: Manner | None) -> Answerer:
        answerer = self._library.answerer
        if mode is None:
            return answerer
        return answerer.extractive() if mode == "extractive" else answerer.writing(mode)


async def _last(events: AsyncGenerator[Event, None]) -> Answer:
    async with aclosing(events):
        return [event async for event in events if isinstance(event, Answer)][-1]


async def _until_gone(request: Request | None) -> None:
    """Wait until the client of a request goes away; without a request, for ever."""
    if request is None:
        await asyncio.Event().wait()
    elif (await request.receive())["type"] != "http.disconnect":
        await _until_gone(request)
