"""The answers of a batch as a file that can be gone on with: JSON Lines, CSV, Markdown.

Each kind of file knows how one of ours begins, which rows it holds whole, and where a row that
was being written when the program was stopped begins.
"""

import csv
import json
import re
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Protocol

from answer.record import Answer, Citation
from errors import BadInput
from faces.batch.input import Row
from faces.chat.cards import voice
from faces.render import markdown, place

Done = tuple[str, str]
"""The id and the question of a row."""

LINE = re.compile(r"[^\n]*\n")
FORMULA = re.compile(r"^(?=[=+\-@\t])", re.MULTILINE)


class Output(Protocol):
    """A kind of file for answers."""

    header: str
    """What stands in a file without rows."""

    begins: str
    """How every file that holds a row begins."""

    def answered(self, answer: Answer) -> str:
        """An answer as it stands in the file."""

    def failed(self, row: Row, error: str) -> str:
        """A row that failed as it stands in the file."""

    def held(self, text: str) -> Iterator[tuple[Done, int]]:
        """The rows that a file holds whole, and where each ends."""


class JsonLines:
    """One record a line."""

    header = ""
    begins = '{"schema":1,"id":'

    def answered(self, answer: Answer) -> str:
        """See Output."""
        return answer.json_line() + "\n"

    def failed(self, row: Row, error: str) -> str:
        """See Output."""
        record = {"schema": 1, "id": row.id, "question": row.question, "error": error}
        return json.dumps(record, separators=(",", ":")) + "\n"

    def held(self, text: str) -> Iterator[tuple[Done, int]]:
        """See Output."""
        for line in LINE.finditer(text):
            try:
                record = json.loads(line.group())
                yield (record["id"], record["question"]), line.end()
            except (ValueError, KeyError, TypeError) as error:
                raise BadInput("is not a file of answers") from error


class Csv:
    """A table; of the citations the authors, the quotations and the places, a line each."""

    columns = (
        "id", "question", "asked", "answer", "abstained", "confidence", "authors", "quotes",
        "places", "error",
    )  # fmt: skip
    header = begins = ",".join(columns) + "\r\n"

    def answered(self, answer: Answer) -> str:
        """See Output."""
        cited = answer.citations
        authors = "\n".join(map(self._who, cited))
        quotes = "\n".join(" ".join(citation.quote.split()) for citation in cited)
        return _csv_line(
            answer.id, answer.question, answer.asked, answer.answer, answer.abstained,
            answer.confidence, _no_formula(authors), _no_formula(quotes),
            _no_formula("\n".join(map(place, cited))), "",
        )  # fmt: skip

    def _who(self, citation: Citation) -> str:
        return voice(citation) if citation.speaker else "; ".join(citation.authors)

    def failed(self, row: Row, error: str) -> str:
        """See Output."""
        return _csv_line(row.id, row.question, "", "", "", "", "", "", "", error)

    def held(self, text: str) -> Iterator[tuple[Done, int]]:
        """See Output."""
        end = 0

        def lines() -> Iterator[str]:
            nonlocal end
            for line in LINE.finditer(text):
                end = line.end()
                yield line.group()

        try:
            for number, record in enumerate(csv.reader(lines(), strict=True)):
                if number and len(record) == len(self.columns):
                    yield (record[0], record[1]), end
        except csv.Error:
            return  # the last row was cut


class Markdown:
    """A section for each question, behind it a comment that says whose it was."""

    header = begins = "<!-- answers by whosaid -->\n\n"
    mark = re.compile(r"<!-- row (\{.*\}) -->\n\n")

    def answered(self, answer: Answer) -> str:
        """See Output."""
        return _no_comment(markdown(answer)) + self._mark(answer.id, answer.question)

    def failed(self, row: Row, error: str) -> str:
        """See Output."""
        question = " ".join(row.question.split()) or row.id
        section = f"## {question}\n\n*Error: {error}*\n"
        return _no_comment(section) + self._mark(row.id, row.question)

    def _mark(self, id_: str, question: str) -> str:
        row = json.dumps({"id": id_, "question": question})
        return (
            "\n<!-- row "
            + row.replace("-->", "--\\u003e").replace("<!--", "\\u003c!--")
            + " -->\n\n"
        )

    def held(self, text: str) -> Iterator[tuple[Done, int]]:
        """See Output."""
        for found in self.mark.finditer(text):
            record = json.loads(found[1])
            yield (record["id"], record["question"]), found.end()


OUTPUTS: dict[str, Output] = {".jsonl": JsonLines(), ".csv": Csv(), ".md": Markdown()}


def output(path: Path) -> Output:
    """The kind of file that a name asks for. Raises BadInput when there is none."""
    if path.suffix.lower() not in OUTPUTS:
        raise BadInput(f"{path}: answers are written as .jsonl, .csv or .md")
    return OUTPUTS[path.suffix.lower()]


def resume(path: Path) -> set[Done]:
    """The rows that the file holds, after a row that was cut in writing has been taken off it.

    The file is made if it is not there. Raises BadInput if it is none of ours, which then stays
    as it is.
    """
    kind = output(path)
    csv.field_size_limit(2**31 - 1)  # an answer may be longer than the 131,072 it starts with
    try:
        text = path.read_bytes().decode("utf-8", "surrogateescape") if path.exists() else ""
        if not (text.startswith(kind.begins) or kind.begins.startswith(text)):
            raise BadInput("is not a file of answers")
        held = list(kind.held(text))
        whole = text[: held[-1][1]] if held else kind.header
        if whole != text or not path.exists():
            path.write_bytes(whole.encode("utf-8", "surrogateescape"))
    except BadInput as error:
        raise BadInput(f"{path} {error}; name another file") from error
    except OSError as error:
        raise BadInput(f"{path}: {error.strerror}") from error
    return {(id_, written(question)) for (id_, question), _ in held}


def written(text: str) -> str:
    """A question as it comes back from a file: half a character is written as its number.

    What was asked has no white space around it any more.
    """
    return text.encode("utf-8", "backslashreplace").decode().strip()


def _csv_line(*cells: object) -> str:
    line = StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()


def _no_formula(cell: str) -> str:
    """Other people's words that a spreadsheet does not take for a formula."""
    return FORMULA.sub("'", cell)


def _no_comment(text: str) -> str:
    """Other people's words that do not pass for our marks."""
    return text.replace("<!--", "&lt;!--")
