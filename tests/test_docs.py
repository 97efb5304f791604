"""What the docs say is what the code does."""

from __future__ import annotations

import re
import runpy

import pytest

from tests.conftest import ROOT

README = (ROOT / "README.md").read_text("utf-8")
WRITER = runpy.run_path(str(ROOT / "tools" / "write_docs.py"))


@pytest.mark.parametrize("name", sorted(WRITER["PAGES"]))
def test_generated_pages_are_up_to_date(name):
    written = (ROOT / name).read_text("utf-8")
    assert written == WRITER["PAGES"][name](), "run: python tools/write_docs.py"


def test_every_file_the_readme_points_to_is_there():
    for target in re.findall(r"\]\((?!http)([^)#]+)\)", README):
        assert (ROOT / target).exists(), target


@pytest.mark.parametrize("name", ["README.md", "docs/record.md"])
def test_the_python_example_of_a_page_prints_what_it_says(name, capsys, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    (code,) = re.findall(r"```python\n(.*?)```", (ROOT / name).read_text("utf-8"), re.DOTALL)
    exec(compile(code, name, "exec"), {})
    said = [line.strip()[2:] for line in code.splitlines() if line.strip().startswith("# ")]
    assert capsys.readouterr().out.splitlines() == said


def test_the_readme_names_the_make_targets_that_exist():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"^make ([a-z]+)", README, re.MULTILINE)) <= targets


def test_no_path_of_a_machine_and_no_registry_stands_in_the_lock_files():
    for name in ("requirements.lock", "requirements-test.lock"):
        text = (ROOT / name).read_text("utf-8")
        assert "://" not in text
        assert "--index-url" not in text
        assert "--hash=sha256:" in text
