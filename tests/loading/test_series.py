"""Files of measurements: what may stand between their columns."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.plans import HEAD, TODAY, written

from alignplan import open_plan
from alignplan.loading.series import row_of

PLAN = f"{HEAD}kpis: {{k: {{title: K, actuals: k.csv}}}}\n"


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_commas_semicolons_and_tabs_separate_columns(tmp_path: Path, separator: str) -> None:
    rows = ["value,note,date", '18.4,"a,b;c\td",2026-03-31', "19,,2026-Q2"]
    text = "\n".join(
        row.replace(",", separator) if "a," not in row else _with(row, separator) for row in rows
    )
    plan = open_plan(written(tmp_path, {"alignplan.yaml": PLAN, "k.csv": text}), as_of=TODAY)
    assert plan.loaded.findings == []
    points = plan.items.top["k"].model.actuals
    assert [(str(point.day), point.value) for point in points] == [("2026-03-31", 18.4), ("2026-06-30", 19.0)]
    assert row_of(text, "2026-06-30", 0) == 3


def _with(row: str, separator: str) -> str:
    value, note, day = row.partition(",")[0], '"a,b;c\td"', row.rpartition(",")[2]
    return separator.join((value, note, day))


def test_a_cell_that_is_wrong_has_its_place_behind_semicolons(tmp_path: Path) -> None:
    files = {"alignplan.yaml": PLAN, "k.csv": "date;value\n2026-03-31;18,4\n2026-06-30; many\n"}
    answer = open_plan(written(tmp_path, files), as_of=TODAY).check()
    found = [(one.spot.line, one.spot.column, one.message) for one in answer.findings if one.code == "E014"]
    assert found == [
        (2, 12, "row 2, column `value`: `18,4` is not a number"),
        (3, 13, "row 3, column `value`: `many` is not a number"),
    ]
