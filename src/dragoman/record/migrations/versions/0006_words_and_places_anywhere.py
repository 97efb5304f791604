"""PostgreSQL finds the words that SQLite finds, whatever stands between them."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

from dragoman.record.search import index_words

revision = "0006"
down_revision = "0005"

_AT_ONCE = 5_000
_MENTIONS = sa.text(
    "SELECT mention.no, article.title, mention.data FROM mention "
    "JOIN article ON article.no = mention.article "
    f"WHERE mention.no > :last ORDER BY mention.no LIMIT {_AT_ONCE}"
)


def upgrade() -> None:
    """Index the words of PostgreSQL's records anew, some thousand mentions at a time."""
    if op.get_bind().dialect.name == "postgresql":
        _index_words()


def _index_words() -> None:
    connection, last = op.get_bind(), 0
    op.execute("DROP INDEX mention_text_words")
    op.execute("TRUNCATE mention_text")
    while rows := connection.execute(_MENTIONS, {"last": last}).all():
        told = {no: (title, json.loads(data)["sentence"]["text"]) for no, title, data in rows}
        index_words(connection, told)
        last = max(told)
    op.execute("CREATE INDEX mention_text_words ON mention_text USING gin (words)")
