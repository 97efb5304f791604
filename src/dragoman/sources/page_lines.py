"""What a line of a page is by itself: prose, perhaps a headline, or furniture of some kind.

The phrases of furniture stand in ``data/furniture.tsv``. A phrase alone never makes a paragraph
furniture: it must be the whole line, open it as a label, or stand in a short line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dragoman.tables import rows

MENU = "navigation menu"
"""What the entries of a menu are called."""
MENU_ENTRIES = 3
"""Fewer entries of a menu may be a headline's kicker."""
_LONGEST_LINE = 300  # characters; a longer line is a paragraph, whatever it opens with
_LONGEST_NOTICE = 200  # for phrases looked for anywhere in a line
_LONGEST_HEADLINE = 160

_SENTENCE_END = re.compile(r"(?<!\.)[.!?:;][\"”’'»)\]]*$")
_ORNAMENT = " \t\u00a0\u200b\ufeff•·▪■●◆▶►▼▲»«>|*_~=–—-…"
_OUTER = re.compile(r"^[\W_]+|[\W_]+$")
_COUNT = re.compile(r"^\d[\d,.]*k?\s+(?=\D)|\s*[(\[]?\d[\d,.]*k?[)\]]?$")
_LABELLED = re.compile(r"\s*[:|»>]\s*|\s+[–—-]\s+")
_SEPARATED = re.compile(r"\s*[|>›»•·/\t]\s*|\s{2,}|\s*,\s+")


@dataclass(frozen=True, slots=True)
class Rule:
    """What a phrase says of the line that has it: ``kind`` and ``what`` as in the table."""

    kind: str
    what: str


@dataclass(frozen=True, slots=True)
class _Table:
    exact: dict[str, Rule]
    label: dict[str, Rule]
    start: dict[str, tuple[tuple[str, Rule], ...]]  # keyed by the first three characters
    within: tuple[tuple[str, Rule], ...]
    menu: frozenset[str]
    agencies: frozenset[str]


def headline_like(line: str) -> bool:
    """Whether ``line`` could be a headline: short, and no sentence with its full stop."""
    if len(line) > _LONGEST_HEADLINE:
        return False
    if line.endswith(("?", "?”", "?'", "?’", '?"')):
        return len(line.split()) <= 16
    return not _SENTENCE_END.search(line)


def is_prose(line: str) -> bool:
    """Whether ``line`` is a sentence of some words, or several."""
    return bool(_SENTENCE_END.search(line)) and len(line.split()) >= 5


def classify(line: str) -> Rule | None:
    """What the table says of ``line`` by itself; None where it may belong to the article."""
    if len(line) > _LONGEST_LINE:
        return None
    table = _table()
    words = key(line)
    if rule := table.exact.get(words) or table.exact.get(_COUNT.sub("", words).strip()):
        return rule
    low = _low(line).lstrip(_ORNAMENT)
    labelled = _LABELLED.search(low)
    if labelled and (rule := table.label.get(low[: labelled.start()])):
        return rule
    if rule := _opening(line, low, words) or _notice(line, low):
        return rule
    if _is_menu(low, table.menu):
        return Rule("line", MENU)
    if _is_credit(line, low, table.agencies):
        return Rule("line", "picture credit")
    return None


def _opening(line: str, low: str, words: str) -> Rule | None:
    for phrase, rule in _table().start.get(low[:3], ()):
        # A heading that goes on ("More from Lagos") is short; a notice may be long.
        heading = rule.kind != "related" or (len(words.split()) <= 5 and headline_like(line))
        if heading and low.startswith(phrase) and _whole(low, phrase):
            return rule
    return None


def _notice(line: str, low: str) -> Rule | None:
    if len(line) > _LONGEST_NOTICE:
        return None
    return next((rule for phrase, rule in _table().within if phrase in low), None)


def _whole(line: str, phrase: str) -> bool:
    rest = line[len(phrase) :]
    return not (rest and phrase[-1].isalpha() and rest[0].isalpha())


def _is_menu(low: str, menu: frozenset[str]) -> bool:
    pieces = [piece for piece in _SEPARATED.split(low) if piece]
    if len(pieces) >= 2:
        crumbs = pieces[0] == "home" and "," not in low
        return crumbs or (len(pieces) >= MENU_ENTRIES and all(piece in menu for piece in pieces))
    # Entries run together: "Home World Politics Human Rights Sport".
    words, entries = low.split(), 0
    while words:
        size = next((n for n in (4, 3, 2, 1) if " ".join(words[:n]) in menu), 0)
        if not size:
            return False
        del words[:size]
        entries += 1
    return entries > MENU_ENTRIES


def _is_credit(line: str, low: str, agencies: frozenset[str]) -> bool:
    inner = low.strip("()[] .")
    if inner in agencies:
        return True
    if len(line) > 80 or _SENTENCE_END.search(line.rstrip(")]")):
        return False
    name, slash, agency = inner.rpartition("/")
    if not slash:
        name, slash, agency = inner.partition(" via ")
    return bool(slash) and agency.strip() in agencies and len(name.split()) <= 5


def is_heading(line: str) -> bool:
    """Whether ``line`` is a phrase of furniture and nothing more, not even a count."""
    return key(line) in _table().exact


def is_menu_entry(line: str) -> bool:
    """Whether ``line`` is an entry of a navigation menu."""
    return key(line) in _table().menu


def key(line: str) -> str:
    """The words of ``line`` as they are looked up: lower case, without marks around them."""
    return " ".join(_OUTER.sub("", _low(line)).split())


def _low(line: str) -> str:
    return line.lower().replace("’", "'").replace("‘", "'")


@cache
def _table() -> _Table:
    columns = ["kind", "how", "phrase", "what"]
    exact: dict[str, Rule] = {}
    label: dict[str, Rule] = {}
    start: dict[str, list[tuple[str, Rule]]] = {}
    within: list[tuple[str, Rule]] = []
    words: dict[str, set[str]] = {"menu": set(), "agency": set()}
    for row in rows(files("dragoman.sources") / "data" / "furniture.tsv", columns):
        phrase, rule = row["phrase"], Rule(row["kind"], row["what"])
        if rule.kind in words:
            words[rule.kind].add(phrase)
        elif row["how"] == "exact":
            exact.setdefault(_OUTER.sub("", phrase), rule)
        elif row["how"] == "label":
            label.setdefault(phrase, rule)
        elif row["how"] == "start":
            start.setdefault(phrase[:3], []).append((phrase, rule))
        else:
            within.append((phrase, rule))
    starts = {key: tuple(phrases) for key, phrases in start.items()}
    menu, agencies = frozenset(words["menu"]), frozenset(words["agency"])
    return _Table(exact, label, starts, tuple(within), menu, agencies)
