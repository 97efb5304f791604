"""Who only tells of others' deed: '*Egypt* said the truce would take effect on Monday'.

Whoever announces a truce or an exchange stands between its sides as often as he is one, and whoever
frees captives and says that one of them died in a raid did not make it. The forces of a truce are
its sides whoever speaks for them.
"""

from __future__ import annotations

from spacy.tokens import Span, Token

from dragoman.actors import Cast
from dragoman.actors.entry import ARMED_GROUPS
from dragoman.analysis.grammar import (
    NOUN_SUBJECTS,
    NOUNS,
    STATING,
    conjuncts,
    first_conjunct,
    is_ones_own,
    is_passive,
    subjects,
)
from dragoman.events.parties.exchanges import is_exchange
from dragoman.events.proposal import Proposal
from dragoman.mention import Entity

_SAYING = STATING | {"confirm", "write", "report"}
_DYING = frozenset({"die", "perish", "kill", "fall", "wound", "injure"})
_IN = frozenset({"in", "during", "from"})
# Whoever does these to men says of the dead among them that others killed them.
_SPARING = frozenset(
    "bring bury deliver evacuate find free hand liberate receive recover release repatriate rescue "
    "return save swap transfer treat".split()
)
_FORCES = ARMED_GROUPS | {"MIL"}


def only_says(phrase: Span, deed: Proposal, cast: Cast) -> bool:
    """Whether who is read as the doer only tells of what the noun names, and has no part in it."""
    trigger, event = deed.trigger, deed.event
    if _speaks_of_others(phrase, trigger):
        return True
    if trigger.pos_ not in NOUNS or is_ones_own(trigger):
        return False
    truce = deed.kind == ("RETREAT", "ceasefire") or is_exchange(trigger, event)
    if truce and trigger.dep_ in NOUN_SUBJECTS:
        said = _said(trigger.head)
        outside = said is not None and not trigger.head.is_ancestor(phrase.root)
        return outside and not any(map(_fights, cast.resolve(phrase.root)))
    return event == "ASSAULT" and _says_of_the_spared(phrase, trigger)


def _speaks_of_others(phrase: Span, verb: Token) -> bool:
    """Whether it says by whom a thing is done: '*X* said the truce would be watched by a team'."""
    by = (one for c in verb.rights if c.dep_ == "agent" for one in c.rights if c.i > verb.i)
    if not is_passive(verb) or not any(one.pos_ in NOUNS for one in by):
        return False
    clause = first_conjunct(verb)
    said = _said(clause)
    return said is not None and any(phrase.root in conjuncts(s) for s in subjects(said))


def _says_of_the_spared(phrase: Span, noun: Token) -> bool:
    """'Rebels free 16 soldiers, say one died in air *raid*'."""
    died = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ not in _IN or died.lemma_ not in _DYING:
        return False
    said = _said(died) or _said_before(died)
    counted = (died.head, *(c for c in died.lefts if c.dep_ in NOUN_SUBJECTS))
    if said is None or not any(c.pos_ in ("NUM", "ADJ") for c in counted):
        return False
    spared = said.head
    joined = said.dep_ in ("conj", "dep", "advcl", "parataxis") and spared.lemma_ in _SPARING
    return joined and any(phrase.root in conjuncts(s) for s in spared.lefts if s.dep_ == "nsubj")


def _said(clause: Token) -> Token | None:
    """The verb of saying that the clause tells the words of, or None."""
    verb = clause.head
    return verb if clause.dep_ == "ccomp" and verb.lemma_ in _SAYING else None


def _said_before(died: Token) -> Token | None:
    """The verb of saying before a number that the parser misreads: 'say *three* killed'."""
    number = died.head
    if died.dep_ != "acl" or number.pos_ != "NUM" or number.is_sent_start:
        return None
    verb = number.nbor(-1)
    return verb if verb.lemma_ in _SAYING else None


def _fights(party: Entity) -> bool:
    return not _FORCES.isdisjoint(party.sectors)
