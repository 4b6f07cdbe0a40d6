"""Measures of a single answer."""

from math import isnan, log2

import pytest

from evals.metrics import (
    Stretch,
    characters,
    intersection_over_union,
    interval,
    length,
    meets,
    ndcg,
    overlap,
    precision,
    ratio,
    recall,
    recall_at,
    share,
    shared,
    touches,
    wilson,
)


@pytest.mark.parametrize(
    ("span", "wanted", "result"),
    [
        ((0, 5), [(4, 9)], True),
        ((0, 5), [(5, 9)], False),
        ((5, 9), [(0, 5)], False),
        ((3, 4), [(0, 9)], True),
        ((0, 9), [(20, 30), (3, 4)], True),
        ((0, 9), [], False),
        ((4, 4), [(4, 4)], False),
    ],
)
def test_spans_touch_when_they_share_a_character(span, wanted, result):
    assert touches(span, wanted) is result


def test_characters_of_spans_that_overlap_count_once():
    assert characters([(0, 3), (2, 4)]) == {0, 1, 2, 3}


def test_overlap_is_intersection_over_union():
    assert overlap([(0, 4)], [(2, 8)]) == 2 / 8


@pytest.mark.parametrize(
    ("found", "wanted", "result"),
    [([(0, 4)], [(0, 4)], 1.0), ([], [(0, 4)], 0.0), ([(0, 4)], [], 0.0), ([], [], 0.0)],
)
def test_overlap_of_the_same_and_of_nothing(found, wanted, result):
    assert overlap(found, wanted) == result


def test_an_interval_holds_the_mean():
    mean, low, high = interval([0, 0, 1, 1])
    assert mean == 0.5
    assert 0 <= low < mean < high <= 1


def test_the_same_values_give_the_same_interval():
    assert interval([0, 1, 1]) == interval([0, 1, 1])


def test_values_that_are_all_the_same_leave_no_doubt():
    assert interval([1, 1, 1]) == (1, 1, 1)


def test_nothing_has_no_mean():
    assert all(isnan(value) for value in interval([]))


def test_a_ratio_counts_every_hit_of_every_cluster():
    value, low, high = ratio([(1, 1), (0, 3)])
    assert value == 0.25
    assert (low, high) == (0, 1)


def test_a_share_leaves_out_what_does_not_count():
    assert share([("a", True), ("a", None), ("b", True)]) == "100.0 % (100.0 to 100.0) of 2"


def test_a_share_draws_clusters_as_a_whole():
    apart = share([(str(number), number % 2 == 0) for number in range(100)])
    together = share([(str(number % 2), number % 2 == 0) for number in range(100)])
    assert apart.startswith("50.0 % (40.0 to 60.0)")
    assert together == "50.0 % (0.0 to 100.0) of 100"


def test_a_share_of_nothing_is_none():
    assert share([("a", None)]) == "–"


def test_characters_that_lie_in_other_spans_are_counted():
    assert shared((2, 8), [(0, 4), (7, 9), (20, 30)]) == 3


GOLD = [Stretch("a", 10, 20), Stretch("a", 30, 40)]


@pytest.mark.parametrize(
    ("found", "recalled", "precise", "iou"),
    [
        ([Stretch("a", 10, 20), Stretch("a", 30, 40)], 1, 1, 1),
        ([Stretch("a", 0, 20)], 10 / 20, 10 / 20, 10 / 30),
        ([Stretch("a", 15, 35)], 10 / 20, 10 / 20, 10 / 30),
        ([Stretch("b", 10, 20)], 0, 0, 0),
        ([], 0, 0, 0),
    ],
)
def test_characters_found_are_compared_with_those_wanted(found, recalled, precise, iou):
    assert recall(found, GOLD) == recalled
    assert precision(found, GOLD) == precise
    assert intersection_over_union(found, GOLD) == iou


def test_what_is_found_in_another_document_counts_against_precision():
    found = [Stretch("a", 10, 20), Stretch("b", 0, 30)]
    assert precision(found, GOLD) == 10 / 40
    assert intersection_over_union(found, GOLD) == 10 / (40 + 10)


def test_what_is_found_twice_is_recalled_once_and_counts_twice_against_precision():
    found = [Stretch("a", 10, 20), Stretch("a", 10, 20)]
    assert recall(found, GOLD) == 10 / 20
    assert precision(found, GOLD) == 10 / 20
    assert intersection_over_union(found, GOLD) == 10 / (20 + 10)


def test_where_nothing_is_wanted_nothing_is_recalled():
    assert recall([Stretch("a", 0, 5)], []) == 0


def test_the_length_of_stretches_counts_each():
    assert length([Stretch("a", 0, 5), Stretch("a", 3, 5), Stretch("b", 0, 1)]) == 8


def test_stretches_meet_in_one_document():
    assert meets(Stretch("a", 19, 25), GOLD)
    assert not meets(Stretch("a", 20, 30), GOLD)
    assert not meets(Stretch("b", 10, 20), GOLD)


def test_the_gain_of_a_document_falls_with_the_logarithm_of_its_rank():
    assert ndcg(["a", "b", "c"], {"a"}, 10) == 1
    assert ndcg(["b", "c", "a"], {"a"}, 10) == 1 / log2(4)


def test_the_best_gain_has_all_gold_first():
    assert ndcg(["a", "x", "b"], {"a", "b"}, 10) == (1 + 1 / log2(4)) / (1 + 1 / log2(3))


def test_gold_behind_the_last_rank_gains_nothing():
    assert ndcg(["x", "a"], {"a"}, 1) == 0


def test_more_gold_than_ranks_can_still_be_all_found():
    assert ndcg(["a"], {"a", "b"}, 1) == 1


def test_recall_at_a_rank_is_the_share_of_the_gold_before_it():
    assert recall_at(["a", "x", "b"], {"a", "b"}, 2) == 1 / 2
    assert recall_at(["a", "x", "b"], {"a", "b"}, 3) == 1


def test_a_share_of_nothing_or_of_everything_has_an_interval_with_a_width():
    assert [round(part, 3) for part in wilson(0, 110)] == [0.0, 0.0, 0.034]
    assert [round(part, 3) for part in wilson(110, 110)] == [1.0, 0.966, 1.0]
    assert [round(part, 3) for part in wilson(5, 10)] == [0.5, 0.237, 0.763]


def test_a_share_of_no_tries_is_none():
    assert all(isnan(part) for part in wilson(0, 0))
