"""Threads for answers: in order, cancelled while they wait, never in the way of an end."""

import subprocess
import sys
from pathlib import Path
from threading import Event

import pytest

from faces.http.threads import Threads

ENDLESS = """
from threading import Event
from faces.http.threads import Threads
begun = Event()
def wait():
    begun.set()
    Event().wait()
Threads(1, "test").submit(wait)
begun.wait()
"""


@pytest.fixture
def threads():
    return Threads(1, "test")


def test_jobs_are_done_in_their_order(threads):
    done = []
    jobs = [threads.submit(lambda number=number: done.append(number)) for number in range(5)]
    jobs[-1].result(5)
    assert done == [0, 1, 2, 3, 4]


def test_what_goes_wrong_in_one_stops_no_other(threads):
    with pytest.raises(ZeroDivisionError):
        threads.submit(lambda: 1 / 0).result(5)
    assert threads.submit(lambda: None).result(5) is None


def test_a_job_that_waits_can_be_cancelled(threads):
    may_end, done = Event(), []
    first = threads.submit(may_end.wait)
    waiting = threads.submit(lambda: done.append(1))
    assert waiting.cancel()
    may_end.set()
    first.result(5)
    threads.submit(lambda: None).result(5)
    assert done == []


def test_a_program_ends_whatever_a_job_is_waiting_for():
    root = Path(__file__).parents[3]
    subprocess.run([sys.executable, "-c", ENDLESS], cwd=root, check=True, timeout=30)
