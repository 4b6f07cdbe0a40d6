"""What a page says about where a quotation on it is from: by a link, a title, or a name."""

import re
from collections.abc import Sequence

from index.pages import thread_of
from index.sameness import bare_words
from ingest.document import UNNAMED, Document
from ingest.names import FULL_NAME

LEAD = 250
"""Characters before a quotation that may say where it is from."""

IN_HANDLE = 4
"""Letters of a name that say something where they are part of a user name."""

ADDRESS = re.compile(r"https?://[^\s()\[\]<>\"]+")
CAPITALISED = re.compile(r"\b[^\W\d_a-z][\w’'-]{2,}")
MARKS = ("“", '"', "‘", "«", "„", "'")
REFERENCE = re.compile(r"(?:\(?\b\d{4}[a-z]?\)?[.,:]?|\bet al\.,?)\s*$")
"""What stands before the title of a paper."""

LEADING_IN = re.compile(r":[\W_]*$")


class Pointers:
    """The lead-in of a quotation, and the quotation, which may end in its source."""

    def __init__(self, document: Document, start: int, end: int) -> None:
        self._segment = document.segment_at(start)
        self._url = document.url
        before = document.text[max(0, start - LEAD) : start].rstrip()
        self._lead = before[before.rfind("\n") + 1 :]
        self.reference = REFERENCE.search(self._lead) is not None
        self.block = not document.text[start:end].lstrip().startswith(MARKS)
        self._text = self._lead + document.text[start:end]

    def name(self, document: Document, writers: tuple[str, ...]) -> bool:
        """Whether they name a document, its site, or somebody who wrote it."""
        if self._speaker:
            site = "".join(bare_words(document.url or ""))
            known = (*writers, site, document.title or "")
            return any(same_name(self._speaker, name) for name in known)
        return self._links_to(document) or self._titled(document) or self._mentions(writers)

    def name_others(self, document: Document, writers: tuple[str, ...]) -> bool:
        """Whether they name somebody, and nothing of a document or of those who wrote it."""
        somebody = self._speaker or re.search(FULL_NAME, self._lead)
        return bool(somebody) and not self.name(document, writers)

    @property
    def _speaker(self) -> str | None:
        return None if self._segment.speaker == UNNAMED else self._segment.speaker

    def _links_to(self, document: Document) -> bool:
        page = thread_of(document.url)
        linked = (found.group() for found in ADDRESS.finditer(self._text))
        return page is not None and page in map(thread_of, (self._url, *linked))

    def _titled(self, document: Document) -> bool:
        title = bare_words(document.title or "")
        return len(title) > 1 and f" {' '.join(title)} " in f" {' '.join(bare_words(self._text))} "

    def _mentions(self, writers: tuple[str, ...]) -> bool:
        said = {found.group() for found in CAPITALISED.finditer(self._lead)}
        return any(same_name(word, name) for word in said for name in writers)


def led_in(text: str, start: int) -> bool:
    """Whether what stands before a place leads in somebody's words: "She said:"."""
    return LEADING_IN.search(text[max(0, start - 40) : start]) is not None


def same_name(one: str, other: str) -> bool:
    """Whether two names may be one: "Christiano", "paulfchristiano" and "Paul Christiano"."""
    mine, theirs = bare_words(one), bare_words(other)
    together = "".join(mine) == "".join(theirs)
    return together or _part_of(mine, theirs) or _part_of(theirs, mine)


def _part_of(part: Sequence[str], whole: Sequence[str]) -> bool:
    handle = whole[0] if len(whole) == 1 else ""
    return bool(part) and all(
        word in whole or (len(word) >= IN_HANDLE and word in handle) for word in part
    )
