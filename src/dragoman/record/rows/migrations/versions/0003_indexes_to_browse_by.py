"""Indexes for browsing: filters over all events, the queue of reviews, an outlet's articles."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0001"

_SCAN = (
    "background", sa.text("last_reported DESC"), "id", "first_reported", "first_day",
    "last_day", "due",
    "status", "type", "mode", "quad_class", "disputed", "changed", "sources", "confidence",
    "place_country", "place",
)  # fmt: skip


def upgrade() -> None:
    """Make them; the two by day leave out the many events that have none."""
    op.create_index("event_scan", "event", list(_SCAN))
    for column in ("changed", "due"):
        name, known = f"ix_event_{column}", sa.text(f"{column} IS NOT NULL")
        op.drop_index(name, "event")
        op.create_index(name, "event", [column], sqlite_where=known, postgresql_where=known)
    op.create_index("mention_confidence", "mention", ["confidence"])
    op.create_index("article_source", "article", ["source", "published"])
    op.create_index("dyad_second", "dyad", ["second"])
