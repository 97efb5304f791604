"""Verbs that the parser takes for words before a noun, put in their place where they are known.

The small parser reads 'A Lusaka court convicted editor Thomas Zgambo' as one long name, and the
second verb of 'Gunmen attack village, kidnap pupils' as the kind of pupils. Where it is known of a
word that it tells what one phrase beside it does to another, the tree is built anew around it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy
from spacy.tokens import Doc, Span, Token

from dragoman.analysis.grammar import NOUN_MODIFIERS, NOUNS
from dragoman.analysis.perfects import Move, perfect
from dragoman.letters import HYPHENS

_BEFORE = NOUN_MODIFIERS | {"npadvmod"}
_PARTICIPLES = frozenset({"VBN", "VBD"})
_PLAIN = frozenset({"NN", "NNS", "NNP", "NNPS", "VB", "VBP", "VBZ", "JJ"})
# Where the noun of a phrase hangs that no other verb has for its subject or object.
_LOOSE = frozenset({"ROOT", "appos", "conj", "dobj", "dep", "npadvmod", "parataxis"})
_PAUSES = frozenset({",", ";", ":", "and"})
_PARTICLES = frozenset({"free", "back", "out", "off", "down", "over", "away", "loose",
                        "dead"})


@dataclass(frozen=True, slots=True)
class Clause:
    """What a word is known to tell: the phrases of who does it, and of whom it is done to."""

    verb: Token
    doers: tuple[Span, ...]
    others: tuple[Span, ...]


def reparse(doc: Doc, clauses: Iterable[Clause]) -> bool:
    """Make verbs of the clauses' words where the parser has them before a noun, in place.

    Tags are set, and lemmas taken away; what finds these anew is the caller's.

    Returns:
        Whether anything was changed.
    """
    tree, made = _Tree(doc), False
    for clause in clauses:
        made = tree.mend(clause) or made
    if made:
        tree.write()
    return made


class _Tree:
    """The heads and labels of a document's tokens, while they are changed."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._heads = [token.head.i for token in doc]
        self._labels = [str(token.dep_) for token in doc]
        self._tags: dict[int, str] = {}

    def mend(self, clause: Clause) -> bool:
        """Take the clause's word for a verb, if the parser does not and it may be one.

        First what its doer is told to do before: 'junta *names* premier, bans rallies'.
        """
        first = self._verb_before(clause)
        made = first is not None and self._mend(first)
        towns = [self._with_town(doer) for doer in clause.doers]
        return self._mend(clause) or made or any(towns)

    def _with_town(self, phrase: Span) -> bool:
        """Let a name before a noun tell which it is, not be a second subject: 'Cork police'."""
        if len(phrase) != 2 or phrase[0].pos_ != "PROPN" or phrase[1].tag_ not in ("NN", "NNS"):
            return False
        name, noun = phrase[0].i, phrase[1].i
        if self._labels[name] != "nsubj" or self._labels[noun] != "nsubj":
            return False
        if self._heads[name] != self._heads[noun]:
            return False
        self._hang(name, noun, "compound")
        return True

    def _mend(self, clause: Clause) -> bool:
        verb = clause.verb
        phrases = [p for p in (*clause.doers, *clause.others) if not p.start <= verb.i < p.end]
        left = next((p for p in phrases if p.end == verb.i), None)
        right = next((p for p in phrases if p.start == verb.i + 1), None)
        if right is None:
            return self._with_particle(verb, phrases)
        if moves := perfect(verb, right):  # 'it *had targeted* civilians'
            return self._moved(verb, moves)
        above = None if left is not None else self._verb_of(clause.doers, verb.i)
        if not self._is_verb(verb, left, right) or (left is None and above is None):
            return False
        before = list(self._heads), list(self._labels)
        self._rebuild(verb.i, left, right, above)
        if not self._is_sound(verb, before):
            return False
        self._tags[verb.i] = _tag(verb)
        if left is not None and _head(left).pos_ not in NOUNS:
            self._tags[_head(left).i] = "NNP"
        return True

    def _moved(self, verb: Token, moves: Iterable[Move]) -> bool:
        before = list(self._heads), list(self._labels)
        for move in moves:
            self._hang(*move)
        self._tags[verb.i] = "VBN"
        return self._is_sound(verb, before)

    def _is_sound(self, verb: Token, before: tuple[list[int], list[str]]) -> bool:
        """Whether the sentence is a tree still; else it is as before."""
        if self._is_tree(verb.sent):
            return True
        self._heads, self._labels = before
        return False

    def write(self) -> None:
        """Set the tree in the document, and the tags of its new verbs."""
        strings = self._doc.vocab.strings
        values: Any = numpy.zeros((len(self._doc), 2), dtype="uint64")
        offsets = numpy.array([head - i for i, head in enumerate(self._heads)], dtype="int64")
        values[:, 0] = offsets.view("uint64")
        values[:, 1] = [strings.add(label) for label in self._labels]
        self._doc.from_array(["HEAD", "DEP"], values)
        for index, tag in self._tags.items():
            token: Any = self._doc[index]
            token.tag_, token.lemma = tag, 0

    def _is_verb(self, word: Token, left: Span | None, right: Span) -> bool:
        """Whether the word, read as one of a noun's, may well be the verb before it."""
        noun = _head(right)
        if left is not None and (
            not _may_be_name(_head(left)) or left[-1].tag_ == "POS" or left[-1].text in HYPHENS
        ):
            return False  # 'Israeli strikes', "Mali's jailed editors"
        ties = self._labels[word.i] in _BEFORE and right.start <= self._heads[word.i] < right.end
        if word.tag_ in _PARTICIPLES:
            root = self._doc[self._path(noun.i)[-1]]
            if left is None:  # 'seized power, *dissolved* parliament'
                return ties and self._doc[word.i - 1].lower_ in _PAUSES
            return ties and (_may_be_name(root) or self._is_cut_off(noun))
        if word.tag_ not in _PLAIN:
            return False
        if self._labels[noun.i] not in _LOOSE and not self._is_cut_off(noun):
            return False
        if left is None:
            return ties and self._doc[word.i - 1].lower_ in _PAUSES
        joined = self._heads[_head(left).i] == word.i or ties
        subject = self._labels[word.i] == "nsubj" and right.start <= self._heads[word.i] < right.end
        own = self._labels[word.i] == "ROOT" and self._heads[noun.i] == word.i
        return joined and word.tag_ != "JJ" and (ties or subject or (own and word.tag_[0] == "N"))

    def _is_cut_off(self, noun: Token, over: tuple[int, str] | None = None) -> bool:
        """Whether a comma parts it from the verb that the parser has it for the subject of.

        ``over`` are that verb's index and the label, where the noun hangs on it no more.
        """
        verb, label = over or (self._heads[noun.i], self._labels[noun.i])
        after = noun.i + 1
        comma = after < verb and self._doc[after].text == ","
        return label == "nsubj" and comma and verb == after + 1

    def _go_before(self, verb: int, later: int) -> None:
        """Hang the verb where a later one hung, and that on it: 'dissolved parliament, *shut*'."""
        over, label = self._heads[later], self._labels[later]
        self._hang(verb, verb if over == later else over, label)
        self._hang(later, verb, "conj")

    def _verb_before(self, clause: Clause) -> Clause | None:
        """What a doer of the clause does right before, if the parser has no verb there."""
        for doer in clause.doers:
            i = doer.end
            if i + 1 >= len(self._doc) or self._labels[i] not in ("compound", "amod"):
                continue
            word, noun = self._doc[i], self._doc[self._heads[i]]
            plural = word.tag_ in ("NNS", "NNPS") and self._is_cut_off(noun)
            capitals = word.tag_ in _PARTICIPLES and self._heads[noun.i] == _head(doer).i
            if noun.i > i and (plural or (capitals and _head(doer).pos_ not in NOUNS)):
                return Clause(word, (doer,), (self._doc[i + 1 : noun.i + 1],))
        return None

    def _verb_of(self, doers: Sequence[Span], end: int) -> int | None:
        """The verb before that one of the doers is the subject of."""
        for doer in doers:
            head = _head(doer).i
            verb = self._heads[head]
            known = verb in self._tags or self._doc[verb].pos_ == "VERB"
            if self._labels[head] == "nsubj" and head < verb < end and known:
                return verb
        return None

    def _rebuild(self, verb: int, left: Span | None, right: Span, above: int | None) -> None:
        """Hang the phrases beside the verb on it, and it where they hung."""
        noun, doer = _head(right).i, _head(left).i if left is not None else None
        words = [t.i for phrase in (left, right) if phrase is not None for t in phrase]
        top = min((verb, *words), key=lambda i: len(self._path(i)))
        over = self._heads[top], self._labels[top]
        for phrase, head in ((left, doer), (right, noun)):
            if phrase is not None and head is not None:
                self._gather(phrase, head)
        for token in self._doc[verb].sent:
            self._release(token, verb, left, right, noun)
        self._hang(noun, verb, "dobj")
        if doer is not None:
            self._hang(doer, verb, "nsubj")
        low = verb
        if above is not None:
            self._hang(verb, above, "conj")
            if noun not in self._path(above) and verb not in self._path(above):
                return
            low = above
        if over[0] == top:
            self._hang(low, low, "ROOT")
        elif top == noun and self._is_cut_off(self._doc[noun], over):
            self._go_before(low, over[0])
        else:
            self._hang(low, over[0], "ccomp" if over[1] == "nsubj" else "parataxis")

    def _gather(self, phrase: Span, head: int) -> None:
        """Let the words of a phrase hang within it."""
        for token in phrase:
            i = token.i
            on = self._heads[i]
            if i == head or (on != i and phrase.start <= on < phrase.end):
                continue
            if i > phrase.start and token.nbor(-1).pos_ == "ADP":
                self._hang(i, i - 1, "pobj")
            else:
                kept = self._labels[i] in ("det", "punct", "prep", "amod", "nummod")
                beside = "compound" if i < head else "appos"
                self._hang(i, head, self._labels[i] if kept else beside)

    def _release(
        self, token: Token, verb: int, left: Span | None, right: Span, noun: int
    ) -> None:
        """Let what stands outside the two phrases and hung on one, as on the clause, do so."""
        i, on = token.i, self._heads[token.i]
        within = any(p.start <= i < p.end for p in (left, right) if p is not None)
        if i == verb or within or on == i:
            return
        of_right = right.start <= on < right.end
        of_left = left is not None and left.start <= on < left.end
        apart = self._labels[i] == "punct" or (self._labels[i] == "prep" and token.lower_ != "of")
        if (i < verb and of_right) or (i > verb and of_left) or (on == noun and apart):
            self._hang(i, verb, self._labels[i])

    def _with_particle(self, verb: Token, phrases: Sequence[Span]) -> bool:
        """Give a verb the particle that the parser has before the noun: 'set *free* 9 men'."""
        right = next((p for p in phrases if p.start == verb.i + 2), None)
        word = verb.nbor() if right is not None else verb
        if right is None or verb.pos_ != "VERB" or word.lower_ not in _PARTICLES:
            return False
        if not right.start <= self._heads[word.i] < right.end:
            return False
        self._hang(word.i, verb.i, "prt")
        return True

    def _hang(self, index: int, head: int, label: str) -> None:
        self._heads[index], self._labels[index] = head, label

    def _path(self, index: int) -> list[int]:
        """The token and all above it, up to the root; cut off where it turns in a circle."""
        path = [index]
        while self._heads[path[-1]] not in path:
            path.append(self._heads[path[-1]])
        return path

    def _is_tree(self, sentence: Span) -> bool:
        """Whether all words of the sentence hang on one root in it."""
        tops = {self._path(token.i)[-1] for token in sentence}
        roots = [i for i in tops if self._heads[i] == i]
        return len(tops) == len(roots) == 1 and sentence.start <= roots[0] < sentence.end


def _head(phrase: Span) -> Token:
    """The noun that heads a phrase, whatever the parser hangs its words on."""
    inside = range(phrase.start, phrase.end)
    tops = sum(token.head.i not in inside or token.head == token for token in phrase)
    if tops == 1 and phrase.root.pos_ in NOUNS:
        return phrase.root
    nouns = [token for token in phrase if token.pos_ in NOUNS]
    return next((n for n in nouns if n.i + 1 == phrase.end or n.nbor() not in nouns), phrase.root)


def _may_be_name(word: Token) -> bool:
    """Whether it is a noun, or letters that the tagger may have taken for a verb: 'ECOWAS'."""
    return word.pos_ in NOUNS or (word.text.isupper() and len(word) > 2)


def _tag(verb: Token) -> str:
    """The tag of a finite verb of the word's form."""
    if verb.tag_ in _PARTICIPLES:
        return "VBD"
    word = verb.lower_
    return "VBZ" if word.endswith("s") and not word.endswith("ss") else "VBP"
