"""Who takes part in an event: from its trigger through the parse to the parties' head words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files

from spacy.tokens import Token

from dragoman.analysis.charges import accused
from dragoman.analysis.grammar import (
    clause_of,
    clause_subjects,
    conjuncts,
    first_conjunct,
    governing_verb,
    modifiers,
    objects,
    owners,
    prepositional,
    subjects,
)
from dragoman.events.lexicon import Lexicon, part_of_speech
from dragoman.tables import rows

# Kinds of operators whose subject is also who does what the noun under them names.
_CARRYING = ("light", "begin", "end", "plan", "postpone", "cancel", "consider", "fail")
_OF_COURTS = ("ACCUSE", "SANCTION")  # types of the charge itself
_HARMING = frozenset({"kill", "die", "wound", "injure", "hurt", "perish", "murder"})


@dataclass(frozen=True, slots=True)
class Frame:
    """The ways from a trigger to its actors and recipients: a row of ``frames.tsv``."""

    actors: tuple[tuple[str, ...], ...]
    recipients: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Head words found by one way; if ``forced``, a country there is a party though a place."""

    heads: tuple[Token, ...]
    forced: bool = False


@dataclass(frozen=True, slots=True)
class Arguments:
    """Head words of phrases that may name actors and recipients.

    Each role has groups of heads, best way first; the first group that names a party decides.
    """

    actors: tuple[Group, ...]
    recipients: tuple[Group, ...]


class ArgumentFinder:
    """Finds the arguments of triggers by the frames table."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    @cached_property
    def frames(self) -> Mapping[tuple[str, str, str, str], Frame]:
        """Frames by (event, mode, part of speech, lemma); empty strings stand for any."""
        table = files(__package__) / "data" / "frames.tsv"
        columns = ("event", "mode", "pos", "lemma", "actors", "recipients")
        return {
            (row["event"], row["mode"], row["pos"], row["lemma"]): Frame(
                _ways(row["actors"]), _ways(row["recipients"])
            )
            for row in rows(table, columns)
        }

    def frame(self, trigger: Token, event: str, mode: str | None) -> Frame:
        """The most specific frame of a trigger with this type and mode."""
        part = part_of_speech(trigger) or "N"
        lemma = trigger.lemma_.lower()
        for key in (
            (event, mode or "", part, lemma),
            (event, "", part, lemma),
            (event, mode or "", part, ""),
            (event, "", part, ""),
        ):
            if key in self.frames:
                return self.frames[key]
        return self.frames["*", "", part, ""]

    def find(self, trigger: Token, event: str, mode: str | None) -> Arguments:
        """The candidate head words for both roles; the caller decides which can be parties."""
        if part_of_speech(trigger) is None:
            trigger = clause_of(trigger)  # 'found guilty', 'is at war': the verb has the parties
        frame = self.frame(trigger, event, mode)
        charged = () if event in _OF_COURTS else accused(trigger)
        doers = (Group(tuple(t for head in charged for t in conjuncts(head))),) if charged else ()
        return Arguments(
            doers or tuple(self._follow(trigger, ways) for ways in frame.actors),
            tuple(self._follow(trigger, ways) for ways in frame.recipients),
        )

    def _follow(self, trigger: Token, ways: tuple[str, ...]) -> Group:
        heads = (head for way in ways for head in self._step(trigger, way.rstrip("!")))
        found = (t for head in heads for t in conjuncts(head) if t.i != trigger.i)
        return Group(tuple(dict.fromkeys(found)), any(way.endswith("!") for way in ways))

    def _step(self, trigger: Token, way: str) -> tuple[Token, ...]:
        match way:
            case "subj":
                return subjects(trigger)
            case "obj":
                return objects(trigger)
            case "comp":  # 'threatened to hit Mali'
                return _complement_objects(trigger)
            case "clause":
                return clause_subjects(trigger)
            case "dative":
                receivers = (c for c in trigger.children if c.dep_ == "dative")
                return tuple(c for c in receivers if c.pos_ != "ADP")
            case "poss":
                return owners(trigger)
            case "mod":
                return tuple(m for m in modifiers(trigger) if _names_somebody(m))
            case "doer":  # 'speaking during a visit, she ...'
                return subjects(clause_of(trigger)) if trigger.dep_ == "pobj" else ()
            case "light":
                return self._light_subjects(trigger)
            case "victims":
                return _victims(trigger)
            case "undergo":
                return self._light_subjects(trigger, undergoing=True)
            case _:
                return self._prepositional(trigger, way)

    def _prepositional(self, trigger: Token, way: str) -> tuple[Token, ...]:
        found = prepositional(trigger, way)
        verb = governing_verb(trigger) if part_of_speech(trigger) == "N" else None
        if not found and verb is not None and self._lexicon.operator(verb) is not None:
            # the parser hangs 'with Oman' in 'held talks with Oman' on either word
            found = prepositional(verb, way)
        if not found and part_of_speech(trigger) == "V":
            # and 'from Mali' in 'recalled its envoy from Mali' on the verb or its object
            found = tuple(t for o in objects(trigger) for t in prepositional(o, way))
        return tuple(t for t in found if t.pos_ != "VERB")

    def _light_subjects(self, noun: Token, *, undergoing: bool = False) -> tuple[Token, ...]:
        verb = _carrier(noun)
        kind = self._lexicon.operator(verb) if verb is not None else None
        wanted = ("undergo",) if undergoing else _CARRYING
        if verb is None or kind not in wanted:
            return ()
        return tuple(s for s in subjects(verb) if s.i != noun.i)


def _complement_objects(verb: Token) -> tuple[Token, ...]:
    inner = [c for c in verb.children if c.dep_ == "xcomp"]
    return tuple(
        o for c in inner for o in objects(c) or prepositional(c, "on", "against", "at", "with")
    )


def _names_somebody(modifier: Token) -> bool:
    """Whether a word before a noun may name who does it: 'Thai', 'police', not 'weekly'."""
    if modifier.pos_ == "ADJ":
        return modifier.ent_type_ in ("NORP", "GPE", "ORG", "PERSON")
    return modifier.ent_type_ not in ("DATE", "TIME", "CARDINAL", "ORDINAL")


def _carrier(noun: Token) -> Token | None:
    """The verb that says what is done with a happening: 'held talks', 'began a series of raids'."""
    node = first_conjunct(noun)
    while node.dep_ == "pobj" and node.head.lower_ == "of" and node.head.head.pos_ == "NOUN":
        node = node.head.head
    if node.dep_ in ("dobj", "nsubjpass", "attr") and node.head.pos_ in ("VERB", "AUX"):
        return node.head
    if node.dep_ == "pobj" and node.head.dep_ == "prep" and node.head.head.pos_ == "VERB":
        return node.head.head
    return None


def _victims(noun: Token) -> tuple[Token, ...]:
    """Who was hurt in what the noun names: 'nine died in clashes', 'the attack killed nine'."""
    verb = governing_verb(noun)
    verbs = [verb, *verb.conjuncts] if verb is not None else []
    verbs += [c for c in noun.children if c.dep_ in ("relcl", "acl")]
    for candidate in verbs:
        if candidate.lemma_ in _HARMING:
            return objects(candidate) or subjects(candidate)
    return ()


def _ways(cell: str) -> tuple[tuple[str, ...], ...]:
    return () if cell == "-" else tuple(tuple(way.split("+")) for way in cell.split())
