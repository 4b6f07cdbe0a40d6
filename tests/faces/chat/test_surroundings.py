"""The quoted words in their place, as HTML."""

import pytest

from faces.chat.surroundings import REACH, surroundings
from ingest.document import UNNAMED, Author, Segment
from tests.faces.chat.test_cards import ADA, START, TEXT, citation, document

BEA = (Author("Bea <i>"),)
THREAD = "bea 3y\nWhy?\nada 2y\nBecause."
SAID = {"start": THREAD.index("Because"), "end": len(THREAD), "quote": "Because."}


def test_the_quoted_words_are_marked_in_what_stands_around_them() -> None:
    assert surroundings(citation(), document()) == (
        "Before it.\n\n<mark>Shards are &lt;b&gt;contextual&lt;/b&gt;.</mark> After it."
    )


def test_the_words_of_others_are_set_off() -> None:
    html = surroundings(citation(), document(Segment(0, START), Segment(START, len(TEXT), ADA)))
    assert html.startswith('<span class="other">Before it.\n\n</span><mark>')


def test_the_words_of_others_begin_with_their_name() -> None:
    bea = Segment(0, START, BEA, "metadata")
    html = surroundings(citation(), document(bea, Segment(START, len(TEXT), ADA)))
    assert html.startswith('<span class="other"><b>Bea &lt;i&gt;</b>Before it.\n\n</span>')


def test_a_name_that_the_page_gives_is_not_given_again() -> None:
    parts = (
        Segment(0, 7, signature=True),
        Segment(7, 12, BEA, "handle"),
        Segment(12, 19, signature=True),
        Segment(19, len(THREAD), ADA, "handle"),
    )
    assert surroundings(citation(**SAID), document(*parts, text=THREAD)) == (
        '<span class="other">bea 3y\n</span><span class="other">Why?\n</span>'
        '<span class="other">ada 2y\n</span><mark>Because.</mark>'
    )


def test_who_quotes_is_other_than_who_is_quoted() -> None:
    quoted = Segment(0, START, ADA, speaker=UNNAMED)
    html = surroundings(
        citation(start=0, end=10, quote="Before it."),
        document(quoted, Segment(START, len(TEXT), ADA)),
    )
    assert html.startswith('<mark>Before it.</mark>\n\n<span class="other"><b>Ada</b>Shards')


def test_who_speaks_again_is_no_other() -> None:
    parts = (
        Segment(0, 7, ADA, "metadata"),
        Segment(7, START, ADA, speaker="Bea"),
        Segment(START, len(TEXT), ADA, "metadata"),
    )
    html = surroundings(citation(), document(*parts))
    assert html.startswith('Before <span class="other"><b>Bea</b>it.\n\n</span><mark>')


def test_long_surroundings_are_cut_between_words() -> None:
    text = "before " * 100 + "quoted" + " after" * 100
    html = surroundings(citation(start=700, end=706, quote="quoted"), document(text=text))
    assert html.startswith("… before before ")
    assert html.endswith(" after after …")
    assert len(html) == pytest.approx(2 * REACH, abs=40)


def test_long_surroundings_are_cut_between_paragraphs_where_they_can_be() -> None:
    text = "a" * 300 + "\n" + "b" * 300 + "\nquoted\n" + "c" * 300 + "\n" + "d" * 300
    html = surroundings(citation(start=602, end=608, quote="quoted"), document(text=text))
    assert html == f"… {'b' * 300}\n<mark>quoted</mark>\n{'c' * 300} …"


def test_a_document_that_has_changed_is_told() -> None:
    html = surroundings(citation(quote="Shards were"), document())
    assert html.startswith("<mark>Shards were</mark>")


def test_a_document_that_is_gone_is_told() -> None:
    assert "changed since" in surroundings(citation(), None)
