"""What every format of a view offers: a module with one function `render`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from alignplan.output.document import Document
from alignplan.output.ink import Ink

__all__ = ["DocumentRenderer"]


class DocumentRenderer(Protocol):
    """Prints a document; each text it yields is one line, or one row of a table, without the line end."""

    def __call__(self, document: Document, ink: Ink) -> Iterator[str]:
        """The lines of `document`."""
        ...
