"""`baseline write`, `prune` and `show`, and `check` with what they keep."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.cli.door import Done, typed
from tests.plans import written

from alignplan.output.contracts.interface import contract

PLAN = """\
alignplan: 1
plan: {title: Harbour}
lint: {select: [A101, T302, T304]}
people: {ada: Ada}
objectives:
  more-ships: {title: Handle 900 ships, owner: ada, due: 2030-12-31}
tactics:
  shore-power: {title: Shore power}
  new-crane: {title: Buy a crane, supports: more-ships, owner: ada}
"""
FILE = "alignplan-baseline.json"
KEPT = """\
{
  "schema": "alignplan-baseline/1",
  "findings": [
    {"code": "T304", "item": "new-crane", "field": "actions"},
    {"code": "T304", "item": "shore-power", "field": "actions"},
    {"code": "T302", "item": "shore-power", "field": "owner"},
    {"code": "A101", "item": "shore-power", "field": "supports"}
  ]
}
"""
CLEAN = "No findings in 1 file (4 items). Hidden: 4 in the baseline.\n"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return written(tmp_path, PLAN)


@pytest.fixture
def kept(plan: Path) -> Path:
    assert typed(plan, "baseline", "write").code == 0
    assert (plan / FILE).read_text() == KEPT
    return plan


def check(plan: Path, *arguments: str) -> Done:
    return typed(plan, "check", "-f", "concise", *arguments)


def edited(plan: Path, before: str, after: str) -> None:
    text = (plan / "alignplan.yaml").read_text()
    assert before in text
    (plan / "alignplan.yaml").write_text(text.replace(before, after))


# ------------------------------------------------------------ write


def test_what_is_written_is_shown_first(plan: Path) -> None:
    patch = (
        f"diff --git a/{FILE} b/{FILE}\nnew file mode 100644\n--- /dev/null\n+++ b/{FILE}\n@@ -0,0 +1,9 @@\n"
    )
    patch += "".join(f"+{line}\n" for line in KEPT.splitlines())
    dry = typed(plan, "baseline", "write", "--dry-run")
    assert dry == Done(
        0, patch, "note: 4 findings in the baseline: 4 came, 0 went\nnote: nothing is written (--dry-run)\n"
    )
    assert not (plan / FILE).exists()
    done = typed(plan, "baseline", "write")
    assert done == Done(0, patch, "note: 4 findings in the baseline: 4 came, 0 went\n")
    assert (plan / FILE).read_text() == KEPT
    assert typed(plan, "baseline", "write") == Done(0, "", "note: the baseline says so already\n")


def test_what_is_kept_is_left_out_and_counted(kept: Path) -> None:
    assert check(kept) == Done(0, CLEAN, "")
    edited(kept, "tactics:\n", "# a line\ntactics:\n  tugs: {title: Tugs, owner: ada, actions: {buy: Buy}}\n")
    assert check(kept) == Done(
        1,
        "alignplan.yaml:9:3: error[A101] `tugs` serves no objective\n"
        "Found 1 error in 1 file (6 items). Hidden: 4 in the baseline.\n",
        "",
    )
    found = json.loads(typed(kept, "check", "-f", "json").out)
    jsonschema.validate(found, contract("check"))
    assert (len(found["findings"]), found["summary"]["baseline"]) == (1, 4)


def test_all_is_seen_without_it(kept: Path) -> None:
    done = check(kept, "--no-baseline")
    assert (done.code, done.out.splitlines()[-1]) == (1, "Found 1 error, 3 warnings in 1 file (4 items).")
    assert check(kept) == Done(0, CLEAN, "")


def test_a_file_that_moves_makes_nothing_new(kept: Path) -> None:
    head, _, tactics = PLAN.partition("tactics:")
    (kept / "alignplan.yaml").write_text(head + "include: [t.yaml]\n")
    (kept / "t.yaml").write_text(f"# moved\ntactics:{tactics}")
    assert check(kept).out == "No findings in 2 files (4 items). Hidden: 4 in the baseline.\n"


def test_what_is_waived_is_not_kept(plan: Path) -> None:
    edited(
        plan,
        "supports: more-ships, owner: ada}",
        "supports: more-ships, owner: ada}  # alignplan: ignore[T304] later",
    )
    typed(plan, "baseline", "write")
    assert check(plan).out == "No findings in 1 file (4 items). Hidden: 3 in the baseline, 1 waived.\n"


def test_rules_that_do_not_run_keep_what_they_have(kept: Path) -> None:
    typed(kept, "baseline", "write", "--select", "T302,T304")
    assert (kept / FILE).read_text() == KEPT
    edited(kept, "{title: Shore power}", "{title: Shore power, owner: ada, supports: more-ships}")
    typed(kept, "baseline", "write", "--select", "T302,T304")
    entries = json.loads((kept / FILE).read_text())["findings"]
    assert [entry["code"] for entry in entries] == ["T304", "T304", "A101"]


def test_the_strict_rules_are_kept_with_strict(plan: Path) -> None:
    typed(plan, "baseline", "write", "--strict")
    codes = [entry["code"] for entry in json.loads((plan / FILE).read_text())["findings"]]
    assert {"P706", "T305"} <= set(codes)
    assert check(plan, "--strict").out.startswith("No findings")
    typed(plan, "baseline", "write")
    assert [entry["code"] for entry in json.loads((plan / FILE).read_text())["findings"]] == codes


def test_as_json(kept: Path) -> None:
    edited(kept, "owner: ada}\n", "owner: ada, actions: {buy: Buy}}\n")
    edited(kept, "tactics:\n", "tactics:\n  tugs: {title: Tugs, owner: ada, actions: {buy: Buy}}\n")
    answer = json.loads(typed(kept, "baseline", "write", "-f", "json").out)
    jsonschema.validate(answer, contract("edit"))
    assert answer["written"] is True
    assert [(one["op"], one["line"], one["id"], one["field"], one["code"]) for one in answer["changes"]] == [
        ("added", 7, "tugs", "supports", "A101"),
        ("removed", 4, "new-crane", "actions", "T304"),
    ]
    assert answer["patch"].splitlines()[5:] == [
        ' "schema": "alignplan-baseline/1",'.replace(' "', '   "', 1),
        '   "findings": [',
        '-    {"code": "T304", "item": "new-crane", "field": "actions"},',
        '     {"code": "T304", "item": "shore-power", "field": "actions"},',
        '     {"code": "T302", "item": "shore-power", "field": "owner"},',
        '-    {"code": "A101", "item": "shore-power", "field": "supports"}',
        '+    {"code": "A101", "item": "shore-power", "field": "supports"},',
        '+    {"code": "A101", "item": "tugs", "field": "supports"}',
        "   ]",
        " }",
    ]


def test_line_ends_stay_as_they_are(kept: Path) -> None:
    (kept / FILE).write_bytes(KEPT.replace("\n", "\r\n").encode())
    edited(kept, "{title: Shore power}", "{title: Shore power, owner: ada}")
    typed(kept, "baseline", "prune")
    assert (kept / FILE).read_bytes() == "".join(
        f"{line}\r\n" for line in KEPT.splitlines() if "T302" not in line
    ).encode()


def test_what_leaves_all_else_in_doubt_is_never_kept(plan: Path) -> None:
    edited(plan, "alignplan: 1", "alignplan: 2")
    done = typed(plan, "baseline", "write", "-f", "json")
    assert done.err == (
        "note: 4 findings in the baseline: 4 came, 0 went\nnote: no baseline takes E013: mend what it finds\n"
    )
    assert "error[E013]" in check(plan).out


@pytest.mark.parametrize("action", ["write", "prune"])
def test_of_a_plan_that_cannot_be_read_nothing_is_concluded(kept: Path, action: str) -> None:
    edited(kept, "tactics:", "tactics: [")
    assert typed(kept, "baseline", action) == Done(
        2,
        "",
        "error: not all of the plan can be read, so that it is not known what is found in it\n"
        "help: mend that first: `alignplan check --select E`\n",
    )
    assert (kept / FILE).read_text() == KEPT
    assert "4 in the baseline: 4 not judged." in typed(kept, "baseline", "show", "-q").out


# ------------------------------------------------------------ prune and show


def test_what_is_solved_is_taken_out(kept: Path) -> None:
    edited(kept, "{title: Shore power}", "{title: Shore power, owner: ada, supports: more-ships}")
    done = typed(kept, "baseline", "show")
    assert done.out == (
        "rule  name           item         field     times  today\n"
        "T304  no-steps       new-crane    actions       1  found\n"
        "T304  no-steps       shore-power  actions       1  found\n"
        "T302  unowned        shore-power  owner         1  solved\n"
        "A101  orphan-tactic  shore-power  supports      1  solved\n"
        "\n4 in the baseline: 2 found, 2 solved. As of 2026-11-22.\n"
    )
    assert typed(kept, "baseline", "prune").err == "note: 2 findings in the baseline: 0 came, 2 went\n"
    assert typed(kept, "baseline", "prune") == Done(0, "", "note: the baseline says so already\n")
    edited(kept, "owner: ada, supports: more-ships}", "supports: more-ships}")
    assert "warning[T302]" in check(kept).out


def test_prune_takes_in_nothing(kept: Path) -> None:
    edited(kept, "tactics:\n", "tactics:\n  tugs: {title: Tugs}\n")
    assert typed(kept, "baseline", "prune") == Done(0, "", "note: the baseline says so already\n")
    shown = typed(kept, "baseline", "show").out
    assert shown.endswith("\n4 in the baseline: 4 found. 3 findings are not in it. As of 2026-11-22.\n")


def test_what_is_not_judged_is_kept(kept: Path) -> None:
    edited(
        kept,
        "lint: {select: [A101, T302, T304]}",
        "lint: {select: [A101, T304], per-file: {alignplan.yaml: [A101]}}",
    )
    assert typed(kept, "baseline", "prune") == Done(0, "", "note: the baseline says so already\n")
    answer = json.loads(typed(kept, "baseline", "show", "-f", "json").out)
    jsonschema.validate(answer, contract("baseline"))
    assert answer["baseline"] == FILE
    assert [(one["code"], one["item"], one["state"]) for one in answer["entries"]] == [
        ("T304", "new-crane", "found"),
        ("T304", "shore-power", "found"),
        ("T302", "shore-power", "not_judged"),
        ("A101", "shore-power", "not_judged"),
    ]
    assert answer["summary"] == {"known": 4, "found": 2, "solved": 0, "not_judged": 2, "new": 0}


def test_rules_that_are_gone_are_solved(plan: Path) -> None:
    text = KEPT.replace('"T304", "item": "new', '"T999", "item": "new')
    (plan / FILE).write_text(text)
    shown = typed(plan, "baseline", "show", "-f", "csv").out.splitlines()
    assert shown[1] == "T999,,new-crane,actions,1,solved"
    typed(plan, "baseline", "prune")
    assert "T999" not in (plan / FILE).read_text()


def test_without_a_baseline(plan: Path) -> None:
    shown = typed(plan, "baseline", "show")
    assert shown == Done(
        0,
        "0 in the baseline. 4 findings are not in it. As of 2026-11-22.\n",
        f"note: there is no {FILE}; `alignplan baseline write` writes one\n",
    )
    assert typed(plan, "baseline", "prune") == Done(0, "", "note: there is no baseline\n")
    assert json.loads(typed(plan, "baseline", "show", "-f", "json", "-q").out)["baseline"] is None


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("wrte",), "error: baseline wrte: there is nothing of that name to do\nhelp: did you mean `write`?\n"),
        (("show", "--dry-run"), "error: `baseline show` writes nothing\nhelp: leave --dry-run and --force out\n"),
        (("write", "-f", "csv"), "error: unknown output format `csv`\nhelp: there are diff, json\n"),
        (("write", "--select", "A999"), "error: there is no rule A999\nhelp: did you mean A109?\n"),
    ],
)  # fmt: skip
def test_what_is_typed_wrong(plan: Path, arguments: tuple[str, ...], words: str) -> None:
    assert typed(plan, "baseline", *arguments) == Done(2, "", words)


# ------------------------------------------------------------ a file that is none


@pytest.mark.parametrize(
    "arguments", [("check",), ("baseline", "show"), ("baseline", "prune"), ("baseline", "write")]
)
def test_a_baseline_that_is_none_is_never_overlooked(kept: Path, arguments: tuple[str, ...]) -> None:
    check(kept)
    (kept / FILE).write_text(KEPT + "<<<<<<< HEAD\n")
    done = typed(kept, *arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        f"error: {FILE}:10:1: not JSON: extra data\n"
        "help: mend it, or write it anew: `alignplan baseline write --force`\n"
    )
    assert check(kept, "--no-baseline").code == 1
    assert typed(kept, "baseline", "write", "--force", "-q").code == 0
    assert (kept / FILE).read_text() == KEPT


def test_a_folder_of_that_name_is_none_either(plan: Path) -> None:
    check(plan)
    (plan / FILE).mkdir()
    done = check(plan)
    assert done == Done(
        2, "", f"error: {FILE} cannot be read: it is a folder\nhelp: `check --no-baseline` does without it\n"
    )
    assert typed(plan, "baseline", "write").code == 2
    assert typed(plan, "rename", "new-crane", "crane", "--dry-run").code == 2


def test_a_link_out_of_the_folder_is_not_read(tmp_path: Path) -> None:
    plan = written(tmp_path / "plan", PLAN)
    (tmp_path / "secret.json").write_text(KEPT)
    os.symlink("../secret.json", plan / FILE)
    for arguments in (
        ("check",),
        ("baseline", "show"),
        ("baseline", "write"),
        ("baseline", "write", "--dry-run"),
    ):
        assert typed(plan, *arguments).code == 2
    assert (tmp_path / "secret.json").read_text() == KEPT


def test_no_report_is_written_over_it(kept: Path) -> None:
    done = typed(kept, "check", "-f", f"json={FILE}")
    assert done.err.startswith(f"error: {FILE} is a file of the plan\n")
    assert (kept / FILE).read_text() == KEPT


# ------------------------------------------------------------ beside other commands


def test_rename_renames_in_it(kept: Path) -> None:
    dry = typed(kept, "rename", "shore-power", "power", "--dry-run")
    assert '+    {"code": "A101", "item": "power", "field": "supports"}' in dry.out
    assert (kept / FILE).read_text() == KEPT
    answer: Any = json.loads(typed(kept, "rename", "shore-power", "power", "-f", "json").out)
    assert [(one["path"], one["line"], one["op"], one["id"], one["field"]) for one in answer["changes"]] == [
        ("alignplan.yaml", 8, "renamed", "power", None),
        (FILE, 5, "changed", "power", "actions"),
        (FILE, 6, "changed", "power", "owner"),
        (FILE, 7, "changed", "power", "supports"),
    ]
    assert (kept / FILE).read_text() == KEPT.replace("shore-power", "power")
    assert check(kept) == Done(0, CLEAN, "")


def test_rename_keeps_what_faults_say(plan: Path) -> None:
    edited(plan, "[A101, T302, T304]", "[E009]")
    edited(
        plan, "{title: Shore power}", "{title: Shore power, actions: {lay: {title: Lay, after: more/shipz}}}"
    )
    typed(plan, "baseline", "write")
    assert check(plan).out == "No findings in 1 file (5 items). Hidden: 1 in the baseline.\n"
    typed(plan, "rename", "shore-power", "power")
    assert check(plan).out == "No findings in 1 file (5 items). Hidden: 1 in the baseline.\n"


def test_rename_refuses_where_it_cannot_be_read(kept: Path) -> None:
    (kept / FILE).write_text("{}")
    done = typed(kept, "rename", "shore-power", "power")
    assert (done.code, done.out) == (2, "")
    assert (kept / "alignplan.yaml").read_text() == PLAN


def test_only_what_is_told_is_fixed(plan: Path) -> None:
    edited(plan, "[A101, T302, T304]", "[E009]")
    edited(plan, "supports: more-ships", "supports: more-shipz")
    typed(plan, "baseline", "write")
    edited(plan, "{title: Shore power}", "{title: Shore power, supports: more-shps}")
    dry = typed(plan, "check", "--unsafe-fixes", "--diff")
    assert "-  new-crane" not in dry.out
    assert dry.code == 0
    assert typed(plan, "check", "--unsafe-fixes", "--no-baseline", "--diff").out.count("\n-") == 3
    assert typed(plan, "check", "--unsafe-fixes", "-f", "concise").code == 0
    text = (plan / "alignplan.yaml").read_text()
    assert "more-shipz" in text
    assert "more-shps" not in text


def test_of_several_plans_each_has_its_own(tmp_path: Path) -> None:
    written(tmp_path / "a", PLAN)
    written(tmp_path / "b", PLAN)
    typed(tmp_path / "a", "baseline", "write")
    done = check(tmp_path)
    assert done.out.splitlines()[-1] == (
        "Found 1 error, 3 warnings in 2 files (8 items). Hidden: 4 in the baseline."
    )
