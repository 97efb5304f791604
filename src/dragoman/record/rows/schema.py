"""The tables of the record.

Numbers (``no``) join tables and mean nothing outside them; ids are what people and files see. Days
are SQL dates. The first version of these tables is written down in ``migrations``; whoever changes
a table here adds a migration there, and a test holds the two to each other.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    false,
    text,
)


def packed_sectors(sectors: Iterable[str]) -> str:
    """Sectors in one text, each once and between blanks, so that one is found by `` REB ``."""
    found = sorted(set(sectors))
    return f" {' '.join(found)} " if found else ""


metadata = MetaData()
# SQLite counts a key up by itself only where it is called INTEGER.
_No = BigInteger().with_variant(Integer, "sqlite")
_AHEAD = text("status IN ('planned', 'postponed')")
_CHANGED = text("changed IS NOT NULL")
# Compared by its bytes, so that a question for how it begins goes through the index.
_Plain = Text().with_variant(Text(collation="C"), "postgresql")

article = Table(
    "article",
    metadata,
    Column("no", _No, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("url", Text),
    Column("title", Text),
    Column("text", Text, nullable=False),
    Column("published", Date, index=True),
    Column("source", Text),
    Column("language", String(2)),
    Column("author", Text),
    Column("left_out", Text, nullable=False),  # JSON list of omissions
    Column("added", DateTime(timezone=True), nullable=False),
    Column("report", Text, nullable=False),  # id of the article that it is a copy of, or its own
    Column("shingles", Integer, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    Column("setting", Text, nullable=False),  # its telling stems, parted by blanks
    Index("article_report", "report"),
    Index("article_source", "source", "published"),
)

# Bands of the signatures: articles that share one may be copies of each other.
band = Table(
    "band",
    metadata,
    Column("hash", BigInteger, primary_key=True, autoincrement=False),
    Column("article", _No, ForeignKey("article.no"), primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

event = Table(
    "event",
    metadata,
    Column("no", _No, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("type", Text, nullable=False),
    Column("mode", Text),
    Column("quad_class", Integer, nullable=False),
    Column("status", Text, nullable=False),
    Column("disputed", Boolean, nullable=False),
    Column("background", Boolean, nullable=False),
    Column("first_day", Date),
    Column("last_day", Date),
    Column("place", Text),  # its name as `letters.fold` has it: in lower case and plain letters
    Column("place_country", Text),
    Column("first_reported", Date),
    Column("last_reported", Date, index=True),
    Column("changed", Date),
    Column("sources", Integer, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("data", Text, nullable=False),  # the whole event as JSON
    Column("sectors", Text, nullable=False, server_default=""),  # as `packed_sectors` has them
    Column("certainty", Text, nullable=False, server_default="asserted"),
    Column("overall_confidence", Float),  # NULL where it was not told
    Index("event_type", "type", "last_reported"),
    Index("event_status", "status", "last_reported"),
    Index("event_place", "place_country", "last_reported"),
    Index("ix_event_changed", "changed", sqlite_where=_CHANGED, postgresql_where=_CHANGED),
    # All that is asked of what is new.
    Index(
        "event_first",
        "background", "first_reported", "status", "changed", "sources", "confidence", "id",
    ),
    # All that is asked of what lies ahead; the question must name the statuses as they stand here.
    Index(
        "event_ahead",
        "background", text("coalesce(last_day, first_day)"), "last_day", "first_day",
        "status", "last_reported", "first_reported", "id",
        sqlite_where=_AHEAD, postgresql_where=_AHEAD,
    ),
    # All that filters look at, so that they go through this index and not through the events; the
    # newest first, as most lists are; PostgreSQL has to be told that what has no day comes last.
    Index(
        "event_scan",
        "background", text("last_reported DESC"), "id", "first_reported", "first_day",
        "last_day", "status", "type", "mode", "quad_class", "disputed", "changed", "sources",
        "confidence", "place_country", "place", "sectors", "certainty", "overall_confidence",
    ),
)

mention = Table(
    "mention",
    metadata,
    Column("no", _No, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("article", _No, ForeignKey("article.no"), nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("data", Text, nullable=False),  # what the machine coded, as JSON; never changed
    Column("corrected", Text),  # what readers made of it, as JSON; NULL where nothing was changed
    Column("traits", Text),  # what linking compares; NULL where it was rejected
    Column("confidence", Float, nullable=False),
    Column("reviewed", Boolean, nullable=False),
    # The earlier mention that it is linked to; of one that was rejected, one of those that were in
    # its event.
    Column("antecedent", _No, index=True),
    Column("likeness", Float),
    Column("event", _No, ForeignKey("event.no"), index=True),
    Index("mention_queue", "reviewed", "confidence"),
    Index("mention_confidence", "confidence"),
)

# Where linking looks for mentions that may report the same.
link_key = Table(
    "link_key",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("mention", _No, ForeignKey("mention.no"), primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

# The countries that take part in an event or on whose soil it is.
event_country = Table(
    "event_country",
    metadata,
    Column("country", Text, primary_key=True),
    Column("event", _No, ForeignKey("event.no"), primary_key=True, autoincrement=False),
    Column("last_reported", Date),
    Index("event_country_recent", "country", "last_reported"),
    Index("event_country_event", "event"),
    sqlite_with_rowid=False,
)

# What the parties of an event are called, from each word of their names on (see `search`).
event_name = Table(
    "event_name",
    metadata,
    Column("name", _Plain, primary_key=True),
    Column("event", _No, ForeignKey("event.no"), primary_key=True, autoincrement=False),
    Index("event_name_event", "event"),
    sqlite_with_rowid=False,
)

# Two countries that stand on the two sides of an event, or do it to each other, in order of the
# alphabet.
dyad = Table(
    "dyad",
    metadata,
    Column("first", Text, primary_key=True),
    Column("second", Text, primary_key=True),
    Column("event", _No, ForeignKey("event.no"), primary_key=True, autoincrement=False),
    Column("initiator", Text),  # the side that acts; NULL where both do
    Column("day", Date),  # by whose week it is counted; NULL where none can be told
    Column("quad_class", Integer, nullable=False),
    Column("intensity", Float, nullable=False),
    # Whether it took or is taking place, is not told only to be denied, and was done between
    # parties that stand for the two.
    Column("counted", Boolean, nullable=False, server_default=false()),
    # Whether no report tells it in its own voice.
    Column("claimed", Boolean, nullable=False, server_default=false()),
    Index("dyad_day", "first", "second", "day"),
    Index("dyad_event", "event"),
    Index("dyad_second", "second"),
    sqlite_with_rowid=False,
)

# One row: how many times the record was written to. What was answered at a generation holds in it.
generation = Table(
    "generation",
    metadata,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
)

# What readers said of mentions: the latest word counts, every word is kept.
review = Table(
    "review",
    metadata,
    Column("no", _No, primary_key=True),
    Column("mention", _No, ForeignKey("mention.no"), nullable=False, index=True),
    Column("reviewer", Text, nullable=False),
    Column("made", DateTime(timezone=True), nullable=False),
    Column("verdict", Text, nullable=False),  # accepted, corrected, rejected
    Column("changes", Text, nullable=False),  # JSON: field of the mention to its right value
    Column("note", Text),
)

# What readers said of which mentions report one event; every word is kept.
ruling = Table(
    "ruling",
    metadata,
    Column("no", _No, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),  # join, part, withdraw
    Column("withdraws", _No, ForeignKey("ruling.no"), unique=True),  # the ruling taken back
    Column("reviewer", Text, nullable=False),
    Column("made", DateTime(timezone=True), nullable=False),
    Column("note", Text),
)

# The mentions of the two sides of a ruling.
ruling_mention = Table(
    "ruling_mention",
    metadata,
    Column("ruling", _No, ForeignKey("ruling.no"), primary_key=True, autoincrement=False),
    Column(
        "mention", _No, ForeignKey("mention.no"), primary_key=True, autoincrement=False, index=True
    ),
    Column("side", Integer, nullable=False),  # 0, 1
    Column("place", Integer, nullable=False),  # in the order of its event then
    sqlite_with_rowid=False,
)
