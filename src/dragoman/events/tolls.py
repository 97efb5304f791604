"""Tolls told apart from the deed: 'The rebels put the toll at 40', 'Ten people were killed.'

Who counts the dead of a deed told before reports it anew, with a number and often a speaker of his
own. So each such count is a mention of that deed, with the parties, the time and the place that
were told of it: rival counts stand side by side, and a corrected one beside the first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span as Tokens

from dragoman.actors import Cast
from dragoman.analysis import Analysis
from dragoman.analysis.grammar import governing_verb, subjects
from dragoman.events.counting import TOLL, Count, counting_word
from dragoman.events.holding import deed_of, has_been_done
from dragoman.events.numbers import NumberReader
from dragoman.events.told import Told
from dragoman.mention import Cue, Magnitudes, Mention, Span, Speaker, stripped
from dragoman.status.attribution import Attributor

_COUNTED = ("killed", "injured")
_WORTH_READING = re.compile(
    r"(?i:\b(?:tolls?|dead|deaths?|died|killed|wounded|injured|fatalities|lives|bodies|lost|loss)\b)"
)
_PUTTING = frozenset(
    "put set place revise lower raise cut correct update estimate give reduce increase".split()
)
_COUNTING = frozenset(
    "admit acknowledge announce confirm count document record register report verify".split()
)
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
        """The mentions with those of tolls told apart, in order of the text.

        One that only counts, and names nobody who did it, gives way to that of its deed's toll.
        """
        first = next((m for m in mentions if has_been_done(m)), None)
        if first is None:
            return list(mentions)
        told, tolls = list(mentions), list[Mention]()
        for sentence in analysis.sentences:
            after = sentence.end_char > first.sentence.start
            if after and _WORTH_READING.search(sentence.text):
                found = list(_joined(self._of(sentence, told, tolls, analysis, cast)))
                counting = {toll.trigger.start for toll in found}
                told = [m for m in told if m.trigger.start not in counting]
                tolls += found
        return sorted((*told, *tolls), key=lambda m: m.trigger.start)

    def _of(
        self,
        sentence: Tokens,
        mentions: Sequence[Mention],
        tolls: Sequence[Mention],
        analysis: Analysis,
        cast: Cast,
    ) -> Iterator[Mention]:
        all_here = [
            m for m in mentions
            if m.sentence.start < sentence.end_char and sentence.start_char < m.sentence.end
        ]  # fmt: skip
        numbers = self.numbers.told(sentence, cast)
        counts = [c for told in numbers if (c := self._count(told, analysis, cast))]
        bare = [m for m in all_here if any(_only_counts(m, c) for c in counts)]
        here = [m for m in all_here if m not in bare]
        before = [m for m in mentions if m not in bare]
        for count in counts:
            if any(_tells(m, count.told) or m.trigger.start == count.word.idx for m in here):
                continue
            deed = deed_of(count, before, here, analysis, cast)
            if deed is None or (deed in here and not _is_rival(count.speakers, deed)):
                continue
            if not count.speakers and not count.of_toll and _is_known(count, deed, tolls):
                continue
            own = next((m for m in bare if m.trigger.start == count.word.idx), None)
            if own is not None and deed in here:
                continue
            yield self._mention(deed, count, sentence, own)

    def _count(self, told: Told, analysis: Analysis, cast: Cast) -> Count | None:
        """The count that a number is, with who says so; None where it is none."""
        word = counting_word(told) if told.kind in _COUNTED else None
        if word is None:
            return None
        source = self.attribute(analysis, word)
        heads, verb = source.speakers, source.verb
        verb_of = governing_verb(word)
        counted = verb_of is not None and verb_of.lemma_ in _COUNTING and word.pos_ == "NOUN"
        puts = told.word.lemma_ in _PUTTING and word.lemma_ in TOLL
        over = told.word if puts else verb_of if counted and not heads else None
        if over is not None and (who := tuple(s for s in subjects(over) if s.i != word.i)):
            heads, verb = who, over
        named = (speaker for head in heads for speaker in cast.speaker(head))
        speakers = tuple(dict.fromkeys(named))
        return Count(told, word, speakers, (verb,) if verb is not None else ())

    def _mention(
        self, deed: Mention, count: Count, sentence: Tokens, own: Mention | None
    ) -> Mention:
        """The deed as the count tells it; ``own`` is what was read of the counting word alone."""
        word, kind = count.word, str(count.told.kind)
        overall = deed.overall_confidence
        numbers = own.magnitudes if own is not None else Magnitudes()
        said = (
            Cue(v.text, v.idx, v.idx + len(v), "attribution", "reporting word") for v in count.by
        )
        return replace(
            deed,
            id=self.identify(deed.article_id, word.idx, deed.event),
            trigger=Span(word.text, word.idx, word.idx + len(word)),
            sentence=stripped(sentence.text, sentence.start_char),
            actors=tuple(replace(a, inferred=True) for a in deed.actors),
            recipients=tuple(replace(r, inferred=True) for r in deed.recipients),
            certainty="attributed" if count.speakers else "asserted",
            attribution=count.speakers,
            magnitudes=replace(numbers, **{kind: count.told.magnitude}),
            confidence=round(deed.confidence * _SURENESS, 3),
            overall_confidence=None if overall is None else round(overall * _SURENESS, 3),
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


def _only_counts(mention: Mention, count: Count) -> bool:
    """Whether nothing is read in the counting word but that somebody was harmed."""
    here = mention.trigger.start == count.word.idx
    return here and has_been_done(mention) and all(a.inferred for a in mention.actors)


def _tells(mention: Mention, told: Told) -> bool:
    """Whether the mention has that number already."""
    held = getattr(mention.magnitudes, str(told.kind))
    return held is not None and held.start == told.magnitude.start


def _is_known(count: Count, deed: Mention, tolls: Sequence[Mention]) -> bool:
    """Whether so many were told of the deed before."""
    after = (t for t in tolls if t.trigger.start > deed.trigger.start)
    return any(getattr(t.magnitudes, str(count.told.kind)) for t in after)


def _is_rival(speakers: Sequence[Speaker], deed: Mention) -> bool:
    """Whether another than who told of the deed counts so, in one sentence with it."""
    told_by = {speaker.name for speaker in deed.attribution}
    return bool(speakers) and not told_by & {speaker.name for speaker in speakers}
