"""An unchanged plan is not checked again, and nobody can tell; a changed one is."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cache.conftest import PLAN, Ask
from tests.plans import written

from alignplan import storage
from alignplan.cache import verdicts
from alignplan.cache.request import understood
from alignplan.cli import frontdoor

FORMATS = ("full", "concise", "grouped", "markdown", "json", "json-lines", "github", "gitlab", "rdjson")


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return written(tmp_path / "plan", PLAN)


@pytest.fixture(params=[0, verdicts._RACY], ids=["by its stamps", "by its content"])
def racy(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files of a test are always fresh; without the margin for that their stamps alone decide."""
    monkeypatch.setattr(verdicts, "_RACY", request.param)


@pytest.mark.usefixtures("racy")
@pytest.mark.parametrize("output", FORMATS)
@pytest.mark.parametrize(
    "more", [(), ("--strict",), ("--fail-on", "warning"), ("--color", "always"), ("-q", "--no-pager")]
)
def test_a_replay_is_the_same_byte_for_byte(ask: Ask, plan: Path, output: str, more: tuple[str, ...]) -> None:
    (plan / "data/k.csv").unlink()
    (plan / "alignplan.yaml").write_text(PLAN["alignplan.yaml"].replace("data/k.csv", "{2026-01-01: 1}"))
    cold = ask(plan, "-f", output, *more)
    rendered, kept = ask(plan, "-f", output, *more), ask(plan, "-f", output, *more)
    assert (cold.replayed, rendered.replayed, kept.replayed) == (False, True, True)
    assert cold.out == rendered.out == kept.out
    assert cold.code == rendered.code == kept.code


def test_one_format_is_replayed_from_the_answer_in_another(
    ask: Ask, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verdicts, "_RACY", 0)
    cold = {output: ask(plan, "-f", output).out for output in FORMATS}
    replayed = [ask(plan, "-f", output) for output in FORMATS]
    assert all(answer.replayed for answer in replayed)
    assert [answer.out for answer in replayed] == list(cold.values())


@pytest.mark.parametrize("output", ["sarif", "junit"])
def test_formats_that_tell_of_the_rules_are_left_to_the_whole_program(output: str) -> None:
    assert understood(["check", "-f", output]) is None


def test_what_github_actions_is_told_is_left_to_the_whole_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert understood(["check"]) is None
    assert understood(["check", "-f", "full"]) is not None


@pytest.mark.parametrize(("fail_on", "code"), [("error", 1), ("warning", 1), ("info", 1), ("never", 0)])
def test_the_exit_code_is_that_of_the_question(ask: Ask, tmp_path: Path, fail_on: str, code: int) -> None:
    plan = written(tmp_path / "bad", "alignplan: 1\nplan: {title: x}\ntactics: {t: {}}\n")
    cold, warm = ask(plan, "--fail-on", fail_on), ask(plan, "--fail-on", fail_on)
    assert warm.replayed
    assert cold.code == warm.code == code


def rewritten(path: Path, text: str) -> None:
    """Other content of the same length under the same time of change."""
    before = path.stat()
    path.write_text(text)
    assert path.stat().st_size == before.st_size
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def as_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


CHANGES: dict[str, Callable[[Path], object]] = {
    "a file": lambda plan: (plan / "ops/a.yaml").write_text("tactics: {}\n"),
    "a file, its size and time kept": lambda plan: rewritten(plan / "ops/a.yaml", PLAN["ops/a.yaml"].replace("first", "FIRST")),
    "a file that is replaced": lambda plan: os.replace(written(plan.parent / "x", "tactics: {}\n") / "alignplan.yaml", plan / "ops/a.yaml"),
    "the root file": lambda plan: (plan / "alignplan.yaml").write_text(PLAN["alignplan.yaml"] + "lint: {ignore: A}\n"),
    "a new file": lambda plan: (plan / "ops/b.yaml").write_text("tactics: {c: {}}\n"),
    "a file that goes": lambda plan: (plan / "ops/a.yaml").unlink(),
    "a file that is named goes": lambda plan: (plan / "named.yaml").unlink(),
    "a file gets another name": lambda plan: (plan / "ops/a.yaml").rename(plan / "ops/z.yaml"),
    "a series": lambda plan: (plan / "data/k.csv").write_text("date,value\n2026-01-01,2\n"),
    "a series, its size and time kept": lambda plan: rewritten(plan / "data/k.csv", "date,value\n2026-01-01,9\n"),
    "a series that goes": lambda plan: (plan / "data/k.csv").unlink(),
    "a file that becomes a folder": lambda plan: as_folder(plan / "ops/a.yaml"),
}  # fmt: skip


SILENT = ("a series", "a series, its size and time kept", "a file, its size and time kept")
"""Changes that the findings do not tell."""


@pytest.mark.usefixtures("racy")
@pytest.mark.parametrize("change", CHANGES)
def test_what_changes_the_plan_is_seen(ask: Ask, plan: Path, change: str) -> None:
    before = ask(plan)
    CHANGES[change](plan)
    after = ask(plan)
    assert not after.replayed
    storage.remove_folder(os.path.join(verdicts.folder(), os.listdir(verdicts.folder())[0]))
    assert after.out == ask(plan).out
    assert after.out != before.out or change in SILENT


def test_a_file_that_was_missed_is_seen_when_it_comes(ask: Ask, plan: Path) -> None:
    (plan / "named.yaml").unlink()
    assert "matches no file" in ask(plan, "-f", "concise").out
    (plan / "named.yaml").write_text(PLAN["named.yaml"])
    assert "matches no file" not in ask(plan, "-f", "concise").out


def test_a_series_that_was_missed_is_seen_when_it_comes(ask: Ask, plan: Path) -> None:
    (plan / "data/k.csv").unlink()
    assert "E014" in ask(plan, "-f", "concise").out
    (plan / "data/k.csv").write_text(PLAN["data/k.csv"])
    assert "E014" not in ask(plan, "-f", "concise").out


@pytest.mark.usefixtures("racy")
def test_a_file_that_was_only_touched_is_no_change(ask: Ask, plan: Path) -> None:
    (plan / "data/k.csv").unlink()
    cold = ask(plan)
    os.utime(plan / "ops/a.yaml")
    (plan / "ops").chmod(0o700)
    warm = ask(plan)
    assert warm.replayed
    assert warm.out == cold.out
    assert ask(plan).replayed


def test_a_new_file_that_no_glob_asks_for_is_no_change_of_the_answer(ask: Ask, plan: Path) -> None:
    cold = ask(plan)
    (plan / "README.md").write_text("about the plan")
    assert ask(plan).out == cold.out


def test_another_day_is_another_question(ask: Ask, plan: Path) -> None:
    ask(plan)
    later = ask(plan, "--as-of", "2027-02-01")
    assert not later.replayed
    assert "the suppression ended on 2027-01-31" in later.out
    assert "the suppression ended" not in ask(plan).out


def test_what_was_crashed_into_is_not_kept(ask: Ask, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dataclasses import replace

    from alignplan.rules.catalog import all_rules

    rules = all_rules()
    monkeypatch.setitem(rules, "A101", replace(rules["A101"], find=lambda _plan: iter([1 / 0])))  # type: ignore[list-item]
    assert ask(plan).code == 3
    monkeypatch.undo()
    again = ask(plan)
    assert not again.replayed or "X999" not in again.out


def test_the_same_plan_through_a_link(ask: Ask, plan: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(plan, target_is_directory=True)
    direct = ask(plan, "-f", "json")
    assert ask(link, "-f", "json").out == direct.out
    (plan / "ops/a.yaml").write_text("tactics: {}\n")
    assert ask(link, "-f", "json").out == ask(plan, "-f", "json").out != direct.out


def test_the_way_of_printing_is_all_that_it_depends_on(monkeypatch: pytest.MonkeyPatch, cache: Path) -> None:
    def way(*arguments: str) -> str:
        request = understood(["check", str(cache.parent.parent), *arguments])
        assert request is not None
        return frontdoor._way(request)

    plain = way()
    assert way("--fail-on", "info") == plain
    assert len({plain, way("-f", "json"), way("--color", "always")}) == 3
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM", "COLUMNS"):
        monkeypatch.setenv(name, "47")
        assert way() != plain
        monkeypatch.delenv(name)
