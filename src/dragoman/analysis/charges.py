"""Deeds told inside a charge: whoever is charged with a deed is the one said to have done it.

'Indicted a girl on charges including assault', 'wanted for murdering', 'faces charges of
kidnapping', 'found guilty of bombing': the doer is the accused, never the prosecutor.
"""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.analysis.grammar import (
    first_conjunct,
    is_passive,
    objects,
    owners,
    prepositional,
    subjects,
)

# Verbs whose object is said to have done what stands after 'of', 'with', 'for', 'on'.
_CHARGING = frozenset(
    """accuse charge indict convict suspect want arraign prosecute try acquit sentence jail
    imprison arrest detain hold question investigate blame clear condemn extradite sue fault
    implicate find apprehend remand summon interrogate""".split()
)
_CHARGES = frozenset(
    """charge count suspicion allegation accusation offence offense crime trial conviction
    indictment guilty responsible complicit""".split()
)
# 'Charged in the killing', but 'arrested ten in raids': the raids are the police's.
_IN_COURT = frozenset("accuse charge indict convict suspect implicate try acquit sentence".split())
# Verbs whose subject is the accused where a charge is their object.
_FACING = frozenset("face deny admit await fight answer plead be stand go contest".split())
_LINKS = frozenset({"of", "with", "for", "on", "in", "including", "over", "to"})
_STEPS = 10


def accused(trigger: Token) -> tuple[Token, ...]:
    """Head words of whoever is charged with the deed; empty where it is told in no charge."""
    node, charged = trigger, False
    if _is_shared(trigger):
        return objects(trigger.head)
    for _ in range(_STEPS):
        node = first_conjunct(node)
        head = node.head
        if node.dep_ not in ("pobj", "pcomp") or head.lower_ not in _LINKS:
            break
        node = first_conjunct(head.head)
        if node.pos_ in ("VERB", "AUX"):
            return _charged_by(node, charged, head.lower_)
        charged = charged or node.lemma_.lower() in _CHARGES
        if node.pos_ == "ADJ" and charged:
            return _charged_by(node.head, charged, head.lower_)
    if not charged and trigger.dep_ == "dobj":
        return _charges_listed(trigger.head)
    if charged and node.dep_ in ("dobj", "nsubjpass", "attr"):
        return owners(node) or prepositional(node, "against") or _charged_by(node.head, True, "of")
    return ()


def _charged_by(verb: Token, charged: bool, link: str) -> tuple[Token, ...]:
    """Whom the verb charges: its object, or the subject of 'faces charges', 'is on trial'."""
    lemma = verb.lemma_.lower()
    loose = link == "in" and not charged and lemma not in _IN_COURT
    if lemma in _CHARGING and link != "to" and not loose:
        if not is_passive(verb) and verb.dep_ != "pcomp" and lemma == "want":
            return objects(verb) or subjects(verb)  # 'a colonel wanted for murder'
        return objects(verb) or _left_hanging(verb)
    if charged and lemma in _FACING:
        return subjects(verb)
    return ()


def _left_hanging(verb: Token) -> tuple[Token, ...]:
    """The accused of a participle that the parser read as active: 'with Iran suspected of'."""
    return subjects(verb) if verb.tag_ == "VBN" and verb.dep_ == "pcomp" else ()


def _is_shared(trigger: Token) -> bool:
    """'Charged them with theft and bombing a bus', where the parser joins the two verbs."""
    head = trigger.head
    joined = trigger.dep_ == "conj" and trigger.tag_ == "VBG" and head.tag_ != "VBG"
    return joined and head.pos_ == "VERB" and head.lemma_.lower() in _CHARGING


def _charges_listed(verb: Token) -> tuple[Token, ...]:
    """'Charges against him included assault': he."""
    if verb.lemma_ not in ("include", "be"):
        return ()
    for subject in subjects(verb):
        if subject.lemma_.lower() in _CHARGES:
            return prepositional(subject, "against") or owners(subject)
    return ()
