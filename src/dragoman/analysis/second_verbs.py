"""Second verbs that the parser takes for nouns: 'would defy the ban and *march* on Sunday'.

A word that is known to tell of a deed of its own, stands bare after 'and' and is spelt as a verb's
plain form is no second object of a verb that stands in that form too: what follows is its own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from spacy.tokens import Doc, Token

_PLAIN = frozenset({"NN", "NNP", "VB", "VBP"})
_FOLLOWING = frozenset({"prep", "npadvmod", "advmod"})


def mend_second_verbs(doc: Doc, deeds: Iterable[int]) -> bool:
    """Join such words to the verbs before them, in place; whether there were any.

    Args:
        doc: the text.
        deeds: the indices of the words that tell of deeds.
    """
    known = frozenset(deeds)
    firsts = {i: _first_verb(doc[i], known) for i in sorted(known)}
    found = [(doc[i], verb) for i, verb in firsts.items() if verb is not None]
    for word, verb in found:
        _join(word, verb)
    return bool(found)


def _first_verb(word: Token, deeds: Collection[int]) -> Token | None:
    """The verb whose second the word is, though read as joined to its object; else None."""
    object_, joined = word.head, word.dep_ == "conj"
    bare = word.n_lefts == 0 and word.tag_ in _PLAIN and word.text.islower()
    if not joined or not bare or object_.dep_ != "dobj" or object_.i in deeds:
        return None
    verb = object_.head
    hinge = any(c.dep_ == "cc" and c.i == word.i - 1 for c in object_.rights)
    return verb if hinge and verb.tag_ == "VB" and verb.i in deeds else None


def _join(word: Token, verb: Token) -> None:
    """Hang the word, the 'and' before it and what follows it on the verb as its second."""
    after = [c for c in (*verb.rights, *word.head.rights) if c.i > word.i]
    hinge = word.doc[word.i - 1]
    word.head, word.dep_, word.tag_ = verb, "conj", "VB"
    hinge.head = verb
    for child in after:
        if child.dep_ in _FOLLOWING:
            child.head = word
    word.lemma = 0
