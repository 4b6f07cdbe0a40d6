"""Judges of whether words bear out a sentence."""

import re

import pytest

from evals.cited_places import Place
from evals.entailing import Entailing, Words, premise

JUDGE = Words(lambda text: [word.rstrip("s") for word in re.findall(r"\w+", text)])


@pytest.mark.parametrize(
    ("claim", "result"),
    [
        ("Ann Lee writes: “Mice sleep at noon.”", True),
        ("Ann Lee writes: “Mice eat at noon.”", False),
        ("Mice sleep at noon.", True),
        ("Cats sleep never.", False),
    ],
)
def test_words_bear_out_what_they_have(claim, result):
    assert JUDGE.entails("Ann Lee: Mice sleep at noon.", claim) is result


@pytest.mark.parametrize(("probability", "result"), [(0.6, True), (0.5, False)])
def test_a_model_must_hold_it_for_more_likely_than_not(probability, result):
    assert Entailing("m", lambda *_: probability).entails("a", "b") is result


def test_a_premise_tells_who_where_and_when():
    place = Place("Mice\nsleep.", frozenset({"Ann Lee"}), about=("On mice", "2024-03-01"))
    assert premise([place]) == "Ann Lee, On mice, 2024-03-01, 1 March 2024: Mice sleep."
