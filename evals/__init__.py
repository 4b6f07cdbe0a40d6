"""Measurements of the whole and of its parts, one to a file."""

from hashlib import sha256
from importlib import import_module
from pathlib import Path

from errors import BadInput
from index.split import SPLITTER
from settings import Settings

SETS = {"answers": "answers", "attribution": "attribution", "people": "people_questions"}
"""The measurements that are told which set to use, with their modules."""

INPUTS = {"ingest": "ingest_speed", "latency": "latency", "load": "load"}
"""Those that are told what to read."""

BENCHMARKS = {
    name: name for name in ("abstention", "chunking", "faq", "lesswrong", "scifact", "squad2")
} | {"claims": "claim_checks"}
"""Those of one set each, with an index of their own that is kept and used again."""

SUBJECTS = SETS | INPUTS

WHOLE = {"citations": "citations"}
"""Those that measure all of their sets where they are not told which."""


def measured(
    name: str,
    subject: str | None,
    settings: Settings,
    *,
    shared: Path,
    data: Path | None = None,
    limit: int | None = None,
) -> str:
    """The table of a measurement; `shared` is where the material lies, `data` where an index goes.

    Raises BadInput when there is no such measurement, or it is told too much or too little.
    """
    if name in BENCHMARKS and subject is None:
        place = settings.model_copy(update={"data": data or kept(name, settings, shared)})
        return _table(BENCHMARKS[name], place, limit, shared)
    if name in WHOLE:
        return _table(WHOLE[name], subject, settings, limit, shared, data)
    if name in SETS and subject is not None:
        return _table(SETS[name], subject, settings, limit, shared)
    if name in INPUTS and subject is not None:
        return _table(INPUTS[name], subject, settings, limit)
    raise BadInput(_refusal(name))


def kept(name: str, settings: Settings, shared: Path) -> Path:
    """Where the index of a benchmark is kept between runs.

    There is one for each place of material and each way of building an index.
    """
    place = told_by(shared.expanduser().resolve(), settings)
    return settings.cache / "evals" / f"{name}-{place}"


def told_by(material: object, settings: Settings) -> str:
    """What tells indexes of some material apart, in a folder's name: it, and how it is indexed."""
    return sha256(repr((material, settings.embed_model, SPLITTER)).encode()).hexdigest()[:8]


def _table(module: str, *arguments: object) -> str:
    table: str = import_module(f"evals.{module}").run(*arguments)
    return table


def _refusal(name: str) -> str:
    if name in BENCHMARKS:
        return f"{name}: measures one thing; leave SUBJECT out"
    if name in SUBJECTS:
        return f"{name}: of what? name a SUBJECT"
    known = ", ".join(sorted(SUBJECTS | BENCHMARKS | WHOLE))
    return f"{name}: no such measurement; there are {known}"
