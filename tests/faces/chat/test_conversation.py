"""What becomes of a question in the chat: the FAQ first, then the corpus; kept and shown again."""

import json
from typing import Any

import pytest

from answer.pipeline import Answerer
from faces.building import Building
from faces.chat.authors import Authors
from faces.chat.conversation import CORRECTED, Conversation
from faces.chat.turn import Turn
from faces.library import Library

SHARD = "What is a shard of value?"
HACKING = "What is reward hacking?"


@pytest.fixture
def talk(corpus: Library) -> Conversation:
    return Conversation(corpus, Building(corpus), Authors(corpus.archive))


def asked(talk: Conversation, question: str, *before: Turn, **fields: Any) -> Turn:
    """The turn of a question when it is over."""
    corpus = fields.pop("corpus", False)
    turn = Turn(len(before) + 1, question, **fields)
    list(talk.answer(turn, before, corpus=corpus))
    return turn


def kept(turn: Turn) -> Any:
    return json.loads(turn.kept().model_dump_json(by_alias=True))


def test_the_corpus_answers_what_no_entry_does(talk: Conversation) -> None:
    turn = asked(talk, SHARD)
    assert turn.entry is None
    assert turn.answer
    assert turn.answer.citations[0].authors == ("Ada Lindqvist",)


def test_what_people_have_answered_is_their_answer(talk: Conversation) -> None:
    turn = asked(talk, HACKING)
    assert turn.entry
    assert (turn.entry.id, turn.related, turn.answer) == ("R1", ("Who hacks rewards?",), None)


@pytest.mark.parametrize("other", [{"corpus": True}, {"wanted": "author=Ada Lindqvist"}])
def test_the_corpus_is_asked_where_it_is_wanted(talk: Conversation, other: Any) -> None:
    assert asked(talk, HACKING, **other).entry is None


def test_a_follow_up_goes_on_from_the_turns_before(talk: Conversation) -> None:
    first = asked(talk, SHARD)
    second = asked(talk, "What does Bo Amundsen think about that?", first)
    assert second.answer
    assert second.answer.citations[-1].authors == ("Bo Amundsen",)


def test_several_people_who_are_asked_are_told_apart(talk: Conversation) -> None:
    question = "What do Ada Lindqvist and Bo Amundsen think about a shard of value?"
    assert asked(talk, question).by_person
    assert not asked(talk, SHARD).by_person


def test_an_error_is_the_turns(talk: Conversation) -> None:
    assert (
        asked(talk, "why", wanted="after=soon").error == "'soon' is not a date such as 2024-03-01"
    )


def test_what_a_browser_has_kept_is_shown_again(talk: Conversation) -> None:
    turns = [asked(talk, SHARD), asked(talk, HACKING)]
    again = talk.restored([kept(turn) for turn in turns])
    assert [turn.number for turn in again] == [1, 2]
    assert again[0].answer == turns[0].answer
    assert again[0].cards == turns[0].cards
    assert (again[1].entry, again[1].related) == (turns[1].entry, turns[1].related)


def test_what_was_not_whole_is_shown_as_stopped(talk: Conversation) -> None:
    (again,) = talk.restored([{"question": "Why?", "text": "Beca"}])
    assert (again.text, again.stopped, again.answer) == ("Beca", True, None)


def test_an_error_stays_one(talk: Conversation) -> None:
    turn = asked(talk, "why", wanted="after=soon")
    (again,) = talk.restored([kept(turn)])
    assert (again.error, again.stopped) == (turn.error, False)


@pytest.mark.parametrize("bad", [1, None, {}, {"question": "a", "answer": {"schema": 9}}])
def test_what_a_browser_never_had_from_here_is_left_out(talk: Conversation, bad: Any) -> None:
    (again,) = talk.restored([bad, {"question": "Why?"}])
    assert (again.number, again.question) == (1, "Why?")


def test_words_that_a_document_has_no_more_are_shown_as_such(talk: Conversation) -> None:
    entry = kept(asked(talk, SHARD))
    for citation in entry["answer"]["citations"]:
        citation["quote"] = "Made up."
    (again,) = talk.restored([entry])
    assert "The document has changed since" in again.cards[1]


def test_only_what_can_be_answered_is_offered_to_go_on_with(
    talk: Conversation, corpus: Library
) -> None:
    turn = asked(talk, "What does Ada Lindqvist think about a shard of value?")
    talk.follow(turn)
    assert turn.next == ("What does Bo Amundsen think about a shard of value?",)
    answerer: Answerer = corpus.answerer
    assert not answerer.answer(turn.next[0]).abstained


def test_nothing_is_offered_after_an_abstention(talk: Conversation) -> None:
    turn = asked(talk, "How long does rice have to be cooked?")
    talk.follow(turn)
    assert turn.next == ()


@pytest.mark.parametrize("said", [{"authors": ["Bo Amundsen"]}, {"speaker": "Bo Amundsen"}])
def test_an_answer_that_gives_words_to_others_than_the_archive_is_not_shown_again(
    talk: Conversation, said: Any
) -> None:
    entry = kept(asked(talk, SHARD))
    entry["answer"]["citations"][0] |= said
    (turn,) = talk.restored([entry])
    assert (turn.answer, turn.citations, turn.error) == (None, [], CORRECTED)
