"""How far readers agree in what they say of mentions."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

from sqlalchemy import func, select

from dragoman.evaluation.agreement import alpha
from dragoman.formats.jsonl import mention_from_dict
from dragoman.record.reviews.corrections import corrected
from dragoman.record.rows import schema
from dragoman.record.store.store import Record

# Fields that readers are compared on; a rejected mention has the value "none" in all.
_COMPARED = ("event", "mode", "status", "certainty", "background", "when")


def agreement(record: Record) -> dict[str, float | None]:
    """Krippendorff's alpha by field over the mentions that two or more readers have seen."""
    review, mention = schema.review, schema.mention
    several = (
        select(review.c.mention)
        .group_by(review.c.mention)
        .having(func.count(review.c.reviewer.distinct()) > 1)
    )
    latest = (
        select(func.max(review.c.no))
        .where(review.c.mention.in_(several))
        .group_by(review.c.mention, review.c.reviewer)
    )
    wanted = (
        select(review, mention.c.data)
        .join(mention, mention.c.no == review.c.mention)
        .where(review.c.no.in_(latest))
        .order_by(review.c.no)
    )
    seen: dict[int, list[dict[str, str]]] = defaultdict(list)
    with record.reading() as connection:
        for row in connection.execute(wanted):
            seen[row.mention].append(_values(row))
    told = seen.values()
    return {name: alpha([[v[name] for v in values] for values in told]) for name in _COMPARED}


def _values(row: Any) -> dict[str, str]:
    if row.verdict == "rejected":
        return dict.fromkeys(_COMPARED, "none")
    machine, changes = json.loads(row.data), json.loads(row.changes)
    told = {**machine, "when": (machine["when"] or {}).get("edtf"), **changes}
    if changes.keys() & {"event", "mode"}:
        # Another type has none of the old one's modes, which no change need say.
        kind = {name: changes[name] for name in ("event", "mode") if name in changes}
        made = corrected(mention_from_dict(machine), kind, "")
        told |= {"event": made.event, "mode": made.mode}
    return {name: str(told[name] if told[name] != "" else None) for name in _COMPARED}
