"""Hard-wrapped text: the lines of a paragraph that was wrapped at some column are joined again.

Everything after the sources takes each line for a paragraph. A text is taken for wrapped where
lines break off amid their sentences (what follows goes on in lower case, or they end with a comma
or an article), and most of these are full: the next word would not have fitted into the width of
the widest. Where many lines end with their sentence and yet are not full, or paragraphs are wider,
it is not. Lines are joined within what blank lines, indentation and list marks part, and only where
a line is full or the next goes on in lower case: a headline, a byline, verse, captions and tables
stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

_NARROWEST, _WIDEST = 40, 132  # columns of wrapped text: captions and verse are narrower
_OVER = 16  # columns that a line, or one word in it, may reach over the width
_SLACK = 8  # that part of the width which a line wrapped by hand may leave
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
_BLOCK_END = re.compile(r"[.!?…:;)\]][\"'”’»)\]]*$")
_LOWER = re.compile(r"[\"'“‘«(\[]?[a-zà-öø-ÿ]")
_GOES_ON = re.compile(
    r",$|(?:^|\s)(?:an?|the|of|in|on|at|to|for|by|with|from|and|or|that|its|his|her|their)$", re.I
)
_ITEM = re.compile(r"(?:[-–—*•·▪◦]|\(?(?:\d{1,2}|[a-z])[.)])\s", re.I)
_COLUMNS = re.compile(r"\S(?:\t| {3,})\S| \| |^\||^>|^[-=_*~]{3,}")
_AFTER_HYPHEN = re.compile(r"\w-$")
# 'pre- and post-war': the hyphen stands for a word that comes later.
_NO_WORD_PART = re.compile(r"(?:and|or|to|nor|but)\s|\W")
# What stands below a headline: a byline, a date line, or a dateline before the first sentence.
_BELOW_HEADLINE = re.compile(
    r"(?:by|written by|reported by|published|posted|updated)\b:?\s+[A-Z0-9]"
    r"|(?-i:[A-Z][A-Z.'’/ -]{2,40})(?:, [\w.'’ ]{1,30}){0,3}(?: ?\([^()]{2,40}\))? ?[—–-]{1,2}\s"
    r"|.{0,60}\b(?:19|20)\d\d$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line: where its words begin and end in the text, and the columns of both."""

    start: int
    end: int
    words: str
    indent: int
    width: int

    @property
    def ends_sentence(self) -> bool:
        """Whether a sentence ends with the line."""
        return bool(_SENTENCE_END.search(self.words))


def unwrapped(text: str, *, same_length: bool = False) -> str:
    """The text with the lines of each hard-wrapped paragraph joined.

    A text that is not hard-wrapped is given back as it is, byte for byte. A hyphen at a line's end
    stays, and what follows is put to it without a blank where it goes on with a word.

    Args:
        text: any text; lines end with LF or CR LF.
        same_length: put a blank for every character between two joined lines, so that every offset
            in the text stays what it was; else there is one blank, or none after a hyphen.
    """
    lines = list(_lines(text))
    blocks = [block for block in _blocks(lines) if len(block) > 1]
    width = _width(lines, blocks)
    if not width:
        return text
    parts: list[str] = []
    done = 0
    for before, after in (pair for block in blocks for pair in _joined(block, width)):
        gap = " " * (after.start - before.end) if same_length else _between(before, after)
        parts += (text[done : before.end], gap)
        done = after.start
    return "".join((*parts, text[done:]))


def _lines(text: str) -> Iterator[_Line | None]:
    """The lines of the text; None for a blank one."""
    start = 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            indent = len(line) - len(line.lstrip())
            first = start + indent
            yield _Line(first, first + len(words), words, indent, indent + len(words))
        else:
            yield None
        start += len(line) + 1


def _blocks(lines: Iterable[_Line | None]) -> Iterator[list[_Line]]:
    """Lines that can be of one paragraph or list item: nothing parts them."""
    for filled, run in groupby(lines, key=lambda line: line is not None):
        if filled:
            yield from _parted([line for line in run if line])


def _parted(run: list[_Line]) -> Iterator[list[_Line]]:
    """The paragraphs and items of lines without a blank one between them."""
    margin = min(line.indent for line in run)
    block, in_list = [run[0]], bool(_ITEM.match(run[0].words))
    for last, line in pairwise(run):
        # A number or a dash may begin a line amid a sentence, too.
        item = _ITEM.match(line.words) and (in_list or _BLOCK_END.search(last.words))
        in_list = in_list or bool(item)
        indented = line.indent > margin and not in_list
        if item or indented or _COLUMNS.search(last.words) or _COLUMNS.search(line.words):
            yield block
            block = []
        block.append(line)
    yield block


def _width(lines: Iterable[_Line | None], blocks: list[list[_Line]]) -> int:
    """The columns that the text is wrapped at; 0 where it is not wrapped."""
    pairs = [pair for block in blocks if _is_prose(block) for pair in pairwise(block)]
    amid = [pair for pair in pairs if _breaks_off(*pair)]
    width = max((before.width for before, _ in amid if " " in before.words), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    full = sum(_is_full(*pair, width - width // _SLACK) for pair in amid)
    ended = sum(
        before.ends_sentence and not _is_full(before, after, width) for before, after in pairs
    )
    filled = [line for line in lines if line]
    wide = sum(line.width > width + _OVER and line.ends_sentence for line in filled)
    wrapped = 2 * full > len(amid) and 2 * ended <= len(amid) and 10 * wide <= len(filled)
    return width if wrapped else 0


def _joined(block: list[_Line], width: int) -> Iterator[tuple[_Line, _Line]]:
    """The pairs of neighbours in a block that are to be joined."""
    pairs = list(pairwise(block))
    nearly = width - width // _SLACK
    full = sum(_is_full(*pair, nearly) for pair in pairs)
    ragged = len(pairs) > 1 and 2 * full < len(pairs)  # verse, an address, lines below a headline
    prose = _is_prose(block) and not ragged
    for before, after in pairs:
        lower = _LOWER.match(after.words)
        # Where a sentence ends before the margin, so may the paragraph.
        strictly = before.ends_sentence or not (prose or lower)
        fills = _is_full(before, after, width if strictly else nearly)
        headed = before.start == 0 and _BELOW_HEADLINE.match(after.words)
        if (fills or (lower and prose)) and not headed:
            yield before, after


def _is_prose(block: list[_Line]) -> bool:
    return bool(_BLOCK_END.search(block[-1].words))


def _breaks_off(before: _Line, after: _Line) -> bool:
    if before.ends_sentence:
        return False
    return bool(_LOWER.match(after.words) or _GOES_ON.search(before.words))


def _is_full(before: _Line, after: _Line, width: int) -> bool:
    """Whether the next line's first word would not have fitted."""
    return before.width + 1 + len(after.words.split(None, 1)[0]) > width


def _between(before: _Line, after: _Line) -> str:
    hyphen = _AFTER_HYPHEN.search(before.words) and not _NO_WORD_PART.match(after.words)
    return "" if hyphen else " "
