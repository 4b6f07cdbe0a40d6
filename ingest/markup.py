"""The Markdown that stands in the way of reading who says what."""

import re

LINK = re.compile(r"\[(?P<words>[^\[\]\n]*)\]\((?P<address>(?:[^()\s]|\([^()\s]*\))*)\)")
FENCE = re.compile(r"^(?:```|~~~).*?(?:^(?:```|~~~)[^\n]*$|\Z)", re.MULTILINE | re.DOTALL)
"""Code: nobody's header and nobody's quotation."""


def unlinked(text: str) -> str:
    """A text with the words of its links alone."""
    return LINK.sub(lambda link: link["words"], text)


def addresses(text: str) -> dict[str, str]:
    """The web addresses that a text links to, by the words of the links."""
    found = {link["words"]: link["address"] for link in LINK.finditer(text)}
    return {words: address for words, address in found.items() if address.startswith("http")}
