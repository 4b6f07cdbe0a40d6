"""Imports flow one way, each foreign library has one door, and importing does no work."""

import ast
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("ingest", "index", "answer", "faces", "evals")
FILES = sorted(
    path.relative_to(ROOT)
    for path in [
        *ROOT.glob("*.py"),
        *(file for name in PACKAGES for file in (ROOT / name).rglob("*.py")),
    ]
)

MAY_IMPORT = {
    "errors": set(),
    "settings": {"errors"},
    "ingest": {"errors"},
    "index": {"errors", "ingest"},
    "answer": {"errors", "ingest", "index"},
    "faces": {"errors", "ingest", "index", "answer", "settings"},
    "evals": {"errors", "ingest", "index", "answer", "faces", "settings"},
    "app": {"errors", "ingest", "index", "answer", "faces", "settings"},
}
ALSO = {"faces/cli.py": {"evals"}, "faces/measuring.py": {"evals"}}  # the commands that measure

DOORS = {
    "chromadb": {"index/vectors.py"},
    "sentence_transformers": {"index/sentence_model.py"},
    "torch": {"index/sentence_model.py", "answer/llm/causal.py"},
    "transformers": {"index/sentence_model.py", "answer/llm/causal.py"},
    "openvino": {"index/fast_model.py"},
    "tokenizers": {"index/pieces.py"},
    "tantivy": {"index/keywords.py"},
    "sentencex": {"index/sentences.py"},
    "rensa": {"index/duplicates.py"},
    "yaml": {"ingest/page.py"},
    "markdown_it": {"answer/faq/markup.py"},
    "rapidfuzz": {"answer/likeness.py"},
    "regex": {"answer/writing/awaited.py"},
    "sqlite3": {"ingest/database.py"},
    "filelock": {"index/lock.py"},
    "huggingface_hub": {"index/weights.py"},
    "pydantic_settings": {"settings.py"},
    "gradio": {"faces/chat/chat.py"},
    "httpx": {"answer/llm/http.py", "evals/load.py"},
    "openai": {"answer/llm/openai_like.py"},
    "ollama": {"answer/llm/ollama.py"},
    "mcp": {"faces/http/mcp.py"},
    "llama_index": {
        "faces/llama.py",
        "answer/llm/openai_like.py",
        "answer/llm/ollama.py",
        "answer/llm/causal.py",
    },
}


@cache
def imported(file):
    """The full names of what a file imports, wherever in it."""
    return frozenset(_imported(file))


def _imported(file):
    for node in ast.walk(ast.parse((ROOT / file).read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: a relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def home(name):
    """The package, or the file at the top, that a module or a file belongs to."""
    return str(name).replace("/", ".").split(".")[0]


@pytest.mark.parametrize("file", FILES, ids=str)
def test_imports_flow_one_way(file):
    ours = {home(name) for name in imported(file)} & MAY_IMPORT.keys()
    assert ours - {home(file)} <= MAY_IMPORT[home(file)] | ALSO.get(str(file), set())


def test_evaluations_use_no_face_that_speaks_to_somebody():
    names = {name for file in FILES if home(file) == "evals" for name in imported(file)}
    assert not [
        name
        for name in names
        if name.startswith(("faces.chat.chat", "faces.cli", "faces.http.serve"))
    ]


@pytest.mark.parametrize("library", DOORS)
def test_a_foreign_library_has_one_door(library):
    """Only the evaluations may use others: to compare with them."""
    product = [file for file in FILES if home(file) != "evals"]
    users = {file.as_posix() for file in product if library in map(home, imported(file))}
    assert users <= DOORS[library]


HEAVY = {"torch", "transformers", "sentence_transformers", "gradio", "llama_index"}
LIGHT = [
    ".".join(file.with_suffix("").parts)
    for file in FILES
    if home(file) != "evals" and not HEAVY & set(map(home, imported(file)))
]
IMPORT = f"""
import sys
import {", ".join(LIGHT)}
from chromadb.api.shared_system_client import SharedSystemClient
assert not SharedSystemClient._identifier_to_system, "a client was opened"
print(*sys.modules)
"""


@pytest.fixture(scope="module")
def importing(tmp_path_factory):
    """All files but the heavy doors, imported by a process of its own in an empty folder."""
    folder = tmp_path_factory.mktemp("empty")
    command = [sys.executable, "-c", IMPORT]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return folder, subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True
    )


def test_importing_needs_no_heavy_library(importing):
    _, process = importing
    assert set(process.stdout.split()) & (HEAVY | {"answer.pipeline"}) == {"answer.pipeline"}


def test_importing_opens_writes_and_says_nothing(importing):
    folder, process = importing
    assert (list(folder.iterdir()), process.stderr, process.returncode) == ([], "", 0)
