"""The brief for notes, mails and pages: Markdown, and HTML that stands alone."""

from __future__ import annotations

import re
from html import escape

from dragoman.mention import claimed, denial
from dragoman.record.daily.brief import Brief, change, outlets, sections
from dragoman.record.event import Event, History
from dragoman.wording import called, coded_kind, one_line, when

_MARKUP = re.compile(r"([\\`*_\[\]<>#|~])")
_STYLE = """\
body{font:16px/1.5 Georgia,serif;max-width:44rem;margin:2rem auto;padding:0 1rem}
h1,h2{font-weight:600;line-height:1.2}p{margin:.2rem 0}article{margin:0 0 1.2rem}
.facts,.sources{font:14px/1.4 system-ui,sans-serif}@media(prefers-color-scheme:dark){
body{background:#16181b;color:#e8e6e1}a{color:#9cc4ff}}"""


def markdown(brief: Brief) -> str:
    """The brief in Markdown; nothing in an article's words is taken for markup."""
    lines = [f"# {_title(brief)}", ""]
    for section in sections(brief):
        lines += [f"## {section.name}", ""]
        for history in section.events:
            sources = "; ".join(
                f"[{_plain(name)}]({_address(url)})" if _address(url) else _plain(name)
                for name, url in outlets(history)
            )
            lines += [
                f"- **{_plain(_facts(history.event))}**  ",
                f"  {_plain(one_line(history.event.text))}  ",
                f"  {sources}",
            ]
        if section.more:
            lines.append(f"- *and {section.more} more*")
        lines.append("")
    if len(lines) == 2:
        lines.append("Nothing was reported in these days.")
    return "\n".join(lines).rstrip() + "\n"


def html(brief: Brief) -> str:
    """The brief as a page that needs nothing else; nothing in an article's words is markup."""
    parts = [
        "<!doctype html><html lang=en><meta charset=utf-8>",
        "<meta name=viewport content='width=device-width'>",
        f"<title>{escape(_title(brief))}</title><style>{_STYLE}</style>",
        f"<h1>{escape(_title(brief))}</h1>",
    ]
    told = sections(brief)
    for section in told:
        parts.append(f"<h2>{section.name}</h2>")
        parts += [_article(history) for history in section.events]
        if section.more:
            parts.append(f"<p class=sources>and {section.more} more</p>")
    if not told:
        parts.append("<p>Nothing was reported in these days.</p>")
    return "\n".join(parts) + "\n</html>\n"


def _article(history: History) -> str:
    sources = "; ".join(
        f"<a href='{escape(_address(url))}'>{escape(name)}</a>" if _address(url) else escape(name)
        for name, url in outlets(history)
    )
    event = history.event
    return (
        f"<article><p class=facts><b>{escape(_facts(event))}</b></p>"
        f"<p>{escape(one_line(event.text))}</p><p class=sources>{sources}</p></article>"
    )


def _title(brief: Brief) -> str:
    about = f" · {', '.join(brief.about)}" if brief.about else ""
    return f"{brief.since.isoformat()} to {brief.on.isoformat()}{about}"


def _facts(event: Event) -> str:
    kind = coded_kind(event.event, event.mode)
    actors = ", ".join(called(p.name, p.country) for p in event.actors) or "nobody named"
    recipients = ", ".join(called(p.name, p.country) for p in event.recipients)
    sides = f"{actors} → {recipients}" if recipients else actors
    disputed = "disputed" if event.disputed else ""
    day = when(event.when) if event.when else ""
    status = f"{change(event)}{denial(event.certainty)}"
    facts = (status, day, kind, sides, claimed(event.certainty), disputed)
    return " · ".join(fact for fact in facts if fact)


def _plain(text: str) -> str:
    return _MARKUP.sub(r"\\\1", text)


def _address(url: str | None) -> str:
    """The address where it is one of the web; nothing else may be followed from a page."""
    if url is None or not re.match(r"https?://[^\s<>\"'()]+\Z", url):
        return ""
    return url
