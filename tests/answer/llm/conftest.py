"""A scripted server, and both doors to it."""

import pytest

from answer.llm import http
from answer.llm.choose import Choice, chosen
from answer.llm.model import Message
from tests.llm_server import ModelServer

CHAT = (Message("system", "Be short."), Message("user", "Who is Ada?"))


@pytest.fixture
def server():
    with ModelServer("tiny", "small") as server:
        yield server


@pytest.fixture
def waits(monkeypatch):
    """The seconds that were waited between tries; nothing is waited in truth."""
    found = []
    monkeypatch.setattr(http, "sleep", found.append)
    return found


@pytest.fixture(params=["openai-like", "ollama"])
def kind(request):
    return request.param


@pytest.fixture
def model(kind, server, waits):
    """The model behind one door, then behind the other; impatient."""
    address = server.openai if kind == "openai-like" else server.ollama
    return chosen(Choice(kind, "tiny", address, "sk-secret", timeout=0.5))


@pytest.fixture
def ask(model):
    """Asks a model: what it wrote, and the error that came then, if any."""

    def asking(limit=50, **how):
        pieces = []
        try:
            pieces.extend(model.stream(CHAT, limit, **how))
        except Exception as error:
            return pieces, error
        return pieces, None

    return asking
