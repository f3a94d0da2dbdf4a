"""Elements of HTML and SVG. A text in them is data, wherever it comes from: only what is built here is markup.

What is written is well-formed XML and, inside a page, HTML as well, so that a picture is the same in a report and in a
file of its own.
"""

from __future__ import annotations

from alignplan.output.escape import Tagged, xml
from alignplan.records import record

__all__ = ["Child", "Element", "element", "verbatim", "written"]


@record
class Element:
    """An element with its attributes, in order, and what is inside. `source` stands inside as it is: our own code."""

    tag: str
    attributes: tuple[tuple[str, str], ...] = ()
    children: tuple[Element | str, ...] = ()
    source: str = ""


Child = Element | str | None
_VOID = frozenset(("br", "col", "hr", "img", "input", "link", "meta", "wbr"))


def element(tag: str, *children: Child, **attributes: str | float | bool | None) -> Element:
    """An element. An attribute that is `None` or false is left out, one that is true is empty.

    The name of an attribute has hyphens for underscores, and none behind it (`class_`).

    >>> written(element("p", "1 < 2", class_="note", data_of="a&b", hidden=False))
    '<p class="note" data-of="a&amp;b">1 &lt; 2</p>'
    """
    stated = tuple(
        (name.rstrip("_").replace("_", "-"), _value(value))
        for name, value in attributes.items()
        if value is not None and value is not False
    )
    return Element(tag, stated, tuple(child for child in children if child is not None))


def _value(value: str | float | bool) -> str:
    """Numbers with at most two places, so that pictures are small and the same everywhere."""
    if isinstance(value, bool):
        return ""
    return value if isinstance(value, str) else f"{value:.2f}".rstrip("0").rstrip(".")


def verbatim(tag: str, source: str, **attributes: str | float | bool | None) -> Element:
    """An element with code of our own inside (`style`, `script`). Raises ValueError where it would end too early."""
    if f"</{tag}" in source.lower():
        raise ValueError(f"code of `{tag}` ends it")
    return Element(tag, element(tag, **attributes).attributes, (), source)


def written(*elements: Element | str) -> Tagged:
    """The text of elements, one after the other. They may be as deep as plans are: nothing calls itself here."""
    parts: list[str] = []
    pending: list[Element | str] = [*reversed(elements)]
    known = _Known()
    while pending:
        now = pending.pop()
        if isinstance(now, Element):
            parts.append(_opening(now, known))
            if now.tag not in _VOID:
                parts.append(now.source)
                pending.append(_Closing(f"</{now.tag}>"))
                pending.extend(reversed(now.children))
        else:
            parts.append(now if type(now) is _Closing else known[now])
    return Tagged("".join(parts))


def _opening(one: Element, known: _Known) -> str:
    said = "".join([f' {name}="{known[value]}"' for name, value in one.attributes])
    return f"<{one.tag}{said}/>" if one.tag in _VOID else f"<{one.tag}{said}>"


class _Known(dict[str, Tagged]):
    """Texts as they are written: many of them stand in a page again and again."""

    __slots__ = ()

    def __missing__(self, text: str) -> Tagged:
        self[text] = made = xml(text)
        return made


class _Closing(str):
    """The end of an element, among what is still to be written."""

    __slots__ = ()
