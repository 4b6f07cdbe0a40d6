"""The questions of a batch: JSON Lines, CSV, or a question a line."""

import csv
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import Any

from answer.conversation.exchange import Exchange, exchanges
from errors import BadInput

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Row:
    """A question of a batch, after its history; `error` says why it cannot be asked."""

    id: str
    question: str
    filters: dict[str, Any] = field(default_factory=dict)
    error: str | None = None
    history: tuple[Exchange, ...] = ()


def read(name: str) -> list[Row]:
    """The rows of a `.jsonl`, `.csv` or `.txt` file, or of standard input ("-").

    A row that has no id gets its number; one that is no question carries its error. Raises
    BadInput when there is nothing to read.
    """
    kind = Path(name).suffix.lower()
    if name != STANDARD_INPUT and kind not in READERS:
        raise BadInput(
            f"{name}: questions come as .jsonl, .csv or .txt, or from - (standard input)"
        )
    try:
        data = sys.stdin.buffer.read() if name == STANDARD_INPUT else Path(name).read_bytes()
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise BadInput(f"{name}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise BadInput(f"{name}: not UTF-8 at byte {error.start}") from error
    if name == STANDARD_INPUT:
        kind = ".jsonl" if text.lstrip().startswith("{") else ".txt"
    return [_row(entry, number) for number, entry in enumerate(READERS[kind](text), 1)]


def _from_json_lines(text: str) -> Iterator[Any]:
    for line in text.split("\n"):
        if line.strip():
            try:
                yield json.loads(line)
            except (ValueError, RecursionError) as error:
                yield BadInput(f"not JSON: {error}")


def _from_csv(text: str) -> Iterator[Any]:
    csv.field_size_limit(2**31 - 1)  # a question may be longer than the 131,072 it starts with
    table = csv.DictReader(StringIO(text, newline=""))
    if "question" not in (table.fieldnames or ()):
        raise BadInput("a CSV file of questions needs a column named question")
    return ({key: fields.get(key) for key in ("id", "question")} for fields in table)


def _from_lines(text: str) -> Iterator[Any]:
    return ({"question": line.strip()} for line in text.split("\n") if line.strip())


READERS: dict[str, Callable[[str], Iterator[Any]]] = {
    ".jsonl": _from_json_lines,
    ".csv": _from_csv,
    ".txt": _from_lines,
}


def _row(entry: Any, number: int) -> Row:
    id_ = f"row-{number}"
    if not isinstance(entry, dict):
        return Row(id_, "", error=str(entry) if isinstance(entry, BadInput) else "not an object")
    if isinstance(entry.get("id"), str | int) and str(entry["id"]).strip():
        id_ = str(entry["id"])
    question, filters = entry.get("question"), entry.get("filters") or {}
    if not isinstance(question, str):
        return Row(id_, "", error="no question")
    if not isinstance(filters, dict):
        return Row(id_, question, error="filters is not an object")
    history = entry.get("history") or []
    if not isinstance(history, list):
        return Row(id_, question, error="history is not a list")
    try:
        return Row(id_, question, filters, history=exchanges(history))
    except BadInput as error:
        return Row(id_, question, error=str(error))
