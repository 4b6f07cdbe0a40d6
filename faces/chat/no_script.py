"""A form for browsers that run no scripts, put into the page that gradio makes."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from faces.pages.plain import WHAT, ask_form

STYLE = "gradio-app{display:none!important}main{padding:1rem}"
FORM = (
    f'<noscript><link rel="stylesheet" href="pages.css"><style>{STYLE}</style>'
    f"<main><h1>{WHAT}</h1><p>Without scripts, ask here:</p>{ask_form()}</main></noscript>"
).encode()
BEFORE = b"<gradio-app"


class NoScript:
    """Adds the form to the page at the root; nothing else is touched."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hold the page back until it is whole, and put the form at its beginning."""
        if scope["type"] != "http" or scope["path"] != "/" or scope["method"] != "GET":
            await self._app(scope, receive, send)
            return
        start: list[Message] = []
        body = b""

        async def held(message: Message) -> None:
            nonlocal body
            if message["type"] == "http.response.start":
                start.append(message)
                return
            body += message.get("body", b"")
            if not message.get("more_body"):
                page = body.replace(BEFORE, FORM + BEFORE, 1)
                MutableHeaders(scope=start[0])["content-length"] = str(len(page))
                await send(start[0])
                await send({"type": "http.response.body", "body": page})

        await self._app(scope, receive, held)
