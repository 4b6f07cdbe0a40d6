"""People and what they wrote, as the answers of two forums have it, in a folder beside the project.

Who wrote what is known here from the forums themselves, never from what the program says.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from evals.plain import Line, lines

GRAPHQL = Path("data") / "sources" / "forummagnum_graphql"
ARBITAL = Path("data") / "sources" / "arbital"

WORD = re.compile(r"[^\W_]+")
FULL_NAME = re.compile(r"([A-Z][a-z]+ [A-Z][a-z]+)(?:\.| \()")
"""Some begin the words about themselves with their name."""

FEWEST_WORDS = 8
"""Fewer words in a row may be the same by chance."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody by all their names, the one that is shown first."""

    names: tuple[str, ...]
    bio: str = ""

    @property
    def full_name(self) -> str | None:
        """First and last name, if the shown name is such."""
        name = self.names[0].replace("_", " ")
        return name.title() if " " in name else None


@dataclass(frozen=True, slots=True)
class Said:
    """A comment or a post of one person; `parent` is what it answers."""

    id: str
    person: Person
    lines: tuple[Line, ...]
    parent: str | None = None
    title: str | None = None
    date: str = ""


def graphql_people(shared: Path) -> dict[str, Person]:
    """The users by their ids."""
    users = json.loads((shared / GRAPHQL / "users_top20.json").read_text())
    return {user["_id"]: _person(user) for user in users}


def _person(user: dict[str, Any]) -> Person:
    bio = user["bio"] or ""
    full = FULL_NAME.match(bio)
    names = (user["displayName"], user["username"], *(full.groups() if full else ()))
    return Person(tuple(dict.fromkeys(names)), bio)


def graphql_comments(shared: Path) -> list[Said]:
    """The users' comments; a file that is cut off is left out."""
    return [
        _said(row, person, row["parentCommentId"]) for row, person in _graphql(shared, "comments")
    ]


def graphql_posts(shared: Path) -> list[Said]:
    """The users' posts, without those that lead to a page elsewhere, which others may have made."""
    return [_said(row, person, None) for row, person in _graphql(shared, "posts") if not row["url"]]


def arbital_pages(shared: Path, kind: str) -> list[Said]:
    """The pages of one type; a comment's parent is the last thing that it stands under."""
    people: dict[str, Person] = {}
    with (shared / ARBITAL / "pages.jsonl").open(encoding="utf-8") as rows:
        pages = [row for row in map(json.loads, rows) if row["type"] == kind and row["author"]]
    return [
        Said(
            row["id"],
            people.setdefault(row["author"], Person((row["author"],))),
            tuple(lines(row["text"])),
            row["parents"][-1] if row["parents"] else None,
            row["title"],
            row["created"][:10],
        )
        for row in pages
    ]


def _graphql(shared: Path, kind: str) -> Iterator[tuple[dict[str, Any], Person]]:
    people = graphql_people(shared)
    for file in sorted((shared / GRAPHQL / kind).glob("*.json")):
        try:
            rows = json.loads(file.read_text())
        except json.JSONDecodeError:
            continue
        person = people[file.name.split("_")[1]]
        yield from ((row, person) for row in rows if row["contents"])


def _said(row: dict[str, Any], person: Person, parent: str | None) -> Said:
    written = tuple(lines(row["contents"]["markdown"] or ""))
    return Said(row["_id"], person, written, parent, row.get("title"), row["postedAt"][:10])


def words(text: str) -> str:
    """The words alone, with a space on either side, so that they can be looked for in others."""
    return f" {' '.join(WORD.findall(text.casefold()))} "


def same(name: str, names: Iterable[str], *, partly: bool = False) -> bool:
    """Whether a name is one of some; `partly`: also "Christiano" for "Paul Christiano"."""
    parts = name.casefold().replace("_", " ").split()
    for other in names:
        whole = other.casefold().replace("_", " ").split()
        if parts == whole or (partly and len(parts) == 1 and parts[0] in whole):
            return True
    return False


class Known:
    """Everything that was said, to find whose words a quotation is."""

    def __init__(self, said: Iterable[Said]) -> None:
        self.by_id = {one.id: one for one in said}
        self._own = {one.id: own_words(one) for one in self.by_id.values()}
        self._only: dict[str, Person | None] = {}

    def holds(self, id_: str | None, text: str) -> bool:
        """Whether somebody's own words hold others."""
        return id_ in self._own and words(text) in self._own[id_]

    def who_said(self, text: str, quoting: Said) -> Person | None:
        """The one who wrote some words: the parent's author, or the only person who has them."""
        if quoting.parent and self.holds(quoting.parent, text):
            return self.by_id[quoting.parent].person
        wanted = words(text)
        if wanted.count(" ") <= FEWEST_WORDS:
            return None
        if wanted not in self._only:
            found = {self.by_id[id_].person for id_, own in self._own.items() if wanted in own}
            self._only[wanted] = found.pop() if len(found) == 1 else None
        return self._only[wanted]


def own_words(said: Said) -> str:
    """The words of what somebody said that they do not quote."""
    return words(" ".join(line.text for line in said.lines if not line.marks))


def threads(comments: Sequence[Said]) -> list[list[Said]]:
    """Comments with those that they answer, each after its parent; at least two people speak."""
    by_id = {one.id: one for one in comments}
    children: dict[str, list[Said]] = {}
    for one in comments:
        children.setdefault(one.parent or "", []).append(one)
    roots = [one for one in comments if one.parent not in by_id]
    found = [list(_under(root, children)) for root in roots]
    return [thread for thread in found if len({one.person for one in thread}) > 1]


def _under(root: Said, children: dict[str, list[Said]]) -> Iterator[Said]:
    return chain([root], *(_under(child, children) for child in children.get(root.id, ())))
