"""Persons whom no table lists, told by what is done to them: 'killing a rubber *tapper*'.

A noun made from what somebody does ('-er', '-ist', '-man') means a person where it is killed,
wounded, beheaded or arrested. Beasts that are called so are not meant, nor what is only said to
be killed: a bill, a deal.
"""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.actors.roles import Role
from dragoman.analysis.grammar import DONE_TO, first_conjunct

_SUFFERED = frozenset(
    "kill wound injure maim murder behead lynch execute assassinate flog stab kidnap abduct arrest "
    "detain jail imprison handcuff".split()
)
_MAKING = ("er", "or", "ist", "man", "woman", "eer", "ster", "herd", "monger", "smith", "wright")
_BEASTS = frozenset(
    "tiger panther otter badger beaver spider oyster lobster adder viper hamster steer heifer "
    "condor alligator boxer setter retriever pointer raptor".split()
)
# Nouns so made for things and numbers.
_THINGS = frozenset(
    "number order offer letter river tower power server computer matter paper river border water "
    "summer winter filter trailer tanker cluster sector motor reactor tractor factor tumor tumour "
    "cancer fever buffer layer member finger shoulder humor humour colour color error terror "
    "chapter quarter corner container transformer helicopter propeller router poster register "
    "career beer deer ulcer other another former latter bowler flower feather leather".split()
)


def unlisted_role(head: Token) -> Role | None:
    """The role of a noun that the tables lack where harm or arrest tells that it is a person.

    Args:
        head: the head of the phrase, of which no table knows a role.
    """
    first = first_conjunct(head)
    suffers = first.dep_ in DONE_TO and first.head.pos_ == "VERB"
    if not suffers or first.head.lemma_.lower() not in _SUFFERED or head.pos_ != "NOUN":
        return None
    word = head.lemma_.lower()
    if word in _BEASTS | _THINGS or not word.endswith(_MAKING) or len(word) <= len("-er") + 1:
        return None
    if any(c.dep_ == "prep" and c.lower_ == "of" for c in head.rights):
        return None  # 'killed a scattering of ...': a quantity, or a thing's part
    return Role(word, "CVL", "person", "", refers=False, plural=head.tag_ == "NNS")
