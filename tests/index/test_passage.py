"""What a reader sees of a text, and what of it is searched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.passage import readable, searchable


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See [the post](https://example.org/a_(b)).", "See the post."),
        ('See [the post](https://example.org "A title").', "See the post."),
        ("![A plot](plot.png) shows it.", "A plot shows it."),
        ("[![A plot](plot.png)](https://example.org)", "A plot"),
        ("It **really** _is_ so.", "It really is so."),
        ("***Both*** and __strong__.", "Both and strong."),
        ("Call `split_text` here.", "Call split_text here."),
        ("It is so.[^1]", "It is so."),
        ("[^1]: A footnote.", "A footnote."),
        ("> Quoted\n> words.", "Quoted words."),
        ("## A heading", "A heading"),
        (r"1\. Not an item", "1. Not an item"),
        ("Two\r\n lines\u00a0here.", "Two lines here."),
    ],
)
def test_marks_are_not_read(text, expected):
    assert readable(text) == expected


@pytest.mark.parametrize(
    "text", ["snake_case_name", "a[0] and b(1)", "[sic] he said", "C# is F#", "x > y", "a\\b"]
)
def test_what_only_looks_like_a_mark_is_read(text):
    assert readable(text) == text


def test_addresses_are_not_searched():
    assert searchable("See https://example.org/a?b=c for more.") == "See for more."


def test_the_words_of_a_link_are_searched():
    assert searchable("See [the post](https://example.org).") == "See the post."


def test_a_text_that_is_all_address_is_searched_as_it_is():
    assert searchable("https://example.org") == "https://example.org"


@given(
    st.lists(
        st.sampled_from(["[", "](", ")", "(", "!", "*", "_", "`", "^", "a", " ", '"', "\\", "\n"])
    ).map("".join)
)
def test_what_is_read_is_one_line(text):
    assert readable(text) == " ".join(readable(text).split())


@pytest.mark.parametrize(
    "text", ["[" * 20_000, "](" * 20_000, "[a](" * 20_000, "*" * 50_000 + "a", "[a](b " * 9_000]
)
def test_a_text_full_of_marks_is_read_quickly(text):
    assert len(readable(text)) <= len(text)
