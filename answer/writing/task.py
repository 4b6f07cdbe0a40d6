"""What is to be written, and what has become of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from answer.checking.terms import Stems
from answer.citing import Citer, Numbers
from answer.finding import Wanted
from answer.people import Ordinary
from answer.writing.page import Page

Mode = Literal["default", "concise", "detailed", "plain"]
"""How much is written, and for whom."""

Unsupported = Literal["quote", "show"]
"""What becomes of a sentence that fails twice: what it cites is quoted, or it is shown."""


@dataclass(frozen=True, slots=True)
class Task:
    """A question with what was found for it, best first, and how it is cited.

    `stems` are those of a text's words, and `ordinary` tells which words are no names here.
    """

    question: str
    wanted: Sequence[Wanted]
    citer: Citer
    numbers: Numbers
    stems: Stems
    ordinary: Ordinary


@dataclass(frozen=True, slots=True)
class Written:
    """What has become of a task.

    `page` holds the sentences that were given out; none where nothing is fit to be. `notes` are
    what a reader should know of it, and `unfinished` tells that the model stopped half-way.
    """

    page: Page
    notes: tuple[str, ...] = ()
    unfinished: bool = False
