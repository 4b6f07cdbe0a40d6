"""Who is cited, and where, for the clients of other protocols; the markers of an answer."""

from answer.compose import marked
from faces.http.citing import address, below, markers, who
from ingest.document import UNNAMED
from tests.faces.chat.test_cards import citation
from tests.faces.chat.test_turns import answer, quoted


def test_what_an_unsupported_sentence_has_in_brackets_is_no_marker() -> None:
    sentences = (quoted("So. [1]", "unsupported"), quoted("So."))
    said = answer(*sentences, answer=" ".join(map(marked, sentences)))
    assert [said.answer[:start] for _, start, _ in markers(said)] == [said.answer[: -len("[1]")]]


def test_an_address_that_is_none_leads_to_our_own_page() -> None:
    one = citation(url="http://[bad")
    assert address(one, "http://here/") == "http://here/d/d?start=12&end=41#said"


def test_whoever_is_quoted_is_said_to_be_quoted() -> None:
    assert who(citation(authors=(), speaker="Eliza")) == ["Eliza, quoted"]


def test_somebody_without_a_name_is_given_none() -> None:
    one = citation(authors=(), speaker=UNNAMED)
    assert who(one) == ["unnamed speaker"]
    assert "\n[1] unnamed speaker, a.txt:" in below(answer(quoted("“a”"), citations=(one,)), "/")
