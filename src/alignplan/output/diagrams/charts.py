"""Schedules, KPIs, load and the quadrant as Mermaid charts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from alignplan.output.diagrams.interface import Diagram
from alignplan.output.diagrams.mermaid_text import bare, cropped, number, string
from alignplan.output.pictures.counting import counted
from alignplan.output.pictures.gantt import Bar, Gantt
from alignplan.output.pictures.kpis import Course, Mark
from alignplan.output.pictures.load import LoadHeat
from alignplan.output.pictures.quadrant import Field, Quadrant

__all__ = ["gantt_chart", "kpi_charts", "load_charts", "not_in_gantt", "quadrant_chart"]


def gantt_chart(gantt: Gantt) -> Diagram:
    """The bars from their first to their last day, both inside; each item that is no step begins a section.

    Nothing is left out of the days (no `excludes`): that would make bars longer that are right as they are. The line of
    today is switched off, since it would be that of who looks.
    """
    title = f"Schedule of {gantt.name} as of {gantt.today}"
    lines = [
        "gantt",
        f"    title {bare(title)}",
        "    dateFormat YYYY-MM-DD",
        "    axisFormat %Y-%m-%d",
        "    inclusiveEndDates",
        "    todayMarker off",
    ]
    unknown = 0
    for at, bar in enumerate(gantt.bars):
        if not bar.step:
            lines.append(f"    section {bare(bar.title)}")
        start, finish = bar.start or bar.finish, bar.finish or bar.start
        if start is None or finish is None:
            unknown += 1
        else:
            lines.append(f"    {bare(bar.title)} :{_row(bar, f't{at}', start, finish)}")
    left = f"{counted(unknown, 'item')} without a known day left out"
    return Diagram(cropped(title), "\n".join(lines) + "\n", (*gantt.missing, *([left] if unknown else [])))


def _row(bar: Bar, name: str, start: date, finish: date) -> str:
    tags = {
        "milestone": bar.point,
        "done": bar.done,
        "crit": (bar.critical or bar.late_days > 0) and not bar.done,
        "active": bool(bar.progress) and not bar.done,
    }
    return ", ".join([*(tag for tag, holds in tags.items() if holds), name, str(start), str(finish)])


def not_in_gantt(gantts: Sequence[Gantt]) -> list[str]:
    """What such charts have no place for."""
    bars = [bar for gantt in gantts for bar in gantt.bars]
    figures = {
        ("due date", "due dates"): sum(bar.due is not None for bar in bars),
        ("figure of progress", "figures of progress"): sum(
            bool(bar.progress) and not bar.done for bar in bars
        ),
        ("day until which there is time", "days until which there is time"): sum(
            bar.slack_until is not None for bar in bars
        ),
    }
    told = [counted(count, *names) for names, count in figures.items() if count]
    return [f"not in a Mermaid Gantt chart: {', '.join(told)}"] if told else []


# ------------------------------------------------------------ lines over time


def kpi_charts(courses: Sequence[Course]) -> tuple[list[Diagram], list[str]]:
    """A chart for each KPI with two values or more: what was measured, and the planned path on the same days."""
    found = [_kpi_chart(course) for course in courses if len(course.actuals) > 1]
    lost = []
    if len(found) < len(courses):
        lost.append(f"{counted(len(courses) - len(found), 'KPI')} with fewer than two values left out")
    banded = sum(bool(course.forecast) and len(course.actuals) > 1 for course in courses)
    if banded:
        lost.append(f"not in a Mermaid chart: {counted(banded, 'forecast')}")
    return found, lost


_MOST_POINTS = 60


def _kpi_chart(course: Course) -> Diagram:
    marks = course.actuals[-_MOST_POINTS:]
    days = ", ".join(f'"{day}"' for day, _ in marks)
    planned = [_on(course, day) for day, _ in marks]
    values = [value for _, value in marks] + [value for value in planned if value is not None]
    least, most = min(values), max(values)
    spare = (most / 2 - least / 2) / 5 or abs(most) / 10 or 1.0
    lines = [
        "xychart-beta",
        f"    title {string(f'{course.title}: {course.state}, now {course.now}, target {course.goal}')}",
        f"    x-axis [{days}]",
        f"    y-axis {number(least - spare)} --> {number(most + spare)}",
        f"    line [{', '.join(number(value) for _, value in marks)}]",
    ]
    if all(value is not None for value in planned):
        lines.append(f"    line [{', '.join(number(value) for value in planned if value is not None)}]")
    return Diagram(cropped(course.title), "\n".join(lines) + "\n")


def _on(course: Course, day: date) -> float | None:
    """The planned path on a day, flat before and after it."""
    path: Sequence[Mark] = course.path
    if not path:
        return None
    before = [mark for mark in path if mark[0] <= day]
    after = [mark for mark in path if mark[0] > day]
    if not before or not after:
        return (before[-1] if before else path[0])[1]
    (first, low), (last, high) = before[-1], after[0]
    return low if course.step else low + (high - low) * ((day - first).days / (last - first).days)


def load_charts(load: LoadHeat) -> tuple[list[Diagram], list[str]]:
    """A chart for each who has something to do: bars of days to do, and a line of the days that there are."""
    found = []
    for row in load.rows:
        if any(spot.demand for spot in row.spots):
            periods = ", ".join(string(period) for period in load.periods)
            most = max(1.0, *(max(spot.demand, spot.capacity or 0) for spot in row.spots))
            lines = [
                "xychart-beta",
                f"    title {string(f'{row.title}: days to do (bars) and days there are (line)')}",
                f"    x-axis [{periods}]",
                f'    y-axis "days" 0 --> {number(most)}',
                f"    bar [{', '.join(number(spot.demand) for spot in row.spots)}]",
            ]
            if all(spot.capacity is not None for spot in row.spots):
                lines.append(f"    line [{', '.join(number(spot.capacity or 0) for spot in row.spots)}]")
            found.append(Diagram(cropped(row.title), "\n".join(lines) + "\n"))
    left = len(load.rows) - len(found)
    return found, [f"{left} who have nothing to do left out"] if left else []


# ------------------------------------------------------------ four fields

_MOST_POINTS_OF_A_FIELD = 9
_CORNERS = ((0.0, 0.5), (0.5, 0.5), (0.0, 0.0), (0.5, 0.0))


def quadrant_chart(found: Quadrant) -> Diagram:
    """Each tactic as a point in its field; where in the field says nothing."""
    lines = [
        "quadrantChart",
        f"    title {bare(f'Execution × effect of {found.name}')}",
        '    x-axis "behind with the work" --> "done, or as planned"',
        '    y-axis "it does not move" --> "it moves"',
    ]
    numbers = (2, 1, 3, 4)
    lines += [
        f"    quadrant-{number} {string(field.name)}"
        for number, field in sorted(zip(numbers, found.fields, strict=True), key=lambda pair: pair[0])
    ]
    lost = 0
    for field, corner in zip(found.fields, _CORNERS, strict=True):
        lines += _points(field, corner)
        lost += max(len(field.entries) - _MOST_POINTS_OF_A_FIELD, 0)
    told = [f"{counted(lost, 'tactic')} for want of room"] if lost else []
    if found.early.entries:
        told.append(f"{len(found.early.entries)} of which it is too early to tell")
    words = (f"not in a Mermaid quadrant chart: {', '.join(told)}",) if told else ()
    return Diagram(cropped(f"Execution × effect of {found.name}"), "\n".join(lines) + "\n", words)


def _points(field: Field, corner: tuple[float, float]) -> Iterator[str]:
    shown = field.entries[:_MOST_POINTS_OF_A_FIELD]
    for at, entry in enumerate(shown):
        x = corner[0] + 0.5 * (0.25 if at % 2 else 0.62)
        y = corner[1] + 0.5 * (len(shown) - at - 0.4) / (len(shown) + 1)
        yield f"    {string(entry.title.replace(':', ' '))}: [{x:.3f}, {y:.3f}]"
