"""Whether a quoted passage is found by the words around it, and a post by a question."""

import re

import pytest

from evals.lesswrong import noting, ranks, run
from evals.retrieval import Found
from ingest.sources import FileRead, source

MICE = "Mice sleep whenever nobody watches them, and they wake up when somebody does."
BARN = "Barn owls know best what mice do at night."
WHOLE = "100.0 % (100.0 to 100.0)"


@pytest.fixture
def posts(put):
    """Three posts, of which the second quotes the first, and an empty one."""
    return put(
        "lesswrong/documents.jsonl.gz",
        {"key": "forum:a", "id": "a", "title": "On mice", "text": MICE, "author": "Ann"},
        {"key": "forum:b", "id": "b", "title": "On owls", "text": f"{BARN}\n\n> {MICE}\n\nSo."},
        {"key": "forum:x", "id": "x", "text": ""},
        {"key": "forum:c", "id": None, "title": "Rust", "text": "Bolts rust in the rain."},
    )


@pytest.fixture
def shared(put, posts, folder):
    """The posts with a quotation and a question."""
    put(
        "lesswrong/cross_quotes.test.jsonl",
        {
            "query_doc": "forum:b", "gold_doc": "forum:a", "start": 0, "end": len(MICE),
            "span": MICE, "context_before": BARN, "context_after": "So.",
        },
    )  # fmt: skip
    phrasings = ["What eats bolts in the rain?", "Why is iron brown?"]
    put(
        "lesswrong/faq_questions.dev.jsonl",
        {"question": "Do bolts rust?", "alternate_phrasings": phrasings, "gold_key": "forum:c"},
    )
    return folder


def test_the_ids_of_documents_are_noted_by_their_keys(posts):
    ids = {}
    found = list(noting(posts, ids).read())
    assert list(ids) == ["forum:a", "forum:b", "forum:c"]
    assert list(ids.values()) == [found[0].id, found[1].id, found[3].id]


def test_noting_changes_nothing_of_what_is_read(posts):
    plain, noted = source(str(posts)), noting(posts, {})
    assert (noted.key, noted.bytes, noted.name) == (plain.key, plain.bytes, plain.name)
    assert [*noted.read(), FileRead(plain.bytes)] == list(plain.read())


def test_the_table_tells_what_is_found_among_how_many(shared, settings):
    lines = run(settings, shared=shared).splitlines()[1:]
    rows = [re.split(r" {2,}", line)[:4] for line in lines]
    assert rows[:5] == [
        ["quotations, the words around", "1", WHOLE, "passages: 10"],
        ["quotations, the words around", "1", WHOLE, "passages: 100"],
        ["quotations, links as words", "1", WHOLE, "passages: 10"],
        ["quotations, links as words", "1", WHOLE, "passages: 100"],
        ["questions", "1", WHOLE, "documents: 1"],
    ]
    assert [(row[0], row[1], row[3]) for row in rows[5:]] == [
        ("questions", "1", "documents: 5"),
        ("questions", "1", "documents: 10"),
        ("questions, put otherwise", "2", "documents: 1"),
        ("questions, put otherwise", "2", "documents: 5"),
        ("questions, put otherwise", "2", "documents: 10"),
    ]


def test_rows_tell_how_often_one_of_the_first_is_right():
    right = [[False, True], [False, False], [True]]
    rows = list(ranks("quotations", right, [Found([], 2.0)] * 3, (1, 2), "passages"))
    assert rows == [
        ("quotations", "3", "33.3 % (0.0 to 100.0)", "passages: 1", "2.0 / 2.0"),
        ("quotations", "3", "66.7 % (0.0 to 100.0)", "passages: 2", "2.0 / 2.0"),
    ]
