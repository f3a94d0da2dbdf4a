"""The X-matrix of Hoshin planning: goals below, objectives to the left, tactics above, KPIs to the right, all in one.

Where two of them meet in a corner a mark says that they belong together; behind the KPIs stands who does what.
"""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.output.pages.element import Element
from alignplan.output.pictures.colours import Colour
from alignplan.output.pictures.drawing import Anchor, Letters, box, circle, group, path, stroke, text
from alignplan.output.pictures.lettering import cut, line_of
from alignplan.output.pictures.picture import Picture, framed
from alignplan.records import record

__all__ = ["Side", "Tie", "XMatrix", "x_matrix"]


@record
class Side:
    """What stands on one side: a name for all, and the id and title of each, what is nearest to the middle first."""

    name: str
    entries: tuple[tuple[str, str], ...]


@record
class Tie:
    """Two that belong together, a goal or tactic (`row`) and one beside it; `strong`: mostly."""

    row: str
    column: str
    strong: bool


@record
class XMatrix:
    """The four sides, who does what, and what belongs together."""

    name: str
    goals: Side
    objectives: Side
    tactics: Side
    kpis: Side
    people: Side
    ties: tuple[Tie, ...]
    missing: tuple[str, ...] = ()


_CELL, _MIDDLE, _UPRIGHT = 26, 310, 260
_LEGEND = "● mostly, or owns it; ○ partly, or works on it."


@record
class _Ground:
    """Where everything lies: the edges of the middle, and the whole."""

    left: float
    top: float
    right: float
    bottom: float
    wide: float
    high: float


def x_matrix(found: XMatrix) -> Picture:
    """The picture of an X-matrix."""
    left = _CELL * len(found.objectives.entries)
    top = _CELL * len(found.tactics.entries)
    right, bottom = left + _MIDDLE, top + _UPRIGHT
    beside = len(found.kpis.entries) + len(found.people.entries)
    gap = _CELL / 2 if found.people.entries else 0
    ground = _Ground(
        left, top, right, bottom, right + _CELL * beside + gap, bottom + _CELL * len(found.goals.entries)
    )
    xs, ys = _columns(found, ground), _rows(found, ground)
    shapes = [*_grid(ground, xs, ys), *_names(found, ground, xs, ys)]
    shapes += [*_middle(found, ground), *_marks(found, xs, ys)]
    lines = [_LEGEND, *found.missing]
    below = [
        text(0, ground.high + 24 + 18 * at, line, Letters(11, colour=Colour.MUTED), room=ground.wide)
        for at, line in enumerate(lines)
    ]
    sides = (found.goals, found.objectives, found.tactics, found.kpis, found.people)
    return framed(
        f"X-matrix of {line_of(found.name)}",
        ", ".join(f"{len(side.entries)} {side.name}" for side in sides) + f", {len(found.ties)} ties",
        ground.wide + 1,
        ground.high + 14 + 18 * len(lines),
        *shapes,
        *below,
        missing=found.missing,
    )


def _columns(found: XMatrix, ground: _Ground) -> dict[str, float]:
    """The left edge of each column: objectives outward from the middle, KPIs, then people behind a gap."""
    xs = {id: ground.left - _CELL * (at + 1) for at, (id, _) in enumerate(found.objectives.entries)}
    xs |= {id: ground.right + _CELL * at for at, (id, _) in enumerate(found.kpis.entries)}
    behind = ground.wide - _CELL * len(found.people.entries)
    return xs | {id: behind + _CELL * at for at, (id, _) in enumerate(found.people.entries)}


def _rows(found: XMatrix, ground: _Ground) -> dict[str, float]:
    """The upper edge of each row: tactics upward from the middle, goals downward."""
    ys = {id: ground.top - _CELL * (at + 1) for at, (id, _) in enumerate(found.tactics.entries)}
    return ys | {id: ground.bottom + _CELL * at for at, (id, _) in enumerate(found.goals.entries)}


def _grid(ground: _Ground, xs: dict[str, float], ys: dict[str, float]) -> Iterator[Element]:
    for y in sorted({edge for top in ys.values() for edge in (top, top + _CELL)}):
        yield stroke(0, y, ground.wide, y, Colour.TRACK)
    for x in sorted({edge for left in xs.values() for edge in (left, left + _CELL)}):
        yield stroke(x, 0, x, ground.high, Colour.TRACK)


def _names(found: XMatrix, ground: _Ground, xs: dict[str, float], ys: dict[str, float]) -> Iterator[Element]:
    for side in (found.tactics, found.goals):
        for id, title in side.entries:
            y = ys[id]
            yield box(ground.left, y + 1, _MIDDLE, _CELL - 2, Colour.SURFACE)
            line = text(ground.left + 8, y + 17, title, Letters(12), room=_MIDDLE - 16)
            yield group(line, title=f"{title} · {id}" if id else title)
    for side in (found.objectives, found.kpis, found.people):
        for id, title in side.entries:
            x = xs[id]
            yield box(x + 1, ground.top, _CELL - 2, _UPRIGHT, Colour.SURFACE)
            shown = cut(line_of(title), _UPRIGHT - 16, 12)
            upright = text(x + 17, ground.bottom - 8, shown, Letters(12), turned=-90)
            yield group(upright, title=f"{title} · {id}")


def _middle(found: XMatrix, ground: _Ground) -> Iterator[Element]:
    """The X itself, with the names of the sides."""
    x, y = (ground.left + ground.right) / 2, (ground.top + ground.bottom) / 2
    yield box(ground.left, ground.top, _MIDDLE, _UPRIGHT, Colour.ACCENT_TINT)
    yield path(
        f"M{ground.left:g} {ground.top:g}L{ground.right:g} {ground.bottom:g}"
        f"M{ground.right:g} {ground.top:g}L{ground.left:g} {ground.bottom:g}",
        Colour.ACCENT, width=1.5,
    )  # fmt: skip
    letters = Letters(12, bold=True, colour=Colour.ACCENT, anchor=Anchor.MIDDLE)
    yield text(x, ground.top + 22, found.tactics.name, letters)
    yield text(x, ground.bottom - 14, found.goals.name, letters)
    yield text(ground.left + 20, y, found.objectives.name, letters, turned=-90)
    yield text(ground.right - 12, y, found.kpis.name, letters, turned=-90)


def _marks(found: XMatrix, xs: dict[str, float], ys: dict[str, float]) -> Iterator[Element]:
    for tie in found.ties:
        if tie.row in ys and tie.column in xs:
            x, y = xs[tie.column] + _CELL / 2, ys[tie.row] + _CELL / 2
            if tie.strong:
                yield circle(x, y, 5.5, Colour.ACCENT)
            else:
                yield path(
                    f"M{x - 4.5:g} {y:g}a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z", Colour.ACCENT, width=1.75
                )
