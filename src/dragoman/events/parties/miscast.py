"""Who stands where a doer stands and has another part: who repels an attack, who hosts a visit.

The network reads a doer in whoever stands nearest as a subject. Where the words tell plainly that
his part in the event is another, they come before it. Who drafted or brokered a text is not who
says what it says: 'a U.S.-drafted resolution'.
"""

from __future__ import annotations

from spacy.tokens import Span, Token

from dragoman.actors import Cast
from dragoman.actors.roles import BODY_NOUNS
from dragoman.analysis.grammar import (
    ANSWERING,
    ANSWERS,
    BEFORE_NOUN,
    DONE_TO,
    NOUN_MODIFIERS,
    NOUN_SUBJECTS,
    NOUNS,
    PREDICATES,
    WHERE,
    is_ones_own,
    modifiers,
    outermost,
    owners,
    particle,
    tied_word,
)
from dragoman.events.proposal import Proposal
from dragoman.letters import HYPHENS

_BEARING = frozenset("endure suffer withstand undergo sustain weather survive experience".split())
SPELLS = frozenset("day night week month year series spate string wave state".split())
"""Nouns that tell how long or how many a happening was: 'weeks of protests'."""
_REPELLING = frozenset("repel repulse rebuff resist".split())
_WARDING = frozenset("beat drive fend fight force hold push throw turn ward".split())
_OFF = ("off", "back")
# Whoever does these lets no such deed happen, or ends another's.
_FOILING = frozenset(
    "foil thwart prevent avert disrupt intercept stop halt quell suppress crush contain".split()
)
_SIEGES = frozenset("siege blockade encirclement stranglehold cordon chokehold".split())
_BREAKING = frozenset("break breach relieve pierce".split())
_HOSTING = frozenset("host welcome receive greet entertain".split())
_CALLS = frozenset({"call", "conversation"})
_ARRANGING = frozenset({"arrange", "organise", "organize", "broker", "facilitate", "set"})
_TRIPS = frozenset({"visit", "trip"})
_UPHEAVALS = frozenset("coup putsch mutiny uprising insurgency rebellion revolt".split())
# Before these a state or a town tells where it was: 'the deadliest US shooting in years'.
_SOMEWHERE = frozenset("shooting massacre stabbing rampage explosion blast shootout".split())
_AGAINST = ("anti", "counter")
_BACKING = frozenset(
    "backed supported sponsored funded allied aligned brokered mediated drafted written authored "
    "proposed penned".split()
)
# What is done to whose it is called to be.
_BEFALLING = frozenset(
    "capture sentencing conviction acquittal trial imprisonment detention arrest indictment "
    "impeachment ouster extradition eviction deportation assassination abduction".split()
)
_HOLDING = frozenset({"COP", "JUD", "MIL", "REB", "UAF", "CRM"})
_ANSWERING_CHARGES = frozenset("deny reject dismiss refute rebut dispute face contest".split())


def suffers(phrase: Span, deed: Proposal, cast: Cast) -> bool:
    """Whether the phrase read as the doer is whom the deed is done to, or who has the visitor."""
    trigger, event = deed.trigger, deed.event
    return (
        _bears(phrase, trigger, event)
        or (event == "ACCUSE" and _answers(phrase, trigger))
        or _is_overthrown(phrase, trigger, cast)
        or _is_opposed(phrase)
        or _is_captured(phrase, trigger, cast)
        or (event == "CONSULT" and (_hosts(phrase, trigger) or _is_destination(phrase, trigger)))
    )


def is_no_doer(phrase: Span, deed: Proposal, cast: Cast) -> bool:
    """Whether the phrase read as the doer has no part in the deed, or tells only where it was."""
    trigger, event = deed.trigger, deed.event
    if _foils(phrase, trigger) or _breaks(phrase, trigger) or _only_backs(phrase, cast):
        return True
    if _is_of_what_follows(phrase, trigger):
        return True
    if _speaks_on(phrase, trigger) or (event == "ACCUSE" and _is_of_answerer(phrase, trigger)):
        return True
    if event == "CONSULT":
        return _arranges(phrase, trigger)
    return _is_place_of(phrase, trigger, cast)


def _arranges(phrase: Span, trigger: Token) -> bool:
    """Whether it only arranges that others speak: 'the call was arranged by *Togo*'."""
    by = phrase.root.head
    if trigger.lemma_.lower() not in _CALLS or by.dep_ != "agent":
        return False
    verb = by.head
    told = verb == trigger.head if trigger.dep_ == "nsubjpass" else verb.head == trigger
    return told and verb.lemma_ in _ARRANGING


def is_for_the_answer(phrase: Span, trigger: Token) -> bool:
    """Whether the phrase read as whom it is done to is told of the answer to the deed alone.

    'Mali answered the ban by expelling two *envoys*', 'expelled two *envoys* in response to a ban':
    whom the ban is on, nothing tells; whoever answers it may be.
    """
    preposition, root = trigger.head, phrase.root
    through = trigger.dep_ == "pobj" and preposition.lower_ in ("to", "for", "against")
    above = preposition.head if through else trigger.head if trigger.dep_ == "dobj" else trigger
    if through and above.lemma_.lower() in ANSWERS and above.dep_ == "pobj":
        return root.i < above.i and root.dep_ not in NOUN_SUBJECTS
    if above.lemma_ not in ANSWERING or above.pos_ != "VERB":
        return False
    means = (c for c in above.rights if c.i > trigger.i and c.lower_ in ("by", "with"))
    return any(c.is_ancestor(root) for c in means)


def _is_opposed(phrase: Span) -> bool:
    """Whether it is whom something is against: 'government' in 'anti-government protests'."""
    doc, root = phrase.doc, phrase.root
    start = phrase.start + 2 if phrase[0].lower_ in _AGAINST else phrase.start
    named = start == root.i or root.dep_ in BEFORE_NOUN  # not 'anti-war groups'
    tied = start > 1 and doc[start - 1].text in HYPHENS and doc[start - 2].lower_ in _AGAINST
    return named and tied


def _bears(phrase: Span, trigger: Token, event: str) -> bool:
    """Whether it has to bear what the trigger names: 'Mali endured an offensive', 'repelled it'."""
    verb = _met_with(phrase, trigger)
    if verb is None:
        return False
    warded = verb.lemma_ in _REPELLING or (verb.lemma_ in _WARDING and _parted(verb))
    return verb.lemma_ in _BEARING or (event == "ASSAULT" and warded)


def _answers(phrase: Span, trigger: Token) -> bool:
    """Whether it is who answers a charge that others make: 'the police denied *accusations*'."""
    verb = _met_with(phrase, trigger)
    return verb is not None and trigger.pos_ == "NOUN" and verb.lemma_ in _ANSWERING_CHARGES


def _is_of_answerer(phrase: Span, trigger: Token) -> bool:
    """Whether it tells whose minister answers a charge: "*Mali's* minister denied the charges"."""
    verb, owned = trigger.head, phrase.root.head
    answers = trigger.dep_ == "dobj" and verb.lemma_ in _ANSWERING_CHARGES
    told = owned.dep_ == "nsubj" and owned.head == verb
    return answers and told and phrase.root.dep_ in BEFORE_NOUN


def _foils(phrase: Span, trigger: Token) -> bool:
    """Whether it keeps another's deed from happening: 'police foiled an attack'."""
    verb = _met_with(phrase, trigger)
    # Not 'Israel halted its strikes'.
    return verb is not None and verb.lemma_ in _FOILING and not is_ones_own(trigger)


def _breaks(phrase: Span, trigger: Token) -> bool:
    """Whether it breaks what others laid, or is asked to: 'urged *the army* to break the siege'.

    Not whose siege it is called, nor who laid it: 'the blockade that *rebels* imposed'.
    """
    if trigger.lemma_.lower() not in _SIEGES or trigger.head.lemma_ not in _BREAKING:
        return False
    met = trigger.dep_ in DONE_TO and not trigger.is_ancestor(phrase.root)
    return met and phrase.root.i < trigger.i


def _is_captured(phrase: Span, trigger: Token, cast: Cast) -> bool:
    """Whether it is who is captured, tried or held: "*Diallo's* conviction".

    Not "*the army's* capture of Gao", nor whose courts convict: "*Mali's* conviction".
    """
    word = trigger.lemma_.lower()
    if word not in _BEFALLING or trigger.pos_ not in NOUNS:
        return False
    taken = any(c.dep_ == "prep" and c.lower_ == "of" for c in trigger.rights)
    owner = next((o for o in owners(trigger) if o in (phrase.root, outermost(phrase.root))), None)
    if taken or owner is None:
        return False
    role = cast.role(owner)
    holds = cast.names_nation(owner) or cast.names_power(owner) or (
        role is not None and (role.kind in BODY_NOUNS or role.sector in _HOLDING)
    )
    return word == "capture" or not holds


def _met_with(phrase: Span, trigger: Token) -> Token | None:
    """The verb by which the phrase meets what the trigger names, in the active or the passive."""
    head, met = phrase.root, _met(trigger)
    included = met != trigger and met.pos_ == "VERB"
    verb = met if included else met.head
    if (included or met.dep_ == "dobj") and head.dep_ == "nsubj" and head.head == verb:
        return verb
    agent = head.dep_ == "pobj" and head.head.dep_ == "agent"
    return verb if agent and met.dep_ == "nsubjpass" and head.head.head == verb else None


def _met(trigger: Token) -> Token:
    """What is met where the trigger is one of it: 'endured a *wave* of raids, including strikes'.

    The verb, where the parser hangs what is included on that.
    """
    noun = trigger
    while noun.dep_ == "pobj" and noun.head.head.pos_ in (*NOUNS, "VERB"):
        link, whole = noun.head.lower_, noun.head.head
        if link != "including" and not (link == "of" and whole.lemma_ in SPELLS):
            break
        if whole.pos_ == "VERB" and not any(c.dep_ == "dobj" for c in whole.rights):
            break
        noun = whole
    return noun


def _parted(verb: Token) -> bool:
    near = (c for c in verb.children if not any(o.dep_ == "pobj" for o in c.children))
    return particle(verb) in _OFF or any(child.lower_ in _OFF for child in near)


def _hosts(phrase: Span, trigger: Token) -> bool:
    """Whether it is the host of the visit that the trigger names: 'Oman received X on a visit'."""
    verb = phrase.root.head
    hosts = phrase.root.dep_ == "nsubj" and verb.lemma_ in _HOSTING and verb.is_ancestor(trigger)
    return hosts and trigger.lemma_ in _TRIPS and trigger.dep_ != "dobj"


def _is_destination(phrase: Span, trigger: Token) -> bool:
    """Whether it is where a visit goes that another makes: 'Mali' in "Chirac's Mali visit"."""
    name = phrase.root
    before = name.dep_ == "compound" and name.head == trigger and trigger.lemma_ in _TRIPS
    return before and name.ent_type_ != "PERSON" and bool(owners(trigger))


def _is_overthrown(phrase: Span, trigger: Token, cast: Cast) -> bool:
    """Whether it is the state that an upheaval is told by: "Niger's coup" is not Niger's doing."""
    name = phrase.root
    if name.dep_ not in BEFORE_NOUN or not cast.names_nation(name):
        return False
    noun = name.head
    words = {noun.lemma_.lower(), *(word.lemma_.lower() for word in modifiers(noun))}
    return not words.isdisjoint(_UPHEAVALS) and trigger in (noun, *noun.lefts)


def _is_of_what_follows(phrase: Span, trigger: Token) -> bool:
    """Whether it is only told of what the deed leads to: 'result in *Thai* reprisals', 'angered
    *Togo*', "hurt *Togo's* name".
    """
    noun = outermost(phrase.root)
    if trigger.dep_ != "nsubj" or (noun == phrase.root and noun.dep_ != "dobj"):
        return False
    if noun == trigger or noun.i < trigger.i or noun.dep_ not in ("dobj", "pobj"):
        return False
    if noun.head.lower_ in ("as", "by"):
        return False  # 'began as a *teachers'* strike'
    above = noun.head if noun.dep_ == "dobj" else noun.head.head
    return above.pos_ in PREDICATES and trigger.head in (above, *above.ancestors)


def _speaks_on(phrase: Span, trigger: Token) -> bool:
    """Whether a headline names who speaks about another's deed: 'Kremlin on Chirac's visit'."""
    on = trigger.head
    told = trigger.dep_ == "pobj" and on.lower_ == "on" and on.head == phrase.root
    return told and any(owner.tag_ != "PRP$" for owner in owners(trigger))


def _only_backs(phrase: Span, cast: Cast) -> bool:
    """Whether it only backs whoever does it: '*Russian*-backed', 'a *U.S.-drafted* statement'."""
    drafted = any(map(_tells_backer, modifiers(phrase.root))) and not cast.is_party(phrase.root)
    return _is_backer(phrase) or drafted


def _is_backer(phrase: Span) -> bool:
    """Whether a phrase only names who backs something: 'Russian' in 'a Russian-backed offensive'.

    The hyphen may stand after it, in it, or in its only word.
    """
    return tied_word(phrase[-1]) in _BACKING or _tells_backer(phrase[-1])


def _tells_backer(word: Token) -> bool:
    """Whether it is, or ends, a word with a hyphen that tells who backs: 'U.S.-drafted'."""
    before, _, last = word.lower_.rpartition("-")
    tied = before or (word.i and word.nbor(-1).text in HYPHENS)
    return bool(tied) and last in _BACKING


def _is_place_of(phrase: Span, trigger: Token, cast: Cast) -> bool:
    """Whether it is the place of the deed: 'arrested in the U.S.', 'a US mass shooting'."""
    name = phrase.root
    if not (cast.names_state(name) or cast.names_town(name) or cast.names_nation(name)):
        return False
    if name.dep_ == "pobj":
        return name.head.lower_ in WHERE and name.head.head in (trigger, trigger.head)
    noun = name.head
    before = name.dep_ in NOUN_MODIFIERS and noun == trigger
    done_to = any(child.lower_ == "of" for child in noun.rights)  # 'the Israeli shooting of a boy'
    return before and noun.lemma_.lower() in _SOMEWHERE and not done_to
