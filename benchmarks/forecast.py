"""The forecast of `kpis` against what everybody can do: the last value, the last season's, a straight line.

usage: python benchmarks/forecast.py DIR

DIR holds CSV files, a series each: a column `date` (days, or periods such as 2026-03, 2026-Q1, 2026) and a column `value`; in a
file without these names the first column is the date and every other one with numbers a series of its own.

Rolling origin: from the middle of a series on (at least 8 values) up to 12 places, evenly spread, are taken for today;
all methods see what was known then, and tell what comes at each of the next measurements (as many as a season has, from 4 to
12, at most a quarter of the series). MASE is the mean absolute error ÷ that of the seasonal naive method within what was
known (Hyndman and Koehler 2006), averaged over origins and distances, then over series. Coverage is how often the 80 %
interval holds the truth.
"""

from __future__ import annotations

import csv
import math
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from statistics import fmean, median

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from alignplan.analysis.forecast.grid import Grid, grid_of
from alignplan.analysis.forecast.outlook import series_of
from alignplan.model.values import Point, amount_of, day_of

LEAST, ORIGINS = 8, 12
OURS = "combined"
COVERED = (0.70, 0.90)


def last(grid: Grid) -> Callable[[float], float]:
    """The last value."""
    return lambda _steps: grid.values[-1]


def last_season(grid: Grid) -> Callable[[float], float]:
    """The value one season earlier; the last one where there is no whole season."""
    values, season = grid.values, grid.steps.season
    if season < 2 or len(values) < season:
        return last(grid)
    return lambda steps: values[len(values) - season + (max(round(steps), 1) - 1) % season]


def straight(grid: Grid) -> Callable[[float], float]:
    """The line with the least squared errors through all that is known."""
    values = grid.values
    middle, mean = (len(values) - 1) / 2, fmean(values)
    slope = sum((at - middle) * value for at, value in enumerate(values)) / sum(
        (at - middle) ** 2 for at in range(len(values))
    )
    return lambda steps: mean + slope * (len(values) - 1 + steps - middle)


SIMPLE = {"naive": last, "seasonal naive": last_season, "linear": straight}


@dataclass
class Result:
    """What came of one series: the scaled errors of each method, and how often the interval held, near and far."""

    errors: dict[str, list[float]] = field(default_factory=lambda: {name: [] for name in (OURS, *SIMPLE)})
    held: list[bool] = field(default_factory=list)
    near: list[bool] = field(default_factory=list)


def backtest(points: Sequence[Point]) -> Result | None:
    """One series; none where it is too short, or does not move."""
    whole = grid_of(points)
    reach = min(max(4, min(whole.steps.season, 12)), len(points) // 4)
    first, final = max(LEAST, len(points) // 2), len(points) - reach
    if reach < 1 or final < first:
        return None
    result = Result()
    for at in sorted({first + round((final - first) * step / (ORIGINS - 1)) for step in range(ORIGINS)}):
        _from(points[:at], points[at : at + reach], result)
    return result if result.held else None


def _from(known: Sequence[Point], coming: Sequence[Point], result: Result) -> None:
    """Look ahead from one origin."""
    grid, series = grid_of(known), series_of(known)
    scale = _usual(grid)
    if series is None or scale <= 0:
        return
    simple = {name: method(grid) for name, method in SIMPLE.items()}
    for at, point in enumerate(coming):
        outlook, steps = series.on(point.day), grid.ahead(point.day)
        low, high = outlook.interval
        result.errors[OURS].append(abs(point.value - outlook.value) / scale)
        for name, expected in simple.items():
            result.errors[name].append(abs(point.value - expected(steps)) / scale)
        result.held.append(low <= point.value <= high)
        if at == 0:
            result.near.append(result.held[-1])


def _usual(grid: Grid) -> float:
    """The mean absolute error of the seasonal naive method within what is known."""
    values, season = grid.values, grid.steps.season
    lag = season if len(values) > season + 1 else 1
    return fmean([abs(values[at] - values[at - lag]) for at in range(lag, len(values))])


# ------------------------------------------------------------ reading and telling


def read(folder: Path) -> Iterator[tuple[str, list[Point]]]:
    """The series of a folder by name."""
    for path in sorted(folder.rglob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as lines:
            rows = [row for row in csv.reader(lines) if any(cell.strip() for cell in row)]
        if not rows:
            continue
        head = [cell.strip().lower() for cell in rows[0]]
        named = "date" in head and "value" in head
        day_column = head.index("date") if "date" in head else 0
        columns = [head.index("value")] if named else [at for at in range(len(head)) if at != day_column]
        for column in columns:
            points = _points(rows, day_column, column)
            if points:
                name = path.relative_to(folder).with_suffix("").as_posix()
                yield name if named else f"{name}: {head[column]}", points


def _points(rows: Sequence[Sequence[str]], day_column: int, column: int) -> list[Point]:
    found: dict[date, float] = {}
    for row in rows:
        if len(row) > max(day_column, column):
            day, value = day_of(row[day_column].strip()[:10], 1), amount_of(row[column].strip())
            if day is not None and value is not None and math.isfinite(value):
                found[day] = value
    return [Point(day, found[day]) for day in sorted(found)]


def main(arguments: list[str]) -> int:
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        print(
            "usage: make bench-forecast SERIES=DIR  (a folder of CSV files with the columns date,value)",
            file=sys.stderr,
        )
        return 2
    results: list[Result] = []
    skipped: list[str] = []
    for name, points in read(Path(arguments[0])):
        result = backtest(points) if len(points) > LEAST else None
        if result is None:
            skipped.append(name)
        else:
            results.append(result)
    if not results:
        print("no series of at least 9 dated values that move", file=sys.stderr)
        return 2
    return told(results, skipped)


def told(results: Sequence[Result], skipped: Sequence[str]) -> int:
    """Print the figures; 0 where they are as promised."""
    means = {name: [fmean(result.errors[name]) for result in results] for name in (OURS, *SIMPLE)}
    held = [hit for result in results for hit in result.held]
    near = [hit for result in results for hit in result.near]
    origins = sum(len(result.near) for result in results)
    print(
        f"{len(results)} series, {origins} origins, {len(held)} forecasts; {len(skipped)} series too short or flat"
    )
    print(f"{'':<16} {'MASE':>8} {'median':>8}")
    for name, errors in means.items():
        print(f"{name:<16} {fmean(errors):>8.3f} {median(errors):>8.3f}")
    best = min(SIMPLE, key=lambda name: fmean(means[name]))
    share, coverage = fmean(means[OURS]) / fmean(means[best]), fmean(held)
    print(f"80 % interval holds the truth in {coverage:.1%} (one step ahead {fmean(near):.1%})")
    good, covered = share <= 1, COVERED[0] <= coverage <= COVERED[1]
    print(f"combined ÷ best of the three ({best}): {share:.3f}, wanted ≤ 1: {'ok' if good else 'NOT MET'}")
    print(f"coverage, wanted 70 % to 90 %: {'ok' if covered else 'NOT MET'}")
    return 0 if good and covered else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
