"""Models behind servers, the same through both doors, however badly a server behaves."""

import socket
from contextlib import suppress
from threading import Event, Thread

import pytest

from answer.llm.choose import Choice, chosen
from errors import LimitReached, ModelStopped, ModelUnavailable
from tests.llm_server import (
    breaks,
    busy,
    cut,
    drips,
    fails,
    loops,
    page,
    raw,
    redirects,
    says,
    silent,
    unfinished,
)


@pytest.fixture
def told(ask, model):
    """How asking a model ended: what it wrote, the kind of error, and what it says of whom."""

    def telling():
        pieces, error = ask()
        return "".join(pieces), type(error), str(error).replace(model.server.address, "SERVER")

    return telling


def test_what_a_model_writes_comes_in_its_pieces(server, ask):
    server.enqueue(says("Ada is ", "a pioneer."))
    assert ask() == (["Ada is ", "a pioneer."], None)


def test_a_model_is_asked_with_everything_that_is_set(server, ask, kind):
    server.enqueue(says("Ada."))
    ask(limit=70, temperature=0.5)
    (request,) = server.requests
    assert request.body["model"] == "tiny"
    assert request.messages == [
        {"role": "system", "content": "Be short."},
        {"role": "user", "content": "Who is Ada?"},
    ]
    if kind == "ollama":
        options = {"num_ctx": 8192, "num_predict": 70, "temperature": 0.5}
        assert (request.body["options"], request.body["think"]) == (options, False)
    else:
        assert (request.body["max_tokens"], request.body["temperature"]) == (70, 0.5)


def test_characters_that_are_split_between_bytes_stay_whole(server, ask):
    server.enqueue(says("Zoë 🙂 ", "“ja”", every=1))
    assert ask() == (["Zoë 🙂 ", "“ja”"], None)


def test_an_answer_of_one_piece_is_one_piece(server, ask):
    server.enqueue(says("All of it."))
    assert ask() == (["All of it."], None)


def test_what_a_model_thinks_is_not_what_it_writes(server, ask):
    server.enqueue(says("Ada.", reasoning=("Who might ", "that be?")))
    assert ask() == (["Ada."], None)


def test_nothing_is_asked_before_the_first_piece_is_wanted(server, model):
    model.stream([], 50)
    assert server.requests == []


def test_a_closed_answer_hangs_up(server, model):
    server.enqueue(loops("On and on. ", pause=0.01))
    answer = model.stream([], 50)
    assert next(answer) == "On and on. "
    answer.close()
    assert server.left.wait(5)


NOT_IT = "what it answers is not the protocol of language models; check llm_base_url"
SILENT = "not a word for 0.5 seconds; set llm_timeout higher, or a smaller llm_model"
BROKEN = "the connection broke off; ask again, or look into the server's log"
LONG = "set llm_context_window to what it reads"
OPEN = "tiny broke off: its server ended the answer without saying that it is done"

BEFORE = [
    (cut(), BROKEN),
    (silent(), SILENT),
    (page(), NOT_IT),
    (breaks(), "it failed (the model crashed)"),
    (raw(b"data: {\n\n"), NOT_IT),
    (raw(b"hello"), NOT_IT),
    (raw(b'{"choices": []}', content_type="application/json"), NOT_IT),
    (raw(b"data: [1]\n\n"), NOT_IT),
    (raw(b'data: {"choices": 1}\n\n'), NOT_IT),
    (fails(401), "it refuses the key (401); set WHOSAID_LLM_API_KEY"),
    (fails(403), "it refuses the key (403); set WHOSAID_LLM_API_KEY"),
    (fails(400, "no such option"), "it refuses the request (400: no such option); check llm_model"),
    (
        fails(400, "This model's maximum context length is 4096 tokens"),
        "the prompt is too long for it (400: This model's maximum context length is 4096 tokens); "
        f"{LONG}",
    ),
    (fails(413, "big"), f"the prompt is too long for it (413: big); {LONG}"),
    (fails(500, "out of memory"), "it failed (500: out of memory); its own log says why"),
    (page(502), "it failed (502); its own log says why"),
    (busy(status=429), "it is busy (429: busy); ask again later"),
    (
        redirects("http://user:pass@elsewhere.example/v1?key=1"),
        "it sends elsewhere, to http://elsewhere.example/v1, where nothing is sent; "
        "set llm_base_url to the address that is meant",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("script", "message"), BEFORE)
def test_what_goes_wrong_before_the_first_word_is_told_with_its_cure(script, message, server, told):
    server.always(script)
    assert told() == ("", ModelUnavailable, f"SERVER: {message}")


AFTER = [
    (cut("Ada "), f"SERVER: {BROKEN}"),
    (silent("Ada "), f"SERVER: {SILENT}"),
    (breaks("Ada "), "SERVER: it failed (the model crashed)"),
    (unfinished("Ada "), OPEN),
    (unfinished("Ada ", done=False), OPEN),
    (says("Ada ", finish="content_filter"), "tiny was stopped by a filter of its server"),
]  # fmt: skip


@pytest.mark.parametrize(("script", "message"), AFTER)
def test_what_goes_wrong_later_keeps_what_came(script, message, server, told):
    server.enqueue(script)
    assert told() == ("Ada ", ModelStopped, message)


def test_an_answer_that_reaches_its_limit_says_so(server, told):
    server.enqueue(says("Ada ", finish="length"))
    assert told() == ("Ada ", LimitReached, "tiny reached its limit of 50 tokens")


@pytest.mark.parametrize("script", [says(), says(""), says(" ", "\n"), says(reasoning=("Hm.",))])
def test_an_empty_answer_is_none(script, server, told):
    server.enqueue(script)
    message = "tiny wrote nothing; ask again, or set another llm_model"
    assert told()[1:] == (ModelUnavailable, message)


def test_a_model_that_thinks_up_to_its_limit_has_written_nothing(server, told):
    server.enqueue(says(reasoning=("Hm.",), finish="length"))
    message = (
        "tiny reached its limit of 50 tokens before its first word; set an llm_model that thinks "
        "less"
    )
    assert told() == ("", ModelUnavailable, message)


def test_an_answer_without_end_is_ended_at_its_limit(server, told):
    server.enqueue(loops("On and on. "))
    text, kind, message = told()
    assert (kind, message) == (LimitReached, "tiny reached its limit of 50 tokens")
    assert len(text) < 50 * 13


def test_a_server_that_only_keeps_the_line_is_not_waited_for_for_ever(server, kind):
    server.enqueue(drips(0.01))
    address = server.openai if kind == "openai-like" else server.ollama
    model = chosen(Choice(kind, "tiny", address, timeout=0.1))
    with pytest.raises(ModelUnavailable, match=": not at its end after 1 seconds; set llm_timeout"):
        list(model.stream([], 50))


@pytest.fixture
def dripping():
    """The address of a server whose answer begins, byte by byte, and never comes to its text."""
    ended = Event()

    def drip(listener):
        with listener.accept()[0] as line, suppress(OSError):
            line.sendall(b"HTTP/1.1 200 OK\r\nX: ")
            while not ended.wait(0.01):
                line.sendall(b"x")

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = Thread(target=drip, args=(listener,))
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        ended.set()
        thread.join()


def test_a_beginning_that_drips_is_not_waited_for_for_ever(dripping, kind):
    model = chosen(Choice(kind, "tiny", dripping, timeout=0.1))
    with pytest.raises(ModelUnavailable, match=": not at its end after 1 seconds; set llm_timeout"):
        list(model.stream([], 50))


def test_bytes_that_are_no_utf8_are_no_words(server, told, kind):
    server.enqueue(raw(b'data: {"choices": [{"delta": {"content": "\xff"}}]}\n\n'))
    assert told()[:2] == ("", ModelUnavailable)


def test_a_key_is_never_told(server, told):
    server.always(fails(500, "sk-secret is over its limit"))
    assert told()[2] == "SERVER: it failed (500: … is over its limit); its own log says why"


def test_long_and_steering_words_of_a_server_are_shortened_and_made_plain(server, told):
    server.enqueue(fails(400, "\x1b[31mno\n" + "x" * 900))
    said = f"[31mno {'x' * 153}…"
    assert told()[2] == f"SERVER: it refuses the request (400: {said}); check llm_model"
