"""Page furniture in plain text: the lines that a browser copies along with the article.

The phrases stand in ``data/furniture.tsv``; here is what is done with them. A phrase alone never
cuts a paragraph: it must be the whole line, open it as a label, or stand in a short line. What
follows the heading of a list of other stories is cut while it looks like headlines, and to the end
where the article's own prose does not go on.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dragoman.article import Omission
from dragoman.tables import rows

LONGEST_LINE = 300  # characters; a longer line is a paragraph, whatever it opens with
_LONGEST_NOTICE = 200  # for phrases looked for anywhere in a line
_LONGEST_HEADLINE = 160
_MENU_DEPTH = 60  # lines from the top among which a navigation menu is looked for
_MENU_ENTRIES = 3  # fewer entries may be a headline's kicker
# Prose paragraphs in a row that show that the article goes on below a list of other stories;
# a teaser below such a list is one paragraph, then comes the next headline.
_RESUMED = 2
_BODY = 3  # paragraphs in a row that are more than what stands above the article
_SLIDES = 3  # pictures with a counter that make a gallery

_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_SENTENCE_END = re.compile(r"(?<!\.)[.!?:;][\"”’'»)\]]*$")
_ORNAMENT = " \t\u00a0\u200b\ufeff•·▪■●◆▶►▼▲»«>|*_~=–—-…"
_OUTER = re.compile(r"^[\W_]+|[\W_]+$")
_COUNT = re.compile(r"^\d[\d,.]*k?\s+(?=\D)|\s*[(\[]?\d[\d,.]*k?[)\]]?$")
_LABELLED = re.compile(r"\s*[:|»>]\s*|\s+[–—-]\s+")
_COUNTER = re.compile(r"(\d{1,3}) ?(?:/|of) ?(\d{1,3})(?!\S)")
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


@dataclass(frozen=True, slots=True)
class _Line:
    """One line that is not blank, without outer spaces; offsets count in the text."""

    start: int
    end: int
    text: str
    rule: Rule | None

    @property
    def prose(self) -> bool:
        return self.rule is None and _is_prose(self.text)


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where prose runs on and where the article must have ended, found once for all headings."""

    size: int
    ends: tuple[int, ...]
    runs: dict[int, tuple[tuple[int, int], ...]]  # by length: first and last line of each run

    @classmethod
    def of(cls, lines: Sequence[_Line]) -> _Layout:
        ends = (n for n, line in enumerate(lines) if line.rule and line.rule.kind == "end")
        plain = [(n, line.prose) for n, line in enumerate(lines) if line.rule is None]
        runs = {
            length: tuple(
                (window[0][0], window[-1][0])
                for window in zip(*(plain[n:] for n in range(length)), strict=False)
                if all(prose for _, prose in window)
            )
            for length in (_RESUMED, _BODY)
        }
        return cls(len(lines), tuple(ends), runs)

    def closed(self, after: int) -> int:
        """The first line at or below ``after`` that ends the article, or the number of lines."""
        place = bisect_left(self.ends, after)
        return self.ends[place] if place < len(self.ends) else self.size

    def goes_on(self, after: int, until: int, length: int) -> bool:
        """Whether ``length`` paragraphs of prose stand in a row between two lines."""
        runs = self.runs[length]
        place = bisect_left(runs, (after, 0))
        return place < len(runs) and runs[place][1] < until


def find(text: str) -> tuple[Omission, ...]:
    """The page furniture in ``text``, in order, each with its ``start`` and ``end``."""
    lines = _lines(text)
    cut = _cut(lines)
    found: list[Omission] = []
    first = 0
    for position in range(1, len(lines) + 1):
        if position < len(lines) and (position in cut) == (first in cut):
            continue
        if first in cut:
            found.append(_omission(lines[first:position], [cut[n] for n in range(first, position)]))
        first = position
    return tuple(found)


def remove(text: str) -> tuple[str, tuple[Omission, ...]]:
    """``text`` without its furniture, and what was removed (without offsets, as it is gone)."""
    found = find(text)
    if not found:
        return text, ()
    kept: list[str] = []
    position = 0
    for omission in found:
        kept.append(text[position : omission.start])
        position = omission.end or position
    kept.append(text[position:])
    # What stood round a removed block must neither run together nor leave a hole.
    rest = re.sub(r"\n(?:[ \t]*\n)+", "\n\n", "".join(kept)).strip()
    return rest, tuple(Omission("furniture", omission.detail) for omission in found)


def headline_like(line: str) -> bool:
    """Whether ``line`` could be a headline: short, and no sentence with its full stop."""
    if len(line) > _LONGEST_HEADLINE:
        return False
    if line.endswith(("?", "?”", "?'", "?’", '?"')):
        return len(line.split()) <= 16
    return not _SENTENCE_END.search(line)


def _is_prose(line: str) -> bool:
    return bool(_SENTENCE_END.search(line)) and len(line.split()) >= 5


def _lines(text: str) -> list[_Line]:
    found = []
    for match in _LINE.finditer(text):
        line = match.group().strip()
        if line:
            start = match.start() + match.group().index(line)
            found.append(_Line(start, start + len(line), line, classify(line)))
    return found


def _cut(lines: Sequence[_Line]) -> dict[int, str]:
    """The positions of the lines that are furniture, each with what it is."""
    top = _menu(lines)
    layout = _Layout.of(lines)
    cut = dict.fromkeys(range(top), "navigation menu") | dict.fromkeys(_slides(lines), "gallery")
    paragraphs = 0  # of the article's prose, so far
    position = top
    while position < len(lines):
        line = lines[position]
        if line.rule is None:
            paragraphs += line.prose
            position += 1
            continue
        # The first line is the headline, whatever label it bears ("Watch: ...").
        if position == top and line.rule.kind == "list" and _key(line.text) not in _table().exact:
            position += 1
            continue
        stop = position + 1
        if paragraphs:
            stop = _reach(lines, position, paragraphs, layout)
        cut.update(dict.fromkeys(range(position, stop), line.rule.what))
        position = stop
    return cut


def _slides(lines: Sequence[_Line]) -> list[int]:
    """The captions of a picture gallery, told by their counters: '1/16', '2/16' and so on."""
    slides: dict[str, list[int]] = {}
    for position, line in enumerate(lines):
        counter = _COUNTER.match(line.text)
        if counter and int(counter[1]) == len(slides.get(counter[2], ())) + 1:
            slides.setdefault(counter[2], []).append(position)
    return [n for captions in slides.values() if len(captions) >= _SLIDES for n in captions]


def _reach(lines: Sequence[_Line], position: int, paragraphs: int, layout: _Layout) -> int:
    """One past the last line that goes with the furniture at ``position``."""
    rule = lines[position].rule
    after = position + 1
    if rule is None or rule.kind == "line":
        return after
    if rule.kind == "end":
        # A link to the comments above the article: one standfirst before, all the prose below.
        above = paragraphs == 1 and layout.goes_on(after, len(lines), _BODY)
        return after if above else len(lines)
    if rule.kind == "related":
        closed = layout.closed(after)
        if not layout.goes_on(after, closed, _RESUMED):
            return closed
    elif _key(lines[position].text) not in _table().exact:
        return after  # "Read more: ..." has its headline in the line itself
    while after < len(lines):
        line = lines[after]
        if line.rule is not None and line.rule.kind != "line":
            break  # another heading: judged in its turn
        if line.rule is None and not headline_like(line.text):
            break
        after += 1
    return after


def _menu(lines: Sequence[_Line]) -> int:
    """How many lines at the top are a navigation menu."""
    menu = _table().menu
    entries = reach = 0
    for position, line in enumerate(lines[:_MENU_DEPTH]):
        key = _key(line.text)
        if key in menu:
            entries += 1
            reach = position + 1
        elif line.rule is not None and line.rule.what == "navigation menu":
            entries += _MENU_ENTRIES
            reach = position + 1
        elif position and line.rule is None and (len(key.split()) > 2 or line.prose):
            break
    if entries < _MENU_ENTRIES:
        return 0
    # The line above a menu is the site's name, unless no headline is left below.
    first = lines[0].rule is None and _key(lines[0].text) not in menu
    below = lines[reach : reach + 1]
    return 0 if first and not (below and headline_like(below[0].text)) else reach


def classify(line: str) -> Rule | None:
    """What the table says of ``line`` by itself; None where it may belong to the article."""
    if len(line) > LONGEST_LINE:
        return None
    table = _table()
    key = _key(line)
    if rule := table.exact.get(key) or table.exact.get(_COUNT.sub("", key).strip()):
        return rule
    low = _low(line).lstrip(_ORNAMENT)
    labelled = _LABELLED.search(low)
    if labelled and (rule := table.label.get(low[: labelled.start()])):
        return rule
    if rule := _opening(line, low, key) or _notice(line, low):
        return rule
    if _is_menu(low, table.menu):
        return Rule("line", "navigation menu")
    if _is_credit(line, low, table.agencies):
        return Rule("line", "picture credit")
    return None


def _opening(line: str, low: str, key: str) -> Rule | None:
    for phrase, rule in _table().start.get(low[:3], ()):
        # A heading that goes on ("More from Lagos") is short; a notice may be long.
        heading = rule.kind != "related" or (len(key.split()) <= 5 and headline_like(line))
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
        return crumbs or (len(pieces) >= _MENU_ENTRIES and all(piece in menu for piece in pieces))
    # Entries run together: "Home World Politics Human Rights Sport".
    words, entries = low.split(), 0
    while words:
        size = next((n for n in (4, 3, 2, 1) if " ".join(words[:n]) in menu), 0)
        if not size:
            return False
        del words[:size]
        entries += 1
    return entries > _MENU_ENTRIES


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


def _key(line: str) -> str:
    return " ".join(_OUTER.sub("", _low(line)).split())


def _low(line: str) -> str:
    return line.lower().replace("’", "'").replace("‘", "'")


def _omission(lines: Sequence[_Line], what: Iterable[str]) -> Omission:
    names = ", ".join(dict.fromkeys(what))
    opening = lines[0].text if len(lines[0].text) <= 60 else lines[0].text[:57] + "..."
    count = "1 line" if len(lines) == 1 else f"{len(lines)} lines"
    detail = f"page furniture ({names}), {count} from {opening!r}"
    return Omission("furniture", detail, lines[0].start, lines[-1].end)


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
