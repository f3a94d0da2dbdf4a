"""A section that a file does not have yet, written as most are: each entry a block of its own."""

from __future__ import annotations

from collections.abc import Sequence

from alignplan.text.patching import Delete, Fragment, Insert, Plant, lift, patched

__all__ = ["FIRST", "section_with"]

FIRST = "x-2"
"""The entry behind which the first one of a new section goes; it is not there in the end."""
_BEFORE = "x-1"


def section_with(section: str, changes: Sequence[Insert | Plant], *, apart: bool) -> Fragment:
    """A section with what `changes` put into it behind :data:`FIRST`; `apart`: with empty lines between the entries.

    Raises Refused where an entry cannot stand there.
    """
    between = "\n" if apart else ""
    text = f"{section}:\n  {_BEFORE}:\n    x: y\n{between}  {FIRST}:\n    x: y\n"
    gone = [Delete((section, FIRST)), Delete((section, _BEFORE))]
    return lift(patched(text, [*changes, *gone]).text, (section,))
