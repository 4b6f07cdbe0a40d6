"""How an index was built, kept beside it: another way of asking is refused."""

import json
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from uuid import uuid4

from errors import IndexMismatch
from index.embed import ModelFacts
from index.split import SPLITTER


@dataclass(frozen=True, slots=True)
class Manifest:
    """The model and the splitter that made an index, and the name of its Chroma collection."""

    model: str
    digest: str
    dimension: int
    precision: str
    splitter: str
    version: str
    collection: str


def agreed(path: Path, model: ModelFacts) -> Manifest:
    """The manifest of an index, written now if there is none.

    Raises IndexMismatch when the index was built with another model or splitter.
    """
    if not path.exists():
        manifest = Manifest(
            model.name, model.digest, model.dimension, model.precision, SPLITTER,
            code_version(), f"whosaid-{uuid4().hex[:12]}",
        )  # fmt: skip
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(".draft")
        draft.write_text(json.dumps(asdict(manifest), indent=2) + "\n")
        draft.replace(path)
        return manifest
    manifest = read(path)
    if manifest.digest != model.digest:
        raise IndexMismatch(
            f"the index was built with the model {manifest.model}, not {model.name}: "
            f"set embed_model to {manifest.model}, or delete {path.parent} and run "
            "'whosaid ingest' to build it anew"
        )
    if manifest.splitter != SPLITTER:
        raise IndexMismatch(
            f"the index was built by version {manifest.version}: delete {path.parent} and run "
            "'whosaid ingest' to build it anew; no document is lost"
        )
    return manifest


def read(path: Path) -> Manifest:
    """The manifest of an index. Raises IndexMismatch if it cannot be understood."""
    try:
        return Manifest(**json.loads(path.read_text()))
    except (OSError, ValueError, TypeError) as error:
        raise IndexMismatch(
            f"{path} cannot be understood: delete {path.parent} and run 'whosaid ingest' "
            "to build the index anew"
        ) from error


def code_version() -> str:
    """The version of this program."""
    try:
        return version("whosaid")
    except PackageNotFoundError:
        return "0"
