"""The raw pages that the seed questions are asked of: these say whose page each one is."""

import re
from collections.abc import Iterator
from pathlib import Path

from evals.questions import load
from evals.sheets import Page, Whose

HEADER = re.compile(r"Wiki Contributions|Comments")
ASKED = re.compile(r"Q: ")


def raw_pages(shared: Path) -> Iterator[Page]:
    """Each page is its owner's, but for the questions of "Q: … A: …"; or nobody's."""
    seed = load("seed", shared)
    for name, text in seed.corpus.items():
        names = {question.authors or () for question in seed.questions if question.document == name}
        owner = names.pop()
        truths = _truths(text, Whose(owner, told=bool(owner)))
        yield Page(name, name, True, text, tuple(truths))


def _truths(text: str, owner: Whose) -> Iterator[tuple[tuple[int, int], Whose]]:
    for line in re.finditer(r"[^\n]+", text):
        words = line.group().strip()
        if not words or HEADER.fullmatch(words) or words in owner.names:
            continue
        yield line.span(), Whose((), False, True) if ASKED.match(words) else owner
