"""Which of the readings of a follow-up is asked, and how a conversation goes on."""

import pytest

from answer.conversation.exchange import Exchange
from answer.conversation.known import Known
from answer.conversation.meaning import meant
from answer.pipeline import Answerer
from tests.answer.conftest import directory

KNOWN = Known(directory(("Ada Moss",), ("Bo Reed",)), lambda _: False)
ASKED = "What does Ada Moss think about myopia?"
HISTORY = [Exchange(ASKED, ASKED, "Ada Moss writes: “Myopia is a short horizon.” [1]")]


def meaning(question, confidence=lambda _: 1.0, history=HISTORY):
    return meant(question, history, KNOWN, confidence)


def test_the_first_question_means_what_it_says():
    assert meaning("and why?", history=[]).named.asked == "and why?"


def test_a_follow_up_means_what_was_asked_before():
    assert meaning("and Bo Reed?").named.speaking == ("Bo Reed",)


def test_the_plain_question_wins_where_it_finds_more():
    def confidence(named):
        return 0.9 if named.asked == "what about corrigibility?" else 0.2

    before = [Exchange("What is myopia?", "What is myopia?", "It is … [1]")]
    found = meaning("what about corrigibility?", confidence, before)
    assert found.named.asked == "what about corrigibility?"


def test_a_name_in_the_place_of_a_pronoun_stays_whatever_else_is_found():
    def confidence(named):
        return 0.9 if not named.speaking else 0.2

    assert meaning("What does she say about debate?", confidence).named.speaking == ("Ada Moss",)


def test_who_may_be_meant_is_not_guessed():
    both = "Where do Ada Moss and Bo Reed differ on myopia?"
    found = meaning("What does he say about debate?", history=[Exchange(both, both, "… [1]")])
    assert set(found.unclear) == {"Ada Moss", "Bo Reed"}


PAGES = [
    ("Ada Moss", "Myopia is a short horizon. Debate helps judges to see."),
    ("Bo Reed", "Debate misleads judges about everything."),
]


@pytest.fixture
def talk(library, answering, sure):
    """Asks questions one after another, each with those before as its history."""
    answering(*PAGES)
    answerer = Answerer(library.archive, library.stores, library.search)

    def make(*questions):
        history = []
        for question in questions:
            answer = answerer.answer(question, history=history)
            history.append(Exchange.of(answer))
        return answer

    return make


def test_a_pronoun_is_the_person_who_was_asked(talk):
    answer = talk("What does Bo Reed think about debate?", "and what did he say about judges?")
    assert answer.asked == "What did Bo Reed say about judges?"
    assert {name for one in answer.citations for name in one.authors} == {"Bo Reed"}


def test_when_nobody_can_tell_who_is_meant_it_is_asked(talk):
    answer = talk("Where do Ada Moss and Bo Reed differ on debate?", "What does she say of judges?")
    assert answer.abstained
    assert answer.reason == "Whom do you mean: Ada Moss or Bo Reed?"


def test_what_is_chosen_then_is_answered(talk):
    answer = talk(
        "Where do Ada Moss and Bo Reed differ on debate?",
        "What does she say of judges?",
        "the first",
    )
    assert answer.citations[0].authors == ("Ada Moss",)


def test_more_is_something_else(talk):
    asked = "What does Ada Moss think about debate?"
    first, second = talk(asked), talk(asked, "tell me more")
    assert {one.quote for one in first.citations}.isdisjoint(one.quote for one in second.citations)


def test_words_that_were_quoted_keep_their_number(talk):
    answer = talk("What does Ada Moss think about debate?", "What does Bo Reed think about debate?")
    assert [one.n for one in answer.citations] == [2]
    assert answer.answer.endswith("[2]")
