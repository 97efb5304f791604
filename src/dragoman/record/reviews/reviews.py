"""Reviews: what readers say of mentions, kept beside what the machine said, never over it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any, Literal, get_args

from sqlalchemy import Connection, Select, insert, select, update

from dragoman.formats.jsonl import dump, mention_to_dict
from dragoman.mention import Mention
from dragoman.record.questions.values import check_page, check_string
from dragoman.record.reviews.checks import ReviewError, reader_in, remark_in
from dragoman.record.reviews.corrections import added_to, corrected
from dragoman.record.rows import schema
from dragoman.record.rows.mentionrows import dump_traits, mention_of
from dragoman.record.rows.rulingrows import utc
from dragoman.record.store.store import Record
from dragoman.record.store.updating import link_mentions, unlink_mention
from dragoman.record.traits.traits import traits_of
from dragoman.record.traits.words import weighed

Verdict = Literal["accepted", "corrected", "rejected"]


@dataclass(frozen=True, slots=True)
class Queued:
    """A mention that waits for a reader, with what its article tells of its origin."""

    mention: Mention
    article_id: str
    title: str | None
    source: str | None
    published: date | None
    event_id: str | None


@dataclass(frozen=True, slots=True)
class Review:
    """What one reader said of a mention.

    Attributes:
        reviewer: who.
        made: when, UTC.
        verdict: ``accepted``, ``corrected`` or ``rejected`` (no such event).
        changes: the fields put right, as JSON has them.
        note: a remark, or None.
    """

    reviewer: str
    made: datetime
    verdict: Verdict
    changes: dict[str, Any] = field(default_factory=dict)
    note: str | None = None


def queue(
    record: Record, *, reviewer: str | None = None, limit: int = 20, offset: int = 0
) -> tuple[Queued, ...]:
    """The mentions that wait for a reader, the least certain first.

    Args:
        record: the record.
        reviewer: those that this reader has not seen, though others may have; else those that
            nobody has.
        limit: how many at most.
        offset: how many to pass over.

    Raises:
        TypeError: ``limit`` or ``offset`` is no whole number.
        ValueError: one is below 0 or past any record.
    """
    check_page(limit, offset)
    mention, review = schema.mention, schema.review
    wanted = _queued().limit(offset + limit)
    # What nobody has seen and what others have: each in the order of an index, however many.
    parts = [wanted.where(mention.c.reviewed.is_(False))]
    if reviewer is not None:
        seen = select(review.c.mention).where(review.c.reviewer == reviewer)
        others = wanted.where(mention.c.reviewed.is_(True), mention.c.traits.is_not(None))
        parts.append(others.where(mention.c.no.not_in(seen)))
    with record.reading() as connection:
        rows = [row for part in parts for row in connection.execute(part)]
    rows.sort(key=lambda row: (row.confidence, row.no))
    return tuple(map(_of_row, rows[offset : offset + limit]))


def submit(
    record: Record,
    mention_id: str,
    *,
    reviewer: str,
    verdict: Verdict,
    changes: Mapping[str, Any] | None = None,
    note: str | None = None,
    adding: bool = False,
) -> str | None:
    """Take a reader's word: the mention's event is brought up to date at once.

    The latest word counts, whole; what others or he himself said before stays in the list of
    reviews, and holds no longer, unless this one is ``adding`` to it.

    Args:
        record: the record.
        mention_id: the mention's id.
        reviewer: who says so.
        verdict: ``accepted``, ``corrected`` (with changes) or ``rejected``.
        changes: see `corrections.corrected`; measured from what the machine said.
        note: a remark.
        adding: fields that the latest word put right and ``changes`` do not name stay as they were
            put right, and are part of this word.

    Returns:
        the id of the mention's event now; None where it was rejected.

    Raises:
        TypeError: the id, the reader's name or the remark is no string.
        ReviewError: there is no such mention, or something of the review is not allowed.
    """
    check_string("a mention's id", mention_id)
    reviewer = reader_in(reviewer)
    if verdict not in get_args(Verdict):
        raise ReviewError(f"{verdict!r:.80} is no verdict; one of {', '.join(get_args(Verdict))}")
    if (verdict == "corrected") != bool(changes):
        raise ReviewError("a corrected mention has changes, and only that; say what is right")
    with record.writing() as connection:
        row = _reviewed(connection, mention_id)
        machine = mention_of(None, row.data)
        if changes and adding:
            changes = added_to(_standing(connection, row.no), changes)
        made = corrected(machine, changes or {}, row.text)
        connection.execute(
            insert(schema.review),
            {
                "mention": row.no,
                "reviewer": reviewer,
                "made": datetime.now(UTC),
                "verdict": verdict,
                "changes": json.dumps(changes or {}, ensure_ascii=False),
                "note": remark_in(note),
            },
        )
        _put(connection, row, made if made != machine else None, rejected=verdict == "rejected")
        table, event = schema.mention, schema.event
        found: str | None = connection.scalar(
            select(event.c.id).join(table, table.c.event == event.c.no).where(table.c.no == row.no)
        )
        return found


def _reviewed(connection: Connection, mention_id: str) -> Any:
    """The row of the mention that a review is of, with what its article has of it.

    Raises:
        ReviewError: there is no such mention.
    """
    table, article = schema.mention, schema.article
    row = connection.execute(
        select(table, article.c.text, article.c.published, article.c.setting)
        .join(article, article.c.no == table.c.article)
        .where(table.c.id == mention_id)
    ).first()
    if row is None:
        raise ReviewError(f"the record has no mention {mention_id[:80]!r}; it may be mistyped")
    return row


def _standing(connection: Connection, number: int) -> dict[str, Any]:
    """The changes of the latest word on a mention; none where that accepts or rejects it."""
    review = schema.review
    said = select(review.c.changes).where(review.c.mention == number)
    latest = connection.scalar(said.order_by(review.c.no.desc()).limit(1))
    found: dict[str, Any] = json.loads(latest) if latest else {}
    return found


def reviews_of(record: Record, mention_id: str) -> tuple[Review, ...]:
    """What readers said of a mention, the earliest first."""
    review, mention = schema.review, schema.mention
    wanted = (
        select(review)
        .join(mention, mention.c.no == review.c.mention)
        .where(mention.c.id == mention_id)
        .order_by(review.c.no)
    )
    with record.reading() as connection:
        return tuple(map(_review, connection.execute(wanted)))


def both(record: Record, mention_id: str) -> tuple[Mention, Mention] | None:
    """What the machine said, and what holds now; None where there is no such mention."""
    table = schema.mention
    with record.reading() as connection:
        row = connection.execute(
            select(table.c.data, table.c.corrected).where(table.c.id == mention_id)
        ).first()
    if row is None:
        return None
    return mention_of(None, row.data), mention_of(row.corrected, row.data)


def _queued() -> Select[Any]:
    """Mentions with what `Queued` tells of them, the least certain first."""
    mention, article, event = schema.mention, schema.article, schema.event
    return (
        select(
            mention.c.no,
            mention.c.confidence,
            mention.c.data,
            mention.c.corrected,
            article.c.id.label("article_id"),
            article.c.title,
            article.c.source,
            article.c.published,
            event.c.id.label("event_id"),
        )
        .join(article, article.c.no == mention.c.article)
        .outerjoin(event, event.c.no == mention.c.event)
        .order_by(mention.c.confidence, mention.c.no)
    )


def _of_row(row: Any) -> Queued:
    mention = mention_of(row.corrected, row.data)
    return Queued(mention, row.article_id, row.title, row.source, row.published, row.event_id)


def _put(connection: Connection, row: Any, made: Mention | None, *, rejected: bool) -> None:
    """Write what holds of the mention now, and link it anew where that changed."""
    table = schema.mention
    present = dump(mention_to_dict(made)) if made else None
    known = (present, rejected) == (row.corrected, row.traits is None)
    connection.execute(
        update(table)
        .where(table.c.no == row.no)
        .values(reviewed=True, **({} if known else {"corrected": present}))
    )
    if known:
        return
    beside = unlink_mention(connection, row.no)
    if rejected:  # by it the id of an event that began with it leads on; see `questions.history`
        connection.execute(update(table).where(table.c.no == row.no).values(antecedent=beside))
        return
    mention = made or mention_of(None, row.data)
    traits = traits_of(mention, row.published, weighed(row.setting))
    connection.execute(
        update(table).where(table.c.no == row.no).values(traits=dump_traits(traits))
    )
    link_mentions(connection, {row.no: traits}, {row.no: mention})


def _review(row: Any) -> Review:
    return Review(row.reviewer, utc(row.made), row.verdict, json.loads(row.changes), row.note)
