"""A library of three documents and an FAQ of two entries, opened as the app opens it."""

import pytest

from faces.library import Library, open_library
from ingest.sources import source
from settings import Settings

CORPUS = {
    "shards.md": (
        "# What shards are\n\nBy Ada Lindqvist\n\n2024-05-06\n\nThis page is about values.\n\n"
        "A shard of value is a piece of a mind that was active when a reward came."
        " Shards bid for what the mind does next.\n"
    ),
    "more.md": (
        "# Against shards\n\nBy Bo Amundsen\n\n2023-02-03\n\n"
        "I think that a shard of value is a story about reward, and not a piece of a mind.\n"
    ),
    "control.md": (
        "# On control\n\nBy Cleo Tamm\n\n## What does AI control assume?\n\n"
        "AI control assumes that the model wants to cause harm and arranges that it cannot.\n"
    ),
}
FAQ = (
    '{"id": "R1", "question": "What is reward hacking?", "answer": "A *trick*.",'
    ' "related": ["R2"], "status": "published", "url": "https://example.org/R1"}\n'
    '{"id": "R2", "question": "Who hacks rewards?", "answer": "Models.", "status": "published"}\n'
)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("chat")
    for name, text in CORPUS.items():
        (folder / "corpus").mkdir(exist_ok=True)
        (folder / "corpus" / name).write_text(text)
    (folder / "faq").mkdir()
    (folder / "faq" / "entries.jsonl").write_text(FAQ)
    library = open_library(Settings(data=folder / "data", faq=folder / "faq"), create=True)
    library.ingest([source(str(folder / "corpus"))])
    return library
