"""The buttons under an answer, as HTML."""

from answer.faq.entry import Entry
from faces.chat.actions import actions
from faces.chat.curated import curated
from faces.chat.turn import Turn
from faces.chat.turns import rendered
from tests.faces.chat.test_cards import citation
from tests.faces.chat.test_turns import answer, quoted

ENTRY = Entry("R<1>", "What <is> it?", "A *trick*. <b>", url="https://a.org/1")


def test_there_are_none_before_a_turn_is_over() -> None:
    assert actions(Turn(1, "q")) == ""


def test_what_was_stopped_can_be_asked_again_but_not_rated() -> None:
    html = actions(Turn(1, "q", stopped=True))
    assert '<button class="again" type="button">Ask again</button>' in html
    assert "rating" not in html


def test_sources_can_be_taken_along_where_there_are_some() -> None:
    whole = answer(quoted("a"), citations=(citation(),))
    assert 'data-format="bibtex"' in actions(Turn(1, "q", answer=whole))
    assert 'data-format="bibtex"' not in actions(Turn(1, "q", answer=answer(quoted("a"))))


def test_an_abstention_has_nothing_to_take_along() -> None:
    assert "export" not in actions(Turn(1, "q", answer=answer(abstained=True)))


def test_a_rating_is_of_its_answer() -> None:
    assert 'data-answer="x" data-kind="corpus"' in actions(Turn(1, "q", answer=answer()))
    assert 'data-answer="R&lt;1&gt;" data-kind="faq"' in actions(Turn(1, "q", entry=ENTRY))


def test_an_answer_of_people_is_told_to_be_one() -> None:
    html = curated(ENTRY)
    assert "Answered by people, to the question “What &lt;is&gt; it?”" in html
    assert "<p>A <em>trick</em>. &lt;b&gt;</p>" in html
    assert "Ask the corpus instead" in html


def test_related_questions_stand_under_it() -> None:
    html = rendered(Turn(1, "q", entry=ENTRY, related=("Who <hacks>?",)))
    assert 'aria-label="Related questions"' in html
    assert ">Who &lt;hacks&gt;?</button>" in html
