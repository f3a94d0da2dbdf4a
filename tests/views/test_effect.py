"""`effect` and `kpis --moves`, word for word: in all formats, in little room, and what can be asked."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tests.views.garden import DAY, typed

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
      share: {unit: "%", baseline: 10, target: 22, actuals: {2026-04-30: 11, 2026-10-31: 16}}
      calls: {unit: calls, baseline: 900, target: 400, actuals: {2026-10-31: 850}}
  keep: {title: Keep it, owner: tom, kpis: {queue: {unit: min, range: {high: 5}, actuals: {2026-10-31: 6}}}}
kpis:
  heads: {unit: heads, actuals: {2026-09-30: 500}}
tactics:
  shop: {title: "[red]Shop[/]", supports: win, owner: mia, status: done, started: 2026-02-01, moves: {win/share: 6, win/calls: -300}}
  talks: {title: Talks, supports: win, owner: tom, due: 2026-12-31, progress: 60%, started: 2026-05-01, moves: {win/share: {by: 4, lag: 1m}}}
  desk: {title: Desk, supports: win, owner: tom, due: 2026-06-30, progress: 70%, started: 2026-05-01, moves: {win/share: 1}}
  robot: {title: Robot, supports: win, owner: tom, due: 2026-12-31, status: paused, progress: 10%, moves: {win/calls: -100}}
  queue: {title: Queue, supports: keep, owner: tom, due: 2026-12-31, moves: {keep/queue: -2}}
"""

PICTURE = """\
             behind with the work            │ done, or as planned
             ────────────────────────────────┼────────────────────────────────
it moves     ◆ lucky                         │ ● working
             talks, desk                     │ shop
             ────────────────────────────────┼────────────────────────────────
it does not  × stuck                         │ ▲ executed, not working
             –                               │ shop

○ too early to tell: robot, queue
"""
TABLE = """\
tactic, and what it moves  place                     by now  seen  effect  why
shop                       done
├─ win/share               ● working                   +6.7    +6    90 %
└─ win/calls               ▲ executed, not working     -310   -50    16 %
talks                      60 % done, 89 % planned
└─ win/share               ◆ lucky                     +6.7    +6    90 %
desk                       70 % done, 100 % planned
└─ win/share               ◆ lucky                     +6.7    +6    90 %
robot                      10 % done, 89 % planned
└─ win/calls               ○ too early to tell         -310   -50       –  less than 50 % of it is done
queue                      0 % done, 89 % planned
└─ keep/queue              ○ too early to tell            0     –       –  not begun

1 working, 1 executed, not working, 2 lucky, 2 too early to tell. As of 2026-11-22.
"""
MOVES = """\
KPI, and what moves it      needed  promised  live          work  lag  by now  seen   to go  enough
win/share                    +12 %       +11    +5                       +6.7    +6      +6    92 %
├─ shop                                   +6     –          done           +6
├─ talks                                  +4    +4          60 %   1m       0
└─ desk                                   +1    +1          70 %         +0.7
win/calls               -500 calls      -300     0                       -310   -50    -450    60 %
├─ shop                                 -300     –          done         -300
└─ robot                                   –     –  paused, 10 %          -10
keep/queue                       –        -2    -2                          0     –  -1 min       –
└─ queue                                  -2    -2           0 %            0

Enough is promised for 0 of 2 KPIs. As of 2026-11-22.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "alignplan.yaml").write_text(PLAN, encoding="utf-8")
    return tmp_path


def test_a_picture_and_a_table(folder: Path) -> None:
    done = typed(folder, "effect -f plain")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("             behind with the work           │ done, or as planned")
    assert done.out.endswith("\n" + TABLE)


def test_in_eighty_cells(folder: Path) -> None:
    done = typed(folder, "effect -f table")
    assert done.out.startswith(PICTURE)
    assert max(map(len, done.out.splitlines())) <= 80
    assert done.out.endswith("Not shown for want of room: why.\n")


def test_in_very_little_room_no_id_is_cut(folder: Path) -> None:
    done = typed(folder, "effect -f table", {"COLUMNS": "40"})
    assert "win/calls" in done.out
    assert "Not shown for want of room: why, by now, seen." in " ".join(done.out.split())


def test_who_moves_what(folder: Path) -> None:
    assert typed(folder, "kpis --moves -f plain").out == MOVES
    narrow = typed(folder, "kpis --moves -f table").out
    assert max(map(len, narrow.splitlines())) <= 80
    assert "Not shown for want of room: lag, live, work." in " ".join(narrow.split())


def test_markdown_lists_what_it_cannot_draw(folder: Path) -> None:
    lines = typed(folder, "effect -f markdown").out.splitlines()
    assert lines[:5] == [
        "- **● working**: shop",
        "- **▲ executed, not working**: shop",
        "- **◆ lucky**: talks, desk",
        "- **× stuck**: –",
        "- **○ too early to tell**: robot, queue",
    ]
    assert (
        lines[6]
        == "| tactic, and what it moves | place                    | by now | seen | effect | why                          |"
    )


def test_in_ascii_every_sign_has_a_word(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "alignplan", "effect", "-f", "table"],
        cwd=folder,
        env={
            **os.environ,
            "ALIGNPLAN_AS_OF": DAY,
            "PYTHONIOENCODING": "ascii",
            "COLUMNS": "80",
            "NO_COLOR": "1",
        },
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert done.isascii()
    assert "it moves     * lucky                         | * working" in done
    assert "             --------------------------------+---------" in done


def test_effects_as_json(folder: Path) -> None:
    answer = json.loads(typed(folder, "effect talks -f json").out)
    assert answer["effects"] == [
        {
            "id": "talks>win/share",
            "tactic": "talks",
            "title": "Talks",
            "kpi": "win/share",
            "unit": "%",
            "place": "lucky",
            "reason": "progress 60 %, planned 89 %; +6 seen of +6.7 %",
            "status": "active",
            "progress": 60,
            "planned": pytest.approx(326 / 365 * 100),
            "executed": False,
            "by": 4,
            "lag": "1m",
            "began": "2026-05-01",
            "first": "shop",
            "first_began": "2026-02-01",
            "before": 10,
            "actual": 16,
            "date": "2026-10-31",
            "delivered": 6.7,
            "seen": 6,
            "ratio": pytest.approx(600 / 6.7),
        }
    ]


def test_moves_as_json(folder: Path) -> None:
    (share, *_) = json.loads(typed(folder, "kpis --moves win -f json").out)["kpis"]
    movers = share.pop("movers")
    assert share == {
        "id": "win/share",
        "of": ["win"],
        "title": "share",
        "unit": "%",
        "baseline": 10,
        "target": 22,
        "actual": 16,
        "date": "2026-10-31",
        "needed": 12,
        "promised": 11,
        "live": 5,
        "delivered": 6.7,
        "seen": 6,
        "gap": 6,
        "sufficiency": pytest.approx(1100 / 12),
    }
    assert [mover["tactic"] for mover in movers] == ["shop", "talks", "desk"]
    assert movers[1] == {
        "tactic": "talks",
        "kpi": "win/share",
        "by": 4,
        "lag": "1m",
        "status": "active",
        "live": True,
        "promised": True,
        "progress": 60,
        "began": "2026-05-01",
        "delivered": 0,
    }


@pytest.mark.parametrize(("command", "name"), [("effect", "effect"), ("kpis --moves", "moves")])
def test_json_keeps_its_contract(folder: Path, command: str, name: str) -> None:
    answer = json.loads(typed(folder, f"{command} -f json").out)
    assert answer["schema"] == f"{name}/1"
    assert [error.message for error in Draft202012Validator(contract(name)).iter_errors(answer)] == []


@pytest.mark.parametrize(
    ("command", "name", "key"), [("effect", "effects", "ratio"), ("kpis --moves", "kpis", "gap")]
)
def test_sheets_carry_every_figure_whole(folder: Path, command: str, name: str, key: str) -> None:
    rows = list(csv.DictReader(io.StringIO(typed(folder, f"{command} -f csv").out)))
    entries = json.loads(typed(folder, f"{command} -f json").out)[name]
    assert {row["id"] for row in rows} == {entry["id"] for entry in entries}
    for entry in entries:
        for row in (row for row in rows if row["id"] == entry["id"]):
            assert row[key] == ("" if entry[key] is None else f"{entry[key]}")
            assert set(row) >= entry.keys() - {"movers", "of"}


@pytest.mark.parametrize(
    ("asked", "tactics"),
    [
        ("talks", ["talks"]),
        ("win", ["shop", "shop", "talks", "desk", "robot"]),
        ("win/calls", ["shop", "robot"]),
        ("owner:tom,kind:tactic", ["talks", "desk", "robot", "queue"]),
        ("win --exclude win/share", ["shop", "robot"]),
        ("--exclude shop", ["talks", "desk", "robot", "queue"]),
    ],
)
def test_what_can_be_asked(folder: Path, asked: str, tactics: list[str]) -> None:
    answer = json.loads(typed(folder, f"effect {asked} -f json").out)
    assert [effect["tactic"] for effect in answer["effects"]] == tactics


@pytest.mark.parametrize(
    ("asked", "kpis"),
    [
        ("talks", ["win/share"]),
        ("robot", ["win/calls"]),
        ("win", ["win/share", "win/calls"]),
        ("--exclude win", ["keep/queue"]),
        ("", ["win/share", "win/calls", "keep/queue"]),
    ],
)
def test_whose_moves_can_be_asked(folder: Path, asked: str, kpis: list[str]) -> None:
    answer = json.loads(typed(folder, f"kpis --moves {asked} -f json".replace("  ", " ")).out)
    assert [kpi["id"] for kpi in answer["kpis"]] == kpis


def test_what_if_it_were_otherwise(folder: Path) -> None:
    done = typed(folder, "effect --set talks:progress=100% -f json")
    effects = {effect["id"]: effect for effect in json.loads(done.out)["effects"]}
    assert effects["talks>win/share"]["was"]["place"] == "lucky"
    assert effects["talks>win/share"]["place"] == "working"
    assert effects["robot>win/calls"]["was"] == {}


def test_nothing_to_show_is_a_note(folder: Path) -> None:
    done = typed(folder, "effect mia")
    assert (done.code, done.err) == (0, "note: mia has no tactic that moves a KPI\n")
    assert done.out.endswith("As of 2026-11-22.\n")
    assert typed(folder, "kpis --moves mia").err == "note: mia has no KPI\n"


def test_a_plan_without_moves(tmp_path: Path) -> None:
    (tmp_path / "alignplan.yaml").write_text(PLAN.partition("tactics:")[0], encoding="utf-8")
    done = typed(tmp_path, "effect")
    assert (done.code, done.err) == (0, "note: the plan has no tactic that moves a KPI\n")
    assert "Nothing moves 3 KPIs." in typed(tmp_path, "kpis --moves").out


@pytest.mark.parametrize(
    ("command", "error"),
    [
        ("effect tolks", "error: there is no `tolks` in the plan\nhelp: did you mean `talks`?\n"),
        ("effect -f jsn", "error: unknown output format `jsn`\nhelp: did you mean `json`?\n"),
        ("kpis --moves wim", "error: there is no `wim` in the plan\nhelp: did you mean `win`?\n"),
        ("effect --moves", "error: there is no option `--moves`\n"),
    ],
)
def test_what_was_typed_wrong_is_misuse(folder: Path, command: str, error: str) -> None:
    done = typed(folder, command)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(error)


def test_text_of_a_plan_is_data(folder: Path) -> None:
    assert "[red]Shop[/]" in typed(folder, "effect -f csv").out
