"""The status of an event by the words that govern its trigger.

The trigger's own words are read first, then what governs it, upwards: a verb of promising makes
it planned.
"""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.analysis import Analysis
from dragoman.analysis.grammar import (
    NOUNS,
    PREDICATES,
    auxiliaries,
    first_conjunct,
    is_headline_infinitive,
    is_negated,
    particle,
)
from dragoman.mention import DONE, STATUSES, TAKEN_OFF, Status
from dragoman.status.clauses import asserts, is_habitual, is_infinitive, is_judged, is_known
from dragoman.status.cues import CueTables, CueWord
from dragoman.status.evidence import Evidence
from dragoman.status.held import fate_of
from dragoman.status.modality import Modality
from dragoman.status.negation import is_plainly_negated, says_more, undone
from dragoman.status.promises import broken

_MAX_DEPTH = 6
_PROMISES_OF_GOOD = frozenset(
    {"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "RETREAT", "CONCEDE"}
)
_DONE: frozenset[Status] = frozenset(DONE)
_GOVERNED_BY = frozenset({"to", "for", "on", "of", "from", "with"})
_PLACELIKE = frozenset({"in", "at", "during", "with", "through", "for"})
_DECREEING = frozenset("announce approve authorise authorize adopt agree pass".split())
_REFUSALS = frozenset("reject rejection refusal dismiss oppose veto rebuff spurn snub deny".split())
# Over a finite clause only these statuses of a verb bear on it.
_WISHES = frozenset({"possible", "negated"})


class Climb:
    """One trigger's way up the parse.

    Args:
        analysis: the article.
        tables: the words that tell a status.
        event: the type of the event.
        evidence: where the words are noted that do.
    """

    def __init__(
        self, analysis: Analysis, tables: CueTables, event: str, evidence: Evidence
    ) -> None:
        self._tables = tables
        self._event = event
        self._evidence = evidence
        self._note = evidence.status
        self._modality = Modality(analysis, tables, event, evidence)

    def status(self, token: Token, depth: int = 0) -> Status | None:
        """The status of the event or clause at ``token``; None where nothing tells."""
        if depth > _MAX_DEPTH:
            return None
        if depth == 0 and says_more(token):
            self._evidence.excluded |= {"negated"}
        elif (negation := is_negated(token)) is not None:
            if self._event == "REJECT" and not self._refuses(token):
                return self._note(negation, "occurred", "refusal")  # 'will not hold talks'
            if depth == 0 and is_plainly_negated(token, self._event):
                self._evidence.excluded |= _DONE | {"planned"}
            return self._note(negation, "negated", "negated")
        if token.pos_ not in PREDICATES:
            fate = fate_of(token, self._event, self._tables, self._evidence) if not depth else None
            return fate or self._noun(token, depth)
        if depth == 0 and (word := undone(token, self._event)) is not None:
            self._evidence.excluded |= _DONE
            return self._note(word, "negated", "done to nobody, or not quite")
        return self._verb(token, depth)

    def _refuses(self, token: Token) -> bool:
        """Whether the word itself says no, so that its negation takes the refusal back."""
        word = self._tables.verb(token)
        return token.lemma_ in _REFUSALS or (word is not None and word.status == "negated")

    def _verb(self, verb: Token, depth: int) -> Status | None:
        helpers = auxiliaries(verb)
        own = self._modality.told(verb, helpers)
        if own is not None:
            return own
        if is_infinitive(verb) or (verb.tag_ == "VBG" and not helpers):
            return self._nonfinite(verb, depth)
        if verb.dep_ == "ccomp" and verb.head.i != verb.i:
            word = self._tables.verb(verb.head)
            if word is not None and word.status in _WISHES and not asserts(verb.head):
                return self._note(verb.head, word.status, "governing verb")
        if verb.dep_ == "conj" and not helpers and verb.tag_ == "VB":
            return self.status(first_conjunct(verb), depth + 1)
        return self._modality.by_tense(verb, helpers)

    def _nonfinite(self, verb: Token, depth: int) -> Status | None:
        head = verb.head
        if is_headline_infinitive(verb) or head.i == verb.i:  # 'Minister to visit Cairo'
            return self._note(verb, "planned", "headline infinitive") if verb.tag_ == "VB" else None
        match verb.dep_:
            case "conj":
                return self.status(first_conjunct(verb), depth + 1)
            case "pcomp":
                return self._under_preposition(head, verb, depth)
            case "acl":
                return self._under_noun(verb, head)
            case "advcl":
                return self.status(head, depth + 1)
        if head.pos_ == "ADJ":
            return self._predicate(head, depth)
        if head.lemma_ == "be" and any(c.dep_ in ("acomp", "attr") for c in head.children):
            return self._note(head, "possible", "judged") if is_judged(head) else None
        if head.lemma_ == "be":
            return self._note(verb, "planned", "be to")
        if head.lemma_ == "have" and any(t.lower_ == "yet" for t in verb.sent):
            return self._note(head, "negated", "have yet to")
        if head.lemma_ == "go" and head.tag_ == "VBG":
            return self._note(head, "planned", "going to")
        word = self._tables.verb(head)
        if word is None:
            return self.status(head, depth + 1)
        return self._apply(word, head, "governing verb", depth)

    def _predicate(self, adjective: Token, depth: int) -> Status | None:
        """Of an infinitive under an adjective: 'ready to sign', 'not able to', 'wrong to'."""
        word = self._tables.word(adjective, "A")
        if word is not None and (negation := is_negated(adjective.head)) is not None:
            return self._note(negation, "negated", "predicate")
        if adjective.lower_ in ("likely", "unlikely"):
            self._evidence.excluded |= _DONE | {"planned", "negated"}
        if word is None and is_judged(adjective.head):
            return self._note(adjective, "possible", "judged")  # 'it was unhelpful to blame others'
        return self._apply(word, adjective, "predicate", depth) if word else None

    def _under_noun(self, verb: Token, noun: Token) -> Status | None:
        if verb.tag_ != "VB":
            return None
        if (negation := is_negated(noun)) is not None:
            return self._note(negation, "negated", "governing noun")
        if (verb_of_breaking := broken(noun)) is not None:
            self._evidence.excluded |= frozenset(STATUSES) - {"negated"}
            return self._note(verb_of_breaking, "negated", "promise not kept")
        dropping = self._tables.verb(noun.head) if noun.dep_ == "dobj" else None
        if dropping is not None and dropping.status in TAKEN_OFF:
            return self._note(noun.head, dropping.status, "governing verb")  # 'dropped plans to'
        governing = self._by_table(noun, "N", "governing noun")
        return governing or self._note(noun, "planned", "infinitive")

    def _noun(self, noun: Token, depth: int) -> Status | None:
        if (own := self._modifier(noun)) is not None:
            return own
        head = noun.head
        match noun.dep_:
            case "conj":
                return self._noun(first_conjunct(noun), depth + 1) if depth < _MAX_DEPTH else None
            case "pobj" if head.dep_ in ("prep", "agent"):
                return self._under_preposition(head, noun, depth)
            case "dobj" | "nsubjpass" | "oprd":
                return self._object_of(head, noun, depth)
            case "nsubj":
                return self._subject_of(head, depth)
            case "attr":
                return self.status(head, depth + 1)
            case "compound" | "nmod":  # 'ceasefire proposal', 'strike threat'
                return self._by_table(head, "N", "governing noun")
        return None

    def _modifier(self, noun: Token) -> Status | None:
        for child in noun.children:
            if child.dep_ not in ("amod", "compound", "acl", "nmod"):
                continue
            word = self._tables.word(child, "A")
            if word is None and child.dep_ == "acl" and child.tag_ == "VBN":
                word = self._tables.verb(child)
            if word is not None and word.status and not is_habitual(child):
                if child.lower_ in ("ongoing", "continuing"):
                    self._evidence.excluded |= {"occurred"}
                return self._note(child, word.status, "modifier")
        return None

    def _subject_of(self, verb: Token, depth: int) -> Status | None:
        beside = {c.lower_: c for c in verb.children} if verb.lemma_ == "be" else {}
        if (under_way := beside.get("under") or beside.get("underway")) is not None:
            return self._note(under_way, "ongoing", "predicate")
        if (off := beside.get("off")) is not None:  # 'the talks are off'
            still = self._not_put_off(verb, "cancelled", depth)
            return still or self._note(off, "cancelled", "predicate")
        word = self._tables.verb(verb)
        if word is not None and word.status == "ongoing":
            return self._note(verb, "ongoing", "governing verb")
        status = self.status(verb, depth + 1) if word is not None and word.same else None
        ahead = any(h.lower_ == "will" for h in auxiliaries(verb))
        if status is None and ahead and self._event in _PROMISES_OF_GOOD:
            return "planned"  # 'the visit will strengthen ties' is still ahead
        return status

    def _object_of(self, verb: Token, noun: Token, depth: int) -> Status | None:
        if verb.pos_ not in PREDICATES:
            return None
        if self._event == "SUPPORT" and verb.lemma_ == "offer":  # 'offered condolences'
            return self.status(verb, depth + 1)
        if (verb.lemma_, "V") in self._tables.confirming:
            return None  # whether it was or not, nobody has confirmed it
        labels = verb.lemma_ == "call" and particle(verb) is None  # 'called the raid a crime'
        done = verb.lemma_ == "order" and is_known(noun)  # 'ordered the raid'
        word = None if labels or done else self._tables.verb(verb)
        if word is None:
            status = self.status(verb, depth + 1)  # 'will condemn the attack'
            return None if is_known(noun) or status == "occurred" else status
        if verb.lemma_ in _DECREEING and self._event not in _PROMISES_OF_GOOD:
            return self._decreed(verb, depth)
        return self._apply(word, verb, "governing verb", depth)

    def _decreed(self, verb: Token, depth: int) -> Status | None:
        """Of what a decision brings about by itself: 'the council approved sanctions'."""
        if self._event != "SANCTION" or self.status(verb, depth + 1) != "occurred":
            return None
        self._evidence.excluded |= {"planned"}
        return self._note(verb, "occurred", "decreed")

    def _under_preposition(self, preposition: Token, noun: Token, depth: int) -> Status | None:
        head = preposition.head
        if head.lower_ == "short":  # 'stopped short of calling a strike'
            return self._note(head, "negated", "short of")
        if head.lemma_ == "want" and preposition.lower_ == "for":
            return self._note(head, "occurred", "wanted for")
        if preposition.lower_ == "about" and head.lemma_.lower() in self._tables.reporting:
            return self._note(preposition, "possible", "spoken about")
        if (own := self._by_table(preposition, "P", "preposition")) is not None:
            return own
        if preposition.dep_ == "prep" and head.lower_ in ("ahead", "instead"):
            return self._by_table(head, "P", "preposition")
        if head.pos_ in NOUNS:
            governing = self._by_table(head, "N", "governing noun")
            if governing is None and preposition.lower_ == "of":
                return self.status(head, depth + 1)
            return governing
        if head.pos_ in PREDICATES:
            return self._beside_verb(head, preposition, noun, depth)
        if head.pos_ == "ADJ" and (adjective := self._tables.word(head, "A")):
            return self._apply(adjective, head, "predicate", depth)
        return None

    def _beside_verb(
        self, verb: Token, preposition: Token, noun: Token, depth: int
    ) -> Status | None:
        """Of what a preposition ties to a verb: 'threatened with', 'agreed to', 'killed in'."""
        word = self._tables.verb(verb)
        if verb.lemma_ == "agree" and preposition.lower_ == "on" and self._event == "SANCTION":
            return self._decreed(verb, depth)
        if word is not None and preposition.lower_ in _GOVERNED_BY:
            return self._apply(word, verb, "governing verb", depth)
        if preposition.lower_ == "by" and noun.tag_ == "VBG":
            return self._modality.of_means(self.status(verb, depth + 1))
        tie = self._tables.word(preposition, "P")
        if preposition.lower_ in _PLACELIKE or (tie is not None and tie.same):
            status = self.status(verb, depth + 1)  # nothing of the known: 'no plan for his trip'
            return None if is_known(noun) and status in _WISHES else status
        return None

    def _apply(self, word: CueWord, token: Token, why: str, depth: int) -> Status | None:
        if word.same:
            return self.status(token, depth + 1)
        if word.status in ("planned", "possible") and is_negated(token) is not None:
            return self._note(token, "negated", why)  # 'has no plans to', 'did not agree to'
        if word.status in TAKEN_OFF:
            still = self._not_put_off(token, word.status, depth)
            return still or self._note(token, word.status, why)
        if word.status == "negated" and is_negated(token) is not None:
            return None
        if word.status == "planned" and token.pos_ in PREDICATES:
            known = self._evidence.mark()
            if self.status(token, depth + 1) == "possible":
                return "possible"  # 'could agree to withdraw'
            self._evidence.back_to(known)
        return self._note(token, word.status, why) if word.status else None

    def _not_put_off(self, verb: Token, status: Status, depth: int) -> Status | None:
        """Planned, where a verb that would put a thing off or cancel it is negated; else None.

        'Will not cancel the visit', 'no plans to postpone it'.
        """
        known = self._evidence.mark()
        if self.status(verb, depth + 1) != "negated":
            self._evidence.back_to(known)
            return None
        self._evidence.excluded |= {status, "negated"}
        return self._note(verb, "planned", "not put off")

    def _by_table(self, token: Token, part: str, why: str) -> Status | None:
        """The status that the word's own row tells, whatever stands over it."""
        word = self._tables.word(token, part)
        return self._note(token, word.status, why) if word is not None else None
