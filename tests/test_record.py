"""The record: what is added is kept once, linked the same in any order, and can be asked."""

from __future__ import annotations

import json
import random
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from io import StringIO
from itertools import combinations
from pathlib import Path
from typing import Any, get_args

import pytest
from click.testing import CliRunner
from rich.console import Console
from sqlalchemy import func, insert, select, text, update

from dragoman import Article, Coder, Mention
from dragoman.cli import main
from dragoman.cli.eventlines import brief_page, event_lines, history_page
from dragoman.evaluation.agreement import alpha
from dragoman.evaluation.gold import locate, numbered, parse, read
from dragoman.formats.briefs import html, markdown
from dragoman.formats.jsonl import RowError, dump, mention_from_dict, mention_to_dict
from dragoman.mention import DONE, Entity, Magnitude, Magnitudes, Span, Speaker, When, Where
from dragoman.record import Event, History, Record, RecordError
from dragoman.record.arrow import to_arrow
from dragoman.record.daily.agenda import agenda
from dragoman.record.daily.brief import brief, outlets, sections
from dragoman.record.daily.diary import calendar, diary
from dragoman.record.dyads.dyads import dyad, latest
from dragoman.record.dyads.moves import Move, moves
from dragoman.record.dyads.partners import pairs, partners
from dragoman.record.event import Claim
from dragoman.record.life.life import Report, history_of
from dragoman.record.linking.copies import are_copies, bands, print_of
from dragoman.record.linking.linking import keys_of
from dragoman.record.questions.filters import Filter
from dragoman.record.questions.listing import articles
from dragoman.record.questions.questions import Sort, events, facets, histories, history
from dragoman.record.questions.sites import sites
from dragoman.record.reviews.checks import ReviewError
from dragoman.record.reviews.corrections import corrected
from dragoman.record.reviews.reviewed import agreement, corpus_rows
from dragoman.record.reviews.reviews import both, queue, reviews_of, submit
from dragoman.record.rows import opening, schema
from dragoman.record.rows.eventrows import day_of, event_from_dict, event_row, event_to_dict
from dragoman.record.rows.limits import Limits
from dragoman.record.rows.mentionrows import load_traits
from dragoman.record.store.adding import Adding
from dragoman.record.store.articles import filed
from dragoman.record.store.backup import backup
from dragoman.record.store.coded import as_coded
from dragoman.record.store.mending import Dated, Removed, give_date, lacks_date, remove
from dragoman.record.store.relinking import relink
from dragoman.record.store.store import Added
from dragoman.record.traits.claims import with_all_numbers
from dragoman.record.traits.words import weighed
from dragoman.wording import called

Coded = tuple[Article, list[Mention]]
CODES = "KEN TCD FRA DEU PER CHL IRN PAK IND NPL MLI NER JPN KOR SRB HRV ARM AZE EGY SDN".split()
PAIRS = list(combinations(CODES, 2))
VISIT = "A visit by Iranian President Masoud Pezeshkian to Pakistan that had been due to"


@pytest.fixture
def record(address: str) -> Iterator[Record]:
    with Record.open(address, create=True) as found:
        yield found


@pytest.fixture
def news(record: Record, sample_news: list[Coded]) -> Record:
    record.add(sample_news)
    return record


def told(number: int, published: str | None, **fields: object) -> Coded:
    """A hand-made article with one mention; no two of another number are linked."""
    one, other = PAIRS[number]
    text = f"{one} visited {other} {'x' * number} town{number}."
    day = date.fromisoformat(published) if published else None
    name = str(fields.pop("id", f"a{number}-{published}-{fields.get('status')}-{fields.get('when')}"))
    when = fields.pop("when", None)
    sides = [
        (Entity(code, text.index(code), text.index(code) + 3, code, code, ("GOV",)),)
        for code in (one, other)
    ]
    mention = Mention(
        id=f"{name}-m", article_id=name, event="CONSULT", mode="visit", contexts=(), quad_class=1,
        intensity=4.0, trigger=Span("visited", 4, 11), sentence=Span(text, 0, len(text)),
        actors=sides[0], recipients=sides[1], status="occurred", certainty="asserted",
        background=False, attribution=(), when=When("", 0, 0, str(when), "stated") if when else None,
        where=(), magnitudes=Magnitudes(), confidence=0.9,
    )  # fmt: skip
    article = Article(text, id=name, published=day, source=f"paper {name}")
    return article, [replace(mention, **fields)]  # type: ignore[arg-type]


def _numbers(found: Iterable[Event]) -> list[int]:
    """The numbers under which `told` made events, in order."""
    return [PAIRS.index((e.actors[0].name, e.recipients[0].name)) for e in found]


def _state(record: Record) -> list[History]:
    return sorted(histories(record, Filter(background=True)), key=lambda h: h.event.id)


def _visit(record: Record) -> Event:
    wanted = Filter(dyad=("IRN", "PAK"), types=("CONSULT",), modes=("visit",))
    return max(events(record, wanted).events, key=lambda event: event.mentions)


# What goes in


def test_the_visit_of_the_sample_news_is_one_event_with_its_history(news: Record) -> None:
    visit = _visit(news)
    found = history(news, visit.id)
    assert found is not None
    assert (visit.status, visit.when) == ("occurred", "2025-08-02/2025-08-03")
    told = [(step.status, step.when) for step in found.steps if step.changes]
    assert told[0] == ("planned", "2025-07-26/2025-07-27")
    assert ("postponed", "2025-07-26") in told
    assert ("planned", "2025-08-02/2025-08-03") in told
    assert {step.article_id for step in found.steps} >= {
        "meridian-2025-07-22-pezeshkian-visit",
        "meridian-2025-07-24-visit-postponed",
        "industribune-2025-07-29-new-date",
        "meridian-2025-08-02-lahore-arrival",
        "liveline-2025-08-03-islamabad-talks",
        "register-2025-08-03-joint-statement",
        "observer-2025-08-04-pezeshkian-outcomes",
    }
    assert visit.sources >= 5


def test_the_evidence_of_each_step_is_in_its_article(news: Record) -> None:
    for found in histories(news):
        for step in found.steps:
            kept = filed(news, step.article_id)
            assert kept is not None
            assert step.sentence in kept.article.text
            mention = next(m for m in kept.mentions if m.id == step.mention_id)
            start, end = step.trigger
            assert step.sentence[start:end] == mention.trigger.text


def test_what_has_no_day_joins_a_story_and_never_parts_one(
    record: Record, sample_news: list[Coded]
) -> None:
    visit = [pair for pair in sample_news if any(m.mode == "visit" for m in pair[1])]
    record.add(visit)
    before = {frozenset(step.mention_id for step in h.steps) for h in histories(record)}
    loose = []
    for article, mentions in visit:
        name = f"0-{article.id}"
        own = [replace(m, id=f"0{m.id}", article_id=name) for m in mentions]
        loose.append((replace(article, id=name, published=None), own))
    record.add(loose)
    after = [{step.mention_id for step in h.steps} for h in histories(record)]
    assert all(any(old <= new for new in after) for old in before)
    assert any(len(new) > len(old) for old in before for new in after if old < new)


def test_an_article_added_twice_changes_nothing(record: Record, sample_news: list[Coded]) -> None:
    first = record.add(sample_news)
    before = _state(record)
    again = record.add(sample_news)
    assert (first.articles, first.known) == (60, 0)
    assert (again.articles, again.mentions, again.known) == (0, 0, 60)
    assert _state(record) == before


@pytest.mark.parametrize("seed", range(3))
def test_the_record_is_the_same_in_any_order_of_arrival(
    record: Record, sample_news: list[Coded], tmp_path: Path, seed: int
) -> None:
    shuffled = random.Random(seed).sample(sample_news, len(sample_news))
    for start in range(0, len(shuffled), 7):
        record.add(shuffled[start : start + 7])
    with Record.open(tmp_path / "straight.db", create=True) as straight:
        straight.add(sample_news)
        assert _state(record) == _state(straight)


def test_relinking_gets_the_same_record(news: Record) -> None:
    before = _state(news)
    mentions, found = relink(news)
    assert (mentions, found) == (sum(h.event.mentions for h in before), len(before))
    assert _state(news) == before


def test_copies_of_one_text_are_one_source(record: Record, code: Callable[..., list[Mention]]) -> None:
    text = (
        "NAIROBI, March 4 (Meridian Wire) - Kenya and Ethiopia signed an agreement on grazing "
        "along their border on Monday, the Kenyan foreign minister said. The text had been under "
        "discussion for two years. Herders on both sides have fought over wells since the drought "
        "began. A joint commission will meet in Moyale in May to draw up a list of crossing "
        "points. Neither side said how the agreement would be paid for."
    )
    cut = "Herders see hope\n" + text.replace(" Neither side said how the agreement would be paid for.", "")
    other = (
        "Kenya and Ethiopia signed a grazing agreement on Monday in Nairobi. For herders who "
        "lost cattle to raids, it comes late, our correspondent writes from Marsabit."
    )
    for name, body in (("wire", text), ("paper", cut), ("own", other)):
        article = Article(body, id=name, published=date(2024, 3, 5), source=name)
        mentions = [replace(m, article_id=name, id=f"{name}{m.id}") for m in code(body, "2024-03-05")]
        record.add([(article, mentions)])
    signed = next(
        h for h in histories(record) if h.event.event == "SUPPORT" and h.event.reports == 3
    )
    assert {step.report_id for step in signed.steps} == {"own", "paper"}
    assert signed.event.sources == 2


def test_who_takes_a_report_back_confirms_nothing_of_it() -> None:
    def toll(day: int, killed: int, **fields: object) -> Report:
        number = Magnitudes(killed=Magnitude("", 0, 0, killed, killed))
        article, (mention,) = told(0, f"2025-07-{day}", magnitudes=number, **fields)
        return Report(mention, article.id, article.source, None, None, article.published)

    report, right = toll(10, 12), toll(12, 9)
    notice = toll(11, 12, certainty="denied", confidence=0.99, id="notice")
    event = history_of([report, notice, right]).event
    assert (event.reports, event.sources, event.disputed) == (3, 2, True)
    assert [claim.mentions for claim in event.claims] == [(report.mention.id,), (right.mention.id,)]
    alone = history_of([notice]).event
    assert (alone.sources, len(alone.claims)) == (1, 1)


def test_likeness_of_texts() -> None:
    words = [f"word{n}" for n in range(300)]
    whole, cut = " ".join(words), "another headline " + " ".join(words[:210])
    assert are_copies(print_of(whole), print_of(cut))
    assert are_copies(print_of("One line. "), print_of("ONE LINE"))
    assert not are_copies(print_of(""), print_of("-- !"))
    assert not are_copies(print_of(""), print_of(whole))
    assert not list(bands(print_of("-- !")))
    halves = " ".join(words[:150] + [f"other{n}" for n in range(150)])
    assert not are_copies(print_of(whole), print_of(halves))


@pytest.mark.parametrize(
    ("changes", "copied"),
    [
        ({"Lomé": "Lome"}, True),
        ({"Adeyemi-Koffi": "Adeyemi Koffi"}, True),
        ({"Essossimna": "Essosimna"}, True),
        ({"(Gulf Wire) - ": ""}, True),
        ({"seven": "7"}, True),
        ({"Lomé": "Kara"}, False),
        ({"on Friday": "on Sunday"}, False),
        ({"seven": "nine"}, False),
        ({"Essossimna": "Kodjo"}, False),
    ],
)
@pytest.mark.parametrize("more", [0, 120])
def test_a_flash_with_another_name_day_or_number_is_no_copy(
    changes: dict[str, str], copied: bool, more: int
) -> None:
    flash = (
        "(Gulf Wire) - Togo's trade minister, Essossimna Adeyemi-Koffi, opened a fair in Lomé on Friday with seven "
        "of her colleagues from the coast, a spokesman said."
    )
    flash += "".join(f" Stall{n}" for n in range(more))
    other = flash
    for old, new in changes.items():
        assert old in other
        other = other.replace(old, new)
    made, again = print_of(flash), print_of(other)
    assert are_copies(made, again) is are_copies(again, made) is (copied or more > 0)
    assert not copied or not set(bands(made)).isdisjoint(bands(again))
    assert not (more and made.said)


def test_a_page_copied_without_end_is_filed_a_few_times_and_stays_one_report(record: Record) -> None:
    words = [f"consent{n}" for n in range(60)]
    day = date(2025, 7, 20)
    for batch in range(4):
        record.add(
            [(Article(" ".join(words), id=f"p{batch}{n}", published=day), []) for n in range(10)]
        )
    late = Article(" ".join(["headline", *words[:50]]), id="late", published=day - timedelta(1))
    record.add([(late, [])])
    with record.reading() as connection:
        assert set(connection.scalars(select(schema.article.c.report))) == {"late"}
        filed = connection.scalars(select(schema.band.c.hash)).all()
    assert max(map(filed.count, filed)) < 10


def test_odd_characters_stop_nothing_and_move_no_offset(record: Record) -> None:
    article, (mention,) = told(0, "2025-08-20")
    odd = "a\ud800b\x00c"
    text = article.text.replace("town", "t\x00\ud800n")
    named = replace(mention.actors[0], name=odd)
    mention = replace(mention, article_id=odd, sentence=Span(text, 0, len(text)), actors=(named,))
    odd_one = replace(article, id=odd, title=odd, url=odd, source=odd, author=odd, text=text)
    added = record.add([(odd_one, [mention]), told(1, "2025-08-20")])
    assert (added.articles, added.mentions) == (2, 2)
    assert not list(Adding(print).unknown(record, [odd_one]))
    kept = filed(record, "a\ufffdb\u2400c")
    assert kept is not None
    assert len(kept.article.text) == len(text)
    for found in kept.mentions:
        assert found.article_id == kept.article.id
        span = found.sentence
        assert kept.article.text[span.start : span.end] == span.text
    assert kept.article.title == kept.article.url == kept.article.source == kept.article.id
    assert len(events(record, Filter(text="visited")).events) == 2


def test_a_stream_is_kept_batch_by_batch(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.record.store.store.ADDED_AT_ONCE", 2)
    held: list[int] = []

    def stream() -> Iterator[Coded]:
        for number in range(5):
            with record.reading() as connection:
                held.append(connection.scalar(select(func.count()).select_from(schema.article)) or 0)
            yield told(number, "2025-08-20")

    assert record.add(stream()) == Added(5, 5, 0)
    assert held == [0, 0, 2, 2, 4]
    assert record.add(stream()) == Added(0, 0, 5)
    assert record.add(iter(())) == Added()


def test_what_came_before_a_stream_failed_is_kept(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.record.store.store.ADDED_AT_ONCE", 2)

    def stream() -> Iterator[Coded]:
        for number in range(3):
            yield told(number, "2025-08-20")
        raise OSError("the line is cut")

    with pytest.raises(OSError, match="cut"):
        record.add(stream())
    with record.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(schema.article)) == 2


def test_batches_make_the_events_that_one_would(
    record: Record, sample_news: list[Coded], kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dragoman.record.store.store.ADDED_AT_ONCE", 7)
    record.add(iter(sample_news))
    wanted = Filter(background=True)
    with Record.open(kept) as other:
        assert list(histories(record, wanted)) == list(histories(other, wanted))


def test_where_no_record_is_the_terminal_and_python_are_told_how_to_make_one(tmp_path: Path, address: str) -> None:
    empty = tmp_path / "empty.db"
    empty.touch()
    for missing in (address, tmp_path / "none.db", empty):
        with pytest.raises(RecordError, match=r"dragoman add --record .* ARTICLES .*create=True"):
            Record.open(missing)


def test_an_article_that_cannot_be_coded_is_named_and_the_rest_are_kept(record, coder):
    def faulty(analysis):
        if "Gabon" in analysis.article.text:
            raise KeyError("Gabon")
        return coder.stages.typer(analysis)

    told = []
    adding = Adding(told.append)
    broken = Coder(stages=replace(coder.stages, typer=faulty))
    articles = [Article(f"Peru held talks with {name}.", id=name) for name in ("Chile", "Gabon", "Togo")]
    adding.add(record, broken.code_all(adding.unknown(record, articles), failed=adding.failed))
    assert (adding.added.articles, adding.damaged) == (2, 1)
    assert told == ["Gabon: cannot be coded (KeyError: 'Gabon'); please report it"]
    assert adding.text() == "2 articles added with 2 mentions; 2 without a date (--published gives one); 1 could not be read"


# Questions


def test_events_are_found_by_every_filter(news: Record) -> None:
    everything = events(news, Filter(background=True), limit=1000).events
    cases: list[tuple[Filter, Callable[[Event], bool]]] = [
        (Filter(types=("COERCE",)), lambda e: e.event == "COERCE"),
        (Filter(modes=("visit",)), lambda e: e.mode == "visit"),
        (Filter(statuses=("planned", "postponed")), lambda e: e.status in ("planned", "postponed")),
        (Filter(quads=(4,)), lambda e: e.quad_class == 4),
        (Filter(confidence=0.8), lambda e: e.confidence >= 0.8),
        (Filter(overall_confidence=0.8), lambda e: (e.overall_confidence or 0) >= 0.8),
        (Filter(sources=2), lambda e: e.sources >= 2),
        (Filter(disputed=True), lambda e: e.disputed),
        (Filter(place="KEN"), lambda e: e.where is not None and e.where.country == "KEN"),
        (Filter(place="kisu"), lambda e: e.where is not None and e.where.name == "Kisumu"),
        (
            Filter(reported_since=date(2025, 8, 20)),
            lambda e: e.last_reported is not None and e.last_reported >= date(2025, 8, 20),
        ),
        (Filter(overdue=date(2026, 1, 1)), lambda e: e.is_overdue(date(2026, 1, 1))),
    ]
    for wanted, fits in cases:
        found = {e.id for e in events(news, replace(wanted, background=True), limit=1000).events}
        assert found == {e.id for e in everything if fits(e)}, wanted
        assert found, wanted


def test_one_place_is_found_by_name_and_id_and_others_by_how_they_begin(record: Record) -> None:
    named = [("Niger", "NER", 2440476), ("Nigeria", "NGA", 2328926), ("Tripoli", "LBY", 2210247),
             ("Tripoli", "LBN", 266826), ("Sahel", None, None), ("Sahel_1%", None, None)]  # fmt: skip
    for number, (name, country, geonameid) in enumerate(named):
        where = (Where(name, 0, 0, name, country, geonameid, 1.0 + number, 1.0, "city"),)
        record.add([told(number, "2025-08-20", where=where), told(number + 8, "2025-08-20")])
    cases = {
        "niger": [0, 1], "Niger#2440476": [0], "NER": [0], "Niger#": [], "niger#2440476": [],
        "Trip": [2, 3], "Tripoli#266826": [3], "Sahel#": [4], "Sahel_": [5], "Niger#x": [],
        "Tripoli#2440476": [], "Niger#9999999999": [],
    }  # fmt: skip
    for place, numbers in cases.items():
        found = events(record, Filter(place=place))
        assert sorted(_numbers(found.events)) == numbers, place
        assert found.total == len(numbers), place
    marks = sites(record, Filter()).sites
    assert sorted(mark.name for mark in marks) == sorted(name for name, *_ in named)
    for mark in marks:
        assert [e.where and e.where.lat for e in events(record, Filter(place=mark.place)).events] == [mark.lat]


def test_a_place_is_found_without_its_accents_with_them_and_by_its_other_names(
    record: Record,
) -> None:
    named = ("Bogotá", "São Paulo", "Īṭahari̇̄", "Itahari", "Kyiv", "Łódź", "Plain", "Niš")
    cases = {
        "Bogota": [0], "bogotá": [0], "BOGO": [0], "Sao Paulo": [1], "são p": [1],
        "itahari": [2, 3], "Kiev": [4], "lodz": [5], "Łodz": [5], "Pláin": [6], "Bogata": [],
        "lo%": [], "_od": [], "NIŠ": [7], "niš": [7], "Niš#107": [7], "niš#107": [],
    }  # fmt: skip
    _assert_places(record, named, cases)


@pytest.mark.parametrize("where", ["tmp_path", "database", "database_in_c"])
def test_letters_are_found_in_a_database_of_any_locale(
    where: str, request: pytest.FixtureRequest
) -> None:
    named = ("Ærø", "Þingvellir", "Großräschen", "Œdenbourg", "Évian", "Ústí", "Ελλάδα", "İstanbul")
    cases = {
        "Ærø": [0], "ÆRØ": [0], "aero": [0], "Þing": [1], "thing": [1], "Groß": [2], "gross": [2],
        "Œden": [3], "oeden": [3], "Évian": [4], "evian": [4], "Ústí": [5], "USTI": [5],
        "ελλάδα": [6], "İst": [7], "istan": [7],
    }  # fmt: skip
    given = request.getfixturevalue(where)
    address = given / "record.db" if isinstance(given, Path) else given
    with Record.open(address, create=True) as record:
        _assert_places(record, named, cases)
        article, mentions = told(8, "2025-08-20")
        record.add([(replace(article, title="Čas ΑΘΉΝΑ"), mentions)])
        for words in ("čas", "cas", "ČAS", "αθήνα", "ΑΘΉΝΑ"):
            assert _numbers(events(record, Filter(text=words)).events) == [8], words


def _assert_places(record: Record, named: Iterable[str], cases: dict[str, list[int]]) -> None:
    """That the record, given an event in each place named, finds these in each case."""
    for number, name in enumerate(named):
        where = (Where(name, 0, 0, name, "COL", 100 + number, 1.0, 1.0, "city"),)
        record.add([told(number, "2025-08-20", where=where)])
    for place, numbers in cases.items():
        assert sorted(_numbers(events(record, Filter(place=place)).events)) == numbers, place


def test_events_are_found_by_country_dyad_and_words(news: Record) -> None:
    about = events(news, Filter(about=("KEN",)), limit=1000).events
    for event in about:
        countries = {p.country for p in (*event.actors, *event.recipients)}
        assert "KEN" in countries or (event.where and event.where.country == "KEN")
    assert _visit(news).id in {e.id for e in events(news, Filter(text="pezeshkian visits")).events}
    assert events(news, Filter(text="zzzz")).total == 0
    # Words are words, whatever the full-text index makes of them in its own language.
    assert events(news, Filter(text='" OR NEAR( * -x')).total == 0


def test_words_are_found_by_stem_and_without_their_accents(record: Record) -> None:
    rows = []
    for n, words in enumerate(["President Erdoğan strikes", "the not of Bogotá", "Việt"]):
        article, mentions = told(n, "2025-08-20")
        rows.append((replace(article, title=words), mentions))
    record.add(rows)
    cases = [("erdogan", [0]), ("ERDOĞAN strike", [0]), ("not the", [1]), ("bogota", [1]),
             ("bogotá", [1]), ("viet", [2]), ("visit", [0, 1, 2]), ("of Erdogan", [])]  # fmt: skip
    for words, there in cases:
        assert sorted(_numbers(events(record, Filter(text=words)).events)) == there, words


def test_words_are_found_whatever_stands_between_them(record: Record) -> None:
    titles = ["Talks/negotiations and/or war", "Reuters.com, bbc.co.uk/news", "COVID-19 on 26/07/2025",
              "Israeli–Palestinian U.S. e-mail a@b.org", "It wasn't 10,000: no_one's #Sudan", "ΑΘΉΝΑ"]  # fmt: skip
    rows = []
    for n, title in enumerate(titles):
        article, mentions = told(n, "2025-08-20")
        rows.append((replace(article, title=title), mentions))
    record.add(rows)
    cases = {
        "talks": [0], "negotiations": [0], "talks/negotiations": [0], "or": [0], "negotiations-talks": [],
        "reuters": [1], "bbc": [1], "bbc.co.uk": [1], "news": [1], "19": [2], "covid": [2], "covid-19": [2],
        "2025": [2], "07": [2], "26/07": [2], "2025/26": [], "israeli-palestinian": [3], "palestinian": [3],
        "us": [], "U.S.": [3], "u.s. israeli": [3], "org": [3], "mail": [3], "wasn't": [4], "10,000": [4],
        "000": [4], "no_one": [4], "no": [4], "@sudan": [4], "covid !": [2], "-": [], "αθήνα": [5],
    }  # fmt: skip
    for words, there in cases.items():
        assert sorted(_numbers(events(record, Filter(text=words)).events)) == there, words


def test_an_enormous_headline_stops_nothing_and_is_found_by_its_first_words(record: Record) -> None:
    numbers = " ".join(f"w{n:06x}" for n in range(170_000))
    rows = []
    for n, words in enumerate([numbers, "armistice"]):
        article, mentions = told(n, "2025-08-20")
        rows.append((replace(article, title=f"peace{n} {words}"), mentions))
    assert record.add(rows).articles == 2
    for n in range(2):
        assert _numbers(events(record, Filter(text=f"peace{n} visited")).events) == [n]


def test_pages_follow_each_other(news: Record) -> None:
    whole = events(news, limit=1000)
    parts = [events(news, limit=50, offset=start).events for start in range(0, whole.total, 50)]
    assert [e.id for part in parts for e in part] == [e.id for e in whole.events]
    assert {events(news, limit=50, offset=50).total} == {whole.total}


def test_an_event_is_found_by_any_of_its_mentions(news: Record) -> None:
    visit = history(news, _visit(news).id)
    assert visit is not None
    for step in visit.steps:
        found = history(news, step.mention_id)
        assert found == visit
    assert history(news, "nothing") is None
    assert history(news, "") is None


@pytest.mark.parametrize(
    ("wanted", "says"),
    [
        ({"about": "IRN"}, r"write \('IRN',\)"),
        ({"about": ("Iran",)}, "'Iran': write it as 'IRN'"),
        ({"dyad": ("IRN", "XYZ")}, "'XYZ' is no country or code; write it as IRN"),
        ({"sectors": ("FOO",)}, "'FOO' is no sector; one of COP, GOV"),
        ({"modes": ("bomb",)}, "'bomb' is no mode; one of"),
        ({"types": ("TALK",)}, "'TALK' is no type; one of AGREE"),
        ({"types": ("consult",)}, "'consult': write it as 'CONSULT'"),
        ({"types": "CONSULT"}, "types is a tuple"),
    ],
)
def test_a_filter_that_nothing_could_fit_is_refused(wanted: dict[str, Any], says: str) -> None:
    with pytest.raises((TypeError, ValueError), match=says):
        Filter(**wanted)


def test_facets_count_what_a_filter_finds(news: Record) -> None:
    wanted = Filter(about=("KEN",))
    found, listed = facets(news, wanted), events(news, wanted, limit=1000)
    assert sum(found.types.values()) == sum(found.statuses.values()) == listed.total
    assert found.countries["KEN"] == listed.total


def test_a_dyad_tells_weeks_and_who_began(news: Record) -> None:
    found = dyad(news, "PAK", "IRN")
    turned = dyad(news, "IRN", "PAK")
    assert [(w.first, w.second) for w in found.weeks] == [(w.second, w.first) for w in turned.weeks]
    assert all(week.monday.weekday() == 0 for week in found.weeks)
    assert sum(week.cooperation for week in found.weeks) > 3
    only = dyad(news, "IRN", "PAK", since=date(2025, 8, 1), until=date(2025, 8, 10))
    assert {week.monday for week in only.weeks} <= {date(2025, 7, 28), date(2025, 8, 4)}
    pakistan = next(p for p in partners(news, "IRN") if p.code == "PAK")
    assert pakistan.cooperation == sum(week.cooperation for week in found.weeks) + sum(
        1 for h in histories(news, Filter(dyad=("IRN", "PAK")))
        if h.event.status in DONE and h.event.quad_class < 3 and day_of(h.event) is None
    )  # fmt: skip


def test_all_dyads_are_listed_with_what_each_party_has_with_the_other(news: Record) -> None:
    found = pairs(news)
    assert len({(p.first, p.second) for p in found}) == len(found) > 3
    assert all(p.first < p.second for p in found)
    sums = [p.cooperation + p.conflict for p in found]
    assert sums == sorted(sums, reverse=True)
    iran = {p.second if p.first == "IRN" else p.first: p for p in found if "IRN" in (p.first, p.second)}
    assert {p.code: (p.cooperation, p.conflict, p.intensity, p.claimed) for p in partners(news, "IRN")} == {
        code: (p.cooperation, p.conflict, p.intensity, p.claimed) for code, p in iran.items()
    }
    assert pairs(news, most=2) == found[:2]
    assert pairs(news, since=date(1999, 1, 1), until=date(1999, 1, 7)) == ()


def test_of_as_many_sources_deeds_are_told_before_words(news: Record) -> None:
    told = [h.event for h in brief(news, since=date(2025, 7, 1), on=date(2025, 9, 10), most=200).new]
    order = [(-e.sources, e.quad_class in (1, 3), -e.confidence) for e in told]
    assert len(told) > 20
    assert order == sorted(order)


def test_a_party_told_by_its_number_has_all_that_are_told() -> None:
    def claim(low: int, high: int | None = None, counted: str = "killed") -> Claim:
        return Claim(counted, low, high, ("X",), ("m",))  # type: ignore[arg-type]

    cases = [
        ("at least 54 people", (claim(54), claim(71, 71)), "54 to 71 people"),
        ("Four soldiers", (claim(4, 4), claim(6, 6)), "4 to 6 soldiers"),
        ("54 people", (claim(54, 54),), "54 people"),
        ("12 protesters", (claim(30, 30, "injured"), claim(31, 31, "injured")), "12 protesters"),
        ("12 protesters", (claim(12, 12, "arrested"), claim(31, 31, "injured")), "12 protesters"),
        ("Group of 77", (claim(77, 77), claim(80, 80)), "Group of 77"),
        ("villagers", (claim(4, 4), claim(6, 6)), "villagers"),
    ]
    for name, claims, shown in cases:
        assert with_all_numbers(name, claims) == shown


def test_common_words_bear_their_country_where_no_codes_stand() -> None:
    told = [called(name, "EGY") for name in ("foreign ministers", "Foreign ministers", "Hamas", "Hakan Fidan", "Ahmed al-Jolani")]
    assert told == ["foreign ministers (EGY)", "Foreign ministers (EGY)", "Hamas", "Hakan Fidan", "Ahmed al-Jolani"]


def test_a_vague_date_is_counted_in_the_week_of_its_report_or_in_none(record: Record) -> None:
    cases = [
        # date, published, day by whose week it is counted
        ("2025-03-04", "2025-03-20", "2025-03-04"),
        ("2025-03-03/2025-03-09", "2025-03-20", "2025-03-03"),
        ("2025", "2025-03-20", "2025-03-20"),
        ("2025-02", "2025-03-20", None),
        ("2025-02/..", "2025-03-20", "2025-03-20"),
        ("../2025-03-22", "2025-03-20", "2025-03-20"),
        ("../2025-02-22", "2025-03-20", None),
        (None, "2025-03-20", "2025-03-20"),
        (None, None, None),
    ]
    record.add([told(n, day, when=when) for n, (when, day, _) in enumerate(cases)])
    for event in events(record).events:
        *_, wanted = cases[_numbers([event])[0]]
        found = dyad(record, event.actors[0].name, event.recipients[0].name)
        assert day_of(event) == (date.fromisoformat(wanted) if wanted else None), event.when
        assert found.undated == (wanted is None)
        assert len(found.weeks) == (wanted is not None)


def test_background_is_drawn_in_no_week_but_its_own(record: Record) -> None:
    cases = [(None, None), ("1974/..", None), ("1974", None), ("1974-05-18", date(1974, 5, 18))]
    record.add([told(n, "2025-03-20", when=w, background=True) for n, (w, _) in enumerate(cases)])
    for event in events(record, Filter(background=True)).events:
        (number,) = _numbers([event])
        assert day_of(event) == cases[number][1]
        found = dyad(record, event.actors[0].name, event.recipients[0].name)
        assert (len(found.weeks), found.undated) == ((1, 0) if cases[number][1] else (0, 1))


def test_of_an_unknown_outlet_the_article_is_told_and_not_taken_for_one(record: Record) -> None:
    day = "2025-09-03"
    made = [
        replace(told(0, day)[0], source=None, title="Talks held", url="https://a.example/1"),
        replace(told(1, day)[0], source=None, url="https://a.example/1"),
        replace(told(2, day)[0], source=None),
    ]
    size = Magnitudes(size=Magnitude("", 0, 0, 20, None))
    record.add([(article, told(n, day, magnitudes=size)[1]) for n, article in enumerate(made)])
    found = brief(record, on=date(2025, 9, 3), since=date(2025, 9, 3))
    names = {name for h in found.new for name, _ in outlets(h)}
    assert names == {by for h in found.new for claim in h.event.claims for by in claim.sources}
    assert names == {"article “Talks held”", "https://a.example/1", f"untitled article {made[2].id}"}


def test_every_source_that_is_counted_is_named() -> None:
    cases: list[tuple[list[tuple[str, str, str | None]], list[str]]] = [
        # article, the one it is a copy of, outlet; who is named
        ([("copy", "wire", "Paper"), ("own", "own", "Other")], ["Paper", "Other"]),
        ([("a", "wire", "Paper"), ("wire", "wire", "Wire"), ("b", "wire", "Post")], ["Wire"]),
        ([("a", "a", "Paper"), ("b", "b", "Paper"), ("copy", "wire", "Paper")], ["Paper"]),
        ([("a", "a", None), ("b", "b", None)], ["article “Talks held”"] * 2),
    ]
    for rows, names in cases:
        found = history_of(
            Report(replace(told(0, None)[1][0], id=name, article_id=name), of, source, "Talks held",
                   None, date(2025, 7, 1 + n))
            for n, (name, of, source) in enumerate(rows)
        )  # fmt: skip
        assert [name for name, _ in outlets(found)] == names
        assert found.event.sources == len(names)


def test_what_is_told_only_to_be_denied_is_no_bare_deed_in_any_list(record: Record) -> None:
    record.add([told(0, "2025-09-03", certainty="denied"), told(1, "2025-09-03")])
    found = brief(record, on=date(2025, 9, 3), since=date(2025, 9, 3), most=5)
    (denied,), (plain,) = found.disputed, found.new
    for one, mark in ((denied, "● occurred, denied"), (plain, "● occurred ")):
        head = next(event_lines([one.event]))
        assert str(head).startswith(mark)
        assert any(str(part).startswith(mark) for part in history_page(one, date(2025, 9, 3)))
    assert "occurred, denied · " in markdown(found)
    assert sum("● occurred, denied" in str(part) for part in brief_page(found)) == 1


@pytest.mark.parametrize(
    ("certainty", "shown"), [("asserted", ""), ("attributed", "attributed"), ("alleged", "alleged")]
)
def test_lists_and_briefs_say_what_is_only_claimed(record: Record, certainty: str, shown: str) -> None:
    record.add([told(0, "2025-09-03", certainty=certainty)])
    found = brief(record, on=date(2025, 9, 3), since=date(2025, 9, 3), most=5)
    pages = []
    for parts in (event_lines(events(record).events), brief_page(found)):
        console = Console(width=120, file=StringIO(), record=True)
        for part in parts:
            console.print(part)
        pages.append(console.export_text())
    for page in (*pages, markdown(found)):
        assert re.findall(r"asserted|attributed|alleged", page) == ([shown] if shown else [])


def test_lists_and_histories_tell_how_sure_a_reading_is(record: Record) -> None:
    article, (mention,) = told(0, "2025-09-03")
    record.add([(article, [replace(mention, confidence=0.834)])])
    (event,) = events(record).events
    (whole,) = histories(record, Filter())
    console = Console(width=120, file=StringIO(), record=True)
    for part in (*event_lines([event]), *history_page(whole, date(2025, 9, 3))):
        console.print(part)
    shown = console.export_text()
    assert shown.count("sure 83 in 100") == 2  # in the list, and beside the report
    assert "83 in 100, by the surest report of this status" in shown


def test_how_sure_an_event_is_goes_by_the_reports_of_the_status_it_has(record: Record) -> None:
    sure = (("planned", 0.99), ("postponed", 0.84))
    record.add([
        (article, [replace(mention, status=status, confidence=confidence)])
        for n, (status, confidence) in enumerate(sure)
        for article, (mention,) in [told(0, f"2025-09-0{n + 3}")]
    ])  # fmt: skip
    (whole,) = histories(record, Filter())
    assert [step.confidence for step in whole.steps] == [0.99, 0.84]
    console = Console(width=120, file=StringIO(), record=True)
    for part in history_page(whole, date(2025, 9, 5)):
        console.print(part)
    assert "84 in 100, by the surest report of this status" in console.export_text()


def test_a_plan_whose_day_passed_is_overdue_and_never_held(record: Record, sample_news: list[Coded]) -> None:
    record.add([pair for pair in sample_news if str(pair[0].published) < "2025-07-23"])
    before = agenda(record, on=date(2025, 7, 24), about=("PAK",))
    after = agenda(record, on=date(2025, 8, 20), about=("PAK",))
    assert any(e.mode == "visit" and e.status == "planned" for e in before.coming)
    late = [e for e in after.overdue if e.mode == "visit"]
    assert late
    assert all(e.status == "planned" and e.is_overdue(after.on) for e in late)
    assert not after.coming


def test_plans_with_an_open_end_lie_ahead_while_they_can_still_come(record: Record) -> None:
    whens = ["../2025-09-30", "2025-08-25/..", "2025-09-20", "2025-10", None]
    record.add([told(n, "2025-08-20", status="planned", when=when) for n, when in enumerate(whens)])
    cases = [
        # seen on, coming, overdue
        ("2025-08-21", [1, 2, 0, 3], []),
        ("2025-09-30", [0, 3, 1], [2]),
        ("2025-10-01", [3, 1], [0, 2]),
        ("2026-12-01", [], []),
    ]
    for day, coming, overdue in cases:
        on = date.fromisoformat(day)
        found = agenda(record, on=on, overdue_days=90)
        assert (_numbers(found.coming), _numbers(found.overdue)) == (coming, overdue), day
        late = [e for e in events(record).events if e.is_overdue(on)]
        assert set(_numbers(late)) >= set(overdue)
        listed = events(record, Filter(overdue=on)).events
        assert {e.id for e in listed} == {e.id for e in late}
    months = [(8, [1, 0]), (9, [2, 0, 1]), (10, [3, 1]), (7, [])]
    seen = date(2025, 8, 21)
    for month, there in months:
        first = date(2025, month, 1)
        found = diary(record, on=seen, since=first, until=first.replace(day=28))
        assert _numbers(entry.event for entry in found) == there
    entries = calendar(record, Filter(), on=date(2025, 9, 1))
    assert _numbers(h.event for h in entries) == [1, 2, 0, 3]


def test_the_plans_of_a_dyad_are_the_soonest_as_seen_on_a_day(record: Record) -> None:
    days = [f"{year}-{month:02}-01" for year in range(2025, 2031) for month in range(1, 13)]
    made = {f"{int(day[:4]) - 6}{day[4:]}": day for day in days}  # told of six years before
    record.add([told(0, n, status="planned", when=day, event="AID") for n, day in made.items()])
    found = dyad(record, "TCD", "KEN", on=date(2025, 8, 1))
    assert [e.when for e in found.ahead] == days[7:57]
    assert not dyad(record, "TCD", "KEN", on=date(2025, 8, 1), until=date(2025, 7, 1)).ahead


def test_a_dyad_counts_neither_what_is_denied_nor_what_two_do_to_nobody_named(record: Record) -> None:
    day = "2025-09-03"
    together = {"event": "ASSAULT", "mode": None, "quad_class": 4, "intensity": -9.0, "recipients": ()}
    text = "FRA and DEU clashed."
    clashed = {"sentence": Span(text, 0, len(text)), "trigger": Span("clashed", 12, 19)}
    rows = [told(0, day, certainty="denied"), told(0, day, id="plain", when="2025-01-05")]
    pairs = [PAIRS[0], ("FRA", "DEU"), ("PER", "CHL")]
    for number, words in ((PAIRS.index(pairs[1]), {}), (PAIRS.index(pairs[2]), clashed)):
        article, (mention,) = told(number, day)
        both = (*mention.actors, *mention.recipients)
        rows.append((article, [replace(mention, **{**together, **words, "actors": both})]))  # type: ignore[arg-type]
    record.add(rows)
    counts = []
    for one, other in pairs:
        found = dyad(record, one, other)
        counts.append([(week.cooperation, week.conflict) for week in found.weeks])
        assert len(counts[-1]) == len([p for p in partners(record, one) if p.code == other])
    assert counts == [[(1, 0)], [], [(0, 1)]]
    assert len(moves(record, on=date(2025, 9, 5), most=9)) == 2
    assert events(record, Filter(dyad=PAIRS[0])).total == 2


def test_a_dyad_counts_only_who_stands_for_a_country_and_says_what_is_claimed(record: Record) -> None:
    cases = [
        # sectors of the actor, of the recipient, certainty; counted, claimed
        (("GOV",), ("REB",), "asserted", 0, 0), (("PRM",), ("MIL",), "asserted", 0, 0),
        (("GOV",), ("PTY", "OPP"), "asserted", 0, 0), (("GOV", "PRE"), ("GOV",), "asserted", 0, 0),
        (("GOV",), ("JRN",), "asserted", 1, 0), ((), ("GOV",), "attributed", 1, 1),
    ]  # fmt: skip
    for number, (ours, theirs, certainty, _, _) in enumerate(cases):
        article, (mention,) = told(number, "2025-09-03", certainty=certainty)
        (actor, *_), (recipient, *_) = mention.actors, mention.recipients
        sides = {"actors": (replace(actor, sectors=ours),), "recipients": (replace(recipient, sectors=theirs),)}
        record.add([(article, [replace(mention, **sides)])])  # type: ignore[arg-type]
    for number, (*_, counted, claimed) in enumerate(cases):
        one, other = PAIRS[number]
        found = dyad(record, one, other)
        assert sum(week.cooperation for week in found.weeks) == counted, cases[number]
        assert sum(week.claimed for week in found.weeks) == claimed
        assert [p.claimed for p in partners(record, one) if p.code == other] == [claimed] * counted
        assert latest(record, one, other, on=date(2025, 9, 5), most=9).total == 1


def test_a_dyad_counts_no_country_that_is_only_inferred(record: Record) -> None:
    cases = [
        # of each report, whether it infers the actor's country, and its status; inferred, counted
        ([(True, "occurred")], True, 0),
        ([(True, "occurred"), (True, "occurred")], True, 0),
        ([(False, "occurred"), (True, "occurred")], False, 1),
        ([(False, "planned"), (True, "occurred")], False, 1),  # told, though not by who tells the status
    ]  # fmt: skip
    for number, (reports, _, _) in enumerate(cases):
        for day, (inferred, status) in enumerate(reports):
            article, (mention,) = told(number, f"2025-09-0{2 + day}", status=status, when="2025-09-04")
            police = replace(mention.actors[0], sectors=("COP",), country_inferred=inferred)
            record.add([(article, [replace(mention, actors=(police,))])])
    for number, (_, inferred, counted) in enumerate(cases):
        one, other = PAIRS[number]
        (event,) = events(record, Filter(dyad=(one, other))).events  # found all the same
        assert event.actors[0].country_inferred is inferred, cases[number]
        head = str(next(event_lines([event])))
        assert f"{one}{'? ' if inferred else ' '}COP" in head
        assert event_from_dict(event_to_dict(event)) == event
        (row,) = to_arrow([event]).to_pylist()
        assert row["actors"][0]["country_inferred"] is inferred
        found = dyad(record, one, other, on=date(2025, 9, 9))
        assert sum(week.cooperation for week in found.weeks) == counted, cases[number]
        assert len([p for p in partners(record, one) if p.code == other]) == counted


def test_a_name_with_a_country_in_one_report_and_none_in_another_is_one_party() -> None:
    _, (plain,) = told(0, "2025-08-20")
    words = ("ministry", 0, 3)
    home = Entity(*words, "Foreign Ministry", "PER", ("GOV",), "ministry")
    bare = Entity(*words, "Foreign Ministry", None, ("UNK",))
    guessed, abroad, army = (
        replace(home, country_inferred=True), replace(home, country="CHL"), replace(home, sectors=("MIL",))
    )  # fmt: skip
    one, two = [("PER", False)], [(None, False), ("PER", False)]
    cases = [
        (((home,), (bare,)), one),
        (((bare,), (bare,), (home,)), one),  # most tell none
        (((bare,), (replace(bare, name="Interior Ministry"), home)), two),
        (((guessed,), (bare,)), [("PER", True)]),  # which settles no guess
        (((home,), (abroad,), (bare,)), [("CHL", False), (None, False), ("PER", False)]),
        (((home,), (army,), (bare,)), two),  # of two sectors, which stand once
        (((home, bare), (bare,)), two),  # one report tells the two apart
        (((bare,), (bare,)), [(None, False)]),
    ]
    for given, expected in cases:
        reports = [
            Report(replace(plain, id=f"m{n}", article_id=f"a{n}", actors=side), f"a{n}", f"paper {n}", None, None,
                   date(2025, 8, 20))
            for n, side in enumerate(given)
        ]  # fmt: skip
        event = history_of(reports).event
        found = sorted(((p.country, p.country_inferred) for p in event.actors), key=str)
        assert found == sorted(expected, key=str), given


def test_an_event_of_an_older_record_loads_without_the_mark_of_an_inferred_country(news: Record) -> None:
    row = event_to_dict(_visit(news))
    for party in (*row["actors"], *row["recipients"]):
        del party["country_inferred"]
    assert not any(party.country_inferred for party in event_from_dict(row).actors)


def test_a_dyad_is_told_as_it_was_known_on_a_day(record: Record) -> None:
    record.add([
        told(0, "2025-08-01", status="planned", when="2025-08-20"),
        told(0, "2025-08-21", when="2025-08-20"),
        told(0, "2025-08-02", when="2025-07-30", event="AID", mode=None),
        told(0, "2025-09-05", when="2025-07-31", event="ASSAULT", mode=None, quad_class=4),
        told(0, "2025-09-05", status="planned", when="2025-10-05", event="RETREAT", mode=None),
    ])  # fmt: skip
    cases = [
        # seen on, events that took place, plans, told of in all
        ("2025-07-31", 0, 0, 0), ("2025-08-01", 0, 1, 1), ("2025-08-10", 1, 1, 2),
        ("2025-08-21", 2, 0, 2), ("2025-09-05", 3, 1, 4),
    ]  # fmt: skip
    for day, happened, ahead, told_of in cases:
        on = date.fromisoformat(day)
        found = dyad(record, "KEN", "TCD", on=on)
        assert sum(w.cooperation + w.conflict for w in found.weeks) == happened, day
        assert sum(p.cooperation + p.conflict for p in partners(record, "KEN", on=on)) == happened
        assert len(found.ahead) == ahead, day
        assert latest(record, "KEN", "TCD", on=on, most=9).total == told_of, day


def test_a_busy_record_hides_no_dyad_that_moved(record: Record) -> None:
    record.add([told(0, "2025-08-01", intensity=-6.0, quad_class=4), told(0, "2025-07-25", event="AID")])
    event = event_row(events(record, Filter(types=("AID",))).events[0])
    with record.writing() as connection:
        row = {**event, "last_reported": date(2025, 8, 2)}
        rows = [{**row, "id": f"busy{n}", "no": 1000 + n} for n in range(10_001)]
        connection.execute(insert(schema.event), rows)
        sides = {"first": "CHL", "second": "PER", "day": None, "counted": True,
                 "claimed": False, "quad_class": 1, "intensity": 2.0, "initiator": None}  # fmt: skip
        connection.execute(insert(schema.dyad), [{**sides, "event": row["no"]} for row in rows])
    told_of = Move("KEN", "TCD", 0, 1, -6.0, 1, 4.0)
    assert moves(record, on=date(2025, 8, 3), days=7, about=("TCD",)) == (told_of,)
    busy = Move("CHL", "PER", 10_001, 0, 2.0, 0, None)
    assert moves(record, on=date(2025, 8, 3), days=7) == (busy, told_of)


def test_a_plan_told_after_its_day_not_to_have_taken_place_is_negated(record: Record) -> None:
    plan = told(0, "2025-07-20", status="planned", when="2025-07-26")
    negated = told(0, "2025-07-28", status="negated", when="2025-07-26")
    anew = told(0, "2025-07-30", status="planned", when="2025-08-02")
    cases = [
        ([plan, negated], "negated"),
        ([plan, told(0, "2025-07-24", status="negated", when="2025-07-26")], "planned"),
        ([plan, negated, told(0, "2025-07-29", status="planned", when="2025-07-26")], "negated"),
        ([plan, negated, anew], "planned"),
        ([plan, negated, told(0, "2025-07-29", when="2025-07-26")], "occurred"),
    ]
    for number, (texts, status) in enumerate(cases):
        made = [Report(replace(m, id=f"{number}{m.id}"), a.id, a.source, None, None, a.published)
                for a, (m,) in texts]  # fmt: skip
        found = history_of(made)
        assert found.event.status == status, number
        if texts[1] is negated:
            assert found.steps[1].changes == ("status",)
    record.add([plan, negated])
    (event,) = events(record).events
    assert (event.status, event.before, event.changed) == ("negated", "planned", date(2025, 7, 28))
    assert not agenda(record, on=date(2025, 8, 1)).overdue


def test_a_plan_told_before_its_day_not_to_come_is_disputed_until_it_is_settled() -> None:
    def plan(day: int, status: str, when: str | None = "2025-07-26", **fields: object) -> Coded:
        return told(0, f"2025-07-{day}", status=status, when=when, **fields)

    cases = [
        # what is told after the plan; status, whether it is disputed, what the last report brought
        ([plan(21, "negated")], "planned", True, ("disputed",)),
        ([plan(21, "negated", None)], "planned", True, ("disputed",)),
        ([plan(21, "negated"), plan(22, "negated")], "planned", True, ()),
        ([plan(21, "negated"), plan(22, "planned")], "planned", True, ()),
        ([plan(21, "negated", None, background=True)], "planned", False, ()),
        ([plan(21, "negated"), plan(22, "cancelled")], "cancelled", False, ("status",)),
        ([plan(21, "negated"), plan(27, "occurred")], "occurred", False, ("status",)),
        ([plan(21, "negated"), plan(28, "negated")], "negated", False, ("status",)),
        ([plan(21, "planned", certainty="denied"), plan(22, "cancelled")], "cancelled", True, ("status",)),
    ]
    for texts, *wanted in cases:
        found = history_of(Report(m, a.id, a.source, None, None, a.published)
                           for a, (m,) in [plan(20, "planned"), *texts])  # fmt: skip
        assert [found.event.status, found.event.disputed, found.steps[-1].changes] == wanted


def test_a_plan_that_a_party_says_will_not_come_is_negated_before_its_day() -> None:
    def tells(day: int, status: str, by: str | None, when: str | None = "2025-07-26") -> Coded:
        speaker = (Speaker("ministry", 0, 0, "ministry", by, ("GOV",)),) if by else ()
        voice = {"certainty": "attributed", "attribution": speaker} if by else {}
        return told(0, f"2025-07-{day}", status=status, when=when, id=f"{day}{status}{by}", **voice)

    plan = tells(10, "planned", None)
    cases = [
        # who says so, and of which day; status, the one before, whether it is disputed
        ([tells(12, "negated", "KEN")], "negated", "planned", False),
        ([tells(12, "negated", "TCD", None)], "negated", "planned", False),
        ([tells(12, "negated", "TCD", "2025-07-21/2025-07-27")], "negated", "planned", False),
        ([tells(12, "negated", "KEN", "2025-07-14")], "planned", None, True),  # of another day
        ([tells(12, "negated", "PER")], "planned", None, True),  # no party to it
        ([tells(12, "negated", None)], "planned", None, True),
        ([tells(12, "negated", "KEN"), tells(14, "planned", "KEN")], "negated", "planned", False),
        ([tells(12, "negated", "KEN"), tells(14, "planned", "KEN", "2025-08-02")], "planned", "negated", False),
        ([tells(12, "negated", "KEN"), tells(27, "occurred", None)], "occurred", "negated", False),
    ]  # fmt: skip
    for number, (texts, *wanted) in enumerate(cases):
        event = history_of(Report(m, a.id, a.source, None, None, a.published)
                           for a, (m,) in [plan, *texts]).event  # fmt: skip
        assert [event.status, event.before, event.disputed] == wanted, number


@pytest.mark.parametrize(
    ("published", "dated", "when"),
    [
        ("2025-07-26", None, "2025-07-26"),
        ("2025-07-30", None, "2025-07-26"),
        ("2025-07-31", None, None),  # held later than planned, nobody knows when
        ("2025-08-19", None, None),
        ("2025-07-22", None, None),  # and what is reported before that day was not held on it
        ("2025-08-19", "2025-08-17", "2025-08-17"),
    ],
)
def test_what_is_told_without_a_day_has_the_plans_only_near_it(
    published: str, dated: str | None, when: str | None
) -> None:
    plan = told(0, "2025-07-10", status="planned", when="2025-07-26")
    event = history_of(
        Report(m, a.id, a.source, None, None, a.published)
        for a, (m,) in [plan, told(0, published, when=dated)]
    ).event
    assert (event.status, event.when) == ("occurred", when)
    assert (event.first_day is None) == (when is None)


def test_what_is_over_keeps_the_day_on_which_it_began() -> None:
    begun = told(0, "2025-07-10", status="ongoing", when="2025-07-10")
    event = history_of(
        Report(m, a.id, a.source, None, None, a.published)
        for a, (m,) in [begun, told(0, "2025-07-30", status="occurred", when=None)]
    ).event
    assert (event.status, event.when) == ("occurred", "2025-07-10")


def test_who_calls_a_plan_off_alone_leaves_the_others_its_parties() -> None:
    words = ("somebody", 0, 3)
    guest = Entity(*words, "Ana Silva", "PER", ("GOV",), "President")
    host, third = replace(guest, name="Luis Rojas", country="CHL"), replace(guest, name="Iván Paz", country="BOL")
    office, state = (
        replace(guest, name="Peru's president"), replace(host, name="Chile", office=None)
    )  # fmt: skip

    def parties(*given: tuple[str, tuple[Entity, ...]]) -> list[str]:
        reports = []
        for n, (status, side) in enumerate(given):
            _, (plain,) = told(0, f"2025-08-{20 + n}", status=status, when="2025-08-28")
            made = replace(plain, id=f"m{n}", article_id=f"a{n}", actors=side, recipients=(), mode=None)
            reports.append(Report(made, f"a{n}", f"paper {n}", None, None, date(2025, 8, 20 + n)))
        return sorted(p.name for p in history_of(reports).event.actors)

    both = ["Ana Silva", "Luis Rojas"]
    assert parties(("planned", (guest, host)), ("cancelled", (office,))) == both
    assert parties(("planned", (guest, host)), ("cancelled", (office, state))) == both
    assert parties(("planned", (guest, host)), ("occurred", (state,))) == both
    # who met is told when they met
    assert parties(("planned", (guest, host, third)), ("occurred", (guest, host))) == both
    # one report of many that names somebody else is a slip
    slip = [("planned", (guest, host))] * 5 + [("planned", (third,)), ("cancelled", (guest,))]
    assert parties(*slip) == both


def test_a_denied_cancellation_cancels_nothing() -> None:
    def tells(day: int, status: str, by: str | None = None, *, code: str | None = None, **fields: object) -> Coded:
        speaker = (Speaker(by, 0, 0, by, code, ("GOV",) if code else ("UNK",)),) if by else ()
        voice = {"certainty": "attributed", "attribution": speaker} if by else {}
        fields = {"when": "2025-07-26", **voice, **fields}
        return told(0, f"2025-07-{day}", status=status, id=f"{day}{status}{by}", **fields)

    plan, gone = tells(10, "planned", "presidency", code="KEN"), tells(26, "occurred")
    rumour, printed = tells(12, "cancelled", "a source"), tells(12, "cancelled")
    word = tells(12, "cancelled", "foreign ministry", code="KEN")
    denial = tells(14, "cancelled", certainty="denied", when=None)
    retold = tells(14, "cancelled", "the tabloid", when=None)
    cases = [
        # what is told; status, the one before, whether it is disputed
        ([plan, rumour], "cancelled", "planned", False),
        ([plan, rumour, denial], "planned", None, True),
        ([plan, printed, denial], "planned", None, True),
        ([plan, word, denial], "cancelled", "planned", True),
        ([plan, denial], "planned", None, False),
        ([plan, denial, retold], "planned", None, True),
        ([plan, retold, denial], "planned", None, True),
        ([plan, rumour, denial, tells(15, "cancelled", "analysts")], "planned", None, True),
        ([plan, rumour, denial, tells(15, "cancelled", "spokesman", code="TCD")], "cancelled", "planned", True),
        ([plan, rumour, tells(15, "planned", "presidency", code="KEN")], "planned", None, True),
        ([plan, printed, tells(15, "planned", "presidency", code="KEN")], "cancelled", "planned", False),
        ([plan, rumour, tells(15, "planned", "analysts")], "cancelled", "planned", False),
        ([plan, rumour, denial, gone], "occurred", "planned", False),
        ([plan, denial, gone], "occurred", "planned", False),
        ([plan, gone, tells(27, "cancelled", certainty="denied")], "occurred", "planned", False),
        ([plan, gone, tells(27, "occurred", certainty="denied")], "occurred", "planned", True),
        ([plan, tells(20, "postponed", when="2025-07-30"), denial], "postponed", "planned", True),
    ]  # fmt: skip
    for number, (texts, *wanted) in enumerate(cases):
        event = history_of(Report(m, a.id, a.source, None, None, a.published)
                           for a, (m,) in texts).event  # fmt: skip
        assert [event.status, event.before, event.disputed] == wanted, number


def test_a_denied_cancellation_is_disputed_in_a_brief_and_lies_ahead(record: Record) -> None:
    hearsay = {"certainty": "attributed", "attribution": (Speaker("a source", 0, 0, "a source", None, ()),)}
    record.add([
        told(0, "2025-07-10", status="planned", when="2025-07-26"),
        told(0, "2025-07-12", status="cancelled", **hearsay),
        told(0, "2025-07-14", status="cancelled", certainty="denied"),
    ])  # fmt: skip
    on = date(2025, 7, 14)
    page = brief(record, on=on, since=date(2025, 7, 13))
    assert [len(page.changed), len(page.disputed)] == [0, 1]
    assert _numbers(agenda(record, on=on).coming) == [0]
    assert not _numbers(agenda(record, on=date(2025, 7, 13)).coming)


def test_a_vaguer_word_for_a_date_adds_nothing() -> None:
    def tells(day: int, edtf: str, words: str, **fields: object) -> Coded:
        article, (mention,) = told(0, f"2026-11-{day:02}", id=f"{day}{edtf}{words}", **fields)
        return article, [replace(mention, when=When(words, 0, len(words), edtf, "relative"))]

    exact, week = (4, "2026-11-04", "Wednesday"), ("2026-11-02/2026-11-08", "last week")
    days, month = (4, "2026-11-20/2026-11-21", "20-21 November"), ("2026-11", "this month")
    cases = [
        # the dates told, whether of a plan; the event's, and what each report brought
        ([exact, (10, *week), (11, *week)], "occurred", "2026-11-04", [True, False, False]),
        ([(10, *week), (11, "2026-11-04", "4 November")], "occurred", "2026-11-04", [True, False]),
        ([exact, (9, "2026-11-02/2026-11-08", "2 to 8 November")], "occurred", week[0], [True, False]),
        ([days, (5, *month), (6, *days[1:])], "planned", days[1], [True, False, False]),
        ([(3, *month), days], "planned", days[1], [True, True]),
        ([days, (5, "2026-12", "December")], "planned", "2026-12", [True, True]),
    ]  # fmt: skip
    for told_dates, status, when, news in cases:
        made = [tells(*one, status=status) for one in told_dates]
        found = history_of(
            Report(replace(m, id=f"{number}{m.id}"), a.id, a.source, None, None, a.published)
            for number, (a, (m,)) in enumerate(made)
        )
        assert found.event.when == when
        assert [bool(step.changes) for step in found.steps] == news


def test_what_is_told_to_begin_keeps_the_end_that_was_told_before() -> None:
    def tells(day: int, edtf: str, words: str, status: str) -> Report:
        article, (mention,) = told(0, f"2026-11-{day:02}", id=f"{day}{words}", status=status)
        when = When(words, 0, len(words), edtf, "relative")
        return Report(replace(mention, when=when), article.id, None, None, None, article.published)

    held = tells(4, "2026-11-04", "on Wednesday", "occurred")
    cases = [
        (tells(1, "2026-11-04/2026-11-05", "4 and 5 November", "planned"), "2026-11-04/2026-11-05"),
        (tells(1, "2026-11-04/2026-11-05", "Wednesday and Thursday", "planned"), "2026-11-04/2026-11-05"),
        (tells(1, "2026-11-04/2026-12-03", "a 30-day truce from Wednesday", "planned"), "2026-11-04/2026-12-03"),
        (tells(5, "2026-11-04/2026-11-10", "a week-long curfew on Wednesday", "occurred"), "2026-11-04/2026-11-10"),
        (tells(1, "2026-11-03/2026-11-08", "later this week", "planned"), "2026-11-04"),
        (tells(1, "2026-11-02/2026-11-08", "the week of 2 November", "planned"), "2026-11-04"),
        (tells(1, "2026-11", "November 2026", "planned"), "2026-11-04"),
        (tells(1, "2026-11-02/2026-11-03", "2 and 3 November", "planned"), "2026-11-04"),
    ]  # fmt: skip
    for other, when in cases:
        assert history_of([held, other]).event.when == when, other.mention.when


def test_a_copy_of_an_old_text_sets_no_date_anew() -> None:
    first = told(0, "2025-07-10", status="planned", when="2025-07-26")
    moved = told(0, "2025-07-12", status="planned", when="2025-07-30")
    copy = told(0, "2025-07-14", status="planned", when="2025-07-26")
    made = [Report(m, "text" if a is not moved[0] else a.id, a.source, None, None, a.published)
            for a, (m,) in (first, moved, copy)]  # fmt: skip
    found = history_of(made)
    assert (found.event.when, found.steps[-1].changes) == ("2025-07-30", ())


def test_what_has_no_day_comes_last_in_every_list(record: Record) -> None:
    days = ["2025-08-20", None, "2025-08-22", "2025-08-21"]
    record.add([told(n, day) for n, day in enumerate(days)])
    for sort in get_args(Sort):
        assert _numbers(events(record, sort=sort).events) == [2, 3, 0, 1], sort
    assert _numbers(h.event for h in histories(record)) == [1, 0, 3, 2]
    assert facets(record).types == {"CONSULT": 4}


def test_a_list_by_day_shows_the_day_by_which_each_event_stands_in_it(record: Record) -> None:
    record.add([
        told(0, "2025-08-21"), told(1, "2025-08-25", when="../2025-08-24"),
        told(2, "2025-08-29", when="2025-08-20"), told(3, None), told(4, "2025-08-23", when="2025-08-22"),
    ])  # fmt: skip
    listed = events(record, sort="day").events
    assert _numbers(listed) == [1, 4, 0, 2, 3]
    lines = [str(part.renderable) for part in event_lines(listed) if hasattr(part, "renderable")][::2]
    days = [re.findall(r"report(?:ed| without).*", line) for line in lines]
    assert days == [[], [], ["reported 2025-08-21"], [], ["report without a date"]]


def test_open_dates_are_found_by_day(record: Record) -> None:
    whens = ["2025-04/..", "../2025-09-30", "2025-07-01", None]
    record.add([told(n, "2025-08-20", when=when) for n, when in enumerate(whens)])
    cases = [
        (Filter(since=date(2025, 9, 1)), {0, 1}),
        (Filter(since=date(2025, 10, 1)), {0}),
        (Filter(until=date(2025, 9, 20)), {0, 1, 2, 3}),
        (Filter(until=date(2025, 3, 1)), {1}),
        (Filter(since=date(2025, 8, 20), until=date(2025, 8, 20)), {0, 1, 3}),
    ]
    for wanted, there in cases:
        assert set(_numbers(events(record, wanted).events)) == there, wanted


def test_the_brief_tells_what_is_new_changed_and_coming(news: Record) -> None:
    told = brief(news, since=date(2025, 7, 23), on=date(2025, 8, 5), about=("IRN",))
    changed = {h.event.id: h for h in told.changed}
    assert _visit(news).id in changed
    assert len(outlets(changed[_visit(news).id])) == _visit(news).sources
    assert all(section.events for section in sections(told))
    empty = brief(news, since=date(1999, 1, 1), on=date(1999, 1, 7))
    assert sections(empty) == ()


@pytest.mark.parametrize("about", [(), ("IRN",), ("COD", "BLR")])
def test_a_day_is_told_by_a_full_record_as_by_one_that_ends_there(
    news: Record, sample_news: list[Coded], tmp_path: Path, about: tuple[str, ...]
) -> None:
    for day in map(date.fromisoformat, ("2025-07-18", "2025-07-25", "2025-08-02", "2025-08-21")):
        early = [pair for pair in sample_news if pair[0].published and pair[0].published <= day]
        with Record.open(tmp_path / f"{day}.db", create=True) as ended:
            ended.add(early)
            for most in (2, 12):
                asked = {"on": day, "since": day - timedelta(days=6), "about": about, "most": most}
                assert brief(news, **asked) == brief(ended, **asked)
            assert agenda(news, on=day, about=about) == agenda(ended, on=day, about=about)
            month = {"on": day, "since": day, "until": day + timedelta(days=30), "about": about}
            assert diary(news, **month) == diary(ended, **month)
            for days in (1, 7, 30):
                moved = {"on": day, "days": days, "about": about}
                assert moves(news, **moved) == moves(ended, **moved)


def test_what_came_later_is_not_known_on_a_day(news: Record) -> None:
    (visit,) = (h for h in brief(news, on=date(2025, 7, 25), since=date(2025, 7, 20)).changed
                if h.event.id == _visit(news).id)  # fmt: skip
    assert (visit.event.status, visit.event.when) == ("postponed", "2025-07-26/2025-07-27")
    assert max(step.published for step in visit.steps if step.published) <= date(2025, 7, 25)


def test_a_denial_alone_makes_nothing_happen() -> None:
    denial: dict[str, object] = {"certainty": "denied", "confidence": 0.8, "when": "2025-06-30"}
    cases: list[tuple[dict[str, object], tuple[str, str, str | None, float]]] = [
        # told besides the denial; status, certainty, date and confidence of the event
        ({"status": "possible", "when": "2025-07-20"}, ("possible", "asserted", "2025-07-20", 0.9)),
        ({"status": "planned", "when": "2025-07-20"}, ("planned", "asserted", "2025-07-20", 0.9)),
        ({"status": "negated"}, ("negated", "asserted", None, 0.9)),
        ({"status": "possible", "background": True}, ("occurred", "denied", "2025-06-30", 0.8)),
        ({"certainty": "attributed"}, ("occurred", "attributed", None, 0.9)),
        ({"certainty": "denied"}, ("occurred", "denied", "2025-06-30", 0.9)),
    ]
    for fields, wanted in cases:
        texts = [told(0, "2025-07-01", **denial, id="denial"), told(0, "2025-07-02", **fields)]
        event = history_of(Report(m, a.id, a.source, None, None, a.published)
                           for a, (m,) in texts).event  # fmt: skip
        assert (event.status, event.certainty, event.when, event.confidence) == wanted
        assert (event.disputed, event.before) == (True, None)
        assert event.changed == (None if event.status == "occurred" else date(2025, 7, 2))


def test_a_plan_whose_end_an_undated_report_tells_was_ahead_before(record: Record) -> None:
    plan = [told(0, day, status="planned", when="2025-07-20") for day in ("2025-07-01", "2025-07-10")]
    record.add([*plan, told(0, None, when="2025-07-20")])
    (event,) = events(record).events
    assert (event.status, event.changed) == ("occurred", date(2025, 7, 10))
    on = date(2025, 7, 9)
    assert _numbers(agenda(record, on=on).coming) == [0]
    (entry,) = diary(record, on=on, since=on, until=date(2025, 7, 31))
    assert entry.event.status == "planned"
    (seen,) = brief(record, on=on, since=date(2025, 7, 3)).coming
    assert (seen.event.status, len(seen.steps)) == ("planned", 1)


def test_what_was_planned_stays_on_its_day_whatever_became_of_it(record: Record) -> None:
    def plan(number: int, **fields: object) -> Coded:
        return told(number, "2025-07-01", status="planned", when="2025-07-15", **fields)

    record.add([
        *(plan(number) for number in range(5)),
        told(1, "2025-07-16", when="2025-07-15"),  # held
        told(2, "2025-07-10", status="cancelled", when="2025-07-15"),
        told(3, "2025-07-10", status="planned", when="2025-08-05"),  # moved
        told(4, "2025-07-10", status="postponed", when="2025-07-15"),
        told(5, "2025-07-01", status="planned", when="2025-07"),
        told(5, "2025-07-10", status="planned", when="2025-07-20"),  # told more closely
        told(6, "2025-07-16", when="2025-07-15"),  # never planned
    ])  # fmt: skip
    month = {"since": date(2025, 7, 1), "until": date(2025, 7, 31)}

    def seen(on: date) -> list[tuple[int, str, str, bool]]:
        return [
            (*_numbers([e.event]), e.event.status, f"{e.first_day}/{e.last_day}", e.moved)
            for e in sorted(diary(record, on=on, **month), key=lambda e: _numbers([e.event]))
        ]

    day = "2025-07-15/2025-07-15"
    assert seen(date(2025, 8, 20)) == [
        (0, "planned", day, False), (1, "occurred", day, False), (2, "cancelled", day, False),
        (3, "planned", day, True), (4, "postponed", day, False),
        (5, "planned", "2025-07-20/2025-07-20", False),
    ]  # fmt: skip
    before = [(number, "planned", day, False) for number in range(5)]
    assert seen(date(2025, 7, 2)) == [*before, (5, "planned", "2025-07-01/2025-07-31", False)]
    august = diary(record, on=date(2025, 8, 20), since=date(2025, 8, 1), until=date(2025, 8, 9))
    assert [(e.moved, *_numbers([e.event])) for e in august] == [(False, 3)]
    assert diary(record, on=date(2025, 8, 20), **month, about=("JPN",)) == ()


def test_a_brief_says_how_much_more_there_is(record: Record) -> None:
    record.add([told(n, "2025-09-03") for n in range(5)])
    asked = {"on": date(2025, 9, 7), "since": date(2025, 9, 1)}
    found = brief(record, **asked, most=2)
    assert (len(found.new), found.more("new"), found.more("coming")) == (2, 3, 0)
    assert "and 3 more" in markdown(found)
    assert "and 3 more" in html(found)
    lines = [str(part) for part in brief_page(found)]
    assert any(line.startswith("and 3 more") for line in lines)
    assert brief(record, **asked, most=5).more("new") == 0


def test_each_thing_is_told_once_in_a_brief(record: Record) -> None:
    news: list[tuple[str, str, str | None]] = [
        ("2025-09-03", "occurred", None),  # 0, new
        ("2025-09-03", "planned", "2025-09-10"),  # 1, a new plan
        ("2025-09-03", "possible", None),  # 2, no news
        ("2025-08-20", "planned", "2025-09-01/2025-09-07"),  # 3, for this week
        ("2025-08-20", "planned", "2025-09-05"),  # 4, postponed below
        ("2025-09-02", "occurred", None),  # 5, denied below
        ("2025-08-20", "planned", "2025"),  # 6, some time in the year
        ("2025-08-20", "planned", "2025-09-02"),  # 7, overdue
        ("2025-09-03", "planned", "2025-09-12"),  # 8, held later
        ("2025-09-09", "planned", "2025-09-13"),  # 9, not known yet
    ]
    rows = [told(n, day, status=status, when=when) for n, (day, status, when) in enumerate(news)]
    rows.append(told(4, "2025-09-04", status="postponed", when="2025-09-05"))
    rows.append(told(5, "2025-09-04", certainty="denied", id="denial"))
    rows.append(told(8, "2025-09-12", when="2025-09-12"))
    record.add(rows)
    found = brief(record, since=date(2025, 9, 1), on=date(2025, 9, 4))
    sorted_out = {
        part.name: _numbers(h.event for h in part.events) for part in sections(found)
    }
    sorted_out["New"].sort()
    assert sorted_out == {"New": [0, 1, 8], "Changed": [4], "Disputed": [5], "Coming": [3, 6]}


# What readers put right


def test_a_correction_changes_the_event_and_keeps_what_the_machine_said(news: Record) -> None:
    found = next(h for h in histories(news) if h.event.mentions == 1 and h.event.status == "occurred")
    name = found.steps[0].mention_id
    after = submit(news, name, reviewer="ana", verdict="corrected", changes={"status": "planned"})
    now = history(news, str(after))
    assert now is not None
    assert now.event.status == "planned"
    told = both(news, name)
    assert told is not None
    assert (told[0].status, told[1].status) == ("occurred", "planned")
    submit(news, name, reviewer="ana", verdict="accepted")
    back = both(news, name)
    assert back is not None
    assert back[0] == back[1]
    assert [r.verdict for r in reviews_of(news, name)] == ["corrected", "accepted"]


def test_places_numbers_and_speakers_can_be_put_right(news: Record) -> None:
    found = next(h for h in histories(news) if h.event.mentions == 1 and h.event.status == "occurred")
    name = found.steps[0].mention_id
    changes = {
        "where": [{"name": "Lahore", "country": "PAK"}],
        "magnitudes": {"killed": {"low": 3, "high": 5}, "injured": {"low": 7, "high": None}},
        "attribution": [{"name": "Rescue Service of Lahore", "country": "PAK", "sectors": ["GOV"]}],
    }
    before = both(news, name)
    after = submit(news, name, reviewer="ana", verdict="corrected", changes=changes)
    now = history(news, str(after))
    assert now is not None
    place = now.event.where
    assert place is not None
    assert (place.name, place.country, place.precision) == ("Lahore", "PAK", "city")
    assert place.lat == pytest.approx(31.55, abs=0.1)
    claims = {(c.counted, c.low, c.high, c.sources) for c in now.event.claims}
    voice = ("Rescue Service of Lahore",)
    assert claims == {("killed", 3, 5, voice), ("injured", 7, None, voice)}
    told = both(news, name)
    assert told is not None
    assert before is not None
    assert told[0] == before[0]
    # The article has no such words: they stand nowhere in it.
    assert {span.text for span in (*told[1].where, *told[1].attribution)} == {""}
    submit(news, name, reviewer="ana", verdict="accepted")
    back = history(news, name)
    assert back is not None
    assert back.event == found.event


def test_words_given_for_places_and_speakers_are_training_data(news: Record) -> None:
    kept = filed(news, "meridian-2025-07-24-visit-postponed")
    assert kept is not None
    first = kept.mentions[0]
    one, *_, other = [word for word in first.sentence.text.split() if word.isalpha()]
    changes = {
        "where": [{"name": "Lahore", "country": "PAK", "text": one}, {"name": "Utrecht"}],
        "attribution": [{"name": "Nobody", "text": other}],
    }
    for mention in kept.mentions:
        submit(news, mention.id, reviewer="ana", verdict="accepted")
    submit(news, first.id, reviewer="ana", verdict="corrected", changes=changes)
    told = both(news, first.id)
    assert told is not None
    for span in (*told[1].where, *told[1].attribution):
        assert kept.article.text[span.start : span.end] == span.text
    name = f"{kept.article.id}-{first.sentence.start}"
    (row,) = [row for row in corpus_rows(news) if row["id"] == name]
    event = next(e for e in row["events"] if e.get("places"))
    assert [words.partition("#")[0] for words in event["places"]] == [one]
    assert [words.partition("#")[0] for words in event["attribution"]] == [other]
    assert parse(row).text in kept.article.text


def test_a_place_that_stays_keeps_what_the_machine_found(news: Record) -> None:
    wanted = Filter(background=True)
    name = next(s.mention_id for h in histories(news, wanted) for s in h.steps if s.where)
    told = both(news, name)
    assert told is not None
    held = told[0].where[0]
    rows = [{"name": "Zzyx Heights"}, {"name": held.name, "country": held.country}]
    submit(news, name, reviewer="ana", verdict="corrected", changes={"where": rows})
    now = both(news, name)
    assert now is not None
    assert now[1].where[1] == held
    assert (now[1].where[0].name, now[1].where[0].lat) == ("Zzyx Heights", None)


def test_a_rejected_mention_leaves_its_event_and_can_come_back(news: Record) -> None:
    before = _state(news)
    visit = history(news, _visit(news).id)
    assert visit is not None
    for step in (visit.steps[0], visit.steps[5]):
        assert submit(news, step.mention_id, reviewer="ana", verdict="rejected") is None
    left = [h for h in histories(news) for s in h.steps if s.mention_id == visit.steps[0].mention_id]
    assert not left
    rejected = _state(news)
    relink(news)
    assert _state(news) == rejected
    for step in (visit.steps[0], visit.steps[5]):
        submit(news, step.mention_id, reviewer="ana", verdict="accepted")
    assert _state(news) == before


def test_the_id_of_a_rejected_mention_leads_to_where_its_event_lives_on(record: Record) -> None:
    def leads(name: str) -> str | None:
        found = history(record, name)
        return found.event.id if found else None

    days = {"first": ("2025-07-01", "planned"), "second": ("2025-07-10", "postponed"),
            "third": ("2025-07-16", "occurred")}  # fmt: skip
    record.add([told(0, day, id=name, status=status, when="2025-07-15")
                for name, (day, status) in days.items()])  # fmt: skip
    record.add([told(1, "2025-07-01", id="alone")])
    submit(record, "first-m", reviewer="ana", verdict="rejected")
    assert leads("first-m") == "second-m"
    submit(record, "second-m", reviewer="ana", verdict="rejected")
    assert (leads("first-m"), leads("second-m"), leads("first")) == ("third-m",) * 3
    relink(record)
    assert (leads("first-m"), leads("second-m")) == ("third-m", "third-m")
    submit(record, "alone-m", reviewer="ana", verdict="rejected")
    assert leads("alone-m") is None
    submit(record, "first-m", reviewer="ana", verdict="accepted")
    submit(record, "second-m", reviewer="ana", verdict="accepted")
    assert [leads(f"{name}-m") for name in days] == ["first-m"] * 3
    assert len(_state(record)) == 1


def test_an_article_without_a_date_gets_it_and_keeps_what_readers_said(record: Record) -> None:
    undated, (seen,) = told(0, None, id="a", when="XXXX-07-15", status="planned")
    rest = [replace(seen, id=f"a-{n}", trigger=Span("visited", 4 + n, 11)) for n in (1, 2, 3)]
    record.add([(undated, [seen, *rest]), told(0, "2025-07-20", id="b", when="2025-07-15")])
    submit(record, "a-m", reviewer="ana", verdict="corrected", changes={"certainty": "alleged"})
    submit(record, "a-1", reviewer="ana", verdict="rejected")
    dated = undated.dated(date(2025, 7, 1))
    when = When("", 0, 0, "2025-07-15", "relative")
    anew = [replace(m, when=when) for m in (seen, *rest[:2])]
    anew += [replace(anew[0], id="beside"), replace(anew[0], id="new", trigger=Span("town", 16, 20))]
    assert lacks_date(record, dated)
    assert not lacks_date(record, undated)
    assert not lacks_date(record, replace(dated, text="Another text."))
    assert give_date(record, dated, anew) == Dated(mentions=2, kept=2)
    assert not lacks_date(record, dated)
    assert give_date(record, dated.dated(date(2025, 7, 9)), anew) is None
    kept = filed(record, "a")
    assert kept is not None
    assert kept.article.published == date(2025, 7, 1)
    told_of = {m.id: (m.when.edtf if m.when else None, m.certainty) for m in kept.mentions}
    assert told_of == {
        "a-m": ("XXXX-07-15", "alleged"), "a-1": ("XXXX-07-15", "asserted"),
        "a-2": ("2025-07-15", "asserted"), "new": ("2025-07-15", "asserted"),
    }  # fmt: skip
    assert [review.verdict for review in reviews_of(record, "a-m")] == ["corrected"]
    assert all((event is None) == (m.id == "a-1") for m, event in zip(kept.mentions, kept.events, strict=True))
    assert events(record, Filter(text="TCD")).total == len(_state(record))
    before = _state(record)
    assert before[0].event.first_reported == date(2025, 7, 1)
    relink(record)
    assert _state(record) == before


def test_a_copy_that_gets_the_earliest_day_is_the_report(record: Record) -> None:
    words = " ".join(f"Sentence {n} of the agency tells of the road to town {n}." for n in range(40))
    pairs = []
    for name, day in (("late", "2025-07-20"), ("copy", None)):
        article, (mention,) = told(0, day, id=name)
        pairs.append((replace(article, text=f"{article.text} {words}", source="Agency"), [mention]))
    record.add(pairs)
    assert {a.id: a.report_id for a in articles(record).articles} == {"late": "late", "copy": "late"}
    assert [a.id for a in articles(record, dated=False).articles] == ["copy"]
    copy, told_of = pairs[1]
    give_date(record, copy.dated(date(2025, 7, 1)), told_of)
    assert {a.report_id for a in articles(record).articles} == {"copy"}
    assert articles(record, dated=False).total == 0
    remove(record, "copy")
    assert {a.id: a.report_id for a in articles(record).articles} == {"late": "late"}
    (found,) = _state(record)
    assert [step.report_id for step in found.steps] == ["late"]


def test_a_removed_article_leaves_the_record_as_if_it_had_never_come(
    address: str, record: Record, sample_news: list[Coded], tmp_path: Path
) -> None:
    gone = "meridian-2025-07-24-visit-postponed"
    record.add(sample_news)
    with Record.open(tmp_path / "without.db", create=True) as without:
        without.add([pair for pair in sample_news if pair[0].id != gone])
        kept = filed(record, gone)
        assert kept is not None
        submit(record, kept.mentions[0].id, reviewer="ana", verdict="accepted")
        with pytest.raises(RecordError, match="readers have reviewed"):
            remove(record, gone)
        assert remove(record, gone, reviewed=True) == Removed(len(kept.mentions), 1)
        assert filed(record, gone) is None
        assert _state(record) == _state(without)
        words = Filter(text=kept.mentions[0].trigger.text, background=True)
        assert events(record, words).total == events(without, words).total
    with pytest.raises(RecordError, match="has no article"):
        remove(record, gone)


def test_a_backup_has_what_was_written_last_and_overwrites_nothing(
    record: Record, tmp_path: Path
) -> None:
    record.add([told(0, "2025-07-20", id="a")])
    submit(record, "a-m", reviewer="ana", verdict="accepted", note="seen")
    copy = tmp_path / "copy.db"
    if record.dialect != "sqlite":
        with pytest.raises(RecordError, match="pg_dump"):
            backup(record, copy)
        assert not copy.exists()
        return
    backup(record, copy)
    with Record.open(copy) as kept:
        assert [review.note for review in reviews_of(kept, "a-m")] == ["seen"]
        assert _state(kept) == _state(record)
    for target, says in ((copy, "is there already"), (tmp_path / "no" / "copy.db", "cannot be")):
        with pytest.raises(RecordError, match=says):
            backup(record, target)


def test_corrected_records_relink_to_themselves(news: Record) -> None:
    rng = random.Random(5)
    names = sorted(s.mention_id for h in _state(news) for s in h.steps)
    for name in rng.sample(names, 12):
        change = rng.choice(
            [
                {"event": "CONSULT", "mode": "visit"},
                {"status": "cancelled"},
                {"actors": [{"name": "Iran", "country": "IRN", "sectors": ["GOV"]}]},
                {"when": "2025-08-02"},
                {"where": [{"name": "Lahore", "country": "PAK"}]},
                {"magnitudes": {"killed": {"low": 3, "high": 5}}},
                {"attribution": [{"name": "Iran", "country": "IRN", "sectors": ["GOV"]}]},
            ]
        )
        submit(news, name, reviewer="bo", verdict="corrected", changes=change)
    before = _state(news)
    relink(news)
    assert _state(news) == before


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"event": "DANCE"}, "no event type"),
        ({"event": "AGREE", "mode": "visit"}, "no mode"),
        ({"status": "maybe"}, "one of occurred"),
        ({"when": "tomorrow"}, "EDTF"),
        ({"when": "2025-02-31"}, "no date that there is"),
        ({"when": "2025-08-10/2025-08-01"}, "no date that there is"),
        ({"when": "XXXX-99-99"}, "no date that there is"),
        ({"when": "XXXX-02-30/2025"}, "no date that there is"),
        ({"when": "2025-08-10/2025-13-45"}, "no date that there is"),
        ({"when": "XXXX%%%"}, "EDTF"),
        ({"when": "XXXX"}, "EDTF"),
        ({"when": "../.."}, "EDTF"),
        ({"when": "2025/2026/2027"}, "EDTF"),
        ({"when": 2025}, "EDTF"),
        ({"when": "٢٠٢٥-٠٧-٢٦"}, "EDTF"),
        ({"when": "9999-12-31"}, "a year from 1000 to 8999"),
        ({"when": "0001/.."}, "a year from 1000 to 8999"),
        ({"when": "2025/9XXX"}, "a year from 1000 to 8999"),
        ({"actors": [{"country": "IRN"}]}, "at least a name"),
        ({"actors": [{"name": "X", "country": "Ruritania"}]}, "'Ruritania' is no country or code; write it as IRN"),
        ({"actors": [{"name": "X", "sectors": ["XYZ"]}]}, "no sector"),
        ({"actors": [{"name": "X", "sectors": "GOV"}]}, "list of codes"),
        ({"actors": [{"name": "X", "text": "words that are not there"}]}, "does not have"),
        ({"actors": [{"name": "X", "colour": "red"}]}, "no field colour"),
        ({"where": [{"country": "IRN"}]}, "at least a name"),
        ({"where": [{"name": "Lahore", "geonameid": 5}]}, "GeoNames 5 is no Lahore"),
        ({"where": [{"name": "Lahore", "lat": 1.5}]}, "no field lat"),
        ({"magnitudes": {"killed": "many"}}, "5-7 for a range"),
        ({"magnitudes": {"killed": {"low": 7, "high": 5}}}, "5-7 for a range"),
        ({"magnitudes": {"lost": {"low": 7}}}, "not counted"),
        ({"magnitudes": 7}, "an object"),
        ({"attribution": "the police"}, "list of at most"),
        ({"attribution": [{"name": "X", "text": "words that are not there"}]}, "does not have"),
        ({"id": "x"}, "cannot be corrected"),
        ({}, "has changes"),
    ],
)
def test_a_review_that_cannot_be_taken_says_why(
    news: Record, changes: dict[str, object], told: str
) -> None:
    name = queue(news, limit=1)[0].mention.id
    with pytest.raises(ReviewError, match=told):
        submit(news, name, reviewer="ana", verdict="corrected", changes=changes)
    assert reviews_of(news, name) == ()


@pytest.mark.parametrize("edtf", [
    "2025", "2025-07", "2025-07-26", "2025-22", "202X", "XXXX-02-29", "2025-07-26~", "2025-07-XX",
    "../2025-09-30", "2025-08-25/..", "/2025-09", "2025-08-01/2025-08-10", "XXXX-07-26/XXXX-07-28",
    "2025-08/2025-08-10",
])  # fmt: skip
def test_any_date_that_there_is_can_be_given(edtf: str) -> None:
    article, (mention,) = told(0, "2025-08-20")
    when = corrected(mention, {"when": edtf}, article.text).when
    assert when is not None
    assert when.edtf == edtf


def test_the_queue_has_the_least_certain_first_and_lets_go_of_the_seen(news: Record) -> None:
    waiting = queue(news, limit=10)
    confidences = [one.mention.confidence for one in waiting]
    assert confidences == sorted(confidences)
    submit(news, waiting[0].mention.id, reviewer="ana", verdict="accepted")
    assert waiting[0].mention.id not in {one.mention.id for one in queue(news, limit=10)}
    assert waiting[0].mention.id in {one.mention.id for one in queue(news, reviewer="bo", limit=10)}


def test_agreement_of_readers_and_training_rows(news: Record) -> None:
    kept = filed(news, "meridian-2025-07-24-visit-postponed")
    assert kept is not None
    for number, mention in enumerate(kept.mentions):
        submit(news, mention.id, reviewer="ana", verdict="accepted")
        verdict = "rejected" if number == 0 else "accepted"
        submit(news, mention.id, reviewer="bo", verdict=verdict)  # type: ignore[arg-type]
    found = agreement(news)
    assert found["status"] is not None
    assert 0 < found["status"] < 1
    rows = list(corpus_rows(news))
    assert rows
    for row in rows:
        assert parse(row).text in kept.article.text


def test_agreement_is_of_the_latest_words_and_reads_only_what_two_have_seen(record: Record) -> None:
    record.add([told(number, "2025-08-20") for number in range(4)])
    ids = [f"a{number}-2025-08-20-None-None-m" for number in range(4)]
    assert set(agreement(record).values()) == {None}
    said = [
        (0, "ana", "planned"), (0, "bo", "occurred"), (0, "ana", "cancelled"), (0, "ana", "planned"),
        (1, "ana", "ongoing"), (1, "bo", "ongoing"), (1, "cy", "planned"),
        (2, "ana", "planned"), (2, "ana", "postponed"),
    ]  # fmt: skip
    for number, reviewer, status in said:
        change = {"status": status}
        submit(record, ids[number], reviewer=reviewer, verdict="corrected", changes=change)
    submit(record, ids[3], reviewer="ana", verdict="accepted")
    with record.writing() as connection:  # what one alone has seen is not even looked at
        mention = schema.mention
        connection.execute(update(mention).where(mention.c.id.in_(ids[2:])).values(data="unreadable"))
    found = agreement(record)
    assert found["status"] == alpha([["planned", "occurred"], ["ongoing", "ongoing", "planned"]])
    assert found["event"] == 1


def test_training_rows_lead_to_the_very_words_and_bear_contexts(record: Record, tmp_path: Path) -> None:
    article, (mention,) = told(0, "2025-08-20")
    text = "Malian envoys revisited Chad\nand visited Mali."
    at = {word: text.index(f" {word}") + 1 for word in ("visited", "Chad", "Mali")}
    place = Where("Mali", at["Mali"], at["Mali"] + 4, "Mali", "MLI", None, None, None, "country")
    mention = replace(
        mention, trigger=Span("visited", at["visited"], at["visited"] + 7), where=(place,),
        sentence=Span(text, 0, len(text)), contexts=("diplomatic",),
        actors=(replace(mention.actors[0], text="lian", start=2, end=6),),
        recipients=(replace(mention.recipients[0], text="Chad", start=at["Chad"], end=at["Chad"] + 4),),
    )  # fmt: skip
    twice = replace(mention, id="twice", article_id="b-1")
    record.add([(replace(article, text=text), [mention]), (replace(article, text=text, id="b-1"), [
        twice, replace(twice, id="again")])])  # fmt: skip
    for name in (mention.id, "twice", "again"):
        submit(record, name, reviewer="ana", verdict="accepted")
    (row,) = corpus_rows(record)  # two mentions of one type at one word cannot be written
    found = parse(row)
    assert found.contexts == ("diplomatic",)
    (told_of,) = found.events
    assert told_of.trigger == (at["visited"], at["visited"] + 7)
    assert told_of.roles["places"] == ((place.start, place.end),)
    assert told_of.roles["recipients"] == ((at["Chad"], at["Chad"] + 4),)
    path = tmp_path / "gold.jsonl"
    odd = {"id": "b-2", "text": "A\u2028B\x85C", "events": []}
    path.write_text(f"{dump(row)}\n{dump(odd)}\n", "utf-8")
    assert [sentence.text for sentence in read(path)] == [found.text, odd["text"]]


def test_words_are_numbered_as_they_are_found_again() -> None:
    text = "Malians of Mali and Mali met Malians who re-met Mali"
    for match in re.finditer(r"\w+", text):
        name = numbered(text, *match.span())
        assert name is not None
        assert locate(text, name) == match.span()
    assert numbered(text, 1, 4) is not None
    assert numbered("Malians and Mali", 0, 4) is None


def test_agreement_compares_what_holds_not_what_was_written(record: Record) -> None:
    record.add([told(n, "2025-08-20") for n in range(3)])
    names = [event.id for event in events(record).events]
    for reviewer, changes in (("ana", {"event": "AID"}), ("bo", {"event": "AID", "mode": None})):
        submit(record, names[0], reviewer=reviewer, verdict="corrected", changes=changes)
        for name in names[1:]:
            submit(record, name, reviewer=reviewer, verdict="accepted")
    found = agreement(record)
    assert (found["event"], found["mode"]) == (1.0, 1.0)


def test_no_old_key_stays_when_the_weights_of_words_have_changed(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    record.add([told(0, "2025-08-20", when="2025-06-20"), told(1, "2025-08-20")])
    event = next(e for e in events(record).events if _numbers([e]) == [0])
    monkeypatch.setattr("dragoman.record.traits.words._weights", lambda: {"visited": 0.0, "x": 0.0})
    for verdict in ("rejected", "accepted", "rejected", "accepted"):
        submit(record, event.id, reviewer="ana", verdict=verdict)  # type: ignore[arg-type]
    submit(record, event.id, reviewer="ana", verdict="corrected", changes={"when": "2025-07-20"})
    with record.reading() as connection:
        row = connection.execute(
            select(schema.mention, schema.article.c.setting)
            .join(schema.article, schema.article.c.no == schema.mention.c.article)
            .where(schema.mention.c.id == event.id)
        ).one()
        keys = connection.scalars(select(schema.link_key.c.key).where(schema.link_key.c.mention == row.no))
        assert set(keys) == keys_of(load_traits(row.traits, weighed(row.setting)))


def test_alpha_of_the_textbook() -> None:
    # Krippendorff (2004), chapter 11.1.3: two observers, ten units, alpha 0.095.
    one, two = "0100000010", "1110010000"
    assert alpha(list(zip(one, two, strict=True))) == pytest.approx(0.095, abs=0.001)
    assert alpha([["a"], ["b"]]) is None


# Opening and files


def test_a_record_that_cannot_be_opened_says_why(tmp_path: Path) -> None:
    plain = tmp_path / "notes.txt"
    plain.write_text("not a record at all")
    foreign = tmp_path / "other.db"
    with sqlite3.connect(foreign) as connection:
        connection.execute("CREATE TABLE article (x)")
    connection.close()
    newer = tmp_path / "newer.db"
    Record.open(newer, create=True).close()
    with sqlite3.connect(newer) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    cases = {
        tmp_path / "none.db": "no such record",
        tmp_path: "folder",
        plain: "another kind of file",
        foreign: "not a record's",
        newer: "newer dragoman",
    }
    for path, told in cases.items():
        with pytest.raises(RecordError, match=told):
            Record.open(path)
    for url, told in {
        "mysql://x/y": "is not kept",
        "postgresql+none://x/y": "is not known",
        "postgresql://u:secret@host:abc/x": r"u:\*\*\*@host:abc/x: is no address",
        "postgresql://nobody:secret@127.0.0.1:1/none?password=secret": r"\*\*\*@127.*=\*\*\*: cannot",
        f"sqlite:///{tmp_path / 'typo.db'}": "no such record",
        "postgresql://nobody@127.0.0.1:1/none": "cannot be opened",
    }.items():
        with pytest.raises(RecordError, match=told) as raised:
            Record.open(url)
        assert "secret" not in str(raised.value)
    assert not (tmp_path / "typo.db").exists()


@pytest.mark.parametrize("create", [False, True])
def test_what_is_no_record_is_not_changed(tmp_path: Path, create: bool) -> None:
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE customers (x)")
    connection.close()
    before = other.read_bytes()
    with pytest.raises(RecordError, match="not a record's"):
        Record.open(other, create=create)
    assert other.read_bytes() == before
    empty = tmp_path / "empty.db"
    empty.touch()
    if create:
        Record.open(empty, create=True).close()
    else:
        with pytest.raises(RecordError, match="is empty; make a record"):
            Record.open(empty)
        assert not empty.read_bytes()


def test_a_record_that_cannot_be_written_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "record ?#.db"
    with Record.open(path, create=True) as record:
        record.add([told(0, "2025-08-20")])
    # Root may write anywhere; so what a read-only folder would tell is told here.
    monkeypatch.setattr(opening, "_is_locked", lambda _: True)
    before = path.read_bytes()
    with Record.open(path) as record:
        assert events(record).total == 1
        with pytest.raises(RecordError, match="cannot be written"):
            record.add([told(1, "2025-08-20")])
    assert [found.name for found in tmp_path.iterdir()] == [path.name]
    assert path.read_bytes() == before


def test_a_record_is_the_file_that_was_named(tmp_path: Path) -> None:
    path = tmp_path / "record?mode=memory#1.db"
    with Record.open(path, create=True) as record:
        record.add([told(0, "2025-08-20")])
    assert [found.name for found in tmp_path.glob("*.db")] == [path.name]
    with Record.open(path) as record:
        assert events(record).total == 1


def test_an_older_record_is_not_changed_by_reading(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    Record.open(path, create=True).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0001'")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(RecordError, match="without read-only"):
        Record.open(path, limits=Limits(read_only=True))
    assert path.read_bytes() == before


def test_what_the_database_says_is_told_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "_PATIENCE_S", 0)
    path = tmp_path / "record.db"
    with Record.open(path, create=True) as one, Record.open(path) as other:
        with one.writing(), pytest.raises(RecordError, match="another program writes"):
            other.add([told(0, "2025-08-20")])
        with other.writing() as connection:
            connection.execute(text("DROP TABLE link_key"))
        with pytest.raises(RecordError, match=r"cannot be written \(no such table: link_key"):
            one.add([told(0, "2025-08-20")])
    result = CliRunner().invoke(main, ["relink", "--record", str(path)])
    assert (result.exit_code, result.output.count("\n")) == (1, 1)
    assert result.output.startswith("Error: the record cannot be written")


def test_mentions_are_added_as_they_were_coded(
    record: Record, sample_news: list[Coded], tmp_path: Path
) -> None:
    coded = tmp_path / "mentions.jsonl"
    lines = [dump(mention_to_dict(m)) for _, mentions in sample_news for m in mentions]
    coded.write_text("\n".join(lines), "utf-8")
    articles = [article for article, _ in sample_news]
    assert list(as_coded(articles, coded)) == sample_news
    assert list(as_coded(articles[::-1], coded)) == sample_news[::-1]
    with pytest.raises(RowError, match="none of the"):
        list(as_coded(articles[1:], coded))
    coded.write_text('{"id": 3}', "utf-8")
    with pytest.raises(RowError, match=r"mentions.jsonl line 1: is no mention"):
        list(as_coded(articles, coded))


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        (["confidence"], "high", "confidence is 'high', not a number"),
        (["confidence"], True, "confidence is True, not a number"),
        (["certainty"], "x", "not one of asserted, attributed, alleged, denied"),
        (["status"], [], "status is [], not one of occurred,"),
        (["event"], "FOO", "event is 'FOO', not one of AGREE, "),
        (["sentence", "start"], "0", "sentence.start is '0', not a whole number"),
        (["when", "edtf"], None, "when.edtf is None, not text"),
        (["actors", 0, "name"], None, "actors[0].name is None, not text"),
        (["actors", 0, "sectors"], ["GOV", 1], "actors[0].sectors[1] is 1, not text"),
        (["where", 0, "precision"], "x", "where[0].precision is 'x', not one of point, "),
        (["where", 0, "lat"], "y", "where[0].lat is 'y', not a number or null"),
        (["magnitudes", "killed"], {}, "magnitudes.killed is {}, not an object with end, "),
        (["trigger"], None, "trigger is None, not an object"),
        (["contexts"], "diplomatic", "contexts is 'diplomatic', not a list"),
        (["odd"], 1, "not an object without odd"),
        (["id"], 7, "id is 7, not text"),
    ],
)
def test_a_wrong_value_of_a_mention_is_named_with_what_is_allowed(
    field: list[Any], value: Any, said: str
) -> None:
    _, (mention,) = told(0, "2025-07-23", when="2025-07-24")
    place = Where("KEN", 0, 3, "Nairobi", "KEN", None, None, 36.8, "city")
    row = json.loads(dump(mention_to_dict(replace(mention, where=(place,)))))
    assert mention_from_dict(row) == replace(mention, where=(place,))
    *path, last = field
    inner = row
    for step in path:
        inner = inner[step]
    inner[last] = value
    with pytest.raises(RowError, match=re.escape(said)):
        mention_from_dict(row)


def test_no_coded_article_is_kept_without_its_mentions(record: Record, tmp_path: Path) -> None:
    found = [told(n % len(PAIRS), "2025-07-23", id=f"n{n}") for n in range(150)]
    coded = tmp_path / "mentions.jsonl"
    rows = [dump(mention_to_dict(m)) for _, mentions in found for m in mentions]
    coded.write_text("\n".join(rows), "utf-8")
    given = [replace(found[0][0], text="Other words."), *(article for article, _ in found[2:])]
    with pytest.raises(RowError, match=r"2 of 150 mentions stand in none .* of article n0;"):
        Adding(print).add(record, as_coded(given, coded))
    Adding(print).add(record, as_coded([*given, *(article for article, _ in found)], coded))
    with record.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(schema.article)) == 150
        assert connection.scalar(select(func.count()).select_from(schema.mention)) == 150


def test_mentions_and_events_come_back_from_json(news: Record, sample_news: list[Coded]) -> None:
    for _, mentions in sample_news:
        for mention in mentions:
            assert mention_from_dict(json.loads(dump(mention_to_dict(mention)))) == mention
    for event in events(news, limit=1000).events:
        assert event_from_dict(json.loads(json.dumps(event_to_dict(event)))) == event
