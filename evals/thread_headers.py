"""How pages say who wrote what follows: lines before a comment, or words that begin it."""

from collections.abc import Callable
from datetime import date

from evals.forum import Said

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
}

OTHER_HEADERS: dict[str, Header] = {
    "Name, 3 years ago": lambda name, said, n: ([f"{name}, {n % 9 + 2} years ago"], ""),
    "Name says: date at time": lambda name, said, n: (
        [f"{name} says:", f"{_day(said)} at {n % 12 + 1}:05 pm"],
        "",
    ),
    "Posted by Name on date": lambda name, said, n: ([f"Posted by {name} on {_day(said)}"], ""),
    "Name | date | 12 points": lambda name, said, n: (
        [f"{name} | {said.date} | {_karma(n)} points"],
        "",
    ),
    "From: Name": lambda name, said, n: ([f"From: {name}", f"Date: {_day(said)}"], ""),
    "<Name> …": lambda name, said, n: ([], f"<{name}> "),
    "NAME: …": lambda name, said, n: ([], f"{name.upper()}: "),
    "1. Name (12 points)": lambda name, said, n: ([f"{n + 1}. {name} ({_karma(n)} points)"], ""),
}
"""Headers that the rules were not made for; to see what they do with what they do not know."""

NAMELESS: dict[str, Header] = {
    "no names": lambda name, said, n: ([], ""),
    "[deleted] 3y 12": lambda name, said, n: ([f"[deleted] {_age(n)} {_karma(n)}"], ""),
    "Anonymous 3y 12": lambda name, said, n: ([f"Anonymous {_age(n)} {_karma(n)}"], ""),
    "3y 12": lambda name, said, n: ([f"{_age(n)} {_karma(n)}"], ""),
    "Speaker 1: …": lambda name, said, n: ([], f"Speaker {n % 3 + 1}: "),
    "Comment 1": lambda name, said, n: ([f"Comment {n + 1}", said.date], ""),
}
"""Headers under which nobody can be known."""


def _day(said: Said) -> str:
    return date.fromisoformat(said.date).strftime("%B %-d, %Y")
