"""What posts, rumours and fakes say: nobody in particular answers for it, or it is no such thing.

'A viral post claimed that', 'rumours spread that' is alleged; 'a hoax article said' tells by the
way that it is not so.
"""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.analysis.grammar import NOUN_SUBJECTS, is_negated
from dragoman.mention import Certainty
from dragoman.status.clauses import is_claim, is_presupposed, steps_up
from dragoman.status.cues import CueTables

_BY = frozenset({"by", "from", "of"})
_BEFORE = frozenset({"amod", "compound", "nmod"})


def hearsay(thing: Token, tables: CueTables) -> Certainty | None:
    """How far what a thing says is to be believed; None where somebody answers for it.

    Args:
        thing: the head of the phrase that is told to say it: 'posts', 'the video', 'reports'.
        tables: the words of hearsay.
    """
    kinds = {kind for kind in ("post", "record") if _is(thing, kind, tables)}
    if not kinds and not is_claim(thing):
        return None
    before = [c for c in thing.lefts if c.dep_ in _BEFORE]
    if any((c.lower_.split("-")[0], "faked") in tables.hearsay for c in before):
        return "denied"
    passed_on = "post" in kinds or (is_claim(thing) and thing.tag_ == "NNS")
    viral = "record" not in kinds or any(c.lower_ == "viral" for c in before)
    if not passed_on or not viral or _has_author(thing, tables):
        return None
    return "alleged"


def is_hearsay(thing: Token, tables: CueTables) -> bool:
    """Whether the noun stands for something that is passed on or shown."""
    return _is(thing, "post", tables) or _is(thing, "record", tables)


def rumour_over(trigger: Token, tables: CueTables) -> Token | None:
    """The subject of 'rumours spread that', where that tells of the event; else None."""
    that = False
    for node, head in steps_up(trigger):
        if is_presupposed(node) and not that:
            return None
        that = that or _is_told(node)
        if that and _is(head, "spreading", tables) and is_negated(head) is None:
            own = (c for c in head.lefts if c.dep_ in NOUN_SUBJECTS)
            passed_on = (c for c in own if is_claim(c) or _is(c, "post", tables))
            if (rumour := next(passed_on, None)) is not None:
                return rumour
    return None


def _is_told(clause: Token) -> bool:
    """Whether it tells what is said, though it hang on a noun: 'spread in *Gao* that he fled'."""
    that = next((c for c in clause.lefts if c.lower_ == "that"), None)
    if that is None or that.dep_ == "mark":
        return that is not None
    things = [c.dep_ for c in clause.children if c != that]
    return "nsubjpass" in things or ("nsubj" in things and "dobj" in things)


def _is(word: Token, kind: str, tables: CueTables) -> bool:
    return (word.lemma_.lower(), kind) in tables.hearsay


def _has_author(thing: Token, tables: CueTables) -> bool:
    """Whether it is told whose it is: "the mayor's post", 'a Kremlin post', 'posts by the army'."""
    social = any(t.lower_ == "social" for t in thing.doc[thing.left_edge.i : thing.i])
    for child in thing.children:
        if child.lower_ == "media" and not social:
            return True
        if child.dep_ == "poss" or (child.dep_ in ("prep", "agent") and child.lower_ in _BY):
            return True
        if child.dep_ == "acl" and child.lower_ in ("published", "written", "issued", "signed"):
            return True
        medium = (child.lower_, "medium") in tables.hearsay
        if child.dep_ in _BEFORE and not medium and (child.pos_ == "PROPN" or child.ent_type_):
            return True
        if child.dep_ == "compound" and not medium and child.pos_ == "NOUN":
            return True  # 'a government message', 'media reports'
    return False
