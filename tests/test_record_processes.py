"""The record among processes: writers that are killed, writers side by side, readers meanwhile."""

from __future__ import annotations

import json
import random
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from dragoman import Article, Mention
from dragoman.formats.jsonl import (
    article_from_dict,
    article_to_dict,
    dump,
    mention_from_dict,
    mention_to_dict,
)
from dragoman.record import History, Record
from dragoman.record.questions.filters import Filter
from dragoman.record.questions.questions import histories
from dragoman.record.rows import schema
from dragoman.record.store.adding import Adding
from dragoman.record.store.relinking import relink

_KILLS = 50
# Writers are forked from a server that has everything loaded: killed at an instant drawn at random
# they die at their work and not while Python starts.
_FORKING = get_context("forkserver")
_FORKING.set_forkserver_preload([__name__, "dragoman.record.store.store", "alembic.command", "psycopg"])


def _write(told: Connection, address: str, coded: Path, step: int, seed: float) -> None:
    """Add what the record lacks, a few articles at a time; tell which are kept after each commit."""
    mentions = {}
    for line in coded.read_text("utf-8").splitlines():
        row = json.loads(line)
        mentions[article_from_dict(row["article"])] = [
            mention_from_dict(m) for m in row["mentions"]
        ]
    record = Record.open(address, create=True)
    rest = list(Adding(print).unknown(record, mentions))
    random.Random(seed).shuffle(rest)
    for start in range(0, len(rest), step):
        part = rest[start : start + step]
        record.add([(article, mentions[article]) for article in part])
        told.send([article.id for article in part])
    told.send(None)


@dataclass
class _Writer:
    """A process that writes, and what it has reported."""

    process: ForkServerProcess
    hears: Connection
    kept: set[str]

    def hear(self) -> bool:
        """Wait for the next commit; False where there is none to come."""
        try:
            told = self.hears.recv()
        except EOFError:
            return False
        self.kept |= set(told or ())
        return told is not None

    def end(self) -> int | None:
        """Hear the rest, and give the exit code."""
        while self.hear():
            pass
        self.process.join()
        self.hears.close()
        return self.process.exitcode


def _writer(address: str, coded: Path, step: int, seed: float = 0) -> _Writer:
    hears, tells = _FORKING.Pipe(duplex=False)
    process = _FORKING.Process(target=_write, args=(tells, address, coded, step, seed))
    process.start()
    tells.close()
    return _Writer(process, hears, set())


@pytest.fixture(scope="session")
def coded(
    sample_news: list[tuple[Article, list[Mention]]], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    path = tmp_path_factory.mktemp("coded") / "coded.jsonl"
    rows = (
        {"article": article_to_dict(a), "mentions": [mention_to_dict(m) for m in mentions]}
        for a, mentions in sample_news
    )
    path.write_text("".join(dump(row) + "\n" for row in rows), "utf-8")
    return path


def _state(record: Record) -> list[History]:
    return sorted(histories(record, Filter(background=True)), key=lambda h: h.event.id)


def _is_whole(record: Record, kept: set[str]) -> int:
    """What was reported is there, nothing is there twice, and every mention has its event."""
    article, mention = schema.article, schema.mention
    with record.reading() as connection:
        if record.dialect == "sqlite":
            assert connection.scalar(text("PRAGMA integrity_check")) == "ok"
            assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
        ids = connection.scalars(select(article.c.id)).all()
        loose = select(func.count()).select_from(mention).where(mention.c.event.is_(None))
        assert connection.scalar(loose) == 0
        indexed = connection.scalar(text("SELECT count(*) FROM mention_text"))
        assert indexed == connection.scalar(select(func.count()).select_from(mention))
    assert len(ids) == len(set(ids))
    assert kept <= set(ids)
    return len(ids)


def _kill(writer: _Writer, rng: random.Random) -> tuple[set[str], bool]:
    """Kill the writer at some instant; gives what it had reported, and whether it was at work."""
    start = time.monotonic()
    steps = rng.randint(0, 6)
    for done in range(steps):
        if not writer.hear():
            break
        pace = (time.monotonic() - start) / (done + 1)
    # However slow the machine is, the instant lies somewhere in the commit after those.
    time.sleep(rng.random() * (pace if steps else 0.1))
    writer.process.kill()
    return (writer.kept, True) if writer.end() == -signal.SIGKILL else (writer.kept, False)


def test_a_writer_killed_fifty_times_leaves_the_record_whole(tmp_path: Path, coded: Path) -> None:
    rng = random.Random(17)
    kills, whole, kept = 0, 0, set[str]()
    articles = len(coded.read_text("utf-8").splitlines())
    while kills < _KILLS:
        path = tmp_path / f"record{whole}.db"
        told, killed = _kill(_writer(str(path), coded, rng.randint(1, 3), rng.random()), rng)
        kills, kept = kills + killed, kept | told
        if not path.exists():
            continue
        with Record.open(path, create=True) as record:
            if _is_whole(record, kept) == articles:
                before = _state(record)
                relink(record)
                assert _state(record) == before
                whole, kept = whole + 1, set()
    assert whole > 1


def test_a_postgresql_writer_killed_leaves_the_record_whole(
    coded: Path, database: str
) -> None:
    rng, kept = random.Random(4), set[str]()
    Record.open(database, create=True).close()
    for seed in range(8):
        kept |= _kill(_writer(database, coded, 2, seed), rng)[0]
        with Record.open(database) as record:
            _is_whole(record, kept)


def test_two_write_while_a_third_reads(address: str, coded: Path, tmp_path: Path) -> None:
    lines = coded.read_text("utf-8").splitlines(keepends=True)
    halves = [tmp_path / "one.jsonl", tmp_path / "two.jsonl"]
    halves[0].write_text("".join(lines[::2]), "utf-8")
    halves[1].write_text("".join(lines[1::2]), "utf-8")
    with Record.open(address, create=True) as record:
        writers = [_writer(address, half, 2) for half in halves]
        sizes = list(_watch(record, writers))
        assert [writer.end() for writer in writers] == [0, 0]
        assert sizes == sorted(sizes)
        assert _is_whole(record, set()) == len(lines)
        found = _state(record)
        with Record.open(tmp_path / "straight.db", create=True) as straight:
            assert _writer(str(tmp_path / "straight.db"), coded, 60).end() == 0
            assert found == _state(straight)


def _watch(record: Record, writers: list[_Writer]) -> Iterator[int]:
    while any(writer.process.is_alive() for writer in writers):
        yield _is_whole(record, set())
        time.sleep(0.02)
