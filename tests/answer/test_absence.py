"""Why there is no answer: the words that nobody has, and what is closest."""

import pytest

from answer.absence import unheard

PAGE = ("Ann Lee", "The mill at Brook closed.")


@pytest.fixture
def keywords(library, document):
    """The words of one page."""
    library.put(document("The mill at Brook closed.", title="Rivers"))
    library.update()
    return library.stores.keywords


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("When did Conjecture close?", ["Conjecture"]),
        ("When did the mill close?", []),
        ("Which rivers are there?", []),
        ("What did Ada Byron weave at the mill?", ["Ada Byron"]),
        ("Does the mill weave silk?", ["weave", "silk"]),
        ("What did Ada weave with Byron?", ["Ada", "Byron"]),
        ("What is Zork's view of the mill's rivers?", ["Zork"]),
        ("What is Zork’s Windmill?", ["Zork", "Windmill"]),
        ("Was O'Neill at the mill?", ["O'Neill"]),
        ("Why didn't they say it's a mill-wheel?", ["mill-wheel"]),
        ("Is there a closed mill-brook?", []),
    ],
)
def test_names_that_no_passage_holds_go_before_other_words(keywords, question, words):
    assert unheard(question, keywords) == words


def reason(answering, question, page=PAGE):
    """Why a question is not answered."""
    return answering(page).answer(question).reason


@pytest.fixture
def unsure(monkeypatch):
    """Nothing that is found is sure enough."""
    monkeypatch.setattr("answer.pipeline.threshold", lambda: 1.0)


def test_a_subject_that_is_not_in_the_corpus_is_named(answering, unsure):
    told = "Nobody in this corpus writes of “Conjecture”. The closest is “0.txt” by Ann Lee."
    assert reason(answering, "Did Conjecture close?") == told


def test_several_are_alternatives(answering, unsure):
    told = reason(answering, "Did Conjecture close its Windmill?")
    assert told.startswith("Nobody in this corpus writes of “Conjecture” or “Windmill”.")


def test_of_somebody_who_is_asked_it_is_told_that_they_say_nothing(answering, unsure):
    told = reason(answering, "What does Ann Lee think of Conjecture?")
    assert told.startswith("Nothing by Ann Lee that is in this corpus is about that.")


@pytest.mark.parametrize(
    ("question", "lacking"),
    [
        ("When did the mill at Brook close?", "What it says of this has no date."),
        ("How many mills closed at Brook?", "What it says of this has no number."),
    ],
)
def test_what_has_no_date_or_number_is_no_answer_where_one_is_asked_for(
    answering, question, lacking
):
    told = "Nobody in this corpus answers that. The closest is “0.txt” by Ann Lee."
    assert reason(answering, question) == f"{told} {lacking}"


def test_a_date_in_another_quotation_will_do(answering, sure):
    pages = ("Ann Lee", "The mill at Brook closed."), ("Bo", "In 1987 the mill at Brook closed.")
    answer = answering(*pages).answer("When did the mill at Brook close?")
    assert [one.authors for one in answer.citations] == [("Ann Lee",), ("Bo",)]
    assert answer.confidence > 0


def test_what_has_one_may_be_an_answer(answering, sure):
    dated = "Ann Lee", "The mill at Brook closed in 1987."
    assert answering(dated).answer("When did the mill at Brook close?").confidence > 0
