"""How well passages fit a question: the arithmetic, from what is known to a score."""

import json
from math import log10
from pathlib import Path

import numpy as np
import pytest

from index import ranking
from index.candidates import Candidates
from index.keywords import KeywordEntry, KeywordIndex
from index.ranking import (
    FIRST,
    MIDDLE,
    MOST,
    SECOND,
    SentenceSigns,
    first_signs,
    length,
    score,
    second_signs,
    sentence_signs,
)
from index.sentence_store import Sentences
from index.words import Words


@pytest.fixture
def asking(tmp_path):
    """The words of questions, in a corpus where every word is as rare as any other."""
    keywords = KeywordIndex(tmp_path / "keywords")
    keywords.replace([], [KeywordEntry(1, "cats", "", [], "file", None)])
    return lambda question: Words(question, keywords)


def numbers(*values):
    return np.array(values, dtype=np.float32)


@pytest.fixture
def weighed(monkeypatch):
    """Weights with round numbers."""
    weights = {"first": {"near": [2.0, 1.0], "long": [3.0, -4.0]}, "second": {"near": [1.0, 0.0]}}
    monkeypatch.setattr(ranking, "_weights", lambda: weights)


def test_a_score_is_the_sum_of_the_signs_by_their_weights(weighed):
    signs = {"near": numbers(1, 10), "long": numbers(0, 1)}
    assert score(signs, "first", 0).tolist() == [2 * 1 + 3 * 0, 2 * 10 + 3 * 1]


def test_a_weight_changes_with_the_length_of_the_question(weighed):
    signs = {"near": numbers(1, 10), "long": numbers(0, 1)}
    assert score(signs, "first", 0.5).tolist() == [2.5 * 1 + 1 * 0, 2.5 * 10 + 1 * 1]


def test_the_two_scores_have_weights_of_their_own(weighed):
    assert score({"near": numbers(7)}, "second", 0.5).tolist() == [7]


def test_no_passages_have_no_scores(weighed):
    assert score({"near": numbers()}, "first", 0).tolist() == []


def test_the_file_that_is_shipped_has_a_weight_for_each_sign_and_no_other():
    file = Path(ranking.__file__).with_name("ranking.json")
    weights = json.loads(file.read_text())["weights"]
    signs = {which: tuple(weights[which]) for which in weights}
    assert signs == {"first": FIRST, "second": FIRST + SECOND}


@pytest.mark.parametrize("which", ["first", "second"])
@pytest.mark.parametrize("long", [-MIDDLE, 0.0, MOST])
def test_what_fits_in_everything_is_above_what_fits_in_nothing(which, long):
    names = FIRST if which == "first" else FIRST + SECOND
    nothing, everything = score({name: numbers(0, 1) for name in names}, which, long)
    assert nothing < everything


def test_the_first_signs_are_all_that_is_known_of_candidates():
    known = {name: numbers(number) for number, name in enumerate(FIRST)}
    assert first_signs(Candidates(ids=np.array([5]), **known)) == known


@pytest.mark.parametrize("count", [1, 6, 60])
def test_a_question_is_as_long_as_the_logarithm_of_its_words(asking, count):
    question = " ".join(f"word{number}" for number in range(count))
    assert length(asking(question)) == pytest.approx(log10(count) - MIDDLE)


def test_words_that_say_nothing_make_no_question_longer(asking):
    assert length(asking("What does he think about cats?")) == length(asking("cats"))


def test_a_question_without_words_is_as_long_as_one_word(asking):
    assert length(asking("What is it?")) == -MIDDLE


def test_no_question_is_longer_than_the_longest(asking):
    assert length(asking(" ".join(f"word{number}" for number in range(400)))) == MOST


READ = Sentences(
    np.array([[127, 0], [0, 127]], dtype=np.int8),
    (frozenset({"cat", "sleep"}), frozenset({"dog", "bark"})),
)
AXIS = numbers(0, 1)


def test_sentences_say_their_cosines_and_the_words_that_they_hold(asking):
    (signs,) = sentence_signs([READ], AXIS, asking("dogs sleep late"), [None])
    assert signs == SentenceSigns((0.0, 1.0), (frozenset({"sleep"}), frozenset({"dog"})))


def test_each_passage_has_what_its_own_sentences_say(asking):
    one = Sentences(READ.vectors[1:], READ.stems[1:])
    signs = sentence_signs([READ, one, READ], AXIS, asking("dogs"), [None] * 3)
    assert [one.meaning for one in signs] == [(0.0, 1.0), (1.0,), (0.0, 1.0)]


def test_the_words_of_its_heading_count_for_each_sentence_of_a_passage(asking):
    read = sentence_signs([READ, READ], AXIS, asking("dogs sleep late"), ["A late start", None])
    assert [one.held for one in read] == [held("sleep late", "dog late"), held("sleep", "dog")]


def test_no_passages_have_no_sentences(asking):
    assert sentence_signs([], AXIS, asking("dogs"), []) == []


def test_what_sentences_say_can_be_kept_in_a_set(asking):
    (signs,) = sentence_signs([READ], AXIS, asking("dogs"), [None])
    assert signs in {signs}


def held(*words):
    return tuple(frozenset(one.split()) for one in words)


def test_the_best_sentence_speaks_for_its_passage(asking):
    read = [SentenceSigns((0.25, 0.75, 0.5), held("", "", ""))]
    assert second_signs(read, asking("dogs bark"))["sentence_meaning"].tolist() == [0.75]


def test_the_words_of_all_sentences_cover_the_question_together(asking):
    read = [SentenceSigns((0.0, 0.0), held("dog", "dog bark"))]
    assert second_signs(read, asking("dogs bark all night"))["coverage"][0] == pytest.approx(2 / 3)


def test_those_of_one_sentence_cover_it_alone(asking):
    read = [SentenceSigns((0.0, 0.0), held("dog bark", "night"))]
    signs = second_signs(read, asking("dogs bark all night"))
    assert signs["sentence_coverage"][0] == pytest.approx(2 / 3)


def test_a_passage_without_sentences_has_nothing_to_say(asking):
    signs = second_signs([SentenceSigns((), ())], asking("dogs bark"))
    assert {name: values.tolist() for name, values in signs.items()} == {
        name: [0] for name in SECOND
    }


def test_no_passages_have_no_signs(asking):
    assert [values.tolist() for values in second_signs([], asking("dogs")).values()] == [[], [], []]
