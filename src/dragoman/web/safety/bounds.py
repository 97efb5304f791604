"""Bounds on what a request may bring: its address, and its body with the time it may take."""

from __future__ import annotations

import anyio
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dragoman.web.problems import ProblemError, response
from dragoman.web.settings import Settings

_MOST_PARAMETERS = 100
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


class AddressBounds:
    """Refuses addresses that are overlong, hold a NUL, or have too many parameters."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._most = settings.max_query

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] == "http":
            refusal = self._refusal(scope)
            if refusal:
                await response(scope, refusal.problem)(scope, receive, send)
                return
        await self._app(scope, receive, send)

    def _refusal(self, scope: Scope) -> ProblemError | None:
        path, query = scope["path"], scope["query_string"]
        if max(len(path), len(query)) > self._most:
            what = f"the address is over {self._most} bytes; ask for less at once"
            return ProblemError(414, what)
        if query.count(b"&") >= _MOST_PARAMETERS:
            return ProblemError(400, f"there are over {_MOST_PARAMETERS} parameters; ask for less")
        if "\x00" in path or b"%00" in query or b"\x00" in query:
            return ProblemError(400, "the address holds a NUL character; remove it")
        return None


class BodyBounds:
    """Takes a body in whole before anything looks at it, unless it is too long or too slow."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._most = settings.max_body
        self._seconds = settings.body_seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        try:
            body = await self._body(scope, receive)
        except ProblemError as error:
            headers = {"Connection": "close"}
            await response(scope, error.problem, headers)(scope, receive, send)
            return
        if body is not None:
            await self._app(scope, replayed(body, receive), send)

    async def _body(self, scope: Scope, receive: Receive) -> bytes | None:
        """The body; None where the asker has gone away."""
        told = Headers(scope=scope).get("content-length", "0")
        if not told.isdecimal() or int(told[:20]) > self._most:
            raise self._too_long()
        parts: list[bytes] = []
        size = 0
        try:
            with anyio.fail_after(self._seconds):
                while True:
                    message = await receive()
                    if message["type"] == "http.disconnect":
                        return None
                    parts.append(message.get("body", b""))
                    size += len(parts[-1])
                    if size > self._most:
                        raise self._too_long()
                    if not message.get("more_body", False):
                        return b"".join(parts)
        except TimeoutError:
            what = f"the request was not whole after {self._seconds:g} s; send it again"
            raise ProblemError(408, what) from None

    def _too_long(self) -> ProblemError:
        return ProblemError(413, f"the request is over {self._most} bytes; send less at once")


def replayed(body: bytes, receive: Receive) -> Receive:
    """A channel that gives the whole body once, then what ``receive`` gives."""
    given = False

    async def again() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return again
