"""Which findings one version of a plan has and another has not."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from alignplan.diagnostics.finding import Finding
from alignplan.linting.judged import Judged

__all__ = ["new_and_solved"]

Identity = tuple[str, ...]


def new_and_solved(
    before: Iterable[Judged], after: Iterable[Judged], name: Callable[[str], str]
) -> tuple[list[Judged], list[Judged]]:
    """The findings of `after` alone, and those of `before` alone; `name` says what ids of before are called after.

    A finding is the same by rule, item and field: where its line is, or its file, makes it no other. Of a fault of the
    files themselves the words count too; one that is about no item is the same in whatever file it stands.
    """
    old, new = [list(_open(judged)) for judged in (before, after)]
    known = {_identity(entry.finding, name) for entry in old}
    there = {_identity(entry.finding, str) for entry in new}
    return (
        [entry for entry in new if _identity(entry.finding, str) not in known],
        [entry for entry in old if _identity(entry.finding, name) not in there],
    )


def _open(judged: Iterable[Judged]) -> Iterable[Judged]:
    return (entry for entry in judged if entry.waived is None)


def _identity(finding: Finding, name: Callable[[str], str]) -> Identity:
    words = finding.message if finding.code.startswith("E") else ""
    if finding.item:
        return (finding.code, name(finding.item), name(finding.field), words)
    return (finding.code, "", "/".join(map(str, finding.place.route)), words or finding.message)
