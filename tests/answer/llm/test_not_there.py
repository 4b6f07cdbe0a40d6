"""Servers that cannot be reached, and models that they have not."""

import socket

import pytest

from answer.llm.choose import Choice, chosen
from errors import ModelUnavailable
from tests.llm_server import fails


@pytest.fixture
def failure(kind, waits):
    """What is told of a server at an address when it is asked."""

    def asking(address):
        with pytest.raises(ModelUnavailable) as error:
            list(chosen(Choice(kind, "large", address)).stream([], 50))
        return str(error.value)

    return asking


def test_where_no_server_runs_it_is_to_be_started(failure, waits):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}/v1"
    told = f"{address}: no server answers there; start it, or check llm_base_url"
    assert (failure(address), waits) == (told, [0.3, 0.3])


def test_a_host_that_there_is_not(failure, monkeypatch):
    def look_up(*_):
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    told = "http://nowhere.invalid/v1: no such host; check llm_base_url"
    assert failure("http://nowhere.invalid/v1") == told


def test_a_server_that_speaks_no_tls(failure, server):
    address = server.openai.replace("http:", "https:")
    told = failure(address)
    assert told.startswith(f"{address}: no safe connection (")
    assert told.endswith("); check llm_base_url")


def test_models_that_an_openai_like_server_has_are_named(server):
    server.models = [f"m{number}" for number in range(7)]
    server.enqueue(fails(404, "no such model"))
    with pytest.raises(ModelUnavailable) as error:
        list(chosen(Choice("openai-like", "large", server.openai)).stream([], 50))
    assert str(error.value) == (
        f"{server.openai}: no model 'large'; set llm_model to one of: m0, m1, m2, m3, m4, …"
    )


def test_an_openai_like_server_that_has_the_model_is_elsewhere(server):
    server.enqueue(fails(404))
    with pytest.raises(ModelUnavailable) as error:
        list(chosen(Choice("openai-like", "tiny", server.openai)).stream([], 50))
    assert str(error.value) == f"{server.openai}: nothing is there (404); check llm_base_url"


def test_a_server_that_names_no_models_is_elsewhere_or_has_it_not(server):
    address = f"{server.ollama}/v2"
    with pytest.raises(ModelUnavailable) as error:
        list(chosen(Choice("openai-like", "large", address)).stream([], 50))
    told = f"{address}: nothing is there (404); check llm_base_url and llm_model"
    assert str(error.value) == told


def test_a_model_that_ollama_has_not_is_to_be_pulled(server):
    server.enqueue(fails(404, "model 'large' not found"))
    with pytest.raises(ModelUnavailable) as error:
        list(chosen(Choice("ollama", "large", server.ollama)).stream([], 50))
    assert str(error.value) == f"{server.ollama}: no model 'large'; run 'ollama pull large'"


def test_where_something_else_runs_ollama_is_not(server):
    with pytest.raises(ModelUnavailable) as error:
        list(chosen(Choice("ollama", "large", server.openai)).stream([], 50))
    assert str(error.value) == f"{server.openai}: Ollama is not there (404); check llm_base_url"
