"""A sentence is believed only if the cited words say so, and are whose it says."""

import pytest

from answer.checking.check import Checker, Objection

WORDS = "Power is sought by 40% of all agents, and cats sleep at night."


@pytest.fixture
def ada(said):
    return said(WORDS, "Ada King", date="2021-03-03", title="Notes")


@pytest.mark.parametrize(
    "text",
    [
        "Ada King writes that 40% of all agents seek power.",
        "Power is sought by agents.",
        "According to Ada King, cats sleep at night.",
        "In 2021, Ada King wrote that cats sleep at night.",
        "Ada King writes: “Cats sleep at night.”",
    ],
)
def test_what_the_cited_words_say_is_believed(checker, ada, text):
    assert checker.objection(text, [ada]) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Bo Lee writes that cats sleep at night.", "name"),
        ("Yes, cats sleep at night.", "agreement"),
        ("Ada King writes: “Cats sleep all night.”", "quotation"),
        ("50% of all agents seek power.", "figure"),
        ("Cats never sleep at night.", "negation"),
        ("Only cats sleep at night.", "certainty"),
        ("Cats sleep on warm roofs in Paris.", "name"),
        ("Cats sleep on warm roofs after supper.", "content"),
    ],
)
def test_what_they_do_not_say_is_not(checker, ada, text, kind):
    assert checker.objection(text, [ada]).kind == kind


def test_an_objection_gives_its_reason_in_a_sentence(checker, ada):
    assert checker.objection("Bo Lee writes that cats sleep.", [ada]) == Objection(
        "name", "it names Bo Lee, whose words these are not"
    )


def test_what_goes_on_for_ever_is_not_checked(checker, ada):
    reason = "it is too long a sentence to be checked"
    assert checker.objection("Cats sleep, " * 400, [ada]) == Objection("content", reason)


def test_what_cites_nothing_is_not_believed(checker):
    assert checker.objection("Cats sleep.", []) == Objection("uncited", "it cites nothing")


@pytest.mark.parametrize("text", ["This is what they write:", "", "…"])
def test_what_states_nothing_needs_no_citation(checker, text):
    assert (checker.states(text), checker.objection(text, [])) == (False, None)


@pytest.mark.parametrize(
    "text",
    [
        "Cats sleep.",
        "Bo Lee writes:",
        "One after the other, and at length, they say that cats sleep by night:",
    ],
)
def test_a_lead_in_that_names_somebody_or_goes_on_states_something(checker, text):
    assert checker.states(text)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("On this, Ada King writes: “Cats sleep at night.”", "quoted"),
        ("In March 2021, Ada King argued that “cats sleep at night”.", "quoted"),
        ("Ada King thinks of animals: “Cats sleep at night.”", "supported"),
        ("Ada King writes that cats sleep at night.", "supported"),
    ],
)
def test_only_a_quotation_with_who_says_it_counts_as_quoted(checker, said, text, verdict):
    assert (
        checker.verdict(text, [said("Cats sleep at night.", "Ada King", date="2021-03")]) == verdict
    )


class Firm:
    """Entails with so much; `asked` is what it was asked."""

    def __init__(self, likely):
        self.likely, self.asked = likely, []

    def entails(self, premise, hypothesis):
        self.asked.append((premise, hypothesis))
        return self.likely


@pytest.mark.parametrize(("likely", "kind"), [(0.4, "entailment"), (0.6, None)])
def test_a_model_has_the_last_word(known, stems, said, likely, kind):
    firm = Firm(likely)
    objection = Checker(known, stems, firm).objection(
        "Cats sleep.", [said("Cats sleep.", "Ada King")]
    )
    assert (objection and objection.kind) == kind
    assert firm.asked == [("Ada King writes: Cats sleep.", "Cats sleep.")]


def test_a_model_is_not_asked_about_what_is_refused_already(known, stems, said):
    firm = Firm(1.0)
    Checker(known, stems, firm).objection(
        "Bo Lee writes: cats sleep.", [said("Cats sleep.", "Ada King")]
    )
    assert firm.asked == []


def test_a_model_judges_what_is_told_in_other_words(known, stems, said):
    retold, added = "Cats spend warm summer nights asleep.", "Cats sleep, and parrots sing."
    cats = [said("Cats sleep at night.", "Ada King")]
    strict, lenient = Checker(known, stems), Checker(known, stems, Firm(1.0))
    assert strict.objection(retold, cats).kind == "content"
    assert lenient.objection(retold, cats) is None
    assert lenient.objection(added, cats).kind == "content"


@pytest.mark.parametrize(
    "text",
    [
        "Bo Lee agrees with Ada King that cats sleep at night.",
        "Ada King agrees.",
        "Ada King thinks so too.",
        "An unnamed author writes that cats sleep at night.",
        "ⓑⓞ ⓛⓔⓔ writes that cats sleep at night.",
    ],
)
def test_nobody_is_said_to_agree_or_to_have_no_name_or_another(checker, ada, text):
    assert checker.objection(text, [ada]) is not None


@pytest.mark.parametrize(
    ("words", "attributed"),
    [("Cats sleep at night.", True), ("The speaker holds that cats sleep at night.", False)],
)
def test_somebody_of_whom_the_words_speak_has_not_said_them(checker, said, words, attributed):
    text = "The speaker holds that cats sleep at night."
    assert checker.attributed(text, [said(words, "Ada King")]) is attributed
