"""An answer as plain text for a terminal, and as Markdown for a file."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import fill
from typing import TYPE_CHECKING, Any

from answer.record import Answer, Citation
from faces.verdicts import summary
from index.hit import Hit
from index.passage import readable
from ingest.document import UNNAMED
from ingest.people import Person

if TYPE_CHECKING:
    from ingest.run import Report


def terminal(answer: Answer, width: int) -> str:
    """The answer, and under it each quotation's author and place, wrapped to a width."""
    parts = [fill(readable(part), width) for part in answer.answer.split("\n\n")]
    parts += [fill(note, width) for note in _notes(answer)]
    if answer.citations:
        parts.append("\n".join(map(_source, answer.citations)))
    return printable("\n\n".join(parts))


def _notes(answer: Answer) -> Iterator[str]:
    """What a reader should know of an answer beside it."""
    if answer.reason and not answer.abstained:
        yield answer.reason
    if said := summary(answer):
        yield said


def _source(citation: Citation) -> str:
    lines = [f"[{citation.n}] {_who(citation)}{_basis(citation)}", f"    {place(citation)}"]
    if citation.also:
        others = ", ".join(
            f"{other.path or other.document}:{other.start}" for other in citation.also
        )
        lines.append(f"    also at {others}")
    if citation.link:
        lines.append(f"    {citation.link}")
    return "\n".join(lines)


def _who(citation: Citation) -> str:
    if citation.speaker:
        return quoted(citation.speaker)
    return ", ".join(citation.authors) or "author not named"


def quoted(speaker: str) -> str:
    """Who is quoted, in a few words."""
    return "unnamed speaker" if speaker == UNNAMED else f"{speaker}, quoted"


def printable(text: str) -> str:
    """Other people's words without what steers a terminal."""
    return CONTROL.sub("", text)


def place(citation: Citation) -> str:
    """Where the words stand: title, heading, date, and the file with their offsets."""
    title = f"“{citation.title}”" if citation.title else None
    day = citation.date[:10] if citation.date else None
    where = f"{citation.path or citation.document}:{citation.start}-{citation.end}"
    return ", ".join(filter(None, (title, citation.heading, day, where)))


def _basis(citation: Citation) -> str:
    evidence = citation.attribution.evidence
    words = f": “{' '.join(evidence.text.split())}”" if evidence else ""
    known = citation.authors and not citation.speaker
    return f" ({BASES[citation.attribution.basis]}{words})" if known else ""


CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
"""Control characters but the line feed."""

BASES: Mapping[str, str] = {
    "metadata": "from the page's metadata",
    "byline": "from the byline",
    "profile": "from the profile header",
    "self-introduction": "from the page's introduction",
    "handle": "only a user name is known",
    "registry": "from this corpus's own list of authors",
    "unknown": "the source does not name its author",
}
"""On what an attribution rests, in words."""


def markdown(answer: Answer) -> str:
    """The answer as a section of a Markdown document."""
    question, asked = (" ".join(text.split()) for text in (answer.question, answer.asked))
    lines = [f"## {question}", ""]
    if asked != question:
        lines += [f"*understood as “{asked}”*", ""]
    if answer.abstained:
        return "\n".join([*lines, f"*{answer.answer}*", ""])
    lines += [answer.answer, ""]
    for note in _notes(answer):
        lines += [f"*{note}*", ""]
    for citation in answer.citations:
        who = _who(citation)
        link = f" <{citation.link}>" if citation.link else ""
        lines.append(f"{citation.n}. {who}, {place(citation)}{link}")
    return "\n".join([*lines, ""])


def hits(found: Iterable[Hit], width: int) -> str:
    """Passages with their authors and places, best first."""
    return printable("\n\n".join(_hit(number, hit, width) for number, hit in enumerate(found, 1)))


def _hit(number: int, hit: Hit, width: int) -> str:
    authors = ", ".join(hit.segment.writers) or "author not named"
    title = f"“{hit.document.title}”, " if hit.document.title else ""
    where = f"{hit.document.path or hit.document.id}:{hit.passage.start}-{hit.passage.end}"
    text = fill(readable(hit.text), width, initial_indent="    ", subsequent_indent="    ")
    return f"[{number}] {hit.score:.2f}  {authors}, {title}{where}\n{text}"


def report(done: "Report") -> Iterator[str]:
    """What an ingest did: a line for each thing that was left out, then the totals."""
    for skipped in done.skipped:
        yield printable(" ".join(f"skipped {skipped.place}: {skipped.reason}".split()))
    yield (
        f"{done.added} added, {done.changed} changed, {done.unchanged} unchanged, "
        f"{done.removed} removed, {len(done.skipped)} skipped"
    )


def people(found: Sequence[Person]) -> str:
    """The authors with their other names, their documents, and on what each of it rests."""
    rows = [("author", "also called", "documents", "known from")]
    rows += [
        (
            person.name,
            ", ".join((*person.signed[1:], *person.aliases)),
            str(person.documents),
            BASES[person.basis] + _words(person.evidence),
        )
        for person in found
    ]
    header, *lines = table(rows).split("\n")
    below = ((line, *_joins(person)) for line, person in zip(lines, found, strict=True))
    return printable("\n".join([header, *(line for block in below for line in block)]))


def _words(evidence: str | None) -> str:
    return f": “{' '.join(evidence.split())}”" if evidence else ""


def _joins(person: Person) -> Iterator[str]:
    """A line for each other name and why it is theirs, or why it is not taken for theirs."""
    for join in person.joins:
        yield f"    also {join.name}: {' '.join(join.evidence.split())}"
    for join in person.refused:
        yield f"    not {join.name}, though: {' '.join(join.evidence.split())}"


def state(record: Mapping[str, Any]) -> str:
    """What `whosaid status` prints, a line for each thing."""
    model = record["model"]
    shown = {
        "data folder": record["data"],
        "documents": f"{record['documents']:,} by {record['authors']:,} authors",
        "sources": ", ".join(f"{name} ({count:,})" for name, count in record["sources"].items()),
        "dates": f"{record['from'] or 'none'} to {record['to'] or 'none'}",
        "passages": f"{record['passages']:,} of {record['sentences']:,} sentences",
        "repeated": f"{record['repeated_sentences']:,} sentences stand in more than one place",
        "to index": f"{record['pending_characters']:,} characters",
        "model": f"{model['name']}, {model['dimension']} dimensions, {model['precision']}",
        "built by": f"version {record['version']}, splitter {record['splitter']}",
        "duplicates": "{documents:,} documents, of the same text in groups: {groups:,}".format(
            **record["duplicates"]
        ),
    }
    groups = [("", _same(group)) for group in record["duplicate_groups"][:SHOWN_GROUPS]]
    return printable(table([*shown.items(), *groups]))


def _same(group: Mapping[str, Any]) -> str:
    """Some documents of a group, and why they are taken for the same text."""
    names = [one["title"] or one["path"] or one["document"] for one in group["documents"]]
    more = f" and {len(names) - SHOWN_GROUPS} more" if len(names) > SHOWN_GROUPS else ""
    return f"{SAME[group['reason']]}: {', '.join(names[:SHOWN_GROUPS])}{more}"


SHOWN_GROUPS = 3
SAME: Mapping[str, str] = {
    "address": "at one address",
    "near": "nearly the same words",
    "excerpt": "whole and excerpt",
}
"""Why documents are taken for the same text, in words."""


def table(rows: Sequence[Sequence[str]]) -> str:
    """Rows in columns that align; the first row is the header."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = (
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        for row in rows
    )
    return "\n".join(line.rstrip() for line in lines)
