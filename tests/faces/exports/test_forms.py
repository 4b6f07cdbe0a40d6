"""Works as BibTeX and CSL-JSON, and an answer as plain text."""

import json
from itertools import accumulate

import pytest

from faces.exports.bibtex import bibtex
from faces.exports.csl import csl
from faces.exports.text import text
from faces.exports.works import Work
from tests.faces.chat.test_cards import citation
from tests.faces.chat.test_turns import answer, quoted

WORK = Work("ada2024", ("Ada L", "B & Co"), "50 % {of} #1", None, "2024-05-06", "https://a.org/a_b")


def test_bibtex() -> None:
    assert bibtex([WORK]) == (
        "@misc{ada2024,\n"
        "  author = {{Ada L} and {B \\& Co}},\n"
        "  title = {{50 \\% \\textbraceleft{}of\\textbraceright{} \\#1}},\n"
        "  year = {2024},\n"
        "  month = {5},\n"
        "  url = {https://a.org/a_b}\n"
        "}\n"
    )


def test_nothing_ends_a_field_of_bibtex_early() -> None:
    entry = bibtex([Work("k", (), "\\", url="https://a.org/}{")])
    assert "{{\\textbackslash{}}}" in entry
    assert "{https://a.org/%7D%7B}" in entry


@pytest.mark.parametrize("words", ["a } b", "a { b", "}{", "\\}"])
def test_the_braces_of_an_entry_of_bibtex_are_balanced(words: str) -> None:
    entry = bibtex([Work("k", (words,), words)])
    depths = [*accumulate((letter == "{") - (letter == "}") for letter in entry.strip())]
    assert depths.index(0, len("@misc{")) == len(depths) - 1


@pytest.mark.parametrize("date", ["in May", "20 } b", "20245", "١٢٣٤-05-06", ""])
def test_a_year_of_bibtex_is_four_digits(date: str) -> None:
    assert bibtex([Work("k", (), "T", date=date)]) == "@misc{k,\n  title = {{T}}\n}\n"


def test_csl() -> None:
    assert json.loads(csl([WORK])) == [
        {
            "id": "ada2024",
            "type": "webpage",
            "title": "50 % {of} #1",
            "author": [{"literal": "Ada L"}, {"literal": "B & Co"}],
            "issued": {"date-parts": [[2024, 5, 6]]},
            "URL": "https://a.org/a_b",
        }
    ]


def test_a_date_that_is_none_is_left_out() -> None:
    assert json.loads(csl([Work("k", (), "T", "P", "in May")])) == [
        {"id": "k", "type": "document", "title": "T", "container-title": "P"}
    ]


def test_an_answer_to_paste() -> None:
    one = citation(title="Shards", date="2024-05-06", link="https://a.org/#x")
    said = answer(quoted("Ada: “a”"), question="Why?", citations=(one,))
    assert text(said) == (
        "Why?\n\nAda: “a” [1]\n\n"
        "[1] Ada, Shards · 6 May 2024: “Shards are <b>contextual</b>.” https://a.org/#x\n"
    )
