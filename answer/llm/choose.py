"""The language model of the settings, if any. Nothing is loaded or asked before it is used."""

from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlsplit

from answer.llm.huggingface import HuggingFaceModel
from answer.llm.model import LanguageModel
from answer.llm.ollama import OllamaModel
from answer.llm.openai_like import OpenAILikeModel
from answer.llm.server import Server
from errors import BadInput

Kind = Literal["none", "openai-like", "ollama", "huggingface"]

OLLAMA = "http://127.0.0.1:11434"
"""Where Ollama is when it is not said."""

SUCH_AS = {"openai-like": "qwen3-4b", "ollama": "qwen3:1.7b", "huggingface": "Qwen/Qwen3-1.7B"}
"""A model of each kind, for whoever named none."""

WINDOWS = {"openai-like": 4096, "ollama": 8192, "huggingface": 8192}
"""Tokens that a model of each kind reads and writes together when it is not said."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What the settings say of a language model; a `window` of 0 is the usual one."""

    kind: Kind
    model: str = ""
    base_url: str = ""
    api_key: str = field(default="", repr=False)
    window: int = 0
    timeout: float = 60.0


def chosen(choice: Choice) -> LanguageModel | None:
    """The model that is meant, or None where none is wanted.

    Raises BadInput where a setting is missing or cannot be meant.
    """
    if choice.kind == "none":
        return None
    if not choice.model:
        raise BadInput(
            f"llm is {choice.kind}, with no model: set llm_model, such as {SUCH_AS[choice.kind]}"
        )
    window = choice.window or WINDOWS[choice.kind]
    place = server(choice)
    if not place:
        return HuggingFaceModel(choice.model, window, choice.timeout)
    door = OllamaModel if choice.kind == "ollama" else OpenAILikeModel
    return door(choice.model, place, window)


def server(choice: Choice) -> Server | None:
    """The server that is asked, or None for a model in this process."""
    if choice.kind not in ("openai-like", "ollama"):
        return None
    if choice.kind == "openai-like" and not choice.base_url:
        raise BadInput(
            "llm is openai-like, with no server: set llm_base_url, such as http://127.0.0.1:8080/v1"
        )
    key = choice.api_key.strip()
    if not (key.isascii() and key.isprintable()):
        raise BadInput("llm_api_key: has characters that no key has")
    address = _address(choice.base_url or OLLAMA)
    if choice.kind == "openai-like" and not urlsplit(address).path:
        address = f"{address}/v1"
    return Server(address, key, choice.timeout)


def _address(url: str) -> str:
    """The address of a server, with no slash at its end."""
    try:
        parts = urlsplit(url.strip())
        whole = parts.scheme in ("http", "https") and parts.hostname and (parts.port or True)
    except ValueError:
        whole = False
    if not whole:
        raise BadInput("llm_base_url: is no address such as http://127.0.0.1:8080/v1")
    if parts.username or parts.password or parts.query or parts.fragment:
        raise BadInput("llm_base_url: is more than an address; a key belongs into llm_api_key")
    return url.strip().rstrip("/")
