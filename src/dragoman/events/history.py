"""History: a text whose events all lie long ago reports none, however they are worded.

An obituary tells that he 'bombed Stettin', a column on a revolt that 'the guards opened fire':
sentence by sentence that reads like news. The times told in the text part the two: where all that
is dated is of long ago, so is what is told undated after such a time in the past tense. What a
news report tells of before stays an event, marked as background, and so do a chronicle's entries.
"""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Sequence
from datetime import date

from spacy.tokens import Token

from dragoman.analysis import Analysis
from dragoman.analysis.grammar import auxiliaries
from dragoman.events.anchors import trigger_of
from dragoman.mention import Mention
from dragoman.times import TimeExpression
from dragoman.times.headings import Heading

_YEARS_AGO = 2
_TIMES, _EVENTS = 2, 3
"""Times and events of long ago that a text must tell to be one of history."""
_MOST = 2 / 3
"""Share of an article's mentions from which on those of long ago are what it tells of."""
_YEAR = re.compile(r"(?<!\d)\d{4}")
_MONTHS = frozenset(name.lower() for name in month_name if name)


def without_history(
    mentions: list[Mention],
    analysis: Analysis,
    expressions: Sequence[TimeExpression],
    headings: Sequence[Heading],
) -> list[Mention]:
    """The mentions of one article; none if it tells history.

    Args:
        mentions: all mentions of the article.
        analysis: the article.
        expressions: its time expressions.
        headings: the days that head its parts, if it is a chronicle.
    """
    published = analysis.article.published
    if published is None or headings or not mentions:
        return mentions
    ages = _ages(expressions, published)
    old = sum(ages.values())
    if old < _TIMES or old * 2 < len(ages):
        return mentions
    past = sum(_is_past(mention, ages, analysis) for mention in mentions)
    recent = any(_is_dated(m, ages) and not m.background for m in mentions)
    return mentions if recent or past < max(_EVENTS, _MOST * len(mentions)) else []


def _ages(expressions: Sequence[TimeExpression], published: date) -> dict[int, bool]:
    """Of each time whose year is told, by its first character: whether it is long ago.

    A month alone ('in July') is of whatever year the text tells of.
    """
    ages = {}
    for expression in expressions:
        words = set(expression.text.lower().split())
        years = [int(year) for year in _YEAR.findall(expression.edtf)]
        if years and (expression.basis == "stated" or not words & _MONTHS):
            open_end = expression.edtf.endswith("..")
            ages[expression.start] = not open_end and max(years) < published.year - _YEARS_AGO
    return ages


def _is_dated(mention: Mention, ages: dict[int, bool]) -> bool:
    return mention.when is not None and mention.when.start in ages


def _is_past(mention: Mention, ages: dict[int, bool], analysis: Analysis) -> bool:
    """Whether it is long ago: as dated, or as told in the past tense after such a time.

    What somebody is said to have done then is for the news to tell: at a trial, in a report.
    """
    if mention.certainty != "asserted":
        return False
    if mention.background or _is_dated(mention, ages):
        return mention.background
    before = [start for start in ages if start < mention.trigger.start]
    after = bool(before) and ages[max(before)]
    return after and _is_in_past_tense(trigger_of(mention, analysis))


def _is_in_past_tense(word: Token) -> bool:
    verb = next((t for t in (word, *word.ancestors) if t.pos_ in ("VERB", "AUX")), word)
    return any(t.tag_ == "VBD" for t in (verb, *auxiliaries(verb)))
