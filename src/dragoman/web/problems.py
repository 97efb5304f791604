"""Errors in one shape: problem details (RFC 9457), or a plain page for a browser."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from http import HTTPStatus
from typing import Any, cast

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Match, compile_path
from starlette.types import Scope

from dragoman.record import RecordError
from dragoman.record.reviews.checks import ReviewError
from dragoman.record.rows.limits import ReadOnlyError, TooSlowError
from dragoman.sources import SourceError
from dragoman.sources.errors import FetchError
from dragoman.web import rendering
from dragoman.web.faults import said_of

MEDIA_TYPE = "application/problem+json"
CLOSING = "the desk is closing"
"""What whoever still waits is told when the server stops."""
_MOST_ERRORS = 20
_UNREAD = "There was an error parsing the body"  # FastAPI's word for it


@dataclass(frozen=True, slots=True)
class Fault:
    """One value that is wrong.

    Attributes:
        where: in which part of the request, as ``query.since`` or ``body.changes``.
        what: what is wrong with it.
    """

    where: str
    what: str


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong, as RFC 9457 has it.

    Attributes:
        title: the status in words.
        status: HTTP status.
        detail: what was wrong and what to do.
        type: always ``about:blank``: the status says it all.
        errors: the values that are wrong, where single values are.
    """

    title: str
    status: int
    detail: str
    type: str = "about:blank"
    errors: tuple[Fault, ...] = field(default=())


class ProblemError(Exception):
    """Raised where a request ends with a problem."""

    def __init__(self, status: int, detail: str, headers: dict[str, str] | None = None) -> None:
        self.problem = problem(status, detail)
        self.headers = headers
        super().__init__(detail)


def problem(status: int, detail: str, errors: tuple[Fault, ...] = ()) -> Problem:
    """The problem of an HTTP status."""
    return Problem(HTTPStatus(status).phrase, status, detail, errors=errors)


def response(scope: Scope, told: Problem, headers: dict[str, str] | None = None) -> Response:
    """The problem as the asker can take it: a page for a browser, else JSON."""
    if _is_page(scope):
        page = rendering.problem(Request(scope), told.status, told.title, _sayable(told.detail))
        page.headers.update(headers or {})
        return page
    return JSONResponse(asdict(told), told.status, headers, MEDIA_TYPE)


def handle(app: FastAPI) -> None:
    """Let the app answer all that is raised in it with problems."""

    def on(kind: type[Exception], status: int) -> None:
        def answer(request: Request, error: Exception) -> Response:
            return response(request.scope, problem(status, str(error)))

        app.add_exception_handler(kind, answer)

    on(TooSlowError, 503)
    on(ReadOnlyError, 403)
    on(RecordError, 503)
    on(ReviewError, 422)
    on(SourceError, 422)
    on(FetchError, 422)
    app.add_exception_handler(ProblemError, _raised)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)


def _raised(request: Request, error: Exception) -> Response:
    told = cast(ProblemError, error)
    return response(request.scope, told.problem, told.headers)


def _http(request: Request, error: Exception) -> Response:
    told = cast(HTTPException, error)
    details = {
        404: "there is nothing at this address; check it, or start from the first page",
        405: f"{request.method} is not done here",
        400: "the body cannot be read; send it as JSON in UTF-8, not in deep layers",
    }
    own = told.detail not in (HTTPStatus(told.status_code).phrase, _UNREAD)
    detail = told.detail if own else details.get(told.status_code, told.detail)
    headers = dict(told.headers) if told.headers else {}
    if told.status_code == 405:
        headers["Allow"] = ", ".join(_allowed(request))
    return response(request.scope, problem(told.status_code, detail), headers)


def _allowed(request: Request) -> list[str]:
    """What can be done at the address, which several routes may share."""
    return [
        method
        for method in ("GET", "HEAD", "POST")
        if any(_serves(route, {**request.scope, "method": method}) for route in request.app.routes)
    ]


def _serves(route: BaseRoute, scope: Scope) -> bool:
    if scope["method"] == "HEAD":
        scope = {**scope, "method": "GET"}
    return route.matches(scope)[0] is Match.FULL


def _invalid(request: Request, error: Exception) -> Response:
    found = cast(RequestValidationError, error).errors()
    # Of a parameter that may be left out it is said, too, that it is not left out.
    told = [one for one in found if one["type"] != "none_required"] or found
    faults = tuple(_fault(one, request) for one in told)
    first = faults[0]
    more = f", and {len(faults) - 1} more" if len(faults) > 1 else ""
    detail = f"{first.where}: {first.what}{more}"
    return response(request.scope, problem(422, detail, faults[:_MOST_ERRORS]))


def _fault(error: dict[str, Any], request: Request) -> Fault:
    parts = error["loc"]
    if parts[0] == "query":  # behind the name stand pydantic's own words for the kinds of value
        parts = (*parts[:2], *(part for part in parts[2:] if isinstance(part, int)))
    where = ".".join(str(part) for part in parts)
    what = said_of(error)
    if error["type"] == "extra_forbidden" and len(parts) == 2:
        kind, known = ("parameter", _parameters) if parts[0] == "query" else ("field", _fields)
        if names := known(request):
            what = f"there is no such {kind} here; there are {', '.join(names)}"
    return Fault(_sayable(where)[:200], _sayable(what)[:500])


def _parameters(request: Request) -> list[str]:
    """The names that the query may have at this address."""
    told = _operation(request).get("parameters", ())
    return [one["name"] for one in told if one["in"] == "query"]


def _fields(request: Request) -> list[str]:
    """The names that the body may have at this address; none where there are several kinds."""
    body = _operation(request).get("requestBody", {}).get("content", {})
    kind = body.get("application/json", {}).get("schema", {}).get("$ref", "").rpartition("/")[2]
    described = request.app.openapi()["components"]["schemas"].get(kind, {})
    return list(described.get("properties", ()))


def _operation(request: Request) -> dict[str, Any]:
    """What the document tells of what is asked for."""
    method = "get" if request.method == "HEAD" else request.method.lower()
    for path, done in request.app.openapi()["paths"].items():
        if method in done and compile_path(path)[0].match(request.url.path):
            found: dict[str, Any] = done[method]
            return found
    return {}


def _sayable(text: str) -> str:
    """The text without lone surrogates, which no encoding can write."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _is_page(scope: Scope) -> bool:
    path = scope.get("path", "")
    return not path.startswith("/api/") and "text/html" in Headers(scope=scope).get("accept", "")
