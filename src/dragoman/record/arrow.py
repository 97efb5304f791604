"""Events as Arrow tables, from which pandas, polars and DuckDB take them without text between.

Needs pyarrow (the extra ``archives``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from dragoman.formats.jsonl import plain
from dragoman.record.event import Event, History, Place, Step

if TYPE_CHECKING:
    import pyarrow  # type: ignore[import-untyped, unused-ignore]

_SAME = (
    "id", "event", "mode", "contexts", "quad_class", "intensity", "status", "certainty",
    "disputed", "background", "when", "first_day", "last_day", "day",
    "day_basis", "first_reported", "last_reported", "changed", "before", "mentions", "reports",
    "sources", "confidence", "overall_confidence", "text",
)  # fmt: skip

_PLACE = {
    "place": "name", "place_country": "country", "geonameid": "geonameid", "lat": "lat",
    "lon": "lon", "precision": "precision",
}  # fmt: skip


def event_schema() -> pyarrow.Schema:
    """The columns: the fields of `Event`, its one day with what that rests on, its place in columns
    of its own, whether it is overdue, outlets and addresses.

    Raises:
        ModuleNotFoundError: pyarrow is not installed.
    """
    import pyarrow as pa

    text, day, texts = pa.string(), pa.date32(), pa.list_(pa.string())
    party = [
        ("name", text), ("country", text), ("sectors", texts), ("office", text),
        ("country_inferred", pa.bool_()),
    ]  # fmt: skip
    parties = pa.list_(pa.struct(party))
    claim = [
        ("counted", text), ("low", pa.int64()), ("high", pa.int64()), ("sources", texts),
        ("mentions", texts),
    ]  # fmt: skip
    return pa.schema([
        ("id", text), ("event", text), ("mode", text), ("contexts", texts),
        ("quad_class", pa.int8()), ("intensity", pa.float64()),
        ("actors", parties), ("recipients", parties),
        ("status", text), ("certainty", text), ("disputed", pa.bool_()),
        ("overdue", pa.bool_()), ("background", pa.bool_()),
        ("when", text), ("first_day", day), ("last_day", day),
        ("day", day), ("day_basis", text),
        ("place", text), ("place_country", text), ("geonameid", pa.int64()),
        ("lat", pa.float64()), ("lon", pa.float64()), ("precision", text),
        ("claims", pa.list_(pa.struct(claim))),
        ("first_reported", day), ("last_reported", day), ("changed", day), ("before", text),
        ("mentions", pa.int32()), ("reports", pa.int32()), ("sources", pa.int32()),
        ("confidence", pa.float64()), ("overall_confidence", pa.float64()), ("text", text),
        ("outlets", texts), ("urls", texts),
    ])  # fmt: skip


def to_arrow(
    events: Iterable[Event | History], *, today: date | None = None
) -> pyarrow.Table:
    """The events as one table, a row each, with the columns of `event_schema`.

    Args:
        events: what ``events`` or ``histories`` of `dragoman.record` gives; of a bare `Event`
            ``outlets`` and ``urls`` are null.
        today: the day taken for today, by which what is planned is overdue.

    Raises:
        ModuleNotFoundError: pyarrow is not installed.
    """
    import pyarrow as pa

    on = today or date.today()
    return pa.Table.from_pylist([event_record(event, on) for event in events], event_schema())


def event_record(given: Event | History, today: date) -> dict[str, Any]:
    """The event as a row of `event_schema`; ``today`` is the day taken for today."""
    event = given.event if isinstance(given, History) else given
    row: dict[str, Any] = {name: getattr(event, name) for name in _SAME}
    row |= {"contexts": list(event.contexts), "overdue": event.is_overdue(today)}
    row |= {name: plain(getattr(event, name)) for name in ("actors", "recipients", "claims")}
    row |= place_columns(event.where)
    if isinstance(given, History):
        row |= {"outlets": outlets_of(given.steps), "urls": urls_of(given.steps)}
    return row


def place_columns(place: Place | None) -> dict[str, Any]:
    """What tells of a place, by the names of its columns; None in each where there is none."""
    return {column: getattr(place, name, None) for column, name in _PLACE.items()}


def outlets_of(steps: Sequence[Step]) -> list[str]:
    """The outlets that report it, each once, in order of first report."""
    return list(dict.fromkeys(step.source for step in steps if step.source))


def urls_of(steps: Sequence[Step]) -> list[str]:
    """The addresses of its reports, each once, in order of first report."""
    return list(dict.fromkeys(step.url for step in steps if step.url))
