"""A model's reply, as it comes → its text and its marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer.writing.marks import Mark
from answer.writing.reader import MarkerReader, WordedMark


def read(*parts):
    """The pieces of a reply that comes in parts; text that stands together is one of them."""
    reader = MarkerReader()
    whole = []
    for piece in [*(piece for part in parts for piece in reader.feed(part)), *reader.flush()]:
        if isinstance(piece, str) and whole and isinstance(whole[-1], str):
            whole[-1] += piece
        else:
            whole.append(piece)
    return whole


ONE = [
    "[1]",
    "【1】",
    "［1］",
    "[[1]]",
    "[^1]",
    "[#1]",
    "[1,]",
    "\\[1\\]",
    "【1†source】",
    "[1: A title]",
    "[1, p. 3]",
    "[n. 1]",
    "[see 1]",
    "[Source 1]",
    "[Source: 1]",
    "[source 1: Ada, “A title”]",
    "[Doc. 1]",
    "[١]",
    "(1)",
    "([1])",
    "(see [1])",
    "(Source 1)",
    "(source: [1])",
    "<sup>1</sup>",
    "<sup>[1]</sup>",
]


TWO = [
    "[1, 2]",
    "[1,2]",
    "[1;2]",
    "[1 and 2]",
    "[1 & 2]",
    "[1 2]",
    "[1-2]",
    "[1–2]",
    "[1 to 2]",
    "[1][2]",
    "[[1], [2]]",
    "[Sources 1, 2]",
    "[Source 1, Source 2]",
    "(1, 2)",
    "([1], [2])",
    "(Sources 1 and 2)",
    "<sup>1,2</sup>",
]


@pytest.mark.parametrize("shape", ONE)
def test_a_source_is_cited_in_many_shapes(shape):
    assert read(f"It is so {shape}.") == ["It is so ", Mark(1), "."]


@pytest.mark.parametrize("shape", TWO)
def test_several_sources_are_cited_together(shape):
    assert read(f"It is so {shape}.") == ["It is so ", Mark(1), Mark(2), "."]


@pytest.mark.parametrize(
    ("shape", "marks"),
    [
        ("[1.2]", [Mark(1, 2)]),
        ("[1.2, 3.1]", [Mark(1, 2), Mark(3, 1)]),
        ("[1.1-1.3]", [Mark(1, 1), Mark(1, 2), Mark(1, 3)]),
        ("[1.2–4]", [Mark(1, 2), Mark(1, 3), Mark(1, 4)]),
        ("[1.4-2.1]", [Mark(1, 4), Mark(2, 1)]),
        ("[2, 1.3; 4-5]", [Mark(2), Mark(1, 3), Mark(4), Mark(5)]),
    ],
)
def test_sentences_of_sources_are_cited(shape, marks):
    assert read(shape) == marks


@pytest.mark.parametrize(
    "shape", ["[0]", "[-1]", "[0-2]", "[1-21]", "[1-1000000]", "[3-1]", f"[{'9' * 20}]"]
)
def test_what_cannot_be_looked_up_is_one_mark_of_no_source(shape):
    assert read(f"It is so {shape}.") == ["It is so ", Mark(0), "."]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("claim[1]", ["claim", Mark(1)]),
        ("word¹² and", ["word", Mark(12), " and"]),
        ("It is.¹,² Next", ["It is.", Mark(1), Mark(2), " Next"]),
        ("It is (1) Next", ["It is ", Mark(1), " Next"]),
        ("It is (1)\nNext", ["It is ", Mark(1), "\nNext"]),
        ("It is (1)", ["It is ", Mark(1)]),
        ("[1] [2]", [Mark(1), " ", Mark(2)]),
        ("**[1]**", ["**", Mark(1), "**"]),
        ("[1](see)", [Mark(1), "(see)"]),
        ("`it [1]", ["`it ", Mark(1)]),
        ("`it\n[1]`", ["`it\n", Mark(1), "`"]),
        ("See https://a.b/c [1]", ["See https://a.b/c ", Mark(1)]),
        ("For $5 [1] or $6", ["For $5 ", Mark(1), " or $6"]),
        ("~~~\n[1]\n~~~\n[2]", ["~~~\n[1]\n~~~\n", Mark(2)]),
    ],
)
def test_marks_stand_beside_text(text, pieces):
    assert read(text) == pieces


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Source 1 says", [WordedMark(1), " says"]),
        ("Source 1.2 says", [WordedMark(1, 2), " says"]),
        ("It is in source 1.", ["It is in ", WordedMark(1), "."]),
        ("Sources 1, 2 and 3 say", [WordedMark(1), WordedMark(2), WordedMark(3), " say"]),
        ("In source [1], she", ["In ", WordedMark(1), ", she"]),
        ("Sources [1] and [2] say", [WordedMark(1), WordedMark(2), " say"]),
    ],
)
def test_a_source_that_is_named_in_words_is_told_apart(text, pieces):
    assert read(text) == pieces


@pytest.mark.parametrize(
    "text",
    [
        "[a] [sic] [...] [emphasis mine] [12 years] [x1]",
        "`a[1]` and ``b[2] ` c[3]``",
        "```py\nx[1]\n```\n",
        "```\nx[1]",
        "> ~~~\n> x[1]\n> ~~~\n",
        "[1](https://a.b) and [[1]](https://a.b)",
        "[words](https://a.b/[1])",
        "https://a.b/c[1]",
        "$x[1]$",
        "(1) an item",
        "1. an item",
        "two: (1) this and (2) that",
        "Done. (1) Next",
        "f(1)",
        "Figure (1).",
        "in May (2023).",
        "in May (123).",
        "x² and 10², km² and m²",
        "resource 1 and open-source 1, open source 1.2",
        "source 3D",
        "sources 10 years old",
        "[12",
        "[1, 2",
        "Sources",
        "[" * 30,
    ],
)
def test_what_only_looks_like_a_mark_is_text(text):
    assert read(text) == [text]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("It [", "["),
        ("It [1", "[1"),
        ("It [s", "[s"),
        ("It [sic", "[sic"[:0]),
        ("It s", "s"),
        ("x", ""),
    ],
)
def test_only_what_may_become_a_mark_is_held_back(text, held):
    assert "".join(MarkerReader().feed(text)) == text.removesuffix(held)


def test_a_mark_that_never_ends_is_not_held_back_for_long():
    reader = MarkerReader()
    given_back = "".join(reader.feed("[1" + ", 1" * 500))
    assert len(given_back) > 1300


BITS = st.sampled_from(
    [
        *ONE,
        *TWO,
        *"[]()`$<>*.,:\n 1²[S",
        "Source 1",
        "sources 1 and 2",
        " it is",
        "](http",
        "```",
        "~~~\n",
    ]
)
REPLIES = st.lists(BITS | st.text(max_size=3), max_size=30).map("".join)


@given(REPLIES, st.data())
def test_the_parts_that_a_reply_comes_in_do_not_count(reply, data):
    cuts = sorted(data.draw(st.lists(st.integers(0, len(reply)), max_size=8)))
    parts = [reply[i:j] for i, j in zip([0, *cuts], [*cuts, len(reply)], strict=True)]
    assert read(*parts) == read(*reply) == read(reply)


@given(st.text() | REPLIES)
def test_no_text_is_lost_but_what_marks_are_written_with(reply):
    pieces = read(reply)
    rest = iter(reply)
    assert all(sign in rest for piece in pieces if isinstance(piece, str) for sign in piece)


@given(st.text(alphabet="abc \n`$*_<>:/.,s", max_size=60))
def test_text_without_numbers_stays_as_it_is(text):
    assert "".join(read(text)) == text
