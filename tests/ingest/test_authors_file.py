"""The operator's file → the registry, or one line that says what is wrong with it."""

import re
from pathlib import Path

import pytest

from errors import BadInput
from ingest.authors_file import read_authors
from ingest.registry import Entry

PAGE = Path(__file__).parents[2] / "docs" / "authors.md"


def read(write, text):
    return read_authors(write("authors.toml", text)).entries


def test_the_example_of_the_documents_is_an_entry(write):
    (example,) = re.findall(r"```toml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert read(write, example) == (
        Entry(
            "Jane Doe",
            ("jdoe", "Janie"),
            ("https://www.lesswrong.com/users/jdoe",),
            ("notes/*.txt", "https://example.org/on-goodhart"),
            ("Jane M. Doe",),
        ),
    )


def test_a_file_has_an_entry_for_each_person(write):
    assert read(write, "[[author]]\nname = 'Jo'\n[[author]]\nname = ' Bo  Ray '") == (
        Entry("Jo"), Entry("Bo Ray"),
    )  # fmt: skip


@pytest.mark.parametrize("text", ["", "# nobody yet\n"])
def test_an_empty_file_is_nobody(write, text):
    assert read(write, text) == ()


def test_no_file_is_nobody():
    assert read_authors(None).entries == ()


def test_a_file_that_is_not_there_is_refused():
    with pytest.raises(BadInput, match=r"^nix\.toml: No such file or directory$"):
        read_authors(Path("nix.toml"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[author]]", "author 1: it has no name"),
        ("[[author]]\nname = 3", "author 1: it has no name"),
        ("[[author]]\nname = ' '", "author 1: it has no name"),
        ("[author]\nname = 'Jo'", "'author' is not a list; every person is an [[author]]"),
        ("author = 'Jo'", "'author' is not a list; every person is an [[author]]"),
        ("[[authors]]\nname = 'Jo'", "unknown key 'authors'; every person is an [[author]]"),
        (
            "[[author]]\nname = 'Jo'\nalias = ['j']",
            "author 1, 'Jo': unknown key 'alias'; "
            "there are name, aliases, profiles, documents, apart",
        ),
        (
            "[[author]]\nname = 'Jo'\naliases = 'j'",
            "author 1, 'Jo': aliases is not a list of texts",
        ),
        (
            "[[author]]\nname = 'Jo'\naliases = [1]",
            "author 1, 'Jo': aliases is not a list of texts",
        ),
        (
            "[[author]]\nname = 'Jo'\ndocuments = ['']",
            "author 1, 'Jo': documents has an empty text",
        ),
        (
            "[[author]]\nname = 'Jo'\nprofiles = ['jo']",
            "author 1, 'Jo': profiles: 'jo' is not an address such as https://example.org/a",
        ),
        (
            "[[author]]\nname = 'Jo'\naliases = ['jj']\napart = ['JJ']",
            "author 1, 'Jo': 'jj' is their name and in apart",
        ),
    ],
)
def test_what_cannot_be_used_is_told_with_its_entry(write, text, message):
    with pytest.raises(BadInput) as error:
        read(write, text)
    assert str(error.value).removeprefix(str(write("authors.toml", text))) == f": {message}"


@pytest.mark.parametrize(
    ("jo", "bo", "claimed"),
    [
        ("aliases = ['j']", "aliases = ['J']", "j"),
        ("aliases = ['bo']", "", "bo"),
        ("documents = ['a.txt']", "documents = ['a.txt']", "a.txt"),
        ("documents = ['http://a.org/b']", "documents = ['https://www.a.org/b/']", "a.org/b"),
        ("profiles = ['http://a.org/b']", "profiles = ['https://www.a.org/b/']", "a.org/b"),
    ],
)
def test_what_two_people_claim_is_refused(write, jo, bo, claimed):
    with pytest.raises(BadInput) as error:
        read(write, f"[[author]]\nname = 'Jo'\n{jo}\n[[author]]\nname = 'Bo'\n{bo}")
    assert str(error.value).endswith(f"authors.toml: {claimed!r} is claimed by both 'Jo' and 'Bo'")


@pytest.mark.parametrize("content", ["[[author", b"name = '\xff'"])
def test_what_is_no_toml_is_refused(write, content):
    with pytest.raises(BadInput, match=r"authors\.toml: "):
        read_authors(write("authors.toml", content))
