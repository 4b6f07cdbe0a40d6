"""A question → hits."""

import pytest

from index import search as module
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


def test_the_best_has_a_score_of_one(filled):
    assert filled.search.hits("measures of power", 1)[0].score == 1.0


def test_a_hit_knows_what_each_of_its_sentences_says(library, document):
    library.put(document("# Cats\nThey sleep. Dogs bark all night."))
    library.update()
    (hit,) = library.search.hits("dogs bark cats", 1)
    assert hit.sentences.held == ({"cat"}, {"dog", "bark", "cat"})
    assert [meaning > 0.3 for meaning in hit.sentences.meaning] == [False, True]


def test_there_are_as_many_sentences_as_the_passage_has(filled):
    for hit in filled.search.hits("power", 9):
        assert len(hit.sentences.meaning) == len(hit.passage.sentences)


def test_a_search_that_did_not_find_a_passage_gives_it_no_score(filled):
    hit = filled.search.hits("power", 3)[-1]
    assert hit.words == 0.0


def test_no_more_hits_come_than_were_asked_for(filled):
    assert [len(filled.search.hits("power", count)) for count in (0, 1, 2, 9)] == [0, 1, 2, 3]


def test_as_many_are_read_as_were_asked_for(filled, monkeypatch):
    monkeypatch.setattr(module, "READ", 1)
    assert len(filled.search.hits("power", 3)) == 3


@pytest.mark.parametrize(
    ("filters", "found"),
    [(Filters(authors=("Ann Lee",)), ["ann"]), (Filters(after="2023"), ["jane"]),
     (Filters(before="2023"), ["ann"]), (Filters(source="blog"), [])],
    ids=str,
)  # fmt: skip
def test_both_searches_are_filtered(filled, filters, found):
    assert [hit.document.path for hit in filled.search.hits("power", 9, filters)] == found


def test_nothing_by_an_author_of_nothing_is_found(filled):
    assert filled.found("power", authors=("Jane",)) == []


def test_documents_without_which_it_is_done_are_not_found(filled, document):
    jane = document("Optimizers seek power.", "jane")
    paths = [hit.document.path for hit in filled.search.hits("power", 9, without=[jane.id])]
    assert sorted(paths) == ["a.txt", "ann"]


def test_passages_that_follow_one_another_can_be_had_as_one(library, document):
    power, cats = (f"{word} {'and so on ' * 30}it goes." for word in ("Power", "Cats"))
    library.put(document(f"{power}\n\n{cats}", "1"), document("Dogs bark.", "2"))
    library.update()
    texts = [hit.text for hit in library.search.joined("power", 2)]
    assert texts == [f"{power}\n\n{cats}", "Dogs bark."]
    assert len(library.search.hits("power", 9)) == 3


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


def test_what_another_writer_replaces_is_found_no_more(new_library, document):
    reader, writer = new_library("library"), new_library("library")
    writer.put(document("Optimizers seek power."))
    writer.update()
    assert reader.found("power") == ["Optimizers seek power."]
    writer.put(document("Power is sought."))
    writer.update()
    assert reader.found("power") == ["Power is sought."]


def test_what_another_writer_adds_is_ranked_as_by_the_writer(new_library, document):
    reader, writer = new_library("library"), new_library("library")
    writer.put(document("Optimizers seek power.", "1"), document("Cats sleep.", "2"))
    writer.update()
    assert reader.search.hits("seek power", 9) == writer.search.hits("seek power", 9)


def test_what_another_writer_adds_is_found(new_library, document):
    reader, writer = new_library("library"), new_library("library")
    assert reader.found("power") == []
    writer.put(document("Optimizers seek power."))
    writer.update()
    assert reader.found("power") == ["Optimizers seek power."]
