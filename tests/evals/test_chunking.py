"""How much of what answers a question lies in the passages found, and in what is cited."""

import pytest

from evals.chunking import measures, run
from evals.questions import Question
from evals.retrieval import Found

TOWN = "Mice sleep in the barn all day.\n\nThe bridge was closed as rust had eaten its bolts.\n"
GOLD = TOWN.index("The bridge"), len(TOWN) - 1


@pytest.fixture
def shared(put, folder):
    """A set of two corpora with a question each."""
    folder_ = "chunking_evaluation"
    put(f"{folder_}/corpora/town.md", TOWN)
    put(f"{folder_}/corpora/farm.md", "Cows give milk to the farmer every morning.\n")
    place = {"start_index": GOLD[0], "end_index": GOLD[1]}
    milk = {"start_index": 0, "end_index": 43}
    put(
        f"{folder_}/questions.dev.jsonl",
        {"question": "Why was the bridge closed?", "corpus": "town", "references": [place]},
        {"question": "What do cows give to the farmer?", "corpus": "farm", "references": [milk]},
    )
    return folder


def test_the_table_compares_passages_and_hits_with_citations(shared, settings, cells):
    rows = cells(run(settings, shared=shared))
    assert rows["2 questions"] == ["first 5 passages", "first 5 hits, joined", "sentences cited"]
    assert rows["recall"][0] == "100.0 % (100.0 to 100.0)"


def test_passages_of_other_corpora_count_against_precision(shared, settings, cells):
    share = 100 * (GOLD[1] - GOLD[0]) / (len(TOWN) - 1 + 43)
    precise = cells(run(settings, limit=1, shared=shared))["precision"][0]
    assert precise.startswith(f"{share:.1f} %")


def test_passages_and_hits_and_citations_are_measured_apart(asked, hit):
    question, together = Question("Why?", "a", ((0, 10),)), Found([hit("a", "x" * 50)], 4.0)
    rows = measures([question], [asked([("a", 0, 40)], [("a", 5, 15)])], [together])
    assert [(name, *(cell.split(" (")[0] for cell in cells)) for name, *cells in rows] == [
        ("recall", "100.0 %", "100.0 %", "50.0 %"),
        ("precision", "25.0 %", "20.0 %", "50.0 %"),
        ("IoU", "25.0 %", "20.0 %", "33.3 %"),
        ("milliseconds, p50 / p95", "2.0 / 2.0", "4.0 / 4.0", "3.0 / 3.0"),
    ]


def test_only_the_hits_are_passages_put_together(put, folder, settings, cells):
    town = " ".join(f"We ate no ox in {year}." for year in range(1600, 1900))
    put("chunking_evaluation/corpora/town.md", town)
    place = {"start_index": 0, "end_index": len(town)}
    asked = {"question": "When was no ox eaten?", "corpus": "town", "references": [place]}
    put("chunking_evaluation/questions.dev.jsonl", asked)
    apart, together, _ = cells(run(settings, shared=folder))["recall"]
    assert float(apart.split()[0]) < float(together.split()[0])


def test_an_abstention_counts_as_nothing(asked):
    rows = measures([Question("Why?", "a", ((0, 10),))], [asked([], [])], [Found([], 4.0)])
    assert [row[3] for row in rows][:3] == ["0.0 % (0.0 to 0.0)"] * 3
