"""Findings that are fixed: in rounds, until nothing is left that can be, and never for the worse."""

from alignplan.linting.fixing.rounds import Fixed, Mended, State, mended

__all__ = ["Fixed", "Mended", "State", "mended"]
