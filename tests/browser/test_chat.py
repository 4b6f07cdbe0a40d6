"""The chat in a real browser: what a reader does, and what a hostile text cannot do."""

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.browser
Visit = Callable[..., Any]

SHARD = "A shard of value is a piece of a mind that was active when a reward came."


def test_a_marker_opens_the_quoted_words_in_their_place(visit: Visit) -> None:
    here = visit()
    assert SHARD in here.ask("What is a shard of value?")
    here.page.locator("#turn-1 .marker").first.click()
    card = here.page.locator(".card:popover-open")
    assert SHARD in card.locator("mark").inner_text()
    assert "This page is about values." in card.inner_text()
    assert "Ada Lindqvist in their own words\n" in card.inner_text()
    assert "from the byline: “By Ada Lindqvist”" in card.inner_text()


def test_the_keyboard_opens_and_closes_a_card(visit: Visit) -> None:
    here = visit()
    here.ask("What is a shard of value?")
    marker = here.page.get_by_role("button", name="citation 1, Ada Lindqvist")
    marker.press("Enter")
    here.page.locator(".card:popover-open").wait_for()
    here.page.keyboard.press("Escape")
    here.page.locator(".card:popover-open").wait_for(state="detached")
    assert marker.evaluate("marker => marker === document.activeElement")


def test_pointing_shows_a_card_and_lights_its_source(visit: Visit) -> None:
    here = visit()
    here.ask("What is a shard of value?")
    here.page.locator("#turn-1 .marker").first.hover()
    here.page.locator(".card:popover-open").wait_for(timeout=1_000)
    assert here.page.locator(".source.lit").count() == 1


def test_a_click_outside_closes_the_card(visit: Visit) -> None:
    here = visit()
    here.ask("What is a shard of value?")
    here.page.locator("#turn-1 .marker").first.click()
    here.page.locator("#turn-1 .question").click()
    assert here.page.locator(".card:popover-open").count() == 0


def test_older_answers_keep_their_cards(visit: Visit) -> None:
    here = visit()
    here.ask("What is a shard of value?")
    here.ask("What does AI control assume?")
    here.page.locator("#turn-1 .marker").first.click()
    assert "Ada Lindqvist" in here.page.locator(".card:popover-open").inner_text()


def test_hostile_text_stays_text(visit: Visit) -> None:
    here = visit()
    here.ask("What do zebra finches sing to the model?")
    here.page.locator("#turn-1 .marker").first.click()
    shown = here.page.locator(".card:popover-open").inner_text()
    assert "<script>alert(1)</script> sing to <img src=x onerror=alert(2)>" in shown
    assert "![pixel](http://evil.example/x.png) for ${alert(3)} {{value}} $$seeds$$" in shown
    assert here.page.locator(".turn :is(img, script, i)").count() == 0


def test_nothing_hostile_happens(visit: Visit, address: str) -> None:
    here = visit()
    here.ask("<img src=http://evil.example/y.png onerror=alert(6)> zebra finches model")
    here.page.wait_for_timeout(300)
    assert here.dialogs == []
    assert here.hosts == {address.removeprefix("http://")}


def test_what_the_corpus_does_not_answer_is_a_note(visit: Visit) -> None:
    here = visit()
    here.ask("How long does rice have to be cooked?")
    assert (
        here.page.locator("#turn-1 .abstention .label").inner_text() == "No answer in this corpus"
    )
    assert here.page.locator("#turn-1 .marker").count() == 0


def test_a_misspelt_name_can_be_asked_again_as_it_is_meant(visit: Visit) -> None:
    here = visit()
    reason = here.ask("What does Ada Lindkvist think about shards of value?")
    assert "Did you mean Ada Lindqvist?" in reason
    here.page.locator("#turn-1 .instead").press("Enter")
    here.page.locator("#turn-2 .marker").first.wait_for()
    asked = here.page.locator("#turn-2 .question").inner_text()
    assert asked == "What does Ada Lindqvist think about shards of value?"


def test_thanks_are_answered_plainly(visit: Visit) -> None:
    assert visit().ask("thanks!") == "You're welcome."


def test_a_question_that_is_too_long_can_be_shortened(visit: Visit) -> None:
    here = visit()
    assert "shorten it to 4,000" in here.ask("why " * 1_500)
    assert here.page.locator("#box textarea").input_value().startswith("why why")


def test_an_example_asks_itself(visit: Visit) -> None:
    here = visit()
    here.page.locator("#examples button").first.click()
    here.page.locator("#turn-1 .marker").first.wait_for()
    assert here.page.locator("#welcome").is_hidden()


def test_a_phone_shows_one_column_with_the_sources_in_a_drawer(visit: Visit) -> None:
    here = visit(width=390, height=844)
    here.ask("What is a shard of value?")
    assert here.page.evaluate("document.documentElement.scrollWidth") == 390
    assert here.page.locator(".source").first.is_hidden()
    here.page.locator("#turn-1 .sources summary").click()
    assert here.page.locator(".source").first.is_visible()
