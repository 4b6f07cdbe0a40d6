"""A citation → the card behind its marker: the words in their place, who wrote them, where.

Whatever comes out of a document is text here: it is escaped, never HTML and never Markdown.
"""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from urllib.parse import urlsplit

from answer.compose import listed
from answer.dates import written
from answer.record import Citation
from faces.chat.surroundings import surroundings, unchanged
from faces.pages.shell import document_address
from faces.render import BASES, quoted
from ingest.document import UNNAMED, Document, Segment

NOBODY = "unnamed author"
SEVERAL = "several people speak on this page; it names none of them"
CLOSE = '<button class="close" type="button" aria-label="close">×</button>'
Cards = Mapping[str, str]
"""The ids of the cards about authors, by the names of these."""


def card(
    citation: Citation,
    document: Document | None,
    id_: str,
    people: Cards,
    elsewhere: Sequence[str] = (),
) -> str:
    """The card of a citation, closed until its marker is pointed at."""
    part = segment(citation, document)
    grounds = escape(basis(citation, part))
    return (
        f'<div class="card" id="{id_}" popover tabindex="-1" role="dialog"'
        f' aria-label="citation {citation.n}, {escape(voice(citation))}">{CLOSE}'
        f'<p class="who"><b>{heading(citation, people)}</b>'
        f" <span>{manner(citation, part, people)}</span></p>"
        f"{f'<p>{grounds}</p>' if grounds else ''}<p>{_where(citation, part)}</p>"
        f'<div class="words" tabindex="0">{surroundings(citation, document)}</div>'
        f'<div class="foot">{_also(elsewhere)}{_links(citation, part)}</div></div>'
    )


def segment(citation: Citation, document: Document | None) -> Segment | None:
    """The part of the document that the words lie in, if they still do."""
    if document is None or not unchanged(citation, document):
        return None
    return document.segment_at(citation.start)


def voice(citation: Citation) -> str:
    """Whose words they are, in a few words."""
    if citation.speaker:
        return quoted(citation.speaker)
    return listed(citation.authors) or NOBODY


def heading(citation: Citation, people: Cards) -> str:
    """Whose words they are, with the way to the cards about those who wrote them."""
    if citation.authors and not citation.speaker:
        return names(citation.authors, people)
    name = citation.speaker
    return escape(name) if name and name != UNNAMED else voice(citation).capitalize()


def manner(citation: Citation, part: Segment | None, people: Cards) -> str:
    """Whether the words are their own, else who quotes them."""
    if not citation.speaker:
        return "in their own words" if citation.authors else ""
    if part is None:
        return "quoted"
    if not part.authors:
        return "quoted on a page that does not name its author"
    return f"quoted by {names([author.name for author in part.authors], people)}"


def names(of: Iterable[str], people: Cards) -> str:
    """Names, each the way to the card about its author if there is one."""
    return listed([_name(name, people.get(name)) for name in of])


def _name(name: str, id_: str | None) -> str:
    if id_ is None:
        return escape(name)
    return (
        f'<button class="name" type="button" data-card="{id_}" aria-haspopup="dialog"'
        f' title="about {escape(name)}">{escape(name)}</button>'
    )


def basis(citation: Citation, part: Segment | None) -> str:
    """On what it rests that they are theirs, in plain words with the words themselves."""
    evidence = citation.attribution.evidence
    words = f"“{line(evidence.text)}”" if evidence else ""
    if part and part.several:
        return SEVERAL
    if citation.speaker == UNNAMED:
        return "the page does not say whose words they are"
    if citation.speaker:
        return words and f"named by the words {words}"
    plain = BASES[citation.attribution.basis]
    tells = evidence is not None and evidence.text not in citation.authors
    return f"{plain}: {words}" if tells else plain


def place(citation: Citation) -> str:
    """The document in a line: its title or else its path, and its date."""
    title = citation.title or citation.path or citation.source_id or citation.document
    return " · ".join(filter(None, (line(title), written(citation.date))))


def address(url: str | None) -> str | None:
    """An address, if it is one of the web."""
    try:
        return url if url and urlsplit(url).scheme in ("http", "https") else None
    except ValueError:  # such as http://[bad
        return None


def line(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())


def _where(citation: Citation, part: Segment | None) -> str:
    under = f" · under “{escape(line(citation.heading))}”" if citation.heading else ""
    path = citation.path or ""
    source = f" · {escape(citation.source)}" if citation.source != "file" else ""
    file = f'<br><span class="path">{escape(path)}</span>' if citation.title and path else ""
    karma = f" · {part.karma:,} karma" if part and part.karma is not None else ""
    return f"{escape(place(citation))}{karma}{under}{source}{file}"


def _also(elsewhere: Sequence[str]) -> str:
    return f"<p>also at {escape('; '.join(elsewhere))}</p>" if elsewhere else ""


def _links(citation: Citation, part: Segment | None) -> str:
    """Where the words can be read: in the whole text here, if they still stand there, and there."""
    links = []
    if part:
        here = escape(document_address(citation.document, citation.start, citation.end))
        links.append(f'<a href="{here}" target="_blank">Read the whole text</a>')
    if url := address(citation.link or citation.url):
        host = escape(urlsplit(url).hostname or "the page")
        outside = f'href="{escape(url)}" target="_blank" rel="noopener noreferrer"'
        links.append(f"<a {outside}>these words at {host}</a>")
    return f"<p>{' · '.join(links)}</p>" if links else ""
