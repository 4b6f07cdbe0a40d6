"""Everything behind the faces, put together from the settings: a data folder, opened."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from answer.pipeline import Answerer
from errors import BadInput, EmptyIndex
from index.build import Progress, Stores, update
from index.catalogue import Catalogue
from index.embed import Embedder, ModelEmbedder
from index.keywords import KeywordIndex
from index.lock import writing
from index.manifest import Manifest, agreed
from index.search import Search
from index.vectors import VectorStore
from ingest.archive import Archive
from ingest.run import Report, ingest
from ingest.sources import Source
from settings import Settings

ARCHIVE, INDEX = "archive.db", "index"


@dataclass(frozen=True, slots=True)
class Library:
    """A data folder with its archive, its index, and what answers from them."""

    folder: Path
    archive: Archive
    manifest: Manifest
    stores: Stores
    embedder: Embedder
    search: Search
    answerer: Answerer

    def ingest(
        self,
        sources: Sequence[Source],
        reading: Callable[[int], None] = lambda _: None,
        indexing: Callable[[Progress], None] = lambda _: None,
    ) -> Report:
        """Bring sources in and the index up to date; both are told how far they have come.

        Raises Locked when another process is doing so.
        """
        with writing(self.folder):
            report = ingest(sources, self.archive, reading)
            self.catch_up(indexing)
        return report

    def catch_up(self, indexing: Callable[[Progress], None] = lambda _: None) -> None:
        """Bring the index to where the archive is."""
        update(self.archive, self.stores, self.embedder, indexing)

    @property
    def pending(self) -> int:
        """Characters of text that the index has yet to take in."""
        return self.archive.characters(self.stores.catalogue.revision)


def exists(settings: Settings) -> bool:
    """Whether the data folder holds an archive."""
    return (settings.data / ARCHIVE).exists()


def open_archive(settings: Settings) -> Archive:
    """The archive alone, for what needs no index. Raises EmptyIndex if there is none."""
    if not exists(settings):
        raise EmptyIndex(
            f"there is no index in {settings.data}: build one with 'whosaid ingest SOURCE'"
        )
    return Archive(settings.data / ARCHIVE)


def open_library(settings: Settings, *, create: bool = False) -> Library:
    """The data folder of the settings, opened; with `create`, made if it is not there.

    Raises EmptyIndex, IndexMismatch, ModelUnavailable or BadInput.
    """
    folder = settings.data
    if create:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise BadInput(f"{folder}: cannot be made a data folder ({error.strerror})") from error
        archive = Archive(folder / ARCHIVE)
    else:
        archive = open_archive(settings)
    embedder = ModelEmbedder(settings.embed_model, settings.cache)
    index = folder / INDEX
    manifest = agreed(index / "manifest.json", embedder.facts)
    stores = Stores(
        Catalogue(index / "passages.db"),
        VectorStore(index / "vectors", settings.chroma, manifest.collection),
        KeywordIndex(index / "keywords"),
    )
    search = Search(archive, stores, embedder)
    return Library(
        folder, archive, manifest, stores, embedder, search, Answerer(archive, stores, search)
    )
