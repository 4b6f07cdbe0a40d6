"""Which passages there are, and where their sentences stand."""

import numpy as np
import pytest

from index.catalogue import Catalogue
from index.passage import Passage
from index.places import Place
from index.sentence_store import Sentences


@pytest.fixture
def catalogue(tmp_path):
    return Catalogue(tmp_path / "passages.db")


def passage(document, start=0, end=10, heading=None):
    return Passage(document, start, end, ((start, end),), 0, heading)


READ = Sentences(np.zeros((1, 4), dtype=np.int8), (frozenset({"power"}),))


def put(catalogue, *passages, places=()):
    """Put passages of one sentence each in the place of what their documents had."""
    digests = [f"{number}".encode() for number in range(len(passages))]
    documents = [one.document for one in passages]
    return catalogue.replace(documents, passages, digests, [READ] * len(passages), places)


def test_a_passage_comes_back_as_it_was_put(catalogue):
    stored = Passage("d", 3, 20, ((3, 8), (9, 20)), 2, "A > B")
    assert catalogue.passages(put(catalogue, stored)) == {1: stored}


def test_ids_are_never_used_again(catalogue):
    first = put(catalogue, passage("d"), passage("d", 11, 20))
    catalogue.replace(["d"], [], [], [], [])
    assert (first, put(catalogue, passage("d"))) == ([1, 2], [3])


def test_the_passages_of_other_documents_stay(catalogue):
    (kept,) = put(catalogue, passage("kept"))
    (old,) = put(catalogue, passage("d"))
    (new,) = put(catalogue, passage("d"))
    assert sorted(catalogue.passages([kept, old, new])) == [kept, new]


def test_ids_of_documents_are_found(catalogue):
    put(catalogue, passage("a"), passage("b"), passage("a", 11, 20))
    assert (catalogue.ids_of(["a"]), catalogue.ids_of(["b", "none"])) == ([1, 3], [2])


def test_a_passage_is_found_by_its_digest(catalogue):
    put(catalogue, passage("a"), passage("b"))
    assert catalogue.ids_by_digest([b"1", b"7"]) == {b"1": 2}


def test_no_ids_have_no_passages(catalogue):
    assert catalogue.passages([]) == {}


@pytest.mark.parametrize(("start", "heading"), [(0, "A"), (9, "A"), (10, None), (11, "B")])
def test_a_place_stands_under_the_heading_of_its_passage(catalogue, start, heading):
    put(catalogue, passage("d", 0, 10, "A"), passage("d", 11, 20, "B"))
    assert catalogue.heading(Place("d", start, start + 1)) == heading


def test_passages_are_counted(catalogue):
    put(catalogue, passage("a"), passage("b"))
    assert catalogue.count() == 2


def test_the_revision_is_kept(tmp_path, catalogue):
    assert catalogue.revision == 0
    catalogue.revision = 7
    assert Catalogue(tmp_path / "passages.db").revision == 7


def test_a_replacement_that_fails_changes_nothing(catalogue):
    put(catalogue, passage("d"))

    def failing():
        yield "One.", Place("d", 0, 4)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        put(catalogue, passage("d", 3, 9), places=failing())
    assert catalogue.passages([1]) == {1: passage("d")}
