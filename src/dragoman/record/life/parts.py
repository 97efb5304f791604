"""What is told of a plan, as it is taken of another that is a part of it: talks of their visit."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from dragoman.mention import Magnitudes, Mention
from dragoman.record.event import PLANS
from dragoman.record.life.stretches import are_apart, stretch_of, stretch_told

FROM_AFAR = re.compile(
    r"\b(?:video\w*|virtual(?:ly)?|online|remote(?:ly)?|telephone|phone|teleconference)\b",
    re.IGNORECASE,
)
"""Words for talks for which nobody travels."""
_NEVERTHELESS = re.compile(
    r"\b(?:go(?:es|ing)? ahead|proceed\w*|as (?:planned|scheduled)|still|instead|nonetheless|"
    r"nevertheless|despite)\b",
    re.IGNORECASE,
)
OPEN = (*PLANS, "negated")
"""What became, or may become, of a plan that nobody carried out."""

Dated = tuple[Mention, date | None]


def as_part(mention: Mention, when: str | None) -> Mention:
    """The mention without what it tells of the whole alone: its place, its numbers, its days.

    Days are of the part where they are others than the part has: those to which all is moved.

    Args:
        mention: what is told of the whole.
        when: the day that the part has, EDTF; None where none is told.
    """
    moved = are_apart(stretch_of(when), stretch_told(mention))
    told = mention.when if moved else None
    return replace(mention, when=told, where=(), magnitudes=Magnitudes())


def goes_on(part: Iterable[Dated], whole_off: Mention, published: date | None) -> bool:
    """Whether the part is told to come though the whole does not.

    Args:
        part: what is told of the part, each with its day of publication.
        whole_off: the report that the whole is off.
        published: its day of publication.
    """
    for told, day in part:
        if told.status != "planned":
            continue
        late = published is not None and day is not None and day > published
        sentence = told.sentence.text
        if FROM_AFAR.search(sentence):
            return True
        if (late or told.article_id == whole_off.article_id) and _NEVERTHELESS.search(sentence):
            return True
    return False
