"""Persons: where a text names them, titles included."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from spacy.tokens import Token

from dragoman.actors.entry import LEGAL_FORMS, Kind
from dragoman.actors.eponyms import names_a_thing
from dragoman.actors.gazetteer import Gazetteer
from dragoman.actors.leaders import Leaders
from dragoman.actors.name_runs import PARTICLES, NameFinder, without_stop
from dragoman.actors.names import Names
from dragoman.actors.party import Party
from dragoman.actors.personal_names import PersonalNames, is_acronym
from dragoman.actors.register import Register
from dragoman.actors.roles import Roles
from dragoman.actors.shared_titles import SharedTitles
from dragoman.actors.titles import NameTitle, Titles
from dragoman.analysis.grammar import NOUNS
from dragoman.letters import fold

# What ends a name and is nobody's surname: of a son, and of a firm that is read as a person.
_ENDINGS = LEGAL_FORMS | {"jr", "sr", "ag", "sa", "bv"}
_LONGEST_TITLE = 8  # tokens of a title that mean the person named after it


@dataclass(frozen=True, slots=True)
class NameRun:
    """Tokens ``start`` to ``end`` (exclusive) that make a person's name; ``left`` its titles.

    ``shared`` is the index of the plural noun that is several persons' title, -1 without one.
    """

    start: int
    end: int
    left: int
    party: Party
    shared: int = -1


class People:
    """The persons of a document.

    Args:
        names: the document's names.
        roles: the tables of roles and titles.
        gazetteer: the tables of names.
        published: day of publication, which tells who held an office; or None.
    """

    def __init__(
        self, names: Names, roles: Roles, gazetteer: Gazetteer, published: date | None
    ) -> None:
        self._names = names
        self._doc = names.doc
        self._leaders = Leaders(names, gazetteer, published)
        self._personal = PersonalNames(names, roles, self._leaders)
        self._register = Register(roles, self._leaders, published)
        self.runs: dict[int, NameRun] = {}
        """Token index to the name it is part of, titles directly before it included."""
        titles, shared = Titles(names, roles), SharedTitles(names, roles)
        found = list(NameFinder(names, roles).runs())
        spans = [
            (start, end, shared.before(start) or titles.before(start)) for start, end in found
        ]
        spans.sort(key=lambda s: (s[1] - s[0] == 1, s[0]))  # full names introduce, surnames follow
        for start, end, title in spans:
            self._read(start, end, title)
        self._claim_surnames()
        self._families = self._find_families()
        self.runs = {index: self._refreshed(run) for index, run in self.runs.items()}
        self._named_at: dict[str, list[int]] = {}
        self._sharing: dict[int, dict[int, int]] = {}  # by plural title: starts and ends of names
        for index, run in self.runs.items():
            self._named_at.setdefault(fold(run.party.name), []).append(index)
            self._sharing.setdefault(run.shared, {})[run.start] = run.end

    def _claim_surnames(self) -> None:
        """Let a surname that is a town's, a firm's or a title too mean the person named in full."""
        surnames = self._register.surnames()
        for token in self._doc:
            party = surnames.get(fold(token.text))
            if party is None or token.i in self.runs or not token.text[0].isupper():
                continue
            if self._may_be_surname(token):
                self.runs[token.i] = NameRun(token.i, token.i + 1, token.i, party)

    def _may_be_surname(self, token: Token) -> bool:
        kind = self._names.kind(token)
        if kind is None:
            return token.pos_ == "PROPN" and not any(c.dep_ == "det" for c in token.lefts)
        if kind not in (Kind.CITY, Kind.ORGANISATION) or is_acronym(token):
            return False  # 'UN' is not Kim Jong Un
        return self._names.span(token) == (token.i, token.i + 1)

    def sharing(self, index: int) -> tuple[Token, ...]:
        """The heads of the names that share the plural title at the token, or the title before it.

        At 'ministers', and at 'A' in 'ministers A and B'; empty at any other token.
        """
        run = self.runs.get(index)
        noun = index if run is None or not run.left <= run.shared < run.start else run.shared
        starts = self._sharing.get(noun, {})
        return tuple(self._doc[start:end].root for start, end in sorted(starts.items()))

    def names(self) -> tuple[NameRun, ...]:
        """Each name of a person once, those in full first."""
        return tuple({run.start: run for run in self.runs.values()}.values())

    def lands(self) -> frozenset[str]:
        """The countries of the persons whose country is known by their names and titles."""
        return frozenset(r.party.country for r in self.runs.values() if r.party.country)

    def family(self, token: Token) -> Party | None:
        """Of whose family 'the Martins' are where the text names a Martin, or None."""
        party = self._families.get(token.i)
        return None if party is None else self._register.current(party)

    def _find_families(self) -> dict[int, Party]:
        surnames = self._register.surnames()
        found = {}
        for token in self._doc[1:]:
            after_the = token.text[0].isupper() and token.nbor(-1).lower_ == "the"
            party = surnames.get(fold(token.text.removesuffix("s"))) if after_the else None
            run = self.runs.get(token.i)
            alone = run is None or (run.start, run.end) == (token.i, token.i + 1)
            if party is not None and alone and token.text.endswith("s"):
                found[token.i] = party
                self.runs.pop(token.i, None)
        return found

    def learn(self, name: str, party: Party) -> bool:
        """Add what is told of a person elsewhere ('Wang Yi, China's foreign minister').

        Returns:
            Whether it is news.
        """
        news = self._register.learn(name, party)
        if news:  # else every mention of him is as it is known
            for index in self._named_at.get(fold(name), ()):
                self.runs[index] = self._refreshed(self.runs[index])
        return news

    def _refreshed(self, run: NameRun) -> NameRun:
        return replace(run, party=self._register.current(run.party))

    def _read(self, start: int, end: int, title: NameTitle) -> None:
        if end - start > 1 and names_a_thing(self._doc, end):
            return
        words = self._words(start, end)
        name = self._register.known(words, title)
        if name is None:
            if not self._personal.holds(start, end, title, words):
                return
            name = without_stop(self._doc[start:end].text.rstrip("’'"))
        party = self._register.add(name, words, title, self._leaders.spelt(start, end))
        run = NameRun(start, end, title.start, party, title.shared)
        titled = bool(title.noun or title.office)
        for index in range(max(title.start, start - _LONGEST_TITLE), start) if titled else ():
            if self._doc[index].pos_ in NOUNS and self._names.hit(index) is None:
                self.runs[index] = run
        self.runs.update(dict.fromkeys(range(start, end), run))

    def _words(self, start: int, end: int) -> list[str]:
        """The words of a name, folded, without particles and an 'Inc.', which is no surname."""
        return [
            fold(t.text.rstrip(".’'"))
            for t in self._doc[start:end]
            if t.text[0].isalpha() and t.lower_ not in PARTICLES
            and t.lower_.rstrip(".") not in _ENDINGS
        ] or [fold(self._doc[start].text)]
