"""What makes words the same wherever they stand."""

import pytest

from index.sameness import NEARLY, bare_words, likeness, words_digest

SAID = "Measures fail when they become targets."


@pytest.mark.parametrize(
    "written",
    [
        "measures FAIL when they become targets",
        "*Measures* fail when **they** become `targets`!",
        "Measures [fail](https://a.org/x_(y)) when they become targets.[^1]",
        "[Measures [fail](https://a.org)](https://b.org) when they become targets",
        "> Measures fail\n> when they become\n> targets.",
        "“Measures fail – when they become targets”…",
        "<p>Measures <em>fail</em>&nbsp;when they become targets</p>",
        "Mea\u00adsures fail when they be\u200bcome targets",
        "Ｍｅａｓｕｒｅｓ fail when they become targets",
        "Meas*ur*es fail when they become targets",
    ],
)
def test_words_are_the_same_however_they_are_written(written):
    assert bare_words(written) == bare_words(SAID)


@pytest.mark.parametrize("written", ["Measures failed", "fail Measures", "Measures f ail", ""])
def test_other_words_are_others(written):
    assert words_digest(bare_words(written)) != words_digest(["measures", "fail"])


@pytest.mark.parametrize("text", ["x < y and y > z", "AT&T", "a & b", "2 < 3"])
def test_signs_that_are_no_tags_cost_no_words(text):
    letters = "".join(sign for sign in text.casefold() if sign.isalnum())
    assert "".join(bare_words(text)) == letters


def test_likeness_is_the_share_of_words_in_common():
    assert likeness({"a", "b", "c"}, {"b", "c", "d"}) == 2 / 4


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("it does work here and in all the others", "it does not work here and in all the others"),
        ("they do work here and in all the others", "they don’t work here and in all the others"),
        ("it took 10 of the days there and on", "it took 12 of the days there and on"),
    ],
)
def test_a_negation_or_a_number_makes_all_the_difference(one, other):
    assert likeness(set(bare_words(one)), set(bare_words(other))) == 0


def test_one_other_word_of_many_makes_none():
    one, other = (set(bare_words(f"{SAID} So it {word}.")) for word in ("is", "was"))
    assert likeness(one, other) >= NEARLY


def test_nothing_has_nothing_in_common():
    assert likeness(set(), set()) == 0
