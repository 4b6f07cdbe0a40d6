"""The web chat. The only file that imports gradio.

The conversation is HTML that we write ourselves: nothing in it is interpreted as Markdown. Its
finished turns are one component and the turn that is being answered another, so that words that
arrive do not send the rest again.
"""

import logging
import os
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from typing import Any

os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"  # gradio reads it once, when it is imported

import gradio as gr
from fastapi import FastAPI

from answer.conversation.exchange import Exchange, remembered
from answer.events import Delta, Event, Status
from answer.record import Answer
from errors import EmptyIndex, WhosaidError
from faces.building import Building
from faces.chat import welcome
from faces.chat.authors import Authors
from faces.chat.examples import COUNT, examples
from faces.chat.filter import FORM, chips, choices, narrowing
from faces.chat.turns import Turn, as_sentence, rendered
from faces.library import Library

LOG = logging.getLogger(__name__)
HERE = Path(__file__).parent
TOP = '<header><a href="./" aria-label="Whosaid, start again">Whosaid</a></header>'
POLL = 2.0
"""Seconds between looks at an index that is being built."""
QUIET: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
AT_ONCE: dict[str, Any] = {"concurrency_limit": 4, "concurrency_id": "ask"}
Update = dict[Any, Any]


def mount(app: FastAPI, library: Library, building: Building) -> FastAPI:
    """Put the chat at the root of an app. Routes that are added later are never reached."""
    style = (HERE / "chat.css").read_text()
    script = (HERE / "chat.js").read_text() + (HERE / "filter.js").read_text()
    mounted: FastAPI = gr.mount_gradio_app(
        app,
        Chat(library, building).page(),
        path="/",
        theme=gr.themes.Base(
            font=("system-ui", "sans-serif"), font_mono=("ui-monospace", "monospace")
        ),
        head=f"<style>{style}</style><script>{script}</script>",
        favicon_path=str(HERE / "favicon.png"),
        footer_links=[],
        run_history=False,
        show_error=False,
        ssr_mode=False,
    )
    return mounted


def _html(value: str = "", elem_id: str | None = None) -> gr.HTML:
    """HTML as it is, without gradio's looks."""
    return gr.HTML(value, elem_id=elem_id, apply_default_css=False, js_on_load=None)


class Chat:
    """The page of one library."""

    def __init__(self, library: Library, building: Building) -> None:
        self._library, self._building = library, building
        self._authors = Authors(library.archive)
        self._examples: tuple[int, list[str]] = (0, [])

    def page(self) -> gr.Blocks:
        """The components and what they do."""
        page: gr.Blocks
        with gr.Blocks(title="Whosaid", analytics_enabled=False, fill_width=True) as page:
            turns: gr.State = gr.State([])
            self.timer = gr.Timer(POLL)
            _html(TOP, "top")
            with gr.Column(elem_id="welcome"):
                self.greeting = _html()
                with gr.Row(elem_id="examples"):
                    self.buttons = [gr.Button(visible=False) for _ in range(COUNT)]
            self.past = _html(elem_id="past")
            self.current = _html(elem_id="current")
            with gr.Column(elem_id="composer"):
                self._composer()
            self._wire(page, turns)
        return page

    def _composer(self) -> None:
        """The box for the question, with the line about an index that is being built."""
        self.progress = _html(elem_id="progress")
        _html(FORM, "filters")
        self.choices = _html(elem_id="choices")
        self.wanted = gr.Textbox(elem_id="wanted", visible="hidden")
        self.chips = _html(elem_id="chips")
        with gr.Row(elem_id="box"):
            self.question = gr.Textbox(
                placeholder="Ask a question", label="Question", show_label=False,
                container=False, max_lines=8, autofocus=True, scale=1,
            )  # fmt: skip
            narrow: dict[str, Any] = {"scale": 0, "min_width": 72}
            self.filter = gr.Button("Filter", elem_id="filter", **narrow)
            self.send = gr.Button("Ask", elem_id="send", **narrow)
            self.stop = gr.Button("Stop", elem_id="stop", visible=False, **narrow)

    def _wire(self, page: gr.Blocks, turns: gr.State) -> None:
        seen = [self.greeting, self.progress, self.timer, *self.buttons]
        shown = [self.past, self.current, self.question, self.send, self.stop]
        page.load(self._look, None, seen, **QUIET)
        self.timer.tick(self._look, None, seen, **QUIET)
        self.filter.click(self._choices, None, self.choices, queue=False, **QUIET)
        self.wanted.change(self._narrow, self.wanted, self.chips, queue=False, **QUIET)
        asked = [
            gr.on(triggers, self._ask, [words, self.wanted, turns], shown, **AT_ONCE, **QUIET)
            for triggers, words in [
                ([self.question.submit, self.send.click], self.question),
                *(([button.click], button) for button in self.buttons),
            ]
        ]
        self.stop.click(self._stop, turns, shown, cancels=asked, queue=False, **QUIET)

    def _look(self) -> Iterator[Update]:
        """How far the index is; when it is whole, what can be asked of it."""
        running = self._building.running
        state = self._building.state() if running else ""
        archive, folder = self._library.archive, self._library.folder
        yield {
            self.greeting: welcome.welcome(archive, folder, building=running),
            self.progress: welcome.building(state, self._building.failure),
            self.timer: gr.Timer(active=running),
        }
        if not running:
            offered = [gr.Button(text, visible=True) for text in self._questions()]
            if offered:  # nothing is no update
                yield dict(zip(self.buttons, offered, strict=False))

    def _questions(self) -> list[str]:
        """The example questions, found once for each state of the archive."""
        revision = self._library.archive.revision
        if self._examples[0] != revision:
            self._examples = revision, examples(self._library)
        return self._examples[1]

    def _choices(self) -> str:
        """The authors and the sources as they are now."""
        return choices(self._authors.people(), self._library.archive.sources())

    def _narrow(self, wanted: str) -> str:
        """What the filter asks for, or what is wrong with it."""
        try:
            return chips(narrowing(wanted, self._library))
        except WhosaidError as error:
            return f'<p class="error" role="alert">{escape(as_sentence(str(error)))}</p>'

    def _ask(self, question: str, wanted: str, turns: list[Turn]) -> Iterator[Update]:
        """The answer to a question as it comes into being."""
        if not question.strip():
            return
        asked = Turn(len(turns) + 1, question.strip(), status="reading the question")
        past = "".join(map(rendered, turns))
        turns.append(asked)
        yield {
            self.past: past,
            self.current: rendered(asked),
            self.question: "",
            **self._busy(True),
        }
        history = remembered([_exchange(turn) for turn in turns[:-1]])
        for _ in self._respond(asked, wanted, history):
            yield {self.current: rendered(asked)}
        yield {
            self.current: rendered(asked),
            self.question: asked.question if asked.error else gr.skip(),
            **self._busy(False),
        }

    def _respond(self, asked: Turn, wanted: str, history: Sequence[Exchange]) -> Iterator[None]:
        """Let the turn grow with each event of the answer."""
        try:
            narrowed = narrowing(wanted, self._library)
            asked.only = str(narrowed)
            answerer, filters = self._library.answerer, narrowed.filters
            for event in answerer.respond(asked.question, filters, history=history):
                self._take(event, asked)
                yield
        except EmptyIndex as error:
            soon = "nothing is indexed yet: ask again in a moment"
            asked.error = soon if self._building.running else str(error)
        except WhosaidError as error:
            asked.error = str(error)
        except Exception:
            LOG.exception("a question could not be answered")
            asked.error = "something went wrong here; the terminal that runs Whosaid says what"

    def _take(self, event: Event, asked: Turn) -> None:
        match event:
            case Status(text, unchecked):
                asked.status, asked.unchecked = text, unchecked
            case Delta(text):
                asked.text += text
            case Answer():
                asked.answer = event
                asked.instead = self._instead(event)
            case citation:
                asked.cite(citation, self._library.archive, self._authors)

    def _instead(self, answer: Answer) -> tuple[str, ...]:
        """The questions that may have been meant, if somebody is asked for who is not here."""
        return self._library.answerer.named(answer.asked).instead if answer.reason else ()

    def _stop(self, turns: list[Turn]) -> Update:
        if turns and not turns[-1].answer:
            turns[-1].stopped = True
        return {self.current: rendered(turns[-1]) if turns else "", **self._busy(False)}

    def _busy(self, busy: bool) -> Update:
        return {self.send: gr.Button(visible=not busy), self.stop: gr.Button(visible=busy)}


def _exchange(turn: Turn) -> Exchange:
    """What a turn leaves to the next ones; one that was stopped leaves what it has cited."""
    if turn.answer:
        return Exchange.of(turn.answer)
    return Exchange(turn.question, turn.question, turn.text, tuple(turn.citations))
