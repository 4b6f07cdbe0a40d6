"""Imports flow one way, each foreign library has one door, and importing does no work."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("ingest", "index", "answer", "faces", "evals")
FILES = sorted(
    path.relative_to(ROOT)
    for path in [*ROOT.glob("*.py"), *(file for name in PACKAGES for file in (ROOT / name).rglob("*.py"))]
)

MAY_IMPORT = {
    "errors": set(),
    "settings": {"errors"},
    "ingest": {"errors"},
    "index": {"errors", "ingest"},
    "answer": {"errors", "ingest", "index"},
    "faces": {"errors", "ingest", "index", "answer", "settings"},
    "evals": {"errors", "ingest", "index", "answer", "faces"},
    "app": {"errors", "ingest", "index", "answer", "faces", "settings"},
}

DOORS = {
    "chromadb": {"index/vectors.py"},
    "sentence_transformers": {"index/sentence_model.py"},
    "torch": {"index/sentence_model.py"},
    "openvino": {"index/fast_model.py"},
    "tokenizers": {"index/fast_model.py"},
    "tantivy": {"index/keywords.py"},
    "sentencex": {"index/sentences.py"},
    "yaml": {"ingest/page.py"},
    "sqlite3": {"ingest/database.py"},
    "filelock": {"index/lock.py"},
    "huggingface_hub": {"index/weights.py"},
    "pydantic_settings": {"settings.py"},
    "gradio": {"faces/chat.py", "app.py"},
    "llama_index": set(),
}


def imported(file):
    """The full names of all modules that a file imports, wherever in it."""
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
    assert ours - {home(file)} <= MAY_IMPORT[home(file)]


def test_evaluations_use_only_the_library_of_the_faces():
    names = {name for file in FILES if home(file) == "evals" for name in imported(file)}
    assert {name.rpartition(".")[0] for name in names if home(name) == "faces"} <= {"faces.library"}


@pytest.mark.parametrize("library", DOORS)
def test_a_foreign_library_has_one_door(library):
    users = {file.as_posix() for file in FILES if library in map(home, imported(file))}
    assert users <= DOORS[library]


ALL = [".".join(file.with_suffix("").parts) for file in FILES if file.name != "__init__.py"]


def modules_after(statement, folder):
    """What is loaded after a statement, in a process of its own that starts in a folder."""
    code = f"import sys\n{statement}\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, check=True, capture_output=True, text=True)
    assert done.stderr == ""
    return set(done.stdout.split())


@pytest.mark.parametrize("module", ["answer.pipeline", "faces.library", "faces.cli"])
def test_asking_needs_no_heavy_library(tmp_path, module):
    if module not in ALL:
        pytest.skip(f"{module} is yet to be written")
    loaded = modules_after(f"import {module}", tmp_path)
    assert loaded & {"torch", "transformers", "sentence_transformers", "gradio", "llama_index"} == set()


def test_importing_opens_and_writes_nothing(tmp_path):
    light = [name for name in ALL if name not in ("app", "index.sentence_model", "faces.chat")]
    statement = (
        f"import {', '.join(light)}, threading\n"
        "from chromadb.api.shared_system_client import SharedSystemClient as clients\n"
        "assert not clients._identifier_to_system\n"
        "assert threading.active_count() == 1"
    )
    modules_after(statement, tmp_path)
    assert list(tmp_path.iterdir()) == []
