"""The life of an event: its state now, and how the reports brought it there.

The status is the latest well-sourced one, never a plain vote: *planned for 26 July, postponed,
occurred on 2 August* is the record of one visit. What has taken place is not undone by a later
report of the plan. A plan told after its day not to have taken place is negated; told before its
day not to come, it is disputed until a report settles it. A denial disputes and changes nothing
else: what is told only to be denied gives way to any status that somebody reports. Numbers that
differ stay side by side.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from dragoman.mention import Certainty, Entity, Mention, Status
from dragoman.record.event import (
    AHEAD,
    COUNTED,
    DONE,
    Change,
    Claim,
    Counted,
    Event,
    History,
    Party,
    Place,
    Step,
    independent,
    outlet_of,
)
from dragoman.record.traits import Order, place_in_order
from dragoman.times.intervals import days_of

_RANK: dict[Certainty, int] = {"asserted": 0, "attributed": 1, "alleged": 2, "denied": 3}
_OFF = frozenset({"postponed", "cancelled"})
_FINEST = ("point", "city", "district", "region", "area", "country")
# A happening's dates told a little apart ("2 August", "2 and 3 August") are one stretch of days.
_ONE_STRETCH = 10


@dataclass(frozen=True, slots=True)
class Report:
    """A mention with what its article tells of its origin; see `Step` for the fields."""

    mention: Mention
    report_id: str
    source: str | None
    title: str | None
    url: str | None
    published: date | None

    @property
    def order(self) -> Order:
        """Place in the record's order; the same as `Traits.order`."""
        mention = self.mention
        day = self.published.toordinal() if self.published else None
        return place_in_order(day, mention.article_id, mention.trigger.start, mention.id)


@dataclass(slots=True)
class _State:
    """What has been gathered of the event so far."""

    status: Status | None = None
    denied: bool = False  # the status is told in denials alone
    before: Status | None = None
    changed: date | None = None
    latest: date | None = None  # the last day of publication that is known
    denials: bool = False  # somebody denies it
    contradicted: bool = False  # a report tells that it is not so
    when: str | None = None
    numbers: set[tuple[Counted, int, int | None]] = field(default_factory=set)
    place: str | None = None


def history_of(reports: Iterable[Report]) -> History:
    """The event that ``reports`` tell of, and the steps that brought it to its state.

    Args:
        reports: at least one, in any order.
    """
    ordered = sorted(reports, key=lambda report: report.order)
    state = _State()
    steps = tuple(_step(report, _take(report, state)) for report in ordered)
    return History(_event(ordered, state, steps), steps)


def _take(report: Report, state: _State) -> tuple[Change, ...]:
    """What the state takes from the next report."""
    mention = report.mention
    changes: list[Change] = []
    state.latest = report.published or state.latest
    undisputed = not (state.denials or state.contradicted)
    if mention.certainty == "denied" and state.status is not None:
        state.denials = True
        return ("disputed",) if undisputed else ()
    if state.status is None:
        state.status = mention.status
        state.denied = state.denials = mention.certainty == "denied"
        changes.append("reported")
    elif mention.status == state.status:
        _is_reported(state)
    elif _moves_on(mention, report.published, state):
        state.before = None if state.denied else state.status
        # What became of a plan settles whether it was one; that a deed ended does not.
        state.contradicted = state.contradicted and state.status in DONE
        state.status, state.changed = mention.status, state.latest
        _is_reported(state)
        changes.append("status")
    elif mention.status == "negated" and _contradicts(mention, state):
        state.contradicted = True
        if undisputed:
            changes.append("disputed")
    if _dates(mention, state):
        assert mention.when is not None
        changes.append("date")
        state.when = mention.when.edtf
    if _numbers(mention) - state.numbers:
        changes.append("numbers")
        state.numbers |= _numbers(mention)
    if mention.where and state.place is None:
        state.place = mention.where[0].name
        changes.append("place")
    # With the first report all is new.
    return ("reported",) if "reported" in changes else tuple(changes)


def _is_reported(state: _State) -> None:
    """Somebody reports the status; the day that denials alone told is no longer of use."""
    if state.denied:
        state.denied, state.when = False, None


def _moves_on(mention: Mention, published: date | None, state: _State) -> bool:
    """Whether the report's status takes the place of the present one."""
    old, new = state.status, mention.status
    if mention.background:
        return False
    if state.denied:
        return True
    if old in DONE:
        # What is under way can end; nothing else undoes a deed.
        return old == "ongoing" and new == "occurred"
    if new in DONE:
        return True
    if new == "possible":
        return False
    if new == "planned":
        # The old plan told once more beside its postponement, or after it came to nothing, is no
        # new plan; a later day is.
        off = old in _OFF or (old == "negated" and state.when is not None)
        return not off or _is_later(mention, state)
    if new == "negated":
        # Before its day a plan that somebody calls none is only contradicted.
        return old == "possible" or (old in AHEAD and _is_past(published, state))
    return True


def _contradicts(mention: Mention, state: _State) -> bool:
    """Whether the report that something is not so speaks against the present status."""
    return state.status in DONE or (state.status in AHEAD and not mention.background)


def _is_later(mention: Mention, state: _State) -> bool:
    if mention.when is None or state.when is None:
        return False
    new, old = days_of(mention.when.edtf)[0], days_of(state.when)[0]
    return new is not None and old is not None and new > old


def _is_past(published: date | None, state: _State) -> bool:
    last = days_of(state.when)[1] if state.when else None
    return last is not None and published is not None and last < published


def _dates(mention: Mention, state: _State) -> bool:
    """Whether the report's date takes the place of the present one."""
    if mention.when is None or mention.status != state.status:
        return False
    edtf = mention.when.edtf
    if edtf == state.when or None in days_of(edtf):
        return state.when is None and edtf is not None
    if state.when is None or None in days_of(state.when):
        return True
    return state.status not in DONE


def _numbers(mention: Mention) -> set[tuple[Counted, int, int | None]]:
    told = ((counted, getattr(mention.magnitudes, counted)) for counted in COUNTED)
    return {(counted, number.low, number.high) for counted, number in told if number}


def _step(report: Report, changes: tuple[Change, ...]) -> Step:
    mention = report.mention
    offset = mention.sentence.start
    return Step(
        mention_id=mention.id,
        article_id=mention.article_id,
        report_id=report.report_id,
        source=report.source,
        title=report.title,
        url=report.url,
        published=report.published,
        status=mention.status,
        certainty=mention.certainty,
        when=mention.when.edtf if mention.when else None,
        where=mention.where[0].name if mention.where else None,
        speakers=tuple(speaker.name for speaker in mention.attribution),
        sentence=mention.sentence.text,
        trigger=(mention.trigger.start - offset, mention.trigger.end - offset),
        start=offset,
        confidence=mention.confidence,
        changes=changes,
    )


def _event(reports: Sequence[Report], state: _State, steps: Sequence[Step]) -> Event:
    assert state.status is not None
    mentions = [report.mention for report in reports]
    telling = [m for m in mentions if m.status == state.status]
    telling = [m for m in telling if m.certainty != "denied"] or telling
    best = max(
        telling,
        key=lambda m: (not m.background, _told(m), m.confidence, -_RANK[m.certainty], m.id),
    )
    kind = _kind(telling)
    when = _when(telling, state)
    first, last = days_of(when) if when else (None, None)
    actors = _parties(telling, "actors") or _parties(mentions, "actors")
    recipients = _parties(telling, "recipients") or _parties(mentions, "recipients")
    if kind.mode == "visit" and actors and recipients:
        actors, recipients = _apart(actors, recipients[0]), _apart(recipients, actors[0])
    days = [report.published for report in reports if report.published]
    return Event(
        id=mentions[0].id,
        event=kind.event,
        mode=kind.mode,
        contexts=_commonest(context for m in mentions for context in m.contexts),
        quad_class=kind.quad_class,
        intensity=kind.intensity,
        actors=actors,
        recipients=recipients,
        status=state.status,
        certainty=min((m.certainty for m in telling), key=lambda certainty: _RANK[certainty]),
        disputed=state.denials or state.contradicted,
        background=all(m.background for m in mentions),
        when=when,
        first_day=first,
        last_day=last,
        where=_where(telling) or _where(mentions),
        claims=_claims(reports),
        first_reported=min(days, default=None),
        last_reported=max(days, default=None),
        mentions=len(mentions),
        reports=len({m.article_id for m in mentions}),
        sources=len(independent(steps)),
        confidence=max(m.confidence for m in telling),
        text=best.sentence.text,
        changed=state.changed,
        before=state.before,
    )


def _told(mention: Mention) -> int:
    """How much of who, to whom, when and where its own sentence tells."""
    sides = (mention.actors, mention.recipients)
    named = sum(any(not party.inferred for party in side) for side in sides)
    return named + (mention.when is not None) + bool(mention.where)


def _kind(mentions: Sequence[Mention]) -> Mention:
    """The mention whose type and mode are told most; the more certain of two."""
    votes: Counter[tuple[str, str | None]] = Counter()
    for mention in mentions:
        votes[mention.event, mention.mode] += 1
    return max(
        mentions,
        key=lambda m: (votes[m.event, m.mode], m.mode is not None, m.confidence, m.id),
    )


def _commonest(values: Iterable[str]) -> tuple[str, ...]:
    # Of those told equally often, in the order of first mention: a mention's most telling first.
    return tuple(value for value, _ in Counter(values).most_common())


def _when(telling: Sequence[Mention], state: _State) -> str | None:
    """The date of what took place: of those told most the widest that holds them together.

    What lies ahead has the date of the latest report.
    """
    if state.status not in DONE:
        return state.when
    told = Counter(m.when.edtf for m in telling if m.when is not None)
    whole = {edtf: days for edtf in told if (days := _whole(edtf)) is not None}
    if not whole:
        return max(sorted(told), key=lambda edtf: told[edtf], default=state.when)
    best = max(sorted(whole), key=lambda edtf: (told[edtf], whole[edtf][0] - whole[edtf][1]))
    first, last = whole[best]
    for edtf, (low, high) in sorted(whole.items()):
        if low <= first and high >= last and (high - low).days <= _ONE_STRETCH:
            best, first, last = edtf, low, high
    return best


def _whole(edtf: str) -> tuple[date, date] | None:
    """The first and the last day, where both are known."""
    first, last = days_of(edtf)
    return (first, last) if first is not None and last is not None else None


def _parties(mentions: Sequence[Mention], side: str) -> tuple[Party, ...]:
    """The parties that most mentions name, the most named first; one of a country and sector."""
    votes: Counter[tuple[str | None, str]] = Counter()
    names: dict[tuple[str | None, str], Counter[Party]] = {}
    for mention in mentions:
        entities: tuple[Entity, ...] = getattr(mention, side)
        for entity in entities:
            sector = entity.sectors[0] if entity.sectors else "UNK"
            key = (entity.country, sector if entity.country else entity.name)
            votes[key] += 1
            party = Party(entity.name, entity.country, entity.sectors, entity.office)
            names.setdefault(key, Counter())[party] += 1
    kept = [key for key in votes if votes[key] * 4 >= max(votes.values())]
    kept.sort(key=lambda key: (-votes[key], str(key)))
    return tuple(
        max(names[key], key=lambda party: (names[key][party], bool(party.office), party.name))
        for key in kept
    )


def _apart(parties: tuple[Party, ...], other: Party) -> tuple[Party, ...]:
    """The parties without those of the other's country: no host travels, and no guest hosts."""
    kept = tuple(p for p in parties if p.country is None or p.country != other.country)
    return kept or parties


def _where(mentions: Sequence[Mention]) -> Place | None:
    """The place told most among the finest."""
    places = Counter(
        Place(w.name, w.country, w.geonameid, w.lat, w.lon, w.precision)
        for mention in mentions
        for w in mention.where[:1]
    )
    return max(
        places,
        key=lambda place: (places[place], -_FINEST.index(place.precision), place.name),
        default=None,
    )


def _claims(reports: Sequence[Report]) -> tuple[Claim, ...]:
    told: dict[tuple[Counted, int, int | None], list[Report]] = {}
    for report in reports:
        for number in sorted(_numbers(report.mention), key=str):
            told.setdefault(number, []).append(report)
    return tuple(
        Claim(
            counted,
            low,
            high,
            tuple(dict.fromkeys(name for report in by for name in _voices(report))),
            tuple(report.mention.id for report in by),
        )
        for (counted, low, high), by in told.items()
    )


def _voices(report: Report) -> tuple[str, ...]:
    named = tuple(speaker.name for speaker in report.mention.attribution)
    outlet = outlet_of(report.source, report.title, report.url, report.mention.article_id)
    return named or (outlet,)
