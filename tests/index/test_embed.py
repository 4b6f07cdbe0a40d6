"""Real models: the bundled one and any other, through the same path."""

import json
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from errors import ModelUnavailable
from index import fast_model
from index.embed import ModelEmbedder
from index.weights import BUNDLED_DIGEST, BUNDLED_NAME, locate

pytestmark = pytest.mark.slow

TEXTS = ["Power.", "Optimizers seek power.", "Cats sleep all day. " * 20, "word " * 400, "", "é🙂"]


@pytest.fixture(scope="session")
def cache(tmp_path_factory):
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def bundled(cache):
    return ModelEmbedder(BUNDLED_NAME, cache)


@pytest.fixture(scope="session")
def tiny(tmp_path_factory):
    """The folder of a small model of nonsense, made here, that wants prompts."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertConfig, BertModel, BertTokenizerFast

    folder = tmp_path_factory.mktemp("tiny")
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *"abcdefghijklmnopqrstuvwxyz.:"]
    (folder / "vocab.txt").write_text("\n".join([*pieces, *(f"##{piece}" for piece in pieces[5:])]))
    tokenizer = BertTokenizerFast(str(folder / "vocab.txt"))
    config = BertConfig(
        vocab_size=len(tokenizer), hidden_size=32, num_hidden_layers=1, num_attention_heads=2,
        intermediate_size=64, max_position_embeddings=64,
    )  # fmt: skip
    BertModel(config).save_pretrained(folder / "bert")
    tokenizer.save_pretrained(folder / "bert")
    transformer = Transformer(str(folder / "bert"), max_seq_length=64)
    prompts = {"query": "query: ", "document": "text: "}
    SentenceTransformer(modules=[transformer, Pooling(32)], prompts=prompts).save(
        str(folder / "whole")
    )
    return folder / "whole"


def reference(folder, texts):
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(folder), device="cpu")
    return model.encode(texts, normalize_embeddings=True)


def wholes(embedder, texts):
    """The vectors of texts, whatever sentences they have."""
    return np.stack([one.whole for one in embedder.embed_passages(texts, [[]] * len(texts))])


def cosines(vectors, others):
    return (np.asarray(vectors) * np.asarray(others)).sum(axis=1)


def test_the_bundled_model_gives_the_vectors_of_sentence_transformers(bundled):
    expected = reference(locate(BUNDLED_NAME).folder, TEXTS)
    assert cosines(wholes(bundled, TEXTS), expected).min() > 0.999


def test_the_bundled_model_has_these_facts(bundled):
    facts = bundled.facts
    assert (facts.name, facts.digest, facts.dimension) == (BUNDLED_NAME, BUNDLED_DIGEST, 384)


def test_vectors_have_unit_length(bundled):
    assert np.linalg.norm(wholes(bundled, TEXTS), axis=1) == pytest.approx(1, abs=1e-3)


def test_a_vector_does_not_depend_on_what_is_embedded_with_it(bundled):
    alone = [bundled.embed_query(text) for text in TEXTS]
    assert cosines(wholes(bundled, TEXTS), alone).min() > 0.999


def test_a_question_is_nearer_to_its_answer(bundled):
    question = bundled.embed_query("Why do agents want power?")
    near, far = wholes(bundled, ["Optimizers seek power.", "Cats sleep all day."]) @ question
    assert near > far + 0.2


def test_threads_do_not_disturb_each_other(bundled):
    with ThreadPoolExecutor(4) as pool:
        vectors = list(pool.map(bundled.embed_query, TEXTS * 8))
    assert cosines(vectors, np.tile(wholes(bundled, TEXTS), (8, 1))).min() > 0.999


def test_no_texts_have_no_vectors(bundled):
    assert bundled.embed_passages([], []) == []


def test_word_pieces_are_counted_without_those_of_every_text_and_without_end(bundled):
    pieces = ["em", "##bed", "##ding", "##s"]
    assert bundled.count(["power", "", "embeddings", "word " * 400]) == [1, 0, len(pieces), 400]


def test_another_model_gives_the_vectors_of_sentence_transformers(tiny, cache):
    texts = ["cats sleep", "a longer text about cats", "b"]
    expected = reference(tiny, [f"text: {text}" for text in texts])
    assert cosines(wholes(ModelEmbedder(str(tiny), cache), texts), expected).min() > 0.999


def test_another_model_gets_its_prompts(tiny, cache):
    expected = reference(tiny, ["query: cats sleep"])
    assert (
        cosines([ModelEmbedder(str(tiny), cache).embed_query("cats sleep")], expected).min() > 0.999
    )


def test_a_model_is_converted_once(tiny, cache, monkeypatch):
    first = ModelEmbedder(str(tiny), cache)
    monkeypatch.setattr(fast_model, "_convert", None)
    assert ModelEmbedder(str(tiny), cache).facts == first.facts


def test_nothing_is_left_of_a_conversion_but_the_model(tiny, cache):
    ModelEmbedder(str(tiny), cache)
    assert not [folder for folder in (cache / "models").iterdir() if folder.name.startswith(".")]


def test_a_model_that_is_damaged_is_refused(tmp_path):
    (tmp_path / "model.safetensors").write_bytes(b"damaged")
    (tmp_path / "config.json").write_text(json.dumps({"model_type": "bert"}))
    with pytest.raises(ModelUnavailable, match="not a sentence-transformers model"):
        ModelEmbedder(str(tmp_path), tmp_path / "cache")


def test_a_cache_that_cannot_be_written_to_is_refused_with_the_cure(tiny, tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(
        ModelUnavailable, match=r"set WHOSAID_CACHE to a folder that can be written to$"
    ):
        ModelEmbedder(str(tiny), tmp_path / "file")
