"""The desk is told to stop while it works: it ends within seconds, and whoever waits is answered."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from dragoman import Article, Mention
from dragoman.record import Record
from dragoman.web.coding import CodingDesk
from dragoman.web.problems import ProblemError
from dragoman.web.settings import Settings

TOKEN = "a-token-that-nobody-guesses"
LONG = "\n".join(f"Rebels shelled the town of Goma and killed {n} people." for n in range(1500))
SECONDS = 10  # in which it must have ended; coding LONG takes longer


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "record.db"
    with Record.open(path, create=True):
        return path


@contextmanager
def desk(record: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A desk in a process of its own, with its address."""
    command = [sys.executable, "-m", "dragoman", "serve", "--record", str(record), "--port", "0"]
    env = {**os.environ, "DRAGOMAN_TOKEN": TOKEN, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=env
    ) as process:
        try:
            assert process.stdout is not None
            found = re.search(r"http://127\.0\.0\.1:\d+/", process.stdout.readline())
            assert found
            yield process, found[0]
        finally:
            process.kill()


def stopped(process: subprocess.Popen[str], how: signal.Signals) -> str:
    """Tell it to stop, once; what it says on the operator's terminal."""
    process.send_signal(how)
    _, said = process.communicate(timeout=SECONDS)
    assert process.returncode == 0, said
    assert "Traceback" not in said
    return said


def post(url: str) -> httpx.Response:
    return httpx.post(
        f"{url}api/v1/code", json={"text": LONG}, headers={"Authorization": f"Bearer {TOKEN}"},
        timeout=60, trust_env=False,
    )  # fmt: skip


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_a_long_text_holds_no_desk_open(record: Path, how: signal.Signals) -> None:
    with desk(record) as (process, url), ThreadPoolExecutor() as askers:
        asked = [askers.submit(post, url) for _ in range(2)]  # one is coded, one waits for it
        time.sleep(3)
        assert not any(one.done() for one in asked)
        assert stopped(process, how) == ""
        for one in asked:
            answer = one.result()
            assert answer.status_code == 503
            assert answer.json()["detail"] == "the desk is closing"


def test_who_is_still_sending_gets_a_proper_answer(record: Path) -> None:
    with desk(record) as (process, url):
        head = (
            f"POST /api/v1/code HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {TOKEN}\r\n"
            "Content-Type: application/json\r\nContent-Length: 900\r\n\r\n"
        )
        with socket.create_connection(("127.0.0.1", httpx.URL(url).port or 0)) as sender:
            sender.sendall(head.encode() + b'{"text": "')
            time.sleep(0.5)
            stopped(process, signal.SIGINT)
            answer = sender.makefile("rb").read()
    first, _, body = answer.partition(b"\r\n\r\n")
    assert first.startswith(b"HTTP/1.1 503 ")
    assert json.loads(body)["detail"] == "the desk is closing"


class _Endless:
    """A coder that never comes to an end while it is not let."""

    def __init__(self) -> None:
        self.begun, self.let = threading.Event(), threading.Event()

    def code(self, article: Article) -> list[Mention]:
        self.begun.set()
        self.let.wait()
        return []


def test_a_desk_that_closes_answers_all_who_wait(record: Path) -> None:
    coder = _Endless()
    closing = CodingDesk(Settings(record), make=lambda: coder)  # type: ignore[arg-type,return-value]
    with ThreadPoolExecutor() as askers:
        asked: list[Future[object]] = [askers.submit(closing.read_text, LONG) for _ in range(3)]
        coder.begun.wait()
        closing.close()
        closing.close()  # as the server and the application each do
        for one in asked:
            with pytest.raises(ProblemError, match="the desk is closing"):
                one.result(timeout=SECONDS)
        with pytest.raises(ProblemError, match="the desk is closing"):
            closing.read_text(LONG)
        coder.let.set()
