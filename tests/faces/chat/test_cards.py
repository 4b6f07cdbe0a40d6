"""The card of a citation, as HTML."""

from dataclasses import replace
from typing import Any

import pytest

from answer.record import Attribution, Citation, Evidence
from faces.chat import cards
from ingest.document import UNNAMED, Author, Document, Segment

TEXT = "Before it.\n\nShards are <b>contextual</b>. After it."
QUOTE = "Shards are <b>contextual</b>."
START = TEXT.index(QUOTE)
ADA = (Author("Ada"),)


def citation(**changes: Any) -> Citation:
    fields: dict[str, Any] = dict(
        n=1, document="d", source="file", path="a.txt", source_id=None, title=None, heading=None,
        date=None, authors=("Ada",), attribution=Attribution(basis="metadata"), speaker=None,
        start=START, end=START + len(QUOTE), quote=QUOTE, url=None, link=None,
    )  # fmt: skip
    return Citation(**fields | changes)


def document(*segments: Segment, text: str = TEXT) -> Document:
    return Document("key", "file", text, segments or (Segment(0, len(text), ADA, "metadata"),))


def card(**changes: Any) -> str:
    return cards.card(citation(**changes), document(), "card-1-1", {})


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
    assert cards.basis(citation(attribution=attribution), None) == plain


def test_a_page_of_several_unnamed_people_says_so() -> None:
    part = Segment(0, len(TEXT), several=True)
    assert cards.basis(citation(authors=()), part) == (
        "several people speak on this page; it names none of them"
    )


def test_a_quotation_tells_the_words_that_name_its_speaker() -> None:
    words = Evidence(start=0, end=1, text="Bea\nalso said")
    named = citation(speaker="Bea", attribution=Attribution(basis="unknown", evidence=words))
    assert cards.basis(named, None) == "named by the words “Bea also said”"


def test_a_quotation_of_somebody_unnamed_says_so() -> None:
    assert cards.basis(citation(speaker=UNNAMED), None) == (
        "the page does not say whose words they are"
    )


def test_ones_own_words_are_told_to_be_so() -> None:
    assert cards.manner(citation(), None, {}) == "in their own words"


def test_a_quotation_tells_who_quotes() -> None:
    part = Segment(0, len(TEXT), ADA, "metadata", speaker="Bea")
    quoted = citation(authors=(), speaker="Bea")
    assert cards.heading(quoted, {}) == "Bea"
    assert cards.manner(quoted, part, {}) == "quoted by Ada"


def test_a_quotation_on_a_page_without_an_author_says_so() -> None:
    part = Segment(0, len(TEXT), speaker="Bea")
    assert cards.manner(citation(authors=(), speaker="Bea"), part, {}) == (
        "quoted on a page that does not name its author"
    )


def test_nobody_is_said_to_quote_on_a_page_that_has_changed() -> None:
    changed = citation(authors=(), speaker="Bea", quote="Shards were")
    assert cards.manner(changed, cards.segment(changed, document()), {}) == "quoted"


def test_the_voice_is_the_author_or_the_speaker_or_nobody() -> None:
    assert cards.voice(citation()) == "Ada"
    assert cards.voice(citation(authors=(), speaker="Bea")) == "Bea, quoted"
    assert cards.voice(citation(authors=())) == "unnamed author"
    assert cards.voice(citation(authors=(), speaker=UNNAMED)) == "unnamed speaker"


def test_a_name_leads_to_the_card_about_its_author() -> None:
    html = cards.names(["Ada", "<Bea>"], {"<Bea>": "author-1-1"})
    assert html == (
        'Ada and <button class="name" type="button" data-card="author-1-1" aria-haspopup="dialog"'
        ' title="about &lt;Bea&gt;">&lt;Bea&gt;</button>'
    )


def test_the_card_names_its_citation_for_screen_readers() -> None:
    assert 'aria-label="citation 1, Ada &amp; &lt;i&gt;"' in card(authors=("Ada & <i>",))


def test_the_card_leads_to_the_very_words() -> None:
    assert 'href="https://a.org/#x"' in card(url="https://a.org/", link="https://a.org/#x")


def test_only_addresses_of_the_web_become_links() -> None:
    assert "javascript" not in card(url="javascript:alert(1)")
    assert "bad" not in card(url="http://[bad")


def test_the_card_leads_to_the_whole_text_at_its_words() -> None:
    assert 'href="d/d?start=12&amp;end=41#said"' in card()
    assert "#said" not in card(quote="Shards were")  # they stand there no more


def test_a_link_cannot_break_out_of_its_attribute() -> None:
    assert 'href="https://a.org/&quot;onclick=&quot;alert(1)"' in card(
        url='https://a.org/"onclick="alert(1)'
    )


def test_other_places_are_named() -> None:
    html = cards.card(citation(), document(), "card-1-1", {}, ["<b>.txt", "2 more places"])
    assert "<p>also at &lt;b&gt;.txt; 2 more places</p>" in html


def test_the_votes_that_the_source_counts_are_told():
    voted = replace(document().segments[0], karma=1200)
    shown = cards.card(citation(), replace(document(), segments=(voted,)), "c", {})
    assert " · 1,200 karma" in shown
