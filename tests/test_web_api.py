"""The API and feeds: what they give, page by page, and that the OpenAPI document tells the truth."""

from __future__ import annotations

import json
import re
import shutil
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from schemathesis.engine import from_schema
from schemathesis.engine.events import FatalError, NonFatalError, ScenarioFinished
from starlette.testclient import TestClient

from dragoman import Article
from dragoman.formats.jsonl import mention_to_dict, plain
from dragoman.record import Record
from dragoman.record.daily.agenda import agenda
from dragoman.record.daily.brief import brief
from dragoman.record.dyads.dyads import dyad
from dragoman.record.dyads.partners import pairs, partners
from dragoman.record.questions.filters import Filter
from dragoman.record.questions.questions import events, facets, history
from dragoman.record.rows.eventrows import event_to_dict, history_to_dict
from dragoman.record.store.articles import filed
from dragoman.web.app import create_app
from dragoman.web.settings import Settings
from tests.conftest import ROOT

TODAY = date(2025, 8, 1)
TOKEN = "a-token-that-nobody-guesses"
BEARER = {"Authorization": f"Bearer {TOKEN}"}
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def record(kept: Path) -> Iterator[Record]:
    with Record.open(kept) as found:
        yield found


def desk(path: Path | str, **settings: Any) -> TestClient:
    app = create_app(Settings(path, today=lambda: TODAY, **settings))
    return TestClient(app, base_url="http://127.0.0.1:8765")


@pytest.fixture(scope="module")
def client(kept: Path) -> Iterator[TestClient]:
    with desk(kept) as found:
        yield found


@pytest.fixture
def writable(kept: Path, tmp_path: Path) -> Iterator[TestClient]:
    """A desk on a copy of the record, which may be changed with the bearer token."""
    shutil.copy(kept, tmp_path / "copy.db")
    with desk(tmp_path / "copy.db", tokens={TOKEN: "Ada"}) as found:
        found.headers.update(BEARER)
        yield found


def told(client: TestClient, path: str) -> Any:
    answer = client.get(f"/api/v1{path}")
    assert answer.status_code == 200, answer.text
    return answer.json()


# What is given


FILTERS = [
    ("", Filter()),
    ("about=IRN", Filter(about=("IRN",))),
    ("about=Iran&about=GHA", Filter(about=("IRN", "GHA"))),
    ("dyad=IRN&dyad=PAK", Filter(dyad=("IRN", "PAK"))),
    ("type=CONSULT&mode=visit", Filter(types=("CONSULT",), modes=("visit",))),
    ("type=consult&mode=Visit", Filter(types=("CONSULT",), modes=("visit",))),
    ("status=Planned&status=POSTPONED", Filter(statuses=("planned", "postponed"))),
    ("actor=Pezeshkian&actor=Sharif", Filter(actors=("Pezeshkian", "Sharif"))),
    ("sector=REB&sector=mil", Filter(sectors=("REB", "MIL"))),
    ("certainty=Alleged&certainty=denied", Filter(certainties=("alleged", "denied"))),
    ("place=Iran", Filter(place="Iran")),
    ("quad=3&quad=4", Filter(quads=(3, 4))),
    ("since=2025-07-01&until=2025-07-31", Filter(since=date(2025, 7, 1), until=date(2025, 7, 31))),
    ("since=7d", Filter(since=date(2025, 7, 25))),
    ("reported_since=2025-08-01", Filter(reported_since=date(2025, 8, 1))),
    ("reported_until=2025-07-25", Filter(reported_until=date(2025, 7, 25))),
    ("place=IRN", Filter(place="IRN")),
    ("place=Islam", Filter(place="Islam")),
    ("text=visit", Filter(text="visit")),
    ("confidence=0.7&sources=2", Filter(confidence=0.7, sources=2)),
    ("overall_confidence=0.7", Filter(overall_confidence=0.7)),
    ("disputed=true", Filter(disputed=True)),
    ("disputed=0", Filter(disputed=False)),
    ("overdue=1", Filter(overdue=TODAY)),
    ("overdue=true&on=2025-09-15", Filter(overdue=date(2025, 9, 15))),
    ("since=7d&on=2025-07-20", Filter(since=date(2025, 7, 13))),
    ("background=true", Filter(background=True)),
]


@pytest.mark.parametrize(("query", "wanted"), FILTERS)
def test_every_filter_finds_what_the_record_finds(
    client: TestClient, record: Record, query: str, wanted: Filter
) -> None:
    found = told(client, f"/events?limit=200&{query}")
    page = events(record, wanted, limit=200)
    assert found["events"] == [event_to_dict(event) for event in page.events]
    assert found["paging"]["total"] == page.total
    assert told(client, f"/facets?{query}") == plain(facets(record, wanted))


def test_the_filters_tell_events_apart(record: Record) -> None:
    """The table above would prove nothing if its filters let everything through."""
    every = events(record, limit=1).total
    for query, wanted in FILTERS[1:]:
        total = events(record, wanted, limit=1).total
        assert total > 0, query
        assert total != every or query in ("disputed=0", "quad=3&quad=4"), query


def test_an_event_comes_with_its_history_by_its_id_or_a_mentions(
    client: TestClient, record: Record
) -> None:
    (event, *_) = events(record, Filter(dyad=("IRN", "PAK"), modes=("visit",))).events
    expected = history(record, event.id)
    assert expected is not None
    for identifier in (event.id, expected.steps[-1].mention_id, event.id[:12]):
        found = told(client, f"/events/{identifier}")
        assert {**found["event"], "steps": found["steps"]} == history_to_dict(expected)


def test_an_article_comes_with_its_mentions_and_their_events(
    client: TestClient, record: Record
) -> None:
    head = told(client, "/articles?since=2025-07-22&until=2025-07-24&limit=1")["articles"][0]
    expected = filed(record, head["id"])
    assert expected is not None
    found = told(client, f"/articles/{head['id']}")
    assert found["article"]["text"] == expected.article.text
    assert found["mentions"] == [mention_to_dict(mention) for mention in expected.mentions]
    assert found["events"] == list(expected.events)


def test_an_articles_id_may_hold_slashes(
    writable: TestClient, code: Any, tmp_path: Path
) -> None:
    article = Article("Ghana's president visited Togo on Monday.", id="wire/2025/07#1")
    with Record.open(tmp_path / "copy.db") as record:
        record.add([(article, code(article.text))])
    assert told(writable, "/articles/wire%2F2025%2F07%231")["article"]["id"] == article.id


def test_articles_and_mentions_are_listed_by_what_is_asked(client: TestClient) -> None:
    heads = told(client, "/articles?limit=200")["articles"]
    days = [head["published"] for head in heads]
    assert (len(heads), days) == (60, sorted(days, reverse=True))
    source = heads[0]["source"]
    of_one = told(client, f"/articles?source={source}")["articles"]
    assert of_one == [head for head in heads if head["source"] == source]
    mine = told(client, f"/mentions?article={heads[5]['id']}&limit=200")["mentions"]
    assert mine
    assert {one["mention"]["article_id"] for one in mine} == {heads[5]["id"]}
    event_id = mine[0]["event_id"]
    its = told(client, f"/mentions?event={event_id}")["mentions"]
    assert mine[0] in its
    assert {one["event_id"] for one in its} == {event_id}
    assert told(client, "/mentions?reviewed=true")["mentions"] == []


def test_dyads_agenda_and_brief_are_the_records(client: TestClient, record: Record) -> None:
    assert told(client, "/dyads/IRN/PAK") == plain(dyad(record, "IRN", "PAK", on=TODAY))
    assert told(client, "/dyads/Iran?since=2025-01-01")["partners"] == plain(
        partners(record, "IRN", since=date(2025, 1, 1), on=TODAY)
    )
    assert told(client, "/dyads?since=2025-01-01")["pairs"] == plain(
        pairs(record, since=date(2025, 1, 1), on=TODAY)
    )
    assert told(client, "/agenda") == plain(agenda(record, on=TODAY))
    assert told(client, "/agenda?on=2025-07-23&about=IRN") == plain(
        agenda(record, on=date(2025, 7, 23), about=("IRN",))
    )
    assert told(client, "/brief") == plain(brief(record, on=TODAY, since=date(2025, 7, 26)))


@pytest.mark.parametrize(
    ("said", "first"),
    [
        ("since=1d", TODAY),
        ("since=7d", date(2025, 7, 26)),
        ("days=7", date(2025, 7, 26)),
        ("since=2w", date(2025, 7, 19)),
        ("since=2025-07-24", date(2025, 7, 24)),
    ],
)
def test_a_brief_is_asked_for_as_the_command_is(client: TestClient, record: Record, said: str, first: date) -> None:
    assert told(client, f"/brief?{said}") == plain(brief(record, on=TODAY, since=first))


@pytest.mark.parametrize("said", ["since=2025-08-02", "since=2w&days=7", "since=20m", "since=soon", "days=0"])
def test_a_brief_of_no_days_is_refused(client: TestClient, said: str) -> None:
    assert client.get(f"/api/v1/brief?{said}").status_code == 422


# Pages, tags, heads


@pytest.mark.parametrize("path", ["/events?about=IRN&limit=7", "/articles?limit=25", "/mentions?limit=150"])
def test_following_next_gives_every_row_once(client: TestClient, path: str) -> None:
    rows: list[Any] = []
    address: str | None = f"/api/v1{path}"
    pages = 0
    while address:
        answer = client.get(address)
        found = answer.json()
        name = next(key for key in found if key != "paging")
        rows += [json.dumps(row) for row in found[name]]
        linked = {rel: link["url"] for rel, link in answer.links.items() if rel}
        expected = {rel: found["paging"][rel] for rel in ("next", "prev") if found["paging"][rel]}
        assert linked == expected
        address, pages = found["paging"]["next"], pages + 1
    assert pages > 2
    assert len(rows) == len(set(rows)) == found["paging"]["total"]


def test_what_did_not_change_is_not_sent_again(writable: TestClient) -> None:
    queued = told(writable, "/reviews?limit=1")["waiting"][0]
    path = f"/api/v1/mentions/{queued['mention']['id']}"
    first = writable.get(path)
    known = {"If-None-Match": f'"other", {first.headers["etag"]}'}
    again = writable.get(path, headers=known)
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])
    assert "content-security-policy" in again.headers
    word = {"mention_id": queued["mention"]["id"], "verdict": "accepted"}
    assert writable.post("/api/v1/reviews", json=word).status_code == 200
    assert writable.get(path, headers=known).status_code == 200


@pytest.mark.parametrize(
    "path", ["/api/v1/events", "/api/v1/session", "/events.atom", "/api/v1/docs", "/api/v1/nothing"]
)
def test_head_is_get_without_its_body(client: TestClient, path: str) -> None:
    client.get("/api/v1/session")  # brings the cookie
    full, head = client.get(path), client.head(path)
    ours = {name: value for name, value in head.headers.items() if name != "date"}
    assert (head.status_code, head.content, ours) == (full.status_code, b"", dict(full.headers))


# Errors


@pytest.mark.parametrize(
    ("method", "path", "status", "says"),
    [
        ("GET", "/api/v1/nothing", 404, "nothing at this address"),
        ("GET", "/api/v1/events/ffff0000ffff0000", 404, "no such event"),
        ("GET", "/api/v1/articles/none", 404, "no such article"),
        ("GET", "/api/v1/mentions/none", 404, "no such mention"),
        ("DELETE", "/api/v1/events", 403, "reload the page"),
        (
            "GET", "/api/v1/events?since=yesterday", 422,
            "query.since: is no day; write it as 2025-07-23, or 7d, 2w, 3m: so long ago",
        ),
        ("GET", "/api/v1/events?on=yesterday", 422, "query.on: is no day; write it as 2025-07-23"),
        (
            "GET", "/api/v1/brief?on=9999-12-31", 422,
            "query.on: lies too far off; take a year from 1000 to 8999",
        ),
        ("GET", "/api/v1/events?type=TALK", 422, "query.type.0: is not known; one of 'AGREE'"),
        (
            "GET", "/api/v1/events?since=2026-05-01&until=2026-04-01", 422,
            "query.since 2026-05-01 lies after query.until 2026-04-01",
        ),
        ("GET", "/api/v1/events?reported_since=1d&reported_until=9d", 422, "query.reported_since 2025"),
        ("GET", "/api/v1/dyads/IRN?since=1d&until=9d", 422, "lies after query.until"),
        ("GET", "/api/v1/articles?since=1d&until=9d", 422, "lies after query.until"),
        ("GET", "/api/v1/dyads/IRN/Iran", 422, "IRN stands on both sides; name two parties"),
        ("GET", "/api/v1/events?contry=IRN", 422, "query.contry"),
        ("GET", "/api/v1/events?contry=IRN", 422, "there is no such parameter here; there are page, limit, about, "),
        ("GET", "/agenda.ics?abuot=IRN", 422, "there are about, "),
        ("GET", "/api/v1/events.csv?statuz=planned", 422, "query.statuz"),
        ("GET", "/api/v1/facets?sort=day", 422, "query.sort"),
        ("GET", "/events.atom?statuz=planned", 422, "query.statuz"),
        ("GET", "/agenda.ics?abuot=IRN", 422, "query.abuot"),
        ("GET", "/api/v1/events?limit=100000", 422, "query.limit"),
        ("GET", "/api/v1/events?dyad=IRN", 422, "query.dyad"),
        ("GET", "/api/v1/events?about=Atlantis", 422, "write it as IRN"),
        ("GET", "/api/v1/dyads/Atlantis", 422, "write it as IRN"),
    ],
)
def test_errors_say_what_was_wrong_in_one_shape(
    client: TestClient, method: str, path: str, status: int, says: str
) -> None:
    answer = client.request(method, path)
    assert answer.headers["content-type"] == "application/problem+json"
    found = answer.json()
    assert set(found) == {"type", "title", "status", "detail", "errors"}
    assert (answer.status_code, found["status"]) == (status, status)
    assert says in found["detail"]


def test_a_browser_gets_a_page_of_what_was_wrong(client: TestClient) -> None:
    answer = client.get("/<script>alert(1)</script>", headers={"Accept": "text/html"})
    assert (answer.status_code, answer.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert "<script>alert" not in answer.text


# Reviews


def test_a_readers_word_changes_the_event_and_keeps_what_the_machine_said(
    writable: TestClient,
) -> None:
    queued = told(writable, "/reviews?limit=1")["waiting"][0]
    mention = queued["mention"]
    other = "cancelled" if mention["status"] != "cancelled" else "planned"
    word = {"mention_id": mention["id"], "verdict": "corrected", "changes": {"status": other}}
    answer = writable.post("/api/v1/reviews", json={**word, "note": "read it again"})
    assert answer.status_code == 200, answer.text
    kept = told(writable, f"/mentions/{mention['id']}")
    assert (kept["coded"]["status"], kept["now"]["status"]) == (mention["status"], other)
    (review,) = kept["reviews"]
    assert (review["reviewer"], review["verdict"], review["note"]) == ("Ada", "corrected", "read it again")
    event = told(writable, f"/events/{answer.json()['event_id']}")
    assert other in {step["status"] for step in event["steps"]}
    assert mention["id"] not in {q["mention"]["id"] for q in told(writable, "/reviews?limit=200")["waiting"]}


def test_the_example_of_a_review_in_the_docs_is_taken(writable: TestClient) -> None:
    mention = told(writable, "/reviews?limit=1")["waiting"][0]["mention"]
    docs = (ROOT / "docs" / "api.md").read_text("utf-8")
    (body,) = re.findall(r"<!-- example: review -->.*?-d '(.*?)'", docs, re.DOTALL)
    word = json.loads(body.replace("MENTION", mention["id"]))
    answer = writable.post("/api/v1/reviews", json=word)
    assert answer.status_code == 200, answer.text
    assert answer.json()["event_id"]
    now = told(writable, f"/mentions/{mention['id']}")["now"]
    said = word["changes"]
    for field in ("event", "mode", "status"):
        assert now[field] == said[field]
    assert now["when"]["edtf"] == said["when"]
    for field in ("actors", "recipients", "where"):
        assert [one["name"] for one in now[field]] == [one["name"] for one in said[field]]
    assert now["magnitudes"]["killed"]["high"] == 10


def test_a_second_correction_keeps_what_the_first_put_right(writable: TestClient) -> None:
    mention = told(writable, "/reviews?limit=1")["waiting"][0]["mention"]

    def say(verdict: str, **changes: Any) -> dict[str, Any]:
        word = {"mention_id": mention["id"], "verdict": verdict}
        answer = writable.post("/api/v1/reviews", json={**word, **({"changes": changes} if changes else {})})
        assert answer.status_code == 200, answer.text
        return told(writable, f"/mentions/{mention['id']}")["now"]

    say("corrected", magnitudes={"killed": {"low": 8}}, event="CONSULT", mode="visit")
    now = say("corrected", status="ongoing", when="2025-07-21")
    assert (now["status"], now["mode"], now["when"]["edtf"]) == ("ongoing", "visit", "2025-07-21")
    assert now["magnitudes"]["killed"]["low"] == 8
    now = say("corrected", when=None, status="planned")
    assert (now["status"], now["when"], now["mode"]) == ("planned", None, "visit")
    now = say("corrected", event="PROTEST")  # another type has none of the old one's modes
    assert (now["event"], now["mode"], now["status"]) == ("PROTEST", None, "planned")
    assert say("accepted") == mention
    now = say("corrected", status="ongoing")  # nothing of before comes back
    assert now["magnitudes"]["killed"] == mention["magnitudes"]["killed"]


def test_a_readers_word_on_linking_is_taken_told_and_taken_back(writable: TestClient) -> None:
    found = told(writable, "/events?sort=sources&limit=2&type=CONSULT")["events"]
    ids = [event["id"] for event in found]
    answer = writable.post("/api/v1/rulings", json={"kind": "join", "events": ids, "note": "one"})
    assert answer.status_code == 200, answer.text
    (event,) = answer.json()["event_ids"]
    assert event in ids
    ruling = answer.json()["ruling"]
    now = told(writable, f"/events/{ids[1]}")
    assert now["event"]["mentions"] == sum(event["mentions"] for event in found)
    assert now["rulings"] == told(writable, "/rulings")["rulings"] == [ruling]
    assert (ruling["reviewer"], ruling["note"]) == ("Ada", "one")
    last = now["steps"][-1]["mention_id"]
    answer = writable.post("/api/v1/rulings", json={"kind": "part", "mentions": [last]})
    assert len(answer.json()["event_ids"]) == 2
    assert told(writable, f"/events/{last}")["event"]["id"] != event
    for made in told(writable, "/rulings")["rulings"]:
        word = {"kind": "withdraw", "ruling": made["id"]}
        assert writable.post("/api/v1/rulings", json=word).json()["ruling"]["withdrawn"]["reviewer"] == "Ada"
    after = [told(writable, f"/events/{name}")["event"] for name in ids]
    assert after == found
    problem = writable.post("/api/v1/rulings", json=word)
    assert problem.status_code == 422
    assert "taken back before" in problem.json()["detail"]


def test_places_numbers_and_speakers_are_put_right(writable: TestClient) -> None:
    mention = told(writable, "/reviews?limit=1")["waiting"][0]["mention"]
    changes = {
        "where": [{"name": "Lahore", "country": "PAK"}],
        "magnitudes": {"killed": {"low": 3}, "injured": {"low": 7, "high": None}},
        "attribution": [{"name": "Kenya", "country": "KEN", "sectors": ["GOV"]}],
    }
    word = {"mention_id": mention["id"], "verdict": "corrected", "changes": changes}
    answer = writable.post("/api/v1/reviews", json=word)
    assert answer.status_code == 200, answer.text
    now = told(writable, f"/mentions/{mention['id']}")["now"]
    assert (now["where"][0]["name"], now["where"][0]["precision"]) == ("Lahore", "city")
    numbers = {name: (n["low"], n["high"]) for name, n in now["magnitudes"].items() if n}
    assert numbers == {"killed": (3, 3), "injured": (7, None)}
    assert [speaker["name"] for speaker in now["attribution"]] == ["Kenya"]


def test_a_rejected_mention_has_no_event_and_its_sentence_is_training_data(
    writable: TestClient,
) -> None:
    article = told(writable, "/articles?limit=1")["articles"][0]["id"]
    mentions = told(writable, f"/mentions?article={article}&limit=200")["mentions"]
    for one in mentions:
        word = {"mention_id": one["mention"]["id"], "verdict": "rejected"}
        assert writable.post("/api/v1/reviews", json=word).json()["event_id"] is None
    lines = writable.get("/api/v1/reviews/corpus").text.splitlines()
    sentences = {one["mention"]["sentence"]["text"] for one in mentions}
    assert {json.loads(line)["text"] for line in lines} == sentences
    assert all(json.loads(line)["events"] == [] for line in lines)


@pytest.mark.parametrize(
    ("word", "says"),
    [
        ({"verdict": "corrected", "changes": {}}, "say what is right"),
        ({"verdict": "corrected"}, "body.corrected.changes"),
        ({"verdict": "accepted", "changes": {"status": "planned"}}, "body.accepted.changes"),
        ({"verdict": "maybe"}, "body: 'verdict' is 'maybe'; one of 'accepted'"),
        ({}, "body: 'verdict' is missing"),
        ({"verdict": "accepted", "x": 1}, "there is no such field"),
        ({"verdict": "corrected", "changes": {"actors": [{"name": "X", "sectors": ["FOO"]}]}}, "'FOO' is no sector; one of"),
        ({"verdict": "corrected", "changes": {"event": "CONSULT", "mode": "riot"}}, "no mode riot"),
        ({"verdict": "corrected", "changes": {"when": "2025-13-77"}}, "2025-07-26"),
        ({"verdict": "corrected", "changes": {"quad_class": 1}}, "quad_class"),
        ({"verdict": "corrected", "changes": {"actors": [{"name": "X", "country": "QQQ"}]}}, "QQQ"),
    ],
)
def test_a_word_that_cannot_be_taken_is_refused_and_nothing_kept(
    writable: TestClient, word: dict[str, Any], says: str
) -> None:
    mention = told(writable, "/mentions?limit=1")["mentions"][0]["mention"]
    answer = writable.post("/api/v1/reviews", json={"mention_id": mention["id"], **word})
    assert answer.status_code == 422
    assert says in answer.json()["detail"]
    assert told(writable, f"/mentions/{mention['id']}")["reviews"] == []


# Coding


def test_a_text_without_a_day_is_told_how_to_give_one_here_and_in_the_command(client: TestClient) -> None:
    body = {"text": "The president of Ghana will visit Togo on July 26, his spokesman said."}
    token = told(client, "/session")["csrf"]
    answer = client.post("/api/v1/code", json=body, headers={"X-CSRF-Token": token})
    assert answer.status_code == 200, answer.text
    (detail,) = [o["detail"] for o in answer.json()["article"]["left_out"] if o["reason"] == "date"]
    assert detail.endswith("give one as 'published', YYYY-MM-DD")


@pytest.mark.parametrize(
    ("path", "body", "status", "says"),
    [
        ("/code", b'{"text": "A", "headlines": true}', 422,
         "body.headlines: there is no such field here; there are text, title, published"),
        ("/code/page", b'{"url": "x", "title": "A"}', 422,
         "body.title: there is no such field here; there are url, published, headlines"),
        ("/rulings", b'{"kind": "join", "events": ["a", "b"], "headlines": 1}', 422, "there is no such field here"),
        ("/code", b'{"text": "A \\ud800 visit"}', 422,
         "body.text: holds half a character (a lone surrogate); send it whole, or leave it out"),
        ("/code", b"[" * 5_000, 400, "the body cannot be read; send it as JSON in UTF-8, not in deep layers"),
    ],
)  # fmt: skip
def test_a_body_that_cannot_be_taken_is_answered_in_plain_words(
    client: TestClient, path: str, body: bytes, status: int, says: str
) -> None:
    token = told(client, "/session")["csrf"]
    headers = {"X-CSRF-Token": token, "Content-Type": "application/json"}
    answer = client.post(f"/api/v1{path}", content=body, headers=headers)
    assert answer.status_code == status
    assert says in answer.json()["detail"]


def test_a_text_is_coded_and_nothing_of_it_kept(writable: TestClient) -> None:
    before = told(writable, "/articles?limit=1")["paging"]["total"]
    text = "The president of Ghana will visit Togo on July 26, his spokesman said on Wednesday."
    asked = {"text": text, "published": "2025-07-23"}
    answer = writable.post("/api/v1/code", json=asked)
    assert answer.status_code == 200, answer.text
    found = answer.json()
    (mention,) = found["mentions"]
    assert (mention["event"], mention["status"], mention["when"]["edtf"]) == ("CONSULT", "planned", "2025-07-26")
    assert found["article"]["text"] == text
    assert told(writable, "/articles?limit=1")["paging"]["total"] == before


@pytest.mark.parametrize("begins", [True, False])
def test_a_text_is_coded_with_the_title_that_comes_with_it(client: TestClient, begins: bool) -> None:
    title, lead = "Peru expels Chilean consul", "The decision was announced late on Monday in Lima."
    text = f"{title}\n{lead}" if begins else lead
    asked = {"text": text, "title": f" {title} ", "published": "2025-07-23"}
    token = told(client, "/session")["csrf"]
    answer = client.post("/api/v1/code", json=asked, headers={"X-CSRF-Token": token})
    assert answer.status_code == 200, answer.text
    article, mentions = answer.json()["article"], answer.json()["mentions"]
    assert article["text"] == f"{title}\n{lead}"
    assert [(m["event"], m["mode"], m["trigger"]["start"]) for m in mentions] == [("SANCTION", "expel", 5)]


@pytest.mark.parametrize("site", ["", " - Daily Post", " | The Lima Post"])
@pytest.mark.parametrize("text", [{}, {"text": ""}, {"text": " \n"}])
def test_a_title_without_a_text_is_coded_alone(client: TestClient, text: dict[str, str], site: str) -> None:
    token = told(client, "/session")["csrf"]
    title = f"Peru expels Chilean consul{site}"
    asked = {**text, "title": title, "published": "2025-07-23"}
    answer = client.post("/api/v1/code", json=asked, headers={"X-CSRF-Token": token})
    assert answer.status_code == 200, answer.text
    article, mentions = answer.json()["article"], answer.json()["mentions"]
    assert (article["text"], article["title"]) == ("Peru expels Chilean consul", title)
    assert [(m["event"], m["mode"]) for m in mentions] == [("SANCTION", "expel")]
    assert [party["name"] for m in mentions for party in m["recipients"]] == ["Chilean consul"]


@pytest.mark.parametrize("asked", [{}, {"text": ""}, {"text": "", "title": " "}, {"title": ""}])
def test_neither_text_nor_title_is_refused(client: TestClient, asked: dict[str, str]) -> None:
    token = told(client, "/session")["csrf"]
    answer = client.post("/api/v1/code", json=asked, headers={"X-CSRF-Token": token})
    assert answer.status_code == 422
    assert answer.json()["detail"] == "body: has no text; give a 'text', or a 'title' to be coded alone"


# The feed


def test_the_feed_holds_the_newest_events_of_its_filter(client: TestClient, record: Record) -> None:
    answer = client.get("/events.atom?dyad=IRN&dyad=PAK&type=CONSULT")
    assert answer.headers["content-type"] == "application/atom+xml"
    root = ET.fromstring(answer.content)
    expected = events(record, Filter(dyad=("IRN", "PAK"), types=("CONSULT",))).events
    entries = root.findall(f"{ATOM}entry")
    assert [e.findtext(f"{ATOM}id") for e in entries] == [f"urn:dragoman:event:{e.id}" for e in expected]
    assert [e.findtext(f"{ATOM}updated") for e in entries] == [f"{e.last_reported}T00:00:00Z" for e in expected]
    titles = [e.findtext(f"{ATOM}title") or "" for e in entries]
    assert any("2–3 Aug 2025" in title for title in titles)
    assert not any("2025-" in title for title in titles)
    for element in [root, *entries]:
        assert all(element.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated"))
        links = {link.get("rel"): link.get("href") for link in element.findall(f"{ATOM}link")}
        assert links["alternate"].startswith("http://127.0.0.1:8765/events")


def test_behind_a_proxy_the_feed_links_to_the_public_address(kept: Path) -> None:
    with desk(kept, public_url="https://desk.example.org/", tokens={TOKEN: "Ada"}) as client:
        headers = {"Host": "desk.example.org", **BEARER}
        answer = client.get("/events.atom?about=IRN", headers=headers)
    root = ET.fromstring(answer.content)
    assert root.findtext(f"{ATOM}id") == "https://desk.example.org/events.atom?about=IRN"


# The document


def test_the_reference_needs_nothing_from_elsewhere_and_names_every_operation(
    client: TestClient,
) -> None:
    document = told(client, "/openapi.json")
    page = client.get("/api/v1/docs").text
    for path in document["paths"]:
        assert f"<code>{path}</code>" in page
    assert "://" not in page
    assert "`" not in page
    for listed, one in (("PartyCode", "IRN"), ("Mode", "third-party"), ("Sector", "REB")):
        assert f"<a href='#{listed}'>" in page
        assert one in page.partition(f"<h3 id='{listed}'>")[2].partition("<h3")[0]
    assert client.get("/api/v1/docs.css").headers["content-type"].startswith("text/css")


def test_every_reference_in_the_document_leads_somewhere(client: TestClient) -> None:
    document = told(client, "/openapi.json")
    text = json.dumps(document)
    named = set(document["components"]["schemas"])
    used = {part.split('"')[0] for part in text.split("#/components/schemas/")[1:]}
    assert used == named
    for path in document["paths"].values():
        for operation in path.values():
            assert operation["summary"]
            assert set(operation["responses"]) == {"200", "default"}


# These take the same filter as /events, whose every value is tried there.
_LIKE_EVENTS = ["GET /api/v1/facets", "GET /events.atom", "GET /agenda.ics"]
# What the document cannot say is answered with 422: that a mode must be one of its type, words
# stand in the article, an address be public, the first day come before the last, a day of
# publication not lie ahead, the day from which to look not too far off.
_UNSAID = [
    "POST /api/v1/reviews", "POST /api/v1/rulings", "POST /api/v1/code/page", "GET /api/v1/events",
    "GET /api/v1/events.{name}", "GET /api/v1/articles", "GET /api/v1/agenda",
    "GET /api/v1/brief", "GET /api/v1/dyads",
    "GET /api/v1/dyads/{first}", "GET /api/v1/dyads/{first}/{second}", "POST /api/v1/code",
]  # fmt: skip


def test_schemathesis_finds_no_failure(kept: Path, tmp_path: Path) -> None:
    shutil.copy(kept, tmp_path / "copy.db")
    app = create_app(
        Settings(
            tmp_path / "copy.db",
            public_url="http://testserver",
            today=lambda: TODAY,
            tokens={TOKEN: "Ada"},
        )
    )
    config = schemathesis.Config.from_dict(
        {
            "seed": 1,
            "headers": BEARER,
            "generation": {"max-examples": 15, "deterministic": True},
            "phases": {"stateful": {"enabled": False}},
            "operations": [
                {
                    "include-name": _UNSAID,
                    "checks": {"positive_data_acceptance": {"enabled": False}},
                },
                {
                    "include-name": _LIKE_EVENTS,
                    "phases": {"coverage": {"enabled": False}},
                    "checks": {"positive_data_acceptance": {"enabled": False}},
                },
            ],
        }
    )
    document = schemathesis.openapi.from_asgi(
        "/api/v1/openapi.json", app, headers=BEARER, config=config
    )
    failures: list[str] = []
    asked: Counter[str | None] = Counter()
    for event in from_schema(document).execute():
        assert not isinstance(event, FatalError | NonFatalError), event
        if isinstance(event, ScenarioFinished):
            asked[event.label] += len(event.recorder.cases)
            failures += [
                f"{event.label}: {check.failure_info.failure}"
                for checks in event.recorder.checks.values()
                for check in checks
                if check.failure_info
            ]
    assert not failures, "\n\n".join(failures)
    operations = {
        f"{method.upper()} {path}"
        for path, of_path in app.openapi()["paths"].items()
        for method in of_path
    }
    assert set(asked) == operations
    assert min(asked.values()) >= 2, asked
