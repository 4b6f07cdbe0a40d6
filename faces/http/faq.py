"""The FAQ over HTTP: search as aisafety.info answers it, entries, the answer to a question."""

from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Query, Request
from pydantic import Field
from starlette.exceptions import HTTPException

from answer.faq.entry import Entry, Match
from answer.faq.faq import Faq
from answer.faq.markup import html
from answer.record import Value
from faces.http.problems import Problem
from faces.library import Library

MOST, LONGEST = 50, 4_000
LIVE = "Live on site"
"""The status by which aisafety.info calls what is published."""

PROBLEMS: dict[int | str, dict[str, Any]] = {422: {"model": Problem}}
NO_ENTRY = "{!r} is no published entry: /api/faq lists those that there are"


class Searched(Value):
    """A search; unpublished entries are never found, whatever is asked for."""

    query: str = Field("", max_length=LONGEST, examples=["corrigible"])
    top: int = Field(10, ge=1, le=MOST)
    showLive: bool = True  # noqa: N815  # as others name it
    status: str = "all"
    getContent: bool = False  # noqa: N815


class FaqHit(Value):
    """A question that is found."""

    id: str
    title: str
    pageid: str
    status: str
    url: str
    score: float
    content: str | None = None


class Related(Value):
    """A question that belongs to another."""

    id: str
    title: str
    url: str


class FaqAnswer(Value):
    """An entry with its answer, as its editors wrote it and as safe HTML.

    `score` is how sure it is that it answers the question that was asked; null where none was.
    """

    id: str
    question: str
    markdown: str
    html: str
    url: str
    tags: tuple[str, ...]
    related: tuple[Related, ...]
    score: float | None = None


class GlossaryTerm(Value):
    """A term with its other forms and what it means."""

    term: str
    aliases: tuple[str, ...]
    markdown: str
    html: str


def routes(library: Library) -> APIRouter:
    """The routes under /api/faq."""
    router = APIRouter(prefix="/api/faq", tags=["FAQ"])
    faq = library.faq
    _add_search(router, faq)

    @router.get("/answer", responses=PROBLEMS)
    def answer(
        request: Request, question: Annotated[str, Query(max_length=LONGEST)]
    ) -> FaqAnswer | None:
        """The answer that people wrote to a question; null where that is not sure enough."""
        match = faq.answering(question)
        return record(match.entry, faq, request, match.score) if match else None

    @router.get("/glossary")
    def glossary() -> list[GlossaryTerm]:
        """The terms of the glossary."""
        terms = dict.fromkeys(faq.glossary.values())
        return [
            GlossaryTerm(
                term=one.term, aliases=one.aliases, markdown=one.meaning, html=html(one.meaning)
            )
            for one in sorted(terms, key=lambda one: one.term.casefold())
        ]

    @router.get("/{id}", responses={404: {"model": Problem}})
    def entry(id: str, request: Request) -> FaqAnswer:
        """An entry with its answer."""
        found = faq.entries.get(id)
        if found is None:
            raise HTTPException(404, NO_ENTRY.format(id))
        return record(found, faq, request)

    return router


def _add_search(router: APIRouter, faq: Faq) -> None:
    @router.get("", responses=PROBLEMS)
    def listed(request: Request, top: Annotated[int, Query(ge=1, le=MOST)] = 10) -> list[Related]:
        """The first questions, in the order in which they were written."""
        return [_related(entry, request) for entry in list(faq.entries.values())[:top]]

    @router.get("/search", responses=PROBLEMS, response_model_exclude_unset=True)
    def search(given: Annotated[Searched, Query()], request: Request) -> list[FaqHit]:
        """The questions that a text may ask, best first; its last word may not be whole."""
        if not given.showLive or given.status.casefold() not in ("all", LIVE.casefold()):
            return []
        found = faq.search(given.query, given.top)
        return [_hit(match, request, content=given.getContent) for match in found]


def record(entry: Entry, faq: Faq, request: Request, score: float | None = None) -> FaqAnswer:
    """What is given out of an entry."""
    return FaqAnswer(
        id=entry.id,
        question=entry.question,
        markdown=entry.answer,
        html=html(entry.answer, entry.url),
        url=page(entry, request),
        tags=entry.tags,
        related=tuple(_related(one, request) for one in faq.related(entry)),
        score=score and round(score, 3),
    )


def page(entry: Entry, request: Request) -> str:
    """Where an entry stands: its own page, else the one here."""
    return entry.url or f"{request.base_url}embed?state={quote(entry.id, safe='')}"


def _hit(match: Match, request: Request, *, content: bool) -> FaqHit:
    entry = match.entry
    whole = {"content": entry.answer} if content else {}
    return FaqHit(
        id=entry.id, title=entry.question, pageid=entry.id, status=LIVE,
        url=page(entry, request), score=round(match.score, 3), **whole,
    )  # fmt: skip


def _related(entry: Entry, request: Request) -> Related:
    return Related(id=entry.id, title=entry.question, url=page(entry, request))
