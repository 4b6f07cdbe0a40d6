"""What is asked over HTTP beside the chat, from one library."""

from fastapi import APIRouter

from faces.http import pages
from faces.library import Library
from settings import Settings


def routers(library: Library, settings: Settings) -> list[APIRouter]:
    """All routes, to be added before the chat, which answers whatever comes to it."""
    return [
        pages.routes(library),
    ]
