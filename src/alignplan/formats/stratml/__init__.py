"""StratML Part 1 (ANSI, ISO 17469-1) and Part 2 (2011, 2017) → plan files."""

from __future__ import annotations

from alignplan.formats.interface import Importer
from alignplan.formats.stratml.convert import convert

__all__ = ["IMPORTER"]

IMPORTER = Importer(name="stratml", convert=convert, options=("levels_from_codes",))
