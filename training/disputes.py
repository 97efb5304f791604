"""A second look at labels: where the trained encoder surely parts with the corpus.

``python -m training.disputes find CORPUS OUT.jsonl`` writes one question a line: the sentence with
the word marked, and two ``options`` for it, each an event in the form of GUIDELINES.md or null for
no event. Which of the two is the row's and which the encoder's is not told, so that whoever decides
leans to neither. They add an ``answer``: 0 or 1 for the first or second option, an event of their
own, or "open". ``python -m training.disputes settle CORPUS ANSWERED.jsonl`` puts the answers into
the rows.

The encoder has learnt the rows that it is asked about, so what it still parts with is mostly what
other rows taught it otherwise: of 15,600 such labels of words (at a chance of 0.7) coders gave the
encoder right on two in five.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from dragoman.evaluation.gold import ROLES, GoldError, locate, numbered, objects, parse
from dragoman.events.encoder import Encoder
from dragoman.events.network import softmax
from dragoman.events.reading import Chars, Reading, overlap
from dragoman.events.words import Words

_LEAST = 0.7
_FIELDS = (
    "trigger", "event", "mode", "actors", "recipients", "places", "times", "attribution",
    "status", "certainty", "background",
)  # fmt: skip

Row = dict[str, Any]
Event = dict[str, Any]


def disputes(
    rows: Sequence[Row], encoder: Encoder | None = None, least: float = _LEAST
) -> Iterator[Row]:
    """The words at which the encoder surely reads another event than is marked, or none.

    Args:
        rows: annotated sentences.
        encoder: whose readings are held against them; the package's own when None.
        least: the chance, 0 to 1, from which a reading is sure.

    Yields:
        ``id``, ``text`` with the word in double brackets, ``word`` and two ``options``.

    Raises:
        GoldError: a row names words that are not in its text.
        ModelError: the model's files are missing or damaged.
    """
    encoder = encoder or Encoder()
    for row, scores in zip(rows, encoder.network([row["text"] for row in rows]), strict=True):
        marked = _at_words(row, scores.words)
        for word, chances in enumerate(softmax(scores.types)):
            label = int(chances.argmax())
            event, old = encoder.network.settings.types[label], marked.get(word)
            sure = chances[label] if old else 1 - chances[0]
            if sure < least or event == (old["event"] if old else "none"):
                continue
            span = scores.words.spans[word]
            if (words := numbered(row["text"], *span)) and words[0].isalnum():
                reading = encoder.event_at(scores, row["text"], word)
                new = None if event == "none" else _written(row["text"], words, reading, old)
                yield _question(row, words, span, [old, new])


def settle(row: Row, answers: Mapping[str, Any]) -> Row:
    """A row with its disputed words as they were settled.

    Args:
        row: an annotated sentence.
        answers: by word the event that it reports, or None where it reports none.

    Raises:
        GoldError: an event is not what GUIDELINES.md says, or a word is not in the text.
    """
    text = row["text"]
    settled = {locate(text, words): event for words, event in answers.items()}
    events = [
        event for event in row["events"]
        if not any(overlap(locate(text, event["trigger"]), span) for span in settled)
    ]  # fmt: skip
    events += [_ordered(event) for event in settled.values() if event]
    made = row | {"events": sorted(events, key=lambda event: locate(text, event["trigger"]))}
    parse(made)
    return made


def _at_words(row: Row, words: Words) -> dict[int, Event]:
    """The events by the index of their word; those beyond the words read are lost."""
    found: dict[int, Event] = {}
    for event in row["events"]:
        at = words.at(locate(row["text"], event["trigger"]))
        if at is not None:
            found.setdefault(at, event)
    return found


def _written(text: str, words: str, reading: Reading, old: Event | None) -> Event:
    """A reading as GUIDELINES.md writes an event; of a marked one only the type is disputed."""
    kind = {"event": reading.event, "mode": reading.mode}
    if old:
        return _ordered(old | kind)
    told = {
        role: [named for span in reading.roles[role] if (named := numbered(text, *span))]
        for role in ROLES
    }
    certainty = None if reading.certainty == "asserted" else reading.certainty
    judged = {"status": reading.status, "certainty": certainty, "background": reading.background}
    return _ordered({"trigger": words, **kind, **told, **judged})


def _ordered(event: Event) -> Event:
    """The event with its fields in their usual order and without those that say nothing."""
    return {name: event[name] for name in _FIELDS if event.get(name) not in (None, [], False)}


def _question(row: Row, words: str, span: Chars, options: list[Event | None]) -> Row:
    start, end = span
    text = row["text"]
    marked = f"{text[:start]}[[{text[start:end]}]]{text[end:]}"
    if hashlib.sha256(marked.encode()).digest()[0] % 2:
        options = options[::-1]
    return {"id": row["id"], "text": marked, "word": words, "options": options}


def _answers(path: Path) -> dict[str, dict[str, Any]]:
    """By row and word what was answered; open questions are left out.

    Raises:
        GoldError: an answer is none of 0, 1, an event and "open".
    """
    found: dict[str, dict[str, Any]] = {}
    for number, question in objects(path):
        answer = question.get("answer", "open")
        if answer == "open":
            continue
        if answer in (0, 1):
            answer = question["options"][answer]
        elif not isinstance(answer, dict):
            raise GoldError(f"{path.name} line {number}: answer 0, 1, an event or \"open\"")
        found.setdefault(question["id"], {})[question["word"]] = answer
    return found


def _settle_all(paths: Iterable[Path], answers: Mapping[str, Mapping[str, Any]]) -> int:
    """Put the answers into the files; the number of rows that changed."""
    changed = 0
    for path in paths:
        lines = path.read_text("utf-8").splitlines()
        for place, row in ((number - 1, row) for number, row in objects(path)):
            if row["id"] in answers:
                try:
                    made = settle(row, answers[row["id"]])
                except GoldError as error:
                    raise GoldError(f"{path.name} line {place + 1}: {error}") from error
                changed += made != row
                lines[place] = json.dumps(made, ensure_ascii=False)
        path.write_text("\n".join(lines) + "\n", "utf-8")
    return changed


def main() -> None:
    """Ask about labels, or put the answers into the corpus."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("task", choices=("find", "settle"))
    parser.add_argument("corpus", type=Path, help="file, or directory of files, of annotated rows")
    parser.add_argument("questions", type=Path, help="file of questions: written, or answered")
    parser.add_argument("--least", type=float, default=_LEAST, help="from which chance to ask")
    options = parser.parse_args()
    corpus: Path = options.corpus
    paths = sorted(corpus.glob("*.jsonl")) if corpus.is_dir() else [corpus]
    if options.task == "settle":
        print(f"{_settle_all(paths, _answers(options.questions))} rows changed")
        return
    encoder, asked = Encoder(), 0
    with options.questions.open("w", encoding="utf-8") as out:
        for path in paths:
            rows = [row for _, row in objects(path)]
            for question in disputes(rows, encoder, options.least):
                out.write(json.dumps(question, ensure_ascii=False) + "\n")
                asked += 1
    print(f"{asked} words are disputed")


if __name__ == "__main__":
    main()
