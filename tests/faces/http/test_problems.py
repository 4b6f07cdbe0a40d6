"""Wrong requests: a status that fits and a sentence that names the cure."""

import re

import pytest

from faces.http.reference import OURS

ASK = "/api/ask"


def wrong(response):
    """The status, the type and the message; nothing else is told."""
    assert response.json().keys() == {"error"}
    error = response.json()["error"]
    return response.status_code, error["type"], error["message"]


@pytest.mark.parametrize(
    ("body", "status", "message"),
    [
        ({}, 422, "question: field required"),
        ({"question": 5}, 422, "question: input should be a valid string"),
        ({"question": "Why?", "mod": "plain"}, 422, "mod: extra inputs are not permitted"),
        ({"question": "Why?", "mode": "loud"}, 422, "mode"),
        ({"question": "Why?", "filters": {"after": "soon"}}, 400, "after: 'soon' is not a date"),
        ({"question": "Why?", "history": [{}]}, 400, "history: entry 1 is neither"),
        ({"question": "  "}, 400, "the question is empty"),
        ({"question": "x" * 5_000}, 400, "shorten it to 4,000"),
        ({"question": "Why?", "history": "none"}, 422, "history: input should be a valid list"),
    ],
)
def test_a_body_that_cannot_be_used(client, body, status, message):
    given, _, told = wrong(client.post(ASK, json=body))
    assert given == status
    assert told.startswith(message) or message in told


def test_a_mode_that_there_is_not_names_those_that_there_are(client):
    _, _, told = wrong(client.post(ASK, json={"question": "Why?", "mode": "loud"}))
    assert told == (
        "mode: input should be 'default', 'concise', 'detailed', 'plain' or 'extractive';"
        " /api says what is wanted"
    )


@pytest.mark.parametrize("body", ["[1]", '"text"', "5", "null", ""])
def test_a_body_that_is_no_object_names_one(client, body):
    headers = {"Content-Type": "application/json"}
    status, _, told = wrong(client.post(ASK, content=body, headers=headers))
    assert (status, "send a JSON object" in told) == (422, True)


@pytest.mark.parametrize("body", ["{", '{"question": }', "[" * 100_000, b"\xff\xfe"])
def test_a_body_that_is_not_json(client, body):
    headers = {"Content-Type": "application/json"}
    status, _, told = wrong(client.post(ASK, content=body, headers=headers))
    assert (status, "send a JSON object" in told) == (400, True)


def test_a_form_is_told_to_be_json(client):
    status, _, told = wrong(client.post(ASK, data={"question": "Why?"}))
    assert (status, "Content-Type: application/json" in told) == (422, True)


def test_half_a_character_is_told_of_whole(client):
    body = b'{"question": "\\ud800"}'
    response = client.post(ASK, content=body, headers={"Content-Type": "application/json"})
    assert response.status_code in (400, 422)
    assert "error" in response.json()


def test_a_filter_with_half_a_character_finds_nobody(client):
    body = b'{"question": "Why?", "filters": {"author": "\\ud800"}}'
    response = client.post(ASK, content=body, headers={"Content-Type": "application/json"})
    assert wrong(response)[0] == 422


def test_what_is_too_large_is_refused_before_it_is_read(client):
    status, kind, told = wrong(client.post(ASK, json={"question": "x" * 1_000_001}))
    assert (status, kind) == (413, "too_large")
    assert "send less of the history" in told


def test_what_is_too_large_and_does_not_say_so_is_refused_too(client):
    parts = (b"x" * 100_000 for _ in range(11))
    headers = {"Content-Type": "application/json"}
    assert wrong(client.post(ASK, content=parts, headers=headers))[0] == 413


def test_files_are_not_taken_in(client):
    status, _, told = wrong(client.post("/gradio_api/upload", files={"files": b"x"}))
    assert (status, told.partition(":")[0]) == (404, "files are not taken in here")


def test_what_is_sent_to_the_chat_has_an_end_too(client):
    body = b"x" * 40_000_001
    assert wrong(client.post("/gradio_api/queue/join", content=body))[0] == 413


@pytest.mark.parametrize("path", ["/api/nothing", "/v1/nothing", "/api/ask/more", "/api/"])
def test_a_route_that_there_is_not(client, path):
    assert wrong(client.get(path))[:2] == (404, "not_found")


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("PUT", "/api/feedback"),
        ("GET", "/v1/chat/completions"),
        ("DELETE", "/chat"),
        ("PUT", "/semantic"),
        ("DELETE", "/d/x"),
        ("GET", "/export/bibtex"),
        ("POST", "/authors"),
    ],
)
def test_a_route_that_is_asked_in_another_way(client, method, path):
    status, _, told = wrong(client.request(method, path))
    assert (status, "/api shows them all" in told) == (404, True)


def test_a_route_outside_the_api_is_kept_from_the_chat(app):
    paths = {re.sub(r"{.*", "{rest:path}", path) for path in app.openapi()["paths"]}
    assert {path for path in paths if not path.startswith(("/api/", "/v1/"))} <= {*OURS}


def test_the_page_of_a_document_that_there_is_not_is_a_page(client):
    response = client.get("/d/nothing")
    assert (response.status_code, "No such document" in response.text) == (404, True)


def test_a_document_that_there_is_not(client):
    status, _, told = wrong(client.get("/api/documents/nothing"))
    assert (status, "/api/search gives their ids" in told) == (404, True)


@pytest.mark.parametrize("k", ["0", "101", "many"])
def test_a_number_of_passages_that_cannot_be(client, k):
    assert wrong(client.get("/api/search", params={"q": "shard", "k": k}))[0] == 422


def test_a_wrong_thumb_is_not_kept(client):
    rating = {"answer": "a1", "question": "Why?", "thumb": "sideways"}
    assert wrong(client.post("/api/feedback", json=rating))[0] == 422
