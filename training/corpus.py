"""Reading and checking the annotated corpus: rows of words become spans of characters.

The form of a row is told in GUIDELINES.md. Run ``python -m training.corpus FILE...`` to check
files: every fault is printed with its file and line, then counts by type, mode and status.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.events.ontology import contexts, kinds

STATUSES = ("occurred", "ongoing", "planned", "postponed", "cancelled", "possible", "negated")
CERTAINTIES = ("asserted", "attributed", "alleged", "denied")
ROLES = ("actors", "recipients", "places", "times", "attribution")
_FIELDS = {"trigger", "event", "mode", "status", "certainty", "background", *ROLES}
_OCCURRENCE = re.compile(r"^(.*)#(\d+)$", re.DOTALL)

Chars = tuple[int, int]


class CorpusError(ValueError):
    """A row is not what GUIDELINES.md says; names what is wrong."""


@dataclass(frozen=True, slots=True)
class Event:
    """One annotated event; spans are (start, end) in characters of the sentence."""

    trigger: Chars
    event: str
    mode: str | None
    status: str
    certainty: str
    background: bool
    roles: dict[str, tuple[Chars, ...]]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One annotated sentence."""

    id: str
    text: str
    events: tuple[Event, ...]
    contexts: tuple[str, ...]

    @property
    def batch(self) -> str:
        """The batch the row belongs to: the part of the id before its last hyphen."""
        return self.id.rpartition("-")[0]


def locate(text: str, words: str) -> Chars:
    """The characters that ``words`` (with ``#n`` for the n-th occurrence) cover in ``text``.

    Whole words are preferred over parts of words.

    Raises:
        CorpusError: the words do not occur that often.
    """
    nth = 1
    if words not in text and (match := _OCCURRENCE.match(words)):
        words, nth = match[1], int(match[2])
    pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    found = [m.span() for m in pattern.finditer(text)]
    if len(found) < nth:
        found = [m.span() for m in re.finditer(re.escape(words), text)]
    if not words or len(found) < nth:
        raise CorpusError(f"{words!r} does not occur {nth} time(s) in the text")
    return found[nth - 1]


def parse(row: dict[str, Any]) -> Sentence:
    """Turn a row into a `Sentence`.

    Raises:
        CorpusError: a field is missing, unknown or names words that are not in the text.
    """
    text = row.get("text")
    if not isinstance(text, str) or not text.strip() or "\n" in text:
        raise CorpusError("'text' must be one line of text")
    if not isinstance(row.get("id"), str) or "-" not in row["id"]:
        raise CorpusError("'id' must look like 'batch-number'")
    unknown = [c for c in row.get("contexts", []) if c not in contexts()]
    if unknown:
        raise CorpusError(f"unknown contexts {unknown}")
    events = tuple(_event(text, event) for event in row.get("events", []))
    if len({(e.trigger, e.event) for e in events}) != len(events):
        raise CorpusError("two events of one type at one trigger")
    return Sentence(row["id"], text, events, tuple(row.get("contexts", [])))


def _event(text: str, event: dict[str, Any]) -> Event:
    if extra := set(event) - _FIELDS:
        raise CorpusError(f"unknown fields {sorted(extra)}")
    kind, mode = event.get("event"), event.get("mode") or None
    if (kind, mode) not in kinds():
        raise CorpusError(f"{kind} has no mode {mode!r}")
    status, certainty = event.get("status"), event.get("certainty", "asserted")
    if status not in STATUSES:
        raise CorpusError(f"status {status!r} is none of {STATUSES}")
    if certainty not in CERTAINTIES:
        raise CorpusError(f"certainty {certainty!r} is none of {CERTAINTIES}")
    trigger = locate(text, event.get("trigger", ""))
    if " " in text[trigger[0] : trigger[1]]:
        raise CorpusError(f"trigger {event['trigger']!r} is more than one word")
    roles = {
        role: tuple(locate(text, words) for words in event.get(role, [])) for role in ROLES
    }
    return Event(
        trigger, str(kind), mode, status, certainty, bool(event.get("background")), roles
    )


def read(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of one corpus file.

    Raises:
        CorpusError: at the first faulty row; names file and line.
    """
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        if line.strip():
            try:
                yield parse(json.loads(line))
            except ValueError as error:
                raise CorpusError(f"{path.name} line {number}: {error}") from error


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
                    raise CorpusError(f"id {sentence.id} stands twice")
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
