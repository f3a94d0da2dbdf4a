"""`kpis`, word for word: in all formats, in little room, and what can be asked."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tests.views.garden import typed

from alignplan.output.contracts.interface import contract

PLAN = """\
alignplan: 1
plan: {title: Small, horizon: {start: 2026-01-01, due: 2026-12-31}}
people: {mia: Mia, tom: Tom}
objectives:
  win:
    title: Win it
    owner: mia
    kpis:
      share:
        unit: "%"
        baseline: 10
        target: 22
        frequency: monthly
        actuals: {2026-06-30: 15, 2026-07-31: 16, 2026-08-31: 17, 2026-09-30: 18, 2026-10-31: 19}
      cost: {unit: EUR per head, baseline: 20, target: 10, numerator: spent, denominator: heads}
      open: {unit: yes/no, baseline: false, target: true, actuals: {2026-10-31: false}}
  keep: {title: Keep it, owner: tom, kpis: [queue]}
kpis:
  queue: {unit: min, range: {high: 5}, actuals: {2026-08-31: 7, 2026-09-30: 6.5, 2026-10-31: 6}}
  spent: {unit: EUR, actuals: {2026-09-30: 9000, 2026-10-31: 8000}}
  heads: {unit: heads, actuals: {2026-09-30: 500}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "alignplan.yaml").write_text(PLAN, encoding="utf-8")
    return tmp_path


def test_the_whole_table_off_a_terminal(folder: Path) -> None:
    done = typed(folder, "kpis -f plain")
    assert (done.code, done.err) == (0, "")
    assert done.out == WHOLE


def test_in_eighty_cells_it_is_two_tables_and_the_reasons(folder: Path) -> None:
    done = typed(folder, "kpis -f table")
    assert done.out == NARROW
    assert max(map(len, done.out.splitlines())) <= 80


def test_where_there_is_room_it_is_one_table(folder: Path) -> None:
    wide = typed(folder, "kpis -f table", {"COLUMNS": "200"}).out.splitlines()
    assert [wide[0], *wide[2:]] == WHOLE.splitlines()
    middle = typed(folder, "kpis -f table", {"COLUMNS": "120"}).out.splitlines()
    assert middle[0].split("  ")[0] == "kpi"
    assert "why" not in middle[0]
    assert middle[9:12] == NARROW.splitlines()[9:12]
    tight = typed(folder, "kpis win -f table", {"COLUMNS": "50"}).out.splitlines()
    assert tight[-1] == "Not shown for want of room: data, planned."


def test_without_unicode_it_says_the_same(folder: Path) -> None:
    done = run(folder, "kpis", "share", "queue", PYTHONIOENCODING="ascii")
    assert done.splitlines()[1:4] == [
        "win",
        "`- share  _,=+#   19      22 %    20.71  * on track   19 %, 19.99 % planned for 2026-10-31     22 d        21  19.43 and 22.57    32 %",
        "queue     #=_      6  <= 5 min        -  x off track  6 min, outside its range: at most 5 min  22 d      5.75  2.252 and 9.248    32 %",
    ]


def run(folder: Path, *arguments: str, **environ: str) -> str:
    """What the program prints in a process of its own."""
    environment = {**os.environ, "ALIGNPLAN_AS_OF": "2026-11-22", **environ}
    command = [sys.executable, "-m", "alignplan", "-C", str(folder), *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout


def test_markdown(folder: Path) -> None:
    lines = typed(folder, "kpis queue -f markdown").out.splitlines()
    assert lines[0].startswith("| kpi   | trend |")
    assert [cell.strip() for cell in lines[2].strip("|").split("|")] == [
        "queue", "█▅▁", "6", "≤ 5 min", "–", "× off track", "6 min, outside its range: at most 5 min",
        "22 d", "5.75", "2.252 and 9.248", "32 %",
    ]  # fmt: skip


def test_sheets_have_every_figure_in_a_column_of_its_own(folder: Path) -> None:
    for output_format, sign in (("csv", ","), ("tsv", "\t")):
        lines = typed(folder, f"kpis win -f {output_format}").out.splitlines()
        found = list(csv.DictReader(lines, delimiter=sign))
        assert lines[0].split(sign)[:4] == ["id", "of", "title", "unit"]
        assert [row["id"] for row in found] == ["win/share", "win/cost", "win/open"]
        share = found[0]
        assert (share["of"], share["actual"], share["date"], share["stale"]) == (
            "win",
            "19",
            "2026-10-31",
            "false",
        )
        assert float(share["forecast"]) == pytest.approx(21)
        assert share["forecast_date"] == "2026-12-31"
        assert found[2]["forecast"] == ""


def test_json_keeps_its_contract_and_carries_everything(folder: Path) -> None:
    answer = json.loads(typed(folder, "kpis -f json").out)
    assert [error.message for error in Draft202012Validator(contract("kpis")).iter_errors(answer)] == []
    assert [kpi["id"] for kpi in answer["kpis"]] == [
        "win/share",
        "win/cost",
        "win/open",
        "queue",
        "spent",
        "heads",
    ]
    share, cost, is_open = answer["kpis"][:3]
    assert (answer["schema"], answer["as_of"]) == ("kpis/1", "2026-11-22")
    assert (share["state"], share["attainment"], share["age_days"]) == ("on_track", 75, 22)
    assert share["planned"] == pytest.approx(10 + 12 * 325 / 364)
    likely = share["forecast"]
    assert list(likely) == ["value", "low", "high", "date", "chance", "seasonal", "values"]
    assert (likely["date"], likely["values"], likely["seasonal"]) == ("2026-12-31", 5, False)
    assert likely["value"] == pytest.approx(21)
    assert likely["low"] < 21 < likely["high"]
    assert 0 < likely["chance"] < 50
    assert (cost["actual"], cost["date"], cost["forecast"]) == (16, "2026-10-31", None)
    assert [cost["forecast_gap"], is_open["forecast_gap"]] == ["too few values", "yes or no"]


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("", ["win/share", "win/cost", "win/open", "queue", "spent", "heads"]),
        ("win", ["win/share", "win/cost", "win/open"]),
        ("keep", ["queue"]),
        ("win/share", ["win/share"]),
        ("share queue", ["win/share", "queue"]),
        ("kind:kpi", ["win/share", "win/cost", "win/open", "queue", "spent", "heads"]),
        ("owner:tom", ["queue"]),
        ("win --exclude win/cost", ["win/share", "win/open"]),
        ("--exclude win", ["queue", "spent", "heads"]),
        ("kind:kpi --exclude keep", ["win/share", "win/cost", "win/open", "spent", "heads"]),
    ],
)
def test_what_is_shown(folder: Path, asked: str, shown: list[str]) -> None:
    done = typed(folder, f"kpis -f json {asked}".strip())
    assert (done.code, done.err) == (0, "")
    assert [kpi["id"] for kpi in json.loads(done.out)["kpis"]] == shown


def test_what_cannot_be_shown_is_told(folder: Path) -> None:
    assert typed(folder, "kpis kind:person").err == "note: kind:person has no KPI\n"
    assert (
        typed(folder, "kpis wni").err == "error: there is no `wni` in the plan\nhelp: did you mean `win`?\n"
    )
    assert typed(folder, "kpis --exclude wni").code == 2


def test_it_is_judged_as_of_a_day(folder: Path) -> None:
    answer = json.loads(typed(folder, "--as-of 2026-09-01 kpis share -f json").out)["kpis"][0]
    assert (answer["actual"], answer["forecast"]["values"], answer["age_days"]) == (17, 3, 1)
    over = json.loads(typed(folder, "--as-of 2027-01-01 kpis share -f json").out)["kpis"][0]
    assert (over["forecast"], over["forecast_gap"], over["state"]) == (None, "its day is over", "off_track")


def test_nothing_of_a_forecast_is_loaded_by_other_views(folder: Path) -> None:
    code = "import sys\nfrom alignplan.__main__ import run\nrun(sys.argv[1:])\nprint(any('forecast' in name for name in sys.modules))"
    for command, loaded in (("progress", "False"), ("check", "False"), ("kpis", "True")):
        done = subprocess.run(
            [sys.executable, "-c", code, "-C", str(folder), command],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.stdout.splitlines()[-1] == loaded, command


WHOLE = """\
kpi       trend    now           target  planned  state        why                                                         data  forecast  80 % between     chance
win
├─ share  ▁▃▅▆█     19             22 %    20.71  ● on track   19 %, 19.99 % planned for 2026-10-31                        22 d        21  19.43 and 22.57    32 %
├─ cost   █▁        16  10 EUR per head    11.07  × off track  16 EUR per head, 11.68 EUR per head planned for 2026-10-31  22 d         –  too few values        –
└─ open   ▄         no              yes       no  ● on track   no, no planned for 2026-10-31                               22 d         –  yes or no             –
queue     █▅▁        6          ≤ 5 min        –  × off track  6 min, outside its range: at most 5 min                     22 d      5.75  2.252 and 9.248    32 %
spent     █▁     8,000                –        –  –            –                                                           22 d         –  no target             –
heads     ▄        500                –        –  –            –                                                           53 d         –  no target             –

4 KPIs: 2 on track, 2 off track. 2 more have no target and measure no objective. As of 2026-11-22.
"""

NARROW = """\
kpi         now           target  planned  state        data
────────────────────────────────────────────────────────────
win
├─ share     19             22 %    20.71  ● on track   22 d
├─ cost      16  10 EUR per head    11.07  × off track  22 d
└─ open      no              yes       no  ● on track   22 d
queue         6          ≤ 5 min        –  × off track  22 d
spent     8,000                –        –  –            22 d
heads       500                –        –  –            53 d

Behind, off track or without data
  win/cost  16 EUR per head, 11.68 EUR per head planned for 2026-10-31
  queue     6 min, outside its range: at most 5 min

kpi       trend  forecast  80 % between     chance
──────────────────────────────────────────────────
win
├─ share  ▁▃▅▆█        21  19.43 and 22.57    32 %
├─ cost   █▁            –  too few values        –
└─ open   ▄             –  yes or no             –
queue     █▅▁        5.75  2.252 and 9.248    32 %
spent     █▁            –  no target             –
heads     ▄             –  no target             –

4 KPIs: 2 on track, 2 off track. 2 more have no target and measure no objective.
As of 2026-11-22.
"""
