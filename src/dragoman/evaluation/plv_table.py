"""PLV's table of gold, and its labels.

A gold file is PLV's table (Hu et al., ACL 2024): tab-separated, with the columns sentence,
marked_sentence, source, target, root (15 labels) and penta (4 quad classes). ``data/plv.tsv`` turns
type, mode and status into PLV's labels, whose habits differ from PLOVER's.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from dragoman.events.reading import Chars
from dragoman.tables import rows, values

PENTA: Mapping[str, int] = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1,
    "YIELD": 2, "COOPERATE": 2, "AID": 2,
    "REJECT": 3, "ACCUSE": 3, "REQUEST": 3, "THREATEN": 3,
    "ASSAULT": 4, "COERCE": 4, "SANCTION": 4, "PROTEST": 4, "MOBILIZE": 4,
}  # fmt: skip
_COLUMNS = {"marked_sentence", "root", "penta"}
_MARK = re.compile(r"<(/?)([st])>")


class PlvError(ValueError):
    """A row of the gold file is not PLV's; names file and line."""


@dataclass(frozen=True, slots=True)
class PlvRow:
    """One row: the sentence without marks, and where source and target stand (None: unnamed)."""

    line: int
    sentence: str
    source: Chars | None
    target: Chars | None
    root: str
    penta: int


def read(path: Path) -> list[PlvRow]:
    """Read a PLV table.

    Raises:
        PlvError: a column is missing or a label is unknown.
    """
    with path.open(encoding="utf-8", newline="") as lines:
        table = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        if missing := _COLUMNS - set(table.fieldnames or ()):
            raise PlvError(
                f"{path.name}: no column {', '.join(sorted(missing))}; is this PLV's table?"
            )
        return [_row(path, number, row) for number, row in enumerate(table, start=2)]


def _row(path: Path, number: int, row: Mapping[str, str]) -> PlvRow:
    if row["root"] not in PENTA or row["penta"] not in ("1", "2", "3", "4"):
        raise PlvError(
            f"{path.name} line {number}: root {row['root']!r} or penta {row['penta']!r} is unknown"
        )
    text, at, bounds = "", 0, dict[str, int]()
    for mark in _MARK.finditer(row["marked_sentence"]):
        text += row["marked_sentence"][at : mark.start()]
        at = mark.end()
        bounds.setdefault(mark[1] + mark[2], len(text))
    text += row["marked_sentence"][at:]
    source, target = (
        (bounds[name], bounds["/" + name]) if {name, "/" + name} <= set(bounds) else None
        for name in "st"
    )
    return PlvRow(number, text, source, target, row["root"], int(row["penta"]))


@dataclass(frozen=True, slots=True)
class _Rule:
    types: tuple[str, ...]
    modes: tuple[str, ...]
    statuses: tuple[str, ...]
    words: tuple[str, ...]
    under: tuple[str, ...]
    label: str

    def fits(self, event: str, mode: str | None, status: str, word: str, under: str) -> bool:
        return (
            (not self.types or event in self.types)
            and (not self.modes or mode in self.modes)
            and (not self.statuses or status in self.statuses)
            and (not self.words or word.startswith(self.words))
            and (not self.under or under.startswith(self.under))
        )


@cache
def _rules() -> tuple[_Rule, ...]:
    table = files(__package__) / "data" / "plv.tsv"
    columns = ("type", "mode", "status", "words", "under", "label")
    return tuple(
        _Rule(
            values(row["type"]), values(row["mode"]), values(row["status"]), values(row["words"]),
            values(row["under"]), row["label"],
        )
        for row in rows(table, columns)
    )  # fmt: skip


@cache
def label(event: str, mode: str | None, status: str, word: str, under: str = "") -> str:
    """PLV's label for an event of that kind and status whose trigger is ``word`` (lower case).

    ``under`` is the lemma of the verb that the trigger is object of.
    """
    for rule in _rules():
        if rule.fits(event, mode, status, word, under):
            return rule.label
    return event
