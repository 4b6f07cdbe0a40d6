"""Whether the abstracts that speak for or against a claim are found, and their sentences cited."""

import pytest

from evals.metrics import Stretch
from evals.retrieval import Found
from evals.scifact import Claim, abstract, claim, measures, ranking, run

SLEEP = "Mice were watched at night. They slept for nine hours in the dark."
WHOLE = "100.0 % (100.0 to 100.0)"


def row(text, id_, *spans):
    evidence = {"doc_id": id_, "spans": [list(span) for span in spans], "label": "SUPPORT"}
    return {"claim": text, "evidence": [evidence]}


@pytest.fixture
def shared(put, folder):
    """Two abstracts and a claim."""
    put(
        "scifact/corpus.jsonl.gz",
        {"_id": "81", "title": "Sleep in mice", "text": SLEEP},
        {"_id": "82", "title": "Rust", "text": "Iron bolts rust in water within a year."},
    )
    put("scifact/claims.test.jsonl", row("They slept for nine hours.", "81", (28, 66)))
    return folder


def test_a_row_is_a_claim_with_its_evidence():
    assert claim(row("Mice sleep.", "81", (0, 9), (12, 20))) == Claim(
        "Mice sleep.", ("81",), (Stretch("81", 0, 9), Stretch("81", 12, 20))
    )


def test_an_abstract_without_evidence_is_wanted_too():
    found = claim(row("Mice sleep.", "81"))
    assert found.gold == {abstract("81", "Sleep", SLEEP).id}
    assert found.evidence == ()


def test_what_a_claim_has_none_of_is_not_measured_by_it(asked):
    cited = asked([("81", 0, 9)], [("81", 0, 9)])
    claims = [claim(row("Mice sleep.", "81", (0, 9))), claim(row("Mice sleep.", "82"))]
    rows = dict(measures(claims, [cited, cited]))
    assert rows["IoU of the citations"] == WHOLE
    assert rows["answered"] == WHOLE


def test_documents_with_the_same_passage_rank_after_the_one_that_is_found(hit):
    other = hit("b", SLEEP)
    found = hit("a", SLEEP, same=("x", other.document.id))
    ids = [found.document.id, "x", other.document.id]
    assert ranking(Found([found, other], 0.0)) == ids


def test_the_table_measures_the_ranking_and_what_is_cited(shared, settings, cells):
    rows = cells(run(settings, shared=shared))
    assert [rows[name] for name in ("nDCG@10", "recall@10", "recall@100")] == [[WHOLE]] * 3


def test_citations_are_measured_by_the_evidence(asked):
    one = asked([], [("82", 0, 10), ("81", 5, 10)])
    rows = dict(measures([claim(row("Mice sleep.", "81", (0, 10)))], [one]))
    assert rows["first citation touches evidence"] == "0.0 % (0.0 to 0.0)"
    assert rows["any citation touches evidence"] == WHOLE
    assert rows["IoU of the citations"] == "25.0 % (25.0 to 25.0)"
