"""Everything behind the faces, put together from the settings: a data folder, opened."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from answer.faq.faq import Faq
from answer.pipeline import Answerer
from errors import BadInput, EmptyIndex
from faces.language_model import writer
from index.build import Progress, Stores, update
from index.catalogue import Catalogue
from index.embed import Embedder, ModelEmbedder
from index.filters import Filters
from index.flat import FlatVectors
from index.keywords import KeywordIndex
from index.manifest import Manifest, agreed
from index.reranker import CrossEncoderReranker
from index.search import Search
from index.vectors import VectorStore
from ingest.archive import Archive
from ingest.authors_file import read_authors
from ingest.document import Document
from settings import Settings

if TYPE_CHECKING:
    from ingest.run import Report
    from ingest.sources import Source

ARCHIVE, INDEX = "archive.db", "index"
MANIFEST, CATALOGUE = "manifest.json", "passages.db"


@dataclass(frozen=True, slots=True)
class Library:
    """A data folder with its archive, its index, and what answers from them.

    `authors` is the operator's file that says who is who.
    """

    folder: Path
    authors: Path | None
    archive: Archive
    manifest: Manifest
    stores: Stores
    embedder: Embedder
    search: Search
    answerer: Answerer
    faq: Faq

    def ingest(
        self,
        sources: Sequence["Source"],
        *,
        reading: Callable[[int], None] = lambda _: None,
        to_index: Callable[[int], None] = lambda _: None,
        indexing: Callable[[Progress], None] = lambda _: None,
    ) -> "Report":
        """Bring sources in, after the operator's file, and the index to where the archive is.

        `reading` is told bytes as they are read, `to_index` once how many characters there are
        to index, `indexing` what of it is done. Raises Locked when another process is writing, and
        BadInput for a file of authors that cannot be used.
        """
        from index.lock import writing  # noqa: PLC0415  # a question writes nothing
        from ingest.run import ingest  # noqa: PLC0415  # nor does it read sources

        with writing(self.folder):
            signed_otherwise = self.archive.follow(read_authors(self.authors))
            report = ingest(sources, self.archive, reading)
            report.signed_otherwise = signed_otherwise
            to_index(self.pending)
            update(self.archive, self.stores, self.embedder, indexing)
        return report

    def filters(
        self,
        author: str | None = None,
        source: str | None = None,
        after: str | None = None,
        before: str | None = None,
        **unknown: object,
    ) -> Filters:
        """Filters as people write them: an author by any of their names.

        Raises BadInput for a filter that there is not, and for a date that is none.
        """
        if unknown:
            raise BadInput(
                f"no filter {', '.join(unknown)}: there are author, source, after and before"
            )
        given = {"author": author, "source": source, "after": after, "before": before}
        for filter_, value in given.items():
            if value is not None and not isinstance(value, str):
                raise BadInput(f"{filter_}: {value!r} is not a text")
        return Filters(self._signed(author) if author else (), source, after, before)

    def _signed(self, author: str) -> tuple[str, ...]:
        """The names by which documents sign an author, who is given by any name."""
        directory = self.answerer.directory
        name = directory.author(author)
        return directory.signed(name) if name else (author,)

    @property
    def pending(self) -> int:
        """Characters of text that the index has yet to take in."""
        return self.archive.characters(self.stores.catalogue.revision)


def exists(settings: Settings) -> bool:
    """Whether the data folder holds an archive. Raises BadInput if it cannot be a folder."""
    with _usable(settings.data):
        return (settings.data / ARCHIVE).exists()


def open_archive(settings: Settings) -> Archive:
    """The archive alone, for what needs no index. Raises EmptyIndex if there is none."""
    if not exists(settings):
        raise EmptyIndex(
            f"there is no index in {settings.data}: build one with 'whosaid ingest SOURCE'"
        )
    return Archive(settings.data / ARCHIVE)


def find_document(archive: Archive, name: str) -> Document:
    """The one document that a name stands for. Raises BadInput when there is not just one."""
    if not name.isprintable():
        raise BadInput(f"{name!r}: no such document")
    ids = archive.ids(name)
    if len(ids) > 1:
        raise BadInput(f"{name}: stands for {len(ids)} documents: {', '.join(ids)}")
    document = archive.document(ids[0]) if ids else None
    if document is None:
        raise BadInput(f"{name}: no such document; 'whosaid search' names them")
    return document


def open_library(settings: Settings, *, create: bool = False) -> Library:
    """The data folder of the settings, opened; with `create`, made if it is not there.

    A reranker is looked for, and fetched if it has to be, whatever the folder is opened for: that
    its name is wrong shows at once. Raises EmptyIndex, IndexMismatch, ModelUnavailable or BadInput.
    """
    folder = settings.data
    with _usable(folder):
        if create:
            folder.mkdir(parents=True, exist_ok=True)
        archive = Archive(folder / ARCHIVE) if create else open_archive(settings)
        embedder = ModelEmbedder(settings.embed_model, settings.cache)
        index = folder / INDEX
        manifest = agreed(index / MANIFEST, embedder.facts)
        stores = Stores(
            Catalogue(index / CATALOGUE),
            VectorStore(index / "vectors", settings.chroma, manifest.collection),
            FlatVectors(index / "vectors.i8", manifest.dimension),
            KeywordIndex(index / "keywords"),
        )
    reranker = CrossEncoderReranker(settings.reranker) if settings.reranker else None
    search = Search(archive, stores, embedder, reranker=reranker)
    if "faq" in settings.model_fields_set and not settings.faq.is_dir():
        raise BadInput(f"{settings.faq}: no such folder; 'faq' names one of questions and answers")
    answerer = Answerer(archive, stores, search, writer(settings))
    return Library(
        folder, settings.authors_file, archive, manifest, stores, embedder, search, answerer,
        Faq.of(settings.faq, embedder, lambda question: answerer.named(question).asked_for),
    )  # fmt: skip


@contextmanager
def _usable(folder: Path) -> Iterator[None]:
    """Whatever the system says against a data folder, in one line."""
    try:
        yield
    except OSError as error:
        raise BadInput(
            f"{folder}: cannot be used as a data folder ({error.strerror}); name another one"
        ) from error
