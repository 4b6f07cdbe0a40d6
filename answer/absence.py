"""Why there is no answer, or not all of one, in a sentence or two."""

import re
from collections.abc import Iterator, Sequence

from answer.compose import listed
from answer.conversation.meaning import Meaning
from answer.finding import Weighed
from answer.names import key
from answer.people import Named, Unknown
from answer.wording import phrase
from index.filters import EVERYTHING, Filters
from index.keywords import KeywordIndex
from index.search import Search
from ingest.document import Document

ENDING = r"[’'](?:s|re|ve|ll|d|m)\b"
WORD = re.compile(rf"\w+n[’']t\b|{ENDING}|(?P<word>\w+(?:(?!{ENDING})[’'-]\w+)*)")
"""Where it is no `word`, it says nothing: "didn't", and the end of "Zork's"."""

PART = re.compile(r"[^\W_]+")

LOOKED_AT, NAMED = 20, 3
"""Passages among which somebody's words are looked for, and documents or words that are named."""


def unknown(people: Sequence[Unknown]) -> Iterator[str]:
    """Who is asked for and is not here, and who may be meant."""
    absent = [one for one in people if not one.shared]
    if absent:
        yield phrase("abstain.absent", who=listed([one.name for one in absent]))
    for one in absent:
        if one.maybe:
            yield phrase("abstain.maybe", who=listed(one.maybe, "or"))
    for one in people:
        if one.shared:
            yield phrase("abstain.shared", called=one.name, who=listed(one.maybe, "or"))


def beforehand(meaning: Meaning, search: Search, filters: Filters) -> Iterator[str]:
    """Why there can be no answer whatever is found, if that is so.

    An empty reason where all is said by who is `unknown`.
    """
    named = meaning.named
    if meaning.unclear:
        yield phrase("abstain.unclear", who=listed(meaning.unclear, "or"))
    elif named.unknown and not named.speaking:
        yield ""
        yield from quoted(named, search, filters)
    elif named.speaking and named.subject == named.asked:
        yield no_subject(named.speaking)


def quoted(named: Named, search: Search, filters: Filters) -> Iterator[str]:
    """Where those who are not here are quoted by others."""
    for one in named.unknown:
        if one.maybe:
            continue
        hits = search.hits(f"{one.name} {named.subject}", LOOKED_AT, filters)
        documents = {hit.document.id: hit.document for hit in hits}.values()
        places = [_title(document) for document in documents if _quotes(document, one.name)]
        if places:
            yield phrase("abstain.quoted", who=one.name, places=listed(places[:NAMED]))


def no_subject(people: Sequence[str]) -> str:
    """That the question does not say what it is about."""
    return phrase("abstain.no_subject", who=listed(people))


def nothing(people: Sequence[str], filters: Filters) -> str:
    """That nothing is found, of these people if any are asked for their words."""
    if not people:
        return phrase("abstain.nothing")
    if filters == EVERYTHING:
        return off_subject(people)
    return phrase("abstain.filtered", who=listed(people))


def off_subject(people: Sequence[str]) -> str:
    """That what there is of some people is about something else."""
    return phrase("abstain.off_subject", who=listed(people))


def not_answered(named: Named, closest: Weighed, keywords: KeywordIndex) -> Iterator[str]:
    """That nothing is an answer: what is missing, and the closest thing that there is."""
    strange = unheard(named.subject, keywords)
    if named.speaking:
        yield off_subject(named.speaking)
    elif strange:
        yield phrase("abstain.unheard", what=listed([f"“{name}”" for name in strange], "or"))
    else:
        yield phrase("abstain.not_answered")
    hit = closest.runs[0].hit
    authors = hit.segment.writers
    place = hit.document.title or hit.document.path or hit.document.id
    if authors:
        yield phrase("abstain.closest_by", place=place, who=listed(authors))
    else:
        yield phrase("abstain.closest", place=place)
    if closest.lacking and not strange:
        yield phrase(f"abstain.no_{closest.lacking.kind}")


def unheard(question: str, keywords: KeywordIndex) -> list[str]:
    """The words of a question that no passage holds; if there are names among them, only these.

    Names that stand side by side are one.
    """
    found: list[tuple[int, int]] = []
    for word in WORD.finditer(question):
        if not _is_unheard(word["word"] or "", keywords):
            continue
        beside = found and question[found[-1][1] : word.start()].isspace()
        if beside and question[found[-1][0]].isupper() and word.group()[0].isupper():
            found[-1] = found[-1][0], word.end()
        else:
            found.append(word.span())
    texts = [question[start:end] for start, end in found]
    names = [text for (start, _), text in zip(found, texts, strict=True) if _is_name(text, start)]
    return (names or texts)[:NAMED]


def _is_unheard(word: str, keywords: KeywordIndex) -> bool:
    """Whether a part of a word says something, and no passage has it, nor a title.

    Letters alone, as in "O'Neill" and "x-ray", stand everywhere.
    """
    return any(
        len(part) > 1 and keywords.terms(part) and not keywords.best(part, 1, EVERYTHING)
        for part in PART.findall(word)
    )


def _is_name(text: str, start: int) -> bool:
    return start > 0 and text[0].isupper()


def _quotes(document: Document, name: str) -> bool:
    return any(part.speaker and key(part.speaker) == key(name) for part in document.segments)


def _title(document: Document) -> str:
    return f"“{document.title or document.path or document.id}”"
