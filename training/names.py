"""Swapping names of countries and cities, so that the network learns the wording, not who it was.

Whole sentences are kept coherent: where a country becomes another, so do its people, its adjective
and its capital. The names are those of the package's own tables of countries and cities.
"""

from __future__ import annotations

import random
import re
from bisect import bisect_right
from dataclasses import replace
from functools import cache
from importlib.resources import files

from dragoman.countries import countries
from dragoman.evaluation.gold import Event, Sentence
from dragoman.events.reading import Chars
from dragoman.tables import rows

_Forms = dict[str, str]


@cache
def _countries() -> tuple[_Forms, ...]:
    """For each state the words for it: its name, people, adjective and capital."""
    found = []
    for state in countries():
        capital = next(iter(state.capitals), "")
        forms = {
            "name": state.name,
            "people": next(iter(state.demonyms), ""),
            "adjective": next(iter(state.adjectives), ""),
            "capital": "" if state.name in capital else capital,
        }
        if state.status == "state" and all(forms.values()):
            found.append(forms)
    return tuple(found)


@cache
def _cities() -> tuple[str, ...]:
    table = files("dragoman") / "actors" / "data" / "cities.tsv"
    return tuple(row["name"] for row in rows(table, ("name", "aliases", "code")))


@cache
def _known() -> dict[str, tuple[int, str]]:
    """Each name with the index of its country (-1 for a city) and its form."""
    known = dict.fromkeys(_cities(), (-1, "city"))
    for index, forms in enumerate(_countries()):
        for form in ("people", "adjective", "capital", "name"):
            known[forms[form]] = (index, form)
        known[forms["people"] + "s"] = (index, "peoples")
    return known


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(_known(), key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, names)) + r")(?!\w)")


def swap(sentence: Sentence, rng: random.Random, share: float = 0.5) -> Sentence:
    """The sentence with some of its countries and cities replaced by others at random."""
    others: dict[object, int | str | None] = {}
    edits: list[tuple[int, int, str]] = []
    for match in _pattern().finditer(sentence.text):
        country, form = _known()[match[0]]
        key: object = match[0] if country < 0 else country
        if key not in others:
            others[key] = _other(country, rng) if rng.random() < share else None
        other = others[key]
        if isinstance(other, str):
            edits.append((*match.span(), other))
        elif isinstance(other, int):
            forms = _countries()[other]
            words = forms["people"] + "s" if form == "peoples" else forms[form]
            edits.append((*match.span(), words))
    return _edited(sentence, edits) if edits else sentence


def _other(country: int, rng: random.Random) -> int | str:
    return rng.choice(_cities()) if country < 0 else rng.randrange(len(_countries()))


def _edited(sentence: Sentence, edits: list[tuple[int, int, str]]) -> Sentence:
    spans = [event.trigger for event in sentence.events]
    spans += [c for event in sentence.events for role in event.roles.values() for c in role]
    edits = [
        edit for edit in edits
        if not any(edit[0] < bound < edit[1] for span in spans for bound in span)
        and not any(event.trigger == edit[:2] for event in sentence.events)
    ]  # fmt: skip
    text, at, ends, shifts = "", 0, [0], [0]
    for start, end, words in edits:
        text += sentence.text[at:start] + words
        at = end
        ends.append(end)
        shifts.append(len(text) - end)
    text += sentence.text[at:]

    def moved(span: Chars) -> Chars:
        start, end = (bound + shifts[bisect_right(ends, bound) - 1] for bound in span)
        return start, end

    def event(old: Event) -> Event:
        roles = {role: tuple(map(moved, chars)) for role, chars in old.roles.items()}
        return replace(old, trigger=moved(old.trigger), roles=roles)

    return replace(sentence, text=text, events=tuple(map(event, sentence.events)))
