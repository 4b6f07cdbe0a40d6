"""The answer record is exactly what the contract says."""

import json

import pytest

KEYS = [
    "schema", "id", "question", "asked", "answer", "abstained", "reason", "mode", "model",
    "confidence", "sentences", "citations", "timings_ms",
]  # fmt: skip
CITATION = [
    "n", "document", "source", "path", "source_id", "title", "heading", "date", "authors",
    "attribution", "speaker", "start", "end", "quote", "also", "url", "link",
]  # fmt: skip


@pytest.fixture
def record(answering, sure):
    answerer = answering(("", "Reward hacking is a bad thing to see."), ("", "Dogs bark."))
    return json.loads(answerer.answer("What of reward hacking?", id_="row-17").json_line())


def test_it_has_the_keys_of_the_contract_in_their_order(record):
    assert list(record) == KEYS
    assert list(record["citations"][0]) == CITATION


def test_its_parts_have_the_keys_of_the_contract(record):
    assert list(record["sentences"][0]) == ["text", "citations", "verdict"]
    assert list(record["timings_ms"]) == ["retrieve", "answer", "total"]
    assert list(record["citations"][0]["attribution"]) == ["basis", "evidence"]


def test_what_is_not_known_is_null_or_empty(record):
    citation = record["citations"][0]
    nothing = ("source_id", "title", "heading", "date", "speaker", "url", "link")
    assert [citation[name] for name in nothing] == [None] * len(nothing)
    assert (citation["authors"], citation["also"], record["model"], record["reason"]) == (
        [], [], None, None,
    )  # fmt: skip


def test_it_says_which_question_it_answers(record):
    assert (record["schema"], record["id"], record["question"], record["mode"]) == (
        1, "row-17", "What of reward hacking?", "extractive",
    )  # fmt: skip


def test_it_is_one_line(answering, sure):
    answerer = answering(("", "Reward hacking\u2028is a bad\nthing to\r\nsee."))
    assert len(answerer.answer("What of\nreward hacking?").json_line().split("\n")) == 1
