"""How a FAQ is measured: what is asked of it, and what counts as right and as wrong."""

import pytest

from evals.faq import rows
from evals.faq_examples import Example, entries, examples, few


@pytest.fixture
def shared(put, folder):
    """A FAQ of two entries, one with another phrasing in a second file; no other questions."""
    put(
        "sources/aisafety_info/questions.jsonl",
        {"question": "Do mice sleep?", "answer_md": "Yes.", "ui_id": "m"},
        {"question": "Does iron rust?", "answer_md": "Yes.", "ui_id": "i"},
    )
    put(
        "lesswrong/faq_questions.dev.jsonl",
        {"question": "Do mice sleep?", "alternate_phrasings": ["Are mice asleep?"]},
    )
    return folder


def test_an_entry_is_there_once_with_all_its_phrasings(shared):
    assert [(one.id, one.asked) for one in entries(shared)] == [
        ("m", ("Do mice sleep?", "Are mice asleep?")),
        ("i", ("Does iron rust?",)),
    ]


def test_every_way_to_ask_is_put_to_a_faq_that_is_not_told_it(shared, embedder, monkeypatch):
    monkeypatch.setattr("evals.faq_examples.OTHERS", ())
    found = list(examples(shared, embedder.embed_query))
    assert [(one.kind, one.question, one.gold) for one in found[:6]] == [
        ("taken away", "Do mice sleep?", None),
        ("put otherwise", "Do mice sleep?", "m"),
        ("taken away", "Are mice asleep?", None),
        ("put otherwise", "Are mice asleep?", "m"),
        ("in few words", "mice sleep", "m"),
        ("of somebody", "What does Ada Lindqvist think: Do mice sleep?", None),
    ]
    assert found[1].right < 1
    assert found[4].is_right


def test_nothing_is_close_for_who_asks_for_somebody_else():
    one = Example("of somebody", "", "What does Ada Lindqvist think of mice?", None, 0.0, 0.9, ())
    assert one.close == 0.0


def test_the_table_tells_right_from_wrong():
    right = Example("put otherwise", "m", "?", "m", 0.9, 0.2, ("m",))
    wrong = Example("taken away", "m", "?", None, 0.0, 0.9, ("i",))
    table = {row[:3]: row[3].split(" (")[0] for row in rows([(right, True), (wrong, True)])}
    assert table["put otherwise", "1", "the right answer is shown"] == "100.0 %"
    assert table["put otherwise", "1", "a wrong answer is shown"] == "0.0 %"
    assert table["taken away", "1", "a wrong answer is shown"] == "100.0 %"
    assert table["put otherwise or taken away", "2", "what is shown is right"] == "50.0 %"


def test_in_few_words_is_without_small_words():
    assert few("Why can't we “box” the AI?") == "can't box ai"
