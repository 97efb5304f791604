"""Who asks: the holder of a token, or whom the proxy names; on loopback, the one reader there is.

A token comes as ``Authorization: Bearer TOKEN``, or as the password of Basic, which a browser asks
for by itself. Only Bearer proves that a program meant to send it: browsers add Basic on their own.
"""

from __future__ import annotations

import base64
import binascii
import hmac
from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from dragoman.web.problems import problem, response
from dragoman.web.settings import Settings

_LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks, and whether a bearer token says so."""

    name: str
    by_bearer: bool = False


class SignIn:
    """Lets in who is known, and keeps the name in ``request.state.user``."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        asker = self._asker(Headers(scope=scope))
        if asker is None:
            what = "this desk wants a token: as a bearer token, or as the password in a browser"
            if not self._settings.tokens:
                what = "this desk is reached through its proxy, which says who asks; sign in there"
            headers = {"WWW-Authenticate": 'Basic realm="dragoman", charset="UTF-8"'}
            answer = response(scope, problem(401, what), headers if self._settings.tokens else None)
            await answer(scope, receive, send)
            return
        state = scope.setdefault("state", {})
        state["user"] = asker.name
        state["by_bearer"] = asker.by_bearer
        await self._app(scope, receive, send)

    def _asker(self, headers: Headers) -> Asker | None:
        settings = self._settings
        if not settings.demands_name:
            return Asker(settings.reviewer)
        given = headers.getlist("authorization")
        if settings.tokens and len(given) == 1:
            scheme, _, rest = given[0].partition(" ")
            if scheme.casefold() == "bearer":
                name = self._holder(rest.strip())
                return Asker(name, by_bearer=True) if name else None
            if scheme.casefold() == "basic":
                name = self._holder(_password(rest.strip()))
                return Asker(name) if name else None
        if settings.user_header:
            named = headers.getlist(settings.user_header)
            if len(named) == 1 and _is_name(named[0]):
                return Asker(named[0].strip())
        return None

    def _holder(self, token: str) -> str | None:
        """Whose token it is; every one is compared, in the same time whatever was given."""
        found = None
        sent = token.encode("utf-8", "replace")
        for known, name in self._settings.tokens.items():
            if hmac.compare_digest(sent, known.encode()):
                found = name
        return found


def _password(basic: str) -> str:
    try:
        return base64.b64decode(basic, validate=True).decode("utf-8").partition(":")[2]
    except (binascii.Error, ValueError):
        return ""


def _is_name(value: str) -> bool:
    return bool(value.strip()) and len(value) <= _LONGEST_NAME and value.isprintable()
