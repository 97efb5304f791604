"""The Host header against rebinding: a stranger's name that leads here does not open the door."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from dragoman.web.problems import problem, response
from dragoman.web.settings import Settings, is_loopback


class Hosts:
    """Lets in requests for this desk's own names.

    These are the host it listens at, that of its public URL, and this machine's own names; where
    it is reached from outside, any numeric address too, since none can be rebound.
    """

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._outside = not settings.is_loopback
        self._names = {settings.host.casefold()}
        if settings.public_url:
            self._names.add((urlsplit(settings.public_url).hostname or "").casefold())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] == "http":
            given = Headers(scope=scope).getlist("host")
            if len(given) != 1 or not self._is_own(given[0]):
                what = "this desk is not known by that host; open it by the address that it printed"
                answer = response(scope, problem(421, what))
                await answer(scope, receive, send)
                return
        await self._app(scope, receive, send)

    def _is_own(self, given: str) -> bool:
        try:
            parts = urlsplit(f"//{given}")
            host = parts.hostname or ""
            if parts.netloc != given or parts.username is not None or (parts.port or 1) < 1:
                return False
        except ValueError:
            return False
        if host in self._names or is_loopback(host):
            return True
        return self._outside and _is_numeric(host)


def _is_numeric(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
