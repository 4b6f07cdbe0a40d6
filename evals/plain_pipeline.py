"""The way to the plain llama-index pipeline, whose packages only measuring needs."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from errors import BadInput
from index.weights import locate

if TYPE_CHECKING:
    from evals.plain_llama_index import Plain


def plain(model: str, folder: Path) -> "Plain":
    """The pipeline with a model and its data in a folder. Raises BadInput without its packages."""
    try:
        from evals.plain_llama_index import Plain  # noqa: PLC0415  # the bench group's packages
    except ImportError as error:
        raise BadInput(
            "the packages of the group bench are missing: uv run --group bench …"
        ) from error
    return Plain(locate(model).folder, folder)


@contextmanager
def sentence_data() -> Iterator[None]:
    """A copy of llama-index's sentence data: its reader refuses the hard links that uv makes."""
    package = find_spec("llama_index.core")
    assert package is not None
    assert package.submodule_search_locations is not None
    data = Path(package.submodule_search_locations[0]) / "_static" / "nltk_cache"
    with TemporaryDirectory() as folder:
        os.environ["NLTK_DATA"] = str(shutil.copytree(data, Path(folder) / "nltk_cache"))
        yield
