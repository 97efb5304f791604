"""Scoring the encoder against PLV: what did the marked source do to the marked target?

Source and target are given, only the label is asked for (`dragoman.evaluation.plv_table`). Every
word is weighed as the trigger of an event between the two: by its type, and by how well actor and
recipient of that event fall on them. Where words of the sentence tell an event's status, the
grammar's reading of them outweighs the network's, as in the coder.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from spacy.tokens import Token

from dragoman.analysis import Analyser, Analysis
from dragoman.article import Article
from dragoman.evaluation.plv_table import PENTA, PlvRow, label
from dragoman.evaluation.scores import Figure, bootstrap, confusion, label_f1, macro_f1
from dragoman.events.encoder import role_chances
from dragoman.events.network import Network, Scores, softmax
from dragoman.events.reading import Chars
from dragoman.events.settings import Floats
from dragoman.status import Judge

# Weights of how an event may lie between source and target; the floor lets a sentence whose parties
# the network does not see be answered from its types alone.
_FLOOR, _ONE, _BOTH, _EQUALS, _SWAPPED = 0.02, 0.25, 1.0, 0.5, 0.15


# Log-odds for a status that words tell, and the chance below which a word is no trigger at all.
_TOLD, _UNLIKELY = 5.0, 0.001
_JUDGED = 0.05
_WITHIN = frozenset({"pobj", "prep", "compound", "amod", "acl"})
_OBJECTS = frozenset({"dobj", "xcomp", "nsubjpass"})


@dataclass(frozen=True, slots=True)
class PlvPrediction:
    """The answer to one row; ``trigger`` is the word it rests on most."""

    line: int
    sentence: str
    gold: str
    predicted: str
    gold_penta: int
    predicted_penta: int
    trigger: str
    share: float


@dataclass(frozen=True, slots=True)
class PlvReport:
    """Figures over the rows; F1 means are over labels."""

    root: Figure
    penta: Figure
    root_accuracy: Figure
    by_root: Mapping[str, float]
    confusion: Mapping[str, Mapping[str, int]]
    predictions: tuple[PlvPrediction, ...]


@dataclass(frozen=True, slots=True)
class _Telling:
    """What the grammar tells of the event at a word.

    Attributes:
        status: the status that words of the sentence tell; None where none do.
        under: lemma of the verb that the word is object of, in lower case, or empty.
    """

    status: str | None
    under: str


def answer(
    network: Network, scores: Scores, row: PlvRow, told: Mapping[int, _Telling]
) -> PlvPrediction:
    """The label that the network's scores give the pair of the row.

    ``told`` holds what the grammar tells of the events at words, by index.
    """
    settings = network.settings
    types, inclined = softmax(scores.types), scores.statuses.copy()
    for word, telling in told.items():
        if telling.status is not None:
            inclined[word, settings.statuses.index(telling.status)] += _TOLD
    statuses = softmax(inclined)
    by_label: dict[str, float] = defaultdict(float)
    strongest, trigger = 0.0, ""
    for word, (start, end) in enumerate(scores.words.spans):
        chance = 1 - float(types[word, 0])
        if chance < _UNLIKELY:
            continue
        weight = chance * _fit(role_chances(scores, network, word), scores, row)
        text = row.sentence[start:end].lower()
        if weight > strongest:
            strongest, trigger = weight, text
        under = told[word].under if word in told else ""
        shares = types[word, 1:] / chance
        for event, share in zip(settings.types[1:], shares, strict=True):
            mode = _mode(settings.modes, event, scores.modes[word])
            for status, likely in zip(settings.statuses, statuses[word], strict=True):
                by_label[label(event, mode, status, text, under)] += weight * float(share * likely)
    best = max(by_label, key=lambda name: by_label[name], default="SUPPORT")
    share = by_label[best] / sum(by_label.values()) if by_label else 0.0
    return PlvPrediction(
        row.line, row.sentence, row.root, best, row.penta, PENTA[best], trigger, share
    )


def _mode(modes: Sequence[tuple[str, str | None]], event: str, scores: Floats) -> str | None:
    of_type = [i for i, (kind, _) in enumerate(modes) if kind == event]
    return modes[max(of_type, key=lambda i: scores[i])][1]


def _fit(roles: Floats, scores: Scores, row: PlvRow) -> float:
    """How well an event with these roles lies between the row's source and target."""
    actor_source, recipient_source = _held(roles, scores, row.source)
    actor_target, recipient_target = _held(roles, scores, row.target)
    if row.target is None:
        recipient_target = actor_source
    if row.source is None:
        actor_source = recipient_target
    return (
        _FLOOR
        + _ONE * (actor_source + recipient_target) / 2
        + _BOTH * actor_source * recipient_target
        + _EQUALS * actor_source * actor_target
        + _SWAPPED * recipient_source * actor_target
    )


def _held(roles: Floats, scores: Scores, span: Chars | None) -> tuple[float, float]:
    """The greatest probabilities of actor and of recipient in the span; 0 without a span."""
    if span is None:
        return 0.0, 0.0
    inside = [i for i, (a, b) in enumerate(scores.words.spans) if a < span[1] and span[0] < b]
    if not inside:
        return 0.0, 0.0
    actor, recipient = np.max(roles[inside][:, 1:3], axis=0)
    return float(actor), float(recipient)


def _told(
    network: Network, scores: Scores, analysis: Analysis, judge: Judge
) -> dict[int, _Telling]:
    """What the grammar tells at each likely trigger."""
    types = softmax(scores.types)
    found: dict[int, _Telling] = {}
    for word, (start, end) in enumerate(scores.words.spans):
        span = analysis.doc.char_span(start, end, alignment_mode="expand")
        if span is None or 1 - types[word, 0] < _JUDGED:
            continue
        event = network.settings.types[1 + int(types[word, 1:].argmax())]
        standing = judge(analysis, span[0], event)
        found[word] = _Telling(standing.status if standing.stated else None, _under(span[0]))
    return found


def _under(token: Token) -> str:
    """The verb that a word is object of, straight or through nouns: 'approved the sending of'."""
    while token.dep_ in _WITHIN:
        token = token.head
    verbal = token.dep_ in _OBJECTS and token.head.pos_ in ("VERB", "AUX")
    return token.head.lemma_.lower() if verbal else ""


def score(
    gold: Sequence[PlvRow], network: Network | None = None, analyser: Analyser | None = None
) -> PlvReport:
    """Score a network and the grammar of status (the package's own when None) on the rows.

    Raises:
        ModelError: the model's files are missing or damaged.
    """
    network, judge = network or Network(), Judge()
    analyses = (analyser or Analyser()).pipe([Article(row.sentence) for row in gold])
    all_scores = network([row.sentence for row in gold])
    predictions = tuple(
        answer(network, scores, row, _told(network, scores, analysis, judge))
        for scores, row, analysis in zip(all_scores, gold, analyses, strict=True)
    )
    roots = [(p.gold, p.predicted) for p in predictions]
    pentas = [(str(p.gold_penta), str(p.predicted_penta)) for p in predictions]
    return PlvReport(
        root=bootstrap(roots, macro_f1),
        penta=bootstrap(pentas, macro_f1),
        root_accuracy=bootstrap(roots, lambda pairs: sum(g == p for g, p in pairs) / len(pairs)),
        by_root=label_f1(roots),
        confusion=confusion(roots),
        predictions=predictions,
    )
