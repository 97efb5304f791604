"""Adding many articles: what is read is coded, kept in batches, and told of."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from dragoman.article import Article
from dragoman.mention import Mention
from dragoman.record.rows import schema
from dragoman.record.rows.batches import ADDED_AT_ONCE, batched
from dragoman.record.rows.storable import storable
from dragoman.record.store.mending import give_date, lacks_date
from dragoman.record.store.store import Added, Record
from dragoman.sources import SourceError
from dragoman.sources.gathering import Gathered
from dragoman.sources.notes import Foreign, Misread
from dragoman.wording import count

Coded = tuple[Article, Sequence[Mention]]
_FIRST = 3  # ids that are named
_LONGEST = 80  # characters of such an id


@dataclass(frozen=True, slots=True)
class _Held:
    """The text that the record has by an id, by its mark, and whether it may lack its date."""

    mark: str
    undated: bool

    @classmethod
    def of(cls, article: Article) -> _Held:
        return cls(_mark(article), article.published is None)


class Adding:
    """One run of adding, with its counts.

    Args:
        complain: is told of what could not be read, one line for each kind in a file.
    """

    def __init__(self, complain: Callable[[str], None]) -> None:
        self.added = Added()
        self.damaged = 0
        self.undated = 0
        self.misdated = 0  # of these whose mentions were coded under a date
        self.dated = 0  # articles of the record that got the date they lacked
        self.reviewed = 0  # mentions of those that stay as they were
        self.untitled = 0  # articles whose headline is not in their text
        self.clashing: Counter[str] = Counter()  # ids that the record has with another text
        self.misread = Misread()
        self.foreign = Foreign()
        self._coming: dict[str, str] = {}  # marks of texts that are being coded, by id
        self._complaints = Gathered(complain)

    def readable(self, found: Iterable[Article | SourceError]) -> Iterator[Article]:
        """The articles among what was found; what could not be read is named and counted."""
        try:
            for one in found:
                if isinstance(one, SourceError):
                    self.damaged += 1
                    self._complaints.add(one)
                else:
                    self.misread += Misread.of(one)
                    yield one
        finally:
            self._complaints.close()

    def failed(self, article: Article, error: Exception) -> None:
        """Tell of an article that could not be coded, and count it."""
        self.damaged += 1
        self._coming.pop(storable(article.id), None)
        self._complaints.add(SourceError.uncoded(article, error))

    def unknown(self, record: Record, articles: Iterable[Article]) -> Iterator[Article]:
        """The articles that the record does not have, so that nothing is coded twice.

        Also those that it has without the date that they have here: they are coded anew.
        """
        for batch in batched(articles, ADDED_AT_ONCE):
            held = self._held(record, batch)
            for article in batch:
                name = storable(article.id)
                if name in held and not self._may_date(record, article, held[name]):
                    self._pass_over(article, held[name])
                else:
                    held[name] = _Held.of(article)
                    self._coming[name] = held[name].mark
                    yield article

    def add(self, record: Record, coded: Iterable[Coded], *, shown: bool = False) -> None:
        """Add coded articles batch by batch; each batch is kept before the next is coded.

        Of those whose id the record has, the text is compared and nothing is kept; but what it has
        without a date gets that which it has here.
        """
        for batch in batched(_shown(coded) if shown else coded, ADDED_AT_ONCE):
            names = [storable(article.id) for article, _ in batch]
            for name in names:
                self._coming.pop(name, None)
            held = self._held(record, [article for article, _ in batch])
            fresh: dict[str, Coded] = {}
            for name, pair in zip(names, batch, strict=True):
                if name not in held:
                    held[name] = _Held.of(pair[0])
                    fresh[name] = pair
                elif not self._date(record, pair, held[name]):
                    self._pass_over(pair[0], held[name])
            self._keep(record, list(fresh.values()))

    def _may_date(self, record: Record, article: Article, held: _Held) -> bool:
        """Whether the record has it without a date, and it is not being coded already."""
        coming = storable(article.id) in self._coming
        return held.undated and not coming and lacks_date(record, article)

    def _date(self, record: Record, pair: Coded, held: _Held) -> bool:
        """Give an article of the record the date that it lacks; tells whether it was so."""
        lacking = held.undated and lacks_date(record, pair[0])
        done = give_date(record, *pair) if lacking else None
        if done is not None:
            self.dated += 1
            self.reviewed += done.kept
        return done is not None

    def _keep(self, record: Record, batch: Sequence[Coded]) -> None:
        self.added += record.add(batch)
        for article, mentions in batch:
            self.undated += article.published is None
            self.misdated += article.published is None and any(
                mention.when is not None and mention.when.basis == "relative"
                for mention in mentions
            )
            self.untitled += article.headed() is not article
            self.foreign += Foreign.of(article)

    def _held(self, record: Record, articles: Iterable[Article]) -> dict[str, _Held]:
        """What the record has, or is about to get, by these ids."""
        table = schema.article
        ids = {storable(article.id) for article in articles}
        with record.reading() as connection:
            found = connection.execute(
                select(table.c.id, table.c.text, table.c.published).where(table.c.id.in_(ids))
            )
            held = {r.id: _Held(_mark_of(r.text), r.published is None) for r in found}
        return held | {name: _Held(self._coming[name], True) for name in ids & self._coming.keys()}

    def _pass_over(self, article: Article, held: _Held) -> None:
        self.added += Added(known=1)
        if _mark(article) != held.mark:
            self.clashing[article.id] += 1

    @property
    def nothing_read(self) -> bool:
        """Whether something could not be read, and nothing else was."""
        return bool(self.damaged) and not (self.added.articles or self.added.known or self.dated)

    def text(self) -> str:
        """One line for people."""
        added = self.added
        coded = count(added.mentions, "mention")
        parts = [f"{count(added.articles, 'article')} added with {coded}"]
        if self.foreign.count:
            parts.append(self.foreign.text())
        if self.undated:
            parts.append(f"{self.undated} without a date (--published gives one)")
        if self.misdated:
            what = f"{self.misdated} of these with mentions coded under one"
            parts.append(f"{what}: add again with the --published that the coding had")
        if self.untitled:
            what = f"{self.untitled} whose headline is not in the text"
            parts.append(f"{what} (--headlines codes it)")
        if self.dated:
            reviewed = count(self.reviewed, "reviewed mention")
            kept = f" ({reviewed} left as before)" if self.reviewed else ""
            parts.append(f"{self.dated} already there got their date and were coded anew{kept}")
        if added.known:
            parts.append(f"{added.known} already there")
        if self.clashing:
            first = ", ".join(name[:_LONGEST] for name in list(self.clashing)[:_FIRST])
            more = ", …" if len(self.clashing) > _FIRST else ""
            what = f"{self.clashing.total()} of these with another text than the record has"
            parts.append(f"{what}, left out (id {first}{more})")
        if self.damaged:
            parts.append(f"{self.damaged} could not be read")
        if self.misread.count:
            parts.append(self.misread.text())
        return "; ".join(parts)


def _mark(article: Article) -> str:
    return _mark_of(storable(article.text))


def _mark_of(text: str) -> str:
    """What tells one text from another, and is small."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _shown(coded: Iterable[Coded]) -> Iterator[Coded]:
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed} articles"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("adding", total=None)
        for pair in coded:
            yield pair
            bar.advance(task)
