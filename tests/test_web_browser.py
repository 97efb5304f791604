"""The web desk in a real Chromium: the analyst's ways through it, by mouse, by keyboard, by phone.

With DRAGOMAN_SCREENS=1 the pictures in docs/screens are taken anew.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

from dragoman import Article, Coder
from dragoman.record import Record
from dragoman.record.questions.filters import Filter
from dragoman.record.questions.questions import events, history
from dragoman.record.reviews.reviews import both, queue
from dragoman.web import links
from dragoman.web.app import create_app
from dragoman.web.settings import Settings

CHROMIUM = Path(os.environ.get("DRAGOMAN_CHROMIUM", "/usr/bin/chromium"))
SCREENS = Path(__file__).parent.parent / "docs" / "screens"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
WIDE, PHONE = {"width": 1280, "height": 860}, {"width": 375, "height": 740}
NARROW = {"width": 320, "height": 640}
TODAY = date(2025, 8, 4)
POSTPONED = "meridian-2025-07-24-visit-postponed"
VISIT = Path(__file__).parent.parent / "examples" / "visit.txt"
PASTED = (
    "Togo and Benin sign fishing accord\n\nLOME, August 1, 2025 - Togo and Benin signed an agreement on "
    "fishing in Lome on Friday, the Togolese foreign minister said."
)

# What stands beyond the right edge of the window, and in nothing that can be pushed or hides it.
_STICKING_OUT = """
() => [...document.querySelectorAll("body *")].filter(one => {
  const box = one.getBoundingClientRect()
  if (!box.width || box.right <= innerWidth + 1 || one.closest("svg")) return false
  for (let on = one.parentElement; on; on = on.parentElement)
    if (getComputedStyle(on).overflowX !== "visible") return false
  return true
}).map(one => `${one.tagName}.${one.className} ${one.textContent.trim().slice(0, 40)}`)
"""


@contextmanager
def served(path: Path) -> Iterator[str]:
    """The address of a desk on a record, served for real on a port of this machine."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]
        app = create_app(Settings(path, port=port, today=lambda: TODAY, reviewer="ana"))
        server = uvicorn.Server(uvicorn.Config(app, log_level="critical"))
        thread = threading.Thread(target=server.run, args=([held],), daemon=True)
        held.listen()
        thread.start()
        while not server.started:
            assert thread.is_alive(), "the server did not start"
            time.sleep(0.02)
        yield f"http://127.0.0.1:{port}"
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def desk(kept: Path) -> Iterator[str]:
    with served(kept) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.skip(f"there is no {CHROMIUM}; .ci/run installs Debian's chromium")
    with sync_playwright() as play:
        found = play.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield found
        found.close()


@pytest.fixture
def wide(browser: Browser) -> Iterator[Page]:
    with opened(browser) as page:
        yield page


@contextmanager
def opened(browser: Browser, *, phone: bool = False, dark: bool = False, script: bool = True) -> Iterator[Page]:
    """A page of its own; what the browser refuses or fails at ends the test."""
    context = browser.new_context(
        viewport=PHONE if phone else WIDE,  # type: ignore[arg-type]
        color_scheme="dark" if dark else "light",
        java_script_enabled=script,
        locale="en-GB",
        reduced_motion="reduce",
    )
    context.set_default_timeout(20_000)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda m: complaints.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert complaints == []


@pytest.fixture(scope="module")
def paths(kept: Path) -> dict[str, str]:
    """The pages that are looked at from all sides."""
    with Record.open(kept) as record:
        visit = _visit(record)
    return {
        "today": "/", "events": "/events?about=PAK", "event": links.event(visit),
        "dyad": "/dyads/IRN/PAK", "dyads": "/dyads", "partners": "/dyads/IRN",
        "agenda": "/agenda", "map": "/map", "article": links.article(POSTPONED), "read": "/read",
        "review": "/review", "about": "/about", "nothing": "/events?text=zzzz",
    }  # fmt: skip


def _visit(record: Record) -> str:
    wanted = Filter(dyad=("IRN", "PAK"), types=("CONSULT",), modes=("visit",))
    return max(events(record, wanted).events, key=lambda event: event.mentions).id


# Ways through the desk


def test_the_visit_is_found_and_followed_to_its_marked_evidence(wide: Page, desk: str) -> None:
    wide.goto(desk)
    wide.keyboard.press("/")
    wide.keyboard.type("pezeshkian visit postponed")
    wide.keyboard.press("Enter")
    visits = wide.locator(".entry").filter(has_text="Consult · visit")
    told_most = visits.filter(has_text="Pezeshkian").filter(has_text=re.compile(r"\d\d reports"))
    told_most.locator(".entry-title a").click()
    steps = wide.locator(".steps > li")
    expect(steps.first).to_contain_text("announced for 26–27 Jul 2025")
    expect(steps.filter(has_text="set anew for 2–3 Aug 2025")).to_have_count(1)
    put_off = steps.filter(has_text="Iranian president's visit to Pakistan postponed").first
    expect(put_off.locator(".mk-trigger")).to_have_text("visit")
    put_off.get_by_role("link", name="See it in the article").click()
    mark = wide.locator(".mk-on")
    expect(mark).to_have_text("visit")
    expect(mark).to_be_in_viewport()
    expect(wide.locator(".card-on")).to_contain_text("postponed")
    mark.focus()
    tip = wide.locator(f"#{mark.get_attribute('aria-describedby')}")
    expect(tip).to_be_visible()
    expect(tip).to_contain_text("26 Jul 2025")


def test_a_mention_is_corrected_by_keyboard_alone(
    browser: Browser, kept: Path, tmp_path: Path
) -> None:
    shutil.copy(kept, tmp_path / "copy.db")
    with Record.open(tmp_path / "copy.db") as record, served(tmp_path / "copy.db") as address:
        waiting = queue(record, reviewer="ana", limit=30)
        at = next(
            n for n, one in enumerate(waiting)
            if n and one.mention.status == "occurred" and _is_single(record, one.mention.id)
        )  # fmt: skip
        mention = waiting[at].mention.id
        with opened(browser) as page:
            page.goto(f"{address}/review")
            for number in range(at):
                page.keyboard.press("j")
                page.wait_for_url(f"**/review?skip={number + 1}")
            page.keyboard.press("e")
            expect(page.get_by_label("Status")).to_be_focused()
            page.keyboard.type("planned")
            for _ in range(3):
                page.keyboard.press("Tab")
            expect(page.get_by_label("When (EDTF)")).to_be_focused()
            page.keyboard.press("Control+A")
            page.keyboard.type("2025-09-01")
            killed = page.get_by_label("Killed")
            while not killed.evaluate("field => field === document.activeElement"):
                page.keyboard.press("Tab")
            page.keyboard.press("Control+A")
            page.keyboard.type("3-5")
            page.keyboard.press("Control+Enter")
            done = page.get_by_role("status")
            expect(done).to_contain_text("Corrected")
            expect(done).to_contain_text("○ planned")
            done.get_by_role("link", name="1 Sep 2025").focus()
            page.keyboard.press("Enter")
            expect(page.locator(".event-head")).to_contain_text("planned")
            expect(page.locator(".column-side .facts").first).to_contain_text("1 Sep 2025")
            told = both(record, mention)
            assert told is not None
            assert (told[0].status, told[1].status) == ("occurred", "planned")
            counted = told[1].magnitudes.killed
            assert counted is not None
            assert (counted.low, counted.high) == (3, 5)
            for key, verdict in (("a", "Accepted"), ("r", "Rejected")):
                page.goto(f"{address}/review")
                page.keyboard.press(key)
                expect(page.get_by_role("status")).to_contain_text(verdict)


def test_a_report_is_taken_out_on_a_phone_by_keyboard_without_scripts(
    browser: Browser, kept: Path, tmp_path: Path
) -> None:
    shutil.copy(kept, tmp_path / "copy.db")
    with Record.open(tmp_path / "copy.db") as record, served(tmp_path / "copy.db") as address:
        visit = history(record, _visit(record))
        assert visit is not None
        with opened(browser, phone=True, script=False) as page:
            page.goto(f"{address}{links.event(visit.event.id)}")
            page.get_by_text("Put right which reports are of this event").focus()
            for key in ("Enter", "Tab", "Tab", "Space"):
                page.keyboard.press(key)
            form = page.get_by_role("group", name="These reports are not of it")
            expect(form.get_by_role("checkbox").nth(1)).to_be_checked()
            form.get_by_label("Why").focus()
            page.keyboard.type("another visit")
            page.keyboard.press("Enter")
            expect(page.get_by_role("status")).to_contain_text("not of the event of")
            parted = history(record, visit.steps[1].mention_id)
            assert parted is not None
            assert parted.event.id != visit.event.id
            page.get_by_role("button", name="Take back").focus()
            page.keyboard.press("Enter")
            expect(page.get_by_role("status")).to_contain_text("Taken back")
        again = history(record, visit.event.id)
        assert again is not None
        assert again.event == visit.event


def _is_single(record: Record, mention: str) -> bool:
    found = history(record, mention)
    return found is not None and found.event.mentions == 1


def test_the_agenda_can_be_leafed_through_and_subscribed_to(wide: Page, desk: str) -> None:
    wide.goto(f"{desk}/agenda?about=PAK")
    expect(wide.get_by_role("heading", level=1)).to_contain_text("August 2025")
    wide.get_by_role("link", name="Month before").click()
    expect(wide.get_by_role("heading", level=1)).to_contain_text("July 2025")
    link = wide.get_by_role("link", name="Subscribe").get_attribute("href")
    assert link == "/agenda.ics?about=PAK"
    answer = wide.request.get(f"{desk}{link}")
    assert answer.ok
    assert answer.headers["content-type"].startswith("text/calendar")
    assert answer.text().startswith("BEGIN:VCALENDAR")


def test_a_pasted_article_is_read_at_once(wide: Page, desk: str) -> None:
    wide.goto(f"{desk}/read")
    wide.get_by_label("An article in English").fill(PASTED)
    wide.get_by_role("button", name="Read").click()
    card = wide.locator(".card", has_text="“signed”").first
    expect(card).to_contain_text("Togo")
    expect(card).to_contain_text("occurred")
    mark = wide.locator("a.mk-trigger", has_text="signed").first
    mark.hover()
    expect(wide.locator(f"#{mark.get_attribute('aria-describedby')}")).to_be_visible()
    expect(card).to_have_class("card card-lit")
    expect(wide.get_by_role("button", name="Keep it in the record")).to_be_visible()


def test_the_slider_leaves_the_places_of_its_days(wide: Page, desk: str) -> None:
    wide.goto(f"{desk}/map?since=2025-07-07&until=2025-08-03")
    every = wide.locator("[data-days]").count()
    slider = wide.get_by_label("Time")
    counts = set()
    slider.focus()
    for _ in range(12):
        wide.keyboard.press("ArrowRight")
        counts.add(wide.locator("[data-days]:not(.away)").count())
        expect(wide.locator("output")).not_to_have_text("All days")
    assert max(counts) < every
    assert len(counts) > 1
    wide.keyboard.press("Home")
    expect(wide.locator("[data-days]:not(.away)")).to_have_count(every)


def test_the_reader_chooses_dark_or_light_and_it_is_remembered(wide: Page, desk: str) -> None:
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    wide.goto(desk)
    light = wide.evaluate(ground)
    wide.get_by_role("button", name="Dark or light page").click()
    dark = wide.evaluate(ground)
    assert dark != light
    wide.goto(f"{desk}/events")
    assert wide.evaluate(ground) == dark


def test_lists_are_walked_by_keyboard_from_the_skip_link_on(wide: Page, desk: str) -> None:
    wide.goto(f"{desk}/events")
    wide.keyboard.press("Tab")
    expect(wide.get_by_role("link", name="Skip to the page")).to_be_focused()
    wide.keyboard.press("Enter")
    for key, place in (("j", 0), ("j", 1), ("k", 0)):
        wide.keyboard.press(key)
        expect(wide.locator(".entry-title a").nth(place)).to_be_focused()


def test_the_desk_works_without_scripts(browser: Browser, desk: str) -> None:
    with opened(browser, script=False) as page:
        page.goto(f"{desk}/events")
        page.get_by_role("searchbox", name="Words").fill("curfew")
        page.get_by_role("button", name="Show").click()
        expect(page.locator(".entry").first).to_contain_text("curfew")
        page.goto(f"{desk}/map")
        page.locator(".times-bars a").last.click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("4 Aug 2025")
        page.goto(f"{desk}/read")
        page.get_by_label("An article in English").fill(PASTED)
        page.get_by_role("button", name="Read").click()
        mark = page.locator("a.mk-trigger", has_text="signed").first
        mark.hover()
        expect(page.locator(".tip:visible")).to_have_count(1)


# Looks


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
def test_axe_finds_nothing_serious_and_nothing_sticks_out(
    browser: Browser, desk: str, paths: dict[str, str], phone: bool, dark: bool
) -> None:
    axe = Axe()
    with opened(browser, phone=phone, dark=dark) as page:
        for name, path in paths.items():
            page.goto(f"{desk}{path}")
            page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
            found = axe.run(page).response["violations"]
            grave = [
                (v["id"], v["nodes"][0]["html"][:200])
                for v in found
                if v["impact"] in ("serious", "critical")
            ]
            assert grave == [], name
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name


def test_every_page_fits_the_narrowest_phone(browser: Browser, desk: str, paths: dict[str, str]) -> None:
    with opened(browser, phone=True) as page:
        page.set_viewport_size(NARROW)
        for name, path in {**paths, "articles": "/articles", "api": "/api/v1/docs"}.items():
            page.goto(f"{desk}{path}")
            page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
            assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"], name


def test_long_names_of_countries_fit_the_narrowest_phone(browser: Browser, coder: Coder, tmp_path: Path) -> None:
    texts = [
        "Turkmenistan and Kyrgyzstan signed a treaty in Bishkek on Friday.",
        "Bosnia and Herzegovina expelled two diplomats of Liechtenstein on Friday.",
        "The Democratic Republic of Congo accused the Central African Republic on Friday of arming rebels.",
    ]
    with Record.open(tmp_path / "long.db", create=True) as record:
        record.add((a, coder.code(a)) for a in (Article(t, published=TODAY) for t in texts))
    with served(tmp_path / "long.db") as address, opened(browser, phone=True) as page:
        page.set_viewport_size(NARROW)
        for path in ("/", "/events", "/dyads", "/dyads/TKM", "/dyads/TKM/KGZ", "/agenda", "/map"):
            page.goto(f"{address}{path}")
            if "/" in path[1:]:
                expect(page.locator("main")).to_contain_text("Turkmenistan")
            assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"], path
            ends = page.evaluate("[...document.querySelectorAll('.moves')].map(t => t.getBoundingClientRect().right)")
            assert all(end <= NARROW["width"] - 16 for end in ends), path


def test_words_without_end_break_on_a_phone(browser: Browser, coder: Coder, tmp_path: Path) -> None:
    long = "abdulrahmansupercali" * 5
    texts = [
        f"Togo's Foreign Minister {long.title()} will visit Benin on August 12, a spokesman said.",
        f"Togo's Foreign Minister {long.title()} has postponed his visit to Benin.",
        f"Troops of Benin killed 12 people in {long.title()} on Friday, {long.title()} said.",
        f"Rebels shelled {long.title()} in Benin on Friday, the mayor said.",
    ]
    articles = [
        Article(text, title=long.upper(), source=f"{long}.example", author=long, published=TODAY)
        for text in texts
    ]
    with Record.open(tmp_path / "endless.db", create=True) as record:
        record.add((article, coder.code(article)) for article in articles)
        pages = [links.event(event.id) for event in events(record, Filter()).events]
        first = links.review(queue(record, reviewer="ana")[0].mention.id)
    pages += [links.article(article.id) for article in articles]
    pages += ["/", "/events", f"/events?text={long}&place={long}&actor={long}", "/articles", "/agenda", "/map",
              "/dyads/TGO/BEN", first]  # fmt: skip
    wide: dict[str, list[str]] = {}
    with served(tmp_path / "endless.db") as address, opened(browser, phone=True) as page:
        page.set_viewport_size(NARROW)
        for path in pages:
            page.goto(f"{address}{path}")
            page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
            out = page.evaluate(_STICKING_OUT)
            if out or page.evaluate("document.documentElement.scrollWidth") > NARROW["width"]:
                wide[path] = out
    assert wide == {}


def test_the_sliders_way_and_the_api_reference_fit_a_phone(browser: Browser, desk: str) -> None:
    with opened(browser, phone=True) as page:
        page.goto(f"{desk}/map")
        box = page.locator("#when").bounding_box()
        assert box
        assert box["width"] >= 0.6 * PHONE["width"]
        page.goto(f"{desk}/api/v1/docs")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.skipif("DRAGOMAN_SCREENS" not in os.environ, reason="DRAGOMAN_SCREENS is not set")
def test_the_pictures_for_the_documentation(
    browser: Browser, desk: str, paths: dict[str, str]
) -> None:
    SCREENS.mkdir(exist_ok=True)
    shots: list[tuple[str, bool, bool]] = [
        ("today", False, False), ("events", False, False), ("event", False, False),
        ("dyad", False, False), ("agenda", False, False), ("map", False, True),
        ("article", False, False), ("review", False, True), ("today", True, False),
        ("event", True, True),
    ]  # fmt: skip
    for name, phone, dark in shots:
        with opened(browser, phone=phone, dark=dark) as page:
            page.goto(f"{desk}{paths[name]}")
            ending = ("-phone" if phone else "") + ("-dark" if dark else "")
            page.screenshot(path=SCREENS / f"{name}{ending}.png")
    with opened(browser) as page:
        _read(page, desk)
        page.screenshot(path=SCREENS / "read.png")


def _read(page: Page, desk: str) -> None:
    page.goto(f"{desk}/read")
    page.get_by_label("An article in English").fill(VISIT.read_text("utf-8"))
    page.get_by_label("Published").fill("2025-07-23")
    page.get_by_role("button", name="Read").click()
    page.locator("a.mk-trigger", has_text="postponed").or_(
        page.locator("a.mk-trigger", has_text="talks")
    ).first.hover()
