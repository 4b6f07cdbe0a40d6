"""Rows asked by several processes: the same as by one, in the same order."""

import json
import os
import random
import signal
import subprocess
import sys
from pathlib import Path
from time import sleep

import pytest

from errors import BadInput
from faces.batch.asking import FEW, Failed, by_processes, one_by_one, outcome, processes
from faces.batch.input import Row
from faces.library import open_library
from ingest.sources import source
from settings import Settings

ROWS = [Row(str(number), f"What does author {number} think of myopia?") for number in range(12)]
ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def settings(tmp_path_factory):
    folder = tmp_path_factory.mktemp("asking")
    (folder / "a.md").write_text("# On it\n\nBy Ann Lee\n\nMyopia breaks every long plan.\n")
    found = Settings(data=folder / "data")
    open_library(found, create=True).ingest([source(str(folder / "a.md"))])
    return found


def untimed(outcomes):
    return [(row.id, outcome.model_copy(update={"timings_ms": None})) for row, outcome in outcomes]


def test_a_row_that_fails_leaves_its_reason():
    def ask(row):
        raise BadInput("it is too long")

    assert outcome(Row("a", "Why?"), ask) == Failed("it is too long")


def test_what_nobody_foresaw_is_a_reason_too():
    assert outcome(Row("a", "Why?"), lambda _: 1 / 0) == Failed(
        "ZeroDivisionError: division by zero"
    )


def test_processes_answer_what_one_answers(settings):
    library = open_library(settings)
    alone = one_by_one(lambda row: library.answerer.answer(row.question, id_=row.id))
    assert untimed(by_processes(settings, 2)(ROWS)) == untimed(alone(ROWS))


@pytest.mark.parametrize(
    ("rows", "llm", "count"),
    [(FEW - 1, "none", 1), (FEW, "none", os.cpu_count()), (FEW, "ollama", 1)],
)
def test_processes_are_started_where_they_are_worth_it(rows, llm, count):
    assert processes(rows, Settings(llm=llm)) == count


@pytest.mark.slow
def test_a_batch_that_is_killed_again_and_again_ends_as_one_that_is_not(settings, tmp_path):
    questions = tmp_path / "q.jsonl"
    rows = [{"id": str(n), "question": f"What is said of myopia {n}?"} for n in range(120)]
    questions.write_text("".join(json.dumps(row) + "\n" for row in rows))
    whole, broken = tmp_path / "whole.jsonl", tmp_path / "broken.jsonl"
    started(questions, whole, settings).wait()
    chance = random.Random(5)
    for _ in range(5):
        batch = started(questions, broken, settings)
        before = broken.read_bytes().count(b"\n") if broken.exists() else 0
        while batch.poll() is None and lines(broken) <= before + chance.randrange(15):
            sleep(0.01)
        batch.send_signal(signal.SIGKILL)
        batch.wait()
    started(questions, broken, settings).wait()
    assert records(broken) == records(whole)


def started(questions, answers, settings):
    command = ["batch", str(questions), str(answers), "--workers", "2"]
    return subprocess.Popen(
        [sys.executable, "-c", "from faces.cli import main; main()", *command],
        cwd=ROOT,
        env={**os.environ, "WHOSAID_DATA": str(settings.data)},
        stdout=subprocess.DEVNULL,
    )


def lines(file):
    return file.read_bytes().count(b"\n") if file.exists() else 0


def records(file):
    found = map(json.loads, file.read_text().splitlines())
    return [record | {"timings_ms": None} for record in found]
