"""How large a request may be."""

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from faces.http.problems import problem

LARGEST = 1_000_000
"""Bytes of a body: some hundred answers of history."""
TOO_LARGE = f"the request is larger than {LARGEST:,} bytes: send less of the history"


class Limited:
    """Refuses bodies that are too large, as they are read.

    What is sent to the chat itself is not ours to refuse: `beside` begins its paths.
    """

    def __init__(self, app: ASGIApp, beside: str = "/gradio_api") -> None:
        self._app, self._beside = app, beside

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and count what is read of it."""
        if scope["type"] != "http" or scope["path"].startswith(self._beside):
            await self._app(scope, receive, send)
            return
        announced = Headers(scope=scope).get("content-length", "0")
        if announced.isdecimal() and int(announced) > LARGEST:
            await problem(413, TOO_LARGE)(scope, receive, send)
            return
        read = 0

        async def counted() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > LARGEST:
                raise HTTPException(413, TOO_LARGE)
            return message

        await self._app(scope, counted, send)
