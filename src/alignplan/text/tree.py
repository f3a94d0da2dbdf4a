"""YAML text → plain data, within limits.

Scalars stay text until the model asks for a type: a plain scalar is a `str` (or `None` where it is null), a quoted or
block scalar a :class:`Quoted`. What cannot be understood is a :data:`BROKEN` value and a fault with its place.
"""

from __future__ import annotations

from alignplan.text import byline
from alignplan.text.faults import TextFault
from alignplan.text.nodes import BROKEN, LIMITS, Broken, Limits, Quoted, Tree

__all__ = ["BROKEN", "LIMITS", "Broken", "Limits", "Quoted", "TextFault", "Tree", "parse"]


def parse(text: str, limits: Limits = LIMITS) -> Tree:
    """Read `text`, without a byte order mark, into a :class:`Tree`. Never raises for what the text holds.

    Most texts are read line by line; what is unusual or wrong in any way goes to the parser of all YAML, which is
    loaded for the first of them.
    """
    data = byline.read(text, limits)
    if data is not None:
        return Tree(data)
    from alignplan.text import byevent

    return byevent.read(text, limits)
