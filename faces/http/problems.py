"""Wrong requests: each is told in a sentence that names the cure, as JSON."""

from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from answer.record import Value
from errors import BadInput, PromptError, WhosaidError

UNEXPECTED = "something went wrong here; the terminal that runs Whosaid says what"
TYPES = {
    400: "bad_request", 403: "forbidden", 404: "not_found", 405: "method_not_allowed",
    413: "too_large", 422: "invalid_request", 429: "too_many_requests",
    500: "server_error", 503: "unavailable",
}  # fmt: skip
WAIT = {429: {"Retry-After": "5"}, 503: {"Retry-After": "30"}}
OBJECT = "send a JSON object, with the header Content-Type: application/json"
UNREADABLE = "There was an error parsing the body"
"""What FastAPI says of bytes that are no text, and of what is nested too deeply."""
SENTENCES = {
    400: f"the body cannot be read as JSON: {OBJECT}",
    404: "there is no such route here, or none that is asked with this method: /api shows them all",
    405: "this route is not asked with this method: /api shows them all",
}


class Told(Value):
    """What is wrong, what to do about it, and of what kind it is."""

    message: str
    type: str


class Problem(Value):
    """The answer to a wrong request."""

    error: Told


class TooMany(WhosaidError):
    """More is asked than is let in."""


def handle(app: FastAPI) -> None:
    """Have an app answer whatever goes wrong."""
    app.add_exception_handler(WhosaidError, _whosaid)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _unexpected)


def problem(status: int, message: str) -> JSONResponse:
    """The answer to a wrong request."""
    return JSONResponse(as_error(status, message), status, WAIT.get(status))


def as_error(status: int, message: str) -> dict[str, Any]:
    """The JSON that tells of an error."""
    # a name in the message may hold half a character, which no response can
    message = message.encode("utf-8", "replace").decode()
    kind = TYPES.get(status, "bad_request" if status < 500 else "server_error")
    return {"error": {"message": message, "type": kind}}


def status_of(error: WhosaidError) -> int:
    """The status for a failure: whose fault it is, and whether it may pass."""
    if isinstance(error, TooMany):
        return 429
    if isinstance(error, BadInput):
        return 400
    return 500 if isinstance(error, PromptError) else 503


async def _whosaid(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, WhosaidError)
    return problem(status_of(error), str(error))


async def _invalid(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    if first["type"] == "json_invalid":
        return problem(400, f"the body is not JSON ({first['ctx']['error']}): {OBJECT}")
    where, *names = (str(part) for part in first["loc"])
    if where == "body" and not names:
        return problem(422, f"the body is not what is wanted here: {OBJECT}")
    # who sends JSON knows of lists alone
    told = _lower(first["msg"]).replace("valid tuple", "valid list")
    return problem(422, f"{'.'.join(names)}: {told}; /api says what is wanted")


async def _http(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    plain = error.detail in ("Not Found", "Method Not Allowed", UNREADABLE)
    told = SENTENCES[error.status_code] if plain else error.detail
    response = problem(error.status_code, told)
    response.headers.update(error.headers or {})
    return response


async def _unexpected(request: Request, error: Exception) -> JSONResponse:
    """The server writes the traceback to its log, whatever is answered."""
    return problem(500, UNEXPECTED)


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
