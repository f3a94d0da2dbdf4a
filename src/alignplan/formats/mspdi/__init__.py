"""MS Project XML (MSPDI): the schedule as Microsoft Project and most other project programs read it."""

from __future__ import annotations

from alignplan.formats.interface import Exporter
from alignplan.formats.mspdi.convert import convert

__all__ = ["EXPORTER"]

EXPORTER = Exporter("mspdi", "plan.xml", "the schedule for Microsoft Project and the like", convert)
