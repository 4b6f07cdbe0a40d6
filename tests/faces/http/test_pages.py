"""The pages over HTTP: where they are, and that nothing in them can run."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any
from unittest import mock

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from answer.pipeline import Answerer
from faces.http.asking import Asking
from faces.http.pages import routes
from index.filters import Filters
from ingest.document import Document


@pytest.fixture
def client(library: Any, document: Callable[..., Document]) -> TestClient:
    """Asks for pages of a library of three documents, by two authors called Ada."""
    library.put(
        document("Cats sleep all day.", "a.txt", "Ada Lindqvist", title="Cats"),
        document("Dogs bark.", "b.txt", "Ada Amundsen"),
        document("Nobody's.", "c.txt"),
    )
    library.update()
    answerer = Answerer(library.archive, library.stores, library.search)
    app = FastAPI()
    behind: Any = SimpleNamespace(
        archive=library.archive, answerer=answerer, filters=lambda **_: Filters()
    )
    app.include_router(routes(behind, Asking(behind)))
    return TestClient(app)


@pytest.fixture
def cats(document: Callable[..., Document]) -> str:
    return document("Cats sleep all day.", "a.txt").id


def test_a_document_has_a_page(client: TestClient, cats: str) -> None:
    page = client.get(f"/d/{cats}?start=5&end=10")
    assert page.status_code == 200
    assert ">sleep</mark> all day." in page.text


@pytest.mark.parametrize("span", ["start=x&end=2", "start=1", f"start=1&end={'9' * 30}"])
def test_offsets_that_are_none_mark_nothing(client: TestClient, cats: str, span: str) -> None:
    page = client.get(f"/d/{cats}?{span}")
    assert page.status_code == 200
    assert "<mark" not in page.text


def test_a_document_that_is_not_there_is_told_in_words(client: TestClient) -> None:
    page = client.get("/d/nothing")
    assert page.status_code == 404
    assert "<h1>No such document</h1>" in page.text


def test_nothing_of_a_page_can_run(client: TestClient, cats: str) -> None:
    policy = client.get(f"/d/{cats}").headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; style-src 'self';")


def test_an_author_has_a_page_by_any_name(client: TestClient) -> None:
    assert "<h1>Ada Lindqvist</h1>" in client.get("/authors/Lindqvist").text
    assert ">Cats</a>" in client.get("/authors/Ada%20Lindqvist").text


def test_a_name_of_two_authors_leads_to_both(client: TestClient) -> None:
    assert "Several authors have this name" in client.get("/authors/Ada").text


def test_nobody_else_has_a_page(client: TestClient) -> None:
    page = client.get("/authors/<Bea>")
    assert page.status_code == 404
    assert "Nobody called “&lt;Bea&gt;”" in page.text


def test_all_authors_are_listed(client: TestClient) -> None:
    page = client.get("/authors").text
    assert page.index("Ada Amundsen") < page.index("Ada Lindqvist")


def test_a_question_is_answered_without_a_script(client: TestClient, cats: str) -> None:
    page = client.get("/ask", params={"q": "What does Ada Lindqvist say about how cats sleep?"})
    assert "<blockquote>Cats sleep all day.</blockquote><p><b>Ada Lindqvist</b>" in page.text
    assert f'<a href="d/{cats}?start=0&amp;end=19#said">' in page.text
    assert '<a href="#source-1">[1]</a>' in page.text


def test_without_a_question_there_is_the_form(client: TestClient) -> None:
    assert '<form action="ask" method="get">' in client.get("/ask?q=+").text


def test_a_question_that_cannot_be_asked_is_told_in_words(client: TestClient) -> None:
    page = client.get("/ask", params={"q": "<b>" * 2_000})
    assert page.status_code == 400
    assert "shorten it to 4,000" in page.text
    assert "<b>" not in page.text


def test_who_asks_while_too_many_wait_is_told_so(client: TestClient, library: Any) -> None:
    app, behind = FastAPI(), mock.Mock(archive=library.archive)
    app.include_router(routes(behind, Asking(behind, at_once=0, waiting=0)))
    page = TestClient(app).get("/ask?q=why")
    assert page.status_code == 429
    assert "too many questions are waiting" in page.text


def test_what_goes_wrong_is_told_on_a_page() -> None:
    app, damaged = FastAPI(), mock.Mock()
    damaged.archive.document.side_effect = OSError("file is not a database")
    app.include_router(routes(damaged, Asking(damaged)))
    page = TestClient(app).get("/d/any")
    assert page.status_code == 500
    assert "<h1>Something went wrong here</h1>" in page.text
