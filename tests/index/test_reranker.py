"""The best hits ranked again, by a real cross-encoder too: a tiny one of nonsense, made here."""

import subprocess
import sys
from pathlib import Path

import pytest

from errors import ModelUnavailable
from faces.library import open_library
from index.hit import Hit
from index.passage import Passage
from index.ranking import SentenceSigns
from index.reranker import CURE, RERANKED, CrossEncoderReranker, read, rerank, reranked
from index.search import Search
from index.weights import BUNDLED_NAME
from ingest.document import Document, Segment
from ingest.sources import source
from settings import Settings

ROOT = Path(__file__).parent.parent.parent
TEXTS = ["cats sleep all day", "optimizers seek power", "b", "dogs bark at night"]


def hit(text, score=1.0, title=None, heading=None):
    document = Document(f"file:/{text}", "file", text, (Segment(0, len(text)),), title=title)
    passage = Passage(document.id, 0, len(text), ((0, len(text)),), 0, heading)
    return Hit(document, passage, score, 0.0, 0.0, SentenceSigns((), ()))


def found(*scores):
    """Hits a, b, c and so on with these scores of the first ranking."""
    return [hit("abcdef"[number], score) for number, score in enumerate(scores)]


def ranking(hits):
    return [(one.text, one.score) for one in hits]


def test_the_order_and_the_distances_are_the_new_scores():
    again = reranked(found(0.75, 0.5, 0.25), [-8.0, 2.0, -3.0])
    assert ranking(again) == [("b", 0.75), ("c", 0.5), ("a", 0.25)]


def test_what_is_not_ranked_again_follows_as_it_was():
    again = reranked(found(1.0, 0.5, 0.25, 0.125), [1.0, 2.0])
    assert ranking(again) == [("b", 1.0), ("a", 0.5), ("c", 0.25), ("d", 0.125)]


def test_equals_stay_in_the_first_order():
    again = reranked(found(1.0, 0.75, 0.5), [3.0, 4.0, 3.0])
    assert ranking(again) == [("b", 1.0), ("a", 0.5), ("c", 0.5)]


def test_hits_that_were_equal_are_put_in_order():
    assert ranking(reranked(found(0.5, 0.5), [1.0, 2.0])) == [("b", 0.5), ("a", 0.5)]


@pytest.mark.parametrize("scores", [[], [7.0], [7.0, 7.0, 7.0]])
def test_scores_that_put_nothing_in_order_change_nothing(scores):
    hits = found(0.75, 0.5, 0.25)
    assert reranked(hits, scores) == hits


def test_a_hit_is_read_under_its_title_and_its_heading():
    one = hit("**Power** is [sought](https://x.org).", title="Agents", heading="Why")
    assert read(one) == "Agents\nWhy\nPower is sought."


@pytest.mark.parametrize(
    ("title", "heading", "text"), [(None, None, "Power."), ("Agents", "Agents", "Agents\nPower.")]
)
def test_a_title_is_read_once_and_one_that_is_not_there_not_at_all(title, heading, text):
    assert read(hit("Power.", title=title, heading=heading)) == text


class Lengths:
    """Ranks long texts first; `asked` is what it was asked."""

    def __init__(self):
        self.asked = []

    def scores(self, query, texts):
        self.asked.append((query, len(texts)))
        return [float(len(text)) for text in texts]


def test_only_the_best_hits_are_ranked_again():
    hits = [hit("x" * number, 1 - number / 100) for number in range(1, RERANKED + 3)]
    again = rerank("why?", hits, lengths := Lengths())
    order = [*range(RERANKED, 0, -1), RERANKED + 1, RERANKED + 2]
    assert [len(one.text) for one in again] == order
    assert lengths.asked == [("why?", RERANKED)]


def test_no_hits_are_no_hits():
    assert rerank("why?", [], Lengths()) == []


@pytest.fixture
def filled(library, document):
    """A search that ranks long texts first, over four texts."""
    library.put(*(document(text, f"{number}.txt") for number, text in enumerate(TEXTS)))
    library.update()
    return Search(library.archive, library.stores, library.embedder, reranker=Lengths())


@pytest.mark.parametrize("count", [0, 1, 2, 4])
def test_a_search_with_a_reranker_gives_its_best(filled, count):
    found = [hit.text for hit in filled.hits("b", count)]
    assert found == sorted(TEXTS, key=len, reverse=True)[:count]


def test_scores_of_a_search_with_a_reranker_fall(filled):
    scores = [hit.score for hit in filled.hits("cats sleep", 4)]
    assert (len(scores), scores) == (4, sorted(scores, reverse=True))


def test_a_model_that_is_not_there_is_refused_with_the_cure():
    with pytest.raises(ModelUnavailable) as caught:
        CrossEncoderReranker("/no/such/model")
    assert str(caught.value) == (
        f"/no/such/model: no such folder, and not to be had from the model hub; {CURE}"
    )


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    """Saves a tiny model, made by lot, that gives so many scores, or none: then it embeds."""
    import torch
    from transformers import (
        BertConfig,
        BertForSequenceClassification,
        BertModel,
        BertTokenizerFast,
    )

    def make(scores):
        torch.manual_seed(1)
        folder = tmp_path_factory.mktemp("model")
        pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *"abcdefghijklmnopqrstuvwxyz"]
        rest = [f"##{piece}" for piece in pieces[5:]]
        (folder / "vocab.txt").write_text("\n".join([*pieces, *rest]))
        tokenizer = BertTokenizerFast(str(folder / "vocab.txt"))
        tokenizer.save_pretrained(folder)
        config = BertConfig(
            vocab_size=len(tokenizer), hidden_size=32, num_hidden_layers=1, num_attention_heads=2,
            intermediate_size=64, max_position_embeddings=64, initializer_range=0.3,
            num_labels=scores or 2,
        )  # fmt: skip
        kind = BertForSequenceClassification if scores else BertModel
        kind(config).save_pretrained(folder)
        return folder

    return make


@pytest.fixture(scope="module")
def ranks(saved):
    """The folder of a model that gives one score."""
    return saved(1)


@pytest.mark.slow
def test_the_scores_are_those_of_sentence_transformers(ranks):
    from sentence_transformers import CrossEncoder
    from torch.nn import Identity

    pairs = [("why?", text) for text in TEXTS]
    expected = CrossEncoder(str(ranks), device="cpu").predict(pairs, activation_fn=Identity())
    found = CrossEncoderReranker(str(ranks)).scores("why?", TEXTS)
    assert found == pytest.approx(expected.tolist(), abs=1e-4)
    assert len(set(found)) == len(TEXTS)


@pytest.mark.slow
def test_a_model_as_the_library_saves_it_is_loaded(ranks, tmp_path):
    from sentence_transformers import CrossEncoder

    CrossEncoder(str(ranks), device="cpu").save(str(tmp_path / "saved"))
    scores = CrossEncoderReranker(str(tmp_path / "saved")).scores("why?", TEXTS)
    assert scores == pytest.approx(CrossEncoderReranker(str(ranks)).scores("why?", TEXTS))


@pytest.mark.slow
def test_hits_come_in_the_order_of_its_scores(ranks):
    reranker = CrossEncoderReranker(str(ranks))
    again = rerank("why?", [hit(text, 1 / (n + 1)) for n, text in enumerate(TEXTS)], reranker)
    scores = dict(zip(TEXTS, reranker.scores("why?", TEXTS), strict=True))
    assert [one.text for one in again] == sorted(TEXTS, key=lambda text: -scores[text])


@pytest.mark.slow
def test_the_setting_puts_it_into_the_search(ranks, tmp_path, write):
    for number, text in enumerate(TEXTS):
        write(f"{number}.txt", text)
    settings = Settings(data=tmp_path / "data", reranker=str(ranks))
    library = open_library(settings, create=True)
    library.ingest([source(str(tmp_path / "corpus"))])
    scores = CrossEncoderReranker(str(ranks)).scores("why?", TEXTS)
    best = TEXTS[scores.index(max(scores))]
    assert [hit.text for hit in library.search.hits("why?", 1)] == [best]


@pytest.mark.slow
def test_a_text_longer_than_the_model_reads_has_a_score(ranks):
    assert len(CrossEncoderReranker(str(ranks)).scores("why?", ["word " * 400, ""])) == 2


def refusal(name):
    with pytest.raises(ModelUnavailable) as caught:
        CrossEncoderReranker(str(name)).scores("why?", TEXTS)
    return str(caught.value)


@pytest.mark.slow
@pytest.mark.parametrize("scores", [2, 3])
def test_a_model_that_gives_several_scores_is_refused_with_the_cure(saved, scores):
    folder = saved(scores)
    assert refusal(folder) == (f"{folder}: gives {scores} scores where a ranking needs one; {CURE}")


@pytest.mark.slow
def test_an_embedding_model_is_refused_with_the_cure(saved):
    folder = saved(0)
    assert refusal(folder) == f"{folder}: not a cross-encoder; {CURE}"
    assert refusal(BUNDLED_NAME) == f"{BUNDLED_NAME}: not a cross-encoder; {CURE}"


@pytest.mark.slow
def test_a_model_that_is_damaged_is_refused_in_one_line(tmp_path):
    (tmp_path / "model.safetensors").write_bytes(b"damaged")
    (tmp_path / "config.json").write_text('{"model_type": "bert"}')
    said = refusal(tmp_path)
    assert said.startswith(f"{tmp_path}: not a cross-encoder: ")
    assert said.endswith(CURE)
    assert "\n" not in said


def test_nothing_is_loaded_before_the_first_question(tmp_path):
    (tmp_path / "model.safetensors").write_bytes(b"weights")
    code = (
        "import sys; from index.reranker import CrossEncoderReranker; "
        f"CrossEncoderReranker({str(tmp_path)!r}); print('torch' in sys.modules)"
    )
    command = [sys.executable, "-c", code]
    assert subprocess.run(command, cwd=ROOT, capture_output=True, text=True).stdout == "False\n"
