"""The answers of a batch as a file that can be gone on with: JSON Lines, CSV, Markdown.

Each kind of file knows which rows it holds whole, and where a row that was being written when
the program was stopped begins.
"""

import csv
import json
import re
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Protocol

from answer.record import Answer
from errors import BadInput
from faces.batch_input import Row
from faces.render import markdown, place

Done = tuple[str, str]
"""The id and the question of a row."""


class Output(Protocol):
    """A kind of file for answers."""

    header: str

    def answered(self, answer: Answer) -> str:
        """An answer as it stands in the file."""

    def failed(self, row: Row, error: str) -> str:
        """A row that failed as it stands in the file."""

    def held(self, text: str) -> Iterator[tuple[Done, int]]:
        """The rows that a file holds whole, and where each ends."""


class JsonLines:
    """One record a line."""

    header = ""

    def answered(self, answer: Answer) -> str:
        """See Output."""
        return answer.json_line() + "\n"

    def failed(self, row: Row, error: str) -> str:
        """See Output."""
        return json.dumps({"id": row.id, "question": row.question, "error": error}) + "\n"

    def held(self, text: str) -> Iterator[tuple[Done, int]]:
        """See Output."""
        end = 0
        for line in re.findall(r"[^\n]*\n", text):
            end += len(line)
            try:
                record = json.loads(line)
                yield (record["id"], record["question"]), end
            except (ValueError, KeyError, TypeError) as error:
                raise BadInput(f"is not a file of answers: {line[:40]!r}") from error


class Csv:
    """A table; of the citations the authors, the quotations and the places, a line each."""

    columns = (
        "id", "question", "asked", "answer", "abstained", "confidence", "authors", "quotes",
        "places", "error",
    )  # fmt: skip
    header = ",".join(columns) + "\r\n"

    def answered(self, answer: Answer) -> str:
        """See Output."""
        cited = answer.citations
        return _csv_line(
            answer.id, answer.question, answer.asked, answer.answer, answer.abstained,
            answer.confidence, "\n".join("; ".join(c.authors) for c in cited),
            "\n".join(" ".join(c.quote.split()) for c in cited), "\n".join(map(place, cited)), "",
        )  # fmt: skip

    def failed(self, row: Row, error: str) -> str:
        """See Output."""
        return _csv_line(row.id, row.question, "", "", "", "", "", "", "", error)

    def held(self, text: str) -> Iterator[tuple[Done, int]]:
        """See Output."""
        end = 0

        def lines() -> Iterator[str]:
            nonlocal end
            for line in re.findall(r"[^\n]*\n", text):
                end += len(line)
                yield line

        try:
            for number, record in enumerate(csv.reader(lines(), strict=True)):
                if number == 0 and tuple(record) != self.columns:
                    raise BadInput(f"has other columns than {self.header.strip()}")
                if number and len(record) == len(self.columns):
                    yield (record[0], record[1]), end
        except csv.Error:
            return  # the last row was cut


class Markdown:
    """A section for each question, behind it a comment that says whose it was."""

    header = ""
    mark = re.compile(r"<!-- row (\{.*\}) -->\n\n")

    def answered(self, answer: Answer) -> str:
        """See Output."""
        return markdown(answer) + self._mark(answer.id, answer.question)

    def failed(self, row: Row, error: str) -> str:
        """See Output."""
        question = " ".join(row.question.split()) or row.id
        return f"## {question}\n\n*Error: {error}*\n" + self._mark(row.id, row.question)

    def _mark(self, id_: str, question: str) -> str:
        safe = json.dumps({"id": id_, "question": question}).replace("-->", "--\\u003e")
        return f"\n<!-- row {safe} -->\n\n"

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

    The file is made if it is not there. Raises BadInput if it cannot be gone on with.
    """
    kind = output(path)
    try:
        text = path.read_bytes().decode("utf-8", errors="surrogateescape") if path.exists() else ""
        held = list(kind.held(text))
        whole = text[: held[-1][1]] if held else kind.header
        if whole != text:
            path.write_bytes(whole.encode("utf-8", errors="surrogateescape"))
    except BadInput as error:
        raise BadInput(f"{path} {error}; name another file") from error
    except OSError as error:
        raise BadInput(f"{path}: {error.strerror}") from error
    return {done for done, _ in held}


def _csv_line(*cells: object) -> str:
    line = StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()
