"""An answer of the FAQ, as HTML: people wrote it, and that is said first."""

from html import escape

from answer.faq.entry import Entry
from answer.faq.markup import html
from faces.chat.cards import address


def curated(entry: Entry) -> str:
    """The answer with the question that it was written to."""
    url = address(entry.url)
    page = (
        f' · <a href="{escape(url)}" target="_blank" rel="noopener noreferrer">its page</a>'
        if url
        else ""
    )
    return (
        f'<div class="curated"><p class="label">Answered by people, to the question'
        f" “{escape(entry.question)}”{page}</p>{html(entry.answer, entry.url)}</div>"
        '<button class="corpus" type="button">Ask the corpus instead</button>'
    )
