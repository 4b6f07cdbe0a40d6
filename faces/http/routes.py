"""What is asked over HTTP beside the chat, from one library."""

from fastapi import APIRouter

from faces.http import api, embed, exports, faq, mcp, openai, pages, reference, stampy
from faces.http.asking import Asking
from faces.library import Library
from settings import Settings


def routers(library: Library, settings: Settings) -> list[APIRouter]:
    """All routes, to be added before the chat, which answers whatever comes to it."""
    asking = Asking(library)
    return [
        api.routes(library, asking),
        openai.routes(asking),
        stampy.routes(library, asking),
        mcp.routes(library, asking, settings.allow_origins),
        faq.routes(library),
        embed.routes(library, settings),
        exports.routes(library),
        pages.routes(library, asking),
        reference.routes(),
    ]
