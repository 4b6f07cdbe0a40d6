"""A question → the passages that may be found, and what is known of each."""

from dataclasses import fields
from math import log

import pytest

from index import candidates as module
from index.candidates import Candidates, candidates
from index.filters import EVERYTHING, Filters
from ingest.document import Author, Document, Segment

EXACT = {"MEANING": 300, "WORDS": 1_000, "NEXT_TO": 200, "NEXT": 0, "DOCUMENTS": 0}
"""Everything that is found, and nothing beside it."""

ANN, BO = Filters(authors=("Ann",)), Filters(authors=("Bo",))


def paragraph(word):
    """A passage by itself that is about nothing else."""
    return f"{' '.join([word] * 70)}."


def page(words, name="a.txt", by=""):
    """A paragraph for each word, by an author for each, if any is named."""
    text = "\n\n".join(map(paragraph, words.split()))
    starts = [text.index(word) for word in words.split()]
    ends = [*starts[1:], len(text)]
    segments = [
        Segment(start, end, (Author(author),), "metadata")
        for start, end, author in zip(starts, ends, by.split(), strict=True)
    ] if by else [Segment(0, len(text))]  # fmt: skip
    return Document(f"file:/{name}", "file", text, tuple(segments), path=name)


@pytest.fixture
def reach(monkeypatch):
    """Sets how far candidates are looked for."""

    def set_(**changed):
        for name, value in (EXACT | changed).items():
            monkeypatch.setattr(module, name, value)

    return set_


@pytest.fixture
def found(library):
    """Puts pages into the library, and asks it by some words and by the meaning of others."""

    def ask(words, meaning, *pages, filters=EVERYTHING, without=()):
        library.put(
            *(
                one if isinstance(one, Document) else page(one, str(number))
                for number, one in enumerate(pages)
            )
        )
        library.update()
        vector = library.embedder.embed_query(meaning)
        return candidates(words, vector, library.stores, filters, without)

    return ask


def ids(candidates):
    return candidates.ids.tolist()


@pytest.mark.parametrize("all_", [50_000, 0], ids=["few passages", "many passages"])
def test_the_nearest_in_meaning_are_candidates(found, reach, all_):
    reach(MEANING=1, ALL=all_)
    assert ids(found("", "cat", "ant bee cat")) == [3]


def test_the_best_by_words_are_candidates_too(found, reach):
    reach(MEANING=1)
    assert ids(found("ant", "cat", "ant bee cat")) == [1, 3]


def test_neighbours_are_candidates_on_both_sides(found, reach):
    reach(MEANING=1, NEXT=2)
    assert ids(found("", "dog", "ant bee cat dog eel fox gnu")) == [2, 3, 4, 5, 6]


def test_neighbours_are_of_the_same_document(found, reach):
    reach(MEANING=1, NEXT=2)
    assert ids(found("", "cat", "ant bee", "cat dog", "eel fox")) == [3, 4]


def test_only_the_best_bring_their_neighbours(found, reach):
    reach(MEANING=2, NEXT_TO=1, NEXT=1)
    assert ids(found("", "bee cat cat", "ant bee", "cat dog")) == [2, 3, 4]


def test_the_passages_of_the_best_document_are_candidates(found, reach):
    reach(MEANING=1, DOCUMENTS=1)
    assert ids(found("", "dog", "ant bee", "cat dog eel fox", "gnu hen")) == [3, 4, 5, 6]


def test_that_is_the_document_with_the_best_passages_together(found, reach):
    reach(MEANING=3, DOCUMENTS=1)
    query = "ant ant ant bee bee cat cat"
    assert ids(found("bee cat", query, "ant dog", "bee cat eel")) == [1, 3, 4, 5]


def test_of_a_long_document_only_the_best_are_candidates(found, reach):
    reach(MEANING=1, DOCUMENTS=1, OF_DOCUMENT=3)
    assert ids(found("fox", "bee bee dog", "ant bee cat dog eel fox")) == [2, 4, 6]


def test_candidates_come_once_and_in_the_order_of_their_ids(found, reach):
    reach(NEXT=2, DOCUMENTS=9)
    assert ids(found("cat", "bee", "ant bee cat", "dog cat")) == [1, 2, 3, 4, 5]


def test_an_empty_index_has_no_candidates(found):
    none = found("cat", "cat")
    assert {len(getattr(none, field.name)) for field in fields(Candidates)} == {0}


@pytest.fixture(params=[20_000, 0], ids=["few pass", "many pass"])
def filtered(request, reach):
    """Filters that leave few passages, all to be compared, and ones that leave many."""
    reach(FEW=request.param)


ANNS_BOS = page("ant bee cat dog", by="Ann Ann Bo Bo")


@pytest.mark.parametrize(
    ("filters", "expected"),
    [(ANN, [1, 2]), (BO, [3, 4]), (Filters(authors=("Ann", "Bo")), [1, 2, 3, 4])],
    ids=str,
)
@pytest.mark.usefixtures("filtered")
def test_what_filters_leave_out_is_no_candidate(found, filters, expected):
    assert ids(found("ant cat", "bee dog", ANNS_BOS, filters=filters)) == expected


def test_of_few_that_pass_the_nearest_are_candidates(found, reach):
    reach(MEANING=1)
    assert ids(found("", "dog dog ant", ANNS_BOS, filters=ANN)) == [1]


@pytest.mark.usefixtures("filtered")
def test_an_author_of_nothing_has_no_candidates(found):
    assert ids(found("ant", "ant", ANNS_BOS, filters=Filters(authors=("Cy",)))) == []


@pytest.mark.parametrize("few", [20_000, 0])
def test_the_farthest_is_found_where_the_filters_leave_nothing_else(found, reach, few):
    reach(MEANING=1, FEW=few)
    ants = [page("ant", str(number), by="Ann") for number in range(9)]
    last = page("bee", "bee", by="Bo")
    assert ids(found("", "ant", *ants, last, filters=BO)) == [10]


def test_where_many_pass_no_more_than_the_most_are_looked_at(found, reach):
    reach(FEW=0, MOST=1)
    assert ids(found("", "ant bee bee", ANNS_BOS, filters=ANN)) == [2]
    assert ids(found("", "ant cat cat", filters=ANN)) == []


@pytest.mark.parametrize("few", [20_000, 0])
def test_neighbours_by_others_are_let_in_by_no_filter(found, reach, few):
    reach(NEXT=2, DOCUMENTS=9, FEW=few)
    assert ids(found("bee", "bee", ANNS_BOS, filters=ANN)) == [1, 2]


def test_neighbours_by_others_say_something_all_the_same(found):
    told = found("", "cat", ANNS_BOS, filters=ANN)
    assert told.neighbours_meaning.tolist() == [0, 0.5]


def test_documents_without_which_it_is_done_have_no_candidates(found, reach):
    reach(NEXT=2, DOCUMENTS=9)
    pages = page("ant bee", "1"), page("ant cat", "2")
    assert ids(found("ant", "ant", *pages, without=[pages[0].id])) == [3, 4]


@pytest.mark.parametrize("all_", [50_000, 0], ids=["few passages", "many passages"])
def test_what_was_replaced_never_comes_back(found, reach, all_):
    reach(NEXT=2, DOCUMENTS=9, ALL=all_)
    found("ant", "ant", page("ant bee cat", "1"), page("ant dog", "2"))
    assert ids(found("ant", "ant", page("ant eel", "1"))) == [4, 5, 6, 7]


def test_what_was_removed_is_no_neighbour(found, library, reach):
    reach(NEXT=2, DOCUMENTS=9)
    first, second = page("ant bee", "1"), page("cat dog", "2")
    found("", "cat", first, second)
    library.remove(first)
    assert ids(found("", "cat")) == [3, 4]


def test_the_meaning_is_the_cosine_with_the_question(found):
    assert found("", "bee", "ant bee").meaning.tolist() == [0, 1]


def test_the_words_are_a_share_of_the_best(found):
    words = found("ant bee", "", "ant bee cat", page("ant bee", "both")).words
    assert (words.max(), words[2]) == (1, 0)


def test_the_score_by_words_counts_where_only_the_meaning_brought_it(found, reach):
    reach(MEANING=1)
    told = found("ant bee", "bee", "ant ant ant bee")
    assert (told.words > 0).all()


def test_neighbours_say_the_mean_of_before_and_after(found):
    told = found("ant", "ant", "ant bee cat")
    assert told.neighbours_meaning.tolist() == told.neighbours_words.tolist() == [0, 0.5, 0]


def test_no_neighbour_of_another_document_says_anything(found):
    assert found("ant", "ant", "ant", "bee").neighbours_meaning.tolist() == [0, 0]


def test_a_neighbour_says_something_though_it_is_no_candidate(found, reach):
    reach(MEANING=1, WORDS=1)
    told = found("", "ant ant bee bee bee", "ant bee")
    assert (ids(told), told.neighbours_meaning[0] > 0) == ([2], True)


def test_a_document_says_the_best_of_its_candidates(found):
    told = found("ant", "cat", "ant bee", "dog cat")
    assert told.document_words.tolist() == [1, 1, 0, 0]
    assert told.document_meaning.tolist() == [0, 0, 1, 1]


def test_the_length_is_the_logarithm_of_the_characters(found):
    short, long = "Cats sleep.", paragraph("ant")
    told = found("", "ant", Document("file:/a", "file", short, (Segment(0, len(short)),)), "ant")
    assert told.length.tolist() == pytest.approx([log(1 + len(short)), log(1 + len(long))])
