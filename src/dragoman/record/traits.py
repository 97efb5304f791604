"""What linking looks at in a mention, made once and compared often."""

from __future__ import annotations

import json
from dataclasses import astuple, dataclass
from datetime import date
from typing import Any, Literal

from dragoman.article import Article
from dragoman.mention import Entity, Mention, Where
from dragoman.record.words import stem, telling, weighed
from dragoman.times.intervals import days_of

Stage = Literal["ahead", "done", "not"]
Order = tuple[int, str, int, str]

# Types that reports of one happening choose between.
_FAMILIES: dict[str, str] = {
    "AGREE": "accord", "SUPPORT": "accord", "COOPERATE": "accord",
    "CONCEDE": "yielding", "RETREAT": "yielding",
    "SANCTION": "pressure", "COERCE": "pressure",
}  # fmt: skip
_STAGES: dict[str, Stage] = {
    "planned": "ahead", "postponed": "ahead", "cancelled": "ahead", "possible": "ahead",
    "negated": "not",
}  # fmt: skip
_SETTING = 24  # telling words of an article that stand for what it is about
# Reciprocal types: who is called actor and who recipient is the reporter's choice.
_MUTUAL = frozenset({"CONSULT", "AGREE", "SUPPORT", "COOPERATE"})
_LONG = 62  # days; a stretch longer than this dates nothing


@dataclass(frozen=True, slots=True)
class Side:
    """One party as linking sees it: name in lower case, country, leading sector."""

    name: str
    country: str | None
    sector: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as linking sees it; ``fine`` where it is finer than a country."""

    country: str | None
    geonameid: int | None
    lat: float | None
    lon: float | None
    fine: bool


@dataclass(frozen=True, slots=True)
class Traits:
    """The traits of one mention. Days are proleptic Gregorian ordinals (`date.toordinal`).

    Attributes:
        id: the mention's id.
        article: its article's id.
        order: place in the record's order: day of publication, article id, offset, id.
        family: family of types; only mentions of one family are linked.
        event: type.
        mode: mode or None.
        stage: ``ahead`` (planned, postponed, cancelled, possible), ``done``, ``not``.
        published: day of publication, or None.
        first: first day on which it can have taken place, or None where nothing is told.
        last: last such day, or None.
        actors: who does it.
        recipients: to whom.
        mutual: True where the two sides may change places.
        spot: the finest place, or None.
        trigger: stem of the trigger.
        words: telling stems of the sentence with their weights.
        setting: telling stems of the whole article with their weights.
    """

    id: str
    article: str
    order: Order
    family: str
    event: str
    mode: str | None
    stage: Stage
    published: int | None
    first: int | None
    last: int | None
    actors: tuple[Side, ...]
    recipients: tuple[Side, ...]
    mutual: bool
    spot: Spot | None
    trigger: str
    words: dict[str, float]
    setting: dict[str, float]


def setting_of(article: Article) -> dict[str, float]:
    """The telling stems of what the article is about, with their weights."""
    return telling(f"{article.title or ''}\n{article.text}", most=_SETTING)


def traits_of(mention: Mention, published: date | None, setting: dict[str, float]) -> Traits:
    """The traits of ``mention`` in an article published on ``published``."""
    day = published.toordinal() if published else None
    first, last = _days(mention)
    return Traits(
        id=mention.id,
        article=mention.article_id,
        order=(day or 0, mention.article_id, mention.trigger.start, mention.id),
        family=_FAMILIES.get(mention.event, mention.event),
        event=mention.event,
        mode=mention.mode,
        stage=_STAGES.get(mention.status, "done"),
        published=day,
        first=first,
        last=last,
        actors=tuple(map(_side, mention.actors)),
        recipients=tuple(map(_side, mention.recipients)),
        mutual=mention.event in _MUTUAL,
        spot=_spot(mention.where[0]) if mention.where else None,
        trigger=stem(mention.trigger.text),
        words=telling(mention.sentence.text),
        setting=setting,
    )


def dump_traits(traits: Traits) -> str:
    """The traits as JSON, without the setting, which the article keeps."""
    return json.dumps(
        [
            traits.id,
            traits.article,
            traits.order,
            traits.family,
            traits.event,
            traits.mode,
            traits.stage,
            traits.published,
            traits.first,
            traits.last,
            [astuple(side) for side in traits.actors],
            [astuple(side) for side in traits.recipients],
            traits.mutual,
            astuple(traits.spot) if traits.spot else None,
            traits.trigger,
            " ".join(traits.words),
        ],
        ensure_ascii=False,
        separators=(",", ":"),
    )


def load_traits(text: str, setting: dict[str, float]) -> Traits:
    """The traits that `dump_traits` wrote, in an article of this setting."""
    row: list[Any] = json.loads(text)
    row[2] = tuple(row[2])
    row[10] = tuple(Side(*side) for side in row[10])
    row[11] = tuple(Side(*side) for side in row[11])
    row[13] = Spot(*row[13]) if row[13] else None
    row[15] = weighed(row[15])
    row.append(setting)
    return Traits(*row)


def _days(mention: Mention) -> tuple[int | None, int | None]:
    if mention.when is None:
        return None, None
    first, last = days_of(mention.when.edtf)
    if first is None or last is None or (last - first).days > _LONG:
        return None, None
    return first.toordinal(), last.toordinal()


def _side(entity: Entity) -> Side:
    sector = entity.sectors[0] if entity.sectors else "UNK"
    return Side(entity.name.casefold(), entity.country, sector)


def _spot(where: Where) -> Spot:
    fine = where.precision in ("point", "city", "district", "region")
    return Spot(where.country, where.geonameid, where.lat, where.lon, fine)
