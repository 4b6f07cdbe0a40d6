"""What kind of thing a question asks for."""

import pytest

from answer.asked_for import SHAPES, shapes


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("When did the mill close?", ["time"]),
        ("In what year did the mill close?", ["time"]),
        ("When mills close, what happens?", []),
        ("How many mills are there?", ["number"]),
        ("What is the price of a mill in dollars?", ["number"]),
        ("Why did the mill close?", []),
    ],
)
def test_what_is_asked_for(question, kinds):
    assert [shape.kind for shape in shapes(question)] == kinds


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("It closed in 1987.", ["time", "number"]),
        ("It closed in May.", ["time"]),
        ("It may close.", []),
        ("It closed two weeks ago.", ["time", "number"]),
        ("There are nine.", ["number"]),
        ("There are some.", []),
    ],
)
def test_how_it_looks(text, kinds):
    assert [shape.kind for shape in SHAPES if shape.looks.search(text)] == kinds
