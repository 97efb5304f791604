"""To which state an envoy was sent who is called home or called in, where no word tells it.

'Iraq bombed Mosul. Turkey recalled *its ambassador*': from Iraq. An envoy is recalled, or summoned,
over what his host did; which state that is, the deed of the sentence before tells.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Token

from dragoman.actors.party import serves_state
from dragoman.analysis import Analysis
from dragoman.analysis.grammar import done_to, word_before
from dragoman.events.anchors import by_sentence, trigger_of
from dragoman.events.parties.lands import state_of
from dragoman.events.parties.objects import ENVOYS
from dragoman.mention import Entity, Mention

_BACK = 4  # sentences
_HOME = ("SANCTION", "withdraw")
_PROTEST = ("ACCUSE", "disapprove")
# What is only said of others, and what several do together, no third state answers so.
_WORDS = frozenset({"ACCUSE", "AGREE", "CONSULT", "REJECT", "REQUEST", "THREATEN"})


def with_hosts(mentions: Sequence[Mention], analysis: Analysis) -> list[Mention]:
    """The mentions, of recalled and summoned envoys with the state that the matter is with."""
    told = by_sentence(mentions, analysis)
    return [
        _with_host(mention, _before(number, mention, told, analysis), analysis)
        for number in told for mention in told[number]
    ]  # fmt: skip


def _before(
    number: int, mention: Mention, told: Mapping[int, Sequence[Mention]], analysis: Analysis
) -> Sequence[Mention]:
    """The deeds that the recall is over: those of the sentence before.

    Where it is told to go with what the same side did ('*also* recalled'), those told last.
    """
    also = any(c.lower_ == "also" for c in trigger_of(mention, analysis).lefts)
    back = range(number - 1, max(0, number - _BACK) if also else number - 2, -1)
    return next((told[n] for n in back if n in told), ())


def _with_host(mention: Mention, before: Sequence[Mention], analysis: Analysis) -> Mention:
    kind = (mention.event, mention.mode)
    if kind not in (_HOME, _PROTEST) or not mention.actors:
        return mention
    envoy = _envoy(mention, analysis)
    if envoy is None:
        return mention
    hosts = [_other_side(actor, before) for actor in mention.actors]
    host = hosts[0]
    if host is None or host.country is None or any(other != host for other in hosts):
        return mention
    if not mention.recipients:
        state = state_of(host, host.country)
        return replace(mention, recipients=(replace(state, inferred=True),))
    only, end = mention.recipients[0], envoy.idx + len(envoy)
    if len(mention.recipients) > 1 or only.end != end or _is_known(only, mention.actors):
        return mention
    return replace(
        mention, recipients=(replace(only, country=host.country, country_inferred=True),)
    )


def _is_known(envoy: Entity, hosts: Sequence[Entity]) -> bool:
    """Whether it is told whose envoy it is; no guess has him serve those who call him in."""
    guess = envoy.country_inferred and any(h.country == envoy.country for h in hosts)
    return envoy.sectors[:1] != ("GOV",) or (envoy.country is not None and not guess)


def _envoy(mention: Mention, analysis: Analysis) -> Token | None:
    """The envoy without a word for his post: 'recalled *its ambassador* for consultations'."""
    verb = trigger_of(mention, analysis)
    if verb.pos_ != "VERB":
        return None
    envoy = next(filter(_is_envoy, done_to(verb)), None)
    return envoy if envoy is not None and _is_bare(envoy) else None


def _is_envoy(noun: Token) -> bool:
    commissioner = noun.lower_ == "commissioner" and word_before(noun) == "high"
    charge = noun.lower_.endswith("affaires")
    return noun.lemma_.lower() in ENVOYS or commissioner or charge


def _is_bare(envoy: Token) -> bool:
    """Whether no word beside it tells a place: not 'its ambassador to Mali', 'the Malian envoy'."""
    near = [t for t in envoy.subtree if t != envoy]
    return not any(t.ent_type_ in ("GPE", "NORP", "LOC") for t in near) and not any(
        c.lower_ in ("to", "in", "from", "of") and c.dep_ == "prep" for c in envoy.rights
    )


def _other_side(doer: Entity, before: Sequence[Mention]) -> Entity | None:
    """The one state that the sentence before tells to have done something, or to have borne it.

    None where the deeds of several are told, and where a third state only hears of words.
    """
    doers = {e.country or e.name: e for m in before for e in m.actors}
    borne = {e.country or e.name: e for m in before for e in m.recipients}
    if len(doers) != 1 or not serves_state(doer.sectors) or doer.country is None:
        return None
    lands = {e.country for m in before for e in (*m.actors, *m.recipients)}
    other = next(iter(doers.values()))
    if other.country == doer.country:
        others = [e for key, e in borne.items() if key != doer.country]
        return others[0] if len(others) == 1 and _serves(others[0]) else None
    third = doer.country not in borne
    home = len(lands) == 1 and serves_state(other.sectors)  # what police do at home
    if not (home or _serves(other)) or (third and any(m.event in _WORDS for m in before)):
        return None
    return other


def _serves(party: Entity) -> bool:
    """Whether it is a state, or serves one that is told."""
    told = party.country is not None and not party.country_inferred
    return told and serves_state(party.sectors)
