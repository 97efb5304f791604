"""The pages of the web desk: what they show, and that nothing of an article becomes markup."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import html
from starlette.datastructures import QueryParams
from starlette.testclient import TestClient

from dragoman import Article, Mention
from dragoman.mention import Span
from dragoman.record import Event, Record
from dragoman.record.daily.agenda import agenda
from dragoman.record.dyads.dyads import Dyad, Week
from dragoman.record.dyads.meetings import Meetings
from dragoman.record.dyads.moves import moves
from dragoman.record.questions.extent import extent
from dragoman.record.questions.filters import Filter
from dragoman.record.questions.questions import events, facets, histories, history
from dragoman.record.questions.sites import sites
from dragoman.record.reviews.reviews import both, queue, reviews_of, submit
from dragoman.record.reviews.rulings import part
from dragoman.record.store.articles import filed
from dragoman.web import links, wording
from dragoman.web.app import create_app
from dragoman.web.charts.axis import Axis
from dragoman.web.charts.life import life
from dragoman.web.charts.projection import HEIGHT, WIDTH, project
from dragoman.web.charts.weeks import weeks
from dragoman.web.charts.world import outlines
from dragoman.web.pages.asking import asked
from dragoman.web.pages.marking import paragraphs
from dragoman.web.settings import Settings
from dragoman.wording import when

Coded = tuple[Article, list[Mention]]
TODAY = date(2025, 8, 4)
POSTPONED = "meridian-2025-07-24-visit-postponed"
HEAVIEST = 150 * 1024


@pytest.fixture(scope="module")
def record(kept: Path) -> Iterator[Record]:
    with Record.open(kept) as found:
        yield found


def desk(path: Path | str, today: date = TODAY, **settings: Any) -> TestClient:
    app = create_app(Settings(path, today=lambda: today, reviewer="ana", **settings))
    return TestClient(app, base_url="http://127.0.0.1:8765")


@pytest.fixture(scope="module")
def client(kept: Path) -> Iterator[TestClient]:
    with desk(kept) as found:
        yield found


@pytest.fixture
def own(kept: Path, tmp_path: Path) -> Iterator[TestClient]:
    """A desk on a copy that the test may change."""
    shutil.copy(kept, tmp_path / "copy.db")
    with desk(tmp_path / "copy.db") as found:
        yield found


def page(client: TestClient, path: str, status: int = 200) -> Any:
    answer = client.get(path)
    assert answer.status_code == status, answer.text[:500]
    return html.fromstring(answer.text)


def words(element: Any) -> str:
    return " ".join(element.text_content().split())


def _visit(record: Record) -> Event:
    wanted = Filter(dyad=("IRN", "PAK"), types=("CONSULT",), modes=("visit",))
    return max(events(record, wanted).events, key=lambda event: event.mentions)


def _record_of(client: TestClient) -> Record:
    found: Record = client.app.state.record  # type: ignore[attr-defined]
    return found


# All pages


@pytest.fixture(scope="module")
def paths(record: Record) -> list[str]:
    waiting = queue(record, limit=1)[0].mention.id
    return [
        "/", "/?on=2025-07-24&days=30&about=Iran", "/events", "/events?text=visit&status=planned",
        links.event(_visit(record).id), "/dyads", "/dyads/IRN", "/dyads/IRN/PAK",
        "/dyads/IRN/PAK?days=all", "/agenda", "/agenda?month=2025-07", "/map", links.ARTICLES,
        "/map?side=conflict&about=KEN", links.article(POSTPONED), "/read", "/review",
        links.review(waiting), "/about", "/events?text=zzzz", "/events/nothing", "/dyads/CHL/NOR",
    ]  # fmt: skip


def test_every_page_is_light_and_bears_a_strict_policy(client: TestClient, paths: list[str]) -> None:
    for path in paths:
        answer = client.get(path)
        assert len(answer.content) < HEAVIEST, path
        tree = html.fromstring(answer.text)
        assert not tree.xpath("//style | //*[@style]"), path
        assert not tree.xpath("//script[not(@src)] | //@*[starts-with(name(), 'on')]"), path
        loaded = tree.xpath("//script/@src | //link[@rel='stylesheet' or @rel='icon']/@href | //img/@src")
        assert all(one.startswith("/static/") for one in loaded), path
        for one in set(loaded):
            assert client.get(one).status_code == 200, one
        assert len(tree.xpath("//h1")) == 1, path
        assert tree.xpath("//title")[0].text_content().endswith("· Dragoman")


def test_every_link_of_the_pages_leads_somewhere(client: TestClient, paths: list[str]) -> None:
    tried: set[str] = set()
    for path in paths:
        for link in html.fromstring(client.get(path).text).xpath("//main//a/@href"):
            address = urlsplit(link)
            if address.scheme or not address.path or address.path.startswith("/api/"):
                continue
            shape = re.sub(r"[0-9a-f]{16}|\d+", "0", address.path) + str(sorted(parse_qs(address.query)))
            if shape not in tried and address.path not in (links.CALENDAR, links.FEED):
                tried.add(shape)
                assert client.get(link).status_code == 200, (path, link)
    assert len(tried) > 30


def test_anchors_within_a_page_are_there(client: TestClient, paths: list[str]) -> None:
    for path in paths:
        tree = html.fromstring(client.get(path).text)
        names = tree.xpath("//@id")
        assert len(names) == len(set(names)), path
        for link in tree.xpath("//a/@href[starts-with(., '#')]"):
            assert link[1:] in names, (path, link)


@pytest.mark.parametrize(
    "path",
    ["/events/none", "/articles/none", "/review/none", "/dyads/XXX/IRN", "/dyads/Nowhere",
     "/dyads/IRN/IRN"],
)  # fmt: skip
def test_what_is_not_there_is_said_with_what_to_do(client: TestClient, path: str) -> None:
    tree = page(client, path, 404)
    assert tree.xpath("//main//a")
    assert words(tree.xpath("//h1")[0]).startswith("No such")


@pytest.mark.parametrize("path", ["/evnts", "/events/", "/article", "/a/b/c", "/static/none.css"])
def test_a_mistyped_address_gets_a_page(client: TestClient, path: str) -> None:
    accept = {"accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
    answer = client.get(path, headers=accept)
    assert answer.status_code == 404
    assert html.fromstring(answer.text).xpath("//main//a[@href='/events']")


def test_the_desk_says_that_a_deed_is_denied(tmp_path: Path, sample_news: list[Coded]) -> None:
    article, (mention, *_) = next(pair for pair in sample_news if pair[1])
    told = replace(mention, status="occurred", certainty="denied", background=False)
    with Record.open(tmp_path / "r.db", create=True) as record:
        record.add([(article, [told])])
    with desk(tmp_path / "r.db") as client:
        for path in ("/events", links.event(told.id), f"/?on={article.published}"):
            assert "occurred, denied" in words(page(client, path)), path


def test_the_icon_is_where_browsers_look_for_it(client: TestClient) -> None:
    answer = client.get("/favicon.ico")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/svg+xml")


# Today


def test_today_tells_what_changed_and_what_is_coming(client: TestClient, record: Record) -> None:
    tree = page(client, "/")
    assert "Monday 4 August 2025" in words(tree.xpath("//h1")[0])
    changed = tree.xpath("//section[h2[@id='s-Changed']]")[0]
    assert changed.xpath(f".//a[@href='{links.event(_visit(record).id)}']")
    assert "planned → now ● occurred" in words(changed)
    assert tree.xpath("//section[h2[@id='s-moves']]//a[@href='/dyads/IRN/PAK']")


def test_a_record_that_ended_is_seen_from_its_last_day(kept: Path, client: TestClient) -> None:
    with desk(kept, date(2026, 11, 26)) as late:
        told = words(page(late, "/"))
        assert "Nothing newer than" in told
        assert "the day of the newest report" in words(page(late, "/events"))
        planned = late.get("/agenda.ics").text
        assert "BEGIN:VEVENT" in planned
        assert "Nothing was reported in these days" not in told
    empty = words(page(client, "/?on=2024-01-01"))
    assert "Nothing was reported in these days" in empty


# Dyads


def test_a_dyad_of_one_party_is_told_for_what_it_is(client: TestClient) -> None:
    answer = client.get("/dyads/IRN/Iran", headers={"accept": "text/html"})
    assert answer.status_code == 404
    assert "Iran stands on both sides" in answer.text
    assert "“Atlantis” is no country or code" in client.get("/dyads/IRN/Atlantis").text


def test_days_of_a_dyad_the_wrong_way_round_are_told(client: TestClient) -> None:
    told = words(page(client, "/dyads/IRN/PAK?since=2025-09-01&until=2025-02-01"))
    assert "since 2025-09-01 lies after until 2025-02-01" in told


def test_all_dyads_are_listed(client: TestClient) -> None:
    tree = page(client, "/dyads")
    assert tree.xpath("//section[h2[@id='h-most']]//a[starts-with(@href, '/dyads/IRN/PAK')]")


# Events


def test_the_list_has_exactly_the_events_of_its_address(client: TestClient, record: Record) -> None:
    cases: dict[str, Filter] = {
        "about=Kenya": Filter(about=("KEN",)),
        "dyad=Iran&dyad=PAK": Filter(dyad=("IRN", "PAK")),
        "status=planned&status=postponed": Filter(statuses=("planned", "postponed")),
        "type=CONSULT&mode=visit": Filter(types=("CONSULT",), modes=("visit",)),
        "actor=masoud+pezeshkian": Filter(actors=("Masoud Pezeshkian",)),
        "sector=REB;CRM": Filter(sectors=("REB", "CRM")),
        "certainty=attributed": Filter(certainties=("attributed",)),
        "quad=4&sources=2": Filter(quads=(4,), sources=2),
        "text=pezeshkian+visit": Filter(text="pezeshkian visit"),
        "since=1w": Filter(since=date(2025, 7, 28)),
        "disputed=1": Filter(disputed=True),
        "place=Kisumu&reported_until=2025-08-01": Filter(
            place="Kisumu", reported_until=date(2025, 8, 1)
        ),
        "overdue=1": Filter(overdue=TODAY),
        "confidence=0.9&sort=confidence": Filter(confidence=0.9),
        "overall_confidence=0.7": Filter(overall_confidence=0.7),
    }
    for query, wanted in cases.items():
        sort = "confidence" if "sort" in query else "reported"
        told = events(record, wanted, limit=50, sort=sort)  # type: ignore[arg-type]
        tree = page(client, f"/events?{query}")
        shown = tree.xpath("//ol[@class='ledger']//h2/a/@href")
        assert shown == [links.event(event.id) for event in told.events], query
        assert shown, query
        assert f"of {told.total}" in words(tree.xpath("//p[@class='tally']")[0]), query


def test_pages_of_the_list_follow_each_other(client: TestClient, record: Record) -> None:
    path, seen = "/events", []
    while path:
        tree = page(client, path)
        seen += tree.xpath("//ol[@class='ledger']//h2/a/@href")
        path = next(iter(tree.xpath("//a[@rel='next']/@href")), "")
    assert "There is no such page" in words(page(client, "/events?page=99"))
    assert seen == [links.event(event.id) for event in events(record, limit=1000).events]


def test_facets_count_and_lead_to_what_they_count(client: TestClient, record: Record) -> None:
    tree = page(client, "/events?about=KEN&type=COERCE")
    told = facets(record, Filter(about=("KEN",)))
    shown = {
        words(li.xpath(".//span")[0]).lstrip("✓ "): li.xpath(".//a/@href")[0]
        for li in tree.xpath("//details[summary='Type']//li")
    }
    assert {name.upper() for name in shown} == set(told.types)
    also = next(name for name in shown if name != "Coerce")
    both_types = page(client, shown[also])
    number = told.types["COERCE"] + told.types[also.upper()]
    assert f"of {number}" in words(both_types.xpath("//p[@class='tally']")[0])
    assert "type" not in parse_qs(urlsplit(shown["Coerce"]).query)


def test_facets_count_only_what_is_asked_for(record: Record) -> None:
    whole = facets(record)
    assert facets(record, of=("countries",)) == replace(whole, types={}, statuses={})
    assert facets(record, of=("types",)) == replace(whole, countries={}, statuses={})
    for counts in (whole.types, whole.statuses, whole.countries):
        assert list(counts.values()) == sorted(counts.values(), reverse=True)


def test_a_filter_that_is_not_understood_is_told_and_nothing_listed(client: TestClient) -> None:
    tree = page(client, "/events?about=Ruritania&quad=7&since=soon&page=0&dyad=IRN&sort=luck")
    told = words(tree.xpath("//*[@role='alert']")[0])
    for name in ("about", "quad", "since", "page", "dyad", "sort"):
        assert f"{name}:" in told
    assert not tree.xpath("//ol[@class='ledger']/li")
    assert not tree.xpath("//details[@class='facet']")


def test_the_rest_of_a_filter_is_a_link_away_from_what_is_not_understood(client: TestClient) -> None:
    tree = page(client, "/events?about=Narnia&about=IRN")
    (rest,) = tree.xpath("//div[@class='empty']//a/@href")
    assert page(client, rest).xpath("//ol[@class='ledger']/li")


@pytest.mark.parametrize(
    "path", ["/", "/events", "/dyads", "/dyads/IRN", "/dyads/IRN/PAK", "/agenda", "/map", "/articles"]
)
def test_a_day_that_is_not_understood_is_told(client: TestClient, path: str) -> None:
    (alert,) = page(client, f"{path}?on=garbage").xpath("//*[@role='alert']")
    assert "on: “garbage”" in words(alert)


@pytest.mark.parametrize(
    "query",
    ["since=9999m", "since=0001-01-01&until=9999-12-31", "on=0001-01-01&days=30", "month=0999-01",
     "since=%D9%A1d", "on=9999-12-31"],
)  # fmt: skip
@pytest.mark.parametrize("path", ["/", "/events", "/dyads/IRN/PAK", "/dyads/IRN", "/agenda", "/map"])
def test_days_at_the_ends_of_the_calendar_break_nothing(
    client: TestClient, path: str, query: str
) -> None:
    assert client.get(f"{path}?{query}").status_code == 200


def test_exports_have_exactly_what_is_shown(client: TestClient, record: Record) -> None:
    tree = page(client, "/events?about=PAK&status=occurred&sort=day")
    link = tree.xpath("//a[text()='JSONL']/@href")[0]
    rows = [json.loads(line) for line in client.get(link).text.splitlines()]
    wanted = Filter(about=("PAK",), statuses=("occurred",))
    assert {row["id"] for row in rows} == {h.event.id for h in histories(record, wanted)}
    answer = client.get(link.replace("jsonl", "csv"))
    assert answer.headers["content-disposition"] == 'attachment; filename="events.csv"'
    assert len(answer.text.splitlines()) == len(rows) + 1


def test_one_day_judges_what_is_overdue_on_every_page_and_export(kept: Path, record: Record) -> None:
    """A record that ended is seen from its last day, whatever the calendar says."""
    today = date(2026, 11, 26)
    last = max(e.last_reported for e in events(record, limit=1000).events if e.last_reported)
    told = {e.id for e in events(record, Filter(overdue=last), limit=50).events}
    by_calendar = events(record, Filter(overdue=today), limit=50).events
    coming = [e for e in by_calendar if e.id not in told]
    assert coming
    with desk(kept, today) as late:
        tree = page(late, "/events?overdue=1")
        shown = tree.xpath("//ol[@class='ledger']//h2/a/@href")
        assert set(shown) == set(map(links.event, told))
        link = tree.xpath("//a[text()='JSONL']/@href")[0]
        assert {json.loads(line)["id"] for line in late.get(link).text.splitlines()} == told
        for event in coming[:2]:
            tree = page(late, links.event(event.id))
            assert "overdue" not in words(tree.xpath("//p[@class='over']")[0])
        named = page(late, f"/events?overdue=1&on={today}")
        assert f"of {len(by_calendar)}" in words(named.xpath("//p[@class='tally']")[0])
        assert all("on=2026-11-26" in link for link in named.xpath("//details[@class='facet']//a/@href"))


def test_a_form_sent_as_it_is_finds_the_same(client: TestClient) -> None:
    query = "/events?status=planned&status=postponed&type=CONSULT&type=AGREE&about=IRN&about=PAK&on=2025-08-01"
    tree = page(client, query)
    (form,) = tree.xpath("//form[@class='filter']")
    again = client.get(links.EVENTS, params=[(k, v) for k, v in form.form_values() if v])
    found = html.fromstring(again.text)
    assert words(found.xpath("//ul[@class='chips']")[0]) == words(tree.xpath("//ul[@class='chips']")[0])
    assert words(found.xpath("//p[@class='tally']")[0]) == words(tree.xpath("//p[@class='tally']")[0])
    for page_of_it in (tree, found):
        assert not page_of_it.xpath("//*[@role='alert']")


@pytest.mark.parametrize(
    ("query", "page_takes"),
    [("since=20250723", False), ("since=2025-W30-1", False), ("since=2025-07-23", True), ("until=2w", True)],
)
def test_pages_and_exports_understand_the_same_days(
    client: TestClient, query: str, page_takes: bool
) -> None:
    assert (not page(client, f"/events?{query}").xpath("//*[@role='alert']")) == page_takes
    assert (client.get(f"/api/v1/events?{query}").status_code == 200) == page_takes


# One event


def test_an_event_shows_its_history_with_the_evidence_marked(
    client: TestClient, record: Record
) -> None:
    visit = _visit(record)
    told = history(record, visit.id)
    assert told is not None
    tree = page(client, links.event(visit.id))
    steps = tree.xpath("//ol[@class='steps']/li")
    assert len(steps) == len(told.steps)
    for shown, step in zip(steps, told.steps, strict=True):
        assert words(shown.xpath(".//blockquote")[0]) == " ".join(step.sentence.split())
        marked = shown.xpath(".//*[contains(@class, 'mk-trigger')]")
        assert [words(one) for one in marked] == [step.sentence[slice(*step.trigger)]]
        assert shown.xpath(f".//a[@href='{links.article(step.article_id, step.mention_id)}']")
    said = words(tree.xpath("//ol[@class='steps']")[0])
    assert "announced for 26–27 Jul 2025" in said
    assert "postponed" in said
    assert "set anew for 2–3 Aug 2025" in said
    assert "took place" in said


def test_numbers_that_differ_stand_side_by_side(client: TestClient, record: Record) -> None:
    told = [event for event in events(record, limit=1000).events if len(event.claims) > 1]
    assert told
    for event in told:
        rows = page(client, links.event(event.id)).xpath("//table[@class='claims']//tr")
        assert {words(row.xpath("./th")[0]) for row in rows} == {
            wording.number(claim) for claim in event.claims
        }
        assert len(rows) == len(event.claims)


def test_a_mention_leads_to_its_event(client: TestClient, record: Record) -> None:
    found = history(record, _visit(record).id)
    assert found is not None
    for step in found.steps[:3]:
        tree = page(client, links.event(step.mention_id))
        assert tree.xpath(f"//a[text()='{found.event.id}']")


# Dyads, agenda, map


def test_a_dyad_is_drawn_and_told_in_a_table(client: TestClient) -> None:
    tree = page(client, "/dyads/IRN/PAK")
    table = tree.xpath("//details//table//tbody/tr")
    bars = tree.xpath("//*[contains(@class, 'weeks') and contains(@class, 'wide')]//*[@class='coop']")
    assert len(table) >= len(bars) > 0
    turned = page(client, "/dyads/PAK/IRN")
    columns = [[words(cell) for cell in row][3:5] for row in table]
    swapped = [[words(cell) for cell in row][3:5] for row in turned.xpath("//details//table//tbody/tr")]
    assert columns == [pair[::-1] for pair in swapped]
    sent = client.get("/dyads?first=Iran&second=Pakistan", follow_redirects=False)
    assert sent.headers["location"] == "/dyads/IRN/PAK"


def test_a_dyad_tells_its_meetings_once_with_what_they_held(client: TestClient) -> None:
    tree = page(client, "/dyads/IRN/PAK?days=all&on=2025-09-01")
    (section,) = tree.xpath("//section[h2[@id='h-meetings']]")
    visit, *_ = section.xpath(".//li[contains(@class, 'entry')]")
    parts = [words(link) for link in visit.xpath(".//p/a")]
    assert parts[0] == "visit, 2–3 Aug 2025"
    assert "talks, 3 Aug 2025" in parts
    assert any(part.startswith("signing") for part in parts)
    assert "put off from 26–27 Jul 2025 to 2–3 Aug 2025" in words(visit)
    assert len(section.xpath(".//table/tbody/tr")) > 1
    nothing = page(client, "/dyads/CHL/NOR")
    assert "No meeting of these two is known" in words(nothing.xpath("//section[h2[@id='h-meetings']]")[0])


def test_the_agenda_puts_plans_on_their_days(client: TestClient, record: Record) -> None:
    planned = [
        event
        for event in agenda(record, on=date(2025, 7, 23)).coming
        if event.first_day and event.first_day == event.last_day
    ]
    assert planned
    for event in planned[:6]:
        assert event.first_day is not None
        tree = page(client, f"/agenda?on=2025-07-23&month={event.first_day:%Y-%m}")
        squares = tree.xpath(f"//td[.//time[@datetime='{event.first_day}']]")
        links_of_day = [link for square in squares for link in square.xpath(".//a/@href")]
        assert links.event(event.id) in links_of_day or len(links_of_day) >= 5
    tree = page(client, "/agenda?about=PAK")
    assert tree.xpath(f"//a[@href='{links.calendar(about='PAK')}']")


def test_what_is_ahead_is_told_in_plain_words_and_in_those_of_a_report(
    client: TestClient, record: Record
) -> None:
    numbered = {event.id: event for event in agenda(record, on=date(2025, 7, 23)).coming}
    visit = numbered[_visit(record).id]
    opening = " ".join(visit.text.split())[:60]
    for path in ("/agenda?month=2025-07&on=2025-07-23", "/?on=2025-07-23"):
        shown = {
            link.get("href"): words(link.getparent())
            for link in page(client, path).xpath("//td//li/a | //li[@class='line']/a")
        }
        assert all("Consult" not in told for told in shown.values())
        assert "visit" in shown[links.event(visit.id)]
        assert opening in shown[links.event(visit.id)]


def test_the_agenda_of_a_past_month_tells_what_became_of_its_plans(
    client: TestClient, record: Record
) -> None:
    visit = _visit(record)
    for day, told in (("2025-07-26", "moved to 2–3 Aug 2025"), ("2025-08-02", "occurred")):
        tree = page(client, f"/agenda?month={day[:7]}")
        (square,) = tree.xpath(f"//td[.//time[@datetime='{day}']]")
        (entry,) = (link for link in square.xpath(".//a") if link.get("href") == links.event(visit.id))
        assert told in words(entry)
    assert "Nothing is planned" not in words(tree)
    assert "Nothing is planned for this month" in words(page(client, "/agenda?month=1999-01"))


def test_articles_are_listed_with_those_that_have_no_date(
    tmp_path: Path, sample_news: list[Coded]
) -> None:
    first, second, *_ = sample_news
    with Record.open(tmp_path / "r.db", create=True) as record:
        record.add([first, (replace(second[0], published=None), second[1])])
    with desk(tmp_path / "r.db") as client:
        (linked,) = {a for a in page(client, "/about").xpath("//a/@href") if a == links.ARTICLES}
        rows = page(client, linked).xpath("//tbody/tr")
        assert [link for row in rows for link in row.xpath(".//a/@href")] == [
            links.article(first[0].id), links.article(second[0].id)
        ]  # fmt: skip
        assert ["no date" in words(row) for row in rows] == [False, True]
        (row,) = page(client, links.articles({"dated": "0"})).xpath("//tbody/tr")
        assert links.article(second[0].id) in row.xpath(".//a/@href")
        told = client.get("/api/v1/articles?dated=false").json()
        assert [one["id"] for one in told["articles"]] == [second[0].id]
        assert "Not understood" in words(page(client, "/articles?dated=perhaps"))


def test_the_address_of_an_event_holds_when_its_first_mention_is_rejected(own: TestClient) -> None:
    visit = _visit(_record_of(own))
    submit(_record_of(own), visit.id, reviewer="ana", verdict="rejected")
    now = _visit(_record_of(own)).id
    assert now != visit.id
    assert page(own, links.event(visit.id)).xpath(f"//a[@href='{links.event(now)}']")
    assert own.get(f"/api/v1/events/{visit.id}").json()["event"]["id"] == now


def test_the_map_has_every_place_in_marks_and_table(client: TestClient, record: Record) -> None:
    wanted = Filter(since=date(2025, 7, 1), until=TODAY, statuses=("occurred", "ongoing"))
    told = sites(record, wanted)
    tree = page(client, "/map?since=2025-07-01&until=2025-08-04")
    marks = tree.xpath("//*[@data-map]//a[@data-days]")
    assert len(marks) == len(told.sites) == len(tree.xpath("//details//tbody/tr"))
    assert sum(s.cooperation + s.conflict for s in told.sites) + told.placeless == (
        events(record, wanted, limit=1).total
    )
    narrowed = page(client, "/map?since=2025-07-01&until=2025-08-04&about=PAK&side=conflict")
    found = narrowed.xpath("//*[@data-map]//a[@data-days]")
    assert found
    for mark in [*found, *marks[:8]]:
        count = re.findall(r"(\d+) (?:cooperative|in conflict)", words(mark.xpath("./title")[0]))
        listed = page(client, mark.get("href"))
        assert f"of {sum(map(int, count))}" in words(listed.xpath("//p[@class='tally']")[0])
        named = re.split(r"[,:]", words(mark.xpath("./title")[0]))[0]
        chips = [words(chip) for chip in listed.xpath("//*[@class='chips']//a")]
        assert any(chip.startswith(f"at {named} ×") for chip in chips), chips
    whole = tree.xpath("//ol[@class='times-bars']//a/@href")
    assert all(client.get(link).status_code == 200 for link in whole[:3])


# Articles


def test_an_article_is_shown_word_for_word_with_its_mentions(
    client: TestClient, record: Record
) -> None:
    kept_as = filed(record, POSTPONED)
    assert kept_as is not None
    tree = page(client, links.article(POSTPONED))
    for tip in tree.xpath("//*[@class='tip']"):
        tip.drop_tree()
    text = [words(p) for p in tree.xpath("//*[@class='reading-text']/p")]
    assert text == [" ".join(p.split()) for p in kept_as.article.text.split("\n") if p.strip()]
    cards = tree.xpath("//article[@data-card]/@data-card")
    assert cards == [mention.id for mention in kept_as.mentions]
    for mention in kept_as.mentions:
        mark = tree.xpath(f"//a[@id='t-{mention.id}']")[0]
        assert words(mark) == mention.trigger.text
        assert tree.xpath(f"//*[@id='m-{mention.id}']")


def test_pieces_of_any_text_join_to_it(sample_news: list[Coded]) -> None:
    for article, mentions in sample_news:
        found, rest = paragraphs(article, mentions)
        assert rest is None
        joined = ["".join(piece.text for piece in line) for line in found]
        assert joined == [line for line in article.text.split("\n") if line.strip()]
        starts = [m.id for line in found for piece in line for m in piece.triggers]
        assert sorted(starts) == sorted(m.id for m in mentions)


def test_a_long_article_is_shown_in_parts(record: Record, tmp_path: Path, code: Callable[..., Any]) -> None:
    line = "Kenya and Ethiopia signed an agreement on grazing on Monday. "
    article = Article("\n".join(line * 8 for _ in range(90)), id="long one/ä", published=TODAY)
    with Record.open(tmp_path / "long.db", create=True) as made:
        mentions = [replace(m, article_id=article.id) for m in code(article.text)]
        made.add([(article, mentions)])
    with desk(tmp_path / "long.db") as client:
        path, seen = links.article(article.id), 0
        while path:
            answer = client.get(path)
            assert len(answer.content) < 6 * HEAVIEST  # a mention in every sentence
            tree = html.fromstring(answer.text)
            seen += len(tree.xpath("//article[@data-card]"))
            more = tree.xpath("//a[text()='The text goes on']/@href")
            path = links.article(article.id) + more[0] if more else ""
        assert seen == len(mentions) > 300
        last = mentions[-1].id
        assert page(client, links.article(article.id, last)).xpath(f"//a[@id='t-{last}']")


# Reading


def _send(client: TestClient, path: str, form: str, **values: str) -> Any:
    """Send the form of a page as a browser does, with what is in it and ``values``."""
    tree = html.fromstring(client.get(path).text)
    chosen = next(f for f in tree.forms if f.action and f.action.partition("#")[0] == form)
    held = {k: v for k, v in chosen.form_values() if k != "verdict"}
    return client.post(form, data={**held, **values}, follow_redirects=False)


TEXT = (
    "Togo and Benin sign fishing accord\n\nLOME, August 1, 2025 - Togo and Benin signed an agreement on "
    "fishing in Lome on Friday, the Togolese foreign minister said."
)


def test_a_pasted_text_is_read_and_kept_only_when_asked(own: TestClient) -> None:
    before = extent(_record_of(own))
    answer = _send(own, "/read", "/read", text=TEXT)
    tree = html.fromstring(answer.text)
    assert "signed" in [words(mark) for mark in tree.xpath("//a[contains(@class, 'mk-trigger')]")]
    assert extent(_record_of(own)) == before
    form = next(f for f in tree.forms if f.action == "/read/keep")
    kept_at = own.post("/read/keep", data=dict(form.form_values()), follow_redirects=False)
    assert kept_at.status_code == 303
    assert "fishing" in words(page(own, kept_at.headers["location"]))
    assert extent(_record_of(own)).articles == before.articles + 1


def test_another_text_at_an_address_that_is_kept_is_not_taken_for_kept(own: TestClient) -> None:
    values = {"text": TEXT, "url": "https://a.example/accord"}
    token = html.fromstring(own.get("/read").text).forms[-1].fields
    forged = {name: value for name, value in token.items() if name not in ("text", "url", "published")}
    first = own.post("/read/keep", data={**forged, **values}, follow_redirects=False)
    again = own.post("/read/keep", data={**forged, **values}, follow_redirects=False)
    assert (first.status_code, again.status_code) == (303, 303)
    other = own.post("/read/keep", data={**forged, **values, "text": TEXT + " Ghana objected."})
    assert other.status_code == 409
    alert = html.fromstring(other.text).xpath("//*[@role='alert']")[0]
    assert "nothing was kept" in words(alert)
    assert alert.xpath(f".//a[@href='{first.headers['location']}']")


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({}, "nothing to read"),
        ({"text": TEXT, "url": "https://a.example/b"}, "not both"),
        ({"text": "x" * 100_001}, "at most 100,000"),
        ({"text": TEXT, "published": "yesterday"}, "no day"),
        ({"url": "http://127.0.0.1:1/secret"}, "127.0.0.1"),
        ({"url": "file:///etc/passwd"}, "only http and https"),
        ({"url": "javascript:alert(1)"}, "only http and https"),
    ],
)
def test_what_cannot_be_read_says_why(client: TestClient, values: dict[str, str], told: str) -> None:
    answer = _send(client, "/read", "/read", **values)
    assert answer.status_code == 422
    alert = html.fromstring(answer.text).xpath("//*[@role='alert']")[0]
    assert told in words(alert)


def test_a_text_in_another_language_is_told_as_such_alone(client: TestClient) -> None:
    french = "Le président a reçu lundi à Paris le premier ministre du Tchad, avec lequel il a parlé. "
    told = words(html.fromstring(_send(client, "/read", "/read", text=french * 4).text))
    assert "French" in told
    assert "No political event" not in told


# Reviewing


def test_the_queue_of_a_reader_has_what_others_saw_in_its_order(own: TestClient) -> None:
    record = _record_of(own)
    whole = queue(record, reviewer="ana", limit=60)
    for one in whole[::3]:
        submit(record, one.mention.id, reviewer="bo", verdict="accepted")
    for one in whole[1:60:3]:
        submit(record, one.mention.id, reviewer="ana", verdict="accepted")
    submit(record, whole[0].mention.id, reviewer="bo", verdict="rejected")
    seen = {one.mention.id for one in whole[1:60:3]} | {whole[0].mention.id}
    left = [one.mention.id for one in whole if one.mention.id not in seen]
    parts = [queue(record, reviewer="ana", limit=7, offset=n) for n in range(0, len(left), 7)]
    assert [one.mention.id for part in parts for one in part][: len(left)] == left


def test_accepting_and_rejecting_go_on_to_the_next(own: TestClient) -> None:
    record = _record_of(own)
    first, second = (one.mention.id for one in queue(record, limit=2))
    answer = _send(own, "/review", links.review(first), verdict="accepted")
    assert answer.status_code == 303
    tree = page(own, answer.headers["location"])
    assert words(tree.xpath("//*[@role='status']")[0]).startswith("Accepted")
    assert next(f for f in tree.forms if f.method == "POST").action == links.review(second)
    _send(own, "/review", links.review(second), verdict="rejected")
    assert [r.verdict for r in reviews_of(record, second)] == ["rejected"]
    assert history(record, second) is None


def test_a_correction_changes_the_event_and_keeps_what_the_machine_said(own: TestClient) -> None:
    record = _record_of(own)
    found = next(h for h in histories(record) if h.event.mentions == 1 and h.event.status == "occurred")
    name = found.steps[0].mention_id
    path = links.review(name)
    changed = {
        "verdict": "corrected",
        "kind": "CONSULT/phone",
        "status": "planned",
        "when": "2025-09-01",
        "actors-0-name": "Kenya",
        "actors-0-country": "kenya",
        "actors-0-sectors": "gov mil",
        "actors-0-text": "",
        "note": "the plan only",
    }
    answer = _send(own, path, path, **changed)
    assert answer.status_code == 303, answer.text
    told = both(record, name)
    assert told is not None
    machine, now = told
    assert machine.status == "occurred"
    assert (now.event, now.mode, now.status) == ("CONSULT", "phone", "planned")
    assert now.when is not None
    assert now.when.edtf == "2025-09-01"
    assert (now.actors[0].name, now.actors[0].country) == ("Kenya", "KEN")
    assert now.actors[0].sectors == ("GOV", "MIL")
    assert now.recipients == machine.recipients
    shown = page(own, links.event(name))
    assert "○ planned" in words(shown.xpath("//p[@class='over']")[0])
    said = words(page(own, path).xpath("//ol[@class='reviews']")[0])
    assert "ana corrected it on" in said
    assert "the plan only" in said


def test_accepting_what_was_corrected_keeps_the_corrections(own: TestClient) -> None:
    record = _record_of(own)
    name = queue(record, limit=1)[0].mention.id
    path = links.review(name)
    submit(record, name, reviewer="bo", verdict="corrected", changes={"when": "2025-09-01"})
    held = both(record, name)
    assert "Accept as corrected" in words(page(own, path).xpath("//button[@value='accepted']")[0])
    assert _send(own, path, path, verdict="accepted").status_code == 303
    assert both(record, name) == held
    assert [(r.reviewer, r.verdict) for r in reviews_of(record, name)][-1] == ("ana", "corrected")


def test_days_the_wrong_way_round_are_passed_over_and_told() -> None:
    found = asked(QueryParams("since=2026-05-01&until=2026-04-01&about=IRN"), date(2026, 5, 2))
    assert found.problems == ("since 2026-05-01 lies after until 2026-04-01",)
    assert found.wanted == Filter(about=("IRN",))


def test_places_numbers_and_speakers_are_put_right_in_the_form(own: TestClient) -> None:
    record = _record_of(own)
    found = next(h for h in histories(record) if h.event.mentions == 1 and h.event.status == "occurred")
    path = links.review(found.steps[0].mention_id)
    changed = {
        "verdict": "corrected",
        "where-0-name": "Lahore", "where-0-country": "pak", "where-0-geonameid": "",
        "where-0-text": "",
        "killed": "3-5", "injured": "7+", "arrested": "", "size": "",
        "attribution-0-name": "Kenya", "attribution-0-country": "ken",
        "attribution-0-sectors": "gov mil", "attribution-0-text": "",
    }  # fmt: skip
    assert _send(own, path, path, **changed).status_code == 303
    now = history(record, found.steps[0].mention_id)
    assert now is not None
    assert now.event.where is not None
    assert (now.event.where.name, now.event.where.precision) == ("Lahore", "city")
    assert {(c.counted, c.low, c.high) for c in now.event.claims} == {
        ("killed", 3, 5), ("injured", 7, None),
    }  # fmt: skip
    tree = page(own, path)
    assert tree.xpath("//input[@name='killed']/@value") == ["3-5"]
    assert tree.xpath("//input[@name='injured']/@value") == ["7+"]
    assert tree.xpath("//input[@name='where-0-name']/@value") == ["Lahore"]
    assert tree.xpath("//input[@name='attribution-0-sectors']/@value") == ["GOV MIL"]
    said = words(tree.xpath("//ol[@class='reviews']")[0])
    assert all(field in said for field in ("where:", "magnitudes:", "attribution:"))
    shown = words(page(own, links.event(now.event.id)))
    assert "Lahore" in shown
    assert "Kenya" in shown
    refused = _send(own, path, path, verdict="corrected", killed="many")
    assert refused.status_code == 422
    tree = html.fromstring(refused.text)
    assert "5-7 for a range" in words(tree.xpath("//*[@role='alert']")[0])
    assert tree.xpath("//input[@name='killed']/@value") == ["many"]


def test_a_form_sent_as_it_is_is_an_acceptance(own: TestClient) -> None:
    record = _record_of(own)
    for one in queue(record, limit=25):
        path = links.review(one.mention.id)
        assert _send(own, path, path, verdict="corrected").status_code == 303
        assert [r.verdict for r in reviews_of(record, one.mention.id)] == ["accepted"]


def test_a_correction_that_is_not_allowed_says_why_and_keeps_the_form(own: TestClient) -> None:
    name = queue(_record_of(own), limit=1)[0].mention.id
    path = links.review(name)
    answer = _send(own, path, path, verdict="corrected", when="next Tuesday", note="my remark")
    assert answer.status_code == 422
    tree = html.fromstring(answer.text)
    assert "EDTF" in words(tree.xpath("//*[@role='alert']")[0])
    assert tree.xpath("//input[@name='when']/@value") == ["next Tuesday"]
    assert tree.xpath("//input[@name='note']/@value") == ["my remark"]
    assert reviews_of(_record_of(own), name) == ()


def test_a_number_of_any_length_is_refused_with_its_reason(own: TestClient) -> None:
    path = links.review(queue(_record_of(own), limit=1)[0].mention.id)
    place = {"where-0-name": "Lome", "where-0-geonameid": "9" * 5_000}
    answer = _send(own, path, path, verdict="corrected", **place)
    assert answer.status_code == 422


def test_a_country_that_is_inferred_is_marked_and_explained(
    sample_news: list[Coded], tmp_path: Path
) -> None:
    article, mention = next((a, m) for a, ms in sample_news for m in ms if m.actors and not m.background)
    for inferred in (False, True):
        police = replace(mention.actors[0], country="PER", country_inferred=inferred)
        path = tmp_path / f"{inferred}.db"
        with Record.open(path, create=True) as record:
            record.add([(article, [replace(mention, actors=(police,), recipients=())])])
        with desk(path) as client:
            for address in (links.event(mention.id), links.article(article.id), links.review(mention.id)):
                tree = page(client, address)
                code = tree.xpath("//dl[@class='facts']//abbr[starts-with(., 'PER')]")[0]
                assert words(code) == ("PER?" if inferred else "PER")
                assert ("inferred" in code.get("title")) is inferred
                assert ("The country is inferred" in words(tree)) is inferred
            (shown,) = page(client, "/events").xpath("//*[@class='entry-title']")
            assert ("(country inferred)" in words(shown)) is inferred


def test_reports_are_taken_out_and_events_joined_on_the_page_of_an_event(own: TestClient) -> None:
    record = _record_of(own)
    visit = _visit(record)
    path = links.event(visit.id)
    boxes = page(own, path).xpath("//input[@name='mention']")
    first, second = (box.get("value") for box in boxes[-2:])
    answer = _rule(own, path, kind="part", mention=[first, second], note="of <b>another</b> visit")
    assert answer.status_code == 303
    tree = html.fromstring(own.get(answer.headers["location"]).text)
    (said,) = tree.xpath("//div[@role='status']")
    assert "not of the event of" in words(said)
    (ruled,) = tree.xpath("//ol[@class='reviews']/li")
    assert "ana" in words(ruled)
    assert "“of <b>another</b> visit”" in words(ruled)
    now = history(record, answer.headers["location"].split("?")[0].rpartition("/")[2])
    assert now is not None
    assert {first, second}.isdisjoint(step.mention_id for step in now.steps)
    # By its address, as a reader copies it.
    out = history(record, first)
    assert out is not None
    url = f"http://127.0.0.1:8765{links.event(now.event.id)}?from=0#h-history"
    answer = _rule(own, links.event(out.event.id), kind="join", address=url)
    assert answer.status_code == 303
    joined = history(record, first)
    assert joined is not None
    assert joined.event.id == visit.id
    assert len(joined.rulings) == 2
    for ruling in joined.rulings:
        assert _rule(own, path, undo=ruling.id).status_code == 303
    assert _visit(record) == visit
    tree = page(own, path)
    assert not tree.xpath("//button[@name='undo']")
    assert words(tree).count("taken back by ana") == 2


def test_what_cannot_be_ruled_is_told_and_what_was_written_stays(own: TestClient) -> None:
    visit = _visit(_record_of(own))
    path = links.event(visit.id)
    every = [box.get("value") for box in page(own, path).xpath("//input[@name='mention']")]
    for given, says in (
        ({"kind": "part", "note": "why"}, "name the mentions"),
        ({"kind": "part", "mention": every, "note": "why"}, "leave one"),
        ({"kind": "join", "note": "why"}, "choose the other event"),
        ({"kind": "join", "address": visit.id, "note": "why"}, "one event already"),
        ({"kind": "join", "address": "/events/%00", "note": "why"}, "no event"),
        ({"undo": "none"}, "no ruling"),
    ):  # fmt: skip
        answer = _rule(own, path, **given)
        assert answer.status_code == 422, given
        tree = html.fromstring(answer.text)
        assert says in words(tree.xpath("//div[@role='alert']")[0])
        assert tree.xpath("//details[@open]//input[@name='note']/@value")[:1] == [given.get("note", "")]
    assert _rule(own, links.event("none"), kind="join", address="x").status_code == 404
    assert history(_record_of(own), visit.id).rulings == ()  # type: ignore[union-attr]


def test_a_desk_for_reading_tells_rulings_and_takes_none(kept: Path, tmp_path: Path) -> None:
    shutil.copy(kept, tmp_path / "copy.db")
    with Record.open(tmp_path / "copy.db") as record:
        visit = history(record, _visit(record).id)
        assert visit is not None
        part(record, [visit.steps[-1].mention_id], reviewer="bo")
    with desk(tmp_path / "copy.db", read_only=True) as reading:
        tree = page(reading, links.event(visit.event.id))
        assert "not of the event of" in words(tree)
        assert not tree.xpath("//form[@method='post']")


def _rule(client: TestClient, path: str, **given: Any) -> Any:
    """Send a form of an event's page."""
    tree = page(client, links.event(_visit(_record_of(client)).id))
    csrf = tree.xpath("//form[@class='correct']//input[@name='csrf']/@value")[0]
    return client.post(f"{path}/linking", data={"csrf": csrf, **given}, follow_redirects=False)


def test_agreement_is_shown_and_reviews_go_out_as_training_data(own: TestClient) -> None:
    record = _record_of(own)
    kept_as = filed(record, POSTPONED)
    assert kept_as is not None
    for number, mention in enumerate(kept_as.mentions):
        submit(record, mention.id, reviewer="bo", verdict="accepted")
        verdict = "rejected" if number == 0 else "accepted"
        submit(record, mention.id, reviewer="cy", verdict=verdict)  # type: ignore[arg-type]
    table = page(own, "/review").xpath("//table[@class='agreement']")[0]
    assert "status" in words(table)
    rows = [json.loads(line) for line in own.get(links.training()).text.splitlines()]
    assert rows
    assert all(row["text"] in kept_as.article.text for row in rows)


def test_a_desk_that_is_only_read_has_no_forms_that_change_anything(kept: Path) -> None:
    with desk(kept, read_only=True) as client:
        assert not [f for f in page(client, "/review").forms if f.method == "POST"]
        shown = html.fromstring(_send(client, "/read", "/read", text=TEXT).text)
        assert not [f for f in shown.forms if f.action == "/read/keep"]


# Another database


def test_the_pages_are_the_same_on_postgresql(
    database: str, client: TestClient, sample_news: list[Coded]
) -> None:
    with Record.open(database, create=True) as record:
        record.add(sample_news)
        visit = events(record, Filter(dyad=("IRN", "PAK"), modes=("visit",)), sort="sources").events[0]
        single = next(
            h for h in histories(record)
            if h.event.mentions == 1 and h.event.status == "occurred"
        )  # fmt: skip
    paths = [
        "/", "/?days=30&about=PAK", "/events", "/events?about=PAK&type=CONSULT&sort=day",
        "/events?status=planned&since=2025-07-01&confidence=0.5", links.event(visit.id),
        "/dyads/IRN/PAK", "/dyads/IRN", "/agenda", "/agenda?about=PAK", "/map?about=PAK",
        links.article(POSTPONED), "/review",
    ]  # fmt: skip
    with desk(database) as other:
        for path in paths:
            assert words(page(other, path)) == words(page(client, path)), path
        cancelled = "/events?status=cancelled&background=1"
        before = words(page(other, cancelled))
        path = links.review(single.steps[0].mention_id)
        assert _send(other, path, path, verdict="corrected", status="cancelled").status_code == 303
        assert words(page(other, cancelled)) != before


# Hostile words


def test_nothing_of_an_article_becomes_markup(tmp_path: Path, code: Callable[..., list[Mention]]) -> None:
    bad = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'{{ 7*7 }}"
    text = f"Kenya and Ethiopia signed an agreement on Monday. {bad}"
    mentions = code(text)
    assert mentions
    actor = replace(mentions[0].actors[0], name="</h1>" + bad)
    whole = Span(text, 0, len(text))
    article = Article(
        text, id="bad'\"><b>", title=bad, source=bad, author=bad, url="javascript:alert(1)",
        published=TODAY,
    )  # fmt: skip
    made = [
        replace(m, article_id=article.id, actors=(actor,), sentence=whole) for m in mentions
    ]
    with Record.open(tmp_path / "bad.db", create=True) as record:
        record.add([(article, made)])
        found = events(record).events[0]
        submit(record, made[0].id, reviewer=bad, verdict="accepted", note=bad)
    paths = ["/", "/events", links.event(found.id), links.article(article.id, made[0].id),
             links.review(made[0].id), "/review", "/agenda", "/map", f"/events?text={bad}&about={bad}",
             f"/dyads/{bad}", f"/?about={bad}&on={bad}"]  # fmt: skip
    with desk(tmp_path / "bad.db") as client:
        for path in paths:
            answer = client.get(path)
            assert "<script>alert" not in answer.text, path
            assert "<img" not in answer.text, path
            tree = html.fromstring(answer.text)
            assert not tree.xpath("//@*[starts-with(name(), 'on')]"), path
            assert not tree.xpath("//@href[starts-with(., 'javascript')]"), path
        assert "{{ 7*7 }}" in words(page(client, links.article(article.id)))
        answer = _send(client, "/read", "/read", text=text)
        assert "<script>alert" not in answer.text


# Words and drawings


@pytest.mark.parametrize(
    ("edtf", "told"),
    [
        (None, "no date"),
        ("2025-08-02", "2 Aug 2025"),
        ("2025-08-02/2025-08-03", "2–3 Aug 2025"),
        ("2025-07-30/2025-08-03", "30 Jul – 3 Aug 2025"),
        ("2024-12-30/2025-01-02", "30 Dec 2024 – 2 Jan 2025"),
        ("2025-08", "Aug 2025"),
        ("2025-04/2025-06", "Apr 2025 – Jun 2025"),
        ("2025-04/..", "since Apr 2025"),
        ("../2025-04-01", "until 1 Apr 2025"),
        ("1975~", "about 1975"),
        ("2025-07-26?", "perhaps 26 Jul 2025"),
        ("199X", "the 1990s"),
        ("2025-07-26~/2025-08-02", "about 26 Jul – 2 Aug 2025"),
        ("2025-07-26/2025-07-28~", "26 Jul – about 28 Jul 2025"),
        ("2025-07-26~/2025-07-28~", "about 26–28 Jul 2025"),
        ("2025-07~/2025-08?", "about Jul 2025 – perhaps Aug 2025"),
        ("2025-04~/..", "since about Apr 2025"),
        ("XXXX-07-26", "26 Jul, year unknown"),
        ("2027-21", "spring 2027"),
        ("2025-24", "winter 2025–26"),
        ("2025-22~", "about summer 2025"),
        ("2027-21/2027-23", "spring 2027 – autumn 2027"),
        ("XXXX-10", "Oct, year unknown"),
        ("XXXX-21", "spring, year unknown"),
        ("XXXX-07-26/XXXX-07-28", "26 Jul – 28 Jul, year unknown"),
        ("XXXX-04/..", "since Apr, year unknown"),
        ("2023-XX-XX", "2023"),
        ("19XX", "the 20th century"),
        ("nonsense", "nonsense"),
    ],
)
def test_dates_in_words(edtf: str | None, told: str) -> None:
    assert when(edtf) == told


@pytest.mark.parametrize(
    ("url", "kept_as"),
    [
        ("https://a.example/b?c=d#e", True),
        ("HTTP://a.example", True),
        ("javascript:alert(1)", False),
        (" https://a.example", False),
        ("https://a.example/\"onmouseover=x", False),
        ("//a.example", False),
        ("data:text/html,x", False),
        (None, False),
    ],
)
def test_only_addresses_of_the_web_are_followed(url: str | None, kept_as: bool) -> None:
    assert wording.web(url) == (url if kept_as else None)


@pytest.mark.parametrize(
    ("first", "last"),
    [("2025-07-01", "2025-07-09"), ("2025-07-01", "2025-08-30"), ("2020-01-15", "2025-08-30"),
     ("1900-01-01", "2025-01-01"), ("2025-07-01", "2025-07-01"), ("9999-10-01", "9999-12-31"),
     ("9999-12-30", "9999-12-31"), ("9990-02-02", "9999-12-31"), ("0001-01-01", "9999-12-31")],
)  # fmt: skip
def test_ticks_are_few_in_order_and_on_the_axis(first: str, last: str) -> None:
    axis = Axis(date.fromisoformat(first), date.fromisoformat(last), 20, 800)
    ticks = axis.ticks(9)
    places = [tick.x for tick in ticks]
    assert places == sorted(places)
    assert all(20 <= x <= 800 for x in places)
    assert len(ticks) <= 12
    assert len({tick.text for tick in ticks}) == len(ticks)


@pytest.mark.parametrize("first", ["2026-04-01", "2026-04-02", "2026-04-30", "2026-12-15"])
@pytest.mark.parametrize("days", [57, 60, 70, 90, 150, 400])
def test_a_narrow_axis_has_two_ticks_at_least(first: str, days: int) -> None:
    begin = date.fromisoformat(first)
    assert 2 <= len(Axis(begin, begin + timedelta(days), 30, 332).ticks(4)) <= 6


@pytest.mark.parametrize("days", [("9999-12-31",), ("0001-01-01",), ("0001-01-01", "9999-12-31")])
def test_weeks_at_the_ends_of_the_calendar_are_drawn(days: tuple[str, ...]) -> None:
    mondays = [day - timedelta(day.weekday()) for day in map(date.fromisoformat, days)]
    told = tuple(Week(monday, 1, 0, 1, 0, 4.0, 1) for monday in mondays)
    drawn = weeks(Dyad("IRN", "PAK", told, 0, (), Meetings((), (), (), (), (), 0, 0)), date(2025, 7, 2), 1180)
    assert drawn is not None
    assert len(drawn.bars) == len(days)


def test_the_life_of_the_visit_is_drawn_in_order(record: Record) -> None:
    told = history(record, _visit(record).id)
    assert told is not None
    drawn = life(told.steps, 860)
    assert drawn is not None
    news = sorted((t for t in drawn.threads if t.news), key=lambda t: t.x)
    assert [t.anchor for t in news] == [f"s-{step.mention_id}" for step in told.steps if step.changes]
    plans = [t.low for t in news if t.status == "planned" and t.low is not None]
    assert plans == sorted(plans)
    assert len(set(plans)) > 1
    assert "postponed" in {t.status for t in news}
    assert life(told.steps[:1], 860) is None


def test_the_world_is_on_the_map() -> None:
    shapes = {shape.code: shape for shape in outlines() if shape.code}
    assert len(shapes) > 160
    for shape in shapes.values():
        assert 0 <= shape.left < shape.right <= WIDTH
        assert 0 <= shape.top < shape.bottom <= HEIGHT
    for code, lat, lon in [("KEN", -1.3, 36.8), ("BRA", -15.8, -47.9), ("JPN", 35.7, 139.7)]:
        x, y = project(lat, lon)
        assert shapes[code].left <= x <= shapes[code].right
        assert shapes[code].top <= y <= shapes[code].bottom


def test_moves_are_those_of_the_days_asked_for(record: Record) -> None:
    found = moves(record, on=TODAY, days=7)
    pair = next(move for move in found if (move.first, move.second) == ("IRN", "PAK"))
    known = events(record, Filter(dyad=("IRN", "PAK")), limit=1000).events
    late = [
        event
        for event in known
        if event.status in ("occurred", "ongoing")
        and any(
            step.published and date(2025, 7, 28) < step.published <= TODAY
            for told in [history(record, event.id)] if told
            for step in told.steps
        )
    ]  # fmt: skip
    assert pair.cooperation + pair.conflict == len(late)
    assert pair.cooperation == sum(event.quad_class < 3 for event in late)
    assert all("KEN" in (m.first, m.second) for m in moves(record, on=TODAY, about=("KEN",)))
    assert moves(record, on=date(1999, 1, 1)) == ()


def test_the_extent_counts_what_the_record_holds(record: Record, sample_news: list[Coded]) -> None:
    found = extent(record)
    assert found.articles == len(sample_news)
    assert found.mentions == sum(len(mentions) for _, mentions in sample_news)
    assert found.events == events(record, Filter(background=True), limit=1).total
    days = [article.published for article, _ in sample_news if article.published]
    assert found.first is not None
    assert min(days) <= found.first
    assert found.last is not None
    assert found.last <= max(days)


def test_an_article_of_an_unknown_outlet_is_no_voice_of_an_outlet(
    tmp_path: Path, sample_news: list[Coded]
) -> None:
    article, (mention, *_) = next(pair for pair in sample_news if pair[1])
    plain = replace(mention, attribution=(), background=False)
    lake, unknown = article.text + " It rained on the lake.", "Told on the way"
    told = [
        (replace(article, id="a", source=None, title=unknown), replace(plain, id="m", article_id="a")),
        (replace(article, id="b", source="Lake Post", text=lake), replace(plain, id="n", article_id="b")),
    ]
    with Record.open(tmp_path / "r.db", create=True) as record:
        record.add([(one, [said]) for one, said in told])
    with desk(tmp_path / "r.db") as client:
        shown = page(client, links.event("m"))
    voices = [words(row) for row in shown.xpath("//table[@class='voices']/tbody/tr/th")]
    assert sorted(voices) == ["Lake Post outlet", f"article “{unknown}” outlet unknown"]


def test_the_agenda_tells_old_plans_without_a_date_from_none(
    tmp_path: Path, sample_news: list[Coded]
) -> None:
    article, (mention, *_) = next(pair for pair in sample_news if pair[1])
    plan = replace(mention, status="planned", certainty="asserted", background=False, when=None)
    article = replace(article, published=TODAY - timedelta(days=90))
    with Record.open(tmp_path / "r.db", create=True) as record:
        record.add([(article, [plan])])
    with desk(tmp_path / "r.db") as client:
        (section,) = page(client, f"/agenda?on={TODAY}").xpath("//section[@id='undated']")
        assert "No plan without a date was reported in the last 60 days." in words(section)
        (all_planned,) = section.xpath(".//a/@href")
        assert page(client, all_planned).xpath(f"//a[@href='{links.event(plan.id)}']")
