"""Words as only a machine reads them: orders that nobody sees, or that look like something else."""

import codecs
from base64 import b64encode
from collections.abc import Callable

ALIKE = str.maketrans("aceopxyABCEHKMOPTX", "асеорхуАВСЕНКМОРТХ")
"""Latin letters, and Cyrillic ones that look the same."""

TAGS = 0xE0000
"""Where Unicode has a second ASCII that is not shown."""


def zero_width(text: str) -> str:
    """Each letter between two spaces of no width."""
    return "".join(f"\u200b{letter}\u200c" for letter in text)


def tags(text: str) -> str:
    """The text in characters that are not shown."""
    return "".join(chr(TAGS + ord(letter)) for letter in text if letter.isascii())


def bidi(text: str) -> str:
    """Backwards, in an override that shows it forwards."""
    return f"\u202e{text[::-1]}\u202c"


DISGUISES: dict[str, Callable[[str], str]] = {
    "zero_width": zero_width,
    "base64": lambda text: b64encode(text.encode()).decode(),
    "homoglyph": lambda text: text.translate(ALIKE),
    "bidi": bidi,
    "tags": tags,
    "rot13": lambda text: codecs.encode(text, "rot13"),
    "spaced": " ".join,
    "soft": "\u00ad".join,
}
"""Each by the end of the name of its hole in attacks.toml."""
