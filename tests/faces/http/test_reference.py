"""What is told of the API: an OpenAPI document of our own routes, and a page that loads nothing."""

import re

import pytest

ROUTES = {
    "/api/ask", "/api/search", "/api/documents/{id}", "/api/authors", "/api/health",
    "/api/feedback", "/v1/chat/completions", "/v1/models", "/chat",
}  # fmt: skip


@pytest.fixture(scope="module")
def document(client):
    return client.get("/openapi.json").json()


@pytest.fixture(scope="module")
def page(client):
    return client.get("/api").text


def test_all_routes_are_told_of(document):
    assert document["paths"].keys() >= ROUTES


def test_the_answer_record_has_its_shape(document):
    schema = document["components"]["schemas"]["Answer"]
    assert {"schema", "sentences", "citations", "timings_ms"} <= schema["properties"].keys()


def test_what_is_asked_has_its_shape_and_an_example(document):
    schema = document["components"]["schemas"]["Asked"]
    assert schema["properties"]["question"]["examples"] == ["What is reward hacking?"]


def test_an_answer_comes_as_json_or_as_events(document):
    answered = document["paths"]["/api/ask"]["post"]["responses"]["200"]["content"]
    assert answered.keys() == {"application/json", "text/event-stream"}


def test_the_page_shows_every_route(page):
    assert [route for route in ROUTES if f"{route}</code></h2>" not in page] == []


def test_the_page_loads_nothing_from_anywhere(page):
    assert re.findall(r"<script|<img|<link|@import|src=|https?://", page) == []


def test_every_link_of_the_page_leads_somewhere(page):
    links = set(re.findall(r'href="#([^"]+)"', page))
    assert links
    assert {link for link in links if f'id="{link}"' not in page} == set()
