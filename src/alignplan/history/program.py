"""Which git is run, and with what: nothing that the repository or its neighbours say may run code or write."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping

from alignplan import storage
from alignplan.errors import Misuse

__all__ = ["DEFENCES", "cleaned", "git_program", "neighbourhood"]

DEFENCES = tuple(
    word
    for setting in (
        "core.fsmonitor=false",
        f"core.hooksPath={os.devnull}",
        "core.untrackedCache=false",
        "core.bigFileThreshold=16m",
        "log.showSignature=false",
        "protocol.allow=never",
        "safe.bareRepository=explicit",
        "gc.auto=0",
        "maintenance.auto=false",
    )
    for word in ("-c", setting)
)
"""What the configuration of a repository cannot say otherwise: settings of the command line come last."""

_SAID = {
    "GIT_ALLOW_PROTOCOL": "",  # none: what is missing is never fetched, whatever `protocol.NAME.allow` says
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LANGUAGE": "",
    "LC_ALL": "C",
}


def neighbourhood(folder: str) -> str:
    """The folder whose files came with the plan: the nearest one above that has a `.git`, else the folder itself."""
    above = folder = os.path.realpath(folder)
    while not os.path.lexists(os.path.join(above, ".git")):
        parent = os.path.dirname(above)
        if parent == above:
            return folder
        above = parent
    return above


def git_program(tree: str, search: str) -> str:
    """The absolute path of git, looked for in `search` (a `PATH`); never one that lies in `tree`. Raises Misuse."""
    for folder in _trusted(tree, search):
        found = shutil.which("git", path=folder)
        if found is not None and os.path.isabs(found) and not storage.inside(tree, found):
            return found
    raise Misuse("git is not installed, or not in PATH", "install git; `alignplan check` does without it")


def cleaned(environment: Mapping[str, str], tree: str) -> dict[str, str]:
    """The environment of git: without any `GIT_…` of the caller's, with a `PATH` that leads nowhere into `tree`."""
    kept = {name: value for name, value in environment.items() if not name.startswith("GIT_")}
    return {**kept, **_SAID, "PATH": os.pathsep.join(_trusted(tree, environment.get("PATH", os.defpath)))}


def _trusted(tree: str, search: str) -> list[str]:
    """The folders of a `PATH` that are the same wherever one stands, and do not lie in `tree`."""
    folders = search.split(os.pathsep)
    return [folder for folder in folders if os.path.isabs(folder) and not storage.inside(tree, folder)]
