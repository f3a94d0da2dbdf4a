"""The generated pages are those that the program gives today, and every rule and command has one."""

from __future__ import annotations

import pytest
from tests.docs.pages import DOCS, ROOT
from tools.docs import generate

from alignplan.cli.listing import commands
from alignplan.rules.catalog import all_rules


def test_the_generated_pages_are_up_to_date() -> None:
    changes = sorted(path.relative_to(ROOT).as_posix() for path in generate.stale())
    assert changes == [], "run `python tools/docs/generate.py`"


@pytest.mark.parametrize("code", list(all_rules()))
def test_a_rule_has_a_page_and_a_broken_plan(code: str) -> None:
    page = (DOCS / "rules" / f"{code}.md").read_text(encoding="utf-8")
    assert f"\n# {code} {all_rules()[code].name}\n" in page
    expected = (DOCS / "gallery" / code / "expected.txt").read_text(encoding="utf-8")
    assert f"[{code}] {all_rules()[code].name}: " in expected
    assert f"docs/gallery/{code}/" in expected


@pytest.mark.parametrize("name", [entry.name for entry in commands()])
def test_a_command_has_a_page_in_the_navigation(name: str) -> None:
    assert f"\n# alignplan {name}\n" in (DOCS / "commands" / f"{name}.md").read_text(encoding="utf-8")
    assert f"commands/{name}.md" in (ROOT / "mkdocs.yml").read_text(encoding="utf-8")


def test_the_navigation_names_every_page() -> None:
    named = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    pages = [path.relative_to(DOCS).as_posix() for path in sorted(DOCS.rglob("*.md"))]
    assert [page for page in pages if page not in named] == []


def test_what_is_stale_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(generate, "pages", lambda: {"rules/A101.md": "other\n"})
    monkeypatch.setattr(generate, "stale_samples", dict)
    assert generate.main(["--check"]) == 1
    told = capsys.readouterr().out.splitlines()
    assert "new  docs/rules/A101.md" in told
    assert "gone docs/rules/index.md" in told
