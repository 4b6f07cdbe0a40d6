"""Most of what a sentence says stands in the cited words."""

import pytest

from answer.checking.content import Content
from answer.checking.terms import Stemmer


@pytest.fixture
def content(stems):
    return Content(Stemmer(stems), enough=0.6, most=2)


def test_words_are_the_same_in_all_their_forms(content):
    assert content.share("Sleeping cats were chased.", "A cat sleeps and is chasing.") == 1.0


def test_words_that_only_tell_who_says_it_do_not_count(content):
    assert content.share("On this the author argues that cats sleep.", "Cats sleep.") == 1.0


def test_what_is_missing_is_told_in_its_order(content):
    assert content.missing("Cats chase grey mice at dusk.", "Cats chase.") == [
        "grey",
        "mice",
        "dusk",
    ]


def test_a_sentence_of_nothing_else_holds(content):
    assert content.share("He says so.", "") == 1.0


def test_too_little_is_too_little(content):
    words = "Cats chase grey mice."
    assert content.objection("Cats chase grey mice at dusk outdoors.", words) is None
    assert content.objection("Cats chase birds at dusk.", words) == (
        "the cited words say nothing of birds, dusk"
    )


def test_something_may_not_be_added_however_much_is_right(content):
    words = "Cats chase grey mice, and dogs bark at every cart that passes through our village."
    assert content.objection(words, words) is None
    assert content.objection(f"{words[:-1]}, and that parrots sing loudly.", words)
    assert content.objection(f"{words[:-1]}, and parrots sing.", words)
    assert content.objection(f"{words[:-1]} and run.", words) is None


def test_a_single_word_says_too_little_to_be_checked(content):
    assert content.objection("HACKED!", "Hacking is bad.") == "it says nothing but “hacked”"


def test_what_the_words_are_about_may_stand_above_them(kind, said):
    assert kind("Cats chase.", said("They chase.", title="On cats")) is None
    assert kind("Cats chase mice.", said("They chase.", heading="Cats")) is None


def test_no_three_words_one_behind_the_other_may_be_new(content):
    words = "Cats chase grey mice near every barn that stands in a village."
    assert content.objection("Cats chase grey mice near old red barns.", words) is None
    assert content.objection("Cats chase grey mice near old red crumbling barns.", words)
