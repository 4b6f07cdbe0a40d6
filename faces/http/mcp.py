"""The Model Context Protocol: the corpus as tools of somebody's assistant. The door to mcp."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any
from urllib.parse import urlsplit

from fastapi import APIRouter
from pydantic import Field
from starlette.requests import Request
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from answer.record import Answer, Value
from errors import WhosaidError
from faces.http.api import MOST_HITS
from faces.http.asking import Asked, Asking, Filtering, Manner
from faces.http.citing import below
from faces.http.problems import problem
from faces.http.shapes import DocumentRecord, SearchRecord
from faces.library import Library, find_document
from faces.records import document_record, search_record

if TYPE_CHECKING:
    from mcp.server import MCPServer
    from mcp.server.transport_security import TransportSecuritySettings

PATH, LOOPBACK = "/mcp", ("127.0.0.1", "localhost", "[::1]")
INSTRUCTIONS = (
    "Whosaid answers from a corpus of writing about AI alignment, in the words of those who wrote"
    " it. Say who said what as the citations do, quote word for word, and name nobody else."
)
STRANGE = "this host or origin may not ask here: name it in the setting allow_origins"

Query = Annotated[str, Field(min_length=1, max_length=4_000)]
Count = Annotated[int, Field(ge=1, le=MOST_HITS, description="passages at most")]


class Writer(Value):
    """An author with other names, and how many documents are theirs."""

    name: str
    aliases: tuple[str, ...]
    documents: int


def routes(library: Library, asking: Asking, origins: Sequence[str]) -> APIRouter:
    """The one route of the protocol; `origins` may ask besides this machine."""
    # it takes half a second: nobody who only reads this file should wait for it
    from mcp.server import MCPServer  # noqa: PLC0415

    server = MCPServer("whosaid", instructions=INSTRUCTIONS, log_level="WARNING")
    _add_ask(server, asking)
    _add_parts(server, library)
    # each request stands for itself: a client goes on when the server was started again
    server.streamable_http_app(stateless_http=True, transport_security=_open())
    manager = server.session_manager
    guarded = Guarded(manager.asgi_app, _security(origins))
    return APIRouter(routes=[Route(PATH, guarded)], lifespan=lambda _: manager.run())


def _add_ask(server: "MCPServer[Any]", asking: Asking) -> None:
    from mcp.server.mcpserver import Context  # noqa: PLC0415  # as above
    from mcp.types import CallToolResult, TextContent  # noqa: PLC0415

    @server.tool()
    async def ask(
        question: str,
        ctx: Context,
        filters: Filtering | None = None,
        mode: Manner | None = None,
    ) -> Annotated[CallToolResult, Answer]:
        """Answer a question in the words of the corpus: each sentence with who said it and where.

        An abstention says that the corpus holds no answer. Name an author in the question, or in
        filters, to hear nobody else.
        """
        asked = Asked(question=question, filters=filters or Filtering(), mode=mode)
        with telling():
            answer = await asking.answer(asked)
        request = ctx.request_context.request
        text = answer.answer + below(answer, str(request.base_url) if request else "")
        return CallToolResult(
            content=[TextContent(type="text", text=text)],
            structured_content=answer.model_dump(mode="json", by_alias=True),
        )


def _add_parts(server: "MCPServer[Any]", library: Library) -> None:
    @server.tool()
    def search(query: Query, k: Count = 10, filters: Filtering | None = None) -> SearchRecord:
        """Find the passages that are nearest to a query, best first, with who wrote them."""
        with telling():
            narrowed = library.filters(**(filters or Filtering()).model_dump())
            return SearchRecord(**search_record(library, query, k, narrowed))

    @server.tool()
    def get_document(document: str) -> DocumentRecord:
        """Give a document whole, by the id that citations and passages have."""
        with telling():
            return DocumentRecord(**document_record(find_document(library.archive, document)))

    @server.tool()
    def list_authors() -> list[Writer]:
        """Tell who wrote in the corpus, those with the most documents first."""
        return [
            Writer(name=person.name, aliases=person.aliases, documents=person.documents)
            for person in library.archive.people()
        ]


@contextmanager
def telling() -> Iterator[None]:
    """Tells an assistant what is wrong, so that it can do better."""
    from mcp.server.mcpserver.exceptions import ToolError  # noqa: PLC0415  # as above

    try:
        yield
    except WhosaidError as error:
        raise ToolError(str(error)) from error


class Guarded:
    """Refuses requests that a page from elsewhere may have sent through a reader's browser."""

    def __init__(self, app: ASGIApp, settings: "TransportSecuritySettings") -> None:
        from mcp.server.transport_security import (  # noqa: PLC0415  # as above
            TransportSecurityMiddleware,
        )

        self._app, self._security = app, TransportSecurityMiddleware(settings)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, if its host and its origin are known."""
        refused = await self._security.validate_request(Request(scope))
        answer = problem(403, STRANGE) if refused else self._app
        await answer(scope, receive, send)


def _open() -> "TransportSecuritySettings":
    """No check of the library's own: its refusals are not in our words."""
    from mcp.server.transport_security import TransportSecuritySettings  # noqa: PLC0415  # as above

    return TransportSecuritySettings(enable_dns_rebinding_protection=False)


def _security(origins: Sequence[str]) -> "TransportSecuritySettings":
    """This machine by its names, and the origins that are let in, by any port of theirs."""
    from mcp.server.transport_security import TransportSecuritySettings  # noqa: PLC0415  # as above

    hosts = [*LOOPBACK, *(urlsplit(origin).netloc for origin in origins)]
    return TransportSecuritySettings(
        enable_dns_rebinding_protection="*" not in origins,
        allowed_hosts=[*hosts, *(f"{host}:*" for host in hosts)],
        allowed_origins=[
            *origins,
            *(f"http://{host}{port}" for host in LOOPBACK for port in ("", ":*")),
        ],
    )
