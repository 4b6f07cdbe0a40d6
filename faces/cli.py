"""The command line: `whosaid ingest | ask | search | show | batch | status | authors | models
| eval | bench`.

Results go to standard output, everything else to standard error; an expected failure is one
line and exit status 2. What a command needs is imported when it runs: a cold start stays short.
"""

import json
import os
import shutil
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from errors import WhosaidError
from faces.batch.command import batch
from faces.measuring import bench
from faces.models import models
from settings import load_settings

app = typer.Typer(
    help="Answers in the words of the people who wrote about it, each with its place.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Data = Annotated[
    Path | None, typer.Option(help="The data folder (default: .whosaid).", show_default=False)
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Author = Annotated[str | None, typer.Option(help="Only what this author wrote.")]
Source = Annotated[str | None, typer.Option(help="Only from this source.")]
After = Annotated[str | None, typer.Option(help="Only from this date on, such as 2024-03-01.")]
Before = Annotated[str | None, typer.Option(help="Only from before this date.")]


def main() -> None:
    """The command `whosaid`."""
    try:
        app()
    except WhosaidError as error:
        sys.exit(_failed(error))
    except BrokenPipeError:  # the reader has what it wanted: `whosaid search … | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


def _failed(error: WhosaidError) -> int:
    print(f"whosaid: {error}", file=sys.stderr)
    return 2


@app.command()
def ingest(
    sources: Annotated[list[str], typer.Argument(help="Files, folders, or NAME:ARGUMENT.")],
    data: Data = None,
) -> None:
    """Bring sources in: text, Markdown and JSON Lines, each also gzipped.

    An authors.toml in the data folder, or here, says who is who.

    Example: whosaid ingest posts.jsonl.gz notes/
    """
    from faces.library import open_library
    from faces.progress import ingest_with_progress
    from faces.render import report
    from ingest.sources import source

    found = [source(name) for name in sources]
    done = ingest_with_progress(open_library(load_settings(data=data), create=True), found)
    for line in report(done):
        print(line)
    if done.signed_otherwise:
        print(f"{done.signed_otherwise} signed otherwise, by the file of authors")


@app.command()
def ask(
    question: str,
    data: Data = None,
    as_json: AsJson = False,
    author: Author = None,
    source: Source = None,
    after: After = None,
    before: Before = None,
) -> None:
    """Answer a question.

    Example: whosaid ask "What does Misha think about myopia?" --after 2023-01-01
    """
    from faces.following import followed
    from faces.library import open_library
    from faces.render import terminal

    library = open_library(load_settings(data=data))
    filters = library.filters(author=author, source=source, after=after, before=before)
    answer = followed(library.answerer.respond(question, filters))
    print(answer.json_line() if as_json else terminal(answer, _width()))


@app.command()
def search(
    query: str,
    data: Data = None,
    as_json: AsJson = False,
    count: Annotated[int, typer.Option("-k", min=1, max=100, help="How many passages.")] = 10,
    author: Author = None,
    source: Source = None,
    after: After = None,
    before: Before = None,
) -> None:
    """Find passages, best first.

    Example: whosaid search "reward hacking" -k 5 --json
    """
    from answer.pipeline import checked
    from faces.library import open_library
    from faces.records import search_record
    from faces.render import hits

    query = checked(query)
    library = open_library(load_settings(data=data))
    filters = library.filters(author=author, source=source, after=after, before=before)
    if as_json:
        _print_json(search_record(library, query, count, filters))
    else:
        print(hits(library.search.joined(query, count, filters), _width()))


@app.command()
def show(
    document: Annotated[str, typer.Argument(help="Its id, path, title, or the id in its source.")],
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Print the stored text of a document, byte for byte.

    Example: whosaid show notes/2024.txt > copy.txt
    """
    from faces.library import find_document, open_archive
    from faces.records import document_record

    found = find_document(open_archive(load_settings(data=data)), document)
    if as_json:
        _print_json(document_record(found))
    else:
        sys.stdout.buffer.write(found.text.encode())
        sys.stdout.buffer.flush()


@app.command()
def authors(data: Data = None, as_json: AsJson = False) -> None:
    """List who is in the corpus, with their other names and what joins these.

    Example: whosaid authors
    """
    from faces.library import open_archive
    from faces.records import author_record
    from faces.render import people
    from ingest.authors_file import read_authors

    settings = load_settings(data=data)
    archive = open_archive(settings)
    if read_authors(settings.authors_file).entries != archive.registry.entries:
        print(
            f"{settings.authors_file or 'authors.toml'} has changed: "
            "'whosaid ingest SOURCE' applies it",
            file=sys.stderr,
        )
    found = archive.people()
    if as_json:
        _print_json([author_record(person) for person in found])
    else:
        print(people(found))


@app.command()
def status(data: Data = None, as_json: AsJson = False) -> None:
    """Say what the index holds and how it was built.

    Example: whosaid status --json
    """
    from faces.library import open_archive
    from faces.records import status_record
    from faces.render import state

    settings = load_settings(data=data)
    record = status_record(settings.data, open_archive(settings))
    if as_json:
        _print_json(record)
    else:
        print(state(record))


@app.command(name="eval")
def evaluate(
    name: Annotated[str, typer.Argument(help="Such as chunking, scifact or answers.")],
    subject: Annotated[
        str | None, typer.Argument(help="A set, a source to take in, or a file of questions.")
    ] = None,
    data: Data = None,
    limit: Annotated[int | None, typer.Option(min=1, help="Use so many, evenly spread.")] = None,
    shared: Annotated[Path, typer.Option(help="Where the material lies.")] = Path("../shared"),
) -> None:
    """Measure what is found and cited, whom words are given to, or how fast.

    Example: whosaid eval chunking
    """
    from evals import measured

    settings = load_settings(data=data)
    print(measured(name, subject, settings, shared=shared, data=data, limit=limit))


app.command()(batch)
app.command()(bench)
app.command()(models)


def _print_json(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))


def _width() -> int:
    """Columns to wrap to: the terminal's, within what reads well."""
    return min(shutil.get_terminal_size().columns, 100)
