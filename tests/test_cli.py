"""The commands as a person or a program calls them."""

from __future__ import annotations

import gzip
import json
import os
import re
import stat
import subprocess
import sys
import threading
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

from dragoman import __version__
from dragoman.cli import main
from dragoman.formats.jsonl import mention_schema
from dragoman.record import Record

TEXT = "Ghana's president to visit Togo\n\nACCRA, July 22 - The president of Ghana will visit Togo on July 26.\n"


def run(*arguments: str, text: str | bytes | None = None):
    return CliRunner().invoke(main, list(arguments), input=text, catch_exceptions=False)


@pytest.fixture
def talks(tmp_path):
    """One article that reports talks."""
    source = tmp_path / "talks.jsonl"
    source.write_text(json.dumps({"id": "a", "text": "Kenya held talks with Uganda."}), "utf-8")
    return str(source)


def test_read_json_gives_one_object_with_article_and_mentions(tmp_path):
    path = tmp_path / "visit.txt"
    path.write_text(TEXT, "utf-8")
    result = run("read", str(path), "--published", "2025-07-23", "--json")
    assert result.exit_code == 0
    found = json.loads(result.stdout)
    assert set(found) == {"article", "mentions"}
    assert found["article"]["published"] == "2025-07-23"
    assert found["mentions"]
    for mention in found["mentions"]:
        jsonschema.validate(mention, mention_schema())
        assert mention["article_id"] == found["article"]["id"]
        text = found["article"]["text"]
        assert text[mention["trigger"]["start"] : mention["trigger"]["end"]] == mention["trigger"]["text"]


def test_read_shows_a_page_with_status_parties_and_evidence(tmp_path):
    path = tmp_path / "visit.txt"
    path.write_text(TEXT, "utf-8")
    result = run("read", str(path), "--published", "2025-07-23", "--width", "100")
    assert result.exit_code == 0
    for words in ("planned", "CONSULT/visit", "GHA", "TGO", "2025-07-26"):
        assert words in result.stdout
    assert "Relations" not in result.stdout  # nothing took place yet


def test_read_shows_how_two_countries_stand_and_what_is_merely_asked():
    asked = "Colombia urged Mali to free the two engineers."
    shown = run("read", "-", "--width", "100", text=asked).stdout
    assert "COL–MLI  neutral      0 cooperative, 0 conflictual, 1 asking, mean -1.0" in shown
    shown = run("read", "-", "--width", "100", text="Mali condemned Colombia on Monday.").stdout
    assert "COL–MLI  in conflict  0 cooperative, 1 conflictual, mean -2.0" in shown


def test_read_takes_standard_input():
    result = run("read", "-", "--json", text=TEXT)
    assert result.exit_code == 0
    assert json.loads(result.stdout)["article"]["title"]


def test_read_takes_a_json_article_as_news_please_writes_it(tmp_path):
    path = tmp_path / "article.json"
    row = {
        "title": "Visit", "maintext": "The president of Ghana will visit Togo on Friday.",
        "date_publish": "2025-07-23 08:00:00", "url": "https://paper.example/a",
    }  # fmt: skip
    path.write_text(json.dumps(row), "utf-8")
    found = json.loads(run("read", str(path), "--json").stdout)
    assert found["article"]["published"] == "2025-07-23"
    assert found["mentions"][0]["when"]["edtf"] == "2025-07-25"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (bytes(range(256)) * 64, "text"),
        (b"\x7fELF" + bytes(2000), "text"),
    ],
)
def test_input_that_is_no_article_gets_one_clear_line(tmp_path, content, words):
    path = tmp_path / "odd.bin"
    path.write_bytes(content)
    result = run("read", str(path))
    assert result.exit_code != 0
    message = result.stderr.strip()
    assert message.startswith("Error: ")
    assert "\n" not in message
    assert words in message.lower()


def test_a_missing_file_is_named():
    result = run("read", "no-such-file.html")
    assert result.exit_code != 0
    assert "no-such-file.html" in result.stderr


def test_a_text_in_another_language_is_named_and_left(tmp_path):
    path = tmp_path / "fr.txt"
    path.write_text(
        "Le président de la République a reçu lundi à Paris le premier ministre du Tchad, "
        "avec lequel il a évoqué la situation sécuritaire dans la région du lac.\n" * 3,
        "utf-8",
    )
    result = run("read", str(path), "--json")
    found = json.loads(result.stdout)
    assert found["mentions"] == []
    (why,) = (o["detail"] for o in found["article"]["left_out"] if o["reason"] == "language")
    shown = run("read", str(path), "--width", "200").stdout
    assert why in shown
    assert "No political event" not in shown


def test_a_wrong_date_is_refused_with_its_form():
    result = run("read", "x.txt", "--published", "23/07/2025")
    assert result.exit_code == 2
    assert "2025-07-23" in result.stderr


@pytest.mark.parametrize("coded", [b"PAR1\x15\x04\xff\xfe", b"\n{", b"[]"])
def test_what_is_no_coded_file_is_named_with_its_line(tmp_path, talks, coded):
    (tmp_path / "coded").write_bytes(coded)
    result = run("add", talks, "--record", str(tmp_path / "r.db"), "--coded", str(tmp_path / "coded"))
    assert result.exit_code == 1
    assert re.search(r"coded line \d: is no", result.stderr)


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "\udcff"), ("events", "--text", "\udcff"), ("events", "--place", "\udcff"),
        ("events", "--mode", "\udcff"), ("agenda", "--on", "9999-12-31"),
        ("agenda", "--on", "2025-02-30"), ("events", "--since", "20250723"),
        ("events", "--on", "0001-03-01", "--since", "3m"), ("brief", "--on", "0001-01-03"),
        ("events", "--on", "1000-03-01", "--since", "3m"), ("dyad", "IRN", "--until", "soon"),
    ],
)  # fmt: skip
def test_values_that_no_record_can_be_asked_for_are_refused(tmp_path, arguments):
    result = run(*arguments, "--record", str(tmp_path / "none.db"))
    assert result.exit_code == 2
    assert "Invalid value" in result.stderr
    result.stderr.encode()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("read", "x.txt", "--width", "0"), "20<=x<=1000"),
        (("code", "x.jsonl", "-o", ""), "--output is empty"),
        (("code", ""), "one is empty"),
        (("add", "x.jsonl", "", "--record", "r.db"), "one is empty"),
        (("code", "x.jsonl", "--limit-memory", "9" * 400), "is not a size"),
        (("eval", "times", "."), "is a directory"),
        (("eval", "corpus", "GOLD"), "line 1: no JSON object"),
        (("eval", "times", "GOLD"), "line 1: no JSON object"),
        (("eval", "plv", "GOLD"), "not text in UTF-8"),
        (("code", "x.jsonl", "-f", "jsonl", "-o", "GOLD"), "no folder can be made there"),
        (("export", "--format", "csv", "--output", "", "--record", "r.db"), "--output is empty"),
        (("events", "--page", "9" * 20, "--record", "r.db"), "1<=x<=1000000"),
        (("events", "--sources", "9" * 20, "--record", "r.db"), "1<=x<=1000"),
        (("events", "--confidence", "nan", "--record", "r.db"), "no number from 0 to 1"),
        (("events", "--since", "2026-05-01", "--until", "2026-04-01", "--record", "r.db"),
         "--since 2026-05-01 lies after --until 2026-04-01"),
        (("export", "--format", "csv", "--reported-since", "2026-05-01", "--reported-until", "2026-04-01",
          "--record", "r.db"), "--reported-since 2026-05-01 lies after --reported-until 2026-04-01"),
        (("dyad", "IRN", "--since", "2026-05-01", "--until", "2026-04-01", "--record", "r.db"),
         "--since 2026-05-01 lies after --until 2026-04-01"),
        (("brief", "--markdown", "--html", "--record", "r.db"), "ask for one"),
        (("brief", "--json", "--markdown", "--record", "r.db"), "ask for one"),
        (("events", "--about", "", "--record", "r.db"), "is no country or code"),
        (("events", "--place", "x" * 60_000, "--record", "r.db"), "place has 60000 characters; ask for at most 1000"),
        (("show", "", "--record", "r.db"), "it is empty; give an id"),
        (("remove", "", "--record", "r.db"), "it is empty; give an id"),
        (("link", "join", "a", "", "--record", "r.db"), "it is empty; give an id"),
        (("agenda", "--record", ""), "the record's address is empty; give a file or a postgresql:// URL"),
        (("serve", "--host", "a..b", "--user-header", "X"), "cannot be listened at"),
        (("serve", "--public-url", ""), "no web address"),
        (("evnets",), "No such command 'evnets'. Did you mean 'events'?"),
        (("briefs",), "Did you mean 'brief'?"),
        (("events", "--statsu", "planned"), "Did you mean '--status'?"),
    ],
)
def test_careless_arguments_get_a_line_of_advice(tmp_path, arguments, says):
    gold = tmp_path / "gold.jsonl"
    gold.write_bytes(b"[1]\n" if "plv" not in arguments else b"\xff\xfe\n")
    record = tmp_path / "r.db"
    Record.open(record, create=True).close()
    given = [str(gold) if one == "GOLD" else one for one in arguments]
    result = run(*given, *(["--record", str(record)] if "serve" in given else []))
    assert result.exit_code in (1, 2)
    assert says in " ".join(result.stderr.split())


def test_code_passes_over_damaged_lines_and_says_so(tmp_path):
    source, output = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    rows = [
        json.dumps({"id": "a", "text": "Kenya held talks with Uganda in Nairobi on Monday.", "published": "2025-07-23"}),
        "{not json",
        json.dumps({"id": "b", "text": None}),
        json.dumps({"id": "c", "text": "Police in Lagos arrested three protesters."}),
    ]
    source.write_text("\n".join(rows), "utf-8")
    result = run("code", str(source), "--output", str(output))
    assert result.exit_code == 0
    mentions = [json.loads(line) for line in output.read_text("utf-8").splitlines()]
    assert [m["article_id"] for m in mentions] == ["a", "c"]
    assert "line 2" in result.stderr
    assert "2 damaged" in result.stderr


def test_code_of_nothing_readable_exits_with_one(tmp_path):
    source = tmp_path / "in.jsonl"
    source.write_text("{\n[\n", "utf-8")
    assert run("code", str(source), "--output", str(tmp_path / "out.jsonl")).exit_code == 1


def test_code_writes_to_what_is_no_file_and_leaves_links(tmp_path, talks):
    pipe, link, real = tmp_path / "pipe", tmp_path / "link", tmp_path / "real"
    os.mkfifo(pipe)
    real.touch(0o640)
    link.symlink_to(real)
    got = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_text("utf-8")), daemon=True)
    reader.start()
    for output in (pipe, link, Path("/dev/null"), tmp_path / "new"):
        assert run("code", talks, "-o", str(output)).exit_code == 0
    reader.join(60)
    assert pipe.is_fifo()
    assert link.is_symlink()
    assert Path("/dev/null").is_char_device()
    assert got == [real.read_text("utf-8")] == [(tmp_path / "new").read_text("utf-8")]
    assert got[0].count("\n") == 1
    (tmp_path / "other").touch()
    assert [(tmp_path / name).stat().st_mode for name in ("new", "real")] == [
        (tmp_path / "other").stat().st_mode, stat.S_IFREG | 0o640,
    ]  # fmt: skip
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_code_says_before_it_begins_that_it_cannot_write(tmp_path, talks):
    result = run("code", talks, "-o", str(tmp_path / "absent" / "out.jsonl"))
    assert result.exit_code == 1
    assert "out.jsonl: cannot be written (No such file or directory)" in result.stderr


def test_code_gives_the_same_bytes_each_time(tmp_path, samples):
    outputs = []
    for name in ("one", "two"):
        path = tmp_path / name
        assert run("code", str(samples / "articles.jsonl"), "-o", str(path)).exit_code == 0
        outputs.append(path.read_bytes())
    assert outputs[0] == outputs[1]


def test_code_reads_gzip(tmp_path):
    source = tmp_path / "in.jsonl.gz"
    source.write_bytes(gzip.compress(json.dumps({"id": "a", "text": "Kenya held talks with Uganda."}).encode()))
    result = run("code", str(source))
    assert json.loads(result.stdout.splitlines()[0])["article_id"] == "a"


def test_version_loads_no_language_model():
    code = (
        "import sys; sys.argv=['dragoman','--version']\n"
        "from dragoman.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "assert not {'spacy', 'trafilatura', 'httpx', 'rich'} & set(sys.modules), sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert __version__ in done.stdout


@pytest.mark.parametrize("command", [[], ["read"], ["code"], ["eval"]])
def test_every_command_explains_itself(command):
    result = run(*command, "--help")
    assert result.exit_code == 0
    assert "Usage" in result.stdout


def test_every_outside_article_and_page_is_coded_without_an_error(shared, coder):
    from dragoman.sources import SourceError, load, read_lines

    found = list(read_lines(shared / "data" / "news" / "articles.jsonl"))
    rows = [row for row in found if not isinstance(row, SourceError)]
    assert all("its text is empty" in str(error) for error in found if isinstance(error, SourceError))
    pages = [load(page) for page in sorted(Path(shared / "data" / "html" / "pages").glob("*.gz"))]
    coded = list(coder.code_all([*rows, *pages]))
    assert len(coded) == len(rows) + len(pages)
    assert sum(len(mentions) for _, mentions in coded) > 300


def test_names_of_ones_own_are_known_to_the_coder(tmp_path):
    table = tmp_path / "names.tsv"
    table.write_text(
        "name\taliases\tcountry\tsectors\toffice\nReed Valley Council\tRVC\tSSD\tREB\t\n", "utf-8"
    )
    text = tmp_path / "raid.txt"
    text.write_text("Fighters of the Reed Valley Council attacked Kenyan soldiers on Monday.", "utf-8")
    found = json.loads(run("read", str(text), "--json", "--actors", str(table)).stdout)
    (mention,) = [m for m in found["mentions"] if m["event"] == "ASSAULT"]
    assert {a["country"] for a in mention["actors"]} == {"SSD"}


def test_a_faulty_table_of_names_is_told_with_its_line(tmp_path):
    table = tmp_path / "names.tsv"
    table.write_text("name\tcountry\nX\tY\n", "utf-8")
    result = run("read", "-", "--actors", str(table), text=TEXT)
    assert result.exit_code == 1
    assert "names.tsv line 1" in result.stderr


def test_a_table_of_own_names_without_a_name_is_refused(tmp_path):
    table = tmp_path / "names.tsv"
    for text in ("", "name\taliases\tcountry\tsectors\toffice\n"):
        table.write_text(text, "utf-8")
        result = run("read", "-", "--actors", str(table), text=TEXT)
        assert result.exit_code == 2
        assert "has no name" in result.stderr


def test_own_names_without_country_and_sector_are_told(tmp_path):
    table = tmp_path / "names.tsv"
    table.write_text("name\taliases\tcountry\tsectors\toffice\nZed\nBlues\t\tMLI\n", "utf-8")
    result = run("read", "-", "--actors", str(table), text=TEXT)
    assert result.exit_code == 0
    assert "told of Zed; they are found" in result.stderr


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (b"Blue Front\t\tUKX\tREB\t", "names.tsv line 3: 'UKX' is no country or code; write it as IRN"),
        (b"Blue Front\t\tMali\tWAR\t", "names.tsv line 3: 'WAR' is no sector; one of COP, GOV"),
        (b"\tBlues\tMali\tREB\t", "names.tsv line 3: the row has no name; write it in the first column"),
        (b"Blue\xff", "not text in UTF-8"),
    ],
)
def test_a_table_of_own_names_with_a_wrong_row_is_refused(tmp_path, row, says):
    table = tmp_path / "names.tsv"
    table.write_bytes(b"name\taliases\tcountry\tsectors\toffice\nRed Front\t\tmli\treb\n" + row + b"\n")
    result = run("read", "-", "--actors", str(table), text=TEXT)
    assert result.exit_code == 1
    assert says in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("brief", "--since", "7d"), ("events", "--since", "3m"), ("events", "--until", "7d"),
        ("events", "--reported-since", "7d"), ("events", "--reported-until", "1w"),
        ("dyad", "RUS", "--since", "3m", "--until", "1w"),
        ("export", "--format", "csv", "--since", "7d"),
    ],
)  # fmt: skip
def test_days_count_back_from_today_where_no_other_is_given(tmp_path, arguments):
    from dragoman.record import Record

    path = str(tmp_path / "record.db")
    Record.open(path, create=True).close()
    result = run(*arguments, "--record", path)
    assert (result.exit_code, result.exception) == (0, None), result.stderr


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_source_that_is_missing_is_named_by_itself(tmp_path, talks, workers):
    missing = str(tmp_path / "nofile")
    result = run("code", missing, talks, "--workers", workers)
    assert f"{missing}: there is no such file" in result.stderr
    assert "died" not in result.stderr
    assert result.stdout


@pytest.mark.parametrize("since", [(), ("--since", "7d"), ("--since", "1w"), ("--since", "2025-07-24")])
def test_a_brief_of_seven_days_has_seven_days(tmp_path, since):
    from dragoman.record import Record

    path = str(tmp_path / "record.db")
    Record.open(path, create=True).close()
    result = run("brief", "--record", path, "--on", "2025-07-30", *since, "--json")
    assert json.loads(result.stdout)["since"] == "2025-07-24"


def test_the_agenda_says_what_it_leaves_out():
    from inspect import signature

    from dragoman.record.daily.agenda import agenda
    from dragoman.record.questions.conditions import STALE

    days = {signature(agenda).parameters["overdue_days"].default, STALE.days}
    told = " ".join(run("agenda", "--help").stdout.split())
    assert set(map(int, re.findall(r"for (\d+) days after", told))) == days
    assert "events --overdue" in told


def test_every_mode_and_context_of_the_ontology_is_explained_once():
    from dragoman.codes import glossary
    from dragoman.events.ontology import contexts, kinds

    told = sorted((event, c.code) for c in glossary() if c.kind == "mode" for event in c.of)
    assert told == sorted((event, mode) for event, mode in kinds() if mode)
    assert [c.code for c in glossary() if c.kind == "context"] == list(contexts())
    assert all(c.meaning for c in glossary())


@pytest.mark.parametrize(
    ("called", "meant"), [("search", "events --text"), ("event", "show"), ("agnda", "agenda")]
)
def test_a_command_by_another_name_is_answered_with_its_own(called, meant):
    result = run(called, "Togo")
    assert result.exit_code == 2
    assert f"Did you mean '{meant}'" in result.stderr


@pytest.mark.parametrize("command", ["read", "code"])
def test_a_model_that_does_not_fit_is_told_in_one_line(command, talks, tmp_path, monkeypatch):
    from importlib.resources import files

    from dragoman.events import network

    (tmp_path / "model").mkdir()
    for name, text in (("config.json", "{}"), ("tokenizer.json", None)):
        text = text or (files("dragoman.events") / "model" / name).read_text("utf-8")
        (tmp_path / "model" / name).write_text(text, "utf-8")
    monkeypatch.setattr(network, "files", lambda package: tmp_path)
    result = run(command, talks)
    assert result.exit_code == 1
    (line,) = [line for line in result.stderr.splitlines() if "config.json of the model" in line]
    assert line.startswith("Error: ")
    assert "Traceback" not in result.stderr


def test_every_kind_of_event_has_plain_words_of_its_own():
    from dragoman.events.ontology import kinds
    from dragoman.wording import plain_kind

    told = [plain_kind(event, mode) for event, mode in kinds()]
    assert len(set(told)) == len(told)
    assert plain_kind("CONSULT", "third-party") == "talks hosted by a third party"


@pytest.mark.parametrize("kind", ["mode", "context", "sector", "country"])
def test_all_codes_of_a_kind_are_listed_by_its_name(kind):
    from dragoman.codes import explained

    assert len(explained(kind)) > 20
    assert {c.kind for c in explained(kind)} == {kind}


def test_every_code_of_the_output_is_explained():
    from dragoman.codes import glossary
    from dragoman.formats.jsonl import mention_schema

    told = {kind: {c.code for c in glossary() if c.kind == kind} for kind in ("type", "status", "certainty", "sector")}
    fields = mention_schema()["properties"]
    entity = mention_schema()["$defs"]["entity"]["properties"]
    assert told["type"] == set(fields["event"]["enum"])
    assert told["status"] == set(fields["status"]["enum"])
    assert told["certainty"] == set(fields["certainty"]["enum"])
    assert told["sector"] == set(entity["sectors"]["items"]["enum"])
    assert all(c.code in entity["country"]["description"] for c in glossary() if c.kind == "body")


@pytest.mark.parametrize(
    ("word", "says"),
    [("UAF", "armed men nobody identifies"), ("Togo", "TGO"), ("gangs", "CRM"), ("tgo", "Togo"),
     ("third-party", "CONSULT third-party"), ("military", "regular armed forces")],
)
def test_a_code_or_a_word_of_its_meaning_is_looked_up(word, says):
    assert says in run("codes", word).stdout


@pytest.mark.parametrize(
    ("word", "says"),
    [
        ("coup", ["ASSAULT", "take power"]),
        ("Truces", ["CONCEDE", "RETREAT ceasefire"]),
        ("tear gas", ["ASSAULT crowd-control"]),
        ("hostages", ["ASSAULT abduct", "RETREAT release"]),
        ("elections", ["no type", "context election"]),
        ("drone-strike", ["ASSAULT drone"]),
        ("tariffs", ["SANCTION discontinue", "CONCEDE"]),
        ("house arrest", ["COERCE restrict"]),
        ("sit-in", ["PROTEST demo"]),
        ("visas", ["SANCTION discontinue", "REJECT"]),
    ],
)
def test_an_everyday_word_is_told_as_what_it_is_coded(word, says):
    told = run("codes", word).stdout
    assert all(one in told for one in says)


def test_a_kind_of_codes_is_no_everyday_word():
    assert "everyday" not in run("codes", "mode").stdout


def test_everyday_words_are_coded_as_the_table_says(code):
    from dragoman.everyday import everyday

    for row in everyday():
        if row.example:
            found = [m for m in code(row.example) if m.event == row.event and (row.mode in (None, m.mode))]
            assert found, row.example
            assert row.context is None or any(row.context in m.contexts for m in found), row.example


def test_a_word_that_fits_no_code_is_refused():
    result = run("codes", "xyzzy")
    assert result.exit_code == 1
    assert "leave it out" in result.stderr


FRENCH = (
    "Le président de la République a reçu lundi à Paris le premier ministre du Tchad, avec lequel "
    "il a évoqué la situation sécuritaire dans la région du lac.\n"
)


def test_add_counts_what_is_in_another_language_or_without_a_date(tmp_path, talks):
    (tmp_path / "fr.txt").write_text(f"Publié. Published: 22 July 2025\n\n{FRENCH * 3}", "utf-8")
    result = run("add", talks, str(tmp_path / "fr.txt"), "--record", str(tmp_path / "r.db"))
    which = re.compile(r"not in English, so not coded: 1 \(\w{16} '[^']+' in French\)")
    assert which.search(result.stderr)
    coded = run("code", talks, str(tmp_path / "fr.txt"), "--workers", "1")
    assert which.search(coded.stderr)
    assert re.search(r"; [12] without a date", result.stderr)


def test_a_day_can_be_given_to_articles_that_have_none(tmp_path):
    source = tmp_path / "talks.jsonl"
    text = "The president of Ghana will visit Togo on Friday."
    rows = [{"id": "a", "text": text}, {"id": "b", "text": text, "published": "2025-07-02"}]
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    result = run("add", str(source), "--record", str(tmp_path / "r.db"), "--published", "2025-07-23")
    assert "without a date" not in result.stderr
    coded = run("code", str(source), "--workers", "1", "--published", "2025-07-23")
    days = {row["article_id"]: row["when"]["edtf"] for row in map(json.loads, coded.stdout.splitlines())}
    assert days == {"a": "2025-07-25", "b": "2025-07-04"}
    found = run("events", "--record", str(tmp_path / "r.db"), "--json").stdout
    assert {json.loads(line)["first_reported"] for line in found.splitlines()} == {"2025-07-02", "2025-07-23"}
    for listing, what in (("events", "2 events"), ("articles", "2 articles")):
        part = run(listing, "--record", str(tmp_path / "r.db"), "--json", "--limit", "1")
        assert len(part.stdout.splitlines()) == 1
        assert part.stderr == f"1 to 1 of {what}; --limit and --page give the others\n"


def test_a_page_without_text_is_refused_by_name_and_the_rest_is_kept(tmp_path):
    (tmp_path / "a.html").write_text("<html><body>" + "<div>" * 5000 + "</body></html>")
    (tmp_path / "b.html").write_text("<html><body><script>x()</script><img src=x></body></html>")
    (tmp_path / "c.txt").write_text("LAGOS, July 23, 2025 - Ghana's president met Nigerian officials in Lagos.\n")
    record = str(tmp_path / "r.db")
    result = run("add", str(tmp_path), "--record", record)
    assert result.exit_code == 0, result.output
    for name in ("a.html", "b.html"):
        assert f"{name}: no article text was found in it" in result.stderr
    assert "1 article added with" in result.stderr
    assert "2 could not be read" in result.stderr
    none = run("add", str(tmp_path / "a.html"), "--record", str(tmp_path / "none.db"))
    assert none.exit_code == 1
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize("command", ["add", "code", "read"])
def test_a_file_that_is_not_there_is_named_plainly(tmp_path, command):
    missing = str(tmp_path / "nothing.txt")
    result = run(command, missing, *(("--record", str(tmp_path / "r.db")) if command == "add" else ()))
    assert result.exit_code == 1
    assert f"{missing}: there is no such file; check the path" in result.stderr
    assert "Errno" not in result.stderr


def test_an_article_without_a_date_gets_it_when_it_is_added_again_with_one(tmp_path):
    source, path = tmp_path / "talks.txt", str(tmp_path / "r.db")
    source.write_text("The president of Ghana will visit Togo on July 26, a spokesman said.\n", "utf-8")
    add = ("add", str(source), "--record", path)
    assert "1 without a date" in run(*add).stderr
    (article,) = map(json.loads, run("articles", "--undated", "--record", path, "--json").stdout.splitlines())
    assert article["published"] is None
    said = run("events", "--record", path).stdout
    assert "report without a date" in said
    again = run(*add, "--published", "2025-07-23").stderr
    assert "0 articles added" in again
    assert "1 already there got their date and were coded anew" in again
    assert run(*add, "--published", "2025-07-24").stderr.strip().endswith("; 1 already there")
    assert "2025-07-23" in run("articles", "--record", path).stdout
    assert "No article fits" in run("articles", "--undated", "--record", path).stdout
    (event,) = map(json.loads, run("events", "--record", path, "--json").stdout.splitlines())
    assert (event["when"], event["first_reported"]) == ("2025-07-26", "2025-07-23")
    copy = str(tmp_path / "copy.db")
    assert run("backup", copy, "--record", path).exit_code == 0
    assert "1 article removed with 1 mention" in run("remove", article["id"], "--record", path).stderr
    assert "No event fits" in run("events", "--record", path).stdout
    assert event["id"] in run("events", "--record", copy).stdout


def test_mentions_coded_under_a_date_are_not_kept_without_it_in_silence(tmp_path):
    source, coded, path = tmp_path / "talks.jsonl", tmp_path / "coded.jsonl", str(tmp_path / "r.db")
    source.write_text(json.dumps({"id": "a", "text": "The president of Ghana will visit Togo on Friday."}), "utf-8")
    run("code", str(source), "--workers", "1", "--output", str(coded), "--published", "2025-07-23")
    add = ("add", str(source), "--coded", str(coded), "--record", path)
    assert "1 of these with mentions coded under one: add again with the --published" in run(*add).stderr
    assert "1 already there got their date" in run(*add, "--published", "2025-07-23").stderr


@pytest.mark.parametrize("command", ["read", "add", "code"])
def test_nothing_is_published_in_the_future(tmp_path, talks, command):
    record = ("--record", str(tmp_path / "r.db")) if command == "add" else ()
    result = run(command, talks, *record, "--published", "2990-01-01")
    assert result.exit_code == 2
    assert "nothing can have been published then" in " ".join(result.stderr.split())


def test_nothing_read_makes_no_record(tmp_path):
    result = run("add", str(tmp_path / "none.html"), "--record", str(tmp_path / "r.db"))
    assert result.exit_code == 1
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--mode", "bomb"), "'bomb' is no mode; one of"),
        (("--type", "CONSULT", "--mode", "riot"), "CONSULT has no mode riot; it is of PROTEST"),
    ],
)
def test_a_mode_that_no_event_can_have_is_refused(kept, options, told):
    result = run("events", "--record", str(kept), *options)
    assert result.exit_code == 2
    assert told in " ".join(result.stderr.split())


def test_codes_are_taken_in_whatever_case(kept):
    low = ("--type", "consult", "--mode", "visit", "--status", "occurred", "--certainty", "asserted")
    told = run("events", "--record", str(kept), "--json", *low).stdout
    assert told
    assert run("events", "--record", str(kept), "--json", *(o if o[:2] == "--" else o.title() for o in low)).stdout == told


@pytest.mark.parametrize("command", ["brief", "agenda"])
def test_a_record_of_the_past_says_where_it_ends(kept, command):
    said = run(command, "--record", str(kept)).stderr
    assert "the newest report is of 12 September 2025; --on 2025-09-12 tells of then" in said
    assert not run(command, "--record", str(kept), "--on", "2025-09-12").stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_disk_is_told_in_one_line(kept):
    for name in ("csv", "jsonl"):
        result = run("export", "--record", str(kept), "--format", name, "--output", "/dev/full")
        assert result.exit_code == 1
        assert result.stderr.startswith("Error: /dev/full: cannot be written (No space left")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_output_that_cannot_be_written_is_told_in_one_line(kept):
    command = [sys.executable, "-m", "dragoman", "events", "--record", str(kept), "--json"]
    with open("/dev/full", "w", encoding="utf-8") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    told = "Error: standard output: cannot be read or written (No space left on device)\n"
    assert (done.returncode, done.stderr) == (1, told)


def test_a_locale_without_utf_8_stops_no_command(kept):
    command = [sys.executable, "-m", "dragoman", "events", "--record", str(kept)]
    for locale in ({"PYTHONIOENCODING": "latin-1"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}):
        done = subprocess.run(command, capture_output=True, check=True, env={**os.environ, **locale})
        assert "·" in done.stdout.decode("utf-8")


def test_an_events_id_stands_whole_on_a_line_of_its_own(kept):
    lines = run("events", "--record", str(kept), "--limit", "50").stdout.splitlines()
    found = [json.loads(line) for line in
             run("events", "--record", str(kept), "--limit", "50", "--json").stdout.splitlines()]
    assert sum(bool(re.match(r"  [0-9a-f]{16} · ", line)) for line in lines) == len(found) == 50


def test_a_number_without_an_end_is_told_in_words(tmp_path):
    path = tmp_path / "blast.txt"
    path.write_text("Blast\n\nA bomb killed at least six people in Kabul on July 22, police said.\n", "utf-8")
    assert "killed 6 or more" in run("read", str(path), "--published", "2025-07-23").stdout


def test_dates_of_publication_that_are_not_understood_are_named(tmp_path):
    source = tmp_path / "talks.jsonl"
    text = "The president of Ghana will visit Togo on Friday."
    days = ("2025-07-02", "03/04/2025", "2025-02-30")
    source.write_text("".join(json.dumps({"text": f"{day}: {text}", "date": day}) + "\n" for day in days), "utf-8")
    said = "dates of publication not understood: 2 ('03/04/2025', '2025-02-30'); write them as"
    assert said in run("code", str(source), "--workers", "1").stderr
    assert said in run("add", str(source), "--record", str(tmp_path / "r.db")).stderr


def test_an_id_that_comes_again_with_another_text_is_named(tmp_path):
    source, path = tmp_path / "talks.jsonl", str(tmp_path / "r.db")
    texts = ("The president of Ghana will visit Togo.", "The president of Ghana put off his visit.")
    rows = [{"id": "a", "text": texts[0]}, {"id": "a", "text": texts[1]}, {"id": "b", "text": texts[0]},
            {"id": "b", "text": texts[0]}, {"id": "c", "text": ""}]
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    first = run("add", str(source), "--record", path).stderr
    assert f"{source} line 5: its text is empty" in first
    assert "2 articles added" in first
    assert "2 already there; 1 of these with another text than the record has, left out (id a); " in first
    again = run("add", str(source), "--record", path).stderr
    assert "0 articles added" in again
    assert "4 already there; 1 of these with another text" in again


def test_an_id_that_comes_again_is_named_where_articles_are_coded_already(tmp_path):
    source, coded, path = tmp_path / "talks.jsonl", tmp_path / "coded.jsonl", str(tmp_path / "r.db")
    rows = [{"id": "a", "text": f"The president of Ghana will visit {land}."} for land in ("Togo", "Mali")]
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    run("code", str(source), "--workers", "1", "--output", str(coded))
    added = run("add", str(source), "--coded", str(coded), "--record", path)
    assert "1 of these with another text than the record has, left out (id a)" in added.stderr


def test_read_sends_json_lines_to_code_and_add(tmp_path):
    source = tmp_path / "talks.jsonl"
    source.write_text('{"text": "a"}\n{"text": "b"}\n', "utf-8")
    assert "use dragoman code or dragoman add" in run("read", str(source)).stderr


STATUS_ROW = {
    "id": "s-1", "text": "Togo denied it.", "trigger": "denied", "event": "ACCUSE", "status": "occurred",
    "certainty": "asserted",
}  # fmt: skip


@pytest.mark.parametrize("stage", ["times", "actors", "status", "plv", "plover", "roles", "corpus", "stories", "geo"])
@pytest.mark.parametrize("content", ["", "\n\n"])
def test_an_empty_gold_file_is_refused(tmp_path, stage, content):
    (tmp_path / "gold").write_text(content, "utf-8")
    result = run("eval", stage, str(tmp_path / "gold"))
    assert result.exit_code == 1
    assert not result.stdout
    assert result.stderr.startswith("Error: ")


@pytest.mark.parametrize(
    ("stage", "told"),
    [
        ("plover", "holds no PLOVER records; each has text"), ("corpus", "no row has 'events'"),
        ("times", "row 1: "), ("actors", "row 1: "), ("roles", "row 1: "), ("stories", "no row has a 'story'"),
    ],
)  # fmt: skip
def test_gold_of_another_form_is_refused(tmp_path, stage, told):
    (tmp_path / "gold").write_text(json.dumps(STATUS_ROW) + "\n", "utf-8")
    result = run("eval", stage, str(tmp_path / "gold"))
    assert result.exit_code == 1
    assert told in result.stderr


def test_a_figure_of_nothing_is_a_dash(tmp_path):
    row = STATUS_ROW | {"text": "The weather was fine.", "trigger": "fine"}
    (tmp_path / "gold").write_text(json.dumps(row) + "\n", "utf-8")
    lines = run("eval", "status", str(tmp_path / "gold")).stdout.splitlines()
    assert [line.split() for line in lines[:2]] == [
        ["found", "0.000", "(0.000", "to", "0.793,", "n", "1)"], ["status", "-", "(n", "0)"],
    ]  # fmt: skip


def test_dates_are_told_in_words_to_people_and_in_edtf_to_programs(tmp_path):
    source, path = tmp_path / "visit.txt", str(tmp_path / "r.db")
    source.write_text("The president of Ghana will visit Togo in spring 2027, a minister said.\n", "utf-8")
    added = run("add", str(source), "--record", path, "--published", "2026-11-23").stderr
    assert added.startswith("1 article added with 1 mention")
    assert "mentions" not in added
    (event,) = map(json.loads, run("events", "--record", path, "--json").stdout.splitlines())
    assert event["when"] == "2027-21"
    on = ("--record", path, "--on", "2026-11-25")
    lists = (
        ("events", *on), ("show", event["id"], *on), ("brief", *on), ("brief", *on, "--markdown"),
        ("brief", *on, "--html"), ("agenda", *on, "--days", "365"),
    )  # fmt: skip
    for arguments in lists:
        shown = run(*arguments).stdout
        assert "spring 2027" in shown, arguments
        assert "2027-21" not in shown, arguments


@pytest.mark.parametrize(("command", "what"), [("events", "event"), ("articles", "article")])
def test_a_page_beyond_the_last_is_told_as_such(kept, command, what):
    shown = run(command, "--record", str(kept), "--limit", "5", "--page", "99").stdout
    assert re.search(rf"There is no page 99: [0-9]+ {what}s on [0-9]+ pages\.", shown)
    assert "loosen" not in shown


def test_a_page_beyond_more_than_can_be_counted_names_no_last_one():
    from dragoman.cli.eventlines import none_listed
    from dragoman.record.questions.questions import MOST_COUNTED

    told = none_listed("event", MOST_COUNTED, 20, 9_999).plain
    assert told == "There is no page 9999: more than 10,000 events."
    assert none_listed("event", 1, 20, 2).plain == "There is no page 2: 1 event on 1 page."
