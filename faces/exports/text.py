"""An answer → plain text to paste somewhere, with its sources under it."""

from answer.record import Answer, Citation
from faces.chat.cards import address, place, voice
from faces.verdicts import summary
from index.passage import readable


def text(answer: Answer) -> str:
    """The question, the answer with its markers, and who said where what each of these marks."""
    notes = filter(None, (answer.reason if not answer.abstained else None, summary(answer)))
    sources = "\n".join(map(_source, answer.citations))
    parts = (answer.question, answer.answer, *notes, sources)
    return "\n\n".join(filter(None, parts)) + "\n"


def _source(citation: Citation) -> str:
    url, quote = address(citation.link or citation.url), readable(citation.quote)
    line = f"[{citation.n}] {voice(citation)}, {place(citation)}: “{quote}”"
    return f"{line} {url}" if url else line
