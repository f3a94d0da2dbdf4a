"""New values as text: plain where that is safe, on one line where they fit, in the style of the text around them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, TypeGuard

from alignplan.text.compose import WIDTH
from alignplan.text.nodes import Quoted
from alignplan.text.patching.changes import OneLine, Plain
from alignplan.text.patching.layout import Style
from alignplan.text.scalars import block, inline, is_scalar, quoted

__all__ = [
    "NO_SIGNS",
    "Written",
    "element_lines",
    "entry_lines",
    "flow_text",
    "is_simple",
    "key_text",
    "written",
]

Written = tuple[str, list[str]]
"""What stands beside a key or dash, and whole lines below it."""

NO_SIGNS = frozenset(",[]{}:?#")
"""Signs that a plain text between brackets may not have, or not everywhere."""
_ID = re.compile(r"[a-z0-9][a-z0-9._-]*")


def key_text(key: Any, *, flow: bool = False) -> str:
    """A key as written: what looks like a number or a day is none in a key, and needs no quotes."""
    if isinstance(key, Plain):
        return str(key)
    if isinstance(key, str) and _ID.fullmatch(key) and any(sign.isdigit() for sign in key):
        return key
    return inline(key, flow=flow)


def scalar_text(value: Any, *, flow: bool) -> str:
    """A scalar on one line; what was read from quotes stays in quotes."""
    if isinstance(value, Quoted):
        return quoted(value)
    return str(value) if isinstance(value, Plain) else inline(value, flow=flow)


def flow_text(value: Any) -> str:
    """A value on one line, mappings and lists in brackets."""
    if isinstance(value, Mapping):
        inside = (f"{key_text(key, flow=True)}: {flow_text(inner)}" for key, inner in value.items())
        return "{" + ", ".join(inside) + "}"
    if is_list(value):
        return "[" + ", ".join(flow_text(inner) for inner in value) + "]"
    return scalar_text(value, flow=True)


def is_list(value: Any) -> TypeGuard[Sequence[Any]]:
    """Whether a value is a list."""
    return isinstance(value, Sequence) and not isinstance(value, (str, bytes))


def is_simple(value: Any) -> bool:
    """Whether a value is a scalar, or holds nothing but short scalars of one line."""
    if isinstance(value, Mapping):
        return all(_is_short(inner) for inner in value.values())
    return all(_is_short(inner) for inner in value) if is_list(value) else is_scalar(value)


def _is_flat(value: Any) -> bool:
    """Whether there is no text of several lines in a value."""
    if isinstance(value, Mapping):
        return all(_is_flat(inner) for inner in value.values())
    return all(_is_flat(inner) for inner in value) if is_list(value) else _is_short(value)


def _is_short(value: Any) -> bool:
    return is_scalar(value) and not (isinstance(value, str) and ("\n" in value or len(value) > WIDTH))


def written(value: Any, indent: int, column: int, style: Style, *, brackets: bool | None = None) -> Written:
    """A value that stands in an entry at `indent`, beside its key where `column` is.

    `brackets`: whether a mapping or list stands in brackets where it can; None: as is usual in the text.
    """
    if is_scalar(value):
        return _scalar(value, indent + style.step, column, blocks=style.blocks)
    if isinstance(value, OneLine):
        return flow_text(value), []
    if not value:
        return "{}" if isinstance(value, Mapping) else "[]", []
    usual = isinstance(value, Mapping) or style.brackets
    if (is_simple(value) and usual) if brackets is None else (brackets and _is_flat(value)):
        flow = flow_text(value)
        if column + len(flow) <= WIDTH:
            return flow, []
    if isinstance(value, Mapping):
        return "", mapping_lines(value, indent + style.step, style)
    return "", [line for inner in value for line in element_lines(inner, indent + style.dash, style)]


def _scalar(value: Any, indent: int, column: int, *, blocks: bool) -> Written:
    short = scalar_text(value, flow=False)
    if blocks and isinstance(value, str) and not isinstance(value, Plain):
        lines = block(value, indent, WIDTH) if "\n" in value or column + len(short) > WIDTH else None
        if lines:
            return lines[0], lines[1:]
    return short, []


def mapping_lines(value: Mapping[Any, Any], indent: int, style: Style) -> list[str]:
    """The lines of the entries of a mapping."""
    return [line for key, inner in value.items() for line in entry_lines(key_text(key), inner, indent, style)]


def entry_lines(
    key: str, value: Any, indent: int, style: Style, *, brackets: bool | None = None
) -> list[str]:
    """The lines of an entry whose key is written as `key`."""
    head = f"{' ' * indent}{key}:"
    beside, below = written(value, indent, len(head) + 1, style, brackets=brackets)
    return [f"{head} {beside}" if beside else head, *below]


def element_lines(value: Any, indent: int, style: Style, *, brackets: bool | None = None) -> list[str]:
    """The lines of an element of a list: of a mapping or list the first line stands beside the dash."""
    beside, below = written(value, indent, indent + 2, style.in_list, brackets=brackets)
    if beside or not below:
        return [f"{' ' * indent}- {beside}", *below]
    return [f"{' ' * indent}- {below[0].lstrip(' ')}", *below[1:]]
