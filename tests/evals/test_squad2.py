"""Whether the words that answer a short question are found, and cited."""

import pytest

from evals.metrics import Stretch
from evals.questions import Question
from evals.squad2 import best_recall, measures, run

MILL = "The mill burned down in 1871 after a storm."


@pytest.fixture
def shared(put, folder):
    """An article with a question that it answers and one that it does not."""
    answers = [{"text": "in 1871", "answer_start": 21}, {"text": "1871", "answer_start": 24}]
    qas = [
        {"question": "When did the mill burn down?", "is_impossible": False, "answers": answers},
        {"question": "When was the mill sold?", "is_impossible": True, "answers": []},
    ]
    article = {"title": "Mill", "paragraphs": [{"context": MILL, "qas": qas}]}
    put("squad2/dev-v2.0.json", {"data": [article]})
    return folder


def test_what_is_answerable_is_found(shared, settings, cells):
    rows = cells(run(settings, shared=shared))
    assert "1 answerable questions" in rows
    assert rows["recall in the first 5 passages"] == ["100.0 % (100.0 to 100.0)"]


def test_citations_and_abstentions_are_counted(asked):
    question = Question("When?", "a", ((0, 10),))
    second, none = asked([], [("a", 10, 20), ("a", 5, 6)]), asked([("a", 0, 5)], [])
    assert list(measures([question] * 2, [second, none]))[:4] == [
        ("recall in the first 5 passages", "25.0 % (0.0 to 50.0)"),
        ("first citation touches", "0.0 % (0.0 to 0.0)"),
        ("any citation touches", "50.0 % (0.0 to 100.0)"),
        ("answered", "50.0 % (0.0 to 100.0)"),
    ]


def test_the_answer_of_which_most_was_found_counts():
    answers = [Stretch("a", 0, 10), Stretch("a", 6, 10), Stretch("a", 20, 30)]
    assert best_recall([Stretch("a", 7, 12)], answers) == 3 / 4
