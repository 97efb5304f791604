"""Events in the terminal: one in three lines, one in full, an agenda, a brief."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from dragoman.cli.page import CERTAINTY, MARKS, STATUS
from dragoman.mention import claimed, denial
from dragoman.record.traits.claims import with_all_numbers
from dragoman.wording import coded_kind, count, when

if TYPE_CHECKING:
    from dragoman.record.daily.agenda import Agenda
    from dragoman.record.daily.brief import Brief
    from dragoman.record.event import Claim, Event, History, Party, Step
    from dragoman.record.questions.courses import Linked
    from dragoman.record.questions.listing import Headline

_FAINT = "bright_black"


def event_lines(events: Iterable[Event], on: date | None = None) -> Iterator[RenderableType]:
    """An event: what, who and when; its id and facts; the sentence that tells it best."""
    for event in events:
        sign, colour = STATUS[event.status]
        head = Text(f"{sign} {_status(event):<10} ", style=colour)
        head.append(f"{when(event.when):<20}  ", style="none")
        head.append(_kind(event), style="bold none").append("  ")
        head.append(sides(event), style="none")
        facts = [event.id, count(event.sources, "source"), f"sure {_sure(event)}"]
        if event.disputed:
            facts.append("disputed")
        if on and event.is_overdue(on):
            facts.append("overdue")
        if event.first_day is None and event.last_day is None:  # it is listed by that day
            reported = event.first_reported
            facts.append(f"reported {reported}" if reported else "report without a date")
        if word := claimed(event.certainty):
            facts.append(word)
        yield head
        yield Padding(Text(" · ".join(facts), style=_FAINT), (0, 0, 0, 2))
        yield Padding(Text(_line(event.text), style="italic"), (0, 0, 1, 2))


def headline_lines(articles: Iterable[Headline]) -> Iterator[RenderableType]:
    """An article: its day and headline; its id and origin."""
    for article in articles:
        day = str(article.published or "no date")
        head = Text(f"{day:<12}", style="none" if article.published else "yellow")
        head.append(_line(article.title or "(no headline)"), style="bold none")
        copied = f"a copy of {article.report_id}" if article.report_id != article.id else None
        facts = (article.id, article.source, article.url, copied)
        yield head
        yield Padding(Text(" · ".join(filter(None, facts)), style=_FAINT), (0, 0, 0, 2))


def range_listed(what: str, first: int, shown: int, total: int) -> str:
    """``21 to 40 of 41 events``: which of a list stand on a page that is not empty.

    Args:
        what: one of what is listed.
        first: the number of the first on the page.
        shown: how many are on it.
        total: how many there are on all pages, counted up to `MOST_COUNTED`.
    """
    from dragoman.record.questions.questions import MOST_COUNTED

    more = "more than " if total >= MOST_COUNTED else ""
    return f"{first} to {first + shown - 1} of {more}{total} {what}s"


def none_listed(what: str, total: int, limit: int, page: int) -> Text:
    """What stands where a page of a list is empty.

    Args:
        what: one of what is listed.
        total: how many there are on all pages, counted up to `MOST_COUNTED`.
        limit: how many a page has.
        page: the number of the one that was asked for.
    """
    told = f"No {what} fits; loosen a filter."
    if total:
        from dragoman.record.questions.questions import MOST_COUNTED

        pages = count(-(-total // limit), "page")
        held = f"more than {total:,} {what}s" if total >= MOST_COUNTED else count(total, what)
        ends = "" if total >= MOST_COUNTED else f" on {pages}"
        told = f"There is no page {page}: {held}{ends}."
    return Text(told, style="italic")


def history_page(
    history: History, on: date, linked: Sequence[Linked] = ()
) -> Iterator[RenderableType]:
    """One event in full: its state, its numbers, what goes with it, every report with its evidence.

    Args:
        history: the event.
        on: the day taken for today.
        linked: the threat before it, its end, or the deed of which it is one.
    """
    event = history.event
    sign, colour = STATUS[event.status]
    head = Text(f"{sign} {_status(event)}", style=colour)
    head.append(f"  {_kind(event)}  ", style="bold none").append(sides(event), style="none")
    yield head
    table = Table.grid(padding=(0, 1))
    table.add_column(style=_FAINT, width=10, no_wrap=True)
    table.add_column()
    for label, value in _state(event, on):
        table.add_row(label, value)
    yield Padding(table, (0, 0, 1, 2))
    if linked:
        yield Rule("What goes with it", align="left", style=_FAINT)
        for other in linked:
            yield Text(f"{other.part}:", style=_FAINT)
            yield from event_lines([other.event], on)
    yield Rule("History", align="left", style=_FAINT)
    for step in history.steps:
        yield _step(step)
    if history.followed:
        yield Rule("What became of the visit on which they were to be", align="left", style=_FAINT)
    for step in history.followed:
        yield _step(step)
    if history.rulings:
        yield Rule("What readers said of its linking", align="left", style=_FAINT)
    for ruling in history.rulings:
        yield Text(f"{ruling.id}  {_line(ruling.text())}")


def agenda_page(agenda: Agenda) -> Iterator[RenderableType]:
    """What is ahead, day by day; then what has no date, then what is overdue."""
    day: str | None = None
    for event in agenda.coming:
        if event.when != day:
            day = event.when
            yield Rule(when(day), align="left", style=_FAINT)
        yield from event_lines([event])
    if not agenda.coming:
        yield Text(f"Nothing dated is ahead of {agenda.on.isoformat()}.", style="italic")
    for name, events in (("Without a date", agenda.undated), ("Overdue", agenda.overdue)):
        if events:
            yield Rule(name, align="left", style="yellow" if name == "Overdue" else _FAINT)
            yield from event_lines(events, agenda.on)


def brief_page(brief: Brief) -> Iterator[RenderableType]:
    """The brief's sections; under each event its sources."""
    from dragoman.record.daily.brief import change, outlets, sections

    about = f" about {', '.join(brief.about)}" if brief.about else ""
    yield Text(f"{brief.since.isoformat()} to {brief.on.isoformat()}{about}", style="bold")
    told = sections(brief)
    if not told:
        yield Text("Nothing was reported in these days.", style="italic")
    for section in told:
        yield Rule(section.name, align="left", style=_FAINT)
        for history in section.events:
            event = history.event
            sign, colour = STATUS[event.status]
            head = Text(f"{sign} {change(event)}{denial(event.certainty)}", style=colour)
            head.append(f"  {when(event.when)}  {_kind(event)}  ", style="none")
            head.append(sides(event), style="none")
            told_by = "; ".join(name for name, _ in outlets(history))
            facts = " · ".join(filter(None, (claimed(event.certainty), told_by)))
            yield head
            yield Padding(
                Group(Text(_line(event.text), style="italic"), Text(facts, style=_FAINT)),
                (0, 0, 1, 2),
            )
        if section.more:
            yield Text(f"and {section.more} more; --most tells them", style=_FAINT)


def _state(event: Event, on: date) -> Iterator[tuple[str, str]]:
    yield "event", event.id
    day = when(event.when) if event.when else "no date told"
    yield "when", f"{day}  (overdue)" if event.is_overdue(on) else day
    if event.where:
        place = event.where
        yield "where", f"{place.name}, {place.country}" if place.country else place.name
    certainty = CERTAINTY[event.certainty] or "asserted"
    yield "certainty", f"{certainty}, disputed" if event.disputed else certainty
    yield "sure", f"{_sure(event)}, by the surest report of this status"
    if (whole := event.overall_confidence) is not None:
        yield "of all", f"{round(100 * whole)} in 100: type, status, actors and recipients together"
    for claim in event.claims:
        yield claim.counted, f"{_number(claim)}  ({', '.join(claim.sources)})"
    if event.contexts:
        yield "contexts", ", ".join(event.contexts)
    reports = count(event.reports, "report")
    yield "told by", f"{reports} from {count(event.sources, 'independent source')}"


def _step(step: Step) -> RenderableType:
    sign, colour = STATUS[step.status]
    head = Text(step.published.isoformat() if step.published else "no date")
    head.append(f"  {sign} {_status(step):<10}", style=colour)
    if step.when:
        head.append(f" {when(step.when)}")
    news = [change for change in step.changes if change != "reported"]
    if news:
        head.append(f"  new: {', '.join(news)}", style="bold")
    copied = "" if step.report_id == step.article_id else f", a copy of {step.report_id}"
    says = f" · {', '.join(step.speakers)} · {step.certainty}" if step.speakers else ""
    sentence = Text(_line(step.sentence))
    sentence.stylize(MARKS["trigger"], *step.trigger)
    tail = Text(f"{step.outlet}{copied}{says} · sure {_sure(step)}", style=_FAINT)
    return Padding(Group(head, Padding(Group(sentence, tail), (0, 0, 0, 2))), (0, 0, 1, 0))


def _status(told: Event | Step) -> str:
    return f"{told.status}{denial(told.certainty)}"


def _sure(told: Event | Step) -> str:
    """The confidence as the pages tell it: how many of a hundred such readings are right."""
    return f"{round(100 * told.confidence)} in 100"


def _kind(event: Event) -> str:
    return coded_kind(event.event, event.mode)


def sides(event: Event) -> str:
    """Who did it and to whom, with their codes."""
    told = [
        ", ".join(_party(p, event.claims) for p in side)
        for side in (event.actors, event.recipients)
    ]
    actors = told[0] or "(nobody named)"
    return f"{actors} → {told[1]}" if told[1] else actors


def _party(party: Party, claims: tuple[Claim, ...]) -> str:
    country = f"{party.country}{'?' if party.country_inferred else ''}" if party.country else None
    codes = " ".join(filter(None, (country, *party.sectors)))
    name = with_all_numbers(party.name, claims)
    return f"{name} ({codes})" if codes else name


def _number(claim: Claim) -> str:
    if claim.high is None:
        return f"at least {claim.low}"
    return str(claim.low) if claim.low == claim.high else f"{claim.low} to {claim.high}"


def _line(sentence: str) -> str:
    return sentence.replace("\n", " ")
