"""Firms and bodies that no table knows: "Croatia's JANAF cut supplies" is no deed of the state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from dragoman.actors.party import UNIDENTIFIED
from dragoman.analysis.grammar import NOUN_SUBJECTS
from dragoman.countries import is_state
from dragoman.mention import Entity


def as_named(name: Token, owners: Sequence[Entity]) -> tuple[Entity, ...]:
    """The parties that own what a name names; itself in place of the state, where it acts.

    Of a body that is but named only its land is known: neither firm nor ministry is told.

    Args:
        name: the head of the name.
        owners: whose it is told to be.
    """
    if not _is_body(name) or len(owners) != 1 or not is_state(owners[0].name, owners[0].country):
        return tuple(owners)
    text = name.doc[name.i - sum(c.dep_ == "compound" for c in name.lefts) : name.i + 1].text
    start = owners[0].start
    whole = name.doc.text[start : name.idx + len(name)]
    named = replace(owners[0], text=whole, end=start + len(whole), name=text)
    return (replace(named, sectors=UNIDENTIFIED),)


def _is_body(name: Token) -> bool:
    """Whether it is the name of a body that acts: letters alone, or told for one by the tagger."""
    acts = name.dep_ in NOUN_SUBJECTS or (name.dep_ == "pobj" and name.head.dep_ == "agent")
    letters = name.is_upper and len(name) > 1
    return acts and name.pos_ == "PROPN" and name.is_alpha and (letters or name.ent_type_ == "ORG")
