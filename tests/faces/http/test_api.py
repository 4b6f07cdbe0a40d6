"""Our own routes: records whole and as events, parts of the corpus, feedback."""

import json

import pytest

from answer.record import Answer
from faces.records import search_record
from index.filters import EVERYTHING

QUESTION = "What is a shard of value?"


def ask(client, **body):
    return client.post("/api/ask", json={"question": QUESTION} | body)


def events(response):
    """Pairs of names and data, in order."""
    blocks = response.text.strip().split("\n\n")
    pairs = (block.split("\n", 1) for block in blocks)
    return [
        (name.removeprefix("event: "), json.loads(data.removeprefix("data: ")))
        for name, data in pairs
    ]


@pytest.fixture
def streamed(client):
    def ask(**body):
        headers = {"Accept": "text/event-stream"}
        return client.post("/api/ask", json={"question": QUESTION} | body, headers=headers)

    return ask


def test_an_answer_is_the_record(client):
    answer = Answer.model_validate(ask(client).json())
    assert answer.citations[0].authors == ("Ada Lindqvist",)
    assert answer.citations[0].quote in answer.answer


def test_a_question_in_the_address_is_the_same(client):
    records = ask(client).json(), client.get("/api/ask", params={"q": QUESTION}).json()
    first, second = (record | {"id": "", "timings_ms": {}} for record in records)
    assert first == second


def test_filters_narrow(client):
    found = ask(client, filters={"author": "Bo Amundsen"}).json()
    assert (found["abstained"], found["citations"]) == (True, [])


def test_filters_narrow_in_the_address_too(client):
    assert client.get("/api/ask", params={"q": QUESTION, "author": "Bo Amundsen"}).json()[
        "abstained"
    ]


def test_history_says_what_a_question_means(client):
    before = {"role": "user", "content": "What does Bo Amundsen think about AI control?"}
    reply = {"role": "assistant", "content": "He writes about it."}
    answer = ask(client, question="What does he assume about the model?", history=[before, reply])
    assert "Bo Amundsen" in answer.json()["asked"]


def test_events_end_in_the_record(streamed):
    *_, (name, record) = events(streamed())
    assert name == "answer"
    assert Answer.model_validate(record).citations


def test_a_citation_comes_before_the_words_that_point_at_it(streamed):
    names = [name for name, _ in events(streamed())]
    assert [name for name in names if name != "status"] == ["citation", "delta", "answer"]


def test_the_deltas_are_the_answer(streamed):
    found = events(streamed())
    text = "".join(data["text"] for name, data in found if name == "delta")
    assert text == found[-1][1]["answer"]


def test_events_are_not_kept_back_on_the_way(streamed):
    headers = streamed().headers
    assert headers["content-type"].startswith("text/event-stream")
    assert (headers["cache-control"], headers["x-accel-buffering"]) == ("no-cache", "no")


def test_what_cannot_be_asked_has_its_status_before_any_event(streamed):
    assert streamed(question=" ").status_code == 400


def test_a_search_is_the_search_record(client, corpus):
    given = client.get("/api/search", params={"q": "shard", "k": 2}).json()
    wanted = search_record(corpus, "shard", 2, EVERYTHING)
    assert given["hits"] == wanted["hits"]
    assert len(given["hits"]) == 2


def test_a_search_has_filters(client):
    found = client.get("/api/search", params={"q": "shard", "author": "Bo Amundsen"}).json()
    assert {hit["path"] for hit in found["hits"]} == {"control.md"}


def test_a_document_is_whole_and_says_who_wrote_it(client):
    cited = ask(client).json()["citations"][0]
    found = client.get(f"/api/documents/{cited['document']}").json()
    assert found["text"][cited["start"] : cited["end"]] == cited["quote"]
    assert {name for part in found["segments"] for name in part["authors"]} == {"Ada Lindqvist"}


def test_authors_are_listed(client):
    names = {author["name"] for author in client.get("/api/authors").json()}
    assert {"Ada Lindqvist", "Bo Amundsen"} <= names


def test_health_says_what_there_is(client):
    health = client.get("/api/health").json()
    assert (health["status"], health["documents"], health["llm"]) == ("ok", 4, None)


def test_feedback_is_kept(client, corpus):
    rating = {"answer": "a1", "question": QUESTION, "thumb": "down", "reason": "Not hers."}
    assert client.post("/api/feedback", json=rating).json() == {"status": "ok"}
    kept = (corpus.folder / "ratings.jsonl").read_text().splitlines()[-1]
    assert json.loads(kept).items() >= rating.items()
