"""What a source writes where it names its authors → one or several people, with other names."""

import re

from ingest.document import Author
from ingest.names import is_full_name
from ingest.spelling import spelt, without_degree

NOBODY = {"", "anonymous", "[anonymous]", "[deleted]", "unknown", "n/a", "none", "null"}
ORGANISATION = re.compile(
    r"\b(?:Inc|Ltd|LLC|LLP|Corp|Corporation|Co|GmbH|PLC|University|Institute|Lab|Labs|Laboratory|"
    r"School|College|Centre|Center|Foundation|Group|Team|Department|Office|Ministry|Society|"
    r"Association|Committee|Council|Company|Press|Project|Forum|Journal|Review|Research|Network|"
    r"Initiative|Staff|Editors|Books|News|Partners|Sons|Daughters)\b"
)
AND = re.compile(r",?\s+(?:and|&)\s+")
LAST_FIRST = re.compile(r"[^\W\d_a-z][\w’'. -]*, [^\W\d_a-z][\w’'. -]*")
IN_PARENTHESIS = re.compile(r"(?P<name>[^()@]*[^()@\s])\s*\((?P<at>@?)(?P<token>\w[\w.-]*\w)\)")
ROLE = re.compile(
    r"admin|archived?|author|bot|charity|co-?author|company|contributor|deceased|eds?|editors?|"
    r"emerit(?:us|a)|funder|group|guest|he|her|him|host|interviewe[er]|it|mod|moderator|nonprofit|"
    r"organi[sz]ation|organi[sz]er|presenter|pseudonym|retired|she|speaker|staff|team|them|they|"
    r"trans|translator",
    re.IGNORECASE,
)
"""What a parenthesis says that tells what somebody is, not who."""


def people_in(text: str) -> tuple[Author, ...]:
    """The people whom one line names: several only if each of its parts is a full name."""
    return tuple(map(person_in, _parts(text)))


def person_in(name: str) -> Author:
    """One person, with the user name that a parenthesis behind the name may hold."""
    found = IN_PARENTHESIS.fullmatch(name)
    if found is None or ROLE.fullmatch(found["token"]):
        return Author(name)
    if _is_handle(found["name"], found["at"], found["token"]):
        return Author(found["name"], (found["token"],))
    if is_full_name(found["name"]):
        return Author(name, (found["name"],))  # "(OpenAI)" says where, "(Manfred)" who
    return Author(name)


def _is_handle(name: str, at: str, token: str) -> bool:
    """Whether it looks like a user name; a word such as "OpenAI" may be another."""
    if at or not is_full_name(name):
        return bool(at)
    like_name = any(len(w) > 2 and w in token.casefold() for w in spelt(name).split())
    has_digit = token[0].isalpha() and any(map(str.isdigit, token)) and not token.isupper()
    return like_name or has_digit or "_" in token or re.fullmatch(r"[a-z]+", token) is not None


def _parts(text: str) -> list[str]:
    """The names in a line: between semicolons, "and" and commas, or the line as it is."""
    if ";" in text:
        parts = [part.strip() for part in text.split(";") if part.strip()]
        named = all(_is_person(part) or LAST_FIRST.fullmatch(part) for part in parts)
        return parts if named else [text]
    listed = [part for piece in AND.split(text) for part in _between_commas(piece)]
    return listed if all(map(_is_person, listed)) else [text]


def _between_commas(text: str) -> list[str]:
    """The parts between commas; a degree belongs to the name before it."""
    parts: list[str] = []
    for part in text.split(","):
        joined = f"{parts[-1]},{part}" if parts else part
        if parts and without_degree(joined) != joined:
            parts[-1] = joined
        else:
            parts.append(part.strip())
    return parts


def _is_person(name: str) -> bool:
    """Whether it is a first and a last name, with or without a degree or a user name."""
    bare = without_degree(person_in(name).name)
    return is_full_name(bare) and not ORGANISATION.search(name)
