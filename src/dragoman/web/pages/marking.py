"""A text with the words of its mentions marked: cut into pieces, each with what it stands for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dragoman.article import Article
from dragoman.mention import COUNTED, Mention, Span

# Of several readings of the same words the first is shown.
ROLES = ("trigger", "actor", "recipient", "speaker", "when", "where", "number", "cue")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand for the same things.

    Attributes:
        text: the words.
        role: what they stand for, one of `ROLES`; empty for none.
        triggers: the mentions that these words report.
        of: ids of the mentions that these words belong to.
        evidence: ids of the mentions whose sentence this is part of.
        left_out: whether these words were not coded.
    """

    text: str
    role: str
    triggers: tuple[Mention, ...]
    of: tuple[str, ...]
    evidence: tuple[str, ...]
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    role: str
    mention: Mention | None


def paragraphs(
    article: Article, mentions: Sequence[Mention], start: int = 0, most: int | None = None
) -> tuple[list[list[Piece]], int | None]:
    """The article's text by paragraph, marked.

    Args:
        article: the article.
        mentions: its mentions.
        start: the character to begin at, of the beginning of a paragraph.
        most: about so many characters; whole paragraphs are given.

    Returns:
        the paragraphs, and where the rest begins; None where nothing is left.
    """
    marks = sorted(_marks(article, mentions), key=lambda mark: mark.start)
    found: list[list[Piece]] = []
    offset = start
    for line in article.text[start:].split("\n"):
        if most is not None and offset - start >= most:
            return found, offset
        end = offset + len(line)
        if line.strip():
            found.append(list(_pieces(article.text, offset, end, marks)))
        offset = end + 1
    return found, None


def sentence(mention: Mention) -> list[Piece]:
    """The sentence of one mention, marked; its text alone is needed."""
    span = mention.sentence
    marks = sorted(
        (mark for mark in _of_mention(mention) if mark.role != "sentence"), key=lambda m: m.start
    )
    return list(_pieces(span.text, 0, len(span.text), [_moved(mark, span.start) for mark in marks]))


def _moved(mark: _Mark, offset: int) -> _Mark:
    return _Mark(mark.start - offset, mark.end - offset, mark.role, mark.mention)


def _marks(article: Article, mentions: Iterable[Mention]) -> Iterator[_Mark]:
    for mention in mentions:
        yield from _of_mention(mention)
    for omission in article.left_out:
        if omission.start is not None and omission.end is not None:
            yield _Mark(omission.start, omission.end, "left-out", None)


def _of_mention(mention: Mention) -> Iterator[_Mark]:
    numbers = [getattr(mention.magnitudes, counted) for counted in COUNTED]
    spans: tuple[tuple[str, Iterable[Span | None]], ...] = (
        ("sentence", (mention.sentence,)),
        ("trigger", (mention.trigger,)),
        ("actor", mention.actors),
        ("recipient", mention.recipients),
        ("speaker", mention.attribution),
        ("when", (mention.when,)),
        ("where", mention.where),
        ("number", numbers),
        ("cue", mention.cues),
    )
    for role, among in spans:
        for span in among:
            if span is not None:
                yield _Mark(span.start, span.end, role, mention)


def _pieces(text: str, start: int, end: int, marks: Sequence[_Mark]) -> Iterator[Piece]:
    near = [mark for mark in marks if mark.start < end and mark.end > start]
    cuts = {start, end}
    for mark in near:
        cuts |= {max(start, mark.start), min(end, mark.end)}
    places = sorted(cuts)
    for low, high in pairwise(places):
        over = [mark for mark in near if mark.start <= low and mark.end >= high]
        yield _piece(text[low:high], over, low)


def _piece(words: str, over: list[_Mark], low: int) -> Piece:
    told = [mark for mark in over if mark.mention is not None and mark.role != "sentence"]
    role = min((mark.role for mark in told), key=ROLES.index, default="")
    triggers = tuple(
        mark.mention
        for mark in told
        if mark.role == "trigger" and mark.mention is not None and mark.start == low
    )
    return Piece(
        words,
        role,
        triggers,
        tuple(dict.fromkeys(mark.mention.id for mark in told if mark.mention)),
        tuple(m.mention.id for m in over if m.role == "sentence" and m.mention),
        any(mark.role == "left-out" for mark in over),
    )
