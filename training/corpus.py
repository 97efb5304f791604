"""Checking the annotated corpus: ``python -m training.corpus FILE...``.

Every fault is printed with its file and line, then counts by type, mode, status and certainty. The
form of a row is told in GUIDELINES.md and read by `dragoman.evaluation.gold`.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from dragoman.evaluation.gold import GoldError, Sentence, parse


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
    events = [event for sentence in sentences for event in sentence.events]
    print(f"{len(sentences)} sentences, {sum(not s.events for s in sentences)} without event, "
          f"{len(events)} events, {faults} faulty rows")  # fmt: skip
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
