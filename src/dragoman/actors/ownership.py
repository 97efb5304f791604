"""Whose somebody is: what possessors and phrases after a noun tell of its country and sector."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Protocol

from spacy.tokens import Token

from dragoman.actors.borders import tells_beyond
from dragoman.actors.entry import BODIES, TOPONYMS
from dragoman.actors.listing import listed
from dragoman.actors.names import Names, stands_apart
from dragoman.actors.party import UNIDENTIFIED, Party
from dragoman.actors.passing import is_of_world_court
from dragoman.actors.phrases import (
    belongs_to,
    core_start,
    is_counterpart,
    is_plural,
    left_edge,
    names_field,
    possessor,
    shared,
)
from dragoman.actors.roles import Role, Roles
from dragoman.actors.sectors import PRIVATE
from dragoman.actors.titles import BORROWING
from dragoman.actors.traits import Traits, owned, owned_by_all, read_traits
from dragoman.analysis.grammar import subjects

_SENDING = frozenset({"send", "dispatch", "deploy", "appoint"})
_PRONOUNS = ("PRP$", "WP$")  # 'its chief', 'whose chief'
_LOCATIVE = ("in", "at", "near", "inside", "outside", "on")
_INQUIRING = frozenset(
    {"mission", "commission", "panel", "committee", "inquiry", "tribunal", "board", "body", "group",
     "expert", "rapporteur", "envoy", "team", "conference", "adviser", "advisor"}
)  # fmt: skip
PEACEKEEPING = frozenset({"peacekeeper", "peacekeeping force", "peacekeeping mission"})
"""Whom others send, so that they are not of the country where they stand."""

Antecedent = Callable[[Token], tuple[Party, ...]]
"""What a possessive pronoun means."""


class Describes(Protocol):
    """Tells of a phrase's head whom it means; see `dragoman.actors.description.Describer`."""

    def role(self, head: Token) -> Role | None:
        """The role noun that the head is or ends."""

    def describe(
        self, head: Token, antecedent: Antecedent | None = None, depth: int = ...
    ) -> tuple[Party, ...]:
        """The parties that the phrase means."""


class Ownership:
    """Reads whose a phrase is.

    Args:
        names: the document's names.
        roles: the tables of roles and titles.
        describer: what tells whom an owner's phrase means.
        bodies: what the text told of bodies that no table knows, by name.
    """

    def __init__(
        self, names: Names, roles: Roles, describer: Describes, bodies: Mapping[str, Party]
    ) -> None:
        self._names = names
        self._roles = roles
        self._describer = describer
        self._bodies = bodies
        self._doc = names.doc

    def with_owner(
        self, head: Token, traits: Traits, antecedent: Antecedent | None, depth: int
    ) -> Traits:
        """The traits with what the possessor and the phrases after the head add."""
        traits = self._with_own(head, traits, antecedent, depth)
        if depth <= 0:
            return traits
        for preposition, obj in self._phrases(head):
            traits = self._with_phrase(head, traits, preposition, obj, antecedent, depth)
        return traits if traits.countries else self._with_common(head, traits)

    def _with_own(
        self, head: Token, traits: Traits, antecedent: Antecedent | None, depth: int
    ) -> Traits:
        """The traits with what the possessor adds, or a body that the text told of before."""
        owner = possessor(head)
        if owner is not None and owner.tag_ in _PRONOUNS and antecedent is not None:
            owners = antecedent(owner)
            counterpart = is_counterpart(head)
            if owners and not counterpart:
                traits = owned_by_all(traits, owners if is_plural(head) else owners[:1])
            elif owners and traits.borrowed is None:
                traits = replace(traits, borrowed=owners[0].sectors)
        elif owner is not None and depth > 0 and not traits.countries:
            traits = self._with_possessor(traits, owner, antecedent, depth)
        elif owner is None and not traits.countries:
            for child in head.lefts:
                if child.dep_ == "compound" and child.text in self._bodies:
                    traits = owned(traits, self._bodies[child.text])
        return traits

    def owners(
        self, owner: Token, antecedent: Antecedent | None, depth: int
    ) -> tuple[Party, ...]:
        """Whom a possessor means: 'its', "Peru's"."""
        if owner.tag_ in _PRONOUNS:
            return antecedent(owner) if antecedent is not None else ()
        return self._describer.describe(owner, antecedent, depth - 1) if depth > 0 else ()

    def _phrases(self, head: Token) -> Iterator[tuple[str, Token]]:
        """The phrases after the head that may tell whose it is: (preposition, object)."""
        role = self._describer.role(head)
        carrier = role is not None and role.kind == "carrier"
        general = (c for c in head.rights if c.dep_ == "amod" and c.lower_ == "general")
        bearers = (head, *general)  # 'the directors general of the navies of Chad and Mali'
        told = [of for bearer in bearers for of in belongs_to(bearer)]
        at = [obj for where, obj in told if where == "at" and carrier and self._is_body(obj)]
        yield from (("of", obj) for obj in at)  # 'a director for Asia at the institute'
        for preposition, obj in told:
            if obj not in at and (
                preposition not in _LOCATIVE or head.lemma_.lower() not in PEACEKEEPING
            ):
                yield preposition, obj

    def _with_possessor(
        self, traits: Traits, owner: Token, antecedent: Antecedent | None, depth: int
    ) -> Traits:
        if traits.borrowed is None:
            traits = replace(traits, borrowed=self._private(owner))
        for told in self._describer.describe(owner, antecedent, depth - 1)[:1]:
            if not told.unnamed or told.country or told.sectors != UNIDENTIFIED:
                return owned(traits, told)
            if told.kind == "body" and traits.borrowed is None:
                traits = replace(traits, borrowed=UNIDENTIFIED)  # "the group's leader"
        return traits

    def _with_common(self, head: Token, traits: Traits) -> Traits:
        """With the country that follows the coordination: 'the army and people of Mali'."""
        codes = (self.country_of(obj) for _, obj in shared(head, ("of", "from", "in")))
        return replace(traits, countries=tuple(code for code in codes if code)[:1])

    def with_sender(self, head: Token, traits: Traits, depth: int) -> Traits:
        """With the countries of those who send it: 'Kenya sent an envoy', 'troops sent by Chad'."""
        if traits.countries or depth <= 0:
            return traits
        senders: list[Token] = []
        if head.dep_ == "dobj" and head.head.lemma_ in _SENDING:
            senders += subjects(head.head)
        for verb in head.rights:
            if verb.dep_ == "acl" and verb.lemma_ in _SENDING:
                senders += (o for c in verb.rights if c.dep_ == "agent" for o in c.rights)
        told = [p for s in senders for p in self._describer.describe(s, None, depth - 1)[:1]]
        codes = (p.country for p in told if p.country and not p.guessed)
        return replace(traits, countries=tuple(dict.fromkeys(codes)))

    def _with_phrase(
        self, head: Token, traits: Traits, preposition: str, obj: Token,
        antecedent: Antecedent | None, depth: int,
    ) -> Traits:
        if preposition == "to" or (preposition == "on" and head.lemma_.lower() in _INQUIRING):
            return traits  # 'the mission on Mali', which it looks into
        if preposition in _LOCATIVE:
            if is_of_world_court(head, obj):
                return traits
            beyond = tells_beyond(self._names, obj)
            country = None if beyond else self.country_of(obj)
            if country and not traits.countries:
                return replace(traits, countries=(country,))
            return traits
        countries: list[str] = []
        borrowed = traits.borrowed
        members = listed(self._names, obj) if preposition in ("of", "from") else ()
        members = members or ((obj, *obj.conjuncts) if preposition == "of" else (obj,))
        if preposition == "of" and len(members) == 1 and is_plural(head):
            members = self._lands_of(obj) or members
        for member in members:
            if stands_apart(self._names, member):
                continue
            country, sectors = self._phrase_owner(member, traits, antecedent, depth)
            countries += [country] if country else []
            borrowed = sectors if borrowed is None else borrowed
        return replace(
            traits,
            countries=traits.countries or tuple(dict.fromkeys(countries)),
            borrowed=borrowed,
        )

    def _lands_of(self, thing: Token) -> tuple[Token, ...]:
        """The states joined behind a thing: 'heads of the navies of Chad and Mali'; else none."""
        rows = (listed(self._names, obj) for _, obj in belongs_to(thing, ("of",)))
        return next(filter(None, rows), ())

    def _is_body(self, obj: Token) -> bool:
        """Whether the object names a body: 'the Institute of Mines'."""
        if (kind := self._names.kind(obj)) is not None:
            return kind in BODIES
        role = self._describer.role(obj)
        return obj.pos_ == "PROPN" and role is not None and role.kind in ("body", "collective")

    def _phrase_owner(
        self, member: Token, traits: Traits, antecedent: Antecedent | None, depth: int
    ) -> tuple[str | None, tuple[str, ...] | None]:
        """Country and sectors that come from what something is 'of' or 'for'."""
        hit = self._names.hit(member)
        role = self._describer.role(member)
        if hit is not None and hit.kind in TOPONYMS:
            return hit.entry.country, hit.entry.sectors if "PRE" in hit.entry.sectors else None
        named = hit is not None and hit.kind in BODIES
        body = role is not None and role.kind != "person" and role.sector != "UNK"
        if named or body or (role is not None and not traits.sectors):
            for told in self._describer.describe(member, antecedent, depth - 1)[:1]:
                known = named or body or told.sectors != UNIDENTIFIED
                known = known or (member.pos_ == "PROPN" and told.kind == "body")
                return None if told.guessed else told.country, told.sectors if known else None
        if (private := self._private(member)) is not None:
            return self.country_of(member), private
        if names_field(member):
            return None, None  # 'the Department of Archaeology' is the state's
        if member.pos_ == "PROPN":  # 'head of the East Asia Program': of a body, not of a state
            return self.country_of(member), self._kind_of_body(member)
        return None, None

    def _private(self, owner: Token) -> tuple[str, ...] | None:
        """The sector of a club or the like, which is no party itself: 'captain of the club'."""
        sector = self._roles.modifier(owner.text)
        known = self._names.hit(owner) is not None or self._describer.role(owner) is not None
        return None if known or sector not in PRIVATE else (sector,)

    def _kind_of_body(self, name: Token) -> tuple[str, ...] | None:
        """The sectors that a body's own name tells; none known for another proper name."""
        start = core_start(name, left_edge(name))
        for index in range(name.i, start - 1, -1):
            role = self._roles.noun_at(self._doc, index, start)
            if role is not None and role.kind != "person":
                return (role.sector,)
        return UNIDENTIFIED if name.ent_type_ == "ORG" else None

    def country_of(self, obj: Token) -> str | None:
        """The country that the phrase of the object of a preposition tells, or None."""
        hit = self._names.hit(obj)
        if hit is not None:
            return hit.entry.country
        for _, inner in belongs_to(obj, ("of", "in")):
            if (deeper := self._names.hit(inner)) is not None:
                return deeper.entry.country
        traits = read_traits(self._names, self._roles, left_edge(obj), obj.i)
        return traits.countries[0] if traits.countries else None

    def told(self, head: Token, traits: Traits) -> str | None:
        """The country that the phrase's traits, its possessor or 'of' and 'in' tell, or None."""
        if traits.countries:
            return traits.countries[0]
        owner, own = possessor(head), self._names.hit(head)
        hit = self._names.hit(owner) if owner is not None else None
        if hit is not None and hit is not own:  # the People of 'the People's Party' own nothing
            return hit.entry.country
        within = self._doc[slice(*self._names.span(head))] if own is not None else (head,)
        for token in within:  # 'the House of Representatives of Kenya'
            for _, obj in belongs_to(token, ("of", "in")):
                land = self._names.hit(obj)
                if is_of_world_court(token, obj):
                    return None
                if (land is None or land is not own) and (country := self.country_of(obj)):
                    return country
        return None


def of_its_body(party: Party, head: Token, antecedent: Antecedent | None) -> Party:
    """'Its secretary-general X': X of the group or party that the pronoun means.

    Args:
        party: X, as his title alone tells.
        head: the head of his phrase.
        antecedent: what the pronoun means.
    """
    owner = possessor(head)
    if antecedent is None or owner is None or owner.tag_ != "PRP$":
        return party
    if party.office not in BORROWING or party.country is not None:
        return party
    for body in antecedent(owner)[:1]:
        if body.kind == "body" and not body.guessed:
            return replace(party, country=body.country, sectors=body.sectors)
    return party
