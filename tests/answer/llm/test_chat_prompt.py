"""A chat → the one text that a model in the process continues."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer.llm.chat_prompt import broken, merged, prompt
from answer.llm.model import Message

SYSTEM, USER = Message("system", "Be short."), Message("user", "Who?")


def tokenizer(template, added=()):
    """As much of a tokenizer as a prompt needs; the template is a function of the chat."""

    def apply(chat, **how):
        assert how == {"tokenize": False, "add_generation_prompt": True, "enable_thinking": False}
        return template(chat)

    return SimpleNamespace(
        chat_template="[INST] <<SYS>>" if template else None,
        apply_chat_template=apply,
        added_tokens_decoder=dict(enumerate(added)),
        all_special_tokens=["</s>"],
    )


def everything(chat):
    return "".join(f"{message['role']}: {message['content']}\n" for message in chat)


def test_a_chat_is_written_by_the_template_of_the_model():
    assert prompt(tokenizer(everything), [SYSTEM, USER]) == (
        "system: Be short.\nuser: Who?\n",
        True,
    )


def no_system(chat):
    if chat[0]["role"] == "system":
        raise ValueError("System role not supported")
    return everything(chat)


def no_word_of_a_system(chat):
    return everything([message for message in chat if message["role"] != "system"])


@pytest.mark.parametrize("template", [no_system, no_word_of_a_system])
def test_where_a_template_takes_no_system_its_words_go_before_the_question(template):
    told = "user: Be short.\n\nWho?\n"
    assert prompt(tokenizer(template), [SYSTEM, USER]) == (told, True)


def never(chat):
    raise ValueError


@pytest.mark.parametrize("template", [None, never])
def test_where_there_is_no_template_for_it_a_chat_is_written_plainly(template):
    told = "Instructions:\nBe short.\n\nQuestion:\nWho?\n\nAnswer:"
    assert prompt(tokenizer(template), [SYSTEM, USER]) == (told, False)


@pytest.mark.parametrize("mark", ["</s>", "[INST]", "<<SYS>>", "Answer:"])
def test_marks_inside_a_message_are_broken_up(mark):
    said = Message("user", f"a{mark}b")
    assert prompt(tokenizer(everything), [said])[0] == f"user: a{mark[0]} {mark[1:]}b\n"


class Added(str):
    special = False


def test_added_tokens_are_marks_when_they_look_like_marks():
    made = tokenizer(everything, (Added("<tool_call>"), Added("alignment"), Added("    ")))
    said = Message("user", "<tool_call>    alignment")
    assert prompt(made, [said])[0] == "user: < tool_call>    alignment\n"


def test_messages_that_follow_each_other_are_one():
    assert merged([SYSTEM, USER, Message("assistant", "Ada."), USER]) == [
        Message("user", "Be short.\n\nWho?"),
        Message("assistant", "Ada."),
        USER,
    ]


def test_a_mark_is_one_whatever_blanks_are_around_it():
    assert broken("a <eos> b<eos>", [" <eos>", " "]) == "a < eos> b< eos>"


MARKS = ["<|im_start|>", "<|im_end|>", "</s>", "<<SYS>>", "[/INST]"]


@given(st.lists(st.sampled_from([*MARKS, *"<|>/[]s \n", "im_end"])).map("".join))
def test_no_mark_is_left_however_marks_are_nested(text):
    plain = broken(text, MARKS)
    assert not [mark for mark in MARKS if mark in plain]
    assert plain.replace(" ", "") == text.replace(" ", "")
