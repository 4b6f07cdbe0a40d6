"""One run over sources: what it adds, changes, removes, keeps and skips."""

import tracemalloc

import pytest

from ingest import run, seen, sources
from ingest.run import Report, ingest
from ingest.sources import Source, source

MEGABYTE = 1_000_000


def reasons(report):
    return [(skipped.place, skipped.reason) for skipped in report.skipped]


def texts(library):
    return [change.document.text for change in library.archive.changes(0) if change.document]


def test_new_files_are_added(library, write, folder):
    write("a.txt", "One.")
    write("b.txt", "Two.")
    assert library.ingest(folder) == Report(added=2)


def test_the_same_files_are_unchanged(library, write, folder):
    write("a.txt", "One.")
    library.ingest(folder)
    assert library.ingest(folder) == Report(unchanged=1)


def test_a_file_with_another_text_is_changed(library, write, folder):
    write("a.txt", "One.")
    library.ingest(folder)
    write("a.txt", "Two.")
    assert (library.ingest(folder), texts(library)) == (Report(changed=1), ["Two."])


def test_a_file_that_is_gone_is_removed(library, write, folder):
    path = write("a.txt", "One.")
    library.ingest(folder)
    path.rename(folder / "b.txt")
    assert library.ingest(folder) == Report(added=1, removed=1)


def test_a_file_that_cannot_be_read_any_more_keeps_its_earlier_text(library, write, folder):
    write("a.txt", "One.")
    library.ingest(folder)
    write("a.txt", b"\0")
    report = library.ingest(folder)
    assert reasons(report) == [("a.txt", "not a text: byte 0x00 at offset 0")]
    assert (report.removed, texts(library)) == (0, ["One."])


def test_rows_that_cannot_be_reached_any_more_keep_their_earlier_text(library, write, folder):
    path = write("a.jsonl.gz", '{"id": 1, "text": "One."}\n{"id": 2, "text": "Two."}\n')
    library.ingest(folder)
    path.write_bytes(path.read_bytes()[:-12])
    assert library.ingest(folder).removed == 0
    assert texts(library) == ["One.", "Two."]


def test_a_file_alone_does_not_remove_its_neighbours(library, write, folder):
    path = write("a.txt", "One.")
    write("b.txt", "Two.")
    library.ingest(folder)
    (folder / "b.txt").unlink()
    assert library.ingest(path) == Report(unchanged=1)


@pytest.mark.parametrize("name", ["a.txt2.txt", "a.txt.md", "a.txt#b.txt", "a.tx.txt"])
def test_a_file_alone_does_not_remove_files_whose_names_begin_like_it(library, write, folder, name):
    path = write("a.txt", "One.")
    write(name, "Two.")
    library.ingest(folder)
    assert library.ingest(path) == Report(unchanged=1)


def test_a_folder_does_not_remove_folders_whose_names_begin_like_it(library, write, folder):
    write("notes/a.txt", "One.")
    write("notes2/a.txt", "Two.")
    library.ingest(folder)
    assert library.ingest(folder / "notes").removed == 0


def test_a_folder_removes_what_was_brought_in_by_the_name_of_a_file(library, write, folder):
    path = write("a.txt", "One.")
    library.ingest(path)
    path.unlink()
    assert library.ingest(folder) == Report(removed=1)


def test_a_readme_that_was_named_is_not_removed_with_its_folder(library, write, folder):
    library.ingest(write("README.md", "One."))
    assert library.ingest(folder).removed == 0


ONE, TWO = '{"id": 1, "text": "One."}', '{"id": 2, "text": "Two."}'


def test_a_row_that_is_gone_is_removed(library, write, folder):
    write("a.jsonl", f"{ONE}\n{TWO}\n")
    library.ingest(folder)
    write("a.jsonl", f"{TWO}\n")
    assert library.ingest(folder) == Report(unchanged=1, removed=1)


def test_of_two_rows_with_one_id_the_first_counts(library, write, folder):
    write("a.jsonl", '{"id": "p7", "text": "One."}\n{"id": "p7", "text": "Two."}\n')
    report = library.ingest(folder)
    assert reasons(report) == [("a.jsonl", "p7 stands in it twice")]
    assert (report.added, texts(library)) == (1, ["One."])


def test_of_two_rows_with_one_text_and_no_id_the_first_counts(library, write, folder):
    write("a.jsonl", '{"text": "One."}\n{"text": "One."}\n')
    assert reasons(library.ingest(folder)) == [("a.jsonl", "the same text stands in it twice")]


def test_a_row_behind_one_that_cannot_be_used_is_still_changed(library, write, folder):
    write("a.jsonl", f"{ONE}\n{TWO}\n")
    library.ingest(folder)
    write("a.jsonl", "{\n" + TWO.replace("Two", "New") + "\n")
    report = library.ingest(folder)
    assert (report.changed, len(report.skipped), texts(library)) == (1, 1, ["One.", "New."])


def test_every_run_after_a_bad_row_reports_the_same(library, write, folder):
    write("a.jsonl", "{\n" + ONE + "\n")
    library.ingest(folder)
    again = library.ingest(folder)
    assert (again.unchanged, len(again.skipped)) == (1, 1)


def test_sources_are_brought_in_one_after_the_other(library, write, folder):
    one, two = write("a.txt", "One."), write("b/b.txt", "Two.")
    assert library.ingest(one, two) == Report(added=2)


def test_a_source_that_is_named_twice_is_unchanged_the_second_time(library, write):
    path = write("a.txt", "One.")
    assert library.ingest(path, path) == Report(added=1, unchanged=1)


def test_progress_adds_up_to_the_size_of_the_source(library, write, folder):
    write("a.txt", "12345")
    write("b.pdf", "123")
    told = []
    ingest([source(str(folder))], library.archive, told.append)
    assert told == [5, 3]


def test_more_documents_than_a_batch_are_all_added(library, write, folder, monkeypatch):
    monkeypatch.setattr(run, "BATCH", 2)
    for number in range(5):
        write(f"{number}.txt", "Words.")
    assert library.ingest(folder) == Report(added=5)


def test_a_run_that_is_killed_keeps_its_batches_and_removes_nothing(library, document, monkeypatch):
    monkeypatch.setattr(run, "BATCH", 2)
    library.put(document("Old.", "old"))

    def killed():
        yield from (document(f"{number}.", str(number)) for number in range(3))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ingest([Source("file:/", 0, killed)], library.archive)
    assert texts(library) == ["Old.", "0.", "1."]


def test_documents_are_streamed_into_the_archive(library, document):
    def large():
        yield from (document("x" * MEGABYTE, str(number)) for number in range(30))

    tracemalloc.start()
    ingest([Source("file:/", 0, large)], library.archive)
    assert tracemalloc.get_traced_memory()[1] < 10 * MEGABYTE
    tracemalloc.stop()


@pytest.fixture
def read(monkeypatch):
    """The files that were read since the last time it was asked."""
    read_files = []
    actual = sources._documents
    monkeypatch.setattr(
        sources,
        "_documents",
        lambda file, *rest: read_files.append(file.name) or actual(file, *rest),
    )

    def since():
        names = read_files.copy()
        read_files.clear()
        return names

    return since


def test_what_has_not_changed_is_not_read_again(library, write, folder, read):
    write("a.txt", "One.")
    write("b.pdf", "%PDF")
    first = library.ingest(folder)
    assert read() == ["a.txt", "b.pdf"]
    second = library.ingest(folder)
    assert (read(), second.unchanged, second.skipped) == ([], 1, first.skipped)


def test_a_folder_in_which_something_changed_is_read(library, write, folder, read):
    write("a.txt", "One.")
    library.ingest(folder)
    write("b.txt", "Two.")
    assert library.ingest(folder) == Report(added=1, unchanged=1)


def test_what_another_source_removed_is_read_again(library, write, folder, read):
    path = write("below/a.txt", "One.")
    library.ingest(folder)
    path.unlink()
    library.ingest(folder / "below")
    write("below/a.txt", "One.")
    assert library.ingest(folder) == Report(added=1)


def test_other_rules_read_what_has_not_changed(library, write, folder, read, monkeypatch):
    write("a.txt", "One.")
    library.ingest(folder)
    monkeypatch.setattr(seen, "_rules", lambda: "other")
    read()
    assert (library.ingest(folder), read()) == (Report(unchanged=1), ["a.txt"])


def test_what_was_kept_because_it_could_not_be_read_is_tried_again(library, write, folder, read):
    write("a.txt", "One.")
    library.ingest(folder)
    write("a.txt", b"\0")
    library.ingest(folder)
    read()
    library.ingest(folder)
    assert read() == ["a.txt"]


def test_what_another_source_changed_and_changed_back_is_read_again(library, write, folder):
    path = write("a.txt", "One.")
    library.ingest(folder)
    write("a.txt", "Two.")
    library.ingest(path)
    write("a.txt", "One.")
    assert (library.ingest(folder), texts(library)) == (Report(changed=1), ["One."])
