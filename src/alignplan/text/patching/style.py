"""How a text is written around a place: what new lines beside it should look like."""

from __future__ import annotations

import re
from collections import Counter

from alignplan.text.patching.layout import Style
from alignplan.text.patching.nodes import Outline

__all__ = ["Style", "style_of"]

_AROUND = 4_000
_KEY_LINE = r"^( *){}[^\s#-][^\n]*:[ \t]*(?:#[^\n]*)?\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*"
_LIST = re.compile(_KEY_LINE.format("(?:- )?") + r"( *)-(?=[ \r\n])", re.MULTILINE)
_STEP = re.compile(_KEY_LINE.format("") + r"( +)[^\s#-]", re.MULTILINE)
_IN_BRACKETS = re.compile(r":[ \t]+\[")


def style_of(seen: Outline, at: int) -> Style:
    """The style of a text around an offset; two columns and brackets where it shows none."""
    near = at // _AROUND
    if near not in seen.styles:
        start = max(seen.text.rfind("\n", 0, max((near - 1) * _AROUND, 0)), 0)
        seen.styles[near] = _style(seen.text[start : (near + 2) * _AROUND], blocks=seen.blocks)
    return seen.styles[near]


def _style(around: str, *, blocks: bool) -> Style:
    step = _most([len(match[2]) - len(match[1]) for match in _STEP.finditer(around)]) or 2
    dash = _most([len(match[2]) - len(match[1]) for match in _LIST.finditer(around)])
    brackets = dash is None or _IN_BRACKETS.search(around) is not None
    return Style(step, step if dash is None else dash, brackets, blocks)


def _most(found: list[int]) -> int | None:
    """What was found most often, of what makes sense; of two as often the smaller."""
    sound = Counter(number for number in found if 0 <= number <= 8)
    return min(sound, key=lambda number: (-sound[number], number)) if sound else None
