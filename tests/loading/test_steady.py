"""A plan is read as it was before a change or after it, never partly so, whoever changes it meanwhile."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.plans import written
from tests.storage.faults import at_operation, child, killed

from alignplan.loading import steady
from alignplan.loading.load import Loaded, load
from alignplan.loading.steady import load_steady
from alignplan.storage import change, pending
from alignplan.storage.folders import Folder
from alignplan.storage.lock import Busy

PLAN = {
    "alignplan.yaml": "alignplan: 1\nplan: {title: old}\ninclude: ['*.yaml', 'ops/*.yaml']\n"
    "kpis: {k: {unit: t, actuals: k.csv}}\n",
    "a.yaml": "objectives: {old: {}}\n",
    "ops/b.yaml": "tactics: {old: {}}\n",
    "k.csv": "date,value\n2026-01-01,1\n",
}
Said = tuple[object, list[str], list[str], object, list[str]]
OLD: Said = ("old", ["old"], ["old"], 1.0, [])
NEW: Said = ("new", ["new"], ["new"], 2.0, [])


def turn(plan: Path) -> None:
    """Everything old becomes new; one file goes and another comes."""
    with change(str(plan)) as draft:
        draft.write("alignplan.yaml", draft.read("alignplan.yaml").replace(b"old", b"new"))
        draft.read("a.yaml")
        draft.remove("a.yaml")
        draft.write("c.yaml", b"objectives: {new: {}}\n")
        draft.write("ops/b.yaml", draft.read("ops/b.yaml").replace(b"old", b"new"))
        draft.write("k.csv", draft.read("k.csv").replace(b",1", b",2"))


def said(loaded: Loaded) -> Said:
    models = [file.model for file in loaded.files]
    objectives = [id for model in models for id in model.objectives]
    tactics = [id for model in models for id in model.tactics]
    actuals = loaded.root.model.kpis["k"].actuals
    value = next(point.value for point in actuals if not isinstance(point, str)) if actuals else None
    return loaded.plan.title, objectives, tactics, value, [finding.message for finding in loaded.findings]


def read(plan: Path) -> Loaded:
    return load_steady(Folder(str(plan)), "alignplan.yaml")


def test_what_is_half_made_is_finished_or_taken_back_before_it_is_read(tmp_path: Path) -> None:
    found = set()
    for number in range(1, 400):
        plan = written(tmp_path / str(number), PLAN)
        code = child(lambda plan=plan: turn(plan), number, killed)  # type: ignore[misc]
        loaded = read(plan)
        assert said(loaded) in (OLD, NEW), number
        assert loaded.note == ""
        assert not pending(str(plan))
        found.add(str(loaded.plan.title))
        if code == 0:
            break
    assert found == {"old", "new"}


@pytest.mark.parametrize("name", PLAN)
def test_a_change_while_it_is_read_is_seen_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    plan = written(tmp_path, PLAN)
    whole = Folder.read
    turned: list[str] = []

    def watched(folder: Folder, path: str) -> bytes:
        content = whole(folder, path)
        if path == name and not turned:
            turned.append(path)
            turn(plan)
        return content

    monkeypatch.setattr(Folder, "read", watched)
    assert said(read(plan)) == NEW


def test_a_file_that_goes_between_listing_and_reading_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = written(tmp_path, PLAN)
    whole = Folder.walk
    turned: list[str] = []

    def watched(folder: Folder, visited: object) -> list[str]:
        listed = list(whole(folder, visited))  # type: ignore[arg-type]
        if not turned:
            turned.append("")
            turn(plan)
        return listed

    monkeypatch.setattr(Folder, "walk", watched)
    assert said(read(plan)) == NEW


def counted(monkeypatch: pytest.MonkeyPatch, then: Callable[[], object] = lambda: None) -> list[str]:
    loads: list[str] = []

    def loading(folder: Folder, name: str, *arguments: object, **named: object) -> Loaded:
        loads.append(name)
        loaded = load(folder, name)
        then()
        return loaded

    monkeypatch.setattr(steady, "load", loading)
    return loads


def test_what_stands_still_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = written(tmp_path, {**PLAN, "bad.yaml": "a: \x01\n"})
    (plan / "nowhere.yaml").symlink_to("nowhere")
    loads = counted(monkeypatch)
    read(plan)
    assert loads == ["alignplan.yaml"]


def test_one_who_saves_without_end_does_not_keep_us_from_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = written(tmp_path, PLAN)
    loads = counted(monkeypatch, lambda: os.utime(plan / "a.yaml"))
    assert read(plan).plan.title == "old"
    assert len(loads) == 3


def test_our_own_runs_that_write_without_end_wait_for_the_third_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = written(tmp_path, PLAN)
    waited: list[bool] = []

    def write() -> None:
        try:
            with change(str(plan), wait=0.01) as draft:
                draft.write("a.yaml", draft.read("a.yaml") + b"# more\n")
        except Busy:
            waited.append(True)
        else:
            waited.append(False)

    counted(monkeypatch, write)
    assert read(plan).note == ""
    assert waited == [False, False, True]


def test_a_journal_that_is_not_ours_is_told_and_the_plan_is_read_as_it_is(tmp_path: Path) -> None:
    plan = written(tmp_path, PLAN)
    (plan / ".alignplan-change").write_text("planted")
    loaded = read(plan)
    assert said(loaded) == OLD
    assert loaded.note == (
        "`.alignplan-change` in the plan's folder was not left by a run of alignplan here; "
        "delete it if the plan says what it should"
    )


def test_files_by_which_a_change_is_made_are_no_files_of_the_plan(tmp_path: Path) -> None:
    plan = written(tmp_path, {**PLAN, "alignplan.yaml": PLAN["alignplan.yaml"].replace("'*.yaml'", "'*'")})
    (plan / ".alignplan-change.0123456789abcdef.0.new").write_text("objectives: {planted: {}}\n")
    assert "planted" not in str(said(read(plan)))


def test_reading_costs_one_look_more_before_and_after(tmp_path: Path) -> None:
    plan = written(tmp_path, {"alignplan.yaml": PLAN["alignplan.yaml"].partition("include")[0]})
    with at_operation(1, lambda: None) as before:
        load(Folder(str(plan)), "alignplan.yaml")
    with at_operation(1, lambda: None) as after:
        read(plan)
    assert after.seen - before.seen == 3
