"""The server under the desk: it serves until it is told to stop, and then ends within seconds."""

from __future__ import annotations

import logging
import os
import signal
import socket
import sys
from contextlib import suppress

import uvicorn
from fastapi import FastAPI

_GRACE = 5  # seconds in which an answer that was begun may go out


class Server(uvicorn.Server):
    """Closes the coding desk as soon as it is to stop: nobody waits for a text to be coded.

    Args:
        app: what `create_app` made.
    """

    def __init__(self, app: FastAPI) -> None:
        self._coder = app.state.coder
        config = uvicorn.Config(
            app,
            log_config=None,
            access_log=False,  # the desk's own log has no query in it
            server_header=False,
            proxy_headers=False,
            limit_concurrency=200,
            timeout_keep_alive=5,
            timeout_graceful_shutdown=_GRACE,
            h11_max_incomplete_event_size=32_768,
        )
        super().__init__(config)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Take nobody in any more, and see whoever is inside out."""
        self._coder.close()
        await super().shutdown(sockets)


def serve(app: FastAPI, listener: socket.socket, *, logs: bool = False) -> None:
    """Serve until Ctrl+C or SIGTERM, and end the process.

    Args:
        app: what `create_app` made.
        listener: a socket that listens.
        logs: write one line for every request.
    """
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(message)s")
    logging.getLogger("dragoman.web").setLevel(logging.INFO if logs else logging.WARNING)
    # The server gives a signal back when all is closed; that is the end, and a good one.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with suppress(KeyboardInterrupt):
        Server(app).run(sockets=[listener])
    _leave()


def _leave() -> None:
    """End the process now.

    No thread can be told to stop what it does, and the interpreter would wait for the one that
    codes a long text, whose asker is gone. All else is closed by now.
    """
    with suppress(OSError):  # nobody reads what it says
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(0)
