"""Globs of plan files, as `include` and the settings of `check` write them."""

from __future__ import annotations

from fnmatch import fnmatchcase

__all__ = ["matches"]


def matches(pattern: str, path: str) -> bool:
    """Whether a path with forward slashes fits: `**` is any folders (at the end: all below), `*` and `?` stay in one.

    Folder by folder, so that no pattern takes long, however many stars it has.
    """
    folders = path.split("/")
    reached = {0}
    *inner, last = pattern.split("/")
    for part in inner:
        reached = _beyond(part, folders, reached)
    if last == "**":
        return min(reached, default=len(folders)) < len(folders)
    return len(folders) in _beyond(last, folders, reached)


def _beyond(part: str, folders: list[str], reached: set[int]) -> set[int]:
    """How far into the folders one may be after a part of the pattern."""
    if part == "**":
        return set(range(min(reached), len(folders) + 1)) if reached else reached
    return {at + 1 for at in reached if at < len(folders) and fnmatchcase(folders[at], part)}
