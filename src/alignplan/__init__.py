"""alignplan: planning as code.

`open_plan(path)` gives a plan: its models, its typed graph, and what does not fit.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as in `typing`, whose import would be felt at every start
if TYPE_CHECKING:
    from alignplan.diagnostics.report import CheckAnswer, Reported
    from alignplan.errors import Misuse
    from alignplan.workspace import Plan, open_plan

__all__ = ["CheckAnswer", "Misuse", "Plan", "Reported", "open_plan"]

_HOMES = {
    "CheckAnswer": "alignplan.diagnostics.report",
    "Misuse": "alignplan.errors",
    "Plan": "alignplan.workspace",
    "Reported": "alignplan.diagnostics.report",
    "open_plan": "alignplan.workspace",
}


def __getattr__(name: str) -> object:
    """Names are looked up when they are used: importing the package imports nothing else."""
    if name not in _HOMES:
        raise AttributeError(f"module 'alignplan' has no attribute {name!r}")
    from importlib import import_module

    found: object = getattr(import_module(_HOMES[name]), name)
    return found
