"""Checking the annotated corpus: ``python -m training.corpus FILE...``.

Every fault is printed with its file and line, then pairs of sentences that are nearly the same,
then counts by type, mode, status and certainty. The form of a row is told in GUIDELINES.md and read
by `dragoman.evaluation.gold`.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

from dragoman.evaluation.gold import GoldError, Sentence, parse
from dragoman.record.linking.copies import are_copies, bands, print_of


def near_duplicates(sentences: Sequence[Sentence]) -> list[tuple[Sentence, Sentence]]:
    """Pairs of which most of the shorter stands in the longer, by shingles of four words."""
    prints = [print_of(sentence.text) for sentence in sentences]
    alike: dict[int, list[int]] = defaultdict(list)
    for number, made in enumerate(prints):
        for band in bands(made):
            alike[band].append(number)
    candidates = {pair for numbers in alike.values() for pair in combinations(numbers, 2)}
    return [
        (sentences[one], sentences[other])
        for one, other in sorted(candidates)
        if are_copies(prints[one], prints[other])
    ]


def main(paths: list[str]) -> int:
    """Check files and print what they hold; 1 where a row is faulty."""
    faults = 0
    seen: set[str] = set()
    sentences: list[Sentence] = []
    for path in map(Path, paths):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
            if not line.strip():
                continue
            try:
                sentence = parse(json.loads(line))
                if sentence.id in seen:
                    raise GoldError(f"id {sentence.id} stands twice")
                seen.add(sentence.id)
                sentences.append(sentence)
            except ValueError as error:
                faults += 1
                print(f"{path.name} line {number}: {error}")
    pairs = near_duplicates(sentences)
    for one, other in pairs:
        print(f"nearly the same: {one.id} {one.text!r}, {other.id} {other.text!r}")
    events = [event for sentence in sentences for event in sentence.events]
    print(f"{len(sentences)} sentences, {sum(not s.events for s in sentences)} without event, "
          f"{len(events)} events, {faults} faulty rows, {len(pairs)} nearly the same")  # fmt: skip
    for name, counted in (
        ("types", Counter(e.event for e in events)),
        ("modes", Counter(f"{e.event} {e.mode}" for e in events if e.mode)),
        ("status", Counter(e.status for e in events)),
        ("certainty", Counter(e.certainty for e in events)),
    ):
        print(f"{name}: " + ", ".join(f"{key} {n}" for key, n in counted.most_common()))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
