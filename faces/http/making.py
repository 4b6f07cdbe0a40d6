"""One answer in the making: in a thread, for somebody who waits for it in the event loop."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterator
from concurrent.futures import Future
from contextlib import suppress
from threading import Event as Flag

from answer.events import Event
from answer.record import Answer
from faces.http.threads import Threads


class Making:
    """Events that a thread makes, until the answer is whole or nobody waits for it any more."""

    def __init__(self, respond: Callable[[], Iterator[Event]]) -> None:
        self._respond, self._loop = respond, asyncio.get_running_loop()
        self._made: asyncio.Queue[Event | Exception] = asyncio.Queue()
        self._gone = Flag()

    def start(self, threads: Threads) -> Future[None]:
        """Have it made by the next thread that is free."""
        self._future = threads.submit(self._make)
        return self._future

    async def events(self) -> AsyncGenerator[Event, None]:
        """The events as they come. Raises what the making raises; closed, it stops the making."""
        try:
            while True:
                made = await self._made.get()
                if isinstance(made, Exception):
                    raise made
                yield made
                if isinstance(made, Answer):
                    return
        finally:
            self._gone.set()
            self._future.cancel()

    def _make(self) -> None:
        """In the thread. What a model is writing ends when its events are closed."""
        try:
            events = self._respond()
            for event in events:
                if self._gone.is_set():
                    events.close()  # type: ignore[attr-defined]  # they are a generator
                    return
                self._put(event)
        except Exception as error:
            self._put(error)

    def _put(self, made: Event | Exception) -> None:
        with suppress(RuntimeError):  # the loop is closed: the server has ended
            self._loop.call_soon_threadsafe(self._made.put_nowait, made)
