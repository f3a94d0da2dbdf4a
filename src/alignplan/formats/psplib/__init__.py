"""PSPLIB instances of the resource-constrained project scheduling problem (`.sm`, one mode) → plan files."""

from __future__ import annotations

from alignplan.formats.interface import Importer
from alignplan.formats.psplib.convert import convert

__all__ = ["IMPORTER"]

IMPORTER = Importer(name="psplib", convert=convert, options=("today",))
