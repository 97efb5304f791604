"""The status, time and certainty of an event: what the typer read, weighed with the words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from dragoman.events.coded import CodedEvent
from dragoman.events.ontology import SPOKEN
from dragoman.mention import CERTAINTIES, Certainty, Cue, Entity, Mention, Speaker, Status, When
from dragoman.status.attribution import Attribution
from dragoman.status.standing import Standing
from dragoman.times.dating import date_event
from dragoman.times.expression import TimeExpression
from dragoman.times.headings import Heading
from dragoman.times.in_turn import in_turn
from dragoman.times.lasting import lasting
from dragoman.times.moving import Move, is_put_off, moved_to
from dragoman.times.periods import bounds
from dragoman.times.scheduled import is_in_present, is_over, is_scheduled, is_to_come

_SURE = 0.7
"""How sure the typer must be of a status to outweigh the words that tell another."""
_JUST = 7  # days


def status_and_time(
    coded: CodedEvent,
    standing: Standing,
    expressions: tuple[TimeExpression, ...],
    *,
    headings: Sequence[Heading],
    reports: frozenset[int],
    previous: Mention | None,
    published: date | None,
) -> tuple[Status, When | None]:
    """Whether an event happened, and when: each tells of the other.

    Args:
        coded: the event with the typer's status.
        standing: what the words around its trigger tell.
        expressions: the article's time expressions.
        headings: the days that head parts of the article.
        reports: indices of words over the trigger that report, demand or judge it.
        previous: the last dated event told before; None where there is none.
        published: the day of publication, or None.
    """
    trigger = coded.trigger
    if coded.stop is not None:
        expressions = coded.stop.told(expressions, alone=coded.word is not None)
    move = moved_to(trigger, expressions, published)
    dated = partial(
        date_event,
        trigger,
        expressions,
        reports=reports,
        previous=previous,
        published=published,
        moved=move.to if move else None,
        headings=headings,
    )
    in_present = is_in_present(trigger, coded.event)
    scheduled = in_present and is_scheduled(trigger, dated("planned"), expressions, published)
    scheduled = scheduled or is_to_come(trigger, expressions, published)
    status = _status_of(coded, standing, move, scheduled)
    when = dated(status)
    if when is None:
        return status, None
    if coded.word is not None and previous is not None and status == "planned":
        when = in_turn(when, previous.when)
    if status == "planned" and in_present and is_over(trigger, when, published):
        status = "occurred"
    when = lasting(trigger, (coded.event, coded.mode), when, expressions)
    return if_not_over(status, when, published), when


def _status_of(coded: CodedEvent, standing: Standing, move: Move | None, scheduled: bool) -> Status:
    """The typer's status; where it wavers and words around the trigger tell one, theirs.

    On held-out text the typer is right more often than the tables of words; the two settled so are
    right as often as the typer, and more often in hard cases. The negation that makes a refusal
    does not undo it: there the words tell. So they do of what, put off before, has a new date.
    What is moved to a day to come has not occurred, and what is brought forward is not put off.
    Nor has what the present tense, or its own phrase, tells of a day to come.
    What the words rule out ('has not been cancelled', 'killed nobody') no sureness brings back.
    """
    if scheduled and coded.status in ("occurred", "ongoing"):
        return "planned"
    if move and coded.status == "occurred":
        return "postponed" if move.way == "off" else "planned"
    if move and (move.way, coded.status) == ("forward", "postponed"):
        return "planned"
    if coded.status in standing.excluded:
        return standing.status
    if coded.event == "REJECT" and coded.status == "negated":
        return standing.status
    if (coded.status, standing.status) == ("postponed", "planned") and is_put_off(coded.trigger):
        return "planned"
    if standing.stated and coded.sureness < _SURE:
        return standing.status
    return coded.status


def if_not_over(status: Status, when: When | None, published: date | None) -> Status:
    """The status, but occurred for what goes on though its days ended a week before the report.

    What is to begin on a later day does not go on yet ('a truce, which *takes effect* on Friday').

    A single day is left alone, since it may be the one on which it began, and so is a week that
    has just ended.

    Args:
        status: as `_status_of` settled it.
        when: the time of the event.
        published: the day of publication, or None.
    """
    days = bounds(when.edtf) if when is not None and status == "ongoing" else None
    if days is None or published is None:
        return status
    begin, end = days
    if begin > published:
        return "planned"
    return "occurred" if begin < end and (published - end).days > _JUST else status


def certainty_of(
    coded: CodedEvent, hedges: Certainty, source: Attribution, speakers: tuple[Speaker, ...]
) -> Certainty:
    """The strongest of the hedges and the source; an act done by its own words stands as told."""
    told = speakers or source.hearsay is not None
    attributed: Certainty = source.certainty if told else "asserted"
    if coded.event in SPOKEN and _speaks_for_itself(coded.actors, speakers):
        attributed = "asserted"
    return max(hedges, attributed, key=CERTAINTIES.index)


def _speaks_for_itself(actors: tuple[Entity, ...], speakers: tuple[Speaker, ...]) -> bool:
    return any(
        actor.name == speaker.name or (actor.country and actor.country == speaker.country)
        for actor in actors
        for speaker in speakers
    )


def cues_of(standing: Standing, status: Status, source: Attribution) -> tuple[Cue, ...]:
    """The words that told the status, where it is theirs, the certainty, and who says so."""
    cues = tuple(c for c in standing.cues if c.field != "status" or status == standing.status)
    verb = source.verb
    if verb is None:
        return cues
    if (thing := source.hearsay) is not None:
        end = thing.idx + len(thing.text)
        return (*cues, Cue(thing.text, thing.idx, end, "certainty", f"{source.certainty}: hearsay"))
    end = verb.idx + len(verb.text)
    return (*cues, Cue(verb.text, verb.idx, end, "attribution", "reporting word"))
