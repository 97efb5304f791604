"""From a template and what it needs to an answer; everything that is not ours is escaped."""

from __future__ import annotations

from functools import cache
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from dragoman.record.dyads import meetingwords
from dragoman.web import links, wording
from dragoman.wording import day, one_line, when


@cache
def environment() -> Environment:
    """The templates' environment: escaping always on, and what is missing is an error."""
    made = Environment(
        loader=PackageLoader("dragoman.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {"links": links, "words": wording, "meetingwords": meetingwords}
    made.filters |= {
        "day": day, "when": when, "kind": wording.kind, "plainly": wording.plainly,
        "tone": wording.tone, "score": wording.score, "line": one_line, "web": wording.web,
        "country": wording.country, "since_day": lambda day, first: (day - first).days,
    }  # fmt: skip
    return made


def page(request: Request, template: str, *, status_code: int = 200, **found: Any) -> HTMLResponse:
    """The answer that a template makes.

    Args:
        request: what is answered; the template gets the reader's name and the token of forms.
        template: its name, without ``.html``.
        status_code: of the answer.
        found: what the template shows.
    """
    settings = request.app.state.settings
    shown = environment().get_template(f"{template}.html").render(
        user=getattr(request.state, "user", None),
        csrf=getattr(request.state, "csrf", ""),
        read_only=settings.read_only,
        here=request.url.path,
        **found,
    )
    return HTMLResponse(shown, status_code)


def problem(request: Request, status_code: int, title: str, advice: str) -> HTMLResponse:
    """A page that says what was wrong and what to do next."""
    return page(request, "problem", status_code=status_code, title=title, advice=advice)
