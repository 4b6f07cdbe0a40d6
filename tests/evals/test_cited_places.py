"""What the archive has at the place of a citation, whatever the citation says of it."""

import pytest

from evals.cited_places import Places
from ingest.document import Author, Document, Segment

TEXT = "Mice sleep. Cats wake. Dogs bark."
PAGE = Document(
    "k",
    "file",
    TEXT,
    (
        Segment(0, 12, (Author("Ann Lee", ("ann",)),), "byline"),
        Segment(12, 23, (Author("Ann Lee", ("ann",)),), "byline", speaker="Bo Ray"),
        Segment(23, 33, (Author("Cy"),), "byline"),
    ),
    title="On sleep",
)


@pytest.fixture
def at(library, citation):
    """The place of some words of the page."""

    def find(words):
        library.put(PAGE)
        start = TEXT.index(words)
        return Places(library.archive).at(
            citation(words, "Eve", document=PAGE.id, start=start, end=start + len(words))
        )

    return find


@pytest.fixture
def citation():
    from tests.answer.conftest import citation as fixture

    return fixture.__wrapped__()


def test_own_words_are_their_writers_by_all_names(at):
    place = at("Mice sleep.")
    assert (place.words, place.voices, place.quoting) == ("Mice sleep.", {"Ann Lee", "ann"}, set())


def test_quoted_words_are_the_speakers_and_told_by_who_quotes(at):
    place = at("Cats wake.")
    assert (place.voices, place.quoting) == ({"Bo Ray"}, {"Ann Lee", "ann"})


def test_words_of_two_voices_are_nobodys(at):
    place = at("Cats wake. Dogs")
    assert (place.voices, place.signed) == (set(), False)


def test_its_page_tells_its_title(at):
    assert at("Mice").about == ("On sleep",)


def test_a_document_that_is_not_there_has_no_place(library, citation):
    assert Places(library.archive).at(citation("Mice", document="nowhere")) is None
