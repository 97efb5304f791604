"""What a reader puts right in a mention: checked, then made a mention of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from dragoman.days import near
from dragoman.events.ontology import kinds
from dragoman.mention import CERTAINTIES, STATUSES, Entity, Mention, When
from dragoman.record.reviews.checks import (
    LONGEST,
    ReviewError,
    country_in,
    name_in,
    no_words,
    rows_of,
    sectors_in,
    words_at,
)
from dragoman.record.reviews.facts import numbers, places, speakers
from dragoman.times.intervals import days_of

# A date of EDTF's level 1: a day, month, season or year, with unknown digits and a mark of doubt.
_DATE = re.compile(
    r"(?:\d{4}|\d{3}X|\d\dXX|\dXXX|XXXX(?=-))(?:-(?:\d\d|XX)(?:-(?:\d\d|XX))?)?[~?%]?",
    re.ASCII,
)
_OPEN = ("", "..")
_ENTITY = {field.name for field in fields(Entity)}


def corrected(mention: Mention, changes: Mapping[str, Any], text: str) -> Mention:
    """The mention with a reader's changes.

    Args:
        mention: as it is now.
        changes: fields of `Mention` with their right values, as JSON has them: ``event``,
            ``mode``, ``status``, ``certainty``, ``background``, ``actors`` and ``recipients``
            (lists of ``name``, ``country``, ``sectors``, ``office`` and, where the article names
            the party, its words as ``text``), ``when`` (an EDTF date, or None), ``where`` (a
            list of ``name``, ``country``, ``text`` and, where several bear the name,
            ``geonameid``), ``magnitudes`` (``killed``, ``injured``, ``arrested``, ``size``: each
            ``low``, ``high``, None for 'at least', and ``text``; all that is told), and
            ``attribution`` (who says so: a list of ``name``, ``country``, ``sectors``, ``text``).
        text: the article's text, in which the words are looked for.

    Raises:
        ReviewError: a field is not known or a value not allowed.
    """
    found = mention
    for name, value in changes.items():
        if name not in _FIELDS:
            what = f"{name} cannot be corrected; these can: {', '.join(_FIELDS)}"
            raise ReviewError(what)
        if name not in ("event", "mode"):
            found = replace(found, **{name: _FIELDS[name](value, found, text)})
    if changes.keys() & {"event", "mode"}:
        found = _of_kind(found, changes)
    return found


def added_to(before: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """Changes with those made before that they say nothing of, as `corrected` takes them.

    A mode is of its type: a new type comes without the mode that was put right before.
    """
    kept = {k: v for k, v in before.items() if k != "mode" or "event" not in changes}
    return {**kept, **changes}


def _of_kind(mention: Mention, changes: Mapping[str, Any]) -> Mention:
    event = changes.get("event", mention.event)
    kept = mention.mode if event == mention.event else None
    mode = changes.get("mode", kept) or None
    kind = kinds().get((event, mode))
    if kind is None:
        of = " ".join(sorted(m for e, m in kinds() if e == event and m)) or "none"
        known = " ".join(sorted({e for e, _ in kinds()}))
        what = (
            f"{event} has no mode {mode}; its modes: {of}"
            if (event, None) in kinds()
            else f"{event} is no event type; one of {known}"
        )
        raise ReviewError(what)
    return replace(
        mention,
        event=kind.event,  # type: ignore[arg-type]  # the ontology's names are EventType's
        mode=kind.mode,
        quad_class=kind.quad_class,
        intensity=kind.intensity,
    )


def _one_of(values: tuple[str, ...]) -> Any:
    def check(value: Any, _mention: Mention, _text: str) -> str:
        if value not in values:
            raise ReviewError(f"{value!r} is not known; one of {', '.join(values)}")
        return str(value)

    return check


def _flag(value: Any, _mention: Mention, _text: str) -> bool:
    if not isinstance(value, bool):
        raise ReviewError(f"background is {value!r}; write true or false")
    return value


def _parties(value: Any, mention: Mention, text: str) -> tuple[Entity, ...]:
    return tuple(_party(row, mention, text) for row in rows_of(value, "parties"))


def _party(row: Any, mention: Mention, text: str) -> Entity:
    name = name_in(row, _ENTITY, "party")
    span = words_at(row.get("text"), mention, text)
    office = row.get("office") or None
    return Entity(
        *(span or (mention.trigger.text, mention.trigger.start, mention.trigger.end)),
        name=name,
        country=country_in(row),
        sectors=sectors_in(row),
        office=str(office)[:LONGEST] if office else None,
        inferred=span is None,
    )


def _date(value: Any, mention: Mention, _text: str) -> When | None:
    if value in (None, ""):
        return None
    sides = value.split("/") if isinstance(value, str) else []
    told = [side for side in sides if side not in _OPEN or len(sides) == 1]
    if not told or len(sides) > 2 or not all(map(_DATE.fullmatch, told)):
        shown = repr(value)[:60]
        raise ReviewError(f"{shown} is no EDTF date; write it as 2025-07-26 or 2025-07/2025-08")
    first, last = days_of(value)
    if not all(map(_exists, told)) or (first and last and first > last):
        raise ReviewError(f"{value!r} is no date that there is; write it as 2025-07-26")
    try:
        for day in filter(None, (day for side in told for day in days_of(side))):
            near(day)
    except ValueError as error:
        raise ReviewError(f"{value!r} {error}") from None
    held = mention.when
    words = (held.text, held.start, held.end) if held else no_words(mention)
    return When(*words, value, "stated")


def _exists(day: str) -> bool:
    """Whether there is such a day; one of an unknown year, in a leap year."""
    known = f"2000{day[4:]}" if day.startswith("XXXX") else day
    return days_of(known) != (None, None)


_FIELDS: dict[str, Any] = {
    "event": None,
    "mode": None,
    "status": _one_of(STATUSES),
    "certainty": _one_of(CERTAINTIES),
    "background": _flag,
    "actors": _parties,
    "recipients": _parties,
    "when": _date,
    "where": places,
    "magnitudes": numbers,
    "attribution": speakers,
}
