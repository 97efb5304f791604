"""Dyads count only who stands for a country, and tell what no report says in its own voice.

Which side began stays as it was in an older record, until it is linked anew: where rebels acted on
both sides, both did.
"""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import Any

import sqlalchemy as sa
from alembic import op

from dragoman.sides import pairs_of, standing

revision = "0008"
down_revision = "0007"

_AT_ONCE = 5_000
_EVENTS = sa.text(
    "SELECT no, data FROM event WHERE no > :last AND no IN (SELECT event FROM dyad WHERE counted) "
    f"ORDER BY no LIMIT {_AT_ONCE}"
)
_CLAIMED = sa.text("UPDATE dyad SET claimed = true WHERE event = :event")
_SIDES = sa.text("SELECT first, second, event FROM dyad WHERE event = :event")
_APART = sa.text(
    "UPDATE dyad SET counted = false "
    "WHERE first = :first AND second = :second AND event = :event"
)


def upgrade() -> None:
    """Add the new column; look again at what is counted, some thousand events at a time."""
    op.add_column(
        "dyad", sa.Column("claimed", sa.Boolean, nullable=False, server_default=sa.false())
    )
    connection, last = op.get_bind(), 0
    while rows := connection.execute(_EVENTS, {"last": last}).all():
        told = {row.no: json.loads(row.data) for row in rows}
        last = max(told)
        voiced = [{"event": no} for no, data in told.items() if data["certainty"] != "asserted"]
        apart = [side for no, data in told.items() for side in _apart(connection, no, data)]
        for statement, found in ((_CLAIMED, voiced), (_APART, apart)):
            if found:
                connection.execute(statement, found)


def _apart(connection: sa.Connection, number: int, data: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows of an event of which one side does not stand for its country."""
    actors, recipients = map(_parties, (data["actors"], data["recipients"]))
    states = standing(actors), standing(recipients)
    if states == (actors, recipients):
        return []
    mutual = not any(party.country for party in recipients)  # else it has no such row
    stand = pairs_of(*states, mutual=mutual)
    rows = connection.execute(_SIDES, {"event": number}).mappings()
    return [dict(row) for row in rows if (row["first"], row["second"]) not in stand]


def _parties(told: list[dict[str, Any]]) -> list[Any]:
    # No event of this version knows whether a country is inferred.
    return [
        SimpleNamespace(country=one["country"], sectors=one["sectors"], country_inferred=False)
        for one in told
    ]
