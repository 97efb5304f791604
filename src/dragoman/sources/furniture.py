"""Page furniture in plain text: the lines that a browser copies along with the article.

Each line is judged by itself first; then what goes with a line of furniture is cut with it. What
follows the heading of a list of other stories is cut while it looks like headlines, and to the end
where the article's own prose does not go on.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from dragoman.article import Omission
from dragoman.sources.page_lines import (
    MENU,
    MENU_ENTRIES,
    Rule,
    classify,
    headline_like,
    is_heading,
    is_menu_entry,
    is_prose,
    key,
)

_MENU_DEPTH = 60  # lines from the top among which a navigation menu is looked for
# Prose paragraphs in a row that show that the article goes on below a list of other stories;
# a teaser below such a list is one paragraph, then comes the next headline.
_RESUMED = 2
_BODY = 3  # paragraphs in a row that are more than what stands above the article
_SLIDES = 3  # pictures with a counter that make a gallery

_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_COUNTER = re.compile(r"(\d{1,3}) ?(?:/|of) ?(\d{1,3})(?!\S)")


@dataclass(frozen=True, slots=True)
class _Line:
    """One line that is not blank, without outer spaces; offsets count in the text."""

    start: int
    end: int
    text: str
    rule: Rule | None

    @property
    def prose(self) -> bool:
        return self.rule is None and is_prose(self.text)


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
    runs = (
        list(run) for is_cut, run in groupby(range(len(lines)), cut.__contains__) if is_cut
    )
    return tuple(_omission([lines[n] for n in run], [cut[n] for n in run]) for run in runs)


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
    cut = dict.fromkeys(range(top), MENU) | dict.fromkeys(_slides(lines), "gallery")
    paragraphs = 0  # of the article's prose, so far
    position = top
    while position < len(lines):
        line = lines[position]
        if line.rule is None:
            paragraphs += line.prose
            position += 1
            continue
        # The first line is the headline, whatever label it bears ("Watch: ...").
        if position == top and line.rule.kind == "list" and not is_heading(line.text):
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
    elif not is_heading(lines[position].text):
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
    entries = reach = 0
    for position, line in enumerate(lines[:_MENU_DEPTH]):
        if is_menu_entry(line.text):
            entries += 1
            reach = position + 1
        elif line.rule is not None and line.rule.what == MENU:
            entries += MENU_ENTRIES
            reach = position + 1
        elif position and line.rule is None and (len(key(line.text).split()) > 2 or line.prose):
            break
    if entries < MENU_ENTRIES:
        return 0
    # The line above a menu is the site's name, unless no headline is left below.
    first = lines[0].rule is None and not is_menu_entry(lines[0].text)
    below = lines[reach : reach + 1]
    return 0 if first and not (below and headline_like(below[0].text)) else reach


def _omission(lines: Sequence[_Line], what: Iterable[str]) -> Omission:
    names = ", ".join(dict.fromkeys(what))
    opening = lines[0].text if len(lines[0].text) <= 60 else lines[0].text[:57] + "..."
    count = "1 line" if len(lines) == 1 else f"{len(lines)} lines"
    detail = f"page furniture ({names}), {count} from {opening!r}"
    return Omission("furniture", detail, lines[0].start, lines[-1].end)
