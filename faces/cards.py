"""A citation → the card behind its marker: the words in their place, who wrote them, where.

Whatever comes out of a document is text here: it is escaped, never HTML and never Markdown.
"""

from calendar import month_name
from datetime import date
from html import escape
from urllib.parse import urlsplit

from answer.compose import listed
from answer.record import Citation
from faces.render import BASES
from ingest.document import UNNAMED, Document

NOBODY = ("unnamed author", "unnamed speaker")
REACH = 400
"""Characters of the document to each side of the quoted words."""
PLACES = 5
"""So many other places are named; of more, how many more there are."""


def card(citation: Citation, document: Document | None, id_: str) -> str:
    """The card of a citation, closed until its marker is pointed at."""
    name, person = escape(voice(citation)), escape(heading(citation))
    return (
        f'<div class="card" id="{id_}" popover tabindex="-1" role="dialog"'
        f' aria-label="citation {citation.n}, {name}">'
        f'<button class="close" type="button" aria-label="close">×</button>'
        f'<p class="who"><b>{person}</b> <span>{escape(basis(citation))}</span></p>'
        f'<p class="where">{_where(citation)}</p>'
        f'<div class="words">{words(citation, document)}</div>'
        f'<div class="foot">{_also(citation)}{_link(citation)}</div></div>'
    )


def voice(citation: Citation) -> str:
    """Whose words they are, in a few words."""
    if citation.speaker == UNNAMED:
        return NOBODY[1]
    return citation.speaker or listed(citation.authors) or NOBODY[0]


def heading(citation: Citation) -> str:
    """Whose words they are, as a heading has it; a name is left as it is."""
    name = voice(citation)
    return name.capitalize() if name in NOBODY else name


def basis(citation: Citation) -> str:
    """On what it rests that they are theirs, in plain words."""
    if citation.speaker:
        by = f"quoted by {listed(citation.authors)}" if citation.authors else "quoted on this page"
        return f"{by}, which does not say who speaks" if citation.speaker == UNNAMED else by
    plain = BASES[citation.attribution.basis]
    evidence = citation.attribution.evidence
    tells = evidence is not None and evidence.text not in citation.authors
    return f"{plain}: “{_line(evidence.text)}”" if evidence and tells else plain


def place(citation: Citation) -> str:
    """The document in a line: its title or else its path, and its date."""
    title = citation.title or citation.path or citation.source_id or citation.document
    return " · ".join(filter(None, (_line(title), day(citation.date))))


def day(iso: str | None) -> str:
    """An ISO 8601 date as people write it, no more precise than it is given."""
    if not iso:
        return ""
    try:
        if len(iso) == 7:
            return f"{month_name[int(iso[5:])]} {iso[:4]}"
        when = date.fromisoformat(iso[:10])
    except (ValueError, IndexError):
        return iso
    return f"{when.day} {month_name[when.month]} {when.year}"


def words(citation: Citation, document: Document | None) -> str:
    """The quoted words marked in what stands around them; others' words are set off."""
    if document is None or document.text[citation.start : citation.end] != citation.quote:
        return (
            f"<mark>{escape(citation.quote)}</mark>"
            '<p class="gone">The document has changed since; this is what it said.</p>'
        )
    text, start, end = document.text, citation.start, citation.end
    first, last = _surroundings(text, start, end)
    own = next((part for part in document.segments if part.start <= start < part.end), None)
    own_first, own_last = (max(own.start, first), min(own.end, last)) if own else (first, last)
    return (
        ("… " if text[:first].strip() else "")
        + _other(text[first:own_first])
        + escape(text[own_first:start])
        + f"<mark>{escape(text[start:end])}</mark>"
        + escape(text[end:own_last])
        + _other(text[own_last:last])
        + (" …" if text[last:].strip() else "")
    )


def address(citation: Citation) -> str | None:
    """Where the words can be read on the web, if that is an address of the web."""
    url = citation.link or citation.url
    return url if url and urlsplit(url).scheme in ("http", "https") else None


def _surroundings(text: str, start: int, end: int) -> tuple[int, int]:
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


def _other(text: str) -> str:
    return f'<span class="other">{escape(text)}</span>' if text else ""


def _where(citation: Citation) -> str:
    under = f" · under “{escape(_line(citation.heading))}”" if citation.heading else ""
    path = citation.path or ""
    source = f" · {escape(citation.source)}" if citation.source != "file" else ""
    file = f'<br><span class="path">{escape(path)}</span>' if citation.title and path else ""
    return f"{escape(place(citation))}{under}{source}{file}"


def _also(citation: Citation) -> str:
    if not citation.also:
        return ""
    paths = list(dict.fromkeys(other.path or other.document for other in citation.also))
    more = f" and {len(paths) - PLACES} more" if len(paths) > PLACES else ""
    return f"<p>also at {escape(', '.join(paths[:PLACES]))}{more}</p>"


def _link(citation: Citation) -> str:
    url = address(citation)
    if not url:
        return ""
    host = escape(urlsplit(url).hostname or "the page")
    return (
        f'<p><a href="{escape(url)}" target="_blank" rel="noopener noreferrer">'
        f"Read these words at {host}</a></p>"
    )


def _line(text: str) -> str:
    return " ".join(text.split())
