"""Many questions in, many answers out: a stopped run goes on where it stopped."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from answer.record import Answer
from errors import WhosaidError
from faces.batch_input import Row, read
from faces.batch_output import Output, output, resume
from faces.library import Library
from faces.progress import counting


@dataclass(slots=True)
class Tally:
    """What became of the rows of a run."""

    answered: int = 0
    abstained: int = 0
    failed: int = 0
    skipped: int = 0


def run(
    rows: Sequence[Row],
    out: Path,
    ask: Callable[[Row], Answer],
    progress: Callable[[], None] = lambda: None,
) -> Tally:
    """Answer the rows that the file does not hold yet, each written before the next is begun.

    Raises BadInput when the file cannot be written or gone on with.
    """
    kind, done, tally = output(out), resume(out), Tally()
    with out.open("a", encoding="utf-8", newline="", errors="surrogateescape") as stream:
        for row in rows:
            if (row.id, row.question) in done:
                tally.skipped += 1
            else:
                done.add((row.id, row.question))
                stream.write(_answered(row, kind, ask, tally))
                stream.flush()
            progress()
    return tally


def _answered(row: Row, kind: Output, ask: Callable[[Row], Answer], tally: Tally) -> str:
    """The row's part of the file; a failure is a part too."""
    if row.error:
        tally.failed += 1
        return kind.failed(row, row.error)
    try:
        answer = ask(row)
    except WhosaidError as error:
        tally.failed += 1
        return kind.failed(row, str(error))
    if answer.abstained:
        tally.abstained += 1
    else:
        tally.answered += 1
    return kind.answered(answer)


def batch_with_progress(library: Library, questions: str, answers: Path) -> Tally:
    """Answer the questions of a file into another, with a bar on standard error."""
    rows = read(questions)

    def ask(row: Row) -> Answer:
        return library.answerer.answer(row.question, library.filters(**row.filters), row.id)

    with counting("asking", len(rows), "questions") as advance:
        return run(rows, answers, ask, advance)
