"""`record` by many at once: what each of them wrote is there in the end."""

from __future__ import annotations

import multiprocessing
from datetime import date, timedelta
from pathlib import Path

from tests.cli.door import typed
from tests.plans import written

from alignplan import open_plan
from alignplan.model.kinds import Kind

WRITERS, ROUNDS = 8, 20
PLAN = """\
alignplan: 1
plan: {title: Garden}
kpis:
  block:
    title: In lines
    actuals:
      2020-01-01: -1  # the first
  flow: {title: In brackets, actuals: {2020-01-01: -1}}
  csv: {title: In a file, actuals: data/csv.csv}
  none: None yet
"""
KPIS = ("block", "flow", "csv", "none")


def _day(writer: int, turn: int) -> date:
    return date(2021, 1, 1) + timedelta(turn * WRITERS + writer)


def _write(folder: Path, writer: int) -> None:
    for turn in range(ROUNDS):
        kpi, value = KPIS[(writer + turn) % len(KPIS)], writer * ROUNDS + turn
        done = typed(folder, "record", kpi, str(value), "--on", _day(writer, turn).isoformat(), "-q")
        assert done.code == 0, done.err


def _keys(folder: Path) -> list[str]:
    """The days of the KPI that is written in lines, as they stand in the file."""
    block = (folder / "alignplan.yaml").read_text().partition("    actuals:\n")[2].partition("\n  flow:")[0]
    return [line.strip() for line in block.split("\n")]


def test_eight_writers_lose_nothing_in_twenty_rounds(tmp_path: Path) -> None:
    written(tmp_path, {"alignplan.yaml": PLAN, "data/csv.csv": "date,value\n2020-01-01,-1\n"})
    fork = multiprocessing.get_context("fork")
    writers = [fork.Process(target=_write, args=(tmp_path, number)) for number in range(WRITERS)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    assert [writer.exitcode for writer in writers] == [0] * WRITERS
    plan = open_plan(tmp_path)
    assert plan.loaded.findings == []
    wanted = {
        (KPIS[(writer + turn) % len(KPIS)], _day(writer, turn), float(writer * ROUNDS + turn))
        for writer in range(WRITERS)
        for turn in range(ROUNDS)
    }
    found = {
        (node.id, point.day, point.value)
        for node in plan.items.kinds[Kind.KPI]
        for point in node.model.actuals
    }
    assert {one for one in found if one[1].year > 2020} == wanted
    assert "      2020-01-01: -1  # the first\n" in (tmp_path / "alignplan.yaml").read_text()
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["alignplan.yaml", "csv.csv", "data"]
    for rows in ((tmp_path / "data/csv.csv").read_text().split("\n")[1:-1], _keys(tmp_path)):
        assert rows == sorted(rows)
