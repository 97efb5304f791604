"""Scoring time expressions: is the EDTF of each one the one a careful reader wrote down?

A gold row is ``{"id", "text", "published", "expression", "edtf"}``: the sentence, its day of
publication (ISO, or null), the words in question (which stand in the sentence once), and the EDTF
they mean there, empty where they tell no date.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dragoman.evaluation.rows import published_in
from dragoman.evaluation.scores import Figure, share
from dragoman.evaluation.tense import direction
from dragoman.times import TimeExpression, find, read


@dataclass(frozen=True, slots=True)
class TimePrediction:
    """One row's answer.

    Attributes:
        id: the row's id.
        expression: the gold words.
        found: the words found that overlap them; empty where none do.
        gold: the EDTF that is right.
        predicted: the EDTF given; empty where none is.
        correct: whether the two are the same string.

    """

    id: str
    expression: str
    found: str
    gold: str
    predicted: str
    correct: bool


@dataclass(frozen=True, slots=True)
class TimesReport:
    """Exact EDTF accuracy over the rows, and the answer to each row in order."""

    accuracy: Figure
    predictions: tuple[TimePrediction, ...]


def score(rows: Iterable[Mapping[str, object]]) -> TimesReport:
    """Score the time expressions of gold ``rows``.

    Each sentence is searched whole. Of the expressions that overlap the gold words the longest
    overlap counts, read in the direction that `dragoman.times.direction` tells.

    Raises:
        ValueError: a row lacks a field, its date is not ISO, or its words are not in its text.

    """
    predictions = tuple(_predict(number, row) for number, row in enumerate(rows, start=1))
    correct = sum(prediction.correct for prediction in predictions)
    return TimesReport(share(correct, len(predictions)), predictions)


def _predict(number: int, row: Mapping[str, object]) -> TimePrediction:
    text, words, gold = (_text(number, row, name) for name in ("text", "expression", "edtf"))
    published = published_in(number, row)
    start = text.find(words)
    if not words or start < 0:
        raise ValueError(
            f"row {number}: the expression {words!r} is not in the text; correct the row"
        )
    best = _overlapping(find(text, published), start, start + len(words))
    predicted = ""
    if best:
        predicted = read(best, direction(text, best.start, best.end)).edtf
    return TimePrediction(
        id=str(row.get("id", number)),
        expression=words,
        found=best.text if best else "",
        gold=gold,
        predicted=predicted,
        correct=predicted == gold,
    )


def _text(number: int, row: Mapping[str, object], name: str) -> str:
    value = row.get(name)
    if not isinstance(value, str):
        raise ValueError(f"row {number}: {name!r} is {value!r}; give it as text")
    return value


def _overlapping(found: Iterable[TimeExpression], start: int, end: int) -> TimeExpression | None:
    def overlap(expression: TimeExpression) -> int:
        return min(end, expression.end) - max(start, expression.start)

    touching = [expression for expression in found if overlap(expression) > 0]
    return max(touching, key=overlap, default=None)
