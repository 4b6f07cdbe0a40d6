"""A sentence is taken apart into what it quotes and what it says itself."""

import pytest

from evals.quotation_marks import MARKER, parted, seen_around, stands


def test_what_it_cites_word_for_word_is_taken_out():
    found = parted("Ann writes: “Mice sleep.”", ["Mice  sleep."])
    assert (found.around, found.false) == ("Ann writes: “”", ())


def test_marks_within_the_cited_words_are_a_part_of_them():
    found = parted("Ann writes: “So “he” said.”", ["So “he” said."])
    assert (found.around, found.false) == ("Ann writes: “”", ())


def test_a_mark_that_stands_alone_opens_nothing_before_cited_words():
    assert parted("So “ it is: “Mice sleep.”", ["Mice sleep."]).false == ()


def test_a_part_of_the_cited_words_may_be_quoted():
    assert parted("Ann calls them “mice”.", ["Mice sleep, mice eat."]).false == ()


def test_words_that_nobody_wrote_are_false():
    assert parted("Ann writes: “Mice eat.”", ["Mice sleep."]).false == ("“Mice eat.”",)


@pytest.mark.parametrize(
    "words", ["**Mice** _sleep_.", "Mice [sleep](https://mice.org).", "`Mice sleep`."]
)
def test_words_may_be_quoted_without_their_markup(words):
    assert parted("Ann writes: “Mice sleep.”", [words]).false == ()


def test_words_may_be_quoted_with_their_markup():
    assert parted("Ann writes: “** Mice sleep.”", ["** Mice sleep."]).around == "Ann writes: “”"


def test_a_user_name_keeps_its_line():
    assert parted("ann_lee writes: “”", []).around == "ann_lee writes: “”"


def test_a_title_may_be_quoted():
    assert parted("In “On mice” Ann sleeps.", ["Mice sleep."], ["On mice"]).false == ()


@pytest.mark.parametrize(
    ("words", "result"),
    [
        ("mice … sleep", True),
        ("sleep … mice", False),
        ("mice [...] nap", False),
        ("all mice", True),
    ],
)
def test_pieces_between_ellipses_stand_in_their_order(words, result):
    assert stands(words, ["all mice must sleep"]) is result


@pytest.mark.parametrize(
    ("text", "around"),
    [
        ("Ann: “so it is”.", "Ann: ."),
        ("Ann: “so”, says Bo, “it is”", "Ann: , says Bo, "),
        ("Ann: “so “he” says”.", "Ann: ."),
        ("Ann: «so”, says Bo, “it is».", "Ann: ."),
        ("Ann: “so", "Ann: "),
    ],
)
def test_a_reader_sees_a_quotation_end_where_its_mark_closes(text, around):
    assert seen_around(text) == around


@pytest.mark.parametrize(
    "mark", ["[1]", "[2.1]", "【3】", "［4］", "[[1]]", "[^1]", "[1, 2]", "[1–3]"]
)
def test_what_looks_like_a_citation(mark):
    assert MARKER.findall(f"So it is {mark}.") == [mark]


@pytest.mark.parametrize("text", ["[sic]", "(1984)", "[a]", "1]"])
def test_what_does_not(text):
    assert MARKER.findall(text) == []
