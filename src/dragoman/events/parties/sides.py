"""Which phrases of a sentence tell who does a deed, and which whom it is done to.

The network's reading, put right where grammar tells better: its doers may be whom the deed is done
to or who only stands beside it, and it misses some.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span

from dragoman.actors import Cast
from dragoman.analysis.grammar import is_set_aside
from dragoman.events.parties.adjuncts import (
    carried_out_by,
    is_aside,
    stands_beside,
    told_by_taking_part,
    who_meets,
)
from dragoman.events.parties.aims import is_target, told_as_target
from dragoman.events.parties.befallen import gets_back, is_received, told_by_when
from dragoman.events.parties.bystanders import (
    answers,
    apart_from_own,
    bears_another_deed,
    does_another_deed,
    flies_over,
    is_done_to,
    is_flown_past,
    is_wronged,
    only_tells,
)
from dragoman.events.parties.circumstances import breaks_its_rule, is_circumstance
from dragoman.events.parties.companions import with_companions, with_leading, with_sponsors
from dragoman.events.parties.doers import (
    is_ruled_out,
    told_as_new,
    told_by_a_camera,
    told_by_being_sent,
    told_by_claim,
    told_by_cleft,
    told_by_lead,
    told_by_means,
    told_by_relative,
    with_armed_men,
    with_attending,
    without_persons,
    without_senders,
)
from dragoman.events.parties.flights import meets_weapon
from dragoman.events.parties.miscast import is_for_the_answer, is_no_doer, suffers
from dragoman.events.parties.objects import told_by_object
from dragoman.events.parties.relations import (
    has_another_part,
    is_at_him,
    is_elsewhere,
    is_what_meets,
    told_by_relation,
    without_renaming,
    without_rulers,
)
from dragoman.events.parties.tellers import only_says
from dragoman.events.proposal import Proposal

_FORCES_MOVED = frozenset(("MOBILIZE", mode) for mode in ("troops", "police", "militia"))


def sufferers_of(proposal: Proposal, cast: Cast) -> tuple[Span, ...]:
    """Those read as doers to whom the deed is done."""
    filmed = told_by_a_camera(proposal.trigger)
    return tuple(
        p for p in proposal.actors
        if suffers(p, proposal, cast) or is_done_to(p, proposal)
        or is_at_him(p, proposal) or is_target(p, proposal)
        or (filmed and p.start > proposal.trigger.i)
    )  # fmt: skip


def doers_of(
    proposal: Proposal, sufferers: Sequence[Span], cast: Cast, triggers: frozenset[int]
) -> list[Span]:
    """Those who do it, as far as nouns tell.

    Args:
        proposal: the deed, as read.
        sufferers: those read as its doers to whom it is done.
        cast: who is who in the article.
        triggers: the indices of the words that tell of deeds.
    """
    trigger, event = proposal.trigger, proposal.event
    found = list(
        told_by_claim(trigger, cast)
        or told_by_means(trigger, cast)
        or told_by_relative(trigger, cast, told=True)
        or told_as_new(proposal, cast)
        or _read(proposal, sufferers, cast, triggers)
        or told_by_cleft(trigger)
        or told_by_lead(trigger)
        or told_by_relative(trigger, cast)
        or (told_by_being_sent(trigger, cast) if proposal.kind in _FORCES_MOVED else ())
        or told_by_relation(proposal, cast)
    )
    if event == "CONSULT":
        found = [*_beside(who_meets(trigger, cast), found), *found]
        found = without_senders(with_attending(found, trigger), trigger) if found else []
        found = [p for p in found if not is_what_meets(p, proposal)] or found
    found = with_sponsors(with_leading(found, cast), trigger, cast)
    found = found or list(told_by_a_camera(trigger))
    found = with_companions(found, cast)
    return with_armed_men(found, trigger, cast) if event == "ASSAULT" else found


def _beside(phrases: Sequence[Span], found: Sequence[Span]) -> list[Span]:
    """The phrases of which no word is in those found."""
    return [p for p in phrases if all(p.start >= f.end or p.end <= f.start for f in found)]


def targets_of(
    proposal: Proposal, sufferers: Sequence[Span], cast: Cast, triggers: frozenset[int]
) -> tuple[Span, ...]:
    """Those to whom it is done; the arguments are those of `doers_of`."""
    trigger = proposal.trigger
    if struck := told_by_when(trigger, (*proposal.recipients, *sufferers)):
        return struck
    told = [
        p for p in proposal.recipients
        if not is_for_the_answer(p, trigger) and not is_flown_past(p, trigger)
        and not is_aside(p, proposal) and not is_circumstance(p, proposal)
        and not is_wronged(p, proposal) and not bears_another_deed(p, proposal, triggers)
        and not is_set_aside(p.root) and not is_elsewhere(p, proposal)
    ]  # fmt: skip
    read = (*told, *sufferers)
    some = any(phrase.root.lower_ != "others" for phrase in read)  # 'seven others': of whom?
    return read if some else (told_by_object(proposal) or told_as_target(proposal, cast) or read)


def _read(
    proposal: Proposal, sufferers: Sequence[Span], cast: Cast, triggers: frozenset[int]
) -> list[Span]:
    """The doers that the network reads, without those who have no part in the deed."""
    trigger = proposal.trigger
    acting = [
        p for p in proposal.actors
        if p not in sufferers and not only_tells(p, proposal) and not answers(p, proposal)
        and not is_no_doer(p, proposal, cast) and not stands_beside(p, proposal)
        and not flies_over(p, trigger) and not meets_weapon(p, trigger)
        and not breaks_its_rule(p, proposal) and not is_received(p, proposal, cast)
        and not gets_back(p, proposal) and not only_says(p, proposal, cast)
        and not has_another_part(p, proposal)
    ]  # fmt: skip
    doing = [
        p for p in apart_from_own(acting, proposal, cast)
        if not is_ruled_out(p.root) and not does_another_deed(p, trigger, triggers)
    ]  # fmt: skip
    doing = without_persons(without_renaming(doing, trigger, cast), trigger)
    doing = without_rulers(doing)
    if proposal.event == "CONSULT":
        return doing
    return carried_out_by(trigger, doing, cast) or told_by_taking_part(trigger)
