"""Putting an article of the record right: giving it the date that it lacks, or taking it out.

A reader's word is never lost on the way. When an article gets its date, what nobody has reviewed is
coded anew, and what somebody has stays as it is. An article with reviews is taken out only where
that is asked for.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, func, select, update

from dragoman.article import Article
from dragoman.formats.jsonl import article_to_dict, dump, mention_to_dict
from dragoman.mention import Mention
from dragoman.record.rows import schema
from dragoman.record.rows.mentionrows import dump_traits, mention_of
from dragoman.record.rows.opening import RecordError
from dragoman.record.rows.rulingrows import sole
from dragoman.record.rows.search import forget_words, index_words
from dragoman.record.rows.storable import storable, storable_article
from dragoman.record.store.articles import article_of
from dragoman.record.store.articlewriting import Prepared, insert_mentions
from dragoman.record.store.copygroups import name_anew
from dragoman.record.store.eventwriting import restate_reports
from dragoman.record.store.store import Record
from dragoman.record.store.updating import link_mentions, unlink_mention
from dragoman.record.traits.traits import Traits, traits_of
from dragoman.record.traits.words import weighed


@dataclass(frozen=True, slots=True)
class Dated:
    """What became of the mentions of an article that got its date.

    Attributes:
        mentions: how many were coded anew.
        kept: how many stay as they were, because a reader has reviewed them, or ruled on them.
    """

    mentions: int
    kept: int


@dataclass(frozen=True, slots=True)
class Removed:
    """How many mentions and reviews went with an article."""

    mentions: int
    reviews: int


def lacks_date(record: Record, article: Article) -> bool:
    """Whether the record has this article in these words, without the date that it has here."""
    table = schema.article
    with record.reading() as connection:
        wanted = select(table.c.text, table.c.published).where(table.c.id == storable(article.id))
        row = connection.execute(wanted).first()
    return row is not None and _lacks(row, article)


def give_date(record: Record, article: Article, mentions: Sequence[Mention]) -> Dated | None:
    """Give an article of the record its day of publication, and its mentions as coded with that.

    Mentions that a reader has reviewed stay as they are, and so do those without which a ruling
    on linking would be lost; a new one at the same word is left out.

    Args:
        record: the record.
        article: the article with its date.
        mentions: what was coded of it.

    Returns:
        what was done; None where the record lacks it, has another text, or knows its date.
    """
    article, mentions = storable_article(article, mentions)
    with record.writing() as connection:
        table = schema.article
        row = connection.execute(select(table).where(table.c.id == article.id)).first()
        if row is None or not _lacks(row, article):
            return None
        dated = article_of(row).dated(article.published)
        left_out = json.dumps(article_to_dict(dated)["left_out"], ensure_ascii=False)
        mine = update(table).where(table.c.no == row.no)
        connection.execute(mine.values(published=dated.published, left_out=left_out))
        old = connection.execute(
            select(schema.mention).where(schema.mention.c.article == row.no)
        ).all()
        ruled = sole(connection, [one.no for one in old if not one.reviewed])
        kept = {one.no for one in old if one.reviewed or one.no in ruled}
        coded = {mention.id: mention for mention in mentions}
        traits, told = _told_anew(connection, old, kept, coded, dated, weighed(row.setting))
        for one in old:
            coded.pop(one.id, None)
        taken = {one.start for one in old if one.no in kept}
        new = [mention for mention in coded.values() if mention.trigger.start not in taken]
        fresh = insert_mentions(connection, [Prepared(dated, new)], {dated.id: row.no})
        link_mentions(connection, traits | fresh[0], told | fresh[1])
        restate_reports(connection, name_anew(connection, row.report))
    return Dated(len(traits.keys() - kept) + len(new), len(kept))


def remove(record: Record, article_id: str, *, reviewed: bool = False) -> Removed:
    """Take an article with its mentions out of the record; its events go on without.

    Args:
        record: the record.
        article_id: its id.
        reviewed: take it out even where readers have reviewed mentions of it, which go, too, or
            have ruled on their linking, which has no effect from then on.

    Raises:
        RecordError: there is no such article, or it has reviews or rulings.
    """
    article, mention, review = schema.article, schema.mention, schema.review
    with record.writing() as connection:
        known = select(article.c.no, article.c.report, article.c.title)
        row = connection.execute(known.where(article.c.id == storable(article_id))).first()
        if row is None:
            what = f"the record has no article {article_id[:80]!r}; dragoman articles lists them"
            raise RecordError(what)
        mine = select(mention.c.no, mention.c.data).where(mention.c.article == row.no)
        mentions = connection.execute(mine).all()
        own = select(mention.c.no).where(mention.c.article == row.no)
        counted = select(func.count()).select_from(review).where(review.c.mention.in_(own))
        reviews = connection.scalar(counted) or 0
        if reviews and not reviewed:
            what = f"readers have reviewed mentions of article {article_id[:80]!r} ({reviews}"
            raise RecordError(f"{what} reviews); --reviewed takes it out with them")
        if not reviewed and (ruled := sole(connection, (one.no for one in mentions))):
            what = f"a reader's ruling on linking needs mentions of article {article_id[:80]!r}"
            raise RecordError(f"{what} ({len(ruled)}); --reviewed takes it out all the same")
        connection.execute(delete(review).where(review.c.mention.in_(own)))
        for one in mentions:
            _forget(connection, one, row.title)
        connection.execute(delete(schema.band).where(schema.band.c.article == row.no))
        connection.execute(delete(article).where(article.c.no == row.no))
        restate_reports(connection, name_anew(connection, row.report))
    return Removed(len(mentions), reviews)


def _lacks(row: Any, article: Article) -> bool:
    dated = article.published is not None and row.published is None
    return dated and row.text == storable(article.text)


def _told_anew(
    connection: Connection,
    old: Sequence[Any],
    kept: Set[int],
    coded: Mapping[str, Mention],
    article: Article,
    setting: dict[str, float],
) -> tuple[dict[int, Traits], dict[int, Mention]]:
    """Bring the mentions that an article has to what was coded now; what was not coded again goes.

    Those of the numbers ``kept`` stay as they are.

    Returns:
        the traits of those that are to be linked, and they themselves as they hold now, by number.
    """
    table = schema.mention
    traits: dict[int, Traits] = {}
    told: dict[int, Mention] = {}
    for one in old:
        values: dict[str, Any] = {}
        if one.no in kept:
            mention = mention_of(one.corrected, one.data)
        elif one.id in coded:
            mention = coded[one.id]
            values["data"] = storable(dump(mention_to_dict(mention)))
            values["confidence"] = mention.confidence
            forget_words(connection, one.no, article.title, _sentence(one))
            index_words(connection, {one.no: (article.title, mention.sentence.text)})
        else:
            _forget(connection, one, article.title)
            continue
        if one.traits is None:  # it was rejected
            continue
        unlink_mention(connection, one.no)
        told[one.no], traits[one.no] = mention, traits_of(mention, article.published, setting)
        values["traits"] = storable(dump_traits(traits[one.no]))
        connection.execute(update(table).where(table.c.no == one.no).values(values))
    return traits, told


def _forget(connection: Connection, row: Any, title: str | None) -> None:
    """Take a mention out of the record; what was rejected and led to it leads to one beside it."""
    table = schema.mention
    beside = unlink_mention(connection, row.no)
    led = table.c.antecedent == row.no
    connection.execute(update(table).where(led).values(antecedent=beside))
    named = schema.ruling_mention
    connection.execute(delete(named).where(named.c.mention == row.no))
    forget_words(connection, row.no, title, _sentence(row))
    connection.execute(delete(table).where(table.c.no == row.no))


def _sentence(row: Any) -> str:
    return mention_of(None, row.data).sentence.text
