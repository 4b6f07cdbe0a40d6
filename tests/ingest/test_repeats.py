"""Words of a thread that somebody wrote before: whose they are."""

import pytest

from ingest.authorship import segments_of
from tests.ingest.reading import said, whose

FIRST = "Every measure fails as soon as it becomes a target."
"""Ten words."""


def answered(answer, *, before=""):
    """A thread of Ann Lee, Bob Roe and Jane Doe, who answers Ann Lee."""
    return (
        f"{before}Ann Lee 3y 12\nI think this. {FIRST} That is all.\n\n"
        f"Bob Roe 2y 5\nI have nothing to say to this.\n\n"
        f"Jane Doe 1y 2\n{answer}\n"
    )


@pytest.mark.parametrize(
    "quotation",
    [
        f"> {FIRST}",
        f"“{FIRST}”",
        f'"{FIRST}"',
        f"*{FIRST}*",
        "> *Every* measure **fails**, as soon as it becomes a _target_",
        "> EVERY MEASURE FAILS AS SOON AS IT BECOMES A TARGET",
        "> every measure fails … as soon as it becomes a target",
        FIRST,
    ],
    ids=[
        "block",
        "marks",
        "straight marks",
        "slanted",
        "marked up",
        "capitals",
        "with dots",
        "bare",
    ],
)
def test_who_wrote_the_words_before_is_quoted(quotation):
    text = answered(f"{quotation}\n\nI do not think so.")
    assert said(text)[-2:] == [
        ("quoted from Ann Lee", quotation),
        ("Jane Doe", "I do not think so."),
    ]


def test_the_speaker_rests_on_the_header_of_the_turn():
    quotation = next(part for part in segments_of(answered(f"> {FIRST}")) if part.speaker)
    assert quotation.speaker_evidence.text == "Ann Lee 3y 12"


def test_a_quotation_answers_the_part_that_it_repeats():
    parts = segments_of(answered(f"> {FIRST}"))
    quotation = next(part for part in parts if part.speaker)
    assert parts[quotation.parent].writers == ("Ann Lee",)


def test_the_turn_counts_more_than_a_lead_in():
    assert whose(answered(f"Bob Roe wrote:\n\n> {FIRST}"), f"> {FIRST}") == "quoted from Ann Lee"


def test_eight_words_are_the_fewest_that_are_looked_for():
    text = answered("> becomes a target. That is all\n\nFine.")
    assert whose(text, "> becomes a target") == "quoted from unnamed"


@pytest.mark.parametrize(
    "words",
    [
        "> Every measure fails as soon as it becomes a goal.",
        "> measure fails Every as soon as it becomes a target",
        "> asoon Every measure fails as soon asit becomes a target",
    ],
)
def test_other_words_are_not_theirs(words):
    assert whose(answered(words), words) == "quoted from unnamed"


def test_what_is_left_out_may_lie_between_the_words():
    words = f"> I think this […] {FIRST}"
    assert whose(answered(words), words) == "quoted from Ann Lee"


def test_words_of_two_turns_are_nobodys():
    words = f"> {FIRST} […] I have nothing to say to this, as I said to you."
    text = answered(words).replace("to say to this.", "to say to this, as I said to you.")
    assert whose(text, "> Every") == "quoted from unnamed"


def test_ones_own_words_are_not_quoted_from_oneself():
    text = (
        f"Ann Lee 3y 12\nI think this. {FIRST} That is all.\n\n"
        f"Ann Lee 2y 5\n{FIRST}\n\nI said so.\n"
    )
    assert {name for name, _ in said(text)} == {"Ann Lee"}


def test_words_that_are_quoted_twice_are_the_first_speakers():
    text = answered(f"> {FIRST}\n\nI do not think so.") + f"\nCarl Poe 5mo 1\n> {FIRST}\n\nI do.\n"
    assert [name for name, part in said(text) if part == f"> {FIRST}"] == [
        "quoted from Ann Lee"
    ] * 2


def test_words_of_a_turn_of_nobodys_are_quoted_from_nobody():
    text = answered(f"> {FIRST}").replace("Ann Lee 3y 12", "[deleted] 3y 12")
    assert whose(text, f"> {FIRST}") == "quoted from unnamed"


def test_a_page_without_turns_repeats_itself_without_quoting():
    text = f"{FIRST}\n\nSo I say again:\n\n{FIRST}\n"
    assert {name for name, _ in said(text)} == {""}
