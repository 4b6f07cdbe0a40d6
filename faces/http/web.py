"""The app that everything is answered by: its response headers, and who may ask from where."""

from collections.abc import Sequence

from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from faces.http.limits import Limited
from faces.http.problems import handle

POLICY = (
    # gradio evaluates its templates, hence unsafe-eval; nothing may come from another host
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:;"
    " style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:;"
    " connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'self';"
    " form-action 'self'; frame-ancestors "
)
FRAMED = "/embed"
"""The page that other sites may show in a frame."""


class Headers:
    """Sets the response headers of everything that an app answers.

    A route that sets one of them itself keeps its own. `origins` may frame the page that is for it.
    """

    def __init__(self, app: ASGIApp, origins: Sequence[str] = ()) -> None:
        self._app, self._origins = app, " ".join(("'self'", *origins))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and set the headers when the response starts."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers(scope["path"]):
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, send_with_headers)

    def _headers(self, path: str) -> list[tuple[str, str]]:
        framing = self._origins if path == FRAMED else "'self'"
        return [
            ("Content-Security-Policy", POLICY + framing),
            ("Referrer-Policy", "no-referrer"),
            ("X-Content-Type-Options", "nosniff"),
        ]


def web(origins: Sequence[str] = ()) -> FastAPI:
    """An app without routes; pages of the `origins` may ask it, and others may not.

    The pages of FastAPI that load scripts from elsewhere are off.
    """
    app = FastAPI(title="Whosaid", docs_url=None, redoc_url=None)
    app.add_middleware(Limited)
    app.add_middleware(
        CORSMiddleware,
        allow_origins=list(origins),
        allow_methods=["GET", "POST"],
        allow_headers=["*"],
    )
    app.add_middleware(Headers, origins=origins)
    handle(app)
    return app
