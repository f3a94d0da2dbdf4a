"""The heat map of load: who or what, period by period, with the demand in percent of the capacity."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.output.figures import short_number, whole_percent
from alignplan.output.pages.element import Element
from alignplan.output.pictures.colours import Colour
from alignplan.output.pictures.drawing import Anchor, Letters, box, group, text
from alignplan.output.pictures.lettering import line_of
from alignplan.output.pictures.picture import Picture, framed
from alignplan.records import record

__all__ = ["HeatRow", "HeatSpot", "LoadHeat", "load_heat"]


@record
class HeatSpot:
    """A period of someone: days to do and days there are (none: nobody knows); `over`: too much."""

    demand: float
    capacity: float | None
    over: bool
    parts: str = ""
    """What it is made of, in words."""


@record
class HeatRow:
    """Someone, a team or a thing, with a spot for each period; `inner` stands below the team before it."""

    id: str
    title: str
    spots: tuple[HeatSpot, ...]
    inner: bool = False


@record
class LoadHeat:
    """Rows by periods."""

    name: str
    periods: tuple[str, ...]
    rows: tuple[HeatRow, ...]
    missing: tuple[str, ...] = ()


_SIDE, _CELL, _ROW, _HEAD = 240, 66, 26, 26
_BUSY = 80.0
_KEY = (
    "Demand in percent of capacity. × more than there is, ● 80 % or more, "
    "– nobody knows the capacity, empty: nothing to do."
)


def load_heat(found: LoadHeat) -> Picture:
    """The picture of the load."""
    wide = max(_SIDE + _CELL * len(found.periods), 700)
    high = _HEAD + _ROW * len(found.rows)
    heads = [
        text(_SIDE + _CELL * (at + 0.5), 15, name, Letters(11, colour=Colour.MUTED, anchor=Anchor.MIDDLE))
        for at, name in enumerate(found.periods)
    ]
    rows = [part for at, row in enumerate(found.rows) for part in _row(row, found.periods, _HEAD + _ROW * at)]
    lines = [_KEY, *found.missing]
    below = [
        text(0, high + 22 + 18 * at, line, Letters(11, colour=Colour.MUTED), room=wide)
        for at, line in enumerate(lines)
    ]
    over = sum(any(spot.over for spot in row.spots) for row in found.rows)
    return framed(
        f"Load of {line_of(found.name)}",
        f"{len(found.rows)} rows over {len(found.periods)} periods, {over} of them with more than there is somewhere",
        wide,
        high + 12 + 18 * len(lines),
        *heads,
        *rows,
        *below,
        missing=found.missing,
    )


def _row(row: HeatRow, periods: tuple[str, ...], top: float) -> Iterator[Element]:
    x = 16 if row.inner else 0
    name = text(x, top + 17, row.title, Letters(12, bold=not row.inner), room=_SIDE - x - 10)
    yield group(name, title=f"{row.title} · {row.id}")
    for at, (spot, period) in enumerate(zip(row.spots, periods, strict=True)):
        left = _SIDE + _CELL * at
        yield _spot(spot, left, top, f"{row.title} · {period}")


def _spot(spot: HeatSpot, left: float, top: float, who: str) -> Element:
    fill, ink, words = _shown(spot)
    there = "?" if spot.capacity is None else short_number(spot.capacity)
    told = f"{who}: {short_number(spot.demand)} of {there} d{f' · {spot.parts}' if spot.parts else ''}"
    letters = Letters(11, bold=spot.over, colour=ink, anchor=Anchor.MIDDLE)
    return group(
        box(left + 1, top + 1, _CELL - 2, _ROW - 2, fill, round_=3),
        text(left + _CELL / 2, top + 17, words, letters) if words else None,
        title=told,
    )


def _shown(spot: HeatSpot) -> tuple[Colour, Colour, str]:
    """The ground, the colour of the text, and the text."""
    if not spot.demand:
        return Colour.SURFACE, Colour.MUTED, ""
    if spot.capacity is None:
        return Colour.TRACK, Colour.INK, "–"
    if not spot.capacity:
        return Colour.BAD_TINT, Colour.BAD, "× all"
    percent = spot.demand * 100 / spot.capacity
    figure = f"{whole_percent(percent)} %" if percent < 10_000 else "≫ 100"
    if spot.over:
        return Colour.BAD_TINT, Colour.BAD, f"× {figure}"
    if percent >= _BUSY:
        return Colour.WARN_TINT, Colour.WARN, f"● {figure}"
    return Colour.GOOD_TINT if percent >= _BUSY / 2 else Colour.SURFACE, Colour.INK, figure
