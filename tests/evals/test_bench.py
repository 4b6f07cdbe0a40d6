"""`whosaid bench`: what it refuses, and that an index is built once."""

import pytest

from errors import BadInput
from evals import bench
from evals.bench_build import built, seconds
from settings import Settings


def run(**options):
    unset = {"source": None, "only": None, "rounds": 1, "sizes": "10", "questions": None}
    return list(bench.run(Settings(), **{**unset, "keep": None, **options}))


def test_sizes_are_numbers_with_commas_between():
    assert bench.passages("1000,10000") == [1_000, 10_000]


def test_other_sizes_are_refused():
    with pytest.raises(BadInput, match="--sizes many: not numbers with commas between them"):
        run(sizes="many")


def test_a_part_that_there_is_not_is_refused():
    with pytest.raises(BadInput, match="--only speed: there are ingest, scale, cold"):
        run(only="speed")


def test_an_index_that_is_whole_is_not_built_again(tmp_path):
    times = []
    for _ in range(2):
        built(tmp_path, lambda: (times.append(1), tmp_path.mkdir(exist_ok=True)))
    assert len(times) == 1
    assert seconds(tmp_path) >= 0


def test_an_index_that_was_left_half_built_is_built_anew(tmp_path):
    folder = tmp_path / "index"
    folder.mkdir()
    (folder / "half").touch()
    built(folder, folder.mkdir)
    assert not (folder / "half").exists()
