"""Whether texts that are the same are told to be, and others are not.

whosaid eval attribution duplicates

Copies are made of posts in the ways in which copies come to be, and texts that only look like it.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, permutations
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from evals.forum import Known, Said, graphql_comments
from evals.metrics import share
from evals.posts import Post, posts
from evals.questions import SHARED
from evals.quoted_places import take_in
from evals.sheets import Sheet
from faces.render import table
from index.duplicates import compare, groups

COPIES = 30
"""Of each kind."""

WORDS = range(300, 3_000)
"""How long the posts are that are copied."""

ADDRESSES = (
    "http://www.alignmentforum.org/posts/{id}",
    "https://alignmentforum.org/posts/{id}/{slug}?utm_source=feed",
    "https://forum.effectivealtruism.org/posts/{id}/{slug}/",
    "https://www.lesswrong.com/posts/{id}",
    "https://www.greaterwrong.com/posts/{id}/{slug}",
    "https://www.lesswrong.com/s/aaaaaaaaaaaaaaaaa/p/{id}",
)
POST = re.compile(r"/posts/(?P<id>\w{17})/(?P<slug>[\w-]+)")


LONG = 400
"""Characters of a comment that is more than a remark."""

ORIGINAL = "original"


@dataclass(frozen=True, slots=True)
class Made:
    """A text that was made: of a kind, the same as others of its `text`."""

    post: Post
    kind: str
    text: str


Copying = Callable[[Post, int, Random], Post]


def _at_another_address(post: Post, number: int, random: Random) -> Post:
    found = POST.search(post.url or "")
    assert found
    url = ADDRESSES[number % len(ADDRESSES)].format(**found.groupdict())
    return replace(post, url=url)


def _edited_there(post: Post, number: int, random: Random) -> Post:
    return replace(_at_another_address(post, number, random), text=edited(post.text, 4, random))


def _elsewhere(edits: int) -> Copying:
    def copy(post: Post, number: int, random: Random) -> Post:
        url = f"https://example.org/{number}" if number % 2 else None
        return replace(post, url=url, text=edited(post.text, edits, random))

    return copy


def _excerpt(post: Post, number: int, random: Random) -> Post:
    paragraphs = post.text.split("\n\n")
    first = random.randrange(max(1, len(paragraphs) - 6))
    length = next(
        (n for n in range(3, 40) if len(" ".join(paragraphs[first : first + n]).split()) > 120), 40
    )
    text = "\n\n".join(paragraphs[first : first + length])
    return replace(post, url=None, title=f"From {post.title}", text=text)


KINDS: dict[str, Copying] = {
    "at another address": _at_another_address,
    "at another address, four words a paragraph edited": _edited_there,
    "elsewhere": _elsewhere(0),
    "elsewhere, one word a paragraph edited": _elsewhere(1),
    "elsewhere, three words a paragraph edited": _elsewhere(3),
    "an excerpt": _excerpt,
}


def edited(text: str, edits: int, random: Random) -> str:
    """A text with so many words of each of its paragraphs replaced by others of the text."""
    vocabulary = re.findall(r"[a-z]{4,}", text)
    paragraphs = []
    for paragraph in text.split("\n\n"):
        words = paragraph.split(" ")
        for _ in range(edits if len(words) > 5 * edits else 0):
            words[random.randrange(len(words))] = random.choice(vocabulary)
        paragraphs.append(" ".join(words))
    return "\n\n".join(paragraphs)


def copies(originals: Sequence[Post]) -> Iterator[Made]:
    """Each post with one copy; which kind of copy goes round."""
    random = Random(0)
    for number, post in enumerate(originals):
        kind = list(KINDS)[number % len(KINDS)]
        copy = KINDS[kind](post, number // len(KINDS), random)
        yield Made(post, ORIGINAL, post.id)
        yield Made(replace(copy, id=f"copy of {post.id}"), kind, post.id)


def traps(
    originals: Sequence[Post], others: Sequence[Post], comments: Sequence[Said]
) -> Iterator[Made]:
    """Texts that only look like one of the originals, or like each other; so many as `others`."""
    said = iter(comments)
    for number, (post, other) in enumerate(zip(originals, others, strict=False)):
        first, second, quoting = (_comment(next(said), post) for _ in range(3))
        beginning = [f"> {part}" for part in post.text.split("\n\n")[:4] if "\n" not in part]
        made = {
            "a comment at the address of a post": [
                replace(first, url=f"{post.url}?commentId={first.id}"),
                replace(second, url=f"{post.url}#{second.id}"),
            ],
            "quotes the beginning of a post": [
                replace(quoting, text="\n>\n".join(beginning) + f"\n\n{quoting.text}")
            ],
            "the same three words": [
                replace(first, id=f"thanks {number}", title=None, text="Thanks, I agree!")
            ],
            "a similar title": [replace(other, title=f"On agents (part {number})")],
        }
        yield from (Made(one, kind, one.id) for kind, all_ in made.items() for one in all_)


def _comment(said: Said, under: Post) -> Post:
    sheet = Sheet(Known([]), "\n\n")
    sheet.said(said, told=True)
    return Post(said.id, sheet.text, under.title, said.person.names[0])


def make(shared: Path, number: int = COPIES) -> list[Made]:
    """Originals with their copies, so many of each kind, and the traps."""
    some = (post for post in posts(shared) if POST.search(post.url or ""))
    some = (post for post in some if post.author and len(post.text.split()) in WORDS)
    taken = list(islice(some, number * (len(KINDS) + 1)))
    originals, others = taken[:-number], taken[-number:]
    comments = [
        one for one in graphql_comments(shared) if sum(len(line.text) for line in one.lines) > LONG
    ]
    Random(0).shuffle(comments)  # side by side, somebody's may be drafts of one text
    return [*copies(originals), *traps(originals, others, comments)]


def grouped(made: Sequence[Made]) -> dict[str, list[Made]]:
    """For each text the others that the program takes for the same."""
    by_id = {one.post.id: one for one in made}
    with TemporaryDirectory() as folder:
        corpus = take_in((one.post for one in made), Path(folder))
        ids = {document: id_ for id_, document in corpus.documents.items()}
        compare([corpus.document(id_) for id_ in by_id], corpus.archive, corpus.catalogue)
        found: dict[str, list[Made]] = {id_: [] for id_ in by_id}
        for group in groups(corpus.catalogue):
            for one, other in permutations([ids[document] for document in group.documents], 2):
                found[one].append(by_id[other])
    return found


def table_of(limit: int | None, shared: Path) -> str:
    """A table: how many stand in one group with what is the same, and with what is not."""
    made = make(shared, limit or COPIES)
    return table([("texts", "grouped with the same", "with another"), *rows(made, grouped(made))])


def rows(made: Sequence[Made], same: Mapping[str, Sequence[Made]]) -> Iterator[tuple[str, ...]]:
    """The shares of each kind of text, and of the pairs that the program takes for the same."""
    for kind in dict.fromkeys(one.kind for one in made):
        part = [one for one in made if one.kind == kind]
        right = [(one.text, _has(one, same)) for one in part if kind in KINDS]
        wrong = [(one.text, _others(one, same)) for one in part]
        yield kind, share(right), share(wrong)
    pairs = [(one.text, other.text == one.text) for one in made for other in same[one.post.id]]
    yield "pairs that are the same", share(pairs), ""


def _has(one: Made, same: Mapping[str, Sequence[Made]]) -> bool:
    return any(other.text == one.text for other in same[one.post.id])


def _others(one: Made, same: Mapping[str, Sequence[Made]]) -> bool:
    return any(other.text != one.text for other in same[one.post.id])


def errors(shared: Path = SHARED) -> list[str]:
    """Copies that were missed, and texts that were taken for others, for reading."""
    made = make(shared)
    same = grouped(made)
    missed = [one for one in made if one.kind in KINDS and not _has(one, same)]
    wrong = [(one, two) for one in made for two in same[one.post.id] if two.text != one.text]
    return [
        *(f"[missed] {_told(one)}" for one in missed),
        *(f"[wrong] {_told(one)} with {_told(two)}" for one, two in wrong),
    ]


def _told(one: Made) -> str:
    return f"{one.kind}: {one.post.title} {one.post.url}"
