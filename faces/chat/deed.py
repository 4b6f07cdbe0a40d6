"""What a reader does with the conversation, as the page tells it: a line of JSON."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

LONGEST = 4_000_000
"""Characters; a browser keeps no more."""


class Deed(BaseModel):
    """Ask a question, show again what was kept, or begin anew.

    A question is asked in the place of turn `at` and of all after it, else behind all turns;
    `corpus` tells that no answer of the FAQ is wanted.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    do: Literal["ask", "restore", "new"] = "ask"
    question: str = ""
    wanted: str = Field("", max_length=10_000)
    at: int | None = Field(None, ge=1)
    corpus: bool = False
    turns: tuple[Any, ...] = ()


def read_deed(text: str) -> Deed | None:
    """The deed that a line tells, if it can be one."""
    if len(text) > LONGEST:
        return None
    try:
        return Deed.model_validate_json(text)
    except ValidationError:
        return None
