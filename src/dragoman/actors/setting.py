"""The country that a text is about at a point: whose police 'police' are."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from spacy.tokens import Token

from dragoman.actors.country_marks import CountryMarks, Mark
from dragoman.actors.entry import OF_LANDS, TOPONYMS
from dragoman.actors.names import Names
from dragoman.actors.own_deeds import OwnDeeds, is_offered_to
from dragoman.actors.party import SERVING
from dragoman.actors.phrases import belongs_to, in_aside
from dragoman.actors.scene import Scene
from dragoman.actors.targets import Target, targets
from dragoman.actors.victims import (
    answers_for_itself,
    harmed_by_its_own,
    harmers,
    is_victim,
    reacts,
    shut_out_by,
    wages,
)
from dragoman.analysis.grammar import first_conjunct

_WITHIN = ("in", "at", "near", "inside", "across", "on", "from")
_BACK = 3  # sentences
_STATE_BACK = 6  # sentences
_SURELY = 2  # how many times oftener the country of a whole text is told than any other
_RENOWN = 40  # how much a text that is all about one state outweighs sentences between
_DOMESTIC = SERVING | {"PTY", "LAB"}  # who hardly acts but at home
_THE_LAND = frozenset({"country", "nation"})


class Setting:
    """Finds the country that words without one are of.

    Attributes:
        alone: the country that the text tells of often, where it tells of no other; else None.

    Args:
        names: the document's names.
        lands: the countries of the persons whom it names.
    """

    def __init__(self, names: Names, lands: Collection[str]) -> None:
        self._names = names
        self._marks = CountryMarks(names)
        self._deeds = OwnDeeds(names)
        self._scene = Scene(names, self._marks, lands)
        self.alone = self._scene.alone
        if self._scene.dateline is None and names.dateline_country is not None:
            self._marks.forget(names.dateline_country)  # a mere venue: the line tells of no more

    def country(self, token: Token, *, serves: bool = False) -> str | None:
        """The country meant at the token, or None where it is not plain.

        Args:
            token: the head of a phrase without a country.
            serves: whether it serves a state: its ministry, its army, its police.

        The place told in the sentence comes first, then the only country named before in it, the
        only nationality, the place of the sentences just before, the only country told there, the
        dateline's, and last the one that the whole text is mostly about. Where parties only meet
        is no such place, who calls on a country is not of it, and who harms somebody does not tell
        of which country the other is, nor the other of which he is. Nor is whoever serves a state
        of the one that he acts against, unless the text plays there. Before all this comes what
        his own deed tells; see `dragoman.actors.own_deeds`.
        """
        if (told := self._deeds.country(token, serves=serves)) is not None:
            return told
        against = self._against(token) if serves else frozenset()
        found = self._land(token) or self._nearest(token, against, serves=serves)
        if found is None or self._marks.visits.calls_on(token, found):
            return None
        if self._harms_its_own(token, found) or found in map(self._code, shut_out_by(token)):
            return None
        if is_offered_to(token) and self._scene.main not in (None, found):
            return None  # what one state gives is for those of another whom the text tells of
        if not is_victim(token) or found == self._scene.dateline:
            return found
        number = self._names.sentences.number(token)
        if found in self._marks.places(number) or self._scene.plays_in(found):
            return found
        if harmed_by_its_own(token) and any(mark.country != found for mark in self._marks):
            return None
        return None if found in self._attackers(number) else found

    def home(self, token: Token, sectors: Sequence[str]) -> str | None:
        """The country of somebody named at the token of whom no word tells any, or None.

        What a text is about is not where people come from, nor is what stands beside a name: only
        its dateline, the places that it tells, and for who acts at home that of the sentence.
        """
        if (told := self._deeds.country(token, serves=True)) is not None:
            return told
        code = self.country(token)
        if code is None:
            return None
        serves = bool(sectors) and sectors[0] in _DOMESTIC and self._is_served(code, token)
        if serves or code == self._scene.dateline or self._scene.plays_in(code):
            return code
        ground = self._scene.ground()
        calls = ground is not None and self._marks.visits.calls_on(token, ground)
        apart = self._scene.dateline not in (None, ground) and code != ground
        return None if calls or apart else ground

    def only(self, token: Token) -> str | None:
        """The only country told in the token's sentence before it, or None."""
        before = {mark.country for mark in self._before(token)}
        return before.pop() if len(before) == 1 else None

    def state(self, token: Token) -> str | None:
        """The state that 'the rogue state', 'the island nation' means at the token, or None.

        The one that the last sentences and the whole text tell of most, by name or adjective and
        not as a mere place; never one that the same sentence names, for it would be 'it' there.
        """
        number = self._names.sentences.number(token)
        here = {mark.country for mark in self._marks.sentences[number]}
        counts = self._names.countries
        total = sum(counts.values())
        scores = [
            (_RENOWN * counts.get(mark.country, 0) / total - 2 * back, mark.country)
            for back in range(1, min(_STATE_BACK, number) + 1)
            for mark in self._marks.sentences[number - back]
            if mark.manner != "place" and mark.country not in here
        ]
        return max(scores)[1] if scores else None

    def _before(self, token: Token) -> list[Mark]:
        """The marks before the token in its sentence."""
        here = self._marks.sentences[self._names.sentences.number(token)]
        return [m for m in here if m.index < token.i]

    def _land(self, token: Token) -> str | None:
        """'Rebels in the north of the country': of the place told last, where somebody calls too;
        None where they stand in no such place.
        """
        inside = [obj for _, obj in belongs_to(token, _WITHIN)]
        inside += [obj for place in inside for _, obj in belongs_to(place, ("of",))]
        if not any(o.lower_ in _THE_LAND and _is_bare(o) for o in inside):
            return None
        since = self._names.sentences[max(0, self._names.sentences.number(token) - _BACK)].start
        return next((c for i, c in reversed(self._marks.lands) if since <= i < token.i), None)

    def _against(self, token: Token) -> frozenset[str]:
        """The countries that whoever serves a state at the token acts against, and so is not of."""
        told = targets(token, self._names)
        return frozenset(t.country for t in told if t.abroad or not self._is_home(t, told))

    def _is_home(self, target: Target, told: tuple[Target, ...]) -> bool:
        """Whether the text plays in a target's country, or tells of it apart from the deed too."""
        code = target.country
        if code == self._scene.dateline or self._scene.plays_in(code):
            return True
        return self._names.countries.get(code, 0) > sum(t.country == code for t in told)

    def _nearest(self, token: Token, without: frozenset[str], *, serves: bool) -> str | None:
        number = self._names.sentences.number(token)
        before = [mark for mark in self._before(token) if not self._only_reacts(mark)]
        back = range(number - 1, max(-1, number - _BACK - 1), -1)
        named = {mark.country for mark in before if mark.manner != "nationality"}
        if is_victim(token) and len({mark.country for mark in before}) > 1:
            named = set()  # 'Peru blamed Chilean rebels for the raid that killed nine people'
        sought = (
            self._places(token, number),
            named if len(named) < 2 else self._doer(token),
            {mark.country for mark in before},
            self._answering(number - 1) if serves and number else set(),
            next(filter(None, map(self._marks.places, back)), set()),
            next(filter(None, map(self._told, back)), set()),
        )
        for found in (told - without for told in sought):
            if len(found) == 1:
                return next(iter(found))
        last = self._scene.dateline or self._scene.main
        return None if last in without or self._is_unsure(last, number) else last

    def _is_unsure(self, main: str | None, number: int) -> bool:
        """Whether the sentence names other countries, and the text does not tell most of the one.

        'The court refused what Peru had asked of Chile': whose court it is, nothing tells.
        """
        here = {mark.country for mark in self._marks.sentences[number]}
        placed = main is None or main == self._scene.dateline or self._scene.plays_in(main)
        if placed or main not in here or len(here) == 1:
            return False
        told = self._names.countries
        return told.get(main, 0) < _SURELY * max(told.get(code, 0) for code in here - {main})

    def _places(self, token: Token, number: int) -> set[str]:
        """The countries told as a place in its sentence, where they are several the one nearest.

        That is the one that hangs on what the token is part of: 'grieved in Chile over an attack
        on a mosque in Kenya'. A place in the side clause of another noun says nothing of it.
        """
        found = [m for m in self._marks.sentences[number] if m.manner == "place"]
        if len({mark.country for mark in found}) > 1:
            for node in (token, *token.ancestors):
                here = {m.country for m in found if self._hangs_on(m, node)}
                if here:
                    return here
        return {m.country for m in found if not in_aside(self._marks.head(m), token)}

    def _hangs_on(self, mark: Mark, node: Token) -> bool:
        name = self._marks.head(mark)
        return name.dep_ == "pobj" and name.head.head == node

    def _doer(self, token: Token) -> set[str]:
        """The country named as subject of the verb whose object it is: 'Minsk freed prisoners'."""
        first = first_conjunct(token)
        if first.dep_ != "dobj":
            return set()
        subjects = (c for c in first.head.lefts if c.dep_ == "nsubj")
        hits = (self._names.hit(c) for c in subjects)
        named = (h.entry.country for h in hits if h is not None and h.kind in TOPONYMS)
        return set(filter(None, named))

    def _told(self, number: int) -> set[str]:
        """The countries told in a sentence; a nationality tells no other than the text's own."""
        known = self._scene.dateline or self._scene.main
        marks = (m for m in self._marks.sentences[number] if not self._only_reacts(m))
        return {
            m.country for m in marks if m.manner != "nationality" or known in (None, m.country)
        }

    def _answering(self, number: int) -> set[str]:
        """The states that answer for themselves in a sentence: '*Chad* denied it. The army ...'."""
        named = (m for m in self._marks.sentences[number] if m.manner == "name")
        return {mark.country for mark in named if answers_for_itself(self._marks.head(mark))}

    def _only_reacts(self, mark: Mark) -> bool:
        """Whether it is a state that says what it thinks of another's affairs, which are told.

        'Togo's court freed him. *Chad* welcomed it. Police held two': these stay Togo's.
        """
        main = self._scene.dateline or self._scene.main
        apart = main is not None and mark.country != main
        return apart and mark.manner == "name" and reacts(self._marks.head(mark))

    def _attackers(self, number: int) -> set[str]:
        """The countries told as those who do harm, in a sentence or the one before."""
        near = self._marks.sentences[max(0, number - 1) : number + 1]
        return {
            mark.country
            for marks in near
            for mark in marks
            if mark.manner != "place" and wages(self._marks.head(mark))
        }

    def _harms_its_own(self, token: Token, code: str) -> bool:
        """Whether it harms people told by that nationality, in a text that tells others too.

        Not where the text plays in that country.
        """
        number = self._names.sentences.number(token)
        if code in self._marks.places(number) or self._scene.plays_in(code):
            return False
        if code == self._scene.dateline or all(mark.country == code for mark in self._marks):
            return False
        first = first_conjunct(token)
        harmed = (mark for mark in self._marks.sentences[number] if mark.country == code)
        return any(first in harmers(self._marks.head(mark)) for mark in harmed)

    def _code(self, name: Token) -> str | None:
        """The country of a name of the tables, or of the adjective before a noun; else None."""
        hits = (self._names.hit(t) for t in (name, *name.lefts))
        return next((h.entry.country for h in hits if h is not None and h.kind in OF_LANDS), None)

    def _is_served(self, code: str, token: Token) -> bool:
        """Whether who serves a state is of this one: told as place, or what the text is about.

        Not one that stands after the verb whose subject he is: whom he condemns is not his own.
        """
        number = self._names.sentences.number(token)
        if self._marks.places(number) == {code}:
            return True
        if number and self._marks.opening(number - 1) == code:
            return True
        verb = first_conjunct(token).head if token.dep_ in ("nsubj", "nsubjpass", "conj") else None
        met = verb is not None and any(
            mark.country == code and mark.index > verb.i for mark in self._marks.sentences[number]
        )
        return code == self._scene.main and not met


def _is_bare(noun: Token) -> bool:
    """Whether nothing but 'the' stands before it: 'the country', not 'the host country'."""
    return [c.lower_ for c in noun.lefts] in (["the"], ["this"])
