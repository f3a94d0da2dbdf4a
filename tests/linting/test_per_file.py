"""What is ignored in some files: by glob, relative to the plan's folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.plans import TODAY, check, written

from alignplan import open_plan
from alignplan.linting.columns import for_columns, spoken
from alignplan.loading.globs import matches


def plan(per_file: str) -> dict[str, str]:
    return {
        "alignplan.yaml": f"alignplan: 1\nplan: {{title: x}}\ninclude: ['**/*.yaml']\nlint: {{per-file: {{{per_file}}}}}\n",
        "ops/one.yaml": "tactics: {one: {}}\n",
        "ops/deep/two.yaml": "tactics: {two: {}}\n",
        "three.yaml": "tactics: {three: {}}\n",
    }


def left(folder: Path, per_file: str) -> list[str]:
    return sorted(finding.item for finding in check(folder, plan(per_file), "A101").findings)


@pytest.mark.parametrize(
    ("per_file", "items"),
    [
        ("", ["one", "three", "two"]),
        ('"ops/**": A101', ["three"]),
        ('"ops/**": [T3, A101]', ["three"]),
        ('"ops/**": A', ["three"]),
        ('"ops/**": orphan-tactic', ["three"]),
        ('"ops/**": T3', ["one", "three", "two"]),
        ('"ops/*": A101', ["three", "two"]),
        ('"ops/*.yaml": A101', ["three", "two"]),
        ('"ops": A101', ["three"]),
        ('"./ops/": A101', ["three"]),
        ('"**/two.yaml": A101', ["one", "three"]),
        ('"**/*.yaml": A101', []),
        ('"*": A101', ["one", "two"]),
        ('"**": A101', []),
        ('"*.yaml": A101', ["one", "two"]),
        ('"OPS/**": A101', ["one", "three", "two"]),
        ('"ops/**": A101, "three.yaml": A101', []),
    ],
)
def test_globs(tmp_path: Path, per_file: str, items: list[str]) -> None:
    assert left(tmp_path, per_file) == items


def test_what_is_ignored_is_hidden_and_not_met(tmp_path: Path) -> None:
    opened = open_plan(written(tmp_path, plan('"ops/**": T302')), as_of=TODAY)
    verdict = opened.verdict(opened.selection())
    assert {one.finding.item for one in verdict.hidden} == {"one", "two"}
    assert {one.finding.code for one in verdict.hidden} == {"T302"}
    said = spoken(opened.verdict(for_columns(opened.selection())))
    assert {item: suppressed for (code, item), suppressed in said.items() if code == "T302"} == {
        "one": True, "two": True, "three": False,
    }  # fmt: skip


def test_without_some_nothing_can_be_said_even_there(tmp_path: Path) -> None:
    files = {**plan('"ops/**": E'), "ops/one.yaml": "tactics: {one: [unclosed\n"}
    assert [finding.code for finding in check(tmp_path, files, "E").findings] == ["E002"]


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("*.yaml", "a.yaml", True),
        ("*.yaml", "a/b.yaml", False),
        ("**/*.yaml", "a.yaml", True),
        ("**/*.yaml", "a/b/c.yaml", True),
        ("a/**", "a/b/c.yaml", True),
        ("a/**", "a", False),
        ("a/**/c.yaml", "a/c.yaml", True),
        ("a/**/c.yaml", "a/b/b/c.yaml", True),
        ("**/b/**/d", "a/b/c/d", True),
        ("?.yaml", "a.yaml", True),
        ("?.yaml", "ab.yaml", False),
        ("[ab].yaml", "b.yaml", True),
        ("[!ab].yaml", "b.yaml", False),
        ("[[a].yaml", "[.yaml", True),
        ("[a.yaml", "[a.yaml", True),
        ("a.yaml", "aXyaml", False),
        ("", "a", False),
    ],
)
def test_a_glob_fits(pattern: str, path: str, fits: bool) -> None:
    assert matches(pattern, path) is fits


def test_no_glob_takes_long() -> None:
    assert not matches("*a" * 60 + "b", "a" * 250)
    assert not matches("**/" * 60 + "b", "a/" * 200 + "c")
