"""Events: search, filters in the address, facets, paging, and exports of exactly what is shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import get_args

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from dragoman.codes import glossary
from dragoman.countries import name_of
from dragoman.events.ontology import modes
from dragoman.mention import CERTAINTIES, STATUSES, EventType
from dragoman.record.questions.filters import Filter, place_in
from dragoman.record.questions.questions import MOST_COUNTED, Facet, Facets, events, facets
from dragoman.web import links
from dragoman.web.memo import Answers
from dragoman.web.pages.asking import PAGE, SORTS, Asked, asked
from dragoman.web.pages.desk import answers_of, day_of
from dragoman.web.rendering import page
from dragoman.web.wording import QUADS
from dragoman.wording import SIGNS

router = APIRouter(include_in_schema=False)
_MOST_COUNTRIES = 14


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet: its words, how many events have it, whether it is chosen, its link."""

    value: str
    shown: str
    number: int
    chosen: bool
    link: str


@router.get(links.EVENTS, response_class=HTMLResponse)
def listed(request: Request) -> HTMLResponse:
    """The events that the address asks for."""
    ask, day = answers_of(request), day_of(request)
    found = asked(request.query_params, day.on, named=day.asked)
    counted = _counted(ask, found.wanted)
    told = ask(
        events,
        found.wanted,
        sort=found.sort,
        limit=PAGE,
        offset=(found.number - 1) * PAGE,
        total=_total(counted, found.wanted),
    )
    return page(
        request,
        "events",
        day=day,
        asked=found,
        found=told,
        facets=_facets(counted, found),
        pages=_pages(found, told.total),
        most=MOST_COUNTED,
        sorts=SORTS,
        type_names={name: name.capitalize() for name in get_args(EventType)},
        mode_names={mode: mode for mode in modes()},
        status_names={name: f"{name} {SIGNS[name]}" for name in STATUSES},
        sector_names={code.code: code.meaning for code in glossary() if code.kind == "sector"},
        certainty_names={name: name for name in CERTAINTIES},
        quads=QUADS,
        chips=_chips(found),
    )


def _freed(wanted: Filter) -> dict[Facet, Filter]:
    """For each facet the filter whose events it counts: as if nothing of it were chosen."""
    return {
        "types": replace(wanted, types=()),
        "statuses": replace(wanted, statuses=()),
        "countries": replace(wanted, about=()),
    }


def _counted(ask: Answers, wanted: Filter) -> dict[Filter, Facets]:
    """What the facets show, by the filter that they count."""
    freed = _freed(wanted)
    return {
        among: ask(facets, among, tuple(name for name in freed if freed[name] == among))
        for among in set(freed.values())
    }


def _total(counted: dict[Filter, Facets], wanted: Filter) -> int | None:
    """How many events the filter finds, where a facet has counted all of them."""
    known = counted.get(wanted)
    ways = (known.types, known.statuses) if known else ()  # each event has one of either
    return next((sum(way.values()) for way in ways if way), None)


def _facets(counted: dict[Filter, Facets], found: Asked) -> dict[str, list[Choice]]:
    """The facets, as links."""
    wanted = found.wanted
    freed = _freed(wanted)
    types = counted[freed["types"]].types
    statuses = counted[freed["statuses"]].statuses
    countries = counted[freed["countries"]].countries
    chosen = {code: countries.get(code, 0) for code in wanted.about}
    few = {**chosen, **dict(list(countries.items())[:_MOST_COUNTRIES])}

    def choices(name: str, counts: dict[str, int]) -> list[Choice]:
        return [
            Choice(value, _shown(name, value), number, found.has(name, value),
                   links.events(found.toggled(name, value)))
            for value, number in counts.items()
        ]  # fmt: skip

    return {
        "status": choices("status", statuses),
        "type": choices("type", types),
        "about": choices("about", few),
    }


def _shown(name: str, value: str) -> str:
    if name == "about":
        return name_of(value)
    return f"{SIGNS[value]} {value}" if name == "status" else value.capitalize()  # type: ignore[index]


def _pages(found: Asked, total: int) -> dict[str, str | None]:
    last = max(1, -(-total // PAGE))
    before, after = found.number - 1, found.number + 1
    return {
        "before": links.events({**found.params, "page": before if before > 1 else None})
        if before
        else None,
        "after": links.events({**found.params, "page": after}) if after <= last else None,
    }


def _chips(found: Asked) -> list[tuple[str, str]]:
    """What is asked for, in words, each with the link that takes it away."""
    names = {
        "text": "words", "about": "about", "actor": "by or to", "sector": "sector",
        "dyad": "between", "type": "type", "mode": "mode", "status": "status",
        "certainty": "certainty", "quad": "class", "since": "from", "until": "until",
        "reported_since": "reported from", "reported_until": "reported until", "place": "at",
        "confidence": "confidence from", "overall_confidence": "overall confidence from",
        "sources": "sources from", "disputed": "disputed", "overdue": "overdue",
        "background": "with background",
    }  # fmt: skip
    chips = []
    for name, value in found.params.items():
        if name not in names:
            continue
        values = [value] if isinstance(value, str) else [str(v) for v in value]  # type: ignore[union-attr]
        if name == "dyad":
            chips.append((f"between {' and '.join(map(name_of, values))}", found.but(dyad=None)))
            continue
        chips += [(_chip(name, names[name], one), found.toggled(name, one)) for one in values]
    return [(words, links.events(params)) for words, params in chips]


def _chip(name: str, label: str, value: str) -> str:
    if name in ("overdue", "background"):
        return label
    if name == "disputed":
        return label if value == "1" else "not disputed"
    if name == "quad":
        return QUADS[int(value)]
    if name == "place":
        value = (place_in(value) or (value,))[0]
    return f"{label} {name_of(value) if name == 'about' else value}"
