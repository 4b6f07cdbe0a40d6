"""What a model writes → what it says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer.writing.thinking import Thinking


def said(*parts):
    thinking = Thinking()
    given_back = ""
    for part in parts:
        retracted = thinking.retracted
        new = thinking.feed(part)
        given_back = new if thinking.retracted > retracted else given_back + new
    return given_back + thinking.flush()


@pytest.mark.parametrize(
    "reply",
    [
        "<think>Let me see.</think>It is so.",
        "<thinking>Let me\n\nsee.</thinking>It is so.",
        "<reasoning>Let me see.</reasoning>It is so.",
        "<Think >Let me see.</Think>It is so.",
        "[THINK]Let me see.[/THINK]It is so.",
        "◁think▷Let me see.◁/think▷It is so.",
        "<|channel|>analysis<|message|>Let me see.<|end|><|start|>assistant"
        "<|channel|>final<|message|>It is so.",
        "It <think>Let me see.</think>is so.",
        "<think>a < b [1] <b>c</b></think>It is so.",
        "<think>One.</think>It is<think>Two.</think> so.",
    ],
)
def test_thinking_is_taken_out(reply):
    assert said(reply) == "It is so."


def test_thinking_that_is_never_closed_is_nothing_said():
    assert said("It is so. <think>But then") == "It is so. "


def test_a_reply_that_begins_inside_its_thinking_takes_back_what_it_gave():
    thinking = Thinking()
    assert (thinking.feed("Let me see."), thinking.retracted) == ("Let me see.", False)
    assert (thinking.feed(" So.</think>It is so."), thinking.retracted) == ("It is so.", True)


def test_what_was_given_is_taken_back_at_once():
    thinking = Thinking()
    thinking.feed("Let me see.</think>")
    assert thinking.retracted


def test_a_second_end_of_thinking_takes_nothing_back():
    thinking = Thinking()
    assert thinking.feed("<think>So.</think>It is</think> so.") == "It is so."
    assert not thinking.retracted


@pytest.mark.parametrize(
    "token",
    [
        "<|im_end|>",
        "<|eot_id|>",
        "<|endoftext|>",
        "<｜end▁of▁sentence｜>",
        "<|im_start|>assistant\n",
        "<|start_header_id|>assistant<|end_header_id|>",
        "<start_of_turn>model\n",
        "<end_of_turn>",
        "</s>",
        "<bos>",
        "[INST]",
        "[/INST]",
        "<<SYS>>",
        "<</SYS>>",
    ],
)
def test_tokens_of_chat_templates_are_dropped(token):
    assert said(f"It is{token} so.") == "It is so."


@pytest.mark.parametrize(
    "text", ["a < b > c", "<b>so</b>", "[1] [INSTANT]", "<thinker>", "<|", "<think", "x <s", "◁ ▷"]
)
def test_what_is_no_tag_is_said(text):
    assert said(text) == text


BITS = st.sampled_from(
    [
        "<think>",
        "</think>",
        "<|im_end|>",
        "[THINK]",
        "[/INST]",
        "<|im_start|>user\n",
        "It is. ",
        "<",
    ]
)
REPLIES = st.lists(BITS | st.text(max_size=3), max_size=12).map("".join)


@given(REPLIES)
def test_the_parts_that_a_reply_comes_in_do_not_count(reply):
    assert said(*reply) == said(reply)


@given(st.text(alphabet=st.characters(exclude_characters="<[◁")))
def test_other_text_is_given_at_once(text):
    assert Thinking().feed(text) == text
