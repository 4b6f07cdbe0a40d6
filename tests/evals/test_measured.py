"""Which measurements there are, what they are told, and where their indexes are kept."""

from pathlib import Path

import pytest

from errors import BadInput
from evals import kept, measured
from settings import Settings

SETTINGS = Settings(cache=Path("/cache"))
SHARED = Path("/shared")


@pytest.mark.parametrize(
    ("name", "subject", "message"),
    [
        ("people", None, "people: of what? name a SUBJECT"),
        ("latency", None, "latency: of what? name a SUBJECT"),
        ("squad2", "all", "squad2: measures one thing; leave SUBJECT out"),
    ],
)
def test_a_measurement_is_told_neither_too_much_nor_too_little(name, subject, message):
    with pytest.raises(BadInput) as error:
        measured(name, subject, SETTINGS, shared=SHARED)
    assert str(error.value) == message


def test_material_that_is_not_there_is_told(tmp_path):
    with pytest.raises(BadInput, match="there is no such file; --shared says where to look"):
        measured("scifact", None, SETTINGS, shared=tmp_path, data=tmp_path / "data")


def test_each_benchmark_has_an_index_of_its_own_in_the_cache():
    folder = kept("scifact", SETTINGS, SHARED)
    assert folder.parent == Path("/cache/evals")
    assert folder.name.startswith("scifact-")
    assert folder.name[8:] == kept("squad2", SETTINGS, SHARED).name[7:]


def test_other_material_has_another_index():
    assert kept("scifact", SETTINGS, SHARED) != kept("scifact", SETTINGS, Path("/other"))


def test_another_model_has_another_index():
    other = SETTINGS.model_copy(update={"embed_model": "other"})
    assert kept("scifact", SETTINGS, SHARED) != kept("scifact", other, SHARED)


def test_the_same_place_by_another_name_has_the_same_index(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert kept("scifact", SETTINGS, Path()) == kept("scifact", SETTINGS, tmp_path)
