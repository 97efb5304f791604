"""Rules for years, decades, centuries, quarters, halves and seasons."""

from __future__ import annotations

import re

from .lexicon import alternatives
from .periods import fraction
from .rules import DIGITS, TURNS, YEAR_OF, Hit, Rule, counts_something, pieces, rule
from .senses import Sense, changed, chosen, fixed, yearly

_YEAR = r"(?:1[5-9]|20)[0-9][0-9]"
_IN = re.compile(
    r"(?:^|\W)(?:in|since|until|till|during|throughout|years?|summer|spring|autumn|winter|before)\s{1,3}[(\[]?$",
    re.I,
)
_OF = re.compile(
    r"(?:^|\W)(?:by|of|from|after|around|about|circa|ca?\.|roughly|approximately|(?:early|late|recently)\sas|through|late|early|mid|between|starting|beginning)"
    r"[\s-]{1,3}$",
    re.I,
)
_THE = re.compile(
    r"(?:^|\W)(?:the|a|its|his|her|their|this|that|any|under|\w{1,30}['’]s|\w{1,30}s['’])\s{1,3}$",
    re.I,
)
_A = re.compile(r"(?:^|\W)an?\s{1,3}$", re.I)
_FIRST_YEAR, _NO_YEAR = "1500", "2100"
# 'A curfew from 1900 to 0600', 'until 1800 GMT': the other end, or what follows, is no year's.
_CLOCK_AFTER = re.compile(
    r"\s?(?:(?:to|until|till|and|[-–—])\s?(?P<other>[0-2][0-9][0-5][0-9])(?!\w)"
    r"|(?:h|hrs|hours|GMT|UTC|local\stime|[A-Z]{1,3}ST)\b)"
)
_CLOCK_BEFORE = re.compile(
    r"(?<!\w)(?P<other>[0-2][0-9][0-5][0-9])\s?(?:to|until|till|[-–—])\s?$"
)
_COUNTS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1, "final": -1}
_SHARES = {"quarter": 4, "three months": 4, "half": 2, "six months": 2}
_OF_YEAR = (
    rf"(?:(?:\s{{1,3}}of)?\s{{1,3}}"
    rf"(?:(?P<year>{_YEAR})(?!\w)|{YEAR_OF}|(?P<theyear>the\syear)\b))"
)
_SHARE = (
    r"(?P<turn>first|second|third|fourth|last|final)"
    r"\s(?P<share>quarter|half|three\smonths|six\smonths)\b"
)
_TENS = (
    "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties",
)  # fmt: skip


def year_rules() -> list[Rule]:
    """The rules of this module."""
    p = pieces()
    return [
        rule(
            rf"(?P<year>{_YEAR})(?:\s?[-–—/]\s?(?P<end>{_YEAR}|[0-9][0-9]))?(?![\w%$€£])(?![-–—/.,:]\d)",
            [DIGITS],
            _year,
        ),
        rule(r"(?:the\s['’‘]?)?(?P<decade>(?:1[0-9]|20)[0-9]0)['’]?s\b", [DIGITS, "the"], _decade),
        rule(r"(?:the\s)?['’‘]?(?P<decade>[2-9]0)s\b", [DIGITS, "the"], _short_decade),
        rule(
            rf"the\s(?:nineteen[\s-])?(?i:(?P<name>{alternatives(_TENS)}))\b",
            ["the"],
            _named_decade,
        ),
        rule(
            rf"(?:the\s)?(?:(?P<n>\d\d?)(?:st|nd|rd|th)|(?P<ordinal>{p.ordinal}))[\s-]century\b",
            [DIGITS, "the", *p.words.ordinals],
            _century,
        ),
        rule(rf"(?i:(?:the\s)?{_SHARE}){_OF_YEAR}?", ["the", *_COUNTS], _share),
        rule(
            rf"Q(?P<q>[1-4])(?:\s?(?:of\s)?(?P<year>{_YEAR}))?(?!\w)",
            ["q1", "q2", "q3", "q4"],
            _letter,
        ),
        rule(
            rf"(?:(?P<year>{_YEAR})[\s-]?Q(?P<q>[1-4])|(?P<q2>[1-4])Q\s?(?P<year2>{_YEAR}))(?!\w)",
            [DIGITS],
            _letter_after,
        ),
        rule(rf"H(?P<h>[12])\s?(?:of\s)?(?P<year>{_YEAR})(?!\w)", ["h1", "h2"], _letter),
        rule(
            rf"(?i:the\s|this\s|(?P<rel>last|next)\s)?(?P<season>{p.season})"
            rf"(?:{_OF_YEAR}(?:[-–/]\d\d(?:\d\d)?(?!\d))?)?",
            ["the", "this", "last", "next", *p.words.seasons],
            _season,
        ),
    ]


def _year(hit: Hit) -> Sense | None:
    year, end = hit["year"], hit["end"]
    if end:
        full = end if len(end) == 4 else year[:2] + end
        if int(full) <= int(year) or not (int(full) == int(year) + 1 or _dates(hit)):
            return None
        return fixed(f"{year}/{full}", "stated")
    return fixed(year, "stated") if _dates(hit) else None


def _dates(hit: Hit) -> bool:
    """Whether a bare number of four digits stands where a year does."""
    if _is_clock(hit):
        return False
    before, after = hit.before(34), hit.text[hit.match.end() : hit.match.end() + 1]
    if hit.joined or (re.search(r"[(\[]$", before) and after in (")", "]")):
        return not counts_something(hit)
    if _IN.search(before):
        return not (hit["year"].endswith("00") and counts_something(hit))
    if _OF.search(before):
        return not counts_something(hit)
    if hit.next_word() in pieces().words.happenings:
        return True
    one = _A.search(before) and not hit["year"].endswith("00")  # 'a 2015 police raid'
    return bool(_THE.search(before) and hit.next_word() and (one or not counts_something(hit)))


def _is_clock(hit: Hit) -> bool:
    """Whether it is a time of day: 'from *1900* to 0600', 'between 2200 and *1500*', '1800 GMT'."""
    after = _CLOCK_AFTER.match(hit.text, hit.match.end())
    if after and (after["other"] is None or not _FIRST_YEAR <= after["other"] < _NO_YEAR):
        return "and" not in after[0] or hit.before(8).lower() == "between "
    before = _CLOCK_BEFORE.search(hit.before(12))
    return before is not None and not _FIRST_YEAR <= before["other"] < _NO_YEAR


def _decade(hit: Hit) -> Sense | None:
    """'The 1800s' are the century, but 'the 2000s' the decade."""
    decade = hit["decade"]
    century = decade.endswith("00") and decade != "2000"
    return fixed(decade[:2] + "XX" if century else decade[:3] + "X", "stated")


def _short_decade(hit: Hit) -> Sense | None:
    """'The '90s', 'the 80s': of the twentieth century; an age ('in his 50s') has no 'the'."""
    has_mark = re.search(r"['’‘]", hit.match[0]) or hit.before(1) in ("'", "’", "‘")
    if not (has_mark or hit.match[0].startswith("the")):
        return None
    return fixed(f"19{hit['decade'][0]}X", "stated")


def _named_decade(hit: Hit) -> Sense | None:
    return fixed(f"19{_TENS.index(hit['name']) + 2}X", "stated")


def _century(hit: Hit) -> Sense | None:
    number = int(hit["n"]) if hit["n"] else pieces().words.ordinals[hit["ordinal"]]
    return fixed(f"{number - 1:02}XX", "stated") if 1 <= number <= 22 else None


def _stated_year(hit: Hit) -> Sense | None:
    """The year that the words tell, or None where they tell none."""
    if hit["year"]:
        return fixed(hit["year"], "stated")
    which = "this" if hit["theyear"] else hit["which"]
    if not which:
        return None
    if which == "that" or hit.published is None:
        return fixed("", "unresolved")
    return fixed(f"{hit.published.year + TURNS[which]:04}", "relative")


def _share(hit: Hit) -> Sense | None:
    share = " ".join(hit["share"].split())
    count = _SHARES[share]
    turn = _COUNTS[hit["turn"]]
    number = count if turn < 0 else turn
    year = _stated_year(hit)
    if year:
        return changed(year, fraction(number, count), hit.published) if number <= count else None
    if share != "quarter" or turn < 0 or not hit.match[0].lower().startswith("the"):
        return None
    return _quarter(hit, number)


def _quarter(hit: Hit, number: int) -> Sense:
    take = fraction(number, 4)
    return chosen(yearly(lambda y: take("XXXX" if y is None else f"{y:04}")), hit.published)


def _letter(hit: Hit) -> Sense | None:
    groups = hit.match.groupdict()
    if not groups["year"]:
        return _quarter(hit, int(hit["q"]))
    take = fraction(int(hit["q"]), 4) if groups.get("q") else fraction(int(hit["h"]), 2)
    return fixed(take(hit["year"]), "stated")


def _letter_after(hit: Hit) -> Sense | None:
    """'2025 Q3', '3Q 2025'."""
    quarter, year = hit["q"] or hit["q2"], hit["year"] or hit["year2"]
    return fixed(fraction(int(quarter), 4)(year), "stated")


def _season(hit: Hit) -> Sense | None:
    code, month = pieces().words.seasons[hit["season"]]
    year = _stated_year(hit)
    if year:
        return changed(year, lambda y: f"{y}-{code}" if y else "", hit.published)
    opening = hit.match[0].split()[0].lower()
    parted = re.search(r"\b(?:early|mid|late)[\s-]$", hit.before(), re.I)
    fits = (
        parted
        or opening in ("this", "last", "next")
        or re.search(r"\b(?:in|since|by|until|during|over)\s$", hit.before(), re.I)
    )
    if not fits or hit.match["season"][0].isupper() or hit.next_word() == "of":
        return None
    leading = ("the", "this", "last", "next")
    if hit["season"] in ("spring", "fall") and not parted and opening not in leading:
        return None
    recurs = yearly(lambda y: "" if y is None else f"{y:04}-{code}")
    if hit.published is None or opening not in ("this", "last", "next"):
        return chosen(recurs, hit.published)
    return fixed(_relative_season(hit, opening, code, month), "relative")


def _relative_season(hit: Hit, opening: str, code: int, month: int) -> str:
    """Last: over before publication; next: not yet begun; this: the season now or this year's."""
    published = hit.published
    if published is None:
        return ""
    year = published.year - (1 if month == 12 and published.month < 3 else 0)
    running = (published.month - month) % 12 < 3
    if opening == "this":
        return f"{year:04}-{code}"
    begun = running or published.month >= month
    if opening == "last":
        return f"{year if begun and not running else year - 1:04}-{code}"
    return f"{year + 1 if begun else year:04}-{code}"
