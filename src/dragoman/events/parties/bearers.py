"""From the words in a role to the parties in it; a thing is borne by whom it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from dragoman.actors import Cast
from dragoman.actors.entry import BLOCS
from dragoman.analysis.grammar import (
    COMPOUNDS,
    NOUN_MODIFIERS,
    NOUNS,
    WHERE,
    first_conjunct,
    is_ones_own,
    modifiers,
    owners,
    prepositional,
)
from dragoman.countries import is_state, name_of
from dragoman.events.parties.companions import leading
from dragoman.events.parties.lands import as_lands, as_named, is_told_in
from dragoman.events.parties.rows import (
    NATIONS,
    before_comma,
    in_uniform,
    parts_nations,
    ties_nations,
)
from dragoman.events.parties.weapons import (
    flag_of,
    forces_of,
    is_before_model,
    is_craft,
    is_moved,
    sectors_of,
    what_is_named,
)
from dragoman.mention import Entity

# 'Expressed his condolences', 'recalled its envoy': what is owned is the subject's.
_OF_ONES_OWN = frozenset(
    "express voice convey offer extend send pay give withdraw recall lift drop reiterate".split()
)

LINKS = ("by", "of", "from", "for", "with", "on", "against", "over", "to")
DOER_LINKS = ("by", "from", "of")
"""For a deed that is criticised: the doer is meant, not whom it was done to."""


@dataclass(frozen=True, slots=True)
class Bearers:
    """Finds the parties in a role.

    Attributes:
        cast: who is who in the article.
        links: prepositions that tie a thing to its bearer, the strongest first.
        taken: names of parties that already have the other role.
        towns: whether a town stands for its state, as it does where somebody visits it.
        armed: whether the deed is done by arms: whose weapons do it, his forces do.
        verbs: the triggers, which in a headline the parser takes for words of a party's name.
    """

    cast: Cast
    links: Sequence[str] = LINKS
    taken: frozenset[str] = frozenset()
    towns: bool = False
    armed: bool = False
    verbs: frozenset[int] = frozenset()

    def find(self, phrases: Iterable[Span]) -> tuple[Entity, ...]:
        """The parties that the phrases name, each once."""
        entities: dict[tuple[str, str | None], Entity] = {}
        apart = (part for phrase in phrases for part in self._parts(phrase))
        apart = (one for part in apart for one in (part, *self._listed(part)))
        named = [(phrase, self._in_phrase(phrase)) for phrase in apart]
        heads = {phrase.root.i for phrase, parties in named if parties}
        beside: list[tuple[Span, tuple[Entity, ...]]] = []
        for phrase, parties in named:
            root = phrase.root
            owned = not self.cast.stands_apart(root) and not self.cast.stands_beside(root)
            if owned and not heads.isdisjoint(_owned_by(root)):
                continue  # 'Turkey' in 'ministers of Egypt and Turkey' is no party beside them
            beside.append((phrase, parties or self._beside(root)))
        acting = {phrase.root.i for phrase, parties in beside if parties} - {
            phrase.root.i for phrase, parties in named if not parties and _is_place(phrase.root)
        }
        found = [e for _, parties in beside for e in parties]
        for phrase, parties in beside:
            if acting and phrase.root.i not in acting:
                continue  # 'Munich' in 'raided the offices of BMW in Munich' is where, not whom
            for entity in parties:
                if not any(is_told_in(entity, other) for other in found):
                    entities.setdefault((entity.name, entity.country), entity)
        return tuple(entities.values())

    def _parts(self, phrase: Span) -> Iterator[Span]:
        """The phrase, cut where a hyphen ties two states: 'the US-South Korea drills'.

        Not where both stand before a party, which is both states': 'the US-Japan committee'.
        """
        start, root = phrase.start, phrase.root
        if ties_nations(phrase.doc, start - 1, self.cast):
            yield phrase.doc[start - 2 : start - 1]  # 'Turkish' is read of 'Russo-Turkish'
        common = root.pos_ in NOUNS and self.cast.role(root) is not None
        for mark in phrase[1:-1]:
            of_both = common and mark.i + 1 < root.i
            tied = not of_both and ties_nations(phrase.doc, mark.i, self.cast)
            if tied or parts_nations(mark, self.cast):
                yield phrase.doc[start : mark.i]
                start = mark.i + 1
        yield self._core(phrase.doc[start : phrase.end])

    def _core(self, phrase: Span) -> Span:
        """The nation alone in 'major Iranian facilities', or in 'Saudi-led', before a deed.

        Or the party of 'called *the strikers* traitors', which the parser takes for one phrase.
        """
        if leaders := leading(phrase.root):
            return phrase.doc[leaders[0].i : leaders[0].i + 1]
        nations = [w for w in phrase if self._is_national(w) or self.cast.names_nation(w)]
        apart = len(phrase) > 1 and all(word.head.i >= phrase.end for word in phrase)
        if apart and phrase[0].dep_ == "det" and self.cast.is_party(phrase[-1]):
            return phrase[-1:]
        if not apart or len(nations) != 1 or nations[0].i + 1 != phrase.end:
            return phrase
        return phrase.doc[nations[0].i : phrase.end]

    def _listed(self, phrase: Span) -> Iterator[Span]:
        """The countries told in a row after one, with brackets between, or a headline's commas."""
        if self.cast.names_state(phrase.root):
            root = phrase.root
            for land in self.cast.bracketed_list(root) or self.cast.headline_row(root):
                yield phrase.doc[land.left_edge.i if land.n_lefts else land.i : land.i + 1]

    def _is_national(self, word: Token) -> bool:
        return word.ent_type_ in NATIONS or self.cast.names_state(word)

    def _in_phrase(self, phrase: Span) -> tuple[Entity, ...]:
        """The parties that the phrase itself names; what is coordinated with it is not in it."""
        if ties_nations(phrase.doc, phrase.end, self.cast):  # whose root may be any of its words
            return self._state(phrase[-1], phrase[-1].head)
        if (others := before_comma(phrase, self.cast)) is not None:
            return in_uniform(self._state(phrase[-1], others), self.cast.role(others))
        start, end = phrase.start_char, phrase.end_char
        found = (e for e in self._party(phrase.root) if e.start < end and start < e.end)
        return tuple(self._after_verb(e, phrase) for e in found)

    def _after_verb(self, party: Entity, phrase: Span) -> Entity:
        """The party without a verb before it: 'doctors' in 'Court orders doctors to work'.

        Also 'President Sall' in 'those who deposed President Sall', where a title could go so, and
        'nine soldiers' in 'took captive nine soldiers'.
        """
        if phrase[0].lower_ == "captive" and len(phrase) > 1:
            phrase = phrase[1:]
        before = phrase.doc[phrase.start - 1] if phrase.start else phrase[0]
        start = phrase.start_char
        taken = before.lower_ == "captive" and phrase[0].like_num
        if before.i not in self.verbs and not taken:
            return party
        past = before.tag_ == "VBD"
        free = before.lower_ == "free"  # which the tagger takes for an adjective in a headline
        if before.dep_ not in COMPOUNDS and not (past or free or taken):
            return party
        if not party.start < before.idx + (past or taken) < start < party.end:
            return party
        if before.is_sent_start:
            return party
        text = party.text[start - party.start :]
        name = text if party.name == party.text else party.name
        return replace(party, text=text, start=start, name=name)

    def _beside(self, head: Token) -> tuple[Entity, ...]:
        return self._country(head) or self._borne(head)

    def _party(self, head: Token) -> tuple[Entity, ...]:
        before = first_conjunct(head)
        if head.dep_ == "npadvmod" and head.head.tag_ == "VBN" and self.cast.names_nation(head):
            return self._state(head, head.head.head)  # 'Saudi' in 'Saudi-led strikes'
        if before.dep_ in NOUN_MODIFIERS or is_before_model(before):
            noun = what_is_named(before)
            nation = self.cast.names_nation(head)
            adjective = head.ent_type_ == "NORP" or (nation and not self.cast.names_state(head))
            if (adjective or nation) and head.i < noun.i and self._is_group(noun):
                # 'Thai' in 'Thai and Lao officials'
                return self._free(self.cast.resolve(noun))
            # By the tables too: the tagger takes 'Ukrainian' for a place.
            if adjective or self.cast.names_fighters(head):
                return self._state(head, noun)  # 'Thai' in 'Thai drills' is the state
        found = self.cast.resolve(head) if self.cast.is_party(head) else ()
        return self._free(as_lands(found, head))

    def _is_group(self, noun: Token) -> bool:
        """Whether it is a common noun for a party: 'officials', 'troops'."""
        return noun.pos_ == "NOUN" and self.cast.is_party(noun)

    def _free(self, entities: Iterable[Entity]) -> tuple[Entity, ...]:
        return tuple(entity for entity in entities if entity.name not in self.taken)

    def _country(self, place: Token) -> tuple[Entity, ...]:
        """The state whose name stands as a place: 'recalled its ambassador from France'.

        A capital's may too; a mere town is no state, but before a thing: 'a Nebraska mission'.
        """
        town = self.cast.names_town(place) and not self.towns
        if town and place.dep_ not in COMPOUNDS:
            return ()
        return tuple(
            entity
            for entity in self._free(self.cast.resolve(place))
            if is_state(entity.name, entity.country)
        )

    def _borne(self, thing: Token) -> tuple[Entity, ...]:
        """Whom a thing belongs to or comes from: "Naqvi's visit", 'Iranian sites'."""
        if thing.pos_ not in NOUNS or self.cast.is_party(thing):
            return ()
        if found := self._owned(thing) or self._national(thing) or self._of_group(thing):
            return found
        inner = (noun for link in self.links for noun in prepositional(thing, link))
        return next(filter(None, map(self._tied, inner)), ())

    def _tied(self, noun: Token) -> tuple[Entity, ...]:
        found = self._party(noun) or self._owned(noun) or self._national(noun)
        return found or self._of_group(noun) or self._country(noun)

    def _owned(self, thing: Token) -> tuple[Entity, ...]:
        own = thing.dep_ == "dobj" and thing.head.lemma_ in _OF_ONES_OWN and bool(self.taken)
        if own and is_ones_own(thing):
            return ()
        found = next((found for owner in owners(thing) if (found := self._party(owner))), ())
        return found if self.taken or self.armed else as_named(thing, found)

    def _national(self, thing: Token) -> tuple[Entity, ...]:
        """The state that a national adjective ties a thing to."""
        for noun in (thing, *_renamed(thing)):
            if self.cast.names_town(noun):
                continue  # 'Las' is no adjective of Vegas
            for word in modifiers(noun):
                word = flag_of(word) or word
                national = self._is_national(word) or self.cast.names_nation(word)
                if national and (found := self._state(word, noun)):
                    return found
        return ()

    def _of_group(self, thing: Token) -> tuple[Entity, ...]:
        """The armed group or bloc whose name stands before a thing: 'a UNIFIL patrol', 'UN aid'.

        Or the forces that a common noun tells: 'a *police* convoy'.
        """
        moved = (self.armed and is_moved(thing)) or is_craft(thing)
        for word in modifiers(thing):
            common = moved and word.pos_ in ("NOUN", "ADJ") and self.cast.is_party(word)
            named = self.cast.resolve(word) if word.pos_ == "PROPN" or common else ()
            if found := self._free(forces_of(named, common=common or is_craft(thing))):
                return found
        return ()

    def _state(self, adjective: Token, noun: Token) -> tuple[Entity, ...]:
        """The state of a national adjective, its forces where the noun is armed.

        A bloc is itself; a firm that the tagger takes for a nation ('a Twitter account') nobody,
        and armed men of no state ('a jihadist attack') are themselves.
        """
        if self.cast.names_fighters(adjective):
            return self._free(self.cast.resolve(adjective)[:1])
        sectors = sectors_of(noun, armed=self.armed)
        found = [e for e in self.cast.resolve(adjective)[:1] if e.country not in (None, "MNC")]
        return self._free(
            e if e.country in BLOCS else replace(e, name=name_of(str(e.country)), sectors=sectors)
            for e in found
        )


def _is_place(name: Token) -> bool:
    """Whether the phrase tells where: 'in Munich', 'near Aleppo'."""
    token = first_conjunct(name)
    return token.dep_ == "pobj" and token.head.lower_ in WHERE


def _owned_by(name: Token) -> Iterator[int]:
    """Token indices of the nouns that the name tells whose they are: 'ministers of Egypt'."""
    token = first_conjunct(name)
    while token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.pos_ == "NOUN":
        token = first_conjunct(token.head.head)
        yield token.i


def _renamed(thing: Token) -> tuple[Token, ...]:
    """Appositions to a thing, also where the parser hangs them on its place ('X in Y, a base')."""
    holders = (thing, *prepositional(thing, "in", "at", "near"))
    return tuple(c for holder in holders for c in holder.children if c.dep_ == "appos")
