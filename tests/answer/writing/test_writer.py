"""Answers that a language model writes: what is believed of them, and what a reader gets else."""

import pytest

from answer.conversation.exchange import Exchange
from answer.events import Delta, Status
from answer.pipeline import Answerer
from answer.record import Citation
from answer.writing.writer import Writer, declined
from errors import LimitReached, ModelStopped, ModelUnavailable

ANN = ("Ann Lee", "Reward hacking breaks the measure that it was meant to serve.")
BO = ("Bo Ray", "Reward hacking is a myth of the laboratory and will not last.")
ASKED = "What of reward hacking?"
GOOD = "Ann Lee writes that reward hacking breaks the measure it was meant to serve [1.1]."
SECOND = GOOD.replace("1.1", "2.1")  # where Bo Ray's page comes first
UNCITED = "Nobody has ever seen a whale in the canal."
WRONG_NAME = "Cy Poe argues that reward hacking breaks the measure it was meant to serve [1.1]."


@pytest.fixture
def writing(library, answering, sure):
    """An answerer over pages, with a model and how its answers are written."""

    def make(model, *pages, **options):
        answering(*(pages or (ANN,)))
        writer = Writer(model, **options)
        return Answerer(library.archive, library.stores, library.search, writer)

    return make


@pytest.fixture
def answered(writing, scripted):
    """The answer that replies make, and the model that gave them."""

    def make(*replies, **options):
        model = scripted(*replies)
        return writing(model, **options).answer(ASKED), model

    return make


def verdicts(answer):
    return [(sentence.verdict, sentence.citations) for sentence in answer.sentences]


def test_a_sentence_that_is_borne_out_is_the_model_s(answered):
    answer, _ = answered(GOOD)
    assert answer.answer == (
        "Ann Lee writes that reward hacking breaks the measure it was meant to serve. [1]"
    )
    assert (answer.mode, answer.model, answer.reason) == ("generated", "scripted", None)
    assert verdicts(answer) == [("supported", (1,))]
    assert answer.citations[0].quote == ANN[1]


def test_the_model_is_told_the_evidence_and_the_question(answered):
    _, model = answered(GOOD)
    ((system, told),) = model.told
    assert system.role == "system"
    assert f"Source 1: Ann Lee\n[1.1] {ANN[1]}\n</evidence>" in told.content
    assert f"<question>\n{ASKED}\n</question>" in told.content


def test_a_sentence_is_given_out_as_soon_as_it_is_checked(writing, scripted):
    events = iter(writing(scripted([GOOD, " More", " is written."])).respond(ASKED))
    kinds = [type(event) for event in events]
    assert kinds.index(Citation) + 1 == kinds.index(Delta)
    assert Status in kinds[kinds.index(Delta) :]


def test_the_deltas_are_the_answer(writing, scripted):
    answerer = writing(scripted(f"{GOOD} {UNCITED}\n\n{WRONG_NAME}", "1) No."))
    *events, answer = answerer.respond(ASKED)
    assert "".join(event.text for event in events if isinstance(event, Delta)) == answer.answer


def test_what_is_being_written_is_shown_as_unchecked(writing, scripted):
    events = writing(scripted(["Ann", " Lee writes [1", ".1]. And", " so"])).respond(ASKED)
    shown = [event.unchecked for event in events if isinstance(event, Status) and event.unchecked]
    assert shown == ["Ann", "Ann Lee writes", "Ann Lee writes. And", "so", "so"]


def test_a_sentence_that_fails_is_sent_back_with_the_reason(answered):
    answer, model = answered(WRONG_NAME, f"1) {GOOD}")
    assert verdicts(answer) == [("supported", (1,))]
    assert model.told[1][-1].content.count("1) “Cy Poe argues that") == 1
    assert "Cy Poe" not in answer.answer


def test_one_that_fails_twice_is_left_out_where_another_says_what_it_cites(answered):
    answer, _ = answered(f"{UNCITED} {WRONG_NAME} {GOOD}", "")
    assert verdicts(answer) == [("unsupported", ()), ("supported", (1,))]
    assert "Cy Poe" not in answer.answer


def test_one_that_fails_twice_is_replaced_by_what_it_cites(writing, scripted):
    model = scripted(f"{SECOND} Ann Lee doubts that it is a myth [1.1].", "")
    answer = writing(model, ANN, BO).answer(ASKED)
    assert answer.sentences[1].text == f"Bo Ray writes: “{BO[1]}”"
    assert verdicts(answer) == [("supported", (1,)), ("quoted", (2,))]


def test_one_that_fails_twice_is_shown_as_unsupported_where_that_is_set(answered):
    answer, _ = answered(f"{GOOD} {WRONG_NAME}", "", unsupported="show")
    assert verdicts(answer) == [("supported", (1,)), ("unsupported", ())]


def test_what_cites_nothing_is_shown_as_unsupported(answered):
    answer, _ = answered(f"{GOOD} {UNCITED}", f"1) {UNCITED}")
    assert verdicts(answer) == [("supported", (1,)), ("unsupported", ())]
    assert answer.answer.endswith(f"{UNCITED} (unsupported)")


def test_what_cites_nothing_and_is_said_by_a_passage_cites_that(answered):
    uncited = GOOD.replace(" [1.1]", "")
    answer, _ = answered(uncited, uncited)
    assert verdicts(answer) == [("supported", (1,))]


def test_a_number_that_does_not_exist_is_left_out_and_counted(answered):
    answer, _ = answered(GOOD.replace("[1.1]", "[1.1][7][1.9]"))
    assert verdicts(answer) == [("supported", (1,))]
    assert answer.reason == "Citations that the model made up were left out: 2."


@pytest.mark.parametrize("reply", ["hlmpf rkt.", UNCITED, "[1]", "Bla bla [1.1]. Blub [9]."])
def test_where_nothing_is_borne_out_the_authors_are_quoted(answered, reply):
    answer, _ = answered(reply, reply)
    assert (answer.mode, answer.model) == ("extractive", None)
    assert answer.answer == f"On this, Ann Lee writes: “{ANN[1]}” [1]"
    assert answer.reason


def test_without_evidence_the_model_is_not_called(writing, scripted):
    model = scripted(GOOD)
    answer = writing(model).answer("What does Zork Frobnitz think of reward hacking?")
    assert (answer.abstained, model.told) == (True, [])


def test_a_model_that_finds_no_answer_is_not_believed_but_told_of(answered):
    answer, _ = answered("NOTHING FOUND")
    assert (answer.mode, answer.abstained) == ("extractive", False)
    assert answer.reason.startswith("The language model finds no answer in these passages")


@pytest.mark.parametrize(
    ("reply", "said"),
    [("NOTHING FOUND", True), ("“Nothing found.”", True), ("Nothing found by Ann [1].", False)],
)
def test_a_reply_that_finds_nothing(reply, said):
    assert declined(reply) == said


def test_a_model_that_cannot_be_had_is_told_of_in_a_line(answered):
    answer, _ = answered([ModelUnavailable("no server at http://127.0.0.1:1: start one")])
    assert answer.mode == "extractive"
    assert answer.reason == (
        "The language model gave no answer, so these are the authors' own words: "
        "no server at http://127.0.0.1:1: start one."
    )


def test_a_model_that_cannot_even_count_is_told_of_in_a_line(writing, scripted):
    class Unloaded(scripted):
        def count(self, text):
            raise ModelUnavailable("tiny: no such folder")

    history = [Exchange(ASKED, ASKED, "…")]
    answer = writing(Unloaded()).answer("and why is that of reward hacking?", history=history)
    assert (answer.mode, "tiny: no such folder" in answer.reason) == ("extractive", True)


def test_a_reply_that_breaks_off_is_kept_and_the_authors_follow(writing, scripted):
    model = scripted([SECOND, " Then she", ModelStopped("the connection broke")])
    answer = writing(model, ANN, BO).answer(ASKED)
    assert [one.text for one in answer.sentences][1:] == [
        "Then she …",
        f"On this, Bo Ray writes: “{BO[1]}”",
    ]
    assert verdicts(answer) == [("supported", (1,)), ("unsupported", ()), ("quoted", (2,))]
    assert (answer.mode, "stopped half-way" in answer.reason) == ("generated", True)


def test_what_breaks_off_before_anything_is_borne_out_is_kept_and_marked(answered):
    answer, _ = answered(["Ann Lee thinks", ModelStopped("the connection broke")])
    assert verdicts(answer) == [("unsupported", ()), ("quoted", (1,))]
    assert answer.sentences[0].text == "Ann Lee thinks …"


def test_what_reaches_its_limit_before_anything_is_borne_out_is_not_kept(answered):
    answer, _ = answered(["Ann Lee thinks", LimitReached("it reached its limit")])
    assert (answer.mode, len(answer.sentences)) == ("extractive", 1)


def test_a_reply_that_goes_round_in_circles_is_stopped(answered):
    answer, model = answered([GOOD, *([" I say it once more and then again."] * 500)])
    assert model.closed == 1
    assert "scripted went round in circles" in answer.reason
    assert len(answer.sentences) <= 2


def test_an_empty_reply_is_told_of(answered):
    answer, _ = answered("")
    assert answer.mode == "extractive"
    assert "scripted wrote nothing" in answer.reason


def test_whoever_goes_away_stops_the_model(writing, scripted):
    model = scripted([GOOD, " And so", " on"])
    events = writing(model).respond(ASKED)
    while not isinstance(next(events), Delta):
        pass
    events.close()
    assert model.closed == 1


def test_of_several_answers_the_best_by_the_checks_is_given(answered):
    answer, model = answered(f"{GOOD} {UNCITED}", GOOD, samples=3)
    assert (len(model.told), verdicts(answer)) == (2, [("supported", (1,))])


def test_evidence_that_does_not_fit_is_told_of(writing, scripted):
    model = scripted(GOOD, window=600)
    answer = writing(model).answer(ASKED)
    assert (answer.mode, model.told) == ("extractive", [])
    assert "raise llm_context_window" in answer.reason


def test_the_mode_says_how_much_is_written(answered):
    _, model = answered(GOOD, mode="concise")
    assert "Write one or two sentences." in model.told[0][1].content


def test_a_citation_keeps_its_number_through_a_conversation(writing, scripted):
    answerer = writing(
        scripted("Bo Ray holds that reward hacking is a myth [1.1].", SECOND), ANN, BO
    )
    first = answerer.answer(ASKED)
    asked = "Does reward hacking break the measure that it serves?"
    second = answerer.answer(asked, history=[Exchange.of(first)])
    quotes = {citation.n: citation.quote for one in (first, second) for citation in one.citations}
    assert [[c.n for c in one.citations] for one in (first, second)] == [[1], [2]]
    assert quotes == {1: BO[1], 2: ANN[1]}


def test_brackets_of_the_model_s_own_are_no_citations(answered):
    answer, _ = answered(f"{GOOD} So `x[3]` it is. And [1.2", "")
    assert answer.answer.count("[") == 1


def test_a_model_of_entailment_that_cannot_be_had_is_told_of_in_a_line(answered):
    class Unloaded:
        def entails(self, premise, hypothesis):
            raise ModelUnavailable("nli: not a cross-encoder")

    answer, _ = answered(GOOD, entailment=Unloaded())
    assert (answer.mode, "nli: not a cross-encoder" in answer.reason) == ("extractive", True)


def test_a_model_of_entailment_has_a_say(answered):
    class Doubting:
        def entails(self, premise, hypothesis):
            return 0.1

    answer, _ = answered(GOOD, GOOD, entailment=Doubting())
    assert answer.mode == "extractive"


def test_without_its_model_an_answerer_asks_nobody(writing, scripted):
    model = scripted(GOOD)
    answer = writing(model).extractive().answer(ASKED)
    assert (answer.mode, model.told) == ("extractive", [])


def test_whoever_she_is_wrote_what_stands_before(writing, scripted):
    """A sentence that was refused does not say who "she" is: what stands in its place does."""
    refused = "Ann Lee rejects all whales [2.1]."
    she = "She writes that reward hacking breaks the measure it was meant to serve [2.1]."
    model = scripted(f"Bo Ray likes whales [1.1]. {refused} {she}", "")
    answer = writing(model, ANN, BO).answer(ASKED)
    assert "She" not in answer.answer
    assert {one.verdict for one in answer.sentences} == {"quoted"}


def test_what_nobody_is_said_to_say_is_said_to_be_somebody_s(answered):
    answer, _ = answered("Reward hacking breaks the measure it was meant to serve [1.1].")
    assert answer.sentences[0].text.casefold() == (
        "according to ann lee, reward hacking breaks the measure it was meant to serve."
    )


def test_a_second_attempt_is_known_by_its_number(answered):
    answer, _ = answered(
        f"{GOOD} Whales swim [1.1]. {WRONG_NAME}",
        f"Here are the corrected sentences:\n2) {GOOD.replace('writes', 'says')}\n1) NOTHING FOUND",
    )
    assert [one.text[:13] for one in answer.sentences] == ["Ann Lee write", "Ann Lee says "]


def test_a_fault_of_the_second_attempt_is_told(answered):
    answer, _ = answered(f"{GOOD} {UNCITED}", [ModelUnavailable("the server is gone")])
    assert answer.reason == "Some sentences could not be written again: the server is gone."


def test_characters_that_nobody_sees_are_not_given_out(answered):
    hidden = GOOD.replace("Ann Lee", "A\u200bnn Le\u202ee")
    answer, _ = answered(hidden)
    assert answer.answer.startswith("Ann Lee writes")


def test_two_records_that_number_their_citations_alike_are_kept_apart(writing, scripted, citation):
    history = [
        Exchange("A?", "A?", "…", (citation("Some words.", "Cy Poe", n=1),)),
        Exchange("B?", "B?", "…", (citation("Other words.", "Di Roe", n=1),)),
    ]
    answer = writing(scripted(GOOD)).answer(
        "Does reward hacking break the measure?", history=history
    )
    assert [(one.n, one.quote) for one in answer.citations] == [(2, ANN[1])]
