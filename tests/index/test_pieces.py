"""Texts as the word pieces that a model reads, and what becomes of spans of them."""

import numpy as np
import pytest
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer
from tokenizers.processors import BertProcessing

from index.fast_model import taken_apart
from index.pieces import Batch, Pieces, pooled

VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "cat", "dog", "##s", "sleep", "."]
PAD, UNKNOWN, BEFORE, AFTER, CAT, DOG, S, SLEEP, END = range(9)
LIMIT = 8


@pytest.fixture
def pieces(tmp_path):
    """Reads the words of the vocabulary, eight pieces at most, as the models of BERT's kind do."""
    words = {piece: number for number, piece in enumerate(VOCABULARY)}
    tokenizer = Tokenizer(WordPiece(words, unk_token="[UNK]"))
    tokenizer.normalizer, tokenizer.pre_tokenizer = BertNormalizer(), BertPreTokenizer()
    tokenizer.post_processor = BertProcessing(("[SEP]", AFTER), ("[CLS]", BEFORE))
    tokenizer.save(str(tmp_path / "tokenizer.json"))
    return Pieces(tmp_path / "tokenizer.json", LIMIT)


def batch(pieces, *texts):
    (only,) = pieces.batches(texts, len(texts))
    return only


def test_a_text_stands_between_what_the_model_adds(pieces):
    read = batch(pieces, "Cats sleep.")
    assert read.ids.tolist() == [[BEFORE, CAT, S, SLEEP, END, AFTER, PAD, PAD]]
    assert read.mask.tolist() == [[1, 1, 1, 1, 1, 1, 0, 0]]


def test_its_own_pieces_and_their_places_are_known(pieces):
    read = batch(pieces, "Cats sleep.")
    assert (read.first, [places.tolist() for places in read.places]) == ([1], [[2, 3, 9, 10]])


def test_a_piece_stands_where_its_last_character_does(pieces):
    assert batch(pieces, "é🙂 cat").places[0].tolist() == [1, 5]


def test_a_text_that_is_too_long_is_read_as_far_as_it_goes(pieces):
    read = batch(pieces, "cat " * 9)
    assert read.ids.tolist() == [[BEFORE, *[CAT] * 6, AFTER]]
    assert read.places[0].tolist() == [2, 6, 10, 14, 18, 22]


@pytest.mark.parametrize("text", ["", "\u200b"], ids=ascii)
def test_a_text_without_pieces_has_none_of_its_own(pieces, text):
    read = batch(pieces, text)
    assert (read.mask.sum(), read.first, read.places[0].tolist()) == (2, [0], [])


def test_texts_of_like_length_are_read_together(pieces):
    texts = ["cats sleep", "cat", "dogs sleep.", "dog"]
    assert [read.rows for read in pieces.batches(texts, 2)] == [[1, 3], [0, 2]]


def test_no_texts_are_no_batches(pieces):
    assert list(pieces.batches([], 4)) == []


def test_each_text_of_a_batch_is_read_as_it_is_alone(pieces):
    together, alone = batch(pieces, "cat", "cats sleep."), batch(pieces, "cat")
    assert together.ids[0].tolist() == alone.ids[0].tolist()
    assert together.places[0].tolist() == alone.places[0].tolist()


def test_pieces_are_counted_without_what_is_added_and_without_end(pieces):
    assert pieces.count(["cats", "", "cat " * 40]) == [2, 0, 40]


WHOLE = np.array([0, 1], dtype=np.float32)
STATES = np.array([[1, 0], [0, 1], [3, 4]], dtype=np.float32)
PLACES = np.array([0, 3, 5])


@pytest.mark.parametrize(
    ("span", "vector"),
    [
        ((0, 3), [1, 0]),
        ((5, 9), [0.6, 0.8]),
        ((0, 5), [0.5**0.5, 0.5**0.5]),
        ((3, 9), [3 / 34**0.5, 5 / 34**0.5]),
    ],
)
def test_the_vector_of_a_span_is_the_mean_of_its_pieces_at_unit_length(span, vector):
    assert pooled(STATES, PLACES, [span], WHOLE)[0].tolist() == pytest.approx(vector)


def test_a_piece_is_of_the_span_that_it_begins_in():
    assert pooled(STATES, PLACES, [(0, 2), (2, 4)], WHOLE).tolist() == [[1, 0], [0, 1]]


def test_a_span_that_is_read_in_part_is_the_mean_of_what_is_read():
    assert pooled(STATES, PLACES, [(3, 90)], WHOLE).tolist() == pooled(
        STATES, PLACES, [(3, 6)], WHOLE
    ).tolist()  # fmt: skip


def test_a_span_of_which_nothing_is_read_counts_as_the_whole():
    assert pooled(STATES, PLACES, [(6, 9), (20, 30)], WHOLE).tolist() == [[0, 1], [0, 1]]


def test_no_spans_have_no_vectors():
    assert pooled(STATES, PLACES, [], WHOLE).shape == (0, 2)


def test_the_spans_of_a_text_without_pieces_count_as_the_whole():
    assert pooled(STATES[:0], PLACES[:0], [(0, 1)], WHOLE).tolist() == [[0, 1]]


TWO = Batch(
    rows=[5, 2],
    ids=np.zeros((2, 4), dtype=np.int64),
    mask=np.ones((2, 4), dtype=np.int64),
    places=[np.array([0, 4]), np.array([0])],
    first=[1, 1],
)
WHOLES = np.array([[0, 1], [1, 0]], dtype=np.float32)
READ = np.array([[[9, 9], [1, 0], [0, 1], [9, 9]], [[9, 9], [3, 4], [9, 9], [9, 9]]], np.float32)
SPANS = {5: [(0, 4), (4, 8), (0, 8)], 2: [(0, 4)]}


def test_vectors_go_to_the_texts_that_they_are_of():
    read = taken_apart(TWO, WHOLES, READ, SPANS, by_mean=True)
    assert {row: one.whole.tolist() for row, one in read.items()} == {5: [0, 1], 2: [1, 0]}


def test_spans_are_pooled_without_what_the_model_adds():
    read = taken_apart(TWO, WHOLES, READ, SPANS, by_mean=True)
    assert read[5].parts[:2].tolist() == [[1, 0], [0, 1]]
    assert read[2].parts[0].tolist() == pytest.approx([0.6, 0.8])


def test_where_the_model_does_not_pool_by_mean_spans_count_as_the_whole():
    read = taken_apart(TWO, WHOLES, READ, SPANS, by_mean=False)
    assert {row: one.parts.tolist() for row, one in read.items()} == {
        5: [[0, 1], [0, 1], [0, 1]],
        2: [[1, 0]],
    }


def test_vectors_are_kept_when_the_model_reads_on():
    whole, states = WHOLES.copy(), READ.copy()
    read = taken_apart(TWO, whole, states, SPANS, by_mean=True)
    whole[:], states[:] = 7, 7
    assert (read[5].whole.tolist(), read[5].parts[0].tolist()) == ([0, 1], [1, 0])
