"""The command `whosaid batch`."""

from pathlib import Path
from time import perf_counter
from typing import Annotated

import typer

from errors import BadInput
from settings import load_settings


def batch(
    questions: Annotated[str, typer.Argument(metavar="IN", help=".jsonl, .csv, .txt or -")],
    answers: Annotated[Path, typer.Argument(metavar="OUT", help=".jsonl, .csv or .md")],
    data: Annotated[
        Path | None, typer.Option(help="The data folder (default: .whosaid).", show_default=False)
    ] = None,
    workers: Annotated[
        int, typer.Option(min=0, max=64, help="Processes that answer (default: by the rows).")
    ] = 0,
    report: Annotated[
        Path | None, typer.Option(help="Write a page to read the answers with, .html.")
    ] = None,
) -> None:
    """Answer many questions; what OUT holds already is not asked again.

    Example: whosaid batch questions.csv answers.jsonl --report answers.html
    """
    from faces.batch.asking import asked_of, by_processes, one_by_one, processes  # noqa: PLC0415
    from faces.batch.input import STANDARD_INPUT, read  # noqa: PLC0415
    from faces.batch.report import checked, write  # noqa: PLC0415
    from faces.batch.run import run  # noqa: PLC0415
    from faces.batch.summary import summary  # noqa: PLC0415
    from faces.library import open_library  # noqa: PLC0415
    from faces.progress import counting  # noqa: PLC0415

    settings = load_settings(data=data)
    if answers.exists() and questions != STANDARD_INPUT and answers.samefile(questions):
        raise BadInput(f"{answers}: holds the questions; name another file for the answers")
    checked(report, answers)
    library, rows = open_library(settings), read(questions)
    count = workers or processes(len(rows), settings)
    ask = by_processes(settings, count) if count > 1 else one_by_one(asked_of(library))
    start = perf_counter()
    with counting("asking", len(rows), "questions") as advance:
        tally = run(rows, answers, ask, advance)
    typer.echo(summary(tally, perf_counter() - start))
    if report:
        write(report, answers)
    if tally.failed:
        raise typer.Exit(1)
