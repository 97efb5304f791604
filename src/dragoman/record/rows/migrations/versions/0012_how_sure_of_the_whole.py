"""Events are found by how sure it is that all of them is right; those there already do not tell."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

_SCAN = (
    "id", "first_reported", "first_day", "last_day", "status", "type", "mode", "quad_class",
    "disputed", "changed", "sources", "confidence", "place_country", "place", "sectors",
    "certainty", "overall_confidence",
)  # fmt: skip


def upgrade() -> None:
    """Add the column, and make the index that filters go through anew."""
    op.add_column("event", sa.Column("overall_confidence", sa.Float, nullable=True))
    op.drop_index("event_scan", "event")
    sqlite = op.get_bind().dialect.name == "sqlite"
    newest = "last_reported DESC" if sqlite else "last_reported DESC NULLS LAST"
    op.create_index("event_scan", "event", ["background", sa.text(newest), *_SCAN])
