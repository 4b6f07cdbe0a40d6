"""Markdown becomes the plain lines of a scraped page."""

import pytest

from evals.plain import Line, lines, plain


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("See [the post](https://example.org/a_(b)) now.", "See the post now."),
        ("This is **very** *much* _so_.", "This is very much so."),
        (r"A \[mask\] and 2 \* 3", "A [mask] and 2 * 3"),
        ("### Why", "Why"),
        ("-----", ""),
        ("![a picture](https://example.org/x.png)", ""),
        ("snake_case_name", "snake_case_name"),
    ],
)
def test_a_line_loses_its_markdown(markdown, text):
    assert plain(markdown) == text


def test_a_quoted_line_keeps_its_marks_apart():
    assert lines("> One.\n>> Two.\n\nThree.") == [
        Line("One.", "> "),
        Line("Two.", "> > "),
        Line("Three."),
    ]


def test_nobody_can_tell_whether_a_line_right_under_a_quotation_belongs_to_it():
    assert lines("> One.\nTwo.\n\nThree.") == [
        Line("One.", "> "),
        Line("Two.", unsure=True),
        Line("Three."),
    ]


@pytest.mark.parametrize(
    ("lead", "unsure"),
    [
        ("As I wrote before:", True),
        ("From my own post on this:", True),
        ("I asked Ann, and she said:", False),
        ("Ann wrote:", False),
    ],
)
def test_whoever_says_that_they_wrote_it_may_quote_themself(lead, unsure):
    assert lines(f"{lead}\n\n> One.\n> Two.")[1:] == [
        Line("One.", "> ", unsure),
        Line("Two.", "> ", unsure),
    ]


def test_nobody_can_tell_who_speaks_in_a_dialogue():
    turns = "\n\n".join(f"{name}: Yes." for name in ("Ann", "Bo") * 3)
    assert all(line.unsure for line in lines(turns))


def test_two_labels_make_no_dialogue():
    assert lines("Pros: cheap.\n\nCons: slow.") == [Line("Pros: cheap."), Line("Cons: slow.")]
