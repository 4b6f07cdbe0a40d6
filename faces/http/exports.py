"""Answers that a page has, back as files: Markdown, BibTeX, CSL-JSON, plain text."""

from collections.abc import Callable
from typing import Literal

from fastapi import APIRouter
from fastapi.responses import PlainTextResponse

from answer.record import Answer
from faces.exports.bibtex import bibtex
from faces.exports.csl import csl
from faces.exports.text import text
from faces.exports.works import works
from faces.library import Library
from faces.render import markdown

Format = Literal["markdown", "bibtex", "csl", "text"]


def routes(library: Library) -> APIRouter:
    """The one route; nothing is kept of what comes."""
    router = APIRouter(include_in_schema=False)
    archive = library.archive
    written: dict[Format, Callable[[Answer], str]] = {
        "markdown": markdown,
        "bibtex": lambda answer: bibtex(works(answer.citations, archive)),
        "csl": lambda answer: csl(works(answer.citations, archive)),
        "text": text,
    }

    @router.post("/export/{format_}")
    def export(format_: Format, answer: Answer) -> PlainTextResponse:
        return PlainTextResponse(written[format_](answer))

    return router
