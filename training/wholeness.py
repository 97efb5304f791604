"""Setting what tells whole mentions' chances to be right: ``python -m training.wholeness``.

Sentences of the part ``dev`` are coded as articles of their own, and each mention is held against
its row. The weights of `dragoman.events.wholeness` are written to ``config.json`` beside the
model; what they are worth on the part ``test`` is printed beside what confidence alone tells there.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

import numpy as np

from dragoman.article import Article
from dragoman.coder import Coder
from dragoman.evaluation.gold import Event, Sentence
from dragoman.evaluation.scores import calibration_error
from dragoman.events.encoder import Encoder
from dragoman.events.network import Network
from dragoman.events.reading import Chars, Wholeness, overlap
from dragoman.events.typer import EncoderTyper
from dragoman.events.wholeness import chance_of_all
from dragoman.mention import Entity, Mention
from training.data import CORPUS, load
from training.export import MODEL
from training.logistic import fit

_PUBLISHED = date(2024, 5, 15)
_SEED = 7
_RIDGE = 1.0
_OF_EQUALS = (("CONSULT", None), ("CONSULT", "multilateral"))
_PRONOUNS = frozenset(
    "he she it they him her them his its their i we us who that which whom this these those".split()
)
_BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)


@dataclass(frozen=True, slots=True)
class Judged:
    """A mention's confidence, how sure the network is of its parts, and what of it is right."""

    confidence: float
    whole: Wholeness
    type: bool
    all: bool


def judge(mention: Mention, sentence: Sentence) -> tuple[bool, bool]:
    """Whether type and trigger are right, and whether status and parties are as well.

    Strictly: all who do it and nobody else, nobody wrong whom it is done to. Recipients that the
    mention lacks do not count, since rows name things there too ('the bridge'), which are no
    parties; nor does a pronoun that means somebody outside the sentence.
    """
    at = (mention.trigger.start, mention.trigger.end)
    there = (e for e in sentence.events if e.event == mention.event and overlap(e.trigger, at))
    row = next(there, None)
    return row is not None, row is not None and _is_whole(mention, row, sentence.text)


def _is_whole(mention: Mention, row: Event, text: str) -> bool:
    if mention.status != row.status:
        return False
    if (mention.certainty == "denied") != (row.certainty == "denied"):
        return False
    doers, targets = row.roles.get("actors", ()), row.roles.get("recipients", ())
    actors, recipients = _spans(mention.actors), _spans(mention.recipients)
    if (mention.event, mention.mode) in _OF_EQUALS:  # all who take part are on one side
        doers, targets = (*doers, *targets), ()
        actors, recipients = (*actors, *recipients), ()
    named = (d for d in doers if text[slice(*d)].lower() not in _PRONOUNS)
    pairs = ((named, actors), (actors, doers), (recipients, targets))
    return all(_are_among(ours, theirs) for ours, theirs in pairs)


def _spans(parties: Iterable[Entity]) -> tuple[Chars, ...]:
    return tuple((party.start, party.end) for party in parties)


def _are_among(ours: Iterable[Chars], theirs: Sequence[Chars]) -> bool:
    """Whether each of some spans overlaps one of the others."""
    return all(any(overlap(one, other) for other in theirs) for one in ours)


def judged(sentences: Sequence[Sentence], network: Network) -> Iterator[Judged]:
    """Every mention that is coded in the sentences, each of them an article of its own."""
    encoder = Encoder(network)
    coder = Coder(typer=EncoderTyper(encoder))
    articles = [Article(s.text, id=s.id, published=_PUBLISHED) for s in sentences]
    for sentence, (_, mentions) in zip(sentences, coder.code_all(articles), strict=True):
        for mention in mentions:
            whole = _whole(mention, encoder)
            if whole is not None:
                yield Judged(mention.confidence, whole, *judge(mention, sentence))


def _whole(mention: Mention, encoder: Encoder) -> Wholeness | None:
    """How sure the network is of the mention's parts; None where it read no such event itself."""
    told, start = mention.sentence, mention.trigger.start - mention.sentence.start
    (scores,) = encoder.network([told.text])
    word = scores.words.at((start, start + len(mention.trigger.text)))
    return None if word is None else encoder.event_at(scores, told.text, word).wholeness


def weights(cases: Sequence[Judged]) -> tuple[float, ...]:
    """The weights of the three figures and the intercept, by the mentions whose type is right."""
    right = [case for case in cases if case.type]
    figures = np.array([(c.whole.status, c.whole.phrases, c.whole.words) for c in right])
    return fit(figures, [c.all for c in right], (0.0, 0.0, 0.0, 0.0), _RIDGE)


def report(numbers: Sequence[float], right: Sequence[bool]) -> str:
    """What numbers tell of being right: area under the curve, Brier score, calibration error."""
    given, told = np.array(numbers), np.array(right, dtype=float)
    above = given[told == 1][:, None] - given[told == 0][None, :]
    area = float(((above > 0) + 0.5 * (above == 0)).mean())
    brier = float(((given - told) ** 2).mean())
    error = calibration_error(list(zip(numbers, right, strict=True)))
    return f"AUC {area:.3f}, Brier {brier:.3f}, calibration error {error:.3f}"


def bands(numbers: Sequence[float], right: Sequence[bool]) -> Iterator[str]:
    """How many mentions have a number in each band, and what share of them is right."""
    given, told = np.array(numbers), np.array(right, dtype=float)
    for low, high in pairwise(_BANDS):
        within = (given >= low) & ((given < high) | (high == _BANDS[-1]))
        if within.any():
            yield f"  {low:.2f} to {high:.2f}: {within.sum():5d}, right {told[within].mean():.2f}"


def main() -> None:
    """Set the weights of the model in the package, or of the one in the directory given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=MODEL)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--sentences", type=int, default=8000, help="of each part")
    options = parser.parse_args()
    network = Network(options.model)
    dev, test = (
        list(judged(_sample(load(part, options.corpus), options.sentences), network))
        for part in ("dev", "test")
    )
    found = weights(dev)
    path = options.model / "config.json"
    settings = json.loads(path.read_text("utf-8"))
    settings["wholeness"] = found
    path.write_text(json.dumps(settings, indent=1) + "\n", "utf-8")
    print({"wholeness": found})
    right = [case.all for case in test]
    overall = [case.confidence * chance_of_all(case.whole, found) for case in test]
    for name, numbers in (("confidence", [c.confidence for c in test]), ("overall", overall)):
        print(f"{name}, {len(test)} mentions: {report(numbers, right)}")
        print("\n".join(bands(numbers, right)))


def _sample(sentences: list[Sentence], count: int) -> list[Sentence]:
    random.Random(_SEED).shuffle(sentences)
    return sentences[:count]


if __name__ == "__main__":
    main()
