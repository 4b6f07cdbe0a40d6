"""What large indexes are made of."""

import numpy as np
import pytest

from evals.bench_build import ours
from evals.material import Material
from evals.synthetic import SyntheticEmbedder, Wording
from faces.library import open_library
from index.embed import ModelEmbedder
from index.filters import Filters
from settings import Settings

TEXT = "Rivers carry fine silt down to the sea. Old maps show where the harbour once was.\n\n" * 4


@pytest.fixture
def material(document):
    """A corpus of ten pages, passages a hundred characters long."""

    def make(embedder):
        pages = [document(TEXT, f"{number}.txt") for number in range(10)]
        real = np.eye(embedder.facts.dimension, dtype=np.float32)
        return Material(pages, Wording([TEXT]), SyntheticEmbedder(embedder, real), 100.0)

    return make


def test_half_of_an_index_at_most_is_real(material, embedder):
    made = material(embedder)
    assert len(TEXT) == 332
    assert [len(list(made.real(size))) for size in (10, 20, 50, 1_000)] == [1, 3, 7, 10]


def test_the_rest_is_synthetic(material, embedder):
    made = material(embedder)
    characters = sum(len(document.text) for document in made.synthetic(1_000))
    assert 100_000 - 3_320 <= characters < 100_000


@pytest.mark.slow
def test_synthetic_pages_are_found_as_any_others(material, tmp_path):
    settings = Settings(data=tmp_path / "index")
    made = material(ModelEmbedder(settings.embed_model, settings.cache))
    ours(made, settings, 200)
    library = open_library(settings)
    wanted = [page for page in made.synthetic(200) if page.source == "blog"]
    hits = library.search.hits("old maps of the harbour", 10, Filters(source="blog"))
    assert hits
    assert {hit.document.id for hit in hits} <= {page.id for page in wanted}
