"""The same words are not cited twice."""

from dataclasses import dataclass

import pytest

from answer.distinct import distinct
from index.passage import Passage
from index.ranking import SentenceSigns
from index.search import Hit
from ingest.document import Author, Document, Segment

SAID = "Measures fail when they become targets, and nobody sees it in time."


@dataclass(frozen=True)
class Run:
    """Sentences of a hit."""

    hit: Hit
    texts: list[str]


def run(*texts, by=""):
    segment = Segment(0, 9, (Author(by),) if by else ())
    document = Document("file:/a", "file", " ".join(texts), (segment,))
    passage = Passage(document.id, 0, 9, ((0, 9),), 0)
    return Run(Hit(document, passage, 1.0, 1.0, 1.0, SentenceSigns((), ())), list(texts))


@pytest.mark.parametrize(
    "again",
    [
        run(SAID),
        run(f"> *{SAID.upper()}*"),
        run("Cats sleep.", SAID, by="Bo"),
        run(SAID.replace("sees", "notices")),
        run(SAID.replace("sees", "notices"), by="Ann"),
    ],
)
def test_what_says_a_sentence_again_is_left_out(again):
    first = run(SAID, "Dogs bark.", by="Ann")
    assert distinct([first, again]) == [first]


@pytest.mark.parametrize(
    "other",
    [
        run("Cats sleep."),
        run(SAID.replace("fail", "do not fail")),
        run(SAID.replace("sees", "notices"), by="Bo"),
        run("Dogs howl."),
    ],
)
def test_what_says_something_else_stays(other):
    first = run(SAID, "Dogs bark.", by="Ann")
    assert distinct([first, other]) == [first, other]


def test_signs_alone_are_told_apart():
    runs = [run("?!"), run("…")]
    assert distinct(runs) == runs
