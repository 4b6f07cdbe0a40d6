"""Greetings and thanks get a plain reply; anything else is a question."""

import pytest

from answer.small_talk import reply

HELLO = "Hello. Ask me what people in this corpus have written; I answer in their words."


@pytest.mark.parametrize(
    "text",
    ["hi", "Hello", "hello there!", "HEY", "good morning", "Good evening, ", "  hi all  ",
     "hello?", "Hi! 👋"],
)  # fmt: skip
def test_a_greeting_is_greeted(text):
    assert reply(text) == HELLO


@pytest.mark.parametrize(
    "text",
    ["thanks", "thanks!", "Thank you so much.", "ok, thanks", "Great, thanks!", "thx", "cheers",
     "thanks, that helps", "thank you very much", "Okay thank you…"],
)  # fmt: skip
def test_thanks_are_welcome(text):
    assert reply(text) == "You're welcome."


@pytest.mark.parametrize("text", ["bye", "Goodbye.", "bye bye", "see you later", "good night"])
def test_a_parting_is_parted_from(text):
    assert reply(text) == "Goodbye."


@pytest.mark.parametrize(
    "text",
    ["", " ", "?", "hi, what is a shard?", "thanks, but why?", "Who says hello?", "High stakes",
     "hi-fi", "thank you for what?", "What is a thank-you note?", "good"],
)  # fmt: skip
def test_a_question_is_no_small_talk(text):
    assert reply(text) is None
