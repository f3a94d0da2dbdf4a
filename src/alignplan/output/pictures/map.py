"""The strategy map: the vision, the objectives it takes, and the tactics that serve them, from left to right.

Each limb has rows of its own and stands in the middle of what hangs below it; tactics share the last column. A line
runs from an objective along the gutter behind it to each of its parts, so that no line crosses a box.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from alignplan.output.figures import whole_percent
from alignplan.output.pages.element import Element
from alignplan.output.pictures.colours import Colour
from alignplan.output.pictures.drawing import Anchor, Letters, box, group, path, text
from alignplan.output.pictures.lettering import broken, line_of
from alignplan.output.pictures.limbs import Limb, LimbKind, Outline, above
from alignplan.output.pictures.picture import Picture, framed
from alignplan.output.pictures.standing import solid, tint
from alignplan.records import record

__all__ = ["strategy_map"]

_GUTTER, _TURN, _GAP = 52, 14, 8
_VISION, _OBJECTIVE, _TACTIC = 168, 226, 256
_LINE, _SMALL_LINE, _PAD = 17, 15, 10
_MOST_LINES = 3
_MISSING_LINE = 18


@record
class _Box:
    """A limb in its place: left, the middle of its height, width and height; `lines` are those of its title."""

    limb: Limb
    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]


def strategy_map(outline: Outline) -> Picture:
    """The map of an outline; one without limbs shows the vision alone."""
    column = 0 if not outline.vision else _VISION + _GUTTER
    boxes = _placed(outline.limbs, column)
    ups = above(outline.limbs)
    high = max((one.y + one.height / 2 for one in boxes), default=0)
    head = _head(outline.vision, [one.y for one, up in zip(boxes, ups, strict=True) if up is None], high)
    high = max(high, _bottom(head))
    wide = max((one.x + one.width for one in boxes), default=_VISION)
    missing = [
        text(0, high + _MISSING_LINE * (at + 1), line, Letters(colour=Colour.MUTED), room=wide)
        for at, line in enumerate(outline.missing)
    ]
    shapes = [*_edges(boxes, ups, head), *(_drawn(one) for one in boxes)]
    if head is not None:
        shapes.append(_vision(head))
    return framed(
        f"Strategy map of {line_of(outline.name)}",
        _described(outline),
        wide,
        high + _MISSING_LINE * len(missing) + 1,
        *shapes,
        *missing,
        missing=outline.missing,
    )


def _described(outline: Outline) -> str:
    kinds = [limb.kind for limb in outline.limbs if not limb.reference]
    counted = f"{kinds.count(LimbKind.OBJECTIVE)} objectives and {kinds.count(LimbKind.TACTIC)} tactics"
    aim = f" that lead to: {line_of(outline.vision)}" if outline.vision else ""
    return f"{counted}{aim}"


# ------------------------------------------------------------ places


def _placed(limbs: Sequence[Limb], left: float) -> list[_Box]:
    """Every limb with its place: first how high each is with what hangs below it, then from the top down."""
    ups = above(limbs)
    deepest = max((limb.depth for limb in limbs if limb.kind is LimbKind.OBJECTIVE), default=-1)
    sized = [_sized(limb, left, deepest) for limb in limbs]
    below = [0.0] * len(limbs)
    for at in range(len(limbs) - 1, -1, -1):
        up = ups[at]
        if up is not None:
            below[up] += max(sized[at].height, below[at]) + (_GAP if below[up] else 0)
    free: dict[int | None, float] = {None: 0.0}
    placed: list[_Box] = []
    for at, (one, up) in enumerate(zip(sized, ups, strict=True)):
        top, room = free[up], max(one.height, below[at])
        placed.append(replace(one, y=top + room / 2))
        free[up] = top + room + _GAP
        free[at] = top + max(one.height - below[at], 0) / 2
    return placed


def _sized(limb: Limb, left: float, deepest: int) -> _Box:
    last = limb.kind in (LimbKind.TACTIC, LimbKind.MORE) and not (
        limb.kind is LimbKind.MORE and limb.depth > deepest + 1
    )
    column = deepest + 1 if last else limb.depth
    x = left + column * (_OBJECTIVE + _GUTTER)
    big = limb.kind in (LimbKind.OBJECTIVE, LimbKind.GROUP) and not limb.reference
    width = _OBJECTIVE if column <= deepest else _TACTIC
    size, line = (13, _LINE) if big else (12, _SMALL_LINE)
    title = line_of(f"→ {limb.title}" if limb.reference else limb.title)
    lines = tuple(broken(title, width - 2 * _PAD - 6, size, 1 if limb.reference else _MOST_LINES, bold=big))
    height = len(lines) * line + (_LINE + 2 if limb.standing is not None else 0) + (16 if big else 12)
    return _Box(limb, x, 0, width, height, lines)


def _head(vision: str, middles: Sequence[float], high: float) -> _Box | None:
    """The box of the vision, in the middle of the height."""
    if not vision:
        return None
    lines = tuple(broken(line_of(vision), _VISION - 2 * _PAD, 14, 9, bold=True))
    height = len(lines) * 19 + 40
    middle = (middles[0] + middles[-1]) / 2 if middles else high / 2
    return _Box(Limb("", LimbKind.GROUP, vision, 0), 0, max(middle, height / 2), _VISION, height, lines)


def _bottom(head: _Box | None) -> float:
    return 0 if head is None else head.y + head.height / 2


# ------------------------------------------------------------ shapes


def _vision(head: _Box) -> Element:
    top = head.y - head.height / 2
    return group(
        box(
            0,
            top,
            head.width,
            head.height,
            Colour.ACCENT_TINT,
            Colour.ACCENT,
            round_=8,
            title=head.limb.title,
        ),
        text(_PAD, top + 22, "Vision", Letters(11, colour=Colour.ACCENT, bold=True)),
        *(text(_PAD, top + 44 + 19 * at, line, Letters(14, bold=True)) for at, line in enumerate(head.lines)),
    )


def _drawn(one: _Box) -> Element:
    limb, top = one.limb, one.y - one.height / 2
    soft = limb.reference or limb.kind is LimbKind.MORE
    big = limb.kind in (LimbKind.OBJECTIVE, LimbKind.GROUP) and not limb.reference
    line = _LINE if big else _SMALL_LINE
    letters = Letters(13 if big else 12, bold=big, colour=Colour.MUTED if soft else Colour.INK)
    frame = box(
        one.x, top, one.width, one.height,
        Colour.NONE if soft else Colour.SURFACE, Colour.LINE, round_=5, dashed=soft,
    )  # fmt: skip
    first = top + (22 if big else 18) - (2 if soft and not limb.standing else 0)
    titles = [text(one.x + _PAD + 4, first + line * at, words, letters) for at, words in enumerate(one.lines)]
    return group(frame, *_stripe(one, top), *titles, *_standing(one, top), title=_whole(limb))


def _whole(limb: Limb) -> str:
    """All about a limb, for who points at it."""
    parts = [limb.title, limb.id if limb.kind is not LimbKind.MORE else ""]
    if limb.standing is not None:
        parts.append(limb.standing.words)
    if limb.due:
        parts.append(f"due {limb.due}")
    return " · ".join(part for part in parts if part)


def _stripe(one: _Box, top: float) -> Iterator[Element]:
    """The colour of its health, along its left side."""
    standing = one.limb.standing
    if standing is not None and one.limb.kind is not LimbKind.MORE:
        steps = (
            f"M{one.x + 5:g} {top:g}h1v{one.height:g}h-1a5 5 0 0 1-5-5v{-(one.height - 10):g}a5 5 0 0 1 5-5z"
        )
        yield path(steps, fill=solid(standing.tone))


def _standing(one: _Box, top: float) -> Iterator[Element]:
    """The words of its health, and how far it is: a figure, and a bar with a notch where it was to be."""
    standing = one.limb.standing
    if standing is None:
        return
    bottom, right = top + one.height, one.x + one.width - _PAD
    colour = Colour.MUTED if one.limb.kind is LimbKind.MORE else solid(standing.tone)
    room = one.width - (2 * _PAD + 4 if standing.progress is None else 130)
    yield text(one.x + _PAD + 4, bottom - 9, standing.words, Letters(11, colour=colour), room=room)
    if standing.progress is None:
        return
    yield text(
        right, bottom - 9, f"{whole_percent(standing.progress)} %", Letters(11, anchor=Anchor.END, bold=True)
    )
    start, wide = right - 100, 62
    yield box(start, bottom - 17, wide, 7, tint(standing.tone), round_=2)
    done = wide * min(max(standing.progress, 0), 100) / 100
    if done:
        yield box(start, bottom - 17, done, 7, solid(standing.tone), round_=2)
    if standing.planned is not None:
        x = start + wide * min(max(standing.planned, 0), 100) / 100
        yield path(f"M{x:g} {bottom - 19:g}v11", Colour.INK, width=1.5)


def _edges(boxes: Sequence[_Box], ups: Sequence[int | None], head: _Box | None) -> Iterator[Element]:
    """Lines from each box to its parts, in the gutter behind it, with the share of the part above its end."""
    for one, up in zip(boxes, ups, strict=True):
        origin = head if up is None else boxes[up]
        if origin is None:
            continue
        start, turn, step = origin.x + origin.width, origin.x + origin.width + _TURN, one.y - origin.y
        bend = min(6.0, abs(step) / 2)
        way = f"M{start:g} {origin.y:g}H{turn - bend:g}"
        if bend > 0.01:
            down = bend if step > 0 else -bend
            way += f"q{bend:g} 0 {bend:g} {down:g}V{one.y - down:g}q0 {down:g} {bend:g} {down:g}"
        yield path(f"{way}H{one.x:g}", Colour.LINE, width=1.25, dashes="3 3" if one.limb.reference else None)
        if one.limb.share is not None:
            share = f"{whole_percent(one.limb.share)} %"
            yield text(one.x - 4, one.y - 4, share, Letters(11, colour=Colour.MUTED, anchor=Anchor.END))
