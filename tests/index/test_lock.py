"""One writer at a time."""

import re
import subprocess
import sys

import pytest

from errors import Locked
from index.lock import writing

HOLD = """
import sys
from pathlib import Path
from index.lock import writing
with writing(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def holder(tmp_path):
    """Another process that holds the lock."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, tmp_path], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        process.stdout.readline()
        yield process


def test_a_second_writer_is_refused_and_told_who_writes(tmp_path, holder):
    with pytest.raises(Locked) as caught, writing(tmp_path):
        pass
    message = re.sub(r"\d\d:\d\d", "12:00", str(caught.value))
    who = f"process {holder.pid} since 12:00"
    assert message == f"{tmp_path} is being written to by {who}: wait until it is done"


def test_the_lock_goes_with_a_process_that_is_killed(tmp_path, holder):
    holder.kill()
    holder.wait()
    with writing(tmp_path):
        pass


def test_a_second_writer_in_the_same_process_is_refused(tmp_path):
    with writing(tmp_path), pytest.raises(Locked), writing(tmp_path):
        pass


def test_the_lock_is_free_after_a_failure(tmp_path):
    with pytest.raises(ZeroDivisionError), writing(tmp_path):
        raise ZeroDivisionError
    with writing(tmp_path):
        pass


def test_a_holder_that_left_no_name_is_another_process(tmp_path):
    with writing(tmp_path):
        (tmp_path / "write.holder").unlink()
        with pytest.raises(Locked, match="by another process: wait"), writing(tmp_path):
            pass
