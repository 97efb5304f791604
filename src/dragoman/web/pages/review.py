"""Review: mentions, the least certain first, to accept, correct or reject."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response, StreamingResponse

from dragoman.events.ontology import kinds
from dragoman.mention import CERTAINTIES, COUNTED, STATUSES, Mention
from dragoman.record import Record
from dragoman.record.questions.questions import history
from dragoman.record.reviews.checks import ReviewError
from dragoman.record.reviews.reviewed import agreement
from dragoman.record.reviews.reviews import Review, both, queue, reviews_of, submit
from dragoman.record.store.articles import filed
from dragoman.web import links
from dragoman.web.api.reviews import reviewed_sentences
from dragoman.web.pages.corrections import BLANKS, LISTS, changes_of, numbers_of, rows_in, rows_of
from dragoman.web.pages.desk import record_of
from dragoman.web.pages.marking import paragraphs
from dragoman.web.rendering import page, problem
from dragoman.wording import coded_kind

router = APIRouter(include_in_schema=False)
_AROUND = 800  # characters of the article shown before and after the sentence
_FURTHEST = 10_000


async def _form(request: Request) -> dict[str, str]:
    given = await request.form()
    return {name: value for name, value in given.items() if isinstance(value, str)}


Fields = Annotated[dict[str, str], Depends(_form)]


@router.get(links.REVIEW, response_class=HTMLResponse)
def next_one(request: Request) -> HTMLResponse:
    """The least certain mention that the reader has not seen; ``skip`` passes some over."""
    record = record_of(request)
    given = request.query_params.get("skip", "")
    skip = min(int(given), _FURTHEST) if given.isdecimal() and len(given) < 9 else 0
    waiting = queue(record, reviewer=request.state.user, limit=1, offset=skip)
    done = _done(record, request.query_params.get("done"))
    if not waiting:
        return page(
            request, "reviewed", skip=skip, done=done, agreement=_agreement(record)
        )
    return _shown(request, waiting[0].mention.id, skip=skip, done=done)


@router.get(links.training(), response_class=StreamingResponse)
def training(request: Request) -> StreamingResponse:
    """Reviewed sentences as the corpus has them, one a line."""
    return reviewed_sentences(record_of(request))


@router.get(links.REVIEW + "/{mention}", response_class=HTMLResponse)
def one(request: Request, mention: str) -> HTMLResponse:
    """One mention, whether it was reviewed or not."""
    done = _done(record_of(request), request.query_params.get("done"))
    return _shown(request, mention, skip=None, done=done)


@router.post(links.REVIEW + "/{mention}")
def say(request: Request, mention: str, form: Fields) -> Response:
    """Take a reader's word, and go on to the next mention."""
    record = record_of(request)
    told = both(record, mention)
    if told is None:
        return _unknown(request)
    verdict: Any = form.get("verdict", "")
    changes = changes_of(form, told[0]) if verdict == "corrected" else {}
    if verdict == "corrected" and not changes:
        # The form says what the machine said: that is to accept it.
        verdict = "accepted"
    elif verdict == "accepted" and told[0] != told[1]:
        # What is shown holds with a reader's corrections, and with them it is accepted.
        verdict, changes = "corrected", reviews_of(record, mention)[-1].changes
    try:
        submit(
            record,
            mention,
            reviewer=request.state.user,
            verdict=verdict,
            changes=changes,
            note=form.get("note", "").strip() or None,
        )
    except ReviewError as error:
        return _shown(request, mention, skip=None, done=None, form=form, refused=str(error))
    skip = form.get("skip", "")
    if skip.isdecimal():
        return RedirectResponse(links.review(skip=skip if skip != "0" else None, done=mention), 303)
    return RedirectResponse(links.review(mention, done=mention), 303)


def _shown(
    request: Request,
    identifier: str,
    *,
    skip: int | None,
    done: dict[str, Any] | None,
    form: Mapping[str, str] | None = None,
    refused: str | None = None,
) -> HTMLResponse:
    record = record_of(request)
    told = both(record, identifier)
    kept = filed(record, told[0].article_id) if told else None
    if told is None or kept is None:
        return _unknown(request)
    machine, now = told
    event = next(
        (e for m, e in zip(kept.mentions, kept.events, strict=True) if m.id == machine.id), None
    )
    found = history(record, event) if event else None
    start = kept.article.text.rfind("\n", 0, max(0, now.sentence.start - _AROUND)) + 1
    pieces, rest = paragraphs(
        kept.article, [now], start, now.sentence.end + _AROUND - start
    )
    return page(
        request,
        "review",
        status_code=422 if refused else 200,
        machine=machine,
        now=now,
        rejected=event is None,
        event=found.event if found else None,
        article=kept.article,
        paragraphs=pieces,
        cut=(start > 0, rest is not None),
        fields=_fields(now, form),
        lists=_lists(now, form),
        kinds=_kinds(),
        counted=COUNTED,
        statuses=STATUSES,
        certainties=CERTAINTIES,
        reviews=reviews_of(record, machine.id),
        skip=skip,
        done=done,
        refused=refused,
        agreement=_agreement(record),
    )


def _unknown(request: Request) -> HTMLResponse:
    return problem(
        request, 404, "No such mention",
        "The record has no mention of this address. Go to the queue for the next one.",
    )  # fmt: skip


def _fields(now: Mention, form: Mapping[str, str] | None) -> dict[str, str]:
    """What the form's plain fields hold: what the reader wrote, else what holds now."""
    held = {
        "kind": coded_kind(now.event, now.mode),
        "status": now.status,
        "certainty": now.certainty,
        "background": "1" if now.background else "",
        "when": now.when.edtf if now.when else "",
        **numbers_of(now),
        "note": "",
    }
    return {name: form.get(name, "") for name in held} if form else held


def _lists(now: Mention, form: Mapping[str, str] | None) -> dict[str, list[dict[str, str]]]:
    """The rows of the form's lists, each with an empty one at its end."""
    found = {}
    for name, parts in LISTS.items():
        given = rows_in(form, name) if form else None
        rows = rows_of(now, name) if given is None else given
        found[name] = rows + [dict.fromkeys(parts, "")] * BLANKS
    return found


def _kinds() -> dict[str, list[str]]:
    """Type to its values in the form: the type alone, then with each of its modes."""
    found: dict[str, list[str]] = {}
    for event, mode in kinds():
        found.setdefault(event, []).append(coded_kind(event, mode))
    return found


def _done(record: Record, identifier: str | None) -> dict[str, Any] | None:
    """What was last said of the mention reviewed before this one, and its event now."""
    if not identifier:
        return None
    said: tuple[Review, ...] = reviews_of(record, identifier)
    if not said:
        return None
    found = history(record, identifier)
    return {"mention": identifier, "review": said[-1], "event": found.event if found else None}


def _agreement(record: Record) -> dict[str, float]:
    return {name: value for name, value in agreement(record).items() if value is not None}
