"""What the settings ignore in the files of a folder: `lint: {per-file: {"team-x/**": [T3]}}`."""

from __future__ import annotations

from collections.abc import Sequence

from alignplan.diagnostics.finding import Finding
from alignplan.loading.globs import matches

__all__ = ["ALWAYS", "PerFile", "ignored_in", "parted"]

ALWAYS = frozenset(("E001", "E002", "E003", "E012", "E013"))
"""Without these nothing can be said at all: they run whatever is selected, and cannot be ignored."""
PerFile = Sequence[tuple[str, frozenset[str]]]
"""Globs of files, each with the codes that are ignored there."""
_GLOB = frozenset("*?[")


def parted(found: list[Finding], per_file: PerFile) -> tuple[list[Finding], list[Finding]]:
    """What is shown, and what the settings ignore in its file."""
    ignored: dict[str, frozenset[str]] = {}
    parts: tuple[list[Finding], list[Finding]] = ([], [])
    for finding in found:
        file = finding.place.file
        if file not in ignored:
            ignored[file] = ignored_in(file, per_file)
        parts[finding.code in ignored[file]].append(finding)
    return parts


def ignored_in(file: str, per_file: PerFile) -> frozenset[str]:
    """The rules that the settings ignore in a file; a folder by its name stands for all below it."""
    found: set[str] = set()
    for pattern, codes in per_file:
        plain = pattern.removeprefix("./").rstrip("/")
        if matches(plain, file) or (_GLOB.isdisjoint(plain) and file.startswith(f"{plain}/")):
            found |= codes
    return frozenset(found - ALWAYS)
