"""Whether words entail a sentence, by a real cross-encoder: a tiny one of nonsense, made here."""

import subprocess
import sys
from pathlib import Path

import pytest

from answer.checking.entailment import CURE, CrossEncoderEntailment
from errors import ModelUnavailable
from index.weights import BUNDLED_NAME

ROOT = Path(__file__).parent.parent.parent
THREE = ("contradiction", "entailment", "neutral")


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    """Saves a tiny model, made by lot, with these labels."""
    import torch
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizerFast

    def make(*labels):
        torch.manual_seed(1)
        folder = tmp_path_factory.mktemp("model")
        pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *"abcdefghijklmnopqrstuvwxyz"]
        rest = [f"##{piece}" for piece in pieces[5:]]
        (folder / "vocab.txt").write_text("\n".join([*pieces, *rest]))
        BertTokenizerFast(str(folder / "vocab.txt")).save_pretrained(folder)
        config = BertConfig(
            vocab_size=len(pieces) + len(rest), hidden_size=32, num_hidden_layers=1,
            num_attention_heads=2, intermediate_size=64, max_position_embeddings=64,
            initializer_range=0.3, id2label=dict(enumerate(labels)),
            label2id={label: number for number, label in enumerate(labels)},
        )  # fmt: skip
        BertForSequenceClassification(config).save_pretrained(folder)
        return str(folder)

    return make


def probabilities(folder, *pair):
    from sentence_transformers import CrossEncoder
    from torch.nn import Softmax

    model = CrossEncoder(folder, device="cpu")
    return model.predict([pair], activation_fn=Softmax(dim=-1))[0].tolist()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("labels", "at"),
    [
        (THREE, 1),
        (("ENTAILMENT", "NEUTRAL", "CONTRADICTION"), 0),
        (("not_entailment", "Entailment"), 1),
    ],
)
def test_it_is_the_probability_of_the_label_of_that_name(saved, labels, at):
    folder = saved(*labels)
    found = CrossEncoderEntailment(folder).entails("cats sleep", "a cat sleeps")
    assert found == pytest.approx(probabilities(folder, "cats sleep", "a cat sleeps")[at], abs=1e-4)


@pytest.mark.slow
def test_a_model_of_one_label_gives_its_probability(saved):
    from sentence_transformers import CrossEncoder
    from torch.nn import Sigmoid

    folder = saved("entailment")
    expected = CrossEncoder(folder, device="cpu").predict([("a", "b")], activation_fn=Sigmoid())
    assert CrossEncoderEntailment(folder).entails("a", "b") == pytest.approx(float(expected[0]))


@pytest.mark.slow
def test_texts_longer_than_the_model_reads_are_judged_too(saved):
    assert 0 <= CrossEncoderEntailment(saved(*THREE)).entails("word " * 400, "word " * 400) <= 1


@pytest.mark.slow
@pytest.mark.parametrize(
    "labels", [("LABEL_0", "LABEL_1", "LABEL_2"), ("LABEL_0",), ("positive", "negative")]
)
def test_a_model_that_names_no_entailment_is_refused_with_the_cure(saved, labels):
    folder = saved(*labels)
    with pytest.raises(ModelUnavailable) as caught:
        CrossEncoderEntailment(folder).entails("a", "b")
    named = ", ".join(labels)
    assert str(caught.value) == f"{folder}: no label of it is entailment: {named}; {CURE}"


@pytest.mark.slow
def test_an_embedding_model_is_refused_with_the_cure():
    with pytest.raises(ModelUnavailable) as caught:
        CrossEncoderEntailment(BUNDLED_NAME).entails("a", "b")
    assert str(caught.value) == f"{BUNDLED_NAME}: not a cross-encoder; {CURE}"


def test_a_model_that_is_not_there_is_refused_with_the_cure():
    with pytest.raises(ModelUnavailable) as caught:
        CrossEncoderEntailment("/no/such/model")
    assert str(caught.value).endswith(CURE)


def test_nothing_is_loaded_before_the_first_sentence(tmp_path):
    (tmp_path / "model.safetensors").write_bytes(b"weights")
    code = (
        "import sys; from answer.checking.entailment import CrossEncoderEntailment; "
        f"CrossEncoderEntailment({str(tmp_path)!r}); print('torch' in sys.modules)"
    )
    command = [sys.executable, "-c", code]
    assert subprocess.run(command, cwd=ROOT, capture_output=True, text=True).stdout == "False\n"
