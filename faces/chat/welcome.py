"""What the page says before the first question: what this is, what is in it, what it is not."""

from html import escape
from pathlib import Path

from answer.dates import written
from ingest.archive import Archive

WHAT = "Answers in the words of the people who wrote about AI alignment, each with its place."
NOT = "It quotes people; it does not decide who is right."


def welcome(archive: Archive, folder: Path, *, building: bool) -> str:
    """The first sight of a corpus, or of none."""
    documents = sum(archive.sources().values())
    if not documents and not building:
        return _empty(folder)
    return f'<h1>{WHAT}</h1><p class="facts">{facts(archive)} {NOT}</p>'


def facts(archive: Archive) -> str:
    """How many documents and authors there are, and from when."""
    documents, authors = sum(archive.sources().values()), len(archive.people())
    if not documents:
        return ""
    return f"{_count(documents, 'document')} by {_count(authors, 'named author')}{_span(archive)}."


def building(state: str, failure: str | None) -> str:
    """The line about an index that is being built."""
    if failure:
        return f'<p class="building error">Indexing stopped: {escape(failure)}</p>'
    if not state:
        return ""
    return f'<p class="building">{escape(state)} You can already ask.</p>'


def broken(folder: Path) -> str:
    """What to do where the documents cannot be read."""
    return (
        f"<h1>{WHAT}</h1>"
        f'<p role="alert">The documents in {escape(str(folder))} cannot be read; the terminal that'
        " runs Whosaid says why. Stop it, move that folder away, and bring the documents in"
        " again:</p>"
        f"<pre><code>uv run whosaid ingest FOLDER{_data(folder)}</code></pre>"
    )


def _data(folder: Path) -> str:
    return "" if folder == Path(".whosaid") else f" --data {escape(str(folder))}"


def _empty(folder: Path) -> str:
    return (
        f"<h1>{WHAT}</h1>"
        "<p>There are no documents yet. Bring some in: a folder of .txt, .md or .jsonl files,</p>"
        f"<pre><code>uv run whosaid ingest FOLDER{_data(folder)}</code></pre>"
        '<p class="facts">and reload this page.</p>'
    )


def _span(archive: Archive) -> str:
    first, last = archive.dates()
    if not first or not last:
        return ""
    first, last = written(first[:7]), written(last[:7])
    return f", dated {first}" if first == last else f", dated {first} to {last}"


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
