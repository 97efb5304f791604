"""HEAD, and answers that a browser need not fetch twice: an ETag on each, 304 where it matches."""

from __future__ import annotations

import hashlib

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# Answers up to this size are held back to be told by their content; longer ones are streamed.
_MOST_BYTES = 2_000_000


class Caching:
    """Answers HEAD as GET without its body, and GET with an ETag made of the body."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            await self._app(scope, receive, send)
            return
        sending = _Sending(send, Headers(scope=scope).get("if-none-match"), scope["method"])
        await self._app({**scope, "method": "GET"}, receive, sending)


class _Sending:
    """One answer on its way."""

    def __init__(self, send: Send, known: str | None, method: str) -> None:
        self._send = send
        self._known = known
        self._without_body = method == "HEAD"
        self._start: Message | None = None
        self._held: list[bytes] = []
        self._size = 0

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._start = message
            return
        if message["type"] != "http.response.body" or self._start is None:
            await self._pass(message)
            return
        body, more = message.get("body", b""), message.get("more_body", False)
        self._held.append(body)
        self._size += len(body)
        if not more:
            await self._whole(self._start)
        elif self._size > _MOST_BYTES or _is_stream(self._start):
            await self._give_way(self._start)

    async def _pass(self, message: Message) -> None:
        if self._without_body and message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await self._send(message)

    async def _give_way(self, start: Message) -> None:
        self._start = None
        await self._send(start)
        await self._pass({"type": "http.response.body", "body": b"".join(self._held),
                          "more_body": True})  # fmt: skip

    async def _whole(self, start: Message) -> None:
        self._start = None
        body = b"".join(self._held)
        headers = MutableHeaders(scope=start)
        if start["status"] == 200:
            # Weak: a header such as the date may differ where the content does not.
            tag = headers.get("etag") or f'W/"{hashlib.sha256(body).hexdigest()[:32]}"'
            headers["ETag"] = tag
            headers.setdefault("Cache-Control", "private, no-cache")
            if self._known is not None and _matches(self._known, tag):
                start["status"] = 304
                del headers["content-length"]
                del headers["content-type"]
                body = b""
        await self._send(start)
        await self._pass({"type": "http.response.body", "body": body})


def _is_stream(start: Message) -> bool:
    """Whether its sender wants it to arrive bit by bit: what is offered as a download."""
    return "attachment" in Headers(raw=start["headers"]).get("content-disposition", "")


def _matches(known: str, tag: str) -> bool:
    plain = tag.removeprefix("W/")
    return known.strip() == "*" or plain in (
        one.strip().removeprefix("W/") for one in known.split(",")
    )
