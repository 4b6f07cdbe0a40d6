"""Places where one text quotes another that is in the same corpus, as the data know them."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from evals.forum import (
    WORD,
    Known,
    arbital_pages,
    graphql_comments,
    graphql_people,
    graphql_posts,
    same,
)
from evals.posts import FOLDER, Post, posts, written
from evals.sheets import Sheet
from index.catalogue import Catalogue
from index.places import sentences_of
from index.sentence_store import Sentences
from index.sentences import Span
from index.split import split
from ingest.archive import Archive
from ingest.document import Document
from ingest.run import ingest


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that stand in one document and were written in another.

    `names` are who wrote them and `gold` is that other document, where the data know them;
    `own` says whether people quote themselves, `marked` whether the page marks a block quote.
    """

    document: Document
    span: Span
    names: tuple[str, ...]
    gold: str | None
    own: bool

    @property
    def marked(self) -> bool:
        """Whether it stands on a line with the marks of a block quote."""
        before = self.document.text[: self.span[0]].rpartition("\n")[2]
        return (before + self.document.text[self.span[0]]).lstrip().startswith(">")


@dataclass(frozen=True, slots=True)
class Corpus:
    """Texts, and the documents that the program made of them, by the ids that the data have."""

    archive: Archive
    catalogue: Catalogue
    documents: Mapping[str, str]
    posts: Mapping[str, Post]

    def document(self, id_: str) -> Document:
        """A document by the id that the data have."""
        found = self.archive.document(self.documents[id_])
        assert found
        return found


def take_in(some: Iterable[Post], folder: Path) -> Corpus:
    """Texts as the program takes them in.

    The catalogue is filled as an index does it, but without vectors, which nothing here asks for.
    """
    kept = {post.id: post for post in some}
    archive, catalogue = Archive(folder / "archive.db"), Catalogue(folder / "passages.db")
    ingest([written(kept.values(), folder / "posts.jsonl")], archive)
    documents = {}
    for change in archive.changes(0):
        if change.document:
            documents[change.document.source_id or ""] = change.document.id
            _catalogued(change.document, catalogue)
    return Corpus(archive, catalogue, documents, kept)


def _catalogued(document: Document, catalogue: Catalogue) -> None:
    passages = split(document, lambda texts: [len(text) // 4 + 1 for text in texts])
    sentences = [one for passage in passages for one in sentences_of(document, passage)]
    digests = [number.to_bytes(16, "big") for number in range(len(passages))]
    nothing_read = [Sentences(np.empty((0, 1), dtype=np.int8), ()) for _ in passages]
    catalogue.replace([document.id], passages, digests, nothing_read, sentences)


def in_posts(shared: Path, folder: Path, limit: int | None) -> tuple[Corpus, list[Quote]]:
    """Posts, and the places where one quotes another.

    With a limit, so many posts: those that the places are in, and the first of the others.
    """
    text = (shared / FOLDER / "cross_quotes.dev.jsonl").read_text(encoding="utf-8")
    places = [json.loads(line) for line in text.splitlines()]
    needed = {place[end] for place in places for end in ("query_doc", "gold_doc")}
    corpus = take_in(_some(posts(shared), needed, limit), folder)
    aliases = [person.names for person in graphql_people(shared).values()]
    return corpus, list(filter(None, (_quote(place, corpus, aliases) for place in places)))


def _some(all_: Iterable[Post], needed: set[str], limit: int | None) -> Iterator[Post]:
    others = (limit or 10**9) - len(needed)
    for post in all_:
        others -= post.id not in needed
        if post.id in needed or others >= 0:
            yield post


def _quote(
    place: Mapping[str, Any], corpus: Corpus, aliases: Sequence[tuple[str, ...]]
) -> Quote | None:
    document = corpus.document(place["query_doc"])
    span = find(place["span"], document.text)
    if span is None:
        return None
    quoting = corpus.posts[place["query_doc"]].author
    gold = corpus.posts[place["gold_doc"]]
    quoted_there = gold.text[: place["start"]].rstrip().endswith(('"', "“", ">"))
    names = () if quoted_there else _names(gold.one_author, aliases)
    own = quoting is not None and same(quoting, names)
    return Quote(document, span, names, corpus.documents[place["gold_doc"]], own)


def _names(name: str | None, aliases: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    if name is None:
        return ()
    return next((known for known in aliases if same(name, known)), (name,))


def find(words: str, text: str) -> Span | None:
    """Where the same words stand in a text, whatever is between them."""
    wanted = [word.group().casefold() for word in WORD.finditer(words)]
    there = list(WORD.finditer(text))
    plain = [word.group().casefold() for word in there]
    for at, word in enumerate(plain):
        if word == wanted[0] and plain[at : at + len(wanted)] == wanted:
            return there[at].start(), there[at + len(wanted) - 1].end()
    return None


def in_comments(shared: Path, folder: Path) -> tuple[Corpus, list[Quote]]:
    """Comments and posts of two forums, each a document of its author, and whom they quote."""
    all_ = [
        *graphql_comments(shared),
        *graphql_posts(shared),
        *arbital_pages(shared, "comment"),
        *arbital_pages(shared, "wiki"),
    ]
    known = Known(all_)
    sheets = {}
    for one in known.by_id.values():
        sheets[one.id] = Sheet(known)
        sheets[one.id].said(one, told=True)
    corpus = take_in(
        (
            Post(one.id, sheets[one.id].text, one.title, one.person.names[0], date=one.date)
            for one in known.by_id.values()
            if sheets[one.id].text.strip()
        ),
        folder,
    )
    return corpus, [
        Quote(corpus.document(id_), span, whose.names, None, own=False)
        for id_, sheet in sheets.items()
        for span, whose in sheet.truths
        if whose.quoted and whose.names
    ]
