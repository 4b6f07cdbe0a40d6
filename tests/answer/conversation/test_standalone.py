"""What a question means after what was asked before, by rule."""

import pytest

from answer.conversation.exchange import Exchange
from answer.conversation.standalone import Standalone, depends, standalone
from tests.answer.conftest import directory

PEOPLE = directory(
    ("Ada King",), ("Ada Smith",), ("Bo Berg", "bo_b"), ("Cy Stone",), ("Mikhail Samin", "Misha")
)
ORDINARY = {"corrigibility", "debate", "boxing", "second", "related"}.__contains__


def asked(*questions, heard=(), answer="So."):
    """A history of questions; these people were quoted for the last one."""
    *before, last = questions
    history = [Exchange(question, question, "So.") for question in before]
    return [*history, Exchange(last, last, answer, (), tuple(heard))]


def read(question, history):
    return standalone(question, history, PEOPLE, ORDINARY)


def meaning(question, history):
    found = read(question, history)
    return found and found.question


ADA = asked("What does Ada King think about corrigibility?", heard=["Ada King"])
ANYBODY = asked("What is corrigibility?", heard=["Bo Berg"])
SEVERAL = asked("What is corrigibility?", heard=["Bo Berg", "Cy Stone"])
BOTH = asked("Do Ada King and Bo Berg agree on corrigibility?")
AGAINST = asked("Who argues against corrigibility?", heard=["Bo Berg"])
MODELS = asked("Why do language models hallucinate?")
SOLVED = asked("Does Ada King think corrigibility is solved?")
WHICH_ADA = asked("What does Ada think about corrigibility?")
MISSPELT = asked("What does Bo Bergg think about debate?")
NO_SUBJECT = asked("What does Misha think?")


@pytest.mark.parametrize(
    ("question", "means"),
    [
        # whom a pronoun means
        ("And what did he say about that?", "What did Ada King say about corrigibility?"),
        ("What does she think about debate?", "What does Ada King think about debate?"),
        ("Thanks. And what do they think about debate?", "What does Ada King think about debate?"),
        ("What is her argument?", "What is Ada King’s argument about corrigibility?"),
        ("Has he changed his mind?", "Has Ada King changed his mind about corrigibility?"),
        ("Does Bo agree with her?", "Does Bo Berg agree with Ada King about corrigibility?"),
        ("What does this author say about debate?", "What does Ada King say about debate?"),
        ("What does she think of Bo's view of debate?",
         "What does Ada King think of Bo's view of debate?"),
        # what "it" and "that" mean
        ("What is it?", "What is corrigibility?"),
        ("How does that work?", "How does corrigibility work?"),
        ("Has this changed over time?", "Has corrigibility changed over time?"),
        ("How does it relate to debate?", "How does corrigibility relate to debate?"),
        ("What are the objections to this?", "What are the objections to corrigibility?"),
        ("How can I help with that?", "How can I help with corrigibility?"),
        ("Why is that hard?", "Why is corrigibility hard?"),
        ("Can it be solved?", "Can corrigibility be solved?"),
        ("What are its risks?", "What are corrigibility’s risks?"),
        ("What does Bo think of it?", "What does Bo think of corrigibility?"),
        ("Does Bo think so too?", "Does Bo think so about corrigibility too?"),
        ("Why does she think that?", "Why does Ada King think that about corrigibility?"),
        ("What is wrong with that argument?",
         "What is wrong with that argument about corrigibility?"),
        ("How serious is this problem?", "How serious is corrigibility?"),
        ("Who said that?", "Who said that about corrigibility?"),
        # the reasons
        ("Why?", "Why does Ada King think so about corrigibility?"),
        ("but why?!", "Why does Ada King think so about corrigibility?"),
        ("How so?", "Why does Ada King think so about corrigibility?"),
        # what is said of somebody, or asked of a side
        ("Who is she?", "Who is Ada King?"),
        ("Is she right?", "Is Ada King right about corrigibility?"),
        ("What evidence does she give?", "What evidence does Ada King give about corrigibility?"),
        ("Compare her with Bo.", "Compare Ada King with Bo Berg about corrigibility?"),
        ("What are the counterarguments?", "What are the counterarguments to corrigibility?"),
        ("And what are the main risks?", "What are the main risks of corrigibility?"),
        # the rest of a question
        ("Since when?", "What does Ada King think about corrigibility? Since when?"),
        ("Such as?", "What does Ada King think about corrigibility? Such as?"),
        ("And for how long?", "What does Ada King think about corrigibility? For how long?"),
        ("for example?", "What does Ada King think about corrigibility? For example?"),
        ("Is that true?", "What does Ada King think about corrigibility? Is that true?"),
        # somebody else
        ("And Bo?", "What does Bo Berg think about corrigibility?"),
        ("Bo?", "What does Bo Berg think about corrigibility?"),
        ("Ok, and Bo?", "What does Bo Berg think about corrigibility?"),
        ("and what about Bo Berg?", "What does Bo Berg think about corrigibility?"),
        ("And for Bo?", "What does Bo Berg think about corrigibility?"),
        ("And Bo's view?", "What does Bo Berg think about corrigibility?"),
        ("And Bo and Cy?", "What do Bo Berg and Cy Stone think about corrigibility?"),
        ("What about Paul Christiano?", "What does Paul Christiano think about corrigibility?"),
        ("What does Bo think?", "What does Bo Berg think about corrigibility?"),
        ("What does Eve Cole think?", "What does Eve Cole think about corrigibility?"),
        ("What do critics say?", "What do critics say about corrigibility?"),
        ("Does Ada King agree?", "Does Ada King agree about corrigibility?"),
        ("Does Bo agree?", "Does Bo Berg agree with Ada King about corrigibility?"),
        ("No, I meant Bo.", "What does Bo Berg think about corrigibility?"),
        ("Bo, not Ada", "What does Bo Berg think about corrigibility?"),
        ("Who else?", "Who else writes about corrigibility?"),
        ("What do others think?", "Who else writes about corrigibility?"),
        ("Does anyone disagree?", "Does anyone disagree with Ada King about corrigibility?"),
        ("Who agrees with her?", "Who agrees with Ada King about corrigibility?"),
        ("Who disagrees with Bo?", "Who disagrees with Bo Berg about corrigibility?"),
        # something else
        ("And what about debate?", "What does Ada King think about debate?"),
        ("about AI boxing?", "What does Ada King think about AI boxing?"),
        ("I meant debate", "What does Ada King think about debate?"),
        ("and its risks?", "What does Ada King think about the risks of corrigibility?"),
        ("and the risks?", "What does Ada King think about the risks of corrigibility?"),
        # another time or place
        ("And in 2023?", "What does Ada King think about corrigibility in 2023?"),
        ("now?", "What does Ada King think about corrigibility now?"),
        ("And in humans?", "What does Ada King think about corrigibility in humans?"),
    ],
)  # fmt: skip
def test_after_somebody_was_asked(question, means):
    assert meaning(question, ADA) == means


@pytest.mark.parametrize(
    ("question", "means"),
    [
        ("Why?", "What is corrigibility? Why?"),
        ("And Bo?", "What does Bo Berg think about corrigibility?"),
        ("What does Ada King think about it?", "What does Ada King think about corrigibility?"),
        ("What does he think about debate?", "What does Bo Berg think about debate?"),
        ("What about debate?", "What is debate?"),
        ("Does it matter?", "Does corrigibility matter?"),
        ("Who disagrees?", "Who disagrees about corrigibility?"),
    ],
)
def test_after_nobody_was_asked(question, means):
    assert meaning(question, ANYBODY) == means


@pytest.mark.parametrize(
    ("question", "means"),
    [
        ("What do they think about debate?", "What do Ada King and Bo Berg think about debate?"),
        ("And Cy?", "What does Cy Stone think about corrigibility?"),
        ("the latter", "What does Bo Berg think about corrigibility?"),
        ("both", "What do Ada King and Bo Berg think about corrigibility?"),
        ("The first one.", "What does Ada King think about corrigibility?"),
        ("Why?", "Do Ada King and Bo Berg agree on corrigibility? Why?"),
        ("And what about debate?", "Do Ada King and Bo Berg agree on debate?"),
    ],
)
def test_after_two_people_were_asked(question, means):
    assert meaning(question, BOTH) == means


@pytest.mark.parametrize(
    ("question", "means"),
    [
        ("Why does he think so?", "Why does Bo Berg think so about corrigibility?"),
        ("What about Cy?", "What does Cy Stone think about corrigibility?"),
        ("Does Cy agree with him?", "Does Cy Stone agree with Bo Berg about corrigibility?"),
    ],
)
def test_after_anybody_was_asked_who_was_quoted_may_be_meant(question, means):
    assert meaning(question, AGAINST) == means


@pytest.mark.parametrize(
    ("history", "question", "means"),
    [
        (MODELS, "Why?", "Why do language models hallucinate? Why?"),
        (MODELS, "How can that be prevented?",
         "Why do language models hallucinate? How can that be prevented?"),
        (MODELS, "What about humans?", "Why do language models hallucinate? What about humans?"),
        (MODELS, "And Ada King?", "According to Ada King, why do language models hallucinate?"),
        (SOLVED, "Why?", "Does Ada King think corrigibility is solved? Why?"),
        (SOLVED, "And Bo?", "Does Bo Berg think corrigibility is solved?"),
        (SOLVED, "What does Bo think?", "Does Bo Berg think corrigibility is solved?"),
        (SOLVED, "Why does she think so?",
         "Does Ada King think corrigibility is solved? Why does Ada King think so?"),
    ],
)  # fmt: skip
def test_after_a_question_whose_subject_is_a_whole_sentence(history, question, means):
    assert meaning(question, history) == means


@pytest.mark.parametrize(
    ("history", "question", "means"),
    [
        (WHICH_ADA, "the first", "What does Ada King think about corrigibility?"),
        (WHICH_ADA, "yes, the second", "What does Ada Smith think about corrigibility?"),
        (WHICH_ADA, "2", "What does Ada Smith think about corrigibility?"),
        (WHICH_ADA, "The last one, please", "What does Ada Smith think about corrigibility?"),
        (WHICH_ADA, "Ada Smith", "What does Ada Smith think about corrigibility?"),
        (WHICH_ADA, "Smith.", "What does Ada Smith think about corrigibility?"),
        (WHICH_ADA, "I mean Ada King", "What does Ada King think about corrigibility?"),
        (WHICH_ADA, "both", "What do Ada King and Ada Smith think about corrigibility?"),
        (WHICH_ADA, "no, I meant Bo", "What does Bo Berg think about corrigibility?"),
        (WHICH_ADA, "yes", None),
        (WHICH_ADA, "Ada", None),
        (WHICH_ADA, "the third", None),
        (MISSPELT, "yes", "What does Bo Berg think about debate?"),
        (MISSPELT, "Yes, please!", "What does Bo Berg think about debate?"),
        (MISSPELT, "no, Cy Stone", "What does Cy Stone think about debate?"),
        (NO_SUBJECT, "corrigibility", "What does Mikhail Samin think about corrigibility?"),
        (NO_SUBJECT, "About AI boxing.", "What does Mikhail Samin think about AI boxing?"),
        (NO_SUBJECT, "yes", None),
        (NO_SUBJECT, "Isn't AI dangerous?", None),
    ],
)
def test_what_the_last_answer_asked_is_answered(history, question, means):
    assert meaning(question, history) == means


@pytest.mark.parametrize(
    ("history", "question"),
    [
        (SOLVED, "What do Bo and Cy think?"),
        (asked("Do Ada King and Bo Berg agree?"), "What does Cy think?"),
        (asked("Do Ada King and Bo Berg agree?"), "And Cy?"),
        (ADA, "the second"),
    ],
)
def test_what_leans_on_what_cannot_be_told_stays_as_it_is(history, question):
    assert depends(question, history, PEOPLE, ORDINARY)
    assert read(question, history) is None


@pytest.mark.parametrize(
    "question",
    [
        "more", "Tell me more.", "tell me more about that", "What else?", "go on", "Anything else?",
        "And?", "More quotes, please", "can you elaborate?",
    ],
)  # fmt: skip
def test_more_is_asked_on_the_same(question):
    assert read(question, ADA) == Standalone(
        "What does Ada King think about corrigibility?", person_put_in=True, more=True
    )


def test_what_else_somebody_says_is_more():
    assert read("What else did she say about it?", ADA) == Standalone(
        "What did Ada King say about corrigibility?", person_put_in=True, more=True
    )


@pytest.mark.parametrize(
    "question",
    [
        "What is debate?",
        "What does Cy Stone think about debate?",
        "What is this corpus?",
        "What does this site do?",
        "Is it possible to align an AI?",
        "How likely is it that AI ends well?",
        "What does it mean to feel the AGI?",
        "What is it like to be a bat?",
        "Why can't we turn the AI off if it misbehaves?",
        "Isn't AI just a tool? Won't it do what we tell it to?",
        "What could an AI do, and what would be impossible even for it?",
        "Any AI is a program. Why wouldn't it do what it's programmed to do?",
        "Are there types of AI that would be safer than others?",
        "What evidence is given that models do not optimise for their environment?",
        "What does Bo think about his own book?",
        "How much of his income did Mikhail Samin give away?",
        "What does Ada King say that she learned?",
        "Who thinks that their work matters?",
        "How do language models hide their goals?",
        "Why do people say that AI is safe?",
        "When AI fails, is it dangerous?",
        "And what is debate?",
        "So Ada King says debate is solved, right?",
        "Ada King on debate",
        "In practice, how are models trained?",
        "Is the orthogonality thesis right?",
        "Hello",
        "Thanks!",
        "no",
    ],
)
@pytest.mark.parametrize(
    "history", [ADA, BOTH, SEVERAL, NO_SUBJECT], ids=["ada", "both", "several", "no subject"]
)
def test_what_stands_by_itself_is_left_alone(question, history):
    assert not depends(question, history, PEOPLE, ORDINARY)
    assert read(question, history) is None


@pytest.mark.parametrize("question", ["Why?", "Tell me more.", "And Bo?", "Who else?", "Is it?"])
def test_after_nothing_but_a_greeting_there_is_nothing_to_lean_on(question):
    assert meaning(question, asked("Hello", "Thanks!")) is None


def test_white_space_is_no_change():
    assert read(" the \n third ", WHICH_ADA) is None


@pytest.mark.parametrize("question", ["yes", "both", "Corrigibility", "Any"])
@pytest.mark.parametrize("history", [ADA, MODELS], ids=["ada", "models"])
def test_nothing_is_chosen_where_nothing_is_asked(question, history):
    assert not depends(question, history, PEOPLE, ORDINARY)


def test_without_a_history_nothing_is_changed():
    assert read("And Bo?", []) is None


@pytest.mark.parametrize(
    ("history", "people"),
    [(SEVERAL, ("Bo Berg", "Cy Stone")), (BOTH, ("Ada King", "Bo Berg"))],
    ids=["quoted", "asked"],
)
def test_where_two_people_may_be_meant_nobody_is_guessed(history, people):
    assert read("What does she think about it?", history) == Standalone(
        "What does she think about corrigibility?", unclear=people
    )


def test_who_of_them_is_meant_can_be_said_then():
    history = asked("Do Ada King and Bo Berg agree on corrigibility?", "And her view of debate?")
    assert meaning("the second", history) == "Bo Berg’s view of debate?"
    assert meaning("Ada King", history) == "Ada King’s view of debate?"


def test_as_long_as_it_is_not_said_nobody_is_guessed():
    history = asked("Do Ada King and Bo Berg agree on debate?", "Why does he think so?")
    assert read("And the risks?", history) == Standalone(
        "What does he think about the risks of debate?", unclear=("Ada King", "Bo Berg")
    )


def test_who_is_named_beside_a_pronoun_is_not_meant_by_it():
    assert meaning("Does Ada King agree with him?", BOTH) == (
        "Does Ada King agree with Bo Berg about corrigibility?"
    )


def test_a_follow_up_to_a_follow_up_is_understood():
    history = asked("What does Ada King think about corrigibility?", "And Bo?", "thanks", "Why?")
    assert meaning("And in 2023?", history) == (
        "Why does Bo Berg think so about corrigibility in 2023?"
    )


@pytest.mark.parametrize(
    ("question", "means"),
    [
        ("And Bo?", "What does Bo Berg think about corrigibility?"),
        ("And debate?", "What does Ada King think about debate?"),
    ],
)
def test_that_somebody_thinks_so_is_not_taken_for_granted_of_others(question, means):
    assert meaning(question, asked(ADA[0].question, "Why?")) == means


def test_what_was_asked_of_a_question_is_not_piled_on_it():
    history = asked("Why do language models hallucinate?", "Such as?")
    assert meaning("Since when?", history) == ("Why do language models hallucinate? Since when?")


def test_the_subject_is_known_even_where_the_person_is_not():
    history = asked("Do Ada King and Bo Berg agree on debate?", "Why does he think so?")
    assert meaning("Is it dangerous?", history) == "Is debate dangerous?"


def test_the_last_question_goes_before_those_before_it():
    history = asked("What does Ada King think about debate?", "What does Bo think about boxing?")
    assert meaning("Why does he think so?", history) == "Why does Bo Berg think so about boxing?"


def test_who_was_asked_before_is_meant_where_nobody_was_since():
    history = asked("What does Ada King think about debate?", "What is boxing?")
    assert meaning("What does she think of it?", history) == "What does Ada King think of boxing?"


def test_who_was_asked_about_is_meant_too():
    assert meaning("What does she think about debate?", asked("Who is Ada King?")) == (
        "What does Ada King think about debate?"
    )


def test_nobody_else_is_meant_while_it_is_not_known_who_was_asked():
    history = asked("What does Ada King think about boxing?", "What does Bo Bergg say of debate?")
    assert meaning("What does he say of it?", history) == "What does he say of debate?"
    assert meaning("Why?", history) == "What does Bo Bergg say of debate? Why?"


def test_a_question_is_what_it_was_understood_as():
    history = [Exchange("And Bo?", "What does Bo Berg think about debate?", "So.")]
    assert meaning("Why?", history) == "Why does Bo Berg think so about debate?"


def test_the_second_of_those_who_were_quoted_is_the_author_of_the_second_citation(citation):
    quotes = (citation("So.", "Bo Berg"), citation("No.", "Cy Stone", n=2))
    history = [Exchange("What is corrigibility?", "What is corrigibility?", "So.", quotes)]
    assert meaning("yes, the second", history) == "What does Cy Stone think about corrigibility?"


def test_nobody_is_put_in_for_a_citation_that_names_nobody(citation):
    quotes = (citation("So."),)
    history = [Exchange("What is corrigibility?", "What is corrigibility?", "So.", quotes)]
    assert meaning("the first one", history) is None


@pytest.mark.parametrize(
    "question", ["So she says it is solved, right?", "So she says that it is solved?"]
)
def test_a_premise_is_asked_and_not_agreed_to(question):
    assert meaning(question, ADA).replace("that ", "") == (
        "Does Ada King say corrigibility is solved?"
    )


@pytest.mark.parametrize(
    ("question", "put_in"),
    [
        ("And Bo?", True),
        ("And Bo Berg?", True),
        ("Why?", True),
        ("And in 2023?", True),
        ("Who disagrees?", True),
        ("Who else?", False),
        ("What does Bo think?", False),
    ],
)
def test_it_is_told_whether_somebody_is_put_in(question, put_in):
    assert read(question, ADA).person_put_in is put_in


def test_a_name_that_is_only_like_one_here_is_no_subject():
    assert meaning("What about RLHF?", ADA) == "What does Ada King think about RLHF?"
    assert meaning("What about Corrigibility?", MODELS) == (
        "Why do language models hallucinate? What about Corrigibility?"
    )


def test_a_long_question_stands_by_itself():
    assert not depends(f"And so what does she think{' really' * 60}?", ADA, PEOPLE, ORDINARY)


def test_a_long_question_is_not_asked_again_with_another_behind_it():
    history = asked(f"Why do models fail {'very ' * 99}often?")
    assert depends("Such as?", history, PEOPLE, ORDINARY)
    assert meaning("Such as?", history) is None
