"""Dyads count what took place, less what is told only to be denied.

Several who act against nobody named stay in the dyads of an older record as if they acted on each
other, until it is linked anew.
"""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

_COUNTED = sa.text("UPDATE dyad SET counted = (status IN ('occurred', 'ongoing'))")
_DISPUTED = sa.text("SELECT no, data FROM event WHERE disputed")
_DENIED = sa.text("UPDATE dyad SET counted = false WHERE event = :number")


def upgrade() -> None:
    """Put the new column in the place of the status."""
    op.add_column(
        "dyad", sa.Column("counted", sa.Boolean, nullable=False, server_default=sa.false())
    )
    connection = op.get_bind()
    connection.execute(_COUNTED)
    disputed = connection.execute(_DISPUTED).all()
    denied = [row.no for row in disputed if json.loads(row.data).get("certainty") == "denied"]
    if denied:
        connection.execute(_DENIED, [{"number": number} for number in denied])
    op.drop_column("dyad", "status")
