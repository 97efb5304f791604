"""What a verb's own clause tells of a status: a condition, an auxiliary, an adverb, the tense."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.analysis import Analysis
from dragoman.analysis.grammar import PREDICATES, WOULD, is_headline_progressive, is_negated
from dragoman.mention import DONE, STATUSES, Status
from dragoman.status.awaited import awaited
from dragoman.status.clauses import inversion, is_hypothetical
from dragoman.status.cues import CueTables
from dragoman.status.evidence import Evidence

_MOST_STEPS = 6
_CONDITIONS = frozenset({"if", "unless", "whether"})
_DONE = frozenset(DONE)
_STILL_AHEAD = frozenset({"planned", "possible"})
_ASKED = frozenset({"ccomp", "pcomp"})
_PERCEIVED = frozenset({"see", "hear", "feel"})
_SIGNS = frozenset(
    "sign indication hint suggestion guarantee assurance certainty word confirmation".split()
)
_HAD = frozenset({"had", "'d", "’d"})
_TRACES = frozenset({"sign", "indication", "hint"})


class Modality:
    """Reads the clauses of one article.

    Args:
        analysis: the article.
        tables: the words that tell a status.
        event: the type of the event that is judged.
        evidence: where the words are noted that do.
    """

    def __init__(
        self, analysis: Analysis, tables: CueTables, event: str, evidence: Evidence
    ) -> None:
        self._analysis = analysis
        self._event = event
        self._tables = tables
        self._evidence = evidence

    def told(self, verb: Token, helpers: tuple[Token, ...]) -> Status | None:
        """The status by a condition, an auxiliary or an adverb; None where none of them tells.

        Args:
            verb: the verb.
            helpers: its auxiliaries.
        """
        if is_headline_progressive(verb):
            self._evidence.excluded |= {"occurred"}
            return self._evidence.status(verb, "ongoing", "headline")
        told = self._condition(verb) or self._auxiliary(verb, helpers)
        return told or self._absence(verb) or self._adverb(verb)

    def by_tense(self, verb: Token, helpers: tuple[Token, ...]) -> Status | None:
        """The status by the form of the verb alone: the progressive or the past.

        What *had been* going on is over, but where somebody says so: he may have said 'has been'.
        """
        if verb.tag_ == "VBG" and any(helper.lemma_ == "be" for helper in helpers):
            before = next((helper for helper in helpers if helper.lower_ in _HAD), None)
            if before is not None and not self._is_reported(verb):
                self._evidence.excluded |= {"ongoing"}
                return self._evidence.status(before, "occurred", "past perfect")
            return self._evidence.status(verb, "ongoing", "progressive")
        if verb.tag_ in ("VBD", "VBN"):
            return self._evidence.status(verb, "occurred", "past")
        return None

    def of_means(self, status: Status | None) -> Status | None:
        """Of that by which a thing is to be done: 'must answer *by freeing* them'.

        Args:
            status: that of what is to be done by it.
        """
        if status not in _STILL_AHEAD:
            return None
        self._evidence.excluded |= _DONE
        return status

    def _condition(self, verb: Token) -> Status | None:
        if (once := awaited(verb, self._event, self._tables)) is not None:
            self._evidence.excluded |= _DONE
            return self._evidence.status(once, "possible", "awaited")
        node = verb
        for _ in range(_MOST_STEPS):
            marks = (c for c in node.children if c.dep_ == "mark" and c.lower_ in _CONDITIONS)
            condition = next(marks, None) or inversion(node)
            if condition is not None:
                if condition.lower_ == "whether" and node.dep_ in _ASKED:
                    self._evidence.excluded |= _DONE  # 'did not say whether it had fled'
                return self._evidence.status(condition, "possible", "conditional")
            if node.dep_ not in ("xcomp", "conj") or node.head.pos_ not in PREDICATES:
                return None
            node = node.head
        return None

    def _auxiliary(self, verb: Token, helpers: tuple[Token, ...]) -> Status | None:
        for helper in helpers:
            word = self._tables.word(helper, "X")
            if word is None or not word.status or helper.tag_ == "NNP":  # Theresa May
                continue
            if verb.tag_ == "VBN" and verb.lemma_ in _PERCEIVED and word.status == "possible":
                # 'could be seen firing'
                self._evidence.excluded |= {"possible"}
                return self._evidence.status(verb, "occurred", "perceived")
            if (no := _without_sign(verb)) is not None:
                self._evidence.excluded |= frozenset(STATUSES) - {"possible"}
                return self._evidence.status(no, "possible", "no sign")
            would = helper.lower_ in WOULD
            promised = would and self._is_reported(verb) and not is_hypothetical(verb)
            return self._evidence.status(
                helper, "planned" if promised else word.status, "auxiliary"
            )
        return None

    def _absence(self, verb: Token) -> Status | None:
        """Of what there is no trace that it was done: 'no sign that they *had left*'."""
        no = _without_sign(verb) if verb.head.lemma_.lower() in _TRACES else None
        if no is None:
            return None
        self._evidence.excluded |= frozenset(STATUSES) - {"negated"}
        return self._evidence.status(no, "negated", "no sign")

    def _adverb(self, verb: Token) -> Status | None:
        for child in verb.children:
            word = self._tables.word(child, "R") if child.dep_ == "advmod" else None
            if word is not None and word.status:
                return self._evidence.status(child, word.status, "adverb")
        return None

    def _is_reported(self, verb: Token) -> bool:
        """Whether it is told in reported speech, whose 'would' was a 'will'."""
        node = verb
        while node.dep_ in ("conj", "ccomp", "advcl") and node.head.i != node.i:
            if node.dep_ == "ccomp":
                return True
            node = node.head
        return self._analysis.quotation_around(verb) is None and any(
            t.lower_ == "said" for t in verb.sent
        )


def _without_sign(verb: Token) -> Token | None:
    """The 'no' of 'there is no sign that they will': what it says may happen or not."""
    noun = verb.head
    signs = verb.dep_ in ("acl", "ccomp", "relcl") and noun.lemma_.lower() in _SIGNS
    return is_negated(noun) if signs else None
