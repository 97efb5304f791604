"""The names of a text that the tables know, token by token, and where its news comes from."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import takewhile

from spacy.tokens import Doc, Token

from dragoman.actors.acronyms import bracketed
from dragoman.actors.bearers import Bearers
from dragoman.actors.calendar_names import is_mere_day
from dragoman.actors.entry import NATIONS, TOPONYMS, TOWNS, Entry, Kind
from dragoman.actors.eponyms import names_a_thing
from dragoman.actors.gazetteer import Gazetteer, Hit
from dragoman.actors.placed_towns import placed_elsewhere
from dragoman.actors.sentences import Sentences
from dragoman.actors.shared_names import SharedNames
from dragoman.analysis.grammar import PLACE_LABELS, end_of_name, first_conjunct
from dragoman.analysis.layout import layout_of
from dragoman.countries import name_of

GROUPS = frozenset({Kind.ARMED_GROUP, Kind.PARTY})
_DATELINE = re.compile(
    r"^[ \t]*+(\(?)((?:[^\W\d_]|[.'’,()/ -]){2,60}?)[ \t]*+(?:\([^()\n]{2,40}\)[ \t]*+)?"
    r"(?:[A-Z][a-z]+\.? \d{1,2},?[ \t]*+(?:\d{4}\)?[ \t]*+)?)?(?:\([^()\n]{2,40}\)[ \t]*+)?"
    r"(?:—|–|--|-(?=\s))",
    re.MULTILINE,
)
_DATELINE_LINES = 8
_TOLD_SHARE = 0.25  # of all countries named, from which a text is about a divided land
# A quarter used alone as a name, not 'the North Atlantic', 'the North of England'.
_QUARTER = re.compile(r"\b[Tt]he (North|South|East|West)\b(?! +of\b)(?![ -]+[A-Z])")
# The first of two that a hyphen ties: 'Sino-' in 'Sino-Indian'.
_COMBINED = re.compile(r"\b([A-Z][a-z]{3,7})[-–‑](?=[A-Z])")
_TIED = re.compile(r"\.?[-–‑]([^\W\d_]+)")
_SIDE = re.compile(r"\b(?:[Pp]ro|[Aa]nti)[-–‑]$")
_LONGEST_SIDE = 5  # characters: 'anti-'
_DOMAIN = re.compile(r"\.(?:com|org|net|info|co|gov|edu|tv)\b")
_QUALIFYING = frozenset(
    {"greater", "north", "south", "east", "west", "northern", "southern", "eastern", "western",
     "central", "downtown", "inner", "old", "upper", "lower", "the"}
)  # fmt: skip
_NOT_OWNED = frozenset(
    {"backed", "led", "sponsored", "funded", "allied", "aligned", "trained", "made", "supported",
     "brokered", "mediated", "speaking", "imposed", "supplied", "linked", "designed", "built",
     "style", "friendly", "inspired", "donated", "financed", "armed", "bound", "occupied",
     "installed", "appointed", "affiliated", "mandated", "proposed", "drafted", "flagged", "type",
     "era", "listed", "themed"}
)  # fmt: skip


class Names:
    """The names of the tables in one document.

    Attributes:
        doc: the document.
        sentences: its sentences.
        countries: how often each PLOVER country code is meant, most often first.
        introduced: the abbreviations that the text introduces in brackets.
        small_towns: the countries of places that only the map knows, by their first token.
        dateline: character range of the dateline's place, or None.
        dateline_country: the country of the dateline, or None.

    Args:
        doc: the document.
        gazetteer: the tables of names.
        published: day of publication, which tells who governed; or None.
        placed: the country where the text places a town, by the first character of its name.
    """

    def __init__(
        self, doc: Doc, gazetteer: Gazetteer, published: date | None, placed: Mapping[int, str]
    ) -> None:
        self.doc = doc
        self._text = layout_of(doc).text
        self._published = published
        self.sentences = Sentences(doc)
        self._starts = [t.idx for t in doc]
        self._at: dict[int, Hit] = {}
        self._span: dict[int, tuple[int, int]] = {}
        self.dateline: tuple[int, int] | None = None
        self.dateline_country: str | None = None
        self._bearers = Bearers(doc, self._at, gazetteer.given_names)
        for hit in gazetteer.find(self._text):
            self._note(hit)
        for index in [i for i in self._at if self._bearers.is_again(i)]:
            del self._at[index], self._span[index]
        for first, town in tuple(placed_elsewhere(doc, self._at, self._span, placed)):
            for index in range(*self._span[first]):
                self._at[index] = town
        self._note_halves(gazetteer)
        self._note_combining(gazetteer.combining)
        self.introduced = tuple(bracketed(doc, self._text))
        self._settle_shared(gazetteer)
        on_map = ((self.token_index(start), code) for start, code in placed.items())
        self.small_towns = {first: code for first, code in on_map if first not in self._at}
        self.dateline, self.dateline_country = self._find_dateline()
        self.countries: Mapping[str, int] = dict(self._count().most_common())

    def token_index(self, char: int) -> int:
        """The token that holds the character."""
        return max(bisect_right(self._starts, char) - 1, 0)

    def hit(self, token: Token | int) -> Hit | None:
        """The name that the token is part of, or None."""
        return self._at.get(token if isinstance(token, int) else token.i)

    def kind(self, token: Token | int) -> Kind | None:
        """What the name is that the token is part of, or None."""
        hit = self.hit(token)
        return None if hit is None else hit.kind

    def span(self, token: Token | int) -> tuple[int, int]:
        """First token and the one past the last of the name that the token is part of."""
        return self._span[token if isinstance(token, int) else token.i]

    def head(self, token: Token | int) -> Token:
        """The head of the name that the token is part of."""
        first, end = self.span(token)
        return self.doc[first:end].root

    def word_after(self, token: Token | int) -> str:
        """The word after the name that the token is part of, in lower case; empty at the end."""
        end = self.span(token)[1]
        return str(self.doc[end].lower_) if end < len(self.doc) else ""

    def tells_origin(self, index: int) -> bool:
        """False for 'Iranian' in 'Iranian-backed' and 'pro-Iranian': it tells whose friend."""
        start = self._at[index].start
        if _SIDE.search(self._text, max(0, start - _LONGEST_SIDE), start):
            return False
        tied = _TIED.match(self._text, self._at[index].end)
        return tied is None or tied[1].lower() not in _NOT_OWNED

    def is_tied_to(self, index: int, word: str) -> bool:
        """Whether a hyphen ties the name at the token to the word: 'Afghan-born'."""
        tied = _TIED.match(self._text, self._at[index].end)
        return tied is not None and tied[1].lower() == word

    def in_dateline(self, token: Token) -> bool:
        """Whether the token stands in the dateline."""
        return self.dateline is not None and self.dateline[0] <= token.idx < self.dateline[1]

    def _in_force(self, hit: Hit) -> Hit:
        """The meanings less what the name no longer or not yet means on the day."""
        if not any(e.governing for e in hit.entries):
            return hit
        day = self._published
        held = [e for e in hit.entries if e.governing and day is not None and e.holds_on(day)]
        return replace(hit, entries=(*held, *(e for e in hit.entries if not e.governing)))

    def _note(self, hit: Hit) -> None:
        hit = self._in_force(hit)
        first = self.token_index(hit.start)
        last = self.token_index(hit.end - 1)
        if self.doc[first].idx != hit.start and hit.kind is not Kind.OWN and first == last:
            inner = self.doc[first].text[: hit.start - self.doc[first].idx]
            if inner[-1:].isalnum():
                return
        if _DOMAIN.match(self._text, hit.end):
            return  # a web site, whatever its name
        misread = (self._is_word, self._bearers.holds, self._is_part, self._is_of_longer)
        if any(is_other(hit, first, last) for is_other in misread) or (
            hit.kind is Kind.ARMED_GROUP and is_mere_day(self.doc, first, last)
        ):
            return
        for index in range(first, last + 1):
            self._at[index] = hit
            self._span[index] = (first, last + 1)

    def _settle_shared(self, gazetteer: Gazetteer) -> None:
        """Unlearn names that mean nobody here, and let shared names mean one bearer each."""
        shared = SharedNames(
            self.doc, self._at, self._span, self.introduced, gazetteer, self._published
        )
        for first, settled in tuple(shared.settled()):
            for index in range(*self._span[first]):
                if settled is None:
                    del self._at[index], self._span[index]
                else:
                    self._at[index] = settled

    def _note_halves(self, gazetteer: Gazetteer) -> None:
        """'The North' is North Korea where the text names either Korea."""
        seen = self._count()
        for code in seen.keys() & gazetteer.halves.keys():
            quarters = gazetteer.halves[code]
            told = sum(seen[entry.country or ""] for entry in quarters.values())
            if told < _TOLD_SHARE * seen.total():
                continue
            for match in _QUARTER.finditer(self._text):
                entry = quarters.get(match[1])
                if entry is not None and self.token_index(match.start(1)) not in self._at:
                    self._note(Hit(match.start(1), match.end(1), (entry,)))

    def _note_combining(self, forms: Mapping[str, str]) -> None:
        """'Sino' is China where a hyphen ties it to another nation: 'Sino-Indian talks'."""
        for match in _COMBINED.finditer(self._text):
            code, other = forms.get(match[1]), self.kind(self.token_index(match.end()))
            if code is None or other not in NATIONS:
                continue
            entry = Entry(name_of(code), Kind.ADJECTIVE, code, ("GOV",))
            self._note(Hit(match.start(1), match.end(1), (entry,)))

    def _is_word(self, hit: Hit, first: int, last: int) -> bool:
        """Whether a firm's name that is a word too stands as the word: 'Shell fire hit Homs'."""
        token = self.doc[first]
        if hit.kind is not Kind.ORGANISATION or first != last or not token.is_title:
            return False
        return bool(token.is_sent_start) and token.pos_ not in ("PROPN", "X")

    def _is_part(self, hit: Hit, first: int, last: int) -> bool:
        """Whether a town's name is only a part of another place's: 'Sutherland Springs'."""
        token = self.doc[first]
        if hit.kind in TOWNS and end_of_name(self.doc, last + 1) > last + 1:
            return True  # 'San Juan de Lurigancho'
        place = token.ent_type_ in PLACE_LABELS
        if hit.kind is not Kind.CITY or first != last or not place:
            return False
        before = self.doc[first - 1] if first else None
        return (
            before is not None and token.ent_iob_ == "I" and before.is_title
            and before.i not in self._at and before.lower_ not in _QUALIFYING
        )  # fmt: skip

    def _is_of_longer(self, hit: Hit, first: int, last: int) -> bool:
        """Whether it is part of a longer name that no table knows: 'Bar Workers Congress'."""
        if hit.kind is Kind.LEADER:  # 'Hamid Karzai International Airport'
            return first != last and names_a_thing(self.doc, last + 1)
        if not hit.entry.generic or first != last:
            return False
        if self._is_of_members(last + 1):
            return True  # 'Congress of Trade Unions'
        if first == 0:
            return False
        before = self.doc[first - 1]
        named = before.pos_ == "PROPN" and before.is_title and before.dep_ == "compound"
        return named and before.head == self.doc[first] and before.i not in self._at

    def _is_of_members(self, index: int) -> bool:
        """Whether 'of' stands at ``index``, and who make up a body follows: 'of Trade Unions'."""
        if index >= len(self.doc) or self.doc[index].lower_ != "of":
            return False
        named = takewhile(lambda t: t.text[0].isupper(), self.doc[index + 1 : index + 5])
        return any(t.tag_ in ("NNPS", "NNS") for t in named)

    def is_office(self, index: int) -> bool:
        """Whether the name at the token is a dateline that tells no scene: '(Dakar) - '."""
        return self.dateline_country is None and self.in_dateline(self.doc[index])

    def _find_dateline(self) -> tuple[tuple[int, int] | None, str | None]:
        text = self._text
        for count, match in enumerate(_DATELINE.finditer(text)):
            if count >= _DATELINE_LINES:
                break
            hit = self.hit(self.token_index(match.start(2)))
            words = re.findall(r"[^\W\d_]+", match[2])
            named = all(w[0].isupper() or w in ("of", "de", "el", "al", "and") for w in words)
            if named and hit and hit.kind in TOPONYMS and hit.start == match.start(2):
                # in brackets it is the office of whoever issues it, and no scene: '(Dakar) - '
                return match.span(2), None if match[1] else hit.entry.country
        return None, None

    def _count(self) -> Counter[str]:
        seen: Counter[str] = Counter()
        for index, (first, _) in self._span.items():
            entry = self._at[index].entry
            counted = entry.kind is not Kind.CITY and not entry.generic
            counted = counted and "JRN" not in entry.sectors and not self.is_office(index)
            if index == first and entry.country and counted:
                seen[entry.country] += 1
        return seen


def stands_apart(names: Names, member: Token) -> bool:
    """Whether the parser joins an armed group or a party to the state that a noun is of.

    'The government of the DRC and M23' are two: the group stands beside the government, and
    owns no part of it.
    """
    first = first_conjunct(member)
    one, other = names.kind(first), names.kind(member)
    of = first.i != member.i and first.dep_ == "pobj" and first.head.lower_ == "of"
    return of and (
        (one in TOPONYMS and other in GROUPS) or (one in GROUPS and other in TOPONYMS)
    )
