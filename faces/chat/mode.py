"""How an answer is to be written, where a language model can write it; else there is no choice."""

from collections.abc import Mapping
from html import escape
from urllib.parse import parse_qsl

from answer.pipeline import Answerer
from answer.writing.task import Mode

FIELD = "mode"
WRITTEN: Mapping[Mode, str] = {
    "concise": "written, concise",
    "detailed": "written, detailed",
    "plain": "written, for newcomers",
}
QUOTED = "extractive"


def answering(answerer: Answerer, wanted: str) -> Answerer:
    """What answers in the way that the fields ask for; as it is set where they ask for none."""
    mode = dict(parse_qsl(wanted)).get(FIELD)
    if mode == QUOTED:
        return answerer.extractive()
    written = next((known for known in WRITTEN if known == mode), None)
    return answerer.writing(written) if written else answerer


def choice(model: str | None) -> str:
    """The ways to choose from, as a field of the filter's form; nothing without a model."""
    if model is None:
        return ""
    ways = [("", f"written by {model}"), *WRITTEN.items(), (QUOTED, "quotations only")]
    options = "".join(f'<option value="{way}">{escape(said)}</option>' for way, said in ways)
    select = f'<select name="{FIELD}" form="narrow">{options}</select>'
    return f'<label class="mode">Answers {select}</label>'
