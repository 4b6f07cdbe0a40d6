"""Who wrote which part of a page, and who is quoted in it. Nobody is guessed.

The order in which the rules are tried:

1. metadata names the authors of the page.
2. comments whose headers name who wrote them ("X 3y 12") are theirs; what stands before the first
   of them is the page itself.
3. the head of the page names its owner: profile, self-introduction, handle, byline.
4. a page that is nothing but a written-down conversation ("X: …") belongs to those who speak.
5. nobody is named; where people answer each other, that is said.

Then every part is cut at its quotations, and each of these is given to whoever is named for it:
the turn of the thread that holds its words, the person in "X writes: …", or nobody.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.bylines import person_in
from ingest.document import UNNAMED, Author, Basis, Evidence, Segment
from ingest.exchange import several_speak
from ingest.head import owner
from ingest.headers import Header
from ingest.names import is_full_name
from ingest.quotations import Quotation, quotations
from ingest.repeats import Earlier, repeated_lines
from ingest.speakers import Named, named_before, quotes_oneself, signed_below, told_behind
from ingest.turns import Turn, comments, conversation, shown

ASKED = re.compile(
    r"^[ \t]*(?:\*\*)?(?:Q|Question)\d*(?::|\.(?= ))(?:\*\*)?[^\n]*\n?", re.MULTILINE
)
ANSWERED = re.compile(r"^[ \t]*(?:\*\*)?(?:A|Answer)\d*(?::|\.(?= ))", re.MULTILINE)


def segments_of(text: str, authors: tuple[Author, ...] = ()) -> tuple[Segment, ...]:
    """The parts of a page with their authors: `authors` where metadata names them, else found."""
    return tuple(quoting(text, page_parts(text, authors)))


def page_parts(text: str, authors: tuple[Author, ...]) -> list[Segment]:
    """The page cut by who wrote what, its quotations not yet told apart."""
    parts = list(_parts(text, authors))
    if several_speak(text, parts):
        parts = [part if part.authors else replace(part, several=True) for part in parts]
    return parts


def _parts(text: str, authors: tuple[Author, ...]) -> Iterator[Segment]:
    turns = comments(text, 0, len(text))
    page_end = turns[0].start if turns else len(text)
    if page_end or not turns:
        yield from _page(text, page_end, authors)
    for turn in turns:
        yield from _comment(turn, text)


def _page(text: str, end: int, authors: tuple[Author, ...]) -> Iterator[Segment]:
    """What stands before the comments: the owner's, or a conversation, or nobody's."""
    owned = Segment(0, end, authors, "metadata") if authors else owner(text, end)
    spoken = conversation(text, 0, end) if owned is None else []
    if spoken:
        if spoken[0].start:
            yield Segment(0, spoken[0].start)
        for turn in spoken:
            yield from _comment(turn, text)
        if spoken[-1].end < end:
            yield Segment(spoken[-1].end, end)
        return
    owned = owned or Segment(0, end)
    if owned.start:
        yield Segment(0, owned.start)
    yield from _shown(text, owned, shown(text, owned.start, owned.end))
    if owned.end < end:
        yield Segment(owned.end, end)


def _comment(turn: Turn, text: str) -> Iterator[Segment]:
    """The header of a turn, and the words of the one whom it names."""
    header = turn.header
    yield Segment(header.start, header.end, signature=True)
    if header.end == turn.end:
        return
    if header.name is None:
        yield Segment(header.end, turn.end)
        return
    named = person_in(f"{header.name} ({header.handle})") if header.handle else Author(header.name)
    aliases = named.aliases if named.name == header.name else ()  # "(MIRI)" says where, not who
    author = Author(header.name, aliases, header.profile)
    yield Segment(
        header.end,
        turn.end,
        (author,),
        _basis(header),
        Evidence(header.start, header.end, text[header.start : header.end]),
        permalink=header.permalink,
        date=header.date,
        karma=header.karma,
    )


def _basis(header: Header) -> Basis:
    return "byline" if header.name and is_full_name(header.name) else "handle"


def _shown(text: str, owned: Segment, spoken: list[Turn]) -> Iterator[Segment]:
    """A page's own words, and among them the turns of a conversation that it shows."""
    at = owned.start
    for turn in spoken:
        if _is_owner(turn.header.name, owned):
            continue
        if turn.start > at:
            yield replace(owned, start=at, end=turn.start)
        words = Evidence(turn.start, turn.header.end, text[turn.start : turn.header.end])
        yield Segment(turn.start, turn.header.end, signature=True)
        if turn.header.end < turn.end:
            said = replace(owned, speaker=turn.header.name, speaker_evidence=words)
            yield replace(said, start=turn.header.end, end=turn.end)
        at = turn.end
    if at < owned.end or at == owned.start:
        yield replace(owned, start=at)


def _is_owner(name: str | None, owned: Segment) -> bool:
    known = [form for author in owned.authors for form in (author.name, *author.aliases)]
    forms = {_letters(word) for form in known for word in (form, *form.split())}
    return name is not None and _letters(name) in forms


def _letters(name: str) -> str:
    """A name without what user names leave out: "Daniel Filan" signs as "DanielFilan"."""
    return re.sub(r"[\W_]", "", name).casefold()


def quoting(text: str, parts: Sequence[Segment]) -> Iterator[Segment]:
    """Every part cut at its quotations, each with its speaker; turns know whom they repeat.

    The `parent` of a part is the number of a part before it, that of a piece the number of a piece.
    """
    earlier = Earlier()
    first: list[int] = []
    number = 0
    for part in parts:
        first.append(number)
        known = part.parent is not None and part.parent < len(first)
        part = replace(part, parent=first[part.parent] if known else None)  # type: ignore[index]
        for piece in [part] if part.speaker or part.signature else _cut(text, part, earlier):
            if len(parts) > 1 and not piece.signature:
                earlier.add(number, piece, text)
            yield piece
            number += 1


def _cut(text: str, part: Segment, earlier: Earlier) -> Iterator[Segment]:
    at = part.start
    for quotation in _all_quotations(text, part, earlier):
        if quotation.start < at or _own(text, quotation, part):
            continue
        said = _spoken(text, quotation, part, earlier)
        if _is_owner(said.speaker, part):
            continue
        if text[at : quotation.start].strip():
            yield replace(part, start=at, end=quotation.start)
            at = quotation.start
        yield replace(said, start=at, end=quotation.end)
        at = quotation.end
    if at < part.end or at == part.start:
        yield replace(part, start=at)


def _all_quotations(text: str, part: Segment, earlier: Earlier) -> list[Quotation]:
    """Marked quotations, questions before their answers, and lines that others wrote before."""
    marked = quotations(text, part.start, part.end)
    asked = (
        [Quotation(*span, block=False) for span in _questions(text, part)] if part.authors else []
    )
    others = repeated_lines(text, part, earlier) if part.authors else []
    repeated = [Quotation(*span, block=False) for span in others]
    return sorted([*marked, *asked, *repeated], key=lambda found: (found.start, -found.end))


def _questions(text: str, part: Segment) -> Iterator[tuple[int, int]]:
    """The questions of "Q: … A: …": from each to its answer."""
    turns = [
        *ASKED.finditer(text, part.start, part.end),
        *ANSWERED.finditer(text, part.start, part.end),
    ]
    for asked, answered in pairwise(sorted(turns, key=lambda turn: turn.start())):
        numbered = asked.group().lstrip(" \t*Question")[:1].isdigit()  # "Q3: the third quarter"
        question = not numbered or "?" in text[asked.start() : answered.start()]
        if question and asked.re is ASKED and answered.re is ANSWERED:
            yield asked.start(), answered.start()


def _own(text: str, quotation: Quotation, part: Segment) -> bool:
    """Whether an author quotes what they wrote themselves."""
    return bool(part.authors) and quotes_oneself(text, quotation.start)


def _spoken(text: str, quotation: Quotation, part: Segment, earlier: Earlier) -> Segment:
    """The quotation with its speaker: by the turn that it repeats, by name, or unnamed."""
    start, end = quotation.start, quotation.end
    repeats = earlier.who_said(text[start:end], part)
    if repeats:
        number, said = repeats
        speaker = said.speaker or (said.writers[0] if len(said.writers) == 1 else UNNAMED)
        evidence = said.speaker_evidence if said.speaker else said.evidence
        return replace(part, speaker=speaker, speaker_evidence=evidence, parent=number)
    named: Named | None = None
    if quotation.level == 1:
        if quotation.block:
            named = signed_below(text, start, end) or named_before(text, start)
        else:
            named = named_before(text, start) or told_behind(text, start, end)
    if named is None:
        return replace(part, speaker=UNNAMED)
    words = Evidence(named.start, named.end, text[named.start : named.end])
    return replace(part, speaker=named.name, speaker_evidence=words)
