"""How an answer is to be written, where there is a choice."""

from typing import Any

import pytest

from faces.chat.mode import answering, choice


class Answerer:
    """Tells in which way it was asked to answer."""

    way: str = "as set"

    def extractive(self) -> str:
        return "extractive"

    def writing(self, mode: str) -> str:
        return mode


@pytest.mark.parametrize(
    ("wanted", "way"),
    [("mode=extractive", "extractive"), ("author=A&mode=plain", "plain")],
)
def test_the_way_that_is_wanted(wanted: str, way: str) -> None:
    asked: Any = Answerer()
    assert answering(asked, wanted) == way


@pytest.mark.parametrize("wanted", ["", "mode=", "mode=rhyming"])
def test_any_other_way_is_as_it_is_set(wanted: str) -> None:
    asked: Any = Answerer()
    assert answering(asked, wanted) is asked


def test_without_a_model_there_is_no_choice() -> None:
    assert choice(None) == ""


def test_the_model_is_named() -> None:
    assert '<option value="">written by &lt;tiny&gt;</option>' in choice("<tiny>")
