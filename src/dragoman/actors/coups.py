"""Who takes over a state by force: 'officers who seized power' are no policemen."""

from __future__ import annotations

from spacy.tokens import Token

_MILITARY = frozenset(
    {"army", "military", "soldiers", "troops", "junta", "putsch", "mutiny", "barracks", "generals",
     "general", "regiment", "navy", "colonel", "colonels", "paratroopers"}
)  # fmt: skip
# Whose people are called officers too.
_POLICING = frozenset(
    {"police", "policeman", "policemen", "policewoman", "cop", "cops", "constable", "sheriff",
     "prison", "jail", "customs", "immigration", "gendarmes", "gendarmerie", "detectives", "guards",
     "deputies", "agents", "patrol", "patrolman", "probation", "homicide"}
)  # fmt: skip


def are_soldiers(officer: Token) -> bool:
    """Whether the text tells of armies and coups, and of no police whose the officer may be."""
    told = {token.lower_ for token in officer.doc}
    return not _MILITARY.isdisjoint(told) and _POLICING.isdisjoint(told)
