"""The speed of everything and how it grows, in one run: taking in, asking, starting.

uv run --group bench whosaid bench ../shared/data/lesswrong/documents.jsonl.gz
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from errors import BadInput
from evals import bench_cold, bench_scale, ingest_speed
from faces.batch.input import read
from settings import Settings

PARTS = ("ingest", "scale", "cold")
CORPUS = Path(__file__).parent.parent / "examples" / "corpus"


def run(
    settings: Settings,
    *,
    source: str | None,
    only: str | None,
    rounds: int,
    sizes: str,
    questions: str | None,
    keep: Path | None,
) -> Iterator[str]:
    """The tables of all parts or of one, each as soon as it is measured. Raises BadInput."""
    name, numbers = source or str(CORPUS), passages(sizes)
    if only not in (None, *PARTS):
        raise BadInput(f"--only {only}: there are {', '.join(PARTS)}")
    asked = [row.question for row in read(questions)] if questions else []
    if only in (None, "ingest"):
        yield ingest_speed.run(name, settings, rounds=rounds)
    if only in (None, "scale"):
        with _kept(keep) as folder:
            yield bench_scale.run(name, settings, numbers, folder, asked)
    if only in (None, "cold"):
        yield bench_cold.run(name, settings)


def passages(sizes: str) -> Sequence[int]:
    """Numbers of passages as people write them, such as 1000,10000. Raises BadInput."""
    try:
        return [int(size) for size in sizes.split(",")]
    except ValueError as error:
        raise BadInput(f"--sizes {sizes}: not numbers with commas between them") from error


@contextmanager
def _kept(keep: Path | None) -> Iterator[Path]:
    """A folder that is kept, or one that is gone when all is measured."""
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
        yield keep
        return
    with TemporaryDirectory() as folder:
        yield Path(folder)
