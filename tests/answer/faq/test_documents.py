"""The examples of docs/faq.md are read as it says."""

import re
from pathlib import Path

import pytest

from answer.faq.entry import Entry, Term
from answer.faq.reading import read

DOCUMENT = (Path(__file__).parents[3] / "docs" / "faq.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```(\w+)\n(.*?)^```$", DOCUMENT, re.DOTALL | re.MULTILINE)
NAMES = "01-off-switch.md", "fast.md", "slow.jsonl", "glossary.md", "more/glossary.jsonl"


@pytest.fixture
def content(write, folder):
    for name, (_, example) in zip(NAMES, EXAMPLES, strict=True):
        write(name, example)
    return read(folder)


def test_all_examples_can_be_read(content):
    assert content.problems == ()


def test_the_entries_are_what_is_told(content):
    assert {entry.id: entry for entry in content.entries} == {
        "off-switch": Entry(
            "off-switch", "Why not just switch it off?",
            "It may **resist**, see [the other page](https://faq.example/resisting).",
            ("Why don't we pull the plug?",), "published", ("how-fast",), ("control",),
            "https://faq.example/off-switch",
        ),
        "how-fast-will-takeoff-be": Entry(
            "how-fast-will-takeoff-be", "How fast will takeoff be?", "Nobody knows.",
            ("Will takeoff be slow?",),
        ),
        "what-is-takeoff": Entry(
            "what-is-takeoff", "What is takeoff?",
            "The time in which machines come to do most of the work.",
        ),
        "slow": Entry(
            "slow", "Is slow safe?", "Not by itself.", ("Is slow better?",), "published",
            ("how-fast",), ("takeoff",),
        ),
    }  # fmt: skip


def test_the_terms_are_what_is_told(content):
    assert content.terms == (
        Term(
            "Corrigibility",
            "The property of a system that lets itself be corrected.",
            ("corrigible",),
        ),
        Term("Takeoff", "The time in which machines come to do most of the work.", ("take-off",)),
    )
