"""Corpora of signed texts for questions about people, with whose each stretch of them is."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.answers import corpus_source
from evals.forum import WORD, same
from evals.plain import MARKS
from evals.posts import Post, posts, written
from evals.renderings import users
from evals.sheets import Page, Whose
from ingest.sources import Source

POSTS = 300
LONGEST_POST = 8_000
TOPIC_WORDS = 3
"""Rare words that tell what a text without a title is about."""

FEWEST_LETTERS = 6


@dataclass(frozen=True, slots=True)
class Text:
    """Something that one person wrote, and what it is about."""

    names: tuple[str, ...]
    topic: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """A source, its pages by the name that citations have for them, and what can be asked about."""

    source: Source
    pages: Mapping[str, Page]
    texts: Sequence[Text]

    @property
    def people(self) -> list[tuple[str, ...]]:
        """Everybody who wrote something, by all their names."""
        return list(dict.fromkeys(text.names for text in self.texts))

    def knows(self, name: str) -> bool:
        """Whether a name, or a part of it that stands alone, is somebody's here."""
        return any(same(name, names, partly=True) for names in self.people)


def of_users(shared: Path, folder: Path, limit: int | None) -> Corpus:
    """Pages of users that name them, and some that do not."""
    pages = [page for page in users(shared) if page.kept]
    pages = pages if limit is None else pages[:: max(1, len(pages) // limit)]
    named = {f"{number:04}.txt": page for number, page in enumerate(pages)}
    source = corpus_source({name: page.text for name, page in named.items()})
    return Corpus(source, named, list(_texts(named.values())))


def of_posts(shared: Path, folder: Path, limit: int | None) -> Corpus:
    """Posts that their author signs, evenly taken from all of them."""
    short = [post for post in posts(shared) if post.one_author and len(post.text) <= LONGEST_POST]
    some = short[:: max(1, len(short) // (limit or POSTS))][: limit or POSTS]
    pages = {post.id: signed(post) for post in some}
    texts = [Text((post.one_author or "",), post.title) for post in some if post.title]
    return Corpus(written(some, folder / "posts.jsonl"), pages, texts)


CORPORA: dict[str, Callable[[Path, Path, int | None], Corpus]] = {
    "users": of_users,
    "posts": of_posts,
}


def signed(post: Post) -> Page:
    """A post as a page: its author's, but for its block quotes."""
    own, other = Whose((post.one_author or "",), told=True), Whose((), quoted=True)
    truths = tuple(
        (line.span(), other if MARKS.match(line.group()) else own)
        for line in re.finditer(r"[^\n]+", post.text)
    )
    return Page(post.id, "post", True, post.text, truths)


def _texts(pages: Iterable[Page]) -> Iterable[Text]:
    """The longest stretch of each page that is told to be somebody's, by its rare words."""
    pages = list(pages)
    common = Counter(word for page in pages for word in set(_words(page.text)))
    for page in pages:
        told = [(span, whose) for span, whose in page.truths if whose.told and not whose.quoted]
        if told:
            (start, end), whose = max(told, key=lambda one: one[0][1] - one[0][0])
            rare = sorted(set(_words(page.text[start:end])), key=lambda word: (common[word], word))
            yield Text(whose.names, " ".join(rare[:TOPIC_WORDS]))


def _words(text: str) -> list[str]:
    found = (word.group().casefold() for word in WORD.finditer(text))
    return [word for word in found if len(word) >= FEWEST_LETTERS and word.isalpha()]
