"""Fixes made in the texts of a plan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise

from alignplan.editing.manuscript import Manuscript
from alignplan.linting.fixing.candidates import Candidate
from alignplan.text.formatting import Shape, difference
from alignplan.text.patching import Edit, Refused, patched
from alignplan.text.patching.pieces import apply
from alignplan.text.tree import parse

__all__ = ["edits_of"]

_AS_WRITTEN = Shape(lambda _route: None)
"""Keys in the order that they have."""


def edits_of(manuscript: Manuscript, chosen: Iterable[Candidate]) -> Mapping[str, tuple[Edit, ...]] | None:
    """The edits of each file; none where the fixes do not go together."""
    found: dict[str, tuple[Edit, ...]] = {}
    by_file: dict[str, list[Candidate]] = {}
    for candidate in chosen:
        by_file.setdefault(candidate.path, []).append(candidate)
    for path, some in by_file.items():
        edits = _edits(manuscript.text(path), some)
        if edits is None:
            return None
        found[path] = edits
    return found


def _edits(text: str, some: list[Candidate]) -> tuple[Edit, ...] | None:
    try:
        made = patched(text, [change for candidate in some for change in candidate.fix.changes])
    except Refused:
        return None
    others = [edit for candidate in some for edit in candidate.fix.edits]
    if not others:
        return made.edits
    edits = tuple(sorted({*made.edits, *others}))
    if any(one.end > other.start for one, other in pairwise(edits)):
        return None
    whole, wanted = parse(apply(text, edits)), parse(made.text)
    same = [fault.message for fault in whole.faults] == [fault.message for fault in wanted.faults]
    return edits if same and difference(whole.data, wanted.data, _AS_WRITTEN) is None else None
