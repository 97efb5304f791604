"""Events are found by the names and sectors of their parties, and by how sure they are told."""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

from dragoman.record.rows.schema import packed_sectors
from dragoman.record.rows.search import kept_names

revision = "0011"
down_revision = "0010"

_AT_ONCE = 5_000
_NO = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_PLAIN = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_SCAN = (
    "id", "first_reported", "first_day", "last_day", "status", "type", "mode", "quad_class",
    "disputed", "changed", "sources", "confidence", "place_country", "place", "sectors",
    "certainty",
)  # fmt: skip
_EVENTS = sa.text(f"SELECT no, data FROM event WHERE no > :last ORDER BY no LIMIT {_AT_ONCE}")
_TOLD = sa.text("UPDATE event SET sectors = :sectors, certainty = :certainty WHERE no = :no")
_NAMED = sa.text("INSERT INTO event_name (name, event) VALUES (:name, :event)")


def upgrade() -> None:
    """Add what is new and fill it from the events, some thousand at a time."""
    op.create_table(
        "event_name",
        sa.Column("name", _PLAIN, nullable=False),
        sa.Column("event", _NO, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["event"], ["event.no"]),
        sa.PrimaryKeyConstraint("name", "event"),
        sqlite_with_rowid=False,
    )
    for name, default in (("sectors", ""), ("certainty", "asserted")):
        column = sa.Column(name, sa.Text, nullable=False, server_default=default)
        op.add_column("event", column)
    op.drop_index("event_scan", "event")
    _fill()
    op.create_index("event_name_event", "event_name", ["event"])
    sqlite = op.get_bind().dialect.name == "sqlite"
    newest = "last_reported DESC" if sqlite else "last_reported DESC NULLS LAST"
    op.create_index("event_scan", "event", ["background", sa.text(newest), *_SCAN])


def _fill() -> None:
    connection, last = op.get_bind(), 0
    while rows := connection.execute(_EVENTS, {"last": last}).all():
        events = {row.no: json.loads(row.data) for row in rows}
        last = max(events)
        connection.execute(_TOLD, [_told(number, data) for number, data in events.items()])
        names = [
            {"name": name, "event": number}
            for number, data in events.items()
            for name in kept_names(party["name"] for party in _parties(data))
        ]
        if names:
            connection.execute(_NAMED, names)


def _told(number: int, data: dict[str, Any]) -> dict[str, Any]:
    sectors = packed_sectors(sector for party in _parties(data) for sector in party["sectors"])
    return {"no": number, "sectors": sectors, "certainty": data.get("certainty", "asserted")}


def _parties(data: dict[str, Any]) -> list[Any]:
    return [*data.get("actors", ()), *data.get("recipients", ())]
