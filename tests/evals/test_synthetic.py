"""Text and vectors for indexes that are larger than the corpus."""

from random import Random

import numpy as np
import pytest

from evals.synthetic import AUTHORS, SyntheticEmbedder, Wording, author, documents

TEXT = "Rivers carry fine silt down to the sea. Old maps show where the harbour once was.\n\nNo."


@pytest.fixture
def wording():
    return Wording([TEXT])


@pytest.fixture
def synthetic(embedder):
    dice = np.random.default_rng(0).standard_normal((20, 64)).astype(np.float32)
    real = dice / np.linalg.norm(dice, axis=1, keepdims=True)
    return real, SyntheticEmbedder(embedder, real)


def test_words_come_in_runs_of_the_corpus(wording):
    words = wording.sentence(Random(0)).rstrip(".").casefold().split()
    assert " ".join(words[:5]) in TEXT.casefold()


def test_sentences_are_as_long_as_those_of_the_corpus(wording):
    assert {len(wording.sentence(Random(seed)).split()) for seed in range(50)} == {8}


def test_documents_have_as_many_characters_as_are_wanted(wording):
    *others, last = [len(document.text) for document in documents(wording, 5_000)]
    assert sum(others) < 5_000 <= sum(others) + last


def test_documents_are_the_same_every_time(wording):
    assert list(documents(wording, 1_000)) == list(documents(wording, 1_000))


def test_documents_differ_in_author_source_and_date(wording):
    made = list(documents(wording, 20_000))
    assert len({document.segments[0].writers for document in made}) > 20
    assert {document.source for document in made} == {"forum", "blog", "papers"}
    assert len({document.date[:4] for document in made}) == 18


def test_every_author_has_a_name_of_their_own():
    assert len({author(number) for number in range(AUTHORS)}) == AUTHORS


def test_vectors_are_unit_vectors_at_a_known_distance_from_a_real_one(synthetic):
    real, embedder = synthetic
    made = embedder.vectors([f"text {number}" for number in range(100)])
    assert np.linalg.norm(made, axis=1) == pytest.approx(1, abs=1e-5)
    nearest = (made @ real.T).max(axis=1)
    assert 0.599 < nearest.min() < nearest.max() < 0.901


def test_the_same_texts_have_the_same_vectors(synthetic):
    _, embedder = synthetic
    assert (embedder.vectors(["a", "b"]) == embedder.vectors(["a", "b"])).all()


def test_every_sentence_has_a_vector_near_its_passage(synthetic):
    _, embedder = synthetic
    (made,) = embedder.embed_passages(["One. Two."], [[(0, 4), (5, 9)]])
    cosines = made.parts @ made.whole
    assert ((cosines > 0.599) & (cosines < 0.901)).tolist() == [True, True]


def test_passages_may_have_different_numbers_of_sentences(synthetic):
    _, embedder = synthetic
    made = embedder.embed_passages(["a", "b", "c"], [[(0, 1)], [], [(0, 1), (0, 1)]])
    assert [len(one.parts) for one in made] == [1, 0, 2]


def test_no_text_has_no_vectors(synthetic):
    _, embedder = synthetic
    assert embedder.embed_passages([], []) == []


def test_questions_and_pieces_are_the_real_model_s(synthetic, embedder):
    _, made = synthetic
    assert made.count(["one two"]) == [2]
    assert (made.embed_query("one") == embedder.embed_query("one")).all()
