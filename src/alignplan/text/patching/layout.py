"""What new lines of a text are to look like."""

from __future__ import annotations

from dataclasses import dataclass, replace

__all__ = ["Style"]


@dataclass(frozen=True, slots=True)
class Style:
    """Columns by which a mapping is indented in its entry, and a list (its dashes).

    `brackets`: whether a short list is written on one line.
    """

    step: int = 2
    dash: int = 2
    brackets: bool = True
    blocks: bool = True
    """Whether a text of several lines may be written as a block."""

    @property
    def in_list(self) -> Style:
        """The style of what stands behind a dash, which has a step of its own."""
        return replace(self, step=2, dash=2)
