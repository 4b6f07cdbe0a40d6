"""The pages that are read without a script: documents, authors, a plain answer."""

import logging
from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse, Response
from fastapi.routing import APIRoute

from errors import WhosaidError
from faces.chat.authors import Authors
from faces.http.asking import Asked, Asking
from faces.http.problems import TooMany
from faces.library import Library
from faces.pages.document import document_page
from faces.pages.people import author_page, authors_page, several_page
from faces.pages.plain import answer_page, ask_page, error_page
from faces.pages.shell import STYLE, notice

LOG = logging.getLogger(__name__)
SAID_WHY = "The terminal that runs Whosaid says what. Try again, or begin at the first page."
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none';"
    " frame-ancestors 'self'"
)
"""Nothing of these pages runs, and nothing comes from another host."""
DAY = "max-age=86400"


def routes(library: Library, asking: Asking) -> APIRouter:
    """The pages over one library."""
    router = APIRouter(include_in_schema=False, route_class=InWords)
    pages = Pages(library, asking)
    router.get("/pages.css")(style)
    router.get("/d/{id_}")(pages.document)
    router.get("/authors")(pages.everybody)
    router.get("/authors/{name:path}")(pages.author)
    router.get("/ask")(pages.ask)
    return router


class InWords(APIRoute):
    """A route to a page that tells a failure in words, as a page."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler with its failures told."""
        handler = super().get_route_handler()

        async def told(request: Request) -> Response:
            try:
                return await handler(request)
            except HTTPException:
                raise
            except Exception:
                LOG.exception("a page could not be shown")
                return answered(notice("Something went wrong here", SAID_WHY), 500)

        return told


def style() -> Response:
    """The looks of all pages."""
    return Response(STYLE(), media_type="text/css", headers={"Cache-Control": DAY})


class Pages:
    """What each address shows."""

    def __init__(self, library: Library, asking: Asking) -> None:
        self._library, self._asking = library, asking
        self._authors = Authors(library.archive)

    def document(self, id_: str, start: str = "", end: str = "") -> HTMLResponse:
        """A document, with the words between two offsets marked."""
        found = self._library.archive.document(id_)
        if found is None:
            words = "It may have been removed; a search finds others."
            return answered(notice("No such document", words), 404)
        return answered(document_page(found, _span(start, end)))

    def everybody(self) -> HTMLResponse:
        """All authors."""
        return answered(authors_page(self._authors.people()))

    def author(self, name: str) -> HTMLResponse:
        """The author whom a name stands for, or those whom it may."""
        names = self._library.answerer.directory.fitting(name)
        person = self._authors.who(name)
        if person is None and len(names) > 1:
            return answered(several_page(name, names))
        person = person or (self._authors.who(names[0]) if names else None)
        if person is None:
            words = f"Nobody called “{name}” is named as an author in this corpus."
            return answered(notice("No such author", words), 404)
        signed = self._library.archive.signed_by(person.signed, person.documents)
        return answered(author_page(person, signed))

    async def ask(self, q: str = "") -> HTMLResponse:
        """The answer to a question, in the authors' own words."""
        if not q.strip():
            return answered(ask_page())
        try:
            answer = await self._asking.answer(Asked(question=q, mode="extractive"))
        except WhosaidError as error:
            return answered(error_page(q, str(error)), 429 if isinstance(error, TooMany) else 400)
        return answered(answer_page(answer))


def answered(page: str, status: int = 200) -> HTMLResponse:
    """A page with the headers that keep it from doing anything."""
    return HTMLResponse(page, status, headers={"Content-Security-Policy": POLICY})


def _span(start: str, end: str) -> tuple[int, int] | None:
    """The offsets that an address gives; none where these are no numbers."""
    if not (start.isdecimal() and end.isdecimal() and len(start + end) <= 20):
        return None
    return int(start), int(end)
