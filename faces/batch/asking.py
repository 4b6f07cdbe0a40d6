"""Rows → what became of each, in their order: one after the other, or by several processes."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import TYPE_CHECKING

from answer.record import Answer
from errors import BadInput, WhosaidError
from faces.batch.input import Row
from settings import Settings

if TYPE_CHECKING:
    from faces.library import Library

AHEAD = 4
"""Rows that wait for each process, so that none is without one."""

FEW = 50
"""Rows that are answered sooner than other processes have started."""


@dataclass(frozen=True, slots=True)
class Failed:
    """A row that has no answer, and why in a sentence."""

    why: str


Outcome = Answer | Failed
Asker = Callable[[Iterable[Row]], Iterator[tuple[Row, Outcome]]]
"""Asks rows and gives what became of each, in their order."""


def outcome(row: Row, ask: Callable[[Row], Answer]) -> Outcome:
    """The answer to a row; whatever is wrong with it, the others go on."""
    try:
        if row.error:
            raise BadInput(row.error)
        return ask(row)
    except WhosaidError as error:
        return Failed(str(error))
    except Exception as error:
        return Failed(f"{type(error).__name__}: {error}")


def one_by_one(ask: Callable[[Row], Answer]) -> Asker:
    """Asks each row when the one before has its answer."""
    return lambda rows: ((row, outcome(row, ask)) for row in rows)


def asked_of(library: "Library") -> Callable[[Row], Answer]:
    """Asks a library, with the filters and the history of a row."""

    def ask(row: Row) -> Answer:
        filters = library.filters(**row.filters)
        return library.answerer.answer(row.question, filters, row.id, row.history)

    return ask


def by_processes(settings: Settings, count: int) -> Asker:
    """Asks so many rows at a time, each in a process of its own: Python holds up threads."""

    def ask(rows: Iterable[Row]) -> Iterator[tuple[Row, Outcome]]:
        with ProcessPoolExecutor(count, get_context("spawn"), _open, (settings,)) as workers:
            waiting: deque[tuple[Row, Future[Outcome]]] = deque()
            try:
                for row in rows:
                    waiting.append((row, workers.submit(_ask, row)))
                    if len(waiting) >= AHEAD * count:
                        yield _first(waiting)
                while waiting:
                    yield _first(waiting)
            finally:
                workers.shutdown(wait=False, cancel_futures=True)

    return ask


def _first(waiting: deque[tuple[Row, Future[Outcome]]]) -> tuple[Row, Outcome]:
    row, future = waiting.popleft()
    try:
        return row, future.result()
    except BrokenProcessPool as error:
        raise WhosaidError(
            "a process of the batch ended before its time, perhaps for want of memory: "
            "the same command goes on; --workers 1 needs least"
        ) from error


def processes(rows: int, settings: Settings) -> int:
    """How many processes are worth starting; a language model is asked one thing at a time."""
    if rows < FEW or settings.llm != "none":
        return 1
    return os.cpu_count() or 1


class _Worker:
    """What a process asks, opened when it starts."""

    ask: Callable[[Row], Answer]


def _open(settings: Settings) -> None:
    from faces.library import open_library  # noqa: PLC0415  # the first process needs none

    Thread(target=_end_with_parent, daemon=True).start()
    _Worker.ask = staticmethod(asked_of(open_library(settings)))


def _ask(row: Row) -> Outcome:
    return outcome(row, _Worker.ask)


def _end_with_parent() -> None:
    """Leave when the parent is gone: one that was killed tells nobody."""
    parent = parent_process()
    assert parent
    parent.join()
    os._exit(1)
