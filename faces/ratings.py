"""What people think of answers: thumbs with a reason, each a line of a file."""

import json
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from errors import BadInput

RATINGS = "ratings.jsonl"


class Rating(BaseModel):
    """A thumb on an answer, with a reason if there is one.

    `answer` is the id of the answer: of an answer record, or of an entry of the FAQ.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    answer: str = Field(min_length=1, max_length=200)
    question: str = Field(max_length=4_000)
    thumb: Literal["up", "down"]
    reason: str = Field("", max_length=4_000)
    kind: Literal["corpus", "faq"] = "corpus"


class Ratings:
    """The ratings of a data folder; any number of threads may add to them."""

    def __init__(self, folder: Path) -> None:
        self._path, self._lock = folder / RATINGS, Lock()

    def add(self, rating: Rating) -> None:
        """Write a rating down, with the time. Raises BadInput when the file cannot be written."""
        time = datetime.now(UTC).isoformat(timespec="seconds")
        line = json.dumps({"time": time, **rating.model_dump()}) + "\n"
        try:
            # one write of a whole line: no reader and no other process meets half of one
            with self._lock, self._path.open("a", encoding="ascii") as file:
                file.write(line)
        except OSError as error:
            raise BadInput(
                f"{self._path}: the rating cannot be kept ({error.strerror}): see to that folder"
            ) from error
