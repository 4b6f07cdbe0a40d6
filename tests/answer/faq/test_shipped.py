"""The FAQ about Whosaid itself, which is shipped."""

from pathlib import Path

import pytest

from answer.faq.faq import Faq
from answer.faq.reading import read

FOLDER = Path(__file__).parents[3] / "faq"
CONTENT = read(FOLDER)


def test_all_of_it_can_be_used():
    assert CONTENT.problems == ()
    assert CONTENT.terms


@pytest.mark.parametrize("entry", CONTENT.entries, ids=lambda entry: entry.id)
def test_an_entry_is_published_and_its_related_ones_are_there(entry):
    assert entry.published
    assert set(entry.related) <= {one.id for one in CONTENT.entries} - {entry.id}


def test_every_phrasing_is_answered_by_its_entry(embedder):
    faq = Faq.of(FOLDER, embedder)
    wrong = [
        text
        for entry in CONTENT.entries
        for text in entry.asked
        if (match := faq.answering(text)) is None or match.entry != entry
    ]
    assert wrong == []


def test_no_phrasing_is_there_twice():
    asked = [text.casefold() for entry in CONTENT.entries for text in entry.asked]
    assert len(asked) == len(set(asked))
