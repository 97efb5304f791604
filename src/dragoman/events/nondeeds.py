"""What is worded like a deed and is none: a state, a danger, a rule for anybody, an opinion.

'Rebels *threatening* the town', 'grew despite US *sanctions*', 'anyone who *protests* is fined',
'"They *must* go," said a former envoy'. The network reads the word; what it hangs on tells that
nobody did anything.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from spacy.tokens import Token

from dragoman.analysis.grammar import (
    ALL_SUBJECTS,
    PREDICATES,
    PRESENT,
    auxiliaries,
    owners,
    prepositional,
    subjects,
)
from dragoman.events.beliefs import is_expected
from dragoman.events.dangers import is_only_danger
from dragoman.events.opinions import is_opinion
from dragoman.events.proposal import Proposal
from dragoman.events.states import is_state
from dragoman.events.unacted import is_only_worded

_PENALTIES = frozenset({"sanction", "embargo", "tariff", "blockade", "restriction", "ban"})
_STANDING = frozenset({"despite", "under", "amid", "amidst", "through"})
_AROUND = frozenset({"because", "spite", "face", "violation", "defiance", "breach", "regardless"})
_NEWLY = frozenset("new fresh latest further additional more tough tighter sweeping round".split())
_ANYBODY = frozenset({"anyone", "anybody", "whoever", "whosoever", "everyone", "everybody"})
_SOMEBODY = frozenset({"person", "adult", "individual", "citizen", "foreigner", "those"})
_RULES = frozenset("law act bill rule code article legislation decree statute regulation".split())
_MODAL = frozenset("can could may might shall would will must".split())
_LIABLE = frozenset({"face", "risk"})
_STOPPAGES = frozenset({"stoppage", "outage"})
_RUNNING = frozenset(
    "pipeline electricity power current gas oil crude fuel water supply flow belt conveyor pump "
    "turbine reactor machine delivery shipment export import".split()
)
_WORKERS = frozenset("strike striker worker union walkout staff employee labour labor".split())
_HELP = frozenset("cooperation co-operation collaboration help assistance aid support".split())
_THANKING = frozenset({"thank", "thanks", "gratitude", "grateful", "appreciation"})
_COUNTS = frozenset("count counting tally tallying".split())
_STOPPING = frozenset("suspend halt stop pause interrupt".split())


def is_deed(proposal: Proposal) -> bool:
    """Whether a proposal is more than worded like a deed."""
    trigger, event = proposal.trigger, proposal.event
    if trigger.text == "March" and _is_month(trigger):
        return False
    if is_only_worded(proposal) or is_expected(trigger) or is_state(proposal):
        return False
    if event in ("REQUEST", "THREATEN") and is_opinion(proposal):
        return False
    if (event, proposal.mode) == ("PROTEST", "strike") and _is_of_things(trigger):
        return False
    none = _NONE_OF.get(event)
    return (none is None or not none(trigger)) and not _is_of_anybody(trigger)


def _is_month(word: Token) -> bool:
    """Whether it is the month: 'for a *March* 21 call', 'on 3 March'."""
    beside = word.doc[max(word.sent.start, word.i - 1) : min(word.sent.end, word.i + 2)]
    return word.ent_type_ == "DATE" or any(t.like_num and t.text[:1].isdigit() for t in beside)


def _stands(noun: Token) -> bool:
    """Whether a penalty is one in force that is only named: 'grew *despite* US sanctions'.

    Not where it is told as new, or who imposed it when.
    """
    if noun.pos_ != "NOUN" or noun.lemma_.lower() not in _PENALTIES or noun.dep_ != "pobj":
        return False
    if any(c.lower_ in _NEWLY or c.ent_type_ in ("DATE", "ORDINAL") for c in noun.subtree):
        return False
    if any(c.dep_ in ("acl", "relcl") for c in noun.children):
        return False
    over = noun.head
    hinge = over.head if over.lower_ == "of" else over
    before = noun.doc[max(noun.sent.start, over.i - 1) : over.i]
    words = {over.lower_, hinge.lower_, *(t.lower_ for t in before)}
    if over.lower_ in ("of", "in", "because"):  # 'in spite of', 'because of'
        return bool(words & _AROUND)
    return over.lower_ in _STANDING


def _goes_round(verb: Token) -> bool:
    """Whether they only went round, and left nothing: 'had gone *from house to house*'."""
    left = prepositional(verb, "from")
    reached = (*prepositional(verb, "to"), *(b for a in left for b in prepositional(a, "to")))
    bare = [a for a in left if not any(a.lefts)]
    return any(a.lower_ == b.lower_ for a in bare for b in reached)


def _is_of_things(noun: Token) -> bool:
    """Whether a stoppage is one of what runs, and nobody's strike: 'a stoppage of *the pipeline*'.

    Not where its sentence tells of workers or of a strike.
    """
    if noun.lemma_.lower() not in _STOPPAGES:
        return False
    if any(t.lemma_.lower() in _WORKERS and t.i != noun.i for t in noun.sent):
        return False
    before = (c for c in noun.lefts if c.dep_ in ("compound", "nmod"))
    stopped = (*prepositional(noun, "of", "in", "to"), *before)
    return any(thing.lemma_.lower() in _RUNNING for thing in stopped)


def _is_thanked_for(noun: Token) -> bool:
    """Whether help is only what somebody is thanked for: 'thanked Mali for *its help*'.

    Help of which an amount is told is a deed of its own.
    """
    if noun.lemma_.lower() not in _HELP or noun.dep_ != "pobj" or noun.head.lower_ != "for":
        return False
    whose = owners(noun) or any(c.lower_ == "the" for c in noun.lefts)
    if not whose or any(t.like_num or t.is_currency for t in noun.subtree):
        return False
    over = noun.head
    for _ in range(3):
        over = over.head
        if over.lemma_.lower() in _THANKING:
            return True
    return False


def _stops_count(verb: Token) -> bool:
    """Whether it is a count of votes that is stopped, which yields to nobody."""
    if verb.lemma_ not in _STOPPING or verb.pos_ != "VERB":
        return False
    things = (c for c in verb.children if c.dep_ in ("dobj", "nsubjpass", "xcomp"))
    return any({thing.lower_, thing.lemma_.lower()} & _COUNTS for thing in things)


def _is_of_anybody(verb: Token) -> bool:
    """Whether a clause tells what anybody might do or undergo: 'anyone who *protests* is fined'.

    'Those who *attack* officers will be punished', 'suspects *arrested* under the act may be held';
    who did it, or where it was done, is told of a deed: 'those who attacked them were held'.
    """
    if verb.pos_ != "VERB":
        return False
    if any(_is_misread_rule(node) for node in (verb, *verb.ancestors)):
        return True
    if any(s.lower_ in ("whoever", "whosoever") for s in subjects(verb)):
        return verb.tag_ in PRESENT
    clause = _clause_on_noun(verb)
    if clause is None:
        return False
    who = clause.head
    if clause.dep_ == "acl":
        if verb.tag_ != "VBN":
            return False
        anybody = who.lower_ in _ANYBODY or _is_indefinite(who)
        return (anybody or _under_rule(verb)) and _is_liable(who)
    helpers = auxiliaries(verb)
    told = helpers or (verb,)  # 'are held' is of the present, 'have held' is not
    if verb.tag_ == "VBG" or not all(t.tag_ in PRESENT and t.lemma_ != "have" for t in told):
        return False
    return who.lower_ in _ANYBODY or (_is_many(who) and _is_liable(who))


def _is_misread_rule(verb: Token) -> bool:
    """Whether a participle on anybody is taken for the main verb: 'an adult *found* guilty could'.

    What is left of the main clause then has no subject.
    """
    if not any(c.dep_ == "nsubj" and _is_indefinite(c) for c in verb.lefts):
        return False
    clauses = (c for c in verb.rights if c.dep_ == "ccomp")
    rest = (c for c in clauses if not any(s.dep_ in ALL_SUBJECTS for s in c.lefts))
    return any(_MODAL & {h.lower_ for h in auxiliaries(c)} for c in rest)


def _clause_on_noun(verb: Token) -> Token | None:
    """The clause on a noun that a verb stands in, itself or as one of a row; else None."""
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        verb = verb.head
    return verb if verb.dep_ in ("acl", "relcl") else None


def _is_indefinite(who: Token) -> bool:
    """'A person', 'those', 'an adult'."""
    one = any(c.lower_ in ("a", "an", "any") for c in who.lefts)
    return who.lower_ == "those" or (one and who.lemma_.lower() in _SOMEBODY)


def _is_many(who: Token) -> bool:
    """Whether it means all of a kind: 'protesters who', 'a person who'."""
    told = any(c.dep_ in ("det", "poss", "nummod") for c in who.lefts)
    bare = who.tag_ == "NNS" and not who.ent_type_ and not told
    return bare or _is_indefinite(who)


def _under_rule(verb: Token) -> bool:
    """'Arrested *under the act*'."""
    return any(rule.lemma_.lower() in _RULES for rule in prepositional(verb, "under"))


def _is_liable(who: Token) -> bool:
    """Whether the main clause says what would become of them: 'could be jailed', 'face a fine'."""
    main = who.head
    while main.dep_ in ("prep", "pobj", "conj", "agent") and main.head.i != main.i:
        main = main.head
    if main.pos_ not in PREDICATES:
        return False
    helpers = {h.lower_ for h in auxiliaries(main)}
    return bool(helpers & _MODAL) or (main.lemma_ in _LIABLE and main.tag_ in PRESENT)


# By type what makes a word that is read so tell of no such deed.
_NONE_OF: Mapping[str, Callable[[Token], bool]] = {
    "THREATEN": is_only_danger,
    "SANCTION": _stands,
    "RETREAT": _goes_round,
    "COOPERATE": _is_thanked_for,
    "AID": _is_thanked_for,
    "CONCEDE": _stops_count,
}
