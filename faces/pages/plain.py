"""An answer as a page that needs no script: its sentences, and under them whose words these are."""

from html import escape

from answer.record import Answer, Citation
from faces.chat.cards import address, place, voice
from faces.http.citing import markers
from faces.pages.shell import document_address, shell
from faces.render import BASES
from faces.verdicts import verdicts
from index.passage import readable

WHAT = "Answers in the words of the people who wrote about AI alignment, each with its place."


def ask_form(question: str = "") -> str:
    """The form that asks without a script."""
    return (
        '<form action="ask" method="get"><input name="q" aria-label="Question" maxlength="4000"'
        f' placeholder="Ask a question" value="{escape(question)}">'
        '<button type="submit">Ask</button></form>'
    )


def ask_page() -> str:
    """The page before a question."""
    return shell("Ask", f"<h1>{WHAT}</h1>{ask_form()}", "./")


def answer_page(answer: Answer) -> str:
    """The page of an answer."""
    notes = verdicts(answer)
    if answer.reason and not answer.abstained:
        notes = f"<p>{escape(answer.reason)}</p>{notes}"
    label = '<p class="facts">No answer in this corpus</p>' if answer.abstained else ""
    said = escape(answer.reason) if answer.abstained and answer.reason else _marked(answer)
    paragraphs = "".join(f"<p>{part}</p>" for part in said.split("\n\n"))
    sources = "".join(map(_source, answer.citations))
    return shell(
        answer.question,
        f"{ask_form(answer.question)}<h1>{escape(answer.question)}</h1>{label}{paragraphs}{notes}"
        + (f'<h2>Sources</h2><ol class="sources">{sources}</ol>' if sources else ""),
        "./",
    )


def error_page(question: str, error: str) -> str:
    """What speaks against a question, with the form to ask another."""
    return shell("Ask", f'{ask_form(question)}<p role="alert">{escape(error)}</p>', "./")


def _marked(answer: Answer) -> str:
    """The words of an answer, its markers leading to the sources."""
    html, at = "", 0
    for number, start, end in markers(answer):
        html += f'{escape(answer.answer[at:start])}<a href="#source-{number}">[{number}]</a>'
        at = end
    return html + escape(answer.answer[at:])


def _source(citation: Citation) -> str:
    here = document_address(citation.document, citation.start, citation.end)
    url = address(citation.link or citation.url)
    there = f' · <a href="{escape(url)}" rel="noopener noreferrer">original</a>' if url else ""
    basis = "" if citation.speaker else f" ({escape(BASES[citation.attribution.basis])})"
    return (
        f'<li id="source-{citation.n}" value="{citation.n}">'
        f"<blockquote>{escape(readable(citation.quote))}</blockquote>"
        f"<p><b>{escape(voice(citation))}</b>{basis}, {escape(place(citation))}</p>"
        f'<p><a href="{escape(here)}">Read the whole text</a>{there}</p></li>'
    )
