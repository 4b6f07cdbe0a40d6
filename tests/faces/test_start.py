"""What a command does not need is not loaded: each runs in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ingest.archive import Archive

ROOT = Path(__file__).parents[2]
MODELS = {"openvino", "torch", "transformers", "sentence_transformers"}
HEAVY = MODELS | {"chromadb", "gradio", "llama_index"}
RUN = """
import sys
from faces.cli import main
try:
    main()
finally:
    print(*sys.modules, file=sys.stderr)
"""


@pytest.fixture
def loaded(tmp_path, document):
    """Runs a command over a corpus of one document; the libraries that it loaded."""
    data = tmp_path / "data"
    data.mkdir()
    Archive(data / "archive.db").put(document("Ann: Cats sleep.", "a.txt", "Ann"), 1)

    def run(*arguments):
        command = [sys.executable, "-c", RUN, *arguments]
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "WHOSAID_DATA": str(data)}
        process = subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, text=True
        )
        assert process.returncode == 0
        return {name.split(".")[0] for name in process.stderr.split()}

    return run


@pytest.mark.parametrize("command", ["--help", "ask --help", "show a.txt", "authors"])
def test_what_asks_nothing_loads_no_model_and_no_store(loaded, command):
    assert loaded(*command.split()) & HEAVY == set()


@pytest.mark.parametrize("part", ["answer.writing.writer", "answer.conversation.rewriting"])
def test_opening_a_library_loads_nothing_of_models_and_conversations(part):
    names = "import sys, faces.library; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", names], cwd=ROOT, capture_output=True, text=True)
    assert "faces.library" in run.stdout.split()
    assert part not in run.stdout.split()


def test_opening_a_library_loads_nothing_of_taking_in():
    names = "import sys, faces.library; print(*sys.modules)"
    process = subprocess.run(
        [sys.executable, "-c", names], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert set(process.stdout.split()) & {"ingest.sources", "ingest.authorship", "yaml"} == set()
