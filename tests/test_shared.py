"""The whole way on the evaluation material that lies beside the project."""

import json
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from evals.metrics import touches
from faces.batch.asking import asked_of, one_by_one
from faces.batch.input import read
from faces.batch.run import run
from faces.library import open_library
from ingest.sources import source
from settings import Settings

SHARED = Path(__file__).parent.parent.parent / "shared"
CORPUS, QUESTIONS = SHARED / "corpus", SHARED / "eval" / "seed_questions.jsonl"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not QUESTIONS.exists(), reason=f"there is no {QUESTIONS}"),
]


@pytest.fixture(scope="module")
def answered(tmp_path_factory):
    """Each row of the seed questions with the record that a batch gives for it."""
    folder = tmp_path_factory.mktemp("shared")
    library = open_library(Settings(data=folder / "data"), create=True)
    library.ingest([source(str(CORPUS))])
    run(read(str(QUESTIONS)), folder / "answers.jsonl", one_by_one(asked_of(library)))
    answers = (folder / "answers.jsonl").read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in answers]
    rows = [json.loads(line) for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    return list(zip(rows, records, strict=True))


@pytest.fixture(scope="module")
def answerable(answered):
    return [(row, record) for row, record in answered if row["answerable"]]


@cache
def text(path):
    """A file's own text: its bytes, decoded."""
    return (CORPUS / path).read_bytes().decode()


def folded(words):
    return " ".join(words.casefold().split())


def touching(row, record):
    wanted = row["gold"] + row["also_ok"]
    return [c["path"] == row["source"] and touches((c["start"], c["end"]), wanted)
            for c in record["citations"]]  # fmt: skip


def test_every_row_has_its_answer(answered):
    assert all(row["question"] == record["question"] for row, record in answered)
    assert not any("error" in record for _, record in answered)


def test_every_quotation_is_the_files_text_at_its_place(answered):
    cited = [c for _, record in answered for c in record["citations"]]
    assert cited
    assert all(text(c["path"])[c["start"] : c["end"]] == c["quote"] for c in cited)


def test_the_other_places_hold_the_same_words(answered):
    cited = [
        (c["quote"], place) for _, r in answered for c in r["citations"] for place in c["also"]
    ]
    assert cited
    for quote, place in cited:
        assert folded(text(place["path"])[place["start"] : place["end"]]) == folded(quote)


def test_the_same_words_are_cited_once(answered):
    for _, record in answered:
        quotes = [folded(citation["quote"]) for citation in record["citations"]]
        assert len(quotes) == len(set(quotes)) <= 5


def test_no_cited_places_overlap(answered):
    for _, record in answered:
        spans = sorted((c["path"], c["start"], c["end"]) for c in record["citations"])
        pairs = list(pairwise(spans))
        assert all(a[0] != b[0] or a[2] <= b[1] for a, b in pairs), record["question"]


def test_what_attributions_rest_on_stands_where_they_say(answered):
    for _, record in answered:
        for c in record["citations"]:
            if basis := c["attribution"]["evidence"]:
                assert text(c["path"])[basis["start"] : basis["end"]] == basis["text"]


def test_the_first_citation_mostly_touches_the_answer(answerable):
    missed = [row["question"] for row, record in answerable if touching(row, record)[:1] != [True]]
    assert len(missed) <= 0.15 * len(answerable), missed


def test_some_citation_nearly_always_touches_the_answer(answerable):
    missed = [row["question"] for row, record in answerable if not any(touching(row, record))]
    assert len(missed) <= 0.05 * len(answerable), missed


def test_what_touches_the_answer_has_its_author(answerable):
    for row, record in answerable:
        wanted = row["author"].split("|") if row["author"] else None
        for citation, right in zip(record["citations"], touching(row, record), strict=True):
            names = citation["authors"]
            assert not right or (names == [] if wanted is None else set(names) & set(wanted))


def test_what_the_corpus_does_not_answer_is_not_answered(answered):
    others = [record for row, record in answered if not row["answerable"]]
    assert [(r["abstained"], r["citations"], bool(r["reason"])) for r in others] == (
        [(True, [], True)] * 4
    )  # fmt: skip
