"""The command `whosaid bench`."""

from pathlib import Path
from typing import Annotated

import typer

from settings import load_settings


def bench(
    source: Annotated[
        str | None, typer.Argument(help="What to take in (default: the sample corpus).")
    ] = None,
    only: Annotated[str | None, typer.Option(help="One part: ingest, scale or cold.")] = None,
    rounds: Annotated[int, typer.Option(min=1, help="Turns that each pipeline has.")] = 3,
    sizes: Annotated[
        str, typer.Option(help="Passages of the indexes that are asked.")
    ] = "1000,10000,100000",
    questions: Annotated[
        str | None, typer.Option(help="A file of questions (default: made of the source).")
    ] = None,
    keep: Annotated[
        Path | None, typer.Option(help="Keep the indexes in this folder and use them again.")
    ] = None,
) -> None:
    """Measure the speed of everything and how it grows, beside plain llama-index.

    Example: whosaid bench --only scale --sizes 1000,10000
    """
    from evals.bench import run  # noqa: PLC0415  # what no other command needs

    parts = run(
        load_settings(), source=source, only=only, rounds=rounds, sizes=sizes,
        questions=questions, keep=keep,
    )  # fmt: skip
    for tables in parts:
        typer.echo(f"{tables}\n")
