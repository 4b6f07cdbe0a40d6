"""The settings of a language model: a mistake is told at once, and nothing is asked."""

import pytest

from answer.llm.choose import Choice, chosen, server
from errors import BadInput

ADDRESS = "http://127.0.0.1:8080/v1"


def test_no_language_model_is_none():
    assert chosen(Choice("none", "tiny", "http://h")) is None


@pytest.mark.parametrize("kind", ["openai-like", "ollama", "huggingface"])
def test_a_kind_wants_a_model(kind):
    with pytest.raises(BadInput, match=f"^llm is {kind}, with no model: set llm_model, such as "):
        chosen(Choice(kind))


def test_no_host_is_asked_that_is_not_set():
    with pytest.raises(BadInput, match=r"^llm is openai-like, with no server: set llm_base_url"):
        chosen(Choice("openai-like", "tiny"))


@pytest.mark.parametrize(
    ("kind", "url", "address"),
    [
        ("openai-like", "http://h:1", "http://h:1/v1"),
        ("openai-like", "http://h:1/", "http://h:1/v1"),
        ("openai-like", "https://h/api/v3/", "https://h/api/v3"),
        ("ollama", "", "http://127.0.0.1:11434"),
        ("ollama", "http://h:1/", "http://h:1"),
    ],
)
def test_an_address_is_made_whole(kind, url, address):
    assert server(Choice(kind, "tiny", url)).address == address


@pytest.mark.parametrize("url", ["h:1", "localhost", "ftp://h", "http://", "http://h:port", "//h"])
def test_what_is_no_address_is_refused(url):
    with pytest.raises(BadInput, match=r"^llm_base_url: is no address such as "):
        chosen(Choice("ollama", "tiny", url))


@pytest.mark.parametrize("url", ["http://me:sk-1@h", "http://h/?key=sk-1", "http://h/#sk-1"])
def test_a_key_in_an_address_is_refused_and_not_told(url):
    with pytest.raises(BadInput) as error:
        chosen(Choice("ollama", "tiny", url))
    assert (
        str(error.value) == "llm_base_url: is more than an address; a key belongs into llm_api_key"
    )


@pytest.mark.parametrize("key", ["sk-é", "sk\n1"])
def test_what_is_no_key_is_refused_and_not_told(key):
    with pytest.raises(BadInput) as error:
        chosen(Choice("ollama", "tiny", ADDRESS, key))
    assert str(error.value) == "llm_api_key: has characters that no key has"


def test_a_key_is_not_shown():
    choice = Choice("ollama", "tiny", ADDRESS, "sk-secret\n")
    assert server(choice).key == "sk-secret"
    assert "secret" not in f"{choice}{server(choice)}"


@pytest.mark.parametrize(
    ("kind", "window", "tokens"),
    [("openai-like", 0, 4096), ("ollama", 0, 8192), ("ollama", 32_768, 32_768)],
)
def test_a_window_is_the_one_that_is_set_or_the_usual_one(kind, window, tokens):
    assert chosen(Choice(kind, "tiny", ADDRESS, window=window)).window == tokens
