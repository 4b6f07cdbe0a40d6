"""Terms of the glossary in an answer."""

from answer.faq.entry import Term
from faces.chat.terms import Explained, card, explained, marked
from faces.chat.turn import Turn
from faces.chat.turns import rendered
from tests.faces.chat.test_turns import answer, quoted

SHARD = Term("Shard", "A *piece* <b>.")


def test_a_term_is_found_where_it_is_first_mentioned() -> None:
    said = answer(quoted("So."), quoted("A: “a shard”"), quoted("B: “shard”"))
    assert explained(said, {"shard": SHARD}) == (Explained(1, "shard", SHARD),)


def test_a_term_leads_to_its_card() -> None:
    html = marked("A: “a shard &amp; shards, a shard”", {"shard": "term-1-0"})
    assert html.startswith('A: “a <button class="term" type="button" data-card="term-1-0"')
    assert html.endswith(">shard</button> &amp; shards, a shard”")


def test_a_name_and_an_entity_are_no_terms() -> None:
    said = "<b>Amp Shard</b>: “x &amp; y”"
    assert marked(said, {"amp": "t"}) == said
    assert "button" not in marked("<b>Ada Shard</b>: “x”", {"Shard": "t"})


def test_a_term_is_not_looked_for_in_the_button_of_another() -> None:
    html = marked("a shard in a dialog", {"shard": "term-1-0", "dialog": "term-1-1"})
    assert html == (
        'a <button class="term" type="button" data-card="term-1-0" aria-haspopup="dialog">'
        'shard</button> in a <button class="term" type="button" data-card="term-1-1"'
        ' aria-haspopup="dialog">dialog</button>'
    )


def test_the_card_says_whose_words_it_has() -> None:
    html = card(Explained(0, "shard", SHARD), "term-1-0")
    assert "<p>A <em>piece</em> &lt;b&gt;.</p>" in html
    assert "Explained by the glossary of this site, not by the author" in html


def test_an_answer_has_its_terms_with_their_cards() -> None:
    turn = Turn(1, "q", answer=answer(quoted("A: “a shard of it”")))
    turn.terms = (Explained(0, "shard", SHARD),)
    html = rendered(turn)
    assert 'data-card="term-1-0" aria-haspopup="dialog">shard</button> of ' in html
    assert '<div class="card glossary" id="term-1-0" popover' in html
