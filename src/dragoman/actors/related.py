"""Allies, partners and rivals: of another country than whose they are, and states if he is one."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.actors.entry import NATIONS, Kind
from dragoman.actors.names import Names
from dragoman.actors.nationality import Nationality
from dragoman.actors.ownership import Antecedent, Ownership
from dragoman.actors.phrases import belongs_to, is_plural, possessor
from dragoman.actors.roles import Role
from dragoman.analysis.grammar import PREDICATES, subjects

RELATED = frozenset(
    {"ally", "allies", "partner", "rival", "enemy", "foe", "neighbour", "neighbor", "neighbours",
     "neighbors", "adversary",
     "backer", "patron", "sponsor", "competitor"}
)  # fmt: skip
"""Whose partners and rivals are not of the same country."""
# What tells that they are partners of parties, firms or persons.
_OF_ANYBODY = frozenset({"business", "commercial", "personal"})
# Whose noun is shared with a nation's: 'Chadian and *foreign* troops'.
_OF_OTHERS = frozenset(
    {"foreign", "international", "western", "allied", "coalition", "european", "african", "arab",
     "other"}
)  # fmt: skip


class Related:
    """Tells whether a state's allies and rivals are meant.

    Args:
        names: the document's names.
        ownership: what tells whose a phrase is.
        nationality: what tells of which country somebody is.
    """

    def __init__(self, names: Names, ownership: Ownership, nationality: Nationality) -> None:
        self._names = names
        self._ownership = ownership
        self._nationality = nationality

    def owner(self, head: Token, role: Role) -> Token | None:
        """Whose ally or rival it is: "Peru's", 'her', 'US' in 'US allies'."""
        if role.noun not in RELATED:
            return None
        lands = (c for c in head.lefts if self._names.kind(c) is Kind.COUNTRY)
        return possessor(head) or next(lands, None)

    def are_states(
        self, head: Token, role: Role, owner: Token | None, antecedent: Antecedent | None,
        depth: int,
    ) -> bool:  # fmt: skip
        """Whether they are states: "Peru's allies", 'our partners', 'European neighbours'.

        Also those who are what a state is: 'Gabon met *fellow exporters*'.
        """
        if any(c.lower_ == "fellow" for c in head.lefts):
            return is_plural(head) and self._is_told_of_state(head)
        if role.noun not in RELATED or any(c.lower_ in _OF_ANYBODY for c in head.lefts):
            return False
        if any(self._names.kind(c) is Kind.COUNTRY for c in head.conjuncts):
            return True  # 'the Netherlands and her allies'
        if owner is None:
            of = [obj for _, obj in belongs_to(head, ("of",))]
            apart = not of and is_plural(head) and self._nationality.is_outside(head)
            return apart or any(self._names.kind(obj) is Kind.COUNTRY for obj in of)
        told = self._ownership.owners(owner, antecedent, depth)
        ours = owner.lower_ == "our" and any(p.sector == "GOV" for p in told)
        return ours or any(p.kind == "country" for p in told)

    def _is_told_of_state(self, head: Token) -> bool:
        """Whether a state is the subject of the clause in which the head stands, or one over it."""
        verbs = (token for token in head.ancestors if token.pos_ in PREDICATES)
        doing = [s for verb in verbs for s in subjects(verb)]
        return any(self._names.kind(s) is Kind.COUNTRY for s in doing if s.i < head.i)


def outsiders(names: Names, start: int, head: Token) -> tuple[str, str] | None:
    """What those of a nation and those beside them are called, where both share a noun.

    'Kenyan officials' and 'foreign officials' of 'Kenyan and foreign officials'.

    Args:
        names: the document's names.
        start: index of the first token of the phrase.
        head: the noun.
    """
    doc = names.doc
    for index in range(start + 1, head.i - 1):
        if doc[index].lower_ not in ("and", "or"):
            continue
        before, after = index - 1, index + 1
        for land, other in ((before, after), (after, before)):
            if names.kind(land) not in NATIONS or doc[other].lower_ not in _OF_OTHERS:
                continue
            first, end = names.span(land)
            if shared := doc[max(end, other + 1) : head.i + 1].text:
                return f"{doc[first:end].text} {shared}", f"{doc[other].text} {shared}"
    return None
