"""Many questions in, many answers out: a stopped run goes on where it stopped."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from answer.record import Answer
from errors import BadInput, WhosaidError
from faces.batch.input import STANDARD_INPUT, Row, read
from faces.batch.output import Output, output, resume, written
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
    try:
        with out.open("a", encoding="utf-8", newline="", errors="backslashreplace") as stream:
            for row in rows:
                key = row.id, written(row.question)
                if key in done:
                    tally.skipped += 1
                else:
                    done.add(key)
                    stream.write(_answered(row, kind, ask, tally))
                    stream.flush()
                progress()
    except OSError as error:
        raise BadInput(f"{out}: {error.strerror}") from error
    return tally


def _answered(row: Row, kind: Output, ask: Callable[[Row], Answer], tally: Tally) -> str:
    """The row's part of the file; a failure is a part too."""
    try:
        if row.error:
            raise BadInput(row.error)
        answer = ask(row)
    except WhosaidError as error:
        tally.failed += 1
        return kind.failed(row, str(error))
    except Exception as error:  # whatever it is, the other rows go on
        tally.failed += 1
        return kind.failed(row, f"{type(error).__name__}: {error}")
    if answer.abstained:
        tally.abstained += 1
    else:
        tally.answered += 1
    return kind.answered(answer)


def batch_with_progress(library: Library, questions: str, answers: Path) -> Tally:
    """Answer the questions of a file into another, with a bar on standard error.

    Raises BadInput when one of them is none that can be used.
    """
    if answers.exists() and questions != STANDARD_INPUT and answers.samefile(questions):
        raise BadInput(f"{answers}: holds the questions; name another file for the answers")
    rows = read(questions)

    def ask(row: Row) -> Answer:
        filters = library.filters(**row.filters)
        return library.answerer.answer(row.question, filters, row.id, row.history)

    with counting("asking", len(rows), "questions") as advance:
        return run(rows, answers, ask, advance)
