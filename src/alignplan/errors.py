"""Misuse: what the person at the door got wrong, in one line, with the way out.

Faults in a plan are values (see :mod:`alignplan.diagnostics`); bugs propagate. Only misuse is an exception.
"""

from __future__ import annotations

__all__ = ["Misuse", "NothingReadable"]


class Misuse(Exception):
    """A command that cannot be carried out as typed. Its text is one line; the command exits with 2."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class NothingReadable(Misuse):
    """A question was asked of a plan of which nothing could be read."""
