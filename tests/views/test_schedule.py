"""`schedule`, word for word: as bars in little room and in much, as tables and data, why, what if."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tests.views.garden import typed

from alignplan.output.contracts.interface import contract

BAKERY = """\
alignplan: 1
plan: {title: The bakery, horizon: {start: 2026-01-01, due: 2027-12-31}}
people:
  mia: {name: Mia Lund}
  tom: {name: Tom Berg, capacity: 50%}
resources: {oven: {title: The oven}}
objectives:
  bread:
    title: Bake for 200 homes
    owner: mia
    due: 2027-03-31
tactics:
  recipe:
    title: Find the recipe
    supports: bread
    owner: mia
    due: 2027-01-15
    actions:
      taste: {title: Taste ten breads, effort: 5d, started: 2026-11-09, finished: 2026-11-13}
      bake: {title: Bake three of them, effort: 10d, uses: oven, started: 2026-11-16, progress: 40%, after: taste}
      choose: {title: "=Choose [red]one[/]", owner: tom, effort: 3d, due: 2026-12-04, after: bake}
    milestones:
      chosen: {title: Chosen, due: 2026-12-18, after: choose}
  shop:
    title: Open the shop
    supports: bread
    owner: tom
    due: {date: 2027-02-26, must: true}
    after: recipe/chosen
    actions:
      rent: {title: Rent it, duration: 4w}
      fit: {title: Fit it out, effort: 20d, uses: oven, after: rent}
      sign: Paint the sign
"""
UNKNOWN = "note: 1 item has neither an estimate nor dates, and no time was taken for it: `shop/sign`\n"


@pytest.fixture
def bakery(tmp_path: Path) -> Path:
    (tmp_path / "alignplan.yaml").write_text(BAKERY, encoding="utf-8")
    return tmp_path


def test_bars_in_eighty_columns(bakery: Path) -> None:
    done = typed(bakery, "schedule -f table")
    assert (done.code, done.err) == (0, UNKNOWN)
    assert (
        done.out
        == """\
item           |          2027-Q1           finish      due         slack
────────────────────────────────────────────────────────────────────────────
recipe     ████|▒▒▒▒▒                       2026-12-08  2027-01-15  28 d
├─ bake      ██|▓▓▓                         2026-11-30  2027-01-15  0 d
├─ choose      |  ▓▓×                       2026-12-08  2026-12-04  2 d late
└─ chosen      |    ◆                       2026-12-08  2026-12-18  0 d
shop           |    ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓×  2027-03-02  2027-02-26  2 d late
├─ rent        |    ▓▓▓▓▓▓▓▓                2027-01-05  2027-02-26  0 d
├─ fit         |           ▓▓▓▓▓▓▓▓▓▓▓▓▓▓×  2027-03-02  2027-02-26  2 d late
└─ sign        |                            –           2027-02-26

█ until today, ▒ from today, ▓ critical, × after its due, ◆ milestone, | today

Critical path to bread: recipe/bake → recipe/choose → recipe/chosen → shop/rent
→ shop/fit, finish 2027-03-02, due 2027-03-31, 21 days in hand.

Late
  recipe/choose  2 days late: waits for recipe/bake
  shop           2 days late: ends with shop/fit

Finish 2027-03-02: no schedule can finish before. As of 2026-11-22.
"""
    )


@pytest.mark.parametrize("columns", ["40", "60", "100", "200"])
def test_nothing_runs_over_the_edge(bakery: Path, columns: str) -> None:
    done = typed(bakery, "schedule -f table", {"COLUMNS": columns})
    most = max(len(line) for line in done.out.splitlines() if "/" not in line)
    assert most <= int(columns)
    assert "bake" in done.out


def test_off_a_terminal_in_ascii_where_there_is_nothing_else(bakery: Path) -> None:
    done = typed(bakery, "schedule recipe+ -f plain")
    assert done.out.splitlines()[:6] == [
        "item                    |         2026-12   finish      due         slack",
        "recipe     █████████████|▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒  2026-12-08  2027-01-15  28 d",
        "├─ bake           ██████|▓▓▓▓▓▓▓▓▓          2026-11-30  2027-01-15  0 d",
        "├─ choose               |         ▓▓▓▓××××  2026-12-08  2026-12-04  2 d late",
        "└─ chosen               |                ◆  2026-12-08  2026-12-18  0 d",
        "",
    ]


def test_only_the_end_of_an_objective(bakery: Path) -> None:
    assert typed(bakery, "schedule bread -f plain").out == (
        "Critical path to bread: recipe/bake → recipe/choose → recipe/chosen → shop/rent → shop/fit, finish "
        "2027-03-02, due 2027-03-31, 21 days in hand.\n\n"
        "Finish 2027-03-02: no schedule can finish before. As of 2026-11-22.\n"
    )


def test_why_leads_back_to_the_start(bakery: Path) -> None:
    assert (
        typed(bakery, "schedule --why fit -f plain").out
        == """\
item           start       finish      because
recipe/bake    2026-11-16  2026-11-30  it has begun; the rest goes on from today
recipe/choose  2026-12-01  2026-12-08  waits for recipe/bake
recipe/chosen  2026-12-08  2026-12-08  waits for recipe/choose
shop/rent      2026-12-09  2027-01-05  waits for recipe/chosen
shop/fit       2027-01-06  2027-03-02  waits for shop/rent

Finish 2027-03-02: no schedule can finish before. As of 2026-11-22.
"""
    )


def test_json_keeps_its_contract_and_says_what_is_unknown(bakery: Path) -> None:
    answer = json.loads(typed(bakery, "schedule -f json").out)
    assert [error.message for error in Draft202012Validator(contract("schedule")).iter_errors(answer)] == []
    tasks = {task["id"]: task for task in answer["tasks"]}
    assert list(tasks) == [
        "recipe", "recipe/taste", "recipe/bake", "recipe/choose", "recipe/chosen", "shop", "shop/rent", "shop/fit",
        "shop/sign",
    ]  # fmt: skip
    assert tasks["shop/fit"] == {
        "id": "shop/fit",
        "kind": "action",
        "title": "Fit it out",
        "status": "planned",
        "start": "2027-01-06",
        "finish": "2027-03-02",
        "early_start": "2027-01-06",
        "late_finish": "2027-03-02",
        "slack_days": 0,
        "free_days": 0,
        "spare_days": -2,
        "critical": True,
        "assigned": [{"who": "tom", "share": 50}],
        "due": "2027-02-26",
        "must": True,
        "late_days": 2,
        "estimated": True,
        "why": {"ground": "waits", "item": "shop/rent", "who": None},
    }
    sign = tasks["shop/sign"]
    assert (sign["start"], sign["finish"], sign["late_days"], sign["estimated"]) == (None, None, None, False)
    assert answer["critical_path"] == [
        "recipe/bake",
        "recipe/choose",
        "recipe/chosen",
        "shop/rent",
        "shop/fit",
    ]
    assert answer["objectives"][0]["unestimated"] == ["shop/sign"]
    whole = (
        "finish",
        "makespan_days",
        "bound_days",
        "bound",
        "optimal",
        "gap",
        "broken",
        "effort",
        "seed",
        "kept",
    )
    assert [answer[name] for name in whole] == [
        "2027-03-02", 82, 82, "2027-03-02", True, 0, ["shop", "shop/fit"], "default", 0, False,
    ]  # fmt: skip


def test_csv_has_a_row_for_each_item_and_titles_are_data(bakery: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(typed(bakery, "schedule -f csv").out)))
    assert [row["id"] for row in rows][:3] == ["recipe", "recipe/taste", "recipe/bake"]
    choose = rows[3]
    assert choose["title"] == "'=Choose [red]one[/]"
    assert (choose["finish"], choose["late_days"], choose["assigned"], choose["why_item"]) == (
        "2026-12-08",
        "2",
        "tom 50 %",
        "recipe/bake",
    )


def test_markdown_is_a_table_of_days(bakery: Path) -> None:
    lines = typed(bakery, "schedule recipe+ -f markdown").out.splitlines()
    assert lines[0].startswith("| item ")
    assert "| recipe/choose | 2026-12-01 | 2026-12-08 |    -2 |    2 | tom 50 %  |" in lines


def test_what_if_says_which_days_move(bakery: Path) -> None:
    done = typed(bakery, "schedule --set shop/rent:duration=2w -f plain")
    assert (
        "shop/fit       2027-01-06 → 2026-12-23 (−14 d)  2027-03-02 → 2027-02-16 (−14 d)  -2 → 8 (+10)  2 → 0 (−2)"
        in (done.out)
    )
    assert "  ✔ finish  2027-03-02 → 2027-02-16\n" in done.out


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("schedule nope", "error: there is no `nope` in the plan\n"),
        ("schedule --why mia", "error: `mia` is not scheduled\n"),
        ("schedule --effort best", "error: there is no effort `best`\n"),
        ("schedule --limit 5s", "error: --limit is for `--effort solver`\n"),
        ("schedule --effort solver --limit soon", "error: `soon` is no time\n"),
        ("schedule --dry-run", "error: nothing is to be written\n"),
        ("schedule --lock --check", "error: --lock stands for itself\n"),
        ("schedule --lock recipe", "error: --lock is for the whole plan\n"),
        ("schedule --write --lock", "error: --lock stands for itself\n"),
    ],
)
def test_what_cannot_be_asked(bakery: Path, command: str, said: str) -> None:
    done = typed(bakery, command)
    assert done.code == 2
    assert said in done.err


def test_a_plan_without_work(tmp_path: Path) -> None:
    (tmp_path / "alignplan.yaml").write_text("alignplan: 1\nplan: {title: P}\nobjectives: {o: {title: O}}\n")
    done = typed(tmp_path, "schedule -f plain")
    assert (done.code, done.out, done.err) == (
        0,
        "As of 2026-11-22.\n",
        "note: the plan has nothing to schedule\n",
    )
    answer = json.loads(typed(tmp_path, "schedule -f json").out)
    assert (answer["tasks"], answer["finish"], answer["makespan_days"], answer["bound"]) == (
        [],
        None,
        None,
        None,
    )


def test_check_exits_with_one_where_something_is_late(bakery: Path) -> None:
    assert typed(bakery, "schedule").code == 0
    assert typed(bakery, "schedule --check").code == 1
    assert typed(bakery, "schedule --check --exclude recipe/choose --exclude shop").code == 0
