"""How sure an answer is: the arithmetic, from features to a probability."""

from math import exp

import pytest

from answer import confidence as module
from answer.confidence import Features, confidence, features, threshold
from answer.evidence import evidence
from index.words import Words


@pytest.fixture
def fitted(monkeypatch):
    """A model with round numbers."""
    weights = {"meaning": 2, "coverage": 2, "words": 1, "lead": 4, "kind": 1}
    model = {"threshold": 0.25, "intercept": -4, "weights": weights}
    monkeypatch.setattr(module, "_model", lambda: model)


def test_it_is_a_logistic_function_of_the_features(fitted):
    found = Features(meaning=0.5, coverage=0.5, words=0.5, lead=0.25, kind=1)
    score = -4 + 2 * 0.5 + 2 * 0.5 + 1 * 0.5 + 4 * 0.25 + 1 * 1
    assert score == 0.5
    assert confidence(found) == pytest.approx(1 / (1 + exp(-0.5)))


def test_nothing_found_is_the_intercept_alone(fitted):
    assert confidence(Features(0, 0, 0, 0, 0)) == pytest.approx(1 / (1 + exp(4)))


def test_the_threshold_is_the_files(fitted):
    assert threshold() == 0.25


def test_the_file_that_is_shipped_has_a_weight_for_each_feature():
    none, all_ = Features(0, 0, 0, 0, 0), Features(1, 1, 1, 1, 1)
    assert 0 < confidence(none) < threshold() < confidence(all_)


def test_more_of_anything_is_never_less_sure():
    none = Features(0, 0, 0, 0, 0)
    ones = [Features(*(float(n == at) for n in range(5))) for at in range(5)]
    assert all(confidence(one) > confidence(none) for one in ones)


@pytest.fixture
def measured(library, document):
    """The features of a question with what pages hold for it."""

    def measure(question, *texts):
        library.put(*(document(text, f"{n}.txt") for n, text in enumerate(texts)))
        library.update()
        words = Words(question, library.stores.keywords)
        hits = library.search.hits(question, 20)
        return features(question, hits, evidence(question, hits, words), words)

    return measure


def test_the_meaning_is_the_cosine_of_the_closest_sentence(measured):
    assert measured("reward hacking", "Reward hacking.", "Cats").meaning == pytest.approx(
        1, abs=0.01
    )


def test_all_words_of_the_question_in_the_quotation_is_full_coverage(measured):
    found = measured("Is reward hacking bad?", "Reward hacking is bad.", "Cats sleep.")
    assert found.coverage == pytest.approx(1)


def test_four_words_of_the_question_in_the_quotation_are_a_half(measured):
    found = measured("zebra quagga okapi koala", "Zebra, quagga, okapi, koala.", "Cats.")
    assert found.words == 4 / (4 + 4)


def test_one_of_many_words_is_less(measured):
    assert measured("zebra quagga okapi koala", "Zebra run.", "Cats.").words == 1 / (1 + 4)


def test_the_lead_is_above_the_other_passages(measured):
    found = measured("zebra quagga", "Zebra quagga.", "Zebra cats.")
    assert found.lead == pytest.approx(1 - 0.5, abs=0.01)


def test_a_passage_alone_leads_nobody(measured):
    assert measured("zebra quagga", "Zebra quagga.").lead == 0.0


@pytest.mark.parametrize(
    ("question", "text", "kind"),
    [
        ("When did cats come?", "The cats come in 1987.", 1.0),
        ("When did cats come?", "The cats come to us.", 0.0),
        ("How many cats are there?", "There are nine cats.", 1.0),
        ("How many cats are there?", "There are some cats.", 0.0),
        ("Why did cats come?", "The cats come to us.", 1.0),
    ],
)
def test_a_number_or_a_time_that_is_asked_for_must_be_there(measured, question, text, kind):
    assert measured(question, text, "Dogs bark.").kind == pytest.approx(kind)


def test_it_must_stand_in_a_sentence_that_holds_what_is_asked_about(measured):
    near = measured("When did zebra mills close?", "Zebra mills close in 1987.", "Dogs.")
    far = measured("When did zebra mills close?", "Zebra: since 1987. The mills close.", "Dogs.")
    assert far.kind < near.kind == pytest.approx(1)
