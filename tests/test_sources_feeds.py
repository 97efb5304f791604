"""Feeds: each entry of an RSS or Atom file is an article, and a damaged one is named alone."""

from __future__ import annotations

import gzip
import io
import json
import pickle
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman import Article
from dragoman.cli import main
from dragoman.sources import Raw, SourceError, Sources, load, read_sources
from dragoman.sources.archives import opened_contents
from dragoman.sources.decoding import MAX_BYTES

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>Meridian &amp; Sons</title><link>https://meridian.example/world/</link>
<language>en-gb</language>
%s
</channel></rss>
"""
ATOM = """<?xml version='1.0'?><!-- a comment -->
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title type="html">The &lt;b&gt;Courier&lt;/b&gt;</title>
<link rel="self" href="https://courier.example/feed"/><link href="https://courier.example/"/>
%s
</feed>
"""
TALKS = "<item><title>Talks</title><description>Chad and Mali held talks in Bamako.</description></item>"


def entries(tmp_path: Path, text: str | bytes, name: str = "feed.xml") -> list[Article | SourceError]:
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return list(read_sources([path]))


def one(tmp_path: Path, text: str | bytes) -> Article:
    (found,) = entries(tmp_path, text)
    assert isinstance(found, Article), found
    return found


def test_an_entry_of_rss_is_an_article(tmp_path: Path) -> None:
    found = one(tmp_path, RSS % """<item>
        <media:title>A picture of it</media:title><title>Togo &amp;amp; Benin <![CDATA[sign]]></title>
        <link>togo?a=1&amp;b=2</link><guid isPermaLink="false">77</guid>
        <pubDate>Wed, 23 Jul 2025 23:10:00 +0200</pubDate><dc:creator>Afi Mensah</dc:creator>
        <description>Short.</description>
        <content:encoded><![CDATA[<p>Togo &amp; Benin signed an <a href="x">accord</a> in Lome.</p><ul>
        <li>It&nbsp;holds.</li></ul><script>alert(1)</script><p onclick="x()">They met.</p>]]></content:encoded>
        <media:content url="https://meridian.example/a.jpg"/></item>""")  # fmt: skip
    assert found.text.splitlines()[0] == "Togo & Benin signed an accord in Lome."
    assert "alert" not in found.text
    assert found.text.splitlines()[-1] == "They met."
    assert found.title == "Togo & Benin sign"
    assert found.url == "https://meridian.example/world/togo?a=1&b=2"
    assert (found.published, found.source) == (date(2025, 7, 23), "Meridian & Sons")
    assert (found.author, found.language) == ("Afi Mensah", "en")
    assert found.id == Article("x", url=found.url).id  # that of the page at its address


def test_an_entry_of_atom_is_an_article(tmp_path: Path) -> None:
    found = one(tmp_path, ATOM % """<entry><id>tag:1</id><title>Talks</title>
        <link rel="replies" href="/c"/><link rel="alternate" href="/talks"/>
        <updated>2025-07-25T08:00:00Z</updated><published>2025-07-24T23:59:00-05:00</published>
        <author><name>Bo Li</name><email>bo@courier.example</email></author><summary>Short.</summary>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Chad held <i>talks</i>.</p>
        <p>They ended.</p></div></content><source><title>Other Wire</title></source></entry>""")  # fmt: skip
    assert found.text == "Chad held talks.\nThey ended."
    assert (found.url, found.author) == ("https://courier.example/talks", "Bo Li")
    assert (found.published, found.source) == (date(2025, 7, 24), "Other Wire")
    plain = one(tmp_path, ATOM % "<entry><id>tag:2</id><updated>2025-07-25</updated>"
                "<summary>Chad left.\n Mali stayed.</summary></entry>")  # fmt: skip
    assert (plain.text, plain.id, plain.url) == ("Chad left.\nMali stayed.", "tag:2", None)
    assert (plain.published, plain.source) == (date(2025, 7, 25), "The Courier")


def test_an_entry_of_rss_one_is_an_article(tmp_path: Path) -> None:
    rdf = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
        xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Ledger</title>
        <items><rdf:Seq><rdf:li rdf:resource="https://ledger.example/1"/></rdf:Seq></items></channel>
        <item rdf:about="https://ledger.example/1"><link>https://ledger.example/1</link>
        <description>Chad left.</description><dc:date>2025-07-25</dc:date></item></rdf:RDF>"""
    found = one(tmp_path, rdf)
    assert (found.text, found.source, found.published) == ("Chad left.", "Ledger", date(2025, 7, 25))


def test_a_damaged_entry_is_named_with_its_line_and_the_rest_goes_on(tmp_path: Path) -> None:
    found = entries(tmp_path, RSS % f"""{TALKS}
        <item><description>Kenya <b>held talks.</description></item>
        <item><title>Only a title</title></item>
        <item><description>A character that is none: &#0;</description></item>
        <item><description>No end
        {TALKS}
        <item><description>Cut""")  # fmt: skip
    told = [str(one).removeprefix(str(tmp_path)) for one in found if isinstance(one, SourceError)]
    assert [one.text for one in found if isinstance(one, Article)] == ["Chad and Mali held talks in Bamako."] * 2
    assert [one.partition(": ")[0] for one in told] == [
        f"/feed.xml entry {number} (line {line})" for number, line in ((2, 7), (3, 8), (4, 9), (5, 10), (7, 12))
    ]
    for one, says in zip(told, ("damaged XML (", "neither content", "damaged XML (", "cut off", "cut off"), strict=True):
        assert says in one


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("AT&T pays &euro;5&nbsp;more &amp; &foo; &lt;b&gt;now&lt;/b&gt;", "AT&T pays €5 more & &foo; now"),
        ("<![CDATA[AT&T pays]]>", "AT&T pays"),
        ("<![CDATA[It </entry> said <entry>]]> so.", "It said so."),
        ("<!-- <item> -->Chad left.", "Chad left."),
        ("Chad\x0b left\x00.", "Chad left."),
        ("<nowhere:b>Chad</nowhere:b> left.", "Chad left."),
        ("5 &lt; 6", "5 < 6"),
    ],
)  # fmt: skip
def test_what_feeds_get_wrong_is_understood(tmp_path: Path, words: str, read: str) -> None:
    found = one(tmp_path, RSS % f"<item><description>{words}</description></item>")
    assert " ".join(found.text.split()) == read


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1"])
def test_a_feed_is_read_in_its_encoding_and_packed(tmp_path: Path, coding: str) -> None:
    text = (RSS % TALKS.replace("Bamako", "Zürich")).replace("UTF-8", coding)
    for data, name in ((text.encode(coding), "a.rss"), (gzip.compress(text.encode(coding)), "a.xml.gz")):
        (found,) = entries(tmp_path, data, name)
        assert isinstance(found, Article)
        assert found.text == "Chad and Mali held talks in Zürich."


def test_no_entity_is_expanded_and_nothing_is_looked_up(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("a secret")
    bomb = "".join(f'<!ENTITY b{n} "{f"&b{n - 1};" * 10}">' for n in range(1, 10))
    for declared in (f'<!ENTITY b0 "boom">{bomb}', f'<!ENTITY b9 SYSTEM "file://{tmp_path}/secret.txt">'):
        inside = RSS.replace("<rss", f"<!DOCTYPE rss [{declared}]>\n<rss") % TALKS.replace("Chad", "&b9;")
        (error,) = entries(tmp_path, inside)
        assert isinstance(error, SourceError)
        assert "declares entities of its own" in str(error)
    outside = RSS.replace("<rss", f'<!DOCTYPE rss SYSTEM "file://{tmp_path}/secret.txt">\n<rss') % TALKS
    assert one(tmp_path, outside).text == "Chad and Mali held talks in Bamako."
    xinclude = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{tmp_path}/secret.txt" parse="text"/>'
    assert "secret" not in one(tmp_path, RSS % TALKS.replace("Chad", f"{xinclude}Chad")).text


def test_a_feed_is_bounded_and_one_without_entries_is_named(tmp_path: Path) -> None:
    for text, says in (
        (RSS % ("<item>" + "x" * MAX_BYTES + "</item>"), "over 20 MiB"),
        (RSS % "", "without entries"),
        (RSS % TALKS.replace("Chad", "Chad " * 210_000), "over 1,000,000"),
        (RSS % TALKS.replace("Chad", "<b>" * 3_000), "damaged XML"),
    ):
        (error,) = entries(tmp_path, text)
        assert isinstance(error, SourceError)
        assert says in str(error)


def test_one_article_is_asked_for_where_a_feed_is_given(tmp_path: Path) -> None:
    for number, text in enumerate((RSS % TALKS, ATOM % "", "<!DOCTYPE rss>" + RSS.partition("?>")[2] % TALKS)):
        path = tmp_path / f"{number}.xml"
        path.write_text(text)
        with pytest.raises(SourceError, match=r"news feed of many articles.*dragoman add"):
            load(path)
    found = entries(tmp_path, "<p>The feed said so.</p><p>A feed &lt;rss&gt; is XML.</p>", "page.html")
    assert [type(one) for one in found] == [Article]


def test_what_lies_in_a_feed_can_be_carried_to_a_worker(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(RSS % TALKS)
    (raw,) = Sources([tmp_path / "feed.xml"])
    assert isinstance(raw, Raw)
    assert raw.size > 30
    assert pickle.loads(pickle.dumps(raw)).read() == raw.read()


def test_a_feed_is_coded_and_added(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(RSS % (TALKS + "<item><title>x</title></item>"))
    record = str(tmp_path / "news.db")
    given = ["add", str(tmp_path / "feed.xml"), "--record", record, "--published", "2025-07-25"]
    done = CliRunner().invoke(main, given)
    assert done.exit_code == 0, done.output
    assert "1 article added" in done.stderr
    assert "entry 2 (line 6): has neither content" in done.stderr
    shown = CliRunner().invoke(main, ["events", "--record", record, "--json"])
    assert [json.loads(line)["event"] for line in shown.stdout.splitlines()] == ["CONSULT"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([
    "<item>", "</item>", "<entry>", "</entry", "<![CDATA[", "]]>", "<!--", "-->", "<title>", "</title>", "&", "&lt;p&gt;",
    "<description>", "</description>", "Chad left.", "<link>http://[</link>", "\x00", "<", ">", "<?x", "<!DOCTYPE [", "'",
]), max_size=30))  # fmt: skip
def test_whatever_a_feed_holds_is_an_article_or_an_error(parts: list[str]) -> None:
    stream = io.BufferedReader(io.BytesIO((RSS % "".join(parts)).encode()))  # type: ignore[arg-type]
    found = [one.read() if isinstance(one, Raw) else one for one in opened_contents(stream, "feed")]
    assert found
    assert all(isinstance(one, Article | SourceError) for one in found)


def test_an_entry_whose_text_is_a_link_to_more_is_told_with_it(tmp_path: Path) -> None:
    feed = tmp_path / "feed.xml"
    entry = "<item><title>Talks in Bamako</title><description>Read more...</description></item>"
    feed.write_text(f"<rss version='2.0'><channel><title>F</title>{entry}</channel></rss>", "utf-8")
    (told,) = read_sources([str(feed)])
    assert "has no text but 'Read more...'; give the article at its link" in str(told)
