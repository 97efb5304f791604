"""What hangs on a mention is found by an index: events are divided where they are at odds."""

from __future__ import annotations

from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Add the index. The links stay as they are until `dragoman relink`."""
    op.create_index("ix_mention_antecedent", "mention", ["antecedent"])
