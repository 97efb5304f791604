"""What a reader puts right in a mention: checked, then made a mention of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, get_args

from dragoman.countries import name_of
from dragoman.events.ontology import kinds
from dragoman.mention import Certainty, Entity, Mention, Span, Status, When
from dragoman.times.intervals import days_of

_EDTF = re.compile(r"[0-9X~?%/.\-]{4,40}")
_SECTOR = re.compile(r"[A-Z]{3}")
_LONGEST = 300
_ENTITY = {field.name for field in fields(Entity)}


class ReviewError(ValueError):
    """A review cannot be taken; says what is wrong with it and what to write instead."""


def corrected(mention: Mention, changes: Mapping[str, Any], text: str) -> Mention:
    """The mention with a reader's changes.

    Args:
        mention: as it is now.
        changes: fields of `Mention` with their right values, as JSON has them: ``event``,
            ``mode``, ``status``, ``certainty``, ``background``, ``actors`` and ``recipients``
            (lists of ``name``, ``country``, ``sectors``, ``office`` and, where the article names
            the party, its words as ``text``), ``when`` (an EDTF date, or None).
        text: the article's text, in which a party's words are looked for.

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
    if not isinstance(value, list) or len(value) > 20:
        raise ReviewError("parties are a list of at most 20; give one object for each")
    return tuple(_party(row, mention, text) for row in value)


def _party(row: Any, mention: Mention, text: str) -> Entity:
    if not isinstance(row, Mapping) or not isinstance(row.get("name"), str) or not row["name"]:
        raise ReviewError("a party needs at least a name; write {\"name\": ..., \"country\": ...}")
    if unknown := set(row) - _ENTITY:
        raise ReviewError(f"a party has no field {', '.join(sorted(map(str, unknown)))}")
    name, country, sectors = row["name"], row.get("country") or None, row.get("sectors") or ["UNK"]
    if country is not None and (not isinstance(country, str) or name_of(country) == country):
        raise ReviewError(f"{country!r} is no country's code; write it as IRN, or UNO, EUR, IGO")
    if not isinstance(sectors, list) or not all(
        isinstance(s, str) and _SECTOR.fullmatch(s) for s in sectors
    ):
        raise ReviewError(f"sectors are {sectors!r}; write a list of codes, as [\"GOV\", \"MIL\"]")
    span = _words(row.get("text"), mention, text)
    office = row.get("office") or None
    return Entity(
        *(span or (mention.trigger.text, mention.trigger.start, mention.trigger.end)),
        name=name[:_LONGEST],
        country=country,
        sectors=tuple(sectors),
        office=str(office)[:_LONGEST] if office else None,
        inferred=span is None,
    )


def _words(words: Any, mention: Mention, text: str) -> tuple[str, int, int] | None:
    """The place of these words nearest to the sentence; None where none are given."""
    if not words:
        return None
    places = [m.start() for m in re.finditer(re.escape(str(words)), text)]
    if not places:
        raise ReviewError(f"the article does not have the words {str(words)[:80]!r}; copy them")
    start = min(places, key=lambda place: abs(place - mention.sentence.start))
    return str(words), start, start + len(str(words))


def _date(value: Any, mention: Mention, _text: str) -> When | None:
    if value in (None, ""):
        return None
    if not isinstance(value, str) or not _EDTF.fullmatch(value):
        raise ReviewError(f"{value!r} is no EDTF date; write it as 2025-07-26 or 2025-07/2025-08")
    if days_of(value) == (None, None) and not value.startswith("XXXX"):
        raise ReviewError(f"{value!r} is no date that there is; write it as 2025-07-26")
    where: Span = mention.when or mention.trigger
    return When(where.text, where.start, where.end, value, "stated")


_FIELDS: dict[str, Any] = {
    "event": None,
    "mode": None,
    "status": _one_of(get_args(Status)),
    "certainty": _one_of(get_args(Certainty)),
    "background": _flag,
    "actors": _parties,
    "recipients": _parties,
    "when": _date,
}
