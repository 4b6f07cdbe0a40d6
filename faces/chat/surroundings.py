"""The quoted words marked in what stands around them, with whose words that is.

Whatever comes out of a document is text here: it is escaped, never HTML and never Markdown.
"""

from html import escape

from answer.compose import listed
from answer.record import Citation
from ingest.document import UNNAMED, Document, Segment

REACH = 400
"""Characters of the document to each side of the quoted words."""


def surroundings(citation: Citation, document: Document | None) -> str:
    """The words in their place; what others say there is set off, and named where it begins."""
    if document is None or not unchanged(citation, document):
        return (
            f"<mark>{escape(citation.quote)}</mark>"
            '<p class="gone">The document has changed since; this is what it said.</p>'
        )
    first, last = _reach(document.text, citation.start, citation.end)
    before = "… " if document.text[:first].strip() else ""
    after = " …" if document.text[last:].strip() else ""
    return before + _parts(citation, document, first, last) + after


def unchanged(citation: Citation, document: Document) -> bool:
    """Whether the document still says at this place what it said when it was cited."""
    return document.text[citation.start : citation.end] == citation.quote


def _reach(text: str, start: int, end: int) -> tuple[int, int]:
    """The part of a text to show around a place: cut between paragraphs, else between words."""
    first, last = max(0, start - REACH), min(len(text), end + REACH)
    if first:
        cut = text.find("\n", first, start - REACH // 2)
        first = min((cut if cut >= 0 else max(text.find(" ", first, start), first)) + 1, start)
    if last < len(text):
        cut = text.rfind("\n", end + REACH // 2, last)
        last = cut if cut >= 0 else max(text.rfind(" ", end, last), end)
    while first < start and text[first].isspace():
        first += 1
    return first, end + len(text[end:last].rstrip())


def _parts(citation: Citation, document: Document, first: int, last: int) -> str:
    """The stretch from first to last, part by part."""
    own = document.segment_at(citation.start)
    html, signed = "", False
    for part in document.segments:
        text = _marked(document.text, citation, max(first, part.start), min(last, part.end))
        if not text.strip() or _same_voice(part, own):
            html += text
        else:
            html += _other(text, "" if signed else _name(part))
        signed = part.signature and bool(text)
    return html


def _other(text: str, name: str) -> str:
    """Words of others, with their name where the words begin."""
    words = text.lstrip()
    return f'{text[: -len(words)]}<span class="other">{name}{words}</span>'


def _marked(text: str, citation: Citation, first: int, last: int) -> str:
    """A stretch of the text, the quoted words in it marked."""
    start, end = max(first, citation.start), min(last, citation.end)
    if start >= end:
        return escape(text[first:last])
    quoted = f"<mark>{escape(text[start:end])}</mark>"
    return escape(text[first:start]) + quoted + escape(text[end:last])


def _same_voice(part: Segment, other: Segment) -> bool:
    """Unnamed people are known to be one only within a part."""
    named = part.writers or part.speaker not in (None, UNNAMED)
    same = (part.writers, part.speaker) == (other.writers, other.speaker)
    return part is other or bool(named and same and not part.signature)


def _name(part: Segment) -> str:
    """Whose words begin here, where that is known; the page may say it in the line before."""
    name = listed(part.writers) or (part.speaker if part.speaker != UNNAMED else None)
    return f"<b>{escape(name)}</b>" if name and not part.signature else ""
