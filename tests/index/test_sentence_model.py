"""The door to sentence-transformers."""

import os

import pytest

from errors import ModelUnavailable
from index.sentence_model import SentenceModel


def test_no_service_is_asked_to_convert_a_model(tmp_path, monkeypatch):
    monkeypatch.delenv("DISABLE_SAFETENSORS_CONVERSION", raising=False)
    with pytest.raises(ModelUnavailable):
        SentenceModel(tmp_path)
    assert os.environ["DISABLE_SAFETENSORS_CONVERSION"] == "1"
