"""The day of the words in which something is said: 'urged peace in a letter *posted on Tuesday*'.

So is that of a speech or an interview beside: '*speaking* in Lima on Tuesday, he urged peace'. What
is shown in pictures was not done when these were.
"""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.analysis.grammar import ALL_SUBJECTS, PREDICATES

_TEXTS = frozenset(
    "statement letter interview speech tweet post message note memo memorandum article column "
    "editorial petition email blog communique release complaint report commentary filing "
    "declaration".split()
)
_ISSUING = frozenset(
    "publish release post issue sign send write air broadcast give deliver circulate share tweet "
    "print file submit date".split()
)
_SPEAKING = frozenset({"speak", "write", "testify", "tweet"})
_LINKS = frozenset({"in", "through", "via", "with", "by"})


def is_of_words(clause: Token, trigger: Token, verb: Token) -> bool:
    """Whether a clause tells when the words of the trigger were spoken, written or issued.

    Args:
        clause: the verb that the time is told of.
        trigger: the event's word.
        verb: the verb that tells of it.
    """
    told = trigger.i == verb.i or trigger.head.i == verb.i
    while verb.dep_ == "conj" and verb.head.pos_ in PREDICATES:
        verb = verb.head
    if clause.dep_ == "advcl":
        own = any(c.dep_ in ALL_SUBJECTS for c in clause.children)
        return told and clause.head.i == verb.i and clause.lemma_ in _SPEAKING and not own
    text = clause.head
    if clause.dep_ not in ("acl", "relcl") or clause.lemma_ not in _ISSUING:
        return False
    if text.i == trigger.i:
        return True
    if not told or text.lemma_.lower() not in _TEXTS:
        return False
    beside = text.dep_ == "pobj" and text.head.lower_ in _LINKS and text.head.head.i == verb.i
    return beside or (text.dep_ in ALL_SUBJECTS and text.head.i == verb.i)
