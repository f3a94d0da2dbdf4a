"""Numbers of things in words."""

from __future__ import annotations

__all__ = ["counted"]


def counted(number: int, one: str, many: str | None = None) -> str:
    """How many there are of something, with its name in the singular or the plural.

    >>> counted(1, "tactic"), counted(37, "tactic"), counted(2, "action or milestone", "actions and milestones")
    ('1 tactic', '37 tactics', '2 actions and milestones')
    """
    return f"{number} {one if number == 1 else many or f'{one}s'}"
