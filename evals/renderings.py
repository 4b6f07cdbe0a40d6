"""What people wrote in forums, written out as plain pages in the ways that such pages look."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from evals.forum import (
    Known,
    Person,
    Said,
    graphql_comments,
    graphql_people,
    graphql_posts,
)
from evals.plain import lines
from evals.sheets import Page, Sheet

COMMENTS_A_PAGE = 8

Head = Callable[[Sheet, Person], bool]
"""Writes what a page begins with, and says whether it names the person."""


def _profile(sheet: Sheet, person: Person) -> bool:
    sheet.line(person.names[0])
    _bio(sheet, person, told=True)
    sheet.line("Wiki Contributions")
    sheet.line("Comments")
    return True


def _introduction(opening: str, sheet: Sheet, person: Person) -> bool:
    if person.full_name is None:
        return False
    sheet.own(
        [f"{opening} {person.full_name}. I write here about what interests me."], person, told=True
    )
    _bio(sheet, person, told=True)
    return True


def _twice(sheet: Sheet, person: Person) -> bool:
    for _ in range(2):
        sheet.own(
            [
                "If you want to talk, send me a message.",
                f"LW1.0 username {person.names[-1]}. I write about what interests me.",
            ],
            person,
            told=True,
        )
    return True


def _none(sheet: Sheet, person: Person) -> bool:
    return False


def _bio(sheet: Sheet, person: Person, *, told: bool) -> None:
    sheet.own([line.text for line in lines(person.bio)], person, told=told)


HEADS: dict[str, Head] = {
    "profile": _profile,
    "my name is": partial(_introduction, "My name is"),
    "I'm": partial(_introduction, "I'm"),
    "username twice": _twice,
    "no head": _none,
}


def users(shared: Path) -> Iterator[Page]:
    """Each user's comments under heads that name them and under none; their posts under bylines.

    Each head gets other comments, so that one odd comment counts once.
    """
    comments, posts = graphql_comments(shared), graphql_posts(shared)
    known = Known([*comments, *posts])
    for id_, person in graphql_people(shared).items():
        theirs = [one for one in comments if one.person == person]
        for number, style in enumerate(HEADS):
            if person.full_name is None and style in ("my name is", "I'm"):
                continue
            part = theirs[number :: len(HEADS)]
            for first in range(0, len(part), COMMENTS_A_PAGE):
                for kept in (True, False):
                    yield _user_page(
                        known,
                        person,
                        style,
                        part[first : first + COMMENTS_A_PAGE],
                        f"{id_}/{first}",
                        kept=kept,
                    )
    yield from _posts(known, posts)


def _user_page(
    known: Known, person: Person, style: str, comments: Sequence[Said], name: str, *, kept: bool
) -> Page:
    sheet = Sheet(known, "\n\n" if style == "profile" else "\n", kept)
    told = HEADS[style](sheet, person)
    for one in comments:
        sheet.said(one, told=told)
    return sheet.page(name, style)


def _posts(known: Known, posts: Sequence[Said]) -> Iterator[Page]:
    for number, post in enumerate(posts):
        signed = number % 2 == 0
        for kept in (True, False):
            sheet = Sheet(known, "\n\n", kept)
            sheet.line(post.title or "")
            if signed:
                sheet.line(f"by {post.person.names[0]}")
            sheet.said(post, told=signed)
            yield sheet.page(post.id, "post, byline" if signed else "post, no name")
