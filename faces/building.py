"""The index being built in the background while the page is served."""

import sys
from collections.abc import Sequence
from threading import Thread
from time import monotonic

from errors import WhosaidError
from faces.library import Library
from faces.progress import ingest_with_progress
from ingest.sources import Source


class Building:
    """One run over sources in a thread of its own, and how far it has come."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._thread: Thread | None = None
        self._began: tuple[float, int] | None = None
        self.failure: str | None = None

    def start(self, sources: Sequence[Source]) -> None:
        """Begin."""
        self._thread = Thread(target=self._run, args=(sources,), daemon=True)
        self._thread.start()

    @property
    def running(self) -> bool:
        """Whether it is still going on."""
        return self._thread is not None and self._thread.is_alive()

    def state(self) -> str:
        """How far it is, and how long it may still take, in a sentence."""
        total, pending = self._library.archive.characters(), self._library.pending
        done = total - pending
        if not total:
            return "Reading the documents."
        if self._began is None:
            self._began = monotonic(), done
        since, before = self._began
        share = f"Indexing in progress: {100 * done // total} %"
        if done <= before:
            return f"{share}."
        left = (monotonic() - since) / (done - before) * pending
        return f"{share}, {_time(left)} left."

    def _run(self, sources: Sequence[Source]) -> None:
        try:
            report = ingest_with_progress(self._library, sources)
        except WhosaidError as error:
            self.failure = str(error)
            print(f"whosaid: {error}", file=sys.stderr)
            return
        for skipped in report.skipped:
            print(f"skipped {skipped.place}: {skipped.reason}", file=sys.stderr)


def _time(seconds: float) -> str:
    minutes = round(seconds / 60)
    if minutes < 1:
        return "less than a minute"
    return f"about {'a minute' if minutes == 1 else f'{minutes} minutes'}"
