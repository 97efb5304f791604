"""What linking looks at in a mention, made once and compared often."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dragoman.article import Article
from dragoman.countries import is_state
from dragoman.mention import Entity, EventType, Mention, Where
from dragoman.record.traits.deeds import NO_DEED, Deed, deed_of
from dragoman.record.traits.subjects import subjects_of
from dragoman.record.traits.turns import Turn, is_sum, portion_of, turn_of
from dragoman.record.traits.undoing import undone
from dragoman.record.traits.words import stem, telling
from dragoman.times.intervals import days_of

Stage = Literal["ahead", "done", "not"]
Camp = Literal["state", "rebels", "people", ""]
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
_CAMPS: dict[str, Camp] = {
    "GOV": "state", "MIL": "state", "COP": "state", "JUD": "state", "LEG": "state", "SPY": "state",
    "REB": "rebels", "UAF": "rebels", "CRM": "rebels", "UNK": "",
}  # fmt: skip
_UNDATED = date.max.toordinal() + 1
_SETTING = 24  # telling words of an article that stand for what it is about
MUTUAL: frozenset[EventType] = frozenset({"CONSULT", "AGREE", "SUPPORT", "COOPERATE"})
"""Reciprocal types: who is called actor and who recipient is the reporter's choice."""

# Not those who are killed: "two more died" counts the dead of one attack.
_IN_PORTIONS = frozenset({"RETREAT", "COERCE", "SANCTION"})
_LONG = 62  # days; what is told of a longer stretch ("15 tests this year") is no single happening
_LONG_PLAN = 366  # "next spring", "in 2027": a plan for it is still one thing, and of no other year


@dataclass(frozen=True, slots=True)
class Side:
    """One party as linking sees it.

    Attributes:
        name: in lower case.
        country: alpha-3 or another top-level code, or None.
        sector: the leading one.
        proper: it has a name of its own, which is not its country's.
        person: it is somebody named who holds an office.
        inferred: its country is taken from the text around, and not from words told of it.
        office: the office held, in lower case; empty where none is known.
    """

    name: str
    country: str | None
    sector: str
    proper: bool
    person: bool = False
    inferred: bool = False
    office: str = ""

    @property
    def camp(self) -> Camp:
        """Where it stands in its country: with the state, in arms against it, or neither."""
        return _CAMPS.get(self.sector, "people")


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
        order: place in the record's order: day of publication, article id, offset, id; see
            `place_in_order`.
        family: family of types; only mentions of one family are linked.
        event: type.
        mode: mode or None.
        stage: ``ahead`` (planned, postponed, cancelled, possible), ``done``, ``not``.
        published: day of publication, or None.
        first: first day on which it can have taken place, or None where nothing is told.
        last: last such day, or None.
        spread: it is told of a long stretch of time or of long ago, or sums up many; and not of
            one day.
        actors: who does it.
        recipients: to whom.
        mutual: True where the two sides may change places.
        visit: one side travels to the other.
        spot: the finest place, or None.
        trigger: stem of the trigger.
        words: telling stems of the sentence with their weights.
        setting: telling stems of the whole article with their weights.
        weight: that of all ``words``.
        about: the weight of all of the ``setting``.
        turn: which of several of its kind it is; None where nothing is told.
        put_off: it is a plan that was put off, and may be told again weeks later.
        deed: what tells it from the next deed of its kind.
        undoes: stem of the word for what it tells not to come, in words of another type; see
            `undoing`.
        subjects: what the pact, ban or test may be of; see `subjects`.
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
    spread: bool
    actors: tuple[Side, ...]
    recipients: tuple[Side, ...]
    mutual: bool
    visit: bool
    spot: Spot | None
    trigger: str
    words: dict[str, float]
    setting: dict[str, float]
    weight: float
    about: float
    turn: Turn | None = None
    put_off: bool = False
    deed: Deed = NO_DEED
    undoes: str = ""
    subjects: tuple[str, ...] = ()

    @property
    def parties(self) -> tuple[Side, ...]:
        """Who takes part on either side, the actors first."""
        return (*self.actors, *self.recipients)

    @property
    def later(self) -> bool:
        """Whether one of its kind is told to have gone before."""
        return self.turn is not None and self.turn.later


def place_in_order(day: int | None, article: str, start: int, mention: str) -> Order:
    """The place of a mention in the record's order, by its article's day of publication.

    What has no day comes last: it may join a story that is dated, and never parts one.
    """
    return (_UNDATED if day is None else day), article, start, mention


def family_of(event: str) -> str:
    """The family of a type."""
    return _FAMILIES.get(event, event)


def setting_of(article: Article) -> dict[str, float]:
    """The telling stems of what the article is about, with their weights."""
    return telling(f"{article.title or ''}\n{article.text}", most=_SETTING)


def traits_of(mention: Mention, published: date | None, setting: dict[str, float]) -> Traits:
    """The traits of ``mention`` in an article published on ``published``."""
    day = published.toordinal() if published else None
    first, last, spread = _days(mention)
    words = telling(mention.sentence.text)
    return Traits(
        id=mention.id,
        article=mention.article_id,
        order=place_in_order(day, mention.article_id, mention.trigger.start, mention.id),
        family=family_of(mention.event),
        event=mention.event,
        mode=mention.mode,
        stage=_stage(mention.status, last, day),
        published=day,
        first=first,
        last=last,
        spread=spread or (first is None and (mention.background or _is_sum(mention))),
        actors=tuple(map(_side, mention.actors)),
        recipients=tuple(map(_side, mention.recipients)),
        mutual=mention.event in MUTUAL,
        visit=mention.mode == "visit",
        spot=_spot(mention.where[0]) if mention.where else None,
        trigger=stem(mention.trigger.text),
        words=words,
        setting=setting,
        weight=sum(words.values()),
        about=sum(setting.values()),
        turn=_turn(mention),
        put_off=mention.status == "postponed",
        deed=deed_of(mention, fresh=last is None or last == day),
        undoes=undone(mention),
        subjects=subjects_of(mention),
    )


def _is_sum(mention: Mention) -> bool:
    sentence, trigger = mention.sentence, mention.trigger
    return is_sum(sentence.text, trigger.start - sentence.start, trigger.end - sentence.start)


def _turn(mention: Mention) -> Turn | None:
    sentence, trigger = mention.sentence, mention.trigger
    told = sentence.text, trigger.start - sentence.start, trigger.end - sentence.start
    turn = turn_of(*told)
    return turn or (portion_of(*told) if mention.event in _IN_PORTIONS else None)


def _stage(status: str, last: int | None, published: int | None) -> Stage:
    if status == "possible" and last is not None and published is not None and last < published:
        return "done"  # what may have happened is looked for where it would have
    return _STAGES.get(status, "done")


def _days(mention: Mention) -> tuple[int | None, int | None, bool]:
    """First and last day, None where nothing near is told; and whether the stretch is long."""
    if mention.when is None:
        return None, None, False
    first, last = days_of(mention.when.edtf)
    ahead = _STAGES.get(mention.status) == "ahead"
    if first is None or last is None:
        # Since a day: what goes on; until a day: nothing that dates it. A plan begins on its day.
        day = first.toordinal() if first and ahead else None
        return day, day, first is not None and not ahead
    if (last - first).days > (_LONG_PLAN if ahead else _LONG):
        return None, None, True
    return first.toordinal(), last.toordinal(), False


def _side(entity: Entity) -> Side:
    sector = entity.sectors[0] if entity.sectors else "UNK"
    own = entity.name.split()
    proper = all(map(_is_capital, own)) and not is_state(entity.name, entity.country)
    # "Luiz da Silva" is one; "Peru's president" is none that is named.
    named = own[:1] and _is_capital(own[0]) and _is_capital(own[-1])
    person = bool(named and entity.office)
    office = (entity.office or "").casefold()
    inferred = entity.country_inferred
    return Side(entity.name.casefold(), entity.country, sector, proper, person, inferred, office)


def _is_capital(word: str) -> bool:
    """Whether it begins with a capital, perhaps after a particle: Fattah, el-Fattah."""
    return word[:1].isupper() or word.rpartition("-")[2][:1].isupper()


def _spot(where: Where) -> Spot:
    fine = where.precision in ("point", "city", "district", "region")
    return Spot(where.country, where.geonameid, where.lat, where.lon, fine)
