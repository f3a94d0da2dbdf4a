"""From changes to edits: each change sees what those before it made, and the new text must read as intended."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from alignplan.text.patching.appending import append
from alignplan.text.patching.batches import Batch, apart
from alignplan.text.patching.changes import (
    Append,
    Change,
    Delete,
    Echo,
    Edit,
    Insert,
    InsertMany,
    Patched,
    Plant,
    Put,
    Refused,
    Rename,
)
from alignplan.text.patching.ending import closing
from alignplan.text.patching.entries import insert_entries, insert_entry, plant, put, rename
from alignplan.text.patching.finding import Spot, anchors_on, descend, there
from alignplan.text.patching.nodes import Outline
from alignplan.text.patching.outline import outline
from alignplan.text.patching.pieces import Pieces, apply
from alignplan.text.patching.reading import OtherwiseRead, compare, readable
from alignplan.text.patching.removing import remove
from alignplan.text.patching.windows import window
from alignplan.text.tree import Tree

__all__ = ["patched"]

_MARK = "\ufeff"
_FEW = 100
"""Changes up to which each may have a look at the text of its own."""


def patched(text: str, changes: Iterable[Change]) -> Patched:
    """The text with `changes` made in their order, and the edits that do it; all other characters stay.

    `text` is what `text.encoding.decode` gives; a byte order mark before it is kept. Raises :class:`Refused` where
    the text cannot be read, where a change cannot be made in it, and where the new text would not read as exactly the
    old data with the changes made. Faults of the text that have nothing to do with the changes do not matter.
    """
    mark = len(text) - len(text.removeprefix(_MARK))
    try:
        made = _nearby(text[mark:], wanted := list(changes)) or _patched(text[mark:], wanted)
    except Refused as error:
        raise Refused(error.message, error.offset + mark, error.help) from None
    edits = tuple(Edit(edit.start + mark, edit.end + mark, edit.new) for edit in made.edits)
    return Patched(text[:mark] + made.text, edits) if mark else made


def _nearby(text: str, changes: list[Change]) -> Patched | None:
    """The changes made in a small part of a large text; None where it must be read as a whole."""
    part = window(text, changes)
    if part is None:
        return None
    try:
        edits = part.outside(_patched(part.inside(), changes).edits)
    except Refused:
        return None
    return None if edits is None else Patched(apply(text, edits), edits)


def _patched(text: str, changes: list[Change]) -> Patched:
    old = readable(text)
    try:
        return _made(text, old, changes)
    except OtherwiseRead as error:
        closed = closing(text)
        if not error.has_block and not closed and len(changes) == 1:
            raise
    return _made(text, old, changes, closed, careful=True)


def _made(
    text: str, old: Tree, changes: list[Change], before: Sequence[Edit] = (), *, careful: bool = False
) -> Patched:
    work = _Work(text, old.data, careful=careful)
    work.pieces.edit(before)
    work.make(list(changes))
    compare(work.pieces, old, work.data, work.shared)
    return Patched(work.pieces.text, work.pieces.edits())


class _Work:
    """A text under change, with the data that it must read as.

    The `careful` way makes one change at a time, and writes new texts of several lines in quotes: a block of text may
    take in blank lines and comments that come to stand below it.
    """

    def __init__(self, text: str, data: Any, *, careful: bool) -> None:
        self.pieces = Pieces(text)
        self.data = data
        self.careful = careful
        self.shared: list[tuple[str, int]] = []
        """Anchors in which something was changed though aliases stand for them, and where they are in the old text."""

    def make(self, changes: list[Change]) -> None:
        """All the changes, as many at a time as do not touch one another."""
        at = 0
        while at < len(changes):
            alone = self.careful and len(changes) <= _FEW
            batch = Batch(self.data, most=1 if alone else len(changes))
            batch.fill(changes, at)
            routes = [change.route for change in batch.changes if not isinstance(change, Echo)]
            seen = outline(self.pieces.text, routes, blocks=not self.careful)
            try:
                made = self._round(seen, batch)
            except Refused as error:
                raise Refused(error.message, self.pieces.origin(error.offset), error.help) from None
            self.data = batch.data if made == len(batch.changes) else batch.data_after(self.data, made)
            at += made

    def _round(self, seen: Outline, batch: Batch) -> int:
        """Make the changes of one batch, up to the first that touches another; how many were made."""
        numbered: list[tuple[Edit, int]] = []
        for number, change in enumerate(batch.changes):
            if isinstance(change, Echo):
                continue
            spot = descend(seen, change.route)
            shared = anchors_on(seen, spot, renamed=isinstance(change, Rename))
            self.shared += [(name, self.pieces.origin(at)) for name, at in shared]
            numbered += [(edit, number) for edit in edits_of(seen, spot, change)]
        numbered.sort(key=lambda pair: (pair[0].start, pair[0].end))
        made = apart(numbered, len(batch.changes))
        self.pieces.edit([edit for edit, number in numbered if number < made])
        return made


def edits_of(seen: Outline, spot: Spot, change: Change) -> list[Edit]:
    """The edits of one change, in the text as it is."""
    match change:
        case Echo():
            return []
        case Put():
            return put(seen, spot, change)
        case Insert():
            return insert_entry(seen, spot, change)
        case InsertMany():
            return insert_entries(seen, spot, change)
        case Plant():
            return plant(seen, spot, change)
        case Append():
            return append(seen, spot, change)
        case Delete():
            there(spot, change.route)
            return remove(seen, spot, emptied=change.emptied)
        case Rename():
            there(spot, change.route)
            return rename(seen, spot, change)
