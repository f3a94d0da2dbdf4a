"""`check --since`: only what a revision does not have, whatever moved; and never "nothing new" where that is not known."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.cli.door import Done, typed
from tests.history.gits import PLAN, WORK, Repo

from alignplan.output.contracts.interface import contract

ORPHAN = "  paths: {title: Pave the paths, owner: mia}\n"
LATE = "2027-06-01"
"""On this day the beds are overdue."""


@pytest.fixture
def garden(tmp_path: Path) -> Repo:
    return Repo(tmp_path / "garden").planted()


def since(repo: Repo, *arguments: str) -> Done:
    return typed(repo.folder, "check", "-f", "concise", "--since", *arguments)


def data(repo: Repo, *arguments: str) -> Any:
    found = json.loads(typed(repo.folder, "check", "-f", "json", "--since", *arguments).out)
    jsonschema.validate(found, contract("check"))
    return found


# ------------------------------------------------------------ what is new


def test_only_what_the_revision_has_not_is_told_and_counts(garden: Repo) -> None:
    garden.write(work=WORK + ORPHAN)
    assert since(garden, "HEAD", "--as-of", LATE) == Done(
        1,
        "work.yaml:11:3: error[A101] `paths` serves no objective\n"
        "New since HEAD: 1 error in 2 files (8 items). Hidden: 1 that HEAD has.\n",
        "",
    )
    garden.commit()
    done = since(garden, "HEAD", "--as-of", LATE)
    assert done == Done(0, "Nothing new since HEAD in 2 files (8 items). Hidden: 2 that HEAD has.\n", "")


def test_json_says_what_it_was_compared_with(garden: Repo) -> None:
    id = garden.commit(day="2026-11-02")
    garden.write(work=WORK + ORPHAN)
    found = data(garden, "HEAD", "--as-of", LATE)
    assert found["since"] == {"revision": "HEAD", "commit": id, "day": "2026-11-02", "whole": True}
    assert [(one["code"], one["item"]) for one in found["findings"]] == [("A101", "paths")]
    assert found["summary"] | {"files": 0, "items": 0} == {
        "files": 0, "items": 0, "error": 1, "warning": 0, "info": 0, "waived": 0, "baseline": 0, "since": 1,
    }  # fmt: skip


def test_both_are_judged_on_the_same_day(garden: Repo) -> None:
    # Nothing was overdue when it was committed; it is today, then as well.
    done = since(garden, "HEAD", "--as-of", LATE, "--fail-on", "warning")
    assert (done.code, done.out.partition(" in ")[0]) == (0, "Nothing new since HEAD")


def test_what_moves_is_not_new(garden: Repo) -> None:
    garden.write(work="# first\n\n" + WORK + ORPHAN)
    garden.commit()
    garden.write(work="tactics:\n" + ORPHAN)
    garden.write(alignplan=PLAN.replace("[work.yaml]", "[work.yaml, 'more/*.yaml']"))
    garden.put("more/beds.yaml", WORK.replace("tactics:", "# moved\ntactics:"))
    done = since(garden, "HEAD", "--as-of", LATE)
    assert done == Done(0, "Nothing new since HEAD in 3 files (8 items). Hidden: 2 that HEAD has.\n", "")


def test_what_is_renamed_is_not_new(garden: Repo) -> None:
    assert typed(garden.folder, "rename", "beds", "boxes").code == 0
    assert since(garden, "HEAD", "--as-of", LATE).out.endswith("Hidden: 1 that HEAD has.\n")


def test_what_occurs_once_more_is_new(garden: Repo) -> None:
    twice = PLAN.replace("lint: {select: [A101, A102, S404, T302]}\n", "lint: {select: [E004]}\nextra: 1\n")
    garden.write(alignplan=twice)
    garden.commit()
    garden.write(alignplan=twice + "other: 1\n")
    assert [one["message"] for one in data(garden, "HEAD")["findings"]] == ["unknown key `other`"]


def test_a_waiver_that_is_taken_away_makes_a_finding_new(garden: Repo) -> None:
    garden.write(work=WORK + ORPHAN.replace("\n", "  # alignplan: ignore[A101] later\n"))
    garden.commit()
    assert since(garden, "HEAD").out == "Nothing new since HEAD in 2 files (8 items). Hidden: 1 waived.\n"
    garden.write(work=WORK + ORPHAN)
    assert since(garden, "HEAD").code == 1


# ------------------------------------------------------------ by which rules


def test_todays_rules_judge_both(garden: Repo) -> None:
    garden.write(work=WORK + ORPHAN)
    garden.commit()
    strict = PLAN.replace("[A101, A102, S404, T302]", "[A101, A102, S404, T302, T303, T304]")
    garden.write(alignplan=strict)
    assert (
        since(garden, "HEAD").out == "Nothing new since HEAD in 2 files (8 items). Hidden: 3 that HEAD has.\n"
    )
    garden.write(alignplan=PLAN.replace("S404, ", ""))
    assert since(garden, "HEAD", "--as-of", LATE).out.endswith("Hidden: 1 that HEAD has.\n")


def test_todays_thresholds_judge_both(garden: Repo) -> None:
    lint = PLAN.replace("lint: {select: [A101, A102, S404, T302]}", "lint: {select: [T304]}")
    garden.write(alignplan=lint, work=WORK + "  far: {title: Far, start: 2027-03-01, due: 2027-09-30}\n")
    garden.commit()
    garden.write(alignplan=lint.replace("[T304]}", "[T304], thresholds: {lead: 365}}"))
    assert (
        since(garden, "HEAD").out == "Nothing new since HEAD in 2 files (8 items). Hidden: 1 that HEAD has.\n"
    )


def test_a_fault_in_the_settings_themselves_is_new_once(garden: Repo) -> None:
    garden.write(alignplan=PLAN.replace("T302]}", "T302, A999]}"))
    assert [one["code"] for one in data(garden, "HEAD")["findings"]] == ["E015"]
    garden.commit()
    assert data(garden, "HEAD")["findings"] == []


def test_a_file_that_leaves_a_folder_that_is_let_off_makes_nothing_new(garden: Repo) -> None:
    let_off = PLAN.replace("T302]}", "T302], per-file: {'old/**': [A101]}}").replace(
        "[work.yaml]", "['*/*.yaml']"
    )
    (garden.folder / "work.yaml").unlink()
    garden.write(alignplan=let_off)
    garden.put("old/work.yaml", WORK + ORPHAN)
    garden.commit()
    garden.put("new/work.yaml", WORK + ORPHAN)
    (garden.folder / "old/work.yaml").unlink()
    assert (
        since(garden, "HEAD").out == "Nothing new since HEAD in 2 files (8 items). Hidden: 1 that HEAD has.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "codes"),
    [
        (("--select", "A101"), ["A101"]),
        (("--select", "T302"), []),
        (("--scope", "paths"), ["A101"]),
        (("--scope", "beds"), []),
        (("--strict",), ["A101", "T305"]),
        (("work.yaml",), ["A101"]),
    ],
)
def test_it_goes_with_what_chooses_findings(
    garden: Repo, arguments: tuple[str, ...], codes: list[str]
) -> None:
    garden.write(work=WORK + ORPHAN)
    found = data(garden, "HEAD", *arguments)["findings"]
    assert sorted({one["code"] for one in found} & {"A101", "T305", "T302"}) == codes


def test_several_reports_in_one_run_agree(garden: Repo) -> None:
    garden.write(work=WORK + ORPHAN)
    names = (
        "full",
        "grouped",
        "markdown",
        "json",
        "json-lines",
        "github",
        "gitlab",
        "sarif",
        "junit",
        "rdjson",
    )
    formats = [part for name in names for part in ("-f", f"{name}={name}.out")]
    done = typed(garden.folder, "check", "--since", "HEAD", "--as-of", LATE, *formats)
    assert (done.code, done.out, done.err) == (1, "", "")
    texts = {name: (garden.folder / f"{name}.out").read_text() for name in names}
    assert {name for name, text in texts.items() if "A101" not in text} == set()
    assert {name for name, text in texts.items() if "beds" in text} == set()
    run = json.loads(texts["sarif"])["runs"][0]
    assert run["invocations"][0]["properties"]["hidden"] == {"baseline": 0, "since": 1}


def test_it_goes_with_fixing(garden: Repo) -> None:
    wrong = "  paths: {title: Pave the paths, supports: harvst, owner: mia}\n"
    garden.write(alignplan=PLAN.replace("[A101,", "[E009, A101,"), work=WORK + wrong)
    garden.commit()
    garden.write(work=WORK + wrong + "  hedge: {title: Plant a hedge, supports: harvset, owner: mia}\n")
    assert typed(garden.folder, "check", "--since", "HEAD", "--unsafe-fixes").code == 0
    text = (garden.folder / "work.yaml").read_text()
    assert "supports: harvst" in text
    assert "supports: harvset" not in text


# ------------------------------------------------------------ where the branch began


def test_with_three_dots_it_is_where_the_two_parted(garden: Repo) -> None:
    garden.write(work=WORK + ORPHAN)
    garden.commit()
    garden.git("branch", "topic")
    garden.write(work=WORK)
    garden.commit(message="main mends it")
    garden.git("checkout", "-q", "topic")
    assert since(garden, "main").code == 1
    assert since(garden, "main...") == Done(
        0, "Nothing new since main in 2 files (8 items). Hidden: 1 that main has.\n", ""
    )


# ------------------------------------------------------------ never "nothing new" where that is not known


@pytest.mark.parametrize(
    ("revision", "words"),
    [
        ("nope", "git knows no revision `nope`"),
        ("--upload-pack=x", "git knows no revision `--upload-pack=x`"),
        ("", "--since names no revision"),
        ("HEAD~1..HEAD", "--since HEAD~1..HEAD: that is a range"),
    ],
)
def test_a_revision_that_is_none(garden: Repo, revision: str, words: str) -> None:
    done = typed(garden.folder, "check", f"--since={revision}")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"error: {words}\nhelp: ")


def test_without_git(tmp_path: Path) -> None:
    (tmp_path / "alignplan.yaml").write_text("alignplan: 1\nplan: {title: x}\n")
    done = typed(tmp_path, "check", "--since", "HEAD")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("error: this plan is in no git repository\n")


def test_a_clone_that_is_cut_short(garden: Repo, tmp_path: Path) -> None:
    garden.commit()
    garden.git("clone", "-q", "--depth", "1", f"file://{garden.folder}", str(tmp_path / "cut"))
    done = typed(tmp_path / "cut", "check", "--since", "HEAD~1")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "error: git knows no revision `HEAD~1`\n"
        "help: this clone is cut short: `git fetch --unshallow`, or in CI check out with `fetch-depth: 0`\n"
    )


def test_where_there_was_no_plan_all_is_new(garden: Repo) -> None:
    shutil.rmtree(garden.folder / ".git")
    repo = Repo(garden.folder)
    (garden.folder / "readme").write_text("x")
    repo.git("add", "readme")
    repo.git("commit", "-q", "-m", "none yet")
    short = repo.git("rev-parse", "--short=8", "HEAD")
    done = since(repo, "HEAD", "--as-of", LATE)
    assert (
        done.err
        == f"note: there is no alignplan.yaml in HEAD ({short}, 2026-11-01): whatever is found is new\n"
    )
    assert "S404" in done.out
    assert data(repo, "HEAD", "-q")["since"]["whole"] is True


def test_what_could_not_be_read_then_counts_as_new(garden: Repo) -> None:
    garden.write(work="tactics: [\n")
    garden.commit()
    garden.write(work=WORK)
    done = since(garden, "HEAD", "--as-of", LATE)
    short = garden.git("rev-parse", "--short=8", "HEAD")
    assert done.err == (
        f"note: of HEAD ({short}, 2026-11-01) not all can be read: work.yaml; "
        "what may have been found there counts as new\n"
    )
    assert done.out == (
        "work.yaml:6:10: warning[S404] `beds` was due on 2027-03-31, and so were 2 of its steps\n"
        "New since HEAD: 1 warning in 2 files (7 items).\n"
    )


def test_a_file_that_cannot_be_read_is_told_however_old_that_is(garden: Repo) -> None:
    garden.write(work="tactics: [\n")
    garden.commit()
    done = since(garden, "HEAD")
    assert done.code == 1
    assert "error[E002]" in done.out


def test_a_rule_that_fails_on_the_past_is_told(garden: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    from alignplan.workspace import Plan

    whole = Plan.verdict_by

    def failing(self: Plan, selection: Any, lint: Any) -> Any:
        verdict = whole(self, selection, lint)
        from alignplan.linting.engine import _crash

        verdict.judged = [one for one in verdict.judged if one.finding.code != "S404"]
        verdict.judged.append(_crash("S404", ValueError("x"), self.loaded))
        return verdict

    monkeypatch.setattr(Plan, "verdict_by", failing)
    done = since(garden, "HEAD", "--as-of", LATE)
    assert "the rule S404 failed at HEAD" in done.err
    assert "warning[S404]" in done.out
    assert data(garden, "HEAD", "--as-of", LATE)["since"]["whole"] is False


def test_it_leaves_the_answer_of_a_plain_check_alone(garden: Repo) -> None:
    plain = typed(garden.folder, "check", "--as-of", LATE, "-f", "concise")
    since(garden, "HEAD", "--as-of", LATE)
    assert typed(garden.folder, "check", "--as-of", LATE, "-f", "concise") == plain
    assert "S404" in plain.out
