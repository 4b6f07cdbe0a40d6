"""What can be ingested by which name, and what of it is left out."""

import os
from pathlib import Path

import pytest

from errors import BadInput
from ingest.document import Document
from ingest.sources import FileRead, Skipped, source


def paths(name):
    return [found.path for found in source(str(name)).read() if isinstance(found, Document)]


def skipped(name):
    return [
        (found.place, found.reason)
        for found in source(str(name)).read()
        if isinstance(found, Skipped)
    ]


UNKNOWN = "not a .txt, .md or .jsonl file, plain or gzipped"


def test_a_folder_is_read_in_the_order_of_its_names(write, folder):
    for name in ("d.md", "b/z.txt", "a.txt", "b/c/e.txt"):
        write(name, "Words.")
    assert paths(folder) == ["a.txt", "b/c/e.txt", "b/z.txt", "d.md"]


def test_hidden_files_and_folders_are_left_out(write, folder):
    write(".hidden.txt", "Words.")
    write(".git/a.txt", "Words.")
    assert list(source(str(folder)).read()) == []


def test_a_folder_without_files_holds_nothing(folder):
    assert (list(source(str(folder)).read()), source(str(folder)).bytes) == ([], 0)


@pytest.mark.parametrize("name", ["README.md", "README", "readme.txt", "sub/README.md.gz"])
def test_a_readme_tells_about_its_folder(write, folder, name):
    write(name, "Words.")
    assert skipped(folder) == [(name, "tells about the folder; name the file itself to ingest it")]


def test_a_readme_that_is_named_is_read(write):
    assert paths(write("README.md", "Words.")) == ["README.md"]


@pytest.mark.parametrize(
    "name", ["a.txt", "a.TXT", "a.text", "a.md", "a.markdown", "a.txt.gz", "a.md.gz"]
)
def test_pages_are_read_plain_or_gzipped(write, folder, name):
    write(name, "Words.")
    assert paths(folder) == [name]


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a.jsonl.gz", "a.ndjson.gz"])
def test_rows_are_read_plain_or_gzipped(write, name):
    path = write(name, '{"id": 1, "text": "One."}\n{"id": 2, "text": "Two."}\n')
    assert paths(path) == [name, name]


@pytest.mark.parametrize("name", ["a.pdf", "a", "a.gz", "a.txt.zip", "a.json", "txt"])
def test_other_files_are_skipped_with_the_kinds_that_can_be_read(write, folder, name):
    write(name, "Words.")
    assert skipped(folder) == [(name, UNKNOWN)]


def test_a_file_that_cannot_be_read_does_not_stop_the_others(write, folder):
    write("a.txt", b"\xff")
    write("b.txt", "Words.")
    assert skipped(folder) == [
        ("a.txt", "not UTF-8: byte 0xff at offset 0; convert it, for example with iconv")
    ]
    assert paths(folder) == ["b.txt"]


def test_a_row_that_cannot_be_used_is_skipped_with_its_line(write):
    path = write("a.jsonl", '{"text": "One."}\n{}\n')
    assert skipped(path) == [("a.jsonl", "line 2: no text")]


def test_a_folder_that_cannot_be_opened_does_not_stop_the_others(write, folder, monkeypatch):
    write("closed/a.txt", "Words.")
    write("open/b.txt", "Words.")
    iterdir = Path.iterdir

    def guarded(self):
        if self.name == "closed":
            raise PermissionError(13, "Permission denied")
        return iterdir(self)

    monkeypatch.setattr(Path, "iterdir", guarded)
    assert skipped(folder) == [("closed", "cannot be read: Permission denied")]
    assert paths(folder) == ["open/b.txt"]


def test_a_link_that_leads_nowhere_is_skipped(folder):
    (folder / "a.txt").symlink_to(folder / "gone.txt")
    assert skipped(folder) == [("a.txt", "cannot be read: No such file or directory")]


def test_a_link_to_a_folder_is_not_followed(write, folder):
    write("a/b.txt", "Words.")
    (folder / "c").symlink_to(folder)
    assert paths(folder) == ["a/b.txt"]


@pytest.mark.skipif(os.name != "posix", reason="other systems have no such names")
def test_a_name_that_is_not_utf8_does_no_harm(folder, library):
    (folder / os.fsdecode(b"caf\xe9.txt")).write_text("Words.")
    assert library.ingest(folder).added == 1


def test_a_single_file_has_its_name_as_its_path(write):
    assert paths(write("sub/a.txt", "Words.")) == ["a.txt"]


def test_a_file_is_the_same_however_it_is_named(write, folder, monkeypatch):
    absolute = write("a.txt", "Words.")
    monkeypatch.chdir(folder)
    assert source("a.txt").key == source(f"file:{absolute}").key == source("../corpus/a.txt").key


def test_a_colon_may_be_part_of_a_name(write, folder, monkeypatch):
    write("note: one.txt", "Words.")
    monkeypatch.chdir(folder)
    assert paths("note: one.txt") == ["note: one.txt"]


def test_a_folder_and_its_file_know_a_document_by_the_same_id(write, folder):
    path = write("a.txt", "Words.")
    (in_folder, _), (alone, _) = source(str(folder)).read(), source(str(path)).read()
    assert in_folder.id == alone.id


def test_a_name_that_leads_nowhere_is_bad_input():
    with pytest.raises(BadInput, match=r"^/no/such/thing: no such file or folder$"):
        source("/no/such/thing")


def test_an_address_is_bad_input_with_the_cure():
    with pytest.raises(BadInput) as caught:
        source("https://example.org")
    assert (
        str(caught.value)
        == "https://example.org: addresses cannot be read yet; save the page as a file"
    )


def test_the_bytes_that_are_read_add_up_to_the_size_of_the_source(write, folder):
    write("a.txt", "12345")
    write("b.pdf", "123")
    found = source(str(folder))
    assert (found.bytes, list(found.read())[1::2]) == (8, [FileRead(5), FileRead(3)])
