"""The citations of an answer → the works that they are of, each once, as they may be cited.

A page that others have written on too is not the work of everybody who is quoted from it: their
part then says that it stands in that page.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from answer.names import WORD
from answer.record import Citation
from faces.chat.cards import address, line
from ingest.archive import Archive
from ingest.document import Document, Segment

YEAR = re.compile(r"[0-9]{4}(?![0-9])")


@dataclass(frozen=True, slots=True)
class Work:
    """What can be cited; `within` is the page that it is a part of, where it is not all of it."""

    key: str
    authors: tuple[str, ...]
    title: str
    within: str | None = None
    date: str | None = None
    url: str | None = None

    @property
    def year(self) -> str:
        """The year of its date, or nothing where this begins with none."""
        found = YEAR.match(self.date or "")
        return found.group() if found else ""


def works(citations: Iterable[Citation], archive: Archive) -> list[Work]:
    """The works in the order of the citations."""
    found: dict[tuple[object, ...], Work] = {}
    for citation in citations:
        work = _work(citation, archive.document(citation.document))
        found.setdefault((citation.document, work.authors, work.within, work.url), work)
    return list(_with_keys(found.values()))


def _work(citation: Citation, document: Document | None) -> Work:
    title = line(citation.title or citation.path or citation.source_id or citation.document)
    url, date = address(citation.url), citation.date
    if citation.speaker:  # the words of somebody who is quoted: the work is the quoting page's
        own = _owners(document) if document else ()
        return Work("", own, title, None, document.date if document else date, url)
    if document is None or citation.authors != _owners(document):
        return Work("", citation.authors, f"Words in “{title}”", title, date, url)
    return Work("", citation.authors, title, None, date, url)


def _owners(document: Document) -> tuple[str, ...]:
    """Whose page it is: the only ones who write there, or those whom its head names first."""
    own = [part for part in document.segments if part.writers]
    if not own:
        return ()
    alone = len({part.writers for part in own}) == 1 and not _unnamed(document.segments)
    named = own[0].basis in ("metadata", "byline", "registry") and own[0].permalink is None
    return own[0].writers if alone or named else ()


def _unnamed(parts: Iterable[Segment]) -> bool:
    """Whether somebody writes there who is not named."""
    return any(part.several and not part.speaker for part in parts)


def _with_keys(found: Iterable[Work]) -> Iterator[Work]:
    """The works with keys such as lindqvist2024, no two alike."""
    taken: set[str] = set()
    for work in found:
        words = WORD.findall(work.authors[0] if work.authors else work.title) or ["work"]
        plain = "".join(letter for letter in words[-1].casefold() if letter.isascii()) or "work"
        key = first = plain + work.year
        count = 1
        while key in taken:
            count += 1
            key = f"{first}-{count}"
        taken.add(key)
        yield replace(work, key=key)
