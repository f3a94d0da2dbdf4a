"""A plan file of what a person answered."""

from alignplan.starters.asked.answers import Answers, Metric, Objective, Tactic, items_of
from alignplan.starters.asked.names import ID, Names
from alignplan.starters.asked.plan import asked_plan

__all__ = ["ID", "Answers", "Metric", "Names", "Objective", "Tactic", "asked_plan", "items_of"]
