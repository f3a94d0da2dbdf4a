"""What rules fix: their pages say so and show it, and a finding that can be fixed has a fix that its file takes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.cli.door import typed
from tests.rules.harness import as_of, case_paths, files_of, rules_of
from tests.rules.test_pages import example, parts

from alignplan import open_plan
from alignplan.editing.manuscript import Manuscript
from alignplan.linting.judged import Judged
from alignplan.linting.selection import Asked
from alignplan.rules.catalog import all_rules
from alignplan.text.patching import patched
from alignplan.workspace import Plan

FIXING = [code for code, rule in all_rules().items() if rule.fix is not None]
_BLOCK = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))


def test_these_rules_fix_what_they_find() -> None:
    assert FIXING == ["E004", "E005", "E006", "E007", "E009", "E015", "E016", "M203"]


@pytest.mark.parametrize("code", all_rules())
def test_the_page_says_whether_a_rule_fixes(code: str) -> None:
    words = parts(code).get("Fix", "")
    assert bool(words) == (code in FIXING)
    assert not words or re.search(r"`check\s--(unsafe-)?fix(es)?`", words)


def shown(code: str) -> tuple[str, str]:
    """A plan before and after, as the page shows it: in its section on the fix, else its two examples."""
    blocks = _BLOCK.findall(parts(code)["Fix"])
    if blocks:
        before, after = blocks
        return before, after
    return example(code, "Example")["alignplan.yaml"], example(code, "Mended")["alignplan.yaml"]


@pytest.mark.parametrize("code", FIXING)
def test_the_page_shows_what_is_fixed(code: str, tmp_path: Path) -> None:
    before, after = shown(code)
    root = tmp_path / "alignplan.yaml"
    root.write_text(before)
    assert code in {
        finding.code for finding in open_plan(tmp_path, as_of=as_of({"": before})).check().findings
    }
    done = typed(tmp_path, "check", "--unsafe-fixes", "-f", "concise")
    assert root.read_text() == after, done.err
    assert f"alignplan.yaml:{_line(before, after)}: {code} " in done.err


def _line(before: str, after: str) -> int:
    """The first line that differs."""
    pairs = zip([*before.split("\n"), ""], [*after.split("\n"), ""], strict=False)
    return next(number for number, (one, other) in enumerate(pairs, start=1) if one != other)


@pytest.mark.parametrize("case", case_paths(), ids=lambda case: f"{case.parent.name}/{case.stem}")
def test_a_finding_that_can_be_fixed_has_a_fix_that_its_file_takes(case: Path, tmp_path: Path) -> None:
    files = files_of(case)
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    plan = open_plan(tmp_path, as_of=as_of(files))
    for entry in found(plan, rules_of(case.parent.name, files)):
        finding, rule = entry.finding, entry.rule.fix
        assert rule is not None, finding
        manuscript = Manuscript(plan.loaded, plan.items, plan.source.read, str)
        fix = rule(finding, manuscript)
        assert fix.title
        assert fix.changes or fix.edits
        text = manuscript.text(finding.place.file)
        assert not fix.changes or patched(text, fix.changes).edits


def found(plan: Plan, codes: tuple[str, ...]) -> list[Judged]:
    """The findings with a remedy."""
    judged = plan.verdict(plan.selection(Asked(select=codes))).judged
    return [entry for entry in judged if entry.finding.remedy is not None]
