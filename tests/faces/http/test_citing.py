"""The markers in the text of an answer."""

from answer.compose import marked
from faces.http.citing import markers
from tests.faces.chat.test_turns import answer, quoted


def test_what_an_unsupported_sentence_has_in_brackets_is_no_marker() -> None:
    sentences = (quoted("So. [1]", "unsupported"), quoted("So."))
    said = answer(*sentences, answer=" ".join(map(marked, sentences)))
    assert [said.answer[:start] for _, start, _ in markers(said)] == [said.answer[: -len("[1]")]]
