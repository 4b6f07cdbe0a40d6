"""Clients that ask at the same time, and how long each of them waits."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from time import perf_counter, process_time

import numpy as np


@dataclass(frozen=True, slots=True)
class Load:
    """What so many clients met: milliseconds of each question, and seconds of all.

    `busy` is how many cores were at work in the mean.
    """

    clients: int
    milliseconds: tuple[float, ...]
    seconds: float
    busy: float

    @property
    def throughput(self) -> float:
        """Questions answered in a second."""
        return len(self.milliseconds) / self.seconds

    def percentile(self, percent: float) -> float:
        """Milliseconds that so many percent of the questions did not exceed."""
        return float(np.percentile(self.milliseconds, percent))


def load(ask: Callable[[str], object], questions: Sequence[str], clients: int) -> Load:
    """All questions asked once by so many clients, each of whom waits for its answer."""

    def timed(question: str) -> float:
        start = perf_counter()
        ask(question)
        return 1000 * (perf_counter() - start)

    start, cpu = perf_counter(), process_time()
    with ThreadPoolExecutor(clients) as pool:
        milliseconds = tuple(pool.map(timed, questions))
    seconds = perf_counter() - start
    return Load(clients, milliseconds, seconds, (process_time() - cpu) / seconds)
