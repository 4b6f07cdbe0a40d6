"""Where every sentence stands, and as whose words."""

import pytest

from index.catalogue import Catalogue
from index.passage import Passage
from index.places import Place, Standing, sentence_digest, sentences_of
from ingest.document import Author, Document, Segment

LONG = "Measures fail when they become targets, and nobody sees it before it is late."
ANN = (Author("Ann"),)


@pytest.fixture
def catalogue(tmp_path):
    return Catalogue(tmp_path / "passages.db")


@pytest.fixture
def places(catalogue):
    return catalogue.places


def at(document, number=0, standing=Standing.SIGNED):
    """The place of the sentence with a number."""
    return Place(document, 10 * number, 10 * number + 9, standing)


def test_the_same_words_are_found_in_all_their_places(places):
    found = [at("a"), at("b", 1, Standing.QUOTED)]
    places.put(zip(["It is so.", "it [*IS*](https://a.org)\n> so!"], found, strict=True))
    assert places.of("It is so.") == found


@pytest.mark.parametrize("other", ["It is not so.", "Is it so.", "It is so. Yes.", "", "–"])
def test_other_words_have_another_digest(other):
    assert sentence_digest(other) != sentence_digest("It is so.")


def test_signs_alone_are_told_apart(places):
    places.put([("* * *", at("a")), ("???", at("b"))])
    assert places.of("???") == [at("b")]


def test_places_go_with_their_document(catalogue):
    catalogue.replace(["a"], [], [], [], [(LONG, at("a"))])
    catalogue.replace(["a"], [], [], [], [])
    assert (catalogue.places.of(LONG), catalogue.places.edged(LONG.split())) == ([], [])


@pytest.mark.parametrize(
    ("segment", "standing"),
    [
        (Segment(0, 9), Standing.UNSIGNED),
        (Segment(0, 9, ANN), Standing.SIGNED),
        (Segment(0, 9, ANN, speaker="unnamed"), Standing.QUOTED),
    ],
)
def test_a_sentence_stands_as_its_segment_does(segment, standing):
    document = Document("file:/a", "file", "It is so.", (segment,))
    passage = Passage(document.id, 0, 9, ((0, 9),), 0)
    assert list(sentences_of(document, passage)) == [
        ("It is so.", Place(document.id, 0, 9, standing))
    ]


@pytest.mark.parametrize(
    ("quoted", "found"),
    [
        ("measures fail when they become targets and nobody has said it", ["a"]),
        ("all of this and nobody sees it before it is late", ["a"]),
        ("nobody sees it before it is", []),
        ("fail when they become targets and nobody sees it before", []),
    ],
)
def test_a_sentence_is_found_by_either_end(places, quoted, found):
    places.put([(LONG, at("a")), (LONG, at("b", standing=Standing.UNSIGNED))])
    assert places.edged(quoted.split()) == found


def test_sentences_that_are_shared_are_counted_once_each(places):
    mine = [f"This is sentence number {number}." for number in range(4)]
    places.put([(text, at("a", n)) for n, text in enumerate(mine)])
    places.put([(text, at("b", n)) for n, text in enumerate(mine[1:] + mine[1:2])])
    places.put([(mine[0], at("c", standing=Standing.QUOTED)), ("Thanks!", at("c", 1))])
    assert (places.shared("a"), places.telling("a"), places.telling("c")) == ({"b": 3}, 4, 0)


def test_what_stands_everywhere_is_not_shared(places):
    places.put([("Nobody may copy any of this.", at(f"d{number}")) for number in range(60)])
    assert places.shared("d1") == {}


def test_sentences_of_a_document_come_in_order(places):
    standings = [Standing.UNSIGNED, Standing.QUOTED, Standing.SIGNED]
    places.put([(f"This is {n}.", at("a", n, standings[n])) for n in (2, 0, 1)])
    assert (places.sentences("a"), places.signed("a")) == ([(0, 9), (20, 29)], [(20, 29)])


def test_sentences_are_counted(places):
    places.put([("One.", at("a")), ("One.", at("a", 1)), ("Two.", at("a", 2))])
    assert (places.count(), places.repeated()) == (3, 1)
