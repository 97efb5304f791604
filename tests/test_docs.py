"""What the docs say is what the code does."""

from __future__ import annotations

import re
import runpy
import shutil

import pytest

from tests.conftest import ROOT

README = (ROOT / "README.md").read_text("utf-8")
TABLES = sorted((ROOT / "src").rglob("*.tsv"))
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
EXAMPLES = [
    (str(page.relative_to(ROOT)), code)
    for page in PAGES
    for code in re.findall(r"```python\n(.*?)```", page.read_text("utf-8"), re.DOTALL)
]
WRITER = runpy.run_path(str(ROOT / "tools" / "write_docs.py"))


@pytest.mark.parametrize("name", sorted(WRITER["PAGES"]))
def test_generated_pages_are_up_to_date(name):
    written = (ROOT / name).read_text("utf-8")
    assert written == WRITER["PAGES"][name](), "run: python tools/write_docs.py"


def test_every_file_the_readme_points_to_is_there():
    for target in re.findall(r"\]\((?!http)([^)#]+)\)", README):
        assert (ROOT / target).exists(), target


@pytest.mark.parametrize(("name", "code"), EXAMPLES)
def test_the_python_examples_of_a_page_run_as_they_stand(name, code, kept, capsys, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    if "create=True" not in code:
        shutil.copy(kept, "news.db")
    exec(compile(code, name, "exec"), {})
    said = [line.strip()[2:] for line in code.splitlines() if line.strip().startswith("# ")]
    assert not said or capsys.readouterr().out.splitlines() == said


def test_every_page_with_an_example_is_among_them():
    assert {name for name, _ in EXAMPLES} == {"README.md", "docs/record.md", "docs/exports.md"}


def test_the_readme_names_the_make_targets_that_exist():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"^make ([a-z]+)", README, re.MULTILINE)) <= targets


def test_no_path_of_a_machine_and_no_registry_stands_in_the_lock_files():
    for name in ("requirements.lock", "requirements-test.lock"):
        text = (ROOT / name).read_text("utf-8")
        assert "://" not in text
        assert "--index-url" not in text
        assert "--hash=sha256:" in text


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name)
def test_every_data_file_names_its_source_and_licence_at_its_head(path):
    lines = path.read_text("utf-8").splitlines()
    head = " ".join(line[1:].strip() for line in lines if line.startswith("#"))
    assert re.search(r"\bsource\b|knowledge|Open Event Data Alliance|GeoNames", head, re.IGNORECASE)
    assert re.search(r"\blicence: |\(?CC BY(-SA)? 4\.0", head, re.IGNORECASE)
