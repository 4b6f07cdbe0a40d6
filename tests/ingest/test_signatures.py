"""A document → who signs it, with the words that give their other names."""

import pytest

from ingest.document import Author, Document, Evidence, Segment
from ingest.page import page
from ingest.signatures import METADATA, Alias, Signature, signatures


def signed(text):
    """Who signs a page of plain text."""
    return signatures(page(text, key="file:/a.txt", path="a.txt", markdown=False))


def by(*parts):
    """A document with a segment for each group of authors."""
    segments = tuple(Segment(n, n + 1, authors, "metadata") for n, authors in enumerate(parts))
    return Document("k", "file", "x" * len(parts), segments)


def test_an_author_signs_with_basis_evidence_and_page():
    author = Author("Jane Doe", (), "https://www.lesswrong.com/users/jane")
    part = Segment(0, 5, (author,), "byline", Evidence(0, 2, "By"))
    document = Document("k", "file", "By...", (part,))
    assert signatures(document) == [
        Signature(document.id, "Jane Doe", "lesswrong.com/users/jane", (), (), "byline", "By")
    ]


def test_nobody_signs_a_page_that_names_nobody():
    assert signed("Words of somebody.") == []


def test_an_author_of_several_parts_signs_once():
    jane, ann = Author("Jane Doe"), Author("Ann Lee")
    assert [one.name for one in signatures(by((jane,), (ann,), (jane,)))] == ["Jane Doe", "Ann Lee"]


def test_two_people_of_one_name_sign_each():
    one, other = (Author("Jo", (), f"https://a.org/users/{n}") for n in "12")
    assert [found.profile for found in signatures(by((one,), (other,)))] == [
        "a.org/users/1", "a.org/users/2",
    ]  # fmt: skip


def test_who_is_quoted_signs_nothing():
    part = Segment(0, 5, (Author("Jane Doe"),), "metadata", speaker="Bo Ray")
    assert signatures(Document("k", "file", "Words", (part,))) == []


def test_those_who_sign_together_are_beside_each_other():
    found = signatures(by((Author("Jane Doe"), Author("Ann Lee")), (Author("Bo Ray"),)))
    assert [one.beside for one in found] == [("Ann Lee",), ("Jane Doe",), ()]


def test_other_names_of_the_metadata_are_user_names():
    (found,) = signatures(by((Author("Jane Doe", ("jdoe",)),)))
    assert found.aliases == (Alias("jdoe", METADATA, True),)


INTRODUCTION = "My name is Jane Doe (diminutive Janie, @jdoe on Twitter)."


def test_an_introduction_gives_diminutives_and_user_names():
    (found,) = signed(f"{INTRODUCTION} I write.\n\nMore.\n")
    words = f"{INTRODUCTION} I write."
    assert found.aliases == (Alias("Janie", words, False), Alias("jdoe", words, True))


def test_a_diminutive_is_no_user_name_though_another_is_like_it():
    (found,) = signed("My name is Jane Doe (diminutive Janie, @janie on Telegram).\n\nMore.\n")
    assert found.aliases[0].handle is False


@pytest.mark.parametrize("line", ["LW1.0 username jd77.", "@jd77 on Twitter."])
def test_a_profile_gives_user_names(line):
    (found,) = signed(f"Jane Doe\n\n{line}\n\nWiki Contributions\n\nComments\n\nWords.\n")
    assert found.aliases == (Alias("jd77", line, True),)


@pytest.mark.parametrize(
    ("written", "aliases"), [("jdoe", ["jdoe"]), ("@word", ["word"]), ("MIRI", [])]
)
def test_a_parenthesis_behind_a_name_may_tell_no_name(written, aliases):
    (found,) = signed(
        f"Comment by Jane Doe ({written}) on 2023-05-01\n\nWords of hers are here now.\n"
    )
    assert [(alias.name, alias.handle) for alias in found.aliases] == [(a, True) for a in aliases]


def test_of_a_long_line_only_what_is_around_the_name_is_kept():
    (found,) = signed(f"My name is Jane Doe (@jdoe on X). {'So it goes. ' * 20}\n\nMore.\n")
    assert found.aliases[0].words.startswith("My name is Jane Doe (@jdoe on X). So it goes.")
    assert found.aliases[0].words.endswith(" …")
    assert len(found.aliases[0].words) < 120
