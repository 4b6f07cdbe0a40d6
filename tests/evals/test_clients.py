"""Clients that ask at the same time, and the memory of who answers."""

from threading import Barrier

import pytest

from evals.clients import Load, load
from evals.memory import on_disk, resident

HUNDRED = Load(4, tuple(map(float, range(1, 102))), seconds=2.0, busy=1.5)


def test_so_many_ask_at_once():
    together = Barrier(4, timeout=10)
    assert len(load(lambda _: together.wait(), ["a", "b", "c", "d"], 4).milliseconds) == 4


def test_every_question_is_asked_once():
    asked = []
    load(asked.append, ["a", "b", "c"], 2)
    assert sorted(asked) == ["a", "b", "c"]


def test_a_failure_is_not_counted_as_an_answer():
    with pytest.raises(ZeroDivisionError):
        load(lambda _: 1 / 0, ["a"], 1)


def test_percentiles_are_of_the_milliseconds():
    assert [HUNDRED.percentile(percent) for percent in (50, 95, 99)] == [51, 96, 100]


def test_throughput_is_of_all_clients_together():
    assert HUNDRED.throughput == 50.5


def test_memory_now_is_no_more_than_at_most():
    now, most = resident()
    assert 0 < now <= most


def test_what_is_on_disk_is_the_size_of_all_files(tmp_path):
    (tmp_path / "deep").mkdir()
    (tmp_path / "a").write_bytes(b"12")
    (tmp_path / "deep" / "b").write_bytes(b"345")
    assert on_disk(tmp_path) == 5
