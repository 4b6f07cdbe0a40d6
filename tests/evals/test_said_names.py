"""Whom a sentence gives its words to, by the sentence alone."""

import pytest

from evals.cited_places import Place
from evals.said_names import Names, inherited, voices, wrong

ANN, BO = frozenset({"Ann Lee", "ann_lee"}), frozenset({"Bo Ray"})
NAMES = Names([ANN, BO], strangers=["Cy Stone"])
BY_ANN = Place("Mice fear Bo Ray and Dr Dee.", ANN)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee writes: “”",
        "ann_lee: “”",
        "According to Ann Lee, mice sleep.",
        "Ann Lee’s view is that mice sleep.",
        "Lee (ann_lee) also thinks that mice sleep.",
        "That mice sleep was argued by Ann Lee.",
        "Ann Lee and Bo Ray argue that mice sleep.",
    ],
)
def test_a_name_to_which_words_are_given(text):
    assert ANN in [people for one in NAMES.inside(text) if one.given for people in one.people]


def test_a_name_that_is_only_told_of():
    assert [one.given for one in NAMES.inside("Mice fear Bo Ray.")] == [False]


@pytest.mark.parametrize("text", ["Ann Lee writes: “”", "Ann Lee holds that mice fear Bo Ray."])
def test_the_writer_and_whom_the_words_name_are_right(text):
    assert wrong(text, [BY_ANN], NAMES) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Bo Ray writes: “”", ["Bo Ray"]),
        ("Ann Lee and Bo Ray think so.", ["Bo Ray"]),
        ("Mice fear Cy Stone.", ["Cy Stone"]),
        ("Mice, says Eve Marsh, sleep.", ["Eve Marsh"]),
    ],
)
def test_anybody_else_is_wrong(text, names):
    assert wrong(text, [BY_ANN], NAMES) == names


def test_what_the_words_tell_of_others_may_be_told_by_their_writer():
    told = Place("As Bo Ray argued, mice sleep.", ANN)
    assert wrong("Ann Lee holds that Bo Ray argued so.", [told], NAMES) == []
    assert wrong("Bo Ray argued so.", [told], NAMES) == ["Bo Ray"]
    assert wrong("Ann Lee holds that Bo Ray says it.", [told], NAMES) == ["Bo Ray"]


def test_who_quotes_must_be_said_to_quote():
    quoted = Place("Mice sleep.", frozenset({"Dee"}), quoting=ANN)
    assert wrong("Ann Lee, quoting Dee: “”", [quoted], NAMES) == []
    assert wrong("Ann Lee writes: “”", [quoted], NAMES) == ["Ann Lee"]


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("Ann Lee writes: “”", (ANN,)),
        ("An unnamed author writes: “”", ()),
        ("The author, whom the page does not name: “”", ()),
        ("And: “”", None),
        ("He adds that mice sleep.", None),
        ("And so mice sleep.", ()),
        ("Mice sleep.", ()),
    ],
)
def test_the_voices_of_a_sentence(text, heard):
    assert voices(text, [], NAMES) == heard


def test_who_is_quoted_is_a_voice_by_the_place_alone():
    musk = Place("Mice sleep.", frozenset({"Elon Must"}))
    assert voices("Quoting Elon Must: “”", [musk], NAMES) == (frozenset({"Elon Must"}),)


def test_a_voice_goes_on_at_a_place_of_its_own():
    assert inherited((ANN,), [BY_ANN])
    assert not inherited((BO,), [BY_ANN])
    assert inherited((), [BY_ANN])
