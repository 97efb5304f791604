"""Events read from sentences by the network: from its scores to decisions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from math import log
from typing import cast

import numpy as np
from numpy.typing import NDArray

from dragoman.events.network import Network, Scores, Sifted, role_scores, softmax
from dragoman.events.prevalence import USUAL, chance_of, in_its_article, prevalence
from dragoman.events.reading import Chars, Reading, SentenceReading
from dragoman.events.settings import Floats
from dragoman.events.wholeness import wholeness
from dragoman.events.words import Words
from dragoman.mention import Certainty, Status

_SIDES = ("actors", "recipients")
_EDGES = frozenset("“”\"‘'([,;:-–—")
_INNER = frozenset(".-–'’&")
_CERTAIN = 1e-6
_DOUBT = 0.4
"""Added to the score of having no role: what several clauses tell of is easily given to one event,
and on held-out sentences F1 does not suffer."""
_SURE = 0.93
_BESIDE = 0.75
"""A phrase of less chance than this has no role that a phrase of the event has with `_SURE`: of
such actors and recipients 36 in 100 are right on held-out sentences."""
_MUTUAL = frozenset({"CONSULT", "COOPERATE"})
"""Types of several actors, of whom the one told of last is no less likely to be one (64)."""
_SHARED = 0.15
"""Least chance of a word to share an event with another that stands at most `_NEAR` words on: on
held-out sentences this finds three events in a thousand more, and no sentence without event less
is left alone."""
_NEAR = 3
_LIKELY = 0.65
"""A word of this chance carries its event alone."""
_EXPECTED = 0.15
"""Least chance of a trigger in a sentence that is known to have one."""


class Encoder:
    """Reads events from sentences.

    Args:
        network: the network; the package's own when None. Its files are loaded when first used.
        threshold: least chance, 0 to 1, of being a trigger for a word to be read as one; the
            model's own, set where its F1 is best, when None.

    Raises:
        ModelError: by any method, if the model's files are missing or damaged.
    """

    def __init__(self, network: Network | None = None, threshold: float | None = None) -> None:
        self.network = network or Network()
        self._threshold = threshold

    def __call__(self, sentences: Sequence[str]) -> list[SentenceReading]:
        """What each sentence reports; the sentences need not belong together."""
        found = []
        for words, text in zip(self.network.words(sentences), sentences, strict=True):
            sifted = self._sifted(words, self._glance(words), USUAL)
            found.append(self._read(sifted, text, USUAL))
        return found

    def article(self, sentences: Sequence[str]) -> list[SentenceReading]:
        """What each sentence of one article reports.

        Where little of the article can report an event, a sentence must promise more of one to be
        read to the end; see `dragoman.events.prevalence`.
        """
        words = self.network.words(sentences)
        chances = [self._glance(one) for one in words]
        share = prevalence(chances)
        sifted = [self._sifted(*pair, share) for pair in zip(words, chances, strict=True)]
        share = prevalence(
            [
                chance_of(one.score) if one else chance
                for one, chance in zip(sifted, chances, strict=True)
            ]
        )
        return [self._read(one, text, share) for one, text in zip(sifted, sentences, strict=True)]

    def _glance(self, words: Words) -> float:
        """The chance that a sentence holds an event, as a look at its words tells."""
        return chance_of(self.network.glance(words))

    def _sifted(self, words: Words, chance: float, share: float) -> Sifted | None:
        """A sentence after the low layers; None where a glance sees no event in it."""
        if in_its_article(chance, share) < chance_of(self.network.settings.glance):
            return None
        return self.network.sift(words)

    def _read(self, sifted: Sifted | None, text: str, share: float) -> SentenceReading:
        """What a sentence reports; nothing where the glance or the sieve sees no event in it."""
        least = chance_of(self.network.settings.sieve)
        if sifted is None or in_its_article(chance_of(sifted.score), share) < least:
            return SentenceReading((), ())
        return self.decide(self.network.read_on(sifted), text)

    def main_events(self, sentences: Sequence[str]) -> list[Reading | None]:
        """The main event of each sentence, where it is known to have one.

        It is the first of those with most of actor and recipient named, since main clauses come
        first; where no word is likely, the event at the likeliest. None for a sentence without
        words.
        """
        found: list[Reading | None] = []
        for scores, text in zip(self.network(sentences), sentences, strict=True):
            words = self._triggers(scores, text, _EXPECTED)
            if not words and len(scores.types):
                words = [int(softmax(scores.types)[:, 0].argmin())]
            events = [self.event_at(scores, text, word) for word in words]
            found.append(max(events, key=_parties_named, default=None))
        return found

    def decide(self, scores: Scores, text: str) -> SentenceReading:
        """Turn the scores of a sentence into decisions."""
        settings = self.network.settings
        scores = replace(scores, types=_joined(scores.types))
        likely = scores.contexts > log(
            settings.context_threshold / (1 - settings.context_threshold)
        )
        ranked = sorted(np.flatnonzero(likely), key=lambda i: -scores.contexts[i])[:3]
        least = self._threshold if self._threshold is not None else settings.trigger_threshold
        triggers = self._triggers(scores, text, least)
        events = tuple(self.event_at(scores, text, word) for word in triggers)
        return SentenceReading(events, tuple(settings.contexts[i] for i in ranked))

    def _triggers(self, scores: Scores, text: str, least: float) -> list[int]:
        """Words likely enough to be triggers; of neighbours of one type only the likeliest."""
        chances = softmax(scores.types)
        found = [int(i) for i in np.flatnonzero(1 - chances[:, 0] >= least)]
        found = [i for i in found if text[scores.words.spans[i][0]].isalnum()]
        types = scores.types[:, 1:].argmax(axis=1)
        weaker = {
            one if chances[one, 0] > chances[other, 0] else other
            for one, other in pairwise(found)
            if other == one + 1 and types[one] == types[other]
        }
        return [word for word in found if word not in weaker]

    def event_at(self, scores: Scores, text: str, word: int) -> Reading:
        """The likeliest event that a word reports, if it reports one, however unlikely that is."""
        settings = self.network.settings
        type_chances = softmax(scores.types[word])
        label = int(type_chances[1:].argmax()) + 1
        event = settings.types[label]
        modes = [i for i, (kind, _) in enumerate(settings.modes) if kind == event]
        status_chances = softmax(scores.statuses[word])
        status = int(status_chances.argmax())
        chances = role_chances(scores, self.network, word)
        roles = self._roles(scores, text, word, event)
        chances[word, 1:] = 0
        sides = [(chances[:, settings.roles.index(side)], roles[side]) for side in _SIDES]
        return Reading(
            trigger=scores.words.spans[word],
            event=event,
            mode=settings.modes[max(modes, key=lambda i: scores.modes[word, i])][1],
            status=cast(Status, settings.statuses[status]),
            sureness=float(status_chances[status]),
            certainty=cast(Certainty, settings.certainties[int(scores.certainties[word].argmax())]),
            background=bool(scores.background[word] > 0),
            roles=roles,
            confidence=self._confidence(float(type_chances[label])),
            presence=1 - float(type_chances[0]),
            wholeness=wholeness(float(status_chances[status]), sides, scores.words.spans),
        )

    def _confidence(self, chance: float) -> float:
        slope, intercept = self.network.settings.confidence
        chance = min(max(chance, _CERTAIN), 1 - _CERTAIN)
        return chance_of(slope * log(chance / (1 - chance)) + intercept)

    def _roles(
        self, scores: Scores, text: str, trigger: int, event: str
    ) -> dict[str, tuple[Chars, ...]]:
        settings, spans = self.network.settings, scores.words.spans
        likely = role_scores(scores, settings, trigger)
        chances = softmax(likely)
        likely[:, 0] += _DOUBT
        labels = likely.argmax(axis=1)
        labels[trigger] = 0
        found: dict[str, tuple[Chars, ...]] = {}
        for index, role in enumerate(settings.roles[1:], start=1):
            runs = list(_runs(labels == index, spans, text))
            if event not in _MUTUAL or role != "actors":
                runs = _likely(runs, chances[:, index])
            found[role] = tuple((spans[run.start][0], spans[run.stop - 1][1]) for run in runs)
        return found


def _joined(types: Floats) -> Floats:
    """Scores of types with one event's chance in one place where two near words share it.

    Coders part on which word carries 'fired tear *gas*'; of the two neither may be likely then.
    """
    if not len(types):
        return types
    chances = softmax(types)
    kinds = chances[:, 1:].argmax(axis=1) + 1
    best = chances[np.arange(len(chances)), kinds]
    wavering = np.flatnonzero((best > _SHARED) & (best < _LIKELY))
    for one, other in pairwise(map(int, wavering)):
        if other - one > _NEAR or kinds[one] != kinds[other]:
            continue
        weak, strong = sorted((one, other), key=lambda word: chances[word, kinds[word]])
        moved = chances[weak, kinds[weak]]
        chances[strong, kinds[strong]] += moved
        chances[strong, 0] = max(chances[strong, 0] - moved, _CERTAIN)
        chances[weak] = _CERTAIN
        chances[weak, 0] = 1.0
    joined: Floats = np.log(np.maximum(chances, _CERTAIN))
    return joined


def _parties_named(event: Reading) -> int:
    return bool(event.roles["actors"]) + bool(event.roles["recipients"])


def _likely(runs: Sequence[slice], chances: Floats) -> list[slice]:
    """The runs less those that only might have the role, where another surely has it."""
    rated = [(float(chances[run].max()), run) for run in runs]
    least = _BESIDE if any(chance >= _SURE for chance, _ in rated) else 0.0
    return [run for chance, run in rated if chance >= least]


def _runs(chosen: NDArray[np.bool_], spans: Sequence[Chars], text: str) -> Iterator[slice]:
    """Runs of chosen words, without punctuation at their edges.

    A mark inside a name (the points of 'U.S.', a hyphen, an apostrophe) does not end a run.
    """
    joined = chosen.copy()
    for index in range(1, len(spans) - 1):
        if text[spans[index][0]] in _INNER:
            joined[index] = chosen[index] or (chosen[index - 1] and chosen[index + 1])
    start: int | None = None
    for index in range(len(spans) + 1):
        if index < len(spans) and joined[index]:
            if start is None and text[spans[index][0]] not in _EDGES:
                start = index
        elif start is not None:
            last = index - 1
            while text[spans[last][0]] in _EDGES and last > start:
                last -= 1
            yield slice(start, last + 1)
            start = None


def role_chances(scores: Scores, network: Network, trigger: int) -> Floats:
    """For every word its chances of each role, ``none`` first, in the event at ``trigger``."""
    return softmax(role_scores(scores, network.settings, trigger))
