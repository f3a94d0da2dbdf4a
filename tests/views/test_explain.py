"""`explain`: what people see in 80 cells, what machines read, and what is said to wrong words."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.analysis.recalibrating.plans import UNSERVED
from tests.plans import written
from tests.views.garden import typed

from alignplan.output.contracts.interface import contract

PLAN = """\
alignplan: 1
plan: {title: Bakery, horizon: {start: 2026-01-01, due: 2026-12-31}}
objectives:
  regulars:
    title: Win regular customers
    kpis:
      members: {unit: people, baseline: 1200, target: 2000, actuals: {2026-06-30: 1464}}
      reviews: {unit: stars, baseline: 4.1, target: 4.5}
tactics:
  app:
    title: Put the card on the phone
    supports: regulars
    owner: ana
    actions:
      design: {effort: 12h, status: done}
      build: {effort: 2w, progress: 50%}
  flyers: {title: Flyers, supports: regulars, progress: 20%, weight: 25}
  posters: {title: Posters, supports: regulars, status: active}
people: {ana: {name: Ana}}
calendars: {bakery: {workdays: [wed, thu, fri, sat], hours: 6}}
values: {fresh: Baked today}
"""

TREE = """\
regulars progress: 44 %
Σ weight × value ÷ Σ weight, of those that are known.

figure                                     value  from
────────────────────────────────────────────────────────────────────────────────
regulars progress                           44 %  weighted mean
├─ app progress                             60 %  weighted mean
│  ├─ app/design progress …                100 %  step done
│  ├─ app/design weight …                      2  days of work
│  ├─ app/build progress …                  50 %  step done
│  └─ app/build weight …                       8  days of work
├─ app weight/regulars                     1.125  product
│  ├─ regulars weights/tactics-members …       3  count
│  ├─ group_share/regulars …               0.375  part of group
│  └─ link_share/regulars …                    1  equal
├─ flyers progress                          20 %  alignplan.yaml:17
├─ flyers weight/regulars                   0.75  product
│  ├─ regulars weights/tactics-members …       3  count
│  ├─ group_share/regulars …                0.25  part of group
│  └─ link_share/regulars …                    1  equal
├─ posters progress                            –  it has begun, and has neither…
│  ├─ status …                            active  tactic status
│  └─ progress                                 –  alignplan.yaml:18
└─ posters weight/regulars                 1.125  product
   ├─ regulars weights/tactics-members …       3  count
   ├─ group_share/regulars …               0.375  part of group
   └─ link_share/regulars …                    1  equal

What is done
  weighted mean  Σ weight × value ÷ Σ weight, of those that are known

As of 2026-11-22. Not shown for want of room: exact.
"""
LIST = """\
app/build: build
figure          value  what it says
progress         50 %  how much is done
planned          89 %  how much was to be done by today
status         active  where it stands
start      2026-01-01  the first day, stated or inherited
due        2026-12-31  the last day, stated or inherited
finish     2026-11-28  the last day, as it was or by the schedule will be
days_late           0  the working days from its due to that
weight              8  how much it weighs in its tactic
work_days           8  effort or duration in days
days/ana            8  the days that someone works on it
part/ana            1  the part of it that someone does
open_days           4  what of it is still to do

As of 2026-11-22.
"""


@pytest.fixture
def bakery(tmp_path: Path) -> Path:
    text = PLAN.replace("title: Bakery,", "title: Bakery, calendar: bakery,")
    return written(tmp_path, text)


def out(folder: Path, command: str) -> str:
    done = typed(folder, f"explain {command}")
    assert done.code == 0, done.err
    return done.out


def test_a_figure_is_a_tree_down_to_lines(bakery: Path) -> None:
    """The day, and what goes for want of room, stand in the last line."""
    shown = out(bakery, "regulars progress -f table")
    assert shown == TREE
    assert max(map(len, shown.splitlines())) <= 80


def test_without_a_figure_those_that_there_are(bakery: Path) -> None:
    assert out(bakery, "app/build") == LIST


def nodes(answer: Any) -> list[Any]:
    found, pending = [], [answer]
    while pending:
        found.append(pending.pop())
        pending.extend(found[-1]["inputs"])
    return found


def test_json_goes_down_to_the_files_and_keeps_its_contract(bakery: Path) -> None:
    answer = json.loads(out(bakery, "regulars progress -f json"))
    assert [error.message for error in Draft202012Validator(contract("explain")).iter_errors(answer)] == []
    assert (answer["id"], answer["figure"], answer["operation"]) == ("regulars", "progress", "weighted_mean")
    assert answer["value"] == 44
    leaves = {
        (node["figure"], node["value"], node["line"]) for node in nodes(answer) if not node["operation"]
    }
    assert {("effort", "12h", 15), ("progress", 50, 16), ("hours", 6, 20), ("progress", 20, 17)} <= leaves
    assert all(node["cut"] in (None, "above") for node in nodes(answer))


def test_the_list_in_json_keeps_its_contract(bakery: Path) -> None:
    answer = json.loads(out(bakery, "regulars/members -f json"))
    assert [error.message for error in Draft202012Validator(contract("figures")).iter_errors(answer)] == []
    values = {entry["figure"]: entry["value"] for entry in answer["figures"]}
    assert values["sufficiency"] is None
    assert (values["attainment"], values["state"], values["baseline"]) == (33, "off_track", 1200)


def test_what_is_unknown_is_told_with_the_reason_and_is_never_0(bakery: Path) -> None:
    text = out(bakery, "regulars/reviews attainment -f plain")
    assert text.splitlines()[:2] == ["regulars/reviews attainment: –", "No actual yet."]
    assert "├─ baseline                  4.1 stars         alignplan.yaml:8" in text
    assert out(bakery, "posters progress").splitlines()[:2] == [
        "posters progress: –", "Not known: it has begun, and has neither steps nor a `progress`.",
    ]  # fmt: skip
    answer = json.loads(out(bakery, "posters progress -f json"))
    assert (answer["value"], answer["operation"]) == (None, "unknown")


@pytest.mark.parametrize(
    ("typed_words", "error", "help"),
    [
        (
            "app progres",
            "`app` has no figure `progres`",
            "did you mean `progress`? there are progress, planned, ",
        ),
        ("fresh progress", "a value has no figures", "objectives, tactics, their steps, KPIs"),
        ("app coverage", "`app` has no figure `coverage`", "there are progress, planned, health"),
        ("plan coverage/mett", "`plan` has no figure `coverage/mett`", "did you mean `coverage/met`?"),
        ("ap progress", "there is no `ap` in the plan", "did you mean `app`?"),
        (
            "regulars/members actual/2026-01-01",
            "`regulars/members` has no figure `actual/2026-01-01`",
            "did you",
        ),
    ],
)
def test_a_name_that_was_typed_and_is_not_there(
    bakery: Path, typed_words: str, error: str, help: str
) -> None:
    done = typed(bakery, f"explain {typed_words}")
    assert (done.code, done.out) == (2, "")
    first, second, *_ = done.err.splitlines()
    assert first == f"error: {error}"
    assert help in second


def test_a_figure_with_several_parts_has_a_main_one_or_is_asked_about(bakery: Path) -> None:
    whole = out(bakery, "plan coverage -f plain")
    assert whole.startswith("plan coverage: ")
    assert (
        out(bakery, "plan coverage/percent -f csv").splitlines()[1].split(",")[4:6]
        == out(bakery, "plan coverage -f csv").splitlines()[1].split(",")[4:6]
    )
    assert out(bakery, "flyers weight").startswith("flyers weight/regulars: 0.75\n")


def test_depth_is_as_typed_and_an_ellipsis_says_that_there_is_more(bakery: Path) -> None:
    shallow = out(bakery, "regulars progress --depth 1 -f plain")
    assert "├─ app progress …" in shallow
    assert "design" not in shallow
    assert "│     └─ effort" not in shallow
    assert "effort" in out(bakery, "regulars progress --depth 3 -f plain")


def test_sheets_have_every_figure_exact_with_its_place(bakery: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(out(bakery, "regulars/members attainment -f csv"))))
    assert [(row["depth"], row["role"], row["figure"], row["value"], row["line"]) for row in rows] == [
        ("0", "", "attainment", "33", "7"),
        ("1", "actual", "actual", "1464", "7"),
        ("2", "value", "actual 2026-06-30", "1464", "7"),
        ("1", "baseline", "baseline", "1200", "7"),
        ("2", "value", "baseline", "1200", "7"),
        ("1", "target", "target", "2000", "7"),
        ("2", "value", "target", "2000", "7"),
    ]


def test_markdown(bakery: Path) -> None:
    assert (
        out(bakery, "app/build weight -f markdown")
        == """\
**app/build weight: 8**

In working days of the plan's calendar.

| figure               | value | exact | from              |
| -------------------- | ----: | ----: | ----------------- |
| **app/build weight** |     8 |       | days of work      |
| &emsp;effort         |    2w |       | alignplan.yaml:16 |
| &emsp;hours          |     6 |       | alignplan.yaml:20 |
| &emsp;days           |     4 |       | alignplan.yaml:20 |

As of 2026-11-22.
"""
    )


def test_text_of_a_plan_is_data(tmp_path: Path) -> None:
    text = PLAN.replace("unit: people", 'unit: "[red]p\\e[31m"')
    shown = out(written(tmp_path, text), "regulars/members actual -f table --color never")
    assert "\x1b" not in shown
    assert "1,464 [red]p" in shown


STAKE = """\
loyal staff: 24 %
Weight × gap × confidence, in percent of the plan.
Because no tactic that counts serves loyal.

figure                          value  exact  from
loyal staff                      24 %         at stake
├─ staff/weight                  30 %         stated
│  └─ plan_weight …              30 %         percent
├─ staff/gap                     80 %         farthest
│  └─ loyal/again attainment …   20 %         attainment
└─ staff/confidence             100 %         no tactic that counts serves it

What is done
  farthest  100 − the lowest attainment of its KPIs

As of 2026-11-22.
"""


def test_what_is_at_stake_in_a_proposal(tmp_path: Path) -> None:
    done = typed(written(tmp_path, UNSERVED), "explain loyal staff -f plain")
    assert (done.code, done.out) == (0, STAKE)
