"""Where paths are shown from."""

from __future__ import annotations

import os
from collections.abc import Callable

__all__ = ["display_base", "shown_from"]


def display_base(root: str, without_git: str = "") -> str:
    """The folder that paths are shown relative to: the git root; without git `without_git`, else the root file's."""
    folder = os.path.dirname(os.path.abspath(root))
    above = folder
    while True:
        if os.path.lexists(os.path.join(above, ".git")):
            return above
        parent = os.path.dirname(above)
        if parent == above:
            return without_git or folder
        above = parent


def shown_from(base: str, folder: str) -> Callable[[str], str]:
    """How a path relative to the plan's folder is shown: relative to `base`, with forward slashes."""
    prefix = os.path.relpath(folder, base).replace(os.sep, "/")
    return (lambda path: path) if prefix == "." else (lambda path: f"{prefix}/{path}")
