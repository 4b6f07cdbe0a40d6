"""An answer → its text as HTML: sentences with their markers, or why there are none.

Nothing is read as Markdown, and everything that is not ours is escaped.
"""

import re
from collections.abc import Iterator, Sequence
from html import escape

from answer.compose import TURNING
from answer.confidence import threshold
from answer.record import Answer, Citation, Sentence
from faces.chat import cards, terms
from faces.chat.curated import curated
from faces.chat.turn import Turn
from faces.verdicts import judged, verdicts

MARKER = r" ?\[(?P<n>\d+)\](?=\s|$)"
"""A marker in words that are still arriving; an answer that is done says where they stand."""
LONG_WORD = 20
WEAK = 0.1
"""An answer that is no surer than this above the threshold asks to be read with care."""


def body(turn: Turn) -> str:
    """What the answer says, as far as it has come."""
    if turn.entry:
        return curated(turn.entry)
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
    at, before = 0, None
    paragraphs: list[list[Sentence]] = [[]]
    for sentence in answer.sentences:
        found = answer.answer.find(sentence.text, at)
        if "\n\n" in answer.answer[at:found]:
            paragraphs.append([])
        paragraphs[-1].append(sentence)
        at = max(found, at) + len(sentence.text)
    people = [_person(turn, sentences) for sentences in paragraphs]
    for person, sentences in zip(people, paragraphs, strict=True):
        several = len(set(people)) > 1
        yield f"<h3>{person}</h3>" if several and person not in ("", before) else ""
        yield f"<p>{' '.join(_sentence_with_markers(turn, answer, one) for one in sentences)}</p>"
        before = person


def _person(turn: Turn, paragraph: Sequence[Sentence]) -> str:
    """Whose words a paragraph has, where several people are asked and these are of one."""
    numbers = {number for sentence in paragraph for number in sentence.citations}
    cited = [citation for citation in turn.citations if citation.n in numbers]
    if not turn.by_person or len({cards.voice(citation) for citation in cited}) != 1:
        return ""
    return cards.heading(cited[0], turn.people)


def _sentence_with_markers(turn: Turn, answer: Answer, sentence: Sentence) -> str:
    cited = [citation for citation in turn.citations if citation.n in sentence.citations]
    markers = "".join(_marker(turn, citation) for citation in cited)
    text = _named(sentence.text, cited)
    ids = {
        one.word: turn.term_id(place)
        for place, one in enumerate(turn.terms)
        if answer.sentences[one.sentence] is sentence
    }
    text = terms.marked(text, ids)
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
    if names:
        longest = "|".join(re.escape(escape(name)) for name in sorted(names, key=len, reverse=True))
        lead = re.sub(rf"(?<!\w)(?:{longest})(?!\w)", r"<b>\g<0></b>", lead)
    return lead + quote + escape(rest)


def _arriving(turn: Turn, text: str) -> str:
    """Words that are still arriving, with the markers among them that are known already.

    Brackets in the words of others are no markers: what is cited is passed over as a whole.
    """
    known = {citation.n: citation for citation in turn.citations}
    others = sorted({words for one in turn.citations for words in _bracketed(one)}, key=len)
    html, at = "", 0
    for found in re.finditer("|".join([*map(re.escape, reversed(others)), MARKER]), text):
        if found["n"] and (citation := known.get(int(found["n"]))):
            html += escape(text[at : found.start()]) + _marker(turn, citation)
            at = found.end()
    return html + escape(text[at:])


def _bracketed(citation: Citation) -> Iterator[str]:
    """What an answer may write of a citation that has brackets of its own, on one line."""
    for words in (citation.quote, citation.title, citation.speaker, *citation.authors):
        if words and "[" in words:
            yield " ".join(TURNING.sub("", words).split())


def _marker(turn: Turn, citation: Citation) -> str:
    name = escape(cards.voice(citation))
    return (
        f'<sup><button class="marker" type="button" data-card="{turn.id(citation)}"'
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


def as_sentence(text: str) -> str:
    """A line as a sentence: with a capital, and a full stop."""
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")
