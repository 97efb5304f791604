"""Reports that undo a plan in words of another type: it is refused, or yielded before it began.

"Poland will not reopen the crossing" is coded as a refusal, "drivers called off their strike" as
yielding. Where the very thing was planned, and by the same party, such a report tells what became
of the plan; else it stands for itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dragoman.mention import DONE, EventType, Mention
from dragoman.record.traits.voices import is_refusal
from dragoman.record.traits.words import stem

UNDONE_BY: Mapping[str, frozenset[EventType]] = {
    "REJECT": frozenset({"CONCEDE", "RETREAT", "AGREE", "SUPPORT", "COOPERATE", "CONSULT", "AID"}),
    "CONCEDE": frozenset({"PROTEST"}),
}
"""Types of what may be planned, by the type of a report that it will not come."""
_ADVERB = r"(?:\s+\w+ly)?"
_REFUSES = re.compile(rf"^{_ADVERB}\s+(?:to\s+(?:\w+ly\s+)?(?P<verb>\w+)|out\s+(?P<noun>\w+ing))\b")
# "Refused to hold the talks": what is refused is told by the verb's object.
_LIGHT = re.compile(r"(?:hold|attend|join|tak|go|hav|mak)(?:e|ing)?$", re.IGNORECASE)
_THING = re.compile(
    r"^\s+(?:(?:part|in|to|on|up|the|an?|any|its|his|her|their|further|new)\s+){0,3}(?P<thing>\w+)"
)
_CALLED_OFF = re.compile(
    r"^(?:\s+off)?\s+(?:(?:an?|the|its|his|her|their|planned|nationwide|general|\w+['’]s?)\s+){0,3}"
    r"(?P<thing>strike|walkout|stoppage|rally|march|protest|demonstration|blockade)s?\b"
)
# "Refused to free more prisoners" is said of others than those of the plan.
_OTHERS = re.compile(
    r"^\s+(?:to\s+)?(?:(?:any|the|its|their|all)\s+)*(?:\d+\s+)?"
    r"(?:more|another|others?|further|additional|remaining|rest)\b"
)
_TOLD = (*DONE, "negated")
_CALLS_OFF = frozenset(map(stem, ("call", "cancel", "suspend", "shelve", "scrap", "withdraw")))


def undone(mention: Mention) -> str:
    """The stem of the word for what the mention tells not to come; empty where it tells no such."""
    if mention.background or mention.status not in DONE or mention.event not in UNDONE_BY:
        return ""
    trigger = mention.trigger.text
    rest = mention.sentence.text[mention.trigger.end - mention.sentence.start :]
    if mention.event == "CONCEDE":
        found = _CALLED_OFF.match(rest) if stem(trigger) in _CALLS_OFF else None
        return stem(found["thing"]) if found else ""
    if not is_refusal(mention):
        return ""
    found = _REFUSES.match(rest)
    rest = rest[found.end() :] if found else rest
    if _OTHERS.match(rest):
        return ""
    deed = trigger if found is None else found["verb"] or found["noun"]
    thing = _THING.match(rest) if _LIGHT.match(deed) else None
    return stem(thing["thing"] if thing else deed)


def as_plans_end(mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions of one event, those that undo its plan in words of another type told as its end."""
    plan = next((m for m in mentions if m.status not in _TOLD and not undone(m)), None)
    return [mention if plan is None else _as_its_end(mention, plan) for mention in mentions]


def _as_its_end(mention: Mention, plan: Mention) -> Mention:
    if plan.event not in UNDONE_BY.get(mention.event, ()) or not undone(mention):
        return mention
    mutual = not plan.recipients and len(plan.actors) > 1
    return replace(
        mention,
        actors=mention.parties if mutual else mention.actors,
        recipients=() if mutual else mention.recipients,
        event=plan.event,
        mode=plan.mode,
        quad_class=plan.quad_class,
        intensity=plan.intensity,
        status="negated" if mention.event == "REJECT" else "cancelled",
        when=None,
    )
