"""Vectors as they pass between files: whole, and in a quarter of the room."""

import numpy as np
import pytest

from index.vector import cosines, small, unit


def vectors(*rows):
    return np.array(rows, dtype=np.float32)


def test_a_vector_gets_the_length_of_one():
    assert unit(vectors([3, 4])).tolist() == [[pytest.approx(0.6), pytest.approx(0.8)]]


def test_one_vector_alone_does_too():
    assert unit(vectors(3, 4)).tolist() == [pytest.approx(0.6), pytest.approx(0.8)]


def test_a_vector_without_a_direction_stays_as_it_is():
    assert unit(vectors([0, 0], [0, 2])).tolist() == [[0, 0], [0, 1]]


def test_a_vector_that_is_given_is_not_changed():
    unit(given := vectors([3, 4]))
    assert given.tolist() == [[3, 4]]


def test_small_vectors_are_whole_numbers_up_to_127():
    made = small(vectors([1, -1, 0], [0.6, 0.8, 0]))
    assert (made.dtype, made.tolist()) == (np.int8, [[127, -127, 0], [76, 102, 0]])


def test_the_cosine_of_a_small_vector_with_itself_is_one():
    assert cosines(small(vectors([1, 0], [0, -1])), vectors(0, -1)).tolist() == [0, 1]


def test_cosines_keep_two_decimals():
    made = unit(np.random.default_rng(0).normal(size=(200, 384)).astype(np.float32))
    assert np.abs(cosines(small(made), made[0]) - made @ made[0]).max() < 0.01


def test_no_vectors_have_no_cosines():
    assert cosines(small(np.empty((0, 2), dtype=np.float32)), vectors(0, 1)).shape == (0,)
