"""Threads written out as one page each, in the ways that pages name who speaks, or do not."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from evals.forum import Known, Said, arbital_pages, graphql_comments, graphql_posts, threads
from evals.sheets import Page, Sheet

LONGEST = 20
"""Comments of a thread that are written out."""

Header = Callable[[str, Said, int], tuple[list[str], str]]
"""For a name, a comment and its number: the lines before it, and what begins its first line."""


def _age(number: int) -> str:
    return f"{number % 9 + 1}{('y', 'mo', 'd', 'h')[number % 4]}"


def _karma(number: int) -> str:
    return str(number * 7 % 40 + 1)


HEADERS: dict[str, Header] = {
    "Name 3y 12": lambda name, said, n: ([f"{name} {_age(n)} {_karma(n)}"], ""),
    "name, age, karma": lambda name, said, n: ([name, _age(n), _karma(n)], ""),
    "Name: …": lambda name, said, n: ([], f"{name}: "),
    "**Name** · date": lambda name, said, n: ([f"**{name}** · {said.date}"], ""),
    "### Name (date)": lambda name, said, n: ([f"### {name} ({said.date})"], ""),
    "Comment by Name on date": lambda name, said, n: ([f"Comment by {name} on {said.date}"], ""),
    "Name writes:": lambda name, said, n: ([f"{name} writes:"], ""),
    "[-]name 3y 12": lambda name, said, n: ([f"[-]{name} {_age(n)} {_karma(n)}"], ""),
    "no names": lambda name, said, n: ([], ""),
}


def thread_pages(shared: Path) -> Iterator[Page]:
    """Every thread in every style; questions and answers; comments on a place of a page."""
    forum, arbital = graphql_comments(shared), arbital_pages(shared, "comment")
    known = Known([*forum, *arbital, *graphql_posts(shared)])
    for number, thread in enumerate(threads([*forum, *arbital])):
        for style in HEADERS:
            for kept in (True, False):
                yield _thread(known, thread[:LONGEST], style, "\n\n" if number % 2 else "\n", kept)


def _thread(known: Known, thread: Sequence[Said], style: str, gap: str, kept: bool) -> Page:
    sheet, told = Sheet(known, gap, kept), style != "no names"
    on_page = {one.id for one in thread}
    for number, one in enumerate(thread):
        before, opening = HEADERS[style](one.person.names[0], one, number)
        for line in before:
            sheet.line(line)
        sheet.said(one, told=told, answers=told and one.parent in on_page, before=opening)
    return sheet.page(thread[0].id, style)
