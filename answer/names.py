"""The forms of a name that people use: without its degree, its first or last word, its initials."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from ingest.spelling import without_degree

Key = tuple[str, ...]
"""The words of a name, the same however it is spelt: Zoë_O’Neil and zoe o'neil are one."""

WORD = re.compile(r"(?!(?<=[’'])[sS]\b)[^\W_]+")
"""A word of a name or a question; the "s" of a possessive is none."""

PARTICLES = frozenset(
    "al bin da de del den der di du ibn la le van von".split()  # noqa: SIM905  # reads best so
)
HONORIFIC = re.compile(r"(?:Dr|Prof|Professor|Mr|Mrs|Ms|Mx|Sir)\b\.?\s+", re.IGNORECASE)
COMPANY = re.compile(r",?\s+(?:Inc|Ltd|LLC|Corp|GmbH|PBC)\b\.?$")

ACRONYMS = frozenset(
    """
    af agi ai ais asi cs ea eu gpt hr id iq it lm lw ml mi nn ok pc pr qa rl uk un us vr xr
    """.split()  # noqa: SIM905
)
"""Initials that everybody reads as something else."""

MACHINES = frozenset(
    """
    alexa alphago alphazero bard bing chatgpt claude copilot deepseek gemini gpt grok llama
    mistral o1 siri stockfish sydney
    """.split()  # noqa: SIM905
)
"""What speaks, and writes no documents."""


def key(name: str) -> Key:
    """What a name is looked up by."""
    words = WORD.findall(plain(name))
    return tuple(words) or (name.strip(),)


def plain(text: str) -> str:
    """A text without case and accents."""
    if text.isascii():
        return text.casefold()
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@lru_cache(maxsize=10_000)
def bare(name: str) -> str:
    """A name without what is put before and behind it: titles, degrees, forms of a company."""
    return COMPANY.sub("", without_degree(HONORIFIC.sub("", name.strip(), count=1)))


def parts(name: str) -> Iterator[str]:
    """The first and the last word of a person's full name, and both without what is between."""
    words = _full(name)
    yield from (word for word in (*words[:1], *words[-1:]) if len(word) > 1)
    if len(words) > 2:
        yield f"{words[0]} {words[-1]}"


def initials(name: str) -> list[Key]:
    """The short forms of a person's full name: E. Yudkowsky, Eliezer Y., E.Y., EY."""
    words = [plain(word) for word in _full(name)]
    if not words:
        return []
    letters = tuple(word[0] for word in words if word not in PARTICLES)
    short = [(letters[0], words[-1]), (*letters[:-1], words[-1]), (words[0], letters[-1])]
    if "".join(letters) not in ACRONYMS:
        short += [letters, ("".join(letters),)]
    return list(dict.fromkeys(short))


def is_short(name: str) -> bool:
    """Whether there are initials in a name: all in capitals, "a king" is no A. King."""
    words = WORD.findall(bare(name))
    letters = [word for word in words if len(word) == 1]
    return all(map(str.isupper, letters or words))


def _full(name: str) -> list[str]:
    """The words of a first and a last name, none for anything else: "Centre for AI" is nobody's."""
    words = bare(name).replace("_", " ").split()
    capital = all(word[0].isalpha() and not word[0].islower() for word in (words[:1] + words[-1:]))
    between = all(word[0].isupper() or word in PARTICLES for word in words[1:-1])
    shouted = len(words) > 1 and len(words[-1]) > 1 and words[-1].isupper() and words[-1].isascii()
    return words if 2 <= len(words) <= 5 and capital and between and not shouted else []
