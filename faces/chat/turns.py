"""A question with its answer → HTML: the text with its markers, the sources beside it.

Nothing is read as Markdown, and everything that is not ours is escaped.
"""

from html import escape

from faces.chat import terms
from faces.chat.actions import actions, offers
from faces.chat.body import body
from faces.chat.cards import line
from faces.chat.sources import sources
from faces.chat.turn import Turn

LONG_QUESTION = 160


def rendered(turn: Turn) -> str:
    """The turn as it stands, with what the browser is to keep of it.

    The cards come first and in an order that lasts: where the rest changes, gradio keeps elements
    by their places, and an open card would get the words of another.
    """
    long = " long" if len(turn.question) > LONG_QUESTION else ""
    kept = escape(turn.kept().model_dump_json(by_alias=True, exclude_defaults=True))
    return (
        f'<article class="turn" id="turn-{turn.number}" data-kept="{kept}">'
        f'<div class="cards">{"".join(turn.cards)}{_terms(turn)}</div>'
        f'<h2 class="question{long}">{escape(turn.question)}</h2>{_only(turn)}{_understood(turn)}'
        f'<div class="answer" aria-live="polite">{body(turn)}</div>'
        f"{sources(turn)}{actions(turn)}{offers(turn)}</article>"
    )


def _terms(turn: Turn) -> str:
    """The cards of the terms that the answer has."""
    return "".join(terms.card(one, turn.term_id(place)) for place, one in enumerate(turn.terms))


def _only(turn: Turn) -> str:
    return f'<p class="narrowed">{escape(turn.only)}</p>' if turn.only else ""


def _understood(turn: Turn) -> str:
    """The question as it was understood, where it goes on from what was asked before."""
    asked = turn.answer.asked if turn.answer else turn.question
    if turn.number == 1 or line(asked) == line(turn.question):
        return ""
    return f'<p class="narrowed">understood as “{escape(line(asked))}”</p>'
