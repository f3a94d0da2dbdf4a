"""Load as people see it: word for word on a small plan, and for machines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tests.views.garden import typed

from alignplan.output.contracts.interface import contract

PLAN = """
alignplan: 1
plan: {title: Bakery, currency: EUR, horizon: {start: 2026-01-01, due: 2027-12-31}, calendar: bakery}
calendars: {bakery: {workdays: [mon, tue, wed, thu, fri]}}
teams: {oven-crew: {title: Oven crew}, hall: {capacity: 200%}}
people:
  mia: {name: "Mia [red]L[/]", team: oven-crew, capacity: 80%, cost: 400, skills: [baking]}
  leo: {team: oven-crew, cost: 300, skills: [baking], leave: [{from: 2026-12-14, until: 2026-12-31}]}
  kim: {skills: [selling]}
  gone: {until: 2026-10-31}
resources: {oven: {title: Stone oven}, van: {}}
objectives:
  sell-more: {title: Sell more bread, weight: 70, due: 2027-12-31}
  waste-less: {title: Throw less away, weight: 30, due: 2027-12-31}
tactics:
  rye:
    title: Bake rye
    supports: sell-more
    owner: mia
    start: 2026-12-01
    due: 2027-01-29
    budget: {planned: 5000, spent: 1200}
    actions:
      dough: {title: Find a dough, effort: 12d, due: 2026-12-31, uses: oven, progress: 25%}
      tests: {title: Bake 40 loaves, assigned: [mia, leo], effort: 24d, uses: oven, skills: baking}
      talk: {title: Ask the regulars}
  leftovers:
    title: Sell leftovers at night
    supports: waste-less
    owner: hall
    start: 2027-01-01
    due: 2027-02-26
    budget: {planned: 9000}
    actions:
      stand: {title: Put up a stand, effort: 30d}
      signs: {title: Paint the signs, effort: 4d, skills: [painting]}
  stock-taking: {title: Count the flour, start: 2026-12-01, due: 2026-12-31, actions: {count: {effort: 3d}}}
"""

HEAT = """
who        2026-11  12    2027-01  02
───────────────────────────────────────
oven-crew  ░ 17     ▒ 62  ░ 37     ·
├─ mia     ░ 39     ▒ 73  ░ 34     ·
└─ leo     ·        ░ 40  ░ 40     ·
hall       ·        ·     ░ 41     ░ 41
kim        ·        ·     ·        ·
oven       ░ 39     ▒ 69  ░ 30     ·
van        ·        ·     ·        ·

Percent of capacity: ░ up to 50, ▒ up to 85, ▓ up to 100, █! more, · nothing.

Skills
skill     days asked  they have  too few in          who has it
───────────────────────────────────────────────────────────────
baking            24        112                      mia, leo
painting           4          0  2027-01 and 1 more  nobody

Idle: kim.
Not used: van.

Nobody is overbooked. As of 2026-11-22.
"""

BARS = """
who         load                    days     of
───────────────────────────────────────────────
oven-crew
├─ 2026-Q4  ████████░░░░░░░░  49 %  18.9   38.2
└─ 2027-Q1  ██░░░░░░░░░░░░░░  12 %  14.1  115.2
mia
├─ 2026-Q4  ███████████░░░░░  66 %  15.3   23.2
└─ 2027-Q1  ██░░░░░░░░░░░░░░  11 %   5.7   51.2
leo
├─ 2026-Q4  ████░░░░░░░░░░░░  24 %   3.6     15
└─ 2027-Q1  ██░░░░░░░░░░░░░░  13 %   8.4     64
hall
├─ 2026-Q4  ░░░░░░░░░░░░░░░░   0 %     0     58
└─ 2027-Q1  ████░░░░░░░░░░░░  27 %    34    128
oven
├─ 2026-Q4  ██████████░░░░░░  63 %  18.2     29
└─ 2027-Q1  ██░░░░░░░░░░░░░░  10 %   6.4     64

Skills
skill     days asked  they have  too few in  who has it
───────────────────────────────────────────────────────
baking            24      153.4              mia, leo
painting           4          0  2027-Q1     nobody

Idle: kim.
Not used: van.

Nobody is overbooked. As of 2026-11-22.
"""

MONEY = """
item          planned  spent  committed  forecast     over
──────────────────────────────────────────────────────────
sell-more       5,000  1,200     13,200    21,600  +16,600
└─ rye          5,000  1,200     13,200    21,600  +16,600
waste-less      9,000      –          –     9,000        0
└─ leftovers    9,000      –          –     9,000        0
stock-taking        –      –          –         –        –
the plan       14,000  1,200     13,200    30,600  +16,600

Of 37 open days nobody knows the cost, and it is in no figure: leftovers,
stock-taking.

As of 2026-11-22.
"""

ALIGNED = """
objective   of  weight  money    ±  work    ±
───────────────────────────────────────────────────
sell-more         70 %   36 %  −34  51 %  −19  A109
waste-less        30 %   64 %  +34  49 %  +19  A109

Each beside its siblings: parts of the planned money and of all stated work,
done or not; ±: points above or below its weight.
3 of 73 days of work serve nothing (R505): stock-taking.

As of 2026-11-22.
"""

MIA = """
who              load                    days    of
───────────────────────────────────────────────────
mia
├─ 2026-11       ██████░░░░░░░░░░  39 %   1.9   4.8
│  └─ rye/dough                           1.9
├─ 2026-12       ████████████░░░░  73 %  13.4  18.4
│  ├─ rye/dough                           7.1
│  └─ rye/tests                           6.3
└─ 2027-01       █████░░░░░░░░░░░  34 %   5.7  16.8
   └─ rye/tests                           5.7

Nobody is overbooked. As of 2026-11-22.
"""

NOTES = (
    "note: 3 days of work have nobody to do them: stock-taking/count\n"
    "note: 1 open action says no effort, and is in no figure: rye/talk\n"
)


@pytest.fixture
def bakery(tmp_path: Path) -> Path:
    (tmp_path / "alignplan.yaml").write_text(PLAN.lstrip("\n"), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("command", "shown"),
    [
        ("load -f table", HEAT),
        ("load --by quarter --bars -f table", BARS),
        ("load --money -f table", MONEY),
        ("load --alignment -f table", ALIGNED),
        ("load mia -f table", MIA),
    ],
)
def test_what_is_shown(bakery: Path, command: str, shown: str) -> None:
    done = typed(bakery, command)
    assert (done.code, done.err) == (0, NOTES)
    assert done.out == shown.lstrip("\n")
    assert max(map(len, done.out.splitlines())) <= 80


def test_too_much_is_said_in_words_too(bakery: Path) -> None:
    path = bakery / "alignplan.yaml"
    path.write_text(path.read_text().replace("effort: 12d", "effort: 27d"))
    done = typed(bakery, "load oven-crew mia oven -f table")
    assert (
        done.out
        == (
            "who        2026-11  12      2027-01  02\n"
            "───────────────────────────────────────\n"
            "oven-crew  ░ 39     ▓ 95    ░ 37     ·\n"
            "└─ mia     ▓ 87     █ 121!  ░ 34     ·\n"
            "oven       ▓ 87     █ 118!  ░ 30     ·\n"
        )
        + done.out[done.out.index("\nPercent of capacity") :]
    )


def test_off_a_terminal_every_period_is_there(bakery: Path) -> None:
    weeks = typed(bakery, "load --by week -f plain").out.splitlines()[0].split()
    assert weeks[:4] == ["who", "2026-W47", "W48", "W49"]
    assert weeks[-2:] == ["W07", "W08"]
    narrow = typed(bakery, "load --by week -f table").out
    assert "of 15 periods: --by, --from or --bars show the others." in narrow
    assert max(map(len, narrow.splitlines())) <= 80


def test_in_ascii_shades_are_signs(bakery: Path) -> None:
    from alignplan.output.ink import Ink

    assert [Ink(encoding="ascii").sign(sign) for sign in "░▒▓█·×"] == [".", "-", "=", "#", ".", "x"]


def test_days_may_be_chosen(bakery: Path) -> None:
    rows = typed(bakery, "load mia --from 2026-12-07 --until 2026-12-20 --by week -f csv").out.splitlines()[
        1:
    ]
    assert [row.split(",")[2:5] for row in rows] == [
        ["2026-W50", "2026-12-07", "2026-12-13"],
        ["2026-W51", "2026-12-14", "2026-12-20"],
    ]
    quarter = typed(bakery, "load mia --from 2027-Q1 --until 2027-Q1 -f csv").out.splitlines()[1:]
    assert [row.split(",")[3] for row in quarter] == ["2027-01-01", "2027-02-01", "2027-03-01"]


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("load --by year", "error: --by year: no such period\nhelp: write week, month, quarter\n"),
        (
            "load --from soon",
            "error: --from soon: no day\nhelp: write 2027-03-31, or a period such as 2027-Q1\n",
        ),
        (
            "load --until 2026-11-21",
            "error: --until 2026-11-21 lies before the first day\nhelp: load is that of what is still to do\n",
        ),
        (
            "load --from 2027-02-01 --until 2027-01-01",
            "error: --until 2027-01-01 lies before the first day\nhelp: load is that of what is still to do\n",
        ),
        (
            "load --money --alignment",
            "error: --money and --alignment are two tables\nhelp: ask for one of them; -f json has both\n",
        ),
        ("load noah", "error: there is no `noah` in the plan\nhelp: `alignplan ls` lists what there is\n"),
    ],
)
def test_what_is_refused(bakery: Path, command: str, said: str) -> None:
    done = typed(bakery, command)
    assert (done.code, done.out, done.err) == (2, "", said)


def test_json(bakery: Path) -> None:
    answer = json.loads(typed(bakery, "load -f json").out)
    assert [error.message for error in Draft202012Validator(contract("load")).iter_errors(answer)] == []
    (one,) = [entry for entry in answer["periods"] if (entry["who"], entry["period"]) == ("leo", "2026-12")]
    assert one == {
        "who": "leo",
        "kind": "person",
        "period": "2026-12",
        "from": "2026-12-01",
        "to": "2026-12-31",
        "capacity_days": 9,
        "demand_days": pytest.approx(3.6),
        "percent": pytest.approx(40),
        "over_days": 0,
        "items": [{"id": "rye/tests", "days": pytest.approx(3.6)}],
    }
    assert (answer["by"], answer["from"], answer["until"]) == ("month", "2026-11-22", "2027-02-28")
    assert (answer["idle"], answer["unestimated"], answer["undated"]) == (["kim", "van"], ["rye/talk"], [])
    assert answer["nobody"] == [{"id": "stock-taking/count", "days": 3}]
    assert [entry["id"] for entry in answer["money"]] == [
        "plan", "sell-more", "rye", "waste-less", "leftovers", "stock-taking",
    ]  # fmt: skip
    assert answer["serves_nothing"] == [{"id": "stock-taking", "days": 3, "money": 0}]
    assert [(entry["objective"], entry["of"], entry["misinvested"]) for entry in answer["alignment"]] == [
        ("sell-more", None, True),
        ("waste-less", None, True),
    ]
    (painting,) = [
        entry for entry in answer["skills"] if (entry["skill"], entry["period"]) == ("painting", "2027-01")
    ]
    assert (painting["holders"], painting["capacity_days"], painting["percent"]) == ([], 0, None)


def test_selected_work_chooses_who_does_it(bakery: Path) -> None:
    def who(*selectors: str) -> list[str]:
        answer = json.loads(typed(bakery, " ".join(["load", *selectors, "-f", "json"])).out)
        return list(dict.fromkeys(entry["who"] for entry in answer["periods"]))

    assert who() == ["oven-crew", "mia", "leo", "hall", "kim", "oven", "van"]
    assert who("sell-more+") == ["mia", "leo", "oven"]
    assert who("rye/dough") == ["mia", "oven"]
    assert who("leftovers") == ["hall"]
    assert who("kind:resource") == ["oven", "van"]
    assert who("kind:person", "--exclude", "kim") == ["mia", "leo"]


def test_beside_what_is_supposed(bakery: Path) -> None:
    answer = json.loads(typed(bakery, "load leo --set rye/tests:assigned=mia -f json").out)
    (one,) = [entry for entry in answer["periods"] if entry["period"] == "2026-12"]
    assert (one["demand_days"], one["was"]["demand_days"]) == (0, pytest.approx(3.6))
    money = json.loads(typed(bakery, "load --money --without rye -f json").out)
    assert [entry["id"] for entry in money["what_if"]["gone"]["money"]] == ["rye"]
    assert money["what_if"]["gone"]["alignment"] == []


def test_a_plan_without_people(tmp_path: Path) -> None:
    (tmp_path / "alignplan.yaml").write_text("alignplan: 1\nplan: {title: Small}\nobjectives: {o: O}\n")
    done = typed(tmp_path, "load -f table")
    assert (done.code, done.err) == (0, "note: the plan has nobody to do anything\n")
    assert done.out == "Nobody is overbooked. As of 2026-11-22.\n"
