"""`import psplib`, as typed: the plan holds, and its schedule is told in the time units of the instance."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.door import typed
from tests.formats.test_psplib import SMALL


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "small.sm").write_text(SMALL)
    return tmp_path


def test_the_plan_starts_on_the_day_and_has_no_fault(folder: Path) -> None:
    done = typed(folder, "--as-of", "2026-03-07", "import", "psplib", "small.sm", "-o", "plan")
    assert (done.code, done.out) == (0, "wrote plan/alignplan.yaml\n")
    assert done.err == "small.sm: PSPLIB, one mode\n  imported: 3 actions, 1 milestone, 2 resources\n"
    assert "    start: 2026-03-07\n" in (folder / "plan" / "alignplan.yaml").read_text()
    checked = typed(
        folder, "-C", "plan", "--as-of", "2026-03-07", "check", "-f", "concise", "--select", "E,S"
    )
    assert (checked.code, checked.out.splitlines()[:-1]) == (0, [])


def test_the_schedule_is_told_in_the_time_units_of_the_instance(folder: Path) -> None:
    typed(folder, "--as-of", "2026-03-07", "import", "psplib", "small.sm", "-o", "plan")
    done = typed(folder, "-C", "plan", "--as-of", "2026-03-07", "schedule", "-f", "json")
    told = json.loads(done.out)
    assert (told["makespan_days"], told["bound_days"], told["optimal"]) == (8, 8, True)
    days = {task["id"].partition("/")[2]: (task["start"], task["finish"]) for task in told["tasks"]}
    assert days["job-3"] == ("2026-03-07", "2026-03-09")
    assert days["job-5"] == ("2026-03-10", "2026-03-14")


def test_flags_of_other_formats_are_refused(folder: Path) -> None:
    done = typed(folder, "import", "psplib", "small.sm", "-o", "plan", "--levels-from-codes")
    assert (done.code, done.out) == (2, "")
    assert done.err.splitlines()[0] == "error: import psplib takes no --levels-from-codes"
    assert not (folder / "plan").exists()


def test_a_file_that_is_none_is_refused_and_nothing_is_written(folder: Path) -> None:
    (folder / "other.sm").write_text("hello\n")
    done = typed(folder, "import", "psplib", "small.sm", "other.sm", "-o", "plans")
    assert (done.code, done.out) == (2, "")
    assert done.err.splitlines()[0] == (
        "error: other.sm:1: not a PSPLIB file: it has no table `RESOURCEAVAILABILITIES:`"
    )
    assert not (folder / "plans").exists()
