"""On a port: who goes away ends the writing, and fifty people at once are all answered."""

import socket
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from types import SimpleNamespace
from urllib.parse import urlsplit

import httpx
import pytest

from answer.events import Status
from faces.http import api
from faces.http.asking import Asking
from faces.http.web import web


class Endless:
    """An answerer that never ends by itself."""

    model = None

    def __init__(self):
        self.started, self.closed = Event(), Event()

    def respond(self, question, filters, id_=None, history=()):
        try:
            while True:
                yield Status("writing")
                self.started.set()
                self.closed.wait(0.01)
        finally:
            self.closed.set()


@pytest.fixture
def endless(corpus, serving):
    answerer = Endless()
    library = SimpleNamespace(
        answerer=answerer, filters=corpus.filters, folder=corpus.folder, archive=corpus.archive
    )
    app = web()
    app.include_router(api.routes(library, Asking(library)))
    return answerer, serving(app)


@pytest.mark.parametrize("accept", ["text/event-stream", "application/json"])
def test_a_client_that_goes_away_ends_the_writing(endless, accept):
    answerer, address = endless
    parts = urlsplit(address)
    with socket.create_connection((parts.hostname, parts.port)) as client:
        client.sendall(
            f"GET /api/ask?q=Why HTTP/1.1\r\nHost: x\r\nAccept: {accept}\r\n\r\n".encode()
        )
        assert answerer.started.wait(5)
    assert answerer.closed.wait(5)


def test_fifty_at_once_are_all_answered(address):
    def ask(number):
        body = {"question": f"What is a shard of value, asks number {number}?"}
        return httpx.post(f"{address}/api/ask", json=body, timeout=60).status_code

    with ThreadPoolExecutor(50) as people:
        assert set(people.map(ask, range(50))) == {200}
