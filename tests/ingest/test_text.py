"""Bytes of a file → its text, unchanged, or the reason why not."""

import gzip

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from errors import SourceError
from ingest import text
from ingest.text import decode, read_lines, read_text

BLANK = "\ufeff \t\r\n\v\f\u00a0"


def refusal(path):
    with pytest.raises(SourceError) as caught:
        read_text(path)
    return str(caught.value)


@pytest.mark.parametrize(
    "content",
    ["\ufeffHello", "one\r\ntwo\r\n", "a\u00a0b", " indented\n\n", "é", "e\u0301", "\u2028", "🙂"],
    ids=ascii,
)
def test_a_text_is_kept_as_it_is(write, content):
    assert read_text(write("a.txt", content)) == content


@given(st.text())
def test_what_is_stored_is_the_bytes_decoded(content):
    assume("\0" not in content and content.strip(BLANK))
    assert decode(content.encode()) == content


def test_a_byte_that_is_not_utf8_is_named_with_its_offset(write):
    reason = "not UTF-8: byte 0xe9 at offset 3; convert it, for example with iconv"
    assert refusal(write("a.txt", b"caf\xe9!")) == reason


def test_the_offset_of_a_bad_byte_counts_bytes(write):
    assert "at offset 2;" in refusal(write("a.txt", "é".encode() + b"\xff"))


def test_a_byte_of_zero_means_no_text(write):
    assert refusal(write("a.txt", b"PK\0\0")) == "not a text: byte 0x00 at offset 2"


@pytest.mark.parametrize("content", ["", "\ufeff", " \r\n\t", "\u00a0\n"], ids=ascii)
def test_a_text_without_words_is_empty(write, content):
    assert refusal(write("a.txt", content)) == "empty"


def test_a_page_at_the_limit_is_read(write, monkeypatch):
    monkeypatch.setattr(text, "TEXT_LIMIT", 5)
    assert read_text(write("a.txt", "12345")) == "12345"


def test_a_page_beyond_the_limit_is_refused_with_the_cure(write, monkeypatch):
    monkeypatch.setattr(text, "TEXT_LIMIT", 2 * 1024 * 1024)
    reason = "larger than 2 MiB: split it, or write its pages as JSON Lines"
    assert refusal(write("a.txt", "x" * (2 * 1024 * 1024 + 1))) == reason


def test_the_limit_holds_for_what_a_gzipped_file_unpacks_to(write, monkeypatch):
    monkeypatch.setattr(text, "TEXT_LIMIT", 10)
    assert refusal(write("a.txt.gz", "x" * 11)).startswith("larger than")


def test_a_gzipped_text_is_unpacked(write):
    assert read_text(write("a.txt.gz", "one\r\ntwo")) == "one\r\ntwo"


def test_a_gzipped_file_that_breaks_off_is_refused(write, folder):
    whole = gzip.compress(b"words " * 1000)
    (folder / "a.txt.gz").write_bytes(whole[:-10])
    reason = "cannot be read: Compressed file ended before the end-of-stream marker was reached"
    assert refusal(folder / "a.txt.gz") == reason


def test_a_file_that_is_only_called_gzipped_is_refused(folder):
    (folder / "a.txt.gz").write_bytes(b"words")
    assert refusal(folder / "a.txt.gz") == "cannot be read: Not a gzipped file (b'wo')"


def test_a_gzipped_file_with_damaged_contents_is_refused(folder):
    data = bytearray(gzip.compress(b"words " * 1000))
    data[15] ^= 0xFF
    (folder / "a.txt.gz").write_bytes(data)
    assert refusal(folder / "a.txt.gz").startswith("cannot be read: ")


def test_a_folder_is_no_file(folder):
    assert refusal(folder) == "cannot be read: Is a directory"


def test_a_file_that_is_gone_is_refused(folder):
    assert refusal(folder / "gone.txt") == "cannot be read: No such file or directory"


def test_lines_come_with_their_numbers_and_their_ends(write):
    path = write("a.jsonl", "one\r\n\ntwo")
    assert list(read_lines(path)) == [(1, b"one\r\n"), (2, b"\n"), (3, b"two")]


def test_a_line_beyond_the_limit_is_an_error_and_the_next_is_read(write, monkeypatch):
    monkeypatch.setattr(text, "TEXT_LIMIT", 10)
    (_, first), second = read_lines(write("a.jsonl", "x" * 35 + "\nshort\n"))
    assert str(first) == "longer than 0 MiB"
    assert second == (2, b"short\n")


def test_lines_before_a_gzipped_file_breaks_off_are_read(folder):
    whole = gzip.compress(b"one\n") + gzip.compress(b"two\n")[:-4]
    (folder / "a.jsonl.gz").write_bytes(whole)
    lines = read_lines(folder / "a.jsonl.gz")
    assert next(lines) == (1, b"one\n")
    with pytest.raises(SourceError, match="cannot be read: Compressed file ended"):
        list(lines)
