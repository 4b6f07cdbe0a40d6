"""Who wrote which part of a page: the order of the rules, and what holds for any text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.authorship import segments_of
from ingest.document import Author
from tests.ingest.reading import JANE, author, said, signed, whose

# the order of the rules

COMMENT = "\nAnn Lee 3y 12\nI think that it fails us all.\n\nBob Roe 2y 5\nI do not think so.\n"
PROFILE = "Jane Doe\n\nI study agents.\n\nWiki Contributions\n\nComments\n\nI think so.\n"
INTRODUCTION = "My name is Jane Doe. I study agents.\n"
HANDLE = "LW1.0 username manfred. I study agents.\n"
BYLINE = "\nBy Carl Poe\n"


def test_metadata_counts_more_than_the_text():
    (segment,) = segments_of(INTRODUCTION, (Author("Ann Lee"),))
    assert (segment.authors, segment.basis, segment.evidence) == (
        (Author("Ann Lee"),),
        "metadata",
        None,
    )


@pytest.mark.parametrize("head", [PROFILE, INTRODUCTION, HANDLE, "Title\n" + BYLINE, "Words.\n"])
def test_headers_of_comments_count_more_than_the_page(head):
    text = head + COMMENT
    assert (whose(text, "it fails"), whose(text, "I do not")) == ("Ann Lee", "Bob Roe")


def test_headers_of_comments_count_more_than_metadata():
    assert whose("Words.\n" + COMMENT, "it fails", JANE) == "Ann Lee"


def test_a_user_page_belongs_to_its_owner_whoever_is_introduced_on_it():
    text = PROFILE.replace("I study agents.", "My name is Ann Lee. I study agents.")
    assert author(text)[:2] == ("Jane Doe", "profile")


def test_an_introduction_counts_more_than_a_user_name():
    assert author(INTRODUCTION + HANDLE)[:2] == ("Jane Doe", "self-introduction")


def test_a_user_name_counts_more_than_a_byline():
    assert author(HANDLE + BYLINE + "Words.\n")[:2] == ("manfred", "handle")


def test_a_byline_counts_more_than_a_conversation():
    text = "On Goodhart\n" + BYLINE + "\n" + "Ann: Do you think so?\nBob: I do, my friend.\n" * 3
    assert signed(text) == {"Carl Poe"}


def test_a_page_that_names_nobody_is_nobodys():
    assert said("Measures fail.\n\nThey do.\n") == [("", "Measures fail.\n\nThey do.")]


# several who are not named


def several(text, authors=()):
    return [part.several for part in segments_of(text, authors)]


def test_people_who_answer_each_other_are_told_to_be_several():
    text = "I think it fails.\n\nYou're right, it does.\n\nThanks for that.\n\nWhy?\n"
    assert several(text) == [True]


def test_one_who_answers_is_not_several():
    assert several("Thanks to all who read this.\n\nIt fails.\n") == [False]


def test_nobody_is_several_where_somebody_is_named():
    text = "You're right, it does.\n\nThanks for that.\n\nWhy?\n"
    assert several(text, JANE) == [False]


# any text at all

RULES = [
    "My name is Jane Doe. ", "I study ", "Jane", "Comments", "Wiki Contributions",
    "LW1.0 username Ann.", "@ann on Twitter", "By Jane Doe", "Author: Jane Doe and Ann Lee",
]  # fmt: skip
HEADERS = [
    "Jane Doe 3y 12", "Ann Lee 2y", "[-]ann 3h 1", "jane\n3y\n12", "**Jane Doe** · 2023-05-01",
    "### Ann Lee (1 May 2023)", "Comment by Ann Lee on May 1, 2023", "😀 3y 12", "[deleted] 3y 12",
    "Jane: ", "**Ann:** ", "Host: ", "Ann writes:", "[10:30] Jane: ", "Q: ", "A: ", "Question 2. ",
]  # fmt: skip
QUOTING = [
    "> ", ">> ", "    ", "\t", "“", "”", '"', "„", "«", "»", "‘", "’", "```", "~~~", "<blockquote>",
    "</blockquote>", "— Jane Doe", "Ann Lee wrote: ", "I wrote: ", " said Ann Lee.", "* ", "_", "…",
]  # fmt: skip
WORDS = ["words ", "Every measure fails as soon as it becomes a target. ", "Thanks. ", "Why? "]
BLANKS = ["\n", "\n\n", "\r\n", "\ufeff", "\u00a0", "\u200e", "\x93", "\u2028", "\f", "é🙂"]
PIECES = [*RULES, *HEADERS, *QUOTING, *WORDS, *BLANKS, "\n", "\n\n"]

TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=60)
AUTHORS = st.sampled_from([(), JANE, (Author("Jane Doe"), Author("Ann Lee"))])


@given(TEXTS, AUTHORS)
def test_parts_cover_the_text_in_order_and_without_overlap(text, authors):
    segments = segments_of(text, authors)
    assert "".join(text[segment.start : segment.end] for segment in segments) == text
    assert (segments[0].start, segments[-1].end) == (0, len(text))
    assert all(one.end == other.start for one, other in pairwise(segments))


@given(TEXTS, AUTHORS)
def test_no_part_is_empty_but_that_of_an_empty_text(text, authors):
    assert all(part.start < part.end for part in segments_of(text, authors)) or not text


@given(TEXTS, AUTHORS)
def test_evidence_is_the_words_at_its_place(text, authors):
    for part in segments_of(text, authors):
        for found in filter(None, (part.evidence, part.speaker_evidence)):
            assert text[found.start : found.end] == found.text != ""


@given(TEXTS)
def test_whoever_is_named_is_named_by_words_of_the_page(text):
    for part in segments_of(text):
        assert bool(part.authors) == (part.evidence is not None) == (part.basis != "unknown")


@given(TEXTS, AUTHORS)
def test_a_speaker_is_named_by_words_of_the_page_or_unnamed(text, authors):
    for part in segments_of(text, authors):
        named = part.speaker not in (None, "unnamed")
        assert part.speaker_evidence is None or part.speaker is not None
        assert not named or part.speaker_evidence or part.parent is not None


@given(TEXTS, AUTHORS)
def test_nobody_is_quoted_by_themselves(text, authors):
    for part in segments_of(text, authors):
        assert part.speaker not in {author.name for author in part.authors}


@given(TEXTS, AUTHORS)
def test_parents_are_parts_before(text, authors):
    for number, part in enumerate(segments_of(text, authors)):
        assert part.parent is None or 0 <= part.parent < number


@given(TEXTS, AUTHORS)
def test_signatures_are_nobodys_words(text, authors):
    assert not any(part.writers for part in segments_of(text, authors) if part.signature)


@given(TEXTS, AUTHORS)
def test_the_same_text_is_always_read_in_the_same_way(text, authors):
    assert segments_of(text, authors) == segments_of(text, authors)
