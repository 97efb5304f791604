"""Forged requests: what changes anything must come from the desk's own pages, or from a program.

A page's forms carry a token that is made of a cookie with a key that only this process has. A
program sends the same token in a header (``/api/v1/session`` gives it), or a bearer token.
"""

from __future__ import annotations

import hmac
import re
import secrets
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.formparsers import FormParser, MultiPartException, MultiPartParser
from starlette.requests import Request, cookie_parser
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dragoman.web.problems import problem, response
from dragoman.web.safety.bounds import SAFE_METHODS, replayed
from dragoman.web.settings import Settings

COOKIE = "dragoman-desk"
FIELD = "csrf"
HEADER = "X-CSRF-Token"
# What only computes and keeps nothing; a desk that is only read does it, too.
COMPUTING = frozenset({"/api/v1/code", "/api/v1/code/page", "/read"})
_FOREIGN = "the request comes from another site; use the desk's own pages"
_UNPROVEN = (
    "the form is too old or not this desk's; reload the page and send it again "
    f"(programs: send {HEADER}, which /api/v1/session gives)"
)
_COOKIE_FORM = re.compile(r"[A-Za-z0-9_-]{22,64}")


class Forgery:
    """Refuses what changes anything and does not prove where it comes from."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings
        self._key = secrets.token_bytes(32)
        self._own = urlsplit(settings.public_url or "").netloc.casefold()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        cookie = cookie_parser(headers.get("cookie", "")).get(COOKIE, "")
        fresh = not _COOKIE_FORM.fullmatch(cookie)
        if fresh:
            cookie = secrets.token_urlsafe(24)
        token = hmac.digest(self._key, cookie.encode(), "sha256").hex()
        scope["state"]["csrf"] = token
        if scope["method"] not in SAFE_METHODS:
            body = (await receive()).get("body", b"")  # whole: `BodyBounds` took care of it
            receive = replayed(body, receive)
            refusal = self._refusal(scope, headers)
            if refusal is None and not scope["state"].get("by_bearer"):
                given = headers.get(HEADER) or await _field(scope, body, receive)
                refusal = _UNPROVEN if fresh or not _same(given, token) else None
            if refusal:
                await response(scope, problem(403, refusal))(scope, receive, send)
                return
        await self._app(scope, receive, _with_cookie(send, scope, cookie) if fresh else send)

    def _refusal(self, scope: Scope, headers: Headers) -> str | None:
        """What speaks against the request before any token is looked at."""
        if self._settings.read_only and scope["path"] not in COMPUTING:
            return "this desk is for reading only; nothing can be changed here"
        if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return _FOREIGN
        origin = headers.get("origin")
        if origin is not None:
            own = {headers.get("host", "").casefold(), self._own}
            if urlsplit(origin).netloc.casefold() not in own - {""}:
                return _FOREIGN
        return None


def _same(given: str, token: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "replace"), token.encode())


async def _field(scope: Scope, body: bytes, receive: Receive) -> str:
    """The token in a form; empty where there is none."""
    kind = Headers(scope=scope).get("content-type", "").partition(";")[0].strip().casefold()
    stream = Request(scope, replayed(body, receive)).stream()
    try:
        if kind == "application/x-www-form-urlencoded":
            form = await FormParser(Headers(scope=scope), stream).parse()
        elif kind == "multipart/form-data":
            form = await MultiPartParser(Headers(scope=scope), stream, max_files=0).parse()
        else:
            return ""
    except (MultiPartException, KeyError, ValueError):
        return ""
    value = form.get(FIELD)
    return value if isinstance(value, str) else ""


def _with_cookie(send: Send, scope: Scope, cookie: str) -> Send:
    secure = "; Secure" if scope["scheme"] == "https" else ""
    line = f"{COOKIE}={cookie}; Path=/; HttpOnly; SameSite=Strict{secure}"

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).append("Set-Cookie", line)
        await send(message)

    return sending
