"""A language model behind the protocols: its mode, its checks, and that it stops for who leaves."""

import re
import socket
from urllib.parse import urlsplit

import pytest
from starlette.testclient import TestClient

from faces.library import open_library
from settings import Settings
from tests.faces.http.conftest import whole
from tests.llm_server import ModelServer, says

pytestmark = pytest.mark.slow

QUESTION = "What is a shard of value?"
ASKED = {"role": "user", "content": QUESTION}
ENDLESS = [f"And {number} more. " for number in range(2_000)]


def writes(request):
    """One sentence, with the number under which its words were given."""
    number = re.search(r"\[([\d.]+)\] A shard of value", request.prompt)
    cited = f" [{number[1]}]." if number else "."
    return says(f"Ada Lindqvist writes that a shard of value is a piece of a mind{cited}")


@pytest.fixture(scope="module")
def server():
    with ModelServer() as server:
        server.always(writes)
        yield server


@pytest.fixture(scope="module")
def app(corpus, server):
    settings = Settings(
        data=corpus.folder, faq=corpus.faq.folder, llm="openai-like", llm_model="tiny",
        llm_base_url=server.openai,
    )  # fmt: skip
    return whole(open_library(settings), settings)


@pytest.fixture
def client(app):
    return TestClient(app)


def test_an_answer_is_written_and_checked(client):
    answer = client.post("/api/ask", json={"question": QUESTION}).json()
    assert (answer["mode"], answer["model"]) == ("generated", "tiny")
    assert [sentence["verdict"] for sentence in answer["sentences"]] == ["supported"]


def test_the_text_says_who_wrote_it_and_what_was_found(client):
    reply = client.post("/v1/chat/completions", json={"messages": [ASKED]}).json()
    text = reply["choices"][0]["message"]["content"]
    assert text.endswith("Written by tiny. Of 1 sentence: 1 checked against what it cites.")


def test_states_say_so_too(client):
    assert "Written by tiny." in client.post("/chat", json={"history": [ASKED]}).text


def test_quotations_ask_no_model(client, server):
    before = len(server.requests)
    client.post("/v1/chat/completions", json={"model": "whosaid-extractive", "messages": [ASKED]})
    assert len(server.requests) == before


def test_a_mode_is_told_to_the_model(client, server):
    def prompt(model):
        client.post("/v1/chat/completions", json={"model": model, "messages": [ASKED]})
        return server.requests[-1].prompt

    assert prompt("whosaid-plain") != prompt("whosaid-concise")


def test_a_model_writes_for_nobody_who_has_left(app, server, serving):
    server.always(says(*ENDLESS, pause=0.05))
    parts = urlsplit(serving(app))
    server.left.clear()
    before = len(server.requests)
    with socket.create_connection((parts.hostname, parts.port)) as client:
        client.sendall(b"GET /api/ask?q=What+is+a+shard+of+value HTTP/1.1\r\nHost: x\r\n\r\n")
        while len(server.requests) == before:  # until it is asked
            pass
    assert server.left.wait(20)
    server.always(writes)
