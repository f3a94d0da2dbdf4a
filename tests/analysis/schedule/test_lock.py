"""What was promised: the file, its order, and when another schedule is worth giving it up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.analysis.plans import assess, item
from tests.analysis.schedule.plans import planned

from alignplan.analysis.health import HealthState
from alignplan.analysis.schedule.computing import Search, scheduled
from alignplan.analysis.schedule.keeping import is_better, lock_for, order_of, problem_digest
from alignplan.loading.lock import LOCK, Lock, LockedItem, kept_lock, lock_of, lock_text
from alignplan.scheduling.schedule import Schedule, Score
from alignplan.storage.folders import Folder

TEXT = planned("a: {effort: 5d}\nb: {effort: 5d}\nc: {effort: 5d, due: 2026-12-11}", tactic="supports: o\ndue: 2026-12-11",
               more="objectives: {o: {title: O}}\n")  # fmt: skip


def locked(text: str = TEXT, **changes: Any) -> Lock:
    plan = assess(text)
    return replace(lock_for(plan, scheduled(plan), "quick", 0), **changes)


def test_a_lock_is_read_as_it_was_written() -> None:
    lock = locked(holidays={"DE-BY": (date(2026, 12, 25), date(2026, 12, 26))})
    assert lock_of(lock_text(lock)) == lock
    assert lock_text(lock_of(lock_text(lock))) == lock_text(lock)


def test_the_file_has_a_line_for_each_item() -> None:
    lines = lock_text(locked()).splitlines()
    assert lines[2:9] == [
        "schedule: 1",
        "as_of: 2026-11-22",
        "effort: quick",
        "seed: 0",
        "method: quick",
        f"input: {problem_digest(assess(TEXT).draft.problem)}",
        "items:",
    ]
    assert "  t/a: {start: 2026-11-23, finish: 2026-11-27, slack: 0, who: {mia: 100}}" in lines
    assert lines[lines.index("order:") + 1].startswith("  - t/")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "it is no locked schedule"),
        ("tactics: {}\n", "it is no locked schedule"),
        ("schedule: 2\n", "it was written by another version of alignplan"),
        ("schedule: 1\n", "`as_of` has no date where one is needed"),
        ("schedule: 1\nas_of: 2026-11-22\nseed: x\n", "`seed` has no number where one is needed"),
        ("schedule: 1\nas_of: 2026-11-22\nseed: inf\n", "`seed` has no number where one is needed"),
        (
            "schedule: 1\nas_of: 2026-11-22\nseed: 0\nitems: {a: {slack: nan}}\n",
            "`a` has no number where one is needed",
        ),
        ("schedule: 1\nas_of: 2026-11-22\nseed: 0\nitems: [a]\n", "`items` is no mapping"),
        ("schedule: 1\nas_of: 2026-11-22\nseed: 0\nitems: {a: b}\n", "`a` has no dates"),
        (
            "schedule: 1\nas_of: 2026-11-22\nseed: 0\nitems: {a: {finish: soon}}\n",
            "`a` has no date where one is needed",
        ),
        ("schedule: 1\nas_of: 2026-11-22\nseed: 0\norder: {a: b}\n", "`order` is no list"),
    ],
)
def test_a_file_that_is_none_is_left_aside_with_the_reason(tmp_path: Path, text: str, fault: str) -> None:
    (tmp_path / LOCK).write_text(text, encoding="utf-8")
    kept = kept_lock(Folder(str(tmp_path)))
    assert (kept.lock, kept.fault) == (None, fault)


def test_a_file_that_is_no_text_or_leads_elsewhere_is_left_aside(tmp_path: Path) -> None:
    assert kept_lock(Folder(str(tmp_path))).fault == ""
    (tmp_path / LOCK).write_bytes(b"\xff\xfe\x00")
    assert kept_lock(Folder(str(tmp_path))).fault
    (tmp_path / LOCK).unlink()
    (tmp_path / LOCK).symlink_to("/etc/hostname")
    assert kept_lock(Folder(str(tmp_path))).fault == "it leads out of the plan's folder"


def test_the_locked_order_is_kept_and_what_is_new_comes_behind_its_neighbour() -> None:
    lock = locked(order=("t/c", "t/b", "t/a", "t"))
    draft = assess(TEXT.replace("      b:", "      new: {effort: 1d}\n      b:")).draft
    names = [draft.problem.tasks[number].name for number in order_of(lock, draft)]
    assert names == ["t/c", "t/b", "t/a", "t/new", "t"]


def test_new_links_come_before_the_locked_order() -> None:
    lock = locked(order=("t/c", "t/b", "t/a", "t"))
    draft = assess(TEXT.replace("c: {effort: 5d", "c: {after: a, effort: 5d")).draft
    names = [draft.problem.tasks[number].name for number in order_of(lock, draft)]
    assert names.index("t/a") < names.index("t/c")


def test_a_small_change_of_the_plan_keeps_the_rest_where_it_was() -> None:
    plan = assess(TEXT)
    plan.lock = locked(order=("t/c", "t/b", "t/a", "t"))
    kept = scheduled(plan, Search("default"))
    assert kept.kept
    assert [kept.items[f"t/{name}"].start for name in "cba"] == [
        date(2026, 11, 23),
        date(2026, 11, 30),
        date(2026, 12, 7),
    ]
    assert not scheduled(plan, Search("default", anew=True)).kept


def score(broken: int, late: int, finish: int) -> Schedule:
    return Schedule((), Score(broken, late, finish), 0, (), "")


@pytest.mark.parametrize(
    ("new", "kept", "better"),
    [
        ((0, 0, 100), (0, 0, 108), False),
        ((0, 0, 100), (0, 0, 109), True),
        ((0, 0, 100), (0, 80, 100), False),
        ((0, 0, 100), (0, 90, 100), True),
        ((0, 90, 50), (0, 0, 100), False),
        ((1, 0, 100), (2, 0, 100), True),
        ((2, 0, 50), (1, 99, 100), False),
    ],
)
def test_a_schedule_is_given_up_for_one_that_is_better_by_more_than_the_tolerance(
    new: tuple[int, int, int], kept: tuple[int, int, int], better: bool
) -> None:
    assert is_better(score(*new), score(*kept), 8) is better


def test_locked_days_are_what_was_planned_and_a_late_finish_puts_health_at_risk() -> None:
    text = planned("a: {effort: 10d, progress: 50%, started: 2026-11-02}", tactic="supports: o\nstart: 2026-11-02\ndue: 2026-11-30",
                   more="objectives: {o: {title: O, due: 2026-12-31}}\n")  # fmt: skip
    plan = assess(text)
    assert plan.planned_of(item(plan, "t")) == pytest.approx(21 * 100 / 29)
    plan = assess(text)
    plan.lock = Lock(date(2026, 11, 20), "quick", "quick", 0, "", {
        "t/a": LockedItem(date(2026, 11, 13), date(2026, 12, 2), 0),
        "t": LockedItem(date(2026, 11, 13), date(2026, 12, 2), 0),
    })  # fmt: skip
    assert plan.planned_of(item(plan, "t/a")) == 50
    assert plan.planned_of(item(plan, "t")) == 50
    health = plan.health_of(item(plan, "t"))
    assert (health.state, health.reason) == (
        HealthState.AT_RISK,
        "scheduled to finish on 2026-12-02, due on 2026-11-30",
    )
    assert plan.health_of(item(plan, "o")).state is HealthState.ON_TRACK
    assert plan.risks.critical(item(plan, "t"))


def test_a_trigger_of_lateness_looks_at_the_locked_finish() -> None:
    text = planned(
        "a: {effort: 10d, due: 2026-11-30}",
        more="""\
    contingencies: {c: {title: C, when: {action: a, late_by: 3d}, then: Call}}
""",
    )
    plan = assess(text)
    assert plan.contingencies["t/c"].armed is False
    plan = assess(text)
    plan.lock = Lock(
        date(2026, 11, 20), "quick", "quick", 0, "", {"t/a": LockedItem(None, date(2026, 12, 4))}
    )
    found = plan.contingencies["t/c"]
    assert found.armed
    assert found.words == "a by the schedule will be 4 working days late, at least 3d"
