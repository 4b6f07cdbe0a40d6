"""A question → an answer: the events, the abstentions, and what holds of every citation."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answer.cite import cite
from answer.events import Delta, Status
from answer.pipeline import LONGEST_QUESTION, Answerer
from answer.record import Answer, Citation
from errors import BadInput, EmptyIndex
from index.filters import Filters
from ingest.authorship import segments_of
from ingest.document import Author, Document, Segment

ANN = ("Ann Lee", "Reward hacking breaks the measure. Cats sleep.")
BO = ("Bo Ray", "Reward hacking is a myth of sorts. Dogs bark.")


def test_a_stream_says_what_it_does_then_cites_then_quotes_and_ends_in_the_answer(answering, sure):
    events = list(answering(ANN).respond("What of reward hacking?"))
    assert [type(event) for event in events] == [Status, Status, Citation, Delta, Answer]
    assert [event.text for event in events[:2]] == ["searching 1 passages", "reading 1 passages"]


def test_a_citation_comes_before_the_words_that_point_at_it(answering, sure):
    said, known = "", set()
    for event in answering(ANN, BO).respond("What of reward hacking?"):
        known |= {event.n} if isinstance(event, Citation) else set()
        said += event.text if isinstance(event, Delta) else ""
        assert all(f"[{n}]" not in said or n in known for n in range(1, 6))
    assert known == {1, 2}


def test_the_deltas_are_the_answer(answering, sure):
    events = list(answering(ANN, BO).respond("What of reward hacking?"))
    assert "".join(e.text for e in events if isinstance(e, Delta)) == events[-1].answer


@pytest.mark.parametrize("question", ["", " ", "\n\t "])
def test_an_empty_question_is_refused(answering, question):
    with pytest.raises(BadInput, match=r"^the question is empty$"):
        answering(ANN).answer(question)


def test_a_question_that_is_too_long_is_refused(answering):
    with pytest.raises(BadInput) as error:
        answering(ANN).answer("x" * (LONGEST_QUESTION + 1))
    assert str(error.value) == "the question has 4,001 characters; shorten it to 4,000"


def test_the_longest_question_is_asked(answering):
    assert answering(ANN).answer("x" * LONGEST_QUESTION).abstained


def test_a_greeting_is_answered_before_anything_is_searched(answering):
    greeting, answer = answering().respond("Hello!")
    assert (greeting.text, answer.answer, answer.citations) == (answer.answer, answer.answer, ())
    assert (answer.abstained, answer.reason, answer.confidence) == (False, None, 1.0)


def test_an_empty_corpus_is_told_with_the_cure(answering):
    with pytest.raises(EmptyIndex, match="bring some in with 'whosaid ingest SOURCE'"):
        answering().answer("What of reward hacking?")


def test_who_is_not_in_the_corpus_has_no_answer(answering, sure):
    answer = answering(ANN).answer("What does Eliezer Yudkowsky think of reward hacking?")
    assert (answer.abstained, answer.reason, answer.citations, answer.sentences) == (
        True, "Nothing by Eliezer Yudkowsky is in this corpus.", (), (),
    )  # fmt: skip


def test_who_is_in_the_corpus_is_heard_beside_who_is_not(answering, sure):
    answer = answering(ANN, BO).answer("What do Ann Lee and Eliezer Yudkowsky say of reward?")
    assert {c.authors for c in answer.citations} == {("Ann Lee",)}


def test_where_nobody_signs_nobody_is_absent(answering, sure):
    answer = answering(("", ANN[1])).answer("What did President Obama say of reward hacking?")
    assert not answer.abstained


def test_an_abstention_says_why_and_what_comes_closest(answering, monkeypatch):
    monkeypatch.setattr("answer.pipeline.threshold", lambda: 1.0)
    answer = answering(ANN).answer("What of reward hacking?")
    assert (answer.abstained, answer.citations, answer.answer) == (True, (), answer.reason)
    assert answer.reason == "Nobody in this corpus answers that. The closest is “0.txt” by Ann Lee."


def test_a_person_who_says_nothing_about_it_is_told(answering, monkeypatch):
    monkeypatch.setattr("answer.pipeline.threshold", lambda: 1.0)
    answer = answering(ANN).answer("What does Ann Lee think about tungsten?")
    assert answer.reason.startswith("Nothing by Ann Lee that is in this corpus is about that.")


def test_filters_that_let_nothing_through_find_nothing(answering, sure):
    answer = answering(ANN).answer("What of reward hacking?", Filters(source="nowhere"))
    assert (answer.abstained, answer.reason) == (
        True,
        "Nothing in this corpus matches the question.",
    )


def test_who_is_asked_for_their_words_is_the_only_one_quoted(answering, sure):
    answer = answering(ANN, BO).answer("What does Bo think of reward hacking?")
    assert {c.authors for c in answer.citations} == {("Bo Ray",)}
    assert answer.asked == "What does Bo Ray think of reward hacking?"


def test_two_people_get_a_block_each(answering, sure):
    answer = answering(BO, ANN).answer("Where do Ann Lee and Bo Ray differ on reward hacking?")
    assert answer.answer == (
        "On this, Ann Lee writes: “Reward hacking breaks the measure.” [1]\n\n"
        "Bo Ray writes: “Reward hacking is a myth of sorts.” [2]"
    )


def test_of_two_people_one_may_have_nothing_on_it(answering, library, monkeypatch):
    monkeypatch.setattr("answer.pipeline.threshold", lambda: 0.1)
    answerer = answering(ANN, ("Bo Ray", "Dogs bark at night."))
    answer = answerer.answer("Where do Ann Lee and Bo Ray disagree about reward hacking?")
    assert [c.authors for c in answer.citations] == [("Ann Lee",)]
    assert answer.reason == "Nothing by Bo Ray that is in this corpus is about that."


def test_a_misspelt_name_is_asked_about_and_not_answered(answering, sure):
    answer = answering(ANN).answer("What does Ann Leee think of reward hacking?")
    assert (answer.abstained, answer.answer) == (
        True, "Nothing by Ann Leee is in this corpus. Did you mean Ann Lee?",
    )  # fmt: skip


def test_a_name_that_two_people_have_is_asked_about_and_not_answered(answering, sure):
    answer = answering(ANN, ("Ann Ray", BO[1])).answer("What does Ann think of reward hacking?")
    assert (answer.abstained, answer.answer) == (
        True, "“Ann” may be Ann Lee or Ann Ray. Whose words do you want?",
    )  # fmt: skip


def test_where_an_absent_person_is_quoted_is_told(answering, page, sure):
    quoting = page("As Jane Poe puts it:\n\n> Reward hacking pays.\n", "q.txt", "Bo Ray")
    answer = answering(ANN, quoting).answer("What does Jane Poe think of reward hacking?")
    assert answer.answer == (
        "Nothing by Jane Poe is in this corpus. Jane Poe is quoted in “q.txt”."
    )


def test_words_of_critics_are_not_those_of_who_is_criticised(answering, sure):
    answer = answering(ANN, BO).answer("What do critics say about Ann Lee's view of reward?")
    assert {c.authors for c in answer.citations} == {("Bo Ray",)}


def test_words_over_time_stand_in_order_with_their_dates(answering, page, sure):
    answerer = answering(
        page("Reward hacking is rare.", "a.txt", "Ann Lee", date="2024-05-06"),
        page("Reward hacking is common.", "b.txt", "Ann Lee", date="2021-03"),
    )
    answer = answerer.answer("Has Ann Lee changed her mind about reward hacking?")
    assert (answer.answer, answer.reason) == (
        "In March 2021, Ann Lee writes: “Reward hacking is common.” [1]"
        " On 6 May 2024: “Reward hacking is rare.” [2]",
        None,
    )


def test_words_of_one_time_show_no_change(answering, page, sure):
    answerer = answering(page("Reward hacking is rare.", "a.txt", "Ann Lee", date="2024-05-06"))
    answer = answerer.answer("Has Ann Lee changed her mind about reward hacking?")
    assert (answer.answer, answer.reason) == (
        "On 6 May 2024, Ann Lee writes: “Reward hacking is rare.” [1]",
        "What is here of Ann Lee on this is of one time only.",
    )


def test_without_dates_nothing_is_said_about_time(answering, sure):
    answerer = answering(
        ("Ann Lee", "Reward hacking is common."), ("Ann Lee", "Reward hacking is rare.")
    )
    answer = answerer.answer("Has Ann Lee changed her mind about reward hacking?")
    assert (len(answer.citations), answer.reason) == (2, None)


def test_anybodys_words_are_those_of_different_people(answering, sure):
    authors = ("", "Ann Lee", "Bo Ray")
    answerer = answering(
        *((name, f"Reward hacking is bad for {n}.") for n, name in enumerate(authors))
    )
    answer = answerer.answer("Who argues against reward hacking?")
    assert [c.authors for c in answer.citations] == [("Ann Lee",), ("Bo Ray",), ()]


def test_who_quotes_is_told_with_who_is_quoted(answering, page, sure):
    text = "As Jane Poe puts it:\n\n> Reward hacking pays. It always did so.\n"
    answer = answering(page(text, "q.txt", "Bo Ray")).answer("Does reward hacking pay?")
    assert answer.answer.startswith("Bo Ray, quoting Jane Poe: “Reward hacking pays.")


def test_filters_for_another_author_leave_nothing_to_say(answering, sure):
    answer = answering(ANN, BO).answer(
        "What does Ann Lee think of reward?", Filters(authors=("Bo Ray",))
    )
    assert answer.answer == "Nothing by Ann Lee passes the filters."


def test_five_people_are_heard_at_a_time(answering, sure):
    names = ("Ann Lee", "Bo Ray", "Cy Fox", "Di Orr", "Ed Poe", "Flo Kay")
    answerer = answering(*((name, f"Reward hacking costs {name}.") for name in names))
    answer = answerer.answer(f"What do {', '.join(names[:-1])} and {names[-1]} say of reward?")
    assert [c.authors for c in answer.citations] == [(name,) for name in names[:5]]
    assert answer.reason == "Five people are heard at a time; the others are left out."


def test_what_two_people_wrote_together_is_told_once(answering, sure):
    both = (Author("Ann Lee"), Author("Bo Ray"))
    text = "Reward hacking is bad."
    paper = Document("file:/p", "file", text, (Segment(0, len(text), both, "metadata"),), path="p")
    answer = answering(paper).answer("Where do Ann Lee and Bo Ray disagree about reward?")
    assert (answer.answer, answer.reason) == (
        "On this, Ann Lee and Bo Ray write: “Reward hacking is bad.” [1]",
        None,
    )


def test_a_question_about_nothing_is_asked_back(answering, sure):
    answer = answering(ANN, BO).answer("Where do Ann Lee and Bo Ray disagree?")
    assert (
        answer.answer == "What about? Name a subject on which Ann Lee and Bo Ray may have written."
    )


def test_words_that_are_another_persons_are_left_out(answering, sure, monkeypatch):
    def by_another(*found):
        return cite(*found).model_copy(update={"authors": ("Bo Ray",)})

    monkeypatch.setattr("answer.citing.cite", by_another)
    answer = answering(ANN, BO).answer("What does Ann Lee think of reward hacking?")
    assert answer.answer == "Nothing by Ann Lee that is in this corpus is about that."


def test_new_people_are_known_without_opening_anew(answering, library, page, sure):
    answerer = answering(ANN)
    library.put(page(BO[1], "b.txt", BO[0]))
    library.update()
    assert answerer.answer("What does Bo Ray think of reward hacking?").citations


def test_the_question_is_told_as_it_was_asked(answering, sure):
    answer = answering(ANN).answer("  What of reward hacking?\n")
    assert answer.question == "What of reward hacking?"


@pytest.fixture(scope="module")
def one_library(tmp_path_factory):
    """A library for many small corpora, one after the other."""
    from tests.conftest import Library

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("answer.pipeline.threshold", lambda: 0.0)
        library = Library(tmp_path_factory.mktemp("many"))
        yield library
        library.stores.vectors.close()


WORDS = st.sampled_from(
    ["reward", "hacking", "measure", "is", "Goodhart’s", "“quoted”", "🙂", "𝔘𝔫𝔦", "e\u0301tude",
     "naïve", "[1]", "“[2]”", "off-switch", "1.", "e.g.", "李明", "**bold**", "http://a.b/c"]
)  # fmt: skip
ENDS = st.sampled_from(
    [". ", ".\r\n", "?\n", "!\u00a0", ":\n", ".\n\n", ".\r\n\r\n> ", "; ", "\n- "]
)
SENTENCES = st.tuples(st.lists(WORDS, min_size=2, max_size=8).map(" ".join), ENDS).map("".join)
TEXTS = st.tuples(
    st.sampled_from(
        ["", "\ufeff", "\r\n", "By Ann Lee\r\n\r\n", "\ufeffMy name is Bo Ray (Bob).\r\n"]
    ),
    st.lists(SENTENCES, min_size=1, max_size=6).map("".join),
).map("".join)


@settings(max_examples=40)
@given(
    texts=st.lists(TEXTS, min_size=3, max_size=3), question=st.lists(WORDS, min_size=1, max_size=3)
)
def test_every_citation_is_the_stored_text_at_its_place(one_library, texts, question):
    stored = {
        document.id: document
        for document in (
            Document(f"file:/{n}", "file", text, segments_of(text), path=f"{n}")
            for n, text in enumerate(texts)
        )
    }
    one_library.put(*stored.values())
    one_library.update()
    answerer = Answerer(one_library.archive, one_library.stores, one_library.search)
    *events, answer = answerer.respond("what of reward " + " ".join(question))
    check(answer, {id_: document.text for id_, document in stored.items()})
    assert (
        answer.abstained or "".join(e.text for e in events if isinstance(e, Delta)) == answer.answer
    )


def check(answer, texts):
    """What holds of every answer: quotations are verbatim, in place, and not repeated."""
    assert [c.n for c in answer.citations] == list(range(1, len(answer.citations) + 1))
    assert len({fold(c.quote) for c in answer.citations}) == len(answer.citations) <= 5
    assert [s.citations for s in answer.sentences] == [(c.n,) for c in answer.citations]
    for sentence, citation in zip(answer.sentences, answer.citations, strict=True):
        assert texts[citation.document][citation.start : citation.end] == citation.quote
        assert citation.quote == citation.quote.strip() != ""
        assert sentence.text.endswith(f": “{' '.join(citation.quote.split())}”")
        for place in citation.also:
            assert fold(texts[place.document][place.start : place.end]) == fold(citation.quote)
            assert (place.document, place.start) != (citation.document, citation.start)


def fold(text):
    return " ".join(text.casefold().split())
