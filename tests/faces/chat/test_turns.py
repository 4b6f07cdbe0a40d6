"""A turn of the conversation, as HTML."""

from collections.abc import Callable
from html import escape
from typing import Any

import pytest

from answer.record import Answer, Sentence
from faces.chat.authors import Authors
from faces.chat.turn import Turn
from faces.chat.turns import rendered
from ingest.document import Author, Document, Segment
from tests.faces.chat.test_cards import ADA, TEXT, citation, document

Make = Callable[..., Turn]
SAID = "On this, Ada writes: “Shards are [1] things”"


def answer(*sentences: Sentence, **changes: Any) -> Answer:
    text = "\n\n".join(f"{sentence.text} [1]" for sentence in sentences)
    record: dict[str, Any] = {
        "schema": 1, "id": "x", "question": "q", "asked": "q", "answer": text, "abstained": False,
        "reason": None, "mode": "extractive", "model": None, "confidence": 1.0,
        "sentences": sentences, "citations": (),
        "timings_ms": {"retrieve": 0, "answer": 0, "total": 0},
    }  # fmt: skip
    return Answer.model_validate(record | changes)


@pytest.fixture
def cite(library: Any) -> Callable[..., Turn]:
    """Lets a turn take in a citation of a page that the library holds."""

    def take(asked: Turn, page: Document, **changes: Any) -> Turn:
        library.put(page)
        cited = citation(document=page.id, **changes)
        asked.cite(cited, library.archive, Authors(library.archive))
        return asked

    return take


@pytest.fixture
def turn(cite: Callable[..., Turn]) -> Callable[..., Turn]:
    """Makes turns with one citation, of Ada's words."""
    return lambda **fields: cite(Turn(1, "q", **fields), document())


def quoted(text: str, verdict: Any = "quoted") -> Sentence:
    return Sentence(text=text, citations=(1,), verdict=verdict)


def test_what_is_being_done_is_said_until_there_is_an_answer() -> None:
    html = rendered(Turn(1, "Why <b>?", status="searching 5 passages"))
    assert '<h2 class="question">Why &lt;b&gt;?</h2>' in html
    assert '<p class="status working">searching 5 passages</p>' in html


def test_a_marker_stands_behind_its_sentence_and_names_the_author(turn: Make) -> None:
    html = rendered(turn(answer=answer(quoted(SAID))))
    assert 'data-card="card-1-1" aria-haspopup="dialog" aria-label="citation 1, Ada">[1]' in html
    assert "On this, <b>Ada</b> writes: “Shards are [1] " in html


def test_markers_show_in_words_that_are_still_arriving(turn: Make) -> None:
    html = rendered(turn(text="Ada writes: “<i>yes</i>” [1] And [2]"))
    assert "<p>Ada writes: “&lt;i&gt;yes&lt;/i&gt;”<sup><button" in html
    assert "</button></sup> And [2]</p>" in html


def test_brackets_in_the_words_of_others_are_no_markers_while_these_arrive(cite: Make) -> None:
    asked = cite(Turn(1, "q", text="Ada: “True [1] and [1] false” [1] So [1]"), document())
    cite(asked, document(), n=2, quote="True [1]\n\u202eand [1] false")
    html = rendered(asked)
    assert "<p>Ada: “True [1] and [1] false”<sup>" in html
    assert html.count('class="marker"') == 2


def test_a_name_is_not_looked_for_in_the_tags_of_another(cite: Make) -> None:
    asked = cite(Turn(1, "q"), document(), authors=("Alice", "b"))
    asked.answer = answer(quoted("Alice and b write: “b”"))
    assert "<p><b>Alice</b> and <b>b</b> write: " in rendered(asked)


def test_markdown_stays_text(turn: Make) -> None:
    html = rendered(turn(answer=answer(quoted("# A: “![](http://evil/x.png) $$x$$ <script>”"))))
    assert "# A: “![](http://evil/x.png) $$x$$ " in html
    assert "&lt;script&gt;”" in html


def test_each_author_has_a_paragraph(turn: Make) -> None:
    html = rendered(turn(answer=answer(quoted("A: “a”"), quoted("B: “b”"))))
    assert html.count("<p>A: ") == html.count("<p>B: ") == 1


def test_an_unsupported_sentence_says_so(turn: Make) -> None:
    html = rendered(turn(answer=answer(quoted("So it is.", "unsupported"))))
    assert '<span class="unsupported">So it is.</span>&nbsp;<small>unsupported</small>' in html


def test_an_abstention_is_a_note_with_its_reason() -> None:
    html = rendered(Turn(1, "q", answer=answer(abstained=True, reason="Nobody says <that>.")))
    assert '<div class="abstention">' in html
    assert "<p>Nobody says &lt;that&gt;.</p>" in html


@pytest.mark.parametrize(
    ("reason", "label"), [("Nobody says.", "No answer in this corpus"), ("Who?", "No answer yet")]
)
def test_a_question_back_is_no_last_word(reason: str, label: str) -> None:
    html = rendered(Turn(1, "q", answer=answer(abstained=True, reason=reason)))
    assert f'<p class="label">{label}</p>' in html


def test_the_questions_that_may_have_been_meant_are_offered() -> None:
    asked = Turn(1, "q", answer=answer(abstained=True, reason="No."), instead=("Does <Ada>?",))
    assert '<button class="instead" type="button">Does &lt;Ada&gt;?</button>' in rendered(asked)


def test_a_greeting_is_answered_plainly() -> None:
    html = rendered(Turn(1, "hi", text="Hello.", answer=answer(answer="Hello.")))
    assert '<div class="answer" aria-live="polite"><p>Hello.</p></div>' in html


def test_an_error_is_one_line() -> None:
    html = rendered(Turn(1, "q", error="the question is empty"))
    assert '<p class="error" role="alert">The question is empty.</p>' in html


def test_a_stopped_turn_says_so() -> None:
    assert '<p class="status">stopped</p>' in rendered(Turn(1, "q", stopped=True))


def test_words_that_nobody_has_checked_are_set_apart() -> None:
    html = rendered(Turn(1, "q", status="writing", unchecked="So <b>"))
    assert '<p class="unchecked" aria-hidden="true">So &lt;b&gt;</p><p class="status' in html


def test_words_that_nobody_has_checked_are_kept_and_told_when_it_is_stopped() -> None:
    html = rendered(Turn(1, "q", unchecked="So", stopped=True))
    assert '<p class="unchecked">So</p><p class="status">stopped before the last words' in html


def test_a_follow_up_tells_how_it_was_understood() -> None:
    follow = answer(question="Why?", asked="Why does <Ada> say so?", abstained=True, reason="No.")
    assert "understood as “Why does &lt;Ada&gt; say so?”" in rendered(
        Turn(2, "Why?", answer=follow)
    )


def test_the_filter_is_told_under_the_question() -> None:
    html = rendered(Turn(1, "q", only="only <i>, from 2021"))
    assert '</h2><p class="narrowed">only &lt;i&gt;, from 2021</p>' in html


def test_the_source_column_groups_by_author(turn: Make, cite: Make) -> None:
    asked = cite(turn(), document(), n=2)
    html = rendered(cite(asked, document(), n=3, authors=("bea",)))
    assert html.count("<h3>") == 2
    assert ">Ada</button></h3>" in html
    assert "<h3>bea</h3>" in html
    assert "<summary>3 sources</summary>" in html


def test_what_somebody_is_quoted_with_is_not_among_their_own_words(turn: Make, cite: Make) -> None:
    quoted = Segment(0, len(TEXT), (Author("Bea"),), "metadata", speaker="Ada")
    html = rendered(cite(turn(), document(quoted), n=2, authors=(), speaker="Ada"))
    assert "<h3>Ada, quoted</h3>" in html


def test_the_name_of_an_author_leads_to_the_card_about_them(turn: Make) -> None:
    html = rendered(turn())
    assert html.count('class="name" type="button" data-card="author-1-1"') == 2
    assert html.count('<div class="card about" id="author-1-1"') == 1


def test_several_people_who_are_asked_have_a_heading_each(turn: Make, cite: Make) -> None:
    asked = cite(turn(by_person=True), document(), n=2, authors=("bea",))
    said = Sentence(text="bea: “b”", citations=(2,), verdict="quoted")
    asked.answer = answer(quoted("Ada: “a”"), said)
    html = rendered(asked)
    assert "<h3>bea</h3><p><b>bea</b>: " in html
    asked.by_person = False
    assert "<h3>bea</h3><p>" not in rendered(asked)


def test_what_the_browser_keeps_stands_with_the_turn() -> None:
    html = rendered(Turn(1, 'Why "so"?', "author=A", text="Because", stopped=True))
    kept = '{"question":"Why \\"so\\"?","wanted":"author=A","text":"Because"}'
    assert f'data-kept="{escape(kept)}"' in html


def test_questions_to_go_on_with_are_buttons() -> None:
    html = rendered(Turn(1, "q", answer=answer(), next=("And <why>?",)))
    assert 'aria-label="Go on with"' in html
    assert '<button class="instead" type="button">And &lt;why&gt;?</button>' in html


def test_who_quotes_has_a_card_too(cite: Make) -> None:
    page = document(Segment(0, len(TEXT), ADA, "metadata", speaker="Bea"))
    own = Document("other", "file", "So.", (Segment(0, 3, ADA, "metadata"),))
    asked = cite(cite(Turn(1, "q"), own), page, authors=(), speaker="Bea")
    assert asked.people == {"Ada": "author-1-1"}
    assert 'quoted by <button class="name" type="button" data-card="author-1-1"' in asked.cards[-1]
