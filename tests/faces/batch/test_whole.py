"""A batch over a real library, from file to file."""

import json

import pytest

from faces.batch.asking import asked_of, one_by_one
from faces.batch.input import read
from faces.batch.run import run
from faces.library import open_library
from ingest.sources import source
from settings import Settings


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    folder = tmp_path_factory.mktemp("batch")
    (folder / "a.md").write_text("# On it\n\nBy Ann Lee\n\nReward hacking breaks every measure.\n")
    (folder / "b.txt").write_text("Reward hacking is a myth that breaks nothing.\n")
    found = open_library(Settings(data=folder / "data"), create=True)
    found.ingest([source(str(folder / "a.md")), source(str(folder / "b.txt"))])
    return found


@pytest.fixture
def records(opened, tmp_path):
    """The records for rows that are given as objects."""

    def ask(*rows):
        questions = tmp_path / "q.jsonl"
        questions.write_text("".join(json.dumps(row) + "\n" for row in rows))
        run(read(str(questions)), tmp_path / "a.jsonl", one_by_one(asked_of(opened)))
        return [json.loads(line) for line in (tmp_path / "a.jsonl").read_text().splitlines()]

    return ask


ASKED = "What does reward hacking break?"


def test_the_author_and_the_source_of_a_row_are_no_filters(records):
    plain, seed = records(
        {"question": ASKED}, {"question": ASKED, "author": "Nobody", "source": "nix.txt"}
    )
    assert seed["citations"] == plain["citations"] != []


def test_an_object_of_filters_is(records):
    found = records({"question": ASKED, "filters": {"author": "ann"}})[0]
    assert {tuple(c["authors"]) for c in found["citations"]} == {("Ann Lee",)}


@pytest.mark.parametrize(
    ("filters", "error"),
    [
        ({"autor": "Ann"}, "no filter autor: there are author, source, after and before"),
        ({"after": "soon"}, "after: 'soon' is not a date such as 2024-03-01"),
        ({"author": 3}, "author"),
        ({"source": ["a"]}, "source"),
        ({"after": 2024}, "after"),
    ],
)
def test_a_filter_that_cannot_be_used_is_the_rows_error(records, filters, error):
    wrong, right = records({"question": ASKED, "filters": filters}, {"question": ASKED})
    assert wrong["error"].startswith(error)
    assert "error" not in right


def test_an_answer_of_a_batch_is_the_answer_alone(records, opened):
    found = records({"id": "x", "question": ASKED})[0]
    alone = json.loads(opened.answerer.answer(ASKED, id_="x").json_line())
    assert found | {"timings_ms": 0} == alone | {"timings_ms": 0}


def test_an_empty_question_is_the_rows_error(records):
    assert records({"question": " "})[0]["error"] == "the question is empty"


def test_half_a_character_is_a_row_like_any(records):
    half, whole = records({"question": "Why \ud83d?"}, {"question": ASKED})
    assert (half["id"], whole["id"]) == ("row-1", "row-2")
