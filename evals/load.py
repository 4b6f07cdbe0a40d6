"""How the server bears many people at once: the time to the first word and to the whole answer.

uv run whosaid eval load ../shared/eval/seed_questions.jsonl --limit 50

The app runs over the data folder in a process of its own, and so many people ask it over HTTP at
the same moment, each a question of the file, then each the next one, three times.
"""

import asyncio
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import httpx
import numpy as np

from errors import BadInput
from faces.batch.input import read
from faces.render import table
from settings import Settings

PEOPLE, ROUNDS = 50, 3
APP = Path(__file__).parents[1] / "app.py"
PATIENCE = 120
"""Seconds that somebody waits for an answer."""


@dataclass(frozen=True, slots=True)
class Served:
    """What somebody got: seconds to the first word and to the end, or the error."""

    first: float
    whole: float
    error: str | None = None


def run(questions: str, settings: Settings, limit: int | None = None) -> str:
    """A table of seconds over all answers. Raises BadInput when there is nothing to ask."""
    texts = [row.question for row in read(questions) if row.question.strip()]
    if not texts:
        raise BadInput(f"{questions}: holds no questions")
    people = limit or PEOPLE
    with serving(settings) as address:
        asyncio.run(_crowd(address, texts, 1))  # the first answer opens what the others use
        served = asyncio.run(_crowd(address, texts, people))
    errors = [one.error for one in served if one.error]
    well = [one for one in served if not one.error]
    rows: list[tuple[str, ...]] = [
        (f"{people} people, {ROUNDS} questions each", "p50", "p95", "most")
    ]
    if well:
        rows += [_row("first word, seconds", [one.first for one in well])]
        rows += [_row("whole answer, seconds", [one.whole for one in well])]
    rows.append(("errors", str(len(errors)), errors[0] if errors else "", ""))
    return table(rows)


@contextmanager
def serving(settings: Settings) -> Iterator[str]:
    """Where the app runs over a data folder."""
    command = [sys.executable, str(APP), "--port", "0", "--data", str(settings.data)]
    set_ = os.environ | {"WHOSAID_LLM": "none"}
    app = subprocess.Popen(command, env=set_, stdout=subprocess.PIPE, text=True)
    assert app.stdout
    found = re.search(r"http://\S+", app.stdout.readline())
    try:
        if not found:
            raise BadInput(f"{settings.data}: the app does not start over it")
        yield found.group()
    finally:
        app.terminate()
        app.wait(timeout=30)
        app.stdout.close()


async def _crowd(address: str, texts: Sequence[str], people: int) -> list[Served]:
    limits = httpx.Limits(max_connections=people)
    async with httpx.AsyncClient(base_url=address, timeout=PATIENCE, limits=limits) as client:
        asked = [_person(client, texts, number) for number in range(people)]
        return [one for served in await asyncio.gather(*asked) for one in served]


async def _person(client: httpx.AsyncClient, texts: Sequence[str], number: int) -> list[Served]:
    asked = (texts[(number + turn * 17) % len(texts)] for turn in range(ROUNDS))
    return [await _ask(client, text) for text in asked]


async def _ask(client: httpx.AsyncClient, text: str) -> Served:
    """One question, with the moment when words come: an abstention's are in its record."""
    start, first = perf_counter(), 0.0
    asked, events = {"question": text}, {"Accept": "text/event-stream"}
    try:
        async with client.stream("POST", "/api/ask", json=asked, headers=events) as response:
            if response.status_code != httpx.codes.OK:
                return Served(0, 0, f"status {response.status_code}")
            async for line in response.aiter_lines():
                if line in ("event: delta", "event: answer"):
                    first = first or perf_counter() - start
                elif line == "event: error":
                    return Served(0, 0, "an error event")
    except httpx.HTTPError as error:
        return Served(0, 0, type(error).__name__)
    return Served(first, perf_counter() - start) if first else Served(0, 0, "no answer")


def _row(name: str, seconds: Sequence[float]) -> tuple[str, ...]:
    return name, *(f"{np.percentile(seconds, percent):.2f}" for percent in (50, 95, 100))
