"""The one door to markdown-it: Markdown → safe HTML, headings, plain text.

What editors write may hold anything: HTML in it stays text, an image becomes its description, and
a link that leads to neither a page of the web nor beside the entry becomes its words.
"""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token


def html(markdown: str, base: str | None = None) -> str:
    """Markdown as HTML; links lead from `base`, if it is given, where they are relative."""
    parser = _parser()
    tokens = parser.parse(markdown)
    for token in tokens:
        if token.children:
            token.children = list(_safe(token.children, base))
    rendered: str = parser.renderer.render(tokens, parser.options, {})
    return rendered


def sections(markdown: str, tag: str) -> Iterator[tuple[str, str]]:
    """Each heading of a kind, such as h2, with the text under it, until the next of its kind."""
    lines = markdown.splitlines(keepends=True)
    tokens = _parser().parse(markdown)
    found = [
        (token.map, _words(inline))
        for token, inline in pairwise(tokens)
        if token.type == "heading_open" and token.tag == tag and token.level == 0 and token.map
    ]
    ends = [place[0] for place, _ in found[1:]] + [len(lines)]
    for (place, heading), end in zip(found, ends, strict=True):
        yield heading, "".join(lines[place[1] : end]).strip()


def plain(markdown: str) -> str:
    """Markdown as the words of it alone, on one line."""
    return " ".join(" ".join(map(_words, _parser().parse(markdown))).split())


def _words(token: "Token") -> str:
    if token.children is None:
        return " " if token.type in ("softbreak", "hardbreak") else token.content
    return "".join(map(_words, token.children))


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # noqa: PLC0415  # most commands show no entry

    return MarkdownIt("commonmark", {"html": False}).enable("table")


def _safe(tokens: list["Token"], base: str | None) -> Iterator["Token"]:
    """The tokens of a paragraph without images and without links that lead elsewhere."""
    from markdown_it.token import Token  # noqa: PLC0415  # see above

    kept: list[bool] = []
    for token in tokens:
        if token.type == "image":
            yield Token("text", "", 0, content=token.content)
        elif token.type == "link_open":
            address = _address(str(token.attrs.get("href", "")), base)
            kept.append(address is not None)
            if address is not None:
                opened = {"href": address, "target": "_blank", "rel": "noopener noreferrer"}
                token.attrs = dict(opened)
                yield token
        elif token.type != "link_close" or kept.pop():
            yield token


def _address(href: str, base: str | None) -> str | None:
    """Where a link leads, if that is a page of the web or a place beside the entry."""
    try:
        address = urljoin(base or "", href)
        parts = urlsplit(address)
    except ValueError:
        return None
    web = parts.scheme in ("http", "https") and parts.netloc
    relative = not parts.scheme and not parts.netloc and parts.path.isprintable()
    return address if web or relative else None
