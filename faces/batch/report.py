"""The answers of a batch as one page: how many, how sure, whose words, and each with its sources.

It holds all that it shows: no script, no image, no other file. Words of others are text in it.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from answer.record import Answer, Citation
from errors import BadInput
from faces.batch.charts import bars, histogram
from faces.chat.cards import address, line, place, voice
from faces.verdicts import verdicts

STYLE = Path(__file__).with_name("report.css")
MOST = 12
"""Sources and authors that are shown as bars."""

Failure = Mapping[str, Any]
"""The record of a row that failed: `id`, `question`, `error`."""


def checked(report: Path | None, answers: Path) -> None:
    """Raises BadInput where there could be no report, before anything is asked."""
    if report is None:
        return
    if answers.suffix.lower() != ".jsonl":
        raise BadInput(f"{answers}: a report is made from .jsonl answers; name such a file")
    if report.suffix.lower() not in (".html", ".htm"):
        raise BadInput(f"{report}: a report is written as .html")
    if not report.parent.is_dir():
        raise BadInput(f"{report}: there is no folder {report.parent}")


def write(report: Path, answers: Path) -> None:
    """Make the page of a file of answers. Raises BadInput if it cannot be written."""
    try:
        records = [json.loads(row) for row in answers.read_text("utf-8").split("\n") if row]
        page_text = page(records, answers.name)
        report.write_text(page_text, encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        raise BadInput(f"{report}: {error.strerror}") from error
    except (ValueError, ValidationError) as error:
        raise BadInput(f"{answers} is not a file of answers") from error


def page(records: Iterable[Mapping[str, Any]], name: str) -> str:
    """The page of some records, as they stand in a file of that name."""
    rows = [row if "error" in row else Answer.model_validate(row) for row in records]
    answers = [row for row in rows if isinstance(row, Answer)]
    sections = "".join(
        _answer(row, number) if isinstance(row, Answer) else _failure(row, number)
        for number, row in enumerate(rows, 1)
    )
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta http-equiv="Content-Security-Policy"'
        " content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>Answers: {escape(name)}</title><style>{STYLE.read_text('utf-8')}</style></head>"
        f"<body><main><h1>Answers: {escape(name)}</h1>{_totals(answers, len(rows))}"
        f"{_charts(answers)}{_contents(rows)}{sections}</main></body></html>\n"
    )


def _totals(answers: Sequence[Answer], rows: int) -> str:
    abstained = sum(answer.abstained for answer in answers)
    counts = {
        "questions": rows,
        "answered": len(answers) - abstained,
        "not in the corpus": abstained,
        "failed": rows - len(answers),
        "quotations": sum(len(answer.citations) for answer in answers),
    }
    cells = "".join(
        f"<div><dt>{name}</dt><dd>{count:,}</dd></div>" for name, count in counts.items()
    )
    return f"<dl>{cells}</dl>"


def _charts(answers: Sequence[Answer]) -> str:
    given = [answer for answer in answers if not answer.abstained and answer.citations]
    cited = [citation for answer in given for citation in answer.citations]
    authors = Counter(voice(one) for one in cited)
    works = Counter(one.title or one.path or one.source_id or one.document for one in cited)
    return "".join(
        f"<figure><figcaption>{title}</figcaption>{chart}</figure>"
        for title, chart in (
            ("How sure the answers are", histogram([answer.confidence for answer in given])),
            ("Whose words are quoted", bars(authors.most_common(MOST))),
            ("What is quoted most", bars(works.most_common(MOST))),
        )
    )


def _contents(rows: Sequence[Answer | Failure]) -> str:
    entries = "".join(
        f'<li><a href="#a{number}">{escape(line(_question(row)))}</a></li>'
        for number, row in enumerate(rows, 1)
    )
    return f"<details><summary>All questions</summary><ol>{entries}</ol></details>"


def _question(row: Answer | Failure) -> str:
    return row.question if isinstance(row, Answer) else str(row.get("question") or row.get("id"))


def _failure(row: Failure, number: int) -> str:
    return (
        f'<article id="a{number}"><h2>{escape(line(_question(row)))}</h2>'
        f'<p class="error">{escape(str(row["error"]))}</p></article>'
    )


def _answer(answer: Answer, number: int) -> str:
    asked = line(answer.asked)
    understood = "" if asked == line(answer.question) else f"understood as “{asked}” · "
    told = f"{understood}confidence {answer.confidence:.2f}" if not answer.abstained else understood
    noted = answer.reason if not answer.abstained else None
    note = f"<p><em>{escape(noted)}</em></p>" if noted else ""
    text = "".join(f"<p>{escape(part)}</p>" for part in answer.answer.split("\n\n") if part)
    quoted = "".join(map(_citation, answer.citations))
    return (
        f'<article id="a{number}"><h2>{escape(line(answer.question))}</h2>'
        f'<p class="told">{escape(told.removesuffix(" · "))}</p>{text}{note}{verdicts(answer)}'
        f"{f'<ol>{quoted}</ol>' if quoted else ''}</article>"
    )


def _citation(citation: Citation) -> str:
    url = address(citation.link or citation.url)
    where = escape(place(citation))
    link = f'<a href="{escape(url)}" rel="noopener noreferrer">{where}</a>' if url else where
    also = f" · also in {len(citation.also)} other places" if citation.also else ""
    return (
        f'<li value="{citation.n}"><b>{escape(voice(citation))}</b>, {link}{also}'
        f"<blockquote>{escape(citation.quote)}</blockquote></li>"
    )
