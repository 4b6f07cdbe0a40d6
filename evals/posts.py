"""Posts of a forum and pages of a wiki with their authors, in a folder beside the project."""

import gzip
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from ingest.document import Document
from ingest.rows import read_rows
from ingest.sources import Source

FOLDER = Path("data") / "lesswrong"
TRUSTED = ("source", "af_csv")
"""On these grounds the author of a document is its author, not the curator of a book."""

CHAT = re.compile(r"^\[\w[\w ]*\]\s?\[\d", re.MULTILINE)
"""A document with such lines is the words of several people, whoever is its author."""

KEY = "eval:posts"


@dataclass(frozen=True, slots=True)
class Post:
    """A post as a row of JSON Lines; `author` only where it is known."""

    id: str
    text: str
    title: str | None = None
    author: str | None = None
    url: str | None = None
    date: str | None = None

    @property
    def one_author(self) -> str | None:
        """Who wrote all of it, if one person did and is known."""
        return None if CHAT.search(self.text) else self.author


def posts(shared: Path) -> Iterator[Post]:
    """All posts in the order of the data."""
    with gzip.open(shared / FOLDER / "documents.jsonl.gz", "rt", encoding="utf-8") as file:
        for row in map(json.loads, file):
            author = row["author"] if row["author_basis"] in TRUSTED else None
            yield Post(row["key"], row["text"], row["title"], author, row["url"], row["date"])


def written(posts: Iterable[Post], file: Path) -> Source:
    """Posts as a source of JSON Lines, in a file that is written.

    Documents have the same ids wherever that file is, so that the same is measured every time.
    """
    with file.open("w", encoding="utf-8") as rows:
        for post in posts:
            row = {name: value for name, value in asdict(post).items() if value is not None}
            rows.write(json.dumps(row) + "\n")

    def read() -> Iterator[Document]:
        found = read_rows(file, key=KEY, path=file.name)
        return (one for one in found if isinstance(one, Document))

    return Source(KEY, 0, read)
