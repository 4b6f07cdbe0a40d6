"""Small sets as the material beside the project has them, and tables taken apart."""

import json
import re
from dataclasses import fields

import pytest

from answer.record import Answer
from evals.retrieval import Asked, Found
from index.hit import Hit
from index.passage import Passage
from settings import Settings


@pytest.fixture
def put(write):
    """Writes a file of rows, or of a text, below `folder`, which then is the shared folder."""

    def make(name, *content):
        rows = [one if isinstance(one, str) else json.dumps(one) for one in content]
        return write(f"data/{name}", "\n".join(rows))

    return make


@pytest.fixture
def settings(tmp_path):
    return Settings(data=tmp_path / "data")


@pytest.fixture
def cells():
    """The cells of each row of a table by the first one."""

    def make(table):
        rows = [re.split(r" {2,}", line) for line in table.splitlines()]
        return {name: others for name, *others in rows}

    return make


@pytest.fixture
def answer():
    """Makes answers citing (path, start, end, authors…); abstentions without any."""
    from tests.answer.conftest import citation as fixture

    citation = fixture.__wrapped__()

    def make(*cited):
        citations = tuple(
            citation("x", *authors, n=n, path=path, start=start, end=end)
            for n, (path, start, end, *authors) in enumerate(cited, 1)
        )
        record = {
            "schema": 1, "id": "x", "question": "q", "asked": "q", "answer": "a", "model": None,
            "abstained": not cited, "reason": None, "mode": "extractive", "confidence": 0.5,
            "sentences": (), "citations": citations,
            "timings_ms": {"retrieve": 0, "answer": 0, "total": 3.0},
        }  # fmt: skip
        return Answer.model_validate(record)

    return make


@pytest.fixture
def hit(document):
    """Makes hits without any scores: of what document, its text, where in it, where else."""

    def make(name, text, start=0, end=None, same=()):
        found = document(text, name)
        end = len(text) if end is None else end
        passage = Passage(found.id, start, end, ((start, end),), 0)
        known = {"document": found, "passage": passage, "same": same}
        return Hit(**dict.fromkeys((field.name for field in fields(Hit)), 0.0) | known)

    return make


@pytest.fixture
def asked(answer, hit):
    """Makes what a question brings: passages in 2 ms and citations, given as (path, start, end)."""

    def make(passages, citations):
        hits = [hit(path, "x" * end, start) for path, start, end in passages]
        return Asked(Found(hits, 2.0), answer(*citations))

    return make
