"""The schedule as bars: a row an item, days from left to right, today as a line.

A bar is filled as far as the work is done; what lies after its due is hatched; a thin line behind it is its slack.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from alignplan.output.pages.element import Element
from alignplan.output.pictures.colours import Colour
from alignplan.output.pictures.counting import counted
from alignplan.output.pictures.days import Scale, scale_of, ticks
from alignplan.output.pictures.drawing import Anchor, Letters, box, group, path, stroke, text
from alignplan.output.pictures.lettering import line_of, room_of
from alignplan.output.pictures.picture import Picture, framed
from alignplan.records import record

__all__ = ["Bar", "Gantt", "gantt"]


@record
class Bar:
    """An item in its place. A day is `None` where nobody can know it; `progress` is in percent.

    `late_days` are the working days from its due to its finish, `slack_until` the day until which its end may slip.
    A `point` takes no time; a `step` stands below the item before it that is none.
    """

    id: str
    title: str
    start: date | None
    finish: date | None
    due: date | None = None
    slack_until: date | None = None
    progress: float | None = None
    late_days: int = 0
    critical: bool = False
    done: bool = False
    point: bool = False
    step: bool = False


@record
class Gantt:
    """The bars of a plan, or of one objective, as of a day; and lines on what is left out."""

    name: str
    today: date
    bars: tuple[Bar, ...]
    missing: tuple[str, ...] = ()


_ROW, _WIDE, _SIDE, _HEAD, _HAND = 24, 960, 280, 42, 96
_SCALE = _WIDE - _SIDE - _HAND


def gantt(found: Gantt) -> Picture:
    """The picture of a schedule."""
    days = [
        day
        for bar in found.bars
        for day in (bar.start, bar.finish, bar.due if bar.late_days else None)
        if day
    ]
    scale = scale_of([found.today, *days], _SIDE, _SCALE)
    high = _HEAD + _ROW * len(found.bars)
    shapes = [*_bands(found), *_grid(scale, high)]
    shapes += [_row(bar, scale, _HEAD + _ROW * at) for at, bar in enumerate(found.bars)]
    shapes += _today(found.today, scale, high)
    lines = [_key(), *found.missing]
    below = [
        text(0, high + 22 + 18 * at, line, Letters(11, colour=Colour.MUTED), room=_WIDE)
        for at, line in enumerate(lines)
    ]
    late = sum(map(_is_late, found.bars))
    return framed(
        f"Schedule of {line_of(found.name)}",
        f"{counted(len(found.bars), 'item')} as of {found.today}, {late} of them late",
        _WIDE,
        high + 12 + 18 * len(lines),
        *shapes,
        *below,
        missing=found.missing,
    )


def _key() -> str:
    return (
        "Filled: done. Thick frame: critical. Hatched: after its due. Thin line: slack. "
        "◆ milestone, ▾ due. Beside each: its finish."
    )


def _bands(found: Gantt) -> Iterator[Element]:
    """A band behind each item that is no step."""
    for at, bar in enumerate(found.bars):
        if not bar.step:
            yield box(0, _HEAD + _ROW * at, _WIDE, _ROW, Colour.SURFACE)


def _grid(scale: Scale, high: float) -> Iterator[Element]:
    marks = ticks(scale)
    for at, (day, name) in enumerate(marks):
        x = scale.x(day)
        after = scale.x(marks[at + 1][0]) if at + 1 < len(marks) else scale.right
        yield stroke(x, 0, x, 16, Colour.TRACK)
        yield stroke(x, _HEAD, x, high, Colour.TRACK)
        if after - x >= room_of(name, 11) + 5:
            yield text(x + 4, 12, name, Letters(11, colour=Colour.MUTED))


def _today(today: date, scale: Scale, high: float) -> Iterator[Element]:
    x = scale.x(today)
    yield stroke(x, 36, x, high, Colour.ACCENT, width=1.5)
    end = Anchor.END if x > scale.right - 60 else Anchor.START if x < scale.left + 60 else Anchor.MIDDLE
    yield text(x, 32, f"today {today}", Letters(11, colour=Colour.ACCENT, bold=True, anchor=end))


def _row(bar: Bar, scale: Scale, top: float) -> Element:
    middle = top + _ROW / 2
    x = 16 if bar.step else 4
    letters = Letters(12, bold=not bar.step)
    shapes = [text(x, middle + 4, bar.title, letters, room=_SIDE - x - 10)]
    shapes += _point(bar, scale, middle) if bar.point else _bar(bar, scale, middle)
    if bar.due is not None and scale.first <= bar.due <= scale.last:
        edge = scale.x(bar.due) + scale.day
        shapes.append(
            path(f"M{edge - 4:g} {top + 2:g}h8l-4 6z", fill=Colour.BAD if _is_late(bar) else Colour.MUTED)
        )
    words, colour = _hand(bar)
    shapes.append(text(_WIDE - 4, middle + 4, words, Letters(11, colour=colour, anchor=Anchor.END)))
    return group(*shapes, title=_whole(bar))


def _is_late(bar: Bar) -> bool:
    """Whether it will be late; what is done is past help."""
    return bar.late_days > 0 and not bar.done


def _hand(bar: Bar) -> tuple[str, Colour]:
    """What stands beside the bar: its finish, or by how much it is late."""
    if bar.finish is None:
        return "no end known", Colour.MUTED
    if bar.done:
        return f"✓ {bar.finish}", Colour.MUTED
    return (f"× {bar.late_days} d late", Colour.BAD) if bar.late_days else (f"{bar.finish}", Colour.MUTED)


def _whole(bar: Bar) -> str:
    known = [day.isoformat() if day else "?" for day in (bar.start, bar.finish)]
    late = f"{bar.late_days} working days late" if bar.late_days else ""
    parts = [bar.title, bar.id, " to ".join(known), f"due {bar.due}" if bar.due else "", late]
    return " · ".join(part for part in parts if part)


def _point(bar: Bar, scale: Scale, middle: float) -> Iterator[Element]:
    day = bar.finish or bar.start
    if day is not None:
        x = scale.x(day) + scale.day
        colour = Colour.BAD if _is_late(bar) else Colour.GOOD if bar.done else Colour.ACCENT
        fill = colour if bar.done else Colour.GROUND
        yield path(f"M{x:g} {middle - 6:g}l6 6l-6 6l-6-6z", colour, fill, width=1.75)


def _bar(bar: Bar, scale: Scale, middle: float) -> Iterator[Element]:
    start, finish = bar.start or bar.finish, bar.finish or bar.start
    if start is None or finish is None:
        return
    left, right = scale.x(start), scale.x(finish) + scale.day
    wide, high = max(right - left, 2), 8 if bar.step else 12
    colour = Colour.GOOD if bar.done else Colour.ACCENT
    if bar.slack_until is not None and bar.slack_until > finish:
        yield stroke(
            right, middle, min(scale.x(bar.slack_until) + scale.day, scale.right), middle, Colour.LINE
        )
    yield box(
        left, middle - high / 2, wide, high, Colour.GOOD_TINT if bar.done else Colour.ACCENT_TINT, round_=2
    )
    done = 100 if bar.done else bar.progress or 0
    if done:
        yield box(left, middle - high / 2, wide * min(done, 100) / 100, high, colour, round_=2)
    if bar.critical or _is_late(bar):
        yield from _marked(bar, scale, middle, left, wide, high)


def _marked(
    bar: Bar, scale: Scale, middle: float, left: float, wide: float, high: float
) -> Iterator[Element]:
    """What is late is hatched from its due on, what is critical has a thick frame."""
    if _is_late(bar) and bar.due is not None:
        begin = max(scale.x(bar.due) + scale.day, left)
        steps = "".join(
            f"M{x:g} {middle + high / 2:g}l{min(high, left + wide - x):g} {-min(high, left + wide - x):g}"
            for x in _every(begin, left + wide, 4)
        )
        if steps:
            yield path(steps, Colour.BAD, width=1.25)
    edge = Colour.BAD if _is_late(bar) else Colour.INK
    frame = box(left, middle - high / 2, wide, high, Colour.NONE, edge, round_=2)
    yield frame


def _every(first: float, last: float, step: float) -> Iterator[float]:
    at = first
    while at < last:
        yield at
        at += step
