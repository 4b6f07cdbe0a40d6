"""How sure answers are: the examples that are learned from, and the arithmetic over them."""

import numpy as np
import pytest

from answer.confidence import Features
from evals.abstention import curve, errors
from evals.abstention_examples import Example
from evals.fit_confidence import fitted, held_out, let_through, threshold
from evals.metrics import calibration_error


def example(set_, kind, value, lacking=False):
    """An example all of whose features are the same."""
    return Example(set_, kind, "", Features(*[value] * 5), lacking)


@pytest.fixture
def found():
    """Two sets: half of their questions are right, and look it."""
    return [
        example(set_, kind, value + step / 100)
        for set_ in ("a", "b")
        for kind, value in (("right", 0.8), ("foreign", 0.2))
        for step in range(50)
    ]


def test_without_its_own_set_the_right_ones_are_surer_than_the_others(found):
    confidences = held_out(found)
    right = np.array([one.kind == "right" for one in found])
    assert confidences[right].min() > 0.5 > confidences[~right].max()


def test_what_lacks_what_is_asked_for_is_not_sure_at_all(found):
    assert held_out([*found, example("a", "missed", 0.9, lacking=True)])[-1] == 0.0


def test_what_counts_more_is_more_sure(found):
    assert (fitted(found).coef_ > 0).all()


def test_the_threshold_lets_its_share_of_right_answers_through():
    found = [example("a", "right", 0.5) for _ in range(100)]
    confidences = np.arange(100) / 100
    assert threshold(found, confidences) == 0.01  # one in a hundred is lost, two would be too many


def test_a_set_with_few_right_answers_has_no_say_in_it():
    found = [example("a", "right", 0.5) for _ in range(100)] + [example("b", "right", 0.5)]
    assert threshold(found, np.append(np.ones(100), 0.0)) == 1.0


def test_what_is_let_through_is_told_for_each_set_and_kind():
    found = [example("a", "right", 1), example("a", "right", 1), example("b", "foreign", 0)]
    assert let_through(found, np.array([0.9, 0.1, 0.1]), 0.5) == [
        ("a", "right", "2", "50.0 %"), ("b", "foreign", "1", "0.0 %"),
    ]  # fmt: skip


def test_errors_are_counted_among_the_surest():
    found = [example("a", kind, 1) for kind in ("right", "missed", "right", "foreign")]
    rows = {name: cells for name, *cells in errors(found, np.array([0.9, 0.8, 0.7, 0.1]))}
    assert [cell.split(" (")[0] for cell in rows["a"][:3]] == ["4", "50.0 %", "33.3 %"]


def test_what_is_taken_away_is_not_counted():
    found = [example("a", kind, 1) for kind in ("right", "taken away", "foreign")]
    assert {name: row[0] for name, *row in errors(found, np.ones(3))} == {
        "a": "2", "all": "2", "all with an answer": "1",
    }  # fmt: skip


def test_the_curve_goes_from_the_surest_tenth_to_all():
    found = [example("a", "right", 1)] * 5 + [example("a", "foreign", 0)] * 5
    tenths = list(curve(found, np.linspace(1, 0, 10)))
    assert (tenths[4], tenths[9]) == (("50 %", "0.0 %", ""), ("100 %", "50.0 %", "█" * 20))


def test_the_calibration_error_is_the_mean_distance_within_tenths():
    confidences, right = [0.92, 0.98, 0.3, 0.3], [True, True, True, False]
    assert calibration_error(confidences, right) == pytest.approx((0.08 + 0.02 + 0.4) / 4)
