"""Our own questions on the sample corpus, with and without an answer in it."""

import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory

from faces.library import open_library
from ingest.sources import source
from settings import Settings

QUESTIONS = Path(__file__).with_name("sample_questions.toml")
CORPUS = Path(__file__).parents[1] / "examples" / "corpus"


def questions(kind: str) -> list[str]:
    """Those that are "answered", or those that are "unanswered"."""
    asked = tomllib.loads(QUESTIONS.read_text(encoding="utf-8"))
    return list(asked["answered"]) if kind == "answered" else asked["unanswered"]["questions"]


def rows(settings: Settings) -> list[tuple[str, str]]:
    """The rows of a table: what is answered rightly, and what is rightly not answered."""
    asked = tomllib.loads(QUESTIONS.read_text(encoding="utf-8"))
    answered, unanswered = asked["answered"], asked["unanswered"]["questions"]
    with TemporaryDirectory() as folder:
        library = open_library(settings.model_copy(update={"data": Path(folder)}), create=True)
        library.ingest([source(str(CORPUS))])
        cited = {
            question: [" ".join(one.quote.split()) for one in answer.citations]
            for question in (*answered, *unanswered)
            for answer in [library.answerer.answer(question)]
        }
        library.stores.vectors.close()
    right = sum(any(words in quote for quote in cited[one]) for one, words in answered.items())
    silent = sum(not cited[one] for one in unanswered)
    return [
        ("sample corpus: answered rightly", f"{right} of {len(answered)}"),
        ("sample corpus: rightly not answered", f"{silent} of {len(unanswered)}"),
    ]
