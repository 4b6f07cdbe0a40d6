"""What can be ingested, and the one place where a new kind of source is registered."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import file_digest, sha256
from pathlib import Path

from errors import BadInput, SourceError
from ingest.document import Document
from ingest.page import page
from ingest.rows import read_rows
from ingest.text import read_text, reason

PLAIN, MARKDOWN, ROWS = (".txt", ".text"), (".md", ".markdown"), (".jsonl", ".ndjson")


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was not ingested, where it stands, and why."""

    key: str
    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class FileRead:
    """A whole file has been read: its size on disk, for progress."""

    bytes: int


Found = Document | Skipped | FileRead


@dataclass(frozen=True, slots=True)
class Source:
    """A source that was named: where its documents' keys begin, its size, and how to read it.

    `name` names it again, from any folder; empty for what cannot be read twice. `state` is a
    digest of all that it holds now; empty where that cannot be told without reading it.
    """

    key: str
    bytes: int
    read: Callable[[], Iterator[Found]]
    name: str = ""
    state: Callable[[], str] = lambda: ""


def source(name: str) -> Source:
    """The source for a name as a person writes it. Raises BadInput when there is none."""
    scheme, _, argument = name.partition(":")
    if scheme in SOURCES and argument:
        return SOURCES[scheme](argument)
    if "://" in name:
        raise BadInput(f"{name}: addresses cannot be read yet; save the page as a file")
    return SOURCES["file"](name)


def _files(name: str) -> Source:
    root = Path(name).expanduser()
    try:
        there = root.is_file() or root.is_dir()
    except OSError as error:
        raise BadInput(f"{name[:80]}: {reason(error)}") from error
    if not there:
        raise BadInput(f"{name}: no such file or folder")
    root = root.resolve()
    base = root if root.is_dir() else root.parent
    closed: list[Skipped] = []
    files = list(_walk(root, base, closed)) if root.is_dir() else [root]

    def read() -> Iterator[Found]:
        yield from closed
        for file in files:
            yield from _read(file, base, named=file == root)
            yield FileRead(_size(file))

    def state() -> str:
        return "" if closed else _state(files)

    separator = "/" if root.is_dir() else ""
    return Source(_key(root) + separator, sum(map(_size, files)), read, str(root), state)


SOURCES: dict[str, Callable[[str], Source]] = {"file": _files}


def _walk(folder: Path, base: Path, closed: list[Skipped]) -> Iterator[Path]:
    """The files below a folder in the order of their names, without hidden ones."""
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        closed.append(
            Skipped(_key(folder) + "/", _place(folder, base), f"cannot be read: {reason(error)}")
        )
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir() and not entry.is_symlink():
            yield from _walk(entry, base, closed)
        elif entry.is_file() or not entry.exists():  # a link that leads nowhere is told later
            yield entry
        elif not entry.is_dir():
            closed.append(Skipped(_key(entry), _place(entry, base), "not a file"))


def _read(file: Path, base: Path, *, named: bool) -> Iterator[Found]:
    key, path = _key(file), _place(file, base)
    if file.stem.split(".")[0].upper() == "README" and not named:
        yield Skipped(key, path, "tells about the folder; name the file itself to ingest it")
        return
    try:
        yield from _documents(file, key, path)
    except SourceError as error:
        yield Skipped(key, path, str(error))


def _documents(file: Path, key: str, path: str) -> Iterator[Found]:
    kind = Path(file.stem).suffix if file.suffix == ".gz" else file.suffix
    if kind.lower() in ROWS:
        for found in read_rows(file, key=key, path=path):
            yield Skipped(f"{key}#", path, str(found)) if isinstance(found, SourceError) else found
    elif kind.lower() in PLAIN + MARKDOWN:
        yield page(read_text(file), key=key, path=path, markdown=kind.lower() in MARKDOWN)
    else:
        raise SourceError("not a .txt, .md or .jsonl file, plain or gzipped")


def _state(files: Sequence[Path]) -> str:
    """A digest of files with their names; empty where one of them cannot be read."""
    whole = sha256()
    for file in files:
        try:
            with file.open("rb") as opened:
                whole.update(f"{_key(file)} {file_digest(opened, 'sha256').hexdigest()}\n".encode())
        except OSError:
            return ""
    return whole.hexdigest()


def _key(file: Path) -> str:
    return file.as_uri()  # quoted: a "#" in a name is not the one before a row's id


def _place(file: Path, base: Path) -> str:
    """The path of a file below a folder, as text that can be stored."""
    return os.fsencode(file.relative_to(base).as_posix()).decode("utf-8", "replace")


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0
