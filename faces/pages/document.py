"""A document → its page: the whole text, whose words each part is, and the cited words marked.

Whatever comes out of a document is text here: it is escaped, never HTML and never Markdown.
"""

from collections.abc import Iterator
from html import escape

from answer.compose import listed
from answer.dates import written
from faces.chat.cards import SEVERAL, address, line
from faces.pages.shell import SAID, author_link, shell
from faces.render import BASES
from ingest.document import UNNAMED, Document, Segment

MOST_AUTHORS = 12
"""Names at the head of a page; a thread may have hundreds."""
Span = tuple[int, int]


def document_page(document: Document, said: Span | None) -> str:
    """The page of a document, with the words from `start` to `end` marked."""
    title = line(document.title or document.path or document.source_id or document.id)
    gone = (
        '<p class="gone">The words that were asked for are not at this place: the document may have'
        " changed since.</p>"
        if said and not _stands(said, document)
        else ""
    )
    text = "".join(_blocks(document, said if not gone else None))
    return shell(title, f"<h1>{escape(title)}</h1>{_head(document)}{gone}<article>{text}</article>")


def _stands(said: Span, document: Document) -> bool:
    return 0 <= said[0] < said[1] <= len(document.text)


def _head(document: Document) -> str:
    """Who wrote it, on what basis, when, and where it is on the web."""
    names = dict.fromkeys(name for part in document.segments for name in part.writers)
    shown = [author_link(name) for name in list(names)[:MOST_AUTHORS]]
    more = f" and {len(names) - MOST_AUTHORS} others" if len(names) > MOST_AUTHORS else ""
    by = f"by {', '.join(shown)}{more}" if shown else "the source does not name its author"
    facts = [by, escape(written(document.date)), escape(document.source)]
    if document.title and document.path:
        facts.append(escape(document.path))
    if url := address(document.url):
        facts.append(f'<a href="{escape(url)}" rel="noopener noreferrer">the original page</a>')
    return f'<p class="facts">{" · ".join(filter(None, facts))}</p>{_grounds(document)}'


def _grounds(document: Document) -> str:
    """On what it rests that they are the author, where a page has only one."""
    voices = {part.writers for part in document.segments if part.writers}
    first = next((part for part in document.segments if part.writers), None)
    if first is None or len(voices) > 1:
        return ""
    words = f": “{escape(line(first.evidence.text))}”" if first.evidence else ""
    return f'<p class="facts">{escape(BASES[first.basis])}{words}</p>'


def _blocks(document: Document, said: Span | None) -> Iterator[str]:
    """The text in blocks; what begins within a line stays in the block of that line."""
    text, open_ = document.text, False
    told: tuple[object, ...] | None = None
    for part in document.segments:
        words = _marked(text, part, said)
        if part.start and text[part.start - 1] != "\n":
            yield f'<span class="{_kind(part)}"{_hint(part)}>{words}</span>'
            continue
        yield "</div>" if open_ else ""
        yield f'<div class="part {_kind(part)}">'
        open_ = True
        if part.signature:
            told = None
        elif _voice(part) != told and text[part.start : part.end].strip():
            told = _voice(part)
            yield f'<p class="voice">{_label(part)}</p>'
        yield words
    yield "</div>" if open_ else ""


def _voice(part: Segment) -> tuple[object, ...]:
    """What is the same for words of the same people; unnamed ones are so only within a part."""
    named = part.writers or part.speaker not in (None, UNNAMED)
    return (part.writers, part.speaker) if named else (part.start,)


def _kind(part: Segment) -> str:
    if part.signature:
        return "signature"
    if part.speaker:
        return "quotation"
    return "own" if part.writers else "unnamed"


def _hint(part: Segment) -> str:
    """What tells whose words stand within somebody else's line."""
    if not part.speaker:
        return ""
    return f' title="{escape(_quoted(part), quote=True)}"'


def _quoted(part: Segment) -> str:
    who = "somebody whom the page does not name" if part.speaker == UNNAMED else part.speaker
    by = listed([author.name for author in part.authors])
    return f"words of {who}, quoted" + (f" by {by}" if by else "")


def _label(part: Segment) -> str:
    """Whose words begin here."""
    if part.speaker:
        return escape(_quoted(part))
    if part.several:
        return escape(SEVERAL)
    if not part.writers:
        return escape(BASES["unknown"])
    when = f" · {escape(written(part.date))}" if part.date else ""
    url = address(part.permalink)
    link = f' · <a href="{escape(url)}" rel="noopener noreferrer">link</a>' if url else ""
    return f"{listed([author_link(name) for name in part.writers])}{when}{link}"


def _marked(text: str, part: Segment, said: Span | None) -> str:
    """The words of a part, those that are asked for marked; the first of them can be jumped to."""
    start, end = (max(part.start, said[0]), min(part.end, said[1])) if said else (0, 0)
    if said is None or start >= end:
        return escape(text[part.start : part.end])
    here = f' id="{SAID}" tabindex="-1" autofocus' if start == said[0] else ""
    return (
        f"{escape(text[part.start : start])}<mark{here}>{escape(text[start:end])}</mark>"
        f"{escape(text[end : part.end])}"
    )
