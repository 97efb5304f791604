"""Scoring toponyms against GeoWebNews (Gritta, Pilehvar and Collier 2019).

Recognition: of the gold toponyms that are locations (types Literal, Mixed, Coercion,
Literal_Modifier and Embedded_Literal, with coordinates), how many overlap a toponym we call
literal, and the other way round. Gold locations without coordinates count neither way.
Resolution: of those found, the share placed within 161 km (100 miles), and the error.
"""

from __future__ import annotations

import math
import re
import statistics
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from dragoman.article import Article
from dragoman.distances import kilometres
from dragoman.evaluation.scores import Figure, f1, share
from dragoman.places.toponym import Toponym

LITERAL_TYPES = frozenset({"Literal", "Mixed", "Coercion", "Literal_Modifier", "Embedded_Literal"})
NEAR_KM = 161.0
UNPLACED_KM = 20_039.0
"""The error of a toponym without coordinates: half the earth's girth."""

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


@dataclass(frozen=True, slots=True)
class GoldToponym:
    """A toponym as annotated: ``type`` is GeoWebNews', coordinates are None where absent."""

    text: str
    start: int
    end: int
    type: str
    lat: float | None
    lon: float | None
    geonameid: int | None

    @property
    def literal(self) -> bool:
        """Whether it names a location."""
        return self.type in LITERAL_TYPES


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article and its gold toponyms, whose offsets count in ``article.text``."""

    article: Article
    toponyms: tuple[GoldToponym, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One gold or predicted toponym and what it was matched with.

    ``verdict`` is ``right`` (found and within 161 km), ``misplaced``, ``missed`` or ``spurious``.
    """

    article: str
    verdict: str
    text: str
    start: int
    gold_type: str | None
    error_km: float | None
    predicted: Toponym | None


@dataclass(frozen=True)
class GeoScores:
    """Figures over all articles; distances in kilometres."""

    precision: Figure
    recall: Figure
    f1: Figure
    accuracy: Figure
    mean_error: float
    median_error: float
    items: tuple[Item, ...]


def read_gold(path: Path) -> list[GoldArticle]:
    """Read a GeoWebNews file.

    Raises:
        ValueError: the file is not XML of this kind; names the file and the trouble.
    """
    text = _NOT_XML.sub(" ", path.read_text("utf-8"))
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        raise ValueError(
            f"{path}: not well-formed XML ({error}); give a GeoWebNews file"
        ) from error
    articles = [_article(node) for node in root.iter("article")]
    if not articles:
        raise ValueError(f"{path}: no <article> in it; give a GeoWebNews file")
    return articles


def score(
    gold: Sequence[GoldArticle], read: Callable[[Iterable[Article]], Iterable[Sequence[Toponym]]]
) -> GeoScores:
    """Score a reader of toponyms.

    Args:
        gold: the annotated articles.
        read: gives the toponyms of each article, in order.
    """
    items: list[Item] = []
    for article, toponyms in zip(gold, read(g.article for g in gold), strict=True):
        items += _compare(article, [t for t in toponyms if t.kind == "literal"])
    return _summary(items)


def _article(node: ElementTree.Element) -> GoldArticle:
    text = node.findtext("text") or ""
    article = Article(
        text=text, id=node.get("file", ""), title=node.findtext("title"), url=node.findtext("link")
    )
    return GoldArticle(article, tuple(_toponym(t) for t in node.iter("toponym")))


def _toponym(node: ElementTree.Element) -> GoldToponym:
    def number(tag: str) -> str:
        return (node.findtext(tag) or "").strip()

    return GoldToponym(
        text=node.findtext("extractedName") or "",
        start=int(number("start")),
        end=int(number("end")),
        type=number("type"),
        lat=float(number("latitude")) if number("latitude") else None,
        lon=float(number("longitude")) if number("longitude") else None,
        geonameid=int(number("geonamesID")) if number("geonamesID").isdigit() else None,
    )


def _compare(gold: GoldArticle, predicted: Sequence[Toponym]) -> list[Item]:
    """Match one to one, each gold toponym with the first free prediction that overlaps it."""
    name, items, used = gold.article.id, [], set()
    for target in sorted(gold.toponyms, key=lambda t: t.start):
        if not target.literal:
            continue
        hit = next(
            (i for i, p in enumerate(predicted)
             if i not in used and p.start < target.end and target.start < p.end), None
        )  # fmt: skip
        if hit is not None:
            used.add(hit)
        if target.lat is None or target.lon is None:
            continue
        if hit is None:
            items.append(Item(name, "missed", target.text, target.start, target.type, None, None))
            continue
        found = predicted[hit]
        error = UNPLACED_KM
        if found.lat is not None and found.lon is not None:
            error = kilometres(found.lat, found.lon, target.lat, target.lon)
        verdict = "right" if error <= NEAR_KM else "misplaced"
        items.append(Item(name, verdict, target.text, target.start, target.type, error, found))
    for i, extra in enumerate(predicted):
        if i not in used:
            kind = next(
                (t.type for t in gold.toponyms if t.start < extra.end and extra.start < t.end), None
            )
            items.append(Item(name, "spurious", extra.text, extra.start, kind, None, extra))
    return items


def _summary(items: Sequence[Item]) -> GeoScores:
    errors = [item.error_km for item in items if item.error_km is not None]
    found, near = len(errors), sum(1 for e in errors if e <= NEAR_KM)
    missed = sum(1 for item in items if item.verdict == "missed")
    spurious = sum(1 for item in items if item.verdict == "spurious")
    gold = found + missed
    value = f1(found, found + spurious, gold)
    return GeoScores(
        share(found, found + spurious), share(found, gold),
        Figure(value, *_f1_interval(items), gold), share(near, found),
        statistics.fmean(errors) if errors else math.nan,
        statistics.median(errors) if errors else math.nan, tuple(items),
    )  # fmt: skip


def _f1_interval(items: Sequence[Item]) -> tuple[float, float]:
    """95% interval of F1 by the jackknife over articles: toponyms of one text hang together."""
    counts: dict[str, list[int]] = {}
    for item in items:
        column = {"missed": 2, "spurious": 1}.get(item.verdict, 0)
        counts.setdefault(item.article, [0, 0, 0])[column] += 1
    whole = [sum(c[i] for c in counts.values()) for i in range(3)]
    value, n = _f1(whole), len(counts)
    if n < 2:
        return 0.0, 1.0
    without = [
        _f1([w - c for w, c in zip(whole, mine, strict=True)]) for mine in counts.values()
    ]
    mean = statistics.fmean(without)
    error = math.sqrt((n - 1) / n * sum((v - mean) ** 2 for v in without))
    return max(0.0, value - 1.96 * error), min(1.0, value + 1.96 * error)


def _f1(counts: Sequence[int]) -> float:
    found, spurious, missed = counts
    return f1(found, found + spurious, found + missed)
