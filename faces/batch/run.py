"""Many questions in, many answers out: a stopped run goes on where it stopped."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from answer.record import Answer
from errors import BadInput
from faces.batch.asking import Asker, Outcome
from faces.batch.input import Row
from faces.batch.output import Done, Output, output, resume, written
from index.lock import writing_file


@dataclass(slots=True)
class Tally:
    """What became of the rows of a run.

    `confidence` is that of each answer, between 0 and 1; `took` are the milliseconds of each.
    """

    answered: int = 0
    abstained: int = 0
    failed: int = 0
    skipped: int = 0
    confidence: list[float] = field(default_factory=list, compare=False)
    took: list[float] = field(default_factory=list, compare=False)

    def add(self, outcome: Outcome) -> None:
        """Count what became of a row."""
        if not isinstance(outcome, Answer):
            self.failed += 1
            return
        self.took.append(outcome.timings_ms.total)
        if outcome.abstained:
            self.abstained += 1
        else:
            self.answered += 1
            self.confidence.append(outcome.confidence)


def run(
    rows: Sequence[Row], out: Path, ask: Asker, progress: Callable[[], None] = lambda: None
) -> Tally:
    """Answer the rows that the file does not hold yet, each written as soon as those before it are.

    Raises BadInput when the file cannot be written or gone on with, and Locked when another process
    writes it.
    """
    with writing_file(out):
        return _run(rows, out, ask, progress)


def _run(rows: Sequence[Row], out: Path, ask: Asker, progress: Callable[[], None]) -> Tally:
    kind, tally = output(out), Tally()
    missing = list(_missing(rows, resume(out)))
    tally.skipped = len(rows) - len(missing)
    for _ in range(tally.skipped):
        progress()
    try:
        with out.open("a", encoding="utf-8", newline="", errors="backslashreplace") as stream:
            for row, outcome in ask(missing):
                tally.add(outcome)
                stream.write(_text(row, outcome, kind))
                stream.flush()
                progress()
    except OSError as error:
        raise BadInput(f"{out}: {error.strerror}") from error
    return tally


def _missing(rows: Iterable[Row], done: set[Done]) -> Iterator[Row]:
    """The rows that have no answer yet, each once."""
    for row in rows:
        key = row.id, written(row.question)
        if key not in done:
            done.add(key)
            yield row


def _text(row: Row, outcome: Outcome, kind: Output) -> str:
    """The row's part of the file; a failure is a part too."""
    return kind.answered(outcome) if isinstance(outcome, Answer) else kind.failed(row, outcome.why)
