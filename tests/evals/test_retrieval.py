"""How questions are put to an index that is kept, and how shares and times are written."""

import pytest

from evals.answers import corpus_source
from evals.retrieval import (
    Found,
    ask,
    milliseconds,
    opened,
    paces,
    percent,
    search,
    spread,
    told,
)

CORPUS = {"a.txt": "Mice sleep in the barn all day.", "b.txt": "Rust had eaten the bolts."}


def test_an_index_is_made_once(settings):
    with opened(settings, [corpus_source(CORPUS)]) as library:
        first = library.stores.catalogue.revision
    with opened(settings, [corpus_source(CORPUS)]) as library:
        assert (library.stores.catalogue.revision, library.pending) == (first, 0)


def test_an_index_follows_its_material(settings):
    with opened(settings, [corpus_source(CORPUS)]):
        pass
    with opened(settings, [corpus_source({"c.txt": "Dogs bark at mice."})]) as library:
        found = search(library, "mice", 5)
    assert found.passages == [("c.txt", 0, 18)]


def test_a_question_is_put_to_the_search_and_to_the_answerer(settings):
    with opened(settings, [corpus_source(CORPUS)]) as library:
        asked = ask(library, "What had eaten the bolts?", 1)
    assert asked.found.passages == asked.cited == [("b.txt", 0, 25)]


def test_an_abstention_cites_nothing(asked):
    assert asked([("a", 0, 5)], []).cited == []


def test_paces_are_those_of_searches_and_of_answers(asked):
    assert [pace for _, pace in paces([asked([], [])] * 2)] == ["2.0 / 2.0", "3.0 / 3.0"]


def test_a_document_ranks_by_its_best_passage(hit):
    a, b = hit("a", "Mice."), hit("b", "Rats.")
    assert Found([a, b, a], 0.0).documents == [(a.document.id,), (b.document.id,)]


def test_a_document_ranks_with_those_that_hold_the_same_passage(hit):
    found = hit("a", "Mice.", same=("x", "y"))
    assert Found([found], 0.0).documents == [(found.document.id, "x", "y")]


@pytest.mark.parametrize(
    ("limit", "chosen"), [(None, [0, 1, 2, 3, 4]), (2, [0, 2]), (4, [0, 1, 2, 3]), (9, range(5))]
)
def test_items_are_spread_evenly(limit, chosen):
    assert spread(range(5), limit) == list(chosen)


def test_nothing_can_be_spread():
    assert spread([], 3) == []


def test_all_items_are_told():
    assert list(told([1, 2])) == [1, 2]


def test_shares_are_written_as_percentages_with_their_interval():
    assert percent([0.5, 0.5]) == "50.0 % (50.0 to 50.0)"


def test_times_are_written_with_the_slowest():
    assert milliseconds(range(101)) == "50.0 / 95.0"
