"""Words for what the record holds: kinds, statuses, numbers; templates call these."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

from dragoman.countries import name_of
from dragoman.mention import COOPERATION, Mention, claimed, denial
from dragoman.record.event import Claim, Event, Step
from dragoman.record.traits.claims import with_all_numbers as with_all_numbers  # templates call it
from dragoman.wording import SIGNS as SIGNS  # templates call these
from dragoman.wording import count as count
from dragoman.wording import plain_kind, when

QUADS = {
    1: "verbal cooperation",
    2: "material cooperation",
    3: "verbal conflict",
    4: "material conflict",
}
_WEB = re.compile(r"https?://[^\s<>\"'\\]+\Z", re.IGNORECASE)


def long_day(value: date) -> str:
    """``Saturday 2 August 2025``."""
    return f"{value:%A} {value.day} {value:%B} {value.year}"


def kind(told: Event | Mention) -> str:
    """``Consult · visit``."""
    name = told.event.capitalize()
    return f"{name} · {told.mode.replace('-', ' ')}" if told.mode else name


def plainly(told: Event | Mention) -> str:
    """The kind in plain words: ``visit``."""
    return plain_kind(told.event, told.mode)


def denied(told: Event | Step | Mention) -> str:
    """What stands beside the status of what is told only to be denied; else nothing."""
    return denial(told.certainty)


def on_whose_word(told: Event) -> str:
    """What stands among the facts of what is told on somebody's word alone; else nothing."""
    return claimed(told.certainty)


def tone(told: Event | Mention) -> Literal["coop", "conf"]:
    """Whether it is cooperation (quad classes 1 and 2) or conflict."""
    return "coop" if told.quad_class in COOPERATION else "conf"


def score(value: float) -> str:
    """A PLOVER score with its sign: ``+4.0``, ``−9.5``, ``0.0``."""
    shown = f"{value:+.1f}".replace("-", "−")
    return shown.lstrip("+−") if shown.endswith("0.0") and len(shown) == 4 else shown


def number(claim: Claim) -> str:
    """``12``, ``12 to 15``, ``at least 12``."""
    if claim.high is None:
        return f"at least {claim.low:,}"
    return f"{claim.low:,}" if claim.low == claim.high else f"{claim.low:,} to {claim.high:,}"


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
