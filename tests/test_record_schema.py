"""The tables as they are written down and as the migrations make them are the same."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

import dragoman.record
from dragoman.record import Record
from dragoman.record.opening import HEAD
from dragoman.record.schema import metadata


def _drawn(path: Path) -> set[tuple[str, str]]:
    """Name and columns of every table and index."""
    with sqlite3.connect(path) as connection:
        names = connection.execute("SELECT type, name FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
        found = set()
        for kind, name in names:
            if name.startswith(("mention_text", "alembic", "sqlite")):
                continue
            pragma = "table_info" if kind == "table" else "index_xinfo"
            rows = connection.execute(f"PRAGMA {pragma}({name})").fetchall()
            parts = sorted(row[1:] for row in rows) if kind == "table" else [row[1:] for row in rows]
            partial = connection.execute("SELECT instr(sql, ' WHERE ') FROM sqlite_master WHERE name = ?", (name,))
            found.add((name, f"{parts} {bool(partial.fetchone()[0])}"))
    connection.close()
    return found


def test_the_migrations_make_the_tables_that_are_written_down(tmp_path: Path) -> None:
    Record.open(tmp_path / "migrated.db", create=True).close()
    engine = create_engine(f"sqlite:///{tmp_path / 'written.db'}")
    metadata.create_all(engine)
    engine.dispose()
    migrated, written = _drawn(tmp_path / "migrated.db"), _drawn(tmp_path / "written.db")
    assert migrated == written


def test_the_newest_migration_is_the_head() -> None:
    (folder,) = dragoman.record.__path__
    script = ScriptDirectory(str(Path(folder) / "migrations"))
    assert script.get_current_head() == HEAD
