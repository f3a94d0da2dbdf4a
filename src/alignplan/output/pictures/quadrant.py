"""Execution × effect: four fields, across how well the work goes, up whether it shows; below what is too early."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from alignplan.output.pages.element import Element
from alignplan.output.pictures.colours import Colour
from alignplan.output.pictures.drawing import Anchor, Letters, box, group, text
from alignplan.output.pictures.lettering import line_of
from alignplan.output.pictures.picture import Picture, framed
from alignplan.output.pictures.standing import solid, tint
from alignplan.output.tone import Tone
from alignplan.records import record

__all__ = ["Entry", "Field", "Quadrant", "quadrant"]


@record
class Entry:
    """A tactic, and for each KPI that it moves its title and what is seen of it."""

    id: str
    title: str
    lines: tuple[tuple[str, str], ...]


@record
class Field:
    """A place, its name with its sign in front, what it means, and what stands there."""

    name: str
    tone: Tone
    means: str
    entries: tuple[Entry, ...]


@record
class Quadrant:
    """The four fields, first those that move (left, right), then those that do not; and what is too early to tell."""

    name: str
    fields: tuple[Field, Field, Field, Field]
    early: Field


_LEFT, _FIELD, _GAP, _HEAD = 34, 440, 12, 52
_LINE, _BETWEEN, _MOST = 15, 8, 18


def quadrant(found: Quadrant) -> Picture:
    """The picture of the four fields."""
    shapes: list[Element] = []
    y, wide = 26.0, _LEFT + 2 * _FIELD + _GAP
    letters = Letters(12, colour=Colour.MUTED, anchor=Anchor.MIDDLE, bold=True)
    for at, words in enumerate(("behind with the work", "done, or as planned")):
        shapes.append(text(_LEFT + at * (_FIELD + _GAP) + _FIELD / 2, 14, words, letters))
    for words, row in (("it moves", found.fields[:2]), ("it does not", found.fields[2:])):
        high = max(_height(_shown(field.entries, _MOST)) for field in row)
        shapes.append(text(18, y + high / 2, words, letters, turned=-90))
        for at, field in enumerate(row):
            column = _shown(field.entries, _MOST)
            shapes.append(_field(field, (column,), _LEFT + at * (_FIELD + _GAP), y, _FIELD, high))
        y += high + _GAP
    if found.early.entries:
        columns = _two(_shown(found.early.entries, 2 * _MOST))
        high = max(map(_height, columns))
        shapes.append(_field(found.early, columns, _LEFT, y, wide - _LEFT, high))
        y += high + _GAP
    counted = ", ".join(f"{len(field.entries)} {field.name}" for field in (*found.fields, found.early))
    return framed(f"Execution × effect of {line_of(found.name)}", counted, wide, y - _GAP + 1, *shapes)


def _shown(entries: Sequence[Entry], most: int) -> list[Entry]:
    """As many as have room in so many lines, and one that counts the rest."""
    taken, found = 0, list[Entry]()
    for at, entry in enumerate(entries):
        taken += 1 + len(entry.lines)
        if taken > most and found:
            return [*found, Entry("", f"and {len(entries) - at} more", ())]
        found.append(entry)
    return found


def _two(entries: list[Entry]) -> tuple[list[Entry], list[Entry]]:
    """In two columns of about the same height."""
    half, taken = sum(map(_room, entries)) / 2, 0.0
    for at, entry in enumerate(entries):
        if taken >= half:
            return entries[:at], entries[at:]
        taken += _room(entry)
    return entries, []


def _room(entry: Entry) -> float:
    return _LINE * (1 + len(entry.lines)) + _BETWEEN


def _height(entries: Sequence[Entry]) -> float:
    return _HEAD + max(sum(map(_room, entries)), 30) + 4


def _field(
    field: Field, columns: Sequence[Sequence[Entry]], x: float, y: float, wide: float, high: float
) -> Element:
    ground = tint(field.tone) if field.entries and field.tone is not Tone.MUTED else Colour.SURFACE
    line = Colour.NONE if field.entries else Colour.LINE
    room = wide / len(columns)
    shapes: list[Element] = [
        box(x, y, wide, high, ground, line, round_=8, dashed=not field.entries),
        text(x + 14, y + 24, field.name, Letters(14, colour=solid(field.tone), bold=True)),
        text(x + 14, y + 41, field.means, Letters(11, colour=Colour.INK), room=wide - 28),
    ]
    for at, column in enumerate(columns):
        shapes += _entries(column, x + 14 + at * room, y + _HEAD, room - 28)
    if not field.entries:
        shapes.append(text(x + 14, y + _HEAD + 18, "–", Letters(12, colour=Colour.MUTED)))
    return group(*shapes)


def _entries(entries: Sequence[Entry], x: float, y: float, room: float) -> Iterator[Element]:
    for entry in entries:
        yield group(
            text(x, y + 14, entry.title, Letters(12, bold=True), room=room),
            *(
                text(x, y + 14 + _LINE * (at + 1), f": {words}", Letters(11), room=room, lead=title)
                for at, (title, words) in enumerate(entry.lines)
            ),
            title=f"{entry.title} · {entry.id}" if entry.id else "",
        )
        y += _room(entry)
