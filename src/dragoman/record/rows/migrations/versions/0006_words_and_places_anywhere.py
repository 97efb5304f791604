"""Words and places are found alike in every database, whatever its locale.

PostgreSQL finds words whatever stands between them; the names of places are kept in plain letters.
"""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

from dragoman.letters import fold
from dragoman.record.rows.search import index_words

revision = "0006"
down_revision = "0005"

_AT_ONCE = 5_000
_MENTIONS = sa.text(
    "SELECT mention.no, article.title, mention.data FROM mention "
    "JOIN article ON article.no = mention.article "
    f"WHERE mention.no > :last ORDER BY mention.no LIMIT {_AT_ONCE}"
)


def upgrade() -> None:
    """Fold the places; index PostgreSQL's words anew, some thousand mentions at a time."""
    _fold_places()
    if op.get_bind().dialect.name == "postgresql":
        _index_words()


def _fold_places() -> None:
    connection = op.get_bind()
    found = connection.scalars(sa.text("SELECT DISTINCT place FROM event WHERE place IS NOT NULL"))
    rows = [{"place": place, "plain": fold(place)} for place in found]
    op.execute("CREATE TEMPORARY TABLE folded (place TEXT PRIMARY KEY, plain TEXT NOT NULL)")
    if rows:
        connection.execute(sa.text("INSERT INTO folded VALUES (:place, :plain)"), rows)
    op.execute(
        "UPDATE event SET place = (SELECT plain FROM folded WHERE folded.place = event.place) "
        "WHERE place IS NOT NULL"
    )
    op.execute("DROP TABLE folded")


def _index_words() -> None:
    connection, last = op.get_bind(), 0
    op.execute("DROP INDEX mention_text_words")
    op.execute("TRUNCATE mention_text")
    while rows := connection.execute(_MENTIONS, {"last": last}).all():
        told = {no: (title, json.loads(data)["sentence"]["text"]) for no, title, data in rows}
        index_words(connection, told)
        last = max(told)
    op.execute("CREATE INDEX mention_text_words ON mention_text USING gin (words)")
