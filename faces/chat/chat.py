"""The web chat. The only file that imports gradio.

The conversation is HTML that we write ourselves: nothing in it is interpreted as Markdown. Its
finished turns are one component and the turn that is being answered another, so that words that
arrive do not send the rest again.
"""

import os
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"  # gradio reads it once, when it is imported
# else it counts, in pandas, how long everything takes, after each event: work for nobody
os.environ["GRADIO_ANALYTICS_CACHE_FREQUENCY"] = str(10**9)

import gradio as gr
from fastapi import FastAPI

from errors import WhosaidError
from faces.building import Building
from faces.chat import welcome
from faces.chat.authors import Authors
from faces.chat.body import as_sentence
from faces.chat.conversation import Conversation
from faces.chat.deed import Deed, read_deed
from faces.chat.examples import COUNT
from faces.chat.filter import FORM, chips, choices, narrowing
from faces.chat.first_sight import FirstSight
from faces.chat.mode import choice
from faces.chat.no_script import NoScript
from faces.chat.turn import Turn
from faces.chat.turns import rendered
from faces.library import Library

HERE = Path(__file__).parent
TOP = """<header><a href="./">Whosaid</a><nav>
<button id="new" type="button">New chat</button><a href="authors" target="_blank">Authors</a>
</nav></header>"""
SUGGESTED = '<ul aria-label="Questions that people have answered" aria-live="polite"></ul>'
POLL = 2.0
"""Seconds between looks at an index that is being built."""
QUIET: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
AT_ONCE: dict[str, Any] = {
    "concurrency_limit": 4,
    "concurrency_id": "ask",
    "trigger_mode": "multiple",  # else gradio drops what is asked as the answer before it ends
}
AFTER: dict[str, Any] = {"concurrency_limit": 1, "concurrency_id": "follow"}
OPENING = "(act, turns) => [whosaid.opening(), turns]"
READING = "reading the question"
SCRIPTS = ("chat.js", "filter.js", "history.js", "actions.js", "suggest.js")
Update = dict[Any, Any]


def mount(app: FastAPI, library: Library, building: Building) -> FastAPI:
    """Put the chat at the root of an app. Routes that are added later are never reached."""
    app.add_middleware(NoScript)
    style = (HERE / "chat.css").read_text()
    script = "".join((HERE / name).read_text() for name in SCRIPTS)
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
        self._conversation = Conversation(library, building, self._authors)
        self._first_sight = FirstSight(library)

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
        _html(FORM + choice(self._library.answerer.model), "filters")
        self.choices = _html(elem_id="choices")
        self.wanted = gr.Textbox(elem_id="wanted", visible="hidden")
        self.act = gr.Textbox(elem_id="act", visible="hidden")
        self.chips = _html(elem_id="chips")
        _html(SUGGESTED, "suggested")
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
        asked: list[Any] = [
            page.load(self._act, [self.act, turns], shown, js=OPENING, **AT_ONCE, **QUIET)
        ]
        asked += [
            gr.on(triggers, ask, [words, *more, turns], shown, **AT_ONCE, **QUIET)
            for triggers, ask, words, more in [
                ([self.act.change], self._act, self.act, []),
                ([self.question.submit, self.send.click], self._ask, self.question, [self.wanted]),
                *(([one.click], self._ask, one, [self.wanted]) for one in self.buttons),
            ]
        ]
        page.load(None, None, self.wanted, js="() => whosaid.wanted()")
        for answered in asked:
            answered.then(self._follow, turns, self.current, **AFTER, **QUIET)
        self.stop.click(self._stop, turns, shown, cancels=asked, queue=False, **QUIET)

    def _look(self) -> Iterator[Update]:
        """How far the index is; when it is whole, what can be asked of it."""
        running = self._building.running
        state = self._building.state() if running else ""
        yield {
            self.greeting: self._first_sight.greeting(building=running),
            self.progress: welcome.building(state, self._building.failure),
            self.timer: gr.Timer(active=running),
        }
        if not running:
            offered = [gr.Button(text, visible=True) for text in self._first_sight.questions()]
            if offered:  # nothing is no update
                yield dict(zip(self.buttons, offered, strict=False))

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
        yield from self._answer(Deed(question=question, wanted=wanted), turns)

    def _act(self, text: str, turns: list[Turn]) -> Iterator[Update]:
        """What a reader wants done with the conversation."""
        deed = read_deed(text)
        if deed is None:
            yield {self.past: gr.skip()}  # no update at all would empty every output
            return
        if deed.do == "ask":
            yield from self._answer(deed, turns)
            return
        turns[:] = self._conversation.restored(deed.turns) if deed.do == "restore" else []
        yield {
            self.past: "".join(map(rendered, turns[:-1])),
            self.current: "".join(map(rendered, turns[-1:])),
        }

    def _answer(self, deed: Deed, turns: list[Turn]) -> Iterator[Update]:
        """Answer a question behind the turns that stay."""
        if not deed.question.strip() or (turns and not turns[-1].over):
            yield {self.past: gr.skip()}  # no update at all would empty every output
            return
        del turns[deed.at - 1 if deed.at else len(turns) :]
        asked = Turn(len(turns) + 1, deed.question.strip(), deed.wanted, status=READING)
        turns.append(asked)
        yield {
            self.past: "".join(map(rendered, turns[:-1])),
            self.current: rendered(asked),
            self.question: "",
            **self._busy(True),
        }
        for _ in self._conversation.answer(asked, turns[:-1], corpus=deed.corpus):
            yield {self.current: rendered(asked)}
        yield {
            self.current: rendered(asked),
            self.question: asked.question if asked.error else gr.skip(),
            **self._busy(False),
        }

    def _follow(self, turns: list[Turn]) -> Iterator[Update]:
        """Questions to go on with, under an answer that is already read."""
        before = turns[-1:]
        for last in before:
            self._conversation.follow(last)
        asked_on = turns[-1:] != before
        shown = "".join(rendered(last) for last in before if last.next and not asked_on)
        yield {self.current: shown or gr.skip()}

    def _stop(self, turns: list[Turn]) -> Update:
        if turns and not turns[-1].over:
            turns[-1].stopped = True
        return {self.current: rendered(turns[-1]) if turns else "", **self._busy(False)}

    def _busy(self, busy: bool) -> Update:
        return {self.send: gr.Button(visible=not busy), self.stop: gr.Button(visible=busy)}
