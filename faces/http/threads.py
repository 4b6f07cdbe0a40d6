"""A few threads that nobody waits for when the program ends."""

from collections.abc import Callable
from concurrent.futures import Future
from queue import SimpleQueue
from threading import Lock, Thread

Job = Callable[[], None]


class Threads:
    """Does jobs in so many threads, in their order.

    Those of the standard library are waited for at the end of a program, however long a model that
    was asked takes to say nothing.
    """

    def __init__(self, most: int, name: str) -> None:
        self._jobs: SimpleQueue[tuple[Future[None], Job]] = SimpleQueue()
        self._most, self._name, self._started = most, name, 0
        self._lock = Lock()

    def submit(self, job: Job) -> Future[None]:
        """Have a job done by the next thread that is free; until then it can be cancelled."""
        future: Future[None] = Future()
        self._jobs.put((future, job))
        with self._lock:
            if self._started < self._most:
                self._started += 1
                Thread(target=self._work, name=f"{self._name}-{self._started}", daemon=True).start()
        return future

    def _work(self) -> None:
        while True:
            future, job = self._jobs.get()
            if future.set_running_or_notify_cancel():
                try:
                    job()
                except BaseException as error:
                    future.set_exception(error)
                else:
                    future.set_result(None)
