"""Fetching a page with care: public addresses only, bounded in time, size and redirects."""

from __future__ import annotations

import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import httpcore
import httpx

from dragoman.sources.connection import Deadline, Late, Pinned, Refused, refuse_local
from dragoman.sources.errors import FetchError
from dragoman.sources.streams import GZIP

_TYPES = frozenset(
    {"text/html", "application/xhtml+xml", "text/plain", "application/json", "application/ld+json"}
)
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_LONGEST_URL = 8_000


@dataclass(frozen=True, slots=True)
class Page:
    """A fetched page.

    Attributes:
        url: its address after all redirects.
        data: its bytes, decompressed.
        charset: the encoding that the server named, or None.
    """

    url: str
    data: bytes
    charset: str | None = None


@dataclass(frozen=True, slots=True)
class Fetcher:
    """Fetches pages from the public internet, within bounds.

    Attributes:
        timeout: seconds for all of one fetch: names, redirects, headers and body.
        max_bytes: of the body, both as it is sent and after decompression.
        max_redirects: hops followed, each of which is checked like the first.
        allow_private: fetch from private and local addresses too (for a local archive or tests).
        user_agent: who we say we are; None for ``dragoman/VERSION (+news event coder)``.
        trust_env: use the proxy that the environment names; a proxy resolves names by itself, so
            that then only hosts that this machine can resolve are checked.
    """

    timeout: float = 20.0
    max_bytes: int = 10 * 2**20
    max_redirects: int = 5
    allow_private: bool = False
    user_agent: str | None = None
    trust_env: bool = False

    def fetch(self, url: str) -> Page:
        """Fetch ``url``.

        Raises:
            FetchError: refused (scheme, address, type, size) or failed; says why and what to do.
        """
        deadline = Deadline(time.monotonic() + self.timeout)
        with self._client(deadline) as client:
            for _ in range(self.max_redirects + 1):
                target = _checked(url)
                answer = self._one(client, target, deadline)
                if isinstance(answer, Page):
                    return answer
                url = answer
        raise FetchError(
            url[:200], f"was reached after {self.max_redirects} redirects and redirects again; "
            "open it in a browser and give its final address"
        )  # fmt: skip

    def _client(self, deadline: Deadline) -> httpx.Client:
        transport = None if self.trust_env else Pinned(deadline, self.allow_private)
        return httpx.Client(
            transport=transport,
            trust_env=self.trust_env,
            follow_redirects=False,
            timeout=self.timeout,
        )

    def _one(self, client: httpx.Client, url: httpx.URL, deadline: Deadline) -> Page | str:
        """The page at ``url``, or the address that it redirects to."""
        where = str(url)
        headers = {
            "User-Agent": self.user_agent or _user_agent(),
            "Accept": "text/html, application/xhtml+xml, text/plain, application/json",
            "Accept-Encoding": "gzip, deflate",  # what _inflated undoes within bounds
        }
        client.cookies.clear()
        try:
            if self.trust_env and not self.allow_private:
                refuse_local(url.host, deadline)
            with client.stream("GET", url, headers=headers) as response:
                if response.status_code in _REDIRECTS:
                    return _location(response, where)
                _check(response, where)
                data = self._body(response, where, deadline)
                return Page(where, data, response.charset_encoding)
        except Refused as error:
            raise FetchError(where, str(error)) from None
        except (httpx.TimeoutException, httpcore.TimeoutException, Late):
            what = f"took over {self.timeout:g} s; try again later, or save the page as a file"
            raise FetchError(where, what) from None
        except (httpx.HTTPError, httpx.InvalidURL, httpcore.NetworkError, httpcore.ProtocolError,
                OSError, ValueError) as error:  # fmt: skip
            if isinstance(error, FetchError):
                raise
            reason = str(error)[:200] or type(error).__name__
            what = f"could not be fetched ({reason}); check the address, or save the page as a file"
            raise FetchError(where, what) from error

    def _body(self, response: httpx.Response, where: str, deadline: Deadline) -> bytes:
        parts: list[bytes] = []
        size = 0
        for part in _inflated(response):
            deadline.left()
            size += len(part)
            # What is packed counts as well: it may unpack to nothing, without end.
            if max(size, response.num_bytes_downloaded) > self.max_bytes:
                what = (
                    f"is over {self.max_bytes / 2**20:.3g} MiB; save the article itself as a file"
                )
                raise FetchError(where, what)
            parts.append(part)
        return b"".join(parts)


def _checked(url: str) -> httpx.URL:
    shown = url[:200]
    if len(url) > _LONGEST_URL:
        raise FetchError(shown, f"the address is over {_LONGEST_URL} characters; refused")
    try:
        parsed = httpx.URL(url).copy_with(fragment=None)
        host = parsed.host
    except (httpx.InvalidURL, ValueError, TypeError) as error:
        raise FetchError(shown, f"is no valid address ({error}); correct it") from error
    if parsed.scheme not in {"http", "https"}:
        scheme = parsed.scheme or "no scheme"
        raise FetchError(shown, f"has {scheme}; only http and https addresses are fetched")
    if not host:
        raise FetchError(shown, "names no host; correct the address")
    if parsed.userinfo:
        # The address itself is not shown: it holds a password.
        raise FetchError(host, "the address holds a user name or password; remove them from it")
    return parsed


def _location(response: httpx.Response, where: str) -> str:
    location = response.headers.get("location", "")
    if not location:
        raise FetchError(where, "redirects to nowhere; open it in a browser")
    return str(httpx.URL(where).join(location))


def _check(response: httpx.Response, where: str) -> None:
    status = response.status_code
    if status != 200:
        advice = "save the page from a browser and give the file"
        if status in {404, 410}:
            advice = "check the address, or give an archived copy"
        elif status >= 500 or status == 429:
            advice = "try again later"
        raise FetchError(where, f"the server answered {status}; {advice}")
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind and kind not in _TYPES:
        raise FetchError(where, f"is {kind[:80]}, not HTML, text or JSON; save its text as a file")


def _inflated(response: httpx.Response) -> Iterator[bytes]:
    """The body's bytes in pieces of at most 64 KiB, so that a bomb is noticed at its bound.

    A gzip body may be several members, one after the other (RFC 1952, 2.2). What follows the end
    of the compressed body and begins no further member is no part of the page: reading stops there.
    """
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if encoding in {"identity", ""}:
        yield from response.iter_raw()
        return
    if encoding not in {"gzip", "x-gzip", "deflate"}:
        raise ValueError(f"compressed as {encoding[:40]!r}, which was not asked for")
    inflater: Any = None
    for raw in response.iter_raw():
        rest = raw
        while rest:
            if inflater is not None and inflater.eof:
                if encoding == "deflate" or not GZIP.startswith(rest[:2]):
                    return
                inflater = None
            if inflater is None:
                inflater = zlib.decompressobj(_window(encoding, rest))
            try:
                yield inflater.decompress(rest, 2**16)
            except zlib.error as error:
                raise ValueError(f"damaged compression: {error}") from error
            rest = inflater.unused_data if inflater.eof else inflater.unconsumed_tail
    if inflater is not None:
        yield from _flushed(inflater)


def _flushed(inflater: Any) -> Iterator[bytes]:
    while part := inflater.decompress(b"", 2**16):
        yield part
    if not inflater.eof:
        raise ValueError("the compressed page was cut off")


def _window(encoding: str, beginning: bytes) -> int:
    """Window bits for zlib: gzip, zlib, or the raw deflate that some servers send instead."""
    if encoding != "deflate":
        return 31
    return 15 if beginning[0] & 0x0F == 8 else -15


def _user_agent() -> str:
    from dragoman import __version__  # here, as the package imports nothing of its rooms first

    return f"dragoman/{__version__} (+news event coder)"
