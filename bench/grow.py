"""A big record's news, grown from real coded articles.

A story takes a coded article, moves it to other countries and another day, and gives it other
names and other words; a few outlets report it, each in partly its own words. What stays is what a
coder makes of real articles: how many mentions, of which types, with which gaps.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from hashlib import sha256
from zlib import crc32

from dragoman import Article, Mention
from dragoman.countries import name_of
from dragoman.mention import Entity, Span, When, Where

Coded = tuple[Article, Sequence[Mention]]
_WORD = re.compile(r"[A-Za-z]{4,}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# The countries of the news, the most told first; how often each is told falls off as its rank.
_COUNTRIES = (
    "USA CHN RUS UKR ISR IND IRN GBR DEU FRA PAK TUR JPN SYR IRQ KOR PRK SAU EGY NGA BRA AUS POL "
    "ITA MEX AFG YEM LBN ZAF KEN ETH SDN VEN COL CUB ESP GRC ARE QAT LBY TUN DZA MAR MLI NER BFA "
    "TCD CMR COD UGA RWA SOM ZWE MOZ AGO THA VNM PHL IDN MYS MMR BGD LKA NPL KAZ UZB AZE ARM GEO "
    "BLR LTU LVA EST FIN SWE NOR DNK NLD BEL AUT HUN CZE SVK ROU BGR SRB HRV PER CHL ARG BOL ECU"
).split()  # fmt: skip
_WEIGHTS = [1 / (rank + 3) for rank in range(len(_COUNTRIES))]
_FIRST = date(2022, 1, 3)
_DAYS = 3 * 365
_OUTLETS = 400
_CITIES = 30  # places a country has in the news
_PEOPLE = 12  # names that stand for one office of a country, over the years
_VOCABULARY = 3_000  # words of each length
_LETTERS = "abcdefghiklmnoprstuv"
_OWN_WORDS = 45  # of a hundred words of a story, those that each outlet chooses itself


def grow(coded: Sequence[Coded], mentions: int, seed: int = 1) -> Iterator[Coded]:
    """Coded articles of so many mentions or a few more, in order of publication.

    Args:
        coded: real articles with their mentions.
        mentions: how many mentions.
        seed: another seed, other news.
    """
    rng = random.Random(seed)
    models = [(article, list(found)) for article, found in coded if found and article.published]
    mean = sum(len(found) for _, found in models) / len(models)
    stories = round(mentions / mean / 2.05)  # reports a story, as _reports draws them
    days = sorted(rng.randrange(_DAYS) for _ in range(stories))
    made = 0
    for number, day in enumerate(days):
        for report in _reports(rng.choice(models), number, _FIRST + timedelta(days=day), rng):
            if made >= mentions:
                return
            made += len(report[1])
            yield report


def _reports(model: Coded, number: int, day: date, rng: random.Random) -> Iterator[Coded]:
    """One story as one to eight outlets report it within some days."""
    article, _ = model
    countries = {m.country for e in model[1] for m in (*e.actors, *e.recipients, *e.where)}
    drawn = _draw(len(countries), rng)
    moved = dict(zip(sorted(c for c in countries if c), drawn, strict=False))
    for copy in range(min(8, 1 + int(rng.expovariate(0.65)))):
        published = day + timedelta(days=min(copy, int(rng.expovariate(0.7))))
        words = _Words(number, copy)
        yield _moved(article, model[1], published, moved, words, f"{number}-{copy}")


def _draw(number: int, rng: random.Random) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < number:
        found.update(dict.fromkeys(rng.choices(_COUNTRIES, _WEIGHTS, k=number)))
    return list(found)[:number]


class _Words:
    """Other words of the same length: a story's own, and among them a report's own."""

    def __init__(self, story: int, report: int) -> None:
        self.story = story
        self._own = f"{story} {report} "
        self._known: dict[str, str] = {}

    def __call__(self, text: str) -> str:
        return _WORD.sub(lambda match: self._other(match[0]), text)

    def _other(self, word: str) -> str:
        if word not in self._known:
            number = crc32(f"{self.story} {word.casefold()}".encode())
            if number % 100 < _OWN_WORDS:
                number = crc32(f"{self._own}{word.casefold()}".encode())
            found = _vocabulary(len(word))[number % _VOCABULARY]
            self._known[word] = found.capitalize() if word[0].isupper() else found
        return self._known[word]


@cache
def _vocabulary(length: int) -> list[str]:
    rng = random.Random(length)
    return ["".join(rng.choices(_LETTERS, k=length)) for _ in range(_VOCABULARY)]


def _moved(
    article: Article,
    mentions: Sequence[Mention],
    day: date,
    countries: dict[str, str],
    words: _Words,
    name: str,
) -> Coded:
    """The article and its mentions in other countries, on another day, in other words."""
    assert article.published is not None
    shift = day - article.published
    text = words(article.text)
    outlet = f"outlet {hash_of(name) % _OUTLETS}"
    made = replace(
        article,
        id=f"grown-{name}",
        text=text,
        title=words(article.title or ""),
        published=day,
        source=outlet,
        url=None,
    )

    def entity(old: Entity) -> Entity:
        new = countries.get(old.country or "")
        if new is None:
            return replace(old, name=words(old.name))
        if old.name == name_of(old.country or ""):
            return replace(old, country=new, name=name_of(new))
        person = f"{old.name} {hash_of(f'{new} {words.story}') % _PEOPLE} of {name_of(new)}"
        return replace(old, country=new, name=person)

    def place(old: Where) -> Where:
        new = countries.get(old.country or "", old.country)
        if old.precision == "country" or old.lat is None or old.lon is None:
            return replace(old, country=new, name=name_of(new or ""), geonameid=None)
        city = hash_of(f"{old.name} {words.story}") % _CITIES
        number = hash_of(f"{new} {city}")
        return replace(
            old, country=new, name=f"{name_of(new or '')} {city}", geonameid=number,
            lat=round(number % 1300 / 10 - 60, 2), lon=round(number % 3500 / 10 - 175, 2),
        )  # fmt: skip

    def mention(old: Mention) -> Mention:
        return replace(
            old,
            id=f"{hash_of(f'{name} {old.id}'):016x}",
            article_id=made.id,
            sentence=_span(old.sentence, text),
            actors=tuple(map(entity, old.actors)),
            recipients=tuple(map(entity, old.recipients)),
            when=_when(old.when, shift),
            where=tuple(map(place, old.where)),
        )

    return made, [mention(old) for old in mentions]


def _span(old: Span, text: str) -> Span:
    return replace(old, text=text[old.start : old.end])


def _when(old: When | None, shift: timedelta) -> When | None:
    """The date so many days later; what is not told to the day is left untold."""
    if old is None or _DAY.sub("", old.edtf).strip("/."):
        return None
    edtf = _DAY.sub(lambda match: (date.fromisoformat(match[0]) + shift).isoformat(), old.edtf)
    return replace(old, edtf=edtf)


def hash_of(text: str) -> int:
    """A number of 48 bits that is always the same for a text."""
    return int.from_bytes(sha256(text.encode()).digest()[:6], "big")
