"""From an article to its coded mentions: the one place where the order of the stages stands.

sentences → what the typer reads in them → parse and names → places → actors → events → status →
times

Places come first because whoever 'police in London, Ontario' are, the map tells.

Where the typer reads nothing, an article is done with: most of the work is spared on more than half
of the news.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path

from dragoman.actors import Actors, Cast
from dragoman.analysis import Analyser, Analysis
from dragoman.analysis.analysis import BATCH, DEFAULT_MODEL
from dragoman.analysis.reparsing import Clause
from dragoman.article import Article
from dragoman.days import as_day
from dragoman.events.affairs import public_affairs
from dragoman.events.coded import CodedEvent
from dragoman.events.coding import EventCoder
from dragoman.events.echoes import settle_echoes
from dragoman.events.history import without_history
from dragoman.events.ontology import SPOKEN, kinds
from dragoman.events.proposal import Proposal, Typer
from dragoman.events.tolls import Tolls
from dragoman.events.typer import EncoderTyper
from dragoman.mention import Mention, Span, as_published, stripped
from dragoman.places import Places, Toponym
from dragoman.places.again import told_again
from dragoman.places.placing import place_coded
from dragoman.places.siting import without_places
from dragoman.status import Attributor, Judge
from dragoman.status.background import is_background
from dragoman.status.settling import certainty_of, cues_of, status_and_time
from dragoman.times import TimeExpression, find
from dragoman.times.entries import in_entries
from dragoman.times.headings import Heading, headings_of
from dragoman.times.timelines import in_years_told


@dataclass(frozen=True, slots=True)
class _Found:
    """What is found in an article before its events are told one by one.

    Attributes:
        cast: its parties.
        expressions: its time expressions.
        headings: the days that head parts of it.
        toponyms: its places, also where they are told again.
        speech: indices of the triggers of what is done by saying it.
        triggers: those of all its events.
    """

    cast: Cast
    expressions: tuple[TimeExpression, ...]
    headings: tuple[Heading, ...]
    toponyms: tuple[Toponym, ...]
    speech: frozenset[int]
    triggers: frozenset[int]


Coded = tuple[Article, list[Mention]]
Failed = Callable[[Article, Exception], None]


@dataclass(frozen=True, slots=True)
class Stages:
    """The parts of a coder; each is a callable that can be replaced."""

    analyse: Analyser
    typer: Typer
    actors: Actors
    events: EventCoder
    judge: Judge
    attribute: Attributor
    places: Places


class Coder:
    """Codes articles. Loads nothing until the first article.

    Args:
        model: name of the spaCy pipeline; see `Analyser`.
        typer: what finds the events; the package's own when None.
        actors: a table of the user's own names, which add to the package's or take their place;
            see `Actors`.
        stages: all parts at once, in place of the others.
        published: day of publication of the articles that have none of their own.
        headlines: whether to code an article with its headline as the first paragraph of its text,
            see `Article.headed`. Offsets then count in that text, which `code_all` gives.

    Raises:
        FileNotFoundError, TypeError: ``actors`` is not there, or ``published`` no date.
    """

    def __init__(
        self,
        *,
        model: str = DEFAULT_MODEL,
        typer: Typer | None = None,
        actors: str | Path | None = None,
        stages: Stages | None = None,
        published: date | None = None,
        headlines: bool = False,
    ) -> None:
        own = None if actors is None else Path(actors)
        if own is not None and not own.exists():
            raise FileNotFoundError(f"{own}: there is no such table of names")
        self.published = as_day("published", published)
        self.headlines = headlines
        self.stages = stages or Stages(
            Analyser(model),
            typer or EncoderTyper(),
            Actors(own),
            EventCoder(),
            Judge(),
            Attributor(),
            Places(),
        )
        self._tolls = Tolls(self.stages.events.numbers, self.stages.attribute, _identifier)

    def code(self, article: Article) -> list[Mention]:
        """The mentions of one article, in order of the text; none for a text left out.

        Raises:
            TypeError: it is no `Article`.
        """
        return next(iter(self.code_all([article])))[1]

    def code_all(
        self, articles: Iterable[Article], *, failed: Failed | None = None
    ) -> Iterator[Coded]:
        """Code articles one after the other, batched inside; gives each as coded, with mentions.

        Args:
            articles: what to code.
            failed: is told of an article that cannot be coded, and of the exception; the rest go
                on. None raises the exception, and ends there. Either way it is a fault of ours.

        Raises:
            TypeError: something is no `Article`; ``failed`` is not told of it, and what was taken
                with it is not coded.
        """
        asked = map(self._as_asked, articles)
        while batch := list(islice(asked, BATCH)):
            yield from self._together(batch) if failed is None else self._apart(batch, failed)

    def _together(self, batch: Sequence[Article]) -> Iterator[Coded]:
        read = [(a, self.stages.typer(a)) for a in self.stages.analyse.split(batch)]
        self.stages.analyse.complete([analysis for analysis, proposals in read if proposals])
        for analysis, proposals in read:
            found = self._mentions(analysis, proposals) if proposals else []
            yield analysis.article, found

    def _apart(self, batch: Sequence[Article], failed: Failed) -> Iterator[Coded]:
        """A batch; if it fails, one by one, to know which of them it was."""
        try:
            coded = list(self._together(batch))
        except Exception as error:
            coded = []
            if len(batch) == 1:
                failed(batch[0], error)
            else:
                coded = [pair for one in batch for pair in self._apart([one], failed)]
        yield from coded

    def _as_asked(self, article: Article) -> Article:
        if not isinstance(article, Article):
            advice = "write Article(text, published=...)"
            raise TypeError(f"a coder takes an Article, not {type(article).__name__}; {advice}")
        dated = article.dated(self.published)
        return dated.headed() if self.headlines else dated

    def _mentions(self, analysis: Analysis, proposals: Sequence[Proposal]) -> list[Mention]:
        clauses = (Clause(p.trigger, p.actors, p.recipients) for p in proposals)
        self.stages.analyse.reparse(analysis, clauses)
        toponyms = self.stages.places(analysis)
        cast = self.stages.actors(analysis, _towns(toponyms))
        published, text = analysis.article.published, analysis.article.text
        expressions = in_entries(text, find(text, published), published)
        expressions = in_years_told(text, expressions, published)
        events = self.stages.events(proposals, cast, expressions)
        found = _Found(
            cast,
            expressions,
            headings_of(text, expressions, published),
            (*toponyms, *told_again(analysis.doc, toponyms)),
            frozenset(e.trigger.i for e in events if e.event in SPOKEN),
            frozenset(e.trigger.i for e in events),
        )
        mentions: list[Mention] = []
        previous: Mention | None = None
        for event in events:
            mention = self._mention(event, analysis, found, previous)
            mentions.append(mention)
            if mention.when is not None:
                previous = mention
        settled = public_affairs(settle_echoes(mentions, analysis), analysis)
        settled = without_history(settled, analysis, expressions, found.headings)
        settled = self._tolls(settled, analysis, cast)
        return [as_published(mention, text) for mention in settled]

    def _mention(
        self, coded: CodedEvent, analysis: Analysis, found: _Found, previous: Mention | None
    ) -> Mention:
        article, trigger = analysis.article, coded.trigger
        word = coded.word or trigger
        standing = self.stages.judge(analysis, trigger, coded.event)
        source = self.stages.attribute(analysis, trigger)
        named = (speaker for head in source.speakers for speaker in found.cast.speaker(head))
        speakers = tuple(dict.fromkeys(named))
        verb = set() if source.verb is None else {source.verb.i}
        reports = found.speech - {trigger.i} | verb
        status, when = status_and_time(
            coded,
            standing,
            found.expressions,
            headings=found.headings,
            reports=reports,
            previous=previous,
            published=article.published,
        )
        kind = kinds()[coded.event, coded.mode]
        where = place_coded(coded, found.toponyms, reports, found.triggers)
        return Mention(
            id=_identifier(article.id, word.idx, coded.event),
            article_id=article.id,
            event=kind.event,  # type: ignore[arg-type]  # the ontology's names are EventType's
            mode=kind.mode,
            contexts=coded.contexts,
            quad_class=kind.quad_class,
            intensity=kind.intensity,
            trigger=Span(word.text, word.idx, word.idx + len(word.text)),
            sentence=stripped(trigger.sent.text, trigger.sent.start_char),
            actors=without_places(trigger, coded.actors, where, found.toponyms),
            recipients=coded.recipients
            if coded.event == "AID"  # what a town is sent, its people get
            else without_places(trigger, coded.recipients, where, found.toponyms),
            status=status,
            certainty=certainty_of(coded, standing.certainty, source, speakers),
            background=is_background(when, trigger, article.published),
            attribution=speakers,
            when=when,
            where=where,
            magnitudes=coded.magnitudes,
            confidence=round(coded.confidence, 3),
            overall_confidence=_overall(coded),
            cues=cues_of(standing, status, source),
        )


def _overall(coded: CodedEvent) -> float | None:
    """The chance that all of it is right; None where the typer tells none."""
    return None if coded.wholeness is None else round(coded.confidence * coded.wholeness, 3)


def _towns(toponyms: Iterable[Toponym]) -> dict[int, str]:
    """The country of each place that the gazetteer knows, by the character where it begins."""
    own = (t for t in toponyms if t.kind != "embedded" and t.basis in ("own", "told"))
    return {t.start: t.country for t in own if t.country is not None}


def _identifier(article_id: str, offset: int, event: str) -> str:
    basis = f"{article_id}\n{offset}\n{event}"
    return hashlib.sha256(basis.encode("utf-8", "surrogatepass")).hexdigest()[:16]
