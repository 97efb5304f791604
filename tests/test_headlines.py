"""Headlines that stand apart from the text: put before it where somebody asks for it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dragoman import Article, Coder, Omission
from dragoman.cli import main
from dragoman.sources import SourceError, read_sources
from dragoman.sources.feeds import from_entry
from dragoman.sources.records import from_json

TITLE = "Peru expels Chilean consul"
LEAD = "The decision was announced late on Monday. Officials gave no reason."


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (TITLE, LEAD),
        (f"{TITLE} - The Herald", LEAD),
        ("Peru", f"Peruvian officials said nothing.\n{LEAD}"),
        (TITLE, f"Peru names a consul\n{LEAD}"),
        (TITLE, f"One\nTwo\nThree\nFour\n{TITLE}\n{LEAD}"),
        (f"  {TITLE}\n after a row ", LEAD),
    ],
)
def test_a_headline_that_the_text_has_not_at_its_head_is_put_before_it(title: str, text: str) -> None:
    article = Article(text, title=title)
    joined = article.headed()
    assert joined.text == f"{' '.join(title.split())}\n{text}"
    assert (joined.id, joined.title) == (article.id, title)
    assert joined.headed() is joined


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (TITLE, f"{TITLE}\n{LEAD}"),
        (TITLE, f"{TITLE} over maps\n{LEAD}"),
        (TITLE, f"“{TITLE.upper()}”\n\n{LEAD}"),
        ("Perú's court frees three", f"Peru’s court frees three.\n{LEAD}"),
        (f"{TITLE} | The Herald", f"{TITLE}\n{LEAD}"),
        (f"{TITLE} – The Herald", f"WORLD\nBy Ann Lee\n{TITLE}\n{LEAD}"),
        ("Peru expels consul …", f"Peru expels consul of Chile\n{LEAD}"),
        (None, LEAD),
        ("", LEAD),
        ("***", LEAD),
    ],
)
def test_a_headline_that_stands_at_the_head_of_the_text_is_put_nowhere(title: str | None, text: str) -> None:
    article = Article(text, title=title)
    assert article.headed() is article


@pytest.mark.parametrize("text", ["", " ", "\n \n"])
def test_of_an_article_without_a_text_the_headline_is_all(text: str) -> None:
    joined = Article(text, title=f" {TITLE}").headed()
    assert joined.text == TITLE


def test_headlines_without_a_text_are_articles_of_their_own() -> None:
    first, second = Article("", title=TITLE), Article("", title="Peru recalls its envoy")
    assert first.id != second.id
    assert first.headed().id == first.id == Article("", title=TITLE, source="The Herald").id


def test_a_text_that_is_not_coded_stays_as_it_is() -> None:
    article = Article("Le président a reçu le ministre.", title="Une visite", left_out=(Omission("language", "x"),))
    assert article.headed() is article


def test_what_was_left_out_of_the_text_is_found_where_it_stands_then() -> None:
    text = f"{LEAD}\nShare this"
    left = (Omission("date", "none"), Omission("furniture", "a share bar", len(LEAD) + 1, len(text)))
    joined = Article(text, title=TITLE, left_out=left).headed()
    assert joined.left_out[0] == left[0]
    assert joined.text[joined.left_out[1].start : joined.left_out[1].end] == "Share this"


def test_a_coder_that_is_asked_to_codes_the_headline(coder: Coder) -> None:
    article = Article(LEAD, title=TITLE)
    asked = Coder(stages=coder.stages, headlines=True)
    ((joined, mentions),) = asked.code_all([article])
    assert [(m.event, m.mode) for m in mentions] == [("SANCTION", "expel")]
    assert all(joined.text[m.sentence.start : m.sentence.end] == m.sentence.text for m in mentions)
    assert coder.code(article) == []


@pytest.fixture
def run() -> Callable[..., Result]:
    return lambda *arguments: CliRunner().invoke(main, [*arguments])


@pytest.fixture
def rows(tmp_path: Path) -> str:
    path = tmp_path / "news.jsonl"
    told = [
        {"id": "apart", "title": TITLE, "text": LEAD, "published": "2025-07-23"},
        {"id": "whole", "title": TITLE, "text": f"{TITLE}\n{LEAD}", "published": "2025-07-23"},
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in told), "utf-8")
    return str(path)


@pytest.mark.parametrize(("asked", "coded"), [((), ["whole"]), (("--headlines",), ["apart", "whole"])])
def test_code_and_add_take_headlines_where_they_are_asked_for(
    run: Callable[..., Result], rows: str, tmp_path: Path, asked: tuple[str, ...], coded: list[str]
) -> None:
    out, record = str(tmp_path / "coded.jsonl"), str(tmp_path / "news.db")
    assert run("code", rows, "--workers", "1", "--output", out, *asked).exit_code == 0
    lines = Path(out).read_text("utf-8").splitlines()
    assert [json.loads(line)["article_id"] for line in lines] == coded
    added = run("add", rows, "--record", record, *asked)
    hint = "; 1 whose headline is not in the text (--headlines codes it)"
    assert (hint in added.stderr) is not bool(asked)
    assert f"2 articles added with {len(coded)} mention" in added.stderr
    as_coded = run("add", rows, "--coded", out, "--record", str(tmp_path / "other.db"), *asked)
    assert f"2 articles added with {len(coded)} mention" in as_coded.stderr


def test_read_takes_a_headline_where_it_is_asked_for(run: Callable[..., Result], tmp_path: Path) -> None:
    path = tmp_path / "one.json"
    path.write_text(json.dumps({"title": TITLE, "text": LEAD}), "utf-8")
    assert json.loads(run("read", str(path), "--json").stdout)["mentions"] == []
    told = json.loads(run("read", str(path), "--headlines", "--json").stdout)
    (mention,) = told["mentions"]
    start, end = (mention["trigger"][at] for at in ("start", "end"))
    assert told["article"]["text"][start:end] == "expels"


FEED = f"""<rss version="2.0"><channel><title>The Herald</title><item><title>{TITLE}</title>
<link>https://herald.example/1</link><pubDate>Wed, 23 Jul 2025 08:00:00 GMT</pubDate></item></channel></rss>"""
ROW = {"title": TITLE, "published": "2025-07-23", "url": "https://herald.example/1"}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.jsonl", json.dumps({**ROW, "text": ""}) + "\n"),
        ("blank.jsonl", json.dumps({**ROW, "text": " \n"}) + "\n"),
        ("null.jsonl", json.dumps({**ROW, "text": None}) + "\n"),
        ("none.jsonl", json.dumps(ROW) + "\n"),
        ("named.jsonl", json.dumps({"headline": TITLE, "date": "2025-07-23"}) + "\n"),
        ("list.json", json.dumps([ROW])),
        ("cell.csv", f"title,published,text\n{TITLE},2025-07-23,\n"),
        ("titles.csv", f"title,published,url\n{TITLE},2025-07-23,https://herald.example/1\n"),
        ("feed.xml", FEED),
    ],
)
def test_what_has_a_title_and_no_text_is_read_where_headlines_are_asked_for(
    tmp_path: Path, name: str, content: str
) -> None:
    source = tmp_path / name
    source.write_text(content, "utf-8")
    (article,) = read_sources([source], headlines=True)
    assert isinstance(article, Article)
    assert (article.text, article.title, article.published) == (TITLE, TITLE, date(2025, 7, 23))
    assert article.is_codable
    assert article.headed() is article
    (refused,) = read_sources([source])
    assert isinstance(refused, SourceError)
    assert refused.what.endswith(("have its title coded with --headlines", "--headlines, or drop it"))


def test_code_and_add_code_a_title_without_a_text_where_headlines_are_asked_for(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    source, out = tmp_path / "titles.csv", str(tmp_path / "coded.jsonl")
    source.write_text(f"title,published,url\n{TITLE},2025-07-23,https://herald.example/1\n", "utf-8")
    coded = run("code", str(source), "--workers", "1", "--output", out, "--headlines")
    assert coded.exit_code == 0, coded.stderr
    (mention,) = map(json.loads, Path(out).read_text("utf-8").splitlines())
    assert (mention["event"], mention["mode"], mention["sentence"]["text"]) == ("SANCTION", "expel", TITLE)
    for how in ((), ("--coded", out)):
        record = str(tmp_path / f"{len(how)}.db")
        added = run("add", str(source), *how, "--record", record, "--headlines")
        assert "1 article added with 1 mention" in added.stderr
    refused = run("add", str(source), "--record", str(tmp_path / "none.db"))
    assert refused.exit_code == 1
    assert "--headlines" in refused.stderr


def test_read_takes_a_title_without_a_text_where_headlines_are_asked_for(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    path = tmp_path / "one.json"
    path.write_text(json.dumps({**ROW, "text": ""}), "utf-8")
    refused = run("read", str(path))
    assert refused.exit_code == 1
    assert "its text is empty; give the article's text, or have its title coded with --headlines" in refused.stderr
    told = json.loads(run("read", str(path), "--headlines", "--json").stdout)
    assert told["article"]["text"] == TITLE
    assert [m["mode"] for m in told["mentions"]] == ["expel"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("none.jsonl", '{"text": "", "source": "The Herald"}\n'),
        ("blank.jsonl", '{"text": "", "title": " "}\n'),
        ("table.csv", "published,url\n2025-07-23,https://herald.example/1\n"),
        ("feed.xml", FEED.replace(f"<title>{TITLE}</title>", "")),
    ],
)
def test_what_has_neither_title_nor_text_is_refused_and_headlines_are_not_spoken_of(
    tmp_path: Path, name: str, content: str
) -> None:
    source = tmp_path / name
    source.write_text(content, "utf-8")
    for headlines in (False, True):
        (refused,) = read_sources([source], headlines=headlines)
        assert isinstance(refused, SourceError)
        assert "--headlines" not in refused.what


def test_a_parquet_table_of_titles_is_read_where_headlines_are_asked_for(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    source = tmp_path / "titles.parquet"
    parquet.write_table(pyarrow.table({"title": [TITLE], "published": ["2025-07-23"]}), source)
    (article,) = read_sources([source], headlines=True)
    assert isinstance(article, Article)
    assert article.text == TITLE


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Russian drones strike Odesa, killing three - Reuters", "Russian drones strike Odesa, killing three"),
        ("Peru expels consul | The Lima Post", "Peru expels consul"),
        ("Iran - Iraq talks put off", "Iran - Iraq talks put off"),
        ("Togo shuts border - officials", "Togo shuts border - officials"),
        ("Reuters", "Reuters"),
    ],
)
def test_a_title_that_is_all_of_the_text_loses_its_sites_name(title, text):
    assert Article("", title=title).headed().text == text
    assert from_json({"title": title}, name="row", headlines=True).text == text
    assert from_entry({"title": title}, "entry", headlines=True).text == text
