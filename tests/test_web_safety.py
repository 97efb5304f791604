"""The desk against those who mean it ill: who comes in, what is refused, what is never shown."""

from __future__ import annotations

import base64
import json
import logging
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import anyio
import httpx
import pytest
from click.testing import CliRunner
from sqlalchemy import text
from starlette.testclient import TestClient

from dragoman import Article, Coder, Mention
from dragoman.cli import main
from dragoman.record import Record
from dragoman.record.questions.questions import events
from dragoman.record.reviews.reviews import submit
from dragoman.record.rows.limits import Limits, ReadOnlyError, TooSlowError
from dragoman.record.store.articles import filed
from dragoman.web.app import create_app
from dragoman.web.coding import CodingDesk
from dragoman.web.problems import ProblemError
from dragoman.web.safety.forgery import COOKIE
from dragoman.web.settings import Settings, SettingsError
from dragoman.web.tokens import tokens_of

HERE = "http://127.0.0.1:8765"
TOKEN = "a-token-that-nobody-guesses"
SCRIPT = "<script>alert(1)</script>"
TEXT = "The president of Ghana visited Togo on Monday."


def basic(password: str, name: str = "x") -> str:
    return "Basic " + base64.b64encode(f"{name}:{password}".encode()).decode()


@pytest.fixture(scope="module")
def mentions(coder: Coder) -> list[Mention]:
    return coder.code(Article(TEXT, id="visit", published=date(2025, 7, 23)))


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory, mentions: list[Mention]) -> Path:
    """A record of one article."""
    path = tmp_path_factory.mktemp("kept") / "record.db"
    with Record.open(path, create=True) as record:
        record.add([(Article(TEXT, id="visit", published=date(2025, 7, 23)), mentions)])
    return path


@pytest.fixture
def path(kept: Path, tmp_path: Path) -> Path:
    """A copy of that record."""
    return Path(shutil.copy(kept, tmp_path / "record.db"))


@pytest.fixture
def served(path: Path) -> Iterator[Callable[..., TestClient]]:
    """Makes a desk on the record with any settings."""
    made: list[TestClient] = []

    def make(**settings: Any) -> TestClient:
        client = TestClient(create_app(Settings(path, **settings)), base_url=HERE)
        client.__enter__()
        made.append(client)
        return client

    yield make
    for client in made:
        client.__exit__(None, None, None)


@pytest.fixture(scope="module")
def desk_of(kept: Path) -> Iterator[Callable[..., TestClient]]:
    """A desk with any settings for questions that change nothing, made once for all of them."""
    made: dict[str, TestClient] = {}

    def make(**settings: Any) -> TestClient:
        key = repr(settings)
        if key not in made:
            made[key] = TestClient(create_app(Settings(kept, **settings)), base_url=HERE)
            made[key].__enter__()
        made[key].cookies.clear()
        return made[key]

    yield make
    for client in made.values():
        client.__exit__(None, None, None)


def refused(answer: httpx.Response, status: int) -> str:
    """What a refusal says; it has the shape of all problems and the headers of all answers."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    detail: str = answer.json()["detail"]
    return detail


# Who comes in


OPEN: dict[str, Any] = {}
TOKENS = {"tokens": {TOKEN: "Ada", "another-token-of-another": "Béla"}}
PROXY = {"user_header": "X-Remote-User"}
BOTH = {**TOKENS, **PROXY}


@pytest.mark.parametrize(
    ("settings", "headers", "user"),
    [
        (OPEN, {}, "reader"),
        (OPEN, {"X-Remote-User": "mallory"}, "reader"),
        (OPEN, {"Authorization": f"Bearer {TOKEN}"}, "reader"),
        (TOKENS, {}, None),
        (TOKENS, {"Authorization": f"Bearer {TOKEN}"}, "Ada"),
        (TOKENS, {"Authorization": "bearer another-token-of-another"}, "Béla"),
        (TOKENS, {"Authorization": basic(TOKEN)}, "Ada"),
        (TOKENS, {"Authorization": basic(TOKEN, "Béla")}, "Ada"),
        (TOKENS, {"Authorization": f"Bearer {TOKEN[:-1]}"}, None),
        (TOKENS, {"Authorization": f"Bearer {TOKEN}x"}, None),
        (TOKENS, {"Authorization": "Bearer "}, None),
        (TOKENS, {"Authorization": "Bearer"}, None),
        (TOKENS, {"Authorization": "Bearer Ada"}, None),
        (TOKENS, {"Authorization": basic("")}, None),
        (TOKENS, {"Authorization": basic(TOKEN.upper())}, None),
        (TOKENS, {"Authorization": "Basic not-base64!"}, None),
        (TOKENS, {"Authorization": f"Digest {TOKEN}"}, None),
        (TOKENS, {"X-Remote-User": "mallory"}, None),
        (TOKENS, {"Cookie": f"token={TOKEN}"}, None),
        (PROXY, {}, None),
        (PROXY, {"X-Remote-User": "Chioma"}, "Chioma"),
        (PROXY, {"X-Remote-User": " "}, None),
        (PROXY, {"X-Remote-User": "x" * 101}, None),
        (PROXY, [("X-Remote-User", "Chioma"), ("X-Remote-User", "mallory")], None),
        (PROXY, {"Authorization": f"Bearer {TOKEN}"}, None),
        (BOTH, {}, None),
        (BOTH, {"X-Remote-User": "Chioma"}, "Chioma"),
        (BOTH, {"Authorization": f"Bearer {TOKEN}"}, "Ada"),
        (BOTH, {"Authorization": "Bearer wrong", "X-Remote-User": "Chioma"}, None),
    ],
)
def test_who_comes_in_and_under_which_name(
    desk_of: Callable[..., TestClient], settings: dict[str, Any], headers: Any, user: str | None
) -> None:
    client = desk_of(**settings)
    answer = client.get("/api/v1/session", headers=headers)
    if user is None:
        refused(answer, 401)
        assert ("www-authenticate" in answer.headers) == ("tokens" in settings)
        for path in ("/", "/events.atom", "/static/x.css", "/api/v1/openapi.json", "/nothing"):
            refused(client.get(path, headers=headers), 401)
    else:
        assert answer.json()["user"] == user


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.7", "::", "desk.example.org", ""])
def test_what_others_can_reach_demands_a_name(path: Path, host: str) -> None:
    with pytest.raises(SettingsError, match="--token-file"):
        Settings(path, host=host)
    assert Settings(path, host=host, tokens={TOKEN: "Ada"}).demands_name
    assert Settings(path, host=host, user_header="X-User").demands_name


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("https://desk.example.org/", "--token-file"), ("http://192.0.2.7", "--token-file"),
        ("http://localhost:9000", None), ("http://[::1]:9000/", None), ("", "web address"),
        ("desk.example.org", "web address"), ("ftp://desk.example.org", "web address"),
        ("https://", "web address"), ("https://a b/", "web address"), ("https://a:x/", "web address"),
        ("http://[::1", "web address"),
    ],
)  # fmt: skip
def test_a_desk_behind_a_proxy_demands_a_name(path: Path, url: str, says: str | None) -> None:
    if says is None:
        assert not Settings(path, public_url=url).demands_name
        return
    with pytest.raises(SettingsError, match=says):
        Settings(path, public_url=url)


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"user_header": ""}, "--user-header"), ({"user_header": "X User"}, "--user-header"),
        ({"reviewer": " "}, "--reviewer"),
    ],
)  # fmt: skip
def test_settings_that_are_none_are_refused(
    path: Path, settings: dict[str, Any], says: str
) -> None:
    with pytest.raises(SettingsError, match=says):
        Settings(path, **settings)


def test_tokens_are_read_with_their_holders_names(tmp_path: Path) -> None:
    file = tmp_path / "tokens"
    file.write_text(f"# who may come in\n\nAda Lovelace {TOKEN}\nbot {TOKEN}2\n", "utf-8")
    assert tokens_of(file) == {TOKEN: "Ada Lovelace", TOKEN + "2": "bot"}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "holds no token"),
        (f"{TOKEN}\n", "line 1: holds no name"),
        (f"# x\nAda {TOKEN[:10]}\n", "line 2: the token is to have at least 20"),
        (f"Ada {TOKEN}é\n", "letters and digits"),
    ],
)
def test_a_token_file_that_cannot_be_used_says_why(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "tokens").write_text(text, "utf-8")
    with pytest.raises(SettingsError, match=re.escape(says)):
        tokens_of(tmp_path / "tokens")


# Hosts


@pytest.mark.parametrize(
    ("host", "settings", "let_in"),
    [
        ("127.0.0.1:8765", OPEN, True),
        ("localhost:1", OPEN, True),
        ("LOCALHOST", OPEN, True),
        ("[::1]:8765", OPEN, True),
        ("evil.example", OPEN, False),
        ("evil.example:8765", OPEN, False),
        ("127.0.0.1.evil.example", OPEN, False),
        ("localhost.evil.example", OPEN, False),
        ("evil.example@127.0.0.1", OPEN, False),
        ("127.0.0.1:8765/", OPEN, False),
        ("127.0.0.1:x", OPEN, False),
        ("127.0.0.1 evil.example", OPEN, False),
        ("", OPEN, False),
        ("[::1", OPEN, False),
        ("192.0.2.7", OPEN, False),
        ("0.0.0.0", OPEN, False),
        ("desk.example.org", {**TOKENS, "public_url": "https://desk.example.org"}, True),
        ("evil.example", {**TOKENS, "public_url": "https://desk.example.org"}, False),
        ("192.0.2.7:8765", {**TOKENS, "host": "0.0.0.0"}, True),
        ("[2001:db8::7]", {**TOKENS, "host": "::"}, True),
        ("evil.example", {**TOKENS, "host": "0.0.0.0"}, False),
        ("desk.example.org", {**TOKENS, "host": "desk.example.org"}, True),
    ],
)
def test_a_name_that_was_rebound_does_not_open_the_door(
    desk_of: Callable[..., TestClient], host: str, settings: dict[str, Any], let_in: bool
) -> None:
    headers = {"Host": host, "Authorization": f"Bearer {TOKEN}"}
    answer = desk_of(**settings).get("/api/v1/session", headers=headers)
    if let_in:
        assert answer.status_code == 200
    else:
        refused(answer, 421)


def test_two_hosts_are_none(desk_of: Callable[..., TestClient]) -> None:
    headers = [("Host", "127.0.0.1"), ("Host", "127.0.0.1")]
    refused(desk_of().get("/api/v1/session", headers=headers), 421)


# Forged requests


WORD = {"verdict": "accepted"}


def _reviews(path: Path) -> int:
    with Record.open(path) as record, record.reading() as connection:
        return int(connection.scalar(text("SELECT count(*) FROM review")) or 0)


@pytest.mark.parametrize(
    ("headers", "taken"),
    [
        ({"X-CSRF-Token": "{own}"}, True),
        ({"X-CSRF-Token": "{own}", "Origin": HERE}, True),
        ({"X-CSRF-Token": "{own}", "Sec-Fetch-Site": "same-origin"}, True),
        ({"X-CSRF-Token": "{own}", "Origin": "https://evil.example"}, False),
        ({"X-CSRF-Token": "{own}", "Origin": "http://127.0.0.1:9999"}, False),
        ({"X-CSRF-Token": "{own}", "Origin": "null"}, False),
        ({"X-CSRF-Token": "{own}", "Sec-Fetch-Site": "cross-site"}, False),
        ({"X-CSRF-Token": "{own}", "Sec-Fetch-Site": "same-site"}, False),
        ({"X-CSRF-Token": "{own}", "Cookie": ""}, False),
        ({"X-CSRF-Token": "{own}", "Cookie": f"{COOKIE}=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}, False),
        ({"X-CSRF-Token": "0" * 64}, False),
        ({"X-CSRF-Token": ""}, False),
        ({}, False),
        ({"Authorization": f"Bearer {TOKEN}"}, False),
    ],
)
def test_only_the_desks_own_pages_change_anything(
    served: Callable[..., TestClient],
    path: Path,
    mentions: list[Mention],
    headers: dict[str, str],
    taken: bool,
) -> None:
    client = served()
    own = client.get("/api/v1/session").json()["csrf"]
    given = {name: value.format(own=own) for name, value in headers.items()}
    word = {**WORD, "mention_id": mentions[0].id}
    answer = client.post("/api/v1/reviews", json=word, headers=given)
    if taken:
        assert answer.status_code == 200, answer.text
    else:
        refused(answer, 403)
    assert _reviews(path) == int(taken)


def test_a_bearer_token_needs_no_other_and_a_browsers_password_does(
    served: Callable[..., TestClient], path: Path, mentions: list[Mention]
) -> None:
    client = served(**TOKENS)
    word = {**WORD, "mention_id": mentions[0].id}
    by_browser = {"Authorization": basic(TOKEN)}
    refused(client.post("/api/v1/reviews", json=word, headers=by_browser), 403)
    foreign = {"Authorization": f"Bearer {TOKEN}", "Origin": "https://evil.example"}
    refused(client.post("/api/v1/reviews", json=word, headers=foreign), 403)
    assert _reviews(path) == 0
    bearer = {"Authorization": f"Bearer {TOKEN}"}
    assert client.post("/api/v1/reviews", json=word, headers=bearer).status_code == 200
    assert _reviews(path) == 1


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("csrf={own}&a=1", "application/x-www-form-urlencoded"),
        (
            '--x\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n{own}\r\n--x--\r\n',
            "multipart/form-data; boundary=x",
        ),
    ],
)
def test_a_form_carries_its_token(
    desk_of: Callable[..., TestClient], content: str, kind: str
) -> None:
    client = desk_of()
    own = client.get("/api/v1/session").json()["csrf"]
    form = {"Content-Type": kind}
    path = "/api/v1/session"  # takes no POST: whoever gets past the guard is told so
    passed = client.post(path, content=content.format(own=own), headers=form)
    assert passed.status_code == 405
    refused(client.post(path, content=content.format(own="0" * 64), headers=form), 403)
    refused(client.post(path, content=content.format(own=own), headers={"Content-Type": "text/plain"}), 403)
    refused(client.post(path, content=b"--x\r\n\xff broken", headers=form), 403)


def test_the_cookie_cannot_be_read_by_scripts_nor_sent_from_elsewhere(
    desk_of: Callable[..., TestClient],
) -> None:
    cookie = desk_of().get("/api/v1/session").headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie


def test_a_desk_for_reading_changes_nothing(
    served: Callable[..., TestClient], path: Path, mentions: list[Mention]
) -> None:
    client = served(**TOKENS, read_only=True)
    client.headers["Authorization"] = f"Bearer {TOKEN}"
    word = {**WORD, "mention_id": mentions[0].id}
    assert "reading only" in refused(client.post("/api/v1/reviews", json=word), 403)
    assert client.post("/api/v1/code", json={"text": TEXT}).status_code == 200
    refused(client.post("/read/keep", data={"text": TEXT}), 403)
    assert _reviews(path) == 0


# Bounds


@pytest.mark.parametrize(
    ("target", "status"),
    [
        ("/api/v1/events?text=" + "x" * 5_000, 414),
        ("/" + "x" * 5_000, 414),
        ("/api/v1/events?" + "&".join(["about=IRN"] * 200), 400),
        ("/api/v1/events?text=a%00b", 400),
        ("/api/v1/articles/a%00b", 400),
        ("/api/v1/events?text=" + "x" * 300, 422),
        ("/api/v1/events?limit=1e9", 422),
        ("/api/v1/events?limit=-1", 422),
        ("/api/v1/events?limit=0", 422),
        ("/api/v1/events?page=999999999999999999999", 422),
        ("/api/v1/events?page=%D9%A3", 422),
        ("/api/v1/events?confidence=nan", 422),
        ("/api/v1/events?confidence=inf", 422),
        ("/api/v1/events?since=9999d", 200),
        ("/api/v1/events?since=0000-01-01", 422),
        ("/api/v1/events?since=20250101", 422),
        ("/api/v1/events?since=2025-02-30", 422),
        ("/api/v1/events?since=0", 422),
        ("/api/v1/events?since=0001-01-01&until=9999-12-31", 200),
        ("/api/v1/agenda?on=0001-01-01", 422),
        ("/api/v1/agenda?on=1000-01-01&overdue_days=3660", 200),
        ("/api/v1/agenda?on=8999-12-31&days=3660", 200),
        ("/api/v1/agenda?on=9999-12-31&days=3660", 422),
        ("/api/v1/brief?on=0001-01-01&days=366", 422),
        ("/api/v1/brief?on=1000-01-01&days=366", 200),
        ("/api/v1/brief?on=9999-12-31", 422),
        ("/api/v1/dyads/IRN/PAK?on=9999-12-31", 422),
        ("/api/v1/events?overdue=true&on=0001-01-01", 422),
        ("/agenda.ics?on=0001-01-01", 422),
        ("/agenda.ics?on=8999-12-31", 200),
        ("/api/v1/events?text=%22", 200),
        ("/api/v1/events?text=NEAR(a%20b)%20OR%20*", 200),
        ("/api/v1/events?text='%3B%20DROP%20TABLE%20event%3B--", 200),
        ("/api/v1/events?text=%F0%9F%92%A3%20%E2%80%AE", 200),
        ("/api/v1/events?text=%ED%A0%80", 200),
        ("/api/v1/events?place=%25%25_%5C", 200),
        ("/api/v1/events?mode=%27%20OR%201=1", 422),
        ("/api/v1/events?disputed=maybe", 422),
        ("/api/v1/events?type=consult%0d%0aSet-Cookie:x", 422),
        ("/api/v1/events/%25", 404),
        ("/api/v1/events/%ED%A0%80", 404),
        ("/api/v1/articles/../../../../etc/passwd", 404),
        ("/api/v1/articles/..%2f..%2f..%2fetc%2fpasswd", 404),
        ("/static/..%2f..%2fapp.py", 404),
        ("/static/%2e%2e/%2e%2e/settings.py", 404),
        ("//evil.example/", 404),
        ("/api/v1/events/", 404),
    ],
)
def test_absurd_addresses_are_refused_or_find_nothing(
    desk_of: Callable[..., TestClient], target: str, status: int
) -> None:
    found, headers, body = _raw(desk_of(), target)
    assert found == status, body
    assert b"root:" not in body
    assert b"class Settings" not in body
    assert b"location" not in headers


def _raw(client: TestClient, target: str) -> tuple[int, dict[bytes, bytes], bytes]:
    """The answer to a GET whose target no client has put right before."""
    raw, _, query = target.encode().partition(b"?")
    scope = {
        "type": "http", "method": "GET", "scheme": "http", "http_version": "1.1",
        "path": unquote(raw.decode("ascii")), "raw_path": raw, "query_string": query,
        "root_path": "", "headers": [(b"host", b"127.0.0.1:8765")], "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 8765), "extensions": {},
    }  # fmt: skip
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    anyio.run(client.app, scope, receive, send)
    body = b"".join(message.get("body", b"") for message in sent)
    return sent[0]["status"], dict(sent[0]["headers"]), body


def _post(client: TestClient, path: str = "/api/v1/code", **given: Any) -> httpx.Response:
    own = client.get("/api/v1/session").json()["csrf"]
    headers = {"X-CSRF-Token": own, "Content-Type": "application/json", **given.pop("headers", {})}
    return client.post(path, headers=headers, **given)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b'{"text": "' + b"x" * 2_000 + b'"}', 413),
        (b'{"text": "' + b"x " * 300 + b'"}', 413),
        (b"", 422),
        (b"{", 422),
        (b"[]", 422),
        (b'{"text": ""}', 422),
        (b'{"text": 7}', 422),
        (b'{"text": "\\ud800"}', 422),
        (b'{"text": "a", "\\ud800": 1}', 422),
        (b'{"text": "a", "more": 1}', 422),
        (b'{"text": "a", "published": 1e999}', 422),
        (b'{"text": "a", "published": NaN}', 422),
        (b"\xff\xfe{}", 422),
        (b"[" * 900, 422),
        (b'{"text": "A \\u0000 visit."}', 200),
    ],
)
def test_absurd_bodies_are_refused(
    desk_of: Callable[..., TestClient], body: bytes, status: int
) -> None:
    answer = _post(desk_of(max_body=1_000, max_text=500), content=body)
    if status == 200:
        assert answer.status_code == 200, answer.text
    else:
        assert refused(answer, answer.status_code)
        assert answer.status_code in {status, 400}


def test_a_body_that_hides_its_length_is_cut_off(served: Callable[..., TestClient]) -> None:
    taken = 0

    def endless() -> Iterator[bytes]:
        nonlocal taken
        for _ in range(100):
            taken += 1
            yield b"x" * 500

    client = served(max_body=1_000)
    refused(_post(client, content=endless()), 413)
    for lie in ("-1", "1e3", "9" * 30, "²"):
        refused(_post(client, content=b"x", headers={"Content-Length": lie.encode()}), 413)


def test_a_question_that_takes_too_long_is_given_up(record_with_limits: Record) -> None:
    endless = (
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000000) "
        "SELECT count(*) FROM n"
    )
    with pytest.raises(TooSlowError, match="narrow it"), record_with_limits.reading() as connection:
        connection.scalar(text(endless))
    assert events(record_with_limits).total == 1  # the next question is answered as ever


@pytest.fixture
def record_with_limits(address: str, mentions: list[Mention]) -> Iterator[Record]:
    with Record.open(address, create=True) as record:
        record.add([(Article(TEXT, id="visit", published=date(2025, 7, 23)), mentions)])
    limits = Limits(seconds=1.0, read_only=True)
    with Record.open(address, limits=limits) as limited:
        yield limited


def test_a_record_opened_for_reading_takes_nothing(
    record_with_limits: Record, mentions: list[Mention]
) -> None:
    with pytest.raises(ReadOnlyError):
        submit(record_with_limits, mentions[0].id, reviewer="Ada", verdict="accepted")
    with pytest.raises(ReadOnlyError):
        record_with_limits.add([(Article("Another.", id="another"), [])])
    assert filed(record_with_limits, "another") is None


def test_a_slow_question_is_a_problem_that_says_what_to_do(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = TestClient(create_app(Settings(path, query_seconds=0.0)), base_url=HERE)
    # The limit is looked at every so many steps; a small record is done before the first look.
    monkeypatch.setattr("dragoman.record.rows.limits._STEPS", 1)
    assert "narrow it" in refused(client.get("/api/v1/events"), 503)


# Coding


class _Slow:
    """A coder that codes when it is let."""

    def __init__(self) -> None:
        self.begun, self.let = threading.Event(), threading.Event()
        self.count = 0

    def code(self, article: Article) -> list[Mention]:
        self.count += 1
        self.begun.set()
        self.let.wait()
        return []


def test_texts_wait_for_each_other_but_not_without_end(path: Path) -> None:
    slow = _Slow()
    settings = Settings(path, coding_seconds=0.01, max_waiting=2)
    desk = CodingDesk(settings, make=lambda: slow)  # type: ignore[arg-type,return-value]
    with pytest.raises(ProblemError, match="shorter") as late:
        desk.read_text(TEXT)
    assert (late.value.problem.status, late.value.headers) == (503, {"Retry-After": "10"})
    slow.begun.wait()
    with pytest.raises(ProblemError, match="shorter"):
        desk.read_text(TEXT)  # waits in line, gives up, and leaves the line
    patient = CodingDesk(replace(settings, max_waiting=1), make=lambda: slow)  # type: ignore[arg-type,return-value]
    with pytest.raises(ProblemError, match="shorter"):
        patient.read_text(TEXT)
    with pytest.raises(ProblemError, match="waiting"):
        patient.read_text(TEXT)
    slow.let.set()
    desk.close()
    patient.close()


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost:8765/api/v1/session",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://0.0.0.0/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://017700000001/",
        "http://10.0.0.1/",
        "http://192.168.1.1/",
        "http://172.16.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://100.64.0.1/",
        "http://[fd00::1]/",
        "http://[fe80::1]/",
        "http://user:password@127.0.0.1/",
        "file:///etc/passwd",
        "/etc/passwd",
        "-",
        "gopher://127.0.0.1/",
        "ftp://127.0.0.1/",
        "javascript:alert(1)",
        "http:///",
        "http://\r\nHost: evil.example",
        " ",
        "\ud800",
    ],
)
def test_no_address_leads_to_this_machine_or_its_files(
    desk_of: Callable[..., TestClient], url: str
) -> None:
    answer = _post(desk_of(), "/api/v1/code/page", content=json.dumps({"url": url}).encode())
    said = refused(answer, 422)
    assert "root:" not in said
    assert "password" not in said.replace("user name or password", "")


# Hostile articles


def _hostile(mention: Mention) -> tuple[Article, Mention]:
    """An article all of whose words and names are attacks."""
    attack = f'{SCRIPT}"\'>&\x0b\x1b]0;x\x07\u202e'
    article = Article(
        TEXT + attack,
        id="<img src=x onerror=alert(1)>/../../x",
        title=attack,
        url="javascript:alert(document.cookie)",
        published=date(2025, 7, 23),
        source=f"{attack}\r\nSet-Cookie: x=1",
        author=attack,
    )
    party = replace(mention.actors[0], name=attack, office=attack)
    return article, replace(
        mention, id="f" * 16, article_id=article.id, actors=(party,), recipients=()
    )


def test_nothing_of_a_hostile_article_is_ever_markup(
    tmp_path: Path, mentions: list[Mention]
) -> None:
    article, mention = _hostile(mentions[0])
    with Record.open(tmp_path / "hostile.db", create=True) as record:
        record.add([(article, [mention])])
    client = TestClient(create_app(Settings(tmp_path / "hostile.db")), base_url=HERE)
    for target in (
        "/api/v1/events", f"/api/v1/events/{mention.id}", "/api/v1/articles", "/api/v1/mentions",
        "/api/v1/brief?on=2025-07-23", "/api/v1/reviews",
        "/api/v1/articles/%3Cimg%20src=x%20onerror=alert(1)%3E/%2E%2E/%2E%2E/x",
    ):  # fmt: skip
        answer = client.get(target)
        assert answer.status_code == 200, target
        assert answer.headers["content-type"] == "application/json"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "x" not in answer.cookies
        assert "alert(1)" in answer.text  # it is there, as data
    feed = client.get("/events.atom")
    assert SCRIPT.encode() not in feed.content
    assert b"javascript:" not in feed.content
    titles = [e.text or "" for e in ET.fromstring(feed.content).iter("{http://www.w3.org/2005/Atom}title")]
    assert any(SCRIPT in title for title in titles)


@pytest.mark.parametrize(
    "target",
    [
        f"/{SCRIPT}", f"/api/v1/events?about={SCRIPT}", f"/api/v1/{SCRIPT}",
        f"/api/v1/dyads/{SCRIPT}", f"/events.atom?since={SCRIPT}",
    ],
)  # fmt: skip
def test_what_was_asked_does_not_come_back_as_markup(
    desk_of: Callable[..., TestClient], target: str
) -> None:
    answer = desk_of().get(target, headers={"Accept": "text/html"})
    assert answer.status_code in (404, 422)
    assert SCRIPT not in answer.text or "html" not in answer.headers["content-type"]


def test_every_answer_has_the_headers_that_tie_a_browsers_hands(
    desk_of: Callable[..., TestClient],
) -> None:
    client = desk_of()
    for path in ("/api/v1/events", "/api/v1/docs", "/events.atom", "/nothing", "/api/v1/reviews"):
        headers = client.get(path).headers
        assert headers["content-security-policy"] == (
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
            "form-action 'self'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'"
        )
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
        assert headers["cross-origin-opener-policy"] == "same-origin"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert "server" not in headers
    assert client.get("/api/v1/reviews").headers["cache-control"] == "no-store"
    assert "access-control-allow-origin" not in client.get(
        "/api/v1/events", headers={"Origin": "https://evil.example"}
    ).headers


def test_the_log_tells_what_failed_without_a_word_of_any_article(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    app = create_app(Settings(path))

    @app.get("/fails")
    def fails() -> None:
        raise ValueError(TEXT)

    with caplog.at_level(logging.DEBUG, "dragoman.web"), TestClient(app, base_url=HERE) as client:
        said = refused(client.get("/fails?text=secret%0d%0aforged"), 500)
        client.get("/x%0d%0aINFO%20forged")
    assert "log" in said
    assert TEXT not in said
    assert "ValueError while serving GET /fails" in caplog.text
    assert "in fails" in caplog.text
    assert TEXT not in caplog.text
    assert "secret" not in caplog.text
    assert not any(line.startswith("INFO forged") for line in caplog.text.splitlines())


# The command


def serve(*arguments: str, env: dict[str, str] | None = None) -> Any:
    return CliRunner().invoke(main, ["serve", *arguments], env=env, catch_exceptions=False)


def test_serve_says_what_is_wrong_and_what_to_do(path: Path, tmp_path: Path) -> None:
    def said(*arguments: str, env: dict[str, str] | None = None) -> str:
        result = serve(*arguments, env=env)
        assert result.exit_code == 1
        assert "Traceback" not in result.output
        return str(result.output)

    assert "there is no such record" in said("--record", str(tmp_path / "none.db"))
    assert "--token-file" in said("--record", str(path), "--host", "0.0.0.0")
    assert "at least 20" in said("--record", str(path), env={"DRAGOMAN_TOKEN": "short"})
    assert "cannot be read" in said("--record", str(path), "--token-file", str(tmp_path / "none"))
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert f"port {port}: cannot be listened at" in said("--record", str(path), "--port", port)


def test_serve_names_the_extra_that_is_not_installed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    result = serve("--record", str(path))
    assert result.exit_code == 1
    assert "pip install '.[web]'" in result.output


def _ask(process: subprocess.Popen[str]) -> None:
    """Questions to a desk that was just started, good and bad."""
    assert process.stdout is not None
    first = process.stdout.readline()
    found = re.search(r"http://127\.0\.0\.1:\d+/", first)
    assert found, first
    assert "token" in process.stdout.readline()
    with httpx.Client(base_url=found[0], trust_env=False, timeout=60) as client:
        assert client.get("api/v1/events").status_code == 401
        client.headers["Authorization"] = f"Bearer {TOKEN}"
        answer = client.get("api/v1/events", params={"text": "president"})
        assert len(answer.json()["events"]) == 1
        assert "server" not in answer.headers
        assert client.get("events.atom").status_code == 200
    port = httpx.URL(found[0]).port or 0
    for raw, status in (
        (b"GET /api/v1/events HTTP/1.1\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", b"421"),
        (b"\x16\x03\x01 no http\r\n\r\n", b"400"),
    ):
        with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
            connection.sendall(raw)
            assert connection.recv(1_000).split(b" ")[1] == status


def test_serve_answers_over_the_network_and_stops_when_told(path: Path, tmp_path: Path) -> None:
    shutil.copy(path, tmp_path / "served.db")
    command = [sys.executable, "-m", "dragoman", "serve", "--record", str(tmp_path / "served.db"), "--port", "0", "--log"]
    env = {**os.environ, "DRAGOMAN_TOKEN": TOKEN, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=env
    ) as process:
        try:
            _ask(process)
            process.send_signal(signal.SIGTERM)
            _, log = process.communicate(timeout=60)
        finally:
            process.kill()
    assert process.returncode == 0, log
    assert "GET /api/v1/events 200" in log
    assert "president" not in log
    assert TOKEN not in log
    assert "Traceback" not in log
