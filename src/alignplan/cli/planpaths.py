"""A file of a plan, as someone names it who stands anywhere in it."""

from __future__ import annotations

import os

from alignplan.cli.paths import display_base
from alignplan.editing.manuscript import Manuscript
from alignplan.errors import Misuse

__all__ = ["path_in_plan"]


def path_in_plan(manuscript: Manuscript, typed: str) -> str:
    """The path relative to the plan's folder: seen from the current folder, from the plan's, or as answers show it.

    One that is no file of the plan yet is meant from here, where that lies in the plan. Raises Misuse.
    """
    folder = os.path.realpath(manuscript.loaded.folder.path)
    base = display_base(os.path.join(folder, manuscript.root))
    seen = [_below(folder, os.path.join(place, typed)) for place in (os.getcwd(), folder, base)]
    inside = [path for path in seen if path]
    known = [path for path in inside if manuscript.is_file(path)]
    if not inside or typed.endswith("/") or os.path.isdir(os.path.join(folder, inside[0])):
        raise Misuse(
            f"{typed} is no file in the plan's folder", "name a file of the plan: tactics/growth.yaml"
        )
    return (known or inside)[0]


def _below(folder: str, path: str) -> str:
    """A path relative to a folder, with forward slashes; empty where it leads out of there."""
    try:
        relative = os.path.relpath(os.path.realpath(path), folder)
    except ValueError:
        return ""
    plain = relative.replace(os.sep, "/")
    return "" if plain == "." or plain.startswith("../") or plain == ".." else plain
