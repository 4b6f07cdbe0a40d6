"""The FAQ on other pages: the script that makes a box there, and a page to show in a frame."""

import gzip
import json
from base64 import b64encode
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import quote

from fastapi import APIRouter, Header, Query
from fastapi.responses import HTMLResponse, Response
from pydantic import Field

from answer.faq.entry import Entry
from answer.faq.faq import Faq
from answer.faq.markup import html
from answer.record import Value
from faces.library import Library
from settings import Settings

PARTS = Path(__file__).parent / "widget"
SCRIPTS = (
    "dom", "server", "answer", "thumbs", "glossary", "suggestions", "box", "start",
)  # fmt: skip
"""The files that the script is made of, in their order."""

STYLE = "html,body{margin:0;background:transparent}noscript{font:1rem/1.5 system-ui,sans-serif}"
POLICY = (
    "default-src 'none'; script-src 'self'; connect-src 'self'; base-uri 'none';"
    " form-action 'self'; style-src 'sha256-{}'; frame-ancestors {}"
)


class Framed(Value):
    """What the address of the frame says, by the names of aisafety.info; flags need no value."""

    embed: str | None = None
    placeholder: str = Field("", max_length=200)
    theme: Literal["", "light", "dark"] = ""
    lang: str = Field("", max_length=20)
    showInitial: str | None = None  # noqa: N815  # as others name it
    onlyInitial: str | None = None  # noqa: N815
    showDetails: str | None = None  # noqa: N815
    q: str = Field("", max_length=4_000)
    state: str = Field("", max_length=100)
    limit: int = Field(5, ge=1, le=20)


def routes(library: Library, settings: Settings) -> APIRouter:
    """The script and the page; the origins of the settings may show it in a frame."""
    router = APIRouter(include_in_schema=False)
    policy = POLICY.format(_digest(STYLE), " ".join(("'self'", *settings.allow_origins)))

    @router.get("/widget.js")
    def script(accept_encoding: Annotated[str, Header()] = "") -> Response:
        """The script, smaller for whoever can read it so."""
        headers = {"Cache-Control": "public, max-age=3600", "Vary": "Accept-Encoding"}
        content = widget().encode()
        if "gzip" in accept_encoding:
            content = gzip.compress(content, mtime=0)
            headers["Content-Encoding"] = "gzip"
        return Response(content, media_type="text/javascript; charset=utf-8", headers=headers)

    @router.get("/embed")
    def embed(asked: Annotated[Framed, Query()]) -> HTMLResponse:
        """The page with the box alone."""
        return HTMLResponse(framed(asked, library.faq), headers={"Content-Security-Policy": policy})

    return router


@cache
def widget() -> str:
    """The whole script, with its labels and its style."""
    labels = json.loads((PARTS / "labels.json").read_text(encoding="utf-8"))
    style = (PARTS / "style.css").read_text(encoding="utf-8")
    scripts = ((PARTS / f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS)
    constants = (
        f"const LABELS = {json.dumps(labels, ensure_ascii=False)};\n"
        f"const STYLE = {json.dumps(style, ensure_ascii=False)};\n"
    )
    return f'(() => {{\n"use strict";\n{constants}{"".join(scripts)}}})();\n'


def framed(asked: Framed, faq: Faq) -> str:
    """The page for a frame; without scripts it is a plain form."""
    lang = asked.lang or "en"
    return (
        f'<!doctype html><html lang="{escape(lang)}"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>Questions and answers</title><style>{STYLE}</style><body><main>"
        f'<script src="widget.js"{_attributes(asked)}></script>'
        f"<noscript>{_plain(asked, faq)}</noscript></main></body></html>"
    )


def _attributes(asked: Framed) -> str:
    """What the page's address says, for the script."""
    only, show = _on(asked.onlyInitial), _on(asked.showInitial)
    said = {
        "framed": "yes",
        "placeholder": asked.placeholder,
        "theme": asked.theme,
        "lang": asked.lang,
        "limit": str(asked.limit),
        "initial": "only" if only else "show" if show else "",
        "details": "yes" if _on(asked.showDetails) else "",
        "question": asked.q,
        "state": asked.state,
    }
    return "".join(f' data-{name}="{escape(value)}"' for name, value in said.items() if value)


def _on(flag: str | None) -> bool:
    return flag is not None and flag.casefold() not in ("0", "false", "no")


def _plain(asked: Framed, faq: Faq) -> str:
    """A form for a page without scripts, with what the FAQ has for the question."""
    found = [match.entry for match in faq.search(asked.q, asked.limit)]
    links = "".join(
        f'<li><a href="embed?state={quote(one.id)}">{escape(one.question)}</a></li>'
        for one in found
    )
    return (
        f'<form action="embed"><label>Ask a question <input name="q" value="{escape(asked.q)}">'
        f"</label> <button>Ask</button></form><ul>{links}</ul>"
        f"{_entry(faq.entries.get(asked.state))}"
    )


def _entry(entry: Entry | None) -> str:
    if entry is None:
        return ""
    return f"<h2>{escape(entry.question)}</h2>{html(entry.answer, entry.url)}"


def _digest(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()
