"""Who is quoted: who is named for it, before or behind, and when nobody is."""

import pytest

from ingest.authorship import segments_of
from tests.ingest.reading import JANE, said, whose

WORDS = "Measures fail when they become targets."


def speaker(before, behind=""):
    """Who says what is quoted behind some words of Jane Doe's, or before others."""
    found = whose(f"I begin.\n\n{before}“{WORDS}”{behind}\n", WORDS, JANE)
    return found.removeprefix("quoted from ")


def block_speaker(before, behind=""):
    """Who says what stands in a block quote under some words of Jane Doe's."""
    found = whose(f"I begin.\n\n{before}\n\n> {WORDS}\n{behind}", WORDS, JANE)
    return found.removeprefix("quoted from ")


LEADS = [
    "Rob Roe says: ", "Rob Roe writes, ", "As Rob Roe puts it: ", "as Rob Roe says: ",
    "According to Rob Roe: ", "Rob Roe (in an essay) wrote: ", "Rob Roe then replied: ",
    "Rob Roe famously said: ", "In 2019 Rob Roe argued: ", "Rob Roe wrote in reply: ",
    "From Rob Roe's essay on goats: ", "Rob Roe’s words: ", "Quoting Rob Roe: ",
    "A comment by Rob Roe: ", "An essay by Rob Roe in 2019: ", "Here is Rob Roe's argument: ",
    "Rob Roe told me: ", "In an interview with Ann Lee, Rob Roe said: ",
    "When asked by Ann Lee, Rob Roe said: ", "Ann Lee wrote this, and then Rob Roe said: ",
    "Rob Roe writes to Ann Lee: ", "My friend Rob Roe said: ", "**Rob Roe** wrote: ",
    "[Rob Roe](https://example.org/rob) wrote: ", "I like it. Rob Roe said: ",
]  # fmt: skip


@pytest.mark.parametrize("lead", [lead for lead in LEADS if "by Rob" not in lead])
def test_who_is_said_to_speak_before_a_quotation_is_quoted(lead):
    assert speaker(lead) == "Rob Roe"


@pytest.mark.parametrize("lead", LEADS)
def test_who_is_said_to_speak_before_a_block_quote_is_quoted(lead):
    assert block_speaker(lead.strip()) == "Rob Roe"


def test_a_name_alone_over_a_block_quote_is_quoted():
    assert block_speaker("Rob Roe:") == "Rob Roe"


@pytest.mark.parametrize("name", ["Rob", "O’Roe", "Иван Петров", "Ludwig van Roe", "J. R. Roe"])
def test_any_name_may_lead_in(name):
    assert speaker(f"{name} says: ") == name


def test_who_is_told_to_have_spoken_is_quoted_and_not_who_tells_it():
    assert speaker("Rob Roe says Ann Lee wrote: ") == "Ann Lee"


NOBODY = [
    "He writes: ", "People say: ", "Somebody said: ", "The paper argues: ", "This post says: ",
    "Critics say: ", "Wikipedia says: ", "Tradition says: ", "You said: ", "As they put it: ",
    "It says: ", "Congress says: ", "The X-risk community says: ", "The Roe-Lee community says: ",
    "The Rob Roe Institute said: ", "A Rob Roe fan said: ", "Rob Roe fans said: ",
    "Yesterday, he said: ", "Example: ", "For instance: ", "Emphasis mine: ",
]  # fmt: skip


@pytest.mark.parametrize("lead", NOBODY)
def test_who_is_not_named_is_unnamed(lead):
    assert (speaker(lead), block_speaker(lead.strip())) == ("unnamed", "unnamed")


SPOKEN_OF = [
    "A critic of Rob Roe wrote: ", "Rob Roe's critic wrote: ", "Rob Roe's critics say: ",
    "Rob Roe's wife said: ", "Rob Roe's blog says: ", "According to Rob Roe's blog: ",
    "People like Rob Roe say: ", "Somebody told Rob Roe: ", "Rob Roe was told: ",
    "Rob Roe was asked: ", "I disagree with Rob Roe: ", "Contra Rob Roe: ", "Unlike Rob Roe: ",
    "Unlike Rob Roe, I say: ", "To Rob Roe: ", "Dear Rob Roe: ", "Thanks to Rob Roe: ",
    "In reply to Rob Roe's post: ", "My reply to Rob Roe's comment: ",
    "My comment on Rob Roe's post: ", "A reader commented on Rob Roe's post: ",
    "A review of Rob Roe's essay: ", "The best reply to Rob Roe's argument: ",
    "Somebody answers Rob Roe's question: ", "A reply to a comment by Rob Roe: ",
    "A comment on an essay by Rob Roe: ", "Here is Rob Roe's comment, and my reply: ",
    "Inspired by Rob Roe: ", "A book edited by Rob Roe: ", "Paraphrasing Rob Roe: ",
    "In the style of Rob Roe: ", "In Rob Roe's novel, the hero says: ",
    "Rob Roe's claims: ", "I reject Rob Roe's claims: ", "I saw Rob Roe's notes: ",
]  # fmt: skip


@pytest.mark.parametrize("lead", SPOKEN_OF)
def test_who_is_only_spoken_of_is_not_quoted(lead):
    assert {speaker(lead), block_speaker(lead.strip())} <= {"unnamed", "Jane Doe"}


ABOUT_WORDS = [
    "Rob Roe argues against: ", "Rob Roe objects to: ", "Rob Roe responds to the claim: ",
    "Rob Roe answered the question: ", "Rob Roe commented on the sentence: ",
    "Rob Roe warned me about the slogan: ", "Rob Roe described his opponents as saying: ",
    "Rob Roe wrote about the proverb: ", "Rob Roe says things, but the truth is: ",
    "Rob Roe argues that people who say: ", "Rob Roe claims that nobody said: ",
    "Rob Roe quotes Ann Lee: ", "Rob Roe posted a poem by Ann Lee: ",
    "Rob Roe said that Ann Lee wrote: ",
]  # fmt: skip


@pytest.mark.parametrize("lead", ABOUT_WORDS)
def test_who_speaks_about_anothers_words_is_not_quoted(lead):
    assert {speaker(lead), block_speaker(lead.strip())} == {"unnamed"}


NOT_SAID = [
    "Rob Roe never said: ", "Rob Roe did not say: ", "Rob Roe would say: ", "If Rob Roe said: ",
    "Imagine Rob Roe said: ", "Not even Rob Roe says: ", "This is not what Rob Roe said: ",
    "Had Rob Roe said: ", "I wish Rob Roe said: ", "I doubt that Rob Roe said: ",
    "Rob Roe supposedly said: ", "Rob Roe allegedly said: ", "Rob Roe hardly said: ",
    "To paraphrase, Rob Roe said: ", "Nobody, least of all Rob Roe, said: ", "Fake Rob Roe says: ",
    "Perhaps Rob Roe said: ",
]  # fmt: skip


@pytest.mark.parametrize("lead", NOT_SAID)
def test_who_may_not_have_said_it_is_not_quoted(lead):
    assert {speaker(lead), block_speaker(lead.strip())} == {"unnamed"}


@pytest.mark.parametrize(
    "lead",
    ["Rob Roe and Ann Lee wrote: ", "Rob Roe, Ann Lee and Bob Poe wrote: ", "Rob Roe & Ann wrote: ",
     "Either Rob Roe or Ann Lee said: ", "Rob Roe/Ann Lee wrote: ", "Rob Roe et al. wrote: "],
)  # fmt: skip
def test_several_are_none(lead):
    assert speaker(lead) == "unnamed"


@pytest.mark.parametrize(
    "lead", ["Good News:", "Hot Take:", "San Francisco:", "Big Picture:", "Epistemic Status:",
             "Key Takeaways:", "Goodhart:", "Edit:", "Section Three:"],
)  # fmt: skip
def test_a_heading_over_a_block_quote_is_nobody(lead):
    assert block_speaker(lead) == "unnamed"


# behind


@pytest.mark.parametrize("behind", [" — Rob Roe", " – Rob Roe", " -- Rob Roe", " — Rob Roe, 2019"])
def test_who_signs_a_quotation_is_quoted(behind):
    assert speaker("", behind) == "Rob Roe"


@pytest.mark.parametrize("behind", [" said Rob Roe.", " Rob Roe said.", " says Rob Roe, and left."])
@pytest.mark.parametrize("end", [",", "?", "!"])
def test_who_is_said_to_speak_behind_a_quotation_is_quoted(end, behind):
    text = f"“{WORDS[:-1]}{end}”{behind}\n"
    assert whose(text, WORDS[:-1], JANE) == "quoted from Rob Roe"


@pytest.mark.parametrize(
    "behind",
    [" Rob Roe said nothing about it.", " Rob Roe wrote a book.", " Rob Roe replied: no.",
     " — Rob Roe’s critics", " — Rob Roe disagrees.", " — To Rob Roe", " He said so."],
)  # fmt: skip
def test_who_begins_the_next_sentence_is_not_quoted(behind):
    assert speaker("", behind) == "unnamed"


def test_a_lead_in_counts_before_what_follows():
    text = f"Ann Lee said: “{WORDS}” Rob Roe replied: “They never do that to me.”\n"
    assert said(text, JANE)[1::2] == [
        ("quoted from Ann Lee", f"“{WORDS}”"),
        ("quoted from Rob Roe", "“They never do that to me.”"),
    ]


@pytest.mark.parametrize(
    "last", ["> — Rob Roe", "> -- Rob Roe", "> — Rob Roe, On Measures", "> – **Rob Roe**",
             "> — [Rob Roe](https://example.org/rob)"],
)  # fmt: skip
def test_the_last_line_of_a_block_quote_may_sign_it(last):
    assert whose(f"> {WORDS}\n{last}\n", WORDS, JANE) == "quoted from Rob Roe"


@pytest.mark.parametrize(
    "last", ["> — To Rob Roe", "> — Rob Roe agrees with me here.", "> Rob Roe", "> — rob"]
)
def test_another_last_line_signs_no_block_quote(last):
    assert whose(f"> {WORDS}\n{last}\n", WORDS, JANE) == "quoted from unnamed"


# near and far


def test_only_the_sentence_before_a_quotation_leads_in():
    assert speaker("Rob Roe wrote a book. It says it well: ") == "unnamed"


def test_only_the_line_before_a_quotation_leads_in():
    assert block_speaker("Rob Roe wrote:\n\nSo much for that.") == "unnamed"


def test_the_next_quotation_has_a_lead_in_of_its_own():
    text = f"Rob Roe wrote: “{WORDS}” But others say: “They never fail at all, you know.”\n"
    assert whose(text, "They never fail", JANE) == "quoted from unnamed"


def test_a_quotation_in_a_quotation_is_not_the_outer_speakers():
    text = f"Rob Roe wrote:\n\n> I read:\n>> {WORDS}\n> So it is.\n"
    assert whose(text, WORDS, JANE) == "quoted from unnamed"


def test_what_follows_a_lead_in_without_quoting_is_the_authors():
    text = "As Rob Roe wrote:\n\nMeasures fail, in my own words.\n"
    assert said(text, JANE) == [("Jane Doe", text.strip())]


def test_the_speaker_rests_on_the_words_of_the_lead_in():
    (_, quotation) = segments_of(f"I begin. Rob Roe wrote: “{WORDS}”", JANE)
    assert quotation.speaker_evidence.text == "Rob Roe wrote:"


def test_an_unnamed_speaker_rests_on_nothing():
    (quotation,) = segments_of(f"> {WORDS}", JANE)
    assert (quotation.speaker, quotation.speaker_evidence) == ("unnamed", None)


# oneself


@pytest.mark.parametrize(
    "lead",
    ["I wrote: ", "In 2019 I wrote: ", "As I said: ", "I've said before: ", "I once wrote: ",
     "I then replied: ", "I put it so: ", "I told Rob Roe: ", "I wrote in reply to Rob Roe: "],
)  # fmt: skip
def test_who_quotes_oneself_keeps_ones_words(lead):
    assert speaker(lead) == "Jane Doe"


def test_an_author_who_is_named_as_the_speaker_keeps_their_words():
    assert speaker("As Jane Doe (that is me) wrote: ") == "Jane Doe"


@pytest.mark.parametrize(
    "lead",
    [
        "I wrote this and Rob Roe replied: ", "I said hello, and Rob Roe said: ",
        "I wrote, Rob Roe answered: ", "I wrote. Rob Roe answered: ",
        "I wrote to Rob Roe, whose reply was: ", "I wrote about a poem: ",
        "I noted that Rob Roe claims: ", "I argued against the view: ",
        "I responded to the claim: ", "I commented on the sentence: ", "I posted this quote: ",
        "I said that many think: ", "I wrote down what was said: ",
        "When I wrote that, the reply was: ", "I replied with Rob Roe's own words: ",
    ],
)  # fmt: skip
def test_what_others_say_in_a_sentence_about_oneself_is_not_ones_own(lead):
    assert speaker(lead) in ("unnamed", "Rob Roe")


def test_nobody_quotes_oneself_on_a_page_of_nobodys():
    assert whose(f"I wrote: “{WORDS}”\n", WORDS) == "quoted from unnamed"
