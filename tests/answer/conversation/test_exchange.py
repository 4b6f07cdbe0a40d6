"""What was asked and answered before."""

import json

import pytest

from answer.conversation.exchange import LONGEST, MOST, Exchange, exchanges
from answer.record import Answer, Timings
from errors import BadInput


def user(content):
    return {"role": "user", "content": content}


def assistant(content, **fields):
    return {"role": "assistant", "content": content, **fields}


def asked(question, answer=""):
    return Exchange(question, question, answer)


@pytest.fixture
def record(citation):
    """Makes an answer record that quotes these people."""

    def make(question, *people):
        quotes = [citation(f"So says {name}.", name, n=n) for n, name in enumerate(people, 1)]
        return Answer(
            schema=1, id="a", question=question, asked=f"{question} (in full)", answer="So.",
            abstained=False, reason=None, mode="extractive", model=None, confidence=1.0,
            sentences=(), citations=quotes, timings_ms=Timings(retrieve=0, answer=0, total=0),
        )  # fmt: skip

    return make


def test_a_question_and_the_answer_after_it_are_an_exchange():
    history = [user("What is X?"), assistant("This."), user("And Y?"), assistant("That.")]
    assert exchanges(history) == (asked("What is X?", "This."), asked("And Y?", "That."))


def test_no_history_has_no_exchanges():
    assert exchanges([]) == ()


def test_a_question_may_have_no_answer_yet():
    assert exchanges([user("What is X?")]) == (asked("What is X?"),)


def test_an_answer_to_nothing_is_left_out():
    assert exchanges([assistant("Hello."), user("Why?"), assistant("So.")]) == (
        asked("Why?", "So."),
    )


@pytest.mark.parametrize("role", ["system", "deleted", "error", "tool", "developer"])
def test_other_roles_are_left_out(role):
    history = [user("Why?"), {"role": role, "content": 7}, assistant("So.")]
    assert exchanges(history) == (asked("Why?", "So."),)


def test_messages_of_one_role_that_follow_each_other_are_one():
    history = [user("Well."), user("Why?"), assistant("So."), assistant("And so.")]
    assert exchanges(history) == (asked("Well.\n\nWhy?", "So.\n\nAnd so."),)


def test_a_message_may_come_in_parts():
    parts = [
        {"type": "text", "text": "Why"},
        {"type": "image_url", "image_url": {}},
        {"type": "text", "text": "so?"},
    ]
    assert exchanges([user(parts)]) == (asked("Why\nso?"),)


def test_a_message_without_words_says_nothing():
    assert exchanges([user("Why?"), assistant(None), user(" ")]) == (asked("Why?"),)


def test_an_answer_may_carry_its_citations(citation):
    cited = citation("So.", "Ann")
    (found,) = exchanges([user("Why?"), assistant("So. [1]", citations=[cited.model_dump()])])
    assert (found.citations, found.people) == ((cited,), ("Ann",))


def test_an_answer_record_is_an_exchange(record):
    answer = record("Why?", "Ann")
    read = exchanges([json.loads(answer.json_line())])
    assert read == (Exchange("Why?", "Why? (in full)", "So.", answer.citations, ("Ann",)),)
    assert read == (Exchange.of(answer),)


def test_a_record_needs_no_more_than_its_question():
    assert exchanges([{"question": "Why?", "answer": None, "id": 7}]) == (asked("Why?"),)


def test_people_are_those_who_are_quoted_each_once(record):
    assert Exchange.of(record("Why?", "Bo", "Ann", "Bo")).people == ("Bo", "Ann")


@pytest.mark.parametrize(("speaker", "people"), [("Cy", ("Cy",)), ("unnamed", ())])
def test_who_is_quoted_by_somebody_is_the_one_whose_words_they_are(citation, speaker, people):
    cited = citation("So.", speaker=speaker).model_dump()
    (found,) = exchanges([{"question": "Why?", "citations": [cited]}])
    assert found.people == people


def test_only_the_last_exchanges_are_kept():
    history = [user(f"{n}?") if odd else assistant("So.") for n in range(30) for odd in (1, 0)]
    assert [one.question for one in exchanges(history)] == [f"{n}?" for n in range(30 - MOST, 30)]


def test_long_texts_are_cut():
    (found,) = exchanges([user("q" * 9_999), assistant("a" * 9_999)])
    assert (len(found.question), len(found.asked), len(found.answer)) == (LONGEST,) * 3


def test_halves_of_characters_are_put_together_or_replaced():
    assert exchanges([user("\ud83d\ude00 \ud83d?")]) == (asked("\U0001f600 \ufffd?"),)


@pytest.mark.parametrize(
    ("history", "error"),
    [
        (["Why?"], "history: entry 1 is neither a message nor an answer record"),
        ([{}], "history: entry 1 is neither a message nor an answer record"),
        ([user("Why?"), None], "history: entry 2 is neither a message nor an answer record"),
        ([{"role": 1, "content": ""}], "history: the role of entry 1 is not a text"),
        ([user(7)], "history: the content of entry 1 is not a text"),
        ([user({"text": "Why?"})], "history: the content of entry 1 is not a text"),
        ([user([{"type": "text"}])], "history: the content of entry 1 is not a text"),
        ([user("Why?"), {"question": "?"}], "history: the role of entry 2 is not a text"),
        ([{"question": 7}], "history: the question of entry 1 is not a text"),
        ([{"question": "Why?", "asked": 7}], "history: the asked of entry 1 is not a text"),
        (
            [{"question": "Why?", "citations": [{"n": 1}]}],
            "history: entry 1 has citations that are not as in an answer record",
        ),
        (
            [user("Why?"), assistant("So.", citations=7)],
            "history: entry 2 has citations that are not as in an answer record",
        ),
    ],
)
def test_anything_else_is_refused(history, error):
    with pytest.raises(BadInput) as refused:
        exchanges(history)
    assert str(refused.value) == error


def test_what_was_cited_before_is_remembered_with_the_first_that_is(record):
    history = [record(f"Question {n}?", f"Person {n}").model_dump() for n in range(MOST + 3)]
    first, *others = exchanges(history)
    assert [one.authors[0] for one in first.citations] == [f"Person {n}" for n in range(4)]
    assert (len(others), first.people) == (MOST - 1, ("Person 3",))
