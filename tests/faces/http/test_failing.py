"""What goes wrong in mid-answer: a sentence in every protocol, and never a traceback."""

import json
from types import SimpleNamespace

import pytest
from starlette.testclient import TestClient

from answer.events import Delta, Status
from errors import EmptyIndex, ModelStopped
from faces.http import api, openai, stampy
from faces.http.asking import Asking
from faces.http.problems import UNEXPECTED
from faces.http.web import web

STREAMED = {"Accept": "text/event-stream"}
ASKED = {"role": "user", "content": "Why?"}
ERRORS = [
    (ModelStopped("the model stopped: ask again"), 503, "the model stopped: ask again"),
    (EmptyIndex("there are no documents yet"), 503, "there are no documents yet"),
    (ZeroDivisionError("a secret"), 500, UNEXPECTED),
]


@pytest.fixture
def failing(corpus):
    """An app whose answers fail with an error after their first words."""

    def make(error):
        def respond(question, filters, id_=None, history=()):
            yield Status("reading")
            yield Delta("First words")
            raise error

        library = SimpleNamespace(
            answerer=SimpleNamespace(respond=respond, model=None), filters=corpus.filters,
            folder=corpus.folder, archive=corpus.archive, faq=corpus.faq,
        )  # fmt: skip
        app, asking = web(), Asking(library)
        for router in (
            api.routes(library, asking),
            openai.routes(asking),
            stampy.routes(library, asking),
        ):
            app.include_router(router)
        return TestClient(app, raise_server_exceptions=False)

    return make


@pytest.mark.parametrize(("error", "status", "told"), ERRORS)
def test_an_answer_whole_has_the_status_of_what_went_wrong(failing, error, status, told):
    response = failing(error).post("/api/ask", json={"question": "Why?"})
    assert (response.status_code, response.json()["error"]["message"]) == (status, told)


@pytest.mark.parametrize(("error", "status", "told"), ERRORS)
def test_the_last_event_is_the_error(failing, error, status, told):
    text = failing(error).post("/api/ask", json={"question": "Why?"}, headers=STREAMED).text
    name, data = text.strip().split("\n\n")[-1].split("\n")
    assert (name, json.loads(data[6:])["error"]["message"]) == ("event: error", told)


@pytest.mark.parametrize(("error", "status", "told"), ERRORS)
def test_a_stream_of_chunks_ends_in_the_error(failing, error, status, told):
    body = {"messages": [ASKED], "stream": True}
    *_, last = failing(error).post("/v1/chat/completions", json=body).text.strip().split("\n\n")
    assert json.loads(last.removeprefix("data: "))["error"]["message"] == told


@pytest.mark.parametrize(("error", "status", "told"), ERRORS)
def test_the_last_state_is_the_error(failing, error, status, told):
    *_, last, end = failing(error).post("/chat", json={"history": [ASKED]}).text.split("\n\n")[:-1]
    assert json.loads(last.removeprefix("data: ")) == {"state": "error", "error": told}
    assert end == "event: close"


def test_what_nobody_expected_is_logged(failing, caplog):
    failing(ZeroDivisionError("a secret")).post(
        "/api/ask", json={"question": "Why?"}, headers=STREAMED
    )
    assert "ZeroDivisionError: a secret" in caplog.text
