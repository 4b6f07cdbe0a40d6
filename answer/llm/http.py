"""The one way to a server of language models: to no other host, with patience, not for ever."""

import socket
import ssl
from collections.abc import Callable, Iterator
from threading import Event, Timer
from time import monotonic, sleep
from typing import TypedDict

import httpx

from answer.llm.faults import Fault
from answer.llm.patience import ALTOGETHER, SHORTLY, TRIES, passes, wait
from answer.llm.server import Server

CONNECTING = 10.0
"""Seconds in which a server takes a connection."""

LONGEST_ERROR, LONGEST_ANSWER = 8_192, 2**26
"""Bytes that are read of the page of an error, and of an answer with all that is around it."""

SENT = ("host", "content-type", "content-length", "accept", "user-agent")
"""Headers that are left in a request, of all that libraries and the environment put in."""


Missing = Callable[[str], Fault]
"""What a 404 means, with what its page says."""


class Route(TypedDict):
    """What a client is made with that asks one server alone."""

    transport: httpx.BaseTransport
    follow_redirects: bool
    trust_env: bool


def route(server: Server, missing: Missing | None = None) -> Route:
    """The route to a server: past no redirect and no proxy of the environment."""
    return Route(transport=Way(server, missing), follow_redirects=False, trust_env=False)


def client(server: Server, missing: Missing | None = None) -> httpx.Client:
    """A client that takes this route."""
    return httpx.Client(**route(server, missing))


class Way(httpx.BaseTransport):
    """Sends requests to one server, again where that may help, and takes good answers only.

    Whatever goes wrong is raised as a Fault.
    """

    def __init__(self, server: Server, missing: Missing | None = None) -> None:
        self._server = server
        self._missing = missing
        self._wire = httpx.HTTPTransport()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The answer to a request. Raises Fault for any but a good one."""
        if _origin(request.url) != _origin(httpx.URL(self._server.address)):
            raise self._server.fault("a request to another address was not sent")
        response = self._patiently(self._ours(request))
        assert isinstance(response.stream, httpx.SyncByteStream)
        body = Body(self._server, response.stream)
        if response.status_code != 200:
            raise self._refusal(response, body)
        if "html" in response.headers.get("content-type", ""):
            body.close()
            raise self._server.unusable()
        return httpx.Response(200, headers=response.headers, stream=body)

    def close(self) -> None:
        """Hang up."""
        self._wire.close()

    def _ours(self, request: httpx.Request) -> httpx.Request:
        """A request with the headers, the key and the times that were configured, and no others."""
        headers = {name: request.headers[name] for name in SENT if name in request.headers}
        if self._server.key:
            headers["authorization"] = f"Bearer {self._server.key}"
        seconds = self._server.timeout
        times = {"connect": CONNECTING, "read": seconds, "write": seconds, "pool": seconds}
        return httpx.Request(
            request.method, request.url, headers=headers, stream=request.stream,
            extensions={"timeout": times},
        )  # fmt: skip

    def _patiently(self, request: httpx.Request) -> httpx.Response:
        for left in reversed(range(TRIES)):
            try:
                response = self._begun(request)
            except httpx.TransportError as error:
                if not left or isinstance(error, httpx.TimeoutException):
                    raise told(self._server, error) from error
                sleep(SHORTLY)
            else:
                if not left or not passes(response.status_code):
                    return response
                response.close()
                sleep(wait(response.headers.get("retry-after")))
        raise AssertionError("unreachable")

    def _begun(self, request: httpx.Request) -> httpx.Response:
        """The beginning of an answer. Raises Fault where it drips for ever."""
        late, seconds = Event(), ALTOGETHER * self._server.timeout

        def hang_up() -> None:
            late.set()
            self._wire.close()

        watchdog = Timer(seconds, hang_up)
        watchdog.daemon = True
        watchdog.start()
        try:
            return self._wire.handle_request(request)
        except httpx.TransportError as error:
            if late.is_set():
                raise too_slow(self._server, seconds) from error
            raise
        finally:
            watchdog.cancel()

    def _refusal(self, response: httpx.Response, body: "Body") -> Fault:
        said = body.beginning()
        if response.has_redirect_location:
            return self._server.elsewhere(response.headers["location"])
        if response.status_code == 404 and self._missing:
            return self._missing(self._server.words(said))
        return self._server.refusal(response.status_code, said)


class Body(httpx.SyncByteStream):
    """The bytes of an answer as they come, neither for ever nor without end."""

    def __init__(self, server: Server, stream: httpx.SyncByteStream) -> None:
        self._server = server
        self._stream = stream
        self._ends = monotonic() + ALTOGETHER * server.timeout

    def __iter__(self) -> Iterator[bytes]:
        """The bytes. Raises Fault when they break off, or are too many or too slow."""
        size = 0
        try:
            for part in self._stream:
                yield part
                size += len(part)
                if size > LONGEST_ANSWER:
                    raise self._server.fault("its answer has no end; set another llm_model")
                if monotonic() > self._ends:
                    raise too_slow(self._server, ALTOGETHER * self._server.timeout)
        except httpx.TransportError as error:
            raise told(self._server, error) from error

    def beginning(self) -> bytes:
        """The first bytes, as many as the page of an error has; then it is closed."""
        read = b""
        try:
            for part in self:
                read += part
                if len(read) > LONGEST_ERROR:
                    break
        except Fault:  # the error is known without its page
            pass
        finally:
            self.close()
        return read

    def close(self) -> None:
        """Hang up."""
        self._stream.close()


def told(server: Server, error: httpx.TransportError) -> Fault:
    """What a connection met, with the cure."""
    causes = list(_causes(error))
    if isinstance(error, httpx.ConnectTimeout):
        return server.fault(f"no connection within {CONNECTING:g} seconds; check llm_base_url")
    if isinstance(error, httpx.TimeoutException):
        return server.fault(
            f"not a word for {server.timeout:g} seconds; set llm_timeout higher, or a smaller "
            "llm_model"
        )
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        return server.fault(f"no safe connection ({server.line(str(error))}); check llm_base_url")
    if any(isinstance(cause, socket.gaierror) for cause in causes):
        return server.fault("no such host; check llm_base_url")
    if isinstance(error, httpx.ConnectError):
        return server.fault("no server answers there; start it, or check llm_base_url")
    return server.fault("the connection broke off; ask again, or look into the server's log")


def too_slow(server: Server, seconds: float) -> Fault:
    """An answer that took too long as a whole."""
    return server.fault(
        f"not at its end after {seconds:g} seconds; set llm_timeout higher, or a smaller llm_model"
    )


def _origin(url: httpx.URL) -> tuple[str, str, int | None]:
    """The server that an address is at."""
    return url.scheme, url.host, url.port


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """An exception and those that it comes from."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
