"""Servers that take other fields than the protocol had at first."""

from dataclasses import replace

import pytest

from answer.llm.choose import Choice, chosen
from answer.llm.dialect import Dialect
from errors import ModelUnavailable
from tests.llm_server import fails, raw, says

FIELDS = ("chat_template_kwargs", "temperature", "max_tokens", "max_completion_tokens")


@pytest.fixture
def model(server):
    return chosen(Choice("openai-like", "tiny", server.openai))


def asked(server):
    """What each request had of the fields that servers may not take."""
    return [{name: r.body[name] for name in FIELDS if name in r.body} for r in server.chats]


ALL = {"chat_template_kwargs": {"enable_thinking": False}, "temperature": 0.0, "max_tokens": 50}
PLAIN = {"temperature": 0.0, "max_tokens": 50}


def test_a_model_that_can_think_is_told_not_to(model, server):
    server.enqueue(says("Ada."))
    assert list(model.stream([], 50)) == ["Ada."]
    assert asked(server) == [ALL]


SWITCH = "Unknown parameter: 'chat_template_kwargs'."
LIMIT = "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead."
TEMPERATURE = "Unsupported value: 'temperature' does not support 0.0 with this model."


def hosted(request):
    """A server that takes none of what older ones take, and says of one field at a time."""
    if "max_tokens" in request.body:
        return fails(400, LIMIT)
    if "temperature" in request.body:
        return fails(400, TEMPERATURE)
    return fails(422, SWITCH) if "chat_template_kwargs" in request.body else says("Ada.")


def test_what_a_server_does_not_take_is_left_out_from_then_on(model, server):
    server.always(hosted)
    assert [list(model.stream([], 50)) for _ in range(2)] == [["Ada."]] * 2
    assert asked(server)[-3:] == [
        {"chat_template_kwargs": {"enable_thinking": False}, "max_completion_tokens": 50},
        {"max_completion_tokens": 50},
        {"max_completion_tokens": 50},
    ]
    assert len(server.chats) == 5


def test_a_refusal_is_read_wherever_its_words_stand(model, server):
    page = b'{"detail": [{"msg": "Extra inputs are not permitted", "loc": ["body"]}]}'
    server.enqueue(replace(raw(page), status=422), says("Ada."))
    assert list(model.stream([], 50)) == ["Ada."]
    assert asked(server) == [ALL, PLAIN]


def test_a_request_that_is_refused_either_way_is_told_and_asked_whole_again(model, server):
    server.enqueue(fails(400, "unknown model"), fails(400, "unknown model"), says("Ada."))
    with pytest.raises(ModelUnavailable, match="it refuses the request"):
        list(model.stream([], 50))
    assert list(model.stream([], 50)) == ["Ada."]
    assert asked(server) == [ALL, PLAIN, ALL]


@pytest.mark.parametrize("status", [401, 404, 413])
def test_a_refusal_of_another_kind_changes_nothing(status, model, server):
    server.always(fails(status, SWITCH))
    with pytest.raises(ModelUnavailable):
        list(model.stream([], 50))
    assert asked(server) == [ALL]


def test_nothing_is_left_out_twice():
    least = Dialect(switch=False, temperature=False, limit="max_completion_tokens")
    assert [least.after(said) for said in (SWITCH, LIMIT, TEMPERATURE)] == [None] * 3
