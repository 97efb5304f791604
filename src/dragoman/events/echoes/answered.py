"""Whom an answer is to: 'condemned the raid', 'welcomed the step', 'demanded his release'.

Where the answer names nobody, it is to whoever did the deed that is its object. Where the object is
a noun that only points to a deed, that is the one told in the sentence before, if it tells one
doer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from dragoman.actors.party import serves_state
from dragoman.analysis import Analysis
from dragoman.analysis.grammar import DEFINITE, DONE_TO, is_ones_own, prepositional
from dragoman.events.anchors import by_sentence, trigger_of
from dragoman.events.echoes.retold import carried
from dragoman.events.ontology import BLOWS, TALKS
from dragoman.events.parties.lands import side_of
from dragoman.mention import Entity, Mention

_ANSWERS = frozenset({"SUPPORT", "ACCUSE", "REJECT", "REQUEST", "THREATEN"})
# Nouns for what somebody did or means to do.
_STEPS = frozenset(
    "step move measure decision action act ruling verdict announcement ban sanction embargo tariff "
    "expulsion arrest detention release killing strike raid attack shelling cut suspension closure "
    "deportation withdrawal restriction seizure annexation invasion coup takeover dismissal offer "
    "proposal plan pledge sentence conviction incursion blockade launch test firing".split()
)
# Who thanks, blames, marches or strikes makes no offer.
_NO_OFFERS = frozenset({"SUPPORT", "ACCUSE", "PROTEST"}) | BLOWS
_WORDS_OF_HIS = frozenset({"offer", "proposal", "plan", "pledge"})
_AGAINST = ("against", "to")  # 'protested against', 'objected to'
_ABOUT = (*_AGAINST, "of", "over", "at", "about", "for")  # 'condemnation of', 'anger at'
# A wish or a threat is not to whoever did a deed: 'demanded a ban', 'threatened strikes'.
_TO_DOERS = frozenset({"SUPPORT", "ACCUSE", "REJECT"})
_POINTING = DEFINITE | {"such"}
_TELLING = ("prep", "relcl", "acl", "appos", "conj")
_FREEING = frozenset({"release", "return", "freedom"})


def with_answered(mentions: Sequence[Mention], analysis: Analysis) -> list[Mention]:
    """The mentions, answers without a recipient given the doer of the deed that they answer."""
    told = by_sentence(mentions, analysis)
    deeds: dict[int, Sequence[Mention]] = {}
    made: list[Mention] = []
    for number, mention in ((n, m) for n in told for m in told[n]):
        things = _things(mention, analysis)
        deed = _own_deed(things, told[number])
        if deed is not None and mention.event in _TO_DOERS:
            deeds.setdefault(number, (deed,))
            mention = _with_doers(mention, deed.actors)
        noun = next((thing for thing in things if _points(thing)), None)
        if noun is not None:
            # Where the sentence before answers, too, both are to the same deed.
            before = deeds.get(number - 1) or told.get(number - 1) or ()
            deeds.setdefault(number, before)
            mention = _with_doers(mention, carried(_doers(before, noun)))
        made.append(mention)
    return made


def _own_deed(things: Sequence[Token], beside: Sequence[Mention]) -> Mention | None:
    """The deed of an answer's own sentence that is its object, told with its doers; else None.

    Args:
        things: what the answer is to.
        beside: the mentions of its sentence.
    """
    starts = {thing.idx for thing in things}
    told = (m for m in beside if m.trigger.start in starts and m.event not in TALKS)
    return next((deed for deed in told if deed.actors), None)


def _with_doers(answer: Mention, doers: Sequence[Entity]) -> Mention:
    """The answer, if it is to nobody, to those doers, unless one of them is its own."""
    if answer.recipients or any(_is_one_of(doer, answer.actors) for doer in doers):
        return answer
    return replace(answer, recipients=tuple(doers))


def _things(mention: Mention, analysis: Analysis) -> tuple[Token, ...]:
    """The common nouns that an answer is to: 'the step', 'his release', 'against the raid'."""
    if mention.event not in _ANSWERS or not mention.actors:
        return ()
    word = trigger_of(mention, analysis)
    told = prepositional(word, *_AGAINST) if word.pos_ == "VERB" else prepositional(word, *_ABOUT)
    return tuple(n for n in (*_objects(word), *told) if n.pos_ == "NOUN")


def _objects(verb: Token) -> tuple[Token, ...]:
    if verb.pos_ == "ADJ":  # 'said the launch was unacceptable'
        over = verb.head if verb.dep_ == "acomp" and verb.head.lemma_ == "be" else verb
        return tuple(noun for noun in over.lefts if noun.dep_ == "nsubj")
    if verb.pos_ != "VERB":
        return ()
    called = (c for c in verb.rights if c.dep_ in ("ccomp", "oprd"))  # 'called the step illegal'
    return tuple(
        noun for noun in (*verb.children, *(g for c in called for g in c.lefts))
        if noun.dep_ in DONE_TO or (noun.dep_ == "nsubj" and noun.i > verb.i)
    )  # fmt: skip


def _points(noun: Token) -> bool:
    """Whether it tells nothing of the deed but that it was told before."""
    word = noun.lemma_.lower()
    before = {c.lower_ for c in noun.lefts}
    own = _is_somebodys_freeing(noun)
    bare = all(c.dep_ not in _TELLING or c.lower_ == "as" for c in noun.rights)
    plain = all(c.dep_ in ("det", "amod", "poss") and not c.ent_type_ for c in noun.lefts)
    return bare and plain and (own or (word in _STEPS and bool(before & _POINTING)))


def _doers(before: Sequence[Mention], noun: Token) -> tuple[Entity, ...]:
    """Who did the deed of the sentence before; nobody where it tells the deeds of several."""
    deeds = [m for m in before if m.event not in TALKS]
    if noun.lemma_.lower() in _WORDS_OF_HIS:
        deeds = [m for m in deeds if m.event not in _NO_OFFERS]
    if _is_somebodys_freeing(noun):
        deeds = [m for m in deeds if m.event in BLOWS and m.recipients]
    doers = [m.actors for m in deeds]
    names = {frozenset(map(side_of, actors)) for actors in doers}
    return doers[0] if len(names) == 1 and len(doers[0]) == 1 else ()


def _is_somebodys_freeing(noun: Token) -> bool:
    """'His release', 'their return'."""
    return noun.lemma_.lower() in _FREEING and is_ones_own(noun)


def _is_one_of(party: Entity, others: Sequence[Entity]) -> bool:
    """Whether it is one of them, or of one side with one of them in a country."""
    return any(
        party.name == other.name
        or (party.country and party.country == other.country and _are_one_side(party, other))
        for other in others
    )


def _are_one_side(one: Entity, other: Entity) -> bool:
    """Whether both serve the state, or are of one kind: a rebel group and its spokesman."""
    state = serves_state(one.sectors) and serves_state(other.sectors)
    return state or one.sectors[:1] == other.sectors[:1]
