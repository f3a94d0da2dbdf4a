"""The rules that ran, for the reports that tell of them."""

from __future__ import annotations

from collections.abc import Collection

from alignplan.diagnostics.report import RuleNote
from alignplan.linting.selection import Selection
from alignplan.rules.catalog import page

__all__ = ["rule_notes"]


def rule_notes(selection: Selection, found: Collection[str]) -> tuple[RuleNote, ...]:
    """A note on each selected rule, family by family; of those whose code is in `found` with their page."""
    return tuple(
        RuleNote(
            rule.code,
            rule.name,
            selection.severities.get(rule.code) or rule.severity,
            page(rule.code) if rule.code in found else "",
        )
        for rule in selection.rules
    )
