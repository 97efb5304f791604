"""Records from JSON values, each value checked against the type that the record's field has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

_Read = Callable[[Any], Any]
_PLAIN = {
    str: ("text", (str,)),
    int: ("a whole number", (int,)),
    float: ("a number", (float, int)),
    bool: ("true or false", (bool,)),
    NoneType: ("null", (NoneType,)),
}


class _WrongError(ValueError):
    """A value is not allowed; ``path`` names its field, innermost first."""

    def __init__(self, value: Any, allowed: str) -> None:
        super().__init__(value, allowed)
        self.path: list[str] = []

    def __str__(self) -> str:
        value, allowed = self.args
        shown = repr(value)
        shown = shown if len(shown) <= 60 else f"{shown[:57]}..."
        return f"{''.join(reversed(self.path)).lstrip('.') or 'it'} is {shown}, not {allowed}"


@cache
def reader(kind: Any) -> _Read:
    """What makes a value of a type from JSON values.

    Args:
        kind: a dataclass, or what its fields may be: text, numbers, true or false, literals,
            tuples of one type, and any of these or None; or a date or None.

    Returns:
        a function of the JSON value. It raises ValueError, which names the field, its value and
        what is allowed, and for a dataclass whose fields are missing or unknown too.
    """
    if is_dataclass(kind):
        return _record(kind)
    if get_origin(kind) is tuple:
        return _list(get_args(kind)[0])
    if kind == date | None:
        return _day
    if get_origin(kind) in (Union, UnionType) and any(map(is_dataclass, get_args(kind))):
        (inner,) = (reader(one) for one in get_args(kind) if one is not NoneType)
        return lambda value: None if value is None else inner(value)
    return _leaf(kind)


def _day(value: Any) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise _WrongError(value, "a day as 2025-07-23 or null") from None


def _leaf(kind: Any) -> _Read:
    allowed, types, values = _allowed(kind)

    def read(value: Any) -> Any:
        if type(value) not in types or (values and value not in values):
            raise _WrongError(value, allowed)
        return value

    return read


def _allowed(kind: Any) -> tuple[str, frozenset[type], frozenset[Any]]:
    """What a plain value may be: in words, its types, and its values where they are counted."""
    if get_origin(kind) is Literal:
        values = get_args(kind)
        return (
            "one of " + ", ".join(map(str, values)),
            frozenset(map(type, values)),
            frozenset(values),
        )
    kinds = get_args(kind) or (kind,)
    names, types = zip(*(_PLAIN[one] for one in kinds), strict=True)
    return " or ".join(names), frozenset(one for some in types for one in some), frozenset()


def _list(kind: Any) -> _Read:
    inner = reader(kind)
    simple = _allowed(kind)[1] if kind in _PLAIN else frozenset[type]()

    def read(value: Any) -> Any:
        if type(value) is not list:
            raise _WrongError(value, "a list")
        if not value:
            return ()
        if simple.issuperset(map(type, value)):
            return tuple(value)
        try:
            return tuple([inner(one) for one in value])
        except _WrongError as error:
            place = next(place for place, one in enumerate(value) if _fails(inner, one))
            error.path.append(f"[{place}]")
            raise

    return read


def _fails(read: _Read, value: Any) -> bool:
    try:
        read(value)
    except _WrongError:
        return True
    return False


def _record(kind: Any) -> _Read:
    hints = get_type_hints(kind)
    readers = {field.name: reader(hints[field.name]) for field in fields(kind)}
    order = tuple(readers)
    needed = {f.name for f in fields(kind) if f.default is MISSING and f.default_factory is MISSING}
    plain = [name for name in order if _is_plain(hints[name])]
    counted = [(order.index(n), values) for n in plain if (values := _allowed(hints[n])[2])]
    nested = [(order.index(name), readers[name]) for name in order if name not in plain]
    # There are a hundred values a mention: the types of a record's are looked at together, and only
    # where they were not seen before, each for itself.
    seen: set[tuple[type, ...]] = set()

    def read(row: Any) -> Any:
        if type(row) is not dict:
            raise _WrongError(row, "an object")
        types = tuple(map(type, row.values()))
        if types not in seen or tuple(row) != order:
            made = _each(row, readers, needed)
            if tuple(row) == order:
                seen.add(types)
            return kind(**made)
        values = list(row.values())
        for at, allowed in counted:
            if values[at] not in allowed:
                _each(row, readers, needed)
        try:
            for at, inner in nested:
                if values[at] is not None:
                    values[at] = inner(values[at])
        except _WrongError as error:
            error.path.append(f".{order[at]}")
            raise
        return kind(*values)

    return read


def _each(row: dict[str, Any], readers: dict[str, _Read], needed: set[str]) -> dict[str, Any]:
    """The values of a record's fields, each looked at for itself."""
    if missing := sorted(needed - row.keys()):
        raise _WrongError(row, f"an object with {', '.join(missing)}")
    if unknown := sorted(row.keys() - readers.keys()):
        raise _WrongError(row, f"an object without {', '.join(unknown)}")
    made = {}
    for name, value in row.items():
        try:
            made[name] = readers[name](value)
        except _WrongError as error:
            error.path.append(f".{name}")
            raise
    return made


def _is_plain(kind: Any) -> bool:
    parts = get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)
    return all(one in _PLAIN or get_origin(one) is Literal for one in parts)
