"""The command `whosaid models`."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter
from typing import Annotated, Any

import typer

from answer.llm.choose import server
from answer.llm.model import LanguageModel, Message
from errors import ModelStopped, ModelUnavailable
from faces.language_model import choice, language_model
from settings import Settings, load_settings

ASKED = Message("user", "Name the days of the week.")

LIMIT = 256
"""Tokens that it may answer with; some think before they write."""


@dataclass(frozen=True, slots=True)
class Speed:
    """How a language model answered: seconds to its first word, and tokens a second after it.

    `stopped` says why it did not come to its end, if it did not.
    """

    first_word_s: float
    tokens_per_second: float | None
    stopped: str | None


def models(
    data: Annotated[
        Path | None, typer.Option(help="The data folder (default: .whosaid).", show_default=False)
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Say which models are set, and whether and how fast the language model answers.

    Example: whosaid models --json
    """
    settings = load_settings(data=data)
    model = language_model(settings)
    record, failure = configured(settings), None
    if model:
        try:
            record["llm"]["context_window"] = model.window
            record["llm"]["speed"] = asdict(speed(model))
        except ModelUnavailable as error:
            failure = error
    typer.echo(json.dumps(record, ensure_ascii=False, indent=2) if as_json else shown(record))
    if failure:
        raise failure


def configured(settings: Settings) -> dict[str, Any]:
    """The models that are set, as JSON: null for none."""
    place = server(choice(settings))
    llm = {
        "kind": settings.llm,
        "model": settings.llm_model,
        "address": place and place.address,
        "context_window": None,
        "speed": None,
    }
    return {
        "llm": llm if settings.llm != "none" else None,
        "embed_model": settings.embed_model,
        "reranker": settings.reranker or None,
        "nli_model": settings.nli_model or None,
    }


def speed(model: LanguageModel) -> Speed:
    """Ask a model something short. Raises ModelUnavailable if it does not answer."""
    text, stopped, times = "", None, [perf_counter()]
    try:
        for piece in model.stream([ASKED], LIMIT):
            text += piece
            times.append(perf_counter())
    except ModelStopped as error:
        stopped = str(error)
    start, first, last = times[0], times[1], times[-1]
    rate = round(model.count(text) / (last - first), 1) if last > first else None
    return Speed(round(first - start, 2), rate, stopped)


def shown(record: dict[str, Any]) -> str:
    """The same for a person, a line for each thing."""
    from faces.render import printable, table  # noqa: PLC0415  # slow, and no other command's

    rows = {name: record[name] or "none" for name in ("embed_model", "reranker", "nli_model")}
    llm = record["llm"]
    if not llm:
        return table([("llm", "none: answers are the authors' words alone"), *rows.items()])
    window = llm["context_window"]
    rows = {
        "llm": f"{llm['model']}, by {llm['kind']}",
        "address": llm["address"] or "in this process",
        "window": f"{window:,} tokens" if window else "not known",
        "speed": _speed(llm["speed"]),
        **rows,
    }
    return printable(table([*rows.items()]))


def _speed(found: dict[str, Any] | None) -> str:
    if not found:
        return "it does not answer"
    rate = found["tokens_per_second"]
    then = f", then about {rate:g} tokens a second" if rate else ""
    stopped = f"; {found['stopped']}" if found["stopped"] else ""
    return f"first word after {found['first_word_s']:g} seconds, loading included{then}{stopped}"
