"""An answer on the command line: what is being done stands on standard error until it is there."""

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from answer.events import Event, Status
from answer.record import Answer

WIDTH = 60
"""Characters of what a language model is writing that are shown."""


def followed(events: Iterable[Event]) -> Answer:
    """The answer that a stream of events ends in; on a terminal, with what is done until then."""
    console = Console(stderr=True)
    if not console.is_terminal:
        *_, answer = events
    else:
        with console.status("") as line:
            for answer in events:
                if isinstance(answer, Status):
                    line.update(Text(f"{answer.text} {answer.unchecked[-WIDTH:]}"))
    assert isinstance(answer, Answer)
    return answer
