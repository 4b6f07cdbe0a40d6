"""The citations of a turn → the column beside its text, by author."""

from html import escape
from itertools import groupby

from answer.record import Citation
from faces.chat import cards
from faces.chat.turn import Turn
from faces.pages.shell import document_address
from index.passage import readable
from ingest.document import UNNAMED


def sources(turn: Turn) -> str:
    """The column, in the order of the markers."""
    if not turn.citations:
        return ""
    count = len(turn.citations)
    groups = "".join(_group(turn, list(group)) for _, group in groupby(turn.citations, _by_voice))
    return (
        f'<details class="sources"><summary>{count} source{"s" if count > 1 else ""}</summary>'
        f"<div>{groups}</div></details>"
    )


def _by_voice(citation: Citation) -> tuple[str, str]:
    """What is one author's; unnamed people are one only within a document."""
    voice = cards.voice(citation)
    named = citation.authors or citation.speaker not in (None, UNNAMED)
    return voice, "" if named else citation.document


def _group(turn: Turn, citations: list[Citation]) -> str:
    first = citations[0]
    entries = "".join(_entry(turn, citation) for citation in citations)
    quoted = ", quoted" if first.speaker not in (None, UNNAMED) else ""
    return f"<section><h3>{cards.heading(first, turn.people)}{quoted}</h3>{entries}</section>"


def _entry(turn: Turn, citation: Citation) -> str:
    place = document_address(citation.document, citation.start, citation.end)
    return (
        f'<button class="source" type="button" data-card="{turn.id(citation)}"'
        f' aria-haspopup="dialog"><span class="n">{citation.n}</span>'
        f'<span class="excerpt">{escape(readable(citation.quote))}</span></button>'
        f'<a class="place" href="{escape(place)}" target="_blank"'
        f' title="the whole text">{escape(cards.place(citation))}</a>'
    )
