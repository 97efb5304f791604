"""What nobody foresaw: the asker gets a plain problem, the log where it happened, no words of it.

Messages of exceptions may quote an article, so none is logged.
"""

from __future__ import annotations

import asyncio
import logging
import time
import traceback

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dragoman.web.problems import CLOSING, problem, response

LOG = logging.getLogger("dragoman.web")


class Faults:
    """Ends every request with an answer, and notes it: method, path, status, time taken."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        status = 0
        begun = time.monotonic()

        async def noted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, noted)
        except asyncio.CancelledError:  # the server stops, and has waited as long as it does
            if not status:
                await response(scope, problem(503, CLOSING))(scope, receive, noted)
        except Exception as error:
            where = "".join(traceback.format_tb(error.__traceback__))
            LOG.error("%s while serving %s\n%s", type(error).__name__, _shown(scope), where)
            if status:
                raise ConnectionError("the answer was cut off") from None
            told = problem(500, "something went wrong here; it is noted in the log")
            await response(scope, told)(scope, receive, noted)
        took = (time.monotonic() - begun) * 1000
        LOG.info("%s %d %.0f ms", _shown(scope), status, took)


def _shown(scope: Scope) -> str:
    path = ascii(scope["path"])[1:-1]
    return f"{scope['method']} {path[:200]}"
