"""Days by week, none where a date is vague; no column for what is due; PostgreSQL as SQLite.

PostgreSQL lists what has no day last, and finds words by their stems, and the small words too.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_AHEAD = sa.text("status IN ('planned', 'postponed')")
_SCAN = (
    "id", "first_reported", "first_day", "last_day", "status", "type", "mode", "quad_class",
    "disputed", "changed", "sources", "confidence", "place_country", "place",
)  # fmt: skip
# The day of `dragoman.record.rows.eventrows.day_of`; dates of a week or less had the right one.
_VAGUE = """
    UPDATE dyad SET day = (
        SELECT CASE WHEN first_reported >= coalesce(first_day, first_reported)
            AND first_reported <= coalesce(last_day, first_reported) THEN first_reported END
        FROM event WHERE event.no = dyad.event
    ) WHERE event IN (
        SELECT no FROM event WHERE (first_day IS NOT NULL OR last_day IS NOT NULL)
            AND coalesce(last_day >= {week_later}, true)
    )
"""
# The stems of English without its stop words; version 0006 indexes all words by them.
_WORDS = (
    "CREATE TEXT SEARCH DICTIONARY dragoman_stem (TEMPLATE = snowball, LANGUAGE = english)",
    "CREATE TEXT SEARCH CONFIGURATION dragoman (COPY = english)",
    "ALTER TEXT SEARCH CONFIGURATION dragoman ALTER MAPPING REPLACE english_stem "
    "WITH dragoman_stem",
)


def upgrade() -> None:
    """Mend the days of dyads; make the indexes anew without the column; drop it."""
    sqlite = op.get_bind().dialect.name == "sqlite"
    week_later = "date(first_day, '+7 days')" if sqlite else "first_day + 7"
    op.execute(_VAGUE.format(week_later=week_later))
    for name in ("ix_event_due", "event_ahead", "event_scan"):
        op.drop_index(name, "event")
    op.drop_column("event", "due")
    op.create_index(
        "event_ahead",
        "event",
        ["background", sa.text("coalesce(last_day, first_day)"), "last_day", "first_day",
         "status", "last_reported", "first_reported", "id"],
        sqlite_where=_AHEAD,
        postgresql_where=_AHEAD,
    )  # fmt: skip
    if not sqlite:
        for statement in _WORDS:
            op.execute(statement)
    newest = "last_reported DESC" if sqlite else "last_reported DESC NULLS LAST"
    op.create_index("event_scan", "event", ["background", sa.text(newest), *_SCAN])
