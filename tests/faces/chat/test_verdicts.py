"""What a reader is told of how the sentences of a written answer were checked."""

import pytest

from answer.record import Sentence
from faces.verdicts import judged, summary, verdicts
from tests.faces.chat.test_turns import answer


def sentence(text, verdict="supported", *citations):
    return Sentence(text=text, citations=citations, verdict=verdict)


def written(*sentences, **changes):
    return answer(*sentences, **{"mode": "generated", "model": "tiny"} | changes)


TRUE = sentence("Ada says so.", "supported", 1)
QUOTED = sentence("And: “So it is.”", "quoted", 1)
FALSE = sentence("Everybody does.", "unsupported")


def test_who_wrote_it_and_what_was_found_is_one_line():
    assert summary(written(TRUE, FALSE, QUOTED, TRUE)) == (
        "Written by tiny. Of 4 sentences: 2 checked against what they cite, "
        "1 in the authors' own words, 1 unsupported."
    )


def test_one_sentence_is_told_as_one():
    assert summary(written(TRUE)) == (
        "Written by tiny. Of 1 sentence: 1 checked against what it cites."
    )


def test_a_model_without_a_name_is_a_language_model():
    assert summary(written(TRUE, model=None)).startswith("Written by a language model. ")


def test_of_the_authors_own_words_nothing_is_said():
    assert (summary(answer(QUOTED)), verdicts(answer(QUOTED))) == ("", "")


def test_the_name_of_a_model_stays_text():
    html = verdicts(written(TRUE, model="<img src=x>"))
    assert html.startswith('<p class="verdicts">Written by &lt;img src=x&gt;. ')


@pytest.mark.parametrize(
    ("verdict", "html"),
    [
        ("supported", '<span class="supported" title="checked against what it cites">So.</span>'),
        ("quoted", '<span class="quoted" title="in the authors\' own words">So.</span>'),
        ("unsupported", '<span class="unsupported">So.</span>&nbsp;<small>unsupported</small>'),
    ],
)
def test_a_verdict_shows_at_its_sentence(verdict, html):
    assert judged("So.", verdict) == html
