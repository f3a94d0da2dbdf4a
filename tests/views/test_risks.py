"""The register of risks as people see it: word for word on a small plan, wide and narrow, in ASCII too."""

from __future__ import annotations

import json
from pathlib import Path
from textwrap import dedent

import pytest
from jsonschema import Draft202012Validator
from tests.views.garden import typed

from alignplan.output.contracts.interface import contract

PLAN = """
alignplan: 1
plan: {title: Risky, horizon: {start: 2026-01-01, due: 2026-12-31}, currency: EUR}
people: {mia: {}}
objectives:
  o:
    title: Reach it
    owner: mia
    kpis:
      k: {unit: "%", baseline: 0, target: 100, actuals: {2026-03-31: 10, 2026-06-30: 40, 2026-09-30: 60}}
    contingencies:
      slow: {when: {kpi: k, below: 90%, of: plan, for: 2}, then: "Ask [red]the board[/]", activates: plan-b}
tactics:
  t:
    supports: o
    budget: {planned: 1000, spent: 1101}
    actions: {a: {due: 2026-11-06}}
    contingencies:
      dear: {when: {budget: t, above: 110%}, owner: mia, activated: 2026-11-20}
      late: {when: {any: [{action: a, late_by: 3d}, {budget: t, above: 200%}]}, then: "Ask for help!"}
  plan-b: {supports: o, status: planned}
risks:
  fire: {probability: 20%, impact: 30000, threatens: t, review: 2026-11-01, response: reduce, mitigated_by: [t, plan-b, t]}
  unweighed: {impact: 30000}
  half-weighed: {probability: 30%}
  flood: {probability: 0%, impact: low, occurred: 2026-05-01, owner: mia, response: accept}
  over: {probability: 90%, impact: high, closed: 2026-05-01, contingencies: {x: {then: Z}}}
"""

NARROW = """
Armed: to be decided now
  o/slow  ▲ k is at 60 %, 80.29 % of plan, below 90 % for the 3rd time in a row
          (since 2026-06-30). Then: Ask [red]the board[/]. Activates: plan-b
          (standing by). Owner: mia.
  t/late  ▲ a is 10 working days late, at least 3d (since 2026-11-11). Then: Ask
          for help!

Risks
risk          likely  impact  exposure  in EUR  review
───────────────────────────────────────────────────────────────────
fire            20 %  30,000  × high     6,000  2026-11-01 (passed)
unweighed          –  30,000  –              –  –
half-weighed    30 %       –  –              –  –
flood            0 %     low  ● low          –  –
over            90 %    high  –              –  –

What is done
  fire          reduce, no owner: t (planned), plan-b (standing by)
  unweighed     no response, no owner
  half-weighed  no response, no owner
  flood         occurred 2026-05-01; accept (mia)
  over          closed 2026-05-01; no response, no owner

Contingencies
contingency  state        held since  activated
────────────────────────────────────────────────
o/slow       ▲ armed      2026-06-30  –
t/dear       ● activated  –           2026-11-20
t/late       ▲ armed      2026-11-11  –
over/x       – over       –           –

What the triggers say
  o/slow  k is at 60 %, 80.29 % of plan, below 90 % for the 3rd time in a row;
          activates plan-b (standing by)
  t/dear  t has spent 110.1 % of its budget, above 110 %
  t/late  a is 10 working days late, at least 3d
  over/x  no trigger

Heat map: impact by probability
impact   under 20 %  from 20 %     from 50 %  unknown
────────────────────────────────────────────────────────
high     (medium)    × high: 1     (high)     unknown: 1
                     fire                     unweighed
medium   (low)       (medium)      (high)
low      ● low: 1    (low)         (medium)
         flood
unknown              unknown: 1
                     half-weighed

An amount of money is a medium impact from 30 EUR on, a high one from 100 EUR.

5 risks: 3 open, 1 occurred, 1 closed. Exposure in money: 6,000 EUR (1 risk, 1
more unknown). 4 contingencies: 2 armed, 1 activated, 1 over. As of 2026-11-22.
"""


@pytest.fixture
def risky(tmp_path: Path) -> Path:
    (tmp_path / "alignplan.yaml").write_text(PLAN, encoding="utf-8")
    return tmp_path


def cleaned(text: str) -> str:
    return dedent(text).lstrip("\n")


def test_eighty_columns(risky: Path) -> None:
    done = typed(risky, "risks -f table -q")
    assert (done.code, done.err) == (0, "")
    assert done.out == cleaned(NARROW)
    assert max(map(len, done.out.splitlines())) <= 80


def test_where_there_is_room_the_words_stand_beside_the_figures(risky: Path) -> None:
    lines = typed(risky, "risks fire flood t -f table -q", {"COLUMNS": "160"}).out.splitlines()
    assert lines[3:8] == [
        "Risks",
        "risk   likely  impact  exposure  in EUR  state                response  owner  review               mitigated by                       title",
        "─" * 140,
        "fire     20 %  30,000  × high     6,000  open                 reduce    –      2026-11-01 (passed)  t (planned), plan-b (standing by)  fire",
        "flood     0 %     low  ● low          –  occurred 2026-05-01  accept    mia    –                    –                                  flood",
    ]
    assert lines[9:14] == [
        "Contingencies",
        "contingency  state        held since  first held  activated   activates  owner  trigger",
        "─" * 126,
        "t/dear       ● activated  –           –           2026-11-20  –          mia    t has spent 110.1 % of its budget, above 110 %",
        "t/late       ▲ armed      2026-11-11  2026-11-11  –           –          –      a is 10 working days late, at least 3d",
    ]


def test_ids_leave_the_heat_map_where_it_would_be_too_wide(risky: Path) -> None:
    shown = typed(risky, "risks -f table -q", {"COLUMNS": "55"}).out
    assert "half-weighed\n" not in shown.partition("Heat map")[2]
    assert "high     (medium)    × high: 1   (high)     unknown: 1" in shown
    assert max(map(len, shown.partition("Heat map")[2].partition("\n\n")[0].splitlines())) <= 55


def test_long_fields_of_the_heat_map_name_the_first_ones(tmp_path: Path) -> None:
    risks = "".join(f"  r{at}: {{probability: 20%, impact: high}}\n" for at in range(1, 9))
    (tmp_path / "alignplan.yaml").write_text(f"alignplan: 1\nplan: {{title: P}}\nrisks:\n{risks}", "utf-8")
    shown = typed(tmp_path, "risks").out.partition("Heat map")[2]
    assert [line.split()[-1] for line in shown.splitlines()[3:9]] == ["r1", "r2", "r3", "r4", "r5", "more"]
    assert "× high: 8" in shown
    assert "… 3 more" in shown
    assert "in money" not in typed(tmp_path, "risks").out


def test_every_word_is_there_without_colour_and_in_ascii(risky: Path) -> None:
    plain = typed(risky, "risks -f table -q").out
    painted = typed(risky, "risks -f table -q --color always").out
    assert "\x1b[31m× high: 1" in painted
    assert "[red]the board[/]" in plain


def test_one_armed_contingency_by_its_name(risky: Path) -> None:
    answer = json.loads(typed(risky, "risks o/slow -f json -q").out)
    assert answer["risks"] == []
    assert answer["total"] is None
    assert answer["contingencies"] == [
        {
            "id": "o/slow",
            "of": "o",
            "title": "slow",
            "state": "armed",
            "armed": True,
            "holds": True,
            "since": "2026-06-30",
            "first_held": "2026-06-30",
            "says": "k is at 60 %, 80.29 % of plan, below 90 % for the 3rd time in a row",
            "conditions": [
                {
                    "kind": "kpi",
                    "about": "o/k",
                    "holds": True,
                    "since": "2026-06-30",
                    "first_held": "2026-06-30",
                    "says": "k is at 60 %, 80.29 % of plan, below 90 % for the 3rd time in a row",
                }
            ],
            "then": "Ask [red]the board[/]",
            "activates": [{"id": "plan-b", "status": "planned", "standing_by": True}],
            "activated": None,
            "owner": "mia",
        }
    ]


def test_one_risk_by_its_name(risky: Path) -> None:
    answer = json.loads(typed(risky, "risks fire -f json -q").out)
    assert answer["risks"] == [
        {
            "id": "fire",
            "title": "fire",
            "state": "open",
            "probability": 20,
            "probability_level": "medium",
            "impact": 30000,
            "impact_level": "high",
            "exposure": 6000,
            "exposure_level": "high",
            "high": True,
            "response": "reduce",
            "owner": None,
            "review": "2026-11-01",
            "review_passed": True,
            "occurred": None,
            "closed": None,
            "threatens": ["t"],
            "mitigated_by": [
                {"id": "t", "status": "planned", "standing_by": False},
                {"id": "plan-b", "status": "planned", "standing_by": True},
            ],
            "contingencies": [],
        }
    ]
    assert answer["total"] == {"exposure": 6000, "counted": 1, "unknown": 0}
    assert {"impact": "high", "probability": "medium", "exposure": "high", "risks": ["fire"]} in answer[
        "heat_map"
    ]
    assert len(answer["heat_map"]) == 9


def test_the_whole_answer_keeps_its_contract(risky: Path) -> None:
    answer = json.loads(typed(risky, "risks -f json -q").out)
    assert [error.message for error in Draft202012Validator(contract("risks")).iter_errors(answer)] == []
    conditions = {one["id"]: [part["holds"] for part in one["conditions"]] for one in answer["contingencies"]}
    assert conditions == {"o/slow": [True], "t/dear": [True], "t/late": [True, False], "over/x": []}
    assert [one["holds"] for one in answer["contingencies"]] == [True, True, True, None]
    assert len(answer["heat_map"]) == 16


@pytest.mark.parametrize(
    ("command", "out", "note"),
    [
        ("risks mia", "As of 2026-11-22.\n", "note: mia has neither a risk nor a contingency\n"),
        ("risks kind:calendar", "As of 2026-11-22.\n", "note: nothing matches kind:calendar\n"),
    ],
)
def test_nothing_to_show_is_a_note(risky: Path, command: str, out: str, note: str) -> None:
    done = typed(risky, command)
    assert (done.code, done.out) == (0, out)
    assert done.err.endswith(note)
