"""What is known of each passage's sentences."""

import numpy as np
import pytest

from index import sentence_store
from index.catalogue import Catalogue
from index.passage import Passage
from index.sentence_store import Sentences


def sentences(*stems):
    """Sentences with these stems, the vectors of which are their numbers."""
    vectors = np.array([[number, -number] for number in range(len(stems))], dtype=np.int8)
    return Sentences(vectors, tuple(frozenset(one.split()) for one in stems))


@pytest.fixture
def catalogue(tmp_path):
    return Catalogue(tmp_path / "passages.db")


def put(catalogue, document, *read):
    """Put a passage for each of the sentences in the place of what the document had."""
    passages = [Passage(document, n, n + 1, ((n, n + 1),), 0) for n in range(len(read))]
    return catalogue.replace([document], passages, [b""] * len(read), read, [])


@pytest.mark.parametrize(
    "stems", [("cat sleep",), ("cat sleep", "dog"), ("cat", "", "dog"), ("",), ("", "")], ids=str
)
def test_sentences_come_back_as_they_were_put(catalogue, stems):
    (id_,) = put(catalogue, "d", sentences(*stems))
    read = catalogue.sentences.of([id_])[id_]
    assert read.stems == sentences(*stems).stems
    assert read.vectors.tolist() == [[number, -number] for number in range(len(stems))]


def test_each_passage_has_its_own(catalogue):
    put(catalogue, "d", sentences("cat"), sentences("dog", "bird"))
    found = catalogue.sentences.of([2, 1])
    assert {id_: read.stems for id_, read in found.items()} == {
        1: ({"cat"},),
        2: ({"dog"}, {"bird"}),
    }


def test_what_is_not_there_is_left_out(catalogue):
    put(catalogue, "d", sentences("cat"))
    assert (list(catalogue.sentences.of([1, 7])), catalogue.sentences.of([])) == ([1], {})


def test_more_are_read_than_one_query_asks_for(catalogue, monkeypatch):
    monkeypatch.setattr(sentence_store, "PART", 2)
    ids = put(catalogue, "d", *[sentences("cat")] * 5)
    assert list(catalogue.sentences.of(ids)) == ids == [1, 2, 3, 4, 5]


def test_those_of_what_is_replaced_are_gone(catalogue):
    put(catalogue, "d", sentences("cat"), sentences("dog"))
    put(catalogue, "d", sentences("bird"))
    assert list(catalogue.sentences.of([1, 2, 3])) == [3]


def test_those_of_other_documents_stay(catalogue):
    put(catalogue, "a", sentences("cat"))
    put(catalogue, "b", sentences("dog"))
    put(catalogue, "b")
    assert list(catalogue.sentences.of([1, 2])) == [1]


def test_those_of_a_replacement_that_fails_are_not_there(catalogue):
    put(catalogue, "d", sentences("cat"))

    def failing():
        yield from ()
        raise ZeroDivisionError

    passage = Passage("d", 0, 1, ((0, 1),), 0)
    with pytest.raises(ZeroDivisionError):
        catalogue.replace(["d"], [passage], [b""], [sentences("dog")], failing())
    assert {id_: read.stems for id_, read in catalogue.sentences.of([1, 2]).items()} == {
        1: ({"cat"},)
    }
