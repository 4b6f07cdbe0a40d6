"""Citations → sentences, in blocks by author."""

import pytest

from answer.compose import Said, listed, marked, numbered, sentences, text
from answer.record import Sentence


@pytest.fixture
def said(citation):
    """Makes a citation with those who wrote it under the names that the source gives."""

    def make(quote, *authors, quoting=(), several=False, shown=None, **fields):
        names = authors if shown is None else shown
        return Said(citation(quote, *authors, **fields), names, quoting, several)

    return make


def composed(*said, dated=False):
    cited = numbered(said)
    return text(sentences(cited, dated=dated), cited)


def test_a_quotation_is_led_in_by_its_author(said):
    assert composed(said("It is so.", "Ann")) == "On this, Ann writes: “It is so.” [1]"


def test_more_words_of_the_same_author_follow(said):
    assert composed(said("One.", "Ann"), said("Two.", "Ann", document="e")) == (
        "On this, Ann writes: “One.” [1] And: “Two.” [2]"
    )


def test_another_author_gets_a_paragraph(said):
    assert composed(said("One.", "Ann"), said("Two.", "Bo")) == (
        "On this, Ann writes: “One.” [1]\n\nBo writes: “Two.” [2]"
    )


def test_citations_are_numbered_as_they_come(said):
    cited = numbered([said("1", "Ann"), said("2", "Bo")])
    assert [(one.citation.n, one.citation.quote) for one in cited] == [(1, "1"), (2, "2")]


def test_two_authors_write_together(said):
    assert composed(said("We.", "Ann", "Bo")) == "On this, Ann and Bo write: “We.” [1]"


def test_two_authors_are_another_voice_than_one_of_them(said):
    assert composed(said("I.", "Ann"), said("We.", "Ann", "Bo")) == (
        "On this, Ann writes: “I.” [1]\n\nAnn and Bo write: “We.” [2]"
    )


def test_an_author_has_the_name_that_the_source_gives_beside_the_full_one(said):
    one = said("It is so.", "Mihonarium", shown=("Mikhail Samin",))
    assert composed(one, said("Yes.", "Mikhail Samin")) == (
        "On this, Mikhail Samin (Mihonarium) writes: “It is so.” [1] And: “Yes.” [2]"
    )


def test_a_name_that_is_only_spelt_otherwise_is_told_once(said):
    one = said("It is so.", "mikhail_samin", shown=("Mikhail Samin",))
    assert composed(one).startswith("On this, Mikhail Samin writes")


def test_nobody_is_named_where_the_source_names_nobody(said):
    assert composed(said("One."), said("Two.", document="e")) == (
        "On this, an unnamed author writes: “One.” [1]\n\nAn unnamed author writes: “Two.” [2]"
    )


def test_of_several_unnamed_people_nobody_says_which_one_it_is(said):
    one, two = (said(quote, several=True) for quote in ("One.", "Two."))
    assert composed(one, two, said("Three.", several=True, document="e")) == (
        "On this, one of several people whom the page does not name writes: “One.” [1]"
        " Also there: “Two.” [2]\n\n"
        "One of several people whom the page does not name writes: “Three.” [3]"
    )


def test_who_quotes_whom_is_told(said):
    cited = said("I did.", speaker="Bo", quoting=("Ann",))
    assert composed(cited) == "Ann, quoting Bo: “I did.” [1]"


def test_who_quotes_somebody_without_a_name_is_told(said):
    cited = [said(quote, speaker="unnamed", quoting=("Ann",)) for quote in ("I.", "You.")]
    assert composed(*cited) == (
        "Ann, quoting somebody whom the source does not name: “I.” [1] Also there: “You.” [2]"
    )


def test_who_is_quoted_by_nobody_who_is_named_is_quoted_on_the_page(said):
    cited = said("I did.", speaker="Bo", title="Notes")
    assert composed(cited) == "Bo is quoted in “Notes” as writing: “I did.” [1]"


def test_who_is_quoted_without_a_name_stays_unnamed(said):
    assert composed(said("I did.", speaker="unnamed")) == (
        "Somebody whom the source does not name is quoted in an untitled page as writing: "
        "“I did.” [1]"
    )


def test_the_same_person_quoted_by_two_people_is_told_twice(said):
    by_two = [said("I did.", speaker="Bo", quoting=(name,)) for name in ("Ann", "Cy")]
    assert composed(*by_two) == "Ann, quoting Bo: “I did.” [1]\n\nCy, quoting Bo: “I did.” [2]"


def test_dates_lead_in_what_is_asked_over_time(said):
    cited = [
        said("Old.", "Ann", date="2021-03-03"),
        said("Same day.", "Ann", date="2021-03-03T10:00:00Z"),
        said("Later.", "Ann", date="2022-05"),
        said("Some time.", "Ann"),
    ]
    assert composed(*cited, dated=True) == (
        "On 3 March 2021, Ann writes: “Old.” [1] And: “Same day.” [2] In May 2022: “Later.” [3]"
        " And: “Some time.” [4]"
    )


def test_without_dates_nothing_is_said_of_them(said):
    assert composed(said("One.", "Ann"), dated=True) == "On this, Ann writes: “One.” [1]"


def test_the_date_of_a_page_is_not_that_of_the_words_that_it_quotes(said):
    cited = said("I did.", speaker="Bo", quoting=("Ann",), date="2021")
    assert composed(cited, dated=True) == "Ann, quoting Bo: “I did.” [1]"


def test_words_on_several_lines_are_put_on_one(said):
    assert composed(said("One\r\n  two.", "Ann")) == "On this, Ann writes: “One two.” [1]"


def test_every_sentence_is_quoted_and_has_its_citation(said):
    found = sentences(numbered([said("One.", "Ann"), said("Two.", "Bo")]))
    assert [(s.citations, s.verdict) for s in found] == [((1,), "quoted"), ((2,), "quoted")]


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


def test_names_to_choose_from_are_listed_with_or():
    assert listed("ABC", "or") == "A, B or C"


@pytest.mark.parametrize(
    ("quote", "marked"),
    [
        ("It is “so” [1].", "“It is “so” [1].”"),
        ("It is so” [1], and Bo writes: “that.", "«It is so” [1], and Bo writes: “that.»"),
        ("It \u202eis\u202c so.", "“It is so.”"),
    ],
)
def test_words_cannot_close_the_marks_around_them(said, quote, marked):
    assert sentences([said(quote, "Ann")])[0].text == f"On this, Ann writes: {marked}"
