"""Times of what is still to come, told beside a deed of the past that they do not date."""

from __future__ import annotations

from datetime import date

from spacy.tokens import Token

from dragoman.analysis.grammar import NOUNS, PRESENT, WILL, auxiliaries, clause_of, word_before
from dragoman.times.clauses import APPOINTED, clause_dated, hangs_on
from dragoman.times.expression import TimeExpression, days_read
from dragoman.times.intervals import days_of

_ASKING = frozenset(
    "call invite demand urge ask request appeal summon propose plan announce agree set schedule "
    "order threaten promise pledge vow warn tell".split()
)
_ASSEMBLING = frozenset("gather rally march assemble demonstrate protest vote".split())
_UNTIL = frozenset({"until", "till", "by"})
_FROM_ON = (APPOINTED - {"for"}) | {"starting", "beginning", "as", "effective"}
_MEASURES = frozenset(
    "ban bar close shut suspend impose halt forbid prohibit outlaw lift reopen cut raise double "
    "halve introduce restrict ease freeze stop scrap abolish".split()
)
_TAKING_EFFECT = ("as of ", "effective ")
_PAST_HELPERS = frozenset({"can", "could", "ca", "have"})


def is_still_ahead(
    trigger: Token, time: Token, expression: TimeExpression, published: date | None
) -> bool:
    """Whether the time is of what is to come, so that it dates no past deed.

    'Held talks and *will meet* on 3 May'; 'agreed *to meet* on 3 May', where that is to come;
    'called for *protests* on 3 May', where the nearest is. A report of the evening may be of the
    next day elsewhere.
    """
    done = days_read(expression, "past")[0]
    if published and done and (done - published).days > 1:
        return True
    if _is_of_what_is_asked(trigger, time, expression, published):
        return True
    if _is_counted_on(expression, published):
        return True
    if _takes_effect(trigger, time, expression, published):
        return True
    clause = clause_dated(time)
    helpers = auxiliaries(clause)
    if trigger.is_ancestor(time) and any(h.lower_ in WILL for h in auxiliaries(trigger)):
        return True  # 'will not reopen the border on Friday': that is refused today
    if clause.i == trigger.i or hangs_on(time, trigger, clause):
        return False
    modal = any(helper.tag_ == "MD" for helper in helpers)
    if modal and not any(helper.lower_ in _PAST_HELPERS for helper in helpers):
        return True
    begins = days_of(expression.edtf)[0]
    return clause.tag_ == "VB" and bool(published and begins and begins > published)


def _is_counted_on(expression: TimeExpression, published: date | None) -> bool:
    """Whether it runs on from the report, where a deed was done: 'accepted *within a day*'.

    That tells how long it took.
    """
    begins = days_of(expression.edtf)[0]
    return expression.text.lower().startswith("within") and begins == published is not None


def _is_of_what_is_asked(
    trigger: Token, time: Token, expression: TimeExpression, published: date | None
) -> bool:
    """Whether it is of what is asked for, and not of the asking.

    So it is where the nearest day or month follows on that and is to come, and where somebody is
    asked to do a thing from a day on: 'urged them to stay away *from Monday*'.
    """
    if _is_to_be_done_from(trigger, time, expression) or _is_to_be_done(trigger, time, expression):
        return True
    begins = days_of(expression.edtf)[0]
    if published is None or begins is None or begins <= published:
        return False
    verb = trigger if trigger.lemma_ in _ASKING else clause_of(trigger)
    told = time.doc[verb.i + 1 : time.i]
    return verb.lemma_ in _ASKING and any(word.pos_ in NOUNS for word in told)


def _is_to_be_done(trigger: Token, time: Token, expression: TimeExpression) -> bool:
    """Whether somebody is called out on a day ('to gather *on Sunday*'), or is given until then.

    So is what is asked or threatened in the present, but on a weekday: 'threatens to end it in
    May'.
    """
    opening = {time.lower_, expression.text.split()[0].lower()}
    if trigger.lemma_ == "give" and opening & _UNTIL and clause_dated(time).i == trigger.i:
        return True
    clause = clause_dated(time)
    asked = trigger.lemma_ in _ASKING and trigger.is_ancestor(clause) and clause.tag_ == "VB"
    if not asked or time.i < clause.i:
        return False
    present = trigger.tag_ in PRESENT and not auxiliaries(trigger)
    return clause.lemma_ in _ASSEMBLING or (present and _is_of_month(expression))


def _is_of_month(expression: TimeExpression) -> bool:
    """Whether it is a month, a season or a year, and no day."""
    return 0 < len(expression.edtf) <= len("2026-05")


def _is_to_be_done_from(trigger: Token, time: Token, expression: TimeExpression) -> bool:
    clause = clause_dated(time)
    asked = trigger.lemma_ in _ASKING and trigger.is_ancestor(clause) and clause.tag_ == "VB"
    opening = {time.lower_, expression.text.split()[0].lower()}
    return asked and time.i > clause.i and bool(opening & _FROM_ON)


def _takes_effect(
    trigger: Token, time: Token, expression: TimeExpression, published: date | None
) -> bool:
    """Whether a measure takes effect on a weekday to come: 'closed the border *as of Sunday*'.

    What had been done, or stood so, 'as of Sunday' was by then.
    """
    verb = clause_of(trigger)
    if verb.lemma_ not in _MEASURES or verb.i > time.i or clause_dated(time).i != verb.i:
        return False
    if any(h.lemma_ == "have" or h.tag_ == "VBD" for h in auxiliaries(verb)):
        return False
    effect = word_before(time) == "effect"
    if not effect and not expression.text.lower().startswith(_TAKING_EFFECT):
        return False
    last = days_read(expression, "past")[0]
    turn = days_read(expression, "future")[0]
    if published is None or last is None or turn is None:
        return False
    return last < published < turn and turn - published < published - last
