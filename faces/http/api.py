"""Our own routes: questions, passages, documents, authors, health and feedback."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import JSONResponse
from pydantic import Field
from starlette.exceptions import HTTPException
from starlette.responses import Response

from answer.record import Answer
from errors import BadInput
from faces.http.asking import Asked, Asking, Filtering, Manner
from faces.http.events import MEDIA, ServerSent, sent
from faces.http.problems import Problem
from faces.http.shapes import AuthorRecord, DocumentRecord, Health, Kept, SearchRecord
from faces.library import Library, find_document
from faces.ratings import Rating, Ratings
from faces.records import author_record, document_record, search_record

MOST_HITS, LONGEST_QUERY = 100, 4_000
PROBLEMS: dict[int | str, dict[str, Any]] = {
    status: {"model": Problem} for status in (400, 422, 429, 503)
}
NO_DOCUMENT = "{!r} stands for no document, or for several: /api/search gives their ids"
STREAM = (
    'event: status\ndata: {"text": "searching 181 passages", "unchecked": ""}\n\n'
    'event: citation\ndata: {"n": 1, …}\n\n'
    'event: delta\ndata: {"text": "On this, Ilse Vandermolen writes: “…” [1]"}\n\n'
    'event: answer\ndata: {"schema": 1, …}\n\n'
)
ANSWERED: dict[int | str, dict[str, Any]] = {
    200: {
        "model": Answer,
        "description": "The answer record; for Accept: text/event-stream, events as it is made",
        "content": {MEDIA: {"schema": {"type": "string"}, "example": STREAM}},
    },
    **PROBLEMS,
}


class Questioned(Filtering):
    """A question in an address."""

    q: str = Field(examples=["What is reward hacking?"])
    mode: Manner | None = None


class Searched(Filtering):
    """A search in an address; `k` passages at most."""

    q: str = Field(min_length=1, max_length=LONGEST_QUERY, examples=["reward hacking"])
    k: int = Field(10, ge=1, le=MOST_HITS)


def routes(library: Library, asking: Asking) -> APIRouter:
    """The routes under /api."""
    router = APIRouter(prefix="/api", tags=["Whosaid"])
    _add_questions(router, asking)
    _add_parts(router, library)
    ratings = Ratings(library.folder)

    @router.post("/feedback", responses=PROBLEMS)
    def feedback(rating: Rating) -> Kept:
        """Keep a thumb on an answer, with its reason."""
        ratings.add(rating)
        return Kept()

    return router


def _add_questions(router: APIRouter, asking: Asking) -> None:
    @router.post("/ask", response_model=Answer, responses=ANSWERED)
    async def ask(asked: Asked, request: Request) -> Response:
        """Answer a question in the words of the corpus."""
        return await _answered(asked, request, asking)

    @router.get("/ask", response_model=Answer, responses=ANSWERED)
    async def ask_by_address(given: Annotated[Questioned, Query()], request: Request) -> Response:
        """The same for a question in the address."""
        filters = Filtering(**given.model_dump(exclude={"q", "mode"}))
        asked = Asked(question=given.q, filters=filters, mode=given.mode)
        return await _answered(asked, request, asking)


async def _answered(asked: Asked, request: Request, asking: Asking) -> Response:
    if MEDIA in request.headers.get("accept", ""):
        return ServerSent(sent(asking.events(asked)))
    answer = await asking.answer(asked, request)
    return JSONResponse(answer.model_dump(mode="json", by_alias=True))


def _add_parts(router: APIRouter, library: Library) -> None:
    @router.get("/search", response_model=SearchRecord, responses=PROBLEMS)
    def search(given: Annotated[Searched, Query()]) -> Any:
        """The passages that are nearest to a query, best first."""
        filters = library.filters(**given.model_dump(exclude={"q", "k"}))
        return search_record(library, given.q, given.k, filters)

    @router.get(
        "/documents/{id:path}",
        response_model=DocumentRecord,
        responses=PROBLEMS | {404: {"model": Problem}},
    )
    def document(id: str) -> Any:
        """A document whole, with who wrote which part of it."""
        try:
            return document_record(find_document(library.archive, id))
        except BadInput as error:
            raise HTTPException(404, NO_DOCUMENT.format(id)) from error

    @router.get("/authors", response_model=list[AuthorRecord])
    def authors() -> Any:
        """Who is in the corpus, those with the most documents first."""
        return [author_record(person) for person in library.archive.people()]

    @router.get("/health")
    def health() -> Health:
        """Whether questions are answered, and how far the index is."""
        return health_of(library)


def health_of(library: Library) -> Health:
    """What there is, and how far the index is with it."""
    archive, catalogue = library.archive, library.stores.catalogue
    passages, pending = library.stores.keywords.count(), library.pending
    return Health(
        status="indexing" if pending else "ok" if passages else "empty",
        documents=sum(archive.sources().values()),
        passages=passages,
        revision=archive.revision,
        indexed_revision=catalogue.revision,
        pending_characters=pending,
        embed_model=library.manifest.model,
        llm=library.answerer.model,
    )
