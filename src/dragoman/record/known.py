"""What the record knows of mentions for linking: their traits, and what they hang on."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from dragoman.record import schema
from dragoman.record.batches import listed
from dragoman.record.linking import Hold
from dragoman.record.traitrows import load_traits
from dragoman.record.traits import Traits
from dragoman.record.words import weighed


def known_of(
    connection: Connection, numbers: Iterable[int]
) -> tuple[dict[int, Traits], dict[int, Hold]]:
    """The traits of these mentions, less the rejected, and what those hang on that hang.

    Args:
        connection: one that reads the record.
        numbers: of mentions.
    """
    mention, article = schema.mention, schema.article
    columns = select(
        mention.c.no,
        mention.c.traits,
        mention.c.antecedent,
        mention.c.likeness,
        article.c.no.label("article"),
        article.c.setting,
    ).join(article, article.c.no == mention.c.article)
    settings: dict[int, dict[str, float]] = {}
    traits: dict[int, Traits] = {}
    holds: dict[int, Hold] = {}
    wanted = columns.where(mention.c.no.in_(listed(connection, numbers)))
    for row in connection.execute(wanted).all():
        if row.traits is None:
            continue
        if row.article not in settings:
            settings[row.article] = weighed(row.setting)
        traits[row.no] = load_traits(row.traits, settings[row.article])
        if row.antecedent is not None:
            holds[row.no] = Hold(row.antecedent, row.likeness)
    return traits, holds
