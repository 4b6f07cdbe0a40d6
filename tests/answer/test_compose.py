"""Citations → sentences, in blocks by author."""

import pytest

from answer.compose import listed, marked, ordered, sentences, text
from answer.record import Sentence


def composed(*citations):
    cited = ordered(citations)
    return text(sentences(cited), cited)


def test_a_quotation_is_led_in_by_its_author(citation):
    assert composed(citation("It is so.", "Ann")) == "On this, Ann writes: “It is so.” [1]"


def test_more_words_of_the_same_author_follow(citation):
    assert composed(citation("One.", "Ann"), citation("Two.", "Ann", document="e")) == (
        "On this, Ann writes: “One.” [1] And: “Two.” [2]"
    )


def test_another_author_gets_a_paragraph(citation):
    assert composed(citation("One.", "Ann"), citation("Two.", "Bo")) == (
        "On this, Ann writes: “One.” [1]\n\nBo writes: “Two.” [2]"
    )


def test_the_words_of_an_author_stand_together_and_are_numbered_as_they_come(citation):
    cited = ordered([citation("1", "Ann"), citation("2", "Bo"), citation("3", "Ann")])
    assert [(c.n, c.quote) for c in cited] == [(1, "1"), (2, "3"), (3, "2")]


def test_two_authors_write_together(citation):
    assert composed(citation("We.", "Ann", "Bo")) == "On this, Ann and Bo write: “We.” [1]"


def test_two_authors_are_another_voice_than_one_of_them(citation):
    assert composed(citation("I.", "Ann"), citation("We.", "Ann", "Bo")) == (
        "On this, Ann writes: “I.” [1]\n\nAnn and Bo write: “We.” [2]"
    )


def test_nobody_is_named_where_the_source_names_nobody(citation):
    assert composed(citation("One."), citation("Two.", document="e")) == (
        "On this, an unnamed author writes: “One.” [1]\n\nAn unnamed author writes: “Two.” [2]"
    )


def test_who_is_quoted_is_named_and_not_who_quotes(citation):
    cited = citation("I did.", "Ann", speaker="Bo", title="Notes")
    assert composed(cited) == "Bo is quoted in “Notes” as writing: “I did.” [1]"


def test_who_is_quoted_without_a_name_stays_unnamed(citation):
    assert composed(citation("I did.", "Ann", speaker="unnamed")) == (
        "Somebody whom the source does not name is quoted in “an untitled page” as writing: "
        "“I did.” [1]"
    )


def test_words_on_several_lines_are_put_on_one(citation):
    assert composed(citation("One\r\n  two.", "Ann")) == "On this, Ann writes: “One two.” [1]"


def test_every_sentence_is_quoted_and_has_its_citation(citation):
    said = sentences(ordered([citation("One.", "Ann"), citation("Two.", "Bo")]))
    assert [(s.citations, s.verdict) for s in said] == [((1,), "quoted"), ((2,), "quoted")]


def test_a_sentence_is_marked_with_all_its_citations():
    assert marked(Sentence(text="So.", citations=(1, 3), verdict="quoted")) == "So. [1] [3]"


@pytest.mark.parametrize(
    ("names", "read"),
    [
        ("A", "A"),
        ("AB", "A and B"),
        ("ABC", "A, B and C"),
        ("ABCD", "A, B, C and D"),
        ("ABCDE", "A and 4 others"),
    ],
)
def test_names_are_listed_as_they_are_read(names, read):
    assert listed(names) == read
