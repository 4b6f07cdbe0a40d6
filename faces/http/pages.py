"""The pages that are read without a script: documents, authors, a plain answer."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response

from faces.chat.authors import Authors
from faces.library import Library
from faces.pages.document import document_page
from faces.pages.people import author_page, authors_page, several_page
from faces.pages.shell import STYLE, notice

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none';"
    " frame-ancestors 'self'"
)
"""Nothing of these pages runs, and nothing comes from another host."""
DAY = "max-age=86400"


def routes(library: Library) -> APIRouter:
    """The pages over one library."""
    router, authors = APIRouter(include_in_schema=False), Authors(library.archive)

    @router.get("/pages.css")
    def style() -> Response:
        return Response(STYLE(), media_type="text/css", headers={"Cache-Control": DAY})

    @router.get("/d/{id_}")
    def document(id_: str, start: str = "", end: str = "") -> HTMLResponse:
        found = library.archive.document(id_)
        if found is None:
            return answered(
                notice("No such document", "It may have been removed; a search finds others."), 404
            )
        return answered(document_page(found, _span(start, end)))

    @router.get("/authors")
    def everybody() -> HTMLResponse:
        return answered(authors_page(authors.people()))

    @router.get("/authors/{name:path}")
    def author(name: str) -> HTMLResponse:
        names = library.answerer.directory.fitting(name)
        if authors.who(name) is None and len(names) > 1:
            return answered(several_page(name, names))
        person = authors.who(name) or (authors.who(names[0]) if names else None)
        if person is None:
            words = f"Nobody called “{name}” is named as an author in this corpus."
            return answered(notice("No such author", words), 404)
        signed = library.archive.signed_by(person.signed, person.documents)
        return answered(author_page(person, signed))

    return router


def answered(page: str, status: int = 200) -> HTMLResponse:
    """A page with the headers that keep it from doing anything."""
    return HTMLResponse(page, status, headers={"Content-Security-Policy": POLICY})


def _span(start: str, end: str) -> tuple[int, int] | None:
    """The offsets that an address gives; none where these are no numbers."""
    if not (start.isdecimal() and end.isdecimal() and len(start + end) <= 20):
        return None
    return int(start), int(end)
