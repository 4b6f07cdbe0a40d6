"""What stampy-chat's front ends show of a source, and text as they take it: HTML and Markdown."""

import re
from collections.abc import Mapping, Sequence
from html import unescape
from typing import Any

from answer.record import Citation, Value
from faces.chat import cards
from faces.http.citing import address, title, who
from faces.pages.shell import document_address
from faces.render import quoted
from index.hit import Hit

ACTIVE = re.compile(r"[&<>\[\]`*_~$!\\#|]")
"""What one front end would take for HTML, another for Markdown or a formula."""
MARKERS = re.compile(r"(?: \[\d+\])*$")


class Block(Value):
    """A source: `reference` is its number in the text, `text` the very words.

    `date` and `source` are what the front ends show and the original never fills.
    """

    id: str
    reference: str
    date_published: str
    date: str
    authors: tuple[str, ...]
    title: str
    url: str
    source: str
    tags: tuple[str, ...] = ()
    text: str
    citation: Citation | None = None


def of_citation(citation: Citation, base: str) -> Block:
    """A citation; each has an id of its own, so that each shows its own words."""
    day = (citation.date or "")[:10]
    return Block(
        id=f"{citation.document}:{citation.start}", reference=str(citation.n),
        date_published=day, date=day, authors=tuple(who(citation)), title=title(citation),
        url=address(citation, base), source=citation.source, text=citation.quote,
        citation=citation,
    )  # fmt: skip


def of_hit(number: int, hit: Hit, base: str) -> Block:
    """A passage that was found."""
    document, passage = hit.document, hit.passage
    day = (hit.segment.date or document.date or "")[:10]
    here = base + document_address(document.id, passage.start, passage.end)
    speaker = hit.segment.speaker
    return Block(
        id=f"{document.id}:{passage.start}", reference=str(number), date_published=day, date=day,
        authors=(quoted(speaker),) if speaker else hit.segment.writers,
        title=document.title or document.path or document.id,
        url=cards.address(hit.segment.permalink or document.url) or here, source=document.source,
        text=hit.text,
    )  # fmt: skip


def shown(text: str) -> str:
    """Words that stay what they are wherever they are shown; the markers behind them stay marks."""
    end = MARKERS.search(text)
    at = end.start() if end else len(text)
    return ACTIVE.sub(lambda found: f"&#{ord(found.group())};", text[:at]) + text[at:]


def said(history: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Messages as we gave them out: their words as they were, with what they cited."""
    return [_said(message) for message in history]


def _said(message: Mapping[str, Any]) -> dict[str, Any]:
    content = message.get("content")
    if isinstance(content, str):
        return {**message, "content": unescape(content)}
    listed = content if isinstance(content, list) else []
    parts = [part for part in listed if isinstance(part, Mapping)]
    texts = [part.get("text") for part in parts if part.get("type") == "text"]
    text = "".join(unescape(text) for text in texts if isinstance(text, str))
    outputs = (part.get("ui_output") for part in parts)
    blocks = [one for output in outputs if isinstance(output, list) for one in output]
    cited = [one["citation"] for one in blocks if isinstance(one, Mapping) and one.get("citation")]
    return {"role": message.get("role"), "content": text, "citations": cited}
