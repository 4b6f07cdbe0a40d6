"""What axe finds wrong for people who cannot see, or cannot use a mouse: nothing serious."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser
SHARD = "What is a shard of value?"


def answered(here: Visit) -> None:
    here.ask(SHARD)
    here.page.locator("#turn-1 .actions").wait_for()


def card(here: Visit) -> None:
    answered(here)
    here.page.locator("#turn-1 .marker").first.click()
    here.page.locator(".card:popover-open").wait_for()


def opened(here: Visit) -> None:
    answered(here)
    here.page.locator("#turn-1 .thumb").first.click()
    here.page.locator("#filter").click()
    here.page.locator("#turn-1 .export summary").click()


def abstained(here: Visit) -> None:
    here.ask("How long does rice have to be cooked?")


def whole_text(here: Visit) -> None:
    answered(here)
    here.page.goto(f"{here.page.url}{here.page.locator('a.place').first.get_attribute('href')}")
    here.page.locator("mark").wait_for()


def author(here: Visit) -> None:
    here.page.goto(f"{here.page.url}authors/Ada Lindqvist")


STATES: list[Callable[[Visit], None]] = [
    lambda here: None, answered, card, opened, abstained, whole_text, author,
]  # fmt: skip


@pytest.fixture(params=[(1280, "light"), (390, "dark")], ids=["desk", "phone"])
def here(browser: Browser, address: str, request: Any) -> Iterator[Visit]:
    width, scheme = request.param
    context = browser.new_context(
        viewport={"width": width, "height": 844}, color_scheme=scheme, reduced_motion="reduce"
    )
    yield Visit(context.new_page(), address)
    context.close()


def serious(page: Page) -> list[str]:
    """What axe calls serious or critical, with where it is."""
    return [
        f"{found['id']}: {node['html'][:160]}"
        for found in Axe().run(page).response["violations"]
        if found["impact"] in ("serious", "critical")
        for node in found["nodes"]
    ]


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__.strip("<>"))
def test_nothing_serious_is_wrong(here: Visit, state: Callable[[Visit], None]) -> None:
    state(here)
    assert serious(here.page) == []
