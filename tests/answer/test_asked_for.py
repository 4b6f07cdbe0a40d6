"""What kind of thing a question asks for."""

import pytest

from answer.asked_for import SHAPES, lacking, shapes


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


@pytest.mark.parametrize(
    ("question", "quote", "kind"),
    [
        ("When did the mill close?", "The mill closed.", "time"),
        ("When did the mill close?", "The mill closed in 1987.", None),
        ("When does a mill close?", "A mill closes for want of water.", None),
        ("How many mills closed?", "Some mills closed.", "number"),
        ("How likely is it to close?", "It is likely.", None),
    ],
)
def test_what_a_quotation_lacks_of_what_is_surely_asked_for(question, quote, kind):
    shape = lacking(question, quote)
    assert (shape.kind if shape else None) == kind
