"""The tables as they are written down and as the migrations make them are the same."""

from __future__ import annotations

import json
import sqlite3
from datetime import date
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, make_url, select, text

import dragoman.record.rows
from dragoman.record import Record
from dragoman.record.questions.filters import Filter
from dragoman.record.questions.questions import facets
from dragoman.record.rows import schema
from dragoman.record.rows.opening import HEAD
from dragoman.record.rows.schema import metadata


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
    (folder,) = dragoman.record.rows.__path__
    script = ScriptDirectory(str(Path(folder) / "migrations"))
    assert script.get_current_head() == HEAD


def test_an_older_record_is_brought_up_to_date(address: str) -> None:
    url = make_url(address if "://" in address else f"sqlite:///{address}")
    if url.drivername == "postgresql":
        url = url.set(drivername="postgresql+psycopg")
    engine = create_engine(url)
    config = Config()
    config.set_main_option("script_location", "dragoman:record/rows/migrations")
    with engine.connect() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0004")
    event = {
        "no": 1, "id": "e", "type": "CONSULT", "quad_class": 1, "status": "occurred",
        "data": '{"certainty": "denied"}', "disputed": True, "background": False, "first_day": "2025-01-01",
        "last_day": "2025-12-31", "first_reported": "2025-03-05", "last_reported": "2025-03-05",
        "sources": 1, "confidence": 0.9, "place": "Bogot\u00e1",
    }  # fmt: skip
    article = {
        "no": 1, "id": "a", "title": "Erdo\u011fan strikes", "text": "", "left_out": "[]",
        "added": "2025-03-05", "report": "a", "shingles": 0, "signature": b"", "setting": "",
    }  # fmt: skip
    mention = {
        "no": 1, "id": "m", "article": 1, "start": 0, "confidence": 0.9, "reviewed": False,
        "event": 1, "data": '{"sentence": {"text": "He is not in Bogot\u00e1/Cali."}}',
    }  # fmt: skip
    sides = {
        "first": "COL", "second": "TUR", "event": 1, "day": "2025-01-01", "quad_class": 1,
        "status": "occurred", "intensity": 4.0,
    }  # fmt: skip
    rebels = {"name": "Rebels", "country": "COL", "sectors": ["REB"]}
    turkey = {"name": "Turkey", "country": "TUR", "sectors": ["GOV"]}
    told = {"certainty": "attributed", "actors": [turkey], "recipients": [rebels]}
    armed = {**event, "no": 2, "id": "f", "disputed": False, "data": json.dumps(told)}
    told = {**told, "recipients": [rebels, {**rebels, "sectors": []}]}
    both = {**armed, "no": 3, "id": "g", "data": json.dumps(told)}
    rows = [
        ("article", article), ("event", event), ("mention", mention), ("dyad", sides),
        ("event", armed), ("dyad", {**sides, "event": 2}),
        ("event", both), ("dyad", {**sides, "event": 3}),
    ]  # fmt: skip
    with engine.begin() as connection:
        for name, row in rows:
            values = ", ".join(f":{column}" for column in row)
            connection.execute(text(f"INSERT INTO {name} ({', '.join(row)}) VALUES ({values})"), row)
        words = ":words" if "://" not in address else "to_tsvector('english', :words)"
        connection.execute(
            text(f"INSERT INTO mention_text (rowid, words) VALUES (1, {words})"),
            {"words": "Erdo\u011fan strikes He is not in Bogot\u00e1/Cali."},
        )
    engine.dispose()
    with Record.open(address) as record:
        with record.reading() as connection:
            sides = schema.dyad.c
            found = connection.execute(select(sides.day, sides.counted, sides.claimed).order_by(sides.event))
            assert [tuple(row) for row in found] == [
                (date(2025, 3, 5), False, False),  # told to be denied
                (date(2025, 3, 5), False, True),  # rebels
                (date(2025, 3, 5), True, True),
            ]
        for words in ("erdogan strike", "not bogota", "cali"):
            assert facets(record, Filter(text=words)).types == {"CONSULT": 1}
        for place in ("Bogot\u00e1", "bogota"):
            assert facets(record, Filter(place=place)).types == {"CONSULT": 3}
        for wanted, number in (
            (Filter(actors=("rebels",)), 2), (Filter(actors=("Turkey",)), 2),
            (Filter(sectors=("REB",)), 2), (Filter(sectors=("GOV", "MIL")), 2),
            (Filter(certainties=("denied",)), 1), (Filter(certainties=("asserted",)), 0),
        ):  # fmt: skip
            assert sum(facets(record, wanted).types.values()) == number, wanted
