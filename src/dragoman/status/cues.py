"""The tables of cue words: what they make of the event beside or under them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from typing import cast

from spacy.tokens import Token

from dragoman.analysis.grammar import particle
from dragoman.mention import CERTAINTIES, STATUSES, Certainty, Status
from dragoman.tables import TableError, rows

_STATUSES = (*STATUSES, "=", "")
_CERTAINTIES = (*CERTAINTIES, "")


@dataclass(frozen=True, slots=True)
class CueWord:
    """A row of ``cues.tsv``.

    ``same`` is True where the event takes the status of the clause that the word stands in.
    """

    status: Status | None
    certainty: Certainty | None
    same: bool


class CueTables:
    """The cue tables of the package; each is read when first asked for."""

    @cached_property
    def words(self) -> Mapping[tuple[str, str], CueWord]:
        """Cue words by (lemma, part): V, N, A, R, P or X.

        Raises:
            TableError: a row names an unknown status or certainty.
        """
        found: dict[tuple[str, str], CueWord] = {}
        table = files(__package__) / "data" / "cues.tsv"
        for row in rows(table, ("word", "pos", "status", "certainty")):
            if row["status"] not in _STATUSES or row["certainty"] not in _CERTAINTIES:
                raise TableError(f"cues.tsv: {row['word']!r}: unknown status or certainty")
            same = row["status"] == "="
            status = None if same or not row["status"] else cast(Status, row["status"])
            certainty = cast(Certainty, row["certainty"]) if row["certainty"] else None
            found[row["word"], row["pos"]] = CueWord(status, certainty, same)
        return found

    def word(self, token: Token, part: str) -> CueWord | None:
        """The row of the token as a part of speech: of verbs and nouns that of the lemma."""
        form = token.lemma_.lower() if part in ("V", "N") else token.lower_
        return self.words.get((form, part))

    def verb(self, verb: Token) -> CueWord | None:
        """The verb's row: with its particle, by lemma, or by form if the lemma is mistaken."""
        lemma = verb.lemma_.lower()
        forms = (f"{lemma}_{particle(verb)}", lemma, verb.lower_)
        return next((self.words[f, "V"] for f in forms if (f, "V") in self.words), None)

    @cached_property
    def reporting(self) -> Mapping[str, Certainty]:
        """Reporting verbs and the certainty they give to what they report."""
        table = files(__package__) / "data" / "reporting.tsv"
        return {
            row["verb"]: cast(Certainty, row["certainty"])
            for row in rows(table, ("verb", "certainty"))
        }

    @cached_property
    def claiming(self) -> frozenset[tuple[str, str, str]]:
        """Ways of claiming a deed: the verb, the noun between or nothing, and what governs it."""
        table = files(__package__) / "data" / "claiming.tsv"
        columns = ("verb", "through", "governs")
        told = rows(table, columns)
        return frozenset((row["verb"], row["through"], row["governs"]) for row in told)

    @cached_property
    def confirming(self) -> Mapping[tuple[str, str], bool]:
        """Words of confirming by (lemma, part), and whether they say no by themselves."""
        table = files(__package__) / "data" / "confirming.tsv"
        columns = ("word", "pos", "negated")
        return {(row["word"], row["pos"]): bool(row["negated"]) for row in rows(table, columns)}

    @cached_property
    def hearsay(self) -> frozenset[tuple[str, str]]:
        """What nobody in particular answers for, as (word, kind); see ``hearsay.tsv``."""
        table = files(__package__) / "data" / "hearsay.tsv"
        return frozenset((row["word"], row["kind"]) for row in rows(table, ("word", "kind")))
