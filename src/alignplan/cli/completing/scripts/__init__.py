"""The scripts that make shells ask what may stand where the cursor is."""

from __future__ import annotations

import os

from alignplan import storage
from alignplan.cli.completing.shells import SHELLS
from alignplan.errors import Misuse

__all__ = ["script"]


def script(shell: str) -> str:
    """The script of a shell. Raises Misuse for one that has none."""
    if shell not in SHELLS:
        raise Misuse(f"there is no completion for {shell}", f"there is {', '.join(SHELLS)}")
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), f"alignplan.{shell}")
    return storage.read(path).decode("utf-8")
