"""The record among processes: writers that are killed, writers side by side, readers meanwhile."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from dragoman import Article, Mention
from dragoman.formats.jsonl import article_to_dict, dump, mention_to_dict
from dragoman.record import History, Record, schema
from dragoman.record.questions import Filter, histories
from dragoman.record.relinking import relink

# Adds the articles of a coded file, a few at a time, and says which are kept after each commit.
_WRITER = """
import json, random, sys
from dragoman.formats.jsonl import article_from_dict, mention_from_dict
from dragoman.record import Record
address, coded, step = sys.argv[1], sys.argv[2], int(sys.argv[3])
rows = [json.loads(line) for line in open(coded, encoding="utf-8")]
pairs = [(article_from_dict(r["article"]), [mention_from_dict(m) for m in r["mentions"]])
         for r in rows]
random.Random(int(sys.argv[4])).shuffle(pairs)
record = Record.open(address, create=True)
print("open", flush=True)
for start in range(0, len(pairs), step):
    record.add(pairs[start:start + step])
    print(json.dumps([article.id for article, _ in pairs[start:start + step]]), flush=True)
"""


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


def _writer(address: str, coded: Path, step: int, seed: int = 0) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", _WRITER, address, str(coded), str(step), str(seed)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


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


def _kill(writer: subprocess.Popen[str], rng: random.Random) -> set[str]:
    """Kill the writer at some instant; gives what it had reported."""
    assert writer.stdout is not None
    kept: set[str] = set()
    for _ in range(rng.randint(1, 6)):
        line = writer.stdout.readline()
        if line.startswith("["):
            kept |= set(json.loads(line))
    time.sleep(rng.random() * 0.02)
    writer.kill()
    rest = writer.stdout.read().splitlines()
    writer.wait()
    writer.stdout.close()
    for line in rest:
        if line.startswith("[") and line.endswith("]"):
            kept |= set(json.loads(line))
    return kept


def test_a_writer_killed_fifty_times_leaves_the_record_whole(tmp_path: Path, coded: Path) -> None:
    rng = random.Random(17)
    number, kept = 0, set[str]()
    whole = len(coded.read_text("utf-8").splitlines())
    for seed in range(50):
        path = tmp_path / f"record{number}.db"
        kept |= _kill(_writer(str(path), coded, rng.randint(1, 3), seed), rng)
        if not path.exists():
            continue
        with Record.open(path) as record:
            found = _is_whole(record, kept)
            if found == whole:
                before = _state(record)
                relink(record)
                assert _state(record) == before
                number, kept = number + 1, set()
    assert number > 1


def test_a_postgresql_writer_killed_leaves_the_record_whole(
    coded: Path, database: str
) -> None:
    rng, kept = random.Random(4), set[str]()
    Record.open(database, create=True).close()
    for seed in range(8):
        kept |= _kill(_writer(database, coded, 2, seed), rng)
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
        for writer in writers:
            assert writer.stdout is not None
            writer.stdout.read()
            writer.stdout.close()
            assert writer.wait() == 0
        assert sizes == sorted(sizes)
        assert _is_whole(record, set()) == len(lines)
        found = _state(record)
        with Record.open(tmp_path / "straight.db", create=True) as straight:
            writer = _writer(str(tmp_path / "straight.db"), coded, 60)
            writer.communicate()
            assert found == _state(straight)


def _watch(record: Record, writers: list[subprocess.Popen[str]]) -> Iterator[int]:
    while any(writer.poll() is None for writer in writers):
        yield _is_whole(record, set())
        time.sleep(0.02)
