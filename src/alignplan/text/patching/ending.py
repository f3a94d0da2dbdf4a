"""A text that ends with a block of text, and without a line end: what is put below it would give it one."""

from __future__ import annotations

import re

from alignplan.text.patching.changes import Edit
from alignplan.text.patching.outline import outline

__all__ = ["closing"]

_HEADER = re.compile(r"[|>][-+0-9]*")


def closing(text: str) -> list[Edit]:
    """The edit by which such a block says itself that no line end belongs to it (`|-`); none in other texts."""
    start = outline(text, []).last_block
    if start is None or text.endswith("\n"):
        return []
    header = _HEADER.search(text, start)
    if header is None or "-" in header[0]:
        return []
    return [Edit(header.start(), header.end(), header[0].replace("+", "") + "-")]
