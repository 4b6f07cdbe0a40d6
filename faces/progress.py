"""Progress on standard error: how far, how fast, how long still; gone when done."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from time import monotonic

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from faces.library import Library
from index.build import Progress as Indexed
from ingest.run import Report
from ingest.sources import Source


def ingest_with_progress(library: Library, sources: Sequence[Source]) -> Report:
    """Bring sources in with a bar for reading, in bytes, and one for indexing, in characters."""
    with _bars() as bars:
        reading = bars.add_task("reading", total=sum(source.bytes for source in sources), rate="")
        indexing = bars.add_task("indexing", total=None, rate="", start=False)
        passages, started = 0, monotonic()

        def index(characters: int) -> None:
            nonlocal started
            started = monotonic()
            bars.update(indexing, total=characters)
            bars.start_task(indexing)

        def indexed(done: Indexed) -> None:
            nonlocal passages
            passages += done.passages
            rate = f"{passages / (monotonic() - started):,.0f} passages/s"
            bars.update(indexing, advance=done.characters, rate=rate)

        return library.ingest(
            sources,
            reading=lambda count: bars.advance(reading, count),
            to_index=index,
            indexing=indexed,
        )


@contextmanager
def counting(name: str, total: int, unit: str) -> Iterator[Callable[[], None]]:
    """A bar for so many things; what it gives is called after each."""
    with _bars() as bars:
        task, started, done = bars.add_task(name, total=total, rate=""), monotonic(), 0

        def advance() -> None:
            nonlocal done
            done += 1
            rate = f"{done / max(monotonic() - started, 1e-3):,.0f} {unit}/s"
            bars.update(task, advance=1, rate=rate)

        yield advance


def _bars() -> Progress:
    console = Console(stderr=True)
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f} %"),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(elapsed_when_finished=True),
        console=console,
        transient=True,
        disable=not console.is_terminal,  # else it leaves an empty line in a log
    )
