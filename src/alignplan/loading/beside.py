"""Names of files that lie beside the root of a plan and are no plan files."""

from __future__ import annotations

import re

__all__ = ["frozen_name", "is_frozen"]

_FROZEN = re.compile(r"schedule(\.[a-z0-9][a-z0-9._-]*)?\.baseline\.yaml")


def frozen_name(name: str = "") -> str:
    """What the file of a frozen schedule is called; the usual one has no name of its own."""
    return f"schedule.{name}.baseline.yaml" if name else "schedule.baseline.yaml"


def is_frozen(file_name: str) -> bool:
    """Whether a file is called like a frozen schedule.

    >>> is_frozen("schedule.board-2026.baseline.yaml"), is_frozen("schedule.lock.yaml")
    (True, False)
    """
    return _FROZEN.fullmatch(file_name) is not None
