"""One happening told twice in a sentence is one mention.

'Struck a school, and the *strike* killed five', 'charged with *assault* for punching a guard', 'the
killing of the mayor, who was *shot*'. Two deeds of one kind stay two: other doers, other victims,
another day or place part them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from spacy.tokens import Token

from dragoman.analysis.grammar import (
    ANSWERS,
    ARGUMENTS,
    DEFINITE,
    direct_objects,
    first_conjunct,
    subjects,
)
from dragoman.events.ontology import kinds
from dragoman.mention import DONE, Entity, Magnitudes, Mention, Where

_WITHIN = frozenset({"in", "during"})
_AT = frozenset({"on", "in", "at", "near", "against", "of"})
_THEY = frozenset({"they", "both", "two", "pair"})
_BOTH = frozenset({"leader", "minister", "side", "president", "delegation"})
_ATTACKING = frozenset({"storm", "raid", "attack", "ambush", "assault", "overrun"})
# What is a deed of its own, whatever it was done with: 'stormed a school and abducted 30 pupils'.
_OWN_DEEDS = frozenset({"abduct", "torture", "sexual", "destroy"})
_PLACES = frozenset({"GPE", "LOC"})
TOWNS = frozenset({"point", "city"})
"""Precisions of places that are towns or parts of them."""
_LATER = frozenset({"after", "following", "before"})
# What a state orders: it may order several things of one kind at once.
_MEASURES = frozenset({"COERCE", "SANCTION", "CONCEDE"})

TokenOf = Callable[[Mention], Token]


def without_repeats(mentions: list[Mention], token_of: TokenOf) -> list[Mention]:
    """The mentions, of those that one sentence tells twice only the one that tells more.

    What the other one tells beside is kept: its numbers, and what the one lacks.

    Args:
        mentions: those of an article, in order of the text.
        token_of: the word of a mention's trigger.
    """
    kept: list[Mention] = []
    by_sentence: dict[int, list[int]] = {}
    for mention in mentions:
        beside = by_sentence.setdefault(mention.sentence.start, [])
        for index in beside:
            one = _told_once(kept[index], mention, token_of)
            if one is not None:
                kept[index] = one
                break
        else:
            beside.append(len(kept))
            kept.append(mention)
    return kept


def _told_once(first: Mention, second: Mention, token_of: TokenOf) -> Mention | None:
    """Two mentions of one sentence as one, where they tell of one happening; else None."""
    word, again = token_of(first), token_of(second)
    if first.event != second.event or _are_two(first, second, word, again):
        return None
    if _is_repeat(first, second):
        tells_more = _parties_and_places(second) > _parties_and_places(first)
        return _joined(second, first) if tells_more else _joined(first, second)
    if not _are_done_alike(first, second):
        return None
    if _meet_again(first, second, again):
        return _joined(first, second)
    if not _covered(first.actors, second.actors):
        return None
    same_victims = _share_mode(first, second) and _may_be_same_victims(first, second)
    if same_victims and _is_part_of(again, word) and second.mode not in _OWN_DEEDS:
        return _joined(first, second)
    if same_victims and _is_echo(again):
        return _joined(first, second)
    if not _covered(first.recipients, second.recipients):
        return None
    if _is_told_of(again, word) or (_began(again, word) and first.mode == second.mode):
        return _joined(first, second)
    if _is_named_beside(word, again) and _are_named_alike(first, second):
        return _joined(second, first) if first.mode is None else _joined(first, second)
    return None


def _are_two(first: Mention, second: Mention, word: Token, again: Token) -> bool:
    """Whether two of one type cannot be one: of two days, an answer, measures in a row."""
    if not _are_at_one_time(first, second) or _is_answer(first, second):
        return True
    row = first.event in _MEASURES and _are_in_a_row(word, again)
    return row or is_answered_by(again, word, first.event)


def _are_done_alike(first: Mention, second: Mention) -> bool:
    """Whether both took place, both of late or both long ago, and one is denied like the other."""
    if not {first.status, second.status} <= set(DONE) or first.background != second.background:
        return False
    return (first.certainty == "denied") == (second.certainty == "denied")


def _is_repeat(first: Mention, second: Mention) -> bool:
    """Whether they are of one mode and status and name no different parties."""
    alike = (first.mode, first.status) == (second.mode, second.status)
    alike = alike and not are_in_two_towns(first, second)
    covered = _covered(first.actors, second.actors)
    return alike and covered and _covered(first.recipients, second.recipients)


def _are_in_a_row(word: Token, again: Token) -> bool:
    """Whether each is a verb with a thing of its own: 'dissolved parliament, closed borders'."""
    if again.dep_ != "conj" or again not in word.conjuncts:
        return False
    things = [{c.lemma_.lower() for c in direct_objects(w)} for w in (word, again)]
    pronouns = any(c.tag_ == "PRP" for c in direct_objects(again))
    return all(things) and not pronouns and not things[0] & things[1]


def _is_echo(noun: Token) -> bool:
    """Whether a noun points back in its sentence: 'and *the strike* killed', 'in the assault'.

    What somebody does after, before or for a thing is not that thing.
    """
    if noun.pos_ != "NOUN" or not any(c.lower_ in DEFINITE for c in noun.lefts):
        return False
    own = (c for p in noun.rights if p.dep_ == "prep" and p.lower_ in _AT for c in p.children)
    if any(c.pos_ == "PROPN" for c in own):
        return False  # 'the strike on Haifa' may be another
    within = noun.dep_ == "pobj" and noun.head.lower_ in _WITHIN
    return within or noun.dep_ in ARGUMENTS | {"poss"}


def _meet_again(first: Mention, second: Mention, again: Token) -> bool:
    """Whether they who met are told to talk: 'met Fidan, and *the two* held talks'."""
    if first.event != "CONSULT" or first.mode != second.mode or first.mode == "visit":
        return False
    told = subjects(again)
    again_told = any(s.lower_ in _THEY or (s.lemma_ in _BOTH and s.tag_ == "NNS") for s in told)
    return again_told and _names(second.actors) <= _names(first.actors)


def _is_part_of(again: Token, word: Token) -> bool:
    """Whether it is what attackers did next: 'stormed the camp and *opened fire* on guards'.

    In another place they do another deed.
    """
    verb = again if again.pos_ == "VERB" else again.head
    if word.lemma_ not in _ATTACKING or verb.dep_ != "conj" or verb.head.i != word.i:
        return False
    here = any(t.ent_type_ in _PLACES for t in word.doc[word.i : verb.i])
    return not (here and any(t.ent_type_ in _PLACES for t in verb.subtree))


def _is_told_of(verb: Token, noun: Token) -> bool:
    """Whether a clause on a deed's noun tells the deed: 'the attack, in which rebels *bombed*'.

    Or on whom it was done to or by: 'the killing of the mayor, who was *shot*'.
    """
    if noun.pos_ != "NOUN" or verb.dep_ != "relcl":
        return False
    return noun.i == verb.head.i or noun.is_ancestor(verb.head)


def _began(verb: Token, state: Token) -> bool:
    """Whether a clause tells since when it goes on: 'has held her since *arresting* her'."""
    since = verb.head if verb.dep_ == "pcomp" else next(verb.lefts, verb)
    over = since.head if verb.dep_ == "pcomp" else verb.head
    return since.lower_ == "since" and over.i == state.i


def _is_named_beside(word: Token, again: Token) -> bool:
    """Whether one of them is a noun: 'charged with *assault* for punching a guard'."""
    return "NOUN" in (word.pos_, again.pos_) and "VERB" in (word.pos_, again.pos_)


def _are_named_alike(first: Mention, second: Mention) -> bool:
    """Whether both name the same doers and victims, and one of them no means."""
    actors = _names(first.actors) and _names(first.actors) == _names(second.actors)
    victims = _names(first.recipients) and _names(first.recipients) == _names(second.recipients)
    return bool(actors and victims) and _share_mode(first, second)


def _share_mode(first: Mention, second: Mention) -> bool:
    return first.mode == second.mode or None in (first.mode, second.mode)


def _may_be_same_victims(first: Mention, second: Mention) -> bool:
    """Whether nothing parts the victims: a school that was hit, and five people killed there."""
    lands = [{p.country for p in m.recipients if p.country} for m in (first, second)]
    places = [_names(m.where) for m in (first, second)]
    return all(not one or not other or one & other for one, other in (lands, places))


def are_in_two_towns(first: Mention, second: Mention) -> bool:
    """Whether each names a town of its own: 'attacked *Djugu* after an attack on *Bunia*'."""
    here, there = (
        {place.name for place in m.where if place.precision in TOWNS} for m in (first, second)
    )
    return bool(here and there) and here.isdisjoint(there)


def _is_answer(first: Mention, second: Mention) -> bool:
    """Whether who does the one bears the other: 'two accused of a *murder* were *killed*'."""
    one = _names(first.actors) & _names(second.recipients)
    return bool(one or _names(second.actors) & _names(first.recipients))


def is_answered_by(deed: Token, word: Token, event: str) -> bool:
    """Whether a deed is done in answer to another: 'fired shells in response to *the launch*'.

    Arms are shown after others': 'held a drill after *a launch*'; killed after a raid is killed
    in it.
    """
    noun = first_conjunct(deed)
    link, above = noun.head, noun.head.head
    if noun.dep_ != "pobj" or not (word.head if word.dep_ == "nsubj" else word).is_ancestor(deed):
        return False
    answers = link.lower_ in ("to", "for") and above.lemma_.lower() in ANSWERS
    return answers or (event == "MOBILIZE" and link.lower_ in _LATER)


def _are_at_one_time(first: Mention, second: Mention) -> bool:
    if first.when is None or second.when is None:
        return True
    return first.when.edtf == second.when.edtf


def _covered(mine: tuple[Entity, ...], theirs: tuple[Entity, ...]) -> bool:
    """Whether one side names nobody, or both name the same."""
    return not mine or not theirs or _names(mine) == _names(theirs)


def _names(named: Iterable[Entity | Where]) -> set[str]:
    return {one.name for one in named}


def _parties_and_places(mention: Mention) -> int:
    return len(mention.actors) + len(mention.recipients) + len(mention.where)


def _joined(one: Mention, other: Mention) -> Mention:
    """The mention with what it lacks from the other, which tells of the same happening."""
    mode = one.mode or other.mode
    kind = kinds()[one.event, mode]
    actors = one.actors or carried(other.actors)
    known = _names(one.recipients) | _names(actors)
    more = tuple(r for r in carried(other.recipients) if r.name not in known)
    return replace(
        one,
        mode=kind.mode,
        quad_class=kind.quad_class,
        intensity=kind.intensity,
        actors=actors,
        recipients=(*one.recipients, *more),
        when=one.when or other.when,
        where=one.where or other.where,
        magnitudes=_numbers(one.magnitudes, other.magnitudes),
    )


def carried(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """The parties, as told elsewhere than in the words of the mention."""
    return tuple(replace(entity, inferred=True) for entity in entities)


def _numbers(one: Magnitudes, other: Magnitudes) -> Magnitudes:
    """The numbers of ``one``, and of ``other`` what it lacks."""
    return Magnitudes(
        one.killed or other.killed,
        one.injured or other.injured,
        one.arrested or other.arrested,
        one.size or other.size,
    )
