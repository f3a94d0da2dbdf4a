"""`tsv`: the first table, exact values, one line for each row; tabs and line ends in texts are shown as signs."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.output.document import Document
from alignplan.output.escape import tsv_cell
from alignplan.output.ink import Ink
from alignplan.output.separated import separated

__all__ = ["render"]


def render(document: Document, ink: Ink) -> Iterator[str]:
    """The rows of the first table of `document`, the row of keys first."""
    return separated(document, ink, "\t", tsv_cell)
