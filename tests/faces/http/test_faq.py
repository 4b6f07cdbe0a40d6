"""The FAQ over HTTP: what is found and shown of it, and what never leaves."""

import json

import pytest
from starlette.testclient import TestClient

from faces.library import open_library
from settings import Settings
from tests.faces.http.conftest import whole

ENTRIES = [
    {"id": "S1", "question": "What is a shard?", "answer": "A *piece* of a <b>mind</b>.",
     "phrasings": ["What does shard mean?"], "related": ["S2", "S3", "S9"], "tags": ["shards"]},
    {"id": "S2", "question": "Do shards bid?", "answer": "Yes.", "url": "https://faq.example/2"},
    {"id": "S9", "question": "What is a shard made of?", "answer": "x", "status": "In progress"},
]  # fmt: skip
TERM = {"term": "Shard", "aliases": ["shards"], "text": "A **piece**."}


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    folder = tmp_path_factory.mktemp("faq")
    (folder / "entries.jsonl").write_text("\n".join(map(json.dumps, ENTRIES)))
    (folder / "glossary.jsonl").write_text(json.dumps(TERM))
    settings = Settings(data=folder / "data", faq=folder)
    with TestClient(whole(open_library(settings, create=True), settings)) as client:
        yield client


def get(client, path, **asked):
    return client.get(f"/api/faq{path}", params=asked).json()


def test_a_search_answers_as_aisafety_info_does(client):
    first, second = get(client, "/search", query="What is a shard?")
    assert first == {
        "id": "S1", "title": "What is a shard?", "pageid": "S1", "status": "Live on site",
        "url": "http://testserver/embed?state=S1", "score": 1.0,
    }  # fmt: skip
    assert (second["id"], second["url"]) == ("S2", "https://faq.example/2")
    assert second["score"] < 1


def test_content_comes_where_it_is_asked_for(client):
    (hit,) = get(client, "/search", query="shard", top=1, getContent="true")
    assert hit["content"] == "A *piece* of a <b>mind</b>."


@pytest.mark.parametrize("asked", [{"showLive": "0"}, {"status": "In progress"}, {"status": "x"}])
def test_what_is_not_published_is_never_found(client, asked):
    assert get(client, "/search", query="What is a shard made of?", **asked) == []


def test_every_other_way_to_ask_for_it_finds_what_is_published(client):
    for asked in ({"showLive": "1"}, {"status": "all"}, {"status": "Live on site"}):
        found = get(client, "/search", query="What is a shard made of?", **asked)
        assert "S9" not in [hit["id"] for hit in found]
        assert found


def test_an_empty_search_finds_nothing(client):
    assert get(client, "/search", query=" ") == []


def test_the_first_questions_are_listed_in_their_order(client):
    assert [one["id"] for one in get(client, "")] == ["S1", "S2"]
    assert [one["id"] for one in get(client, "", top=1)] == ["S1"]


def test_an_entry_is_shown_with_safe_html_and_what_is_related(client):
    assert get(client, "/S1") == {
        "id": "S1", "question": "What is a shard?", "markdown": "A *piece* of a <b>mind</b>.",
        "html": "<p>A <em>piece</em> of a &lt;b&gt;mind&lt;/b&gt;.</p>\n",
        "url": "http://testserver/embed?state=S1", "tags": ["shards"],
        "related": [{"id": "S2", "title": "Do shards bid?", "url": "https://faq.example/2"}],
        "score": None,
    }  # fmt: skip


@pytest.mark.parametrize("id_", ["S9", "nothing"])
def test_an_entry_that_is_not_published_is_not_there(client, id_):
    response = client.get(f"/api/faq/{id_}")
    told = f"{id_!r} is no published entry: /api/faq lists those that there are"
    assert (response.status_code, response.json()["error"]["message"]) == (404, told)


def test_a_question_is_answered_by_its_entry(client):
    answer = get(client, "/answer", question="what does shard mean")
    assert (answer["id"], answer["score"] > 0.5) == ("S1", True)


@pytest.mark.parametrize("question", ["Why is the sky blue?", "What does Ada Berg say of a shard?"])
def test_another_question_is_not(client, question):
    assert get(client, "/answer", question=question) is None


def test_the_glossary_is_its_terms(client):
    assert get(client, "/glossary") == [
        {"term": "Shard", "aliases": ["shards"], "markdown": "A **piece**.",
         "html": "<p>A <strong>piece</strong>.</p>\n"},
    ]  # fmt: skip


@pytest.mark.parametrize("path", ["/search?top=0", "/search?top=51", "/answer", "?top=x"])
def test_a_wrong_request_is_told(client, path):
    response = client.get(f"/api/faq{path}")
    assert response.status_code == 422
    assert response.json()["error"]["type"] == "invalid_request"
