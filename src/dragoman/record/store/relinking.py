"""Making the events anew from the mentions alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from sqlalchemy import Connection, bindparam, delete, func, select, update

from dragoman.mention import Mention
from dragoman.record.rows import schema
from dragoman.record.rows.mentionrows import dump_traits, mention_of
from dragoman.record.store.articles import article_of
from dragoman.record.store.store import Record
from dragoman.record.store.updating import link_mentions
from dragoman.record.traits.traits import Traits, setting_of, traits_of

_BATCH = 500  # articles

_Batch = tuple[dict[int, Traits], dict[int, Mention]]


def relink(record: Record, *, progress: bool = False) -> tuple[int, int]:
    """Forget all events and link every mention anew, as this version of dragoman does it.

    All in one transaction: until it is done, and if it dies, the record is as it was.

    Args:
        record: the record.
        progress: draw a bar on standard error.

    Returns:
        how many mentions were linked, to how many events.
    """
    mention, event = schema.mention, schema.event
    with record.writing() as connection:
        connection.execute(update(mention).values(event=None))
        linked_ones = update(mention).where(mention.c.traits.is_not(None))
        connection.execute(linked_ones.values(antecedent=None, likeness=None))
        for table in (schema.link_key, schema.event_country, schema.event_name, schema.dyad, event):
            connection.execute(delete(table))
        count = connection.scalar(select(func.count()).select_from(schema.article)) or 0
        linked = 0
        for traits, mentions in _shown(_batches(connection), count if progress else None):
            link_mentions(connection, traits, mentions)
            linked += len(traits)
        events = connection.scalar(select(func.count()).select_from(event)) or 0
    return linked, events


def _batches(connection: Connection) -> Iterator[_Batch]:
    """The traits of all mentions that nobody rejected, made anew, by batches of articles."""
    table = schema.article
    after = 0
    while rows := connection.execute(
        select(table).where(table.c.no > after).order_by(table.c.no).limit(_BATCH)
    ).all():
        after = rows[-1].no
        settings = {row.no: setting_of(article_of(row)) for row in rows}
        connection.execute(
            update(table).where(table.c.no == bindparam("number")).values(setting=bindparam("is")),
            [{"number": number, "is": " ".join(words)} for number, words in settings.items()],
        )
        yield _traits(connection, {row.no: row.published for row in rows}, settings)


def _traits(
    connection: Connection,
    published: Mapping[int, date | None],
    settings: Mapping[int, dict[str, float]],
) -> _Batch:
    table = schema.mention
    rows = connection.execute(
        select(table.c.no, table.c.article, table.c.data, table.c.corrected).where(
            table.c.article.in_(settings), table.c.traits.is_not(None)
        )
    )
    found: dict[int, Traits] = {}
    mentions: dict[int, Mention] = {}
    for row in rows:
        mentions[row.no] = mention = mention_of(row.corrected, row.data)
        found[row.no] = traits_of(mention, published[row.article], settings[row.article])
    if found:
        connection.execute(
            update(table).where(table.c.no == bindparam("number")).values(traits=bindparam("are")),
            [{"number": number, "are": dump_traits(traits)} for number, traits in found.items()],
        )
    return found, mentions


def _shown(
    batches: Iterator[_Batch], articles: int | None
) -> Iterator[_Batch]:
    if articles is None:
        yield from batches
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(
        batches, "linking", -(-articles // _BATCH), console=Console(stderr=True), transient=True
    )
