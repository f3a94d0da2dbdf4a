"""Data → YAML as a person would write it: the same text for the same data, and the same data for that text.

What is written reads the same under YAML 1.2 and 1.1: a text that any reader takes for something else is quoted.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from alignplan.text.scalars import block, comment_line, inline, is_scalar

__all__ = ["WIDTH", "Packed", "compose"]

WIDTH = 100
"""Columns of a line where its text allows it."""
_MAX_KEY = 1000
# A longer one is no key to the parsers.


class Packed(dict[Any, Any]):
    """A mapping of short scalars that is written between braces on as few lines as it takes, however long it is."""


def compose(data: Mapping[str, Any], *, comment: str = "", spaced: Collection[str] = ()) -> str:
    """The text of a file that holds `data`: mappings, sequences, texts, numbers, booleans, days and None.

    `comment` stands on top. The entries of the top-level keys in `spaced` are sections of items: set off by an
    empty line, and never on one line. Raises ValueError for what YAML cannot hold: nan, infinity, half a surrogate
    pair, a key of more than a thousand characters; TypeError for other types.
    """
    lines = [comment_line(line) for line in comment.split("\n")] if comment else []
    for key, value in data.items():
        if not isinstance(value, Mapping) or not value:
            lines += _entry(_key(key), value, 0)
        elif key in spaced:
            lines += ["", f"{_key(key)}:", *_items(value)]
        else:
            lines += [f"{_key(key)}:", *_mapping(value, 2)]
    return "\n".join(lines).lstrip("\n") + "\n"


def _items(section: Mapping[str, Any]) -> list[str]:
    lines: list[str] = []
    for key, value in section.items():
        is_open = isinstance(value, Mapping) and bool(value)
        item = [f"  {_key(key)}:", *_mapping(value, 4)] if is_open else _entry(_key(key), value, 2)
        if lines and (len(item) > 1 or lines[-1] == ""):
            lines += [] if lines[-1] == "" else [""]
        lines += item
        if len(item) > 1:
            lines.append("")
    return lines[:-1] if lines and lines[-1] == "" else lines


def _mapping(mapping: Mapping[Any, Any], indent: int) -> list[str]:
    return [line for key, value in mapping.items() for line in _entry(_key(key), value, indent)]


def _key(key: Any, *, flow: bool = False) -> str:
    written = inline(key, flow=flow)
    if len(written) > _MAX_KEY:
        raise ValueError(f"a key of more than {_MAX_KEY} characters cannot be written")
    return written


def _sequence(sequence: Sequence[Any], indent: int) -> list[str]:
    """Each element behind a dash; of a mapping the first key stands beside it."""
    lines: list[str] = []
    for value in sequence:
        written = _value(value, indent + 2, indent + 2)
        lines += [f"{' ' * indent}- {written[0].lstrip(' ')}", *written[1:]]
    return lines


def _entry(key: str, value: Any, indent: int) -> list[str]:
    head = f"{' ' * indent}{key}:"
    written = _value(value, indent + 2, len(head) + 1)
    if written[0].startswith(" "):
        return [head, *written]
    return [f"{head} {written[0]}", *written[1:]]


def _value(value: Any, indent: int, column: int) -> list[str]:
    """The lines of a value that begins at `column` when it fits there, else is a block with that indent."""
    if isinstance(value, str):
        short = inline(value)
        wide = "\n" in value or column + len(short) > WIDTH
        return (block(value, indent, WIDTH) if wide else None) or [short]
    if is_scalar(value):
        return [inline(value)]
    flow = _flow(value)
    if flow is not None and (not value or column + len(flow) <= WIDTH):
        return [flow]
    if isinstance(value, Packed):
        return _packed(value, indent, column)
    return _mapping(value, indent) if isinstance(value, Mapping) else _sequence(_checked(value), indent)


def _flow(value: Any) -> str | None:
    """A mapping or sequence on one line, when it holds nothing but scalars of one line."""
    if isinstance(value, Mapping):
        if not all(_is_short(inner) for inner in value.values()):
            return None
        inside = (f"{_key(key, flow=True)}: {inline(inner, flow=True)}" for key, inner in value.items())
        return "{" + ", ".join(inside) + "}"
    if not all(_is_short(inner) for inner in _checked(value)):
        return None
    return "[" + ", ".join(inline(inner, flow=True) for inner in value) + "]"


def _packed(mapping: Packed, indent: int, column: int) -> list[str]:
    lines = ["{"]
    room = WIDTH - column
    for number, (key, value) in enumerate(mapping.items()):
        entry = (
            f"{_key(key, flow=True)}: {inline(value, flow=True)}{',' if number < len(mapping) - 1 else '}'}"
        )
        if len(lines[-1]) + 1 + len(entry) > room and lines[-1] != "{":
            lines.append(f"{' ' * (indent + 1)}{entry}")
            room = WIDTH
        else:
            lines[-1] += entry if lines[-1] == "{" else f" {entry}"
    return lines


def _is_short(value: Any) -> bool:
    return is_scalar(value) and not (isinstance(value, str) and ("\n" in value or len(value) > WIDTH))


def _checked(value: Any) -> Sequence[Any]:
    if isinstance(value, Sequence) and not isinstance(value, (str, bytes)):
        return value
    raise TypeError(f"cannot be written as YAML: {type(value).__name__}")
