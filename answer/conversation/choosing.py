"""What somebody chooses of that which the last answer offered."""

import re
from collections.abc import Sequence

from answer.conversation import shapes
from answer.conversation.before import Before
from answer.mentions import ANY, Marked

NAME = re.compile(
    rf"{shapes.SIGNS}(?:(?:i (?:mean|meant)|no|the)\b{shapes.SIGNS})*(?P<name>{ANY})"
    rf"(?:[’']s?)?{shapes.SIGNS}",
    re.IGNORECASE,
)


def may_choose(seen: Marked) -> bool:
    """Whether something is said that may answer the last answer."""
    rest = shapes.YES.sub("", seen.text)
    shapes_ = (NAME, shapes.ALL, *shapes.NTH)
    return not rest.strip(" ?.!") or any(shape.fullmatch(rest) for shape in shapes_)


def chosen(seen: Marked, before: Before) -> tuple[str, ...] | None:
    """The people whom an answer to the last answer chooses; none of them where it cannot be told.

    None where it chooses nothing.
    """
    rest = shapes.YES.sub("", seen.text)
    offered = before.offered[0].maybe if before.offered else ()
    places = [number for number, shape in enumerate(shapes.NTH) if shape.fullmatch(rest)]
    if offered and (name := NAME.fullmatch(rest)):
        (mention,) = seen.of(name["name"])
        meant = [author for author in offered if author in mention.authors]
        return tuple(meant) if len(meant) == 1 else tuple(filter(None, (mention.author,)))
    if offered and not rest.strip(" ?.!"):
        return offered if len(offered) == 1 else ()
    if places:
        return _at(places[0], _choices(before, offered))
    if shapes.ALL.fullmatch(rest) and (offered or len(before.speaking) > 1):
        return offered or before.speaking
    return None


def _choices(before: Before, offered: Sequence[str]) -> Sequence[Sequence[str]]:
    """What there is to choose from: the names offered, else those asked for, else those quoted."""
    people = offered or (before.speaking if len(before.speaking) > 1 else ())
    return [(name,) for name in people] or before.heard


def _at(place: int, choices: Sequence[Sequence[str]]) -> tuple[str, ...]:
    place = len(choices) - 1 if place == len(shapes.PLACES) else place
    people = choices[place] if 0 <= place < len(choices) else ()
    return tuple(people) if len(people) == 1 else ()
