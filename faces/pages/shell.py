"""What all pages have around what they say, and the addresses by which they know each other.

The addresses are relative to the folder of the page, so that they hold behind any prefix.
"""

from html import escape
from pathlib import Path
from urllib.parse import quote, urlencode

STYLE = (Path(__file__).parent / "pages.css").read_text
SAID = "said"
"""The anchor of the words that a page of a document is opened for."""


def shell(title: str, body: str, up: str = "../") -> str:
    """A whole page; `up` leads from it to the chat."""
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)} · Whosaid</title>"
        f'<link rel="stylesheet" href="{up}pages.css"></head><body>'
        f'<header><a href="{up}">Whosaid</a> <nav><a href="{up}authors">Authors</a></nav></header>'
        f"<main>{body}</main></body></html>"
    )


def document_address(id_: str, start: int | None = None, end: int | None = None) -> str:
    """Where the page of a document is, at some words of it if they are given."""
    words = "" if start is None else f"?{urlencode({'start': start, 'end': end})}#{SAID}"
    return f"d/{quote(id_, safe='')}{words}"


def author_address(name: str) -> str:
    """Where the page of an author is."""
    return f"authors/{quote(name, safe='')}"


def author_link(name: str, up: str = "../") -> str:
    """A name that leads to the page of its author."""
    return f'<a href="{up}{escape(author_address(name))}">{escape(name)}</a>'


def notice(title: str, words: str, up: str = "../") -> str:
    """A page that has only a sentence to say."""
    return shell(title, f"<h1>{escape(title)}</h1><p>{escape(words)}</p>", up)
