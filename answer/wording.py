"""The words around quotations, from prompts/answer.toml."""

import tomllib
from functools import cache
from pathlib import Path
from string import Template

from errors import PromptError

FILE = Path(__file__).parent.parent / "prompts" / "answer.toml"
HOLES = {
    "lead.first": {"who"}, "lead.first_several": {"who"}, "lead.other": {"who"},
    "lead.other_several": {"who"}, "lead.again": set(), "lead.again_there": set(),
    "lead.first_unnamed": set(), "lead.other_unnamed": set(),
    "lead.first_of_several": set(), "lead.other_of_several": set(),
    "lead.dated": {"when", "who"}, "lead.dated_several": {"when", "who"},
    "lead.quoting": {"by", "who"}, "lead.quoted": {"who", "title"},
    "when.day": {"date"}, "when.period": {"date"},
    "quoted.unnamed": set(), "quoted.somebody": set(),
    "abstain.absent": {"who"}, "abstain.maybe": {"who"}, "abstain.shared": {"called", "who"},
    "abstain.quoted": {"places", "who"}, "abstain.off_subject": {"who"},
    "abstain.filtered": {"who"}, "abstain.no_subject": {"who"}, "abstain.one_time": {"who"},
    "abstain.too_many": set(), "abstain.nothing": set(),
    "abstain.not_answered": set(), "abstain.unheard": {"what"},
    "abstain.no_time": set(), "abstain.no_number": set(), "abstain.closest": {"place"},
    "abstain.closest_by": {"place", "who"},
    "abstain.no_more": set(), "abstain.unclear": {"who"},
    "evidence.nobody": set(), "evidence.answering": {"who"}, "objection.number": set(),
    "objection.nobody": set(), "lead.according": {"who"}, "quoted.by": {"by"},
    "lead.quoted_untitled": {"who"},
    "manner.default": set(), "manner.concise": set(), "manner.detailed": set(),
    "manner.plain": set(),
    "note.writing": {"model"}, "note.draft": {"number", "of"}, "note.again": set(),
    "note.loop": {"model"}, "note.empty": {"model"}, "note.window": {"model"},
    "note.unanswered": {"why"}, "note.unfinished": {"why"}, "note.declined": set(),
    "note.unborne": set(), "note.wrong": {"count"}, "note.unsent": {"why"},
    "verdict.unsupported": set(),
    "reply.greeting": set(), "reply.thanks": set(), "reply.parting": set(),
}  # fmt: skip
"""Every phrase with the holes that it has."""


def phrase(name: str, **holes: str) -> str:
    """A phrase with its holes filled. Raises PromptError when the file is not as it must be."""
    return Template(phrases()[name]).substitute(holes)


@cache
def phrases(file: Path = FILE) -> dict[str, str]:
    """All phrases of a file, checked."""
    try:
        tables = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise PromptError(f"{file}: {error}") from error
    found = {
        f"{table}.{name}": text
        for table, phrases in tables.items()
        for name, text in (phrases if isinstance(phrases, dict) else {"": phrases}).items()
    }
    if found.keys() != HOLES.keys():
        missing, unknown = sorted(HOLES.keys() - found.keys()), sorted(found.keys() - HOLES.keys())
        raise PromptError(f"{file}: missing {missing}, unknown {unknown}; see prompts/README.md")
    for name, text in found.items():
        if not isinstance(text, str) or not Template(text).is_valid():
            raise PromptError(f"{file}: {name} is not a phrase; a dollar sign is written $$")
        holes = set(Template(text).get_identifiers())
        if holes != HOLES[name]:
            raise PromptError(
                f"{file}: {name} has the holes {sorted(holes)} and must have {sorted(HOLES[name])}"
            )
    return found
