"""What ranking asks of any passage, by passage id."""

import numpy as np
import pytest

from index import flat as module
from index.flat import FlatEntry, FlatVectors

AXES = np.eye(4, dtype=np.float32)


@pytest.fixture
def flat(tmp_path):
    return FlatVectors(tmp_path / "vectors.i8", 4)


def put(flat, *passages):
    """Put passages, each (id, first, length), the vector of each on the axis of its id."""
    entries = [FlatEntry(*passage) for passage in passages]
    flat.put(entries, np.stack([AXES[entry.id % 4] for entry in entries]))


def ids(*numbers):
    return np.array(numbers, dtype=np.int64)


def test_the_cosines_of_passages_come_in_the_order_that_was_asked_for(flat):
    put(flat, (1, 1, 10), (2, 1, 10), (3, 1, 10))
    assert flat.cosines(ids(3, 1, 2), AXES[1]).tolist() == [0, 1, 0]


def test_a_cosine_keeps_two_decimals(flat):
    flat.put([FlatEntry(1, 1, 10)], np.array([[0.6, 0.8, 0, 0]], dtype=np.float32))
    assert flat.cosines(ids(1), AXES[0])[0] == pytest.approx(0.6, abs=0.004)


def test_a_passage_knows_the_first_of_its_document(flat):
    put(flat, (1, 1, 10), (2, 1, 10), (3, 3, 10))
    assert flat.firsts(ids(1, 2, 3)).tolist() == [1, 1, 3]


def test_lengths_are_in_characters(flat):
    put(flat, (1, 1, 70_000), (2, 1, 10))
    assert flat.lengths(ids(2, 1)).tolist() == [10, 70_000]


def test_no_passages_have_no_cosines(flat):
    assert flat.cosines(ids(), AXES[0]).shape == (0,)


@pytest.mark.parametrize("never", [-9, -1, 0, 9])
def test_what_never_was_is_of_no_document_and_near_to_nothing(flat, never):
    put(flat, (1, 1, 10), (2, 1, 10), (3, 1, 10))
    seen = [flat.firsts(ids(never)), flat.lengths(ids(never)), flat.cosines(ids(never), AXES[3])]
    assert [values.tolist() for values in seen] == [[0], [0], [0]]


def test_ids_that_were_left_out_are_of_no_document(flat):
    """A kill uses ids up: the catalogue had given them out already."""
    put(flat, (1, 1, 10))
    put(flat, (4, 4, 10))
    assert flat.firsts(ids(1, 2, 3, 4)).tolist() == [1, 0, 0, 4]


def test_the_passages_of_a_document_are_found_by_its_first(flat):
    put(flat, (1, 1, 10), (2, 2, 10), (3, 2, 10), (4, 4, 10))
    assert [flat.document(first).tolist() for first in (1, 2, 4)] == [[1], [2, 3], [4]]


@pytest.mark.parametrize("count", [63, 64, 65, 200])
@pytest.mark.parametrize("following", [0, 1])
def test_all_passages_of_a_long_document_are_found(flat, count, following):
    put(flat, *((1 + n, 1, 10) for n in range(count)))
    put(flat, *((1 + count + n, 1 + count, 10) for n in range(following + 1)))
    assert flat.document(1).tolist() == list(range(1, 1 + count))


def test_the_last_document_ends_with_the_file(flat):
    put(flat, *((1 + n, 1, 10) for n in range(200)))
    assert flat.document(1).tolist() == list(range(1, 201))


def test_the_nearest_come_in_the_order_of_their_ids(flat):
    put(flat, (1, 1, 10), (2, 1, 10), (3, 1, 10), (4, 4, 10), (5, 4, 10))
    assert flat.nearest(AXES[1], 2).tolist() == [1, 5]


def test_no_more_are_nearest_than_there_are(flat):
    put(flat, (1, 1, 10), (2, 1, 10))
    assert flat.nearest(AXES[1], 9).tolist() == [1, 2]


def test_nothing_is_nearest_in_an_empty_file(flat):
    assert flat.nearest(AXES[1], 9).tolist() == []


def test_of_equals_the_lower_ids_are_nearest(flat):
    put(flat, *((1 + n, 1, 10) for n in range(9)))
    assert flat.nearest(AXES[0] + AXES[2], 2).tolist() == [2, 4]


def test_more_are_compared_than_at_once(flat, monkeypatch):
    monkeypatch.setattr(module, "AT_ONCE", 2)
    put(flat, *((1 + n, 1, 10) for n in range(9)))
    assert flat.nearest(AXES[1], 3).tolist() == [1, 5, 9]


def test_what_is_forgotten_is_found_no_more(flat):
    put(flat, (1, 1, 10), (2, 2, 10), (3, 2, 10))
    flat.forget([2, 3])
    assert (flat.nearest(AXES[2], 9).tolist(), flat.firsts(ids(2)).tolist()) == ([1], [0])


def test_what_is_forgotten_is_found_no_more_by_who_has_the_file_open(flat, tmp_path):
    put(flat, (1, 1, 10), (2, 2, 10))
    reader = FlatVectors(tmp_path / "vectors.i8", 4)
    flat.forget([2])
    assert reader.nearest(AXES[2], 9).tolist() == [1]


def test_what_never_was_can_be_forgotten(flat):
    flat.forget([7])
    put(flat, (1, 1, 10))
    flat.forget([7, 2])
    assert flat.nearest(AXES[1], 9).tolist() == [1]


def test_what_is_put_is_there_after_opening_again(flat, tmp_path):
    put(flat, (1, 1, 10))
    put(flat, (2, 2, 20))
    again = FlatVectors(tmp_path / "vectors.i8", 4)
    assert (again.lengths(ids(1, 2)).tolist(), again.document(2).tolist()) == ([10, 20], [2])


def test_what_another_writes_is_seen_after_reopening(flat, tmp_path):
    reader = FlatVectors(tmp_path / "vectors.i8", 4)
    put(flat, (1, 1, 10))
    assert reader.firsts(ids(1)).tolist() == [0]
    reader.reopen()
    assert reader.firsts(ids(1)).tolist() == [1]


def test_an_open_reader_is_not_disturbed_by_what_another_writes(flat, tmp_path):
    put(flat, (1, 1, 10))
    reader = FlatVectors(tmp_path / "vectors.i8", 4)
    put(flat, (2, 2, 10))
    assert reader.firsts(ids(1, 2)).tolist() == [1, 0]


def test_a_row_that_a_kill_cut_off_is_not_read(flat, tmp_path):
    put(flat, (1, 1, 10), (2, 1, 10))
    file = tmp_path / "vectors.i8"
    file.write_bytes(file.read_bytes()[:-1])
    assert FlatVectors(file, 4).lengths(ids(1, 2)).tolist() == [10, 0]
