"""An answer that a page has, back as a file."""

import json

import pytest
from fastapi.testclient import TestClient

QUESTION = "What is a shard of value?"


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("markdown", "1. Ada Lindqvist, “What shards are”"),
        ("bibtex", "author = {{Ada Lindqvist}}"),
        ("csl", '"literal": "Ada Lindqvist"'),
        ("text", "[1] Ada Lindqvist, What shards are"),
    ],
)
def test_each_form(client: TestClient, form: str, words: str) -> None:
    record = client.get("/api/ask", params={"q": QUESTION}).json()
    assert words in client.post(f"/export/{form}", json=record).text


@pytest.mark.parametrize("form", ["markdown", "bibtex", "csl", "text"])
def test_an_address_that_is_none_is_no_failure(client: TestClient, form: str) -> None:
    record = client.get("/api/ask", params={"q": QUESTION}).json()
    for citation in record["citations"]:
        citation |= {"url": "http://[bad", "link": None}
    assert client.post(f"/export/{form}", json=record).status_code == 200


def test_what_is_no_answer_is_refused(client: TestClient) -> None:
    response = client.post("/export/bibtex", content=json.dumps({"question": "a"}))
    assert response.status_code == 422
