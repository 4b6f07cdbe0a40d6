"""Measurements of the whole and of its parts, one to a file."""

from collections.abc import Callable
from importlib import import_module

from errors import BadInput
from settings import Settings

MEASUREMENTS = {
    "answers": "answers",
    "attribution": "attribution",
    "ingest": "ingest_speed",
    "latency": "latency",
    "people": "people_questions",
}
"""The names of the measurements with their modules."""

Measurement = Callable[[str, Settings, int | None], str]
"""Takes what is measured, the settings and a limit, and gives a table."""


def measurement(name: str) -> Measurement:
    """A measurement by its name. Raises BadInput when there is none."""
    if name not in MEASUREMENTS:
        raise BadInput(f"{name}: no such measurement; there are {', '.join(MEASUREMENTS)}")
    run: Measurement = import_module(f"evals.{MEASUREMENTS[name]}").run
    return run
