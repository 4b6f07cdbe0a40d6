"""Passages that follow one another and are both found are one."""

import pytest

from index import joined as module
from index.hit import Hit
from index.joined import joined
from index.passage import Passage
from index.ranking import SentenceSigns
from ingest.document import Document, Segment

TEXT = "Cats sleep.\n\nDogs bark. Owls fly.\n\n* * *\n\nAnts toil. Between. Eels swim."
PAGE = Document("file:/a", "file", TEXT, (Segment(0, 41), Segment(41, len(TEXT))))
OTHER = Document("file:/b", "file", TEXT, PAGE.segments)


def hit(text, page=PAGE, heading=None, same=()):
    """A hit of one sentence, which says its own first letter."""
    start = TEXT.index(text)
    span = (start, start + len(text))
    passage = Passage(page.id, *span, (span,), page.segments.index(page.segment_at(start)), heading)
    signs = SentenceSigns((start / 100,), (frozenset(text[0]),))
    return Hit(page, passage, 1 - start / 100, 0.5, 0.5, signs, same)


CATS, DOGS, OWLS, ANTS, EELS = map(
    hit, ("Cats sleep.", "Dogs bark.", "Owls fly.", "Ants toil.", "Eels swim.")
)


def texts(hits):
    return [one.text for one in hits]


def test_what_follows_on_a_hit_is_put_to_it():
    assert texts(joined([CATS, DOGS], 5)) == ["Cats sleep.\n\nDogs bark."]


def test_so_is_what_comes_before_it():
    assert texts(joined([DOGS, CATS], 5)) == ["Cats sleep.\n\nDogs bark."]


def test_more_than_two_are_put_together():
    assert texts(joined([DOGS, CATS, OWLS], 5)) == ["Cats sleep.\n\nDogs bark. Owls fly."]


def test_the_rank_is_that_of_the_best():
    assert joined([DOGS, CATS], 5)[0].score == DOGS.score


def test_the_sentences_come_in_the_order_of_the_text():
    (both,) = joined([DOGS, CATS], 5)
    assert both.passage.sentences == CATS.passage.sentences + DOGS.passage.sentences
    assert both.sentences == SentenceSigns((0.0, 0.13), (frozenset("C"), frozenset("D")))


def test_where_else_they_were_found_is_known_of_both():
    (both,) = joined([hit("Cats sleep.", same=("x", "y")), hit("Dogs bark.", same=("y", "z"))], 5)
    assert both.same == ("x", "y", "z")


@pytest.mark.parametrize(
    "other",
    [OWLS, ANTS, hit("Dogs bark.", heading="Dogs"), hit("Dogs bark.", page=OTHER)],
    ids=["words between", "another segment", "another heading", "another document"],
)
def test_what_does_not_follow_stays_apart(other):
    assert joined([CATS, other], 5) == [CATS, other]


def test_signs_between_are_nothing():
    whole = Document("file:/c", "file", TEXT, (Segment(0, len(TEXT)),))
    found = joined([hit("Owls fly.", whole), hit("Ants toil.", whole)], 5)
    assert texts(found) == ["Owls fly.\n\n* * *\n\nAnts toil."]


def test_what_would_be_too_long_stays_apart(monkeypatch):
    monkeypatch.setattr(module, "LONGEST", 22)
    assert joined([CATS, DOGS], 5) == [CATS, DOGS]


def test_no_more_hits_come_than_were_asked_for():
    assert joined([CATS, ANTS, EELS], 2) == [CATS, ANTS]


def test_the_last_hit_is_filled_up_too():
    assert texts(joined([CATS, DOGS, ANTS], 1)) == ["Cats sleep.\n\nDogs bark."]


def test_no_hits_are_no_hits():
    assert joined([], 5) == []
