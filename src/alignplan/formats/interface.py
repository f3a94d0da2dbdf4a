"""What an importer is: bytes of another format in, the text of plan files out.

An importer neither opens nor writes files; the door does both. It refuses in one line or gives everything.
"""

from __future__ import annotations

from collections.abc import Callable

from alignplan.errors import Misuse
from alignplan.records import record

__all__ = ["ImportRefused", "Imported", "Importer"]


@record
class Imported:
    """A whole plan, ready to be written: nothing of it is on disk yet."""

    files: dict[str, str]
    """Relative path → text of the file, `alignplan.yaml` first."""
    report: tuple[str, ...]
    """Lines for people: what was imported, repaired, dropped and kept, with counts."""


class ImportRefused(Misuse):
    """An input that cannot become a plan: one line that names the file, the place where known, and the reason."""


@record
class Importer:
    """One format that can be read."""

    name: str
    """What a person types: `alignplan import NAME`."""
    convert: Callable[..., Imported]
    """`convert(source: bytes, *, name: str, levels_from_codes: bool = False)`; raises :class:`ImportRefused`."""
