"""The examples of docs/http.md, run as they stand there, over the sample corpus."""

import json
import re
import shlex
from collections.abc import Mapping
from pathlib import Path
from threading import Thread

import httpx
import pytest

from faces.library import open_library
from ingest.sources import source
from settings import Settings
from tests.faces.http.conftest import whole

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[3]
BLOCKS = re.findall(
    r"^```(\w+)\n(.*?)^```$", (ROOT / "docs" / "http.md").read_text(), re.DOTALL | re.MULTILINE
)
HERE = "http://127.0.0.1:7860"


def examples():
    """Each request with what it is said to answer, where something is said."""
    for (kind, text), (next_kind, expected) in zip(BLOCKS, [*BLOCKS[1:], ("", "")], strict=True):
        if kind == "sh":
            yield pytest.param(
                text, expected if next_kind in ("json", "text") else "", id=text[:60]
            )


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    data = tmp_path_factory.mktemp("sample") / ".whosaid"
    library = open_library(Settings(data=data, faq=ROOT / "faq"), create=True)
    library.ingest([source(str(ROOT / "examples" / "corpus"))])
    return library


@pytest.fixture(scope="module")
def there(sample, serving):
    return serving(whole(sample, Settings(data=sample.folder, faq=sample.faq.folder)))


def requested(command, there):
    """What curl would be answered."""
    program, *words = shlex.split(command.replace("\\\n", ""))
    assert program == "curl"
    options = {"headers": {}}
    words = iter(words)
    for word in words:
        if word == "-H":
            name, _, value = next(words).partition(": ")
            options["headers"][name] = value
        elif word == "-d":
            options["content"] = next(words)
        elif word != "-N":
            address = word.replace(HERE, there)
    return httpx.request("POST" if "content" in options else "GET", address, **options, timeout=60)


def holds(given, expected):
    """Whether an answer has all that is expected of it; … stands for anything."""
    if isinstance(expected, Mapping):
        return all(name in given and holds(given[name], expected[name]) for name in expected)
    if isinstance(expected, list):
        return len(given) >= len(expected) and all(map(holds, given, expected))
    if isinstance(expected, str):
        return re.fullmatch(re.escape(expected).replace("…", ".*"), given, re.DOTALL) is not None
    return given == expected


@pytest.mark.parametrize(("command", "expected"), list(examples()))
def test_a_request_is_answered_as_it_is_told(there, command, expected):
    response = requested(command, there)
    if expected.startswith("event: "):
        names = re.findall(r"^event: .*$", response.text, re.MULTILINE)
        assert list(dict.fromkeys(names)) == expected.split("\n")[:-1]
    elif expected:
        assert holds(response.json(), json.loads(expected)), response.text
    else:
        assert response.status_code == 200


@pytest.mark.parametrize("code", [text for kind, text in BLOCKS if kind == "python"], ids=len)
def test_a_program_runs(there, sample, code, monkeypatch, capsys):
    monkeypatch.chdir(sample.folder.parent)
    program = Thread(target=exec, args=(code.replace(HERE, there), {}))
    program.start()  # apart from loops that other tests have left in this thread
    program.join()
    assert "The bug is the hole" in capsys.readouterr().out
