"""The list of sources that a model likes to write at the end of its reply."""

import re
from typing import Literal

from answer.writing.marks import NOUN

NAMES = ("sources", "references", "citations", "footnotes", "works cited", "bibliography")
ANY = rf"(?:{'|'.join(NAMES)})(?: used| cited)?"

HEADING = re.compile(rf"(?:{ANY}|source|reference|citation)\s*:?[\s.]*", re.IGNORECASE)
"""`References`, alone on its line."""

BEGINS = re.compile(rf"{ANY}\s*:", re.IGNORECASE)
"""`Sources: A title, …`."""

NO_WORDS = re.compile(r"<[^<>]{0,40}(?:>|$)|(?:[^\w<]|_)+|<")
"""What stands between words; a tag, too, even where it is not written to its end."""

ENTRY = re.compile(rf"[\s>]*(?:[-*+•|\"“_{NOUN}]|\(?\d+[.)]|https?:)")


def may_begin(line: str) -> bool:
    """Whether a line that goes on may still name nothing but sources: "Sourc", "Sources: [1]"."""
    words = NO_WORDS.sub(" ", line).strip().casefold()
    return any(f"{name} {more}".startswith(words) for name in NAMES for more in ("used", "cited"))


class SourceList:
    """Tells which lines of a reply belong to such a list.

    It goes on to a blank line, and after that as long as the lines look like its entries.
    """

    def __init__(self) -> None:
        self._state: Literal["none", "begun", "on", "paused"] = "none"

    def __bool__(self) -> bool:
        """Whether one has begun and may go on."""
        return self._state != "none"

    def begin(self, text: str) -> bool:
        """Whether a sentence begins such a list; then it goes on with what follows."""
        if HEADING.fullmatch(text):
            self._state = "begun"
        elif BEGINS.match(text):
            self._state = "on"
        else:
            return False
        return True

    def pause(self) -> None:
        """Takes a blank line."""
        if self._state == "on":
            self._state = "paused"

    def holds(self, line: str) -> bool:
        """Whether a line that is not blank belongs to it."""
        if self and (self._state != "paused" or ENTRY.match(line)):
            self._state = "on"
        else:
            self._state = "none"
        return bool(self)
