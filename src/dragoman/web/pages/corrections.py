"""What a reader put right in the form of a mention: the fields that differ from the machine's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from dragoman.mention import Entity, Mention

BLANKS = 1  # empty rows for parties beside those that are there
_MOST_PARTIES = 20
_ROW = re.compile(r"(actors|recipients)-(\d{1,2})-name")
_PARTS = ("name", "country", "sectors", "office", "text")


def changes_of(form: Mapping[str, str], machine: Mention) -> dict[str, Any]:
    """The fields of a form that differ from what the machine said.

    Args:
        form: the form's fields: ``kind`` (type and mode, as ``CONSULT/visit``), ``status``,
            ``certainty``, ``background``, ``when`` and, for the parties, ``actors-0-name`` and so
            on.
        machine: the mention as it was coded.

    Returns:
        changes as `dragoman.record.corrections.corrected` takes them; that checks their values.
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
    for side, held_parties in (("actors", machine.actors), ("recipients", machine.recipients)):
        rows = parties_in(form, side)
        if rows is not None and rows != [party_row(party) for party in held_parties]:
            changes[side] = [_party(row) for row in rows]
    return changes


def party_row(party: Entity) -> dict[str, str]:
    """A party as the form shows it; an inferred one has no words of its own."""
    return {
        "name": party.name,
        "country": party.country or "",
        "sectors": " ".join(party.sectors),
        "office": party.office or "",
        "text": "" if party.inferred else party.text,
    }


def parties_in(form: Mapping[str, str], side: str) -> list[dict[str, str]] | None:
    """The rows of one side that have a name; None where the form has none of its rows."""
    numbers = [int(m[2]) for name in form if (m := _ROW.fullmatch(name)) and m[1] == side]
    if not numbers:
        return None
    rows = [
        {part: " ".join(form.get(f"{side}-{number}-{part}", "").split()) for part in _PARTS}
        for number in sorted(numbers)[: _MOST_PARTIES + BLANKS]
    ]
    return [row for row in rows if row["name"]]


def _party(row: dict[str, str]) -> dict[str, Any]:
    return {
        "name": row["name"],
        "country": row["country"].upper() or None,
        "sectors": row["sectors"].upper().split() or ["UNK"],
        "office": row["office"] or None,
        **({"text": row["text"]} if row["text"] else {}),
    }
