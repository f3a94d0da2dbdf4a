"""What git can and cannot tell: branches, clones that are cut short, no repository; and what is kept of it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from tests.cli.door import typed
from tests.history.gits import Repo
from tests.lineage.orchard import GOALS, ROOT, WORK, judged, planted, said, suspect

from alignplan.history import calls
from alignplan.history.revision import Revision

LATER = GOALS.replace("due: 2028", "due: 2029")
SINCE = "`apples` changed after `trees` was last touched on 2026-09-01: due 2028 → 2029"
TOUCHED = WORK.replace("Plant trees", "Plant old trees")


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    repo = planted(tmp_path / "plan")
    repo.write(goals=LATER)
    repo.commit("2026-10-01")
    return repo


def clone(repo: Repo, folder: Path, *options: str) -> Path:
    repo.git("clone", "-q", *options, f"file://{repo.folder}", str(folder))
    return folder


def test_without_a_repository_nothing_is_found_and_that_is_said(tmp_path: Path) -> None:
    for name, text in (("alignplan", ROOT), ("goals", LATER), ("works", WORK)):
        (tmp_path / f"{name}.yaml").write_text(text)
    plan, found = judged(tmp_path)
    assert found == []
    assert plan.untold == (
        "A112 needs git history: this plan is in no git repository (begin one: `git init`, then commit the plan)"
    )
    done = typed(tmp_path, "check", "--select", "A112")
    assert (done.code, done.err) == (0, f"note: {plan.untold}\n")
    assert typed(tmp_path, "check", "--select", "A112", "-q").err == ""
    assert typed(tmp_path, "check").err == ""


def test_without_a_commit_that_is_said(tmp_path: Path) -> None:
    repo = Repo(tmp_path / "plan")
    repo.write(alignplan=ROOT, goals=LATER, works=WORK)
    plan, found = judged(repo)
    assert (found, plan.untold) == (
        [],
        "A112 needs git history: the repository has no commit yet (commit the plan first)",
    )


def test_without_git_that_is_said(repo: Repo, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    plan, found = judged(repo)
    assert found == []
    assert plan.untold == (
        "A112 needs git history: git is not installed, or not in PATH "
        "(install git; `alignplan check` does without it)"
    )


def test_a_plan_that_is_not_committed_at_all_is_being_touched(tmp_path: Path) -> None:
    repo = Repo(tmp_path / "top")
    repo.put("README", "other things\n")
    repo.commit()
    repo.write(**{"plan/alignplan": ROOT, "plan/goals": LATER, "plan/works": WORK})
    plan, found = judged(repo.folder / "plan")
    assert (found, plan.untold) == ([], "")


def test_a_clone_cut_short_tells_what_it_knows(repo: Repo, tmp_path: Path) -> None:
    repo.write(works=TOUCHED)
    repo.commit("2026-10-05")
    repo.write(goals=LATER.replace("Sell fruit", "Give fruit away"))
    repo.commit("2026-10-09")
    short = clone(repo, tmp_path / "short", "--depth=1")
    plan, found = judged(short)
    assert found == []
    assert plan.untold == (
        "A112 needs git history: it is cut short on 2026-10-09; what changed before is not known "
        "(`git fetch --unshallow`, or in CI check out with `fetch-depth: 0`)"
    )
    longer = clone(repo, tmp_path / "longer", "--depth=2")
    plan, found = judged(longer)
    assert [finding.message for finding in found] == [
        "`fruit` changed after 2026-10-05, and `apples` was not touched since: title Sell fruit → Give fruit away"
    ]
    assert "cut short on 2026-10-05" in plan.untold  # of `trees` nobody knows
    repo.git("fetch", "-q", "--unshallow", folder=short)
    assert said(short) == [
        "`fruit` changed after `apples` was last touched on 2026-10-01: title Sell fruit → Give fruit away"
    ]


def test_a_merged_branch_counts_as_one(repo: Repo) -> None:
    repo.git("checkout", "-q", "-b", "side", "HEAD~1")
    repo.write(works=TOUCHED)
    repo.commit("2026-10-02")
    repo.write(works=WORK.replace("due: 2027", "due: 2027-06"))
    repo.commit("2026-10-03")
    assert said(repo) == []
    repo.git("checkout", "-q", "main")
    assert said(repo) == [SINCE]
    repo.git("merge", "-q", "--no-ff", "-m", "merged", "side", day="2026-10-07")
    assert said(repo) == []
    repo.write(goals=LATER.replace("target: 5", "target: 6"))
    assert said(repo) == ["`apples` changed after `trees` was last touched on 2026-10-07: tons.target 5 → 6"]


def test_a_worktree_and_a_detached_head(repo: Repo, tmp_path: Path) -> None:
    repo.git("worktree", "add", "-q", "--detach", str(tmp_path / "tree"), "HEAD~1")
    assert said(tmp_path / "tree") == []
    repo.git("checkout", "-q", "--detach", "main", folder=tmp_path / "tree")
    assert said(tmp_path / "tree") == [SINCE]


@pytest.mark.parametrize("broken", ["tactics: [", "\x00", "tactics: {trees: {title: }}}\n"])
def test_a_version_that_cannot_be_read_is_passed_over(repo: Repo, broken: str) -> None:
    repo.write(works=broken)
    repo.commit("2026-10-03")
    assert said(repo) == []  # nothing can be said of it now
    repo.write(works=WORK)
    repo.commit("2026-10-04")
    assert said(repo) == [SINCE]
    repo.write(alignplan=broken)
    repo.commit("2026-10-05")
    repo.write(alignplan=ROOT)
    repo.commit("2026-10-06")
    assert said(repo) == [SINCE]


def test_a_clone_without_contents_crashes_nothing_and_nothing_of_it_is_kept(
    repo: Repo, tmp_path: Path, own_cache: Path
) -> None:
    repo.git("config", "uploadpack.allowFilter", "true")
    repo.write(works=TOUCHED)
    repo.commit("2026-10-05")
    partial = clone(repo, tmp_path / "partial", "--filter=blob:none")
    _, found = judged(partial)
    assert found == []
    assert not list(own_cache.glob("alignplan/*/lineage.json"))


def test_hostile_settings_run_nothing(repo: Repo, tmp_path: Path) -> None:
    marker = tmp_path / "ran"
    program = tmp_path / "bait.sh"
    program.write_text(f"#!/bin/sh\ntouch '{marker}'\n")
    program.chmod(0o755)
    for name in (
        "core.fsmonitor",
        "core.pager",
        "diff.external",
        "core.alternateRefsCommand",
        "core.sshCommand",
    ):
        repo.git("config", name, str(program))
    assert typed(repo.folder, "check", "--select", "A112").out.count("[A112]") == 1
    assert typed(repo.folder, "confirm", "--all").code == 0
    assert typed(repo.folder, "waivers").code == 0
    assert not marker.exists()


def test_a_plan_without_the_rule_asks_git_nothing(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("git was asked")

    monkeypatch.setattr(calls.Git, "__init__", refuse)
    assert typed(repo.folder, "check").code == 0
    assert typed(repo.folder, "gaps").code == 0


def test_git_is_asked_once_however_many_revisions_and_files(
    repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(12):
        repo.write(works=WORK.replace("Dig holes", f"Dig {number} holes"))
        repo.commit("2026-10-02")
    asked: list[str] = []
    ask, start = calls.Git.ask, calls.Git.start

    def count(git: calls.Git, *arguments: str, patience: float | None = None) -> bytes:
        asked.append(arguments[0])
        return ask(git, *arguments, patience=patience)

    def begin(git: calls.Git, *arguments: str) -> subprocess.Popen[bytes]:
        asked.append(arguments[0])
        return start(git, *arguments)

    monkeypatch.setattr(calls.Git, "ask", count)
    monkeypatch.setattr(calls.Git, "start", begin)
    assert suspect(repo) == []
    assert asked == ["rev-parse", "rev-parse", "cat-file", "rev-list"]


def test_what_was_looked_through_is_not_looked_through_again(repo: Repo, own_cache: Path) -> None:
    assert said(repo) == [SINCE]
    (kept,) = own_cache.glob("alignplan/*/lineage.json")
    table = json.loads(kept.read_bytes().partition(b"\n")[2])[0]
    assert [day for _, day in table[3]] == ["2026-09-01", "2026-10-01"]
    read: list[str] = []
    original = Revision.read

    def reading(revision: Revision, path: str) -> bytes:
        read.append(path)
        return original(revision, path)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Revision, "read", reading)
        assert said(repo) == [SINCE]
    assert read == []
    repo.write(works=TOUCHED)
    repo.commit("2026-10-05")
    assert said(repo) == []
    kept.write_bytes(b"damaged")
    assert said(repo) == []


def test_the_same_from_the_cache_and_without(repo: Repo, own_cache: Path) -> None:
    texts = [TOUCHED, WORK, WORK.replace("2027", "2028"), "tactics: {}", WORK, TOUCHED]
    for number, text in enumerate(texts, start=2):
        repo.write(works=text, goals=LATER.replace("target: 5", f"target: {number % 3}"))
        repo.commit(f"2026-10-{number:02}")
        grown = said(repo)
        for kept in own_cache.glob("alignplan/*/lineage.json"):
            kept.unlink()
        assert said(repo) == grown


def test_diff_compares_both_sides_by_their_own_past(repo: Repo) -> None:
    repo.write(alignplan=f"{ROOT}lint: {{select: [A112]}}\n")
    repo.commit("2026-10-02")
    found = json.loads(typed(repo.folder, "diff", "-f", "json").out)["findings"]
    assert (found["new"], found["solved"]) == ([], [])
    repo.write(works=TOUCHED)
    found = json.loads(typed(repo.folder, "diff", "-f", "json").out)["findings"]
    assert (found["new"], [one["code"] for one in found["solved"]]) == ([], ["A112"])
    repo.write(works=WORK, goals=LATER.replace("Sell fruit", "Give fruit away"))
    found = json.loads(typed(repo.folder, "diff", "-f", "json").out)["findings"]
    assert [one["item"] for one in found["new"]] == ["apples"]


def test_history_counts_what_was_suspect_on_each_day(repo: Repo) -> None:
    repo.write(alignplan=f"{ROOT}lint: {{select: [A112]}}\n")
    repo.commit("2026-10-02")
    repo.write(works=TOUCHED)
    repo.commit("2026-10-03")
    points = json.loads(
        typed(repo.folder, "history", "--of", "warnings", "--every", "commit", "-f", "json").out
    )["points"]
    assert [point["figures"]["warnings"] for point in points][-2:] == [1, 0]
