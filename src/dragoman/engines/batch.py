"""The unit of work of every engine: a few articles in, the lines of their mentions out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from dragoman.article import Article
from dragoman.coder import Coder
from dragoman.formats.jsonl import dump, mention_to_dict
from dragoman.sources import Raw, SourceError
from dragoman.sources.notes import Foreign, Misread
from dragoman.wording import count

BATCH_ARTICLES = 16
"""Articles a batch: enough for the parser to run at full speed, few enough to lose at once."""

BATCH_BYTES = 4 * 2**20
"""Bytes of input at which a batch is closed early."""

_LEFT = ("language", "empty", "size")


@dataclass(frozen=True, slots=True)
class Batch:
    """Consecutive finds of the sources; ``start`` is the position of the first, from 0."""

    start: int
    finds: tuple[Raw | SourceError, ...]
    tried: bool = False

    def singly(self) -> list[Batch]:
        """Each find as a batch of its own, marked as tried before."""
        return [
            Batch(self.start + index, (find,), tried=True) for index, find in enumerate(self.finds)
        ]


@dataclass(frozen=True, slots=True)
class Tally:
    """What was read and written.

    Attributes:
        articles: articles read, those left included.
        damaged: what could not be read as an article, or not be coded.
        left: articles that were read but are not to be coded, by reason.
        mentions: mentions written, by event type.
        misread: dates of publication that were not understood.
        foreign: which articles are left for their language.
    """

    articles: int = 0
    damaged: int = 0
    left: Counter[str] = field(default_factory=Counter)
    mentions: Counter[str] = field(default_factory=Counter)
    misread: Misread = field(default_factory=Misread)
    foreign: Foreign = field(default_factory=Foreign)

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.articles + other.articles,
            self.damaged + other.damaged,
            self.left + other.left,
            self.mentions + other.mentions,
            self.misread + other.misread,
            self.foreign + other.foreign,
        )

    def to_dict(self) -> dict[str, Any]:
        """As JSON values, the same for the same counts."""
        return {
            "articles": self.articles,
            "damaged": self.damaged,
            "left": dict(sorted(self.left.items())),
            "mentions": dict(sorted(self.mentions.items())),
            "misread_dates": [self.misread.count, *self.misread.examples],
            "foreign": [self.foreign.count, *self.foreign.examples],
        }

    @classmethod
    def from_dict(cls, row: dict[str, Any]) -> Tally:
        """The tally that `to_dict` gave."""
        left, mentions = Counter(row["left"]), Counter(row["mentions"])
        number, *examples = row.get("misread_dates", [0])
        misread = Misread(int(number), tuple(examples))
        number, *examples = row.get("foreign", [0])
        foreign = Foreign(int(number), tuple(examples))
        return cls(row["articles"], row["damaged"], left, mentions, misread, foreign)

    @property
    def nothing_read(self) -> bool:
        """Whether something could not be read, and nothing else was."""
        return bool(self.damaged) and not self.articles

    def text(self) -> str:
        """For people: a line of counts, of mentions by type, of what was not understood."""
        coded = count(self.mentions.total(), "mention")
        parts = [f"{count(self.articles, 'article')} read, {coded}"]
        left = sorted(self.left.items())
        parts += [f"{count(number, 'article')} left ({why})" for why, number in left]
        if self.damaged:
            parts.append(f"{self.damaged} damaged and passed over")
        lines = ["; ".join(parts)]
        if self.mentions:
            ranked = sorted(self.mentions.items(), key=lambda pair: (-pair[1], pair[0]))
            lines.append(", ".join(f"{number} {kind}" for kind, number in ranked))
        lines += [told.text() for told in (self.misread, self.foreign) if told.count]
        return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run came to.

    Attributes:
        tally: the counts of everything that its output holds.
        articles: those coded by this run: less where it was resumed.
        seconds: how long it took.
    """

    tally: Tally
    articles: int
    seconds: float

    def text(self) -> str:
        """A few lines for people."""
        rate = self.articles / max(self.seconds, 1e-9)
        told = f"\n{rate:.1f} articles a second" if self.articles else ""
        return self.tally.text() + told


@dataclass(frozen=True, slots=True)
class Coded:
    """What became of a batch.

    Attributes:
        start: the batch's.
        count: how many finds it had.
        lines: a JSON object for each mention, in order, without line ends.
        complaints: what to tell of, one line each.
        tally: the counts.
        retire: whether the worker that coded it asks to be replaced.
    """

    start: int
    count: int
    lines: tuple[str, ...]
    complaints: tuple[str, ...]
    tally: Tally
    retire: bool = False


def batches(
    finds: Iterable[Raw | SourceError], *, skip: int = 0, part: int | None = None
) -> Iterator[Batch]:
    """Cut what sources hold into batches.

    Args:
        finds: what the sources hold, in order.
        skip: how many of the first to pass over.
        part: no batch reaches over a multiple of this position.
    """
    held: list[Raw | SourceError] = []
    size = 0
    position = 0
    for find in finds:
        position += 1
        if position <= skip:
            continue
        held.append(find)
        size += find.size if isinstance(find, Raw) else 0
        full = len(held) >= BATCH_ARTICLES or size >= BATCH_BYTES
        if full or (part and position % part == 0):
            yield Batch(position - len(held), tuple(held))
            held, size = [], 0
    if held:
        yield Batch(position - len(held), tuple(held))


def code_batch(coder: Coder, batch: Batch) -> Coded:
    """Read and code a batch; nothing that it holds makes this fail."""
    found = [_read(find, coder.headlines) for find in batch.finds]
    articles = [one for one in found if isinstance(one, Article)]
    complaints = [str(one) for one in found if isinstance(one, SourceError)]
    tally = Tally()
    lines: list[str] = []

    def failed(article: Article, error: Exception) -> None:
        complaints.append(str(SourceError.uncoded(article, error)))

    for article, mentions in coder.code_all(articles, failed=failed):
        left = Counter({str(o.reason) for o in article.left_out if o.reason in _LEFT})
        events = Counter(str(mention.event) for mention in mentions)
        tally += Tally(1, 0, left, events, Misread.of(article), Foreign.of(article))
        lines += [dump(mention_to_dict(mention)) for mention in mentions]
    tally += Tally(damaged=len(complaints))
    return Coded(batch.start, len(batch.finds), tuple(lines), tuple(complaints), tally)


def lost(batch: Batch, why: str) -> Coded:
    """The outcome of a batch that cannot be coded."""
    complaints = tuple(f"{_name(find)}: {why}" for find in batch.finds)
    tally = Tally(damaged=len(batch.finds))
    return Coded(batch.start, len(batch.finds), (), complaints, tally)


def _read(find: Raw | SourceError, headlines: bool) -> Article | SourceError:
    if isinstance(find, SourceError):
        return find
    try:
        return find.read(headlines=headlines)
    except Exception as error:  # a fault of ours must not stop the rest
        return SourceError.fault(find.name, "cannot be read", error)


def _name(find: Raw | SourceError) -> str:
    return find.where if isinstance(find, SourceError) else find.name
