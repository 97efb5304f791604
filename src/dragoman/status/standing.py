"""Did it happen: the status and certainty of an event, read from the words around its trigger.

The trigger's own clause is read first (negation, auxiliaries, adverbs, tense), then what governs
it, upwards: a verb of promising makes it planned, one of denying leaves it as it is and disputes
it. Every word that decided something becomes a cue.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.analysis import Analysis
from dragoman.analysis.grammar import (
    auxiliaries,
    first_conjunct,
    is_headline_infinitive,
    is_negated,
    is_passive,
    particle,
)
from dragoman.mention import Certainty, Cue, Status
from dragoman.status.clauses import (
    asserts,
    inversion,
    is_disputed,
    is_habitual,
    is_hypothetical,
    is_judged,
    is_known,
)
from dragoman.status.cues import CueTables, CueWord
from dragoman.status.denials import denial_after, governs, joins_outside

_MAX_DEPTH = 6
_PROMISES_OF_GOOD = frozenset(
    {"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "RETREAT", "CONCEDE"}
)
_PLACELIKE = frozenset({"in", "at", "during", "with", "through", "for"})
# Over a finite clause these verbs bear on its certainty or make it a mere wish; others do not.
_NOT_UNDER = frozenset({"nsubj", "nsubjpass", "poss", "conj"})
# What these introduce is taken as known: no doubt cast on the clause is cast on it.
_PRESUPPOSING = frozenset({"during", "after", "before", "since", "following", "amid", "until"})
_DECREEING = frozenset({"announce", "approve", "authorise", "authorize"})
_REFUSALS = frozenset("reject rejection refusal dismiss oppose veto rebuff spurn snub deny".split())
_WISHES = frozenset({"possible", "negated"})
_PERCEIVED = frozenset({"see", "hear", "feel"})


@dataclass(frozen=True, slots=True)
class Standing:
    """How an event stands.

    Attributes:
        status: whether it happened.
        certainty: the hedges on it; ``asserted`` where there are none (who says so is found apart).
        cues: the words that decided.
        stated: False where no word told the status and it is the default for such a trigger.
    """

    status: Status
    certainty: Certainty
    cues: tuple[Cue, ...]
    stated: bool


class Judge:
    """Judges the standing of triggers; see the module's head."""

    def __init__(self, tables: CueTables | None = None) -> None:
        self._tables = tables or CueTables()

    def __call__(self, analysis: Analysis, trigger: Token, event: str) -> Standing:
        """Judge the event of type ``event`` that ``trigger`` reports."""
        climb = _Climb(analysis, self._tables, event)
        status = climb.status(trigger)
        certainty = climb.certainty(trigger)
        return Standing(status or "occurred", certainty, tuple(climb.cues), status is not None)


class _Climb:
    """One trigger's way up the parse; collects cues as it goes."""

    def __init__(self, analysis: Analysis, tables: CueTables, event: str) -> None:
        self._analysis = analysis
        self._words = tables.words
        self._reporting = tables.reporting
        self._event = event
        self.cues: list[Cue] = []

    def status(self, token: Token, depth: int = 0) -> Status | None:
        """The status of the event or clause at ``token``; None where nothing tells."""
        if depth > _MAX_DEPTH:
            return None
        if (negation := is_negated(token)) is not None:
            if self._event == "REJECT" and not self._refuses(token):
                return self._cue(negation, "occurred", "refusal")  # 'will not hold talks'
            return self._cue(negation, "negated", "negated")
        if token.pos_ in ("VERB", "AUX"):
            return self._verb(token, depth)
        return self._noun(token, depth)

    def _refuses(self, token: Token) -> bool:
        """Whether the word itself says no, so that its negation takes the refusal back."""
        word = self._word(token)
        return token.lemma_ in _REFUSALS or (word is not None and word.status == "negated")

    # verbs -----------------------------------------------------------------------------------

    def _verb(self, verb: Token, depth: int) -> Status | None:
        helpers = auxiliaries(verb)
        own = self._condition(verb) or self._auxiliary(verb, helpers) or self._adverb(verb)
        if own is not None:
            return own
        if self._is_infinitive(verb) or (verb.tag_ == "VBG" and not helpers):
            return self._nonfinite(verb, depth)
        if verb.dep_ == "ccomp" and verb.head.i != verb.i:
            word = self._word(verb.head)
            if word is not None and word.status in _WISHES and not asserts(verb.head):
                return self._cue(verb.head, word.status, "governing verb")
        if verb.tag_ == "VBG" and any(h.lemma_ == "be" for h in helpers):
            return self._cue(verb, "ongoing", "progressive")
        if verb.dep_ == "conj" and not helpers and verb.tag_ == "VB":
            return self.status(first_conjunct(verb), depth + 1)
        if verb.tag_ in ("VBD", "VBN"):
            return self._cue(verb, "occurred", "past")
        return None

    def _condition(self, verb: Token) -> Status | None:
        node = verb
        for _ in range(_MAX_DEPTH):
            for child in node.children:
                if child.dep_ == "mark" and child.lower_ in ("if", "unless", "whether"):
                    return self._cue(child, "possible", "conditional")
            inverted = inversion(node)
            if inverted is not None:
                return self._cue(inverted, "possible", "conditional")
            if node.dep_ not in ("xcomp", "conj") or node.head.pos_ not in ("VERB", "AUX"):
                return None
            node = node.head
        return None

    def _auxiliary(self, verb: Token, helpers: tuple[Token, ...]) -> Status | None:
        for helper in helpers:
            word = self._words.get((helper.lower_, "X"))
            if word is not None and word.status:
                if verb.tag_ == "VBN" and verb.lemma_ in _PERCEIVED and word.status == "possible":
                    return self._cue(verb, "occurred", "perceived")  # 'could be seen firing'
                would = helper.lower_ in ("would", "'d", "’d")
                promised = would and self._is_reported(verb) and not is_hypothetical(verb)
                return self._cue(helper, "planned" if promised else word.status, "auxiliary")
        return None

    def _adverb(self, verb: Token) -> Status | None:
        for child in verb.children:
            word = self._words.get((child.lower_, "R")) if child.dep_ == "advmod" else None
            if word is not None and word.status:
                return self._cue(child, word.status, "adverb")
        return None

    def _is_infinitive(self, verb: Token) -> bool:
        helpers = [c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")]
        if verb.tag_ != "VB":  # 'ordered them to be deported'; 'is said to have met' is past
            return verb.tag_ == "VBN" and {"to", "be"} <= set(helpers) and "have" not in helpers
        if any(c.lower_ == "to" and c.dep_ == "aux" for c in auxiliaries(verb)):
            return True
        return verb.dep_ in ("xcomp", "ccomp")

    def _nonfinite(self, verb: Token, depth: int) -> Status | None:
        head = verb.head
        if is_headline_infinitive(verb) or head.i == verb.i:
            # 'Minister to visit Cairo': the headline's future
            return self._cue(verb, "planned", "headline infinitive") if verb.tag_ == "VB" else None
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
            return self._cue(head, "possible", "judged") if is_judged(head) else None
        if head.lemma_ == "be":
            return self._cue(verb, "planned", "be to")
        if head.lemma_ == "have" and any(t.lower_ == "yet" for t in verb.sent):
            return self._cue(head, "negated", "have yet to")
        if head.lemma_ == "go" and head.tag_ == "VBG":
            return self._cue(head, "planned", "going to")
        word = self._word(head)
        if word is None:
            return self.status(head, depth + 1)
        return self._apply(word, head, "governing verb", depth)

    def _predicate(self, adjective: Token, depth: int) -> Status | None:
        """Of an infinitive under an adjective: 'ready to sign', 'not able to', 'wrong to'."""
        word = self._words.get((adjective.lower_, "A"))
        if word is not None and (negation := is_negated(adjective.head)) is not None:
            return self._cue(negation, "negated", "predicate")
        if word is None and is_judged(adjective.head):
            return self._cue(adjective, "possible", "judged")  # 'it was unhelpful to blame others'
        return self._apply(word, adjective, "predicate", depth) if word else None

    def _under_noun(self, verb: Token, noun: Token) -> Status | None:
        if verb.tag_ != "VB":
            return None
        if (negation := is_negated(noun)) is not None:
            return self._cue(negation, "negated", "governing noun")
        dropping = self._word(noun.head) if noun.dep_ == "dobj" else None
        if dropping is not None and dropping.status in ("cancelled", "postponed"):
            return self._cue(noun.head, dropping.status, "governing verb")  # 'dropped plans to'
        word = self._words.get((noun.lemma_.lower(), "N"))
        if word is not None and word.status:
            return self._cue(noun, word.status, "governing noun")
        return self._cue(noun, "planned", "infinitive")

    # nouns -----------------------------------------------------------------------------------

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
                word = self._words.get((head.lemma_.lower(), "N"))
                return self._cue(head, word.status, "governing noun") if word else None
        return None

    def _modifier(self, noun: Token) -> Status | None:
        for child in noun.children:
            if child.dep_ not in ("amod", "compound", "acl", "nmod"):
                continue
            word = self._words.get((child.lower_, "A"))
            if word is None and child.dep_ == "acl" and child.tag_ == "VBN":
                word = self._word(child)
            if word is not None and word.status and not is_habitual(child):
                return self._cue(child, word.status, "modifier")
        return None

    def _subject_of(self, verb: Token, depth: int) -> Status | None:
        under_way = [c for c in verb.children if c.lower_ in ("under", "underway")]
        if verb.lemma_ == "be" and under_way:
            return self._cue(under_way[0], "ongoing", "predicate")
        off = [c for c in verb.children if c.lower_ == "off"]
        if verb.lemma_ == "be" and off:
            return self._cue(off[0], "cancelled", "predicate")  # 'the talks are off'
        word = self._word(verb)
        if word is not None and word.status == "ongoing":
            return self._cue(verb, "ongoing", "governing verb")
        status = self.status(verb, depth + 1) if word is not None and word.same else None
        ahead = any(h.lower_ == "will" for h in auxiliaries(verb))
        if status is None and ahead and self._event in _PROMISES_OF_GOOD:
            return "planned"  # 'the visit will strengthen ties' is still ahead
        return status

    def _object_of(self, verb: Token, noun: Token, depth: int) -> Status | None:
        if verb.pos_ not in ("VERB", "AUX"):
            return None
        if self._event == "SUPPORT" and verb.lemma_ == "offer":  # 'offered condolences'
            return self.status(verb, depth + 1)
        word = self._word(verb)
        if verb.lemma_ == "call" and particle(verb) is None:
            word = None  # 'called the raid a crime'
        if word is None:
            status = self.status(verb, depth + 1)
            points = is_known(noun)
            if points or status == "occurred":
                return None  # 'will condemn the attack', 'to justify her arrest'
            return status
        if verb.lemma_ in _DECREEING and self._event not in _PROMISES_OF_GOOD:
            return None
        return self._apply(word, verb, "governing verb", depth)

    def _under_preposition(self, preposition: Token, noun: Token, depth: int) -> Status | None:
        head = preposition.head
        if head.lower_ == "short":  # 'stopped short of calling a strike'
            return self._cue(head, "negated", "short of")
        if head.lemma_ == "want" and preposition.lower_ == "for":
            return self._cue(head, "occurred", "wanted for")
        if preposition.lower_ == "about" and head.lemma_.lower() in self._reporting:
            return self._cue(preposition, "possible", "spoken about")
        word = self._words.get((preposition.lower_, "P"))
        if word is not None and word.status:
            return self._cue(preposition, word.status, "preposition")
        if preposition.dep_ == "prep" and head.lower_ in ("ahead", "instead"):
            outer = self._words.get((head.lower_, "P"))
            return self._cue(head, outer.status, "preposition") if outer and outer.status else None
        if head.pos_ in ("NOUN", "PROPN"):
            governing = self._words.get((head.lemma_.lower(), "N"))
            if governing is not None and governing.status:
                return self._cue(head, governing.status, "governing noun")
            return self.status(head, depth + 1) if preposition.lower_ == "of" else None
        if head.pos_ in ("VERB", "AUX"):
            verb = self._words.get((head.lemma_.lower(), "V"))
            if verb is not None and preposition.lower_ in ("to", "for", "on", "of", "from", "with"):
                return self._apply(verb, head, "governing verb", depth)
            if preposition.lower_ in _PLACELIKE or (word is not None and word.same):
                status = self.status(head, depth + 1)
                known = is_known(noun) and status in _WISHES  # 'no plan for his trip'
                return None if known else status
        if head.pos_ == "ADJ" and (adjective := self._words.get((head.lower_, "A"))):
            return self._apply(adjective, head, "predicate", depth)
        return None

    # certainty -------------------------------------------------------------------------------

    def certainty(self, trigger: Token) -> Certainty:
        """The strongest hedge on the way up from the trigger: denied, alleged, attributed."""
        found: list[Certainty] = []
        node, steps = trigger, 0
        while steps <= _MAX_DEPTH:
            for child in node.children:
                part = {"advmod": "R", "amod": "A", "compound": "A"}.get(child.dep_)
                word = self._words.get((child.lower_, part)) if part else None
                if word is not None and word.certainty:
                    found.append(word.certainty)
                    self._note(child, "certainty", word.certainty)
            if node.head.i == node.i or node.dep_ in ("relcl", "advcl"):
                break
            if node.dep_ == "pobj" and node.head.lower_ in _PRESUPPOSING:
                break
            outer = joins_outside(node)
            label, below = ("conj" if outer else node.dep_), node
            node, steps = outer or node.head, steps + 1
            part = "V" if node.pos_ in ("VERB", "AUX") else "N" if node.pos_ == "NOUN" else ""
            hedge = self._hedge_over(node, part, below, label)
            if hedge is not None:
                found.append(hedge)
                self._note(node, "certainty", hedge)
        if (denial := denial_after(trigger, self._event, self._claims)) is not None:
            found.append("denied")
            self._note(denial, "certainty", "denied")
        for certainty in ("denied", "alleged", "attributed"):
            if certainty in found:
                return certainty
        return "asserted"

    def _hedge_over(self, node: Token, part: str, below: Token, label: str) -> Certainty | None:
        """What a word of a part of speech makes of the clause or noun below it."""
        word = self._words.get((node.lemma_.lower(), part))
        hedge = word.certainty if word is not None and label not in _NOT_UNDER else None
        if hedge == "denied" and part == "V" and not governs(node, below):
            return None
        if hedge is None and part == "V" and label in ("xcomp", "ccomp") and is_passive(node):
            # 'is said to have', 'was reported that': nobody in particular says so
            hedge = "alleged" if node.lemma_.lower() in self._reporting else None
        return "denied" if part == "N" and is_disputed(node) else hedge  # 'dismissed reports that'

    def _claims(self, verb: Token) -> bool:
        """Whether the verb says what somebody else may deny: 'reported', 'accused'."""
        word = self._word(verb)
        charging = word is not None and word.certainty == "attributed"
        return charging or verb.lemma_.lower() in self._reporting

    # ------------------------------------------------------------------------------------------

    def _apply(self, word: CueWord, token: Token, why: str, depth: int) -> Status | None:
        if word.same:
            return self.status(token, depth + 1)
        if word.status in ("planned", "possible") and is_negated(token) is not None:
            return self._cue(token, "negated", why)  # 'has no plans to', 'did not agree to'
        if word.status in ("negated", "cancelled") and is_negated(token) is not None:
            return None
        if word.status == "planned" and token.pos_ in ("VERB", "AUX"):
            known = len(self.cues)
            if self.status(token, depth + 1) == "possible":
                return "possible"  # 'could agree to withdraw'
            del self.cues[known:]
        return self._cue(token, word.status, why) if word.status else None

    def _word(self, verb: Token) -> CueWord | None:
        """The verb's cue row: with its particle, by lemma, or by form if the lemma is mistaken."""
        lemma = verb.lemma_.lower()
        forms = (f"{lemma}_{particle(verb)}", lemma, verb.lower_)
        return next((self._words[f, "V"] for f in forms if (f, "V") in self._words), None)

    def _is_reported(self, verb: Token) -> bool:
        node = verb
        while node.dep_ in ("conj", "ccomp", "advcl") and node.head.i != node.i:
            if node.dep_ == "ccomp":
                return True
            node = node.head
        return self._analysis.quotation_around(verb) is None and any(
            t.lower_ == "said" for t in verb.sent
        )

    def _cue(self, token: Token, status: Status | None, why: str) -> Status | None:
        if status is not None:
            self._note(token, "status", f"{status}: {why}")
        return status

    def _note(self, token: Token, field: str, why: str) -> None:
        end = token.idx + len(token.text)
        cue = Cue(token.text, token.idx, end, field, why)
        if cue not in self.cues:
            self.cues.append(cue)
