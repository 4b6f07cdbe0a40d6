"""Whom a question names, whose words it asks for, and what it is about."""

import pytest

from answer.people import Unknown, named
from tests.answer.conftest import directory

CORPUS = directory(
    ("Mikhail Samin", "Misha", "misha_s"),
    ("Charlie Steiner", "Manfred"),
    ("Ada King",),
    ("Ada Smith",),
    ("quietlattice",),
    ("Jean-Luc O’Neil",),
    ("Eliezer Yudkowsky",),
)
MISHA = ("Mikhail Samin",)
ORDINARY = {
    "deceptive",
    "alignment",
    "superintelligence",
    "research",
    "recent",
    "reward",
    "society",
}


def read(question, people=CORPUS):
    return named(question, people, ORDINARY.__contains__)


@pytest.mark.parametrize(
    "question",
    [
        "What does Misha think about myopia?",
        "How does Mikhail Samin object to myopia?",
        "According to Misha, what is myopia?",
        "What is myopia according to Samin?",
        "What are Misha's views on myopia?",
        "What are Samin’s thoughts on myopia?",
        "What's Misha's take on myopia?",
        "Summarize the views of Misha on myopia.",
        "Summarise Misha's views on myopia.",
        "Summarise Misha on myopia.",
        "Does Misha really believe in myopia?",
        "Would MISHA say that myopia is real?",
        "How would Misha respond to myopia?",
        "What is Misha's opinion of myopia?",
        "What is Misha's criticism of myopia?",
        "In Misha's opinion, what is myopia?",
        "What has Misha written about myopia?",
        "Did Misha ever write about myopia?",
        "what does misha think about myopia?",
        "what misha says about myopia",
        "Tell me what Misha thinks of myopia.",
        "What does @misha_s say about myopia?",
        "Who is Misha and what does he think about myopia?",
        "Quote Misha on myopia.",
        "Misha on myopia?",
        "Is there anything by Misha on myopia?",
        "Is Misha worried about myopia?",
        "What does M. Samin think about myopia?",
        "What does Dr. Samin think about myopia?",
    ],
)
def test_who_is_asked_for_their_words_is_speaking(question):
    found = read(question)
    assert (found.speaking, found.unknown) == (MISHA, ())


@pytest.mark.parametrize(
    "question",
    [
        "What does {} think about myopia?",
        "Who is {} and what do they think about myopia?",
        "Summarise {}'s views on myopia.",
        "{} on myopia?",
        "what {} says about myopia",
        "Quote {} on myopia",
        "Did {} ever write about myopia?",
        "How would {} respond to myopia?",
        "What is {}'s criticism of myopia?",
        "{} vs Misha on myopia",
        "Has {} changed their mind about myopia?",
        "Where do {} and Misha disagree about myopia?",
        "According to {}, what is myopia?",
        "What did Misha and {} argue?",
    ],
)
def test_who_has_no_words_in_the_corpus_is_unknown(question):
    found = read(question.format("Paul Christiano"))
    assert found.unknown == (Unknown("Paul Christiano"),)


@pytest.mark.parametrize(
    "name",
    ["Nick Bostrom", "Mikhail Saminov", "Ada Lovelace", "Mikhail Steiner", "Le Guin", "OpenAI",
     "MIRI", "SBF", "Dr. Jones", "Yann", "@nobody", "paul christiano", "robin hanson", "gwern"],
)  # fmt: skip
def test_whoever_thinks_is_somebody(name):
    found = read(f"What does {name} think about corrigibility?")
    assert ([one.name for one in found.unknown], found.speaking, found.about) == ([name], (), ())


@pytest.mark.parametrize(
    "question",
    [
        "What does RLHF change?",
        "Do LLMs believe anything?",
        "Do AIs feel pain?",
        "Does AI think?",
        "Does GPT-4 think?",
        "What does the argument claim?",
        "What does Deceptive Alignment change?",
        "What does Superintelligence argue?",
        "What do Bayesians think about priors?",
        "what does recent research say about priors?",
        "what does society think about priors?",
        "what do they think about priors?",
        "what does the cow analogy say about friendship?",
        "what does this new idea say about friendship?",
        "Reward Alignment on benchmarks?",
        "Scaling on benchmarks?",
        "What is the difference between Deceptive Alignment and Reward Alignment?",
        "Is Bostrom mentioned?",
        "Where did Barack Obama give a speech?",
        "What does Claude think about being shut down?",
        "How does ChatGPT respond to it?",
        "What are the answers from Quizbot worth?",
        "What are Quizbot's answers worth?",
        "What of the mistakes made by Quizbot?",
        "What does Goodhart's law say about measures?",
        "Does X think so?",
    ],
)
def test_who_is_not_surely_missing_is_not_unknown(question):
    assert read(question).unknown == ()


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("What does Elizer Yudkowski think about X?", "Elizer Yudkowski"),
        ("What does Yudkowski think about X?", "Yudkowski"),
        ("what does yudkowski think about X?", "yudkowski"),
        ("what does elizer yudkowski say about X?", "elizer yudkowski"),
        ("what are yudkowski's views on X?", "yudkowski"),
        ("yudkowski on X", "yudkowski"),
        ("Yudkowski on X", "Yudkowski"),
        ("quote elizer yudkowski on X", "elizer yudkowski"),
        ("What does eliezer_yudkowski think?", "eliezer_yudkowski"),
    ],
)
def test_who_may_be_meant_by_a_misspelt_name_is_told_and_not_asked(question, name):
    found = read(question)
    assert found.unknown == (Unknown(name, ("Eliezer Yudkowsky",)),)
    assert found.speaking == ()


def test_a_name_that_two_authors_have_may_mean_either():
    assert read("What does Ada think?").unknown == (
        Unknown("Ada", ("Ada King", "Ada Smith"), shared=True),
    )


def test_the_question_can_be_asked_with_the_names_that_may_be_meant():
    assert read("What does Ada think of Misha?").instead == (
        "What does Ada King think of Mikhail Samin?",
        "What does Ada Smith think of Mikhail Samin?",
    )


def test_a_part_of_a_name_is_a_name_only_where_words_are_asked_for():
    people = directory(("Will Stone",), ("Art Young",))
    assert read("Will AI end well?", people).about == ()
    assert read("Does Art matter?", people).about == ()
    assert read("Does Will believe so?", people).speaking == ("Will Stone",)
    assert read("What does Art say about society?", people).speaking == ("Art Young",)
    assert read("what does art say about society?", people).speaking == ()


def test_a_user_name_in_lower_case_is_a_name_where_words_are_asked_for():
    assert read("What does quietlattice say about debate?").speaking == ("quietlattice",)


@pytest.mark.parametrize(
    "question",
    [
        "Who is Misha?",
        "What is the case against Mikhail Samin's idea?",
        "What do critics say about Misha's view of myopia?",
        "What is wrong with Misha's argument for myopia?",
        "What are the objections to Misha's position on myopia?",
        "Who disagrees with Mikhail Samin on myopia?",
        "Does anyone here agree with Misha?",
        "What do others think about the views of Misha?",
    ],
)
def test_who_is_only_named_is_not_speaking(question):
    found = read(question)
    assert (found.about, found.speaking) == (MISHA, ())


@pytest.mark.parametrize(
    "question",
    ["What does Misha think about Manfred's view of it?", "Does Misha agree with Manfred?"],
)
def test_whose_view_somebody_else_is_asked_about_is_not_speaking(question):
    found = read(question)
    assert (found.speaking, found.about) == (MISHA, ("Charlie Steiner",))


@pytest.mark.parametrize("question", ["is misha a name?", "why do samin trees grow?"])
def test_a_word_in_lower_case_is_nobody_where_no_words_are_asked_for(question):
    found = read(question)
    assert (found.about, found.speaking) == ((), ())


@pytest.mark.parametrize(
    "question",
    [
        "Do Manfred and Misha agree on value?",
        "Where do Manfred and Misha disagree about value?",
        "Where does Manfred disagree with Misha about value?",
        "How do Manfred's views on value differ from Misha's?",
        "Compare Manfred and Misha on value.",
        "Manfred vs. Misha on value",
        "What do Manfred, Misha think about value?",
    ],
)
def test_two_people_are_both_speaking(question):
    found = read(question)
    assert (found.speaking, found.kind) == (("Charlie Steiner", "Mikhail Samin"), "compare")


def test_three_people_are_all_speaking():
    assert read("What do Misha, Manfred and Yudkowsky think?").speaking == (
        "Mikhail Samin", "Charlie Steiner", "Eliezer Yudkowsky",
    )  # fmt: skip


def test_one_person_by_two_names_is_one():
    found = read("Do Misha and Samin agree?")
    assert (found.speaking, found.kind) == (MISHA, "words")


@pytest.mark.parametrize(
    "question",
    [
        "Has Misha changed his mind on value?",
        "Did Misha's views on value change?",
        "How has Misha's thinking on value evolved?",
        "Does Misha still believe in value?",
        "Has Misha updated about value?",
        "What did Misha think of value over time?",
        "When did Misha write about value?",
    ],
)
def test_who_may_think_otherwise_now_is_asked_over_time(question):
    found = read(question)
    assert (found.speaking, found.kind) == (MISHA, "change")
    assert found.subject.removeprefix("in ").rstrip(" ?") in ("value", "value change")


@pytest.mark.parametrize("subject", ["climate change?", "distribution shift?", "comments?"])
def test_a_subject_may_hold_words_that_ask(subject):
    assert read(f"Has Misha changed his mind on {subject}").subject == subject
    assert read(f"Where do Misha and Manfred disagree about {subject}").subject == subject


def test_what_somebody_thinks_of_a_time_is_not_asked_over_time():
    assert read("When does Misha think that it will come?").kind == "words"


@pytest.mark.parametrize(
    "question",
    [
        "Who argues against value?",
        "Who thinks value is real?",
        "Which authors write about value?",
        "What do people say about value?",
        "Who is against value?",
        "Does anybody believe in value?",
    ],
)
def test_where_nobody_is_named_anybody_is_asked(question):
    found = read(question)
    assert (found.kind, found.speaking) == ("who", ())
    assert found.subject in ("value?", "value is real?", "in value?")


@pytest.mark.parametrize(
    "question", ["What is value?", "Who is Misha?", "Does Misha think that minds change?"]
)
def test_other_questions_ask_for_words(question):
    assert read(question).kind == "words"


def test_the_question_is_asked_with_full_names():
    assert read("How does misha object to Manfred’s EY?").asked == (
        "How does Mikhail Samin object to Charlie Steiner’s EY?"
    )


@pytest.mark.parametrize(
    ("question", "subject"),
    [
        ("What does Misha think about Manfred?", "what does think about Charlie Steiner?"),
        ("How does Misha object to myopia?", "how does object to myopia?"),
        ("What is Misha's view of myopia?", "myopia?"),
        ("According to Misha, what is myopia?", "what is myopia?"),
        ("Misha on myopia", "myopia"),
        ("What does Misha think about AI?", "what does think about AI?"),
        ("I want to know what Misha thinks of AI.", "what thinks of AI."),
        ("Please tell me Misha's view on AI", "AI"),
        ("How has Misha's view of AI changed over time?", "AI ?"),
        ("Where do Misha and Manfred disagree about myopia?", "myopia?"),
        ("Who disagrees with Misha on myopia?", "myopia?"),
        ("What do critics say about Misha's view of myopia?", "myopia?"),
        ("Does Misha agree with Manfred about myopia?", "does about myopia?"),
        ("What does Misha think of Manfred's view of myopia?", "what does think of myopia?"),
        ("Why is it slow, according to the author trained in physics?", "Why is it slow?"),
    ],
)
def test_the_subject_is_the_question_without_who_is_asked(question, subject):
    assert read(question).subject.casefold() == subject.casefold()


@pytest.mark.parametrize("question", ["What does Mikhail Samin think?", "Mikhail Samin on it?"])
def test_a_question_about_nothing_is_its_own_subject(question):
    assert read(question).subject == question


def test_in_a_corpus_that_names_nobody_nobody_is_absent():
    found = read("What did President Lincoln say about slavery?", directory())
    assert (found.unknown, found.speaking, found.asked) == (
        (), (), "What did President Lincoln say about slavery?",
    )  # fmt: skip


@pytest.mark.parametrize("name", ["李 明", "Zoë Ångström", "Łukasz van der Berg", "O’Neil"])
def test_a_name_in_any_script_is_a_name(name):
    assert read(f"What does {name} say?", directory((name,))).speaking == (name,)


@pytest.mark.parametrize(
    ("question", "asked_for"),
    [
        ("What does Misha think about myopia?", {"Mikhail Samin"}),
        ("What does Ann Lee think about myopia?", {"Ann Lee"}),
        ("Who thinks that myopia helps?", {"who"}),
        ("What is myopia?", set()),
    ],
)
def test_all_who_are_asked_for_their_words_are_known_together(question, asked_for):
    assert read(question).asked_for == asked_for
