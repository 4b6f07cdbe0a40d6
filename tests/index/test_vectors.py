"""The vectors of passages in Chroma."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from errors import BadInput
from index import vectors
from index.vectors import VectorStore

AXES = np.eye(4, 8, dtype=np.float32)


@pytest.fixture
def store(tmp_path):
    opened = VectorStore(tmp_path / "vectors", "", "whosaid-test")
    yield opened
    opened.close()


def test_the_nearest_come_first(store):
    between = (AXES[0] + AXES[1]) / np.sqrt(2)
    store.put([7, 8, 9], np.stack([AXES[2], between, AXES[0]]))
    assert store.nearest(AXES[0], 3) == [9, 8, 7]


def test_no_more_are_found_than_were_asked_for(store):
    store.put([1, 2, 3], AXES[:3])
    assert len(store.nearest(AXES[0], 2)) == 2


def test_an_empty_store_finds_nothing(store):
    assert (store.nearest(AXES[0], 10), store.fetch([1]), store.count()) == ([], {}, 0)


def test_what_is_put_again_is_replaced(store):
    store.put([1], AXES[:1])
    store.put([1], AXES[1:2])
    assert (store.count(), store.fetch([1])[1].tolist()) == (1, AXES[1].tolist())


def test_what_is_removed_is_gone(store):
    store.put([1, 2], AXES[:2])
    store.remove([1])
    assert (store.nearest(AXES[0], 10), list(store.fetch([1, 2])), store.count()) == ([2], [2], 1)


def test_what_is_not_there_can_be_removed(store):
    store.remove([7])
    store.remove([])
    assert store.count() == 0


def test_vectors_are_fetched_as_they_were_put(store):
    store.put([1, 2], AXES[:2])
    fetched = store.fetch([2, 3, 1])
    assert {id_: vector.tolist() for id_, vector in fetched.items()} == {
        1: AXES[0].tolist(), 2: AXES[1].tolist()
    }  # fmt: skip


def test_more_than_a_batch_is_put_fetched_and_removed(store, monkeypatch):
    monkeypatch.setattr(vectors, "BATCH", 2)
    store.put([1, 2, 3, 4], AXES)
    assert sorted(store.fetch([1, 2, 3, 4])) == [1, 2, 3, 4]
    store.remove([1, 2, 3])
    assert store.nearest(AXES[0], 10) == [4]


WRITE = """
import sys, numpy
from pathlib import Path
from index.vectors import VectorStore
store = VectorStore(Path(sys.argv[1]), "", "whosaid-test")
store.put([2], numpy.eye(4, 8, dtype=numpy.float32)[1:2])
store.close()
"""


def test_what_another_process_writes_is_found_after_reopening(store, tmp_path):
    store.put([1], AXES[:1])
    assert store.nearest(AXES[1], 10) == [1]
    subprocess.run([sys.executable, "-c", WRITE, tmp_path / "vectors"], check=True)
    store.reopen()
    assert store.nearest(AXES[1], 10) == [2, 1]


def test_a_search_is_not_disturbed_by_reopening_in_another_thread(store):
    store.put([1], AXES[:1])
    with ThreadPoolExecutor(1) as pool:
        reopening = pool.submit(lambda: [store.reopen() for _ in range(20)])
        while not reopening.done():
            assert store.nearest(AXES[0], 10) == [1]
    assert len(reopening.result()) == 20


def test_what_is_written_is_there_after_opening_again(store, tmp_path):
    store.put([1], AXES[:1])
    store.close()
    again = VectorStore(tmp_path / "vectors", "", "whosaid-test")
    assert again.nearest(AXES[0], 10) == [1]
    again.close()


def test_two_collections_in_one_folder_are_apart(store, tmp_path):
    store.put([1], AXES[:1])
    assert VectorStore(tmp_path / "vectors", "", "whosaid-other").count() == 0


@pytest.mark.parametrize("server", ["localhost:8000", "ftp://localhost", "http://"])
def test_a_server_that_is_no_address_is_bad_input(tmp_path, server):
    with pytest.raises(BadInput) as caught:
        VectorStore(tmp_path, server, "whosaid-test")
    assert (
        str(caught.value)
        == f"setting 'chroma': {server!r} is not a URL such as http://localhost:8000"
    )


def test_a_server_that_does_not_answer_is_bad_input(tmp_path):
    with pytest.raises(BadInput) as caught:
        VectorStore(tmp_path, "http://127.0.0.1:9", "whosaid-test")
    assert str(caught.value) == "setting 'chroma': no Chroma server answers at http://127.0.0.1:9"
