"""The tables of trigger words, operators and their outcomes, and how a word is matched."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files

from spacy.tokens import Token

from dragoman.analysis.grammar import modifiers, objects, particle, prepositional, subjects
from dragoman.events.ontology import kinds
from dragoman.tables import TableError, rows, values

_PARTS = {"VERB": "V", "NOUN": "N", "PROPN": "N"}
_TIMES = frozenset("time am pm dawn dusk noon night midnight least last once".split())
_COMPLEMENTS = ("xcomp", "ccomp")


@dataclass(frozen=True, slots=True)
class Sense:
    """One reading of a trigger word, a row of ``triggers.tsv``; None is no event."""

    event: str | None
    mode: str | None
    conditions: tuple[tuple[str, frozenset[str]], ...]


@dataclass(frozen=True, slots=True)
class Operator:
    """A row of ``operators.tsv``: the kind holds with this particle and these conditions only."""

    particle: str | None
    kind: str
    conditions: tuple[tuple[str, frozenset[str]], ...]


def part_of_speech(token: Token) -> str | None:
    """The table's letter for a token that may be a trigger: V, N, or None."""
    return _PARTS.get(token.pos_)


class Lexicon:
    """The trigger tables of the package; each is read when first asked for."""

    @cached_property
    def classes(self) -> Mapping[str, frozenset[str]]:
        """Noun classes by name."""
        table = files(__package__) / "data" / "classes.tsv"
        return {
            row["class"]: frozenset(values(row["lemmas"]))
            for row in rows(table, ("class", "lemmas"))
        }

    @cached_property
    def senses(self) -> Mapping[tuple[str, str], tuple[Sense, ...]]:
        """The readings of each (lemma, part of speech), in order of trial.

        Raises:
            TableError: a row names an unknown type, mode or class.
        """
        table = files(__package__) / "data" / "triggers.tsv"
        found: dict[tuple[str, str], list[Sense]] = defaultdict(list)
        for row in rows(table, ("lemma", "pos", "event", "mode", "when")):
            event = None if row["event"] == "-" else row["event"]
            if event is not None and (event, row["mode"] or None) not in kinds():
                raise TableError(f"triggers.tsv: {row['lemma']!r}: no {event} {row['mode']}")
            conditions = tuple(self._condition(part) for part in row["when"].split())
            sense = Sense(event, row["mode"] or None, conditions)
            found[row["lemma"], row["pos"]].append(sense)
        return {key: tuple(senses) for key, senses in found.items()}

    @cached_property
    def operators(self) -> Mapping[tuple[str, str], tuple[Operator, ...]]:
        """The operators of each (lemma, part of speech)."""
        table = files(__package__) / "data" / "operators.tsv"
        found: dict[tuple[str, str], list[Operator]] = defaultdict(list)
        for row in rows(table, ("lemma", "pos", "prt", "kind", "when")):
            conditions = tuple(self._condition(part) for part in row["when"].split())
            operator = Operator(row["prt"] or None, row["kind"], conditions)
            found[row["lemma"], row["pos"]].append(operator)
        return {key: tuple(operators) for key, operators in found.items()}

    @cached_property
    def outcomes(self) -> Mapping[tuple[str, str, str | None], tuple[str, str | None]]:
        """What (operator, inner type, inner mode or None for any) makes: type and mode."""
        table = files(__package__) / "data" / "outcomes.tsv"
        columns = ("operator", "inner", "inner_mode", "event", "mode")
        return {
            (row["operator"], row["inner"], row["inner_mode"] or None): (
                row["event"],
                row["mode"] or None,
            )
            for row in rows(table, columns)
        }

    def outcome(self, operator: str, event: str, mode: str | None) -> tuple[str, str | None] | None:
        """Type and mode of an operator with the given event under it, or None if unchanged."""
        return self.outcomes.get((operator, event, mode)) or self.outcomes.get(
            (operator, event, None)
        )

    def operator(self, token: Token) -> str | None:
        """The kind of operator that the token is, or None."""
        part = part_of_speech(token) or ("V" if token.pos_ == "AUX" else None)
        own = particle(token)
        for operator in self.operators.get((token.lemma_.lower(), part or ""), ()):
            if operator.particle == own and all(
                self._holds(token, name, words) for name, words in operator.conditions
            ):
                return operator.kind
        return None

    def sense(self, token: Token) -> Sense | None:
        """The reading of the token as a trigger; None if it reports no event."""
        part = part_of_speech(token)
        if part is None or (token.dep_ == "amod" and token.tag_ == "VBN"):
            return None  # 'wounded soldiers' tells no wounding
        has_particle = part == "V" and particle(token) is not None
        for sense in self.senses.get((token.lemma_.lower(), part), ()):
            if has_particle and not any(name == "prt" for name, _ in sense.conditions):
                continue  # 'give up' is no giving
            if all(self._holds(token, name, words) for name, words in sense.conditions):
                return sense if sense.event is not None else None
        return None

    def _condition(self, part: str) -> tuple[str, frozenset[str]]:
        name, _, alternatives = part.partition("=")
        words: set[str] = set()
        for alternative in filter(None, alternatives.split("|")):
            if alternative.startswith("@"):
                if alternative == "@state":
                    words.add("@state")
                elif alternative[1:] in self.classes:
                    words |= self.classes[alternative[1:]]
                else:
                    raise TableError(f"triggers.tsv: no class {alternative!r} in classes.tsv")
            else:
                words.add(alternative)
        return name, frozenset(words)

    def _holds(self, token: Token, name: str, words: frozenset[str]) -> bool:
        match name:
            case "noobj":
                return not objects(token)
            case "intransitive":
                clause = any(c.dep_ in _COMPLEMENTS for c in token.children)
                return not clause and not objects(token)
            case "party":
                return any(_may_be_party(o, self.classes) for o in self._patients(token))
            case "plural":
                return token.tag_ in ("NNS", "NNPS")
            case "comp":
                inner = [c for c in token.children if c.dep_ in _COMPLEMENTS]
                return any(not words or c.lemma_.lower() in words for c in inner)
            case "prt":
                return particle(token) in words
            case "prep":
                return any(_leads(c) for c in token.children if c.lower_ in words)
            case "obj":
                return any(_matches(o, words) for o in self._patients(token))
            case "of":
                return any(_matches(o, words) for o in prepositional(token, "of"))
            case "subj":
                return any(_matches(s, words) for s in subjects(token))
            case "mod":
                return any(_matches(m, words) for m in modifiers(token))
        raise TableError(f"triggers.tsv: unknown condition {name!r}; see the file's head")

    def _patients(self, token: Token) -> tuple[Token, ...]:
        found = objects(token)
        if token.pos_ != "VERB":
            found += prepositional(token, "of")
        # 'thousands of soldiers', 'a number of villages': the counted noun is the object
        return found + tuple(o for head in found for o in prepositional(head, "of"))


def _leads(preposition: Token) -> bool:
    """Whether a preposition of the word leads to something that is no time ('at six')."""
    if preposition.dep_ not in ("prep", "agent", "dative"):
        return False
    return not any(
        c.ent_type_ in ("DATE", "TIME", "CARDINAL") or c.lower_ in _TIMES
        for c in preposition.children
    )


def _matches(token: Token, words: frozenset[str]) -> bool:
    group = (token, *token.conjuncts)
    if "@state" in words and any(t.ent_type_ in ("GPE", "NORP") for t in group):
        return True
    if any(t.lemma_.lower() in words or t.lower_ in words for t in group):
        return True
    return any(c.lemma_.lower() in words for t in group for c in t.children if c.dep_ == "compound")


def _may_be_party(token: Token, classes: Mapping[str, frozenset[str]]) -> bool:
    if token.ent_type_ in ("GPE", "PERSON", "ORG", "NORP"):
        return True
    if token.pos_ == "PRON" and token.lower_ not in ("it", "this", "that", "what", "which"):
        return True
    lemma = token.lemma_.lower()
    named = ("people", "office", "troops", "police", "envoys", "captives", "crowd")
    return any(lemma in classes[name] for name in named)
