"""Words for what the record holds: days, kinds, statuses, numbers; templates call these."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

from dragoman.countries import name_of
from dragoman.mention import Mention, Status, denial
from dragoman.record.event import Claim, Event, Step
from dragoman.times.intervals import days_of

# Status is told by sign and word, never by colour alone.
SIGNS: dict[Status, str] = {
    "occurred": "●", "ongoing": "◐", "planned": "○", "postponed": "◌", "cancelled": "✕",
    "possible": "?", "negated": "∅",
}  # fmt: skip
QUADS = {
    1: "verbal cooperation",
    2: "material cooperation",
    3: "verbal conflict",
    4: "material conflict",
}
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_YEARLESS = re.compile(r"XXXX-([0-9]{2})-([0-9]{2})")
_MONTHS = ("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec").split()
_WEB = re.compile(r"https?://[^\s<>\"'\\]+\Z", re.IGNORECASE)


def day(value: date | None, *, year: bool = True) -> str:
    """``2 Aug 2025``; 'no date' for None."""
    if value is None:
        return "no date"
    short = f"{value.day} {_MONTHS[value.month - 1]}"
    return f"{short} {value.year}" if year else short


def long_day(value: date) -> str:
    """``Saturday 2 August 2025``."""
    return f"{value:%A} {value.day} {value:%B} {value.year}"


def when(edtf: str | None) -> str:
    """A date in EDTF as people write it: ``2-3 Aug 2025``, ``since Apr 2025``, ``about 1975``.

    Each end of a range bears its own mark of doubt: ``26 Jul - about 2 Aug 2025``.
    """
    if not edtf:
        return "no date"
    low, slash, high = edtf.partition("/")
    if not slash:
        return _one(edtf)
    if high in ("", ".."):
        return f"since {_one(low)}"
    if low in ("", ".."):
        return f"until {_one(high)}"
    return _range(low, high)


def _range(low: str, high: str) -> str:
    (mark, begin), (late, end) = _parted(low), _parted(high)
    first, last = days_of(begin)[0], days_of(end)[1]
    if first and last and _DAY.fullmatch(begin) and _DAY.fullmatch(end):
        if mark == late and (first.year, first.month) == (last.year, last.month):
            return f"{mark}{first.day}–{day(last)}"
        return f"{mark}{day(first, year=first.year != last.year)} – {late}{day(last)}"
    return f"{_one(low)} – {_one(high)}"


def _parted(edtf: str) -> tuple[str, str]:
    """The mark of doubt of one date in words, and the date without it."""
    mark = "about " if edtf.endswith(("~", "%")) else "perhaps " if edtf.endswith("?") else ""
    return mark, edtf.rstrip("~?%")


def _one(edtf: str) -> str:
    mark, plain = _parted(edtf)
    return mark + _plain(plain)


def _plain(edtf: str) -> str:
    if match := _YEARLESS.fullmatch(edtf):
        return f"{int(match[2])} {_month(int(match[1]))}, year unknown"
    first, last = days_of(edtf)
    if first is None or last is None:
        return edtf
    if first == last:
        return day(first)
    if re.fullmatch(r"[0-9]{4}-(0[0-9]|1[0-2])", edtf):
        return f"{_month(first.month)} {first.year}"
    return edtf if not re.fullmatch(r"[0-9]{3}X", edtf) else f"the {edtf[:3]}0s"


def _month(number: int) -> str:
    return _MONTHS[number - 1] if 1 <= number <= 12 else str(number)


def kind(told: Event | Mention) -> str:
    """``Consult · visit``."""
    name = told.event.capitalize()
    return f"{name} · {told.mode.replace('-', ' ')}" if told.mode else name


def denied(told: Event | Step | Mention) -> str:
    """What stands beside the status of what is told only to be denied; else nothing."""
    return denial(told.certainty)


def tone(told: Event | Mention) -> Literal["coop", "conf"]:
    """Whether it is cooperation (quad classes 1 and 2) or conflict."""
    return "coop" if told.quad_class < 3 else "conf"


def score(value: float) -> str:
    """A PLOVER score with its sign: ``+4.0``, ``−9.5``, ``0.0``."""
    shown = f"{value:+.1f}".replace("-", "−")
    return shown.lstrip("+−") if shown.endswith("0.0") and len(shown) == 4 else shown


def number(claim: Claim) -> str:
    """``12``, ``12 to 15``, ``at least 12``."""
    if claim.high is None:
        return f"at least {claim.low:,}"
    return f"{claim.low:,}" if claim.low == claim.high else f"{claim.low:,} to {claim.high:,}"


def count(value: int, what: str) -> str:
    """``1 source``, ``3 sources``."""
    return f"{value:,} {what}{'' if value == 1 else 's'}"


def line(text: str) -> str:
    """The text in one line."""
    return " ".join(text.split())


def web(url: str | None) -> str | None:
    """The address where it is one of the web; nothing else may be followed from a page."""
    return url if url and _WEB.match(url) else None


def country(code: str | None) -> str:
    """The name of a country or other top-level code; empty for None."""
    return name_of(code) if code else ""


def told(step: Step) -> str:
    """What a step did to its event, in a word or two: announced, set for a day, took place."""
    date_told = f" for {when(step.when)}" if step.when else ""
    if "reported" in step.changes:
        first = {"planned": "announced" + date_told, "postponed": "reported postponed"}
        return first.get(step.status, f"reported as {step.status}")
    if "status" in step.changes:
        if step.status == "planned":
            return f"set anew{date_told}"
        on = f", {when(step.when)}" if step.when and step.status == "occurred" else ""
        return {"occurred": f"took place{on}", "ongoing": "under way"}.get(step.status, step.status)
    if "date" in step.changes:
        # The day told of what was put off may be the one that it was taken off, or the new one.
        return f"{'set for' if step.status == 'planned' else 'dated'} {when(step.when)}"
    named = {"numbers": "new numbers", "place": "place named", "disputed": "denied"}
    return ", ".join(named[c] for c in step.changes if c in named) or "said again"
