"""Scoring the encoder's parties against sentences with source and target spans.

A gold row is ``{"tokens", "tags"}``: words and BIO tags, S for the source of the sentence's event,
T for its target, R for parties that are both (those count neither way). Which event is meant the
rows do not say, so the answer is the first event whose parties are both named; where the encoder
finds no trigger, the likeliest word is taken, since every row has its event. Of equals
(talks, clashes: all are actors) the ones before the trigger are sources, those after it targets.
Where no recipient is read, the event's place is the target, as such gold has it ('a curfew in').
A span is found where it shares a word with a span of the same role.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.evaluation.scores import Figure, bootstrap
from dragoman.events.encoder import Encoder
from dragoman.events.reading import Chars, Reading, overlap

_TAGS = {"S": "source", "T": "target", "R": "both"}


class RolesError(ValueError):
    """A gold row is not tokens with tags; names its number."""


@dataclass(frozen=True, slots=True)
class RolesPrediction:
    """One row's answer: gold and predicted words of source and target, and the trigger."""

    row: int
    sentence: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    predicted_source: tuple[str, ...]
    predicted_target: tuple[str, ...]
    trigger: str
    counts: Mapping[str, tuple[int, int, int, int]]
    """By role: gold spans found, gold spans, predicted spans that are right, predicted spans."""


@dataclass(frozen=True, slots=True)
class RolesReport:
    """F1 by overlap of the sources and of the targets over the rows."""

    source: Figure
    target: Figure
    predictions: tuple[RolesPrediction, ...]


def score(rows: Iterable[Mapping[str, Any]], encoder: Encoder | None = None) -> RolesReport:
    """Score an encoder (the package's own when None) on the rows.

    Raises:
        RolesError: a row has no tokens or not as many tags.
        ModelError: the model's files are missing or damaged.
    """
    encoder = encoder or Encoder()
    gold = [_gold(number, row) for number, row in enumerate(rows, start=1)]
    readings = encoder.main_events([text for text, _ in gold])
    predictions = tuple(
        _prediction(number, text, spans, reading)
        for number, ((text, spans), reading) in enumerate(zip(gold, readings, strict=True), start=1)
    )
    return RolesReport(_figure(predictions, "source"), _figure(predictions, "target"), predictions)


def _figure(predictions: Sequence[RolesPrediction], role: str) -> Figure:
    return bootstrap([p.counts[role] for p in predictions], overlap_f1)


def overlap_f1(counts: Sequence[tuple[int, int, int, int]]) -> float:
    """F1 from (gold found, gold, predictions right, predictions) of some rows."""
    found, gold, right, predicted = (sum(c[i] for c in counts) for i in range(4))
    recall = found / gold if gold else 0.0
    precision = right / predicted if predicted else 0.0
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _gold(number: int, row: Mapping[str, Any]) -> tuple[str, dict[str, list[Chars]]]:
    tokens, tags = row.get("tokens"), row.get("tags")
    if not isinstance(tokens, list) or not isinstance(tags, list) or len(tokens) != len(tags):
        raise RolesError(f"row {number}: needs 'tokens' and 'tags', lists of one length")
    spans: dict[str, list[Chars]] = {name: [] for name in _TAGS.values()}
    text = ""
    for token, tag in zip(tokens, tags, strict=True):
        start = len(text) + 1 if text else 0
        text = f"{text} {token}" if text else str(token)
        if tag != "O":
            held = spans[_TAGS[tag[-1]]]
            if tag.startswith("I") and held:
                held[-1] = (held[-1][0], len(text))
            else:
                held.append((start, len(text)))
    return text, spans


def parties(event: Reading) -> tuple[list[Chars], list[Chars]]:
    """The sources and targets of an event; see the module's head."""
    actors, recipients = list(event.roles["actors"]), list(event.roles["recipients"])
    places = list(event.roles["places"])
    before = [span for span in actors if span < event.trigger]
    after = [span for span in actors if span > event.trigger]
    if recipients or not before or not after:
        return actors, recipients or places
    return before, after


def _prediction(
    number: int, text: str, gold: Mapping[str, list[Chars]], event: Reading | None
) -> RolesPrediction:
    sources, targets = parties(event) if event else ([], [])
    counts = {}
    for role, found in (("source", sources), ("target", targets)):
        judged = [s for s in found if not any(overlap(s, both) for both in gold["both"])]
        hit = sum(any(overlap(g, s) for s in judged) for g in gold[role])
        right = sum(any(overlap(g, s) for g in gold[role]) for s in judged)
        counts[role] = (hit, len(gold[role]), right, len(judged))

    def words(spans: Sequence[Chars]) -> tuple[str, ...]:
        return tuple(text[start:end] for start, end in spans)

    return RolesPrediction(
        number, text, words(gold["source"]), words(gold["target"]), words(sources),
        words(targets), text[slice(*event.trigger)] if event else "", counts,
    )  # fmt: skip
