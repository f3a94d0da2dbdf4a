"""`schedule --risk`, word for word: in all formats, in little room, and what can be asked."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tests.analysis.risk_in_time.shop import MONDAY, SHOP
from tests.views.garden import Done, typed

from alignplan.output.contracts.interface import contract

TABLE = """\
item            P50         P80         P95         P80, unlimited people  due         chance
plan            2026-04-09  2026-04-16  2026-04-23  2026-04-14             2026-12-31   100 %
shop            2026-04-09  2026-04-16  2026-04-23  2026-04-14             2026-05-15   100 %
fit-out/design  2026-03-04  2026-03-05  2026-03-06  2026-03-05             2026-03-06    98 %
fit-out/open    2026-04-09  2026-04-16  2026-04-23  2026-04-14             2026-04-10    57 %

whose spread hurts most  critical  ± days   SSI
fit-out/build                71 %     4.0  0.53
fit-out/permit               33 %     6.3  0.39
fit-out/party                71 %     1.2  0.16
fit-out/design               71 %     0.9  0.12
fit-out/shelves              71 %     0.6  0.07

With likely lengths the plan ends on 2026-04-03: 21 % of the samples do by then. \
With unlimited people P80 would be 2026-04-14. 1,000 samples, seed 0; lengths go together by ±10 %. \
13 % of the work has no range, and is taken as certain. As of 2026-03-02.
"""


def asked(folder: Path, command: str, plan: str = SHOP, **environ: str) -> Done:
    (folder / "alignplan.yaml").write_text(plan, encoding="utf-8")
    return typed(folder, command, {"ALIGNPLAN_AS_OF": MONDAY, **environ})


def test_how_sure_it_is(tmp_path: Path) -> None:
    done = asked(tmp_path, "schedule --risk -f plain")
    assert (done.code, done.out, done.err) == (0, TABLE, "")


def test_as_many_samples_as_are_asked_for_before_and_behind_what_is_chosen(tmp_path: Path) -> None:
    outputs = [
        asked(tmp_path, f"schedule {words} -f plain").out
        for words in (
            "shop --risk 50",
            "--risk 50 shop",
            "--risk=50 shop",
            "shop --risk 50 --seed 0 --common 0.1",
        )
    ]
    assert len(set(outputs)) == 1
    assert outputs[0].splitlines()[2].startswith("shop  2026-04-")
    assert "50 samples, seed 0; lengths go together by ±10 %." in outputs[0]
    bare = asked(tmp_path, "schedule --risk shop -f plain").out
    assert "1,000 samples" in bare
    other = asked(tmp_path, "schedule --risk 50 shop --seed 7 --common 0 -f plain").out
    assert "50 samples, seed 7; lengths go together by ±0 %." in other


def test_in_eighty_cells(tmp_path: Path) -> None:
    done = asked(tmp_path, "schedule --risk 20 -f table")
    assert max(map(len, done.out.splitlines())) <= 80
    assert "Not shown for want of room: P80, unlimited people." in " ".join(done.out.split())
    assert "With unlimited people P80 would be" in " ".join(done.out.split())


def test_for_machines_every_open_item(tmp_path: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(asked(tmp_path, "schedule --risk 40 -f csv").out)))
    assert [row["id"] for row in rows[:4]] == ["plan", "shop", "fit-out", "fit-out/design"]
    assert {row["kind"] for row in rows} == {"plan", "objective", "tactic", "action", "milestone"}
    assert all(row["p50"] <= row["p80"] <= row["p95"] for row in rows)
    assert all(row["free_p80"] <= row["p80"] for row in rows)


def test_json_has_it_beside_the_schedule(tmp_path: Path) -> None:
    answer = json.loads(asked(tmp_path, "schedule --risk 40 -f json").out)
    Draft202012Validator(contract("schedule")).validate(answer)
    risk = answer.pop("risk")
    assert answer == json.loads(asked(tmp_path, "schedule -f json").out)
    assert (risk["samples"], risk["seed"], risk["common"]) == (40, 0, 0.1)
    assert risk["without"] == ["fit-out/stock"]
    assert (risk["likely"], answer["finish"]) == ("2026-04-03", "2026-04-03")
    assert 0 < risk["likely_chance"] < 50
    assert risk["plan"]["id"] == "plan"
    assert [one["id"] for one in risk["items"]][:2] == ["shop", "fit-out"]
    assert set(risk["drivers"][0]) == {"id", "title", "critical", "deviation_days", "ssi"}


def test_the_same_bytes_each_time(tmp_path: Path) -> None:
    assert len({asked(tmp_path, "schedule --risk 40 -f json").out for _ in range(3)}) == 1


def test_what_if_something_was_certain(tmp_path: Path) -> None:
    done = asked(tmp_path, "schedule --risk --set fit-out/build:effort=15d -f plain")
    lines = [line for line in done.out.splitlines() if line.startswith("fit-out/")]
    assert len(lines) == 1, "what does not hang on it keeps its days and its chance"
    assert lines[0].startswith("fit-out/open  2026-04-09 → 2026-04-07 (−2 d)")
    assert "57 % → 77 %" in lines[0]


def test_without_a_range_it_says_so(tmp_path: Path) -> None:
    plan = "alignplan: 1\nplan: {title: P}\ntactics: {t: {title: T, actions: {a: {title: A, effort: 3d}}}}\n"
    done = asked(tmp_path, "schedule --risk -f plain", plan)
    assert done.out.splitlines()[1].split() == ["plan", *["2026-03-04"] * 4, "–", "–"]
    assert done.out.splitlines()[-1] == (
        "Nothing has a range (`{low, likely, high}`): the days are as sure as the estimates. As of 2026-03-02."
    )


def test_where_nothing_is_left_to_do(tmp_path: Path) -> None:
    done = asked(tmp_path, "schedule --risk -f plain", "alignplan: 1\nplan: {title: P}\nobjectives: {o: O}\n")
    assert (done.code, done.err) == (0, "note: nothing is still to be done\n")


@pytest.mark.parametrize(
    ("words", "error", "help"),
    [
        ("--risk 0", "--risk 0: no number of samples", "write a number from 1 to 100,000, or nothing"),
        (
            "--risk 999999",
            "--risk 999999: no number of samples",
            "write a number from 1 to 100,000, or nothing",
        ),
        ("--risk=many", "--risk many: no number of samples", "write a number from 1 to 100,000, or nothing"),
        ("--risk nowhere", "there is no `nowhere` in the plan", "`alignplan ls` lists what there is"),
        ("--risk --common 2", "--common 2: it lies between 0 and 1", "0.1: most samples lie within 10 %"),
        ("--common 0.2", "--common is for samples", "write it with --risk"),
        ("--risk --why shop", "--risk does not go with --why", "ask for one after the other"),
        ("--risk --lock", "--risk does not go with --lock and --write", "ask for one after the other"),
    ],
)
def test_what_cannot_be_asked(tmp_path: Path, words: str, error: str, help: str) -> None:
    done = asked(tmp_path, f"schedule {words}")
    assert (done.code, done.out) == (2, "")
    assert done.err == f"error: {error}\nhelp: {help}\n"


def test_check_still_speaks_of_the_schedule(tmp_path: Path) -> None:
    late = SHOP.replace("due: 2026-04-10", "due: 2026-03-20")
    assert asked(tmp_path, "schedule --risk 5 --check -f plain", late).code == 1
    assert asked(tmp_path, "schedule --risk 5 --check -f plain").code == 0
