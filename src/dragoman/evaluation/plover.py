"""Scoring whole coding against PLOVER's gold standard records.

A gold file holds records of the PLOVER manual, as one JSON list or one record a line: ``text`` (or
``text_info.text_story``), ``date``, ``event``, ``mode``, ``context``, ``actor``, ``recipient``;
``has_event`` false marks a text without one. Older records say ``source`` and ``target``, and give
single values where newer ones have lists: both are read. Records of one text are judged together.

PLOVER writes strict types, so the coder's natural ones are reduced first (an announced visit is an
AGREE). A text counts as many right values as both sides share.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, get_args

from dragoman.article import Article
from dragoman.evaluation.scores import Figure, bootstrap, f1, label_f1, share
from dragoman.evaluation.status import Codes
from dragoman.formats.strict import strict_kind
from dragoman.mention import Entity, EventType, Mention

FIELDS = ("event", "mode", "context", "actor", "recipient")
# What tells a record of PLOVER from a row of other gold data, which may have types, too.
_TELLING = {"has_event", "mode", "context", "actor", "recipient", "source", "target"}
_TYPES = frozenset(get_args(EventType))


class PloverError(ValueError):
    """A gold file holds no PLOVER records; says where and what was expected."""


@dataclass(frozen=True, slots=True)
class PloverRow:
    """One text and what its records say of it, by field; no values where it has no event."""

    text: str
    day: date | None
    values: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class PloverPrediction:
    """One text's answer: by field the gold values and those given, sorted."""

    text: str
    gold: Mapping[str, tuple[str, ...]]
    predicted: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class PloverReport:
    """Micro-F1 over the values of each field, and what each type scores.

    Attributes:
        event: of types, strict.
        mode: of modes, of texts that have any.
        context: of contexts, of texts that have any.
        actor: of countries (or other top-level codes) of actors, of texts that have any.
        recipient: the same of recipients.
        left_alone: the share of texts without event in which the coder finds none.
        by_event: F1 of each type.
        predictions: one a text.
    """

    event: Figure
    mode: Figure
    context: Figure
    actor: Figure
    recipient: Figure
    left_alone: Figure
    by_event: Mapping[str, float]
    predictions: tuple[PloverPrediction, ...]


def read(path: Path) -> list[PloverRow]:
    """The texts of a gold file with their records.

    Raises:
        PloverError: the file is no JSON, none of its records has more than PLOVER's types to tell,
            or a record has no text or an unknown type.
    """
    texts: dict[str, _Joined] = {}
    records = list(_records(path))
    for number, record in enumerate(records, start=1):
        where = f"{path.name} record {number}"
        text = _text(record)
        if not text:
            raise PloverError(f"{where}: has no text; a coder can be scored on texts only")
        joined = texts.setdefault(text, _Joined(_day(record)))
        if record.get("has_event") is False:
            continue
        for name, values in _values(record, where).items():
            joined.values.setdefault(name, set()).update(values)
    if records and not any(_TELLING & record.keys() for record in records):
        what = "text, date, event, mode, context, actor, recipient (or has_event: false)"
        raise PloverError(f"{path.name}: holds no PLOVER records; each has {what}")
    return [
        PloverRow(text, j.day, {name: frozenset(v) for name, v in j.values.items()})
        for text, j in texts.items()
    ]


def score(gold: Sequence[PloverRow], coder: Codes) -> PloverReport:
    """Score what ``coder`` makes of the gold texts."""
    coded = coder.code_all([Article(row.text, published=row.day) for row in gold])
    answers = tuple(
        PloverPrediction(row.text, _sorted(row.values), _sorted(_given(mentions)))
        for row, (_, mentions) in zip(gold, coded, strict=True)
    )
    empty = [a for a in answers if not a.gold["event"]]
    pairs = [pair for a in answers for pair in _pairs(a.gold["event"], a.predicted["event"])]
    return PloverReport(
        **{name: _figure(answers, name) for name in FIELDS},
        left_alone=share(sum(not a.predicted["event"] for a in empty), len(empty)),
        by_event={k: v for k, v in label_f1(pairs).items() if k in _TYPES},
        predictions=answers,
    )


@dataclass(slots=True)
class _Joined:
    day: date | None
    values: dict[str, set[str]] = field(default_factory=dict)


def _records(path: Path) -> Iterable[Mapping[str, Any]]:
    whole = path.read_text("utf-8")
    try:
        found = json.loads(whole) if whole.lstrip().startswith("[") else _lines(whole)
    except ValueError as error:
        raise PloverError(f"{path.name}: not JSON ({error})") from error
    if not all(isinstance(record, dict) for record in found):
        raise PloverError(f"{path.name}: give a list of PLOVER records, or one a line")
    return found


def _lines(whole: str) -> list[Any]:
    return [json.loads(line) for line in whole.split("\n") if line.strip()]


def _text(record: Mapping[str, Any]) -> str:
    told = record.get("text")
    if not told:
        info = record.get("text_info") or record.get("textInfo") or {}
        story = info.get("text_story") if isinstance(info, dict) else None
        told = " ".join(map(str, story)) if isinstance(story, list) else story
    return str(told or "").strip()


def _day(record: Mapping[str, Any]) -> date | None:
    try:
        return date.fromisoformat(str(record.get("date")))
    except ValueError:
        return None


def _values(record: Mapping[str, Any], where: str) -> dict[str, set[str]]:
    types = {str(name).upper() for name in _listed(record.get("event"))}
    if unknown := types - _TYPES:
        raise PloverError(f"{where}: {', '.join(sorted(unknown))} is no PLOVER type")
    return {
        "event": types,
        "mode": {str(name).lower() for name in _listed(record.get("mode"))},
        "context": {str(name).lower() for name in _listed(record.get("context"))},
        "actor": _codes(record.get("actor") or record.get("source")),
        "recipient": _codes(record.get("recipient") or record.get("target")),
    }


def _listed(value: Any) -> list[Any]:
    if not value:
        return []
    return value if isinstance(value, list) else [value]


def _codes(value: Any) -> set[str]:
    entities = [e for e in _listed(value) if isinstance(e, dict)]
    return {str(e.get("code") or e.get("country"))[:3].upper() for e in entities} - {"NON"}


def _given(mentions: Iterable[Mention]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {name: set() for name in FIELDS}
    for mention in mentions:
        if mention.status == "negated":
            continue
        event, mode = strict_kind(mention.event, mention.mode, mention.status)
        found["event"].add(event)
        found["mode"].update(filter(None, (mode,)))
        found["context"].update(mention.contexts)
        found["actor"] |= _countries(mention.actors)
        found["recipient"] |= _countries(mention.recipients)
    return found


def _countries(entities: Iterable[Entity]) -> set[str]:
    return {entity.country for entity in entities if entity.country}


def _sorted(values: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(sorted(values.get(name, ()))) for name in FIELDS}


def _figure(answers: Sequence[PloverPrediction], name: str) -> Figure:
    told = [a for a in answers if a.gold[name] or name == "event"]

    def micro(items: Sequence[PloverPrediction]) -> float:
        both = sum(len({*a.gold[name]} & {*a.predicted[name]}) for a in items)
        return f1(
            both, sum(len(a.predicted[name]) for a in items), sum(len(a.gold[name]) for a in items)
        )

    return bootstrap(told, micro)


def _pairs(gold: Sequence[str], given: Sequence[str]) -> list[tuple[str, str]]:
    """Each type of either side once: with itself where both have it, else with nothing."""
    return [
        (name if name in gold else "", name if name in given else "")
        for name in dict.fromkeys((*gold, *given))
    ]
