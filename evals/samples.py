"""A part of a source, evenly spread over it, as files of its own: read as all sources are."""

import gzip
import shutil
from collections.abc import Sequence
from contextlib import AbstractContextManager
from itertools import count, islice
from pathlib import Path
from random import Random
from typing import IO, cast

from evals.retrieval import spread
from index.sentences import sentences
from ingest.document import Document
from ingest.sources import ROWS, Source, source

KEPT = 0.7
"""The share of a sentence's words that a question made of it keeps."""

LONGEST_QUESTION = 12
"""Words."""


def sample(name: str, most: int, folder: Path) -> Source:
    """So many files of a folder or rows of a file at most, copied to a new folder."""
    origin = Path(name).expanduser()
    folder.mkdir()
    if origin.is_dir():
        files = sorted(file for file in origin.rglob("*") if file.is_file())
        for file in spread([file for file in files if file.stem != "README"], most):
            target = folder / file.relative_to(origin)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)
    elif ROWS[0] in origin.suffixes:
        with _opened(origin) as rows:
            (folder / "rows.jsonl").write_bytes(b"".join(spread(list(rows), most)))
    else:
        return source(name)
    return source(str(folder))


def documents(found: Source) -> list[Document]:
    """The documents of a source."""
    return [document for document in found.read() if isinstance(document, Document)]


def questions(documents: Sequence[Document], number: int) -> list[str]:
    """So many questions about what the documents say, each of most words of a sentence."""
    random = Random(0)
    return list(islice((_question(random.choice(documents), random) for _ in count()), number))


def _question(document: Document, random: Random) -> str:
    some = random.choices(sentences(document.text, 0, len(document.text)), k=3)
    start, end = max(some, key=lambda span: span[1] - span[0])  # a short one asks for nothing
    words = [word.strip('.,;:!?*_#>()[]“”"') for word in document.text[start:end].split()]
    kept = [word for word in words if word and random.random() < KEPT][:LONGEST_QUESTION]
    return f"What about {' '.join(kept)}?"


def _opened(file: Path) -> AbstractContextManager[IO[bytes]]:
    return cast(IO[bytes], gzip.open(file)) if file.suffix == ".gz" else file.open("rb")
