"""Tolls told apart from the deed: 'The rebels put the toll at 40', 'Hospitals said 12 died'.

Who counts the dead of a deed told before reports it anew, with a number and often a speaker of his
own. So each such count is a mention of that deed, with the parties, the time and the place that
were told of it: rival counts stand side by side, and a corrected one beside the first.
"""

from __future__ import annotations

import re
from calendar import day_name
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from dragoman.actors import Cast
from dragoman.analysis import Analysis
from dragoman.analysis.grammar import auxiliaries, subjects
from dragoman.events.numbers import NumberReader, Told
from dragoman.mention import DONE, Cue, Magnitudes, Mention, Span, Speaker, stripped
from dragoman.status.attribution import Attributor

_DEEDS = frozenset({"ASSAULT", "PROTEST"})
_COUNTED = ("killed", "injured")
_WORTH_READING = re.compile(
    r"(?i:\b(?:tolls?|dead|deaths|died|killed|wounded|injured|fatalities)\b)"
)
_TOLL = frozenset({"toll", "number"})
_PUTTING = frozenset(
    "put set place revise lower raise cut correct update estimate give reduce increase".split()
)
_COUNTED_WORDS = frozenset(
    "people person dead death casualty fatality victim wounded injured injury civilian".split()
)
_WEEKDAYS = frozenset(name.lower() for name in day_name)
_NEAR = 800  # characters, as for echoes: about two paragraphs
_SURENESS = 0.9  # of what is told of a deed in a sentence of its own


@dataclass(frozen=True, slots=True)
class Tolls:
    """Adds the mentions of tolls to those of an article.

    Attributes:
        numbers: reads the numbers of a sentence.
        attribute: finds who says so.
        identify: gives the id of a mention of an article by its trigger's offset and its type.
    """

    numbers: NumberReader
    attribute: Attributor
    identify: Callable[[str, int, str], str]

    def __call__(
        self, mentions: Sequence[Mention], analysis: Analysis, cast: Cast
    ) -> list[Mention]:
        """The mentions with those of tolls told apart, in order of the text."""
        deeds = [m for m in mentions if m.event in _DEEDS and _has_been_done(m)]
        if not deeds:
            return list(mentions)
        found = list(mentions)
        for sentence in analysis.sentences:
            if sentence.end_char > deeds[0].sentence.start and _WORTH_READING.search(sentence.text):
                found += _joined(self._of(sentence, deeds, mentions, analysis, cast))
        return sorted(found, key=lambda m: m.trigger.start)

    def _of(
        self,
        sentence: Tokens,
        deeds: Sequence[Mention],
        mentions: Sequence[Mention],
        analysis: Analysis,
        cast: Cast,
    ) -> Iterator[Mention]:
        here = [
            m for m in mentions
            if m.sentence.start < sentence.end_char and sentence.start_char < m.sentence.end
        ]  # fmt: skip
        for told in self.numbers.told(sentence, cast):
            if told.kind not in _COUNTED or any(_tells(m, told) for m in here):
                continue
            trigger = _counting(told)
            if trigger is None or any(m.trigger.start == trigger.idx for m in here):
                continue
            speakers, by = self._speakers(told, trigger, analysis, cast)
            deed = _deed_of(trigger, deeds, here, analysis, by_toll=trigger.lemma_ in _TOLL)
            if deed is None or (deed in here and not _is_rival(speakers, deed)):
                continue
            if trigger.lemma_ not in _TOLL and not speakers:
                continue
            yield self._mention(deed, told, trigger, sentence, speakers, by)

    def _speakers(
        self, told: Told, trigger: Token, analysis: Analysis, cast: Cast
    ) -> tuple[tuple[Speaker, ...], tuple[Token, ...]]:
        """Who counts so, and the word that says it, where one does."""
        source = self.attribute(analysis, trigger)
        heads, verb = source.speakers, source.verb
        if told.word.lemma_ in _PUTTING and trigger.lemma_ in _TOLL:
            counting = tuple(s for s in subjects(told.word) if s.i != trigger.i)
            if counting:
                heads, verb = counting, told.word
        named = (speaker for head in heads for speaker in cast.speaker(head))
        return tuple(dict.fromkeys(named)), (verb,) if verb is not None else ()

    def _mention(
        self,
        deed: Mention,
        told: Told,
        trigger: Token,
        sentence: Tokens,
        speakers: tuple[Speaker, ...],
        by: Sequence[Token],
    ) -> Mention:
        numbers: dict[str, Any] = {str(told.kind): told.magnitude}
        said = [Cue(v.text, v.idx, v.idx + len(v), "attribution", "reporting word") for v in by]
        return replace(
            deed,
            id=self.identify(deed.article_id, trigger.idx, deed.event),
            trigger=Span(trigger.text, trigger.idx, trigger.idx + len(trigger)),
            sentence=stripped(sentence.text, sentence.start_char),
            actors=tuple(replace(a, inferred=True) for a in deed.actors),
            recipients=tuple(replace(r, inferred=True) for r in deed.recipients),
            certainty="attributed" if speakers else "asserted",
            attribution=speakers,
            magnitudes=Magnitudes(**numbers),
            confidence=round(deed.confidence * _SURENESS, 3),
            cues=tuple(said),
        )


def _joined(tolls: Iterable[Mention]) -> list[Mention]:
    """The tolls of a sentence, of one speaker the dead and the wounded together."""
    found: list[Mention] = []
    for toll in tolls:
        last = found[-1] if found else None
        dead = last.magnitudes.killed if last is not None else None
        if last is None or last.attribution != toll.attribution or not dead:
            found.append(toll)
        elif toll.magnitudes.injured and not last.magnitudes.injured:
            numbers = replace(last.magnitudes, injured=toll.magnitudes.injured)
            found[-1] = replace(last, magnitudes=numbers)
    return found


def _has_been_done(mention: Mention) -> bool:
    return mention.status in DONE and mention.certainty != "denied" and not mention.background


def _tells(mention: Mention, told: Told) -> bool:
    """Whether the mention has that number already."""
    held = getattr(mention.magnitudes, str(told.kind))
    return held is not None and held.start == told.magnitude.start


def _counting(told: Told) -> Token | None:
    """The word that tells the count, if it is one of the deed in hand: the toll, or the dying.

    A toll that says what it is of ('in the war', 'since May', 'overall') is of that.
    """
    word = told.word
    toll = next((c for c in word.children if c.lemma_ in _TOLL and c.dep_ != "pobj"), None)
    if toll is not None:
        within = [t for t in toll.subtree if t.i != toll.i and t.pos_ in ("NOUN", "PROPN", "ADJ")]
        of_all = any(t.lemma_.lower() not in _COUNTED_WORDS for t in within)
        return None if of_all or _is_of_other_days(word, recounted=True) else toll
    if word.lemma_ not in ("die", "kill", "wound", "injure") or word.tag_ not in ("VBD", "VBN"):
        return None
    helpers = auxiliaries(word)
    active = word.lemma_ != "die" and not any(h.dep_ == "auxpass" for h in helpers)
    unsure = any(h.tag_ == "MD" or h.lower_ == "had" for h in helpers)
    bare = all(c.dep_ not in ("prep", "agent", "advcl") or c.lower_ == "in" for c in word.children)
    return None if active or unsure or not bare or _is_of_other_days(word) else word


def _is_of_other_days(word: Token, *, recounted: bool = False) -> bool:
    """Whether a date stands in the sentence, so that it may be the count of other days.

    A weekday may be that on which it was ``recounted``.
    """
    passed_over = _WEEKDAYS if recounted else frozenset[str]()
    return any(
        t.lower_ == "since" or (t.ent_type_ == "DATE" and t.lower_ not in passed_over)
        for t in word.sent
    )


def _deed_of(
    trigger: Token,
    deeds: Sequence[Mention],
    here: Sequence[Mention],
    analysis: Analysis,
    *,
    by_toll: bool,
) -> Mention | None:
    """The deed whose dead are counted; None for none that is near.

    That is the one told last before, of its own sentence first; who died, of the same paragraph.
    """
    before = [d for d in deeds if d.trigger.start < trigger.idx]
    if any(m.event in _DEEDS and m not in deeds for m in here) or not before:
        return None
    own = [d for d in before if d in here]
    if any(m.event in _DEEDS and m.trigger.start > trigger.idx for m in here):
        return None
    deed = (own or before)[-1]
    if trigger.idx - deed.trigger.start > _NEAR:
        return None
    same = analysis.paragraph_of(deed.trigger.start) == analysis.paragraph_of(trigger.idx)
    return deed if by_toll or same else None


def _is_rival(speakers: Sequence[Speaker], deed: Mention) -> bool:
    """Whether another than who told of the deed counts so, in one sentence with it."""
    told_by = {speaker.name for speaker in deed.attribution}
    return bool(speakers) and not told_by & {speaker.name for speaker in speakers}
