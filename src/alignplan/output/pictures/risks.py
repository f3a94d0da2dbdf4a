"""The heat map of risks: impact upwards, probability across, in each field its level and the risks that lie there."""

from __future__ import annotations

from alignplan.output.pages.element import Element
from alignplan.output.pictures.colours import Colour
from alignplan.output.pictures.drawing import Anchor, Letters, box, group, text
from alignplan.output.pictures.lettering import broken, line_of
from alignplan.output.pictures.picture import Picture, framed
from alignplan.output.pictures.standing import solid, tint
from alignplan.output.tone import Tone
from alignplan.records import record

__all__ = ["HeatMap", "Hot", "heat_map"]


@record
class Hot:
    """A field: its level with its sign in front, and the ids and titles of the risks in it."""

    words: str
    tone: Tone
    risks: tuple[tuple[str, str], ...]


@record
class HeatMap:
    """Rows of fields with high impact first, low probability first; the names of both; lines below."""

    name: str
    impacts: tuple[str, ...]
    chances: tuple[str, ...]
    fields: tuple[tuple[Hot, ...], ...]
    notes: tuple[str, ...] = ()


_LEFT, _FIELD, _GAP, _LINE, _MOST = 92, 274, 8, 17, 6


def heat_map(found: HeatMap) -> Picture:
    """The picture of the fields."""
    muted = Letters(11, colour=Colour.MUTED)
    shapes: list[Element] = []
    y = 0.0
    for impact, row in zip(found.impacts, found.fields, strict=True):
        high = 38 + _LINE * max(1, *(len(_lines(field)) for field in row))
        shapes.append(text(0, y + 22, "impact", muted))
        shapes.append(text(0, y + 38, impact, Letters(13, bold=True), room=_LEFT - 8))
        shapes += [_field(field, _LEFT + at * (_FIELD + _GAP), y, high) for at, field in enumerate(row)]
        y += high + _GAP
    for at, chance in enumerate(found.chances):
        x = _LEFT + at * (_FIELD + _GAP) + _FIELD / 2
        shapes.append(text(x, y + 14, chance, Letters(13, bold=True, anchor=Anchor.MIDDLE)))
    shapes.append(text(0, y + 14, "probability", muted))
    wide = _LEFT + len(found.chances) * (_FIELD + _GAP) - _GAP
    shapes += [text(0, y + 38 + 18 * at, line, muted, room=wide) for at, line in enumerate(found.notes)]
    count = sum(len(field.risks) for row in found.fields for field in row)
    return framed(
        f"Risks of {line_of(found.name)}",
        f"{count} open risks by impact and probability",
        wide,
        y + 22 + (18 * len(found.notes) + 4 if found.notes else 0),
        *shapes,
    )


def _field(field: Hot, x: float, y: float, high: float) -> Element:
    shapes: list[Element] = [
        box(x, y, _FIELD, high, tint(field.tone), round_=6),
        text(x + 12, y + 21, field.words, Letters(12, colour=solid(field.tone), bold=True)),
    ]
    for at, (words, told, bold) in enumerate(_lines(field)):
        shapes.append(group(text(x + 12, y + 41 + _LINE * at, words, Letters(12, bold=bold)), title=told))
    return group(*shapes)


def _lines(field: Hot) -> list[tuple[str, str, bool]]:
    """What stands in a field, line by line: a title may take two; and what is shown where somebody points at it."""
    found: list[tuple[str, str, bool]] = []
    shown = field.risks if len(field.risks) <= _MOST + 1 else field.risks[:_MOST]
    for id, title in shown:
        lines = broken(line_of(title), _FIELD - 34, 12, 2)
        found += [
            (f"{'  ' if at else '· '}{line}", f"{title} · {id}", False) for at, line in enumerate(lines)
        ]
    if len(shown) < len(field.risks):
        found.append((f"and {len(field.risks) - len(shown)} more", "", True))
    return found
