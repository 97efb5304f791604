"""Scoring status: does the coder tell whether it happened, how sure the report is, who says so?

A gold row is ``{"id", "text", "published", "trigger", "event", "status", "certainty",
"attribution", "background"}``: a text of one to three sentences, its day of publication (ISO, or
null), the word that reports the event (``#2`` after it means its second occurrence), the event's
type, and what a careful reader made of it; ``attribution`` lists the words that name who says so.
The values are those of ``training/GUIDELINES.md``, sections 3 and 7 to 9.

A row whose trigger the coder does not report is counted as not found and left out of the other
figures: they tell how well an event is judged once it is seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol, cast

from dragoman.article import Article
from dragoman.evaluation.gold import locate
from dragoman.evaluation.rows import published
from dragoman.evaluation.scores import Figure, confusion, share
from dragoman.events.reading import Chars
from dragoman.mention import CERTAINTIES, STATUSES, Certainty, EventType, Mention, Status


class Codes(Protocol):
    """What can be scored: `dragoman.Coder`, or anything that codes articles as it does."""

    def code_all(self, articles: Iterable[Article]) -> Iterator[tuple[Article, list[Mention]]]:
        """Each article with its mentions, in the order given."""
        ...


@dataclass(frozen=True, slots=True)
class StatusRow:
    """One gold row, checked; spans are (start, end) in characters of the text."""

    id: str
    article: Article
    trigger: Chars
    event: EventType
    status: Status
    certainty: Certainty
    attribution: tuple[Chars, ...]
    background: bool


@dataclass(frozen=True, slots=True)
class StatusPrediction:
    """One row's answer. The ``predicted`` and ``_right`` fields are None where nothing was found.

    Attributes:
        id: the row's id.
        text: the row's text.
        trigger: the gold trigger.
        found: whether a mention's trigger covers it.
        event: the type that is right, for the reader; it is not scored here.
        predicted_event: the type given.
        status: the status that is right.
        predicted_status: the status given.
        certainty: the certainty that is right.
        predicted_certainty: the certainty given.
        attribution: the words that name who says so; empty for nobody.
        predicted_attribution: the words given.
        background: whether it is told as context of long ago.
        predicted_background: what the coder says of that.
        status_right: whether the status is right.
        certainty_right: whether the certainty is right.
        attribution_right: whether any words given overlap any that are right, or both are empty.
        background_right: whether background is right.
    """

    id: str
    text: str
    trigger: str
    found: bool
    event: str
    predicted_event: str | None
    status: str
    predicted_status: str | None
    certainty: str
    predicted_certainty: str | None
    attribution: tuple[str, ...]
    predicted_attribution: tuple[str, ...] | None
    background: bool
    predicted_background: bool | None
    status_right: bool | None
    certainty_right: bool | None
    attribution_right: bool | None
    background_right: bool | None


@dataclass(frozen=True, slots=True)
class StatusReport:
    """The figures, each with its Wilson interval, and the answer to each row in order.

    Attributes:
        found: the share of rows whose trigger the coder reports.
        status: of those found, the share with the right status.
        certainty: of those found, the share with the right certainty.
        attribution: of those found, the share with the right speaker, or rightly none.
        background: of those found, the share rightly told as context, or rightly not.
        confusion: how often each gold status (outer) was given each status (inner), found rows.
        certainty_confusion: the same for certainty.
        predictions: one a row.
    """

    found: Figure
    status: Figure
    certainty: Figure
    attribution: Figure
    background: Figure
    confusion: Mapping[str, Mapping[str, int]]
    certainty_confusion: Mapping[str, Mapping[str, int]]
    predictions: tuple[StatusPrediction, ...]


def score(rows: Iterable[Mapping[str, object]], coder: Codes) -> StatusReport:
    """Score what ``coder`` makes of the gold ``rows``.

    Raises:
        ValueError: a row lacks a field, has a value that is not of the guidelines, or names
            words that are not in its text; says which row.
    """
    gold = [_checked(number, row) for number, row in enumerate(rows, start=1)]
    coded = coder.code_all([row.article for row in gold])
    answers = tuple(judge(row, mentions) for row, (_, mentions) in zip(gold, coded, strict=True))
    seen = [answer for answer in answers if answer.found]

    def right(field: str) -> Figure:
        return share(sum(getattr(answer, f"{field}_right") for answer in seen), len(seen))

    return StatusReport(
        found=share(len(seen), len(answers)),
        status=right("status"),
        certainty=right("certainty"),
        attribution=right("attribution"),
        background=right("background"),
        confusion=confusion([(a.status, str(a.predicted_status)) for a in seen]),
        certainty_confusion=confusion([(a.certainty, str(a.predicted_certainty)) for a in seen]),
        predictions=answers,
    )


def judge(row: StatusRow, mentions: Iterable[Mention]) -> StatusPrediction:
    """Compare a row with the mention at its trigger.

    Where several mentions share the trigger, the one of the row's type counts, else the first.
    """
    text, (start, end) = row.article.text, row.trigger
    there = [m for m in mentions if m.trigger.start <= start and end <= m.trigger.end]
    best = next((m for m in there if m.event == row.event), there[0] if there else None)
    speakers = tuple((s.start, s.end) for s in best.attribution) if best else ()
    return StatusPrediction(
        id=row.id,
        text=text,
        trigger=text[start:end],
        found=best is not None,
        event=row.event,
        predicted_event=best.event if best else None,
        status=row.status,
        predicted_status=best.status if best else None,
        certainty=row.certainty,
        predicted_certainty=best.certainty if best else None,
        attribution=_words(text, row.attribution),
        predicted_attribution=_words(text, speakers) if best else None,
        background=row.background,
        predicted_background=best.background if best else None,
        status_right=best.status == row.status if best else None,
        certainty_right=best.certainty == row.certainty if best else None,
        attribution_right=_same_speaker(row.attribution, speakers) if best else None,
        background_right=best.background == row.background if best else None,
    )


def _same_speaker(gold: tuple[Chars, ...], found: tuple[Chars, ...]) -> bool:
    if not gold or not found:
        return not gold and not found
    return any(g[0] < f[1] and f[0] < g[1] for g in gold for f in found)


def _words(text: str, spans: tuple[Chars, ...]) -> tuple[str, ...]:
    return tuple(text[start:end] for start, end in spans)


def _checked(number: int, row: Mapping[str, object]) -> StatusRow:
    try:
        text = _text(row, "text")
        status, certainty = _text(row, "status"), _text(row, "certainty")
        if status not in STATUSES:
            raise ValueError(f"status {status!r} is none of {', '.join(STATUSES)}")
        if certainty not in CERTAINTIES:
            raise ValueError(f"certainty {certainty!r} is none of {', '.join(CERTAINTIES)}")
        speakers = row.get("attribution") or []
        if not isinstance(speakers, list) or not all(isinstance(s, str) for s in speakers):
            raise ValueError(f"'attribution' is {speakers!r}; give a list of words of the text")
        return StatusRow(
            id=str(row.get("id", number)),
            article=Article(text=text, published=published(row)),
            trigger=locate(text, _text(row, "trigger")),
            event=cast(EventType, _text(row, "event")),
            status=status,
            certainty=certainty,
            attribution=tuple(locate(text, speaker) for speaker in speakers),
            background=bool(row.get("background", False)),
        )
    except ValueError as error:
        raise ValueError(f"row {number}: {error}; correct the row") from error


def _text(row: Mapping[str, object], name: str) -> str:
    value = row.get(name)
    if not isinstance(value, str) or not value:
        raise ValueError(f"{name!r} is {value!r}; give it as text")
    return value
