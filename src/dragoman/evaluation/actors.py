"""Scoring actors: are country, sector and name those that a careful reader wrote down?

A gold row is ``{"id", "text", "published", "mention", "country", "sector", "name"}``: a text of one
to four sentences, its day of publication (ISO, or null), the words in question (the first time
that they stand in the text), the PLOVER country code (null for none, a list where several would be
right), the primary sectors that would be right ("" for none), and the canonical name, null where
it is not asked. With ``"all": true`` the phrase means several parties, one of each country listed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.actors import Actors
from dragoman.analysis import Analysis
from dragoman.article import Article
from dragoman.evaluation.rows import published_in
from dragoman.evaluation.scores import Figure, share
from dragoman.mention import Entity


@dataclass(frozen=True, slots=True)
class ActorPrediction:
    """One row's answer.

    Attributes:
        id: the row's id.
        mention: the gold words.
        gold: country, sectors and name that are right, as the row has them.
        predicted: the parties found, as ``country sectors name``.
        country: whether the country is right.
        sector: whether the primary sector is right.
        name: whether the name is right; None where it is not asked.
    """

    id: str
    mention: str
    gold: str
    predicted: str
    country: bool
    sector: bool
    name: bool | None


@dataclass(frozen=True, slots=True)
class ActorsReport:
    """The shares of rows with the right country, sector and name, and the answer to each row."""

    country: Figure
    sector: Figure
    name: Figure
    predictions: tuple[ActorPrediction, ...]


def score(
    rows: Iterable[Mapping[str, object]],
    analyser: Callable[[Article], Analysis],
    actors: Actors,
) -> ActorsReport:
    """Score what ``actors`` makes of the gold ``rows``.

    Raises:
        ValueError: a row lacks a field, its date is not ISO, or its words are not in its text.
    """
    answers = tuple(
        _predict(number, row, analyser, actors) for number, row in enumerate(rows, start=1)
    )
    named = [a.name for a in answers if a.name is not None]
    return ActorsReport(
        share(sum(a.country for a in answers), len(answers)),
        share(sum(a.sector for a in answers), len(answers)),
        share(sum(named), len(named)),
        answers,
    )


def _predict(
    number: int,
    row: Mapping[str, object],
    analyser: Callable[[Article], Analysis],
    actors: Actors,
) -> ActorPrediction:
    text, mention = row.get("text"), row.get("mention")
    if not isinstance(text, str) or not isinstance(mention, str):
        raise ValueError(f"row {number}: give 'text' and 'mention' as text")
    found = re.search(rf"(?<!\w){re.escape(mention)}(?!\w)", text)
    if not mention or found is None:
        raise ValueError(f"row {number}: {mention!r} is not in the text; correct the row")
    analysis = analyser(Article(text=text, published=published_in(number, row)))
    cast = actors(analysis)
    head = _head(analysis, found.start(), found.end())
    parties = cast.resolve(head)
    inside = [p for p in parties if p.start < found.end() and found.start() < p.end]
    parties = tuple(inside) or parties
    return _judged(number, row, mention, parties)


def _judged(
    number: int, row: Mapping[str, object], mention: str, parties: tuple[Entity, ...]
) -> ActorPrediction:
    countries, sectors, name = row.get("country"), row.get("sector"), row.get("name")
    right = countries if isinstance(countries, list) else [countries]
    accepted = sectors if isinstance(sectors, list) else [sectors]
    considered = parties if row.get("all") else parties[:1]
    told = [p.country for p in considered] or [None]
    primary = [p.sectors[0] if p.sectors else "" for p in considered]
    return ActorPrediction(
        id=str(row.get("id", number)),
        mention=mention,
        gold=f"{countries} {accepted} {name or ''}",
        predicted="; ".join(f"{p.country} {','.join(p.sectors)} {p.name}" for p in considered),
        country=set(told) == set(right) if row.get("all") else told[0] in right,
        sector=bool(primary) and all(s in accepted for s in primary),
        name=None if name is None else bool(considered) and _same(considered[0].name, str(name)),
    )


def _same(found: str, right: str) -> bool:
    """Equal but for case and accents."""
    return _plain(found) == _plain(right)


def _plain(name: str) -> str:
    parts = unicodedata.normalize("NFD", name.casefold())
    return "".join(c for c in parts if not unicodedata.combining(c))


def _head(analysis: Analysis, start: int, end: int) -> Token:
    span = analysis.doc.char_span(start, end, alignment_mode="expand")
    assert span is not None  # 'expand' always finds tokens inside the text
    return span.root
