"""Lines of keys in block style, read off the indentation: forty times faster than a parser, and as easily wrong.

Whoever asks compares the keys found with those that the parser knows, and asks :mod:`alignplan.text.places` where they
differ: text that only looks like keys (in a quoted scalar of several lines), mappings in braces, quoted keys.
"""

from __future__ import annotations

import re

__all__ = ["KeyLines", "key_lines"]

KeyLines = dict[tuple[str, ...], dict[str, int]]
"""Route of a mapping → its keys in order with their lines; a key that stands there twice has line 0."""

_KEY = re.compile(r"^( *)([a-z0-9][a-z0-9._-]*):(?=\s|\Z)", re.MULTILINE)


def key_lines(text: str, deepest: int) -> KeyLines:
    """The keys of mappings whose route is shorter than `deepest` steps."""
    found: KeyLines = {}
    route: list[str] = []
    indents: list[int] = []
    line, counted = 1, 0
    for match in _KEY.finditer(text):
        at = match.start()
        indent = len(match[1])
        while indents and indents[-1] >= indent:
            indents.pop()
            route.pop()
        if len(route) < deepest:
            line, counted = line + text.count("\n", counted, at), at
            keys = found.setdefault(tuple(route), {})
            keys[match[2]] = 0 if match[2] in keys else line
        indents.append(indent)
        route.append(match[2])
    return found
