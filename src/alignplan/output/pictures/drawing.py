"""Shapes and texts of pictures. Positions and sizes are pixels at natural size; no text is smaller than 11."""

from __future__ import annotations

from enum import StrEnum

from alignplan.output.pages.element import Element, element
from alignplan.output.pictures.colours import Colour, hex_of
from alignplan.output.pictures.lettering import cut, line_of
from alignplan.records import record

__all__ = ["Anchor", "Letters", "box", "circle", "group", "path", "stroke", "text", "told"]


class Anchor(StrEnum):
    """Which part of a text stands at its place."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@record
class Letters:
    """How a text is written."""

    size: float = 12
    bold: bool = False
    colour: Colour = Colour.INK
    anchor: Anchor = Anchor.START


def told(words: str) -> Element:
    """What is shown where somebody points at a shape."""
    return element("title", line_of(words))


def text(
    x: float,
    y: float,
    words: str,
    letters: Letters | None = None,
    *,
    room: float | None = None,
    turned: float | None = None,
    lead: str = "",
) -> Element:
    """One line whose letters stand on `y`; with `room` it is cut to so many pixels, and the whole is in its title.

    `turned`: by so many degrees about its place. `lead` stands before the words, and may run from right to left without
    turning them.
    """
    letters = letters or Letters()
    lead = line_of(lead)
    line = lead + line_of(words)
    shown = line if room is None else cut(line, room, letters.size, bold=letters.bold)
    return element(
        "text",
        *_parts(shown, lead),
        told(words) if shown != line else None,
        x=x,
        y=y,
        class_=f"f-{letters.colour}",
        fill=hex_of(letters.colour),
        font_size=letters.size,
        font_weight="600" if letters.bold else None,
        text_anchor=None if letters.anchor is Anchor.START else letters.anchor.value,
        transform=None if turned is None else f"rotate({turned:g} {x:g} {y:g})",
    )


def _parts(shown: str, lead: str) -> tuple[Element | str, ...]:
    """A line with what it begins with apart."""
    if not lead or len(shown) <= len(lead):
        return (shown,)
    return element("tspan", lead, unicode_bidi="isolate"), shown[len(lead) :]


def _classes(fill: Colour, line: Colour) -> str | None:
    named = [f"{way}-{colour}" for way, colour in (("f", fill), ("s", line)) if colour is not Colour.NONE]
    return " ".join(named) or None


def box(
    x: float,
    y: float,
    width: float,
    height: float,
    fill: Colour,
    line: Colour = Colour.NONE,
    *,
    round_: float = 0,
    title: str = "",
    dashed: bool = False,
) -> Element:
    """A rectangle."""
    return element(
        "rect",
        told(title) if title else None,
        x=x,
        y=y,
        width=max(width, 0),
        height=max(height, 0),
        rx=round_ or None,
        class_=_classes(fill, line),
        fill=hex_of(fill),
        stroke=None if line is Colour.NONE else hex_of(line),
        stroke_dasharray="4 3" if dashed else None,
    )


def path(
    steps: str,
    line: Colour = Colour.NONE,
    fill: Colour = Colour.NONE,
    *,
    width: float = 1,
    dashes: str | None = None,
    title: str = "",
) -> Element:
    """A path, stroked or filled."""
    return element(
        "path",
        told(title) if title else None,
        d=steps,
        class_=_classes(fill, line),
        fill=hex_of(fill),
        stroke=None if line is Colour.NONE else hex_of(line),
        stroke_width=None if line is Colour.NONE else width,
        stroke_dasharray=dashes,
        stroke_linejoin="round" if line is not Colour.NONE else None,
    )


def stroke(
    x1: float,
    y1: float,
    x2: float,
    y2: float,
    line: Colour = Colour.LINE,
    *,
    width: float = 1,
    dashes: str | None = None,
) -> Element:
    """A straight line."""
    return path(f"M{x1:g} {y1:g}L{x2:g} {y2:g}", line, width=width, dashes=dashes)


def group(*shapes: Element | None, x: float = 0, y: float = 0, title: str = "") -> Element:
    """Shapes that belong together, moved to a place."""
    return element(
        "g",
        told(title) if title else None,
        *shapes,
        transform=f"translate({x:g} {y:g})" if x or y else None,
    )


def circle(x: float, y: float, radius: float, fill: Colour) -> Element:
    """A filled circle around a place."""
    return element("circle", cx=x, cy=y, r=radius, class_=_classes(fill, Colour.NONE), fill=hex_of(fill))
