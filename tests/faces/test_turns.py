"""A turn of the conversation, as HTML."""

from typing import Any

from answer.record import Answer, Sentence
from faces.turns import Turn, rendered
from tests.faces.test_cards import citation, document

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


def turn(**fields: Any) -> Turn:
    asked = Turn(1, "q", **fields)
    asked.cite(citation(), document())
    return asked


def quoted(text: str, verdict: Any = "quoted") -> Sentence:
    return Sentence(text=text, citations=(1,), verdict=verdict)


def test_what_is_being_done_is_said_until_there_is_an_answer() -> None:
    html = rendered(Turn(1, "Why <b>?", status="searching 5 passages"))
    assert '<h2 class="question">Why &lt;b&gt;?</h2>' in html
    assert '<p class="status working">searching 5 passages</p>' in html


def test_a_marker_stands_behind_its_sentence_and_names_the_author() -> None:
    html = rendered(turn(answer=answer(quoted(SAID))))
    assert 'data-card="card-1-1" aria-haspopup="dialog" aria-label="citation 1, Ada">[1]' in html
    assert "On this, <b>Ada</b> writes: “Shards are [1] " in html


def test_markers_show_in_words_that_are_still_arriving() -> None:
    html = rendered(turn(text="Ada writes: “<i>yes</i>” [1] And [2]"))
    assert "<p>Ada writes: “&lt;i&gt;yes&lt;/i&gt;”<sup><button" in html
    assert "</button></sup> And [2]</p>" in html


def test_markdown_stays_text() -> None:
    html = rendered(turn(answer=answer(quoted("# A: “![](http://evil/x.png) $$x$$ <script>”"))))
    assert "# A: “![](http://evil/x.png) $$x$$ " in html
    assert "&lt;script&gt;”" in html


def test_each_author_has_a_paragraph() -> None:
    html = rendered(turn(answer=answer(quoted("A: “a”"), quoted("B: “b”"))))
    assert html.count("<p>A: ") == html.count("<p>B: ") == 1


def test_an_unsupported_sentence_says_so() -> None:
    html = rendered(turn(answer=answer(quoted("So it is.", "unsupported"))))
    assert '<span class="unsupported">So it is.</span> <small>unsupported</small>' in html


def test_an_abstention_is_a_note_with_its_reason() -> None:
    html = rendered(Turn(1, "q", answer=answer(abstained=True, reason="Nobody says <that>.")))
    assert '<div class="abstention">' in html
    assert "<p>Nobody says &lt;that&gt;.</p>" in html


def test_a_greeting_is_answered_plainly() -> None:
    html = rendered(Turn(1, "hi", text="Hello.", answer=answer(answer="Hello.")))
    assert '<div class="answer" aria-live="polite"><p>Hello.</p></div></article>' in html


def test_an_error_is_one_line() -> None:
    html = rendered(Turn(1, "q", error="the question is empty"))
    assert '<p class="error" role="alert">The question is empty.</p>' in html


def test_a_stopped_turn_says_so() -> None:
    assert '<p class="status">stopped</p>' in rendered(Turn(1, "q", stopped=True))


def test_the_source_column_groups_by_author() -> None:
    asked = turn()
    asked.cite(citation(n=2), document())
    asked.cite(citation(n=3, authors=("bea",)), document())
    html = rendered(asked)
    assert html.count("<h3>") == 2
    assert "<h3>Ada</h3>" in html
    assert "<h3>bea</h3>" in html
    assert "<summary>3 sources</summary>" in html
