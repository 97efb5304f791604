"""Indexes for what is planned and for what is new; the record's generation."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_AHEAD = sa.text("status IN ('planned', 'postponed')")


def upgrade() -> None:
    """Make them; an index by first report alone has no use beside the wider one."""
    op.drop_index("ix_event_first_reported", "event")
    op.create_index(
        "event_first",
        "event",
        ["background", "first_reported", "status", "changed", "sources", "confidence", "id"],
    )
    op.create_index(
        "event_ahead",
        "event",
        ["background", sa.text("coalesce(last_day, first_day)"), "due", "last_day", "first_day",
         "status", "last_reported", "first_reported", "id"],
        sqlite_where=_AHEAD,
        postgresql_where=_AHEAD,
    )  # fmt: skip
    op.create_table(
        "generation",
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.execute("INSERT INTO generation (number) VALUES (0)")
