"""What a picture is, and how it stands alone."""

from __future__ import annotations

from alignplan.output.pages.element import Element, element, verbatim, written
from alignplan.output.pictures.colours import FONT, STYLE, Colour, hex_of
from alignplan.records import record

__all__ = ["Picture", "framed", "standalone"]


@record
class Picture:
    """A drawing in SVG. In a page it needs the rules and custom properties of `colours`; it has no ground of its own.

    `description` says in words what is seen; `missing` are lines on what there was no room for.
    """

    title: str
    description: str
    width: float
    height: float
    element: Element
    """The `<svg>`, `class="picture"`, with its natural size and a `viewBox`."""
    missing: tuple[str, ...] = ()


def framed(
    title: str, description: str, width: float, height: float, *shapes: Element, missing: tuple[str, ...] = ()
) -> Picture:
    """A picture of some shapes, with its title and description for those who do not see it."""
    svg = element(
        "svg",
        element("title", title),
        element("desc", description),
        *shapes,
        class_="picture",
        role="img",
        font_family=FONT,
        viewBox=f"0 0 {width:g} {height:g}",
        width=width,
        height=height,
    )
    return Picture(title, description, width, height, svg, missing)


_MARGIN = 20


def standalone(picture: Picture) -> str:
    """The picture as a file of its own: with its ground, a margin, and colours that follow the viewer."""
    wide, high = picture.width + 2 * _MARGIN, picture.height + 2 * _MARGIN
    svg = picture.element
    title, description, *shapes = svg.children
    file = element(
        "svg",
        title,
        description,
        verbatim("style", STYLE),
        element("rect", class_="f-ground", fill=hex_of(Colour.GROUND), width=wide, height=high),
        element("g", *shapes, transform=f"translate({_MARGIN} {_MARGIN})"),
        xmlns="http://www.w3.org/2000/svg",
        role="img",
        font_family=FONT,
        viewBox=f"0 0 {wide:g} {high:g}",
        width=wide,
        height=high,
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{written(file)}\n'
