"""The card of a citation, as HTML."""

from typing import Any

import pytest

from answer.record import Attribution, Citation, Elsewhere, Evidence
from faces import cards
from ingest.document import Author, Document, Segment

TEXT = "Before it.\n\nShards are <b>contextual</b>. After it."
QUOTE = "Shards are <b>contextual</b>."
START = TEXT.index(QUOTE)


def citation(**changes: Any) -> Citation:
    fields: dict[str, Any] = dict(
        n=1, document="d", source="file", path="a.txt", source_id=None, title=None, heading=None,
        date=None, authors=("Ada",), attribution=Attribution(basis="metadata"), speaker=None,
        start=START, end=START + len(QUOTE), quote=QUOTE, url=None, link=None,
    )  # fmt: skip
    return Citation(**fields | changes)


def document(*segments: Segment) -> Document:
    return Document("key", "file", TEXT, segments or (Segment(0, len(TEXT), (Author("Ada"),)),))


def test_the_quoted_words_are_marked_in_what_stands_around_them() -> None:
    assert cards.words(citation(), document()) == (
        "Before it.\n\n<mark>Shards are &lt;b&gt;contextual&lt;/b&gt;.</mark> After it."
    )


def test_the_words_of_others_are_set_off() -> None:
    own = Segment(START, len(TEXT), (Author("Ada"),))
    html = cards.words(citation(), document(Segment(0, START), own))
    assert html.startswith('<span class="other">Before it.\n\n</span><mark>')


def test_long_surroundings_are_cut_between_words() -> None:
    text = "before " * 100 + "quoted" + " after" * 100
    place = {"start": 700, "end": 706, "quote": "quoted"}
    html = cards.words(citation(**place), Document("key", "file", text, ()))
    assert html.startswith("… before before ")
    assert html.endswith(" after after …")
    assert len(html) == pytest.approx(2 * cards.REACH, abs=40)


def test_long_surroundings_are_cut_between_paragraphs_where_they_can_be() -> None:
    text = "a" * 300 + "\n" + "b" * 300 + "\nquoted\n" + "c" * 300 + "\n" + "d" * 300
    html = cards.words(
        citation(start=602, end=608, quote="quoted"), Document("key", "file", text, ())
    )
    assert html == f"… {'b' * 300}\n<mark>quoted</mark>\n{'c' * 300} …"


def test_a_document_that_has_changed_is_told() -> None:
    html = cards.words(citation(quote="Shards were"), document())
    assert html.startswith("<mark>Shards were</mark>")
    assert "has changed since" in html


@pytest.mark.parametrize(
    ("basis", "evidence", "plain"),
    [
        ("metadata", None, "from the page's metadata"),
        ("byline", "By Ada", "from the byline: “By Ada”"),
        ("profile", "Ada", "from the profile header"),
        ("self-introduction", "I am\nAda", "from the page's introduction: “I am Ada”"),
        ("handle", None, "only a user name is known"),
        ("unknown", None, "the source does not name its author"),
    ],
)
def test_the_basis_is_said_in_plain_words(basis: Any, evidence: str | None, plain: str) -> None:
    words = Evidence(start=0, end=1, text=evidence) if evidence else None
    attribution = Attribution(basis=basis, evidence=words)
    assert cards.basis(citation(attribution=attribution)) == plain


def test_words_that_are_quoted_are_not_the_authors_own() -> None:
    assert cards.basis(citation(speaker="Bea")) == "quoted by Ada"
    assert cards.voice(citation(speaker="Bea")) == "Bea"


def test_nobody_is_named_who_is_not_known() -> None:
    assert cards.voice(citation(authors=())) == "unnamed author"
    assert cards.voice(citation(authors=(), speaker="unnamed")) == "unnamed speaker"


def test_the_card_names_its_citation_for_screen_readers() -> None:
    assert 'aria-label="citation 1, Ada &amp; &lt;i&gt;"' in cards.card(
        citation(authors=("Ada & <i>",)), document(), "card-1-1"
    )


def test_only_addresses_of_the_web_become_links() -> None:
    assert cards.address(citation(url="javascript:alert(1)")) is None
    assert cards.address(citation(url="https://a.org/", link="https://a.org/#x")) == (
        "https://a.org/#x"
    )


def test_a_link_cannot_break_out_of_its_attribute() -> None:
    html = cards.card(citation(url='https://a.org/"onclick="alert(1)'), document(), "card-1-1")
    assert 'href="https://a.org/&quot;onclick=&quot;alert(1)"' in html


def test_other_places_are_named_once_each() -> None:
    also = [Elsewhere(document=str(n), path=f"{n % 7}.txt", start=0, end=1) for n in range(9)]
    html = cards.card(citation(also=tuple(also)), document(), "card-1-1")
    assert "<p>also at 0.txt, 1.txt, 2.txt, 3.txt, 4.txt and 2 more</p>" in html


@pytest.mark.parametrize(
    ("iso", "day"),
    [
        ("2024-08-07", "7 August 2024"),
        ("2023-11-08T09:12:00Z", "8 November 2023"),
        ("2024-05", "May 2024"),
        ("2024", "2024"),
        ("soon", "soon"),
        (None, ""),
    ],
)
def test_a_date_is_no_more_precise_than_it_is_given(iso: str | None, day: str) -> None:
    assert cards.day(iso) == day
