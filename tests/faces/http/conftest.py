"""What is asked over HTTP: an app over a tiny corpus, in this process and on a port."""

import socket
import threading
from collections.abc import Callable, Iterator

import pytest
import uvicorn
from fastapi import FastAPI
from starlette.testclient import TestClient

from faces.http.routes import routers
from faces.http.web import web
from faces.library import Library, open_library
from ingest.sources import source
from settings import Settings

SHARD = "A shard of value is a piece of a mind that was active when a reward came."
CORPUS = {
    "shards.md": (
        "# What shards are\n\nBy Ada Lindqvist\n\n2024-05-06\n\nThis page is about values.\n\n"
        f"{SHARD} Shards bid for what the mind does next.\n"
    ),
    "control.md": (
        "# On control\n\nBy Bo Amundsen\n\n2023-02-03\n\n"
        "AI control assumes that the model wants to cause harm and arranges that it cannot.\n"
    ),
    "digest.md": (
        "# A digest\n\nBy Rob Marchetti\n\nEliza Northcote writes:\n\n"
        "> Boredom makes a shutdown button safe.\n\nI do not know about that.\n"
    ),
    "posts.jsonl": (
        '{"title": "Finches", "author": "Mallory <i>Hook</i>", "url": "https://example.org/f",'
        ' "text": "Zebra finches <script>alert(1)</script> sing to the model & its maker."}\n'
    ),
}
ENTRY = (
    '{"id": "S1", "question": "What is a shard?", "answer": "A *piece*.", "status": "published"}\n'
)


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A library of four documents and an entry of the FAQ, opened as the app opens it."""
    folder = tmp_path_factory.mktemp("http")
    (folder / "corpus").mkdir()
    (folder / "faq").mkdir()
    (folder / "faq" / "entries.jsonl").write_text(ENTRY)
    for name, text in CORPUS.items():
        (folder / "corpus" / name).write_text(text)
    library = open_library(Settings(data=folder / "data", faq=folder / "faq"), create=True)
    library.ingest([source(str(folder / "corpus"))])
    return library


@pytest.fixture(scope="session")
def app(corpus: Library) -> FastAPI:
    """The app without the chat."""
    settings = Settings(data=corpus.folder, faq=corpus.faq.folder)
    return whole(corpus, settings, "http://elsewhere.example")


def whole(library: Library, settings: Settings, *origins: str) -> FastAPI:
    """All routes of a library in an app."""
    app = web(origins)
    for router in routers(library, settings):
        app.include_router(router)
    return app


@pytest.fixture(scope="session")
def client(app: FastAPI) -> TestClient:
    """Asks the app in this process; its beginning and its end are the server's on the port."""
    return TestClient(app, raise_server_exceptions=False)


@pytest.fixture(scope="session")
def serving() -> Iterator[Callable[[FastAPI], str]]:
    """Serves apps on ports of their own; where each of them is."""
    started: list[tuple[uvicorn.Server, threading.Thread]] = []

    def serve(app: FastAPI) -> str:
        listening = socket.create_server(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", timeout_graceful_shutdown=1))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        started.append((server, thread))
        thread.start()
        return f"http://127.0.0.1:{listening.getsockname()[1]}"

    yield serve
    for server, thread in started:
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="session")
def address(app: FastAPI, serving: Callable[[FastAPI], str]) -> str:
    """Where the app is."""
    return serving(app)
