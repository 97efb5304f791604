"""What a reader put right in the form of a mention: the fields that differ from the machine's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from dragoman.countries import code_of
from dragoman.mention import COUNTED, Mention

BLANKS = 1  # empty rows beside those that are there
_MOST_ROWS = 20
_ROW = re.compile(r"([a-z]+)-(\d{1,2})-name")
_GEONAMEID = re.compile(r"[0-9]{1,9}")
_NUMBER = re.compile(r"(\d{1,9})(?:\s*[-–]\s*(\d{1,9})|\s*(\+))?")
# The lists of a mention with the parts that each of their rows has in the form.
LISTS: dict[str, tuple[str, ...]] = {
    "actors": ("name", "country", "sectors", "office", "text"),
    "recipients": ("name", "country", "sectors", "office", "text"),
    "where": ("name", "country", "geonameid", "text"),
    "attribution": ("name", "country", "sectors", "text"),
}


def changes_of(form: Mapping[str, str], machine: Mention) -> dict[str, Any]:
    """The fields of a form that differ from what the machine said.

    Args:
        form: the form's fields: ``kind`` (type and mode, as ``CONSULT/visit``), ``status``,
            ``certainty``, ``background``, ``when``, the numbers by what they count, and for the
            lists ``actors-0-name``, ``where-0-country`` and so on.
        machine: the mention as it was coded.

    Returns:
        changes as `corrected` of `dragoman.record.reviews.corrections` takes them; that checks
        their values.
    """
    changes: dict[str, Any] = {}
    event, _, mode = form.get("kind", "").strip().partition("/")
    if event and (event, mode or None) != (machine.event, machine.mode):
        changes |= {"event": event, "mode": mode or None}
    for name, held in (("status", machine.status), ("certainty", machine.certainty)):
        given = form.get(name, "").strip()
        if given and given != held:
            changes[name] = given
    if "kind" in form and (form.get("background") == "1") != machine.background:
        changes["background"] = form.get("background") == "1"
    told = machine.when.edtf if machine.when else ""
    if "when" in form and form["when"].strip() != told:
        changes["when"] = form["when"].strip() or None
    for name in LISTS:
        rows = rows_in(form, name)
        if rows is not None and rows != rows_of(machine, name):
            changes[name] = [_given(row) for row in rows]
    numbers = numbers_of(machine)
    given_numbers = {name: form.get(name, "").strip() for name in COUNTED}
    if any(name in form for name in COUNTED) and given_numbers != numbers:
        changes["magnitudes"] = {
            name: _number(text) for name, text in given_numbers.items() if text
        }
    return changes


def rows_of(mention: Mention, name: str) -> list[dict[str, str]]:
    """One of the mention's lists as the form shows it."""
    return [
        {part: _shown(getattr(one, part), one, part) for part in LISTS[name]}
        for one in getattr(mention, name)
    ]


def _shown(value: Any, one: Any, part: str) -> str:
    if part == "text" and getattr(one, "inferred", False):
        return ""  # an inferred party has no words of its own
    if isinstance(value, tuple):
        return " ".join(value)
    return " ".join(str(value).split()) if value is not None else ""


def rows_in(form: Mapping[str, str], name: str) -> list[dict[str, str]] | None:
    """The rows of one list that have a name; None where the form has none of its rows."""
    numbers = [int(m[2]) for field in form if (m := _ROW.fullmatch(field)) and m[1] == name]
    if not numbers:
        return None
    rows = [
        {part: " ".join(form.get(f"{name}-{number}-{part}", "").split()) for part in LISTS[name]}
        for number in sorted(numbers)[: _MOST_ROWS + BLANKS]
    ]
    for row in rows:
        # A country may be given by name; one that is unknown stays, to be refused.
        row["country"] = code_of(row["country"]) or row["country"]
    return [row for row in rows if row["name"]]


def numbers_of(mention: Mention) -> dict[str, str]:
    """The mention's numbers as the form shows them: ``5``, ``5-7``, ``5+`` for at least."""
    shown: dict[str, str] = {}
    for name in COUNTED:
        told = getattr(mention.magnitudes, name)
        shown[name] = "" if told is None else str(told.low)
        if told is not None and told.high != told.low:
            shown[name] += "+" if told.high is None else f"-{told.high}"
    return shown


def _number(text: str) -> dict[str, int | None] | str:
    """A number as `corrected` takes it; what is none goes there as it is, to be refused."""
    match = _NUMBER.fullmatch(text)
    if match is None:
        return text
    low = int(match[1])
    return {"low": low, "high": None if match[3] else int(match[2] or low)}


def _given(row: dict[str, str]) -> dict[str, Any]:
    """A row as `corrected` takes it."""
    found: dict[str, Any] = {"name": row["name"], "country": row["country"] or None}
    if "sectors" in row:
        found["sectors"] = row["sectors"].upper().split() or ["UNK"]
    if "office" in row:
        found["office"] = row["office"] or None
    if number := row.get("geonameid"):
        found["geonameid"] = int(number) if _GEONAMEID.fullmatch(number) else number
    if row["text"]:
        found["text"] = row["text"]
    return found
