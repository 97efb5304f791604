"""A reader's word on what belongs to an event, from the form of its page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated
from urllib.parse import unquote, urlsplit

from fastapi import APIRouter, Depends, Request
from fastapi.responses import RedirectResponse, Response

from dragoman.record import Record
from dragoman.record.reviews.checks import ReviewError
from dragoman.record.reviews.rulings import join, part, withdraw
from dragoman.record.ruling import Ruling
from dragoman.web import links
from dragoman.web.pages.desk import record_of
from dragoman.web.pages.event import shown

router = APIRouter(include_in_schema=False)
Given = Mapping[str, Sequence[str]]


async def _form(request: Request) -> Given:
    form = await request.form()
    return {
        name: [value for value in form.getlist(name) if isinstance(value, str)] for name in form
    }


@router.post(links.EVENTS + "/{identifier}/linking")
def say(request: Request, identifier: str, form: Annotated[Given, Depends(_form)]) -> Response:
    """Join the event with another, take reports out of it, or take such a word back."""
    record, reviewer = record_of(request), str(request.state.user)
    try:
        made = _rule(record, identifier, form, reviewer)
    except ReviewError as error:
        return shown(request, identifier, form=form, refused=str(error))
    # What is left of the event, where it lost its first report and its id with it.
    event = made.others[0] if made.kind == "part" and made.others else identifier
    return RedirectResponse(links.ruled(event, made.id), 303)


def _rule(record: Record, identifier: str, form: Given, reviewer: str) -> Ruling:
    note = _one(form, "note") or None
    if "undo" in form:
        return withdraw(record, _one(form, "undo"), reviewer=reviewer, note=note)
    if _one(form, "kind") == "part":
        return part(record, form.get("mention", ()), reviewer=reviewer, note=note)
    other = _named(_one(form, "address")) or _one(form, "other")
    if not other:
        raise ReviewError("choose the other event, or give its address")
    return join(record, identifier, other, reviewer=reviewer, note=note)


def _one(form: Given, name: str) -> str:
    return next(iter(form.get(name, ())), "").strip()


def _named(text: str) -> str:
    """The id in what was given: an id, or the address of the event's page."""
    path = urlsplit(text).path if "/" in text else text
    return unquote(path.rstrip("/").rpartition("/")[2])
