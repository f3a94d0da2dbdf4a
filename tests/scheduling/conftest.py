"""The solver is an extra: its tests are there where it is."""

from __future__ import annotations

from alignplan.scheduling.solver import installed

collect_ignore = [] if installed() else ["test_solver.py"]
