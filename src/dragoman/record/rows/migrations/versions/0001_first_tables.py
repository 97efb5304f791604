"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_NO = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables and the full-text index of sentences and headlines."""
    op.create_table(
        "article",
        sa.Column("no", _NO, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("language", sa.String(length=2), nullable=True),
        sa.Column("author", sa.Text(), nullable=True),
        sa.Column("left_out", sa.Text(), nullable=False),
        sa.Column("added", sa.DateTime(timezone=True), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("shingles", sa.Integer(), nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.Column("setting", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("no"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("article_report", "article", ["report"])
    op.create_index("ix_article_published", "article", ["published"])
    op.create_table(
        "event",
        sa.Column("no", _NO, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=True),
        sa.Column("quad_class", sa.Integer(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("disputed", sa.Boolean(), nullable=False),
        sa.Column("background", sa.Boolean(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("place_country", sa.Text(), nullable=True),
        sa.Column("first_reported", sa.Date(), nullable=True),
        sa.Column("last_reported", sa.Date(), nullable=True),
        sa.Column("changed", sa.Date(), nullable=True),
        sa.Column("sources", sa.Integer(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("no"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("event_place", "event", ["place_country", "last_reported"])
    op.create_index("event_status", "event", ["status", "last_reported"])
    op.create_index("event_type", "event", ["type", "last_reported"])
    op.create_index("ix_event_changed", "event", ["changed"])
    op.create_index("ix_event_due", "event", ["due"])
    op.create_index("ix_event_first_reported", "event", ["first_reported"])
    op.create_index("ix_event_last_reported", "event", ["last_reported"])
    op.create_table(
        "band",
        sa.Column("hash", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("article", _NO, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["article"],
            ["article.no"],
        ),
        sa.PrimaryKeyConstraint("hash", "article"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "dyad",
        sa.Column("first", sa.Text(), nullable=False),
        sa.Column("second", sa.Text(), nullable=False),
        sa.Column("event", _NO, autoincrement=False, nullable=False),
        sa.Column("initiator", sa.Text(), nullable=True),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("quad_class", sa.Integer(), nullable=False),
        sa.Column("intensity", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event"],
            ["event.no"],
        ),
        sa.PrimaryKeyConstraint("first", "second", "event"),
        sqlite_with_rowid=False,
    )
    op.create_index("dyad_day", "dyad", ["first", "second", "day"])
    op.create_index("dyad_event", "dyad", ["event"])
    op.create_table(
        "event_country",
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("event", _NO, autoincrement=False, nullable=False),
        sa.Column("last_reported", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["event"],
            ["event.no"],
        ),
        sa.PrimaryKeyConstraint("country", "event"),
        sqlite_with_rowid=False,
    )
    op.create_index("event_country_event", "event_country", ["event"])
    op.create_index("event_country_recent", "event_country", ["country", "last_reported"])
    op.create_table(
        "mention",
        sa.Column("no", _NO, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("article", _NO, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.Column("corrected", sa.Text(), nullable=True),
        sa.Column("traits", sa.Text(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("reviewed", sa.Boolean(), nullable=False),
        sa.Column("antecedent", _NO, nullable=True),
        sa.Column("likeness", sa.Float(), nullable=True),
        sa.Column("event", _NO, nullable=True),
        sa.ForeignKeyConstraint(
            ["article"],
            ["article.no"],
        ),
        sa.ForeignKeyConstraint(
            ["event"],
            ["event.no"],
        ),
        sa.PrimaryKeyConstraint("no"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("ix_mention_article", "mention", ["article"])
    op.create_index("ix_mention_event", "mention", ["event"])
    op.create_index("mention_queue", "mention", ["reviewed", "confidence"])
    op.create_table(
        "link_key",
        sa.Column("key", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("mention", _NO, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["mention"],
            ["mention.no"],
        ),
        sa.PrimaryKeyConstraint("key", "mention"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "review",
        sa.Column("no", _NO, nullable=False),
        sa.Column("mention", _NO, nullable=False),
        sa.Column("reviewer", sa.Text(), nullable=False),
        sa.Column("made", sa.DateTime(timezone=True), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("changes", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["mention"],
            ["mention.no"],
        ),
        sa.PrimaryKeyConstraint("no"),
    )
    op.create_index("ix_review_mention", "review", ["mention"])
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE mention_text USING fts5"
            "(words, content='', tokenize='porter unicode61 remove_diacritics 2')"
        )
    else:
        op.execute(
            "CREATE TABLE mention_text (rowid BIGINT PRIMARY KEY REFERENCES mention (no), "
            "words TSVECTOR NOT NULL)"
        )
        op.execute("CREATE INDEX mention_text_words ON mention_text USING gin (words)")
