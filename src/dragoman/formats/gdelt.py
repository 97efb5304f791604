"""GDELT 2.0: the event table and the mention table, so that readers of GDELT take them.

Tab-separated, without header or quoting, in the columns of the GDELT 2.0 Event Database Codebook.
A row of the event table is a directed pair of actors; each of its reports is a row of the mention
table. Columns for what Dragoman does not measure (tone, the actors' own places) are empty.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import IO
from urllib.parse import urlsplit

from dragoman.formats.cameo import quad_of
from dragoman.formats.cells import bare, best, tabbed
from dragoman.formats.codes import Deed, actor_code, body_code, country_code, deeds, role_codes
from dragoman.formats.sites import fips, full_name
from dragoman.record.event import History, Party, Place, Step

_ACTOR = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code",
    "Religion2Code", "Type1Code", "Type2Code", "Type3Code",
)  # fmt: skip
_GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
EVENT_COLUMNS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor1{name}" for name in _ACTOR), *(f"Actor2{name}" for name in _ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale",
    "NumMentions", "NumSources", "NumArticles", "AvgTone",
    *(f"Actor1Geo_{name}" for name in _GEO), *(f"Actor2Geo_{name}" for name in _GEO),
    *(f"ActionGeo_{name}" for name in _GEO), "DATEADDED", "SOURCEURL",
)  # fmt: skip
MENTION_COLUMNS = (
    "GLOBALEVENTID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName",
    "MentionIdentifier", "SentenceID", "Actor1CharOffset", "Actor2CharOffset",
    "ActionCharOffset", "InRawText", "Confidence", "MentionDocLen", "MentionDocTone",
    "MentionDocTranslationInfo", "Extras",
)  # fmt: skip
# GDELT calls an event of the lead paragraph a root event; that is about so many characters.
_LEAD = 300
_WEB, _CITATION = 1, 2  # GDELT's MentionType
_NO_GEO = (0, *[None] * 7)


def write(
    histories: Iterator[History], events: IO[bytes], mentions: IO[bytes], today: date
) -> None:
    """A row in ``events`` for each directed pair, and one in ``mentions`` for each report of it."""
    write_event, write_mention = tabbed(events), tabbed(mentions)
    for history in histories:
        for deed in deeds(history):
            write_event(_event(deed))
            for step in history.steps:
                write_mention(_mention(deed, step))


def _event(deed: Deed) -> tuple[object, ...]:
    event, day = deed.history.event, deed.strict.day
    told = best(deed.history.steps, event)
    lead = any(step.start < _LEAD for step in deed.history.steps)
    return (
        deed.id, *_day(day), *_actor(deed.source), *_actor(deed.target),
        int(lead), deed.code, deed.code[:3], deed.code[:2], quad_of(deed.code),
        deed.strict.intensity, event.mentions, event.sources, event.reports, None,
        *_NO_GEO, *_NO_GEO, *(_geo(event.where) if event.where else _NO_GEO),
        _stamp(event.first_reported), bare(told.url or told.article_id),
    )  # fmt: skip


def _mention(deed: Deed, step: Step) -> tuple[object, ...]:
    host = _host(step.url)
    return (
        deed.id, _stamp(deed.history.event.first_reported), _stamp(step.published),
        _WEB if host else _CITATION, bare(host or step.source),
        bare(step.url or step.article_id), None, None, None, step.start + step.trigger[0], 1,
        10 * round(10 * step.confidence), None, None, None, None,
    )  # fmt: skip


def _actor(party: Party | None) -> tuple[str, ...]:
    if party is None:
        return ("",) * len(_ACTOR)
    body = body_code(party)
    types = [*([body[:3]] if body else []), *role_codes(party)][:3]
    return (
        actor_code(party), bare(party.name).upper(), country_code(party), body[3:][-3:], "",
        "REL" if "REL" in party.sectors else "", "", *types, *[""] * (3 - len(types)),
    )  # fmt: skip


def _geo(place: Place) -> tuple[object, ...]:
    country = fips(place.country)
    whole = place.precision == "country"
    if whole:
        kind = 1
    elif place.precision == "region":
        kind = 2 if place.country == "USA" else 5
    else:
        kind = 3 if place.country == "USA" else 4
    return (
        kind, bare(full_name(place)), country, country if whole else "", "", place.lat,
        place.lon, country if whole else "",
    )  # fmt: skip


def _day(day: date | None) -> tuple[object, ...]:
    if day is None:
        return (None,) * 4
    # GDELT's fraction of the year: months of thirty days. Its codebook writes MONTH * 30, its files
    # count the months that are over: 2014.1315 is 18 February.
    fraction = day.year + ((day.month - 1) * 30 + day.day) / 365
    digits = _digits(day)
    return digits, digits[:6], digits[:4], f"{fraction:.4f}"


def _stamp(day: date | None) -> str:
    return f"{_digits(day)}000000" if day else ""


def _digits(day: date) -> str:
    """``20250723``; a year before 1000 has its four digits too, as not with every platform's %Y."""
    return day.isoformat().replace("-", "")


def _host(url: str | None) -> str | None:
    """The host of a web address; None for anything else."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return str(parts.hostname) if parts.hostname and parts.scheme in ("http", "https") else None
