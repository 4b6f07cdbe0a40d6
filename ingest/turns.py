"""A page → the turns of a thread: who speaks from where to where, by their headers.

A header is believed where it is sure by itself, or where the page has more of its style. Names
before a colon are believed only where a conversation begins the page or an owner shows one:
glossaries, lists of pros and cons, and labels look the same.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.headers import Header, Style, headers
from ingest.names import is_full_name

COMMENT_STYLES: tuple[Style, ...] = ("aged", "stacked", "dated", "by", "handle")
"""Headers that forums put over comments: what follows is the words of the one they name."""

SPOKEN_STYLES: tuple[Style, ...] = ("chat", "label", "wrote")
"""Names that people write before what somebody says."""

OPENING_LINES = 3
"""A conversation begins within so many lines with words on them."""


@dataclass(frozen=True, slots=True)
class Turn:
    """From its header to the next: words of one person, or of a role that has no name."""

    header: Header
    end: int

    @property
    def start(self) -> int:
        """Where the header begins."""
        return self.header.start


def comments(text: str, start: int, end: int) -> list[Turn]:
    """The comments of a thread whose headers name those who wrote them."""
    return _turns(_believed(list(headers(text, start, end)), COMMENT_STYLES), end)


def conversation(text: str, start: int, end: int) -> list[Turn]:
    """The turns of a conversation that people wrote down, each behind a name."""
    found = [header for header in headers(text, start, end) if header.style in SPOKEN_STYLES]
    for style in SPOKEN_STYLES:
        same = [header for header in found if header.style == style]
        if style == "wrote":
            same = [header for header in same if not _quotes_next(text, header.end)]
        if same and (style == "chat" or _alternating(same)):
            return _turns(same, end)
    return []


def opens(text: str, turns: Sequence[Turn]) -> bool:
    """Whether a page begins with its conversation, but for a title."""
    before = text[: turns[0].start]
    return sum(bool(line.strip("\ufeff \t\r")) for line in before.splitlines()) < OPENING_LINES


def _believed(found: list[Header], styles: tuple[Style, ...]) -> list[Header]:
    believed: list[Header] = []
    for style in styles:
        same = [header for header in found if header.style == style]
        names = {header.name for header in same}
        loose = style in ("dated", "stacked") and not any(header.sure for header in same)
        if loose and not (len(names) > 1 and all(map(_like_a_name, names))):
            continue
        if len(same) > 1 or any(header.sure for header in same):
            believed += same
    return sorted(believed, key=lambda header: header.start)


def _like_a_name(name: str | None) -> bool:
    return name is not None and (is_full_name(name) or " " not in name)


def _alternating(found: Sequence[Header]) -> bool:
    """Whether people come back after others have spoken: A, B, A."""
    order = [
        header.name
        for number, header in enumerate(found)
        if not number or header.name != found[number - 1].name
    ]
    return len(set(order)) > 1 and max(Counter(order).values()) > 1


def _quotes_next(text: str, place: int) -> bool:
    return text[place:].lstrip().startswith((">", "“", '"'))


def _turns(found: Sequence[Header], end: int) -> list[Turn]:
    ends = [*(header.start for header in found), end][1:]
    return [Turn(header, last) for header, last in zip(found, ends, strict=True)]
