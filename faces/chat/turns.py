"""A question with its answer → HTML: the text with its markers, the sources beside it.

Nothing is read as Markdown, and everything that is not ours is escaped.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from itertools import groupby

from answer.confidence import threshold
from answer.record import Answer, Citation, Sentence
from faces.chat import cards
from faces.chat.authors import Authors
from faces.chat.cards import line
from faces.chat.elsewhere import elsewhere
from faces.pages.shell import document_address
from faces.verdicts import judged, verdicts
from index.passage import readable
from ingest.archive import Archive
from ingest.document import UNNAMED

MARKER = re.compile(r" ?\[(?P<n>\d+)\](?=\s|$)")
"""A marker in words that are still arriving; an answer that is done says where they stand."""
LONG_WORD, LONG_QUESTION = 20, 160
WEAK = 0.1
"""An answer that is no surer than this above the threshold asks to be read with care."""


@dataclass(slots=True)
class Turn:
    """One question and what has come of it so far.

    `only` says what it is asked of, if not of everything; `people` has the ids of the cards about
    authors by their names; `instead` are the questions that may have been meant; `unchecked` is
    what a language model is writing.
    """

    number: int
    question: str
    only: str = ""
    status: str = ""
    unchecked: str = ""
    text: str = ""
    citations: list[Citation] = field(default_factory=list)
    cards: list[str] = field(default_factory=list)
    people: dict[str, str] = field(default_factory=dict)
    answer: Answer | None = None
    instead: tuple[str, ...] = ()
    error: str = ""
    stopped: bool = False

    def cite(self, citation: Citation, archive: Archive, authors: Authors) -> None:
        """Take in a citation with its card, and the cards about those who wrote it."""
        document = archive.document(citation.document)
        part = cards.segment(citation, document)
        quoting = [author.name for author in part.authors] if part else []
        for name in (*citation.authors, *quoting):
            self._introduce(name, authors)
        others = elsewhere(citation, archive)
        self.citations.append(citation)
        self.cards.append(cards.card(citation, document, _id(self, citation), self.people, others))

    def _introduce(self, name: str, authors: Authors) -> None:
        id_ = f"author-{self.number}-{len(self.people) + 1}"
        if name not in self.people and (card := authors.card(name, id_)):
            self.people[name] = id_
            self.cards.append(card)


def rendered(turn: Turn) -> str:
    """The turn as it stands."""
    long = " long" if len(turn.question) > LONG_QUESTION else ""
    return (
        f'<article class="turn" id="turn-{turn.number}">'
        f'<h2 class="question{long}">{escape(turn.question)}</h2>{_only(turn)}{_understood(turn)}'
        f'<div class="answer" aria-live="polite">{_body(turn)}</div>'
        f"{_sources(turn)}{''.join(turn.cards)}</article>"
    )


def _only(turn: Turn) -> str:
    return f'<p class="narrowed">{escape(turn.only)}</p>' if turn.only else ""


def _understood(turn: Turn) -> str:
    """The question as it was understood, where it goes on from what was asked before."""
    asked = turn.answer.asked if turn.answer else turn.question
    if turn.number == 1 or line(asked) == line(turn.question):
        return ""
    return f'<p class="narrowed">understood as “{escape(line(asked))}”</p>'


def _body(turn: Turn) -> str:
    if turn.error:
        return f'<p class="error" role="alert">{escape(as_sentence(turn.error))}</p>'
    if turn.answer and turn.answer.abstained:
        reason = escape(turn.answer.reason or turn.answer.answer)
        label = "No answer yet" if reason.endswith("?") else "No answer in this corpus"
        return (
            f'<div class="abstention"><p class="label">{label}</p>'
            f"<p>{reason}</p>{_instead(turn)}</div>"
        )
    if turn.answer and turn.answer.sentences:
        return (
            "".join(_paragraphs(turn, turn.answer))
            + _missing(turn, turn.answer)
            + verdicts(turn.answer)
            + _caution(turn.answer)
        )
    text = "".join(f"<p>{_arriving(turn, part)}</p>" for part in turn.text.split("\n\n") if part)
    return text + _working(turn)


def _instead(turn: Turn) -> str:
    """The questions that may have been meant, each a button that asks it."""
    return "".join(
        f'<button class="instead" type="button">{escape(question)}</button>'
        for question in turn.instead
    )


def _working(turn: Turn) -> str:
    """What is being done, under the words that nobody has checked yet."""
    if turn.answer:
        return ""
    unchecked, stopped = "", "stopped"
    if turn.unchecked:
        read = "" if turn.stopped else ' aria-hidden="true"'  # not each word that comes
        unchecked = f'<p class="unchecked"{read}>{escape(turn.unchecked)}</p>'
        stopped = "stopped before the last words were checked"
    if turn.stopped:
        return f'{unchecked}<p class="status">{stopped}</p>'
    return f'{unchecked}<p class="status working">{escape(turn.status)}</p>'


def _paragraphs(turn: Turn, answer: Answer) -> Iterator[str]:
    """The sentences of an answer that is done, in the paragraphs that its text has."""
    paragraph, at = "", 0
    for sentence in answer.sentences:
        found = answer.answer.find(sentence.text, at)
        if "\n\n" in answer.answer[at:found]:
            yield f"<p>{paragraph}</p>"
            paragraph = ""
        paragraph += (" " if paragraph else "") + _sentence_with_markers(turn, sentence)
        at = max(found, at) + len(sentence.text)
    yield f"<p>{paragraph}</p>"


def _sentence_with_markers(turn: Turn, sentence: Sentence) -> str:
    cited = [citation for citation in turn.citations if citation.n in sentence.citations]
    markers = "".join(_marker(turn, citation) for citation in cited)
    text = _named(sentence.text, cited)
    if sentence.verdict != "quoted":
        text = judged(text, sentence.verdict)
    return _together(text, markers)


def _together(text: str, markers: str) -> str:
    """The markers on one line with the last word before them."""
    head, space, last = text.rpartition(" ")
    if not markers or "<" in last or len(last) > LONG_WORD:
        return text + markers
    return f'{head}{space}<span class="tail">{last}{markers}</span>'


def _named(text: str, cited: list[Citation]) -> str:
    """A sentence with the names in its lead-in, before the first quoted word, in bold."""
    lead, quote, rest = text.partition("“")
    names = {name for citation in cited for name in (*citation.authors, citation.speaker) if name}
    lead = escape(lead)
    for name in map(escape, sorted(names)):
        lead = lead.replace(name, f"<b>{name}</b>")
    return lead + quote + escape(rest)


def _arriving(turn: Turn, text: str) -> str:
    """Words that are still arriving, with the markers among them that are known already."""
    known = {citation.n: citation for citation in turn.citations}
    html, at = "", 0
    for found in MARKER.finditer(text):
        if citation := known.get(int(found["n"])):
            html += escape(text[at : found.start()]) + _marker(turn, citation)
            at = found.end()
    return html + escape(text[at:])


def _marker(turn: Turn, citation: Citation) -> str:
    name = escape(cards.voice(citation))
    return (
        f'<sup><button class="marker" type="button" data-card="{_id(turn, citation)}"'
        f' aria-haspopup="dialog" aria-label="citation {citation.n}, {name}">'
        f"[{citation.n}]</button></sup>"
    )


def _missing(turn: Turn, answer: Answer) -> str:
    """Who was asked for too and is not in the corpus."""
    reason = f'<p class="caution">{escape(answer.reason)}</p>' if answer.reason else ""
    return reason + _instead(turn)


def _caution(answer: Answer) -> str:
    if answer.confidence >= threshold() + WEAK:
        return ""
    return '<p class="caution">A weak match: these words may only be near the question.</p>'


def _sources(turn: Turn) -> str:
    if not turn.citations:
        return ""
    count = len(turn.citations)
    groups = "".join(_group(turn, list(group)) for _, group in groupby(turn.citations, _by_voice))
    return (
        f'<details class="sources"><summary>{count} source{"s" if count > 1 else ""}</summary>'
        f"<div>{groups}</div></details>"
    )


def _by_voice(citation: Citation) -> tuple[str, str]:
    """What is one author's; unnamed people are one only within a document."""
    voice = cards.voice(citation)
    named = citation.authors or citation.speaker not in (None, UNNAMED)
    return voice, "" if named else citation.document


def _group(turn: Turn, citations: list[Citation]) -> str:
    first = citations[0]
    entries = "".join(_entry(turn, citation) for citation in citations)
    quoted = ", quoted" if first.speaker not in (None, UNNAMED) else ""
    return f"<section><h3>{cards.heading(first, turn.people)}{quoted}</h3>{entries}</section>"


def _entry(turn: Turn, citation: Citation) -> str:
    place = document_address(citation.document, citation.start, citation.end)
    return (
        f'<button class="source" type="button" data-card="{_id(turn, citation)}"'
        f' aria-haspopup="dialog"><span class="n">{citation.n}</span>'
        f'<span class="excerpt">{escape(readable(citation.quote))}</span></button>'
        f'<a class="place" href="{escape(place)}" target="_blank"'
        f' title="the whole text">{escape(cards.place(citation))}</a>'
    )


def _id(turn: Turn, citation: Citation) -> str:
    return f"card-{turn.number}-{citation.n}"


def as_sentence(text: str) -> str:
    """A line as a sentence: with a capital, and a full stop."""
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")
