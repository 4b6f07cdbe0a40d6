"""JSON Lines → documents, and rows that cannot be used → their errors."""

import json

import pytest

from errors import SourceError
from ingest.rows import read_rows


@pytest.fixture
def rows(write):
    def read(*lines):
        data = b"\n".join(
            line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines
        )
        return list(read_rows(write("rows.jsonl", data), key="file:/rows.jsonl", path="rows.jsonl"))

    return read


@pytest.fixture
def row(rows):
    """The document of one row, or the message of its error."""

    def read(line):
        (found,) = rows(line)
        return str(found) if isinstance(found, SourceError) else found

    return read


def test_a_row_is_a_document_with_what_it_knows(row):
    found = row(
        {"id": "p7", "text": "Words.", "title": "T", "url": "https://a.org", "date": "2024"}
    )
    assert (found.source_id, found.text, found.title, found.url, found.date) == (
        "p7", "Words.", "T", "https://a.org", "2024"
    )  # fmt: skip


def test_a_row_lies_behind_its_file(row):
    found = row({"id": 7, "text": "Words."})
    assert (found.key, found.path, found.source) == ("file:/rows.jsonl#7", "rows.jsonl", "jsonl")


def test_a_row_names_its_own_source(row):
    assert row({"text": "Words.", "source": "lesswrong"}).source == "lesswrong"


def test_a_row_without_id_is_known_by_its_address(row):
    assert row({"text": "Words.", "url": "https://a.org"}).key == "file:/rows.jsonl#https://a.org"


def test_a_row_without_id_and_address_is_known_by_its_text(rows):
    one, other = rows({"text": "Words."}, {"text": "Others."})
    assert one.key != other.key


def test_the_authors_of_a_row_own_all_of_it(row):
    (segment,) = row({"text": "Words.", "authors": ["Jane Doe", "Ann Lee"]}).segments
    assert [author.name for author in segment.authors] == ["Jane Doe", "Ann Lee"]
    assert (segment.basis, segment.start, segment.end) == ("metadata", 0, 6)


@pytest.mark.parametrize(
    "authors",
    ["Robert Smith, PhD", ["Robert Smith, PhD"], [{"name": "Robert Smith, PhD"}]],
    ids=str,
)
def test_authors_are_names_or_objects(row, authors):
    ((author,),) = [s.authors for s in row({"text": "Words.", "authors": authors}).segments]
    assert author.name == "Robert Smith, PhD"


def test_authors_that_mean_nobody_are_nobody(row):
    (segment,) = row({"text": "Words.", "authors": ["n/a"]}).segments
    assert (segment.authors, segment.basis) == ((), "unknown")


def test_a_row_without_authors_is_read_like_a_page(row):
    (segment,) = row({"text": "My name is Jane Doe.\nI work here."}).segments
    assert segment.basis == "self-introduction"


def test_a_script_is_no_address(row):
    assert row({"text": "Words.", "url": "javascript:alert(1)"}).url is None


def test_the_text_of_a_row_is_kept_as_it_is(row):
    assert row({"text": " a\r\nb\u00a0"}).text == " a\r\nb\u00a0"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ({"id": 1}, "line 1: no text"),
        ({"text": " \n"}, "line 1: no text"),
        ({"text": ["a"]}, "line 1: no text"),
        (["text"], "line 1: not a JSON object but list"),
        (b"7", "line 1: not a JSON object but int"),
        (b'{"text": }', "line 1: not JSON: Expecting value at column 10"),
        (b"[" * 100_000, "line 1: not JSON that can be read: nested too deep"),
        (
            b'{"text": "\xff"}',
            "line 1: not UTF-8: byte 0xff at offset 10; convert it, for example with iconv",
        ),
        ({"text": "half \ud83d"}, "line 1: text with half a character (a lone surrogate)"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_a_row_that_cannot_be_used_says_why(row, line, reason):
    assert row(line) == reason


def test_a_number_that_is_too_long_is_refused(row):
    line = b'{"text": "Words.", "n": ' + b"1" * 5_000 + b"}"
    assert row(line).startswith("line 1: not JSON")


@pytest.mark.parametrize("field", ["id", "title", "authors", "source"])
def test_half_a_character_in_a_field_does_no_harm(row, library, field):
    found = row({"text": "Words.", field: "half \ud83d"})
    library.put(found)
    assert library.archive.document(found.id) == found


def test_a_bad_row_does_not_stop_the_others(rows):
    first, second, third = rows({"text": "One."}, b"{", {"text": "Three."})
    assert (first.text, str(second)[:16], third.text) == ("One.", "line 2: not JSON", "Three.")


def test_blank_lines_are_no_rows_and_are_counted(rows):
    (found,) = rows(b"", b"  ", b"{")
    assert str(found).startswith("line 3: ")


def test_a_byte_order_mark_before_the_first_row_does_no_harm(row):
    assert row(b'\xef\xbb\xbf{"text": "Words."}').text == "Words."
