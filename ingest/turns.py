"""A page → the turns of a thread: who speaks from where to where, by their headers.

A header is believed where it is sure by itself, or where the page has more of its style. Names
before a colon are believed only where a conversation begins the page or an owner shows one:
glossaries, lists of pros and cons, and labels look the same.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from ingest.headers import Header, Style, headers
from ingest.names import is_full_name

COMMENT_STYLES: tuple[Style, ...] = ("aged", "stacked", "dated", "by", "posted", "handle")
"""Headers that forums put over comments: what follows is the words of the one they name."""

SPOKEN_STYLES: tuple[Style, ...] = ("chat", "label", "alone", "wrote")
"""Names that people write before what somebody says."""

COMING_BACK, MOSTLY_COMING_BACK = 0.3, 0.6
"""The share of turns that are by people who speak again: on a page that is a conversation, and in
one that an owner shows, where the words are the owner's unless it is clear that they are not."""

WORDS_PER_TURN = 5
"""How long turns are on average at the least."""

SPEAKING = re.compile(r"\b(?:I|you|your|me|my|we|us|our)\b|\?", re.IGNORECASE)
ADDRESSING = 0.3
"""The share of turns in which somebody speaks of themselves, speaks to another, or asks."""

FILLED = 0.5
"""The share of a page that lies before the last turn of the conversation that it is."""

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
    found = list(headers(text, start, end))
    believed: list[Header] = []
    for style in COMMENT_STYLES:
        same = [header for header in found if header.style == style]
        if style in ("aged", "stacked"):
            same = _with_points(same, text)
        same = _alike(same, text)
        if same and _commenting(_turns(same, end), text):
            believed += same
    return _turns(sorted(believed, key=lambda header: header.start), end)


def _with_points(found: list[Header], text: str) -> list[Header]:
    """Where headers have points, those alone that have them, or stand in a paragraph of their own.

    Points are hidden on young comments, and "I lived there 3 years ago" is no header.
    """
    if not any(header.sure for header in found):
        return found
    return [
        header if header.sure else replace(header, name=None)
        for header in found
        if header.sure or text[max(header.start - 3, 0) : header.start].endswith(("\n\n", "\n\r\n"))
    ]


def _alike(found: list[Header], text: str) -> list[Header]:
    """Headers with a bullet or a "#" are lists within a comment where others have none."""
    marked = [text[header.start] in "-•#" for header in found]
    if all(marked):
        return found
    pairs = zip(found, marked, strict=True)
    return [replace(header, name=None) if mark else header for header, mark in pairs]


def _commenting(turns: Sequence[Turn], text: str) -> bool:
    """Whether headers of one style stand over comments, and are not lines of a table or a list."""
    words = [len(text[turn.header.end : turn.end].split()) for turn in turns]
    fewest = 1 if turns[0].header.sure else WORDS_PER_TURN
    if sum(count >= fewest for count in words) * 2 < len(turns):
        return False
    if any(turn.header.sure for turn in turns):
        style = turns[0].header.style  # "Posted by" once is a byline
        return len(turns) > 1 or style == "by" or (style != "posted" and _opens(text, turns))
    names = [turn.header.name for turn in turns if _like_a_name(turn.header.name)]
    if len(set(names)) < 2 or len(names) < MOSTLY_COMING_BACK * len(turns):
        return False
    return len(set(names)) < len(names) or (
        all(turn.header.bold for turn in turns) and not _share_a_word(set(names))
    )


def _share_a_word(names: Iterable[str | None]) -> bool:
    """Whether different names have a word in common: "Berlin Meetup", "London Meetup"."""
    count = Counter(word for name in names if name for word in set(name.casefold().split()))
    return max(count.values(), default=0) > 1


def conversation(text: str, start: int, end: int) -> list[Turn]:
    """The turns of a conversation that a page is: labels that are no names end a turn all the same.

    Empty when the page does not begin with one, or goes on with something else.
    """
    for turns in _spoken(text, start, end):
        fills = turns[-1].start - start >= FILLED * (end - start)
        if fills and _opens(text, turns) and _conversing(turns, text, COMING_BACK):
            return _ended(_turns(_trusted([turn.header for turn in turns], text), end), text)
    return []


def shown(text: str, start: int, end: int) -> list[Turn]:
    """The turns of a conversation that a page shows, by those who speak again."""
    for turns in _spoken(text, start, end):
        if turns[0].header.style == "chat":
            return _ended(turns, text)
        if _conversing(turns, text, MOSTLY_COMING_BACK):
            again = _trusted([turn.header for turn in turns], text)
            return _ended(_turns([header for header in again if header.name], end), text)
    return []


def _ended(turns: list[Turn], text: str) -> list[Turn]:
    """The turns, the last one no longer than the longest before it: nothing says where it ends."""
    if len(turns) < 2:
        return turns
    longest = max(text[turn.start : turn.end].rstrip().count("\n") for turn in turns[:-1])
    lines = re.compile(rf"(?:[^\n]*\n){{0,{longest}}}[^\n]*(?<!\n)")
    last = turns[-1]
    found = lines.match(text, last.start, last.end)
    end = found.end() if found else last.end
    return [*turns[:-1], Turn(last.header, max(end, last.header.end))]


def _spoken(text: str, start: int, end: int) -> Iterator[list[Turn]]:
    """All turns of each style that people write down."""
    found = list(headers(text, start, end))
    for style in SPOKEN_STYLES:
        if same := [header for header in found if header.style == style]:
            yield _turns(same, end)


def _trusted(found: Sequence[Header], text: str) -> list[Header]:
    """The headers, with the names of those alone who speak again, or are named like them in full.

    Who "writes:" before a quotation may be the author of the quotation.
    """
    whole = _whole_names(found)
    count = Counter(whole[header.label] for header in found)
    again = {header.name for header in found if header.name and count[whole[header.label]] > 1}
    in_full = sum(map(is_full_name, again)) > 1

    def trusted(header: Header) -> bool:
        known = header.name in again or (in_full and is_full_name(header.name or ""))
        return known and not (header.style == "wrote" and _quotes_next(text, header.end))

    return [header if trusted(header) else replace(header, name=None) for header in found]


def _opens(text: str, turns: Sequence[Turn]) -> bool:
    """Whether a page begins with its conversation, but for a title."""
    before = text[: turns[0].start]
    return sum(bool(line.strip("\ufeff \t\r")) for line in before.splitlines()) < OPENING_LINES


def _like_a_name(name: str | None) -> bool:
    return name is not None and (is_full_name(name) or " " not in name)


def _whole_names(found: Sequence[Header]) -> dict[str, str]:
    """Each label with the name that it stands for: "Jane" for "Jane Doe" where both are there."""
    labels = {header.label for header in found}
    full: dict[str, set[str]] = defaultdict(set)
    for label in filter(is_full_name, labels):
        for word in label.split():
            full[word].add(label)
    return {label: min(full[label]) if len(full[label]) == 1 else label for label in labels}


def _conversing(turns: Sequence[Turn], text: str, share: float) -> bool:
    """Whether people come back after others have spoken, in sentences: A, B, A.

    Labels of a list come but once ("Germany: 54"), or in the same order again and again
    ("Example: … Exercise: … Solution: …").
    """
    whole = _whole_names([turn.header for turn in turns])
    order = [name for name, _ in groupby(whole[turn.header.label] for turn in turns)]
    count = Counter(order)
    back = [name for name in order if count[name] > 1]
    cycle = len(count) > 2 and all(
        name == order[number % len(count)] for number, name in enumerate(order)
    )
    said = [text[turn.header.end : turn.end] for turn in turns]
    return (
        len(count) > 1
        and len(back) >= share * len(order)
        and not cycle
        and sum(len(words.split()) for words in said) >= WORDS_PER_TURN * len(turns)
        and sum(bool(SPEAKING.search(words)) for words in said) >= ADDRESSING * len(turns)
    )


def _quotes_next(text: str, place: int) -> bool:
    return text[place:].lstrip().startswith((">", "“", '"'))


def _turns(found: Sequence[Header], end: int) -> list[Turn]:
    ends = [*(header.start for header in found), end][1:]
    return [Turn(header, last) for header, last in zip(found, ends, strict=True)]
