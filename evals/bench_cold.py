"""How long one question takes from nothing: a whole process, beside what any process takes."""

import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from evals.samples import documents, questions, sample
from faces.library import open_library
from faces.render import table
from settings import Settings

ROUNDS = 5
DOCUMENTS = 60
ASK = "from faces.cli import main; main()"


def run(name: str, settings: Settings) -> str:
    """A table of seconds: `whosaid ask`, Python alone, and Python with chromadb imported."""
    with TemporaryDirectory() as folder:
        source = sample(name, DOCUMENTS, Path(folder) / "sample")
        library = open_library(
            settings.model_copy(update={"data": Path(folder) / "data"}), create=True
        )
        library.ingest([source])
        library.stores.vectors.close()
        question = questions(documents(source), 1)[0]
        commands = {
            "whosaid ask": [ASK, "ask", question, "--data", str(library.folder)],
            "python -c 'import chromadb'": ["import chromadb"],
            "python -c pass": ["pass"],
        }
        rounds = [[_seconds(command) for command in commands.values()] for _ in range(ROUNDS)]
    medians = [median(times) for times in zip(*rounds, strict=True)]
    rows = [
        (command, f"{seconds:.2f}", f"{medians[0] / seconds:.1f}")
        for command, seconds in zip(commands, medians, strict=True)
    ]
    return table([("cold", "seconds", "whosaid takes so many times it"), *rows])


def _seconds(command: list[str]) -> float:
    start = perf_counter()
    subprocess.run([sys.executable, "-c", *command], check=True, stdout=subprocess.DEVNULL)
    return perf_counter() - start
