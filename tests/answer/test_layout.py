"""Which citations are shown, and in which order."""

import pytest

from answer.compose import Said
from answer.layout import laid_out, times


@pytest.fixture
def said(citation):
    """Makes a citation of an author's words, or of nobody's."""

    def make(quote, author="", date=None):
        authors = (author,) if author else ()
        return Said(citation(quote, *authors, date=date, document=author or quote), authors)

    return make


def shown(parts, kind):
    return [one.citation.quote for one in laid_out(parts, kind)]


def test_the_words_of_an_author_stand_together(said):
    part = [said("1", "Ann"), said("2", "Bo"), said("3", "Ann")]
    assert shown([part], "words") == ["1", "3", "2"]


def test_words_over_time_stand_in_order_of_their_dates(said):
    part = [said("new", "Ann", "2023"), said("no date", "Ann"), said("old", "Ann", "2021-03")]
    assert shown([part], "change") == ["old", "new", "no date"]


def test_words_over_time_are_of_all_times(said):
    now = [said(f"now {n}", "Ann", "2024") for n in range(5)]
    assert shown([[*now, said("then", "Ann", "2020")]], "change") == [
        "then", "now 0", "now 1", "now 2", "now 3",
    ]  # fmt: skip


def test_people_who_are_compared_come_as_they_are_asked_and_oldest_first(said):
    ann = [said("a1", "Ann", "2023"), said("a2", "Ann", "2021"), said("a3", "Ann", "2020")]
    assert shown([ann, [said("b1", "Bo")]], "compare") == ["a2", "a1", "b1"]


def test_many_people_who_are_compared_have_a_quotation_each(said):
    parts = [[said(f"{name}1", name), said(f"{name}2", name)] for name in "ABC"]
    assert shown(parts, "compare") == ["A1", "B1", "C1"]


def test_of_anybodys_words_those_of_different_people_come_first(said):
    part = [*(said(f"a{n}", "Ann") for n in range(4)), said("b1", "Bo")]
    assert shown([part], "who") == ["a0", "a1", "b1"]


def test_of_anybodys_words_those_of_five_people_are_shown(said):
    part = [said(f"{name}{n}", name) for n in range(2) for name in "ABCDEF"]
    assert shown([part], "who") == ["A0", "B0", "C0", "D0", "E0"]


def test_unnamed_authors_come_after_the_named_ones(said):
    assert shown([[said("nobody"), said("a", "Ann")]], "who") == ["a", "nobody"]


def test_the_times_of_citations_are_days(said):
    part = [said("1", "A", "2021-03-03T10:00"), said("2", "A", "2021-03-03"), said("3", "A")]
    assert list(times(part)) == ["2021-03-03", None]
