"""`progress --earned`, word for word: in all formats, in little room, and what can be asked."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tests.analysis.earned.money import CREW, WALL
from tests.views.garden import Done, typed

from alignplan.analysis.earned.earned import FIGURES
from alignplan.output.contracts.interface import contract

MONDAY = {"ALIGNPLAN_AS_OF": "2026-03-09"}
TABLE = """\
item            BAC     PV     EV     AC   CPI   SPI  SPI(t)     EAC  note
plan         30,000  6,667  4,000  5,000  0.80  0.60    0.80  37,500
└─ wall      30,000  6,667  4,000  5,000  0.80  0.60    0.80  37,500
   ├─ north  10,000  6,667  4,000  5,000  0.80  0.60    0.80  12,500
   └─ south  20,000      0      0      0     –     –       –       –  nothing was spent by now

At this rate the plan costs 37,500 EUR, 7,500 EUR over its budget. As of 2026-03-09.
"""


def asked(folder: Path, command: str, plan: str = WALL, **environ: str) -> Done:
    (folder / "alignplan.yaml").write_text(plan.lstrip(), encoding="utf-8")
    return typed(folder, command, {**MONDAY, **environ})


def test_the_plan_its_objectives_and_their_tactics(tmp_path: Path) -> None:
    done = asked(tmp_path, "progress --earned -f plain")
    assert (done.code, done.out, done.err) == (0, TABLE, "")


def test_in_little_room_indices_are_what_stays(tmp_path: Path) -> None:
    done = asked(tmp_path, "progress --earned -f table", COLUMNS="56")
    assert max(map(len, done.out.splitlines())) <= 56
    assert "   ├─ north  10,000  5,000  0.80  0.60    0.80  12,500" in done.out.splitlines()
    assert "Not shown for want of room: note, PV, EV." in " ".join(done.out.split())


def test_for_machines_every_figure_whole(tmp_path: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(asked(tmp_path, "progress --earned -f csv").out)))
    assert list(rows[0]) == ["id", "kind", "title", "depth", *FIGURES]
    assert [row["id"] for row in rows] == ["plan", "wall", "north", "south"]
    assert rows[2]["pv"] == "6666.666666666667"
    assert (rows[3]["cpi"], rows[3]["ac"]) == ("", "0")


def test_json_says_beside_the_rest_what_is_not_known_and_why(tmp_path: Path) -> None:
    answer = json.loads(asked(tmp_path, "progress --earned -f json", CREW).out)
    Draft202012Validator(contract("progress")).validate(answer)
    plain = json.loads(asked(tmp_path, "progress -f json", CREW).out)
    assert {name: value for name, value in answer.items() if name != "earned"} == plain
    paint = next(one for one in answer["earned"] if one["id"] == "paint")
    assert paint["bac"] is None
    assert paint["unknown"]["cpi"] == "`cem` states no `cost`"
    assert answer["earned"][0]["left_out"] == ["paint", "plant", "idle"]


def test_what_is_left_out_of_a_sum_is_said(tmp_path: Path) -> None:
    spent = CREW.replace("progress: 20%", "progress: 20%, spent: 1d").replace(
        "tools: {title: Tools, supports: roof, budget: {planned: 300}",
        "tools: {title: Tools, supports: roof, budget: {planned: 300, spent: 1}",
    ).replace("gate: {title: Gate,", "gate: {title: Gate, progress: 10%,")  # fmt: skip
    lines = asked(tmp_path, "progress --earned -f plain", spent).out.splitlines()
    assert lines[1].endswith("left out: paint, plant, idle")
    assert "3 tactics have neither a budget nor known costs." in lines[-1]


def test_what_counts_for_nothing_says_so(tmp_path: Path) -> None:
    plan = CREW.replace(
        "gate: {title: Gate,", "gate: {title: Gate, contingencies: {x: {then: Hire, activates: idle}},"
    )
    lines = {
        line.split()[1]: line
        for line in asked(tmp_path, "progress --earned -f plain", plan).out.splitlines()
        if " " in line
    }
    assert lines["scaffold"].endswith("dropped: in no sum")
    assert lines["idle"].endswith("stands by: in no sum")


def test_what_the_plan_will_cost_is_not_guessed(tmp_path: Path) -> None:
    lines = asked(tmp_path, "progress --earned -f plain", CREW).out.splitlines()
    assert lines[-1].startswith("What the plan will cost is not known: the progress of `gate` is unknown.")


def test_of_a_chosen_part_only_that_is_shown(tmp_path: Path) -> None:
    done = asked(tmp_path, "progress north --earned -f plain")
    assert done.out.splitlines()[1:] == [
        "north  10,000  6,667  4,000  5,000  0.80  0.60    0.80  12,500",
        "",
        "As of 2026-03-09.",
    ]


def test_what_if_less_was_spent(tmp_path: Path) -> None:
    done = asked(tmp_path, "progress --earned --set north:budget.spent=4000 -f plain")
    assert "north  5,000 → 4,000 (−1,000)  0.80 → 1.00 (+0.2)  12,500 → 10,000 (−2,500)" in done.out
    assert "✔ cpi  0.8 → 1" in done.out


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        ("cpi", "north cpi: 0.8\nEV ÷ AC.\n"),
        ("tcpi", "north tcpi: 1.2\n(BAC − EV) ÷ (BAC − AC).\n"),
        ("ieac_t", "north ieac_t: 12.5 (exactly 12.500000000000002)\nPD ÷ SPI(t).\n"),
    ],
)
def test_each_figure_can_be_taken_apart(tmp_path: Path, figure: str, said: str) -> None:
    assert asked(tmp_path, f"explain north {figure}").out.startswith(said)


def test_a_bound_on_the_index_of_the_plan(tmp_path: Path) -> None:
    done = asked(tmp_path, "check --select E -f concise --min cpi=0.9")
    assert (done.code, done.out.splitlines()[0]) == (1, "error: `cpi` is 0.8, less than the 0.9 of --min")
    assert asked(tmp_path, "check --select E -f concise --min cpi=0.8").code == 0


def test_without_money_every_figure_is_a_dash_with_its_reason(tmp_path: Path) -> None:
    plan = "alignplan: 1\nplan: {title: P}\nobjectives: {o: O}\ntactics: {t: {title: T, supports: o}}\n"
    lines = asked(tmp_path, "progress --earned -f plain", plan).out.splitlines()
    assert lines[1].split() == ["plan", *"–" * 8, "no", "tactic", "below", "it", "has", "a", "BAC"]
    assert lines[3].split() == ["└─", "t", *"–" * 8, "`t`", "has", "neither", "a", "budget", "nor", "effort"]
    assert lines[-1] == "1 tactic has neither a budget nor known costs. As of 2026-03-09."
