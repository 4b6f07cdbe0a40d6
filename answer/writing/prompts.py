"""What is said to a language model, from prompts/, and how others' words go into it."""

import re
import unicodedata
from functools import cache
from pathlib import Path
from string import Template

from errors import PromptError
from index.passage import readable

FOLDER = Path(__file__).parents[2] / "prompts"
HOLES = {
    "system": set(),
    "write": {"evidence", "question", "manner"},
    "again": {"objections"},
    "standalone": {"history", "question"},
}
"""Every prompt with the holes that it has."""

HARMLESS = str.maketrans(
    {
        **dict.fromkeys("<＜〈《⟨", "‹"),
        **dict.fromkeys(">＞〉》⟩", "›"),
        **dict.fromkeys("[［【〔⟦{｛", "("),
        **dict.fromkeys("]］】〕⟧}｝", ")"),
        **dict.fromkeys("|｜¦", "/"),
    }
)
"""What fences, marks and the tokens of chat templates are made of, and what it is shown as."""

UNSPOKEN = str.maketrans("<>|{}", "‹›/()")

UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})
"""Kinds of characters that nobody sees: orders can be written with them."""

HEADED = re.compile(r"(?<!\S)#{2,}\s*")
"""What sets off the parts of some chats: "### Instruction:"."""


def prompt(name: str, **holes: str) -> str:
    """A prompt with its holes filled. Raises PromptError when the file is not as it must be."""
    return _template(name).substitute(holes)


def check() -> None:
    """Raises PromptError when any prompt is not as it must be."""
    for name in HOLES:
        _template(name)


@cache
def _template(name: str, folder: Path = FOLDER) -> Template:
    file = folder / f"{name}.txt"
    try:
        template = Template(file.read_text(encoding="utf-8").strip())
    except (OSError, ValueError) as error:
        raise PromptError(f"{file}: {error}") from error
    if not template.is_valid():
        raise PromptError(f"{file}: a dollar sign is written $$; see prompts/README.md")
    holes = set(template.get_identifiers())
    if holes != HOLES[name]:
        raise PromptError(
            f"{file}: has the holes {sorted(holes)} and must have {sorted(HOLES[name])}; "
            "see prompts/README.md"
        )
    return template


def plain(text: str) -> str:
    """Words of others as nothing but words: on one line, without what could end their fence, look
    like a mark, or steer a chat template.
    """
    words = readable(seen(unicodedata.normalize("NFC", text)))
    return " ".join(HEADED.sub("", words.translate(HARMLESS)).split())


def spoken(text: str) -> str:
    """Words of a model, with its marks and its lines, without what steers a chat template."""
    return seen(text).translate(UNSPOKEN)


def seen(text: str) -> str:
    """A text without the characters that nobody sees."""
    return "".join(
        character
        for character in text
        if character.isspace() or unicodedata.category(character) not in UNSEEN
    )
