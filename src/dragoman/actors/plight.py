"""What is done to 'them' tells whom the word means: the hunted are not those who were killed.

'Three men killed five people. Police arrested them': the men. 'Gunmen seized 30 pupils. They were
freed': the pupils.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from dragoman.actors.party import Told
from dragoman.actors.victims import is_victim
from dragoman.analysis.grammar import BEFORE_NOUN, DONE_TO, first_conjunct, subjects

_KILLING = frozenset("kill murder execute massacre slay behead assassinate slaughter".split())
_SHOOTING = _KILLING | {"shoot", "gun", "neutralise", "neutralize", "eliminate"}
_HUNTING = frozenset(
    "arrest detain capture apprehend chase pursue hunt surround corner overpower disarm charge "
    "convict jail imprison sentence question".split()
)
_TRYING = frozenset(
    "accuse indict prosecute try suspect deport expel extradite fine blame suspend ban hold".split()
)
_PURSUED = _HUNTING | _TRYING
_CHARGES = frozenset({"charge", "trial", "count", "accusation", "sentence", "deportation"})
_FACING = frozenset({"face", "await", "deny"})
_SAVING = frozenset(
    "free release rescue evacuate treat hospitalise hospitalize bury mourn identify save ransom "
    "reunite".split()
)
_HARMING = _KILLING | frozenset(
    "attack abduct kidnap seize capture shoot bomb storm ambush raid loot burn torch wound injure "
    "stab rob rape massacre open hijack beat shell bombard hit punch kick ram".split()
)
_STRIKING = _HARMING | {"strike", "hit", "destroy", "pound", "pummel", "overrun", "besiege"}
_URGING = frozenset({"urge", "press", "ask", "pressure", "push", "invite", "implore", "tell"})
_FREED = frozenset({"freed", "released", "rescued", "liberated"})
_FORCES = frozenset("police army military troops soldiers officers officer forces".split())
_ARMED = frozenset({"COP", "MIL"})
_STATE = _ARMED | {"GOV", "JUD", "SPY"}
_WEIGHT = 6.0
_PURSUIT = 8.0  # more than to stand where the pronoun does: who is arrested is an object


def plight(token: Token, told: Sequence[Told]) -> str:
    """What happens to whom a plural pronoun means: a word for it, or nothing.

    ``hunted``, ``saved``, ``acts``; ``foes`` where a state's forces strike what is theirs;
    ``pursued`` who is held or tried. Whoever harmed others is hunted; whoever was harmed is saved,
    or has more harm done to him; whoever was arrested or charged is pursued.

    Args:
        token: the pronoun.
        told: the parties told in its sentence.
    """
    if token.tag_ == "PRP$":
        return "foes" if _is_struck_by_force(token, told) else ""
    noun = _whole(token)
    verb = noun.head
    if noun.dep_ in DONE_TO:
        if verb.lemma_ in _SAVING:
            return "saved"
        serving = {t.index for t in told if t.party.sector in _STATE}
        near = noun.sent if noun.dep_ == "nsubjpass" else subjects(verb)
        by_state = any(t.i in serving or t.lower_ in _FORCES for t in near)
        if verb.lemma_ in _HUNTING or (verb.lemma_ in _SHOOTING and by_state):
            return "hunted"
        passive = noun.dep_ == "nsubjpass"
        if passive and verb.lemma_ in _TRYING:
            return "pursued"
        return "saved" if passive and verb.lemma_ in _HARMING | _SHOOTING else ""
    if noun.dep_ == "nsubj" and verb.lemma_ in _FACING and _is_charged(verb):
        return "pursued"
    if noun.dep_ != "nsubj" or verb.pos_ != "VERB" or verb.lemma_ in ("die", "have"):
        return ""
    before = any(c.dep_ == "aux" and c.lower_ in ("had", "were", "have") for c in verb.lefts)
    return "" if before else "acts"


def likelihood(state: str, members: Sequence[Told], token: Token) -> float | None:
    """How much likelier its plight makes it that a pronoun means them; None where it cannot.

    Args:
        state: its plight.
        members: parties told together before.
        token: the pronoun.
    """
    heads = [token.doc[told.index] for told in members]
    if _act_on_it(heads, token):
        return None
    if state == "acts" and token.head.lemma_ in _KILLING and any(map(_is_freed, heads)):
        return None  # 'the freed men were flown out. "They executed him," the general said'
    if not state:
        return 0.0
    serving = all(told.party.sector in _STATE for told in members)
    if state == "foes":
        return None if serving else 0.0
    harmed = all(is_victim(head) for head in heads)
    if state != "saved" and harmed and all(_dies(head) for head in heads):
        return None
    harming = any(_harms(head) for head in heads)
    if state == "saved":
        return None if harming else _WEIGHT * harmed
    if state in ("hunted", "pursued") and not harming:
        return _pursuit(heads)
    if state != "hunted":
        return 0.0
    return -_WEIGHT if serving else _WEIGHT


def _pursuit(heads: Sequence[Token]) -> float:
    """How much likelier it is that they are held or tried: who was arrested, and not who did it.

    'Prosecutors charged ten men. *They* are accused of theft': the ten men.
    """
    pursued = pursuing = False
    for head in heads:
        first = _whole(first_conjunct(head))
        verb = first.head
        done = first.dep_ in DONE_TO
        pursued = pursued or (done and verb.lemma_ in _PURSUED)
        pursuing = pursuing or _pursues(first)
    return _PURSUIT * (pursued - pursuing)


def _pursues(noun: Token) -> bool:
    """Whether somebody is told to have held or tried others: '*police* arrested ten men'."""
    agent = noun.dep_ == "pobj" and noun.head.dep_ == "agent" and noun.head.head.lemma_ in _PURSUED
    return agent or any(
        token.pos_ == "VERB" and token.lemma_ in _PURSUED and noun in subjects(token)
        and any(c.dep_ == "dobj" for c in token.rights)
        for token in noun.sent
    )  # fmt: skip


def _is_charged(verb: Token) -> bool:
    """Whether what somebody faces or denies is a charge: 'face *trial*', 'denied *charges*'."""
    return any(c.dep_ == "dobj" and c.lemma_.lower() in _CHARGES for c in verb.rights)


def _whole(noun: Token) -> Token:
    """The word that stands for a noun in its clause: 'two' in 'two of *them*'."""
    while noun.dep_ == "pobj" and noun.head.lower_ == "of":
        noun = first_conjunct(noun.head.head)
    return noun


def _is_struck_by_force(token: Token, told: Sequence[Told]) -> bool:
    """Whether what a pronoun owns is struck by a state's forces: 'jets bombed *their* camps'."""
    owned = first_conjunct(token.head)
    if owned.dep_ != "dobj" or owned.head.lemma_ not in _STRIKING:
        return False
    serving = {t.index for t in told if t.party.sector in _ARMED}
    return any(
        t.i in serving or t.lower_ in _FORCES for s in subjects(owned.head) for t in s.subtree
    )


def _act_on_it(heads: Sequence[Token], token: Token) -> bool:
    """Whether they do what the pronoun's verb says to whom it means: '*raiders* killed them'."""
    noun = _whole(token if token.tag_ != "PRP$" else first_conjunct(token.head))
    if token.tag_ == "PRP$" and noun.head.lemma_ not in _STRIKING:
        return False  # 'the rebels left *their* camps'
    return noun.dep_ in ("dobj", "dative") and any(h in subjects(noun.head) for h in heads)


def acts_on(noun: Token, index: int) -> bool:
    """Whether who stands at the index does something to the noun's: 'Peru phoned *both sides*'."""
    verb = noun.head
    if noun.dep_ == "nsubj" and verb.dep_ in ("ccomp", "xcomp") and verb.head.lemma_ in _URGING:
        verb = verb.head  # 'urged both sides to stop'
    elif noun.dep_ not in ("dobj", "dative"):
        return False
    actor = noun.doc[index]
    while actor.dep_ in BEFORE_NOUN:
        actor = actor.head
    return actor.dep_ == "nsubj" and (actor.head == verb or verb in actor.head.conjuncts)


def _is_freed(head: Token) -> bool:
    """Whether it is told that they were just set free: 'the *freed* men', 'freed nine men'."""
    first = first_conjunct(head)
    saved = first.dep_ in DONE_TO and first.head.lemma_ in _SAVING
    return saved or any(c.lower_ in _FREED for c in head.lefts)


def _dies(head: Token) -> bool:
    """Whether it is told that they were killed, in the active or the passive."""
    first = _whole(first_conjunct(head))
    verb = first.head
    shot = verb.lemma_ == "shoot" and any(c.lower_ == "dead" for c in verb.children)
    return first.dep_ in DONE_TO and (verb.lemma_ in _KILLING or shot)


def _harms(head: Token) -> bool:
    """Whether they do harm in the sentence that tells them."""
    first = first_conjunct(head)
    return any(
        token.pos_ == "VERB" and token.lemma_ in _HARMING and first in subjects(token)
        for token in head.sent
    )
