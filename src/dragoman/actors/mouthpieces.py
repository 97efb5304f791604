"""For whom a spokesman speaks: 'its' in what he says is of that body, whoever was told before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from dragoman.actors.description import Describer
from dragoman.actors.entry import BODIES
from dragoman.actors.names import Names
from dragoman.actors.party import Party
from dragoman.actors.phrases import belongs_to, core_start, left_edge
from dragoman.actors.told_parties import ToldParties
from dragoman.actors.victims import is_victim
from dragoman.analysis.grammar import NOUNS, STATING, subjects

VOICES = frozenset({"spokesman", "spokeswoman", "spokesperson"})
"""Who speaks for others and never for himself."""
_SAYING = STATING | frozenset(
    "claim confirm deny declare insist acknowledge admit warn report write boast note".split()
)
_CLAUSES = frozenset({"ccomp", "acl", "dobj"})
_OFFICIALS = frozenset({"official", "minister", "officer", "commander", "source"})
# Of whom 'their' tells: whoever speaks for fighters means his own by 'their fighters'.
_FORCES = frozenset(
    {"force", "troop", "soldier", "fighter", "aircraft", "drone", "jet", "warplane", "helicopter",
     "plane", "unit", "navy", "gunner", "artillery", "tank", "sniper", "missile", "rocket"}
)  # fmt: skip


class Mouthpieces:
    """Finds the body for which somebody speaks, around what he is told to have said.

    Args:
        names: the document's names.
        describer: what tells of a phrase whom it means.
    """

    def __init__(self, names: Names, describer: Describer) -> None:
        self._names = names
        self._describer = describer

    def spoken_for(
        self, pronoun: Token, told: ToldParties, of: Callable[[Token], tuple[Party, ...]]
    ) -> tuple[Party, ...]:
        """Whom 'its' or 'their' means where a spokesman says it of his own; else nobody.

        'An army spokesman said *its* drones had struck': the army's. Nothing where what he says
        tells of another body or state first, 'said Mali had lost *its* base', unless that one does
        it harm: 'said Mali had bombed *its* base'.

        Args:
            pronoun: the possessive pronoun.
            told: the parties that the text tells by name or noun.
            of: what tells whom the phrase of a head means.
        """
        plural = pronoun.lower_ == "their"
        if pronoun.lower_ != "its" and not (plural and pronoun.head.lemma_.lower() in _FORCES):
            return ()
        clause, speaker = _said_around(pronoun)
        if clause is None or speaker is None:
            return ()
        voice = self._voice(speaker)
        if not plural and pronoun.head.dep_ == "dobj" and is_victim(pronoun.head):
            return _body(of(speaker)) if voice is None else self._body_of(voice, of)
        begin = max(clause.left_edge.i, speaker.i + 1)
        nearer = (t.party for t in told.between(begin, pronoun.i))
        if voice is None or any(_may_own(party, plural) for party in nearer):
            return ()
        return self._body_of(voice, of)

    def _voice(self, speaker: Token) -> Token | None:
        """The noun that tells that the speaker speaks for others: his own, or his title."""
        role = self._describer.role(speaker)
        if role is None:
            before = self._names.doc[left_edge(speaker) : speaker.i]
            return next((t for t in before if t.lower_ in VOICES), None)
        last = role.noun.rpartition(" ")[2]
        voice = last in VOICES or (last in _OFFICIALS and role.kind != "group")
        return speaker if voice and not role.plural else None

    def _body_of(
        self, voice: Token, of: Callable[[Token], tuple[Party, ...]]
    ) -> tuple[Party, ...]:
        """The body that the speaker's phrase names, with what the text tells of it."""
        for _, obj in belongs_to(voice, ("of", "for", "from")):
            if body := _body(of(obj)[:1]):
                return body
        words = tuple(self._words_before(voice))
        if not words:
            return ()
        hit = self._names.hit(words[-1])
        if hit is not None and hit.kind in BODIES:
            return self._describer.describe(words[-1])[:1]
        speaks = next(iter(of(voice)), None)
        if speaks is None or speaks.sector in ("", "UNK"):
            return ()
        name = self._names.doc[words[0].i : words[-1].i + 1].text
        named = replace(speaks, name=name, office=None, kind="body", noun=words[-1].lower_)
        if hit is not None:
            named = replace(named, name=hit.entry.name, noun="", unnamed=False)
        return (named,)

    def _words_before(self, voice: Token) -> Iterator[Token]:
        """The words of the body's name that stand before the speaker's noun."""
        first = core_start(voice, left_edge(voice))
        for token in self._names.doc[first : voice.i]:
            noun = token.pos_ in NOUNS or self._names.hit(token) is not None
            if noun and token.lower_ not in ("chief", "deputy", "senior"):
                yield token


def _body(told: tuple[Party, ...]) -> tuple[Party, ...]:
    """The only one told, where it is a body or a state."""
    return told if len(told) == 1 and told[0].kind in ("body", "country") else ()


def _said_around(pronoun: Token) -> tuple[Token | None, Token | None]:
    """The clause in which the pronoun is said, and the head of the phrase of who says it."""
    for clause in pronoun.ancestors:
        verb = clause.head
        if clause.dep_ not in _CLAUSES or verb.lemma_ not in _SAYING:
            continue
        speakers = [s for s in subjects(verb) if s.dep_ == "nsubj" and s.i < pronoun.i]
        return clause, (speakers[-1] if speakers else None)
    return None, None


def _may_own(party: Party, plural: bool) -> bool:
    """Whether the pronoun may mean a party told nearer than the speaker."""
    return party.kind in ("body", "country") or (plural and party.plural)
