"""The operator's file of authors, from the file to what is found."""

import json

import pytest

from errors import BadInput
from faces.library import open_library
from ingest.registry import Entry, Registry
from ingest.sources import source
from settings import Settings

WORDS = "Reward hacking breaks every measure."
JANE = '[[author]]\nname = "Jane Doe"\naliases = ["jdoe"]\ndocuments = ["b.txt"]\n'


@pytest.fixture
def opened(tmp_path, folder, write):
    """A library of a page by jdoe, a page by nobody and one by Ann Lee."""
    write("a.jsonl", f'{{"text": "{WORDS}", "author": "jdoe"}}')
    write("b.txt", f"Nobody signs it. {WORDS}")
    write("c.jsonl", f'{{"text": "But not all. {WORDS}", "author": "Ann Lee"}}')
    settings = Settings(data=tmp_path / "data", authors=write("authors.toml", ""))

    def ingest():
        library = open_library(settings, create=True)
        return library, library.ingest([source(str(folder))])

    return ingest


def paths(library, author):
    hits = library.search.hits(WORDS, 10, library.filters(author=author))
    return sorted(hit.document.path for hit in hits)


def test_a_file_of_authors_says_whose_words_are_found(opened, write):
    opened()
    write("authors.toml", JANE)
    library, report = opened()
    assert (report.signed_otherwise, paths(library, "jdoe")) == (2, ["a.jsonl", "b.txt"])


def test_an_entry_that_is_gone_has_said_nothing(opened, write):
    write("authors.toml", JANE)
    opened()
    write("authors.toml", "")
    library, report = opened()
    assert (report.signed_otherwise, paths(library, "jdoe")) == (2, ["a.jsonl"])


def test_a_bad_file_of_authors_stops_before_anything_is_done(opened, write):
    write("authors.toml", "[[author]]\n")
    with pytest.raises(BadInput, match="author 1: it has no name"):
        opened()


def test_people_are_found_by_all_names_that_they_sign_with(opened, write):
    write("d.jsonl", '{"text": "It breaks.", "author": {"name": "Ann Lee", "username": "al"}}')
    write("e.jsonl", '{"text": "It broke.", "author": "al"}')
    library, _ = opened()
    assert paths(library, "Ann Lee") == ["c.jsonl", "d.jsonl", "e.jsonl"]


def test_of_two_people_of_one_name_only_the_one_who_is_meant_is_found(opened, write):
    for number in "12":
        author = {"name": "Jo", "url": f"https://www.lesswrong.com/users/jo{number}"}
        write(f"{number}.jsonl", json.dumps({"text": "Jo breaks it.", "author": author}))
    library, _ = opened()
    assert paths(library, "Jo (lesswrong.com/users/jo2)") == ["2.jsonl"]
    assert paths(library, "Jo") == []


def test_the_operators_word_embeds_nothing_again(library, document):
    library.put(document(WORDS, author="jdoe"), document(f"Ann: {WORDS}", "b.txt", "Ann Lee"))
    library.update()
    before = len(library.embedder.embedded)
    library.archive.follow(Registry([Entry("Jane Doe", ("jdoe",))]))
    library.update()
    assert library.found("reward", authors=("Jane Doe",)) == [WORDS]
    assert len(library.embedder.embedded) == before


def test_a_faq_that_is_set_and_not_there_is_told(tmp_path):
    settings = Settings(data=tmp_path / "data", faq=tmp_path / "nowhere")
    with pytest.raises(BadInput, match="nowhere: no such folder; 'faq' names one of questions"):
        open_library(settings, create=True)
