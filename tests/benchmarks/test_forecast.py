"""The backtest of the forecast: what it reads, what it compares, what it promises."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

import pytest
from benchmarks.forecast import backtest, last, last_season, main, read, straight
from tests.analysis.forecast.made import KINDS, months

from alignplan.analysis.forecast.grid import Grid, grid_of
from alignplan.model.values import Point


def grid(values: list[float]) -> Grid:
    return grid_of([Point(day, value) for day, value in zip(months(len(values)), values, strict=True)])


def folder_of(place: Path, count: int) -> Path:
    dice = random.Random(1)
    for kind, made in KINDS.items():
        for at in range(2):
            rows = [
                f"{day},{value:.3f}\n" for day, value in zip(months(count), made(dice, count), strict=True)
            ]
            (place / f"{kind} {at}.csv").write_text("date,value\n" + "".join(rows), encoding="utf-8")
    return place


def test_the_simple_methods() -> None:
    line = grid([float(at) for at in range(30)])
    assert [method(line)(3) for method in (last, last_season, straight)] == [29, 20, pytest.approx(32)]
    assert last_season(grid([1.0, 2.0, 3.0]))(1) == 3
    assert [last_season(grid([float(at % 12) for at in range(24)]))(ahead) for ahead in (1, 12, 13)] == [
        0,
        11,
        0,
    ]


def test_the_promise_is_kept_on_made_series(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder_of(tmp_path, 40))]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "12 series, 132 origins, 1320 forecasts; 0 series too short or flat"
    assert [line.split("  ")[0] for line in lines[2:6]] == ["combined", "naive", "seasonal naive", "linear"]
    assert lines[-1] == "coverage, wanted 70 % to 90 %: ok"
    assert lines[-2].endswith("wanted ≤ 1: ok")


def test_a_promise_that_is_not_kept_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What no method can know: each origin is followed by a leap."""
    values = [2.0**at for at in range(20)]
    rows = [f"{day},{value}\n" for day, value in zip(months(20), values, strict=True)]
    (tmp_path / "leaps.csv").write_text("date,value\n" + "".join(rows), encoding="utf-8")
    assert main([str(tmp_path)]) == 1
    assert "NOT MET" in capsys.readouterr().out


def test_what_is_read(tmp_path: Path) -> None:
    days = "".join(f"2020-{month:02},{month},{month * 2}\n" for month in range(1, 13))
    (tmp_path / "wide.csv").write_text("month,north,south\n" + days, encoding="utf-8")
    (tmp_path / "named.csv").write_text(
        "note,value,date\nx,3.5,2021-Q1\ny,,2021-Q2\nz,4,2021-Q3\n", encoding="utf-8"
    )
    (tmp_path / "empty.csv").write_text("", encoding="utf-8")
    (tmp_path / "words.csv").write_text("date,value\nsoon,many\n", encoding="utf-8")
    found = dict(read(tmp_path))
    assert list(found) == ["named", "wide: north", "wide: south"]
    assert found["named"] == [Point(date(2021, 3, 31), 3.5), Point(date(2021, 9, 30), 4)]
    assert [point.value for point in found["wide: south"]] == [float(2 * month) for month in range(1, 13)]


def test_what_is_too_short_or_flat_is_left_out() -> None:
    assert backtest([Point(date(2026, 1, 1) + timedelta(at), float(at)) for at in range(8)]) is None
    assert backtest([Point(day, 5.0) for day in months(30)]) is None


def test_without_a_folder_it_says_what_it_wants(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert [main([]), main([str(tmp_path / "nowhere")]), main([str(tmp_path)])] == [2, 2, 2]
    assert capsys.readouterr().err.splitlines()[0].startswith("usage: make bench-forecast SERIES=DIR")
