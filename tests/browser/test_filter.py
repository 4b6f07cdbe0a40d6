"""The filter and the cards about authors, in a real browser."""

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.browser
Visit = Callable[..., Any]

CONTROL = "What does AI control assume?"


@pytest.fixture
def narrowed(visit: Visit) -> Callable[..., Any]:
    """A visit whose reader has filled in fields of the filter."""

    def make(width: int = 1280, **fields: str) -> Any:
        here = visit(width=width)
        here.page.locator("#filter").click()
        for name, text in fields.items():
            here.page.locator(f"#narrow #{name}").fill(text)
        here.page.keyboard.press("Enter")
        return here

    return make


def chips(here: Any) -> Any:
    return here.page.locator(".chip")


def voices(here: Any, turn: int) -> list[str]:
    """Whose words the sources of a turn are."""
    found: list[str] = here.page.locator(f"#turn-{turn} h3").all_inner_texts()
    return sorted(found)


def test_the_filter_is_closed_until_it_is_asked_for(visit: Visit) -> None:
    here = visit()
    assert here.page.locator("#narrow").is_hidden()
    here.page.locator("#filter").press("Enter")
    assert here.page.locator("#author").evaluate("field => field === document.activeElement")
    here.page.keyboard.press("Escape")
    assert here.page.locator("#narrow").is_hidden()


def test_only_the_author_who_is_asked_for_answers(narrowed: Any) -> None:
    here = narrowed(author="bo amundsen")
    chips(here).get_by_text("only Bo Amundsen").wait_for()
    here.ask(CONTROL)
    assert voices(here, 1) == ["Bo Amundsen"]
    assert here.page.locator("#turn-1 .narrowed").inner_text() == "only Bo Amundsen"


def test_everybody_answers_again_when_the_chip_is_taken_away(narrowed: Any) -> None:
    here = narrowed(author="bo amundsen")
    chips(here).press("Enter")
    chips(here).wait_for(state="detached")
    here.ask(CONTROL)
    assert voices(here, 1) == ["Ada Lindqvist", "Bo Amundsen"]


def test_dates_narrow_the_answer(narrowed: Any) -> None:
    here = narrowed(after="2020", before="2022")
    here.ask(CONTROL)
    assert voices(here, 1) == ["Ada Lindqvist"]


def test_a_source_narrows_the_answer(visit: Visit) -> None:
    here = visit()
    here.page.locator("#filter").click()
    here.page.locator("#source").select_option("letters")
    here.page.locator("#box textarea").focus()
    chips(here).get_by_text("in letters").wait_for()
    here.ask(CONTROL)
    assert voices(here, 1) == ["Ada Lindqvist"]


def test_a_name_is_found_while_it_is_typed(visit: Visit) -> None:
    here = visit()
    here.page.locator("#filter").click()
    here.page.locator("#authors option").first.wait_for(state="attached")
    here.page.locator("#author").press_sequentially("lind a")
    assert here.page.locator("#count").inner_text() == "1 of 3 authors"
    here.page.keyboard.press("ArrowDown")
    here.page.keyboard.press("Enter")
    assert here.page.locator("#author").input_value() == "Ada Lindqvist"
    chips(here).get_by_text("only Ada Lindqvist").wait_for()


def test_a_date_that_is_none_is_told_and_nothing_is_lost(narrowed: Any) -> None:
    here = narrowed(after="20x1")
    line = "'20x1' is not a date such as 2024-03-01."
    here.page.locator("#chips .error", has_text=line).wait_for()
    assert here.ask(CONTROL) == line
    assert here.page.locator("#box textarea").input_value() == CONTROL
    here.page.locator("#filter").click()
    assert here.page.locator("#after").input_value() == "20x1"


def test_the_keyboard_opens_and_closes_the_card_about_an_author(visit: Visit) -> None:
    here = visit()
    here.ask(CONTROL)
    name = here.page.locator("#turn-1 .sources .name", has_text="Ada Lindqvist")
    name.press("Enter")
    card = here.page.locator(".about:popover-open")
    assert "2 documents\n" in card.inner_text()
    assert "What shards are 6 May 2024" in card.inner_text()
    here.page.keyboard.press("Escape")
    card.wait_for(state="detached")
    assert name.evaluate("name => name === document.activeElement")


def test_an_author_s_card_leads_to_only_their_words(visit: Visit) -> None:
    here = visit()
    here.ask(CONTROL)
    here.page.locator("#turn-1 .marker").first.click()
    here.page.locator(".card:popover-open .name").click()
    name = here.page.locator(".about:popover-open .who").inner_text()
    here.page.locator(".about:popover-open .only").click()
    chips(here).get_by_text(f"only {name}").wait_for()
    assert here.page.locator(".card:popover-open").count() == 0


def test_the_card_of_a_quotation_says_who_quotes(visit: Visit) -> None:
    here = visit()
    here.ask("What makes a shutdown button safe?")
    here.page.locator("#turn-1 .marker").first.click()
    card = here.page.locator(".card:popover-open")
    assert card.locator(".who").inner_text() == "Eliza Northcote quoted by Rob Marchetti"
    assert "named by the words “Eliza Northcote writes:”" in card.inner_text()
    assert card.locator(".other b").first.inner_text() == "Rob Marchetti"


def test_a_phone_has_room_for_the_filter_and_the_cards(narrowed: Any) -> None:
    here = narrowed(width=390, author="Ada Lindqvist", after="2020", before="2030")
    chips(here).nth(2).wait_for()
    here.page.locator("#filter").click()
    here.ask(CONTROL)
    here.page.locator("#turn-1 .sources summary").click()
    here.page.locator("#turn-1 .sources .name").click()
    assert here.page.locator(".about:popover-open").bounding_box()["width"] == 390
    assert here.page.evaluate("document.documentElement.scrollWidth") == 390
