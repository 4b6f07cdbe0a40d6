"""The fields of an entry, as the files of several FAQs name them → an entry or a term."""

import re
from collections.abc import Iterable, Mapping
from urllib.parse import parse_qs, quote, urlsplit

from answer.faq.entry import Entry, Term
from errors import SourceError
from ingest.metadata import first_of, text_of, url_of

ORIGIN = "https://aisafety.info/?state="
"""The page of an entry there, but for its id."""

LONGEST_ID = 100
FRAME = re.compile(
    r'<iframe\b(?=[^>]*\bsrc="(?P<src>https?://[^\s"<>()]+)")'
    r'(?=[^>]*\btitle="(?P<title>[^"]+)")?[^>]*>\s*</iframe>'
)
HALF_A_CHARACTER = re.compile("[\ud800-\udfff]")


def entry(fields: Mapping[str, object], name: str = "") -> Entry:
    """The entry of some fields; `name` is its id where they have none.

    Raises SourceError for what is no entry.
    """
    question = text_of(first_of(fields, "question", "title"))
    if not question:
        raise SourceError("no question")
    url = url_of(fields.get("url"))
    own = text_of(fields.get("ui_id"))
    given = text_of(first_of(fields, "pageid", "ui_id")) or _state(url) or text_of(fields.get("id"))
    id_ = given or name or slug(question)
    if len(id_) > LONGEST_ID:
        raise SourceError(f"an id of {len(id_)} characters; {LONGEST_ID} are the most")
    return Entry(
        id_,
        question,
        _markdown(fields, "answer", "answer_md", "markdown", "text"),
        tuple(_texts(first_of(fields, *PHRASINGS), r"\n")),
        _status(fields),
        tuple(_texts(first_of(fields, *RELATED), ",")),
        tuple(_texts(fields.get("tags"), ",")),
        url or (ORIGIN + quote(own) if own else None),
    )


PHRASINGS = "phrasings", "alternate_phrasings", "alternatePhrasings"
RELATED = "related", "related_ids", "relatedQuestions"


def term(fields: Mapping[str, object]) -> Term:
    """The term of some fields. Raises SourceError for what is none."""
    name = text_of(fields.get("term"))
    if not name:
        raise SourceError("no term")
    meaning = _markdown(fields, "meaning", "definition", "text")
    return Term(name, meaning, tuple(_texts(fields.get("aliases"), r"[,\n]")))


def slug(text: str) -> str:
    """A text as an id: its words in small letters, with hyphens between."""
    return "-".join(re.findall(r"\w+", text.casefold()))[:LONGEST_ID].strip("-") or "entry"


def _state(url: str | None) -> str | None:
    """The id that the address of a page of aisafety.info carries."""
    parts = urlsplit(url or "")
    return parse_qs(parts.query).get("state", [None])[0] if url else None


def _status(fields: Mapping[str, object]) -> str:
    """The status as it is written; what is no text is none that is known, so it is not shown."""
    status = fields.get("status")
    return "" if status in (None, "") else (text_of(status) or "unknown")


def _markdown(fields: Mapping[str, object], *names: str) -> str:
    text = first_of(fields, *names)
    if not isinstance(text, str) or not text.strip():
        raise SourceError(f"no {names[0]}")
    if HALF_A_CHARACTER.search(text):
        raise SourceError(f"{names[0]}: half a character (a lone surrogate)")
    return FRAME.sub(_linked, text).strip()


def _linked(frame: re.Match[str]) -> str:
    """A page that was shown in a frame, as a link: nothing of another site is shown here."""
    title = re.sub(r"([\\\[\]`*_<])", r"\\\1", frame["title"] or frame["src"])
    return f"[{title}]({frame['src']})"


def _texts(value: object, between: str) -> Iterable[str]:
    """The different texts of a list, or of one text with something between them."""
    parts = re.split(between, value) if isinstance(value, str) else value
    if not isinstance(parts, list):
        return ()
    texts = (text_of(part.get("pageid") if isinstance(part, Mapping) else part) for part in parts)
    return dict.fromkeys(filter(None, texts))
