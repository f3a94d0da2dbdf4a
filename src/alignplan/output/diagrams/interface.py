"""What a diagram in text is."""

from __future__ import annotations

from alignplan.records import record

__all__ = ["Diagram"]


@record
class Diagram:
    """One chart: its title, its text (ending with a line end), and lines on what it has no place for."""

    title: str
    text: str
    lost: tuple[str, ...] = ()
