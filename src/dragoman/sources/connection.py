"""Connections to public addresses only, each ended by one deadline.

A host's name is resolved once for each connection, every address it has is checked, and the
connection goes to the checked address itself, so that a name that changes between check and use
(DNS rebinding) gains nothing. The name stays in the Host header and in the TLS handshake.
"""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import httpcore
import httpx

from dragoman.sources.addresses import is_public


class Late(Exception):  # noqa: N818  (a signal to the fetcher)
    """The deadline has passed."""


class Refused(Exception):  # noqa: N818
    """An address that is not to be connected to."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """The moment at which a fetch ends, in seconds of ``time.monotonic``."""

    at: float

    def left(self) -> float:
        """Seconds left; raises Late when there are none."""
        rest = self.at - time.monotonic()
        if rest <= 0:
            raise Late
        return rest


def _resolved(host: str, port: int, deadline: Deadline) -> list[str]:
    """All addresses of ``host``; the resolver has no time limit of its own, so it gets a thread."""
    answer: list[Any] = []

    def ask() -> None:
        try:
            answer.append(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError) as error:
            answer.append(error)

    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    thread.join(deadline.left())
    if not answer:
        raise Late
    if isinstance(answer[0], Exception):
        raise OSError(f"the host {host!r} is not known")
    return list(dict.fromkeys(str(entry[4][0]) for entry in answer[0]))


def _refuse(host: str, addresses: Iterable[str]) -> None:
    for address in addresses:
        if not is_public(address):
            raise Refused(
                f"the host {host!r} has the address {address}, not one of the public "
                "internet; refused: save the page as a file instead"
            )


def refuse_local(host: str, deadline: Deadline) -> None:
    """Raise Refused where this machine resolves ``host`` to an address that is not public."""
    try:
        addresses = _resolved(host, 0, deadline)
    except OSError:
        return  # known to the proxy only
    _refuse(host, addresses)


class _Timed(httpcore.NetworkStream):
    """A connection whose every read and write ends at the deadline: a slow drip gains nothing."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._deadline.left())

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        inner = self._inner.start_tls(ssl_context, server_hostname, self._deadline.left())
        return _Timed(inner, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class _Backend(httpcore.NetworkBackend):
    """Connects to the address that was checked, never to a name."""

    def __init__(self, deadline: Deadline, allow_private: bool) -> None:
        self._deadline = deadline
        self._allow_private = allow_private
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Any = None,
    ) -> httpcore.NetworkStream:
        addresses = _resolved(host, port, self._deadline)
        if not self._allow_private:
            _refuse(host, addresses)
        failure: Exception = OSError(f"the host {host!r} has no address")
        for address in addresses[:4]:
            try:
                stream = self._inner.connect_tcp(address, port, self._deadline.left())
                return _Timed(stream, self._deadline)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure


class Pinned(httpx.BaseTransport):
    """httpx's way to the network, over our own backend."""

    def __init__(self, deadline: Deadline, allow_private: bool) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(trust_env=False),
            network_backend=_Backend(deadline, allow_private),
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send ``request``; raises httpcore's errors, Refused and Late."""
        answer = self._pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
                content=request.stream,
            )
        )
        body = answer.stream
        if not isinstance(body, Iterable):
            raise TypeError("the connection pool answers with a stream")
        extensions: Mapping[str, Any] = answer.extensions
        return httpx.Response(
            answer.status, headers=answer.headers, stream=_Body(body), extensions=dict(extensions)
        )

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, stream: Iterable[bytes]) -> None:
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        yield from self._stream

    def close(self) -> None:
        if hasattr(self._stream, "close"):
            self._stream.close()
