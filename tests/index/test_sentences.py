"""Text → sentences, by their places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.sentences import BLANK, sentences, trimmed, within

MARKS = BLANK + "-*+•>"  # of items and of quoted lines


def found(text, start=0):
    return [text[slice(*span)] for span in sentences(text, start, len(text))]


def test_sentences_come_without_the_white_space_between_them():
    assert found(" One is here.  Two is there.\n") == ["One is here.", "Two is there."]


def test_places_count_from_the_start_of_the_text():
    assert sentences("Left out. One. Two.", 10, 19) == [(10, 14), (15, 19)]


@pytest.mark.parametrize("mark", ["1.", "12)", "a.", "B)", "> 1.", "- 1."])
def test_the_number_of_an_item_belongs_to_its_sentence(mark):
    number = mark.split()[-1]
    assert found(f"{mark} One is here. Two is there.") == [
        f"{number} One is here.",
        "Two is there.",
    ]


def test_the_number_of_an_item_belongs_to_its_sentence_in_the_middle_of_a_text():
    assert found("Intro.\n2. One is here. Two is there.", 7) == ["2. One is here.", "Two is there."]


@pytest.mark.parametrize(
    "sentence",
    [
        'For "2." I expect that it fails.',
        "For “2.” I expect that it fails.",
        "Some goals, e.g. power, are shared.",
        "The other one, i.e. the mesa-optimizer, fails.",
        "She said “I do not know. Nobody does.” and left.",
        'She said "I do not know. Nobody does." and left.',
        "It fails (I think so. Others do not.) in practice.",
        "Dr. Smith and Prof. Lee agree.",
        "It costs 3.5 million in the U.S. alone.",
        "See Smith et al. 2020 for more.",
        "See https://example.org/a.b?c=d for more.",
        "GPT-4 vs. Claude is no contest.",
    ],
)
def test_one_sentence_stays_whole(sentence):
    assert found(f"{sentence} Next one.") == [sentence, "Next one."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Is it? It is! Yes.", ["Is it?", "It is!", "Yes."]),
        ("It ends in 2020. Then it starts.", ["It ends in 2020.", "Then it starts."]),
        ("So do I. You do too.", ["So do I.", "You do too."]),
        ("I chose B. He left.", ["I chose B.", "He left."]),
        ("It is 5. Then 6.", ["It is 5.", "Then 6."]),
        ("I read (3). You did not.", ["I read (3).", "You did not."]),
        ("no end at all", ["no end at all"]),
    ],
)
def test_a_text_has_these_sentences(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize("mark", ["- ", "* ", "+ ", "• ", "-", "> ", "> > ", "> - ", ">"])
def test_the_mark_of_an_item_or_of_a_quoted_line_is_left_out(mark):
    assert found(f"{mark}One is here.") == ["One is here."]


@pytest.mark.parametrize(
    "sentence", [">50 people came.", ">$5 is enough.", "-5 is less.", "*Really* so."]
)
def test_what_only_looks_like_such_a_mark_is_kept(sentence):
    assert found(sentence) == [sentence]


@pytest.mark.parametrize("text", ["", " \r\n\u00a0", "\ufeff"], ids=ascii)
def test_a_text_without_words_has_no_sentences(text):
    assert found(text) == []


WORDS = ["I think so. ", "1. ", "a) ", "e.g. ", "Dr. Lee ", "x", "é", "🙂", "? ", "!", "…", "。"]
MARKS_AND_BLANKS = ["(", ")", "“", "”", '"', "’", "— ", "- ", *"\n\v\u00a0\u2028\ufeff", "\r\n"]
PIECES = WORDS + MARKS_AND_BLANKS
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=30).map("".join)


@given(texts, st.integers(0, 9))
def test_sentences_lie_in_order_and_hold_all_but_blanks_and_marks(text, start):
    spans = sentences(text, min(start, len(text)), len(text))
    edges = [start, *(edge for span in spans for edge in span), len(text)]
    gaps = "".join(text[left:right] for left, right in zip(edges[::2], edges[1::2], strict=True))
    assert edges[1:-1] == sorted(edges[1:-1])
    assert gaps.strip(MARKS) == ""


@given(texts)
def test_no_sentence_begins_or_ends_with_a_blank(text):
    spans = sentences(text, 0, len(text))
    assert all(span == trimmed(text, *span) and span[0] < span[1] for span in spans)


def parts(text):
    return [text[slice(*span)] for span in within(text, (0, len(text)))]


def test_a_long_quotation_is_parted_at_its_sentences():
    assert parts("“One is here. Two is there.”") == ["“One is here.", "Two is there.”"]


def test_a_long_sentence_is_parted_at_its_clauses():
    assert parts("First this, then that; at last—so—all") == [
        "First this,", "then that;", "at last—", "so—", "all"
    ]  # fmt: skip


def test_a_sentence_without_clauses_is_one_part():
    assert parts("one two three") == ["one two three"]


@given(texts)
def test_parts_lie_in_order_and_hold_all_that_is_not_blank(text):
    start, end = trimmed(text, 0, len(text))
    if start < end:
        edges = [start, *(edge for span in within(text, (start, end)) for edge in span), end]
        gaps = "".join(
            text[left:right] for left, right in zip(edges[::2], edges[1::2], strict=True)
        )
        assert (edges, gaps.strip()) == (sorted(edges), "")


def test_a_space_of_several_bytes_is_no_stumbling_block():
    text = "Claim:\u00a0∼\u00a0is an equivalence relation on\u00a0A\u00a0and on\u00a0E\u00a0."
    assert sentences(text, 0, len(text)) == [(0, len(text))]
