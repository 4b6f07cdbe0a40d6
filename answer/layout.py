"""Which of the citations an answer shows, and in which order."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, zip_longest

from answer.compose import Said
from answer.people import Kind

MOST = 5
"""Quotations in an answer."""

EACH = 2
"""Quotations of one person where anybody's words are asked for."""


def laid_out(parts: Sequence[Sequence[Said]], kind: Kind) -> list[Said]:
    """The citations of an answer, by voice; each part is of one person who is asked, best first."""
    if kind == "who":
        return together(_of_many(chain(*parts)))
    most = max(1, MOST // len(parts))
    if kind == "change":
        return _by_date(_of_all_times(chain(*parts)))
    if kind == "compare":
        return [one for part in parts for one in _by_date(part[:most])]
    return together(chain(*parts))[:MOST]


def together(said: Iterable[Said]) -> list[Said]:
    """The words of each voice together, in the order in which the voices come first."""
    return list(chain(*_voices(said)))


def _voices(said: Iterable[Said]) -> list[list[Said]]:
    groups: dict[tuple[str, ...], list[Said]] = {}
    for one in said:
        groups.setdefault(one.voice, []).append(one)
    return list(groups.values())


def _of_many(said: Iterable[Said]) -> list[Said]:
    """Something of many people, those first whose names are known."""
    voices = sorted(_voices(said), key=lambda voice: not voice[0].authors)
    rounds = zip_longest(*(voice[:EACH] for voice in voices[:MOST]))
    return [one for one in chain(*rounds) if one][:MOST]


def _of_all_times(said: Iterable[Said]) -> list[Said]:
    """The best of each date, then what else there is room for."""
    ranked = list(said)
    first = {one.citation.date: one for one in reversed(ranked)}.values()
    return sorted(ranked, key=lambda one: one not in first)[:MOST]


def _by_date(said: Iterable[Said]) -> list[Said]:
    """Oldest first; those without a date stay as they are, behind the others."""
    return sorted(said, key=lambda one: one.citation.date or "9999")


def times(said: Iterable[Said]) -> Iterator[str | None]:
    """The different dates of citations."""
    yield from dict.fromkeys(one.citation.date and one.citation.date[:10] for one in said)
