"""Real models: the bundled one and any other, through the same path."""

import json
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from errors import ModelUnavailable
from index import embed, fast_model
from index.embed import ModelEmbedder
from index.vector import unit
from index.weights import BUNDLED_DIGEST, BUNDLED_NAME, CURE, locate

pytestmark = pytest.mark.slow

TEXTS = ["Power.", "Optimizers seek power.", "Cats sleep all day. " * 20, "word " * 400, "", "é🙂"]
SPANS = [[(0, 6)], [(0, 10), (11, 22)], [(0, 19), (20, 39)], [(0, 4), (1_995, 1_999)]]


@pytest.fixture(scope="session")
def cache(tmp_path_factory):
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def bundled(cache):
    return ModelEmbedder(BUNDLED_NAME, cache)


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """Makes a small model of nonsense that pools in some way, with or without prompts."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertConfig, BertModel, BertTokenizerFast

    def make(pooling, prompts):
        folder = tmp_path_factory.mktemp("tiny")
        pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *"abcdefghijklmnopqrstuvwxyz.:"]
        rest = [f"##{piece}" for piece in pieces[5:]]
        (folder / "vocab.txt").write_text("\n".join([*pieces, *rest]))
        tokenizer = BertTokenizerFast(str(folder / "vocab.txt"))
        config = BertConfig(
            vocab_size=len(tokenizer), hidden_size=32, num_hidden_layers=1, num_attention_heads=2,
            intermediate_size=64, max_position_embeddings=64,
        )  # fmt: skip
        BertModel(config).save_pretrained(folder / "bert")
        tokenizer.save_pretrained(folder / "bert")
        modules = [Transformer(str(folder / "bert"), max_seq_length=64), Pooling(32, pooling)]
        SentenceTransformer(modules=modules, prompts=prompts).save(str(folder / "whole"))
        return folder / "whole"

    return make


@pytest.fixture(scope="session")
def tiny(made):
    """The folder of a model that wants prompts."""
    return made("mean", {"query": "query: ", "document": "text: "})


@pytest.fixture(scope="session")
def by_first(made):
    """The folder of a model to which its first piece stands for the whole text."""
    return made("cls", {})


def reference(folder, texts):
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(folder), device="cpu")
    return model.encode(texts, normalize_embeddings=True)


def pieces_of(folder, text):
    """What sentence-transformers makes of each piece of a text, and of what it adds."""
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(folder), device="cpu")
    return model.encode(text, output_value="token_embeddings", prompt="").numpy()


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


def test_a_sentence_is_the_mean_of_its_pieces_as_they_stand_in_the_passage(bundled):
    first, second = "Optimizers seek power.", "Cats sleep all day."
    (read,) = bundled.embed_passages([f"{first} {second}"], [[(0, 22), (23, 42)]])
    states = pieces_of(locate(BUNDLED_NAME).folder, f"{first} {second}")
    until = 1 + bundled.count([first])[0]
    expected = unit(np.stack([states[1:until].mean(axis=0), states[until:-1].mean(axis=0)]))
    assert cosines(read.parts, expected).min() > 0.999


def test_a_sentence_stands_behind_the_prompt(tiny, cache):
    (read,) = ModelEmbedder(str(tiny), cache).embed_passages(["cats sleep"], [[(0, 4)]])
    text = "text: cats sleep"
    states = pieces_of(tiny, text)
    assert cosines(read.parts, unit(states[6:10].mean(axis=0))[None]).min() > 0.999


def test_a_sentence_that_is_not_read_any_more_counts_as_the_whole(bundled):
    (read,) = bundled.embed_passages(["word " * 400], [[(0, 4), (1_995, 1_999)]])
    assert read.parts[1].tolist() == read.whole.tolist() != read.parts[0].tolist()


def test_a_text_that_the_model_reads_nothing_of_has_vectors(bundled):
    (read,) = bundled.embed_passages(["\u200b"], [[(0, 1)]])
    assert read.parts.tolist() == [read.whole.tolist()]


def test_a_model_that_does_not_pool_by_mean_has_no_vectors_for_sentences(by_first, cache):
    (read,) = ModelEmbedder(str(by_first), cache).embed_passages(["cats sleep"], [[(0, 4)]])
    assert cosines([read.whole], reference(by_first, ["cats sleep"])).min() > 0.999
    assert read.parts.tolist() == [read.whole.tolist()]


def test_what_a_gpu_would_make_is_the_same(bundled, monkeypatch):
    """The path of a GPU, walked by torch on the CPU."""
    from index import sentence_model

    here = bundled.embed_passages(TEXTS[:4], SPANS)
    sentence_model.shared(locate(BUNDLED_NAME).folder)
    monkeypatch.setattr(embed, "_gpu_likely", lambda: True)
    monkeypatch.setattr(sentence_model, "device", lambda: "gpu")
    there = bundled.embed_passages(TEXTS[:4], SPANS)
    for one, other in zip(here, there, strict=True):
        assert one.whole == pytest.approx(other.whole, abs=1e-2)
        assert one.parts == pytest.approx(other.parts, abs=1e-2)


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
    with pytest.raises(ModelUnavailable) as caught:
        ModelEmbedder(str(tmp_path), tmp_path / "cache")
    said = str(caught.value)
    assert said.startswith(f"{tmp_path}: not a sentence-transformers model: ")
    assert said.endswith(CURE)
    assert "\n" not in said


def test_a_model_that_pools_without_its_prompt_is_refused_with_the_cure(tiny, tmp_path):
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(tiny), device="cpu")
    model.set_pooling_include_prompt(False)
    model.save(str(tmp_path / "model"))
    with pytest.raises(ModelUnavailable) as caught:
        ModelEmbedder(str(tmp_path / "model"), tmp_path / "cache")
    assert str(caught.value) == (
        f"{tmp_path / 'model'}: pools without its prompt, which cannot be converted; {CURE}"
    )


def test_a_cache_that_cannot_be_written_to_is_refused_with_the_cure(tiny, tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(
        ModelUnavailable, match=r"set WHOSAID_CACHE to a folder that can be written to$"
    ):
        ModelEmbedder(str(tiny), tmp_path / "file")
