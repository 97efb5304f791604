"""Rules for times that give no date: how long, how often, and words such as 'recently'."""

from __future__ import annotations

from .lexicon import alternatives
from .rules import DIGITS, UNITS, Hit, Rule, pieces, rule
from .senses import Sense, dateless

_VAGUE = ("recently", "in recent years", "shortly afterwards", "soon afterwards", "long ago",
          "in the near future", "not long ago", "in the meantime", "days later", "weeks later",
          "months later", "years later", "hours later", "moments later", "days earlier",
          "weeks earlier", "months earlier", "years earlier", "days ago", "weeks ago",
          "months ago", "years ago", "decades ago", "hours ago")  # fmt: skip
_REGULARLY = ("daily", "weekly", "monthly", "annually", "yearly")
_LOOSE = r"(?:a\sfew|several|many|some|a\snumber\sof)"


def dateless_rules() -> list[Rule]:
    """The rules of this module."""
    p = pieces()
    numbers = (DIGITS, *p.words.cardinals)
    return [
        rule(
            rf"(?i:(?:for|lasted|lasting)\s(?:about\s|nearly\s|almost\s|more\sthan\s|over\s|at\sleast\s)?"
            rf"(?:{p.number}|{_LOOSE})\s{UNITS})",
            ["for", "lasted", "lasting"],
            _duration,
        ),
        rule(r"(?i:for\s(?:hour|day|week|month|year|decade|centurie)s)\b", ["for"], _duration),
        rule(
            rf"(?i:{p.number}[\s-](?:minute|hour|day|week|month|year)(?:-long|s(?=\sof\b))?)(?![\w-])",
            numbers,
            _duration,
        ),
        rule(
            r"(?i:(?:week|month|year)[\s-]?long)(?![\w-])",
            [f"{unit}{long}" for unit in ("week", "month", "year") for long in ("", "long")],
            _duration,
        ),
        rule(
            rf"(?i:(?:every|each)\s(?:other\s|single\s)?(?:day|night|morning|evening|week|month|year|weekend|"
            rf"{p.weekday_name}))",
            ["every", "each"],
            _frequency,
        ),
        rule(
            rf"(?:(?i:{alternatives(_REGULARLY)})|{p.weekday_name[:-6]}s)(?!\w)",
            [*_REGULARLY, *(f"{d}s" for d in p.words.weekdays)],
            _frequency,
        ),
        rule(
            rf"(?i:{p.number}\s(?:times\s)?a\s(?:day|week|month|year)|(?:once|twice)\sa\s(?:day|week|month|year))\b",
            [*numbers, "once", "twice"],
            _frequency,
        ),
        rule(rf"(?i:{alternatives(_VAGUE)})(?!\w|\sas\b)", _VAGUE, _vague),
        rule(
            rf"(?i:{_LOOSE}\s{UNITS}\s(?:ago|later|earlier|before|after|from\snow))(?!\w)",
            ["a", "several", "many", "some"],
            _vague,
        ),
    ]


def _duration(hit: Hit) -> Sense | None:
    return dateless("duration")


def _frequency(hit: Hit) -> Sense | None:
    return dateless("frequency")


def _vague(hit: Hit) -> Sense | None:
    return dateless("vague")
