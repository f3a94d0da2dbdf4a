"""The baseline when ids change: the findings that are known are those of the same items by their new names."""

from __future__ import annotations

from collections.abc import Callable
from difflib import SequenceMatcher
from itertools import accumulate

from alignplan.diagnostics.baseline import BASELINE, Baseline, read_baseline
from alignplan.diagnostics.identity import Identity
from alignplan.editing.manuscript import Manuscript
from alignplan.records import record
from alignplan.text.patching import Edit

__all__ = ["RenamedBaseline", "as_written", "line_edits", "renamed_in_baseline"]


@record
class RenamedBaseline:
    """The edits of the file, and the entries that are others now, each with its line in the new file."""

    edits: tuple[Edit, ...] = ()
    told: tuple[tuple[Identity, int], ...] = ()


def renamed_in_baseline(manuscript: Manuscript, names: Callable[[str], str]) -> RenamedBaseline:
    """What changes in the baseline beside a plan where ids are called otherwise. Raises Misuse where it is none."""
    content = manuscript.beside(BASELINE)
    if content is None:
        return RenamedBaseline()
    before = read_baseline(content, manuscript.shown(BASELINE))
    after = before.renamed(names)
    if after == before:
        return RenamedBaseline()
    old = manuscript.text(BASELINE)
    told = ((one, line) for one, line in after.lines().items() if one not in before.entries)
    return RenamedBaseline(line_edits(old, as_written(after, old)), tuple(told))


def as_written(baseline: Baseline, old: str) -> str:
    """The text of a baseline, with the line ends that the file has."""
    text = baseline.text()
    return text.replace("\n", "\r\n") if "\r\n" in old else text


def line_edits(old: str, new: str) -> tuple[Edit, ...]:
    """What differs between two texts, line by line."""
    one, other = old.splitlines(keepends=True), new.splitlines(keepends=True)
    ends = [0, *accumulate(map(len, one))]
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return tuple(
        Edit(ends[start], ends[end], "".join(other[first:last]))
        for op, start, end, first, last in matcher.get_opcodes()
        if op != "equal"
    )
