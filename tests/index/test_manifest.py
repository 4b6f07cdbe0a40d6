"""An index remembers how it was built."""

import json
from dataclasses import replace

import pytest

from errors import IndexMismatch
from index import manifest
from index.embed import ModelFacts
from index.manifest import agreed, read

MODEL = ModelFacts("small", "digest", 384, "f32")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "index" / "manifest.json"


def refusal(path, model=MODEL):
    with pytest.raises(IndexMismatch) as caught:
        agreed(path, model)
    return str(caught.value)


def test_the_first_manifest_is_written(path):
    first = agreed(path, MODEL)
    assert (first.model, first.digest, first.dimension, first.precision) == (
        "small",
        "digest",
        384,
        "f32",
    )
    assert read(path) == first


def test_the_same_model_agrees(path):
    assert agreed(path, MODEL) == agreed(path, MODEL)


def test_each_index_has_a_collection_of_its_own(path, tmp_path):
    assert agreed(path, MODEL).collection != agreed(tmp_path / "other.json", MODEL).collection


def test_the_same_weights_may_have_another_name(path):
    first = agreed(path, MODEL)
    assert agreed(path, replace(MODEL, name="/models/small")) == first


def test_another_model_is_refused_with_the_cure(path):
    agreed(path, MODEL)
    assert refusal(path, ModelFacts("large", "other", 1024, "f32")) == (
        "the index was built with the model small, not large: set embed_model to small, "
        f"or delete {path.parent} and run 'whosaid ingest' to build it anew"
    )


def test_another_splitter_is_refused_with_the_cure(path, monkeypatch):
    monkeypatch.setattr(manifest, "SPLITTER", "of before")
    version = agreed(path, MODEL).version
    monkeypatch.undo()
    assert refusal(path) == (
        f"the index was built by version {version}: delete {path.parent} and run "
        "'whosaid ingest' to build it anew; no document is lost"
    )


@pytest.mark.parametrize(
    "content", ["", "{", "[]", "{}", '{"model": "small"}', "\udcff"], ids=ascii
)
def test_a_manifest_that_cannot_be_understood_is_refused_with_the_cure(path, content):
    path.parent.mkdir()
    path.write_text(content, errors="surrogateescape")
    assert refusal(path) == (
        f"{path} cannot be understood: delete {path.parent} and run 'whosaid ingest' "
        "to build the index anew"
    )


def test_a_manifest_can_be_read_by_people(path):
    agreed(path, MODEL)
    assert list(json.loads(path.read_text()))[:2] == ["model", "digest"]
