"""When a server is asked again, and after how long."""

from datetime import UTC, datetime

import pytest

from answer.llm.patience import wait
from errors import ModelUnavailable
from tests.llm_server import busy, cut, fails, says, silent

NOW = datetime(2026, 1, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (None, 1),
        ("0", 0),
        ("7", 7),
        ("3600", 20),
        ("Thu, 01 Jan 2026 12:00:05 GMT", 5),
        ("Thu, 01 Jan 2026 11:00:00 GMT", 0),
        ("Fri, 02 Jan 2026 12:00:00 GMT", 20),
        ("soon", 1),
        ("-1", 1),
        ("", 1),
    ],
)
def test_a_busy_server_says_how_long_to_wait(header, seconds):
    assert wait(header, NOW) == seconds


@pytest.mark.parametrize("script", [busy(after=3), busy(after=3, status=503)])
def test_a_busy_server_is_asked_again_after_as_long_as_it_says(script, server, ask, waits):
    server.enqueue(script, says("Ada."))
    assert (ask(), waits) == ((["Ada."], None), [3])


@pytest.mark.parametrize(("script", "pause"), [(fails(500), 1), (cut(), 0.3)])
def test_a_server_that_fails_is_asked_again(script, pause, server, ask, waits):
    server.enqueue(script, script, says("Ada."))
    assert (ask(), waits) == ((["Ada."], None), [pause, pause])


def test_after_three_times_it_is_enough(server, ask, waits):
    server.always(busy())
    assert isinstance(ask()[1], ModelUnavailable)
    assert (len(server.chats), waits) == (3, [1, 1])


@pytest.mark.parametrize("script", [fails(400), fails(401), fails(404), silent()])
def test_what_does_not_pass_is_not_asked_again(script, server, ask, waits):
    server.always(script)
    ask()
    assert (len(server.chats), waits) == (1, [])


def test_an_answer_that_has_begun_is_not_asked_for_again(server, ask, waits):
    server.enqueue(cut("Ada "), says("Bob."))
    assert ask()[0] == ["Ada "]
    assert len(server.chats) == 1
