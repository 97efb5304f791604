"""Exports: what real readers make of them, what is left out, and that words stay in their cell."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import SpooledTemporaryFile

import icalendar
import pandas
import polars
import pyarrow
import pytest
import shapely
from click.testing import CliRunner, Result
from pyarrow import parquet

from dragoman import Article, Mention
from dragoman.cli import main
from dragoman.events.ontology import contexts, kinds
from dragoman.formats import cameo, codes, flat, gdelt, icews
from dragoman.formats.exports import FORMATS, Exported, ExportError, export, export_to
from dragoman.formats.strict import strict
from dragoman.mention import COUNTED, Entity, Magnitude, Magnitudes, Span, When, Where
from dragoman.record import History, Record
from dragoman.record.arrow import to_arrow
from dragoman.record.life.life import Report, history_of
from dragoman.record.questions.filters import Filter
from dragoman.record.questions.questions import events, histories
from dragoman.web import wording

TODAY = date(2025, 8, 10)
HAPPENED = ("occurred", "ongoing")
PAIRS = ("cameo", "gdelt", "icews")
# The columns of the two tables as the GDELT 2.0 Event Database Codebook names them.
GDELT_EVENTS = """
GLOBALEVENTID SQLDATE MonthYear Year FractionDate
Actor1Code Actor1Name Actor1CountryCode Actor1KnownGroupCode Actor1EthnicCode Actor1Religion1Code
Actor1Religion2Code Actor1Type1Code Actor1Type2Code Actor1Type3Code
Actor2Code Actor2Name Actor2CountryCode Actor2KnownGroupCode Actor2EthnicCode Actor2Religion1Code
Actor2Religion2Code Actor2Type1Code Actor2Type2Code Actor2Type3Code
IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale NumMentions NumSources
NumArticles AvgTone
Actor1Geo_Type Actor1Geo_FullName Actor1Geo_CountryCode Actor1Geo_ADM1Code Actor1Geo_ADM2Code
Actor1Geo_Lat Actor1Geo_Long Actor1Geo_FeatureID
Actor2Geo_Type Actor2Geo_FullName Actor2Geo_CountryCode Actor2Geo_ADM1Code Actor2Geo_ADM2Code
Actor2Geo_Lat Actor2Geo_Long Actor2Geo_FeatureID
ActionGeo_Type ActionGeo_FullName ActionGeo_CountryCode ActionGeo_ADM1Code ActionGeo_ADM2Code
ActionGeo_Lat ActionGeo_Long ActionGeo_FeatureID DATEADDED SOURCEURL
""".split()
GDELT_MENTIONS = """
GLOBALEVENTID EventTimeDate MentionTimeDate MentionType MentionSourceName MentionIdentifier
SentenceID Actor1CharOffset Actor2CharOffset ActionCharOffset InRawText Confidence MentionDocLen
MentionDocTone MentionDocTranslationInfo Extras
""".split()
ICEWS = (
    "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\t"
    "Intensity\tTarget Name\tTarget Sectors\tTarget Country\tStory ID\tSentence Number\tPublisher\t"
    "City\tDistrict\tProvince\tCountry\tLatitude\tLongitude"
).split("\t")
HOSTILE = '=cmd("x")\t\r\n@SUM(1)\u2028"quoted", \x00\x1b[31m;\'</script>'


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("exports") / "news.db"


@pytest.fixture(scope="module")
def record(sample_news: list[tuple[Article, list[Mention]]], path: Path) -> Iterator[Record]:
    with Record.open(path, create=True) as found:
        found.add(sample_news)
        yield found


@pytest.fixture(scope="module")
def news(record: Record) -> list[History]:
    return list(histories(record))


@pytest.fixture(scope="module")
def visit(news: list[History]) -> History:
    visits = [h for h in news if h.event.mode == "visit" and h.event.before]
    return max(visits, key=lambda h: h.event.mentions)


def write(
    found: Iterable[History], name: str, *, everything: bool = False, inferred: bool = True,
    today: date = TODAY,
) -> tuple[list[str], Exported]:
    streams = [io.BytesIO() for _ in FORMATS[name].suffixes]
    done = export(found, name, *streams, everything=everything, inferred=inferred, today=today)
    return [stream.getvalue().decode("utf-8") for stream in streams], done


def tabs(text: str, names: Iterable[str] | None = None) -> list[dict[str, str]]:
    """The rows as a reader of GDELT's and ICEWS's files takes them, without quoting."""
    read = csv.reader(io.StringIO(text, newline=""), delimiter="\t", quoting=csv.QUOTE_NONE)
    rows = list(read)
    head = list(names) if names else rows.pop(0)
    return [dict(zip(head, row, strict=True)) for row in rows]


def made(*told: dict[str, object]) -> History:
    """An event reported by hand-made mentions, one an article, a day apart."""
    party = Entity("", 0, 0, "Ruritania", "FRA", ("GOV",))
    plain = Mention(
        id="", article_id="", event="CONSULT", mode="visit", contexts=("diplomatic",),
        quad_class=1, intensity=4.0, trigger=Span("visited", 2, 9), sentence=Span("A visited B.", 0, 12),
        actors=(party,), recipients=(replace(party, name="Chad", country="TCD"),),
        status="occurred", certainty="asserted", background=False, attribution=(),
        when=When("", 0, 0, "2025-08-02", "stated"), where=(), magnitudes=Magnitudes(),
        confidence=0.9,
    )  # fmt: skip
    return history_of(
        Report(
            replace(plain, **({"id": f"m{n}", "article_id": f"a{n}"} | fields)),  # type: ignore[arg-type]
            f"a{n}", "Wire", "Headline", f"https://wire.example/{n}", date(2025, 7, 20) + timedelta(n),
        )
        for n, fields in enumerate(told)
    )  # fmt: skip


# What every format keeps to


@pytest.mark.parametrize("name", FORMATS)
def test_every_event_is_written_or_counted_as_left_out(name: str, news: list[History]) -> None:
    for everything in (False, True):
        streams = [io.BytesIO() for _ in FORMATS[name].suffixes]
        done = export(news, name, *streams, everything=everything, today=TODAY)
        assert done.written + sum(done.left_out.values()) == len(news)
        assert done.written > 0
        assert all(not stream.closed and stream.getvalue() for stream in streams)


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "parquet"])
def test_an_export_takes_events_one_at_a_time(name: str, news: list[History]) -> None:
    stream = io.BytesIO()
    seen: list[int] = []

    def counted() -> Iterator[History]:
        for history in news * 4:
            seen.append(stream.tell())
            yield history

    export(counted(), name, *[stream] * len(FORMATS[name].suffixes), today=TODAY)
    assert seen[len(seen) // 2] > 0, "half of the events were taken before anything was written"


@pytest.mark.parametrize("name", FORMATS)
def test_an_export_may_go_to_a_temporary_file(name: str, news: list[History]) -> None:
    with ExitStack() as stack:
        files = [stack.enter_context(SpooledTemporaryFile(1000)) for _ in FORMATS[name].suffixes]
        export(news, name, *files, today=TODAY)
        assert all(file.seek(0) == 0 and file.read(1) for file in files)


@pytest.mark.parametrize("name", PAIRS)
def test_formats_that_cannot_say_status_have_only_what_happened(
    name: str, news: list[History]
) -> None:
    _, done = write(news, name)
    left = [h.event for h in news if h.event.status not in HAPPENED]
    told = sum(done.left_out.get(s, 0) for s in ("planned", "postponed", "cancelled", "possible", "negated"))
    assert told == sum(bool(e.actors or e.recipients) for e in left) > 20
    assert not FORMATS[name].says_status
    _, whole = write(news, name, everything=True)
    assert whole.written == len(news) - whole.left_out.get("no date", 0)


def test_what_is_only_told_to_be_denied_is_not_exported_as_fact() -> None:
    shelled = made({"event": "ASSAULT", "mode": None, "certainty": "denied"})
    for name in PAIRS:
        assert write([shelled], name)[1].left_out == {"told only to be denied": 1}
    (line,), _ = write([shelled], "plover")
    assert json.loads(line)["certainty"] == "denied"


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path, news: list[History]) -> None:
    def broken() -> Iterator[History]:
        yield from news[:100]
        raise RuntimeError("the source fails")

    target = tmp_path / "events.csv"
    target.write_text("as before")
    with pytest.raises(RuntimeError):
        export_to(broken(), "csv", target)
    assert [p.name for p in tmp_path.iterdir()] == ["events.csv"]
    assert target.read_text() == "as before"
    export_to(news, "csv", target)
    assert len(pandas.read_csv(target)) == len(news)
    _, paths = export_to(news, "gdelt", tmp_path / "july")
    assert [p.name for p in paths] == ["july.export.CSV", "july.mentions.CSV"]
    assert {p.name for p in tmp_path.iterdir()} == {"events.csv", *(p.name for p in paths)}


def test_what_is_no_file_is_written_to_and_stays(tmp_path: Path, news: list[History]) -> None:
    device = Path("/dev/null")
    export_to(news, "csv", device)
    assert device.is_char_device()
    (tmp_path / "real.csv").touch()
    (tmp_path / "link.csv").symlink_to("real.csv")
    export_to(news, "csv", tmp_path / "link.csv")
    assert (tmp_path / "link.csv").is_symlink()
    assert len(pandas.read_csv(tmp_path / "real.csv")) == len(news)


def test_wrong_calls_say_what_to_do(tmp_path: Path, news: list[History], monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ExportError, match="choose from plover"):
        export(news, "dbase", io.BytesIO())
    with pytest.raises(ExportError, match="give 2 streams"):
        export(news, "gdelt", io.BytesIO())
    with pytest.raises(TypeError, match=r"export takes histories, as dragoman\.record\.histories gives them, not Event"):
        export([history.event for history in news], "csv", io.BytesIO())  # type: ignore[misc]
    with pytest.raises(TypeError, match="today is a date, not 'x'"):
        export(news, "csv", io.BytesIO(), today="x")  # type: ignore[arg-type]
    for stream in (io.StringIO(), "events.csv"):
        with pytest.raises(ExportError, match=r"io\.BytesIO"):
            export(news, "csv", stream)  # type: ignore[arg-type]
    with pytest.raises(ExportError, match="cannot be written"):
        export_to(news, "csv", tmp_path / "absent" / "x.csv")
    monkeypatch.setitem(__import__("sys").modules, "icalendar", None)
    with pytest.raises(ExportError, match=r"pip install '\.\[calendar\]'"):
        export(news, "ics", io.BytesIO())


@pytest.mark.parametrize("inferred", [False, True])
def test_a_country_that_is_inferred_is_marked_in_every_format_of_our_own(inferred: bool) -> None:
    police = Entity("", 0, 0, "police", "PER", ("COP",), country_inferred=inferred)
    crowd = Entity("", 0, 0, "residents", None, ("CVL",))
    where = Where("", 0, 0, "Lima", "PER", 3936456, -12.0, -77.0, "city")
    found = made({"actors": (police,), "recipients": (crowd,), "where": (where,)})
    (text,), _ = write([found], "csv")
    (row,) = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    assert (row["actor_countries"], row["actor_countries_inferred"]) == ("PER", str(int(inferred)))
    assert (row["recipient_countries"], row["recipient_countries_inferred"]) == ("?", "0")
    (lines,), _ = write([found], "jsonl")
    (feature,) = json.loads(write([found], "geojson")[0][0])["features"]
    stream = io.BytesIO()
    export([found], "parquet", stream)
    (tabled,) = pandas.read_parquet(stream).to_dict("records")
    for told in (json.loads(lines), feature["properties"], tabled):
        assert [party["country_inferred"] for party in told["actors"]] == [inferred]


@pytest.mark.parametrize(("name", "codes"), [("plover", "PER"), ("cameo", "PERCOP"), ("gdelt", "PERCOP"), ("icews", "Peru")])
def test_an_inferred_country_is_left_empty_where_that_is_asked_for(name: str, codes: str) -> None:
    police = Entity("", 0, 0, "police", "PER", ("COP",), country_inferred=True)
    students = Entity("", 0, 0, "students", "CHL", ("EDU",))
    found = made({"event": "COERCE", "mode": "arrest", "actors": (police,), "recipients": (students,)})
    whole, told = (write([found], name, inferred=inferred)[0][0] for inferred in (True, False))
    assert codes in whole
    assert "PER" not in told
    assert "Peru" not in told
    assert "Chile" in told or "CHL" in told
    assert "COP" in told or "Police" in told


# Words from articles


@pytest.fixture
def hostile() -> History:
    party = Entity("", 0, 0, HOSTILE, "FRA", ("GOV",))
    where = Where("", 0, 0, HOSTILE, "FRA", None, 48.0, 2.0, "city")
    sentence = Span(HOSTILE, 0, len(HOSTILE))
    killed = Magnitudes(killed=Magnitude("", 0, 0, 3, None))
    one = {"actors": (party,), "sentence": sentence, "where": (where,), "magnitudes": killed}
    return made({**one, "status": "planned"}, one)


@pytest.mark.parametrize("name", PAIRS)
def test_hostile_words_stay_in_their_cell_of_tabbed_tables(name: str, hostile: History) -> None:
    texts, _ = write([hostile], name)
    heads = [gdelt.EVENT_COLUMNS, gdelt.MENTION_COLUMNS] if name == "gdelt" else [None]
    for text, head in zip(texts, heads, strict=True):
        rows = tabs(text, head)
        assert len(rows) + (head is None) == text.count("\n")
        named = [value for row in rows for value in row.values()]
        assert not any(value.startswith(("=", "@", "+")) for value in named)
        assert '"' not in text
        # The reader with quoting, too, finds the same cells.
        frame = pandas.read_csv(io.StringIO(text), sep="\t", header=None if head else 0, dtype=str)
        assert frame.shape == (len(rows), len(rows[0]))
    assert any("cmd('x')" in text.lower() for text in texts)


def test_hostile_words_stay_in_their_cell_of_csv(hostile: History) -> None:
    (text,), _ = write([hostile], "csv")
    (row,) = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    assert row["text"].startswith('\'=cmd("x") @SUM(1) "quoted", ')
    assert row["actors"] == row["place"] == row["text"]
    assert row["killed"] == "3 or more"
    assert text.count("\n") == 2
    assert row["lat"] == "48.0"


@pytest.mark.parametrize(
    ("told", "shown", "low", "high", "latest"),
    [
        ([(12, 12)], "12", "12", "12", "12"),
        ([(21, None), (26, 26), (31, 31)], "21 or more; 26; 31", "21", "31", "31"),
        ([(12, 15), (20, None)], "12 to 15; 20 or more", "12", "", "20 or more"),
        ([(31, 31), (26, 26), (31, 31)], "31; 26", "26", "31", "31"),
        ([(31, 31), (26, 26)], "31; 26", "26", "31", "26"),
    ],
)
def test_numbers_in_csv_have_bounds_that_a_script_can_read(
    told: list[tuple[int, int | None]], shown: str, low: str, high: str, latest: str
) -> None:
    history = made(*({"magnitudes": Magnitudes(killed=Magnitude("", 0, 0, *one))} for one in told))
    (text,), _ = write([history], "csv")
    (row,) = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    assert (row["killed"], row["killed_low"], row["killed_high"]) == (shown, low, high)
    assert row["killed_latest"] == latest
    assert row["injured_low"] == row["injured_high"] == ""


@pytest.mark.parametrize("name", ["plover", "jsonl", "geojson"])
def test_hostile_words_come_back_from_json(name: str, hostile: History) -> None:
    (text,), _ = write([hostile], name)
    parsed = json.loads(text)
    told = {"plover": lambda p: p["text"], "jsonl": lambda p: p["text"],
            "geojson": lambda p: p["features"][0]["properties"]["text"]}[name](parsed)  # fmt: skip
    assert told == HOSTILE


def test_hostile_words_make_no_entry_of_their_own_in_a_calendar(hostile: History) -> None:
    (text,), _ = write([hostile], "ics")
    calendar = icalendar.Calendar.from_ical(text)
    (entry,) = calendar.walk("VEVENT")
    assert entry["summary"].count("=cmd") == 1
    assert "\n" not in entry["summary"]
    assert entry.errors == []


# PLOVER


def test_plover_records_have_the_manuals_fields(news: list[History]) -> None:
    (text,), done = write(news, "plover")
    records = [json.loads(line) for line in text.splitlines()]
    assert len(records) == done.written == len({record["id"] for record in records})
    sectors = {code for code, (kind, _, _) in codes.actor_codes().items() if kind == "sector"}
    marks = {"historical", "future", "hypothetical", "negation"}
    for one in records:
        assert date.fromisoformat(one["date"]) <= date.fromisoformat(one.get("enddate", "9999-12-31"))
        kind = kinds()[one["event"][0], (one.get("mode") or [None])[0]]
        assert (one["quad_code"], one["event_scale"]) == (kind.quad_class, kind.intensity)
        assert one["actor"]
        assert one.get("recipient") or not kind.recipient_required
        assert set(one.get("context", ())) <= set(contexts()) | marks
        for party in (*one["actor"], *one.get("recipient", ())):
            assert set(party) <= {"code", "sector", "identifier_text", "office"}
            assert len(party.get("code", "AAA")) == 3
            sector = party.get("sector", "")
            assert {sector[n : n + 3] for n in range(0, len(sector), 3)} <= sectors
        assert set(one.get("size", ())) <= {"dead", "injured", "arrested", "size"}
        assert one["event_text"][0] in one["text"]


def test_plover_offsets_point_into_the_article(
    news: list[History], sample_news: list[tuple[Article, list[Mention]]]
) -> None:
    texts = {article.id: article.text for article, _ in sample_news}
    (text,), _ = write(news, "plover")
    for one in map(json.loads, text.splitlines()):
        place = slice(one["text_info"]["start"], one["text_info"]["end"])
        assert texts[one["cite_info"]["citation"]][place] == one["text"]


@pytest.mark.parametrize(
    ("event", "mode", "status", "becomes", "marks"),
    [
        ("CONSULT", "visit", "occurred", ("CONSULT", "visit"), ()),
        ("CONSULT", "visit", "planned", ("AGREE", None), ()),
        ("CONSULT", "phone", "postponed", ("AGREE", None), ()),
        ("CONSULT", None, "cancelled", ("REJECT", "meet"), ()),
        ("RETREAT", "withdraw", "planned", ("CONCEDE", None), ()),
        ("AID", None, "planned", ("AGREE", None), ()),
        ("AID", None, "cancelled", ("REJECT", None), ()),
        ("ASSAULT", "aerial", "planned", ("THREATEN", "violence"), ()),
        ("PROTEST", "strike", "planned", ("THREATEN", "restrict"), ()),
        ("PROTEST", "demo", "planned", ("THREATEN", None), ()),
        ("COERCE", "arrest", "planned", ("THREATEN", "arrest"), ()),
        ("SANCTION", "discontinue", "planned", ("THREATEN", "relations"), ()),
        ("REQUEST", "yield", "planned", ("REQUEST", "yield"), ("future",)),
        ("ASSAULT", "aerial", "possible", ("ASSAULT", "aerial"), ("hypothetical",)),
        ("ASSAULT", None, "negated", ("ASSAULT", None), ("negation",)),
        ("PROTEST", "demo", "cancelled", ("PROTEST", "demo"), ("negation",)),
    ],
)
def test_strict_plover(
    event: str, mode: str | None, status: str, becomes: tuple[str, str | None], marks: tuple[str, ...]
) -> None:
    found = strict(made({"event": event, "mode": mode, "status": status}).event)
    assert ((found.event, found.mode), found.marks) == (becomes, marks)
    reduced = becomes != (event, mode)
    assert found.day == (date(2025, 7, 20) if reduced else date(2025, 8, 2))


@pytest.mark.parametrize(
    ("statuses", "day"),
    [
        (("planned", "postponed"), 20),
        (("planned", "planned", "postponed"), 20),
        (("possible", "postponed"), 21),
        (("possible", "planned"), 21),
        (("planned", "cancelled"), 21),
    ],
)
def test_another_type_has_the_day_of_its_announcement(statuses: tuple[str, ...], day: int) -> None:
    found = strict(made(*({"status": status} for status in statuses)).event)
    assert found.day == date(2025, 7, day)


def test_every_type_mode_and_status_has_a_strict_form_and_a_code() -> None:
    for event, mode in kinds():
        for status in ("occurred", "planned", "cancelled", "possible"):
            for context in ((), ("military", "legal"), ("economic",)):
                history = made({"event": event, "mode": mode, "status": status, "contexts": context})
                found = strict(history.event)
                assert (found.event, found.mode) in kinds()
                assert codes.rule_of(history).code in codes.names()


# CAMEO, GDELT, ICEWS


def worker(sector: str) -> Entity:
    return Entity("", 0, 0, "they", "FRA", (sector,))


def triggered(word: str) -> dict[str, Span]:
    return {"sentence": Span(f"They {word} it.", 0, 9 + len(word)), "trigger": Span(word, 5, 5 + len(word))}


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"event": "CONSULT", "mode": "visit"}, "042"),
        ({"event": "CONSULT", "mode": "visit", "status": "planned"}, "036"),
        ({"event": "CONSULT", "mode": None, "contexts": ()}, "040"),
        ({"event": "CONSULT", "mode": "phone"}, "041"),
        ({"event": "AID", "mode": None, "contexts": ("military", "economic")}, "072"),
        ({"event": "AID", "mode": None, "contexts": ("economic", "military")}, "071"),
        ({"event": "AID", "mode": None, "contexts": ("economic",), "status": "planned"}, "0331"),
        ({"event": "ACCUSE", "mode": "allege", "contexts": ("military",)}, "112"),
        ({"event": "ACCUSE", "mode": "allege", "contexts": ("human_rights",)}, "1122"),
        ({"event": "REQUEST", "mode": "yield", "contexts": ("military",)}, "105"),
        ({"event": "ACCUSE", "mode": "allege", "contexts": ("gender",)}, "112"),
        ({"event": "RETREAT", "mode": "release", "contexts": ("economic",)}, "0841"),
        ({"event": "RETREAT", "mode": "release", "status": "planned"}, "0353"),
        ({"event": "SANCTION", "mode": "convict"}, "116"),
        # A search by soldiers occupies nothing, nor do they who seize a ship.
        ({"event": "COERCE", "mode": "seize", "contexts": ("military",), **triggered("search")}, "171"),
        ({"event": "COERCE", "mode": "seize", "contexts": ("military",), **triggered("seized")}, "171"),
        ({"event": "COERCE", "mode": "seize", "contexts": ("military",), **triggered("occupied")}, "192"),
        ({"event": "COERCE", "mode": "seize", "contexts": (), **triggered("occupied")}, "171"),
        # A strike that is threatened or planned is no embargo.
        ({"event": "THREATEN", "mode": "restrict", "actors": (worker("MED"),)}, "133"),
        ({"event": "THREATEN", "mode": "restrict", "contexts": ("executive",), "actors": (worker("LAB"),)}, "133"),
        ({"event": "THREATEN", "mode": "restrict", "actors": (worker("GOV"),), "contexts": ()}, "1312"),
        ({"event": "PROTEST", "mode": "strike", "status": "planned"}, "133"),
        ({"event": "PROTEST", "mode": None, "status": "postponed"}, "133"),
        ({"event": "PROTEST", "mode": "strike", "contexts": ()}, "143"),
        ({"event": "ASSAULT", "mode": None, "contexts": ()}, "180"),
        ({"event": "ASSAULT", "mode": None, "contexts": (), "actors": (Entity("", 0, 0, "army", "FRA", ("MIL",)),)}, "190"),
        ({"event": "SUPPORT", "mode": None, "sentence": Span("A praised B.", 0, 12), "trigger": Span("praised", 2, 9)}, "051"),
        ({"event": "CONCEDE", "mode": None, "sentence": Span("A apologised.", 0, 13), "trigger": Span("apologised", 2, 12)}, "055"),
    ],
)  # fmt: skip
def test_cameo_codes(fields: dict[str, object], code: str) -> None:
    assert codes.rule_of(made(fields)).code == code


@pytest.mark.parametrize(
    ("actors", "status", "summary"),
    [
        ((), "occurred", "Visit (nobody named)"),
        ((), "cancelled", "Cancelled: Visit (nobody named)"),
        ((worker("LAB"),), "occurred", "they (FRA): visit"),
    ],
)
def test_a_calendar_says_that_nobody_is_named(actors: tuple[Entity, ...], status: str, summary: str) -> None:
    told = {"mode": "visit", "actors": actors, "recipients": (), "status": status}
    (text,), _ = write([made(told)], "ics", everything=True)
    (entry,) = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert str(entry["SUMMARY"]).partition(" (by")[0] == summary


def test_a_visit_is_told_from_both_ends() -> None:
    guest, host = (Entity("", 0, 0, name, name, ("GOV",)) for name in ("FRA", "TCD"))
    visit = made({"event": "CONSULT", "mode": "visit", "actors": (guest,), "recipients": (host,)})
    found = [(d.source and d.source.name, d.target and d.target.name, d.code) for d in codes.deeds(visit)]
    assert found == [("FRA", "TCD", "042"), ("TCD", "FRA", "043")]


@pytest.mark.parametrize(
    ("event", "word", "pairs"),
    [("ASSAULT", "clashed", 6), ("ASSAULT", "bombed", 3), ("CONSULT", "met", 6), ("ACCUSE", "protested", 3)],
)
def test_actors_without_recipient_are_paired_where_it_is_mutual(event: str, word: str, pairs: int) -> None:
    actors = tuple(Entity("", 0, 0, name, name, ("GOV",)) for name in ("FRA", "TCD", "NER"))
    told = {"sentence": Span(f"They {word}.", 0, 6 + len(word)), "trigger": Span(word, 5, 5 + len(word))}
    history = made({"event": event, "mode": None, "actors": actors, "recipients": (), **told})
    found = list(codes.deeds(history))
    assert len(found) == len({deed.id for deed in found}) == pairs


def test_nobody_acts_on_himself_where_others_are_named() -> None:
    sides = tuple(Entity("", 0, 0, name, name, ("GOV",)) for name in ("FRA", "TCD"))
    both = made({"event": "SUPPORT", "mode": None, "actors": sides, "recipients": sides})
    assert [(d.source.name, d.target.name) for d in codes.deeds(both) if d.source and d.target] == [
        ("FRA", "TCD"),
        ("TCD", "FRA"),
    ]
    self = made({"event": "ACCUSE", "mode": None, "actors": sides[:1], "recipients": sides[:1]})
    assert [deed.target for deed in codes.deeds(self)] == [None]


def test_of_several_who_free_captives_none_frees_its_own() -> None:
    sides = tuple(Entity("", 0, 0, name, name, ("GOV",)) for name in ("FRA", "TCD"))
    freed = tuple(Entity("", 0, 0, f"{name} soldiers", name, ("MIL",)) for name in ("FRA", "TCD"))
    swap = {"event": "RETREAT", "mode": "release", "recipients": freed}
    pairs = [
        [(d.source.name, d.target.name) for d in codes.deeds(made({**swap, "actors": actors})) if d.source and d.target]
        for actors in (sides, sides[:1])
    ]
    assert pairs == [[("FRA", "TCD soldiers"), ("TCD", "FRA soldiers")], [("FRA", "TCD soldiers")]]
    own = made({**swap, "actors": sides[:1], "recipients": freed[:1]})
    assert [d.target.name for d in codes.deeds(own) if d.target] == ["FRA soldiers"]


def test_gdelt_tables_have_the_codebooks_columns(tmp_path: Path, news: list[History], visit: History) -> None:
    assert list(gdelt.EVENT_COLUMNS) == GDELT_EVENTS
    assert list(gdelt.MENTION_COLUMNS) == GDELT_MENTIONS
    _, (first, second) = export_to(news, "gdelt", tmp_path)
    text = dict.fromkeys(("EventCode", "EventBaseCode", "EventRootCode"), str)
    table = pandas.read_csv(first, sep="\t", names=GDELT_EVENTS, dtype=text)
    told = pandas.read_csv(second, sep="\t", names=GDELT_MENTIONS)
    assert table["GLOBALEVENTID"].dtype == "int64"
    assert table["GLOBALEVENTID"].is_unique
    assert set(told["GLOBALEVENTID"]) == set(table["GLOBALEVENTID"])
    counts = told.groupby("GLOBALEVENTID").size()
    assert table.set_index("GLOBALEVENTID")["NumMentions"].to_dict() == counts.to_dict()
    assert (table["SQLDATE"] // 10_000 == table["Year"]).all()
    assert table["QuadClass"].isin([1, 2, 3, 4]).all()
    assert table["GoldsteinScale"].between(-10, 10).all()
    assert set(table["ActionGeo_Type"]) <= {0, 1, 2, 3, 4, 5}
    assert told["Confidence"].isin(range(0, 101, 10)).all()
    own = {deed.id for deed in codes.deeds(visit)}
    rows = table[table["GLOBALEVENTID"].isin(own) & (table["EventCode"] == "042")].to_dict("records")
    row = next(r for r in rows if (r["Actor1Code"], r["Actor2Code"]) == ("IRNGOV", "PAKGOV"))
    assert row["SQLDATE"] == 20250802
    assert row["ActionGeo_CountryCode"] == "PK"
    assert row["NumSources"] == visit.event.sources
    place = Where("", 0, 0, "Islamabad", "PAK", 1176615, 33.72, 73.04, "city")
    (text, _), _ = write([made({"where": (place,)})], "gdelt")
    placed = dict(zip(GDELT_EVENTS, text.split("\n")[0].split("\t"), strict=True))
    assert (placed["ActionGeo_CountryCode"], placed["ActionGeo_Type"]) == ("PK", "4")


@pytest.mark.parametrize(
    ("day", "fraction"),
    [("2014-02-18", "2014.1315"), ("2025-01-01", "2025.0027"), ("2025-12-31", "2025.9890")],
)
def test_gdelt_fractions_of_a_year_are_those_of_its_files(day: str, fraction: str) -> None:
    (text, _), _ = write([made({"when": When("", 0, 0, day, "stated")})], "gdelt")
    row = dict(zip(GDELT_EVENTS, text.split("\n")[0].split("\t"), strict=True))
    assert row["FractionDate"] == fraction


def test_gdelt_days_have_eight_digits_in_early_years_too() -> None:
    (text, _), _ = write([made({"when": When("", 0, 0, "0800-01-01", "stated")})], "gdelt")
    row = dict(zip(GDELT_EVENTS, text.split("\n")[0].split("\t"), strict=True))
    assert [row[name] for name in ("SQLDATE", "MonthYear", "Year")] == ["08000101", "080001", "0800"]


def test_icews_table_has_its_columns(news: list[History]) -> None:
    assert list(icews.COLUMNS) == ICEWS
    (text,), done = write(news, "icews")
    rows = tabs(text)
    assert len({row["Event ID"] for row in rows}) == len(rows) >= done.written
    place = Where("", 0, 0, "Islamabad", "PAK", 1176615, 33.72, 73.04, "city")
    (text,), _ = write([made({"where": (place,)})], "icews")
    row = next(r for r in tabs(text) if r["CAMEO Code"] == "042")
    assert (row["Source Name"], row["Target Country"]) == ("Ruritania", "Chad")
    assert (row["City"], row["Province"], row["Country"]) == ("Islamabad", "Islamabad", "Pakistan")
    assert (row["Event Text"], row["Event Date"]) == ("Make a visit", "2025-08-02")


def test_cameo_rows_lead_back_to_their_events(news: list[History]) -> None:
    (text,), done = write(news, "cameo")
    rows = tabs(text)
    assert list(rows[0]) == list(cameo.COLUMNS)
    assert len({row["event"] for row in rows}) == done.written
    for row in rows:
        assert codes.names()[row["code"]] == row["label"]
        assert row["status"] in HAPPENED


# CSV, Parquet, Arrow


def test_csv_round_trip(news: list[History]) -> None:
    (text,), _ = write(news, "csv")
    frame = pandas.read_csv(io.StringIO(text.removeprefix("\ufeff")), dtype={"id": str})
    assert list(frame.columns) == list(flat.COLUMNS)
    assert list(frame["id"]) == [h.event.id for h in news]
    assert list(frame["confidence"]) == [h.event.confidence for h in news]
    overdue = {h.event.id for h in news if h.event.is_overdue(TODAY)}
    assert set(frame[frame["overdue"] == 1]["id"]) == overdue != set()
    assert polars.read_csv(text.encode(), infer_schema_length=None).height == len(news)


def test_csv_marks_every_party_whose_country_is_unknown() -> None:
    history = made({})
    known = history.event.actors[0]
    unknown = replace(known, name="Somebody", country=None)
    cases = {"?": (unknown,), "FRA; ?": (known, unknown), "": ()}
    for cell, parties in cases.items():
        event = replace(history.event, actors=parties, recipients=parties)
        (text,), _ = write([replace(history, event=event)], "csv")
        (row,) = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
        assert (row["actor_countries"], row["recipient_countries"]) == (cell, cell)


def test_parquet_has_the_columns_of_csv(news: list[History]) -> None:
    stream = io.BytesIO()
    export(news, "parquet", stream, today=TODAY)
    table = parquet.read_table(stream)
    parts = ("countries", "countries_inferred", "sectors")
    within = {f"{side}_{part}" for side in ("actor", "recipient") for part in parts}
    claims = {counted + end for counted in COUNTED for end in ("", "_low", "_high", "_latest")}
    assert set(table.column_names) == (set(flat.COLUMNS) - within - claims) | {"claims"}
    assert table["overdue"].to_pylist() == [h.event.is_overdue(TODAY) for h in news]


def test_parquet_and_arrow_keep_types(tmp_path: Path, news: list[History], visit: History) -> None:
    export_to(news, "parquet", tmp_path / "events.parquet")
    table = parquet.read_table(tmp_path / "events.parquet")
    assert table.equals(to_arrow(news))
    assert table.schema.field("first_day").type == pyarrow.date32()
    (row,) = [r for r in table.to_pylist() if r["id"] == visit.event.id]
    assert (row["first_day"], row["last_day"]) == (date(2025, 8, 2), date(2025, 8, 3))
    assert row["actors"][0]["name"] == "Masoud Pezeshkian"
    assert len(row["outlets"]) >= 5
    frame = table.to_pandas(types_mapper=pandas.ArrowDtype)
    assert list(frame["id"]) == [h.event.id for h in news]
    columns = polars.from_arrow(table)
    assert columns["contexts"].dtype == polars.List(polars.String)
    assert columns.filter(polars.col("status") == "planned").height == sum(h.event.status == "planned" for h in news)


def test_arrow_takes_bare_events(record: Record, news: list[History]) -> None:
    page = events(record, Filter(), limit=10)
    table = to_arrow(page.events)
    assert table["id"].to_pylist() == [event.id for event in page.events]
    assert table["urls"].null_count == 10


# GeoJSON


def test_geojson_has_the_placed_events_as_points(news: list[History]) -> None:
    (text,), done = write(news, "geojson")
    found = shapely.from_geojson(text)
    placed = [h.event.where for h in news if h.event.where and h.event.where.lat is not None]
    assert [(p.x, p.y) for p in found.geoms] == [(p.lon, p.lat) for p in placed]
    assert done.left_out["no place told"] == sum(h.event.where is None for h in news)
    (whole,), _ = write(news, "geojson", everything=True)
    features = json.loads(whole)["features"]
    assert len(features) == len(news)
    assert sum(feature["geometry"] is None for feature in features) == len(news) - len(placed)


def test_an_empty_geojson_is_a_collection() -> None:
    (text,), _ = write([], "geojson")
    assert json.loads(text) == {"type": "FeatureCollection", "features": []}


# iCalendar


def entry(history: History, today: date = TODAY) -> icalendar.Event:
    (text,), _ = write([history], "ics", today=today)
    (found,) = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert isinstance(found, icalendar.Event)
    return found


def test_a_calendar_follows_the_visit_through_its_life(
    sample_news: list[tuple[Article, list[Mention]]], tmp_path: Path
) -> None:
    by_day = sorted(sample_news, key=lambda coded: str(coded[0].published))
    seen: list[tuple[str, str, date, int]] = []
    uids: set[str] = set()
    with Record.open(tmp_path / "record.db", create=True) as record:
        for until in (date(2025, 7, 22), date(2025, 7, 24), date(2025, 7, 29), date(2025, 8, 5)):
            record.add([c for c in by_day if c[0].published and c[0].published <= until])
            wanted = Filter(dyad=("IRN", "PAK"), modes=("visit",))
            visits = [h for h in histories(record, wanted) if h.event.when]
            found = entry(max(visits, key=lambda h: h.event.mentions), until)
            uids.add(str(found["uid"]))
            summary = str(found["summary"])
            seen.append((summary.partition(":")[0], str(found["status"]), found["dtstart"].dt, found["sequence"]))
    assert len(uids) == 1
    assert [row[1] for row in seen] == ["TENTATIVE", "TENTATIVE", "TENTATIVE", "CONFIRMED"]
    assert [row[0] == "Postponed" for row in seen] == [False, True, False, False]
    assert seen[0][2] == date(2025, 7, 26)
    assert seen[2][2] == seen[3][2] == date(2025, 8, 2)
    numbers = [row[3] for row in seen]
    assert numbers == sorted(set(numbers)), "each change raises the sequence"


def test_a_cancelled_event_is_cancelled_in_the_calendar() -> None:
    plan = {"status": "planned"}
    before, after = made(plan), made(plan, {"status": "cancelled"})
    assert (entry(before)["status"], entry(after)["status"]) == ("TENTATIVE", "CANCELLED")
    assert entry(before)["uid"] == entry(after)["uid"]
    assert entry(before)["sequence"] < entry(after)["sequence"]
    assert entry(after)["summary"] == "Cancelled: Ruritania – Chad: visit"


def test_the_calendar_says_whose_word_is_a_denial_or_a_claim() -> None:
    plan, denial = {"status": "planned"}, {"status": "cancelled", "certainty": "denied"}
    off = {"status": "cancelled", "certainty": "alleged"}
    denied = entry(made(plan, off, denial))
    assert denied["status"] == "TENTATIVE"
    assert ": cancelled, denied 2025" in denied["description"]
    alone = entry(made(denial))
    assert (alone["status"], alone["summary"].partition(":")[0]) == ("TENTATIVE", "Cancelled, denied")
    claimed = entry(made(plan, {"status": "cancelled", "certainty": "alleged"}))
    assert ": cancelled, alleged" in claimed["description"]


def test_a_place_that_moves_by_majority_raises_the_sequence() -> None:
    lahore = {"status": "planned", "where": (Where("", 0, 0, "Lahore", "PAK", 1172451, 31.56, 74.35, "city"),)}
    multan = {"status": "planned", "where": (Where("", 0, 0, "Multan", "PAK", 1169825, 30.2, 71.48, "city"),)}
    entries = [entry(made(*told)) for told in ([multan], [multan, lahore], [multan, lahore, lahore])]
    places = [str(one["location"]).split(",")[0] for one in entries]
    assert places == ["Multan", "Multan", "Lahore"]
    numbers = [one["sequence"] for one in entries]
    assert numbers == sorted(set(numbers))


@pytest.mark.parametrize(
    ("status", "told"),
    [
        ("planned", "TENTATIVE"), ("postponed", "TENTATIVE"), ("possible", "TENTATIVE"),
        ("cancelled", "CANCELLED"), ("negated", "CANCELLED"), ("ongoing", "CONFIRMED"),
        ("occurred", "CONFIRMED"),
    ],
)  # fmt: skip
def test_the_calendar_has_a_status_for_each(status: str, told: str) -> None:
    (text,), _ = write([made({"status": status})], "ics", everything=True)
    assert icalendar.Calendar.from_ical(text).walk("VEVENT")[0]["status"] == told


def test_the_report_that_first_gives_a_plan_its_date_is_news() -> None:
    dated, bare = {"status": "planned"}, {"status": "planned", "when": None}
    found = made(bare, dated, dated)
    assert [step.changes for step in found.steps] == [("reported",), ("date",), ()]
    assert [wording.told(step) for step in found.steps] == ["announced", "set for 2 Aug 2025", "said again"]
    assert "2025-07-21: planned 2025-08-02" in str(entry(found)["description"])
    late = made({"status": "postponed", "when": None}, {"status": "postponed"})
    assert wording.told(late.steps[-1]) == "dated 2 Aug 2025"


def test_each_report_raises_the_sequence_whatever_its_day() -> None:
    plan, off, done = {"status": "planned"}, {"status": "postponed"}, {"status": "occurred"}
    # What arrives last is of a day between the two others.
    before, after = entry(made(plan, off)), entry(made(plan, done, off))
    assert (before["status"], after["status"]) == ("TENTATIVE", "CONFIRMED")
    assert before["uid"] == after["uid"]
    assert before["sequence"] < after["sequence"]


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("2025-08-02", date(2025, 8, 2), date(2025, 8, 3)),
        ("2025-08-02/2025-08-03", date(2025, 8, 2), date(2025, 8, 4)),
        ("2025-08", date(2025, 8, 1), date(2025, 8, 2)),
        ("2027-01/2027-06", date(2027, 1, 1), date(2027, 1, 2)),
        ("2025-08-02/..", date(2025, 8, 2), date(2025, 8, 3)),
        ("../2025-08-02", date(2025, 8, 2), date(2025, 8, 3)),
    ],
)
def test_entries_have_whole_days(edtf: str, start: date, end: date) -> None:
    found = entry(made({"status": "planned", "when": When("", 0, 0, edtf, "stated")}))
    assert (found["dtstart"].dt, found["dtend"].dt) == (start, end)


def test_what_is_told_for_months_alone_says_so_in_the_calendar() -> None:
    some = When("", 0, 0, "2027-01/2027-06", "stated")
    found = entry(made({"status": "planned", "when": some}), date(2025, 7, 20))
    assert found["summary"] == "Ruritania – Chad: visit (some time: Jan 2027 – Jun 2027)"


def test_only_what_was_planned_is_in_the_agenda(news: list[History]) -> None:
    (text,), done = write(news, "ics")
    calendar = icalendar.Calendar.from_ical(text)
    assert len(calendar.walk("VEVENT")) == done.written
    assert done.left_out["never planned"] > 100
    assert not any(entry.errors for entry in calendar.walk("VEVENT"))
    assert write(news, "ics")[0] == [text], "the same record gives the same bytes"


def test_what_is_overdue_says_so() -> None:
    history = made({"status": "planned"})
    assert entry(history, date(2025, 8, 2))["summary"] == "Ruritania – Chad: visit"
    assert entry(history, date(2025, 8, 3))["summary"] == "Overdue: Ruritania – Chad: visit"


@pytest.mark.parametrize(
    ("event", "mode", "called"),
    [("RETREAT", "access", "access granted"), ("CONSULT", "phone", "talks by telephone"), ("AID", None, "aid")],
)
def test_a_calendar_names_the_kind_in_plain_words(event: str, mode: str | None, called: str) -> None:
    found = entry(made({"status": "planned", "event": event, "mode": mode}), date(2025, 7, 20))
    assert found["summary"] == f"Ruritania – Chad: {called}"
    assert found["description"].startswith("A visited B."), "the report's own words"


def test_what_was_put_off_without_a_new_day_is_still_told_as_postponed() -> None:
    history = made({"status": "planned"}, {"status": "postponed", "when": None})
    assert history.event.is_overdue(date(2025, 8, 3))
    assert entry(history, date(2025, 8, 2))["summary"] == "Postponed: Ruritania – Chad: visit"
    late = entry(history, date(2025, 8, 3))
    assert late["summary"] == "Postponed, overdue: Ruritania – Chad: visit"


# The command


@pytest.fixture
def run(record: Record, path: Path) -> Callable[..., Result]:
    def invoke(*arguments: str) -> Result:
        given = ["export", "--record", str(path), "--on", TODAY.isoformat(), *arguments]
        return CliRunner().invoke(main, given)

    return invoke


def test_the_command_exports_what_the_filters_find(run: Callable[..., Result], record: Record) -> None:
    result = run("--format", "jsonl", "--about", "KEN", "--type", "PROTEST")
    wanted = Filter(about=("KEN",), types=("PROTEST",))
    told = [json.loads(line)["id"] for line in result.stdout.splitlines()]
    assert told == [h.event.id for h in histories(record, wanted)] != []
    assert result.stderr == f"{len(told)} events written\n"


def test_the_command_tells_what_it_left_out(run: Callable[..., Result], tmp_path: Path) -> None:
    target = tmp_path / "x.tab"
    result = run("--format", "icews", "--status", "planned", "--output", str(target))
    assert result.stdout == ""
    assert result.stderr.startswith(f"0 events written to {target}; ")
    assert " planned" in result.stderr
    assert "see --everything" in result.stderr
    assert target.read_text().split("\t")[0] == "Event ID"
    result = run("--format", "icews", "--status", "planned", "--everything")
    assert "036" in result.stdout


def test_a_name_that_ends_in_a_slash_is_a_folder_that_is_made(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    assert run("--format", "gdelt", "--output", f"{tmp_path}/new/gd/").exit_code == 0
    made = sorted(path.name for path in (tmp_path / "new" / "gd").iterdir())
    assert made == ["events.export.CSV", "events.mentions.CSV"]
    (tmp_path / "file").touch()
    refused = run("--format", "csv", "--output", f"{tmp_path}/file/")
    assert (refused.exit_code, "file/: cannot be written" in refused.stderr) == (1, True)


@pytest.mark.parametrize("name", ["gdelt", "parquet"])
def test_what_cannot_go_to_a_terminal_asks_for_a_file(run: Callable[..., Result], name: str) -> None:
    result = run("--format", name)
    assert result.exit_code == 2
    assert "--output" in result.stderr


@pytest.mark.parametrize(
    ("first", "last", "status", "background", "day", "basis"),
    [
        ("2025-07-23", "2025-07-23", "occurred", False, "2025-07-23", "told"),
        ("2025-07-21", "2025-07-27", "planned", False, "2025-07-21", "first"),
        ("2025-07-21", None, "ongoing", False, "2025-07-21", "first"),
        (None, "2025-07-27", "occurred", False, "2025-07-27", "last"),
        (None, None, "occurred", False, "2025-08-01", "report"),
        (None, None, "ongoing", False, "2025-08-01", "report"),
        (None, None, "planned", False, None, None),
        (None, None, "negated", False, None, None),
        (None, None, "occurred", True, None, None),
    ],
)
def test_an_events_day_says_what_it_rests_on(
    record: Record, first: str | None, last: str | None, status: str, background: bool, day: str | None, basis: str | None
) -> None:
    def of(text: str | None) -> date | None:
        return date.fromisoformat(text) if text else None

    (event,) = events(record, Filter(), limit=1).events
    made = replace(
        event, first_day=of(first), last_day=of(last), status=status, background=background, first_reported=date(2025, 8, 1)
    )
    assert (made.day, made.day_basis) == (of(day), basis)
