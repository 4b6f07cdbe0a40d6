"""The pages of documents and authors in a browser, and the chat without scripts."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser
Visit = Callable[..., Any]
SHARD = "What is a shard of value?"
PIECE = "A shard of value is a piece of a mind that was active when a reward came."


def test_a_card_leads_to_the_whole_text_with_its_words_in_sight(visit: Visit) -> None:
    here = visit(height=400)
    here.ask(SHARD)
    here.page.locator("#turn-1 .marker").first.click()
    with here.page.context.expect_page() as opened:
        here.page.get_by_role("link", name="Read the whole text").click()
    mark = opened.value.locator("mark")
    assert mark.inner_text() == PIECE
    assert mark.evaluate("mark => mark.getBoundingClientRect().bottom <= innerHeight")
    opened.value.get_by_role("link", name="Ada Lindqvist").first.click()
    assert opened.value.get_by_role("heading", name="Ada Lindqvist").is_visible()


def test_hostile_text_stays_text_on_its_page_too(visit: Visit, address: str) -> None:
    here = visit()
    here.ask("What do zebra finches sing to the model?")
    here.page.goto(f"{address}/{here.page.locator('a.place').first.get_attribute('href')}")
    shown = here.page.locator("article").inner_text()
    assert "<script>alert(1)</script> sing to <img src=x onerror=alert(2)>" in shown
    assert here.page.locator(":is(img, script, i)").count() == 0
    assert here.dialogs == []
    assert here.hosts == {address.removeprefix("http://")}


def test_without_scripts_a_plain_form_answers(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.get_by_role("textbox", name="Question").fill(SHARD)
    page.keyboard.press("Enter")
    assert page.locator(".sources blockquote").first.inner_text() == PIECE
    page.get_by_role("link", name="Read the whole text").first.click()
    assert page.locator("mark").inner_text() == PIECE
    context.close()
