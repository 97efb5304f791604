"""What a filter asks for, and what is planned or overdue, as conditions on the record's tables.

A plan may take place from its first possible day to its last. One without a first day ('by 30
September') may from its first report on. One without a last day ('from 25 August on') is never
overdue; it is let go after a year, or once nobody has spoken of it for `STALE`, as one without any
day is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    JSON,
    ColumnElement,
    and_,
    bindparam,
    case,
    cast,
    func,
    literal,
    or_,
    select,
    type_coerce,
)

from dragoman import letters
from dragoman.countries import code_of
from dragoman.days import shifted
from dragoman.record.event import AHEAD
from dragoman.record.questions.filters import Filter, place_in
from dragoman.record.rows import schema
from dragoman.record.rows.search import having_words, sought_names

# A plan without a last day that nobody has spoken of for so long is no longer news.
STALE = timedelta(days=60)
_OPEN = timedelta(days=366)
_NAME = re.compile(r"(?:[^\W\d_]|[ .'’-])+")


def is_ahead() -> ColumnElement[bool]:
    """What is planned or postponed.

    The statuses are written out: only so is the index `event_ahead` of use.
    """
    statuses: Any = bindparam("ahead", AHEAD, expanding=True, literal_execute=True)
    return schema.event.c.status.in_(statuses)


def stands_at() -> ColumnElement[Any]:
    """The day at which a plan stands in a calendar: the first possible one, else the last."""
    return func.coalesce(schema.event.c.first_day, schema.event.c.last_day)


def next_day(on: date) -> ColumnElement[Any]:
    """The next day told of a plan as seen on a day: its first, or where that passed its last."""
    table = schema.event.c
    last = func.coalesce(table.last_day, literal(date.max))
    return case((table.first_day >= on, table.first_day), else_=last)


def may_come(since: date, until: date) -> tuple[ColumnElement[bool], ...]:
    """What has a date and may take place in these days, both included."""
    table = schema.event.c
    lately = shifted(since, -STALE)
    news = or_(table.first_day >= lately, table.last_reported >= lately)
    return (
        or_(table.last_day >= since, and_(table.last_day.is_(None), news)),
        _ends() >= shifted(since, -_OPEN),  # the range of the index to look at
        func.coalesce(table.first_day, table.first_reported, until) <= until,
    )


def is_undated(on: date) -> tuple[ColumnElement[bool], ...]:
    """What has no date, and was spoken of before a day and not too long before it."""
    table = schema.event.c
    lately = shifted(on, -STALE)
    return _ends().is_(None), table.last_reported >= lately, table.first_reported <= on


def is_overdue(on: date) -> tuple[ColumnElement[bool], ...]:
    """What was to have taken place before a day; the same as `Event.is_overdue`."""
    return is_ahead(), schema.event.c.last_day.is_not(None), _ends() < on


def ended_since(day: date) -> ColumnElement[bool]:
    """What was to have taken place on this day or later, as far as is known."""
    return _ends() >= day


def _ends() -> ColumnElement[Any]:
    """The last day known of an event; the index `event_ahead` has it in these words."""
    return func.coalesce(schema.event.c.last_day, schema.event.c.first_day)


def conditions_of(wanted: Filter, dialect: str) -> list[ColumnElement[bool]]:
    """The filter as conditions on the table ``event``."""
    table = schema.event
    found: list[ColumnElement[bool]] = []
    for column, values in (
        (table.c.type, wanted.types),
        (table.c.mode, wanted.modes),
        (table.c.status, wanted.statuses),
        (table.c.quad_class, wanted.quads),
        (table.c.certainty, wanted.certainties),
    ):
        if values:
            found.append(column.in_(values))
    if wanted.sectors:
        found.append(or_(*(table.c.sectors.contains(f" {code} ") for code in wanted.sectors)))
    found += _by_countries(wanted)
    if wanted.actors:
        found.append(_by_names(wanted.actors))
    found += _by_days(wanted)
    if wanted.place:
        found.append(_by_place(wanted.place, dialect))
    if wanted.text and wanted.text.strip():
        found.append(_by_words(wanted.text, dialect))
    if wanted.confidence > 0:
        found.append(table.c.confidence >= wanted.confidence)
    if wanted.overall_confidence > 0:
        found.append(table.c.overall_confidence >= wanted.overall_confidence)
    if wanted.sources > 1:
        found.append(table.c.sources >= wanted.sources)
    if wanted.disputed is not None:
        found.append(table.c.disputed.is_(wanted.disputed))
    if not wanted.background:
        found.append(table.c.background.is_(False))
    return found


def within(
    column: ColumnElement[Any], since: date | None, until: date | None
) -> list[ColumnElement[bool]]:
    """That the day of a column is one of these days, both included; each end may be open."""
    ends = (column >= since if since else None, column <= until if until else None)
    return [end for end in ends if end is not None]


def _by_countries(wanted: Filter) -> list[ColumnElement[bool]]:
    table, country, dyad = schema.event, schema.event_country, schema.dyad
    found: list[ColumnElement[bool]] = []
    if wanted.about:
        among = select(country.c.event).where(country.c.country.in_(wanted.about))
        if wanted.reported_since:
            among = among.where(country.c.last_reported >= wanted.reported_since)
        found.append(table.c.no.in_(among))
    if wanted.dyad:
        first, second = sorted(wanted.dyad)
        pair = select(dyad.c.event).where(dyad.c.first == first, dyad.c.second == second)
        found.append(table.c.no.in_(pair))
    return found


def _by_names(names: Iterable[str]) -> ColumnElement[bool]:
    """Events with a party of one of the names: what is kept is the name, or goes on after it."""
    kept = schema.event_name.c
    # The sign after the blank: no other follows a name's last letter in what is kept.
    keys = [key for name in names for key in sought_names(name)]
    begun = [and_(kept.name >= key, kept.name < f"{key}!") for key in keys]
    return schema.event.c.no.in_(select(kept.event).where(or_(*begun)))


def _by_days(wanted: Filter) -> list[ColumnElement[bool]]:
    table = schema.event
    found: list[ColumnElement[bool]] = []
    if wanted.since:
        told = func.coalesce(table.c.last_day, table.c.last_reported)
        open_end = and_(table.c.last_day.is_(None), table.c.first_day.is_not(None))
        found.append(or_(told >= wanted.since, open_end))
    if wanted.until:
        told = func.coalesce(table.c.first_day, table.c.first_reported)
        open_start = and_(table.c.first_day.is_(None), table.c.last_day.is_not(None))
        found.append(or_(told <= wanted.until, open_start))
    if wanted.reported_since:
        found.append(table.c.last_reported >= wanted.reported_since)
    if wanted.reported_until:
        found.append(table.c.first_reported <= wanted.reported_until)
    if wanted.overdue:
        found += is_overdue(wanted.overdue)
    return found


def _by_place(place: str, dialect: str) -> ColumnElement[bool]:
    table = schema.event
    if one := place_in(place):
        # The name is in an index, so that few events are opened for how it is written and their id.
        name, geonameid = one
        data = type_coerce(table.c.data, JSON) if dialect == "sqlite" else cast(table.c.data, JSON)
        written, known = data["where", "name"].as_string(), data["where", "geonameid"].as_integer()
        return and_(
            table.c.place == letters.fold(name),
            written == name,
            known.is_not_distinct_from(geonameid),
        )
    if len(place) == 3 and place.isascii() and place.isupper():
        return table.c.place_country == place
    plain = letters.fold(place)
    named = [
        table.c.place.startswith(plain, autoescape=True),
        table.c.place.in_(_also_called(plain)),
    ]
    if (country := code_of(place)) and country != place.upper():
        named.append(table.c.place_country == country)
    return or_(*named)


@lru_cache(maxsize=1000)
def _also_called(name: str) -> tuple[str, ...]:
    """The likeliest place that has this as another name, as GeoNames calls it: 'kiev' is 'kyiv'."""
    if not _NAME.fullmatch(name):
        return ()
    # Imported here: it brings the whole reading of texts along, and few questions need it.
    from dragoman.places.likeliest import likeliest_place

    place = likeliest_place(name)
    return (letters.fold(place.name),) if place else ()


def _by_words(words: str, dialect: str) -> ColumnElement[bool]:
    """Events with a report that has all the words."""
    mention = schema.mention
    matching = having_words(words, dialect)
    return schema.event.c.no.in_(
        select(mention.c.event).where(mention.c.no.in_(matching), mention.c.event.is_not(None))
    )
