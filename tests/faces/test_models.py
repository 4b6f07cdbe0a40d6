"""`whosaid models`: which models are set, and whether and how fast the language model answers."""

import json
import sys

import pytest

from faces import cli
from settings import Settings
from tests.llm_server import ModelServer, fails, says


@pytest.fixture(autouse=True)
def nothing_is_set(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(f"WHOSAID_{name.upper()}", raising=False)


@pytest.fixture
def server():
    with ModelServer() as server:
        yield server


@pytest.fixture
def models(monkeypatch, capsys):
    """Runs the command with settings: its exit status, and what it printed on both outputs."""

    def run(*options, **settings):
        for name, value in settings.items():
            monkeypatch.setenv(f"WHOSAID_{name.upper()}", value)
        monkeypatch.setattr(sys, "argv", ["whosaid", "models", *options])
        with pytest.raises(SystemExit) as stopped:
            sys.exit(cli.main())
        return stopped.value.code or 0, *capsys.readouterr()

    return run


def test_with_no_language_model_it_says_so(models):
    assert models() == (
        0,
        "llm          none: answers are the authors' words alone\n"
        "embed_model  all-MiniLM-L6-v2\n"
        "reranker     none\n"
        "nli_model    none\n",
        "",
    )


def test_a_language_model_is_asked_and_its_speed_told(models, server):
    server.enqueue(says("Monday, ", "Tuesday.", pause=0.01))
    status, out, err = models(llm="ollama", llm_model="tiny", llm_base_url=server.ollama)
    rows = dict(line.split("  ", 1) for line in out.splitlines())
    told = {name: value.strip() for name, value in rows.items()}
    assert (status, err) == (0, "")
    assert told["llm"] == "tiny, by ollama"
    assert (told["address"], told["window"]) == (server.ollama, "8,192 tokens")
    assert told["speed"].startswith("first word after ")
    assert told["speed"].endswith(" tokens a second")


def test_the_same_as_json(models, server):
    server.enqueue(says("Monday, ", "Tuesday.", pause=0.01))
    _, out, _ = models(
        "--json", llm="openai-like", llm_model="tiny", llm_base_url=server.openai,
        llm_api_key="sk-secret", reranker="some/reranker",
    )  # fmt: skip
    record = json.loads(out)
    speed = record["llm"].pop("speed")
    assert record == {
        "llm": {
            "kind": "openai-like",
            "model": "tiny",
            "address": server.openai,
            "context_window": 4096,
        },
        "embed_model": "all-MiniLM-L6-v2",
        "reranker": "some/reranker",
        "nli_model": None,
    }
    assert speed.keys() == {"first_word_s", "tokens_per_second", "stopped"}


def test_a_model_that_does_not_answer_is_a_failure_after_what_is_set(models, server):
    server.always(fails(401))
    status, out, err = models(llm="openai-like", llm_model="tiny", llm_base_url=server.openai)
    assert status == 2
    assert "speed        it does not answer\n" in out
    assert err == f"whosaid: {server.openai}: it wants a key (401); set WHOSAID_LLM_API_KEY\n"


def test_a_model_that_does_not_come_to_its_end_has_answered(models, server):
    server.enqueue(says("Monday", finish="length"))
    status, out, _ = models(llm="ollama", llm_model="tiny", llm_base_url=server.ollama)
    assert status == 0
    assert "; tiny reached its limit of 256 tokens\n" in out


def test_settings_that_cannot_be_meant_are_one_line(models):
    assert models(llm="openai-like", llm_model="tiny") == (
        2,
        "",
        "whosaid: llm is openai-like, with no server: set llm_base_url, such as "
        "http://127.0.0.1:8080/v1\n",
    )
