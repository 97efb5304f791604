"""Where a coded event was, by its kind and by the words that told of it."""

from __future__ import annotations

from dragoman.events.coded import CodedEvent
from dragoman.events.ontology import SPOKEN
from dragoman.mention import Where
from dragoman.places.sited import Sited
from dragoman.places.siting import site_event, site_stop
from dragoman.places.toponym import Toponym

_MOVING = frozenset({"AID", "COOPERATE", "MOBILIZE", "RETREAT"})
_SIGNING = frozenset({"sign", "conclude", "initial", "ratify", "seal", "ink"})
_PENALTIES = frozenset(("SANCTION", mode) for mode in (None, "convict"))


def place_coded(
    coded: CodedEvent,
    toponyms: tuple[Toponym, ...],
    reports: frozenset[int],
    triggers: frozenset[int],
) -> tuple[Where, ...]:
    """Where an event was: a later stop where its words tell, 'again' where the first one was.

    Args:
        coded: the event.
        toponyms: the article's.
        reports: indices of words over the trigger that report it.
        triggers: those of the triggers of all the article's events.
    """
    stop = coded.stop
    own = site_stop(stop.words, toponyms) if stop is not None and coded.word is not None else ()
    if own or (coded.word is not None and coded.word.lower_ != "again"):
        return own
    if stop is not None and coded.word is None:
        toponyms = stop.told(toponyms, alone=False)
    parties = (*coded.actors, *coded.recipients)
    return site_event(_sited(coded, reports, triggers), toponyms, parties)


def _sited(coded: CodedEvent, reports: frozenset[int], triggers: frozenset[int]) -> Sited:
    return Sited(
        coded.trigger,
        spoken=coded.event in SPOKEN or (coded.event, coded.mode) in _PENALTIES,
        moving=coded.event in _MOVING,
        protest=coded.event == "PROTEST",
        hosted=(coded.event, coded.mode) == ("CONSULT", "visit"),
        meeting=coded.event == "CONSULT",
        signing=coded.event == "SUPPORT" and coded.trigger.lemma_ in _SIGNING,
        actors=tuple((party.start, party.end) for party in coded.actors),
        others=triggers - {coded.trigger.i},
        reports=reports,
    )
