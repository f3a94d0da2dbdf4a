"""Paths in a plan's folder: which of them may be changed, and where they lead."""

from __future__ import annotations

import os

from alignplan.storage import JOURNAL

__all__ = ["is_local", "may_be_changed", "real_path"]


def is_local(path: str) -> bool:
    """Whether a path with forward slashes stays below the folder by its words alone."""
    return "\0" not in path and not {"", ".", ".."} & set(path.split("/"))


def may_be_changed(path: str) -> bool:
    """Whether a local path is ours to change: git's own files are not, nor those by which a change is made."""
    return not any(part.lower() == ".git" or part.startswith(JOURNAL) for part in path.split("/"))


def real_path(home: str, path: str) -> str | None:
    """The path with all links followed, relative to `home` (a real path); none where it leads out of there."""
    try:
        real = os.path.realpath(os.path.join(home, path))
    except (OSError, ValueError):
        return None
    top = home.rstrip(os.sep) + os.sep
    return real[len(top) :].replace(os.sep, "/") if real.startswith(top) else None
