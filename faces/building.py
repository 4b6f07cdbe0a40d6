"""The index being built in the background while the page is served."""

import logging
from collections.abc import Callable, Sequence
from threading import Thread
from time import monotonic

from errors import WhosaidError
from faces.library import Library
from faces.progress import ingest_with_progress
from ingest.sources import Source

LOG = logging.getLogger(__name__)
UNFORESEEN = "something went wrong; the terminal that runs Whosaid says what"


class Building:
    """One run over sources, and over what an earlier run has left, in a thread of its own."""

    def __init__(
        self,
        library: Library,
        sources: Sequence[Source] = (),
        tell: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._library, self._tell = library, tell
        self._began: tuple[float, int] | None = None
        self.failure: str | None = None
        self._thread = Thread(target=self._run, args=(sources,), daemon=True)
        if sources or library.pending:
            self._thread.start()

    @property
    def running(self) -> bool:
        """Whether it is still going on."""
        return self._thread.is_alive()

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
            self._tell(f"whosaid: {error}")
            return
        except Exception:
            self.failure = UNFORESEEN
            LOG.exception("the index could not be built")
            return
        for skipped in report.skipped:
            self._tell(f"skipped {skipped.place}: {skipped.reason}")


def _time(seconds: float) -> str:
    minutes = round(seconds / 60)
    if minutes < 1:
        return "less than a minute"
    return f"about {'a minute' if minutes == 1 else f'{minutes} minutes'}"
