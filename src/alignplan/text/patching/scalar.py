"""A scalar in place of another: in the same quotes, or as the same kind of block, where the new value can be."""

from __future__ import annotations

import re
from typing import Any

from alignplan.text.compose import WIDTH
from alignplan.text.nodes import NULLS
from alignplan.text.patching.changes import Plain
from alignplan.text.patching.layout import Style
from alignplan.text.patching.lines import after_line, column_of
from alignplan.text.patching.nodes import Kind, Node
from alignplan.text.patching.writing import NO_SIGNS, Written, scalar_text, written
from alignplan.text.scalars import folded, is_scalar, literal, quoted, single_quoted

__all__ = ["as_item", "in_its_quotes", "raw_lines", "says", "scalar_beside", "sign_end"]

_BREAK = re.compile(r"\r?\n")
_HEADER = re.compile(r"[|>][-+0-9]*")


def sign_end(text: str, node: Node) -> int:
    """The end of what stands on the line of the key: of a block of text that is its sign (`|`, `>-`)."""
    if node.style in ("|", ">"):
        match = _HEADER.match(text, node.content(text))
        return match.end() if match else node.end
    return node.end


def says(node: Node, value: Any) -> bool:
    """Whether a scalar reads as `value` already."""
    if node.kind is not Kind.SCALAR or node.tagged or not is_scalar(value):
        return False
    if value is None:
        return not node.style and node.said in NULLS
    if isinstance(value, str) and not isinstance(value, Plain):
        return node.said == value and (bool(node.style) or value not in NULLS)
    return not node.style and node.said == scalar_text(value, flow=False) and node.said not in NULLS


def in_its_quotes(style: str, value: Any) -> str | None:
    """A text on one line in the quotes that the old one had; None where it had none or cannot be in them."""
    if not isinstance(value, str) or isinstance(value, Plain):
        return None
    if style == '"':
        return quoted(value)
    return single_quoted(value) if style == "'" else None


def scalar_beside(text: str, node: Node, value: Any, indent: int, style: Style) -> Written:
    """A scalar in place of `node`, in an entry of block style at `indent`."""
    start = node.content(text)
    short = in_its_quotes(node.style, value)
    if short is not None:
        return short, []
    if style.blocks and isinstance(value, str) and not isinstance(value, Plain):
        lines = _as_block(text, node, value, indent + style.step)
        if lines is not None:
            return lines[0], lines[1:]
        if not node.style and "\n" not in value and _is_long(text, node, start):
            return scalar_text(value, flow=False), []
    return written(value, indent, column_of(text, start), style)


def _is_long(text: str, node: Node, start: int) -> bool:
    """Whether the old value is written on one line that is longer than ours are."""
    return "\n" not in text[start : node.end] and column_of(text, node.end) > WIDTH


def _as_block(text: str, node: Node, value: str, indent: int) -> list[str] | None:
    """The lines of a block scalar of the same kind and indentation."""
    if node.style not in ("|", ">"):
        return None
    first = after_line(text, node.content(text))
    body = text[first : node.end].lstrip("\r\n")
    margin = len(body) - len(body.lstrip(" ")) if body.strip() else indent
    wide = max([WIDTH, *(len(line) for line in body.split("\n"))])
    return literal(value, margin) if node.style == "|" else folded(value, margin, wide)


def raw_lines(text: str, node: Node) -> list[str]:
    """The lines of a scalar as it is written, without the comment behind the sign of a block."""
    start = node.content(text)
    first, *rest = _BREAK.split(text[start : node.end])
    return [first[: sign_end(text, node) - start], *rest]


def as_item(text: str, node: Node) -> str:
    """A scalar as it is to be written between brackets: as it was, where it can be."""
    raw = text[node.content(text) : node.end]
    if node.style in ("|", ">") or (not node.style and not NO_SIGNS.isdisjoint(raw)):
        return quoted(node.said)
    return raw
