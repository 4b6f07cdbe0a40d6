"""An answer as a page that needs no script."""

from answer.record import Sentence
from faces.pages.plain import answer_page
from tests.faces.chat.test_cards import citation
from tests.faces.chat.test_turns import answer, quoted


def test_brackets_in_the_words_of_others_lead_nowhere() -> None:
    other = Sentence(text="B: “<b>”", citations=(1, 2), verdict="quoted")
    said = answer(
        quoted("A: “one [1] and two [2] in it”"),
        other,
        answer="A: “one [1] and two [2] in it” [1]\n\nB: “<b>” [1] [2]",
        citations=(citation(), citation(n=2)),
    )
    assert (
        '<p>A: “one [1] and two [2] in it” <a href="#source-1">[1]</a></p>'
        '<p>B: “&lt;b&gt;” <a href="#source-1">[1]</a> <a href="#source-2">[2]</a></p>'
    ) in answer_page(said)


def test_an_abstention_gives_its_reason() -> None:
    said = answer(answer="Nothing.", abstained=True, reason="Nobody says <that>.")
    assert "<p>Nobody says &lt;that&gt;.</p>" in answer_page(said)
