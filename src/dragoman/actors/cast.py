"""The parties of one article: who each of its noun phrases means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Token

from dragoman.actors.abbreviations import abbreviations
from dragoman.actors.description import MISSIONS, Describer
from dragoman.actors.entry import TOPONYMS, Kind
from dragoman.actors.gazetteer import Gazetteer
from dragoman.actors.introductions import Introductions
from dragoman.actors.names import Names
from dragoman.actors.party import UNIDENTIFIED, Party
from dragoman.actors.people import NameRun, People
from dragoman.actors.phrases import (
    appositions,
    belongs_to,
    speech_ends,
)
from dragoman.actors.reference import Reference, Told
from dragoman.actors.roles import Role, Roles
from dragoman.actors.setting import Setting
from dragoman.actors.toponyms import is_destination, is_struck, stands_for_government
from dragoman.analysis import Analysis
from dragoman.analysis.grammar import conjuncts
from dragoman.mention import Entity, Speaker

_PARTY_ENTITIES = frozenset({"PERSON", "ORG", "NORP"})
_SAYING = frozenset({"say", "tell", "add", "state", "note", "warn", "stress", "write", "declare",
                     "announce", "conclude", "insist", "argue", "reply", "assure"})  # fmt: skip
_VOICES = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_HEADS = ("NOUN", "PROPN")
_INSIDE = frozenset({"compound", "amod", "nmod", "nummod", "det", "punct"})
_QUANTIFIED = frozenset(
    {"dozens", "hundreds", "thousands", "scores", "one", "some", "many", "most", "two", "three",
     "several", "number", "group", "majority", "millions", "tens", "members", "all", "both",
     "handful", "others", "crowd", "few"}
)  # fmt: skip
_DOCUMENTS = frozenset({"report", "statement", "letter", "survey", "poll", "study"})
_FIRST_PERSON = frozenset({"i", "we", "us", "our", "my", "me", "ours"})
_ARMED = (("MIL",), ("REB",), ("PRM",))
_RELATIVE = ("WP", "WDT", "WP$")


class Cast:
    """Who is who in one article; made by `Actors`, never changed.

    Args:
        analysis: the article.
        gazetteer: the tables of names.
        roles: the tables of roles and titles.
    """

    def __init__(self, analysis: Analysis, gazetteer: Gazetteer, roles: Roles) -> None:
        self._analysis = analysis
        self._text = analysis.article.text
        self._doc = analysis.doc
        self._gazetteer = gazetteer
        self._roles = roles
        self._names = Names(self._doc, gazetteer, analysis.article.published)
        self._people = People(self._names, roles, gazetteer, analysis.article.published)
        self._setting = Setting(self._names)
        self._describer = Describer(self._names, roles, gazetteer, self._people, self._setting)
        self._numbers = {s.start: n for n, s in enumerate(self._names.sentences)}
        self._reference = self._referring(())
        self._introduce()
        self._aliases = abbreviations(self._names)
        self._reference = self._referring(self._tell())
        introductions = Introductions(self._doc, self._people, self._describer, self._numbers)
        if introductions.recognise(self._reference.told, _SAYING):
            self._reference = self._referring(self._tell())
        self._learn_genders()
        introductions.learn_kin(self._parties)

    @property
    def dateline_country(self) -> str | None:
        """The PLOVER code of the country of the dateline's place, or None."""
        return self._names.dateline_country

    @property
    def countries(self) -> Mapping[str, int]:
        """How often each PLOVER country code is meant in the article, most often first."""
        return self._names.countries

    def country_name(self, code: str) -> str:
        """The short English name of the country with this PLOVER code."""
        return self._gazetteer.country_name(code)

    def resolve(self, head: Token) -> tuple[Entity, ...]:
        """The parties that the noun phrase headed by ``head`` means, coordination included.

        Empty where the phrase names no party. Somebody of whom nothing is known has the country
        None and the sector UNK (UAF for unidentified armed men).
        """
        head = self._describer.long_names.head_of(head)
        members = [head]
        if head.dep_ != "conj":
            nominal = (*_HEADS, "PRON", "NUM", "ADJ")
            members += [c for c in conjuncts(head) if c.i != head.i and c.pos_ in nominal]
        members = [*self._joined_before(head), *members]
        found: dict[tuple[str, str | None, int], Entity] = {}
        for member in members:
            start, end = self._extent(member)
            text = self._text[start:end]
            for party in self._parties(member):
                entity = Entity(
                    text, start, end, party.name, party.country, party.sectors, party.office
                )
                found.setdefault((party.name, party.country, start), entity)
        return tuple(found.values())

    def _joined_before(self, head: Token) -> list[Token]:
        """Persons joined by 'and' whom the parser takes for a part of the next one's name."""
        run = self._people.runs.get(head.i)
        if run is None:
            return []
        return [
            child
            for child in head.lefts
            if (other := self._people.runs.get(child.i)) is not None
            and other.start != run.start
            and any(t.dep_ == "cc" for t in self._doc[other.end : run.left])
        ]

    def speaker(self, head: Token) -> tuple[Speaker, ...]:
        """The parties that the phrase names as source of a claim, as `resolve` finds them."""
        document = head.lemma_.lower() in _DOCUMENTS
        found = (self._authors(head) if document else ()) or self.resolve(head)
        found = found or self._authors(head)
        if not found and head.pos_ == "PROPN":
            start, end = self._extent(head)
            text = self._text[start:end]
            return (Speaker(text, start, end, text, None, UNIDENTIFIED),)
        return tuple(
            Speaker(e.text, e.start, e.end, e.name, e.country, e.sectors) for e in found
        )

    def _authors(self, thing: Token) -> tuple[Entity, ...]:
        """Whose words a document is: 'a White House statement', 'a letter from the ministry'."""
        owners = [c for c in thing.lefts if c.dep_ in ("poss", "compound", "nmod")]
        owners += [c for c in thing.lefts if c.dep_ == "amod" and self._names.hit(c) is not None]
        owners += [o for _, o in belongs_to(thing, ("by", "from", "of"))]
        for owner in owners:
            found = self.resolve(owner)
            hit = self._names.hit(owner)
            if found and hit is not None and hit.kind in (Kind.ADJECTIVE, Kind.PEOPLE):
                code = found[0].country or ""
                name = self.country_name(code)
                return (replace(found[0], name=name, sectors=("GOV",)),) if code else ()
            if found:
                return found
        return ()

    def is_party(self, head: Token) -> bool:
        """Whether the phrase can be an actor: a person, a group, a body, or a state used as one."""
        head = self._describer.long_names.head_of(head)
        if self._names.in_dateline(head):
            return False
        if Reference.is_pronoun(head):
            return head.lower_ not in ("it", "its") or bool(self._parties(head))
        if head.tag_ in _RELATIVE:
            return bool(self._parties(head))
        hit = self._names.hit(head)
        place = hit is not None and hit.kind in TOPONYMS and head.i not in self._people.runs
        if place and self._describer.role(head) is None:
            return self._place_acts(head)
        if head.pos_ not in (*_HEADS, "PRON", "NUM", "ADJ", "DET", "X"):
            return False
        if head.pos_ == "ADJ" and head.dep_ == "amod" and hit is None:
            return False  # 'a military field'
        if self._is_bare_collective(head):
            return False
        return bool(self._parties(head))

    def _is_bare_collective(self, head: Token) -> bool:
        """'Take office', 'in service': a body's noun alone names no body."""
        role = self._describer.role(head)
        if role is None or role.kind != "collective" or head.tag_ != "NN":
            return False
        if role.noun == "side":  # 'on its side', 'by his side'; 'both sides' are parties
            return True
        return not any(c.dep_ not in ("punct", "prep") for c in head.lefts) and not any(
            c.lower_ == "of" for c in head.rights
        )

    def names_state(self, token: Token) -> bool:
        """Whether the token is part of a country's name."""
        hit = self._names.hit(token)
        return hit is not None and hit.kind is Kind.COUNTRY

    def stands_for_government(self, token: Token) -> bool:
        """Whether a toponym is used for its government, as against the place."""
        return stands_for_government(token, self._names)

    def _place_acts(self, head: Token) -> bool:
        return (
            stands_for_government(head, self._names)
            or (
                is_destination(head, self._names)
                and self._names.hit(head) is not None
            )
            or is_struck(head, self._names)
        )

    def _parties(self, head: Token, depth: int = 3) -> tuple[Party, ...]:
        """Whom one conjunct means."""
        if depth == 0:
            return ()
        if Reference.is_pronoun(head):
            return self._possessor(head)
        if head.tag_ in _RELATIVE:
            return self._relative(head, depth)
        if head.i in self._aliases and self._aliases[head.i].i != head.i:
            return self._parties(self._aliases[head.i], depth - 1)
        quantified = self._of_quantity(head)
        if quantified is not None and (inner := self._parties(quantified, depth - 1)):
            return inner
        own = self._describer.describe(head, self._possessor)
        if head.i in self._people.runs or (own and not own[0].unnamed):
            return own
        role = self._describer.role(head)
        back = self._reference.phrase(head, role, own[0] if own else None)
        if back and self._name_beside(head) is None:
            return back
        if role is None or not own:
            return own
        return self._placed(head, self._identified(head, role, own))

    def _identified(self, head: Token, role: Role, own: tuple[Party, ...]) -> tuple[Party, ...]:
        """Whom a role noun means where a name or a body near by tells it."""
        if role.noun == "counterpart":
            return self._counterpart(head, own)
        if own[0].sectors == UNIDENTIFIED and own[0].plural and (named := self._listed(head)):
            return named
        if role.kind in ("person", "carrier") and not own[0].plural:
            apposed = head.dep_ == "appos" and not speech_ends(head, head.head)
            if apposed and head.head.i in self._people.runs:
                return self._describer.describe(head.head, self._possessor)
            own = self._named_beside(head, own)
        if role.noun in _VOICES and own[0].guessed:
            return self._voice_of(head, own)
        return own

    def _listed(self, head: Token) -> tuple[Party, ...]:
        """'Their allies, China and Russia': those who are named beside."""
        members = [m for c in head.rights if c.dep_ == "appos" for m in (c, *conjuncts(c))]
        found = [p for m in members for p in self._describer.describe(m, self._possessor)]
        return tuple(found) if all(not p.unnamed and p.country for p in found) else ()

    def _placed(self, head: Token, own: tuple[Party, ...]) -> tuple[Party, ...]:
        """'The rebels' are of the country told where they were first spoken of."""
        first = own[0]
        untold = first.unnamed and (first.guessed or first.country is None)
        if first.country is not None and first.name == self.country_name(first.country):
            return own  # 'the government': the last state spoken of, as the setting has it
        if len(own) > 1 or not untold or "UAF" in first.sectors:
            return own
        if first.noun in MISSIONS:
            earlier = self._reference.mission(head, first)
        elif self._describer.is_outside(head) or self._setting.only(head) is not None:
            return own
        else:
            earlier = self._reference.same_noun(head, first)
        if earlier is not None:
            return (replace(first, country=earlier.country),)
        armed = first.sectors[:1] in _ARMED
        code = self._reference.force(head, first) if armed else None
        return own if code is None else (replace(first, country=code),)

    def _possessor(self, pronoun: Token) -> tuple[Party, ...]:
        if pronoun.lower_ in _FIRST_PERSON:
            return self._quoted_speaker(pronoun)
        if pronoun.lower_ == "it" and (told := self._own_report(pronoun)):
            return told
        return self._reference.pronoun(pronoun)

    def _own_report(self, pronoun: Token) -> tuple[Party, ...]:
        """'Iran said it', 'the army, which says it': the one who says so speaks of himself."""
        clause = pronoun.head
        if pronoun.dep_ != "nsubj" or clause.dep_ != "ccomp" or clause.head.lemma_ not in _SAYING:
            return ()
        speakers = [c for c in clause.head.children if c.dep_ == "nsubj" and c.i < pronoun.i]
        if not speakers or speakers[0].tag_ == "PRP":
            return ()
        told = self._parties(speakers[0], 2)
        return told if len(told) == 1 and told[0].kind in ("country", "body") else ()

    def _name_beside(self, head: Token) -> NameRun | None:
        """The name in apposition to a role: by the parse, or between commas right after it."""
        for beside in appositions(head):
            run = self._people.runs.get(beside.i)
            if run is not None and beside.dep_ == "appos":
                return run
        if head.i + 2 >= len(self._doc) or self._doc[head.i + 1].text != ",":
            return None
        run = self._people.runs.get(head.i + 2)
        if run is None or run.left not in (head.i + 2, run.start):
            return None
        closed = run.end >= len(self._doc) or self._doc[run.end].text in (",", ".", ";", "'s", "’s")
        return run if closed else None

    def _voice_of(self, head: Token, own: tuple[Party, ...]) -> tuple[Party, ...]:
        """'A spokesman added' after 'The police said': theirs."""
        body = self._reference.nearest_body(head)
        if body is None or body.sectors in (UNIDENTIFIED, ()):
            return own
        return (replace(own[0], country=body.country, sectors=body.sectors, guessed=False),)

    def _named_beside(self, head: Token, own: tuple[Party, ...]) -> tuple[Party, ...]:
        """'Egypt's top general, X': X, with what the phrase tells of him."""
        run = self._name_beside(head)
        if run is not None:
            described = self._describer.describe(self._doc[run.end - 1], self._possessor)[0]
            return (replace(described, country=described.country or own[0].country),)
        return own

    def _is_introduced(self, head: Token) -> bool:
        """'The minister, X': told here, not referred back to."""
        return self._name_beside(head) is not None

    def _counterpart(self, head: Token, own: tuple[Party, ...]) -> tuple[Party, ...]:
        """'His Pakistani counterpart' holds the office of the one whose counterpart he is."""
        beside = self._name_beside(head)
        if beside is not None and own:
            return (replace(beside.party, country=beside.party.country or own[0].country),)
        owner = next((c for c in head.lefts if c.tag_ == "PRP$"), None)
        antecedents = self._reference.pronoun(owner) if owner is not None else ()
        if not antecedents or not own:
            return own
        first = antecedents[0]
        sectors = first.sectors or ("GOV",)
        return tuple(replace(p, office=first.office, sectors=sectors) for p in own)

    def _relative(self, pronoun: Token, depth: int) -> tuple[Party, ...]:
        node = pronoun
        while node.head.i != node.i and node.dep_ != "relcl":
            node = node.head
        return self._parties(node.head, depth - 1) if node.dep_ == "relcl" else ()

    def _of_quantity(self, head: Token) -> Token | None:
        """What is counted: 'dozens of protesters', 'one of the soldiers'."""
        if head.lower_ not in _QUANTIFIED and head.pos_ != "NUM":
            return None
        for child in head.rights:
            if child.dep_ == "prep" and child.lower_ == "of":
                return next((c for c in child.children if c.dep_ == "pobj"), None)
        return None

    def _quoted_speaker(self, pronoun: Token) -> tuple[Party, ...]:
        """Who says the quotation in which the pronoun of the first person stands."""
        quotation = self._analysis.quotation_around(pronoun)
        if quotation is None:
            return ()
        paragraph = self._analysis.paragraph_of(quotation.start)
        best: tuple[int, Token] | None = None
        for token in self._doc:
            if token.dep_ != "nsubj" or token.head.lemma_ not in _SAYING:
                continue
            if quotation.start <= token.idx < quotation.end:
                continue
            if self._analysis.paragraph_of(token.idx) != paragraph:
                continue
            distance = min(abs(token.idx - quotation.end), abs(token.idx - quotation.start))
            if best is None or distance < best[0]:
                best = (distance, token)
        return self._parties(best[1], 2) if best is not None else ()

    def _introduce(self) -> None:
        """Let what stands beside each full name tell of its bearer all through the article."""
        for token in self._doc:
            unknown = token.i not in self._people.runs and self._names.hit(token) is None
            if unknown and token.pos_ == "PROPN" and token.dep_ not in _INSIDE:
                self._describer.learn_body(token)
        seen: set[int] = set()
        for run in list(self._people.runs.values()):
            if run.start in seen:
                continue
            seen.add(run.start)
            head = self._doc[run.start : run.end].root
            if run.party.country and run.party.sectors != UNIDENTIFIED:
                continue
            for told in self._describer.describe(head)[:1]:
                if told != run.party:
                    self._people.learn(run.party.name, told)

    def _tell(self) -> list[Told]:
        """The parties told by name or noun, in order of the text, for what refers back to them."""
        told: list[Told] = []
        for token in self._doc:
            if token.pos_ not in _HEADS or token.dep_ in _INSIDE:
                continue
            if self._names.in_dateline(token) or Reference.is_pronoun(token):
                continue
            if self._describer.long_names.head_of(token) != token:
                continue
            hit = self._names.hit(token)
            named = hit is not None or token.pos_ == "PROPN" or token.i in self._people.runs
            if not named and not self._roles.ends_noun(token.lower_):
                continue
            if hit is not None and hit.kind is Kind.CITY:
                continue
            if hit is not None and hit.kind is Kind.SEAT and not self.stands_for_government(token):
                continue
            first = token
            while first.dep_ == "conj" and first.head.i != first.i:
                first = first.head
            subject = first.dep_ in ("nsubj", "nsubjpass")
            number = self._numbers.get(token.sent.start, 0)
            for party in self._describer.describe(token):
                unknown = party.sectors == UNIDENTIFIED and party.country is None
                if unknown and party.kind != "person":
                    continue
                told.append(Told(token.i, number, party, subject, first.i))
        return told

    def _referring(self, told: Sequence[Told]) -> Reference:
        return Reference(told, self._numbers, self._government, self._setting.state)

    def _government(self, code: str) -> Party:
        return Party(self._gazetteer.country_name(code), code, ("GOV",), None, "country")

    def _learn_genders(self) -> None:
        """Let 'he' and 'she' tell the gender of those they refer to for the rest of the text."""
        known: dict[str, str] = {}
        told = list(self._reference.told)
        for token in self._doc:
            if token.lower_ not in ("he", "she"):
                continue
            for party in self._reference.pronoun(token):
                if party.kind == "person" and not party.gender and party.name not in known:
                    known[party.name] = "m" if token.lower_ == "he" else "f"
                    told = [_gendered(t, known) for t in told]
                    self._reference = self._referring(told)

    def _extent(self, head: Token) -> tuple[int, int]:
        """The characters of the phrase's core: without what follows the head, but for its name."""
        first, last = self._describer.extent(head)
        run = self._people.runs.get(head.i)
        if run is not None and head.i < run.end:
            first, last = min(run.left, run.start), max(last, run.end)
        elif self._names.hit(head) is not None:
            begin, end = self._names.span(head)
            first, last = min(first, begin), max(last, end)
        if Reference.is_pronoun(head) or head.i < first:
            first = head.i
        while first < last - 1 and (self._doc[first].is_punct or self._doc[first].is_space):
            first += 1
        start = self._doc[first].idx
        final = self._doc[last - 1]
        return start, final.idx + len(final.text.rstrip())


def _gendered(told: Told, known: Mapping[str, str]) -> Told:
    gender = known.get(told.party.name)
    if gender is None or told.party.kind != "person":
        return told
    return replace(told, party=replace(told.party, gender=gender))
