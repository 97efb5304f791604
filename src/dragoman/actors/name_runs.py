"""Where a text may name persons: runs of capitalised words, without the titles before them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from dragoman.actors.entry import Kind
from dragoman.actors.names import Names
from dragoman.actors.roles import BODY_NOUNS, Roles
from dragoman.analysis.grammar import FINITE
from dragoman.letters import HYPHENS

PARTICLES = frozenset(
    {"bin", "bint", "ibn", "ben", "al", "el", "ul", "ud", "de", "da", "dos", "del", "della", "di",
     "du", "von", "van", "der", "den", "ter", "la", "le", "abu", "e", "y"}
)  # fmt: skip
HONORIFICS = {
    "mr": "m", "mrs": "f", "ms": "f", "miss": "f", "sir": "m", "lord": "m", "lady": "f",
    "dame": "f", "dr": "", "madam": "f", "madame": "f", "sheikh": "", "sheikha": "f", "haji": "m",
    "señor": "m", "baroness": "f", "shaikh": "", "don": "m",
    "hon": "", "atty": "", "engr": "", "alh": "m", "smt": "f", "shri": "m",
}  # fmt: skip
_NAME_LIKE = re.compile(r"[^\W\d_](?:[^\W\d_]|[.’'-])*")
_ALSO_SURNAMES = frozenset(
    {"King", "Prince", "Pope", "Bishop", "Judge", "Major", "Captain", "Justice", "Chancellor",
     "General", "Commodore", "Sheriff"}
)  # fmt: skip
_ALSO_GIVEN = frozenset({"amir"})  # titles that are given names: 'Amir Peretz'
_ALSO_WOMEN = frozenset({"Marine"})  # nouns for persons that are given names: 'Marine Duval'
_LONGEST_HALF = 5  # letters: 'hyun', 'moon', 'in'
_COMPOUNDED = frozenset(
    {"led", "era", "style", "type", "made", "born", "based", "like", "run", "ally", "built", "held",
     "bound", "owned", "aged", "named", "free"}
)  # fmt: skip
PORTFOLIO = frozenset(
    {"affairs", "agriculture", "aid", "aviation", "budget", "commerce", "communications", "culture",
     "cooperation", "defence", "defense", "development", "economy", "education", "emergencies",
     "employment", "energy", "environment", "finance", "fisheries", "food", "forestry", "health",
     "home", "housing", "immigration", "industry", "information", "infrastructure", "innovation",
     "interior", "investment", "investments", "irrigation", "justice", "labor", "labour", "mines",
     "mining", "petroleum", "planning", "policy", "power", "reconstruction", "religion", "research",
     "resources", "science", "security", "services", "sport", "sports", "technology",
     "telecommunications", "tourism", "trade", "transport", "treasury", "water", "welfare", "women",
     "works", "youth"}
)  # fmt: skip
"""What ministries are for: 'Minister of Industry and Trade'."""
PORTFOLIO_KINDS = frozenset(
    {"civil", "constitutional", "economic", "foreign", "higher", "human", "internal",
     "international", "local", "national", "natural", "public", "regional", "rural", "social",
     "urban", "veterans"}
)  # fmt: skip
"""Of what kind: 'Minister of Defence and National Security'."""
_STOPPED = re.compile(r"(?:^|[\s.-])(?:[^\W\d_]|[JS]r)\.$")  # 'George W.', 'Bush Jr.'
_ALSO_NAMES = frozenset({"my", "do", "an", "so", "will", "may", "no", "mark", "bill"})


def without_stop(name: str) -> str:
    """The name without the full stop of a sentence that ends with it: 'met Hun Sen.'."""
    return name if _STOPPED.search(name) else name.removesuffix(".")


class NameFinder:
    """Finds the runs of capitalised words that may be names of persons."""

    def __init__(self, names: Names, roles: Roles) -> None:
        self._names = names
        self._roles = roles
        self._doc: Doc = names.doc

    def runs(self) -> Iterator[tuple[int, int]]:
        """The runs, as token ranges, in order of the text."""
        for sentence in self._names.sentences:
            yield from self._runs_of(sentence)

    def _runs_of(self, sentence: Span) -> Iterator[tuple[int, int]]:
        index = sentence.start
        while index < sentence.end:
            if (end := self._known_end(index, sentence)) is not None:
                yield index, end
                index = end
                continue
            if not self._begins(index, sentence):
                index += 1
                continue
            title = self._roles.title_from(self._doc, index, sentence.end)
            role = self._roles.noun_from(self._doc, index, sentence.end)
            if self._is_given_name(index, sentence):
                title = role = None
            after = index + max(title.length if title else 1, role.length if role else 1)
            named = after < sentence.end and self._free(after, inside=title is not None)
            if (title or role) and named:
                index = after
                continue
            end = self._run_end(index, sentence)
            if end < sentence.end and self._heads_name(end, sentence):
                index = end  # 'Yugoslav President Milosevic': the name begins after the title
                continue
            index = self._name_start(index, end)
            last = self._roles.noun_at(self._doc, end - 1, index)
            is_body = last is not None and (
                last.kind in BODY_NOUNS  # or a post, 'Advocacy Director', and no 'Adam Driver'
                or (last.kind == "carrier" and not self._roles.gender(self._doc[index].text))
            )
            if not is_body and not ((title or (role and role.length > 1)) and after >= end):
                yield index, end
            index = max(end, index + 1)

    def _known_end(self, index: int, sentence: Span) -> int | None:
        """The end of a leader's full name that begins at the token, whatever its words are else.

        'Godwin Friday', 'Anwaar ul Haq Kakar'; None where none begins, or a title does.
        """
        hit = self._names.hit(index)
        if hit is None or hit.kind is not Kind.LEADER or self._names.span(index)[0] != index:
            return None
        end = self._names.span(index)[1]
        full = " " in hit.entry.name and end - index > 1 and end <= sentence.end
        titled = self._roles.title_from(self._doc, index, sentence.end) is not None
        given = self._doc[index].lower_ in _ALSO_GIVEN and self._doc[index].text in hit.entry.name
        if not full or (titled and not given):
            return None
        return max(end, self._run_end(index, sentence))

    def _name_start(self, index: int, end: int) -> int:
        """Where in a run the name begins: not at a portfolio, nor at a word before a known name.

        'Minister of Industry and Trade Ion Rusu', 'Despot Kim Jong Un'.
        """
        start = index
        while start < end - 1 and self._doc[start].lower_ in PORTFOLIO and (
            start > index or self._doc[start - 1].lower_ in ("of", "for", "and", "&", ",")
            or self._doc[start - 1].lower_ in PORTFOLIO_KINDS
            or self._names.hit(start - 1) is not None
        ):
            start += 1
        if self._names.kind(end - 1) is Kind.LEADER:
            first, last = self._names.span(end - 1)
            apart = first > 0 and self._names.hit(first - 1) is None
            if last - first > 1 and start < first and apart:
                return first
        return start

    def _begins(self, index: int, sentence: Span) -> bool:
        token = self._doc[index]
        if not token.text[0].isupper() and token.lower_ not in PARTICLES:
            return False
        if token.lower_ in ("al", "el", "bin", "ibn") and index + 2 < sentence.end:
            return self._doc[index + 1].text == "-" and self._free(index + 2)
        first = sentence.start
        titled = index > first and self._roles.title_at(self._doc, index - 1, first)
        if not self._free(index, inside=bool(titled)):
            return False
        known = self._names.kind(index) is Kind.LEADER
        plain = token.pos_ != "PROPN" and not token.ent_type_ and not known
        if index == sentence.start and plain:
            return False
        role = self._roles.noun_at(self._doc, index)
        following = index + 1 < sentence.end and self._free(index + 1)
        given = self._is_given_name(index, sentence)
        if role is not None and role.length == 1 and (following or index == sentence.start):
            return given
        whole = known and self._names.span(index)[1] > index + 1  # 'Sheikh Hasina' is her name
        return token.lower_.rstrip(".") not in HONORIFICS or not following or whole

    def _is_given_name(self, index: int, sentence: Span) -> bool:
        """Whether a word for somebody is a given name here: 'the lawyer *Marine* Duval'.

        It stands after a noun for the person, or begins a name that a tagger sees, and before no
        given name: 'former Marine Daniel Hart' is a soldier.
        """
        token = self._doc[index]
        if token.text not in _ALSO_WOMEN or index + 1 >= sentence.end:
            return False
        surname = self._doc[index + 1]
        if not self._free(index + 1, inside=True) or self._roles.gender(surname.text):
            return False
        before = self._roles.noun_at(self._doc, index - 1) if index > sentence.start else None
        told = before is not None and before.kind in ("person", "carrier")
        return told or (token.ent_type_ == "PERSON" and token.ent_iob_ == "B")

    def _run_end(self, index: int, sentence: Span) -> int:
        end = index + 1
        while end < sentence.end:
            if self._heads_name(end, sentence):
                break
            if self._free(end, inside=True):
                end += 1
                continue
            if end > index + 1 and self._hyphened(end, sentence):
                end += 2  # 'Ban Ki-moon'
                continue
            token = self._doc[end]
            joins = token.lower_ in PARTICLES or token.text in ("-", "’", "'")
            step = 1
            while joins and end + step < sentence.end and (
                self._doc[end + step].lower_ in PARTICLES or self._doc[end + step].text == "-"
            ):
                step += 1
            if joins and end + step < sentence.end and self._free(end + step):
                glued = token.text not in ("-", "’", "'") or not self._doc[end - 1].whitespace_
                if glued:
                    end += step + 1
                    continue
            break
        return end

    def _hyphened(self, index: int, sentence: Span) -> bool:
        """Whether a hyphen at the token ties the second half of a given name to the first."""
        if index + 1 >= sentence.end or self._doc[index].text not in HYPHENS:
            return False
        half = self._doc[index + 1]
        glued = not self._doc[index - 1].whitespace_ and not self._doc[index].whitespace_
        short = half.is_alpha and half.is_lower and len(half.text) <= _LONGEST_HALF
        return glued and short and half.lower_ not in _COMPOUNDED

    def _heads_name(self, index: int, sentence: Span) -> bool:
        """Whether a title or a body's noun begins at the token and a name follows it."""
        if not self._doc[index].text[0].isupper():
            return False
        title = self._roles.title_from(self._doc, index, sentence.end)
        role = self._roles.noun_from(self._doc, index, sentence.end)
        if title is not None and title.office not in _ALSO_SURNAMES:
            after = index + title.length
        elif role is not None and role.kind in ("body", "collective"):
            after = index + role.length
        else:
            return False
        return after < sentence.end and self._free(after)

    def _free(self, index: int, *, inside: bool = False) -> bool:
        """Whether the token may be part of a person's name; ``inside``: after a name's first."""
        token = self._doc[index]
        if not token.text[0].isupper() or token.ent_type_ in ("DATE", "TIME") or token.is_digit:
            return False
        if not _NAME_LIKE.fullmatch(token.text) or _is_verb(token):
            return False
        function = token.pos_ in ("PRON", "DET", "CCONJ", "ADP", "AUX", "SCONJ")
        if function and not (inside and token.lower_ in _ALSO_NAMES):
            return False
        hit = self._names.hit(index)
        if hit is None or hit.kind is Kind.LEADER:
            return True
        return inside and hit.kind in (Kind.CITY, Kind.ORGANISATION) and len(hit.entry.name) > 3


def _is_verb(word: Token) -> bool:
    """Whether it is the verb of a headline in capitals, with its subject and its object."""
    beside = {child.dep_ for child in word.children} if word.tag_ in FINITE else frozenset()
    return beside >= {"nsubj", "dobj"}
