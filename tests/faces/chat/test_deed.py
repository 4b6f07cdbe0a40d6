"""What a page tells that a reader does."""

import pytest

from faces.chat.deed import LONGEST, Deed, read_deed


def test_a_question_in_the_place_of_another() -> None:
    assert read_deed('{"do": "ask", "question": "Why?", "at": 2, "count": 7}') == Deed(
        question="Why?", at=2
    )


@pytest.mark.parametrize(
    "text", ["", "null", "[]", '{"do": "fly"}', '{"at": 0}', '"' + "x" * LONGEST + '"']
)
def test_anything_else_is_nothing(text: str) -> None:
    assert read_deed(text) is None
