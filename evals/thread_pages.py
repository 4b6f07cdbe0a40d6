"""Threads written out as one page each, in the ways that pages name who speaks, or do not."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Any

from evals.forum import (
    ARBITAL,
    Known,
    Person,
    Said,
    arbital_pages,
    graphql_comments,
    graphql_posts,
    threads,
)
from evals.plain import lines
from evals.sheets import Page, Sheet, Whose
from evals.thread_headers import HEADERS, NAMELESS, OTHER_HEADERS, Header

LONGEST = 20
"""Comments of a thread that are written out."""

LONGEST_PAGE = 120
"""Lines of a page under which comments are written out."""

ANSWERS_A_PAGE = 6


def thread_pages(shared: Path) -> Iterator[Page]:
    """Every thread in every style; questions and answers; comments on a place of a page."""
    comments = _comments(shared)
    known = Known([*comments, *graphql_posts(shared)])
    styles = {**HEADERS, "no names": NAMELESS["no names"]}
    for kept in (True, False):
        yield from written_threads(known, comments, styles, kept=kept)
    yield from questions_and_answers(known, comments)
    yield from _anchored(shared, arbital_pages(shared, "wiki"))


def other_threads(shared: Path) -> Iterator[Page]:
    """Threads under headers that the rules were not made for, and under such that name nobody."""
    comments = _comments(shared)
    yield from written_threads(Known(comments), comments, OTHER_HEADERS | NAMELESS, kept=True)


def introduced(shared: Path) -> Iterator[Page]:
    """Threads without names in which the one who begins says who they are: the others do not."""
    comments = _comments(shared)
    known = Known(comments)
    for thread in threads(comments):
        if thread[0].person.full_name:
            sheet = Sheet(known)
            sheet.line(f"My name is {thread[0].person.full_name}.")
            for number, one in enumerate(thread[:LONGEST]):
                sheet.said(one, told=not number)
            yield sheet.page(thread[0].id, "introduced among others")


def _comments(shared: Path) -> list[Said]:
    return [*graphql_comments(shared), *arbital_pages(shared, "comment")]


def written_threads(
    known: Known, comments: Sequence[Said], styles: Mapping[str, Header], *, kept: bool
) -> Iterator[Page]:
    """Every thread among some comments, in some styles; quotations with their marks or without."""
    for number, thread in enumerate(threads(comments)):
        on_page = {one.id for one in thread[:LONGEST]}
        for style, header in styles.items():
            sheet = Sheet(known, "\n\n" if number % 2 else "\n", kept)
            told = style not in NAMELESS
            for place, one in enumerate(thread[:LONGEST]):
                before, opening = header(one.person.names[0], one, place)
                for line in before:
                    sheet.line(line)
                sheet.said(one, told=told, answers=told and one.parent in on_page, before=opening)
            yield sheet.page(thread[0].id, style)


def questions_and_answers(known: Known, comments: Sequence[Said]) -> Iterator[Page]:
    """What somebody answers as "Q: … A: …" on a page of their own."""
    replies = [
        one
        for one in comments
        if one.parent in known.by_id and known.by_id[one.parent].person != one.person
    ]
    replies.sort(key=lambda one: one.person.names)
    for person, group in groupby(replies, key=lambda one: one.person):
        answers = list(group)
        for first in range(0, len(answers), ANSWERS_A_PAGE):
            sheet = Sheet(known)
            _head(sheet, person)
            for one in answers[first : first + ANSWERS_A_PAGE]:
                _asked(sheet, known.by_id[one.parent or ""])
                sheet.said(one, told=True, before="A: ")
            yield sheet.page(f"{person.names[0]}/{first}", "Q: A:")


def _head(sheet: Sheet, person: Person) -> None:
    if person.full_name:
        sheet.own([f"My name is {person.full_name}. I answer questions."], person, told=True)
    else:
        for line in (person.names[0], "Wiki Contributions", "Comments"):
            sheet.line(line)


def _asked(sheet: Sheet, said: Said) -> None:
    first = next((line.text for line in said.lines if not line.marks), "Why?")
    sheet.line(f"Q: {first}", Whose(said.person.names, False, True))


def _anchored(shared: Path, wiki: Sequence[Said]) -> Iterator[Page]:
    """Pages with the comments under them that quote the place which they are about."""
    text = (shared / ARBITAL / "anchored_comments.jsonl").read_text(encoding="utf-8")
    rows = sorted(map(json.loads, text.splitlines()), key=lambda row: row["page_id"])
    pages = {one.id: one for one in wiki}
    known = Known(wiki)
    for number, (id_, group) in enumerate(groupby(rows, key=lambda row: row["page_id"])):
        comments = [_comment(row) for row in group]
        for kept in (True, False):
            sheet = Sheet(known, "\n\n" if number % 2 else "\n", kept)
            sheet.line(pages[id_].title or "")
            sheet.line(f"By {pages[id_].person.names[0]}")
            sheet.said(
                replace(pages[id_], lines=pages[id_].lines[:LONGEST_PAGE], parent=None), told=True
            )
            sheet.line("Comments")
            for place, one in enumerate(comments):
                style = ("Name 3y 12", "**Name** · date")[number % 2]
                for line in HEADERS[style](one.person.names[0], one, place)[0]:
                    sheet.line(line)
                sheet.said(one, told=True, answers=True)
            yield sheet.page(id_, "comments under a page")


def _comment(row: dict[str, Any]) -> Said:
    quoted = [replace(line, marks="> ") for line in lines(row["span"])]
    return Said(
        row["comment_id"],
        Person((row["author"],)),
        (*quoted, *lines(row["comment"])),
        row["page_id"],
        date=row["created"][:10],
    )
