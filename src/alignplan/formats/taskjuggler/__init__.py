"""TaskJuggler: the plan as a project file that `tj3` schedules by itself, to compare and to move."""

from __future__ import annotations

from alignplan.formats.interface import Exporter
from alignplan.formats.taskjuggler.convert import convert

__all__ = ["EXPORTER"]

EXPORTER = Exporter("taskjuggler", "plan.tjp", "the work as a project of TaskJuggler", convert)
