"""The tree: a row an item, deeper ones further in, with health, progress and due beside each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from alignplan.output.figures import whole_percent
from alignplan.output.pages.element import Element
from alignplan.output.pictures.colours import Colour
from alignplan.output.pictures.drawing import Anchor, Letters, box, group, path, text
from alignplan.output.pictures.lettering import line_of
from alignplan.output.pictures.limbs import Limb, LimbKind, Outline, above
from alignplan.output.pictures.picture import Picture, framed
from alignplan.output.pictures.standing import solid, tint

__all__ = ["plan_tree"]

_ROW, _INDENT, _WIDE = 26, 20, 960
_MOST_INDENT = 10
_HEALTH, _BAR, _DUE = 610, 760, 960
_HEAD = {"health": _HEALTH, "progress": _BAR}


def plan_tree(outline: Outline) -> Picture:
    """The tree of an outline, below its name and vision."""
    heads = [(line, 16 - 3 * at, not at) for at, line in enumerate((outline.name, outline.vision)) if line]
    top = 26 * len(heads) + 24
    shapes: list[Element] = [
        text(0, 16 + 24 * at, line, Letters(size, bold=bold), room=_WIDE)
        for at, (line, size, bold) in enumerate(heads)
    ]
    muted = Letters(11, colour=Colour.MUTED)
    shapes += [text(x, top - 10, word, muted) for word, x in _HEAD.items()]
    shapes.append(text(_DUE, top - 10, "due", Letters(11, colour=Colour.MUTED, anchor=Anchor.END)))
    shapes += _lines(outline.limbs, top)
    shapes += [_row(limb, top + _ROW * at) for at, limb in enumerate(outline.limbs)]
    high = top + _ROW * len(outline.limbs)
    missing = [
        text(0, high + 18 * (at + 1), line, Letters(colour=Colour.MUTED), room=_WIDE)
        for at, line in enumerate(outline.missing)
    ]
    return framed(
        f"Tree of {line_of(outline.name)}",
        f"{sum(not limb.reference for limb in outline.limbs)} items, each below what it serves",
        _WIDE,
        high + 18 * len(missing) + 4,
        *shapes,
        *missing,
        missing=outline.missing,
    )


def _x(limb: Limb) -> float:
    return _INDENT * min(limb.depth, _MOST_INDENT)


def _lines(limbs: Sequence[Limb], top: float) -> Iterator[Element]:
    """From what stands above down to each limb."""
    reached: dict[int, float] = {}
    for at, up in enumerate(above(limbs)):
        if up is not None and _x(limbs[at]) > _x(limbs[up]):
            x, y = _x(limbs[up]) + 6, top + _ROW * at + _ROW / 2
            begin = reached.get(up, top + _ROW * up + _ROW / 2 + 7)
            reached[up] = y - 4
            yield path(f"M{x:g} {begin:g}V{y - 4:g}q0 4 4 4h6", Colour.LINE)


def _row(limb: Limb, top: float) -> Element:
    x, middle = _x(limb), top + _ROW / 2
    strong = limb.kind in (LimbKind.OBJECTIVE, LimbKind.GROUP) and not limb.reference
    soft = limb.reference or limb.kind is LimbKind.MORE
    standing = limb.standing
    colour = Colour.MUTED if standing is None or soft else solid(standing.tone)
    dot = box(x + 1, middle - 5, 10, 10, Colour.NONE if soft else colour, colour, round_=5 if strong else 2)
    title = f"→ {limb.title}" if limb.reference else limb.title
    letters = Letters(13 if strong else 12, bold=strong, colour=Colour.MUTED if soft else Colour.INK)
    shapes = [dot, text(x + 18, middle + 4, title, letters, room=_HEALTH - x - 34)]
    if standing is not None:
        room = _WIDE - _HEALTH if limb.kind is LimbKind.MORE else _BAR - _HEALTH - 12
        shapes.append(text(_HEALTH, middle + 4, standing.words, Letters(11.5, colour=colour), room=room))
        shapes += _bar(limb, middle)
    if limb.due and not soft:
        shapes.append(text(_DUE, middle + 4, limb.due, Letters(11.5, colour=Colour.MUTED, anchor=Anchor.END)))
    return group(*shapes, title=" · ".join(part for part in (limb.title, limb.id) if part))


def _bar(limb: Limb, middle: float) -> Iterator[Element]:
    standing = limb.standing
    if standing is None or standing.progress is None:
        return
    yield box(_BAR, middle - 4, 70, 8, tint(standing.tone), round_=2)
    done = 70 * min(max(standing.progress, 0), 100) / 100
    if done:
        yield box(_BAR, middle - 4, done, 8, solid(standing.tone), round_=2)
    if standing.planned is not None:
        yield path(
            f"M{_BAR + 70 * min(max(standing.planned, 0), 100) / 100:g} {middle - 6:g}v12",
            Colour.INK,
            width=1.5,
        )
    figure = f"{whole_percent(standing.progress)} %"
    yield text(_BAR + 112, middle + 4, figure, Letters(11.5, anchor=Anchor.END))
