"""What a reader can do with an answer: a quiet row of buttons under it. actions.js acts on them."""

from html import escape

from answer.record import Answer
from faces.chat.turn import Turn

FORMATS = {
    "markdown": "Markdown",
    "json": "JSON",
    "bibtex": "BibTeX of the sources",
    "csl": "CSL of the sources",
}


def actions(turn: Turn) -> str:
    """The row under a turn that is over."""
    if not turn.over:
        return ""
    whole = turn.answer
    given = bool(whole and whole.sentences)
    buttons = [
        _button("again", "Ask again"),
        _button("edit", "Edit question"),
        _button("copy", "Copy") + _export(whole) if whole and given else "",
        _button("link", "Copy link"),
        _rating(turn),
    ]
    return (
        '<div class="actions" role="group" aria-label="what to do with this answer">'
        f"{''.join(buttons)}</div>"
    )


def offers(turn: Turn) -> str:
    """Questions to go on with, each a button that asks it."""
    asked = turn.related or turn.next
    if not asked:
        return ""
    label = "Related questions" if turn.related else "Go on with"
    buttons = "".join(
        f'<button class="instead" type="button">{escape(question)}</button>' for question in asked
    )
    return f'<div class="next" role="group" aria-label="{label}"><p>{label}</p>{buttons}</div>'


def _button(name: str, words: str) -> str:
    return f'<button class="{name}" type="button">{words}</button>'


def _export(answer: Answer) -> str:
    """The formats to choose from; works to cite are there only where something is cited."""
    formats = list(FORMATS.items())[: None if answer.citations else 2]
    buttons = "".join(
        f'<button type="button" data-format="{format_}">{words}</button>'
        for format_, words in formats
    )
    return f'<details class="export"><summary>Export</summary><div>{buttons}</div></details>'


def _rating(turn: Turn) -> str:
    """The thumbs, and the form for a reason that a thumb opens."""
    rated = turn.entry.id if turn.entry else turn.answer.id if turn.answer else None
    if rated is None:
        return ""
    kind = "faq" if turn.entry else "corpus"
    thumbs = "".join(
        f'<button class="thumb" type="button" data-thumb="{thumb}" aria-pressed="false">'
        f"{words}</button>"
        for thumb, words in (("up", "Yes"), ("down", "No"))
    )
    return (
        f'<span class="rating" data-answer="{escape(rated)}" data-kind="{kind}" role="group"'
        f' aria-label="Was this helpful?"><span>Helpful?</span> {thumbs}</span>'
        '<form class="reason" hidden><label>Why? <input name="reason" maxlength="4000"'
        ' autocomplete="off" placeholder="if you like to say"></label>'
        '<button type="submit">Send</button></form>'
    )
