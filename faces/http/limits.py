"""How large a request may be."""

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from faces.http.problems import problem

LARGEST = 1_000_000
"""Bytes of a body: some hundred answers of history."""
TOO_LARGE = "the request is larger than {:,} bytes: send less of the history"


LARGEST_OF_CHAT = 40_000_000
"""The chat is sent a whole conversation as a browser has kept it."""
CHAT, UPLOADS = "/gradio_api", "/gradio_api/upload"
"""How the paths of the chat begin, and those by which gradio would keep files of anybody."""
NO_FILES = "files are not taken in here: 'whosaid ingest' brings documents in"


class Limited:
    """Refuses bodies that are too large, as they are read, and files."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and count what is read of it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if scope["path"].startswith(UPLOADS):
            await problem(404, NO_FILES)(scope, receive, send)
            return
        largest = LARGEST_OF_CHAT if scope["path"].startswith(CHAT) else LARGEST
        announced = Headers(scope=scope).get("content-length", "0")
        if announced.isdecimal() and int(announced) > largest:
            await problem(413, TOO_LARGE.format(largest))(scope, receive, send)
            return
        read = 0

        async def counted() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > largest:
                raise HTTPException(413, TOO_LARGE.format(largest))
            return message

        await self._app(scope, counted, send)
