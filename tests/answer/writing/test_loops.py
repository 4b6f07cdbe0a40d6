"""Replies that go round in circles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer.writing.loops import Loop


def looped(*parts):
    """Whether a reply goes round in circles, and what of it is useful."""
    loop = Loop()
    found = [loop.feed(part) for part in parts][-1]
    return found, "".join(parts)[: loop.useful]


START = "Ada writes that it is so. "


@pytest.mark.parametrize(
    "unit",
    [
        "!",
        " ",
        "\n",
        "ha ",
        "It is. ",
        "It is not so at all. ",
        "and so on and ",
        "[1] ",
        "First it is so, then it is not, then again it is. " * 5,
    ],
)
def test_a_unit_without_end_is_a_loop_from_its_second_time_on(unit):
    found, useful = looped(START + unit * (140 // len(unit) + 6))
    assert found
    assert len(START) - 1 <= len(useful) <= len(START + unit)


def test_a_sentence_that_is_said_for_the_third_time_is_a_loop():
    again = "It is so in all of them [1]. "
    other = "Bo does not think so, though [2]. "
    reply = START + again + other + again.replace("1", "2") + "Cy is of two minds. " + again
    assert looped(reply) == (True, START + again + other)


def test_a_loop_stays_one():
    assert looped("ha " * 60, "Now it is over.") == (True, "ha ")


@pytest.mark.parametrize(
    "reply",
    [
        "",
        "Yes. " * 20,
        "ha" * 50,
        "".join(
            f"- Ada writes of engine {number} that it is so [{number}].\n" for number in range(99)
        ),
        "| a | b |\n|---|---|\n" + "".join(f"| {number} | so |\n" for number in range(50)),
        ("It is so in all of them. " + "But Bo does not think so. ") * 2,
        "No.\n" * 3 + "Nobody says so.\n" * 5,
    ],
)
def test_what_is_only_alike_is_no_loop(reply):
    assert looped(reply) == (False, reply)


REPLIES = st.lists(
    st.sampled_from(["ha ", "It is so in all of them. ", "\n", "Bo. "]) | st.text(max_size=3),
    max_size=40,
).map(lambda parts: "".join(parts) * 3)


@given(REPLIES, st.integers(1, 50))
def test_the_parts_that_a_reply_comes_in_do_not_count(reply, length):
    parts = [reply[start : start + length] for start in range(0, len(reply), length)]
    assert looped("", *parts) == looped("", *reply)
