"""The archive: documents, their revisions, and who wrote them."""

import tracemalloc
from dataclasses import replace

import pytest

from errors import BadInput
from ingest.archive import Archive, Change
from ingest.database import Database
from ingest.document import Author, Document, Evidence, Segment
from ingest.registry import Entry, Registry
from ingest.signings import Signed

MEGABYTE = 1_000_000


@pytest.fixture
def archive(tmp_path):
    return Archive(tmp_path / "archive.db")


def put(archive, *documents):
    return [archive.put(document, archive.new_run()) for document in documents]


def test_a_document_comes_back_as_it_was_put(archive):
    jane = Author("Jane Doe", ("jd",))
    segments = (
        Segment(0, 8, (jane,), "profile", Evidence(0, 8, "Jane Doe"), permalink="https://a.org#1"),
        Segment(8, 12, speaker="unnamed", karma=-3),
    )
    stored = Document(
        "k", "file", "Jane Doe\ufeff\r\n\0", segments, "p", "7", "T", "https://a.org", "2024"
    )
    put(archive, stored)
    assert archive.document(stored.id) == stored


def test_a_document_that_is_not_there_is_none(archive):
    assert archive.document("0123456789abcdef") is None


def test_a_document_is_added_then_unchanged_then_changed(archive, document):
    assert put(archive, document("One."), document("One."), document("Two.")) == [
        "added", "unchanged", "changed"
    ]  # fmt: skip


@pytest.mark.parametrize("field", ["title", "url", "date", "path", "source_id"])
def test_a_document_is_changed_when_any_field_of_it_is(archive, document, field):
    assert (
        put(archive, document("One."), replace(document("One."), **{field: "new"}))[1] == "changed"
    )


def test_a_document_is_changed_when_its_authors_are(archive, document):
    assert put(archive, document("One."), document("One.", author="Jane Doe"))[1] == "changed"


def test_a_key_that_a_run_has_seen_is_repeated_and_keeps_its_first_document(archive, document):
    run = archive.new_run()
    archive.put(document("One."), run)
    assert archive.put(document("Two."), run) == "repeated"
    assert archive.document(document("One.").id).text == "One."


def test_changes_come_in_the_order_of_their_revisions_each_document_once(archive, document):
    one, two, one_again = document("One.", "1"), document("Two.", "2"), document("One!", "1")
    put(archive, one, two, one_again)
    assert list(archive.changes(0)) == [Change(2, two.id, two), Change(3, one.id, one_again)]


def test_changes_begin_after_a_revision(archive, document):
    one, two = document("One.", "1"), document("Two.", "2")
    put(archive, one, two)
    assert [change.id for change in archive.changes(1)] == [two.id]
    assert list(archive.changes(archive.revision)) == []


def test_what_is_unchanged_is_no_change(archive, document):
    put(archive, document("One."), document("One."))
    assert archive.revision == 1


def test_a_removed_document_is_a_change_without_document(archive, document):
    put(archive, gone := document("One."))
    archive.remove_unseen(gone.key, archive.new_run())
    assert list(archive.changes(1)) == [Change(2, gone.id, None)]
    assert archive.document(gone.id) is None


def test_a_removed_document_that_comes_back_is_added(archive, document):
    put(archive, document("One."))
    archive.remove_unseen("file:/a.txt", archive.new_run())
    assert put(archive, document("One.")) == ["added"]


def test_nothing_is_removed_twice(archive, document):
    put(archive, document("One."))
    run = archive.new_run()
    assert [archive.remove_unseen("file:/a.txt", run) for _ in range(2)] == [1, 0]


def test_what_is_kept_counts_as_seen(archive, document):
    put(archive, document("One."))
    archive.keep("file:/a.txt", run := archive.new_run())
    assert archive.remove_unseen("file:/a.txt", run) == 0


@pytest.mark.parametrize(
    ("key", "gone"),
    [
        ("file:/a.txt", {"a.txt", "a.txt#7"}),
        ("file:/a.txt#", {"a.txt#7"}),
        ("file:/sub/", {"sub/b.txt"}),
        ("file:/", {"a.txt", "a.txt#7", "a.txt2", "sub/b.txt", "sub2/b.txt"}),
        ("file:/s", set()),
    ],
)
def test_what_lies_at_a_key_or_behind_it_is_removed(archive, document, key, gone):
    names = ["a.txt", "a.txt#7", "a.txt2", "sub/b.txt", "sub2/b.txt"]
    put(archive, *(document("Words.", name) for name in names))
    archive.remove_unseen(key, archive.new_run())
    assert {name for name in names if not archive.document(document("", name).id)} == gone


def test_another_reader_sees_what_is_written(tmp_path, archive, document):
    reader = Archive(tmp_path / "archive.db")
    put(archive, one := document("One."))
    assert reader.document(one.id) == one


def test_a_transaction_that_fails_changes_nothing(archive, document):
    def failing():
        with archive.transaction():
            put(archive, document("One."))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        failing()
    assert (archive.revision, archive.people()) == (0, [])


def test_changes_are_streamed(archive, document):
    put(archive, *(document("x" * MEGABYTE, str(number)) for number in range(20)))
    tracemalloc.start()
    assert sum(1 for _ in archive.changes(0)) == 20
    assert tracemalloc.get_traced_memory()[1] < 5 * MEGABYTE
    tracemalloc.stop()


@pytest.mark.parametrize("name", ["a.txt", "p7", "On Goodhart"])
def test_a_document_is_found_by_its_path_its_source_id_or_its_title(archive, document, name):
    put(
        archive,
        one := document("One.", source_id="p7", title="On Goodhart"),
        document("Two.", "b.txt"),
    )
    assert archive.ids(name) == [one.id]


def test_a_document_is_found_by_the_first_six_characters_of_its_id(archive, document):
    put(archive, one := document("One."))
    assert (archive.ids(one.id), archive.ids(one.id[:6]), archive.ids(one.id[:5])) == (
        [one.id],
        [one.id],
        [],
    )


def test_the_characters_are_counted_that_changed_after_a_revision(archive, document):
    put(archive, document("12345", "1"), document("123", "2"))
    assert (archive.characters(), archive.characters(1), archive.characters(2)) == (8, 3, 0)


def test_the_sources_are_counted(archive, document):
    put(
        archive,
        document("One.", "1"),
        replace(document("Two.", "2"), source="blog"),
        document("3.", "3"),
    )
    assert archive.sources() == {"blog": 1, "file": 2}


def test_the_dates_are_the_first_and_the_last(archive, document):
    assert archive.dates() == (None, None)
    put(
        archive,
        document("1.", "1", date="2024"),
        document("2.", "2"),
        document("3.", "3", date="2022-05"),
    )
    assert archive.dates() == ("2022-05", "2024")


def test_people_come_with_their_documents_those_with_most_first(archive, document):
    put(
        archive,
        document("1.", "1", "Jane Doe"),
        document("2.", "2", "Ann Lee"),
        document("3.", "3", "Jane Doe"),
    )
    assert [(person.name, person.documents) for person in archive.people()] == [
        ("Jane Doe", 2),
        ("Ann Lee", 1),
    ]


def signed(name, author, basis, evidence=None):
    words = Evidence(0, len(evidence), evidence) if evidence else None
    return Document(name, "file", "Words.", (Segment(0, 6, (author,), basis, words),))


def test_the_other_names_of_a_person_are_put_together(archive):
    jane, too = Author("Jane Doe", ("jd", "J.")), Author("Jane Doe", ("jane", "jd"))
    put(archive, signed("1", jane, "metadata"), signed("2", too, "metadata"))
    assert sorted(archive.people()[0].aliases) == ["J.", "jane", "jd"]


def test_the_basis_and_the_evidence_of_a_person_are_of_one_document(archive):
    jane = Author("Jane Doe")
    put(archive, signed("1", jane, "metadata"), signed("2", jane, "profile", "Jane Doe"))
    (person,) = archive.people()
    assert (person.basis, person.evidence) in [("metadata", None), ("profile", "Jane Doe")]


def test_a_person_whose_documents_are_gone_is_gone(archive, document):
    put(archive, document("One.", author="Jane Doe"))
    archive.remove_unseen("file:/a.txt", archive.new_run())
    assert archive.people() == []


def test_what_somebody_has_signed_comes_newest_first_and_undated_last(archive, document):
    put(
        archive,
        document("1.", "1", "Jane Doe", title="Old", date="2021-05"),
        document("2.", "2", "jd", title="New", date="2024"),
        document("3.", "3", "Jane Doe"),
        document("4.", "4", "Ann Lee"),
    )
    names = ["Jane Doe", "jd"]
    assert [found.path for found in archive.signed_by(names, 10)] == ["2", "1", "3"]
    assert archive.signed_by(names, 1) == [
        Signed(document("", "2").id, "New", "2", "2024", None, "metadata")
    ]
    assert archive.signed_count(names) == 3


def test_nobody_has_signed_nothing(archive):
    assert (archive.signed_by([], 10), archive.signed_count([])) == ([], 0)


def test_people_are_told_apart_by_what_was_stored(archive, document):
    doe = Author("Jane Doe", ("jdoe",), "https://www.lesswrong.com/users/jdoe")
    put(archive, signed("1", doe, "metadata"), document("2.", "2", "jdoe"))
    (jane,) = archive.people()
    assert (jane.signed, jane.documents) == (("Jane Doe", "jdoe"), 2)
    assert [(join.name, join.document) for join in jane.joins] == [
        ("jdoe", signed("1", doe, "metadata").id)
    ]


def jo(number):
    """A document by one of the people who are called Jo."""
    page = f"https://www.lesswrong.com/users/jo{number}"
    return signed(number, Author("Jo", (), page), "metadata")


def test_of_two_namesakes_each_signs_with_their_page(archive):
    put(archive, jo("1"), jo("2"))
    archive.tell_apart()
    assert [
        (person.name, [found.document for found in archive.signed_by(person.signed, 10)])
        for person in archive.people()
    ] == [(f"Jo (lesswrong.com/users/jo{number})", [jo(number).id]) for number in "12"]
    assert archive.document(jo("1").id).segments[0].writers == ("Jo (lesswrong.com/users/jo1)",)
    assert [change.id for change in archive.changes(2)] == [jo("1").id, jo("2").id]


def test_who_is_left_alone_with_a_name_signs_with_it_again(archive):
    put(archive, jo("1"), jo("2"))
    archive.tell_apart()
    archive.remove_unseen("2", archive.new_run())
    archive.tell_apart()
    assert [person.name for person in archive.people()] == ["Jo"]
    assert archive.document(jo("1").id) == jo("1")


def test_the_operators_word_leaves_namesakes_apart(archive):
    put(archive, jo("1"), jo("2"))
    archive.tell_apart()
    archive.follow(Registry([Entry("Joan", profiles=("https://www.lesswrong.com/users/jo1",))]))
    assert [person.name for person in archive.people()] == ["Jo (lesswrong.com/users/jo2)", "Joan"]


JANE = Registry([Entry("Jane Doe", ("jd",), documents=("notes/*",))])


def test_documents_are_given_out_as_the_operator_signs_them(archive, document):
    put(archive, one := document("1.", "1", "jd"), two := document("2.", "notes/2"))
    archive.follow(JANE)
    given = [archive.document(one.id), archive.document(two.id)]
    given += [change.document for change in archive.changes(0)]
    assert [found.segments[0].writers for found in given] == [("Jane Doe",)] * 4
    assert archive.people()[0].signed == ("Jane Doe",)
    assert archive.signed_count(["Jane Doe"]) == 2


def test_new_documents_are_signed_by_the_operators_word_too(archive, document):
    archive.follow(JANE)
    put(archive, one := document("1.", "1", "jd"))
    assert archive.document(one.id).segments[0].writers == ("Jane Doe",)
    assert [person.name for person in archive.people()] == ["Jane Doe"]


def test_the_operators_word_changes_those_documents_alone_that_it_is_about(archive, document):
    put(archive, one := document("1.", "1", "jd"), document("2.", "2", "Ann Lee"))
    assert (archive.follow(JANE), [change.id for change in archive.changes(2)]) == (1, [one.id])
    assert (archive.follow(JANE), archive.revision) == (0, 3)


def test_a_word_that_is_taken_back_leaves_what_the_source_says(archive, document):
    put(archive, one := document("1.", "1", "jd"), document("2.", "2", "Ann Lee"))
    archive.follow(JANE)
    assert (archive.follow(Registry()), [change.id for change in archive.changes(3)]) == (
        1, [one.id],
    )  # fmt: skip
    assert archive.document(one.id) == one
    assert [person.name for person in archive.people()] == ["Ann Lee", "jd"]


def test_what_is_unchanged_is_so_whoever_the_operator_says_it_is_by(archive, document):
    put(archive, document("1.", "1", "jd"))
    archive.follow(JANE)
    assert put(archive, document("1.", "1", "jd")) == ["unchanged"]


def test_the_operators_word_is_kept(tmp_path, archive):
    archive.follow(JANE)
    assert Archive(tmp_path / "archive.db").registry.entries == JANE.entries


def test_another_reader_follows_too(tmp_path, archive, document):
    put(archive, one := document("1.", "1", "jd"))
    reader = Archive(tmp_path / "archive.db")
    assert reader.document(one.id).segments[0].writers == ("jd",)
    archive.follow(JANE)
    assert reader.document(one.id).segments[0].writers == ("Jane Doe",)


def test_a_word_that_cannot_be_followed_changes_nothing(archive, document):
    put(archive, document("1.", "notes/1"))
    both = Registry([Entry("Jane Doe", documents=("notes/*",)), Entry("Bo", documents=("*/1",))])
    with pytest.raises(BadInput, match="notes/1 is claimed by both"):
        archive.follow(both)
    assert (archive.registry.entries, archive.revision) == ((), 1)


OLD = """
DROP TABLE authorship; DROP TABLE who_is_who;
CREATE TABLE authorship (
    document TEXT NOT NULL, name TEXT NOT NULL, aliases TEXT NOT NULL, basis TEXT NOT NULL,
    evidence TEXT, PRIMARY KEY (document, name)
) WITHOUT ROWID;
CREATE INDEX authorship_by_name ON authorship (name);
"""


def test_an_archive_of_the_first_version_is_opened(tmp_path, archive, document):
    put(archive, one := document("1.", "1", "Jane Doe"))
    Database(tmp_path / "archive.db", OLD).close()
    opened = Archive(tmp_path / "archive.db")
    assert (opened.people()[0].name, opened.document(one.id)) == ("Jane Doe", one)
    assert put(opened, one) == ["unchanged"]
