"""The chat with a language model: what is written, what was found of it, and that it stays text."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Visit, app
from tests.llm_server import ModelServer, Request, Script, fails, says

pytestmark = pytest.mark.browser
Open = Callable[..., Visit]

ASKED = "What is a shard of value?"
BIDS = "Ada Lindqvist writes that shards bid for what the mind does next [Shards bid]. "
PIECE = "Ada Lindqvist writes that a shard of value is a piece of a mind [A shard of value]. "
MADE_UP = "Everybody in the field has agreed on it since the war. "
CAMERAS = "Ada Lindqvist writes that nobody tells the model where the cameras are [AI control]."
ENDLESS = "And then " + " ".join(map(str, range(1, 3_000)))
NO_BETTER = says("NOTHING FOUND")


def writes(text: str, script: Callable[..., Script] = says) -> Callable[[Request], Script]:
    """A reply word by word; "[Shards bid]" becomes the number of the sentence that begins so."""

    def written(request: Request) -> Script:
        def number(words: re.Match[str]) -> str:
            given = re.search(rf"\[([\d.]+)\] {words[1]}", request.prompt)
            return f"[{given[1]}]" if given else words[0]

        return script(*re.findall(r"\S+\s*", re.sub(r"\[([A-Z][^\]]+)\]", number, text)))

    return written


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, ModelServer]]:
    """The address of a chat over a tiny corpus, and the server of its language model."""
    with ModelServer() as server:
        set_ = {"llm": "openai-like", "llm_model": "tiny", "llm_base_url": server.openai}
        with app(tmp_path_factory.mktemp("written"), **set_) as address:
            yield address, server


@pytest.fixture
def server(running: tuple[str, ModelServer]) -> ModelServer:
    """The scripted server, which has said nothing yet."""
    running[1].left.clear()
    return running[1]


@pytest.fixture
def visit(browser: Browser, running: tuple[str, ModelServer]) -> Iterator[Open]:
    """Opens the page, by default in a desktop's window."""
    contexts = []

    def open_page(width: int = 1280) -> Visit:
        contexts.append(
            browser.new_context(viewport={"width": width, "height": 844}, reduced_motion="reduce")
        )
        contexts[-1].set_default_timeout(120_000)  # the libraries of a model take long to load
        return Visit(contexts[-1].new_page(), running[0])

    yield open_page
    for context in contexts:
        context.close()


def text(here: Visit, selector: str) -> str:
    """The text of the one place of the page that is meant."""
    return here.page.locator(selector).inner_text()


def test_a_written_sentence_has_its_marker_and_its_verdict(visit: Open, server: Any) -> None:
    server.enqueue(writes(BIDS))
    here = visit()
    here.ask(ASKED)
    assert text(here, "#turn-1 .supported") == (
        "Ada Lindqvist writes that shards bid for what the mind does next."
    )
    assert text(here, "#turn-1 .verdicts") == (
        "Written by tiny. Of 1 sentence: 1 checked against what it cites."
    )
    here.page.locator("#turn-1 .marker").click()
    assert text(here, ".card:popover-open mark") == "Shards bid for what the mind does next."


def test_stop_keeps_what_is_written_and_hangs_up(visit: Open, server: Any) -> None:
    server.enqueue(writes(BIDS + ENDLESS, partial(says, pause=0.05)))
    here = visit()
    here.page.locator("#box textarea").fill(ASKED)
    here.page.keyboard.press("Enter")
    here.page.locator("#turn-1 .marker").wait_for()
    here.page.locator("#turn-1 .unchecked", has_text="And then 1 2 3").wait_for()
    assert text(here, "#turn-1 .working") == "tiny is writing"
    here.page.locator("#stop").click()
    here.page.get_by_text("stopped before the last words were checked").wait_for()
    assert server.left.wait(20)
    assert "shards bid for what the mind does next.[1]" in text(here, "#turn-1 .answer")
    assert re.search(r"\d \d+$", text(here, "#turn-1 .unchecked"))


def test_a_sentence_that_nothing_bears_out_is_labelled(visit: Open, server: Any) -> None:
    server.enqueue(writes(BIDS + MADE_UP), NO_BETTER)
    here = visit()
    here.ask(ASKED)
    assert text(here, "#turn-1 .unsupported") == MADE_UP.strip()
    assert text(here, "#turn-1 .unsupported + small") == "unsupported"
    assert text(here, "#turn-1 .verdicts").endswith(
        " 1 checked against what it cites, 1 unsupported."
    )


def test_a_sentence_that_says_something_else_gives_way_to_the_words(
    visit: Open, server: Any
) -> None:
    server.enqueue(writes(BIDS + PIECE.replace("is a piece", "is not a piece")), NO_BETTER)
    here = visit()
    answer = here.ask(ASKED)
    assert "is not a piece" not in answer
    assert "“A shard of value is a piece of a mind that was" in answer


def test_a_model_that_fails_gives_way_and_can_be_asked_again(visit: Open, server: Any) -> None:
    server.enqueue(fails(400, "no such thing"), writes(BIDS))
    here = visit()
    here.ask(ASKED)
    assert text(here, "#turn-1 .caution") == (
        "The language model gave no answer, so these are the authors' own words: "
        f"{server.openai}: it refuses the request (400: no such thing); check llm_model."
    )
    assert here.page.locator("#turn-1 .marker").count()
    here.ask(ASKED)
    assert text(here, "#turn-2 .verdicts").startswith("Written by tiny.")


def test_a_follow_up_tells_how_it_was_understood(visit: Open, server: Any) -> None:
    understood = "What does Ada Lindqvist think about AI control?"
    server.enqueue(writes(BIDS), says(understood), writes(CAMERAS))
    here = visit()
    here.ask("What does Ada Lindqvist think about shards of value?")
    here.ask("And what does she think about AI control?")
    assert text(here, "#turn-2 .narrowed") == f"understood as “{understood}”"
    assert "where the cameras are." in text(here, "#turn-2 .supported")


def test_what_a_model_writes_stays_text(visit: Open, server: Any) -> None:
    hostile = (
        "All <b>bold</b> <script>alert(1)</script> minds <img src=http://evil.example/x.png "
        "onerror=alert(2)> read ![x](http://evil.example/y.png) and [this](javascript:alert(3)) "
        "and ${alert(4)} {{value}} $$shards$$ again. "
    )
    server.enqueue(writes(BIDS + hostile), NO_BETTER)
    here = visit()
    here.ask(ASKED)
    here.page.wait_for_timeout(300)
    assert "${alert(4)} {{value}} $$shards$$ again." in text(here, "#turn-1 .unsupported")
    assert here.page.locator("#turn-1 .answer :is(a, img, script, .unsupported b)").count() == 0
    assert (here.dialogs, here.hosts) == ([], {here.page.url.split("/")[2]})


def test_a_long_word_does_not_widen_a_phone(visit: Open, server: Any) -> None:
    word = "".join(f"mind{number}" for number in range(40))
    server.enqueue(writes(BIDS + f"All {word} of it. "), NO_BETTER)
    here = visit(width=390)
    assert word in here.ask(ASKED)
    assert here.page.evaluate("document.documentElement.scrollWidth") == 390


def test_quotations_alone_can_be_asked_for(visit: Open, server: Any) -> None:
    here = visit()
    here.page.get_by_label("Answers").select_option("quotations only")
    here.ask(ASKED)
    assert here.page.locator("#turn-1 .verdicts").count() == 0
    assert "A shard of value is a piece of a mind" in text(here, "#turn-1 .answer")
    assert "mode=extractive" in here.page.locator("#turn-1").get_attribute("data-kept")
