"""A KPI as a small picture: planned path, what was measured, what is likely to come of it, and the target."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from math import floor, isfinite, log10

from alignplan.output.figures import short_number
from alignplan.output.pages.element import Element
from alignplan.output.pictures.colours import Colour
from alignplan.output.pictures.days import Scale, scale_of, ticks
from alignplan.output.pictures.drawing import Anchor, Letters, box, circle, group, path, stroke, text
from alignplan.output.pictures.lettering import line_of, room_of
from alignplan.output.pictures.picture import Picture, framed
from alignplan.output.pictures.standing import solid
from alignplan.output.tone import Tone
from alignplan.records import record

__all__ = ["Band", "Course", "Mark", "kpi_panel", "kpi_panels"]

Mark = tuple[date, float]
"""A day and a value."""


@record
class Band:
    """What is likely on a day: the value, and the bounds that are meant to hold the truth in 80 of 100 cases."""

    day: date
    value: float
    low: float
    high: float


@record
class Course:
    """A KPI over time.

    `state` begins with its sign. `goal` and `now` are values as people read them, `reason` why it is in its state.
    `path` are the days and values of the planned path, `step`: each holds until the next. `low` and `high` are the
    bounds of a range, `target` the mark to reach; `forecast` goes from the last value to the day of the target.
    """

    id: str
    title: str
    state: str
    tone: Tone
    now: str
    goal: str
    reason: str
    today: date
    actuals: tuple[Mark, ...]
    path: tuple[Mark, ...]
    step: bool = False
    target: Mark | None = None
    low: float | None = None
    high: float | None = None
    forecast: tuple[Band, ...] = ()
    chance: str = ""
    """How likely the target is hit, in words; empty where nobody knows."""
    likely: str = ""
    """What is likely on the day of the target, or why nobody knows, in words."""
    yes_no: bool = False


WIDE, HIGH = 300, 206
_LEFT, _TOP, _BOTTOM, _RIGHT = 44, 66, 182, 290
_GAP = 20
KEY = "Line: measured. Dashes: planned path. Band: 80 % of what is likely. ◇ target, dotted: its value or range."


def kpi_panel(course: Course) -> Picture:
    """One KPI."""
    return framed(f"{line_of(course.title)} ({course.id})", _described(course), WIDE, HIGH, *_panel(course))


def kpi_panels(
    name: str, courses: Sequence[Course], columns: int = 3, missing: tuple[str, ...] = ()
) -> Picture:
    """Several KPIs side by side, with a line that says what is seen."""
    columns = max(min(columns, len(courses)), 2)
    wide = columns * (WIDE + _GAP) - _GAP
    rows = -(-len(courses) // columns)
    shapes = [
        group(
            *_panel(course),
            x=at % columns * (WIDE + _GAP),
            y=at // columns * (HIGH + _GAP),
        )
        for at, course in enumerate(courses)
    ]
    high = rows * (HIGH + _GAP)
    lines = [
        text(0, high + 10 + 18 * at, line, Letters(11, colour=Colour.MUTED), room=wide)
        for at, line in enumerate((KEY, *missing))
    ]
    return framed(
        f"KPIs of {line_of(name)}",
        "; ".join(f"{line_of(course.title)}: {_described(course)}" for course in courses),
        wide,
        high + 18 * len(lines),
        *shapes,
        *lines,
        missing=missing,
    )


def _described(course: Course) -> str:
    return f"{course.state}, now {course.now}, target {course.goal}{f', {course.likely}' if course.likely else ''}"


def _panel(course: Course) -> list[Element]:
    """Title, state and figures above, the curve below."""
    values = _values(course)
    days = _days(course)
    muted = Letters(11, colour=Colour.MUTED)
    head = [
        box(0.5, 0.5, WIDE - 1, HIGH - 1, Colour.SURFACE, Colour.LINE, round_=6),
        text(12, 20, course.title, Letters(13, bold=True), room=WIDE - 24),
        group(
            text(12, 38, course.state, Letters(12, colour=solid(course.tone), bold=True), room=100),
            text(WIDE - 12, 38, course.now, Letters(12, bold=True, anchor=Anchor.END), room=WIDE - 128),
            text(12, 55, f"target {course.goal}", muted, room=WIDE - (110 if course.chance else 24)),
            text(WIDE - 12, 55, course.chance, Letters(11, colour=Colour.MUTED, anchor=Anchor.END)),
            title=". ".join(part for part in (course.reason, course.likely) if part),
        ),
    ]
    if not values or not days:
        return [
            *head,
            text(WIDE / 2, 126, "no values yet", Letters(12, colour=Colour.MUTED, anchor=Anchor.MIDDLE)),
        ]
    across = scale_of(days, _LEFT, _RIGHT - _LEFT)
    up = _Up(*_bounds(values))
    return [
        *head,
        *_band(course, across, up),
        *_axes(course, across, up),
        *_goal(course, across, up),
        *_curves(course, across, up),
    ]


def _values(course: Course) -> list[float]:
    marks = [value for _, value in (*course.actuals, *course.path)]
    marks += [value for band in course.forecast for value in (band.low, band.high)]
    marks += [value for value in (course.low, course.high) if value is not None]
    if course.target is not None:
        marks.append(course.target[1])
    return [value for value in marks if isfinite(value)]


def _days(course: Course) -> list[date]:
    days = [day for day, _ in (*course.actuals, *course.path)] + [band.day for band in course.forecast]
    if course.target is not None:
        days.append(course.target[0])
    return [course.today, *days] if days else []


@record
class _Up:
    """Values along the height."""

    least: float
    most: float

    def y(self, value: float) -> float:
        """Where a value lies."""
        part = (value / 2 - self.least / 2) / (self.most / 2 - self.least / 2)
        return _BOTTOM - part * (_BOTTOM - _TOP)


def _bounds(values: Sequence[float]) -> tuple[float, float]:
    """A little more than all values; something around a single one."""
    least, most = min(values), max(values)
    if not most / 2 > least / 2:
        spare = abs(least) / 10 or 1.0
        return least - spare, most + spare
    spare = (most / 2 - least / 2) / 8
    low = least - spare
    return (0.0 if least >= 0 > low else low), most + spare


def _axes(course: Course, across: Scale, up: _Up) -> Iterator[Element]:
    for value in (0.0, 1.0) if course.yes_no else _steps(up):
        y = up.y(value)
        words = ("yes" if value else "no") if course.yes_no else _short(value)
        yield stroke(_LEFT, y, _RIGHT, y, Colour.TRACK)
        yield text(_LEFT - 5, y + 4, words, Letters(11, colour=Colour.MUTED, anchor=Anchor.END))
    yield stroke(_LEFT, _BOTTOM, _RIGHT, _BOTTOM, Colour.LINE)
    for day, name in ticks(across):
        x = across.x(day)
        yield stroke(x, _BOTTOM, x, _BOTTOM + 4, Colour.LINE)
        if x + room_of(name, 11) < WIDE - 4:
            yield text(x + 2, _BOTTOM + 15, name, Letters(11, colour=Colour.MUTED))


def _steps(up: _Up) -> list[float]:
    """Two to four round values."""
    span = up.most - up.least
    if not isfinite(span) or span <= 0:
        return []
    ten = 10.0 ** floor(log10(span / 2)) if span > 1e-300 else 0.0
    for size in (ten * 5, ten * 2, ten):
        if not size:
            return []
        first = -floor(-up.least / size)
        count = floor(up.most / size) - first + 1
        if 2 <= count <= 4:
            return [(first + at) * size for at in range(count)]
    return []


def _short(value: float) -> str:
    """`12 k` for 12,000: what there is room for beside the curve."""
    for size, sign in ((1e9, " G"), (1e6, " M"), (1e4, " k")):
        if abs(value) >= size:
            return (
                f"{value / (1e3 if sign == ' k' else size):.3g}{sign}"
                if abs(value) < 1e13
                else f"{value:.0e}"
            )
    return short_number(value)


def _goal(course: Course, across: Scale, up: _Up) -> Iterator[Element]:
    """The value to reach, or the range to stay in, and the day of it."""
    for value in (course.low, course.high):
        if value is not None:
            yield stroke(_LEFT, up.y(value), _RIGHT, up.y(value), Colour.GOOD, dashes="1 3")
    if course.target is not None:
        day, value = course.target
        x, y = across.x(day), up.y(value)
        yield stroke(_LEFT, y, _RIGHT, y, Colour.GOOD, dashes="1 3")
        yield path(f"M{x:g} {y - 5:g}l5 5l-5 5l-5-5z", Colour.GOOD, Colour.SURFACE, width=1.5)
    x = across.x(course.today)
    yield stroke(x, _TOP - 4, x, _BOTTOM, Colour.ACCENT, dashes="2 2")


def _band(course: Course, across: Scale, up: _Up) -> Iterator[Element]:
    if len(course.forecast) > 1:
        there = [(across.x(band.day), up.y(band.high)) for band in course.forecast]
        back = [(across.x(band.day), up.y(band.low)) for band in reversed(course.forecast)]
        yield path(f"{_line([*there, *back])}z", fill=Colour.ACCENT_TINT)
        middle = [(across.x(band.day), up.y(band.value)) for band in course.forecast]
        yield path(_line(middle), Colour.ACCENT, width=1.25, dashes="1 2")


def _curves(course: Course, across: Scale, up: _Up) -> Iterator[Element]:
    if course.path:
        planned = [(across.x(day), up.y(value)) for day, value in course.path]
        yield path(
            _line(_stepped(planned) if course.step else planned), Colour.MUTED, width=1.25, dashes="5 3"
        )
    seen = [(across.x(day), up.y(value)) for day, value in course.actuals]
    if len(seen) > 1:
        yield path(_line(seen), solid(course.tone) if course.tone is not Tone.MUTED else Colour.INK, width=2)
    if seen:
        yield circle(*seen[-1], 3.5, solid(course.tone) if course.tone is not Tone.MUTED else Colour.INK)


def _stepped(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    found = list(points[:1])
    for (_, before), (x, y) in pairwise(points):
        found += [(x, before), (x, y)]
    return found


def _line(points: Sequence[tuple[float, float]]) -> str:
    return "".join(f"{'L' if at else 'M'}{x:.1f} {y:.1f}" for at, (x, y) in enumerate(points))
