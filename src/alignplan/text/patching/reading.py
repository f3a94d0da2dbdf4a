"""What must hold of a text before it is changed, and of the new one after."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from alignplan.text.faults import TextFault
from alignplan.text.patching.changes import Refused
from alignplan.text.patching.comparing import difference
from alignplan.text.patching.finding import shown
from alignplan.text.patching.pieces import Pieces
from alignplan.text.tree import Tree, parse

__all__ = ["OtherwiseRead", "compare", "readable"]

_BLOCK = re.compile(r"[|>][-+]?(?:\r?\n|\Z)")


class OtherwiseRead(Refused):
    """The new text would not read as intended; `has_block`: there are new blocks of text in it."""

    has_block = False


def readable(text: str) -> Tree:
    """What a text reads as; refused where it is no YAML, or more than is read. Other faults do not matter here."""
    tree = parse(text)
    fault = next((fault for fault in tree.faults if fault.code == "E002"), None)
    if fault is None and not tree.whole:
        fault = tree.faults[-1]
    if fault is not None:
        words = f"this file cannot be changed before it can be read: {fault.message}"
        raise Refused(words, fault.span[0], fault.help)
    return tree


def compare(work: Pieces, old: Tree, wanted: Any, shared: list[tuple[str, int]]) -> None:
    """Refused where the new text has a fault that the old one had not, or reads as something else than `wanted`.

    `shared` are the anchors in which something was changed, with their places in the old text.
    """
    new = parse(work.text)
    fault = _new_fault(old, new)
    where = difference(new.data, wanted)
    if fault is None and where is None:
        return
    edits = work.edits()
    if shared:
        name, at = shared[0]
        words = f"`*{name}` elsewhere stands for what is written at `&{name}`, and would change with it"
        error = OtherwiseRead(words, at, f"write the value out where `*{name}` stands first")
    elif fault is not None:
        at = work.origin(min(fault.span[0], len(work.text)))
        words = f"after the change the file would have a fault: {fault.message}"
        error = OtherwiseRead(words, at, fault.help)
    else:
        words = f"the change would not read as intended at {shown(where or ())}"
        error = OtherwiseRead(words, edits[0].start if edits else 0, "change the file by hand")
    error.has_block = any(_BLOCK.search(edit.new.rstrip(" ")) for edit in edits)
    raise error


def _new_fault(old: Tree, new: Tree) -> TextFault | None:
    known = Counter((fault.code, fault.message) for fault in old.faults)
    for fault in new.faults:
        known[fault.code, fault.message] -= 1
        if known[fault.code, fault.message] < 0:
            return fault
    return None
