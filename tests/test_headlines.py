"""Headlines that stand apart from the text: put before it where somebody asks for it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dragoman import Article, Coder, Omission
from dragoman.cli import main

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
