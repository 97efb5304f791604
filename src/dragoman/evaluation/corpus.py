"""Scoring the encoder against gold data in our own form (see `dragoman.evaluation.gold`).

A gold event is found where an event is read at its trigger. Type is scored over all triggers, gold
and read, with ``none`` where only one side has one; status, certainty and mode over triggers found
with the right type; the roles by spans of those events, overlapping spans counting as found.
Negatives are sentences without an event, left alone where none is read in them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.evaluation.gold import ROLES, Event, Sentence
from dragoman.evaluation.roles import overlap_f1
from dragoman.evaluation.scores import (
    Figure,
    bootstrap,
    calibration_error,
    confusion,
    label_f1,
    macro_f1,
)
from dragoman.events.encoder import Encoder
from dragoman.events.reading import Reading, SentenceReading, overlap

Reader = Callable[[Sequence[str]], list[SentenceReading]]
"""What reads the events of sentences: an `Encoder`, or whatever is to be compared with one."""

NONE = "none"
Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class CorpusPrediction:
    """One sentence's answer: (gold, read) pairs by field, and counts of spans by role.

    Attributes:
        id: the sentence's id.
        sentence: its text.
        types: (gold, read) type at each trigger of either side.
        modes: "TYPE mode" of events found with the right type.
        statuses: their statuses.
        certainties: their certainties.
        spans: by role gold spans found, gold spans, read spans that are right, read spans.
        judged: (confidence, whether trigger and type are right) of each event read.
    """

    id: str
    sentence: str
    types: Pairs
    modes: Pairs
    statuses: Pairs
    certainties: Pairs
    spans: Mapping[str, tuple[int, int, int, int]]
    judged: tuple[tuple[float, bool], ...]


@dataclass(frozen=True, slots=True)
class CorpusReport:
    """Figures over the sentences.

    ``type``, ``mode``, ``status`` and ``certainty`` are mean F1 over labels; ``trigger`` is the F1
    of triggers with the right type; ``background`` has no figure, being rare.
    """

    type: Figure
    trigger: Figure
    mode: Figure
    status: Figure
    certainty: Figure
    actors: Figure
    recipients: Figure
    places: Figure
    times: Figure
    attribution: Figure
    negatives_left_alone: Figure
    calibration_error: float
    by_type: Mapping[str, float]
    by_status: Mapping[str, float]
    confusion: Mapping[str, Mapping[str, int]]
    predictions: tuple[CorpusPrediction, ...]


def score(gold: Sequence[Sentence], encoder: Reader | None = None) -> CorpusReport:
    """Score an encoder (the package's own when None) on annotated sentences.

    Raises:
        ModelError: the model's files are missing or damaged.
    """
    encoder = encoder or Encoder()
    read = encoder([sentence.text for sentence in gold])
    predictions = tuple(map(_prediction, gold, read))
    negatives = [p for p, sentence in zip(predictions, gold, strict=True) if not sentence.events]
    types = [pair for p in predictions for pair in p.types]

    def over(field: str) -> Figure:
        return bootstrap(
            predictions,
            lambda ps: macro_f1([pair for p in ps for pair in getattr(p, field)], without=NONE),
        )

    def spans(role: str) -> Figure:
        return bootstrap([p.spans[role] for p in predictions], overlap_f1)

    return CorpusReport(
        type=over("types"),
        trigger=bootstrap(predictions, _trigger_f1),
        mode=over("modes"),
        status=over("statuses"),
        certainty=over("certainties"),
        actors=spans("actors"),
        recipients=spans("recipients"),
        places=spans("places"),
        times=spans("times"),
        attribution=spans("attribution"),
        negatives_left_alone=bootstrap(
            negatives, lambda ps: sum(not p.types for p in ps) / len(ps)
        ),
        calibration_error=calibration_error([j for p in predictions for j in p.judged]),
        by_type={k: v for k, v in label_f1(types).items() if k != NONE},
        by_status=label_f1([pair for p in predictions for pair in p.statuses]),
        confusion=confusion(types),
        predictions=predictions,
    )


def _trigger_f1(predictions: Sequence[CorpusPrediction]) -> float:
    pairs = [pair for p in predictions for pair in p.types]
    right = sum(gold == read for gold, read in pairs)
    sides = sum((gold != NONE) + (read != NONE) for gold, read in pairs)
    return 2 * right / sides if sides else 0.0


def _prediction(sentence: Sentence, reading: SentenceReading) -> CorpusPrediction:
    pairs = _paired(sentence.events, reading.events)
    types = tuple((g.event if g else NONE, r.event if r else NONE) for g, r in pairs)
    both = [(g, r) for g, r in pairs if g and r and g.event == r.event]
    return CorpusPrediction(
        sentence.id,
        sentence.text,
        types,
        tuple((f"{g.event} {g.mode}", f"{r.event} {r.mode}") for g, r in both),
        tuple((g.status, r.status) for g, r in both),
        tuple((g.certainty, r.certainty) for g, r in both),
        {role: _counts(both, role) for role in ROLES},
        tuple((r.confidence, bool(g and g.event == r.event)) for g, r in pairs if r),
    )


def _paired(
    gold: Sequence[Event], read: Sequence[Reading]
) -> list[tuple[Event | None, Reading | None]]:
    """Gold and read events by trigger; of several at one word those of one type first."""
    left = list(read)
    pairs: list[tuple[Event | None, Reading | None]] = []
    for event in gold:
        at = [r for r in left if overlap(r.trigger, event.trigger)]
        match = max(at, key=lambda r: r.event == event.event, default=None)
        if match is not None:
            left.remove(match)
        pairs.append((event, match))
    return [*pairs, *((None, reading) for reading in left)]


def _counts(both: Sequence[tuple[Event, Reading]], role: str) -> tuple[int, int, int, int]:
    found = total = right = read = 0
    for event, reading in both:
        ours, theirs = reading.roles[role], event.roles.get(role, ())
        found += sum(any(overlap(g, r) for r in ours) for g in theirs)
        right += sum(any(overlap(g, r) for g in theirs) for r in ours)
        total, read = total + len(theirs), read + len(ours)
    return found, total, right, read
