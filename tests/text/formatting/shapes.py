"""The shapes that the tests of the canonical form use, and the form itself with its promises kept."""

from __future__ import annotations

from textwrap import dedent

from alignplan.text.formatting import Shape, formatted
from alignplan.text.patching import Route

__all__ = ["ABC", "AS_WRITTEN", "form", "text_of"]

ABC = Shape(lambda _route: ("a", "b", "c", "d", "x-", "inside"), frozenset(("items",)))
"""Everywhere a, b, c, d, one's own keys, `inside`; the entries of `items` are set off."""


def _none(_route: Route) -> None:
    return None


AS_WRITTEN = Shape(_none, frozenset(("items",)))
"""The order of keys is never touched."""


def text_of(block: str) -> str:
    """A text as it is written in a test: with the indentation of the test, and an empty first line."""
    return dedent(block).removeprefix("\n")


def form(before: str, shape: Shape = AS_WRITTEN) -> str:
    """The canonical form: the edits by hand give it too, and it is its own form."""
    made = formatted(before, shape)
    text = before
    last = len(before) + 1
    for edit in reversed(made.edits):
        assert 0 <= edit.start <= edit.end < last, "sorted, and none touches another"
        text = text[: edit.start] + edit.new + text[edit.end :]
        last = edit.start
    assert text == made.text
    assert formatted(made.text, shape).text == made.text
    return made.text
