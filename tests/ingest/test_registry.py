"""The operator's word, applied to documents."""

from dataclasses import replace

import pytest

from errors import BadInput
from ingest.document import Author, Document, Evidence, Segment
from ingest.registry import Entry, Registry

JANE = "https://www.lesswrong.com/users/jane"


def segment(*authors, basis="byline", **more):
    return Segment(0, 5, authors, basis, Evidence(0, 2, "By"), **more)


def page(*segments, **fields):
    return Document("file:/notes/a.txt", "file", "Words", segments, path="notes/a.txt", **fields)


def applied(entry, *authors, **fields):
    """The one segment by these authors, as an entry has it."""
    return Registry([entry]).applied(page(segment(*authors), **fields)).segments[0]


def test_without_entries_a_document_is_as_it_was():
    document = page(segment(Author("Jane Doe")))
    assert Registry().applied(document) is document


def test_a_document_that_nobody_claims_is_as_it_was():
    document = page(segment(Author("Ann Lee")))
    assert (
        Registry([Entry("Jane Doe", ("jd",), documents=("b.txt",))]).applied(document) is document
    )


@pytest.mark.parametrize("name", ["jd", "JD", "@jd"])
def test_what_is_signed_with_an_alias_is_signed_with_the_name(name):
    part = applied(Entry("Jane Doe", (name,)), Author("jd"))
    assert (part.authors, part.basis, part.evidence) == ((Author("Jane Doe"),), "registry", None)


def test_what_is_signed_with_the_name_keeps_its_basis():
    assert applied(Entry("Jane Doe", ("jd",)), Author("Jane Doe")) == segment(Author("Jane Doe"))


def test_two_names_of_one_person_become_one():
    part = applied(Entry("Jane Doe", ("jd",)), Author("jd"), Author("Ann Lee"), Author("Jane Doe"))
    assert part.writers == ("Jane Doe", "Ann Lee")


def test_who_signs_beside_somebody_of_the_file_keeps_their_basis():
    part = applied(Entry("Jane Doe", ("jd",)), Author("jd"), Author("Ann Lee"))
    assert (part.writers, part.basis) == (("Jane Doe", "Ann Lee"), "byline")


def test_a_quotation_stays_one():
    registry = Registry([Entry("Jane Doe", ("jd",))])
    (part,) = registry.applied(page(segment(Author("jd"), speaker="Bo Ray"))).segments
    assert (part.authors, part.speaker) == ((Author("Jane Doe"),), "Bo Ray")


def test_who_has_a_page_of_the_entry_is_that_person():
    part = applied(Entry("Jane Doe", profiles=(JANE,)), Author("janie", (), f"{JANE}/"))
    assert (part.writers, part.basis) == (("Jane Doe",), "registry")


def test_who_has_another_page_at_that_site_is_somebody_else():
    author = Author("jd", (), f"{JANE}-2")
    part = applied(Entry("Jane Doe", ("jd",), profiles=(JANE,)), author)
    assert (part.writers, part.basis) == (("jd (lesswrong.com/users/jane-2)",), "byline")


def test_namesakes_sign_with_their_pages():
    registry = Registry(namesakes={"Jo"})
    (part,) = registry.applied(page(segment(Author("Jo", (), JANE), Author("Jo")))).segments
    assert part.writers == ("Jo (lesswrong.com/users/jane)", "Jo")


def test_names_that_are_apart_are_no_other_names():
    part = applied(Entry("Jane Doe", apart=("JD",)), Author("Jane Doe", ("jd", "janie")))
    assert part.authors == (Author("Jane Doe", ("janie",)),)


def test_a_name_that_is_apart_is_not_the_person_of_its_page():
    entry = Entry("Jane Doe", profiles=(JANE,), apart=("janie",))
    assert applied(entry, Author("janie", (), JANE)).writers == ("janie",)


ID = page().id


@pytest.mark.parametrize(
    "place",
    ["notes/a.txt", "notes/*.txt", "*/a.???", "p7", ID, "https://example.org/a",
     "http://www.example.org/a/?utm_source=x"],
)  # fmt: skip
def test_a_document_may_be_given_to_a_person(place):
    entry = Entry("Jane Doe", ("jd",), documents=(place,))
    part = applied(entry, Author("Ann Lee"), source_id="p7", url="https://example.org/a")
    assert (part.authors, part.basis, part.evidence) == ((Author("Jane Doe"),), "registry", None)


@pytest.mark.parametrize("place", ["a.txt", "notes", "*.md", "p", "https://example.org/b"])
def test_other_documents_are_not(place):
    entry = Entry("Jane Doe", documents=(place,))
    fields = {"source_id": "p7", "url": "https://example.org/a"}
    assert applied(entry, Author("Ann Lee"), **fields).writers == ("Ann Lee",)


def test_in_a_document_of_one_person_nobody_else_speaks_but_quotations_stay():
    found = Registry([Entry("Jane Doe", documents=("notes/a.txt",))]).applied(
        page(
            segment(several=True),
            segment(Author("Ann Lee"), speaker="unnamed"),
            segment(signature=True),
        )
    )
    assert [(s.writers, s.speaker, s.several) for s in found.segments] == [
        (("Jane Doe",), None, False), ((), "unnamed", False), ((), None, False),
    ]  # fmt: skip


def test_what_a_document_says_is_not_changed():
    before = page(segment(), title="T", date="2024")
    after = Registry([Entry("Jane Doe", documents=("notes/*",))]).applied(before)
    assert replace(after, segments=before.segments) == before


def test_a_document_that_two_claim_is_refused():
    registry = Registry(
        [Entry("Jane Doe", documents=("notes/*",)), Entry("Ann Lee", documents=("*/a.txt",))]
    )
    with pytest.raises(BadInput) as error:
        registry.applied(page(segment()))
    assert str(error.value) == (
        "the file of authors: notes/a.txt is claimed by both 'Ann Lee' and 'Jane Doe'"
    )


def test_a_person_is_known_by_all_their_names():
    jane = Entry("Jane Doe", ("jd",))
    registry = Registry([jane])
    assert (registry.called("JD"), registry.called("jane doe"), registry.called("ann")) == (
        jane, jane, None,
    )  # fmt: skip


def test_it_can_be_stored():
    entries = (Entry("Jane Doe", ("jd",), (JANE,), ("a.txt", "b.txt"), ("janie",)), Entry("Ann"))
    found = Registry.from_json(Registry(entries, {"Jo"}).json())
    assert (found.entries, found.namesakes) == (entries, {"Jo"})
