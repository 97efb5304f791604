"""What parties only talk about: 'met to discuss Gaza and Libya' does not make these 'they'."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.actors.encounters import ENCOUNTERS
from dragoman.analysis.grammar import WHERE, first_conjunct

_DISCUSSING = frozenset(
    {"discuss", "debate", "review", "address", "assess", "examine", "consider", "mention", "raise"}
)
_TALK = ENCOUNTERS | frozenset(
    "discussion negotiation conference consultation view position stance cooperation briefing "
    "report statement speak meet consult confer negotiate agree differ brief cooperate speech "
    "session focus issue question file policy".split()
)
_ABOUT = frozenset({"about", "regarding", "concerning"})
_ON = frozenset({"on", "over"})
_WHERE = WHERE | {"across", "through", "throughout"}


def is_subject_matter(name: Token) -> bool:
    """Whether the name stands for what is talked of, or where something is, and for nobody.

    Args:
        name: the head of the name; of several joined by 'and' the first tells of all.
    """
    first = first_conjunct(name)
    if first.dep_ == "dobj":
        return first.head.lemma_.lower() in _DISCUSSING
    if first.dep_ != "pobj":
        return False
    preposition = first.head
    if preposition.lower_ in _ABOUT or preposition.lower_ in _WHERE:
        return True
    above = preposition.head
    if above.dep_ == "pobj":  # 'talks with Deby on Mali', which the parser hangs on Deby
        above = above.head.head
    return preposition.lower_ in _ON and above.lemma_.lower() in _TALK
