"""Where quotation marks close, found in one pass over the text."""

import re
from collections import deque

LONGEST = 12_000
"""Characters within which a quotation mark is closed again, or else it was a stray one."""

MARK = re.compile(r'[“”„«»"‘’\n]')
IN_LINE = {"„": "„", "«": "«", '"': '"', "‘": "‘"}
CLOSES = {"”": "„", "“": "„", "»": "«"}
"""Marks that close one which is opened on the same line."""


def closings(text: str, start: int, end: int) -> dict[int, int]:
    """Each opening mark between two places, with the place behind the mark that closes it.

    “ may hold others of its kind and go on over paragraphs, each of which may open with it again.
    """
    found: dict[int, int] = {}
    nested: deque[list[int]] = deque()
    waiting: dict[str, list[int]] = {"„": [], "«": [], '"': [], "‘": []}
    for mark in MARK.finditer(text, start, end):
        place, sign = mark.start(), mark.group()
        while nested and place - nested[0][0] >= LONGEST:
            nested.popleft()
        if sign == "\n":
            waiting = {kind: [] for kind in waiting}
            continue
        closed = _closed(text, mark.span(), sign)
        if closed and waiting[closed]:
            found |= {at: mark.end() for at in waiting[closed] if place - at < LONGEST}
            waiting[closed] = []
        elif sign == "“":
            again = nested and text[place - 1 : place] == "\n"
            nested[-1].append(place) if again else nested.append([place])
        elif sign == "”" and nested:
            found |= dict.fromkeys(nested.pop(), mark.end())
        if sign in waiting:
            waiting[sign].append(place)
    return found


def _closed(text: str, span: tuple[int, int], sign: str) -> str | None:
    """Which kind of mark that waits on its line this one closes."""
    before, after = text[span[0] - 1 : span[0]], text[span[1] : span[1] + 1]
    if sign == '"':
        return '"' if before.strip() and not after.isalnum() else None
    if sign == "’":
        return "‘" if before in tuple(".,!?…") and not after.isalnum() else None
    return CLOSES.get(sign)
