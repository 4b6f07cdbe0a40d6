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
    weights = {
        "meaning": 2, "quote": 2, "coverage": 2, "passage_coverage": 1, "agreement": 0.5, "kind": 1,
    }  # fmt: skip
    model = {"threshold": 0.25, "intercept": -5, "weights": weights}
    monkeypatch.setattr(module, "_model", lambda: model)


def test_it_is_a_logistic_function_of_the_features(fitted):
    found = Features(meaning=0.5, quote=0.5, coverage=0.5, passage_coverage=1, agreement=1, kind=1)
    score = -5 + 2 * 0.5 + 2 * 0.5 + 2 * 0.5 + 1 * 1 + 0.5 * 1 + 1 * 1
    assert score == 0.5
    assert confidence(found) == pytest.approx(1 / (1 + exp(-0.5)))


def test_nothing_found_is_the_intercept_alone(fitted):
    assert confidence(Features(0, 0, 0, 0, 0, 0)) == pytest.approx(1 / (1 + exp(5)))


def test_the_threshold_is_the_files(fitted):
    assert threshold() == 0.25


def test_the_file_that_is_shipped_has_a_weight_for_each_feature():
    none, all_ = Features(0, 0, 0, 0, 0, 0), Features(1, 1, 1, 1, 1, 1)
    assert 0 < confidence(none) < threshold() < confidence(all_)


def test_more_of_anything_is_never_less_sure():
    none = Features(0, 0, 0, 0, 0, 0)
    ones = [Features(*(float(n == at) for n in range(6))) for at in range(6)]
    assert all(confidence(one) > confidence(none) for one in ones)


@pytest.fixture
def measured(library, document):
    """The features of a question with what two pages hold for it."""

    def measure(question, *texts):
        library.put(*(document(text, f"{n}.txt") for n, text in enumerate(texts)))
        library.update()
        words = Words(question, library.stores.keywords)
        hits = library.search.hits(question, 20)
        return features(question, hits, evidence(question, hits, words), words)

    return measure


def test_all_words_of_the_question_in_the_quotation_is_full_coverage(measured):
    found = measured("Is reward hacking bad?", "Reward hacking is bad.", "Cats sleep.")
    assert (found.coverage, found.passage_coverage) == (pytest.approx(1), pytest.approx(1))


def test_words_of_the_title_cover_the_passage_only(library, document):
    library.put(document("Zebra quagga okapi run.", title="Koala"))
    library.update()
    words = Words("zebra quagga okapi koala", library.stores.keywords)
    hits = library.search.hits("zebra", 1)
    found = features("zebra", hits, evidence("zebra", hits, words), words)
    assert found.coverage < found.passage_coverage == pytest.approx(1)


def test_the_best_by_meaning_and_by_words_agree(measured):
    assert measured("Is reward hacking bad?", "Reward hacking is bad.", "Cats").agreement == 1.0


@pytest.mark.parametrize(
    ("question", "text", "kind"),
    [
        ("How many cats are there?", "There are nine cats.", 1.0),
        ("How many cats are there?", "There are 9 cats.", 1.0),
        ("How many cats are there?", "There are some cats.", 0.0),
        ("What is the price of cats in dollars?", "The price of cats is high.", 0.0),
        ("When did cats come?", "The cats came in 1987.", 1.0),
        ("When did cats come?", "The cats came yesterday.", 1.0),
        ("When did cats come?", "The cats came to us.", 0.0),
        ("In what year did cats come?", "The cats came to us.", 0.0),
        ("Why did cats come?", "The cats came to us.", 1.0),
    ],
)
def test_a_number_or_a_time_that_is_asked_for_must_be_there(measured, question, text, kind):
    assert measured(question, text).kind == kind
