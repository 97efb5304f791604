"""Types of deals, courts, duties and envoys, which verb and object tell only together.

Who *strikes* a truce or deal agrees on it, though to strike is else to attack; who *tears up* one
leaves it; who *takes* a state to the world court sues it; who *halves* a tariff or *extends* a
licence yields, though aid that is halved is a sanction. Who vows *not* to do a thing refuses, and
who opposes what was done complains of it, as whoever calls in an envoy does. A state to which
recognition goes over is not whom it is taken from. Support that is promised in a need is help. The
network knows each of these in its usual wording, and takes the short forms of headlines for what
the verb means alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Span, Token

from dragoman.analysis.grammar import (
    ARGUMENTS,
    DONE_TO,
    NOUN_MODIFIERS,
    NOUNS,
    direct_objects,
    done_to,
    infinitives_after,
    is_negated,
    particle,
    prepositional,
)
from dragoman.events.parties.objects import ENVOYS
from dragoman.events.proposal import TypeAndMode

_DEALS = frozenset(
    "truce ceasefire deal accord agreement pact bargain compromise understanding treaty peace "
    "partnership alliance contract mou".split()
)
_ORDERS = frozenset("contract order deal investment agreement mou pledge".split())
_MAKING = frozenset("strike seal clinch hammer cut ink forge".split())
_SINKING = frozenset("scuttle sink torpedo derail wreck".split())
_TALKS = frozenset({"talk", "negotiation", "dialogue"})
_UNDOING = frozenset({"tear", "rip", "shred", "scrap"})
_SUING = frozenset({"take", "haul", "drag", "bring"})
_COURTS = frozenset({"icj", "wto", "court", "tribunal", "arbitration"})
_LOWERING = frozenset(
    "abolish cut drop ease halve lift lower pare pause reduce relax remove scrap slash slice "
    "suspend trim waive".split()
)
_DUTIES = frozenset("fee toll tariff duty levy surcharge".split())
_CURBS = frozenset({"curb", "restriction", "control"})
_LETTING = frozenset({"extend", "renew", "grant", "issue", "prolong"})
_LICENCES = frozenset({"licence", "license", "waiver", "exemption", "reprieve"})
_QUESTIONING = frozenset({"question", "grill", "interrogate", "quiz"})
_WISDOM = frozenset(
    "decision motive wisdom need legality policy commitment right claim validity legitimacy "
    "credibility judgment judgement fairness move timing".split()
)
_HEARING = frozenset({"questioning", "interrogation"})
_VERDICTS = frozenset("conviction sentence verdict ban term disqualification".split())
_REMOVALS = frozenset({"impeachment", "removal", "ouster"})
_FOREIGN = frozenset(
    "foreign foreigner migrant refugee immigrant alien national nationals country asylum".split()
)
_SHIPS = frozenset("ship vessel tanker freighter boat cargo container truck lorry".split())
_TOGETHER = frozenset({"joint", "mutual", "together", "jointly"})
_SWITCHING = frozenset("switch shift transfer move return".split())
_TIES = frozenset({"recognition", "tie", "relation", "allegiance"})
_SUMMONED = ENVOYS | {"diplomat", "commissioner", "charge", "d'affaires"}
_DONE = frozenset("launch test firing strike attack raid shelling provocation".split())
_GUNS = frozenset("gun post battery position launcher artillery cannon bunker".split())
HELP = frozenset({"support", "help", "aid", "assist", "assistance", "relief"})
"""Words for help that is given or promised."""
_PROMISING = frozenset("assure pledge promise offer vow voice express convey reiterate".split())
_NEED = frozenset(
    "relief recovery reconstruction rebuilding humanitarian victim survivor disaster flood "
    "flooding earthquake quake cyclone hurricane typhoon storm wildfire landslide drought".split()
)
_AHEAD = 8  # words in which a headline tells which court
_NEXT = 3  # words from a verb that the parser has before a noun to that noun


def _things(verb: Token) -> Iterator[Token]:
    """What it is done to, also where the parser has it before its object: 'US *strike* deal'."""
    yield from done_to(verb)
    own = (c for c in verb.children if c.dep_ == "dobj" and c.tag_ not in ("WDT", "WP"))
    if verb.dep_ == "relcl" and not any(own):
        yield verb.head
    if verb.dep_ in NOUN_MODIFIERS and verb.i < verb.head.i <= verb.i + _NEXT:
        yield verb.head
    if verb.pos_ in NOUNS and verb.i + 1 < len(verb.doc):
        after = verb.nbor()
        yield after if after.head == verb or after.pos_ not in NOUNS else after.head


def _right_after(verb: Token) -> Span:
    """The words after it, whatever the parser hangs them on: 'tears *up China deal*'."""
    return verb.doc[verb.i + 1 : min(verb.i + 1 + _NEXT, verb.sent.end)]


def _has(verb: Token, things: frozenset[str]) -> bool:
    return any(thing.lemma_.lower() in things for thing in _things(verb))


def _strikes_deal(verb: Token) -> bool:
    """'The two *strike* a truce', 'China, US *strike* trade deal', 'the bargain that they struck'.

    Not 'a strike deal' of a union, nor what is struck down.
    """
    if verb.lemma_.lower() not in _MAKING or particle(verb) in ("down", "off", "back"):
        return False
    # Not 'reached a strike deal'.
    of_another = verb.dep_ == "compound" and verb.head.dep_ in ARGUMENTS | {"pobj"}
    known = any(c.lower_ in ("a", "the") or c.dep_ == "poss" for c in verb.lefts)
    return _has(verb, _DEALS) and not of_another and not known


def _brings_home(verb: Token) -> bool:
    """'*Brings* home $6 bln in contracts'."""
    if verb.lemma_ != "bring" or not any(c.lower_ in ("home", "back") for c in verb.subtree):
        return False
    return any(t.lemma_.lower() in _ORDERS for thing in _things(verb) for t in thing.subtree)


def _tears_up(verb: Token) -> bool:
    """'*Tears* up the China deal', '*scuttled* the talks', not 'tore up a copy of the bill'."""
    sunk = verb.lemma_ in _SINKING
    torn = verb.lemma_ in _UNDOING and (verb.lemma_ == "scrap" or _is_followed_by(verb, "up"))
    return (sunk or torn) and any(
        t.lemma_.lower() in (_DEALS | _TALKS if sunk else _DEALS)
        for t in (*_things(verb), *prepositional(verb, "up"), *_right_after(verb))
    )


def _questions_wisdom(verb: Token) -> bool:
    """'*Questioned* their decision', not 'questioned the minister': that is criticism."""
    return verb.lemma_ == "question" and verb.pos_ == "VERB" and _has(verb, _WISDOM)


def _is_followed_by(verb: Token, word: str) -> bool:
    after = verb.i + 1
    return particle(verb) == word or (after < len(verb.doc) and verb.nbor().lower_ == word)


def _sues(verb: Token) -> bool:
    """'*Takes* Gabon back to the ICJ', 'hauled it before the World Court'; not a person."""
    if verb.lemma_.lower() not in _SUING:
        return False
    if verb.pos_ != "VERB":
        return _sues_in_headline(verb)
    sued = done_to(verb)
    if not sued or any(c.ent_type_ == "PERSON" or c.pos_ != "PROPN" for c in sued):
        return False
    links = (verb, *sued, *(c for c in verb.rights if c.dep_ in ("advmod", "prt")))
    before = (o for t in links for o in prepositional(t, "to", "before"))
    return any(o.lemma_.lower() in _COURTS for o in before)


def _sues_in_headline(word: Token) -> bool:
    """Whether it does so where the parser has no verb: 'Belize *hauls* Peru before World Court'."""
    after = word.doc[word.i + 1 : min(word.i + _AHEAD, word.sent.end)]
    if not after or after[0].ent_type_ != "GPE":
        return False
    to = next((t.i for t in after if t.lower_ in ("to", "before")), None)
    return to is not None and any(t.i > to and t.lemma_.lower() in _COURTS for t in after)


def _lowers_duty(trigger: Token) -> bool:
    """'*Halves* tariffs', 'suspended port fees', 'slashed the *duty*'; not 'suspended imports'."""
    verb = trigger.head if trigger.lemma_.lower() in _DUTIES else trigger
    if verb.lemma_ not in _LOWERING or verb.pos_ != "VERB":
        return False
    things = (thing for thing in _things(verb) if thing.dep_ in DONE_TO)
    return any(thing.lemma_.lower() in _DUTIES | _CURBS for thing in things)


def _lets_go_on(verb: Token) -> bool:
    """'*Extended* the firm's licence', 'issued a waiver'; not 'extended the ban'."""
    return verb.lemma_ in _LETTING and verb.pos_ == "VERB" and _has(verb, _LICENCES)


def _questions(verb: Token) -> bool:
    """'*Invited* and grilled the editor', 'invited for questioning': a summons of police."""
    if verb.lemma_ != "invite" or verb.pos_ != "VERB":
        return False
    purposes = (o for t in (verb, *done_to(verb)) for o in prepositional(t, "for"))
    joined = any(c.lemma_ in _QUESTIONING for c in verb.conjuncts)
    return joined or any(o.lower_ in _HEARING for o in purposes)


def _upholds_verdict(verb: Token) -> bool:
    """'*Upheld* the conviction': who appealed is turned down."""
    return verb.lemma_ == "uphold" and _has(verb, _VERDICTS)


def _upholds_removal(verb: Token) -> bool:
    """'*Upheld* his impeachment': he is removed by it."""
    return verb.lemma_ == "uphold" and _has(verb, _REMOVALS)


def _inspects_ships(noun: Token) -> bool:
    """'Stepped up *inspections* of Greek ships', which does no good to both; not joint ones."""
    if noun.lemma_.lower() != "inspection" or any(t.lower_ in _TOGETHER for t in noun.sent):
        return False
    things = (*prepositional(noun, "of"), *(c for c in noun.lefts if c.dep_ == "compound"))
    return any(thing.lemma_.lower() in _SHIPS for thing in things)


def _turns_to(verb: Token) -> bool:
    """Whether recognition goes to another, of whom alone is told: 'switch recognition *to Mali*'.

    Who loses it is shut out: 'switch recognition from Togo to Mali'.
    """
    if verb.lemma_ not in _SWITCHING or any(prepositional(verb, "from")):
        return False
    things = done_to(verb)
    ties = any(c.lemma_.lower() in _TIES for c in things)
    losing = any(any(prepositional(c, "from")) for c in things)
    to = (verb, *things, *(c for c in verb.rights if c.dep_ == "advmod"))
    return ties and not losing and any(any(prepositional(t, "to")) for t in to)


def _summons(verb: Token) -> bool:
    """Whether an envoy is called to account: 'called *in* the Malian ambassador'."""
    after = verb.nbor() if verb.i + 1 < len(verb.doc) else verb
    if verb.lemma_ != "call" or verb.pos_ != "VERB":
        return False
    called_in = particle(verb) == "in" or after.lower_ == "in"
    # The parser may take the particle for a preposition.
    things = (*done_to(verb), *prepositional(verb, "in"))
    return called_in and any(_SUMMONED & {t.lemma_.lower() for t in (c, *c.lefts)} for c in things)


def _vows_not_to(verb: Token) -> bool:
    """'Vowed *not* to let them pass', 'swore *never* to yield', 'vowed that he would *not* bow'."""
    if verb.lemma_ not in ("vow", "swear", "pledge"):
        return False
    return any(is_negated(c) is not None for c in infinitives_after(verb))


def _opposes_deed(verb: Token) -> bool:
    """Whether what somebody opposes was done: 'opposes the North's missile *launches*'."""
    if verb.lemma_ != "oppose":
        return False
    deeds = (c for c in direct_objects(verb) if c.lemma_.lower() in _DONE)
    return any(not any(c.lower_ in ("planned", "any") for c in d.lefts) for d in deeds)


def _silences(verb: Token) -> bool:
    """Whether guns are put out of action: '*silenced* enemy posts', not 'the guns fell silent'."""
    return verb.lemma_ == "silence" and any(c.lemma_.lower() in _GUNS for c in done_to(verb))


def _promises_help(noun: Token) -> bool:
    """Whether help in need is promised: 'assured him of full *support* in relief efforts'.

    Not support in a war or for a cause, which is taking sides.
    """
    verb = next((a for a in noun.ancestors if a.pos_ == "VERB"), noun)
    if noun.pos_ != "NOUN" or noun.lemma_.lower() not in HELP or verb.lemma_ not in _PROMISING:
        return False
    return any(t.lemma_.lower() in _NEED for t in verb.subtree)


def is_eviction(word: Token) -> bool:
    """Whether people have to leave homes, and not a country: 'evicted 200 families'."""
    if word.lemma_.lower() not in ("evict", "eviction"):
        return False
    return not any(t.lemma_.lower() in _FOREIGN or t.ent_type_ == "NORP" for t in word.sent)


def by_word(event: str, mode: str | None, trigger: Token) -> TypeAndMode:
    """The type and mode that the trigger and what hangs on it tell, else those read."""
    for types, holds, told in _TOLD_BY_WORD:
        if event in types and holds(trigger):
            return told
    return event, mode


_TOLD_BY_WORD: tuple[tuple[tuple[str, ...], Callable[[Token], bool], TypeAndMode], ...] = (
    (("SANCTION",), _lowers_duty, ("CONCEDE", None)),
    (("SANCTION",), _turns_to, ("SUPPORT", None)),
    (("CONSULT", "REQUEST"), _summons, ("ACCUSE", "disapprove")),
    (("THREATEN",), _vows_not_to, ("REJECT", "yield")),
    (("REJECT",), _opposes_deed, ("ACCUSE", "disapprove")),
    (("RETREAT",), _silences, ("ASSAULT", None)),
    (("SUPPORT",), _promises_help, ("AGREE", None)),
    (("ASSAULT", "SANCTION", "COERCE", "ACCUSE", "PROTEST"), _strikes_deal, ("SUPPORT", None)),
    (("SANCTION", "RETREAT", "AID"), _brings_home, ("SUPPORT", None)),
    (("ACCUSE", "REJECT"), _tears_up, ("SANCTION", "discontinue")),
    (("COOPERATE", "REJECT", "CONSULT", "SANCTION"), _sues, ("ACCUSE", "allege")),
    (("COOPERATE", "MOBILIZE"), _inspects_ships, ("COERCE", None)),
    (("COERCE", "SANCTION"), _lets_go_on, ("CONCEDE", None)),
    (("ACCUSE",), _questions_wisdom, ("ACCUSE", "disapprove")),
    (("AGREE",), _questions, ("ACCUSE", "investigate")),
    (("CONCEDE", "REJECT"), _upholds_removal, ("SANCTION", "expel")),
    (("CONCEDE", "SUPPORT"), _upholds_verdict, ("REJECT", "yield")),
)
"""Types as read, what is asked of the trigger, and what it then is; the first that holds counts."""
