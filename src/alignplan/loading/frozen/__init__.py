"""Schedules that were frozen beside a plan, to compare with: written by `baseline schedule`, never plan files."""

from alignplan.loading.frozen.read import Frozen, FrozenItem, frozen_of
from alignplan.loading.frozen.write import frozen_text

__all__ = ["Frozen", "FrozenItem", "frozen_of", "frozen_text"]
