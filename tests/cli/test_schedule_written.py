"""`schedule --lock` and `schedule --write`: what is written, what is shown, what follows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.views.garden import typed
from tests.views.test_schedule import BAKERY

LOCK = "schedule.lock.yaml"


@pytest.fixture
def bakery(tmp_path: Path) -> Path:
    (tmp_path / "alignplan.yaml").write_text(BAKERY, encoding="utf-8")
    return tmp_path


def test_a_lock_is_written_once_and_then_says_so_already(bakery: Path) -> None:
    done = typed(bakery, "schedule --lock")
    assert done.code == 0
    text = (bakery / LOCK).read_text("utf-8")
    assert "  shop/fit: {start: 2027-01-06, finish: 2027-03-02, slack: 0, who: {tom: 50}}\n" in text
    assert done.out.startswith(f"diff --git a/{LOCK} b/{LOCK}\nnew file mode 100644\n")
    assert "".join(f"+{line}" for line in text.splitlines(keepends=True)) in done.out
    again = typed(bakery, "schedule --lock")
    assert (again.code, again.out) == (0, "")
    assert "note: nothing to change: the plan says so already\n" in again.err
    assert (bakery / LOCK).read_text("utf-8") == text


def test_a_dry_run_locks_nothing_and_json_says_what_it_would(bakery: Path) -> None:
    answer = json.loads(typed(bakery, "schedule --lock --dry-run -f json").out)
    assert (answer["schema"], answer["written"]) == ("edit/1", False)
    assert [(change["path"], change["op"]) for change in answer["changes"]] == [(LOCK, "added")]
    assert not (bakery / LOCK).exists()


def test_a_small_change_of_the_plan_is_a_small_change_of_the_lock(bakery: Path) -> None:
    typed(bakery, "schedule --lock")
    plan = bakery / "alignplan.yaml"
    plan.write_text(BAKERY.replace("effort: 20d", "effort: 22d"), encoding="utf-8")
    out = typed(bakery, "schedule --lock").out
    changed = [line for line in out.splitlines() if line[:1] in "+-" and line[:3] not in ("+++", "---")]
    assert [line for line in changed if "input:" not in line] == [
        "-  shop: {start: 2026-12-09, finish: 2027-03-02, slack: 0}",
        "+  shop: {start: 2026-12-09, finish: 2027-03-08, slack: 0}",
        "-  shop/fit: {start: 2027-01-06, finish: 2027-03-02, slack: 0, who: {tom: 50}}",
        "+  shop/fit: {start: 2027-01-06, finish: 2027-03-08, slack: 0, who: {tom: 50}}",
    ]


def test_a_lock_is_no_plan_file_and_a_broken_one_is_left_aside(bakery: Path) -> None:
    plan = bakery / "alignplan.yaml"
    plan.write_text(BAKERY.replace("people:\n", 'include: ["*.yaml"]\npeople:\n', 1), encoding="utf-8")
    (bakery / "more.yaml").write_text("values: {bread: Bread}\n")
    typed(bakery, "schedule --lock")
    assert "E004" not in typed(bakery, "check -f concise").out
    (bakery / LOCK).write_text("<<<<<<< mine\n")
    for command in ("check -f concise", "progress -f plain", "schedule -f plain"):
        assert f"note: `{LOCK}` is left aside: " in typed(bakery, command).err
    assert typed(bakery, "schedule --lock").code == 0
    assert "left aside" not in typed(bakery, "progress -f plain").err


def test_figures_and_rules_judge_by_the_lock_from_its_day_on(bakery: Path) -> None:
    typed(bakery, "schedule --lock")
    text = (bakery / LOCK).read_text("utf-8").replace("finish: 2027-01-05", "finish: 2027-02-05")
    (bakery / LOCK).write_text(text.replace("finish: 2026-12-08}", "finish: 2027-01-20}", 1))
    rows = json.loads(typed(bakery, "progress --depth 3 -f json").out)["items"]
    found = {row["id"]: (row["finish"], row["days_late"]) for row in rows}
    assert found["recipe"] == ("2027-01-20", 3)
    assert found["shop/rent"] == ("2027-02-05", 0)
    assert "finish" in typed(bakery, "progress -f plain").out.splitlines()[0]
    told = typed(bakery, "check --select S405 -f concise").out
    assert "`recipe` will be finished on 2027-01-20, 3 working days after its due on 2027-01-15" in told
    before = json.loads(typed(bakery, "progress --as-of 2026-11-21 -f json").out)["items"]
    assert {row["id"]: row["finish"] for row in before}["recipe"] == "2026-12-08"


def test_check_judges_anew_when_the_lock_changes(bakery: Path) -> None:
    assert "recipe` will" not in typed(bakery, "check -f concise").out
    typed(bakery, "schedule --lock")
    assert "`recipe` will" not in typed(bakery, "check -f concise").out
    text = (bakery / LOCK).read_text("utf-8")
    (bakery / LOCK).write_text(text.replace("finish: 2026-12-08}", "finish: 2027-01-20}", 1))
    assert "`recipe` will" in typed(bakery, "check -f concise").out
    (bakery / LOCK).unlink()
    assert "`recipe` will" not in typed(bakery, "check -f concise").out


def test_days_go_into_the_plan_files(bakery: Path) -> None:
    done = typed(bakery, "schedule --write")
    assert done.code == 0
    text = (bakery / "alignplan.yaml").read_text("utf-8")
    for line in (
        "      taste: {title: Taste ten breads, effort: 5d, started: 2026-11-09, finished: 2026-11-13}\n",
        "      chosen: {title: Chosen, due: 2026-12-08, after: choose}\n",
        "      rent: {title: Rent it, duration: 4w, start: 2026-12-09, due: 2027-01-05}\n",
        "      fit: {title: Fit it out, effort: 20d, uses: oven, start: 2027-01-06, after: rent}\n",
        "    due: {date: 2027-02-26, must: true}\n",
        "      sign: Paint the sign\n",
    ):
        assert line in text
    assert (
        'choose: {title: "=Choose [red]one[/]", owner: tom, effort: 3d, start: 2026-12-01, due: 2026-12-04'
        in text
    )
    assert typed(bakery, "schedule --write").out == ""


def test_only_the_days_of_what_is_chosen(bakery: Path) -> None:
    typed(bakery, "schedule recipe/chosen --write")
    text = (bakery / "alignplan.yaml").read_text("utf-8")
    assert text == BAKERY.replace("due: 2026-12-18", "due: 2026-12-08")
