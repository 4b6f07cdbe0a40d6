"""What a reader wants to hear only: an author, a source, a span of time.

The form beside the question box is filled in in the browser, by filter.js, and comes here as the
fields of a form do: "author=Jane+Doe&after=2021".
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import escape
from urllib.parse import parse_qsl

from answer.dates import written
from errors import BadInput
from faces.chat.mode import FIELD
from faces.library import Library
from index.filters import Filters, day
from ingest.people import Person

FORM = """
<form id="narrow" aria-label="Filter" hidden>
<div class="author"><label for="author">Author</label>
<input id="author" name="author" role="combobox" aria-expanded="false" aria-controls="names"
 aria-autocomplete="list" aria-describedby="count" autocomplete="off" spellcheck="false"
 placeholder="anybody">
<div class="found" hidden><ul id="names" role="listbox" aria-label="Authors"></ul>
<p id="count" role="status"></p></div></div>
<div class="from-source" hidden><label for="source">Source</label>
<select id="source" name="source"></select></div>
<div><label for="after">From</label>
<input id="after" name="after" autocomplete="off" placeholder="2021"></div>
<div><label for="before">Before</label>
<input id="before" name="before" autocomplete="off" placeholder="2023-06"></div>
<button type="submit">Done</button>
</form>
"""
SAID = {"author": "only {}", "source": "in {}", "after": "from {}", "before": "before {}"}
"""How each field is said."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What of the corpus a question is asked of, with each field in the words of people."""

    filters: Filters = field(default_factory=Filters)
    said: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return ", ".join(self.said.values())


def narrowing(wanted: str, library: Library) -> Narrowing:
    """What the fields of the form ask for. Raises BadInput for a name or a date that is none."""
    given = ((name, text.strip()) for name, text in parse_qsl(wanted) if name != FIELD)
    fields = {name: text for name, text in given if text}
    if not fields:
        return Narrowing()
    try:
        filters = library.filters(**fields)
    except BadInput as error:  # it names the field, which is called otherwise here
        raise BadInput(str(error).partition(": ")[2] or str(error)) from error
    if name := fields.get("author"):
        if not library.archive.signed_count(filters.authors):
            raise BadInput(f"nobody called “{name}” has written anything here")
        fields["author"] = library.answerer.directory.author(name) or name
    fields |= {"after": written(filters.after), "before": written(filters.before)}
    if filters.after and filters.before and day(filters.after) >= day(filters.before):
        raise BadInput(f"there is no time from {filters.after} on and before {filters.before}")
    said = {name: SAID[name].format(fields[name]) for name in SAID if fields.get(name)}
    return Narrowing(filters, said)


def chips(narrowed: Narrowing) -> str:
    """What is asked for now, each a button that takes it away."""
    return "".join(
        f'<button class="chip" type="button" data-field="{name}" aria-label="remove: {text}">'
        f'{text} <span aria-hidden="true">×</span></button>'
        for name, text in ((name, escape(text)) for name, text in narrowed.said.items())
    )


def choices(people: Iterable[Person], sources: Mapping[str, int]) -> str:
    """The names and the sources to choose from, for the form."""
    names = "".join(
        f'<option value="{escape(person.name)}" data-also="{escape(", ".join(person.aliases))}">'
        f"{person.documents:,}</option>"
        for person in people
    )
    listed = "".join(f'<option value="{escape(name)}"></option>' for name in sources)
    return f'<datalist id="authors">{names}</datalist><datalist id="sources">{listed}</datalist>'
