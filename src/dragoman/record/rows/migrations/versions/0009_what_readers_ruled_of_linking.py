"""Readers rule which reports are of one event."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

_NO = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Add the tables of rulings; there are none yet."""
    op.create_table(
        "ruling",
        sa.Column("no", _NO, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("withdraws", _NO, sa.ForeignKey("ruling.no"), unique=True),
        sa.Column("reviewer", sa.Text, nullable=False),
        sa.Column("made", sa.DateTime(timezone=True), nullable=False),
        sa.Column("note", sa.Text),
    )
    of = sa.ForeignKey("ruling.no")
    named = sa.ForeignKey("mention.no")
    op.create_table(
        "ruling_mention",
        sa.Column("ruling", _NO, of, primary_key=True, autoincrement=False),
        sa.Column("mention", _NO, named, primary_key=True, autoincrement=False),
        sa.Column("side", sa.Integer, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_ruling_mention_mention", "ruling_mention", ["mention"])
