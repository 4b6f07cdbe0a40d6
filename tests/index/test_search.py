"""A question → hits."""

import pytest

from index.filters import Filters


@pytest.fixture
def filled(library, document):
    """Three documents: two by people, one by nobody."""
    library.put(
        document("Optimizers seek power.", "jane", "Jane Doe", date="2024-03-01"),
        document("Measures fail under pressure.", "ann", "Ann Lee", date="2022"),
        document("Cats sleep all day."),
    )
    library.update()
    return library


def test_a_hit_is_a_passage_with_its_document(filled, document):
    hit = filled.search.hits("power", 1)[0]
    assert (hit.text, hit.document.path) == ("Optimizers seek power.", "jane")
    assert [author.name for author in hit.segment.authors] == ["Jane Doe"]


def test_hits_come_best_first(filled):
    scores = [hit.score for hit in filled.search.hits("measures of power", 10)]
    assert (len(scores), scores) == (3, sorted(scores, reverse=True))


def test_a_search_that_did_not_find_a_passage_gives_it_no_score(filled):
    hit = filled.search.hits("power", 3)[-1]
    assert hit.words == 0.0


def test_no_more_hits_come_than_were_asked_for(filled):
    assert [len(filled.search.hits("power", count)) for count in (0, 1, 2, 9)] == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("filters", "found"),
    [(Filters(authors=("Ann Lee",)), ["ann"]), (Filters(after="2023"), ["jane"]),
     (Filters(before="2023"), ["ann"]), (Filters(source="blog"), [])],
    ids=str,
)  # fmt: skip
def test_both_searches_are_filtered(filled, filters, found):
    assert [hit.document.path for hit in filled.search.hits("power", 9, filters)] == found


def test_the_same_text_is_found_once(library, document):
    library.put(document("Power.", "1"), document("Power.", "2"), document("Cats.", "3"))
    library.update()
    assert library.found("power") == ["Power.", "Cats."]


def test_an_empty_index_finds_nothing(library):
    assert library.found("power") == []


@pytest.mark.parametrize("query", ["", "?", "\ud83d", "a" * 10_000], ids=ascii)
def test_any_query_can_be_searched_for(filled, query):
    assert len(filled.found(query.encode("utf-8", "replace").decode())) == 3


def test_what_is_removed_from_the_archive_is_not_found_before_the_index_knows(filled, document):
    filled.remove(document("", "jane"))
    assert "Optimizers seek power." not in filled.found("power")


def test_what_is_changed_in_the_archive_is_not_misquoted_before_the_index_knows(filled, document):
    filled.put(document("Somebody else wrote all of this, and it is new.", "jane", "Ann Lee"))
    assert [hit for hit in filled.search.hits("power", 9) if hit.document.path == "jane"] == []


def test_what_another_writer_adds_is_found(new_library, document):
    reader, writer = new_library("library"), new_library("library")
    assert reader.found("power") == []
    writer.put(document("Optimizers seek power."))
    writer.update()
    assert reader.found("power") == ["Optimizers seek power."]
