from __future__ import annotations

import gzip
import io
import json
import subprocess
import sys
import textwrap
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dragoman.article import Article
from dragoman.sources import (
    SourceError,
    from_bytes,
    from_html,
    from_json,
    from_text,
    load,
    read_lines,
    unwrapped,
)
from dragoman.sources.datelines import yearless
from dragoman.sources.dates import last_such
from dragoman.sources.decoding import MAX_BYTES, MAX_CHARS
from dragoman.sources.notes import Misread

PARAGRAPHS = (
    "PORT AMARA — Zamunda recalled its ambassador to Borduria on Tuesday, the foreign ministry said.",
    "Borduria, which began to fill the reservoir in June, called the decision a mistake.",
    "Talks are to go on in Geneva next week, two diplomats with knowledge of the matter said.",
)
TITLE = "Zamunda recalls envoy over dam dispute"
TEXT = "\n\n".join((TITLE, *PARAGRAPHS))


def page(head: str = "", top: str = "", foot: str = "") -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return (
        f"<!doctype html><html lang='en'><head><title>{TITLE}</title>"
        f"<meta property='og:site_name' content='The Amara Courier'>{head}</head>"
        f"<body><nav><a href='/'>Home</a></nav><article><h1>{TITLE}</h1>{top}{body}</article>{foot}</body></html>"
    )


def reasons(article: Article) -> set[str]:
    return {omission.reason for omission in article.left_out}


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        page().encode(),
        json.dumps({"title": TITLE, "maintext": TEXT}).encode(),
        gzip.compress(page().encode()),
        gzip.compress(TEXT.encode()),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("cp1252"),
        b"\xef\xbb\xbf" + TEXT.encode(),
        page().encode("cp1252"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("Talks", "\0Talks").encode(),
    ],
)
def test_the_kind_is_told_by_content(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "story.dat"
    file.write_bytes(data)
    article = load(file)
    assert article.title == TITLE
    assert article.language == "en"
    assert "\0" not in article.text
    for paragraph in PARAGRAPHS:
        assert paragraph in article.text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        (b"\0" * 50, "empty"),
        (b"%PDF-1.7 ...", "a PDF file"),
        (b"PK\x03\x04....", "ZIP"),
        (bytes(range(256)) * 20, "binary"),
        (b"x" * (MAX_BYTES + 1), "20 MiB"),
        (b"word " * (MAX_CHARS // 4), "1,000,000"),
        (gzip.compress(b"a" * (MAX_BYTES + 1)), "decompressed"),
        (gzip.compress(b"a" * 90_000)[:-20], "cut off"),
        (b"\x1f\x8b\x08 no gzip", "damaged gzip"),
        (b'<?xml version="1.0"?><rss version="2.0"><channel/></rss>', "news feed"),
        (b'{"id": 1, "text": "a"}\n{"id": 2, "text": "b"}', "JSON Lines"),
        (b'[{"text": "a"}, {"text": "b"}]', "a list of 2 articles; use dragoman code"),
        (b"date,title,text\n2025-07-23,One,a\n", "a table of articles"),
        (b'{"title": "No text here"}', "no field 'text'"),
        (b'{"text": 12}', "expected a string"),
        (b"[" * 200_000, "nested too deep"),
        (b"WARC/1.0\r\nWARC-Type: response", "WARC"),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_what_cannot_be_read_is_refused_with_a_reason(data: bytes, message: str) -> None:
    with pytest.raises(SourceError, match=message) as raised:
        from_bytes(data, name="story.html")
    assert str(raised.value).startswith("story.html: ")
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    "source", ["/nowhere/story.txt", "/", "ftp://example.org/story", "file:///etc/hosts", "a\0b"]
)
def test_bad_paths_and_schemes_are_source_errors(source: str) -> None:
    with pytest.raises(SourceError):
        load(source)


def test_standard_input_is_read_as_bytes() -> None:
    code = "from dragoman.sources import load; print(load('-').title)"
    done = subprocess.run([sys.executable, "-c", code], input=page().encode(), capture_output=True, check=True)
    assert done.stdout.decode().strip() == TITLE


def test_importing_loads_no_heavy_library() -> None:
    code = "import sys, dragoman.sources; print([m for m in ('trafilatura', 'httpx', 'py3langid', 'lxml') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "[]"


TOMORROW_BUT_ONE = (datetime.now(UTC).date() + timedelta(days=2)).isoformat()


@pytest.mark.parametrize(
    ("head", "top", "foot", "expected"),
    [
        ("<meta property='article:published_time' content='2025-07-23T10:00:00Z'>", "", "", date(2025, 7, 23)),
        ("<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"datePublished\": \"2025-07-23\", \"dateModified\": \"2025-07-25\"}</script>", "", "", date(2025, 7, 23)),
        ("", "<time datetime='2025-07-23T01:00:00+05:00'>23 July</time>", "", date(2025, 7, 23)),
        ("", "<p class='date'>July 23, 2025</p>", "", date(2025, 7, 23)),
        ("", "", "<footer>Copyright 2019 The Amara Courier</footer>", None),
        ("", "<p class='date'>03/04/2025</p>", "", None),
        (f"<meta property='article:published_time' content='{TOMORROW_BUT_ONE}'>", "", "", None),
        ("<meta property='article:published_time' content='0001-01-01'>", "", "", None),
        ("<meta property='article:published_time' content='1969-12-31'>", "", "", None),
        ("", "", "<aside class='related'><h3>Other</h3><time datetime='2023-01-01'>1 Jan</time></aside>", None),
        ("", "", "", None),
    ],
)
def test_a_page_gives_its_own_date_or_none(head: str, top: str, foot: str, expected: date | None) -> None:
    article = from_html(page(head, top, foot))
    assert article.published == expected
    assert ("date" in reasons(article)) == (expected is None)
    assert from_html(page(head, top, foot), published=date(2024, 1, 2)).published == date(2024, 1, 2)


def test_a_page_gives_text_title_site_and_no_furniture() -> None:
    article = from_html(page(foot="<h3>Related Articles</h3><ul><li><a href='/2'>Fuel queues return</a></li></ul>"), url="https://amara.example/story")
    assert article.source == "The Amara Courier"
    assert article.url == "https://amara.example/story"
    assert "Fuel queues" not in article.text
    assert article.text.count("\n") >= len(PARAGRAPHS) - 1


_ENTRIES = [
    ("2025-07-25", "14:05", "The army shelled the town of Kati this morning, killing four people near the bridge, the mayor says."),
    ("2025-07-24", "18:45", "Rebels freed 12 soldiers today near Gao, where they had been held for nine months, the Red Cross says."),
    ("2025-07-24", "09:10", "Protesters marched in Bamako today against the curfew, and police fired tear gas near the market."),
]  # fmt: skip


def _live_blog(entries: list[str]) -> str:
    meta = '<meta property="article:published_time" content="2025-07-25T08:00:00+01:00">'
    return (
        f"<html><head><title>Mali: live</title>{meta}</head><body><main><h1>Mali: live</h1>"
        "<p>Follow the latest news from the war in Mali, where the army fights rebels in the north.</p>"
        f"{''.join(entries)}</main></body></html>"
    )


@pytest.mark.parametrize(
    "entry",
    [
        '<div class="block"><p class="time"><time datetime="{day}T{hour}:00+01:00">{hour} BST</time></p><p>{text}</p></div>',
        '<article><header><time datetime="{day}T{hour}:00Z">2h ago</time><h4>Update</h4></header><p>{text}</p></article>',
        '<h3>{written}</h3><div><span>{hour} BST</span><p>{text}</p></div>',
    ],
)  # fmt: skip
def test_a_live_blog_keeps_the_days_and_hours_of_its_entries(entry: str) -> None:
    page = _live_blog([
        entry.format(day=day, hour=hour, text=text, written=f"{int(day[-2:])} July 2025")
        for day, hour, text in _ENTRIES
    ])  # fmt: skip
    lines = from_html(page).text.split("\n")
    stamps = [line.removesuffix(" BST") for line in lines if len(line) < 20 and line[0].isdigit()]
    told = list(dict.fromkeys(stamps))  # what extraction keeps may stand twice, as on the page
    assert told == ["25 July 2025", "14:05", "24 July 2025", "18:45", "09:10"]
    assert lines[lines.index("24 July 2025") + 2].startswith("Rebels freed")


def test_hours_over_fewer_entries_or_of_the_day_alone_are_left_out() -> None:
    entry = '<div><time datetime="2025-07-{}T09:00Z">09:00</time><p>{}</p></div>'
    texts = [text for _, _, text in _ENTRIES]
    few = _live_blog([entry.format(24, text) for text in texts[:2]])
    today = _live_blog([entry.format(25, text) for text in texts])
    assert "09:00" not in from_html(few).text + from_html(today).text


@pytest.mark.parametrize("html", ["<p></p>", "<html></html>", "<p>Short item on a treaty.</p>", "<div><script>x()</script></div>", "<html><body>" + "<div>" * 5000])
def test_poor_pages_give_an_article(html: str) -> None:
    article = from_html(html)
    assert ("empty" in reasons(article)) == (not article.text)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("July 23, 2025", date(2025, 7, 23)),
        ("Published: July 23, 2025 10:30 AM PKT | Updated: July 24, 2025", date(2025, 7, 23)),
        ("Updated July 24, 2025 | Published July 23, 2025", date(2025, 7, 23)),
        ("Amara News | Updated: 2025-07-23 17:52", date(2025, 7, 23)),
        ("By Jane Roe - Wednesday, 23rd July 2025", date(2025, 7, 23)),
        ("23 Jul 2025 at 14:05", date(2025, 7, 23)),
        ("Wed 23 Jul 2025 11.04 BST", date(2025, 7, 23)),
        ("2025/07/23", date(2025, 7, 23)),
        ("23.07.2025", date(2025, 7, 23)),
        ("23/07/2025", date(2025, 7, 23)),
        ("Last updated on July 23, 2025, 5 min read", date(2025, 7, 23)),
        ("Posted on 23 July 2025 by Jane Roe", date(2025, 7, 23)),
        ("3/4/2025", None),
        ("July 23", None),
        ("July 23, 2999", None),
        ("1 January 1900", None),
        ("The attack of July 23, 2024", None),
        ("July 23, 2024 was the day on which the two armies first met at the river.", None),
        ("31 February 2025", None),
    ],
)
def test_a_date_line_near_the_top_dates_a_text(line: str, expected: date | None) -> None:
    article = from_text("\n".join((TITLE, line, *PARAGRAPHS)))
    assert article.published == expected
    assert article.title == TITLE
    assert line in article.text


@pytest.mark.parametrize(
    ("line", "expected", "source"),
    [
        ("ZAMUNDA CITY, September 14, 2025 (Amara Press) - ", date(2025, 9, 14), "Amara Press"),
        ("KLOW, Sept. 14, 2025 (APA) -- ", date(2025, 9, 14), "APA"),
        ("PORT AMARA, Zamunda, 14 September 2025 — ", date(2025, 9, 14), None),
        ("Geneva, Sunday, 14 September 2025 – ", date(2025, 9, 14), None),
        ("KLOW (Syldavia), 14 September 2025 /SYLPRESS/ - ", date(2025, 9, 14), "SYLPRESS"),
        ("SÃO TOMÉ, 2025-09-14 (Equator News Agency): ", date(2025, 9, 14), "Equator News Agency"),
        ("KLOW, September 14 (APA) - ", None, None),
        ("KLOW, September 14, 2999 (APA) - ", None, None),
        ("On September 14, 2025 – a day before the vote – ", None, None),
        ("Borduria, which on September 14, 2025 - not before - ", None, None),
        ("Signed on September 14, 2025, ", None, None),
    ],
)  # fmt: skip
def test_a_full_date_in_the_dateline_dates_a_text_that_nothing_else_dates(
    line: str, expected: date | None, source: str | None
) -> None:
    text = "\n".join((TITLE, line + PARAGRAPHS[1], PARAGRAPHS[2]))
    article = from_text(text)
    assert (article.published, article.source) == (expected, source)
    assert ("date" in reasons(article)) is (expected is None)
    row = from_json({"text": text, "source": "The Courier", "date": "2025-10-01"})
    assert (row.published, row.source) == (date(2025, 10, 1), "The Courier")
    assert from_json({"text": text}).published == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ANKARA, April 10 - Turkey will host talks with Egypt on April 21.", (4, 10)),
        ("KYIV, 6 January (Nistru Press) - Ukraine said on Tuesday that talks went on.", (1, 6)),
        ("Talks in Ankara\nANKARA, Oct. 3 — Turkey will host talks with Egypt.", (10, 3)),
        ("ANKARA, April 10, 2026 - Turkey will host talks with Egypt on April 21.", None),
        ("On April 10 - a Friday - Turkey struck the north of Syria, it said.", None),
        ("ANKARA - On April 10 Turkey hosted talks with Egypt, it said.", None),
    ],
)
def test_a_dateline_without_a_year_tells_month_and_day(text: str, told: tuple[int, int] | None) -> None:
    assert yearless(text) == told


def test_the_last_such_day_is_taken_for_a_day_without_a_year() -> None:
    today = date(2026, 11, 27)
    assert last_such(4, 10, today) == date(2026, 4, 10)
    assert last_such(12, 1, today) == date(2025, 12, 1)
    assert last_such(2, 29, today) == date(2024, 2, 29)
    assert last_such(2, 31, today) is None


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("404 Not Found", 8), ("Page not found - Kestrel Times", 20), ("Error 502 (Bad gateway)", 8),
        ("HTTP 503 Service Temporarily Unavailable", 8), ("Sorry, this page could not be found | Kestrel", 30),
    ],
)  # fmt: skip
def test_a_servers_word_that_there_is_no_article_is_none(title: str, words: int) -> None:
    body = "word " * words
    with pytest.raises(SourceError, match="is an error page"):
        from_html(f"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>{body}</p></body></html>")


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("404 Not Found", 200), ("Conflict - Kestrel Times", 8), ("503 killed in quake", 8), ("Gone", 8),
        ("Bodies not found", 8), ("404 soldiers freed", 8),
    ],
)  # fmt: skip
def test_a_page_about_what_is_gone_is_an_article(title: str, words: int) -> None:
    body = "word " * words
    page = f"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>{body}</p></body></html>"
    assert from_html(page).text


def test_a_date_in_the_headline_is_no_date_of_publication() -> None:
    assert from_text("Zamunda to vote on July 26, 2025\n" + TEXT).published is None


def test_a_printed_papers_last_line_dates_the_text() -> None:
    assert from_text(TEXT + "\n\nPublished in The Amara Courier, July 23rd, 2025").published == date(2025, 7, 23)


def test_a_byline_gives_the_author() -> None:
    assert from_text("\n".join((TITLE, "By Jane Roe | July 23, 2025", *PARAGRAPHS))).author == "Jane Roe"


def test_text_without_a_headline_has_no_title() -> None:
    assert from_text("\n\n".join(PARAGRAPHS)).title is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (TEXT, "en"),
        ("Le ministre des Affaires étrangères a annoncé mardi le rappel de son ambassadeur à cause du barrage.", "fr"),
        ("Der Außenminister hat am Dienstag den Botschafter wegen des Streits um den Staudamm zurückgerufen.", "de"),
        ("El ministro anunció el martes la retirada de su embajador por la disputa sobre la presa del río.", "es"),
        ("Министр иностранных дел объявил во вторник об отзыве посла из-за спора вокруг плотины.", "ru"),
        ("وزیر خارجہ نے منگل کو ڈیم کے تنازع پر اپنے سفیر کو واپس بلانے کا اعلان کیا ہے۔", "ur"),
        ("President Nguyễn Xuân Phúc and Recep Tayyip Erdoğan met Björn Guðmundsson in Reykjavík for talks with Þórdís Kolbrún Reykfjörð Gylfadóttir.", "en"),
        ("Nov 3: Zamundan President Amara Okello tours Indonesia, Malaysia.", None),
        ("October 28 - Turkish President Erdogan visits Baku.", None),
        ("Los Angeles-Tokyo Flight Turns Back After Passenger Mix-Up", None),
        ("Monday: Iraqi Prime Minister visits Ankara; EU ministers meet Brussels", "en"),
        ("Bundeskanzler Merz reist nach Ankara, Treffen mit Erdogan geplant", "de"),
        ("Statsminister Jonas Gahr Støre besøker Kyiv på torsdag og fredag", "no"),
        ("Президент Узбекистана Мирзиёев посетит Баку в четверг", "ru"),
        ("MINISTRO DE RELACIONES EXTERIORES VIAJA A BOLIVIA ESTE MARTES POR LA TARDE", "es"),
        ("Envoy recalled", None),
        ("Police detain activists", None),
        ("Niger junta expels diplomats", None),
        ("Xi Jinping (习近平) visits Hanoi", None),
        ("Bolivia retira a su embajador", "es"),
        ("Zamunda: deux ministres arrêtés", "fr"),
        ("Bolivia expulsa a diplomáticos rusos", "es"),
        ("A coup d’état in Zamunda", None),
        ("A communiqué backs Zamunda", None),
        ("Посол отозван из Баку", "ru"),
        ("外交部发言人星期三表示，总理将于下周访问巴黎。", "zh"),
        ("السفير يغادر", "ar"),
        ("", None),
    ],
)
def test_languages_are_named(text: str, language: str | None) -> None:
    article = from_text(text)
    assert article.language == language
    assert ("language" in reasons(article)) == (language not in {"en", None})


def test_a_json_article_as_news_please_writes_it() -> None:
    article = from_json({"maintext": TEXT, "title": TITLE, "date_publish": "2025-07-23 10:00:00", "source_domain": "amara.example", "authors": ["Jane Roe", "John Roe"], "language": "en", "url": "https://amara.example/1", "title_rss": None})
    assert (article.text, article.title, article.published) == (TEXT, TITLE, date(2025, 7, 23))
    assert (article.source, article.author, article.url) == ("amara.example", "Jane Roe, John Roe", "https://amara.example/1")
    assert article.left_out == ()


def test_lines_keep_their_text_and_damage_stops_nothing(tmp_path: Path) -> None:
    exact = "  " + TEXT + "\r\n\r\nAdvertisement\r\n"
    rows = [
        json.dumps({"id": "a", "text": exact, "published": "2025-07-23", "source": "Courier"}),
        '{"id": "b", "text": ',
        "",
        json.dumps({"id": "c", "text": None}),
        json.dumps({"id": 4, "text": ""}),
        json.dumps(["no object"]),
        json.dumps({"id": "e"}),
        json.dumps({"text": "x" * (MAX_CHARS + 1)}),
        json.dumps({"id": "f", "maintext": TEXT, "date_publish": "no date"}),
    ]
    data = "\n".join(rows).encode() + b'\n{"text": "\xff"}\n'
    for name, content in (("rows.jsonl", data), ("rows.jsonl.gz", gzip.compress(data))):
        file = tmp_path / name
        file.write_bytes(content)
        first, broken, null, empty, listed, missing, long, last, bytes_ = read_lines(file)
        assert isinstance(first, Article)
        assert (first.id, first.text, first.published) == ("a", exact, date(2025, 7, 23))
        (mark,) = first.left_out
        assert exact[mark.start : mark.end] == "Advertisement"
        faulty = ((broken, 2), (null, 4), (empty, 5), (listed, 6), (missing, 7), (long, 8), (bytes_, 10))
        for error, line in faulty:
            assert isinstance(error, SourceError)
            assert str(error).startswith(f"{file} line {line}: ")
        assert "text is empty" in str(null)
        assert isinstance(last, Article)
        assert reasons(last) == {"date"}


def test_lines_from_streams() -> None:
    row = json.dumps({"text": TEXT}) + "\n"
    for stream in (io.BytesIO(row.encode() * 2), io.StringIO(row * 2)):
        assert [type(article) for article in read_lines(stream)] == [Article, Article]


def test_lines_of_a_damaged_archive_end_with_an_error(tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl.gz"
    rows = "".join(json.dumps({"id": n, "text": f"{n} {TEXT}"}) + "\n" for n in range(5000))
    file.write_bytes(gzip.compress(rows.encode())[:-9000])
    *articles, error = read_lines(file)
    assert articles
    assert all(isinstance(article, Article) for article in articles[:-1])
    assert isinstance(error, SourceError)


def test_lone_surrogates_keep_offsets_and_can_be_written() -> None:
    article = from_json('{"text": "Zamunda \\ud800 talks"}')
    assert article.text == "Zamunda \ufffd talks"


HTML_PIECES = ["<html>", "<p>", "</p>", "<table><td>", "</div>", "<!--", "-->", "<script>", "&#0;", "&#xD800;", "\0", "<a href='http://[']>", "<meta charset=x>", "<time datetime='9999-99-99'>", TEXT, "<![CDATA["]


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.binary(max_size=300), st.text(max_size=200).map(lambda t: t.encode("utf-8", "surrogatepass")), st.lists(st.sampled_from(HTML_PIECES), max_size=12).map(lambda p: "".join(p).encode("utf-8")), st.binary(max_size=60).map(gzip.compress)))
@example(b"<!---->" * 2000 + b"x")
@example(b"<html \x00>" + b"\xff" * 30)
@example(b"<meta charset='unicode_escape'><p>\\xzz\xff</p>")
@example(b"<!doctype html><meta charset='rot13'>\xff")
def test_any_bytes_give_an_article_or_a_source_error(data: bytes) -> None:
    try:
        article = from_bytes(data, name="input")
    except SourceError:
        pass
    else:
        article.text.encode("utf-8")


JSON_VALUES = st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3), max_leaves=6)
FIELDS = st.sampled_from(["id", "text", "maintext", "title", "url", "published", "date_publish", "source", "authors", "language"])


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(st.binary(max_size=80), st.dictionaries(FIELDS, JSON_VALUES, max_size=6).map(lambda row: json.dumps(row).encode())), max_size=5))
def test_any_lines_give_articles_or_source_errors(lines: list[bytes]) -> None:
    for result in read_lines(io.BytesIO(b"\n".join(lines))):
        assert isinstance(result, (Article, SourceError))


LONG = (
    "PORT AMARA — Zamunda recalled its ambassador to Borduria on Tuesday, the foreign ministry said. "
    "Borduria, which began to fill the reservoir in June, called the decision a mistake.",
    "Three farmers were killed when border guards of Borduria opened fire near the village of "
    "Kelmis on Monday, the governor of Amara province told reporters.",
    '"We will not wait for long," Prime Minister Ivo Brandt said after a meeting of his cabinet.',
    "The two countries, both of which draw a third of their power from the river, signed a treaty "
    "on its use in 1987. Brandt and President Lena Orsic are to meet in Geneva on Friday.",
)


def wrapped(width: int, indent: str = "", between: str = "\n\n") -> str:
    paragraphs = (textwrap.fill(paragraph, width, initial_indent=indent) for paragraph in LONG)
    return f"{TITLE}\n\n" + between.join(paragraphs)


@pytest.mark.parametrize("width", [45, 55, 66, 72, 80])
@pytest.mark.parametrize(("indent", "between"), [("", "\n\n"), ("    ", "\n")])
def test_lines_of_wrapped_paragraphs_are_joined(width: int, indent: str, between: str) -> None:
    text = wrapped(width, indent, between)
    for article in (from_text(text), from_text(text.replace("\n", "\r\n"))):
        assert [line.strip() for line in article.text.split("\n") if line] == [TITLE, *LONG]
        assert article.title == TITLE


def test_a_headline_above_wrapped_lines_stays_a_line_of_its_own() -> None:
    text = "\n".join((TITLE, "By Jane Roe", "July 23, 2025", wrapped(55).split("\n\n", 1)[1]))
    article = from_text(text)
    assert (article.title, article.author, article.published) == (TITLE, "Jane Roe", date(2025, 7, 23))
    assert article.text.split("\n")[:4] == [TITLE, "By Jane Roe", "July 23, 2025", LONG[0]]


def test_an_article_of_one_wrapped_sentence_is_joined() -> None:
    sentence = "Zamunda's president will visit Borduria on 5 May 2026,\nhis office said on Monday."
    assert from_text(f"{TITLE}\n\n{sentence}\n").text.endswith("5 May 2026, his office said on Monday.")


@pytest.mark.parametrize(
    "more",
    [
        "- The envoy is to leave by Friday.\n- Borduria is to answer by the end of May, and to do so\n  in writing.",
        "1. The envoy is to leave.\n2. Borduria is to answer by the end of May, it said.\n3. The dam stays.",
        "the river came at night\nand took the house,\nand took the field,\nand left us here.",
        "Ivo Brandt, prime minister\nLena Orsic, president\nJane Roe, the Courier's correspondent",
        "Amara      14 killed     3 missing\nKelmis      2 killed     9 missing in the flood.",
    ],
)
def test_lists_verse_captions_and_tables_stay_as_they_are(more: str) -> None:
    text = from_text(f"{wrapped(66)}\n\n{more}").text
    assert LONG[0] in text
    items = [line.replace("so\n  in", "so in") for line in more.replace("so\n  in", "so in").split("\n")]
    assert text.split("\n")[-len(items):] == items


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "\n".join((TITLE, *LONG)),
        "\n\n".join((TITLE, *LONG, "A guard looks on\nphoto by Jane Roe")),
        "\n".join((TITLE, *LONG[:2], "the border is closed,", "the envoy said.", *LONG[2:])),
        "Zamunda recalled its envoy on Tuesday.\nBorduria called it a mistake.\nTalks are to go on in May.",
        "the river came at night\nand took the house,\nand took the field.",
        "",
    ],
)
def test_a_text_that_is_not_wrapped_stays_as_it_is(text: str) -> None:
    assert unwrapped(text) == text
    assert from_json({"text": text or "."}).text == (text or ".")


@pytest.mark.parametrize(
    ("broken", "joined"),
    [
        ("the Bordurian-\nbacked", "the Bordurian-backed"),
        ("the pre-\nand post-war", "the pre- and post-war"),
        ("the envoy -\na lawyer", "the envoy - a lawyer"),
    ],
)
def test_a_hyphen_at_a_lines_end_stays(broken: str, joined: str) -> None:
    text = f"The foreign ministry of Zamunda told {broken} officials on Tuesday to leave."
    assert unwrapped(text) == text.replace(broken, joined)


def test_wrapped_json_keeps_its_offsets() -> None:
    text = wrapped(55, "  ", "\r\n")
    article = from_json({"text": text})
    assert len(article.text) == len(text)
    assert article.text.index("Geneva") == text.index("Geneva")
    assert LONG[0] in article.text


def test_every_text_of_the_sample_stays_as_it_is() -> None:
    lines = (Path(__file__).parents[1] / "examples/news/articles.jsonl").read_text("utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines]
    assert texts
    assert [unwrapped(text) for text in texts] == texts


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("published", "2026-04-03T23:30:00-05:00", date(2026, 4, 3)),
        ("published", "20260403", date(2026, 4, 3)),
        ("published", 20260403, date(2026, 4, 3)),
        ("published", "April 3, 2026", date(2026, 4, 3)),
        ("published", 1775174400, date(2026, 4, 3)),
        ("published", 1775174400.5, date(2026, 4, 3)),
        ("published", "1775174400", date(2026, 4, 3)),
        ("date", 1775174400000, date(2026, 4, 3)),
        ("published", date(2026, 4, 3), date(2026, 4, 3)),
        ("published_at", "2026-04-03", date(2026, 4, 3)),
        ("publishedAt", "2026-04-03", date(2026, 4, 3)),
        ("pubDate", "Fri, 03 Apr 2026 10:00:00 GMT", date(2026, 4, 3)),
        ("date_published", "2026-04-03", date(2026, 4, 3)),
        ("published", "03/04/2026", None),
        ("published", "2026-02-30", None),
        ("published", 2026, None),
        ("published", True, None),
        ("published", 10**300, None),
        ("published", float("nan"), None),
        ("published", TOMORROW_BUT_ONE, None),
    ],
)
def test_a_day_of_publication_is_read_or_named(field: str, value: object, expected: date | None) -> None:
    article = from_json({"text": TEXT, field: value})
    assert article.published == expected
    assert [o.detail for o in article.left_out if str(value)[:40] in o.detail] == (
        [] if expected else [o.detail for o in article.left_out]
    )
    assert (Misread.of(article).count == 1) == (expected is None)


def test_a_second_field_gives_the_day_that_the_first_does_not() -> None:
    assert from_json({"text": TEXT, "published": "yesterday", "date": "2026-04-03"}).published == date(2026, 4, 3)
    assert Misread.of(from_json({"text": TEXT, "published": " "})).count == 0


def test_only_the_first_few_dates_are_shown() -> None:
    articles = [from_json({"text": TEXT, "published": f"0{n}/04/2026"}) for n in (1, 1, 2, 3, 5)]
    told = sum(map(Misread.of, articles), Misread()).text()
    assert "5 ('01/04/2026', '02/04/2026', '03/04/2026', …); write them as" in told


@pytest.mark.parametrize(
    ("text", "encoding", "language"),
    [
        ("中国外长访问巴黎。双方讨论贸易问题。", "gb2312", "zh"),
        ("日本の首相は火曜日、ソウルで会談した。", "shift_jis", "ja"),
        ("Министр прибыл во вторник в Анкару. Он говорил о зерне и мире.", "koi8-r", "ru"),
    ],
)
def test_a_short_text_in_another_encoding_is_left_for_its_language(text: str, encoding: str, language: str) -> None:
    article = from_bytes(text.encode(encoding), name="story.txt")
    assert article.language == language
    assert "language" in reasons(article)


def test_what_a_browser_does_not_show_is_no_text() -> None:
    hidden = "<p hidden>Syldavia bombed Port Amara on Monday.</p>"
    stored = "<template><p>Borduria shelled Port Amara on Monday.</p></template>"
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    page = f"<html><body><article><h1>{TITLE}</h1>{body}{hidden}{stored}</article></body></html>"
    text = from_html(page).text
    assert "Zamunda recalled" in text
    assert "bombed" not in text
    assert "shelled" not in text


def test_marks_of_no_width_do_not_cut_words() -> None:
    article = from_text("Zamunda\u200b recalled its am\u00adbassador to Borduria on Tuesday.")
    assert article.text == "Zamunda recalled its ambassador to Borduria on Tuesday."
