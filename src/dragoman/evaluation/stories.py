"""Scoring the linking of mentions to events against articles whose stories are known.

A gold row is an article (``id``, ``text``, ``title``, ``published``, ``source``) with a ``story``:
articles of one story report the same happenings. Where a row has ``mentions``, each with the
``trigger``, its ``start`` and the ``event`` that it reports, the events themselves are scored, by
B-cubed (Bagga and Baldwin 1998): for each gold mention that the coder found, how much of its event
is right, and how much of the right event is in it. The stories may be divided into halves
(``half``), so that thresholds are chosen on one and measured on the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from dragoman.article import Article
from dragoman.coder import Coder
from dragoman.evaluation.scores import Figure, bootstrap, share
from dragoman.mention import Mention
from dragoman.record.linking.likeness import LINK
from dragoman.record.linking.linking import link
from dragoman.record.traits.traits import Traits, setting_of, traits_of
from dragoman.sources.errors import SourceError
from dragoman.sources.records import from_json

BARS = tuple(step / 20 for step in range(2, 20))
_LEAST = 3  # a story of fewer articles says little of whether its articles share an event


class StoriesError(ValueError):
    """A gold row is not an article with a story; names it."""


@dataclass(frozen=True, slots=True)
class StoryArticle:
    """A gold article with its coded mentions.

    Attributes:
        article: the article.
        story: its story's label, or None.
        category: what it is about, where the row says so (``world``); else None.
        half: the half of the stories that it belongs to, where the row says so; else None.
        mentions: what the coder found in it.
        gold: for the start of each gold trigger the label of its event.
    """

    article: Article
    story: str | None
    category: str | None
    half: str | None
    mentions: tuple[Mention, ...]
    gold: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class StoryPrediction:
    """One gold mention: the event that it reports, and the one that it was linked to."""

    article: str
    story: str | None
    trigger: str
    gold: str
    predicted: str | None


@dataclass(frozen=True, slots=True)
class StoriesReport:
    """How well mentions were linked.

    Attributes:
        astray: of the pairs of articles that share an event, the share that is of two stories.
        joined: of the stories (of world affairs, where the rows say so) of three articles or more,
            the share in which two articles share an event.
        found: of the gold mentions the share that the coder found.
        precision: B-cubed precision over those found.
        recall: B-cubed recall.
        f1: their harmonic mean.
        predictions: one a gold mention.
    """

    astray: Figure
    joined: Figure
    found: Figure
    precision: Figure
    recall: Figure
    f1: Figure
    predictions: tuple[StoryPrediction, ...]


def read(rows: Iterable[Mapping[str, Any]], coder: Coder) -> list[StoryArticle]:
    """The gold articles, coded.

    Raises:
        StoriesError: no row tells a story, a row is no article, or a gold mention has no start or
            event.
    """
    rows = list(rows)
    if not any(row.get("story") or row.get("mentions") for row in rows):
        raise StoriesError("no row has a 'story' or 'mentions'; give articles with their story")
    checked = [(row, _article(number, row)) for number, row in enumerate(rows, start=1)]
    coded = coder.code_all(article for _, article in checked)
    return [
        StoryArticle(
            article,
            row.get("story"),
            row.get("category"),
            row.get("half"),
            tuple(mentions),
            _gold(row, article),
        )
        for (row, _), (article, mentions) in zip(checked, coded, strict=True)
    ]


def score(articles: Sequence[StoryArticle], bar: float = LINK) -> StoriesReport:
    """Link the articles' mentions and score what comes of it.

    Args:
        articles: gold articles, coded.
        bar: the likeness from which on two mentions are linked.
    """
    events = link(_traits(articles), bar)
    pairs = _sharing(articles, events)
    labelled = [(a, b) for a, b in pairs if a.story and b.story]
    joined = _joined(articles, pairs)
    predictions = tuple(p for article in articles for p in _predictions(article, events))
    judged = _bcubed([p for p in predictions if p.predicted is not None])
    return StoriesReport(
        astray=share(sum(a.story != b.story for a, b in labelled), len(labelled)),
        joined=share(sum(joined), len(joined)),
        found=share(sum(p.predicted is not None for p in predictions), len(predictions)),
        precision=bootstrap(judged, lambda rows: _mean(rows, 0)),
        recall=bootstrap(judged, lambda rows: _mean(rows, 1)),
        f1=bootstrap(judged, _harmonic),
        predictions=predictions,
    )


def curve(
    articles: Sequence[StoryArticle], bars: Iterable[float] = BARS
) -> dict[float, StoriesReport]:
    """The scores at each of these likenesses from which on two mentions are linked."""
    return {bar: score(articles, bar) for bar in bars}


def _article(number: int, row: Mapping[str, Any]) -> Article:
    try:
        return from_json(row, name=f"row {number}")
    except SourceError as error:
        raise StoriesError(str(error)) from error


def _gold(row: Mapping[str, Any], article: Article) -> dict[int, str]:
    found: dict[int, str] = {}
    for told in row.get("mentions") or ():
        start, event, word = told.get("start"), told.get("event"), told.get("trigger", "")
        if not isinstance(start, int) or not isinstance(event, str):
            what = f"{article.id}: a gold mention needs 'start' (a number) and 'event' (a label)"
            raise StoriesError(what)
        if not article.text.startswith(word, start):
            what = f"{article.id}: {word!r} does not stand at character {start} of the text"
            raise StoriesError(what)
        found[start] = event
    return found


def _traits(articles: Iterable[StoryArticle]) -> list[Traits]:
    found: list[Traits] = []
    for one in articles:
        setting = setting_of(one.article)
        found += [traits_of(m, one.article.published, setting) for m in one.mentions]
    return found


def _sharing(
    articles: Iterable[StoryArticle], events: Mapping[str, str]
) -> list[tuple[StoryArticle, StoryArticle]]:
    """The pairs of articles that share an event, each pair once."""
    telling: dict[str, dict[str, StoryArticle]] = defaultdict(dict)
    for article in articles:
        for mention in article.mentions:
            telling[events[mention.id]][article.article.id] = article
    pairs = {
        (a.article.id, b.article.id): (a, b)
        for among in telling.values()
        for a, b in combinations(sorted(among.values(), key=lambda one: one.article.id), 2)
    }
    return list(pairs.values())


def _joined(
    articles: Sequence[StoryArticle], pairs: Iterable[tuple[StoryArticle, StoryArticle]]
) -> list[bool]:
    worldly = any(article.category for article in articles)
    sizes: dict[str, int] = defaultdict(int)
    for article in articles:
        if article.story and (not worldly or article.category == "world"):
            sizes[article.story] += 1
    sharing = {a.story for a, b in pairs if a.story == b.story}
    return [story in sharing for story, size in sorted(sizes.items()) if size >= _LEAST]


def _predictions(article: StoryArticle, events: Mapping[str, str]) -> Iterable[StoryPrediction]:
    for start, gold in sorted(article.gold.items()):
        near = (m for m in article.mentions if m.trigger.start <= start < m.trigger.end)
        mention = next(near, None)
        yield StoryPrediction(
            article.article.id,
            article.story,
            mention.trigger.text if mention else article.article.text[start : start + 12],
            gold,
            events[mention.id] if mention else None,
        )


def _bcubed(predictions: Sequence[StoryPrediction]) -> list[tuple[float, float]]:
    """Precision and recall of each mention's event."""
    by_gold: dict[str, list[StoryPrediction]] = defaultdict(list)
    by_event: dict[str | None, list[StoryPrediction]] = defaultdict(list)
    for prediction in predictions:
        by_gold[prediction.gold].append(prediction)
        by_event[prediction.predicted].append(prediction)
    found = []
    for one in predictions:
        right = sum(other.gold == one.gold for other in by_event[one.predicted])
        found.append((right / len(by_event[one.predicted]), right / len(by_gold[one.gold])))
    return found


def _mean(rows: Sequence[tuple[float, float]], which: int) -> float:
    return sum(row[which] for row in rows) / len(rows)


def _harmonic(rows: Sequence[tuple[float, float]]) -> float:
    precision, recall = _mean(rows, 0), _mean(rows, 1)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
