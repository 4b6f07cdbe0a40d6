"""Whether a hit is the passage that another document quotes."""

import pytest

from evals.cross_quotes import Quotation, holds, quotation, same_words, unlinked

QUOTED = "Mice sleep whenever nobody watches them, and they wake up when somebody does."
POST = f"I have kept mice. {QUOTED} So it goes."
START = POST.index(QUOTED)
SPAN = START, START + len(QUOTED)


@pytest.fixture
def quoted(document):
    """The quotation of POST, which is the document `a`."""
    return Quotation("As Ann put it:\n", "quoting", document(POST, "a").id, SPAN, QUOTED)


def test_a_row_is_a_quotation_of_documents_by_their_ids():
    row = {
        "query_doc": "forum:b", "context_before": "As Ann put it:", "context_after": "So.",
        "gold_doc": "forum:a", "start": 4, "end": 8, "span": "mice",
    }  # fmt: skip
    ids = {"forum:a": "1", "forum:b": "2"}
    assert quotation(row, ids) == Quotation("As Ann put it:\nSo.", "2", "1", (4, 8), "mice")


def test_links_leave_their_words():
    assert unlinked("As [Ann](https://x.org/a) put it") == "As Ann put it"


@pytest.mark.parametrize(
    ("start", "end", "right"),
    [
        (*SPAN, True),
        (START + 10, START + 20, True),
        (0, START + len(QUOTED) // 2 + 1, True),
        (0, START, False),
        (START - 10, START + 9, False),
    ],
)
def test_half_of_the_shorter_must_be_in_common(hit, quoted, start, end, right):
    assert holds(hit("a", POST, start, end), quoted, {quoted.quoted}) is right


def test_the_same_words_count_in_the_same_text(hit, quoted):
    copy = hit("copy", QUOTED)
    assert holds(copy, quoted, {quoted.quoted, copy.document.id})
    assert holds(hit("copy", QUOTED, same=(quoted.quoted,)), quoted, {quoted.quoted})


def test_the_same_words_do_not_count_elsewhere(hit, quoted):
    assert not holds(hit("other", QUOTED), quoted, {quoted.quoted})


def test_other_words_do_not_count_in_the_same_text(hit, quoted):
    others = "I have kept mice for years and years, and never was I bitten by one."
    assert not holds(hit("copy", others, same=(quoted.quoted,)), quoted, {quoted.quoted})


def test_same_words_are_half_of_the_shorter_text_in_runs_of_five():
    assert same_words(QUOTED, f"*{QUOTED.upper()}* [^1]")
    assert same_words("mice sleep whenever nobody watches", QUOTED)
    assert not same_words("mice wake whenever nobody watches", QUOTED)
    assert not same_words("mice sleep", QUOTED)
