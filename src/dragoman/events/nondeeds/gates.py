"""The table of gates: each way in which a word that is read as a deed tells of none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.events.nondeeds import (
    claims,
    fruitless,
    naming,
    opinions,
    private,
    rules,
    states,
    threats,
    untouching,
)
from dragoman.events.proposal import Proposal

_SPOKEN = ("REQUEST", "THREATEN")
_MOVED = ("ASSAULT", "COERCE", "MOBILIZE")
_DONE = ("AID", "ASSAULT", "COERCE", "COOPERATE", "MOBILIZE", "RETREAT", "SANCTION")
_HELP = ("AID", "COOPERATE")
_PUNISHED = ("SANCTION", "COERCE", "ASSAULT", "ACCUSE", "PROTEST")
_WON = (*_MOVED, "SANCTION")


@dataclass(frozen=True, slots=True)
class Gate:
    """One way in which nobody does what a word names.

    Attributes:
        reason: what the word tells of instead.
        shuts_out: whether it is so of a proposal.
        kinds: types, or types with mode (PROTEST/strike), of which it is asked; of all if none.
    """

    reason: str
    shuts_out: Callable[[Proposal], bool]
    kinds: tuple[str, ...] = ()

    def is_for(self, proposal: Proposal) -> bool:
        """Whether it is asked of a proposal of this type and mode."""
        own = (proposal.event, f"{proposal.event}/{proposal.mode}")
        return not self.kinds or any(kind in self.kinds for kind in own)


def is_deed(proposal: Proposal) -> bool:
    """Whether a proposal is more than worded like a deed."""
    return why_none(proposal) is None


def why_none(proposal: Proposal) -> str | None:
    """What the word of a proposal that is no deed tells of instead; None of a deed."""
    shut = (gate for gate in GATES if gate.is_for(proposal) and gate.shuts_out(proposal))
    return next((gate.reason for gate in shut), None)


def _of_word(asks: Callable[[Token], bool]) -> Callable[[Proposal], bool]:
    """What is asked of a word, asked of the trigger of a proposal."""
    return lambda proposal: asks(proposal.trigger)


GATES = (
    Gate("the month of March", _of_word(naming.is_month)),
    Gate("the topic of an issue", _of_word(naming.is_topic)),
    Gate("letters spelt out", _of_word(naming.spells_out), ("SUPPORT",)),
    Gate("what is to be avoided", _of_word(naming.is_avoided)),
    Gate("a penalty in force", _of_word(naming.is_penalty_in_force), ("SANCTION",)),
    Gate("what somebody is thanked for", _of_word(naming.is_thanked_for), _HELP),
    Gate("what a speaker expects", _of_word(opinions.is_expected)),
    Gate("what an onlooker asks for", opinions.is_onlookers, ("REQUEST",)),
    Gate("what may come of a thing", _of_word(opinions.is_forecast), _SPOKEN),
    Gate("an alarm", opinions.is_alarm, _SPOKEN),
    Gate("a sermon", opinions.is_sermon, ("REQUEST",)),
    Gate("advice how to be safe", _of_word(opinions.is_advice), _SPOKEN),
    Gate("what readers are bidden", _of_word(opinions.is_bidden), _DONE),
    Gate("a rule for anybody", _of_word(rules.is_of_anybody)),
    Gate("a danger that exists", _of_word(threats.is_danger), ("THREATEN",)),
    Gate("where somebody is a danger", _of_word(threats.is_peril), ("THREATEN",)),
    Gate("how a war goes", _of_word(threats.is_course_of_war), ("THREATEN",)),
    Gate("what a thing is like", _of_word(threats.is_quality), ("THREATEN",)),
    Gate("a danger to be met", _of_word(threats.is_faced), ("THREATEN",)),
    Gate("being ready", _of_word(threats.is_readiness), ("THREATEN", "AGREE")),
    Gate("an order at home", _of_word(opinions.is_order_at_home), ("REQUEST",)),
    Gate("what is had in common", _of_word(states.is_held_in_common), ("COOPERATE",)),
    Gate("a way to ruin", _of_word(states.leads_to_ruin), _MOVED),
    Gate("arming that goes on", _of_word(states.arms_itself), ("MOBILIZE",)),
    Gate("talks called fruitless", _of_word(fruitless.are_called_fruitless), ("CONSULT",)),
    Gate("talks that stand still", _of_word(states.stands_still), ("CONSULT",)),
    Gate("a machine that stands still", _of_word(states.is_of_things), ("PROTEST/strike",)),
    Gate("what somebody does to himself", untouching.is_to_oneself, ("ASSAULT",)),
    Gate("help at an accident", _of_word(untouching.is_at_accident), ("MOBILIZE/police",)),
    Gate("an inspection", _of_word(untouching.is_inspection), ("MOBILIZE",)),
    Gate("silence", _of_word(untouching.is_silence), ("REJECT",)),
    Gate("a question of reporters", _of_word(untouching.asks_comment), ("REQUEST",)),
    Gate("a sitting of one's own", _of_word(untouching.is_of_own_body), ("CONSULT",)),
    Gate("a call that got somebody held", _of_word(untouching.is_call_of_prankster), ("CONSULT",)),
    Gate("a camp of refugees", _of_word(untouching.is_camp_of_refugees), ("PROTEST/demo",)),
    Gate("a round from one to the next", _of_word(untouching.goes_round), ("RETREAT",)),
    Gate("a count that is stopped", _of_word(untouching.stops_count), ("CONCEDE",)),
    Gate("goods that win a market", states.is_of_trade, _WON),
    Gate("figures of trade", _of_word(states.is_of_trade_figures), ("COOPERATE",)),
    Gate("a burden that is lifted", _of_word(states.is_from_burden), ("RETREAT",)),
    Gate("what is only likened to it", _of_word(states.is_of_sorts)),
    Gate("a loan paid back", _of_word(states.is_repayment), ("AID",)),
    Gate("a penalty of sport", _of_word(private.is_of_sport), ("SANCTION", "COERCE")),
    Gate("a feast that is shunned", _of_word(private.is_of_feast), ("PROTEST", "REJECT")),
    Gate("a doctor who is looked for", _of_word(private.seeks_care), ("REQUEST",)),
    Gate("a brawl", private.is_of_brawl, _PUNISHED),
    Gate("a claim", _of_word(claims.is_claim), _SPOKEN),
    Gate("an answer to a charge", _of_word(claims.is_charge_called_names), ("ACCUSE",)),
    Gate("a word for a misfortune", _of_word(claims.is_word_for_misfortune), ("ACCUSE",)),
    Gate("what was agreed", _of_word(claims.is_agreed_on), ("REQUEST",)),
    Gate("what somebody is pressed for", _of_word(claims.is_pressed_for)),
    Gate("how states would stand", _of_word(claims.is_policy), ("REQUEST",)),
    Gate("a vote that is called", _of_word(claims.is_called_vote), ("ACCUSE", "REQUEST")),
    Gate("courtesy", _of_word(claims.is_courtesy), ("SUPPORT",)),
    Gate("what somebody wants", _of_word(claims.is_wanted_only), ("SANCTION", "COERCE")),
    Gate("whose right it is", _of_word(claims.is_right), ("SANCTION", "COERCE", "REJECT")),
    Gate("the right of veto", _of_word(claims.is_veto_right), ("REJECT",)),
    Gate("what an order is of", _of_word(claims.is_only_ordered), ("COERCE", "ASSAULT")),
    Gate("what people have done before", _of_word(claims.is_record), ("SANCTION",)),
    Gate("where somebody speaks", _of_word(claims.is_where_spoken), ("CONSULT",)),
    Gate("a disaster", _of_word(untouching.is_of_disaster), ("COERCE/martial-law",)),
)
"""All gates; a proposal is a deed that none of those for its type shuts out."""
