"""Nothing is sent to a host, or with a key, that the user did not set."""

import pytest

from answer.llm.choose import Choice, chosen
from answer.llm.faults import Fault
from answer.llm.http import client
from answer.llm.server import Server
from tests.llm_server import ModelServer, redirects, says

NAMES = {"host", "content-type", "content-length", "accept", "user-agent", "authorization"}


@pytest.fixture
def elsewhere():
    with ModelServer() as elsewhere:
        elsewhere.always(says("From elsewhere."))
        yield elsewhere


@pytest.fixture
def environment(monkeypatch, elsewhere):
    """Everything in the environment that could turn a request or put something into it."""
    for name in ("OPENAI_API_BASE", "OPENAI_BASE_URL"):
        monkeypatch.setenv(name, elsewhere.openai)
    monkeypatch.setenv("OLLAMA_HOST", elsewhere.ollama)
    for name in ("HTTP_PROXY", "ALL_PROXY", "http_proxy", "all_proxy"):
        monkeypatch.setenv(name, elsewhere.ollama)
    for name in ("OPENAI_API_KEY", "OPENAI_ADMIN_KEY", "OLLAMA_API_KEY"):
        monkeypatch.setenv(name, "sk-of-the-environment")
    for name in ("OPENAI_ORG_ID", "OPENAI_PROJECT_ID"):
        monkeypatch.setenv(name, "of-the-environment")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "Authorization: of-the-environment\nX-Y: z")


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed(status, server, ask, elsewhere):
    server.always(redirects(f"{elsewhere.openai}/chat/completions", status))
    assert ask()[0] == []
    assert elsewhere.requests == []


def test_the_environment_turns_no_request(server, ask, elsewhere, environment):
    server.enqueue(says("Ada."))
    assert ask() == (["Ada."], None)
    assert elsewhere.requests == []


def test_the_environment_puts_nothing_into_a_request(server, ask, environment):
    server.enqueue(says("Ada."))
    ask()
    (request,) = server.requests
    assert set(request.headers) == NAMES
    assert request.headers["authorization"] == "Bearer sk-secret"
    assert "of-the-environment" not in str(request)


def test_without_a_key_none_is_sent(server, kind, environment):
    server.enqueue(says("Ada."))
    address = server.openai if kind == "openai-like" else server.ollama
    list(chosen(Choice(kind, "tiny", address)).stream([], 50))
    assert "authorization" not in server.requests[0].headers


def test_a_client_sends_to_its_own_server_alone(server, elsewhere):
    with client(Server(server.openai, "", 1)) as http, pytest.raises(Fault, match="was not sent"):
        http.get(f"{elsewhere.openai}/models")
    assert elsewhere.requests == []
