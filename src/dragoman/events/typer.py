"""The encoder put to work on an analysed article: its readings as proposals at tokens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Span

from dragoman.analysis import Analysis
from dragoman.events.encoder import Encoder
from dragoman.events.prevalence import in_its_article, prevalence
from dragoman.events.proposal import Proposal
from dragoman.events.reading import LEAST, Chars, Reading
from dragoman.events.wholeness import chance_of_all


class EncoderTyper:
    """Proposes the events that the encoder reads in an article's sentences.

    Args:
        encoder: the encoder; one with the package's model when None.
        least: the confidence below which a reading is left out, 0 to 1, unless it surely is an
            event and only its type is open ('launched missiles at' a city). Of the readings from
            the default on 91 in 100 are right on held-out sentences, and they are 77 in 100 of the
            events. F1 is best at 0.4, but news that nobody here wrote holds more of what only
            looks like an event: of readings under 0.6 four of 15 were right there.
    """

    def __init__(self, encoder: Encoder | None = None, least: float = LEAST) -> None:
        self._encoder = encoder or Encoder()
        self._least = least

    def __call__(self, analysis: Analysis) -> tuple[Proposal, ...]:
        """The proposals for every sentence that is to be coded, in order of their triggers.

        Raises:
            ModelError: the model's files are missing or damaged.
        """
        sentences = analysis.sentences
        readings = self._encoder.article([sentence.text for sentence in sentences])
        weights = self._encoder.network.settings.wholeness
        share = prevalence([max((e.presence for e in r.events), default=0.0) for r in readings])
        return tuple(
            proposal
            for sentence, reading in zip(sentences, readings, strict=True)
            for proposal in _proposals(
                sentence,
                (e for e in _weighed(reading.events, share) if e.is_kept(self._least)),
                reading.contexts,
                weights,
            )
        )


def _weighed(events: Iterable[Reading], share: float) -> Iterator[Reading]:
    """The events as sure as they are in an article of which this share reports events."""
    for event in events:
        yield replace(
            event,
            confidence=in_its_article(event.confidence, share),
            presence=in_its_article(event.presence, share),
        )


def _proposals(
    sentence: Span,
    events: Iterable[Reading],
    contexts: tuple[str, ...],
    weights: tuple[float, ...],
) -> Iterator[Proposal]:
    """The events as proposals, each at a token of its own: of two at one token the surer one."""
    at: dict[int, Reading] = {}
    for event in events:
        index = _span(sentence, event.trigger).start
        if index not in at or at[index].confidence < event.confidence:
            at[index] = event
    for index in sorted(at):
        event = at[index]
        yield Proposal(
            trigger=sentence.doc[index],
            event=event.event,
            mode=event.mode,
            confidence=event.confidence,
            status=event.status,
            sureness=event.sureness,
            actors=_spans(sentence, event.roles["actors"]),
            recipients=_spans(sentence, event.roles["recipients"]),
            contexts=contexts,
            wholeness=chance_of_all(event.wholeness, weights),
        )


def _spans(sentence: Span, found: Iterable[Chars]) -> tuple[Span, ...]:
    return tuple(_span(sentence, chars) for chars in found)


def _span(sentence: Span, chars: Chars) -> Span:
    """The tokens that the characters of the sentence touch."""
    base = sentence.start_char
    span = sentence.doc.char_span(base + chars[0], base + chars[1], alignment_mode="expand")
    return span if span is not None else sentence[:1]
