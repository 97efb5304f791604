"""What reviews are good for: reviewed sentences as training data, and how far readers agree."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any

from sqlalchemy import func, select

from dragoman.evaluation.agreement import alpha
from dragoman.evaluation.gold import GoldError, numbered, one_line, parse
from dragoman.formats.jsonl import mention_from_dict
from dragoman.mention import Mention
from dragoman.record.reviews.corrections import corrected
from dragoman.record.rows import schema
from dragoman.record.rows.mentionrows import mention_of
from dragoman.record.store.store import Record

# Fields that readers are compared on; a rejected mention has the value "none" in all.
_COMPARED = ("event", "mode", "status", "certainty", "background", "when")


def corpus_rows(record: Record) -> Iterator[dict[str, Any]]:
    """Reviewed sentences in the form of training/GUIDELINES.md: every mention of it was seen.

    A sentence all of whose mentions were rejected has no event, and says so. One that the form
    cannot hold, as where two mentions of one type stand at one word, is left out.
    """
    mention, review = schema.mention, schema.review
    wanted = (
        select(mention.c.id, mention.c.article, mention.c.data, mention.c.corrected,
               mention.c.traits, mention.c.reviewed)
        .where(mention.c.article.in_(
            select(mention.c.article).join(review, review.c.mention == mention.c.no)
        ))
        .order_by(mention.c.article, mention.c.start, mention.c.id)
    )  # fmt: skip
    sentences: dict[tuple[int, int], list[tuple[Mention, bool, bool]]] = defaultdict(list)
    with record.reading() as connection:
        for row in connection.execute(wanted):
            told = mention_of(row.corrected, row.data)
            key = (row.article, told.sentence.start)
            sentences[key].append((told, row.traits is not None, row.reviewed))
    for among in sentences.values():
        if all(reviewed for _, _, reviewed in among):
            made = _sentence([told for told, live, _ in among if live], among[0][0])
            with suppress(GoldError):
                parse(made)
                yield made


def _sentence(mentions: Sequence[Mention], first: Mention) -> dict[str, Any]:
    """A sentence with its mentions; ``first`` is any of it."""
    contexts = dict.fromkeys(name for mention in mentions for name in mention.contexts)
    return {
        "id": f"{first.article_id}-{first.sentence.start}",
        "text": one_line(first.sentence.text),
        "events": [_annotated(mention) for mention in mentions],
        **({"contexts": list(contexts)} if contexts else {}),
    }


def _annotated(mention: Mention) -> dict[str, Any]:
    """The mention as the guidelines write an event; what lies outside the sentence is left out."""
    low, high = mention.sentence.start, mention.sentence.end
    text = one_line(mention.sentence.text)

    def words(spans: Any) -> list[str]:
        inside = (s for s in spans if low <= s.start < s.end <= high)  # what has no words is empty
        told = (numbered(text, span.start - low, span.end - low) for span in inside)
        return [words for words in told if words is not None]

    found: dict[str, Any] = {
        "trigger": next(iter(words([mention.trigger])), None),
        "event": mention.event,
        "mode": mention.mode,
        "actors": words(party for party in mention.actors if not party.inferred),
        "recipients": words(party for party in mention.recipients if not party.inferred),
        "places": words(mention.where),
        "times": words([mention.when] if mention.when else []),
        "attribution": words(mention.attribution),
        "status": mention.status,
        "certainty": mention.certainty,
        "background": mention.background,
    }
    return {name: value for name, value in found.items() if value not in (None, [], False)}


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
