"""Whether answers cite the words that answer, name who wrote them, and abstain when they should."""

import pytest

from evals.answers import Outcome, measures
from evals.questions import Question


@pytest.fixture
def outcome(answer):
    """Makes outcomes with citations that are given as (path, start, end, authors…)."""
    return lambda question, *cited: Outcome(question, answer(*cited))


SIGNED = Question("Why?", "a.txt", ((10, 20),), ((30, 40),), ("Ann", "Al"))
UNSIGNED = Question("Why?", "a.txt", ((10, 20),), (), ())
NONE = Question("Who?", "", (), (), ())


def test_a_citation_touches_gold_and_what_is_acceptable(outcome):
    cited = [("a.txt", 15, 25), ("a.txt", 35, 36), ("a.txt", 20, 30), ("b.txt", 10, 20)]
    assert outcome(SIGNED, *cited).touching == [True, True, False, False]


@pytest.mark.parametrize("author", ["Ann", "Al"])
def test_each_name_of_the_author_is_right(outcome, author):
    assert outcome(SIGNED, ("a.txt", 10, 20, author)).right_author


@pytest.mark.parametrize("authors", [[], ["Bo"]])
def test_nobody_and_another_are_wrong(outcome, authors):
    assert not outcome(SIGNED, ("a.txt", 10, 20, *authors)).right_author


def test_where_nobody_signs_nobody_is_right(outcome):
    assert outcome(UNSIGNED, ("a.txt", 10, 20)).right_author
    assert not outcome(UNSIGNED, ("a.txt", 10, 20, "Ann")).right_author


def test_overlap_is_of_all_citations_in_the_document(outcome):
    found = outcome(SIGNED, ("a.txt", 10, 15), ("a.txt", 20, 25), ("b.txt", 15, 20))
    assert found.overlap == 5 / 15


def test_the_rows_of_the_table(outcome):
    outcomes = [outcome(SIGNED, ("a.txt", 0, 5), ("a.txt", 10, 20, "Ann")), outcome(NONE)]
    rows = {name: (value, of) for name, value, _, of in measures(outcomes)}
    assert rows["first citation touches"] == ("0.0 %", "1")
    assert rows["any citation touches"] == ("100.0 %", "1")


def test_abstentions_are_counted_where_they_should_be(outcome):
    outcomes = [outcome(SIGNED), outcome(NONE), outcome(NONE, ("a.txt", 0, 5))]
    rows = {name: (value, of) for name, value, _, of in measures(outcomes)}
    assert rows["abstained as it should"] == ("50.0 %", "2")
    assert rows["answered though answerable"] == ("0.0 %", "1")
