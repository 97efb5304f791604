"""How far two coders agree: Krippendorff's alpha a field between the corpus and a second, blind
labelling of it, and what the second coder would score in the encoder's place.

    python -m training.agreement.alpha training/corpus training/agreement/second.jsonl

The units for type are all words that either coder took for a trigger ('none' where only one did);
for mode, status and certainty the triggers that both marked with the same type; for actors and
recipients every word of the sentence (in a span or not) at each such trigger.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path

from dragoman.evaluation.agreement import alpha
from dragoman.evaluation.corpus import CorpusReport, score
from dragoman.evaluation.gold import Event, Sentence, read
from dragoman.events.reading import Reading, SentenceReading, Wholeness

Pair = tuple[str, str]

FIELDS = ("event", "type", "mode", "status", "certainty", "actors", "recipients")
SCORES = (
    "trigger", "type", "mode", "status", "certainty", "actors", "recipients",
    "negatives_left_alone",
)  # fmt: skip


def fields(first: Sequence[Sentence], second: Sequence[Sentence]) -> dict[str, list[Pair]]:
    """Paired values by field, over the sentences that both labelled."""
    again = {sentence.id: sentence for sentence in second}
    found: dict[str, list[Pair]] = {name: [] for name in FIELDS}
    for sentence in first:
        other = again.get(sentence.id)
        if other is None:
            continue
        found["event"].append((str(bool(sentence.events)), str(bool(other.events))))
        mine = {event.trigger: event for event in sentence.events}
        theirs = {event.trigger: event for event in other.events}
        for trigger in mine.keys() | theirs.keys():
            _compare(sentence.text, mine.get(trigger), theirs.get(trigger), found)
    return found


def _compare(
    text: str, one: Event | None, two: Event | None, found: dict[str, list[Pair]]
) -> None:
    found["type"].append((one.event if one else "none", two.event if two else "none"))
    if one is None or two is None or one.event != two.event:
        return
    found["mode"].append((one.mode or "none", two.mode or "none"))
    found["status"].append((one.status, two.status))
    found["certainty"].append((one.certainty, two.certainty))
    words = [match.start() for match in re.finditer(r"\w+", text)]
    for role in ("actors", "recipients"):
        for word in words:
            pair = (_inside(word, one.roles[role]), _inside(word, two.roles[role]))
            found[role].append(pair)


def _inside(char: int, spans: Sequence[tuple[int, int]]) -> str:
    return str(any(start <= char < end for start, end in spans))


def as_encoder(first: Sequence[Sentence], second: Sequence[Sentence]) -> CorpusReport:
    """The second labels scored against the first as ``dragoman eval corpus`` scores the encoder."""
    again = {sentence.id: SentenceReading(_readings(sentence), ()) for sentence in second}
    both = [sentence for sentence in first if sentence.id in again]
    return score(both, lambda _: [again[sentence.id] for sentence in both])


def _readings(sentence: Sentence) -> tuple[Reading, ...]:
    return tuple(
        Reading(
            trigger=event.trigger,
            event=event.event,
            mode=event.mode,
            status=event.status,
            sureness=1.0,
            certainty=event.certainty,
            background=event.background,
            roles=dict(event.roles),
            confidence=1.0,
            presence=1.0,
            wholeness=Wholeness(0.0, 0.0, 0.0),
        )
        for event in sentence.events
    )


def main(corpus: Path, second: Path) -> None:
    """Print alpha, agreement and the number of units a field; then the second coder's scores."""
    first = [sentence for file in sorted(corpus.glob("*.jsonl")) for sentence in read(file)]
    again = list(read(second))
    for name, pairs in fields(first, again).items():
        if pairs:
            same = sum(a == b for a, b in pairs) / len(pairs)
            print(f"{name:<11} alpha {alpha(pairs):.3f}  agreement {same:.3f}  units {len(pairs)}")
    report = as_encoder(first, again)
    print("\nthe second coder, scored as the encoder is:")
    for name in SCORES:
        figure = getattr(report, name)
        print(f"{name:<20} {figure.value:.3f} ({figure.low:.3f} to {figure.high:.3f})")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
