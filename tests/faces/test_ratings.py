"""Thumbs: each a line with a time, nothing of them lost, and no more than fits."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pytest
from pydantic import ValidationError

from errors import BadInput
from faces.ratings import Rating, Ratings

UP = Rating(answer="a1", question="Why “so”?", thumb="up")


def lines(folder):
    return [json.loads(line) for line in (folder / "ratings.jsonl").read_text().splitlines()]


def test_a_rating_is_a_line_with_its_time(tmp_path):
    Ratings(tmp_path).add(UP)
    (line,) = lines(tmp_path)
    assert datetime.fromisoformat(line.pop("time")).utcoffset() is not None
    assert line == {
        "answer": "a1",
        "question": "Why “so”?",
        "thumb": "up",
        "reason": "",
        "kind": "corpus",
    }


def test_a_reason_is_one_line_whatever_it_holds(tmp_path):
    Ratings(tmp_path).add(UP.model_copy(update={"reason": "one\ntwo\u2028three"}))
    assert [line["reason"] for line in lines(tmp_path)] == ["one\ntwo\u2028three"]


def test_many_threads_lose_nothing(tmp_path):
    ratings = Ratings(tmp_path)
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(ratings.add, [UP] * 200))
    assert len(lines(tmp_path)) == 200


@pytest.mark.parametrize(
    "wrong",
    [
        {"thumb": "sideways"},
        {"reason": "x" * 4_001},
        {"question": "x" * 4_001},
        {"answer": ""},
        {"kind": "other"},
    ],
)
def test_what_is_too_long_or_unknown_is_no_rating(wrong):
    with pytest.raises(ValidationError):
        Rating(**(UP.model_dump() | wrong))


def test_a_folder_that_is_gone_is_told_in_a_line(tmp_path):
    with pytest.raises(BadInput, match=r"gone.ratings\.jsonl: the rating cannot be kept"):
        Ratings(tmp_path / "gone").add(UP)
