"""The bench of schedules: its plans are the same each time, and its table tells what was found."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest
from benchmarks import taskjuggler
from benchmarks.people import People, Work, generate, problem, works_on
from benchmarks.schedule import main
from tests.formats.test_psplib import SMALL


def table(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *arguments: str) -> list[str]:
    """The lines that are printed."""
    monkeypatch.setattr(sys, "argv", ["schedule.py", "--no-people", "--efforts", "quick", *arguments])
    main()
    return capsys.readouterr().out.splitlines()


def test_instances_are_told_beside_what_is_known(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tiny").mkdir()
    (tmp_path / "tiny" / "small.sm").write_text(SMALL)
    (tmp_path / "best_known.csv").write_text("set,instance,best_known\ntiny,small,8\n")
    told = table(capsys, monkeypatch, str(tmp_path))
    assert told[-3] == "Standard instances: mean gap to the best known; proven optimal; CPU per instance"
    assert told[-1].split()[:5] == ["tiny", "quick", "1", "0.00", "100.0"]
    (tmp_path / "best_known.csv").unlink()
    told = table(capsys, monkeypatch, str(tmp_path))
    assert told[-3].startswith("Standard instances: mean gap to our bound: no best_known.csv; ")
    assert told[-1].split()[:5] == ["tiny", "quick", "1", "0.00", "100.0"]


def test_plans_of_people_are_the_same_each_time() -> None:
    plan = generate(12, 3, 1)
    assert plan == generate(12, 3, 1)
    assert plan != generate(12, 3, 2)
    assert [work.owner for work in plan.tasks] == [0, 1, 2, 2, 0, 0, 2, 0, 0, 2, 1, 1]


def test_nobody_works_at_weekends_on_holidays_and_on_leave() -> None:
    leave = frozenset({1})
    worked = [works_on(day, leave) for day in range(8)]
    assert worked == [True, False, True, True, True, False, False, True]
    assert not works_on((date(2026, 12, 24) - date(2026, 1, 5)).days, leave)
    axis = problem(People((Work(0, 9, ()),), (leave,))).axes[0]
    assert axis.finish(0, 9) == 17


def test_taskjuggler_gets_the_same_plan() -> None:
    plan = People((Work(0, 9, ()), Work(0, 4, (0,))), (frozenset({1, 5}),))
    text = taskjuggler.project(plan)
    assert "  workinghours mon - fri 9:00 - 17:00\n" in text
    assert text.count("leaves annual 2026-01-06\n") == 1
    assert "leaves annual 2026-01-10" not in text  # a Saturday
    assert 'task t1 "t1" {\n  effort 4h\n  allocate p0\n  depends !t0\n}' in text


@pytest.mark.skipif(not taskjuggler.installed(), reason="tj3 is not installed")
def test_taskjuggler_agrees_where_nothing_is_shared() -> None:
    plan = People((Work(0, 9, ()), Work(1, 12, (0,))), (frozenset({1}), frozenset()))
    found = taskjuggler.schedule(plan)
    assert found is not None
    assert found[0] == 29
