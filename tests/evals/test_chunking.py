"""How much of what answers a question lies in the passages found, and in what is cited."""

import pytest

from evals.chunking import measures, run
from evals.questions import Question

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


def test_the_table_compares_passages_with_citations(shared, settings, cells):
    rows = cells(run(settings, shared=shared))
    assert rows["2 questions"] == ["first 5 passages", "sentences cited"]
    assert rows["recall"][0] == "100.0 % (100.0 to 100.0)"


def test_passages_of_other_corpora_count_against_precision(shared, settings, cells):
    share = 100 * (GOLD[1] - GOLD[0]) / (len(TOWN) - 1 + 43)
    precise = cells(run(settings, limit=1, shared=shared))["precision"][0]
    assert precise.startswith(f"{share:.1f} %")


def test_passages_and_citations_are_measured_apart(asked):
    question = Question("Why?", "a", ((0, 10),))
    rows = list(measures([question], [asked([("a", 0, 40)], [("a", 5, 15)])]))
    assert rows == [
        ("recall", "100.0 % (100.0 to 100.0)", "50.0 % (50.0 to 50.0)"),
        ("precision", "25.0 % (25.0 to 25.0)", "50.0 % (50.0 to 50.0)"),
        ("IoU", "25.0 % (25.0 to 25.0)", "33.3 % (33.3 to 33.3)"),
        ("milliseconds, p50 / p95", "2.0 / 2.0", "3.0 / 3.0"),
    ]


def test_an_abstention_counts_as_nothing(asked):
    rows = measures([Question("Why?", "a", ((0, 10),))], [asked([], [])])
    assert [row[2] for row in rows][:3] == ["0.0 % (0.0 to 0.0)"] * 3
