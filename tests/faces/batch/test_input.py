"""The questions of a batch."""

import io
import sys

import pytest

from answer.conversation.exchange import Exchange
from errors import BadInput
from faces.batch.input import Row, read


@pytest.fixture
def rows(write):
    """The rows of a file with this content."""
    return lambda name, content: read(str(write(name, content)))


@pytest.fixture
def piped(monkeypatch):
    """The rows of standard input with these bytes."""

    def make(data):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        return read("-")

    return make


def test_an_object_a_line(rows):
    assert rows("q.jsonl", '{"question": "Why?"}\n{"id": "b", "question": "How?"}\n') == [
        Row("row-1", "Why?"), Row("b", "How?"),
    ]  # fmt: skip


def test_a_number_can_be_an_id(rows):
    assert rows("q.jsonl", '{"id": 7, "question": "Why?"}') == [Row("7", "Why?")]


@pytest.mark.parametrize("id_", ["null", '""', '" "', "[1]", "{}"])
def test_what_is_no_id_is_the_number_of_the_row(rows, id_):
    assert rows("q.jsonl", f'{{"id": {id_}, "question": "Why?"}}')[0].id == "row-1"


def test_blank_lines_are_no_rows(rows):
    assert [row.id for row in rows("q.jsonl", '\n{"question": "a"}\n \n{"question": "b"}')] == [
        "row-1", "row-2",
    ]  # fmt: skip


def test_filters_are_in_an_object_of_their_own(rows):
    line = '{"question": "Why?", "filters": {"author": "Ann"}, "author": "Bo", "source": "x.txt"}'
    assert rows("q.jsonl", line) == [Row("row-1", "Why?", {"author": "Ann"})]


def test_what_a_question_set_knows_of_a_row_is_no_filter(rows):
    line = '{"question": "Why?", "source": "a.txt", "author": null, "gold": [[0, 9]]}'
    assert rows("q.jsonl", line) == [Row("row-1", "Why?")]


@pytest.mark.parametrize("history", ["[]", "null"])
def test_a_history_may_be_empty(rows, history):
    line = f'{{"question": "Why?", "history": {history}}}'
    assert rows("q.jsonl", line) == [Row("row-1", "Why?")]


@pytest.mark.parametrize(
    "history",
    [
        '[{"role": "user", "content": "How?"}, {"role": "assistant", "content": "So."}]',
        '[{"question": "How?", "answer": "So."}]',
    ],
)
def test_a_question_comes_after_its_history(rows, history):
    line = f'{{"question": "Why?", "history": {history}}}'
    assert rows("q.jsonl", line) == [
        Row("row-1", "Why?", history=(Exchange("How?", "How?", "So."),))
    ]


@pytest.mark.parametrize(
    ("line", "question", "error"),
    [
        ("[1]", "", "not an object"),
        ('"Why?"', "", "not an object"),
        ("null", "", "not an object"),
        ("{}", "", "no question"),
        ('{"question": 3}', "", "no question"),
        ('{"question": "Why?", "filters": "Ann"}', "Why?", "filters is not an object"),
        ('{"question": "Why?", "history": "x"}', "Why?", "history is not a list"),
        (
            '{"question": "Why?", "history": ["x"]}',
            "Why?",
            "history: entry 1 is neither a message nor an answer record",
        ),
        (
            '{"question": "Why?"',
            "",
            "not JSON: Expecting ',' delimiter: line 1 column 20 (char 19)",
        ),
    ],
)
def test_a_row_that_cannot_be_asked_carries_its_error(rows, line, question, error):
    assert rows("q.jsonl", line) == [Row("row-1", question, error=error)]


def test_a_row_that_is_nested_too_deep_carries_its_error(rows):
    row = rows("q.jsonl", "[" * 100_000 + "]" * 100_000)[0]
    assert row.error.startswith("not JSON: ")


def test_a_table_has_a_column_named_question(rows):
    assert rows("q.csv", 'id,question,author\r\na,"Why, then?",Ann\r\n,"Two\nlines",\r\n') == [
        Row("a", "Why, then?"), Row("row-2", "Two\nlines"),
    ]  # fmt: skip


def test_a_table_without_such_a_column_is_refused(rows):
    with pytest.raises(BadInput, match=r"^a CSV file of questions needs a column named question$"):
        rows("q.csv", "frage\nWarum?\n")


def test_a_row_of_a_table_that_is_too_short_carries_its_error(rows):
    assert rows("q.csv", "id,question\na\n") == [Row("a", "", error="no question")]


def test_a_cell_of_any_length_is_read(rows):
    assert len(rows("q.csv", f"question\n{'x' * 200_000}\n")[0].question) == 200_000


def test_a_question_a_line(rows):
    assert rows("q.txt", " Why? \r\n\r\nHow?") == [Row("row-1", "Why?"), Row("row-2", "How?")]


def test_a_line_is_what_ends_in_a_line_feed(rows):
    assert [row.question for row in rows("q.txt", "One\u2028line\x0bhere?\nTwo?")] == [
        "One\u2028line\x0bhere?", "Two?",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["q.txt", "q.csv", "q.jsonl"])
def test_a_byte_order_mark_is_no_part_of_it(rows, name):
    content = {"q.txt": "Why?", "q.csv": "question\nWhy?", "q.jsonl": '{"question": "Why?"}'}
    assert rows(name, "\ufeff" + content[name]) == [Row("row-1", "Why?")]


@pytest.mark.parametrize("name", ["q.txt", "q.jsonl"])
def test_an_empty_file_has_no_rows(rows, name):
    assert rows(name, "") == []


def test_standard_input_is_lines(piped):
    assert piped("Why?\nHow é?\n".encode()) == [Row("row-1", "Why?"), Row("row-2", "How é?")]


def test_standard_input_may_be_objects(piped):
    assert piped(b' {"id": "a", "question": "Why?"}') == [Row("a", "Why?")]


def test_a_file_of_another_kind_is_refused(rows):
    with pytest.raises(BadInput, match=r"q\.doc: questions come as \.jsonl, \.csv or \.txt, or"):
        rows("q.doc", "Why?")


def test_an_upper_case_suffix_is_the_same(rows):
    assert rows("q.TXT", "Why?") == [Row("row-1", "Why?")]


def test_a_file_that_is_not_utf8_is_refused_with_the_byte(write):
    file = write("q.txt", b"Why?\n\xff")
    with pytest.raises(BadInput) as error:
        read(str(file))
    assert str(error.value) == f"{file}: not UTF-8 at byte 5"


def test_a_folder_is_refused(folder):
    (folder / "q.txt").mkdir()
    with pytest.raises(BadInput, match=r"q\.txt: Is a directory$"):
        read(str(folder / "q.txt"))
