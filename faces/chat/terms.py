"""Terms of the glossary at their first mention in an answer: a button, and the card that it opens.

The words around a term stay as they are; its card says that this site explains it, not the author.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from answer.faq.entry import Term
from answer.faq.glossary import mentions
from answer.faq.markup import html
from answer.record import Answer
from faces.chat.cards import CLOSE


@dataclass(frozen=True, slots=True)
class Explained:
    """A term as a sentence of an answer, by its place among them, writes it first."""

    sentence: int
    word: str
    term: Term


def explained(answer: Answer, glossary: Mapping[str, Term]) -> tuple[Explained, ...]:
    """The first mention of each term."""
    found: dict[str, Explained] = {}
    for place, sentence in enumerate(answer.sentences):
        for mention in mentions(sentence.text, glossary):
            word = sentence.text[mention.start : mention.end]
            found.setdefault(mention.term.term, Explained(place, word, mention.term))
    return tuple(found.values())


def marked(text: str, cards: Mapping[str, str]) -> str:
    """A sentence in HTML with its terms as the ways to their cards; not within a name in bold.

    `cards` has the ids of the cards by the words that the sentence has for the terms.
    """
    ways = {escape(word): _way(word, id_) for word, id_ in cards.items()}
    if not ways:
        return text
    words = "|".join(map(re.escape, sorted(ways, key=len, reverse=True)))
    return re.sub(
        rf"<b>.*?</b>|<[^>]*>|(?<!\w)(?:{words})(?!\w)|&#?\w+;",
        lambda found: ways.pop(found.group(), found.group()),
        text,
    )


def _way(word: str, id_: str) -> str:
    return (
        f'<button class="term" type="button" data-card="{id_}" aria-haspopup="dialog">'
        f"{escape(word)}</button>"
    )


def card(one: Explained, id_: str) -> str:
    """What the glossary says of a term."""
    term = escape(one.term.term)
    return (
        f'<div class="card glossary" id="{id_}" popover tabindex="-1" role="dialog"'
        f' aria-label="glossary: {term}">{CLOSE}<p class="who"><b>{term}</b></p>'
        f'<div class="words" tabindex="0">{html(one.term.meaning)}</div>'
        '<div class="foot"><p>Explained by the glossary of this site, not by the author</p></div>'
        "</div>"
    )
