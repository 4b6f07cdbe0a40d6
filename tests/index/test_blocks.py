"""Text → paragraphs, items and headings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.blocks import blocks, heading_title


def found(text):
    """The blocks of a text, each with its level before it."""
    return [
        (block.level, text[block.start : block.end].strip()) for block in blocks(text, 0, len(text))
    ]


def paragraphs(text):
    assert all(level == 0 for level, _ in found(text))
    return [words for _, words in found(text)]


def title(text):
    (block,) = blocks(text, 0, len(text))
    return heading_title(text, block)


def test_a_line_of_a_scraped_page_is_a_paragraph():
    assert paragraphs("One comment.\nAnother comment.\n") == ["One comment.", "Another comment."]


def test_lines_that_end_like_sentences_are_paragraphs_at_any_width():
    line = "This line is fifty characters long and ends here. "
    assert paragraphs(f"{line}\n{line}\n{line}\n") == [line.strip()] * 3


WRAPPED = """This paragraph was wrapped at some width, so that
its lines go on in the ones that follow them and
end."""


def test_lines_that_were_wrapped_at_a_width_are_one_paragraph():
    assert paragraphs(f"{WRAPPED}\n\nNext.\n") == [WRAPPED, "Next."]


def test_lines_of_any_length_are_not_wrapped():
    long = "This line of a scraped page goes on and on " * 4
    assert len(paragraphs(f"{long}\n{long}\n")) == 2


def test_windows_line_ends_make_no_difference():
    text = "One.\r\n\r\n# Two\r\nThree.\r\n"
    assert found(text) == [(0, "One."), (1, "# Two"), (0, "Three.")]


@pytest.mark.parametrize(
    ("line", "level"), [("# One", 1), ("### Three ###", 3), ("###### Six", 6), ("> ## Two", 2)]
)
def test_a_line_with_number_signs_is_a_heading(line, level):
    assert found(f"{line}\nWords.\n") == [(level, line), (0, "Words.")]


@pytest.mark.parametrize("line", ["#hashtag", "####### seven", "a # b", "#1 in sales", "#"])
def test_other_number_signs_are_no_heading(line):
    assert found(f"{line}\n") == [(0, line)]


@pytest.mark.parametrize(("underline", "level"), [("===", 1), ("---", 2), ("----------", 2)])
def test_a_line_that_is_underlined_is_a_heading(underline, level):
    assert found(f"Title\n{underline}\nWords.\n") == [(level, "Title"), (0, "Words.")]


@pytest.mark.parametrize("rule", ["---", "***", "* * *", "___", "====="])
def test_a_rule_parts_paragraphs_and_is_none(rule):
    assert paragraphs(f"One.\n\n{rule}\n\nTwo.\n") == ["One.", "Two."]


@pytest.mark.parametrize("mark", ["-", "*", "+", "•", "1.", "12)"])
def test_an_item_is_a_paragraph(mark):
    text = f"{mark} one item that is longer than forty-five characters\n{mark} another item\n"
    assert len(paragraphs(text)) == 2


def test_an_item_holds_the_lines_that_were_wrapped():
    item = "- " + WRAPPED.replace("\n", "\n  ")
    assert paragraphs(f"{item}\n- next\n") == [item, "- next"]


def test_a_row_of_a_table_is_a_paragraph():
    assert paragraphs("| a | b |\n| c | d |\n") == ["| a | b |", "| c | d |"]


@pytest.mark.parametrize("fence", ["```", "~~~"])
def test_nothing_between_fences_is_a_heading(fence):
    assert found(f"{fence}python\n# comment\nx = 1\n{fence}\n# Title\n") == [
        (0, "# comment"), (0, "x = 1"), (1, "# Title")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "expected"),
    [("## Two words ##\n", "Two words"), ("# **Bold**\n", "Bold"), ("> # Quoted\n", "Quoted"),
     ("Under  lined\n===\n", "Under lined"), ("# Proofs in F#\n", "Proofs in F#")],
)  # fmt: skip
def test_the_title_of_a_heading_is_its_words(heading, expected):
    assert title(heading) == expected


def test_only_what_lies_between_the_places_is_read():
    text = "One.\n\nTwo.\n\nThree.\n"
    assert [text[block.start : block.end] for block in blocks(text, 6, 11)] == ["Two.\n"]


LINES = [
    "words and more",
    "x" * 60,
    "",
    "# h",
    "---",
    "===",
    "- item",
    "1. item",
    "```",
    "| a |",
    "> q",
    "\r",
]


@given(st.lists(st.sampled_from(LINES) | st.text(max_size=5)).map("\n".join))
def test_blocks_lie_in_order_and_do_not_overlap(text):
    edges = [edge for block in blocks(text, 0, len(text)) for edge in (block.start, block.end)]
    assert edges == sorted(edges)


@given(st.lists(st.sampled_from(["One.", "words", "é🙂", "\u00a0x"])).map("\n".join))
def test_no_word_is_lost(text):
    assert "".join("".join(words for _, words in found(text)).split()) == "".join(text.split())
