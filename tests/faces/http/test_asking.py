"""Many askers: few answers at a time, a queue that ends, and nobody writes for who has left."""

import asyncio
from contextlib import aclosing
from threading import Event, Lock
from types import SimpleNamespace

import pytest

from answer.draft import Draft
from answer.events import Delta
from errors import BadInput
from faces.http.asking import Asked, Asking
from faces.http.problems import TooMany
from index.filters import EVERYTHING

WHY = Asked(question="Why?")


class Slow:
    """An answerer that writes a word and waits until it may end."""

    def __init__(self):
        self.may_end, self.closed = Event(), Event()
        self.now = self.most = 0
        self._lock = Lock()
        self.modes = []

    def respond(self, question, filters, id_=None, history=()):
        with self._lock:
            self.now += 1
            self.most = max(self.most, self.now)
        try:
            yield Delta("a word")
            while not self.may_end.wait(0.01):
                yield Delta(" and another")
            yield Draft("id", question).reply("a word")
        finally:
            self.now -= 1
            self.closed.set()

    def writing(self, mode):
        self.modes.append(mode)
        return self

    def extractive(self):
        return self.writing("extractive")


@pytest.fixture
def slow():
    return Slow()


@pytest.fixture
def asking(slow):
    library = SimpleNamespace(answerer=slow, filters=lambda **_: EVERYTHING)
    return Asking(library, at_once=2, waiting=3)


def test_no_more_than_so_many_are_made_at_once(asking, slow):
    async def five():
        asked = [asyncio.create_task(asking.answer(WHY)) for _ in range(5)]
        await asyncio.sleep(0)
        slow.may_end.set()
        return [answer.answer for answer in await asyncio.gather(*asked)]

    assert (asyncio.run(five()), slow.most) == (["a word"] * 5, 2)


def test_one_more_than_may_wait_is_sent_away(asking, slow):
    async def six():
        asked = [asyncio.create_task(asking.answer(WHY)) for _ in range(5)]
        await asyncio.sleep(0)
        with pytest.raises(TooMany, match="ask again in a few seconds"):
            asking.events(WHY)
        slow.may_end.set()
        await asyncio.gather(*asked)
        return await asking.answer(WHY)

    assert asyncio.run(six()).answer == "a word"


def test_who_leaves_is_not_written_for(asking, slow):
    async def leave():
        async with aclosing(asking.events(WHY)) as events:
            return await anext(events)

    assert asyncio.run(leave()) == Delta("a word")
    assert slow.closed.wait(5)


def test_who_leaves_the_queue_makes_place_in_it(asking, slow):
    async def leave():
        first = [asking.events(WHY) for _ in range(5)]
        waiting = first[-1]
        start = asyncio.create_task(anext(waiting))
        await asyncio.sleep(0)
        start.cancel()
        with pytest.raises(asyncio.CancelledError):
            await start
        again = asking.events(WHY)
        slow.may_end.set()
        return [event async for event in again][-1].answer

    assert asyncio.run(leave()) == "a word"


@pytest.mark.parametrize("mode", ["default", "concise", "detailed", "plain", "extractive"])
def test_each_question_is_answered_in_its_mode(asking, slow, mode):
    slow.may_end.set()
    asyncio.run(asking.answer(Asked(question="Why?", mode=mode)))
    assert slow.modes == [mode]


def test_no_mode_is_the_mode_of_the_settings(asking, slow):
    slow.may_end.set()
    asyncio.run(asking.answer(WHY))
    assert slow.modes == []


def test_what_cannot_be_asked_takes_no_place(asking, slow):
    async def wrong():
        for _ in range(6):
            with pytest.raises(BadInput):
                asking.events(Asked(question=" "))
        slow.may_end.set()
        return await asking.answer(WHY)

    assert asyncio.run(wrong()).answer == "a word"
