from __future__ import annotations

import gzip
import socket
import threading
import time
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar
from urllib.parse import urlsplit

import pytest

from dragoman.sources import FetchError, load
from dragoman.sources.addresses import is_public
from dragoman.sources.fetcher import Fetcher

PAGE = (
    b"<!doctype html><html><head><title>Envoy recalled</title></head><body><article>"
    b"<p>Zamunda recalled its ambassador to Borduria on Tuesday, the foreign ministry said.</p>"
    b"<p>Borduria, which fills the reservoir since June, called the decision a mistake.</p>"
    b"</article></body></html>"
)
GZIP = gzip.compress(PAGE)
BOMB = gzip.compress(b"\0" * 30_000_000)


class Site(BaseHTTPRequestHandler):
    """A small site with good pages and bad ones."""

    protocol_version = "HTTP/1.1"
    seen: ClassVar[list[dict[str, str]]] = []

    def log_message(self, *args: object) -> None:
        pass

    def answer(self, body: bytes, status: int = 200, kind: str = "text/html; charset=utf-8", **headers: str) -> None:
        self.send_response(status)
        if kind:
            self.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self) -> None:
        self.seen.append(dict(self.headers))
        path = urlsplit(self.path).path
        try:
            self.pages().get(path, lambda: self.answer(b"no such page", 404))()
        except OSError:
            self.close_connection = True

    def pages(self) -> dict[str, object]:
        return {
            "/story": lambda: self.answer(PAGE, Set_Cookie="id=1"),
            "/gzip": lambda: self.answer(GZIP, Content_Encoding="gzip"),
            "/deflate": lambda: self.answer(zlib.compress(PAGE), Content_Encoding="deflate"),
            "/raw-deflate": lambda: self.answer(zlib.compress(PAGE, wbits=-15), Content_Encoding="deflate"),
            "/members": lambda: self.answer(
                gzip.compress(PAGE[:99]) + gzip.compress(PAGE[99:]), Content_Encoding="gzip"
            ),
            "/gzip-and-more": lambda: self.flood(GZIP, bytes(2**16)),
            "/deflate-and-more": lambda: self.flood(zlib.compress(PAGE), GZIP, kind="deflate"),
            "/empty-members": lambda: self.flood(GZIP, gzip.compress(b"") * 1_000),
            "/empty-blocks": lambda: self.flood(GZIP[:10], b"\0\0\0\xff\xff" * 1_000),
            "/untyped": lambda: self.answer(PAGE, kind=""),
            "/latin": lambda: self.answer("<p>Café talks</p><p>é</p>".encode("cp1252"), kind="text/html; charset=iso-8859-1"),
            "/moved": lambda: self.answer(b"", 302, Location="/story", Set_Cookie="id=2"),
            "/loop": lambda: self.answer(b"", 301, Location="/loop"),
            "/to-file": lambda: self.answer(b"", 302, Location="file:///etc/hosts"),
            "/to-login": lambda: self.answer(b"", 302, Location="http://user:secret@127.0.0.1/"),
            "/nowhere": lambda: self.answer(b"", 302),
            "/pdf": lambda: self.answer(b"%PDF", kind="application/pdf"),
            "/broken": lambda: self.answer(b"", 503),
            "/large": lambda: self.answer(b"x" * 300_000),
            "/bomb": lambda: self.answer(BOMB, Content_Encoding="gzip"),
            "/brotli": lambda: self.answer(b"....", Content_Encoding="br"),
            "/damaged": lambda: self.answer(b"no gzip at all", Content_Encoding="gzip"),
            "/cut": lambda: self.answer(GZIP[:-12], Content_Encoding="gzip"),
            "/drip": self.drip,
            "/slow-headers": self.slow_headers,
            "/hang": lambda: time.sleep(3),
        }

    def flood(self, start: bytes, more: bytes, kind: str = "gzip") -> None:
        """A body that goes on, as long as anybody takes it."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Encoding", kind)
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(start)
        while True:
            self.wfile.write(more)

    def drip(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", "10000")
        self.end_headers()
        for _ in range(100):
            self.wfile.write(b"x")
            self.wfile.flush()
            time.sleep(0.05)

    def slow_headers(self) -> None:
        for byte in b"HTTP/1.1 200 OK\r\nX-Filler: " + b"x" * 100:
            self.wfile.write(bytes([byte]))
            self.wfile.flush()
            time.sleep(0.05)


class Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, *args: object) -> None:
        """A client that hangs up is what several of the tests are about."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = Server(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()


LOCAL = Fetcher(allow_private=True, timeout=5, max_bytes=200_000)


@pytest.mark.parametrize(
    "path",
    ["/story", "/gzip", "/members", "/deflate", "/raw-deflate", "/untyped", "/moved", "/story#part", "/story?a=1"],
)
def test_pages_are_fetched(site: str, path: str) -> None:
    assert LOCAL.fetch(site + path).data == PAGE


@pytest.mark.parametrize("path", ["/gzip-and-more", "/deflate-and-more"])
def test_nothing_is_read_after_the_end_of_a_compressed_page(site: str, path: str) -> None:
    assert LOCAL.fetch(site + path).data == PAGE


def test_an_address_becomes_an_article(site: str) -> None:
    article = load(site + "/moved", fetcher=LOCAL)
    assert article.url == site + "/story"
    assert article.title == "Envoy recalled"
    assert "recalled its ambassador" in article.text


def test_the_servers_charset_is_heeded(site: str) -> None:
    assert "Café talks" in load(site + "/latin", fetcher=LOCAL).text


def test_we_say_who_we_are_and_send_no_cookies(site: str) -> None:
    Site.seen.clear()
    LOCAL.fetch(site + "/moved")
    assert [sent.get("Cookie") for sent in Site.seen] == [None, None]
    assert all(sent["User-Agent"].startswith("dragoman/") for sent in Site.seen)


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/loop", "5 redirects"),
        ("/to-file", "only http and https"),
        ("/to-login", "user name or password"),
        ("/nowhere", "redirects to nowhere"),
        ("/pdf", "is application/pdf"),
        ("/missing", "answered 404"),
        ("/broken", "answered 503"),
        ("/large", "is over"),
        ("/bomb", "is over"),
        ("/empty-members", "is over"),
        ("/empty-blocks", "is over"),
        ("/brotli", "not asked for"),
        ("/damaged", "damaged compression"),
        ("/cut", "cut off"),
    ],
)
def test_bad_pages_are_refused_with_a_reason(site: str, path: str, message: str) -> None:
    with pytest.raises(FetchError, match=message) as raised:
        LOCAL.fetch(site + path)
    assert "secret" not in str(raised.value)


@pytest.mark.parametrize("path", ["/drip", "/slow-headers", "/hang"])
def test_the_time_limit_holds_for_the_whole_fetch(site: str, path: str) -> None:
    began = time.monotonic()
    with pytest.raises(FetchError, match="took over"):
        Fetcher(allow_private=True, timeout=0.4).fetch(site + path)
    assert time.monotonic() - began < 1.5


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("ftp://example.org/a", "only http and https"),
        ("file:///etc/hosts", "only http and https"),
        ("example.org/a", "only http and https"),
        ("http://", "names no host"),
        ("http://user:secret@example.org/", "user name or password"),
        ("http://user@example.org/", "user name or password"),
        ("http://example.org:notaport/", "no valid address"),
        ("http://[::1", "no valid address"),
        ("http://a\x00b/", "no valid address"),
        ("http://example.org/" + "a" * 9000, "8000 characters"),
        ("http://no-such-host.invalid/", "not known"),
        ("http://127.0.0.1/", "not one of the public"),
        ("http://localhost/", "not one of the public"),
        ("http://[::1]/", "not one of the public"),
        ("http://0/", "not one of the public"),
        ("http://2130706433/", "not one of the public"),
        ("http://0x7f.1/", "not one of the public"),
        ("http://169.254.169.254/latest/meta-data", "not one of the public"),
        ("http://10.0.0.1/", "not one of the public"),
        ("http://[::ffff:10.0.0.1]/", "not one of the public"),
        ("https://192.168.1.1/", "not one of the public"),
    ],
)
def test_bad_addresses_are_refused(url: str, message: str) -> None:
    with pytest.raises(FetchError, match=message) as raised:
        Fetcher(timeout=5).fetch(url)
    assert "secret" not in str(raised.value)


def test_a_local_site_is_refused_unless_allowed(site: str) -> None:
    Site.seen.clear()
    with pytest.raises(FetchError, match="not one of the public"):
        Fetcher().fetch(site + "/story")
    assert not Site.seen


def test_the_proxy_of_the_environment_is_used_when_asked(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", site)
    monkeypatch.setenv("http_proxy", site)
    monkeypatch.setenv("NO_PROXY", "")
    monkeypatch.setenv("no_proxy", "")
    assert Fetcher(trust_env=True).fetch("http://story.invalid/story").data == PAGE
    with pytest.raises(FetchError, match="not one of the public"):
        Fetcher(trust_env=True).fetch("http://127.0.0.1/story")
    with pytest.raises(FetchError, match="not known"):
        Fetcher().fetch("http://story.invalid/story")


def _rebinding(monkeypatch: pytest.MonkeyPatch, answers: list[str]) -> list[str]:
    """Name resolution that changes its answer from one question to the next, and what was asked."""
    asked: list[str] = []
    genuine = socket.getaddrinfo

    def resolve(host: str, port: int, *args: object, **kwargs: object) -> object:
        if host.startswith("rebind"):
            asked.append(host)
            host = answers.pop(0) if answers else "127.0.0.1"
        return genuine(host, port, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    return asked


def test_the_checked_address_is_the_one_connected_to(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # A public address first, the local site ever after: only the first answer may be used. The
    # public address is one for documentation, called public here, which nothing answers at.
    asked = _rebinding(monkeypatch, ["203.0.113.9"])
    monkeypatch.setattr("dragoman.sources.connection.is_public", lambda address: address == "203.0.113.9")
    Site.seen.clear()
    port = site.rpartition(":")[2]
    with pytest.raises(FetchError):
        Fetcher(timeout=0.5).fetch(f"http://rebind.example:{port}/story")
    assert asked == ["rebind.example"]
    assert not Site.seen


def test_a_redirect_to_a_private_address_is_refused(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # The first hop's address is called public, so that a real redirect can be followed here.
    port = site.rpartition(":")[2]
    monkeypatch.setattr("dragoman.sources.connection.is_public", lambda address: address == "127.0.0.1")
    monkeypatch.setattr(Site, "do_GET", lambda self: self.answer(b"", 302, Location="http://10.0.0.1/"))
    with pytest.raises(FetchError, match=r"10\.0\.0\.1, not one of the public"):
        Fetcher(timeout=3).fetch(f"http://127.0.0.1:{port}/")


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True), ("1.1.1.1", True), ("2606:4700:4700::1111", True), ("64:ff9b::808:808", True), ("::ffff:8.8.8.8", True),
        ("127.0.0.1", False), ("127.9.9.9", False), ("0.0.0.0", False), ("0.1.2.3", False), ("10.1.1.1", False),
        ("172.16.0.1", False), ("172.31.255.255", False), ("192.168.0.1", False), ("169.254.169.254", False),
        ("100.64.0.1", False), ("100.127.255.255", False), ("192.0.0.8", False), ("192.0.2.1", False),
        ("198.18.0.1", False), ("203.0.113.1", False), ("224.0.0.1", False), ("239.1.1.1", False), ("240.0.0.1", False),
        ("255.255.255.255", False), ("::", False), ("::1", False), ("::127.0.0.1", False), ("::ffff:127.0.0.1", False),
        ("::ffff:10.0.0.1", False), ("::ffff:100.64.0.1", False), ("fe80::1", False), ("fe80::1%eth0", False), ("fc00::1", False),
        ("fd12:3456::1", False), ("fec0::1", False), ("ff02::1", False), ("2001:db8::1", False), ("64:ff9b::7f00:1", False),
        ("64:ff9b:1::a00:1", False), ("2002:7f00:1::", False), ("2002:a00:1::1", False), ("100::1", False), ("no address", False), ("", False),
    ],
)
def test_public_addresses_are_told_from_others(address: str, public: bool) -> None:
    assert is_public(address) is public
