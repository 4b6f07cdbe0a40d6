"""The line, or the few lines, that say who wrote the comment under them.

Each style is tried on each line. What a line is worth, whether a page with such lines is a thread,
is decided for all of them together, in `turns`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ingest.dates import DATE, iso
from ingest.markup import FENCE, addresses, unlinked
from ingest.names import FULL_NAME, USER_NAME, nameable, words

Style = Literal[
    "aged", "stacked", "dated", "by", "posted", "wrote", "label", "handle", "chat", "alone"
]

AGE = (
    r"\d{1,3} ?(?:y|yrs?|years?|mo|mos|months?|w|wks?|weeks?|d|days?|h|hrs?|hours?|m|mins?|"
    r"minutes?)(?: ago)?"
)
KARMA = r"[-−]?\d{1,4}(?: points?| karma)?"
END = r"[*_]{0,3}:?[*_]{0,3}"
ANYBODY = r"\S[^\n]{0,80}"
"""Whatever stands where a name should; whether it is one is asked later."""

TOKEN = r"[^\W_][\w’'.-]*"
NAME = rf"(?:{FULL_NAME}|{TOKEN})"
SAYS = (
    r"(?:writes|wrote|says|said|replies|replied|comments|commented|responds|responded|answers|"
    r"answered|asks|asked)"
)

ONE_LINE: tuple[tuple[Style, re.Pattern[str]], ...] = (
    ("aged", re.compile(
        rf"(?:\[[-+–−]\] ?)?(?P<name>{ANYBODY}?)[*_]{{0,3}},?\s+[·•|]?\s*{AGE}\*?"
        rf"(?:\s*[·•|]?\s*(?P<karma>{KARMA})(?:\s+{KARMA})?)?")),
    ("aged", re.compile(
        rf"\[[-+–−]\](?P<name>[^\W\d_][^\n\d]*?){AGE}\*?(?P<karma>{KARMA})?(?:\s+{KARMA})?")),
    ("by", re.compile(
        rf"(?:#{{1,6}} )?[*_]{{0,3}}(?:Comment|Reply|Answer|Response) (?:by|from) "
        rf"(?P<name>{ANYBODY}?)(?: \((?P<handle>@?[\w.-]+)\))?"
        rf"(?:,? ?(?:on|at|·|•|\||—|–|-)? ?(?P<date>{DATE})[^\n]{{0,20}}?)?{END}")),
    ("posted", re.compile(
        rf"[*_]{{0,3}}(?:Posted|Submitted|Written|Published) by (?P<name>{ANYBODY}?)"
        rf"(?:,? ?(?:on|at|·|•|\||—|–|-)? ?(?P<date>{DATE})[^\n]{{0,20}}?)?{END}")),
    ("by", re.compile(
        rf"On (?P<date>{DATE})(?:,? at [^\n,]{{4,12}})?,? (?P<name>{ANYBODY}?) {SAYS}:")),
    ("aged", re.compile(rf"(?:\[[-+–−]\] ?)?(?P<name>){AGE}\s*[·•|]?\s*(?P<karma>{KARMA})")),
    ("handle", re.compile(
        rf"@(?P<name>\w[\w.-]*\w) (?:on |· |— |– |- )(?P<date>{DATE})[^\n]{{0,20}}?{END}")),
    ("dated", re.compile(
        rf"(?P<mark>#{{1,6}} |[-*] )?[*_]{{0,3}}(?P<name>{ANYBODY}?)[*_]{{0,3}}"
        rf"(?: \((?P<handle>@?[\w.-]+)\))?"
        rf"(?:\s*(?P<dot>[·•|—–-])\s*|,? (?:(?:on|at|{SAYS} on) )?\(?)(?P<date>{DATE})\)?"
        rf"(?:[ ,T]+\d{{1,2}}:\d\d[^\n]{{0,12}})?(?:\s*[·•|,]\s*(?P<karma>{KARMA}))?{END}")),
    ("wrote", re.compile(rf"[*_]{{0,3}}(?P<name>{ANYBODY}?) {SAYS}:[*_]{{0,3}}")),
    ("alone", re.compile(rf"(?:\*{{2,3}}|_{{2,3}})(?P<name>{NAME})(?:\*{{2,3}}|_{{2,3}})")),
)  # fmt: skip
"""Styles that fill a line, in the order in which they are tried."""

LABEL = re.compile(
    r"[*_]{0,3}(?![-+•#>]|\*\s|\d+[.)]|https?:)"
    rf"(?P<name>{NAME}|[^\s:|]+(?: [^\s:|]+){{0,3}})(?::[*_]{{0,3}}|[*_]{{1,3}}:)(?=\s|$)"
)
CHAT = re.compile(
    r"(?:<[^<>\n]{0,400}>|&nbsp;|[*_]{2,}|\s)*+"
    r"(?:\[(?P<name>[^\[\]\n]{1,60})\]\s?\[\d{1,2}:\d\d[^\]\n]{0,5}\]"
    r"|\[\d{1,2}:\d\d[^\]\n]{0,6}\] (?P<after>[^:\n]{1,60}):)(?:</\w+>|[*_]{2,3})*+"
)
AGE_LINE = re.compile(rf"{AGE}(?:\s+(?P<karma>{KARMA})(?:\s+{KARMA})?)?|{DATE}")
KARMA_LINE = re.compile(rf"{KARMA}(?:\s+{KARMA})?")
STACKED_NAME = re.compile(rf"(?:\[[-+–−]\] ?)?(?P<name>{ANYBODY})")
LONGEST = 120
INVISIBLE = re.compile("[\u200b\u200e\u200f\u202a-\u202e]")
LINE = re.compile(r"[^\s\ufeff][^\n]*")
HINT = re.compile(r"[\d:]|\b(?:by|from)\b|^(?:\*\*|__)")
"""What every header of one line has: most lines need not be looked at any closer."""


@dataclass(frozen=True, slots=True)
class Header:
    """Words that sign what follows: `name` says so from `start` to `end`.

    The words of the turn begin at `end`. `label` is what stands for a name; `name` is None where
    that cannot be trusted, such as "Interviewer": it ends the turn before all the same.
    `sure` headers are such by themselves, others only among their like; `bold` is the form
    "**Name** · date", which is surer than others with a date.
    """

    style: Style
    label: str
    name: str | None
    start: int
    end: int
    sure: bool = False
    bold: bool = False
    handle: str | None = None
    profile: str | None = None
    permalink: str | None = None
    date: str | None = None
    karma: int | None = None


def headers(text: str, start: int, end: int) -> Iterator[Header]:
    """Whatever may be a header between two places, in order."""
    lines = list(LINE.finditer(text, start, end))
    code = {
        line.start()
        for fence in FENCE.finditer(text, start, end)
        for line in LINE.finditer(text, *fence.span())
    }
    skip = -1
    for number, line in enumerate(lines):
        if line.start() < skip or line.group().startswith(">") or line.start() in code:
            continue
        header = _stacked(lines, number) or _header(line)
        if header:
            skip = header.end
            yield header


def _stacked(lines: list[re.Match[str]], number: int) -> Header | None:
    """A name, and on the lines under it how long ago and how many points."""
    under = lines[number + 1 : number + 3]
    age = AGE_LINE.fullmatch(under[0].group().strip()) if under else None
    written = lines[number].group().strip()
    name = STACKED_NAME.fullmatch(unlinked(written)) if age else None
    if not name or not age:
        return None
    karma = KARMA_LINE.fullmatch(under[1].group().strip()) if len(under) > 1 else None
    last = under[1] if karma and not age["karma"] else under[0]
    return Header(
        "stacked",
        name["name"],
        _name(name["name"]),
        lines[number].start(),
        last.start() + len(last.group().rstrip()),
        sure=bool(karma or age["karma"]),
        profile=next(iter(addresses(written).values()), None),
        date=iso(age.group()) if re.fullmatch(DATE, age.group()) else None,
        karma=points(age["karma"] or (karma and karma.group())),
    )


def points(written: str | None) -> int | None:
    """The number of points that a header shows: 12 of "12 karma", -3 of "−3"."""
    found = re.match(r"([-−]?)(\d+)", written or "")
    return found and int(found[2]) * (-1 if found[1] else 1)


def _header(line: re.Match[str]) -> Header | None:
    stripped = line.group().rstrip()
    if not HINT.search(stripped):
        return None
    plain, linked = unlinked(stripped).replace("\u00a0", " "), addresses(stripped).values()
    profile = next((address for address in linked if "/user" in address), None)
    permalink = next((address for address in linked if address != profile), None)
    if len(plain) <= LONGEST:
        for style, pattern in ONE_LINE:
            found = pattern.fullmatch(plain)
            if found:
                fields = found.groupdict()
                written = fields.get("date")
                return Header(
                    style,
                    found["name"],
                    _name(found["name"]),
                    line.start(),
                    line.start() + len(stripped),
                    sure=bool(fields.get("karma") or profile or style in ("by", "posted")),
                    bold=stripped.startswith(("**", "__")) and fields.get("dot") in ("·", "•"),
                    handle=(fields.get("handle") or "").removeprefix("@") or None,
                    profile=profile,
                    permalink=permalink,
                    date=iso(written) if written else None,
                    karma=points(fields.get("karma")),
                )
    found = CHAT.match(stripped)
    if found:
        name = found["name"] or found["after"]
        return Header(
            "chat", name, _name(name), line.start(), line.start() + found.end(), sure=True
        )
    found = LABEL.match(stripped.replace("\u00a0", " "))
    if found and found["name"].casefold() not in words("labels"):
        label = found["name"]
        name = _name(label) if re.fullmatch(NAME, label) else None
        return Header("label", label, name, line.start(), line.start() + found.end())
    return None


def _name(written: str) -> str | None:
    """The name in what stands where one should, if it can be trusted."""
    name = INVISIBLE.sub("", written).strip(" *")
    known = re.fullmatch(f"{FULL_NAME}|{USER_NAME}", name) is not None
    first = name.casefold().split()[0] if name else ""
    role = name.casefold() in words("roles") or (" " in name and first in words("nobody"))
    return name if known and nameable(name) and not role else None
