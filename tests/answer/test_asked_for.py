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
        ("They had thirty sheep.", ["number"]),
        ("Nobody came.", ["number"]),
        ("Both agree.", ["number"]),
        ("On a Tuesday.", ["time"]),
        ("Opened at 3 pm.", ["time", "number"]),
        ("On 03/04/21.", ["time", "number"]),
        ("By 2150.", ["time", "number"]),
        ("In 300 BC.", ["time", "number"]),
        ("In Rome, B and C.", []),
        ("The summer of love.", ["time"]),
        ("They met when the mill was young.", ["time"]),
        ("At the age of reason.", ["time"]),
    ],
)
def test_how_it_looks(text, kinds):
    assert [shape.kind for shape in SHAPES if shape.looks.search(text)] == kinds


@pytest.mark.parametrize(
    ("question", "quotes", "kind"),
    [
        ("When did the mill close?", ["The mill closed."], "time"),
        ("When did the mill close?", ["The mill closed in 1987."], None),
        ("When did the mill close?", ["The mill closed.", "It was 1987."], None),
        ("When did the mill close?", ["The mill closed.", "It is shut."], "time"),
        ("When does a mill close?", ["A mill closes for want of water."], None),
        ("How many mills closed?", ["Some mills closed."], "number"),
        ("How many mills closed?", ["No mill closed."], None),
        ("How likely is it to close?", ["It is likely."], None),
    ],
)
def test_what_all_quotations_lack_of_what_is_surely_asked_for(question, quotes, kind):
    shape = lacking(question, quotes)
    assert (shape.kind if shape else None) == kind


@pytest.mark.parametrize(
    "question",
    ["When did it close?", "In which year did it close?", "How many closed?"],
)
def test_what_is_surely_asked_for_is_asked_for(question):
    sure = [shape for shape in SHAPES if shape.surely.search(question)]
    assert sure == list(shapes(question))
