"""What the tests share: one loaded coder, the sample news, and the data that may be absent."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest

from dragoman import Article, Coder, Mention
from dragoman.record import Record
from dragoman.sources import SourceError, read_lines

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def coder() -> Coder:
    return Coder()


@pytest.fixture(scope="session")
def code(coder: Coder) -> Callable[..., list[Mention]]:
    def run(text: str, published: str | None = "2025-07-23") -> list[Mention]:
        day = date.fromisoformat(published) if published else None
        return coder.code(Article(text, published=day))

    return run


@pytest.fixture(scope="session")
def shared() -> Path:
    if not SHARED.is_dir():
        pytest.skip("the measuring data is not beside this checkout")
    return SHARED


@pytest.fixture(scope="session")
def samples() -> Path:
    return ROOT / "examples" / "news"


@pytest.fixture(scope="session")
def sample_news(coder: Coder, samples: Path) -> list[tuple[Article, list[Mention]]]:
    """The sample articles, coded once."""
    articles = read_lines(samples / "articles.jsonl")
    return list(coder.code_all(a for a in articles if not isinstance(a, SourceError)))


@pytest.fixture(scope="session")
def kept(
    sample_news: list[tuple[Article, list[Mention]]], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The sample news as a record's file; tests that change anything take a copy."""
    path = tmp_path_factory.mktemp("kept") / "record.db"
    with Record.open(path, create=True) as record:
        record.add(sample_news)
    return path


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The URL of a real PostgreSQL server, started for these tests alone where none is named."""
    if given := os.environ.get("DRAGOMAN_TEST_POSTGRESQL"):
        yield given
        return
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    found = shutil.which("initdb")
    where = Path(found).parent if found else programs[-1] if programs else None
    if where is None:
        pytest.skip("PostgreSQL is not installed; .ci/run installs it")
    with (
        tempfile.TemporaryDirectory(prefix="dragoman-pg-") as folder,
        _server(where, Path(folder)) as url,
    ):
        yield url


@contextmanager
def _server(programs: Path, folder: Path) -> Iterator[str]:
    # PostgreSQL refuses to run as root; its package brings a user of its own.
    user = "postgres" if os.geteuid() == 0 else None
    data = folder / "data"
    if user:
        shutil.chown(folder, user)

    def run(*command: str | Path) -> None:
        subprocess.run(command, user=user, cwd=folder, check=True, stdout=subprocess.DEVNULL)

    run(programs / "initdb", "-D", data, "-U", "postgres", "--auth=trust", "--no-sync", "-E", "UTF8")
    options = f"-k {folder} -c listen_addresses= -c fsync=off"
    run(programs / "pg_ctl", "-D", data, "-o", options, "-l", folder / "log", "-w", "start")
    try:
        yield f"postgresql://postgres@/postgres?host={folder}"
    finally:
        run(programs / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a record that is not there yet, in each kind of database."""
    if request.param == "sqlite":
        yield str(tmp_path / "record.db")
        return
    yield from _database(request.getfixturevalue("postgresql"))


@pytest.fixture
def database(postgresql: str) -> Iterator[str]:
    """The URL of an empty PostgreSQL database."""
    yield from _database(postgresql)


@pytest.fixture
def database_in_c(postgresql: str) -> Iterator[str]:
    """The URL of an empty PostgreSQL database whose locale knows no letters but A to Z."""
    yield from _database(postgresql, "TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'")


def _database(server: str, settings: str = "") -> Iterator[str]:
    import psycopg

    name = f"test_{uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} {settings}")
        yield server.replace("/postgres?", f"/{name}?")
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
