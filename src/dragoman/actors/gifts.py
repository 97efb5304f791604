"""What is given, and for whom: who gets it is not of the state that gives it."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.analysis.grammar import first_conjunct

_OFFERED = frozenset(
    {"aid", "funding", "fund", "funds", "support", "grant", "donation", "contribution",
     "assistance", "relief", "package", "million", "billion", "dollar", "euro", "pound",
     "programme", "program", "training", "scholarship", "course", "project", "equipment", "vehicle",
     "seminar", "workshop", "loan"}
)  # fmt: skip


def is_offered_to(token: Token) -> bool:
    """Whether something given is for whom the token tells: 'a programme for magistrates'."""
    first = first_conjunct(token)
    if first.dep_ != "pobj" or first.head.lower_ not in ("for", "to"):
        return False
    return first.head.head.lemma_.lower() in _OFFERED
