"""`rename` with schedules beside the plan, locked and frozen: what was promised is promised by the new name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.door import typed
from tests.cli.garden import text
from tests.plans import written

PLAN = """\
alignplan: 1
plan: {title: Harbour, currency: EUR}
people: {mia: {name: Mia, cost: 600}, jo: {name: Jo, cost: 500}}
resources: {pump: Pump}
objectives: {depth: {title: Deeper, due: 2027-12-31}}
tactics:
  dredge:
    title: Dredge
    supports: depth
    owner: mia
    actions:
      plan: {title: Plan, effort: 10d}
      dig: {title: Dig, assigned: {jo: 50%, mia: 50%}, uses: pump, effort: 5d, after: [plan]}
    milestones:
      ready: {title: Ready, after: [dig]}
  plan:
    title: Another of that name
    supports: depth
    owner: jo
    after: [dredge/ready, {dredge/plan: start-start + 2d}]
    actions:
      wall: {title: Wall, effort: 3d}
"""
LOCK, BASELINE, APPROVED = (
    "schedule.lock.yaml",
    "schedule.baseline.yaml",
    "schedule.approved.baseline.yaml",
)


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    written(tmp_path, PLAN)
    for words in (["schedule", "--lock"], ["baseline", "schedule"], ["baseline", "schedule", "approved"]):
        assert typed(tmp_path, *words, "-q").code == 0
    return tmp_path


def entries(folder: Path, name: str) -> list[str]:
    return [line.partition(": {")[0].strip() for line in text(folder, name).splitlines() if ": {" in line]


def order(folder: Path) -> list[str]:
    return [line[4:] for line in text(folder, LOCK).splitlines() if line.startswith("  - ")]


def nothing_moved(folder: Path) -> bool:
    return all(
        done.err.endswith("note: nothing moved, and nothing costs otherwise\n")
        for done in (typed(folder, "schedule", "--against"), typed(folder, "schedule", "--against=approved"))
    )


def test_an_item_with_what_is_inside_it(harbour: Path) -> None:
    was = order(harbour)
    assert "dredge/plan" in was
    done = typed(harbour, "rename", "dredge", "deepen")
    assert (done.code, done.err) == (0, "")
    ids = ["depth", "deepen", "deepen/plan", "deepen/dig", "deepen/ready", "plan", "plan/wall"]
    assert entries(harbour, BASELINE) == entries(harbour, APPROVED) == ids
    assert entries(harbour, LOCK) == ids[1:]
    assert order(harbour) == [name.replace("dredge", "deepen") for name in was]
    assert "after: deepen/ready, deepen/plan (start-start +2d)" in text(harbour, BASELINE).replace('"', "")
    assert nothing_moved(harbour)


def test_a_nested_one_and_a_word_that_means_another(harbour: Path) -> None:
    assert typed(harbour, "rename", "dredge/plan", "survey").code == 0
    for name in (BASELINE, APPROVED, LOCK):
        assert "dredge/survey" in entries(harbour, name)
        assert "dredge/plan" not in entries(harbour, name)
        assert "plan" in entries(harbour, name)  # the tactic
    assert "uses: pump, after: survey}" in text(harbour, BASELINE)
    assert nothing_moved(harbour)


def test_who_does_it_and_what_is_used(harbour: Path) -> None:
    assert typed(harbour, "rename", "mia", "maria").code == 0
    assert typed(harbour, "rename", "pump", "big-pump").code == 0
    assert "who: {jo: 50, maria: 50}" in text(harbour, LOCK)
    assert 'assigned: "jo 50%, maria 50%", uses: big-pump' in text(harbour, APPROVED)
    assert "mia" not in text(harbour, LOCK) + text(harbour, BASELINE)
    assert nothing_moved(harbour)


def test_there_and_back_every_file_is_what_it_was(harbour: Path) -> None:
    files = {path.name: path.read_bytes() for path in harbour.iterdir() if path.is_file()}
    for old, new, back in [("dredge", "a.b", "dredge"), ("dredge/dig", "2026", "dig"), ("jo", "j-1", "jo")]:
        parent = f"{old.rpartition('/')[0]}/" if "/" in old else ""
        assert typed(harbour, "rename", old, new, "-q").code == 0
        assert typed(harbour, "rename", parent + new, back, "-q").code == 0
        assert {path.name: path.read_bytes() for path in harbour.iterdir() if path.is_file()} == files


def test_the_promise_holds_afterwards(harbour: Path) -> None:
    typed(harbour, "set", "dredge", "due=2026-12-04", "-q")
    found = typed(harbour, "check", "--select", "S405", "-f", "concise", "-q").out
    assert "`dredge` will be finished on" in found
    typed(harbour, "rename", "dredge", "deepen", "-q")
    again = typed(harbour, "check", "--select", "S405", "-f", "concise", "-q").out
    assert again == found.replace("dredge", "deepen")


def test_a_promise_of_what_is_gone_does_not_pass_to_what_gets_its_name(harbour: Path) -> None:
    line = next(line for line in text(harbour, LOCK).splitlines() if line.startswith("  dredge/plan:"))
    (harbour / "alignplan.yaml").write_text(PLAN.replace("    milestones:\n      ready: {title: Ready, after: [dig]}\n", "")
                                            .replace("[dredge/ready, ", "["))  # fmt: skip
    assert typed(harbour, "rename", "dredge/plan", "ready", "-q").code == 0
    assert text(harbour, LOCK).count("dredge/ready:") == 1
    assert line.replace("dredge/plan", "dredge/ready") in text(harbour, LOCK)
    assert order(harbour).count("dredge/ready") == 1


def test_nothing_is_written_to_a_file_that_does_not_name_it(harbour: Path) -> None:
    before = {name: text(harbour, name) for name in (LOCK, BASELINE, APPROVED)}
    done = typed(harbour, "rename", "plan/wall", "wall-2", "--dry-run", "-f", "json")
    assert [(one["path"], one["op"], one["id"], one["line"]) for one in json.loads(done.out)["changes"]][1:] == [
        (APPROVED, "changed", "plan/wall-2", 15),
        (BASELINE, "changed", "plan/wall-2", 15),
        (LOCK, "changed", "plan/wall-2", 15),
    ]  # fmt: skip
    typed(harbour, "rename", "pump", "big-pump", "-q")
    assert text(harbour, LOCK) == before[LOCK]
    (harbour / "more").mkdir()
    (harbour / "more" / BASELINE).write_text(before[BASELINE])
    typed(harbour, "rename", "plan/wall", "wall-2", "-q")
    assert text(harbour, f"more/{BASELINE}") == before[BASELINE]


def test_line_ends_stay(harbour: Path) -> None:
    (harbour / LOCK).write_bytes((harbour / LOCK).read_bytes().replace(b"\n", b"\r\n"))
    assert typed(harbour, "rename", "dredge", "deepen", "-q").code == 0
    assert text(harbour, LOCK).count("\r\n") == text(harbour, LOCK).count("\n")
    assert "  deepen/plan: {" in text(harbour, LOCK)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"<<<<<<< HEAD\nitems: {dredge: 1}\n", None),
        (b"schedule: 2\nitems: {dredge: {}}\n", "it was written by another version of alignplan"),
        (b"dredge: \xff\n", None),
    ],
)
def test_what_cannot_be_understood_stays_and_is_told(
    harbour: Path, content: bytes, reason: str | None
) -> None:
    (harbour / LOCK).write_bytes(content)
    done = typed(harbour, "rename", "dredge", "deepen")
    assert done.code == 0
    assert "  deepen:\n" in text(harbour, "alignplan.yaml")
    assert "deepen/plan" in entries(harbour, BASELINE)
    assert (harbour / LOCK).read_bytes() == content
    [told] = [line for line in done.err.splitlines() if LOCK in line]
    assert told.startswith(f"note: {LOCK} still says `dredge`: it could not be understood (")
    assert reason is None or told.endswith(f"({reason})")
    assert LOCK not in typed(harbour, "rename", "jo", "joe").err  # it is not named there


def test_what_is_removed_leaves_its_promise_which_nobody_reads(harbour: Path) -> None:
    before = {name: text(harbour, name) for name in (LOCK, BASELINE)}
    assert typed(harbour, "rm", "plan", "-q").code == 0
    assert {name: text(harbour, name) for name in before} == before
    assert typed(harbour, "check", "--select", "E,S", "-q").code == 0
    done = typed(harbour, "schedule", "--against", "-f", "csv")
    assert [line.partition(",")[0] for line in done.out.splitlines() if "no longer in the plan" in line] == [
        "plan",
        "plan/wall",
    ]
