"""Deeds that touch nobody: what somebody does to himself, an inspection, silence, a round.

'The gunman killed *himself*', police called to a *crash*, 'declined to *comment*', 'a *cabinet*
meeting', 'had gone from house to house', an emergency after a storm, which is no martial law.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from dragoman.analysis.grammar import ALL_SUBJECTS, NOUNS, ON_NOUN, direct_objects, prepositional
from dragoman.events.nondeeds.words import is_a
from dragoman.events.proposal import Proposal

_SELVES = frozenset({"himself", "herself", "themselves", "itself"})
_COMMENTS = frozenset({"comment", "reaction", "interview"})
_IN_ATTACKS = frozenset({"suicide-attack", "explosives"})
_FIELD = frozenset({"field", "guidance"})
_REFUSING = frozenset({"refuse", "decline"})
_SITTINGS = frozenset({"meeting", "session"})
_BODIES = ("cabinet", "national security council")
_JOINT = frozenset({"joint", "bilateral", "trilateral", "ministers"})
_COUNTS = frozenset("count counting tally tallying".split())
_STOPPING = frozenset("suspend halt stop pause interrupt".split())
_TOLD_OFTEN = 2
"""So many words of disaster make a report one of it, where none tells of unrest."""


def is_to_oneself(proposal: Proposal) -> bool:
    """Whether he does it to himself alone: 'shot himself', not 'killed himself and two guards'."""
    verb = proposal.trigger
    if proposal.mode in _IN_ATTACKS or not is_a(verb, "kill"):
        return False
    whom = direct_objects(verb)
    return bool(whom) and all(c.lower_ in _SELVES and not any(c.conjuncts) for c in whom)


def is_at_accident(verb: Token) -> bool:
    """Whether crews are sent to help where nobody did harm: 'were called to the *crash*'."""
    to_scene = any(place.lemma_.lower() == "scene" for place in prepositional(verb, "to"))
    called = verb.lemma_ == "call" and to_scene
    return called or any(is_a(word, "accident") for word in verb.sent)


def is_inspection(trigger: Token) -> bool:
    """Whether forces are only inspected: 'inspected the fleet', 'a *field* inspection'."""
    if trigger.lemma_.lower() == "inspection":
        return any(c.lower_ in _FIELD for c in trigger.lefts)
    return trigger.lemma_ == "inspect"


def is_silence(verb: Token) -> bool:
    """Whether somebody only says nothing: 'declined to *comment*', 'refused to *say* who'."""
    if verb.lemma_ not in _REFUSING:
        return False
    left = (c for c in verb.rights if c.dep_ == "xcomp")
    return any(is_a(c, "tell") or _is_no_answer(c) for c in left)


def _is_no_answer(verb: Token) -> bool:
    """Whether nothing is told that is answered: 'refused to *respond*'."""
    return verb.lemma_ in ("respond", "reply") and not any(c.dep_ == "prep" for c in verb.rights)


def asks_comment(word: Token) -> bool:
    """Whether reporters ask for a word: 'a *request* for comment', 'was *asked* to comment'."""
    what = (*prepositional(word, "for"), *(c for c in word.rights if c.dep_ in ("xcomp", "acl")))
    return any(thing.lemma_.lower() in _COMMENTS for thing in what)


def is_of_own_body(noun: Token) -> bool:
    """Whether a state's own ministers sit: 'a *cabinet* meeting', not 'a joint cabinet session'."""
    if noun.lemma_.lower() not in _SITTINGS:
        return False
    phrase = [t for t in noun.subtree if t.i <= noun.i or t.head.lower_ == "of"]
    told = " ".join(t.lower_ for t in phrase)
    if not any(body in told for body in _BODIES) or any(prepositional(noun, "with", "between")):
        return False
    several = sum(t.ent_type_ in ("GPE", "NORP") for t in phrase) > 1
    return not several and not any(t.lower_ in _JOINT or "-" in t.text for t in phrase)


def is_call_of_prankster(noun: Token) -> bool:
    """Whether somebody is held for a call, or meant to annoy: 'was arrested for a phone *call*'."""
    held = noun.dep_ == "pobj" and noun.head.lower_ in ("for", "over")
    hostile = any(is_a(c, "hostile") for c in noun.lefts)
    return noun.lemma_.lower() == "call" and (hostile or (held and is_a(noun.head.head, "hold")))


def is_camp_of_refugees(verb: Token) -> bool:
    """Whether people on their way sleep there: 'migrants have *camped* by the river'."""
    by = [c for c in verb.lefts if c.dep_ in ALL_SUBJECTS]
    by += [verb.head] if verb.dep_ in ON_NOUN else []
    of = (o for who in by for o in prepositional(who, "of"))
    return verb.lemma_ in ("camp", "encamp") and any(is_a(t, "refugee") for t in (*by, *of))


def goes_round(verb: Token) -> bool:
    """Whether they only went round, and left nothing: 'had gone *from house to house*'."""
    left = prepositional(verb, "from")
    reached = (*prepositional(verb, "to"), *(b for a in left for b in prepositional(a, "to")))
    bare = [a for a in left if not any(a.lefts)]
    return any(a.lower_ == b.lower_ for a in bare for b in reached)


def stops_count(verb: Token) -> bool:
    """Whether it is a count of votes that is stopped, which yields to nobody."""
    if verb.lemma_ not in _STOPPING or verb.pos_ != "VERB":
        return False
    things = (c for c in verb.children if c.dep_ in ("dobj", "nsubjpass", "xcomp"))
    return any({thing.lower_, thing.lemma_.lower()} & _COUNTS for thing in things)


def is_of_disaster(noun: Token) -> bool:
    """Whether an emergency answers a disaster: 'a state of *emergency* after a cyclone'.

    The sentence tells so, or the one before it, or the report where it tells of nothing else that
    would.
    """
    sentence = noun.sent
    if noun.lemma_.lower() != "emergency" or _tells_unrest(sentence):
        return False
    before = sentence[0].nbor(-1).sent if sentence.start else sentence
    if any(_disasters(s) and not _tells_unrest(s) for s in (sentence, before)):
        return True
    return _disasters(noun.doc) >= _TOLD_OFTEN and not _tells_unrest(noun.doc)


def _disasters(words: Iterable[Token]) -> int:
    return sum(is_a(word, "disaster") for word in words)


def _tells_unrest(words: Iterable[Token]) -> bool:
    """Whether a noun tells of unrest: 'a strike', not 'the quake *struck*'."""
    return any(is_a(word, "unrest") and word.pos_ in NOUNS for word in words)
